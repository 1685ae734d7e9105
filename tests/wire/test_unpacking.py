"""Packed bodies are unpacked a step at a time."""

from __future__ import annotations

import zlib

import pytest

from tests.wire.server import bomb
from tui_reader.wire.unpacking import unpacker_for


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_no_more_than_a_step_is_held(coding: str) -> None:
    steps = [len(step) for step in unpacker_for(coding).unpack(bomb(4_000_000, coding))]
    assert max(steps) <= 256 * 1024
    assert sum(steps) == 4_000_000


def test_what_began_in_its_wrapping_goes_on_in_it() -> None:
    unpacker = unpacker_for("deflate")
    assert len(b"".join(unpacker.unpack(zlib.compress(bytes(1_000))[:-4]))) == 1_000
    with pytest.raises(zlib.error):  # four bytes that are not the sum, and bare deflate by themselves
        list(unpacker.unpack(b"\x03\x00\x03\x00"))
