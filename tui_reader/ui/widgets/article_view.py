"""The article pane: one line-API widget over a page's layout, for a tweet or a megabyte."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.config import COLUMN
from tui_reader.model import Span
from tui_reader.ui.view import render
from tui_reader.ui.view.layout import Layout, Row
from tui_reader.ui.view.page import Page, plain_page
from tui_reader.ui.widgets.line_view import LineView

PARTS = (
    *("title", "heading", "plain", "meta", "post", "dropped", "doubtful"),
    *("note", "quote", "figure", "doubt", "hit", "source", "current"),
)
_EMPTY = plain_page("")


class ArticleView(LineView):
    """A page to read: it keeps the place through resizes and through changes of the page."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{part}" for part in PARTS}

    class Scrolled(Message):
        """The reader came to another place."""

    def __init__(self) -> None:
        super().__init__(id="article")
        self.page_shown: Page = _EMPTY
        self.hits: Sequence[Span] = []
        self.current: Span | None = None  # the selected figure, quote or hit, on the page
        self.source: Span | None = None  # where the selected quote's speaker is named
        self.column = COLUMN  # the widest the text may be, in cells
        self._layout_now = Layout(_EMPTY, 1)
        self._place = 0  # the raw offset at the top, exact: flipping back and forth does not drift
        self._settling = False
        self._laid_out_width = 0

    # What is shown

    def show(self, page: Page, place: int = 0) -> None:
        """Show a page, with the text at the raw offset `place` at the top."""
        self.page_shown = page
        self.hits = []
        self.current = self.source = None
        self._place = place
        self._lay_out()

    def set_column(self, cells: int) -> None:
        """Wrap the text to so many cells at most."""
        self.column = cells
        self._lay_out()

    def go_to(self, place: int) -> None:
        """Bring the text at a raw offset to the top."""
        self._place = place
        self._lay_out()

    @property
    def place(self) -> int:
        """The raw offset of the text at the top."""
        return self._place

    @property
    def percent(self) -> int:
        """How much of the page has been shown down to the bottom of the pane."""
        rows = len(self._layout_now.rows)
        return (
            100 if rows <= self.size.height else round(100 * min(rows, self.scroll_offset.y + self.size.height) / rows)
        )

    @property
    def in_sight(self) -> Span:
        """The stretch of the page that is in sight."""
        rows = self._layout_now.rows[self.scroll_offset.y :][: self.scrollable_content_region.height]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.scroll_offset.y + self.scrollable_content_region.height >= len(self._layout_now.rows)

    def mark(self, span: Span | None, source: Span | None = None, *, reveal: bool = True) -> None:
        """Mark a stretch of the page as the current one, and its `source`, and bring it into sight."""
        self.current = span
        self.source = source
        if span and reveal:
            self.reveal(span)
        self.refresh()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what was found."""
        self.hits = hits
        self.refresh()

    def reveal(self, span: Span) -> None:
        """Scroll as little as shows the stretch with a little text around it."""
        rows = self._layout_now.rows_of(span)
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if rows.start < top or rows.stop > top + height:
            self._scroll(max(0, rows.start - height // 3))

    def top_paragraph(self) -> Span | None:
        """The first paragraph that is wholly in sight, else the one at the top."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        rows = self._layout_now.rows
        seen = [row.paragraph for row in rows[top : top + height] if row.end > row.start]
        if not seen:  # only what stands above the text is in sight
            seen = [row.paragraph for row in rows[top:] if row.end > row.start][:1]
        for number in dict.fromkeys(seen):
            span = self.page_shown.paragraphs[number].span
            lines = self._layout_now.rows_of(span)
            if lines.start >= top and lines.stop <= top + height:
                return span
        return self.page_shown.paragraphs[seen[0]].span if seen else None

    # Moving

    def move(self, by: int) -> None:
        """Scroll by rows."""
        self._scroll(self.scroll_offset.y + by)

    def page(self, pages: float) -> None:
        """Scroll by pages; a whole page leaves two rows of the old one."""
        height = self.scrollable_content_region.height
        self.move(round(pages * max(1, height - 2 * (abs(pages) >= 1))))

    def edge(self, end: bool) -> None:
        """To the end, or the beginning."""
        self._scroll(len(self._layout_now.rows) if end else 0)

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._settling:
            self._place = self.page_shown.wording.to_raw(self._layout_now.anchor(round(new_value)))
        self.post_message(self.Scrolled())

    # Layout

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Wrap the page to the width there is, and put the text that was at the top there again."""
        width = self.scrollable_content_region.width
        if not self.size.width:  # not on the screen: a megabyte in a column of one cell takes long
            self._layout_now = Layout(_EMPTY, 1)  # rows of the page before belong to no paragraph of this one
            self._laid_out_width = 0
            return
        column = max(1, min(self.column, width - 2))
        self._layout_now = Layout(self.page_shown, column)
        self._laid_out_width = width
        self._settling = True
        self.virtual_size = Size(width, len(self._layout_now.rows))
        at_start = self._place <= self.page_shown.wording.to_raw(0)
        row = 0 if at_start else self._layout_now.row_of(self.page_shown.wording.to_clean(self._place))
        self._scroll(row)
        self._settling = False
        self.refresh()
        self.post_message(self.Scrolled())

    @property
    def _margin(self) -> int:
        return max(0, (self.scrollable_content_region.width - self._layout_now.width) // 2)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if width != self._laid_out_width:  # drawn before it is told of its size: the first paint waits for nothing
            self._lay_out()
        number = self.scroll_offset.y + y
        if number >= len(self._layout_now.rows):
            return Strip.blank(width, self.ground)
        row = self._layout_now.rows[number]
        parts = [(" " * self._margin, self.ground), *self._parts(row, number)]
        return render.strip(parts, width, self.ground).apply_offsets(0, number)

    def _style(self, part: str, *, partial: bool = False) -> Style:
        return self.get_component_rich_style(f"article--{part}", partial=partial)

    def _parts(self, row: Row, number: int) -> list[tuple[str, Style]]:
        if row.note:
            style = self._style("title" if row.is_title else "note")
            return [(render.shorten(row.note, self._layout_now.width), style)]
        paragraph = self.page_shown.paragraphs[row.paragraph]
        if row.end <= row.start and not paragraph.inset:
            return []
        base = self._style(paragraph.look)
        inset = [("│ ", self._style("note"))] if paragraph.inset else []
        return inset + self._marked(row, base, number)

    def _marked(self, row: Row, base: Style, number: int) -> list[tuple[str, Style]]:
        """The row's text, cut where marks begin and end, each part in its styles."""
        page = self.page_shown
        marks = [
            (span, self._style(name, partial=True))
            for name, spans in (
                ("quote", page.quotes),
                ("figure", page.figures),
                ("doubt", page.doubts),
                ("hit", self.hits),
            )
            for span in _meeting(spans, row)
        ]
        for name, span in (("source", self.source), ("current", self.current)):
            if span and span.start < row.end and row.start < span.end:
                marks.append((span, self._style(name, partial=True)))
        selected = self._selected(row, number)
        if selected:
            marks.append((selected, self.screen.get_component_rich_style("screen--selection", partial=True)))
        edges = {row.start, row.end}
        for span, _style in marks:
            edges.update(edge for edge in span if row.start < edge < row.end)
        cuts = sorted(edges)
        parts = []
        for start, end in pairwise(cuts):
            style = base
            for span, extra in marks:
                if span.start <= start and end <= span.end:
                    style += extra
            parts.append((page.text[start:end], style))
        return parts

    # Selecting with the mouse

    def _selected(self, row: Row, number: int) -> Span | None:
        selection = self.text_selection
        columns = selection.get_span(number) if selection else None
        if columns is None:
            return None
        start, end = columns
        return Span(self._text_at(row, start), row.end if end == -1 else self._text_at(row, end))

    def _text_at(self, row: Row, column: int) -> int:
        inset = self._margin + self.page_shown.paragraphs[row.paragraph].inset
        return max(row.start, min(row.start + column - inset, row.end))

    def selected_text(self, selection: Selection) -> str:
        """The page's own words under a mouse selection."""
        rows = self._layout_now.rows
        if not rows:
            return ""
        start, end = 0, len(self.page_shown.text)
        if selection.start is not None:
            start = self._text_at(rows[min(selection.start.y, len(rows) - 1)], selection.start.x)
        if selection.end is not None:
            end = self._text_at(rows[min(selection.end.y, len(rows) - 1)], selection.end.x)
        return self.page_shown.text[start:end]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return self.selected_text(selection), "\n"


def _meeting(spans: Sequence[Span], row: Row) -> Sequence[Span]:
    """Those of the sorted, disjoint spans that share a code point with the row."""
    first = bisect_right(spans, row.start, key=lambda span: span.end)
    last = bisect_left(spans, row.end, key=lambda span: span.start)
    return spans[first:last]
