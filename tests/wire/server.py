"""A web server on this machine that answers as it is told: well, late, never, or with malice."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
import zlib
from collections.abc import Awaitable, Callable, Iterator
from threading import Thread
from typing import NamedTuple, Self
from urllib.parse import urlsplit

HTML = "text/html; charset=utf-8"


class Request(NamedTuple):
    """What a client asked for; the names of headers are in small letters."""

    method: str
    target: str
    headers: dict[str, str]

    @property
    def path(self) -> str:
        """The path that behaviours are named by; "CONNECT" for what asks a proxy to."""
        return self.method if self.method == "CONNECT" else urlsplit(self.target).path


Behaviour = Callable[[Request, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
"""What the server does with a request; where it closes the writer, the connection ends."""


class LocalServer:
    """Runs in a thread of its own, at a port that the system chooses; `host` is the name its addresses have.

    A server with a `greeting` sends that to whoever comes, and nothing else.
    """

    def __init__(self, host: str = "localhost", tls: ssl.SSLContext | None = None, greeting: bytes = b"") -> None:
        self.host = host
        self.requests: list[Request] = []
        self.running = self.most_running = 0
        self._tls = tls
        self._greeting = greeting
        self._behaviours: dict[str, Behaviour] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._server: asyncio.Server | None = None
        self._writers: list[asyncio.StreamWriter] = []
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def at(self, path: str, behaviour: Behaviour) -> str:
        """Have the server do this at a path; gives the address."""
        self._behaviours[path] = behaviour
        return self.address(path)

    def address(self, path: str, host: str | None = None) -> str:
        return f"http{'s' if self._tls else ''}://{host or self.host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """The paths that were asked for, in their order."""
        return [request.path for request in self.requests]

    async def _start(self) -> int:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._tls)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def _stop(self) -> None:
        assert self._server
        for listening in self._server.sockets:
            self._loop.remove_reader(listening.fileno())
        await asyncio.sleep(0)  # asyncio leaves a connection open that it has accepted and not yet taken up
        self._server.close()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:  # one may begin while others end
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()  # closing it would wait for a client that takes what was written
        await asyncio.gather(*(writer.wait_closed() for writer in self._writers), return_exceptions=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        self._loop.create_task(self._serve(reader, writer))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            if self._greeting:
                writer.write(self._greeting)
                writer.close()
            while not writer.is_closing():
                request = await _read_request(reader)
                self.requests.append(request)
                self.running += 1
                self.most_running = max(self.running, self.most_running)
                try:
                    await self._behaviours.get(request.path, status(404))(request, reader, writer)
                    await writer.drain()
                finally:
                    self.running -= 1
        writer.close()


async def _read_request(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    method, target, _version = first.split(" ")
    named = (line.partition(":") for line in lines)
    return Request(method, target, {name.lower(): value.strip() for name, _colon, value in named})


def head(code: int = 200, media_type: str | None = HTML, **headers: str) -> bytes:
    """The start of an answer; `_` in the names of headers stands for `-`."""
    lines = [f"HTTP/1.1 {code} Whatever"]
    if media_type is not None:
        lines.append(f"Content-Type: {media_type}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def answer(body: bytes | str, code: int = 200, media_type: str | None = HTML, **headers: str) -> Behaviour:
    """A proper answer."""
    data = body.encode() if isinstance(body, str) else body

    async def behave(_request: Request, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head(code, media_type, Content_Length=str(len(data)), **headers) + data)

    return behave


def status(code: int, **headers: str) -> Behaviour:
    """An answer without a body; the connection ends with it."""
    return raw(head(code, None, Content_Length="0", Connection="close", **headers))


def redirect(location: str, code: int = 302) -> Behaviour:
    return status(code, Location=location)


def raw(*parts: bytes) -> Behaviour:
    """These bytes, and the end of the connection."""

    async def behave(_request: Request, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()
        writer.close()

    return behave


def stall(start: bytes = b"") -> Behaviour:
    """These bytes, and then nothing, for ever."""

    async def behave(_request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await writer.drain()
        await reader.read()  # until the client has gone
        writer.close()

    return behave


def drip(start: bytes, drop: bytes) -> Behaviour:
    """These bytes, and then a drop again and again, for ever."""

    async def behave(_request: Request, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.01)  # a drop's pace

    return behave


def late(seconds: float, behaviour: Behaviour) -> Behaviour:
    """What another does, after a while."""

    async def behave(request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        await behaviour(request, reader, writer)

    return behave


def flood(start: bytes, chunk: bytes) -> Behaviour:
    """These bytes, and then a chunk again and again, as fast as the client takes them."""

    async def behave(_request: Request, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(chunk)
            await writer.drain()

    return behave


def tunnel(port: int) -> Behaviour:
    """What a proxy does when it is asked to CONNECT: pass on bytes to a port on this machine, and back."""

    async def behave(_request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        try:
            await asyncio.gather(_pass_on(reader, far_writer), _pass_on(far_reader, writer))
        finally:
            far_writer.transport.abort()

    return behave


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while chunk := await reader.read(65_536):
        writer.write(chunk)
        await writer.drain()
    writer.close()


def bomb(size: int, coding: str) -> bytes:
    """Some bytes that are unpacked to `size` zeros, and packed a thousandfold."""
    zeros = bytes(size)
    return gzip.compress(zeros, mtime=0) if coding == "gzip" else zlib.compress(zeros)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One behaviour after the other, a request each; the last one for good."""
    queue: Iterator[Behaviour] = iter(behaviours[:-1])

    async def behave(request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await next(queue, behaviours[-1])(request, reader, writer)

    return behave
