"""A list of items, drawn line by line: as fast for 100,000 items as for ten.

Under the cursor's item may stand extra rows, above some of the items headings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection
from functools import partial
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui_reader.session.row_cursor import RowCursor
from tui_reader.ui.view import render
from tui_reader.ui.view.looks import CURSOR, CURSOR_FOCUSED, ROWS, Look
from tui_reader.ui.widgets.line_view import LineView


class RowList(LineView):
    """The base of the lists: a cursor, keys and mouse. Subclasses say how many items there are and draw their rows.

    Items are `ITEM_ROWS` high, unless `rows_before` says otherwise.
    """

    ITEM_ROWS: ClassVar[int] = 1
    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor came to another item."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            """The list whose cursor moved."""
            return self.rows

    class Chosen(Moved):
        """An item was clicked."""

    empty_text = ""

    def __init__(self, name: str, rows: RowCursor | None = None) -> None:
        super().__init__(id=name)
        self.rows = rows or RowCursor()
        self._drawn_index = self.rows.index

    @property
    def count(self) -> int:
        """How many items there are."""
        return self.rows.count

    @property
    def cursor(self) -> int:
        """The index of the item at the cursor."""
        return self.rows.index

    @cursor.setter
    def cursor(self, index: int) -> None:
        self.rows.go_to(index)
        self.follow_cursor()

    @property
    def extra(self) -> int:
        """Which of the extra rows the cursor is on, from 1; 0 for the item itself."""
        return self.rows.extra

    @extra.setter
    def extra(self, number: int) -> None:
        self.rows.extra = number
        self.follow_cursor()

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        """The parts of line `line` (from 0) of an item."""
        raise NotImplementedError

    def extra_rows(self) -> int:
        """How many rows stand under the cursor's item that belong to it but are no items."""
        return 0

    def selectable_rows(self) -> int:
        """How many of the extra rows, from the first, the cursor can be on."""
        return 0

    def extra_row(self, line: int, width: int) -> list[tuple[str, Style]]:
        """The parts of an extra row."""
        raise NotImplementedError

    def rows_before(self, index: int) -> int:
        """How many rows the items before one take."""
        return index * self.ITEM_ROWS

    @property
    def headed(self) -> Collection[int]:
        """The items above which a heading stands."""
        return ()

    def heading_row(self, index: int, width: int) -> list[tuple[str, Style]]:
        """The parts of the heading above an item."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether `empty_text` is to be shown."""
        return not self.count

    @property
    def has_keys(self) -> bool:
        """Whether keys move the cursor now."""
        return self.has_focus

    def style_of(self, part: str, *, chosen: bool = False) -> Style:
        """The style of a part of `looks.ROWS`, where `chosen` that of the row at the cursor with its attributes."""
        look = ROWS[part]
        if not chosen:
            return self.styled(look)
        cursor = self.styled(CURSOR_FOCUSED if self.has_keys else CURSOR)
        return self.styled(Look(attributes=look.attributes), cursor)

    # What happens

    def set_count(self, count: int, cursor: int = 0) -> None:
        """There are `count` items now, the cursor at one of them."""
        self.rows.reset(count, cursor)
        self.rearranged()

    def rearranged(self) -> None:
        """The items are others, or elsewhere, and the cursor stands where it is to be."""
        self._drawn_index = self.rows.index
        self.resized()

    def resized(self) -> None:
        """The number of rows changed."""
        self._fit_rows()
        self.refresh()

    def _fit_rows(self) -> None:
        """Let the scroll bar know of all rows, and bring the cursor into sight."""
        self.virtual_size = Size(self.size.width, self._row_count)
        self.show_cursor()

    def relaid(self, change: Callable[[], None]) -> None:
        """Do something that changes how high items are; the item at the top of what is in sight stays there."""
        top = self.scroll_offset.y
        first = max(0, self._count_down_to(top) - 1)
        inside = top - self._top_of(first)
        change()
        self.virtual_size = Size(self.size.width, self._row_count)
        self.scroll_to(y=self._top_of(first) + inside, animate=False, force=True, immediate=True)
        self.resized()

    def follow_cursor(self) -> None:
        """The cursor may have moved: draw it, and tell."""
        if self.rows.index == self._drawn_index:
            self.show_cursor()
            self.refresh()
            return
        self._drawn_index = self.rows.index
        self.leave_item()
        self.resized()
        self.post_message(self.Moved(self, self.rows.index))

    def leave_item(self) -> None:
        """The cursor has come to another item: what belonged to the one before goes."""

    def move(self, by: int) -> None:
        """Move the cursor by items; a step from one of the extra rows leads to the next of them."""
        self.rows.move(by, self.selectable_rows())
        self.follow_cursor()

    def step(self, by: int) -> None:
        """Move the cursor by items alone."""
        self.rows.step(by)
        self.follow_cursor()

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        row = self._top_of(self.cursor) + round(pages * max(1, self.size.height))
        self.step((self._count_down_to(row) - 1 - self.cursor) or (1 if pages > 0 else -1))

    def edge(self, end: bool) -> None:
        """To the last item, or the first."""
        self.step(self.count if end else -self.count)

    @property
    def _row_count(self) -> int:
        """How many rows there are of items, headings and extra rows."""
        return self.rows_before(self.count) + (self.extra_rows() if self.count else 0) + len(self.headed)

    @property
    def wanted_height(self) -> int:
        """How many rows would show all of it, the border included."""
        return max(1, self._row_count) + self.gutter.height

    def show_cursor(self) -> None:
        """Scroll so that the cursor's item, and what belongs to it, is in sight."""
        height = self.scrollable_content_region.height
        if not height:  # it is not on the screen yet
            return
        top = self._top_of(self.cursor)
        own_rows = self._rows_of(self.cursor)
        bottom = top + own_rows + min(self.extra_rows(), max(0, height - own_rows))
        if self.extra:
            top += own_rows - 1 + self.extra
            bottom = top + 1
        elif self.cursor in self.headed:
            top -= 1
        y = self.scroll_offset.y
        if top < y or bottom - top > height:
            y = top
        elif bottom > y + height:
            y = bottom - height
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def in_sight(self) -> range:
        """The items in sight."""
        top = self.scroll_offset.y
        return range(max(0, self._count_down_to(top) - 1), self._count_down_to(top + self.size.height - 1))

    def _top_of(self, index: int, extra_rows: int | None = None) -> int:
        """The first row of an item; who asks for many knows already how many extra rows there are."""
        extra = 0 if index <= self.cursor else self.extra_rows() if extra_rows is None else extra_rows
        headings_above = sum(headed <= index for headed in self.headed)
        return self.rows_before(index) + extra + headings_above

    def _rows_of(self, index: int) -> int:
        """How many rows an item has, without extra ones."""
        return self.rows_before(index + 1) - self.rows_before(index)

    def _count_down_to(self, row: int) -> int:
        """How many items begin at or above a row."""
        return bisect_right(range(self.count), row, key=partial(self._top_of, extra_rows=self.extra_rows()))

    def item_at(self, row: int) -> tuple[int, int] | None:
        """The item and line at a row of the whole list; line counts past the item for its extra rows."""
        index = self._count_down_to(row) - 1
        if index < 0:
            return None
        line = row - self._top_of(index)
        extra = self.extra_rows() if index == self.cursor else 0
        return (index, line) if line < self._rows_of(index) + extra else None

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.ground
        row = self.scroll_offset.y + y
        below = row - self._row_count
        if below >= 0:
            lines = self.empty_text.split("\n") if self.is_empty else []
            text = lines[below] if below < len(lines) else ""
            return render.strip([(render.shorten(text, width), self.style_of("empty"))], width, ground)
        place = self.item_at(row)
        if place is None:
            return render.strip(self.heading_row(self._count_down_to(row), width), width, ground)
        index, line = place
        own_rows = self._rows_of(index)
        if line >= own_rows:
            number = line - own_rows
            rest = self.style_of("title", chosen=True) if self.extra == number + 1 else ground
            return render.strip(self.extra_row(number, width), width, rest)
        chosen = self.is_chosen(index)
        rest = self.style_of("title", chosen=True) if chosen else ground
        return render.strip(self.item_row(index, line, width), width, rest)

    def is_chosen(self, index: int) -> bool:
        """Whether the cursor is on an item itself."""
        return index == self.cursor and not self.extra

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = self.item_at(self.scroll_offset.y + offset.y) if offset else None
        if place is None:
            return
        extra = place[1] - self._rows_of(place[0]) + 1
        self.rows.go_to(place[0])
        self.rows.extra = extra if 0 < extra <= self.selectable_rows() else 0
        self.follow_cursor()
        self.post_message(self.Chosen(self, place[0]))

    def on_resize(self) -> None:
        self.fit_width()
        self._fit_rows()  # it is painted already

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
