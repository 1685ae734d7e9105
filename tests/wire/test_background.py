"""Calls that hang hold up nobody."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from typing import Any

import pytest

from tui_reader.wire.background import in_background


async def test_what_a_call_gives_or_raises() -> None:
    assert await in_background(lambda: 7) == 7
    with pytest.raises(ValueError, match="x"):
        await in_background(lambda: int("x"))


async def test_what_comes_after_the_request_was_cancelled_is_left() -> None:
    complaints: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, complaint: complaints.append(complaint))
    before, end = set(threading.enumerate()), threading.Event()
    task = asyncio.create_task(in_background(end.wait))
    while not (started := set(threading.enumerate()) - before):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    end.set()
    started.pop().join()
    await asyncio.sleep(0)  # what the thread left for the loop is done
    assert complaints == []


def test_the_program_ends_while_a_call_hangs() -> None:
    code = (
        "import asyncio, threading; from tui_reader.wire.background import in_background\n"
        "async def main():\n"
        "    asyncio.create_task(in_background(threading.Event().wait))\n"
        "    await asyncio.sleep(0)\n"
        "    while threading.active_count() < 2: await asyncio.sleep(0)\n"
        "asyncio.run(main()); print('left')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout == "left\n"
