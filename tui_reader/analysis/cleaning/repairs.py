"""Repairs of the kept wording, each an edit: the raw text stays as it is.

Only what no writer means: soft hyphens, invisible blanks, doubled blanks, a word that a line end divides, and UTF-8
that was read as Windows-1252 ("dÃ©jÃ\xa0 vu").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.cleaning.units import Unit
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Edit, Span

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_LAST_WORD = re.compile(r"(?P<part>[^\W\d_]{2,})(?P<hyphen>[-\u2010\u00ad])\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,}")
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_MEANT = "àâäçèéêëîïôöùûüÿæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜñÑßœŒ‘’“”„«»–—…•€°£\u00a0\u202f"


class Words(NamedTuple):
    """The words by which one divided at a line end is known: those of the text and of its `language`."""

    said: frozenset[str]
    language: str | None

    def has_whole(self, first: str, second: str) -> bool:
        """Whether two parts are one word without a hyphen between them.

        The text tells, else the language's list: there the whole is in the dictionary or commoner than a part of it.
        """
        if first + second in self.said or f"{first}-{second}" in self.said:
            return first + second in self.said
        listed = word_list(self.language)
        whole = listed.find(first + second)
        if whole is None:
            return False
        parts = (listed.find(first), listed.find(second))
        return bool(whole.classes) or any(part is None or part.frequency < whole.frequency for part in parts)


def words_of(raw: str, units: Sequence[Unit], language: str | None) -> Words:
    """The words of the text, none where no lines are joined, and its language."""
    are_joined = any(unit.edits for unit in units)
    return Words(frozenset(WORD.findall(fold(raw))) if are_joined else frozenset(), language)


def is_misread(raw: str) -> bool:
    """Whether UTF-8 was read as Windows-1252: "Â" alone tells nothing, for it may be repaired."""
    return "Ã" in raw or "â€" in raw


def with_repairs(raw: str, block: Block, words: Words, *, misread: bool) -> Block:
    """The block with the edits that repair its wording."""
    if not block.kept:
        return block
    joins = [_join(raw, edit, words) for edit in block.edits]
    found = [*joins, *_invisible(block), *(_misread(block) if misread else ()), *_blanks(block)]
    edits: list[Edit] = []
    for edit in sorted(found, key=lambda edit: (edit.span.start, -edit.span.end)):
        if not edits or edit.span.start >= edits[-1].span.end:
            edits.append(edit)
    return replace(block, edits=tuple(edits))


def _join(raw: str, edit: Edit, words: Words) -> Edit:
    """The edit that joins two lines; a hyphen at the line end goes where the word is known without it."""
    start, end = edit.span
    first, second = _LAST_WORD.search(raw, max(0, start - 40), start), _FIRST_WORD.match(raw, end, end + 40)
    if not first or not second:
        return edit
    if first["hyphen"] == "\u00ad" or not second.group()[0].islower():  # "Saint-" and "Malo" are one name
        return edit._replace(to="")
    is_whole = words.has_whole(fold(first["part"]), fold(second.group()))
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
    return {_as_windows(repaired.encode()): repaired for repaired in _MEANT}


def _as_windows(data: bytes) -> str:
    """The bytes as browsers read Windows-1252: those it leaves open are control characters."""
    return "".join(one.to_bytes().decode("cp1252", "replace").replace("\ufffd", chr(one)) for one in data)


@cache
def _misread_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_misread_forms(), key=len, reverse=True))))
