"""Calls that cannot be interrupted, in threads that nobody has to wait for."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")
Outcome = TypeVar("Outcome")


async def in_background(call: Callable[[], Result]) -> Result:
    """What a call gives, or the OSError or ValueError that it raises, from a daemon thread.

    The event loop's own threads are waited for when the program ends; this one is left behind where it hangs.
    """
    loop = asyncio.get_running_loop()
    given: asyncio.Future[Result] = loop.create_future()

    def run() -> None:
        try:
            outcome = call()
        except (OSError, ValueError) as error:
            tell(given.set_exception, error)
        else:
            tell(given.set_result, outcome)

    def tell(settle: Callable[[Outcome], None], outcome: Outcome) -> None:
        with contextlib.suppress(RuntimeError):  # the loop may have ended meanwhile
            loop.call_soon_threadsafe(lambda: None if given.done() else settle(outcome))  # done: it was cancelled

    Thread(target=run, daemon=True).start()
    return await given
