"""Split a raw text into units: paragraphs and lines; hard-wrapped lines are joined by edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui_reader.analysis.cleaning.address import read_line
from tui_reader.analysis.text.segmentation import trim
from tui_reader.model import Edit, Span

_LINE = re.compile(r"[^\r\n]+")
_SHORTEST_WRAP, _LONGEST_WRAP = 45, 100  # columns at which mail and text tools wrap
_SHORTEST_COLUMN = 16  # and those of newspapers, which divide words
_HYPHENS = "-\u2010\u00ad"
_STOPS = '.!?…»”"'


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a line of the raw text, and the edits that join its lines."""

    span: Span
    text: str
    edits: tuple[Edit, ...] = ()


def split_units(raw: str) -> list[Unit]:
    """The units of `raw`, in order; together they cover all that is not blank."""
    units: list[Unit] = []
    for lines in (part for run in _runs(raw) for part in _addresses_apart(raw, run)):
        if _is_hard_wrapped(raw, lines):
            units.extend(_joined(raw, paragraph) for paragraph in _paragraphs(raw, lines))
        else:
            units.extend(Unit(line, line.of(raw)) for line in lines)
    return units


def _runs(raw: str) -> Iterator[list[Span]]:
    """The non-blank lines between blank ones, trimmed."""
    run: list[Span] = []
    last_end = 0
    for match in _LINE.finditer(raw):
        line = trim(raw, Span(*match.span()))
        if line.start == line.end:
            continue
        breaks = raw[last_end : line.start].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        if run and breaks > 1:
            yield run
            run = []
        run.append(line)
        last_end = line.end
    if run:
        yield run


def _addresses_apart(raw: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The run, cut above and below each web address that is a line of its own."""
    start = 0
    for index in range(len(lines)):
        if _is_address_apart(raw, lines, index):
            yield from (part for part in (lines[start:index], lines[index : index + 1]) if part)
            start = index + 1
    if start < len(lines):
        yield lines[start:]


def _is_address_apart(raw: str, lines: list[Span], index: int) -> bool:
    """Whether a line is an address below a title or a sentence, rather than one in the middle of wrapped text."""
    address_line = read_line(lines[index].of(raw))
    if address_line is None or (index + 1 < len(lines) and raw[lines[index + 1].start].islower()):
        return False
    return index < 2 or address_line.labelled or raw[lines[index - 1].end - 1] in _STOPS


def _is_hard_wrapped(raw: str, lines: list[Span]) -> bool:
    """Whether lines are of nearly one length, with ends in the middle of sentences."""
    longest = _longest(lines)
    if len(lines) < 2 or not _SHORTEST_COLUMN <= longest <= _LONGEST_WRAP:
        return False
    if longest < _SHORTEST_WRAP and not any(_divides_word(raw, line, after) for line, after in pairwise(lines)):
        return False
    full = [after for line, after in pairwise(lines) if _is_full(raw, line, after, longest)]
    short = sum(_ends_paragraph(raw, line, after, longest) for line, after in pairwise(lines))
    go_on = sum(raw[after.start].islower() for after in full)
    most_are_full = len(full) >= 0.8 * (len(lines) - 1 - short)
    return most_are_full and (go_on >= 0.4 * len(full) or len(lines) == 2) and bool(full)


def _paragraphs(raw: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Group wrapped lines by paragraph, for a text may have no blank lines between paragraphs."""
    longest = _longest(lines)
    paragraph = lines[:1]
    for line, after in pairwise(lines):
        if _ends_paragraph(raw, line, after, longest):
            yield paragraph
            paragraph = []
        paragraph.append(after)
    yield paragraph


def _longest(lines: list[Span]) -> int:
    return max(line.end - line.start for line in lines)


def _divides_word(raw: str, line: Span, after: Span) -> bool:
    """Whether a word begins at the end of a line and goes on in the next."""
    return (
        line.end - line.start > 2
        and raw[line.end - 1] in _HYPHENS
        and raw[line.end - 2].isalpha()
        and raw[after.start].islower()
    )


def _is_full(raw: str, line: Span, after: Span, longest: int) -> bool:
    """Whether a line had no room for the first word of the next; in columns of print, lines are less even."""
    next_word = after.of(raw).split(maxsplit=1)[0]
    room = 2 if longest >= _SHORTEST_WRAP else longest // 5
    return _divides_word(raw, line, after) or line.end - line.start + 1 + len(next_word) > longest - room


def _ends_paragraph(raw: str, line: Span, after: Span, longest: int) -> bool:
    """Whether a line with room left is a title or the end of a paragraph."""
    is_short = line.end - line.start < 0.7 * longest
    may_end = is_short or raw[line.end - 1] in _STOPS
    return may_end and not _is_full(raw, line, after, longest)


def _joined(raw: str, lines: list[Span]) -> Unit:
    span = Span(lines[0].start, lines[-1].end)
    edits: Iterable[Edit] = (Edit(Span(a.end, b.start), " ", "line-join") for a, b in pairwise(lines))
    return Unit(span, span.of(raw), tuple(edits))
