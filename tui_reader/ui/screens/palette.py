"""Textual's command palette, speaking the user's language."""

from __future__ import annotations

import inspect

from textual import events, on, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette
from textual.css.query import NoMatches
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.option_list import Option

from tui_reader.display import display_line
from tui_reader.messages import _
from tui_reader.ui.textual_internals import Direction
from tui_reader.ui.view.render import content
from tui_reader.ui.widgets.notice_line import NoticeLine


class PaletteField(CommandInput):
    """What is looked for, safe as in a `Field`."""

    def validate_value(self, value: str) -> str:
        return display_line(value)


class Commands(CommandList):
    """What is found."""

    async def _on_click(self, event: events.Click) -> None:
        """A click may be on a line that is still drawn, of something that is found no more."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()

    def _move_page(self, direction: Direction) -> None:
        """Textual's own knows the lines only once they have been drawn."""
        self._update_lines()
        if (self.highlighted or 0) in self._index_to_line:
            super()._move_page(direction)


class Palette(CommandPalette):
    """The palette with its phrases translated, its input safe, and deaf to what comes when it has left.

    It has no id: the one before may still be on its way out.
    """

    def __init__(self) -> None:
        super().__init__(placeholder=_("Find a command…"))

    def compose(self) -> ComposeResult:
        yield from map(self._safe, super().compose())
        yield NoticeLine()

    def _safe(self, widget: Widget) -> Widget:
        if isinstance(widget, CommandInput):
            return PaletteField(placeholder=self._placeholder, select_on_focus=False)
        return Commands() if isinstance(widget, CommandList) else widget

    @property
    def listens(self) -> bool:
        """Whether it is on top, with all that stands in it: the end of the app takes that away first."""
        return self.is_active and self.is_attached

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, unless that has happened: as every `Window`."""
        return super().dismiss(result) if self.listens else AwaitComplete()

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override] # as Textual's own does
        """A click beside it closes it; the terminal may have become too small for the place meanwhile."""
        if not self.listens or not self.region.contains(event.screen_x, event.screen_y):
            event.prevent_default()

    @on(Input.Changed)
    @on(Input.Submitted)
    @on(CommandList.OptionSelected)
    def _hear_no_more(self, event: Message) -> None:
        """What was typed or clicked on the heels of leaving comes when nothing of it is there to answer."""
        if not self.listens:
            event.prevent_default()

    def _gather_commands(self, search_value: str) -> None:  # type: ignore[override] # nobody waits for the worker
        """What was typed on the heels of Escape is looked for no more."""
        if self.listens:
            self._search(search_value)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _search(self, search_value: str) -> None:
        """Textual's own search, which goes on for a moment when the palette leaves, or the app ends."""
        search = inspect.unwrap(CommandPalette._gather_commands)
        try:
            await search(self, search_value)
        except NoMatches:  # what it lists its hits in has gone
            return

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual says "No matches found" after a while; said here at once, in the user's language."""
        self._stop_no_matches_countdown()
        if search_value:
            nothing = Option(content(_("no command has these words")), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(nothing)
        self._list_visible = bool(search_value)
