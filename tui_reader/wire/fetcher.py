"""Fetching what stands at an address, by the rules."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import urljoin

import httpcore
import httpx

from tui_reader.errors import WireError
from tui_reader.messages import _
from tui_reader.wire.address import host_of, web_address
from tui_reader.wire.answer import NO_VALIDATORS, PAGES, Answer, Progress, Validators
from tui_reader.wire.failures import Refusal, refusal_of, told_of
from tui_reader.wire.headers import content_type, declared_length, seconds_to_wait, validator
from tui_reader.wire.rules import NetworkRules
from tui_reader.wire.transport import WireTransport
from tui_reader.wire.turns import HostTurns
from tui_reader.wire.unpacking import CODINGS, PlainBody, Unpacker, unpacker_for

__all__ = ["Answer", "Fetcher", "Validators"]

_AT_ONCE = 10
"""How many requests run at once."""
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_READ = (200, 203)
"""The answers that are read: as it stands, or as a proxy changed it."""
_WAITING = (429, 503)
"""The answers whose `Retry-After` says when to ask again."""


class _Redirect(NamedTuple):
    """An answer that sends on to an address."""

    address: str
    is_permanent: bool


class _Page(NamedTuple):
    """An answer that is no redirect."""

    status: int
    headers: httpx.Headers
    body: bytes


class _Request(NamedTuple):
    """What is asked of each address on the way, apart from the address."""

    accept: str
    validators: Validators
    progress: Progress | None

    def headers(self) -> dict[str, str]:
        """The headers that say so."""
        named = {
            "Accept": self.accept,
            "Accept-Encoding": CODINGS,
            "Connection": "close",  # the next request to a host is seconds away
            "If-None-Match": validator(self.validators.etag),
            "If-Modified-Since": validator(self.validators.modified),
        }
        return {name: value for name, value in named.items() if value}


class _NoCookies(CookieJar):
    """Keeps no cookie, and reads none."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Leave them where they are."""


class Fetcher:
    """Asks the network; many requests may run at once, in one event loop. It is used as a context manager."""

    def __init__(self, rules: NetworkRules) -> None:
        self._rules = rules
        self._turns = HostTurns(self._rules.pause_seconds, self._rules.lock_file)
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._client = httpx.AsyncClient(
            transport=WireTransport(self._rules),
            trust_env=False,
            timeout=None,  # noqa: S113 - one deadline holds for the whole
            cookies=_NoCookies(),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()
        self._turns.close()

    async def get(
        self,
        address: str,
        validators: Validators = NO_VALIDATORS,
        *,
        accept: str = PAGES,
        progress: Progress | None = None,
    ) -> Answer:
        """What stands at an address; raises WireError where nothing came that can be read.

        Where `validators` are given, the answer has the status 304 and no body if nothing has changed since.
        """
        if self._rules.is_offline:
            raise WireError(address, _("is not asked for: the network is switched off"))
        start = web_address(address)
        if start is None:
            raise WireError(address, _("is no address of the web"))
        with told_of(address, self._rules.total_seconds):
            return await self._follow(address, start, _Request(accept, validators, progress))

    async def _follow(self, asked: str, address: str, request: _Request) -> Answer:
        """Ask for an address, and for those that it sends to; the deadline holds for all of them."""
        time = asyncio.get_running_loop().time
        seconds_left, is_permanent, moved_to, last_host = self._rules.total_seconds, True, None, None
        for _hop in range(self._rules.most_redirects + 1):
            host = host_of(address)
            async with self._turns.turn(host, goes_on=host == last_host), self._slots:
                begun = time()
                async with asyncio.timeout(seconds_left):
                    came = await self._ask(address, request)
                seconds_left -= time() - begun
            if isinstance(came, _Page):
                return _answer(asked, address, moved_to, came, request.validators)
            is_permanent = is_permanent and came.is_permanent
            address, moved_to, last_host = came.address, came.address if is_permanent else moved_to, host
        raise Refusal(_("sends from one address to the next without end"))

    async def _ask(self, address: str, request: _Request) -> _Page | _Redirect:
        headers = {"User-Agent": self._rules.user_agent, **request.headers()}
        async with self._client.stream("GET", address, headers=headers) as response:
            status = response.status_code
            if status in _REDIRECTS and "location" in response.headers:
                return _Redirect(_next_address(address, response.headers["location"]), status in _PERMANENT)
            if status == 304 and any(request.validators):
                return _Page(304, response.headers, b"")
            if status not in _READ:
                wait = seconds_to_wait(response.headers.get("retry-after"), datetime.now(UTC))
                raise refusal_of(status, wait if status in _WAITING else None)
            return _Page(200, response.headers, await self._body(response, request.progress))

    async def _body(self, response: httpx.Response, progress: Progress | None) -> bytes:
        """The body of an answer, unpacked; it ends at once where it is longer than the rules allow."""
        length = declared_length(response.headers.get("content-length"))
        self._check_size(length or 0)
        unpacker = _unpacker(response.headers.get("content-encoding", ""))
        pieces: list[bytes] = []
        received = size = 0
        try:
            async for chunk in response.aiter_raw():
                received += len(chunk)
                for piece in unpacker.unpack(chunk):
                    size += len(piece)
                    self._check_size(max(size, received))
                    pieces.append(piece)
                if progress:
                    progress(received, length)
        except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
            raise Refusal(_("broke off before its end")) from error
        if not unpacker.is_whole():
            raise Refusal(_("broke off before its end"))
        return b"".join(pieces)

    def _check_size(self, size: int) -> None:
        most = self._rules.most_bytes
        if size > most:
            raise Refusal(_("is longer than {count} MB").format(count=f"{most / 1_000_000:g}"))


def _next_address(address: str, location: str) -> str:
    """Where an address sends to; raises Refusal where nobody should go there."""
    try:
        target = web_address(urljoin(address, location.strip()))
    except ValueError:  # brackets around no number
        target = None
    if target is None:
        raise Refusal(_("sends to what is no address of the web"))
    if address.startswith("https:") and not target.startswith("https:"):
        raise Refusal(_("sends from a safe connection to one that is not"))
    return target


def _unpacker(coding: str) -> Unpacker | PlainBody:
    try:
        return unpacker_for(coding)
    except ValueError as error:
        raise Refusal(_("came packed in a way that nobody asked for")) from error


def _answer(asked: str, address: str, moved_to: str | None, page: _Page, sent: Validators) -> Answer:
    media_type, charset = content_type(page.headers.get("content-type", ""))
    given = Validators(validator(page.headers.get("etag")), validator(page.headers.get("last-modified")))
    is_same = page.status == 304
    kept = Validators(given.etag or sent.etag, given.modified or sent.modified) if is_same else given
    return Answer(asked, address, page.status, page.body, media_type, charset, kept, moved_to)
