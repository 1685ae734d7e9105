"""Looking up the numbers of a host, in a thread that nobody has to wait for."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from ipaddress import ip_address
from threading import Thread

from tui_reader.wire.guard import IPAddress


async def resolve(host: str, port: int) -> tuple[IPAddress, ...]:
    """The numbers of a host, those that the system prefers first; raises OSError where there is none.

    The system's resolver cannot be interrupted, and the event loop's own threads are waited for when the program
    ends; so this one is a daemon, which is left behind where it hangs.
    """
    loop = asyncio.get_running_loop()
    numbers: asyncio.Future[tuple[IPAddress, ...]] = loop.create_future()

    def settle(outcome: tuple[IPAddress, ...] | OSError) -> None:
        if numbers.done():  # the request was cancelled meanwhile
            return
        if isinstance(outcome, OSError):
            numbers.set_exception(outcome)
        else:
            numbers.set_result(outcome)

    def look_up() -> None:
        outcome = _numbers(host, port)
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, outcome)

    Thread(target=look_up, name=f"resolve {host}", daemon=True).start()
    return await numbers


def _numbers(host: str, port: int) -> tuple[IPAddress, ...] | OSError:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(ip_address(info[4][0]) for info in infos)) or OSError(host)
    except OSError as error:
        return error
    except ValueError as error:  # a name that cannot be written in the domain name system
        return OSError(str(error))
