"""One request a host at a time, also where several processes ask: the reader's own, and `tui-reader refresh`."""

from __future__ import annotations

import asyncio
import fcntl
import os
import zlib
from contextlib import suppress
from pathlib import Path

LOOK_SECONDS = 0.1
"""How often it is looked whether another process has done with a host."""


class HostLocks:
    """Locks of hosts that hold between processes: a byte of one file each. Without a `path`, there are none.

    The system gives them back when the process ends. Where no such file can be made, nobody is kept from a host.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._releases: dict[str, asyncio.TimerHandle] = {}

    async def take(self, host: str) -> None:
        """Wait until no other process asks a host, and keep others from it."""
        release = self._releases.pop(host, None)
        if release:  # it is still held from the request before
            release.cancel()
            return
        descriptor = self._opened()
        while descriptor is not None and not _is_taken(descriptor, host):
            await asyncio.sleep(LOOK_SECONDS)

    def give_back(self, host: str, seconds: float) -> None:
        """Let others ask a host, after a pause of so many seconds."""
        self._releases[host] = asyncio.get_running_loop().call_later(seconds, self._release, host)

    def close(self) -> None:
        """Give all of them back."""
        for release in self._releases.values():
            release.cancel()
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _release(self, host: str) -> None:
        self._releases.pop(host, None)
        if self._descriptor is not None:
            with suppress(OSError):
                fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, _place_of(host))

    def _opened(self) -> int | None:
        if self._descriptor is None and self._path:
            with suppress(OSError):
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._descriptor


def _is_taken(descriptor: int, host: str) -> bool:
    """Whether this process has the lock of a host now; also where the file system knows no locks."""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _place_of(host))
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _place_of(host: str) -> int:
    """The byte that stands for a host; two hosts with the same one only wait for each other."""
    return zlib.crc32(host.encode()) >> 1
