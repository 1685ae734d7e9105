"""Looking up the numbers of a host."""

from __future__ import annotations

import socket
from functools import partial
from ipaddress import ip_address

from tui_reader.wire.background import in_background
from tui_reader.wire.guard import IPAddress


async def resolve(host: str, port: int) -> tuple[IPAddress, ...]:
    """The numbers of a host, those that the system prefers first; raises OSError or ValueError where there is none."""
    return await in_background(partial(_numbers, host, port))


def _numbers(host: str, port: int) -> tuple[IPAddress, ...]:
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not infos:
        raise OSError(host)
    return tuple(dict.fromkeys(ip_address(info[4][0]) for info in infos))
