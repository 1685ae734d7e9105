"""Repair the kept wording by edits: doubled blanks, and words that a line end divides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.repaired_text import without_overlap
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Edit, Span

_SOFT_HYPHEN = "\u00ad"
_LAST_WORD = re.compile(r"(?P<part>[^\W\d_]{2,})(?P<hyphen>[-\u2010\u00ad])\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,}")
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_DAMAGE = ("\t", "  ", _SOFT_HYPHEN)


class KnownWords(NamedTuple):
    """The words by which one divided at a line end is recognised: those of the text and of its `language`."""

    in_text: frozenset[str]
    language: str | None

    def has_whole(self, first: str, second: str) -> bool:
        """Whether two parts are one word without a hyphen between them.

        The text decides where it has the word elsewhere, else the word list: there the whole is in the dictionary or
        commoner than a part of it.
        """
        if first + second in self.in_text or f"{first}-{second}" in self.in_text:
            return first + second in self.in_text
        listed = word_list(self.language)
        whole = listed.find(first + second)
        if whole is None:
            return False
        parts = (listed.find(first), listed.find(second))
        return bool(whole.classes) or any(part is None or part.frequency < whole.frequency for part in parts)


def repair_wording(draft: PageDraft) -> None:
    """Give each kept block the edits that repair its wording."""
    words = _known_words(draft)
    draft.blocks = [_repaired(draft.raw, block, words) if block.kept else block for block in draft.blocks]


def _known_words(draft: PageDraft) -> KnownWords:
    """The words of the text, none where no lines are joined, and its language."""
    are_joined = any(unit.edits for unit in draft.units)
    return KnownWords(frozenset(WORD.findall(fold(draft.raw))) if are_joined else frozenset(), draft.language)


def _repaired(raw: str, block: Block, known_words: KnownWords) -> Block:
    """The block with its repairs; most blocks need none."""
    if not block.edits and not any(map(block.text.__contains__, _DAMAGE)):
        return block
    joins = [_join(raw, edit, known_words) for edit in block.edits]
    edits = tuple(without_overlap([*joins, *_soft_hyphens(block), *_blanks(block)]))
    return replace(block, edits=edits) if edits else block


def _join(raw: str, edit: Edit, known_words: KnownWords) -> Edit:
    """The edit that joins two lines; a hyphen at the line end goes where the word is known without it."""
    start, end = edit.span
    first, second = _LAST_WORD.search(raw, max(0, start - 40), start), _FIRST_WORD.match(raw, end, end + 40)
    if not first or not second:
        return edit
    if first["hyphen"] == _SOFT_HYPHEN:
        return Edit(Span(start - 1, end), "", "soft-hyphen")
    if not second.group()[0].islower():  # "Saint-" and "Malo" are one name
        return edit._replace(to="")
    is_whole = known_words.has_whole(fold(first["part"]), fold(second.group()))
    return Edit(Span(start - 1, end), "", "hyphen") if is_whole else edit._replace(to="")


def _soft_hyphens(block: Block) -> Iterator[Edit]:
    """Soft hyphens at line ends: all others are repaired before the text is divided into lines."""
    for match in re.finditer(_SOFT_HYPHEN, block.text):
        yield Edit(Span(*match.span()).shift(block.span.start), "", "soft-hyphen")


def _blanks(block: Block) -> Iterator[Edit]:
    """Doubled blanks and tabs."""
    for match in _BLANKS.finditer(block.text):
        yield Edit(Span(*match.span()).shift(block.span.start), " ", "blanks")
