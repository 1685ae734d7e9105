"""One request a host at a time, and a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class HostTurns:
    """Whose turn it is to ask a host; `pause_seconds` lie between two requests to one host."""

    def __init__(self, pause_seconds: float) -> None:
        self._pause_seconds = pause_seconds
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_from: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, goes_on: bool) -> AsyncIterator[None]:
        """Wait until a host may be asked, and hold it; what `goes_on` on a request before it waits for no pause."""
        time = asyncio.get_running_loop().time
        async with self._locks.setdefault(host, asyncio.Lock()):
            if not goes_on:
                await asyncio.sleep(self._free_from.get(host, 0) - time())
            try:
                yield
            finally:
                self._free_from[host] = time() + self._pause_seconds
