"""The article pane: one line-API widget over a page's layout, for a tweet or a megabyte."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingsMap
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.config import COLUMN
from tui_reader.model import Span
from tui_reader.ui.view import render
from tui_reader.ui.view.cursor_in_sight import cursor_in_sight
from tui_reader.ui.view.layout import Layout
from tui_reader.ui.view.looks import ARTICLE
from tui_reader.ui.view.marks import marked_at
from tui_reader.ui.view.page import Page, plain_page
from tui_reader.ui.view.text_selection import TextSelection
from tui_reader.ui.view.text_units import TextUnits, Unit
from tui_reader.ui.widgets.article_rows import row_parts
from tui_reader.ui.widgets.line_view import LineView

_EMPTY = plain_page("")


class ArticleView(LineView):
    """A page to read, with a cursor in it; both keep their places through resizes and through changes of the page.

    The cursor stands on what is selected with the keys, else on what is marked as the current quote, figure or hit,
    else on a sentence. It is always in sight: scrolling takes it along.
    """

    class Scrolled(Message):
        """The reader came to another place."""

    class CursorMoved(Message):
        """The cursor stands on something else."""

    def __init__(self, selecting_keys: Sequence[Binding] = ()) -> None:
        """`selecting_keys` are those that mean something else while a stretch is selected with the keys."""
        super().__init__(id="article")
        self._selecting_keys = BindingsMap(selecting_keys)
        self._usual_keys = self._bindings
        self.page_shown: Page = _EMPTY
        self.hits: Sequence[Span] = []
        self.kept: Sequence[Span] = []
        self.current: Span | None = None  # the selected figure, quote or hit, on the page
        self.source: Span | None = None  # where the selected quote's speaker is named
        self.selected: TextSelection | None = None  # with the keys
        self.units = TextUnits(_EMPTY)
        self._sentence: Span | None = None
        self.column = COLUMN  # the widest the text may be, in cells
        self.layout_now = Layout(_EMPTY, 1)
        self._place = 0  # the raw offset at the top, exact: flipping back and forth does not drift
        self._settling = False
        self._stays_at_end = False  # whether the reader has scrolled to the end, which then stays in sight
        self._laid_out_width = 0

    # What is shown

    def show(self, page: Page, place: int = 0) -> None:
        """Show a page from the text at the raw offset `place` on; the cursor is on the first sentence there."""
        self.page_shown = page
        self.units = TextUnits(page)
        self.hits = []
        self._stop_selecting()
        self.current = self.source = self._sentence = None
        self._place = place
        self._stays_at_end = False
        self._lay_out()
        self.post_message(self.CursorMoved())

    def lay_out(self, *, column: int | None = None, place: int | None = None) -> None:
        """Wrap the text to so many cells at most, and bring the text at a raw offset to the top; None: as it is."""
        self.column = self.column if column is None else column
        self._place = self._place if place is None else place
        self._lay_out()

    @property
    def place(self) -> int:
        """The raw offset of the text at the top."""
        return self._place

    @property
    def percent(self) -> int:
        """How much of the page has been shown down to the bottom of the pane."""
        return self.layout_now.percent_down_to(self.scroll_offset.y + self.size.height)

    @property
    def _rows_in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, top + self.scrollable_content_region.height)

    @property
    def in_sight(self) -> Span:
        """The stretch of the page that is in sight."""
        return self.layout_now.text_in(self._rows_in_sight)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.scroll_offset.y + self.scrollable_content_region.height >= len(self.layout_now.rows)

    def mark(self, span: Span | None, source: Span | None = None, *, reveal: bool = True) -> None:
        """Mark a stretch of the page as the current one, and its `source`, and bring it into sight."""
        before = self.cursor
        self._stop_selecting()
        self.current = span
        self.source = source
        self._sentence = self.units.sentence_at((span or before or Span(0, 0)).start)
        if span and reveal:
            self.reveal(span)
        self._tell_of_cursor()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what was found."""
        self.hits = hits
        self.refresh()

    def show_kept(self, spans: Sequence[Span]) -> None:
        """Mark what is kept."""
        self.kept = spans
        self.refresh()

    def reveal(self, span: Span) -> None:
        """Scroll as little as shows the stretch with a little text around it; a hidden page comes up there."""
        if not self.size.width:
            self._place = self.page_shown.wording.to_raw(span.start)
            return
        rows = self.layout_now.rows_of(span)
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if rows.start < top or rows.stop > top + height:
            self._scroll(max(0, rows.start - height // 3))

    # The cursor

    @property
    def cursor(self) -> Span | None:
        """The stretch of the page that commands act on; None on a page without words."""
        marked = self.selected.span if self.selected else self.current or self._sentence
        return marked or self.units.sentence_at(self.page_shown.wording.to_clean(self._place))

    def put_cursor(self, sentence: Span | None) -> None:
        """Put the cursor on a sentence, and bring it into sight."""
        self._stop_selecting()
        self.current = self.source = None
        self._sentence = sentence
        if sentence:
            self.reveal(sentence)
        self._tell_of_cursor()

    def step_cursor(self, unit: Unit, by: int) -> bool:
        """Put the cursor on the next or the previous sentence, or the first of a paragraph; False at the edge."""
        cursor = self.cursor
        following = self.units.next_to(cursor, unit, by) if cursor else None
        if following:
            self.put_cursor(following)
        return following is not None

    def select(self, selection: TextSelection | None) -> None:
        """Select a stretch with the keys, or nothing any more: the cursor is then where the selection was."""
        if selection is None:
            if self.selected:
                self.put_cursor(self.units.sentence_at(self.selected.span.start))
            return
        if self.selected is None:
            self._bindings = self._selecting_keys
            self.refresh_bindings()
        self.selected = selection
        place = selection.moving_offset
        self.reveal(Span(place - selection.moves_end, place + (not selection.moves_end)))
        self._tell_of_cursor()

    def _tell_of_cursor(self) -> None:
        self.refresh()
        self.post_message(self.CursorMoved())

    def _stop_selecting(self) -> None:
        if self.selected:
            self.selected = None
            self._bindings = self._usual_keys
            self.refresh_bindings()

    def _keep_cursor_in_sight(self, *, at_top: bool = False) -> None:
        """Take the cursor along where scrolling left it behind; `at_top`: to the first sentence in sight, anyway."""
        cursor = None if at_top else self.current or self._sentence
        nearest = cursor_in_sight(self.layout_now, self.units, cursor, self._rows_in_sight)
        if self.selected or nearest == cursor:
            return
        self.current = self.source = None
        self._sentence = nearest
        self._tell_of_cursor()

    # Moving

    def move(self, by: int) -> None:
        """Scroll by rows; where there is nothing more to scroll, the cursor goes on by sentences."""
        if not self._scroll(self.scroll_offset.y + by):
            self.step_cursor("sentence", 1 if by > 0 else -1)

    def page(self, pages: float) -> None:
        """Scroll by pages; a whole page leaves two rows of the old one. The cursor goes to the top."""
        height = self.scrollable_content_region.height
        rows = round(pages * max(1, height - 2 * (abs(pages) >= 1)))
        if self._scroll(self.scroll_offset.y + rows):
            self._keep_cursor_in_sight(at_top=True)
        else:
            self.edge(end=pages > 0)

    def edge(self, end: bool) -> None:
        """To the end, or the beginning."""
        self._scroll(len(self.layout_now.rows) if end else 0)
        self.put_cursor(self.units.sentence_at(len(self.page_shown.text) if end else 0))

    def _scroll(self, row: int) -> bool:
        """Bring a row to the top, as far as there are rows below it; False where it is there already."""
        before = self.scroll_offset.y
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True, immediate=True)
        return self.scroll_offset.y != before

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._settling:
            self._place = self.page_shown.wording.to_raw(self.layout_now.anchor(round(new_value)))
            self._stays_at_end = new_value > 0 and self.at_end
            self._keep_cursor_in_sight()
        self.post_message(self.Scrolled())

    # Layout

    def fit_width(self) -> None:
        if self.scrollable_content_region.width != self._laid_out_width:
            self._lay_out()

    def on_resize(self) -> None:
        stays_at_end = self._stays_at_end
        self.fit_width()
        if stays_at_end:
            self._scroll(len(self.layout_now.rows))
        self._keep_cursor_in_sight()
        self.post_message(self.Scrolled())

    def _lay_out(self) -> None:
        """Wrap the page to the width there is, and put the text that was at the top there again."""
        width = self.scrollable_content_region.width
        if not self.size.width:  # not on the screen: a megabyte in a column of one cell takes long
            self.layout_now = Layout(_EMPTY, 1)  # rows of the page before belong to no paragraph of this one
            self._laid_out_width = 0
            return
        column = max(1, min(self.column, width - 2))
        self.layout_now = Layout(self.page_shown, column)
        self._laid_out_width = width
        self._settling = True
        self.virtual_size = Size(width, len(self.layout_now.rows))
        at_start = self._place <= self.page_shown.wording.to_raw(0)
        row = 0 if at_start else self.layout_now.row_of(self.page_shown.wording.to_clean(self._place))
        self._scroll(row)
        self._settling = False
        self._keep_cursor_in_sight()
        self.refresh()
        self.post_message(self.Scrolled())

    @property
    def margin_left(self) -> int:
        """Cells between the edge of the pane and the text."""
        return max(0, (self._laid_out_width - self.layout_now.width) // 2)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = self.scroll_offset.y + y
        if number >= len(self.layout_now.rows):
            return Strip.blank(width, self.ground)
        return render.strip(row_parts(self, number), width, self.ground).apply_offsets(0, number)

    def style_of(self, part: str) -> Style:
        """The style of a part of the page."""
        return self.styled(ARTICLE[part])

    def on_blur(self) -> None:
        """Selecting with the keys ends where they go elsewhere: to another pane, or nowhere on a tiny terminal."""
        self.select(None)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked: a quote, a figure, or the sentence."""
        number = self.scroll_offset.y + event.y - self.gutter.top
        if self.text_selection or not 0 <= number < len(self.layout_now.rows):
            return
        place = self.place_at(number, event.x - self.gutter.left)
        marked = marked_at(self.page_shown, place)
        if marked:
            self.mark(marked, reveal=False)
        else:
            self.put_cursor(self.units.sentence_at(place))

    @property
    def mouse_span(self) -> Span | None:
        """What the mouse has selected."""
        if not self.text_selection or not self.layout_now.rows:
            return None
        start, end = self.text_selection
        first = 0 if start is None else self.place_at(start.y, start.x)
        return Span(first, len(self.page_shown.text) if end is None else self.place_at(end.y, end.x))

    def place_at(self, row_index: int, column: int) -> int:
        """The place of the text at a cell of the page."""
        return self.layout_now.place_at(row_index, column - self.margin_left)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002 - it is `text_selection`
        return (self.mouse_span or Span(0, 0)).of(self.page_shown.text), "\n"
