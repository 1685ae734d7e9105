"""A raw text as units: paragraphs and lines, each with its place; hard-wrapped lines are joined by edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui_reader.analysis.text import trim
from tui_reader.model import Edit, Span

_LINE = re.compile(r"[^\r\n]+")
_SHORTEST_WRAP, _LONGEST_WRAP = 45, 100  # columns at which mail and text tools wrap


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a line of the raw text, and the edits that join its lines."""

    span: Span
    text: str
    edits: tuple[Edit, ...] = ()


def split_units(raw: str) -> list[Unit]:
    """The units of `raw`, in order; together they cover all that is not blank."""
    units: list[Unit] = []
    for lines in _runs(raw):
        if _is_hard_wrapped(raw, lines):
            units.append(_joined(raw, lines))
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


def _is_hard_wrapped(raw: str, lines: list[Span]) -> bool:
    """Lines of nearly one length, whose ends stand in the middle of sentences."""
    if len(lines) < 2:
        return False
    lengths = [line.end - line.start for line in lines]
    longest = max(lengths)
    if not _SHORTEST_WRAP <= longest <= _LONGEST_WRAP:
        return False
    full = 0
    for line, following in pairwise(lines):
        next_word = following.of(raw).split(maxsplit=1)[0]
        full += line.end - line.start + 1 + len(next_word) > longest - 2
    return full >= 0.8 * (len(lines) - 1)


def _joined(raw: str, lines: list[Span]) -> Unit:
    span = Span(lines[0].start, lines[-1].end)
    edits: Iterable[Edit] = (Edit(Span(a.end, b.start), " ", "line-join") for a, b in pairwise(lines))
    return Unit(span, span.of(raw), tuple(edits))
