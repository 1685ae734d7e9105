"""A pause between two requests to one host."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.wire.host_locks import HostLocks
from tui_reader.wire.turns import HostTurns


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long is slept, without sleeping."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return slept


async def test_between_two_requests_to_one_host_there_is_a_pause(pauses: list[float]) -> None:
    host_turns = HostTurns(1000.0)
    for host in ("a.test", "b.test", "a.test"):
        async with host_turns.turn(host, goes_on=False):
            pass
    assert [seconds > 0 for seconds in pauses] == [False, False, True]
    assert 990 < pauses[2] <= 1000


async def test_a_redirect_goes_on_at_once(pauses: list[float]) -> None:
    host_turns = HostTurns(1000.0)
    for goes_on in (False, True):
        async with host_turns.turn("a.test", goes_on=goes_on):
            pass
    assert len(pauses) == 1


async def test_a_turn_ends_with_whatever_ends_it() -> None:
    host_turns = HostTurns(0)
    held = asyncio.Event()

    async def hold() -> None:
        async with host_turns.turn("a.test", goes_on=False):
            held.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hold())
    await held.wait()
    task.cancel()
    async with host_turns.turn("a.test", goes_on=False):
        assert task.done()


HOLD = """
import asyncio, sys
from pathlib import Path
from tui_reader.wire.host_locks import HostLocks

async def hold():
    locks = HostLocks(Path(sys.argv[1]))
    await locks.take("a.test")
    print("held", flush=True)
    sys.stdin.readline()

asyncio.run(hold())
"""
"""Holds a host until it is told something, or ended."""


async def test_a_host_that_another_process_asks_is_waited_for_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdin
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    locks = HostLocks(path)
    await asyncio.wait_for(locks.take("b.test"), 10)
    waiting = asyncio.create_task(locks.take("a.test"))
    await asyncio.wait([waiting], timeout=0.3)
    assert not waiting.done()
    child.kill()
    child.wait()
    await asyncio.wait_for(waiting, 10)
    locks.give_back("a.test", 1000)
    await asyncio.wait_for(locks.take("a.test"), 1)
    locks.close()
    child.stdin.close()
    child.stdout.close()


async def test_where_no_file_can_be_made_nobody_is_kept_from_a_host(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (None, tmp_path / "file" / "lock"):
        locks = HostLocks(path)
        await asyncio.wait_for(locks.take("a.test"), 1)
        locks.give_back("a.test", 0)
        locks.close()
