"""What the network is asked for, and how much, how often and how long."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_reader import __version__


class NetworkRules(NamedTuple):
    """The rules that every request keeps.

    `total_seconds`: how long one answer may take, from looking up the name to the last byte of the body, with all
    redirects; waiting for other requests to the same host does not count. Half a minute is what newsboat gives.
    `most_bytes`: how long an answer may be when it is unpacked; miniflux takes as much.
    `most_redirects`: how many are followed; more are a loop.
    `pause_seconds`: between two requests to one host.
    `allowed_hosts`: "host" or "host:port" that may be at a private address.
    `lock_file`: by it processes of one user keep from asking a host at once; None where there is one process alone.
    `is_offline`: nothing is asked.
    `user_agent`: how the program names itself.
    """

    total_seconds: float = 30.0
    most_bytes: int = 15_000_000
    most_redirects: int = 5
    pause_seconds: float = 1.0
    allowed_hosts: frozenset[str] = frozenset()
    is_offline: bool = False
    lock_file: Path | None = None
    user_agent: str = f"tui-reader/{__version__}"

    def allows_private(self, host: str, port: int) -> bool:
        """Whether the user allows this host at a private address."""
        return host in self.allowed_hosts or f"{host}:{port}" in self.allowed_hosts
