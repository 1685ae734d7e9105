"""Near-duplicates are found, and different news is not taken for one."""

from __future__ import annotations

import pytest

from tests.corpus import ROOT
from tui_reader.session.near_duplicates import NearDuplicates, sketch

WORDS = (ROOT / "assets" / "samples" / "crue-de-la-meurthe.txt").read_text(encoding="utf-8").split()
OTHER = (ROOT / "assets" / "samples" / "guerre-des-phares.txt").read_text(encoding="utf-8").split()


def test_a_thousand_pages_with_the_same_frame_are_told_apart() -> None:
    frame = [f"mot{number}" for number in range(40)]
    likeness = NearDuplicates()
    for page in range(1000):
        own = [f"propre{page}x{number}" for number in range(60)]
        assert likeness.first_alike(page, sketch([*frame, *own])) is None
    assert all(len(firsts) <= 16 for firsts in likeness._firsts.values())


@pytest.mark.parametrize(
    ("words", "alike"),
    [
        (WORDS, True),
        (["Avec", "AFP", *WORDS], True),  # a line more
        ([*WORDS[:100], "corrigé", *WORDS[101:]], True),  # a word corrected
        (WORDS[: len(WORDS) // 2], False),  # half of it
        ([*WORDS[:200], *OTHER], False),  # a paragraph quoted in another article
        (OTHER, False),
        (WORDS[:30], False),  # too short to tell
    ],
)
def test_only_nearly_the_same_text_is_alike(words: list[str], alike: bool) -> None:
    likeness = NearDuplicates()
    assert likeness.first_alike(0, sketch(WORDS)) is None
    assert likeness.first_alike(1, sketch(words)) == (0 if alike else None)
    assert likeness.first_alike(0, sketch(WORDS)) is None  # not alike to itself
