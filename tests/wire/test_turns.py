"""A pause between two requests to one host."""

from __future__ import annotations

import asyncio

import pytest

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
