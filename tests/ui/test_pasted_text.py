"""Nothing in a pasted text is a key, however the terminal cuts it into pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ui.pasted_text import END, ESCAPE_STAND_IN, START, PasteGuard


def fed(text: str, cuts: list[int]) -> str:
    guard = PasteGuard()
    edges = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
    return "".join(guard.feed(text[start:end]) for start, end in pairwise(edges))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("j\x1b[A\x1b", "j\x1b[A\x1b"),
        (f"{START}a\x1b[31mO\x1b[0mb{END}\x1b[A", f"{START}a{ESCAPE_STAND_IN}[31mO{ESCAPE_STAND_IN}[0mb{END}\x1b[A"),
        (f"{START}{START}q{END}", f"{START}{ESCAPE_STAND_IN}[200~q{END}"),
        (f"{START}a{END}{START}\x1bO{END}", f"{START}a{END}{START}{ESCAPE_STAND_IN}O{END}"),
    ],
)
@given(cuts=st.lists(st.integers(0, 99), max_size=6))
def test_escapes_inside_a_paste_have_a_stand_in(text: str, safe: str, cuts: list[int]) -> None:
    assert fed(text, cuts) == safe


def test_no_key_is_held_back() -> None:
    guard = PasteGuard()
    assert [guard.feed(part) for part in ("\x1b", "[", "200", "~a")] == ["\x1b", "[", "200", "~a"]
    assert guard.feed("\x1bO") == f"{ESCAPE_STAND_IN}O"
