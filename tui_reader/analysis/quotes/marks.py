"""The quotation marks of a paragraph: where each stands, and whether it may open or close a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.lexicon import every_language
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Span

CLOSING = {"«": "»", "“": "”", "„": "“", "‹": "›", "<<": ">>", "``": "''", "‘": "’"}
"""The closing mark for each opening mark that looks unlike it."""
DOUBLE = '”"“'
"""Marks that are mistaken for one another."""
LOOKAHEAD = 200
"""The number of marks after an opening mark that are searched for the one that closes it."""

_DOUBLE_MARK = r"(?<=<)<|(?<=>)>|(?<=`)`|(?<=')'"
_APOSTROPHE_AT_EDGE = r"(?<=[‘’'])(?!(?<=[^\W_].)[^\W_])"  # not one between two letters
_MARK = re.compile(  # their first signs stand before all else, for these are looked for in no time
    rf"[«»“”„‹›\"<>`‘’'](?:(?<=[«»“”„‹›\"])|{_DOUBLE_MARK}|{_APOSTROPHE_AT_EDGE})"
)
SINGLE = "‘’'"
"""Marks that may as well be apostrophes."""
_SYMMETRIC = ('"', "''")  # marks that look the same at both ends
_NEEDS_CLOSING = ("‹", "<<", "``", "''")  # marks that mean something else where nothing closes them
_WORD = re.compile(r"\w+")


class Mark(msgspec.Struct, frozen=True):
    """A mark, and whether what stands beside it lets it open or close a quotation."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool
    possessive: bool = False  # it may be the apostrophe at the end of a word


def marks_in(raw: str, span: Span) -> list[Mark]:
    """The marks of a paragraph, without the apostrophes inside words."""
    marks = []
    for match in _MARK.finditer(raw, span.start, span.end):
        sign = match.group()
        before = raw[match.start() - 1] if match.start() > span.start else " "
        after = raw[match.end()] if match.end() < span.end else " "
        if sign == "”" and before.isspace() and raw[max(span.start, match.start() - 2)] == "’":
            before = "’"  # `“It was ‘odd,’ ” she said`
        if sign in SINGLE:
            mark = _single_mark(raw, match, before, after)
        else:
            mark = Mark(match.start(), match.end(), sign, *_directions(sign, before, after))
        marks.append(mark)
    return [mark for mark in _with_lost_blanks(raw, marks) if mark.opens or mark.closes]


def _with_lost_blanks(raw: str, marks: list[Mark]) -> list[Mark]:
    """The marks, and what straight ones do that stand between two letters because a blank was lost: `"oui"et "non"`.

    They open and close in turn with the others, if all others do so; one of each pair must have its blanks.
    """
    straight = [index for index, mark in enumerate(marks) if mark.sign == '"']
    lost = {index for index in straight if _lost_its_blank(raw, marks[index])}
    if not lost or len(straight) % 2:
        return marks
    resolved = list(marks)
    for opening, closing in zip(straight[::2], straight[1::2], strict=True):
        may_open, may_close = marks[opening].opens or opening in lost, marks[closing].closes or closing in lost
        if not (may_open and may_close) or lost.issuperset((opening, closing)):
            return marks
        resolved[opening] = replace(marks[opening], opens=True, closes=False)
        resolved[closing] = replace(marks[closing], opens=False, closes=True)
    return resolved


def _lost_its_blank(raw: str, mark: Mark) -> bool:
    return not (mark.opens or mark.closes) and raw[mark.start - 1].isalpha() and raw[mark.end].isalpha()


def _directions(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, by the characters beside it."""
    if sign in _SYMMETRIC:
        apart = before.isspace() and after.isspace()  # `" with blanks inside "`
        return apart or (not before.isalnum() and not after.isspace()), not after.isalnum()
    inverted = before.isspace() and after.isalnum()
    if sign == "»":
        return inverted, True
    if sign == "”":
        return inverted, not before.isspace() and not after.isalnum()
    if sign == "«":
        return True, not before.isspace() and not after.isalnum()
    return sign in CLOSING, sign not in CLOSING or (not before.isspace() and not after.isalnum())


def _single_mark(raw: str, match: re.Match[str], before: str, after: str) -> Mark:
    """A single mark, which may as well be an apostrophe."""
    start, end = match.span()
    opens = match.group() != "’" and not before.isalnum() and not after.isspace() and not _is_clipped(raw, end)
    closes = match.group() != "‘" and not before.isspace() and not after.isalnum()
    goes_on = before.isalpha() and after.isspace() and raw[end + 1 : end + 2].islower()
    return Mark(start, end, match.group(), opens, closes, goes_on and raw.endswith(_shortened_endings(), 0, start))


def _is_clipped(raw: str, end: int) -> bool:
    """True if an apostrophe stands for the beginning of a word: `’tis`, `’90s`."""
    word = _WORD.match(raw, end)
    return word is not None and (word.group()[0].isdigit() or fold(word.group()) in _clipped_words())


@cache
def _clipped_words() -> frozenset[str]:
    """The words of all languages that lose their beginning."""
    return frozenset().union(*(language.about.clipped for language in every_language()))


@cache
def _shortened_endings() -> tuple[str, ...]:
    """The endings of all languages behind which an apostrophe may stand that closes nothing."""
    return tuple(ending for language in every_language() for ending in language.about.shortened_endings)


def closing_sign(marks: Sequence[Mark], index: int) -> str:
    """The closing mark for the mark at `index` if that one opens a quotation; else an empty string."""
    mark = marks[index]
    if not mark.opens:
        return ""
    if mark.sign in _NEEDS_CLOSING:
        closing = CLOSING.get(mark.sign, mark.sign)
        return closing if any(later.sign == closing for later in _following(marks, index)) else ""
    if mark.sign == "»":
        return "«" if _comes_next(marks, index, "«") else ""
    if mark.sign == '"' and mark.closes:
        following = marks[index + 1] if index + 1 < len(marks) else mark
        return '"' if following is not mark and following.sign == '"' and following.closes else ""
    return CLOSING.get(mark.sign, mark.sign)


def _following(marks: Sequence[Mark], index: int) -> Sequence[Mark]:
    return marks[index + 1 : index + 1 + LOOKAHEAD]


def _comes_next(marks: Sequence[Mark], index: int, closing: str) -> bool:
    """True if a `closing` mark follows the mark at `index` before another quotation is opened."""
    for mark in _following(marks, index):
        if mark.sign == closing and mark.closes:
            return True
        if mark.sign not in SINGLE and mark.opens and not (mark.closes and mark.sign in _SYMMETRIC):
            return False
    return False


def closes_other_sort(marks: Sequence[Mark], index: int, opening: str, closing: str) -> bool:
    """True if the mark at `index` closes a quotation that a mark of another sort opened: `« … ”`, `“ … »`.

    So it is where the right `closing` mark does not come before the next quotation is opened.
    """
    mark = marks[index]
    sorts = ("»",) if opening in DOUBLE else ("”", '"') if opening == "«" else ()
    return mark.sign in sorts and mark.closes and not _comes_next(marks, index, closing)


def end_of_single(marks: Sequence[Mark], index: int) -> int | None:
    """The index of the mark that closes the single quotation mark at `index`.

    None where nothing closes it, or where only one of a pair of double marks stands inside. An apostrophe at the end
    of a word closes nothing if another mark does.
    """
    apostrophe: int | None = None
    depth = 0
    straight = False  # a straight double mark is open
    for later in range(index + 1, min(index + 1 + LOOKAHEAD, len(marks))):
        mark = marks[later]
        if mark.sign not in SINGLE:
            straight ^= mark.sign == '"'
            depth += 1 if mark.sign in CLOSING else -1 if mark.sign in CLOSING.values() else 0
        elif mark.opens and not mark.closes:
            break
        elif not mark.possessive:
            return later if depth == 0 and not straight else None
        elif apostrophe is None and depth == 0 and not straight:
            apostrophe = later
    return apostrophe
