"""The headline list: two rows an entry, and the related headlines under the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.message import Message

from tui_reader.messages import _, ngettext
from tui_reader.model import Headline
from tui_reader.ui import present
from tui_reader.ui.shelf import Entry, Shelf
from tui_reader.ui.widgets.rows import RowList

UNREAD, READ, BROKEN = "●", "○", "!"


class HeadlineList(RowList):
    """The entries of the shelf, or those of them that a filter leaves."""

    ITEM_ROWS: ClassVar[int] = 2

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(id="headlines")
        self.shelf = shelf
        self.order: Sequence[int] = range(len(shelf))
        self.related: tuple[Headline, ...] = ()

    def on_mount(self) -> None:
        self.set_count(len(self.order))
        self.say_position()

    @property
    def current(self) -> int | None:
        """The entry at the cursor."""
        return self.order[self.cursor] if self.count else None

    def list_entries(self, order: Sequence[int], current: int | None) -> None:
        """Show these entries, with the cursor at `current` where it is among them."""
        self.order = order
        self.related = ()
        self.set_count(len(order), order.index(current) if current in order else 0)
        self.say_position()

    def show_related(self, related: tuple[Headline, ...]) -> None:
        """Stand these headlines under the current entry."""
        if related != self.related:
            self.related = related
            self.resized()

    def say_position(self) -> None:
        """Name the list and the place in it on its border."""
        title = _("Headlines")
        if self.count:
            title = _("{title} ── {place} of {count}").format(title=title, place=self.cursor + 1, count=self.count)
        self.border_title = present.content(title)
        known, count = self.shelf.known, len(self.shelf)
        self.border_subtitle = present.content(f"{known}/{count}" if known < count else "")

    class Scrolled(Message):
        """Other entries came into sight."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def watch_cursor(self, old: int, new: int) -> None:
        if old != new:
            self.related = ()
        super().watch_cursor(old, new)
        self.say_position()

    def extra_rows(self) -> int:
        return len(self.related)

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        entry = self.shelf.entries[self.order[index]]
        chosen = index == self.cursor
        style = self.style_of("title" if line == 0 else "meta", chosen=chosen)
        if line:
            return [("  ", style), (present.shorten(_details(entry), width - 2), style)]
        mark = BROKEN if entry.problem else READ if entry.read else UNREAD
        if not entry.read and not entry.problem:
            style += Style(bold=True)
        return [(f"{mark} ", style), (present.shorten(entry.shown_title, width - 2), style)]

    def extra_row(self, line: int, width: int) -> list[tuple[str, Style]]:
        headline = self.related[line]
        style = self.style_of("extra")
        mark = "↳?" if headline.doubtful else "↳~" if headline.repairs else "↳ "
        return [(f"  {mark} ", style), (present.shorten(headline.text, width - 5), style)]


def _details(entry: Entry) -> str:
    """The second row of an entry: its problem, or its name and length."""
    if entry.problem:
        return entry.problem
    parts = [entry.input.name]
    if entry.minutes:
        parts.append(ngettext("{count} min", "{count} min", entry.minutes).format(count=entry.minutes))
    return " · ".join(parts)
