"""Textual's command palette, speaking the user's language."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from tui_reader.messages import _
from tui_reader.ui.view.render import content


class Palette(CommandPalette):
    """The palette with its two phrases translated."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("Find a command…"), id="--command-palette")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual says "No matches found" after a while; said here at once, in the user's language."""
        self._stop_no_matches_countdown()
        if search_value:
            nothing = Option(content(_("no command has these words")), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(nothing)
        self._list_visible = bool(search_value)
