"""The help: every key and every sign."""

from __future__ import annotations

from textual.binding import Binding, BindingsMap

from tui_reader.messages import _
from tui_reader.ui.commands.keys import COMMANDS, Keymap
from tui_reader.ui.screens.chooser import WIDEST, FilteredChoice
from tui_reader.ui.view.help_lines import explained, help_lines
from tui_reader.ui.view.render import content

_FRAME = 6  # cells that borders and the scroll bar take
ACTIONS = {
    "down": "move(1)",
    "up": "move(-1)",
    "top": "edge(False)",
    "bottom": "edge(True)",
    "half-page-down": "page(0.5)",
    "half-page-up": "page(-0.5)",
    "page-down": "page(1.0)",
    "page-up": "page(-1.0)",
    "back": "leave",
    "help": "leave",
    "quit": "leave",
    "find": "filter",
}
"""What the keys of some commands, as they are set, do in the help."""


class HelpScreen(FilteredChoice):
    """All keys and signs. The keys that move do so here, too; any of those that leave closes it."""

    def __init__(self, keymap: Keymap, *, ascii_only: bool = False) -> None:
        self._rows = list(explained(keymap, ascii_only=ascii_only))
        hints = (_("/ filter · Esc closes"), _("Esc closes"))
        super().__init__(_("Help"), help_lines(self._rows, WIDEST), hints=hints)
        keys = [
            Binding(",".join(keymap.keys_of(command)), ACTIONS[command.id], show=False)
            for command in COMMANDS
            if command.id in ACTIONS
        ]
        self._bindings = BindingsMap.merge([BindingsMap(keys), self._bindings])

    def on_resize(self) -> None:
        self.show_filtered()

    def show_filtered(self) -> None:
        """List what has the words of the filter, in the width that there is."""
        self.list.source = help_lines(self._rows, self.app.size.width - _FRAME, self.words)
        self.list.wrap(self.list.scrollable_content_region.width or WIDEST)
        title = _("Help")
        self.list.border_title = content(f"{title} · /{self.words}" if self.words else title)
