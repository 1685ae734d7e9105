"""A list of items, each a fixed number of rows high, drawn line by line: as fast for 100,000 items as for ten.

Under the cursor's item may stand extra rows, above one of the items a heading.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui_reader.session.row_cursor import RowCursor
from tui_reader.ui.view import render
from tui_reader.ui.widgets.line_view import LineView


class RowList(LineView):
    """The base of the lists: a cursor, keys and mouse. Subclasses say how many items there are and draw their rows."""

    ITEM_ROWS: ClassVar[int] = 1
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--title", "rows--head", "rows--meta", "rows--cursor", "rows--cursor-focused", "rows--extra", "rows--empty",
        "rows--help", "rows--key",
    }  # fmt: skip

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

    @property
    def heading_place(self) -> int | None:
        """The item above which a heading stands; None where none does."""
        return None

    def heading_row(self, width: int) -> list[tuple[str, Style]]:
        """The parts of the heading."""
        raise NotImplementedError

    def style_of(self, part: str, *, chosen: bool = False) -> Style:
        """The style of a component, on the cursor's ground where `chosen`."""
        style = self.get_component_rich_style(f"rows--{part}", partial=chosen)
        if not chosen:
            return style
        return style + self.get_component_rich_style("rows--cursor-focused" if self.has_focus else "rows--cursor")

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
        rows = self.count * self.ITEM_ROWS + (self.extra_rows() if self.count else 0)
        self.virtual_size = Size(self.size.width, rows + (self.heading_place is not None))
        self.show_cursor()
        self.refresh()

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
        """Move the cursor by items, one step also through the extra rows that can be selected."""
        self.rows.move(by, self.selectable_rows())
        self.follow_cursor()

    def step(self, by: int) -> None:
        """Move the cursor by items alone."""
        self.rows.step(by)
        self.follow_cursor()

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.step(round(pages * max(1, self.size.height // self.ITEM_ROWS)) or (1 if pages > 0 else -1))

    def edge(self, end: bool) -> None:
        """To the last item, or the first."""
        self.step(self.count if end else -self.count)

    def show_cursor(self) -> None:
        """Scroll so that the cursor's item, and what belongs to it, is in sight."""
        top = self._top_of(self.cursor)
        height = self.scrollable_content_region.height
        bottom = top + self.ITEM_ROWS + min(self.extra_rows(), max(0, height - self.ITEM_ROWS))
        if self.extra:
            top += self.ITEM_ROWS - 1 + self.extra
            bottom = top + 1
        elif self.cursor == self.heading_place:
            top -= 1
        y = self.scroll_offset.y
        if top < y:
            y = top
        elif bottom > y + height:
            y = bottom - height
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def in_sight(self) -> range:
        """The items in sight."""
        first = max(0, self.scroll_offset.y - (self.heading_place is not None)) // self.ITEM_ROWS
        return range(min(first, self.count), min(first + self.size.height // self.ITEM_ROWS + 2, self.count))

    def _top_of(self, index: int) -> int:
        """The first row of an item."""
        extra = self.extra_rows() if index > self.cursor else 0
        has_heading_above = self.heading_place is not None and index >= self.heading_place
        return index * self.ITEM_ROWS + extra + has_heading_above

    @property
    def heading_at(self) -> int | None:
        """The row of the heading."""
        return None if self.heading_place is None else self._top_of(self.heading_place) - 1

    def item_at(self, row: int) -> tuple[int, int] | None:
        """The item and line at a row of the whole list; line counts past the item for its extra rows."""
        heading_at = self.heading_at
        if heading_at is not None and row >= heading_at:
            if row == heading_at:
                return None
            row -= 1
        after = (self.cursor + 1) * self.ITEM_ROWS
        extra = self.extra_rows() if self.count else 0
        if after <= row < after + extra:
            return self.cursor, self.ITEM_ROWS + row - after
        row -= extra if row >= after else 0
        index = row // self.ITEM_ROWS
        return (index, row % self.ITEM_ROWS) if 0 <= index < self.count else None

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.ground
        if not self.count:
            lines = self.empty_text.split("\n")
            text = lines[y] if y < len(lines) else ""
            return render.strip([(render.shorten(text, width), self.style_of("empty"))], width, ground)
        row = self.scroll_offset.y + y
        if row == self.heading_at:
            return render.strip(self.heading_row(width), width, ground)
        place = self.item_at(row)
        if place is None:
            return Strip.blank(width, ground)
        index, line = place
        if line >= self.ITEM_ROWS:
            number = line - self.ITEM_ROWS
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
        extra = place[1] - self.ITEM_ROWS + 1
        self.rows.go_to(place[0])
        self.rows.extra = extra if 0 < extra <= self.selectable_rows() else 0
        self.follow_cursor()
        self.post_message(self.Chosen(self, place[0]))

    def on_resize(self) -> None:
        self.resized()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
