"""Repair the kept wording by edits; the raw text stays as it is.

Only what no writer means is repaired: soft hyphens, invisible blanks, doubled blanks, a word that a line end divides,
and UTF-8 that was read as Windows-1252 ("dÃ©jÃ\xa0 vu").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Edit, Span

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_LAST_WORD = re.compile(r"(?P<part>[^\W\d_]{2,})(?P<hyphen>[-\u2010\u00ad])\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,}")
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_REPAIRED_CHARACTERS = "àâäçèéêëîïôöùûüÿæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜñÑßœŒ‘’“”„«»–—…•€°£\u00a0\u202f"


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
    is_misread = "Ã" in draft.raw or "â€" in draft.raw  # UTF-8 as Windows-1252; "Â" alone may be repaired already
    draft.blocks = [
        _repaired(draft.raw, block, words, is_misread=is_misread) if block.kept else block for block in draft.blocks
    ]


def _known_words(draft: PageDraft) -> KnownWords:
    """The words of the text, none where no lines are joined, and its language."""
    are_joined = any(unit.edits for unit in draft.units)
    return KnownWords(frozenset(WORD.findall(fold(draft.raw))) if are_joined else frozenset(), draft.language)


def _repaired(raw: str, block: Block, known_words: KnownWords, *, is_misread: bool) -> Block:
    """The block with its repairs; where two overlap, the first and longest counts."""
    joins = [_join(raw, edit, known_words) for edit in block.edits]
    repairs = [*joins, *_invisible(block), *(_misread(block) if is_misread else ()), *_blanks(block)]
    edits: list[Edit] = []
    for edit in sorted(repairs, key=lambda edit: (edit.span.start, -edit.span.end)):
        if not edits or edit.span.start >= edits[-1].span.end:
            edits.append(edit)
    return replace(block, edits=tuple(edits))


def _join(raw: str, edit: Edit, known_words: KnownWords) -> Edit:
    """The edit that joins two lines; a hyphen at the line end goes where the word is known without it."""
    start, end = edit.span
    first, second = _LAST_WORD.search(raw, max(0, start - 40), start), _FIRST_WORD.match(raw, end, end + 40)
    if not first or not second:
        return edit
    if first["hyphen"] == "\u00ad" or not second.group()[0].islower():  # "Saint-" and "Malo" are one name
        return edit._replace(to="")
    is_whole = known_words.has_whole(fold(first["part"]), fold(second.group()))
    return Edit(Span(start - 1, end), "", "hyphen") if is_whole else edit._replace(to="")


def _invisible(block: Block) -> Iterator[Edit]:
    """Soft hyphens and blanks without width."""
    for match in _INVISIBLE.finditer(block.text):
        yield Edit(Span(*match.span()).shift(block.span.start), "", "soft-hyphen")


def _blanks(block: Block) -> Iterator[Edit]:
    """Doubled blanks and tabs."""
    for match in _BLANKS.finditer(block.text):
        yield Edit(Span(*match.span()).shift(block.span.start), " ", "blanks")


def _misread(block: Block) -> Iterator[Edit]:
    """Letters and marks of UTF-8 that were read as Windows-1252."""
    for match in _misread_pattern().finditer(block.text):
        yield Edit(Span(*match.span()).shift(block.span.start), _misread_forms()[match.group()], "mojibake")


@cache
def _misread_forms() -> dict[str, str]:
    """What each character of French and English print becomes when its UTF-8 is read as Windows-1252."""
    return {_as_windows(repaired.encode()): repaired for repaired in _REPAIRED_CHARACTERS}


def _as_windows(data: bytes) -> str:
    """The bytes as browsers read Windows-1252: those it leaves open are control characters."""
    return "".join(byte.to_bytes().decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in data)


@cache
def _misread_pattern() -> re.Pattern[str]:
    return re.compile(any_of(_misread_forms()))
