"""The transport of httpx, over connections that lead to public addresses alone.

httpx's own transport takes no network backend; its engine, httpcore, does. The backend here looks up the name of a
host itself, checks every number, and connects to a number that was checked: a second look-up cannot change it. TLS
goes on with the name.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from typing import Any

import httpcore
import httpx

from tui_reader.messages import _
from tui_reader.wire.background import in_background
from tui_reader.wire.failures import Refusal
from tui_reader.wire.guard import IPAddress, is_public
from tui_reader.wire.proxies import Proxy, proxy_for
from tui_reader.wire.resolver import resolve
from tui_reader.wire.rules import NetworkRules

_SECONDS_FOR_NUMBER = 4.0
"""How long one number of a host may take to connect, where there is another one to try."""
_SECONDS_FOR_LOOK_UP = 2.0
"""How long a host's name is looked up that a proxy will look up, too; many networks with a proxy know no names."""


async def numbers_of(host: str, port: int) -> tuple[IPAddress, ...]:
    """The numbers of a host; raises Refusal where its name has none."""
    try:
        return await resolve(host, port)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise Refusal(_("has a server whose name cannot be looked up now")) from error
        raise Refusal(_("has a server that nobody knows: {host}").format(host=host)) from error
    except (OSError, ValueError) as error:  # ValueError: a name that the domain name system cannot hold
        raise Refusal(_("has a server that nobody knows: {host}").format(host=host)) from error


def check_public(numbers: Iterable[IPAddress]) -> None:
    """Raise Refusal where one of the numbers is not on the public internet."""
    if not all(is_public(number) for number in numbers):
        raise Refusal(_("leads into a private network, which the settings alone can allow"))


class _Connection(httpcore.AsyncNetworkStream):
    """A connection that is closed where TLS does not begin on it; httpcore leaves those open that are cancelled."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            return _Connection(await self._stream.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            await self._stream.aclose()
            raise


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connects to hosts by numbers that were checked; `may_be_private(host, port)` names those that are not."""

    def __init__(self, may_be_private: Callable[[str, int], bool]) -> None:
        self._may_be_private = may_be_private
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        numbers = await numbers_of(host, port)
        if not self._may_be_private(host, port):
            check_public(numbers)
        *others, last = numbers
        for number in others:
            try:
                return await self._connect(number, port, _SECONDS_FOR_NUMBER, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._connect(last, port, timeout, local_address, socket_options)

    async def _connect(self, number: IPAddress, port: int, *arguments: Any) -> httpcore.AsyncNetworkStream:
        return _Connection(await self._backend.connect_tcp(str(number), port, *arguments))

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Stream(httpx.AsyncByteStream):
    """The body of an answer, as httpx takes it."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


class WireTransport(httpx.AsyncBaseTransport):
    """Sends requests over checked connections, or by the proxy that the environment names for their host.

    Errors are those of httpcore.
    """

    def __init__(self, rules: NetworkRules) -> None:
        self._rules = rules
        self._tls = ssl.create_default_context()
        self._pools: dict[Proxy | None, httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        proxy = await _proxy_of(request.url)
        if proxy:
            await self._check_target(url.origin)
        response = await self._pool(proxy).handle_async_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream)
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Stream(response))

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    async def _check_target(self, origin: httpcore.Origin) -> None:
        """Refuse a host that is private as far as it can be known here: it is the proxy that looks up its name."""
        host = origin.host.decode("ascii")
        if self._rules.allows_private(host, origin.port):
            return
        try:
            async with asyncio.timeout(_SECONDS_FOR_LOOK_UP):
                numbers = await numbers_of(host, origin.port)
        except (Refusal, TimeoutError):
            return
        check_public(numbers)

    def _pool(self, proxy: Proxy | None) -> httpcore.AsyncConnectionPool:
        if proxy not in self._pools:
            self._pools[proxy] = self._new_pool(proxy)
        return self._pools[proxy]

    def _new_pool(self, proxy: Proxy | None) -> httpcore.AsyncConnectionPool:
        if proxy is None:
            return httpcore.AsyncConnectionPool(
                ssl_context=self._tls,
                max_connections=None,  # the fetcher says how many
                network_backend=CheckedBackend(self._rules.allows_private),
            )
        return httpcore.AsyncHTTPProxy(
            proxy.address,
            proxy_auth=proxy.credentials,
            proxy_ssl_context=self._tls if proxy.address.startswith("https:") else None,
            ssl_context=self._tls,
            max_connections=None,
            network_backend=CheckedBackend(lambda _host, _port: True),  # the user said so
        )


async def _proxy_of(url: httpx.URL) -> Proxy | None:
    try:
        return await in_background(partial(proxy_for, url.scheme, url.host))  # some systems look up names for it
    except ValueError as error:
        raise Refusal(_("can be asked by a proxy alone that cannot be used ({reason})").format(reason=error)) from error
