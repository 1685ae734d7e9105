"""Mark the items of lists: lines that begin with the same bullet, or with numbers that follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from tui_reader.analysis.cleaning.draft import PageDraft

_BULLET = re.compile(r"([*•·▪■●‣◦–-])\s+\S")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+\S")
_DASHES = "-–"  # which begin what somebody says, too


def mark_list_items(draft: PageDraft) -> None:
    """Mark as items the lines of each list; dashes before sentences may be a dialogue's."""
    bullets = [_bullet_of(draft, index) for index in range(len(draft.blocks))]
    for bullet, group in groupby(range(len(bullets)), key=lambda index: bullets[index]):
        run = list(group)
        if bullet and len(run) > 1 and not (bullet in _DASHES and _may_be_dialogue(draft, run)):
            for index in run:
                draft.mark(index, "list")


def _bullet_of(draft: PageDraft, index: int) -> str | None:
    """What a plain line begins with: its bullet, or one sign for all numbers that go on from line to line."""
    if not draft.is_plain(index) and draft.blocks[index].kind != "heading":
        return None
    text = draft.blocks[index].text
    if text[0].isalpha():
        return None
    if bullet := _BULLET.match(text):
        return bullet[1]
    number = _number_of(draft, index)
    near = (_number_of(draft, index - 1), _number_of(draft, index + 1))
    return "1" if number is not None and (near[0] == number - 1 or near[1] == number + 1) else None


def _number_of(draft: PageDraft, index: int) -> int | None:
    number = _NUMBER.match(draft.blocks[index].text) if 0 <= index < len(draft.blocks) else None
    return int(number[1]) if number else None


def _may_be_dialogue(draft: PageDraft, run: Sequence[int]) -> bool:
    """Whether most lines end as sentences do."""
    return 2 * sum(draft.lines[index].ends_sentence for index in run) > len(run)
