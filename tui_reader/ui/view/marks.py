"""Which stretches of a page are marked, and as what. No widget here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui_reader.model import Span
from tui_reader.ui.view.layout import Row
from tui_reader.ui.view.page import Page


def marks_in(
    page: Page, row: Row, *, hits: Sequence[Span], source: Span | None, current: Span | None
) -> list[tuple[str, Span]]:
    """What is marked in a row, each with the name of its look; the later ones lie over the earlier."""
    named = (("quote", page.speech), ("figure", page.figures), ("doubt", page.doubts), ("hit", hits))
    marks = [(name, span) for name, spans in named for span in _meeting(spans, row.start, row.end)]
    of_cursor = (("source", source), ("current", current))
    return marks + [(name, span) for name, span in of_cursor if span and span.meets(Span(row.start, row.end))]


def marked_at(page: Page, place: int) -> Span | None:
    """The figure or the quote at a place of the page."""
    marked = [*_meeting(page.figures, place, place + 1), *_meeting(page.quotes, place, place + 1)]
    return marked[0] if marked else None


def _meeting(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the sorted, disjoint spans that share a code point with a stretch."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return spans[first:last]
