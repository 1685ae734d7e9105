"""A short run of the monkey; long ones are `python -m tests.fuzz.monkey SEED EVENTS`."""

from __future__ import annotations

import pytest

from tests.fuzz.events import Event, stream
from tests.fuzz.monkey import MisbehaviourError, check_written, run
from tests.terminal import foreign

EVENTS = 150


@pytest.mark.parametrize("seed", [3, 20])
def test_nothing_that_is_done_at_the_keyboard_ends_the_program(seed: int) -> None:
    failure, monkey = run(seed, stream(seed, EVENTS))
    assert failure == "", "\n".join(map(str, monkey.last))
    assert monkey.count == EVENTS


def test_a_seed_does_the_same_for_ever() -> None:
    bursts = [list(burst) for burst in stream(7, 500)]
    assert bursts == [list(burst) for burst in stream(7, 500)]
    assert sum(map(len, bursts)) == 500
    events = [event for burst in bursts for event in burst]
    assert events == [Event.read(str(event)) for event in events]
    assert {event.kind for event in events} >= {"type", "resize", "write", "remove", "outside"}


def test_a_program_that_ends_or_writes_what_it_must_not_is_found() -> None:
    code = "import time; time.sleep(0.3); raise SystemExit(70)"
    failure, _ = run(0, stream(0, 100), program=["-c", f"import tty; tty.setraw(0); {code}"])
    assert failure.startswith("ended with status 70")
    with pytest.raises(MisbehaviourError, match="2J"):
        check_written(b"before \x1b[2J after", foreign)
