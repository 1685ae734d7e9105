"""A page and a width in, rows out: which stretch of the text stands on which line of the screen. No widget here.

Rows break at plain blanks, never at no-break ones; a word wider than the column is cut. Texts of a megabyte are laid
out in tens of milliseconds: paragraphs of narrow characters only are wrapped by searching for blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

import msgspec
from rich.cells import get_character_cell_size

from tui_reader.display import displayable
from tui_reader.model import Span
from tui_reader.ui.view.page import Page
from tui_reader.ui.view.signs import WARNING

# Anything that may take no cell or two: all but Latin, Greek, Cyrillic, general punctuation and currency signs.
_UNEVEN = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]"
)
_HELD = tuple("»›!?:;%€$")
_BREAK = re.compile(r"\r\n|\r|\n")


NoteLook = Literal["note", "title", "meta"]


class Row(msgspec.Struct, frozen=True):
    """One line of the screen: a stretch of the page's text; `note` is said in its place where it is not empty.

    `note_look` tells a title that is no part of the text, and the lead, from what is said of the text itself.
    """

    start: int
    end: int
    paragraph: int
    note: str = ""
    note_look: NoteLook = "note"


class Layout:
    """The rows of a page at a width, and the row of each place."""

    def __init__(self, page: Page, width: int) -> None:
        self.page = page
        self.width = max(1, width)
        self.rows = list(_rows(page, self.width))
        self._starts = [row.start for row in self.rows]

    def row_of(self, offset: int) -> int:
        """The row on which the code point at `offset` of the page's text stands."""
        return max(0, min(bisect_right(self._starts, offset) - 1, len(self.rows) - 1))

    def rows_of(self, span: Span) -> range:
        """The rows on which a stretch of text stands."""
        return range(self.row_of(span.start), self.row_of(max(span.start, span.end - 1)) + 1)

    def text_in(self, indices: range) -> Span:
        """The stretch of the page that rows show, by their indices; those beyond the last are left out."""
        rows = self.rows[indices.start : indices.stop]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    def percent_down_to(self, row_index: int) -> int:
        """How much of the page stands above a row."""
        return round(100 * min(len(self.rows), row_index) / len(self.rows)) if self.rows else 100

    def place_at(self, row_index: int, column: int) -> int:
        """The place of the text at a cell, by its column from the left of the text; the nearest of that row."""
        row = self.rows[max(0, min(row_index, len(self.rows) - 1))]
        inset = self.page.paragraphs[row.paragraph].inset if self.page.paragraphs else 0
        return max(row.start, min(row.start + column - inset, row.end))

    def anchor(self, row: int) -> int:
        """The place of the first text at or below `row`."""
        for at in range(max(0, row), len(self.rows)):
            if self.rows[at].end > self.rows[at].start:
                return self.rows[at].start
        return len(self.page.text)


def _rows(page: Page, width: int) -> Iterator[Row]:
    for start, stop in wrap(page.title, Span(0, len(page.title)), width) if page.title else ():
        yield Row(0, 0, 0, page.title[start:stop], "title")
    end = 0
    for number, paragraph in enumerate(page.paragraphs):
        if number == page.lead_before:
            yield from _lead(page, end, width)
        if number and paragraph.gap:
            yield Row(end, end, number - 1)
        if paragraph.note:
            note = Span(0, len(paragraph.note))
            for start, stop in wrap(paragraph.note, note, width):
                yield Row(paragraph.span.start, paragraph.span.start, number, paragraph.note[start:stop])
        room = max(1, width - 2 * paragraph.inset)
        for line in _lines(page.text, paragraph.span):
            yield from (Row(start, stop, number) for start, stop in wrap(page.text, line, room))
        end = paragraph.span.end
    if page.lead_before == len(page.paragraphs):
        yield from _lead(page, end, width)


def _lead(page: Page, end: int, width: int) -> Iterator[Row]:
    """The rows of the lead, behind the text that ends at `end`; at the top, a blank row sets it off."""
    before = max(0, page.lead_before - 1)
    for line in page.lead:
        look: NoteLook = "note" if line.startswith(WARNING.sign) else "meta"
        for start, stop in wrap(line, Span(0, len(line)), width):
            yield Row(end, end, before, line[start:stop], look)
    if page.lead_before == 0 and (page.title or page.lead):
        yield Row(0, 0, 0)


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for ending in _BREAK.finditer(text, span.start, span.end):
        yield Span(start, ending.start())
        start = ending.end()
    yield Span(start, span.end)


def wrap(text: str, line: Span, width: int) -> Iterator[tuple[int, int]]:
    """The rows of one line of text, `width` cells wide; the blanks at which rows break belong to no row."""
    if line.end - line.start <= width and not _UNEVEN.search(text, line.start, line.end):
        yield line.start, line.end
    elif _UNEVEN.search(text, line.start, line.end):
        yield from _wrap_by_cells(text, line, width)
    else:
        yield from _wrap_narrow(text, line, width)


def _wrap_narrow(text: str, line: Span, width: int) -> Iterator[tuple[int, int]]:
    start, end = line
    while end - start > width:
        blank = _last_blank(text, start, start + width + 1)
        if blank <= start:
            yield start, start + width
            start += width
        else:
            yield start, blank
            start = blank + 1
    yield start, end


def _last_blank(text: str, start: int, end: int) -> int:
    """The last blank at which a row may break: not one that holds a mark to its word, as in `« mot »` or `100 %`."""
    at = text.rfind(" ", start, end)
    while at > start and (text[at - 1] in "«‹" or text[at + 1 : at + 2] in _HELD):
        at = text.rfind(" ", start, at)
    return at


def _wrap_by_cells(text: str, line: Span, width: int) -> Iterator[tuple[int, int]]:
    shown = displayable(text[line.start : line.end])
    start = cells = 0
    blank = -1
    for index, character in enumerate(shown):
        size = get_character_cell_size(character)
        if character == " " and not (shown[index - 1 : index] in ("«", "‹") or shown[index + 1 : index + 2] in _HELD):
            blank = index
        if cells + size > width and index > start:
            if character == " ":
                yield line.start + start, line.start + index
                start, cells, blank = index + 1, 0, -1
                continue
            stop = blank if blank > start else index
            yield line.start + start, line.start + stop
            start = stop + 1 if stop == blank else stop
            blank = -1
            cells = sum(map(get_character_cell_size, shown[start:index]))
        cells += size
    yield line.start + start, line.end
