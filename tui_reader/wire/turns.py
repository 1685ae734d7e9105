"""One request a host at a time, and a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tui_reader.wire.host_locks import HostLocks


class HostTurns:
    """Whose turn it is to ask a host; `pause_seconds` lie between two requests to one host.

    Turns hold between processes, too, that name the same `lock_file`.
    """

    def __init__(self, pause_seconds: float, lock_file: Path | None = None) -> None:
        self._pause_seconds = pause_seconds
        self._between_processes = HostLocks(lock_file)
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_from: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, goes_on: bool) -> AsyncIterator[None]:
        """Wait until a host may be asked, and hold it; what `goes_on` on a request before it waits for no pause."""
        time = asyncio.get_running_loop().time
        async with self._locks.setdefault(host, asyncio.Lock()):
            await self._between_processes.take(host)
            try:
                if not goes_on:
                    await asyncio.sleep(self._free_from.get(host, 0) - time())
                yield
            finally:
                self._free_from[host] = time() + self._pause_seconds
                self._between_processes.give_back(host, self._pause_seconds)

    def close(self) -> None:
        """No host is asked any more."""
        self._between_processes.close()
