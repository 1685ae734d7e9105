"""Which figures of a sentence stand next to a place in it, looked up without going through all of them."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, TypeVar

from tui_reader.model import Span

Placed = TypeVar("Placed", bound=tuple[Any, ...])  # a place, and what is known of it


class FigureNeighbours:
    """The figures of a sentence, in order, to be looked up by place."""

    def __init__(self, figures: Sequence[Span]) -> None:
        self._figures = figures
        self._starts = [figure.start for figure in figures]
        self._ends = sorted(figure.end for figure in figures)
        self._longest = max((figure.end - figure.start for figure in figures), default=0)

    def after(self, offset: int) -> Sequence[Span]:
        """The figures that begin at an offset or behind it."""
        return self._figures[bisect_left(self._starts, offset) :]

    def next(self, offset: int) -> Span | None:
        """The first of them."""
        index = bisect_left(self._starts, offset)
        return self._figures[index] if index < len(self._figures) else None

    def near(self, start: int, end: int) -> Sequence[Span]:
        """Those that begin at `end` or before it and do not end long before `start`."""
        first = bisect_left(self._starts, start - self._longest)
        return self._figures[first : bisect_right(self._starts, end)]

    def room(self, figure: Span) -> Span:
        """From the end of the figure before one to the start of the figure after it."""
        before, after = bisect_right(self._ends, figure.start), bisect_left(self._starts, figure.end)
        start = self._ends[before - 1] if before else 0
        end = self._starts[after] if after < len(self._starts) else sys.maxsize
        return Span(start, end)

    def is_clear(self, word: Span, figure: Span) -> bool:
        """Whether no other figure stands between a word and a figure."""
        room = self.room(figure)
        return word.end >= room.start and word.start <= room.end

    def end_in(self, start: int, end: int) -> bool:
        """Whether a figure ends at an offset from `start` up to, not including, `end`."""
        index = bisect_left(self._ends, start)
        return index < len(self._ends) and self._ends[index] < end


def within(words: Sequence[Placed], stretch: Span) -> Sequence[Placed]:
    """Of words that are in order and do not overlap, with their places, those that touch a stretch."""
    first = bisect_left(words, stretch.start, key=lambda word: word[0].end)
    last = bisect_right(words, stretch.end, key=lambda word: word[0].start)
    return words[first:last]


def behind(words: Sequence[Placed], offset: int) -> Sequence[Placed]:
    """Of words that are in order, with their places, those that begin at an offset or behind it."""
    return words[bisect_left(words, offset, key=lambda word: word[0].start) :]
