"""The help: every key, by group, made of the table of keys."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui_reader.messages import _
from tui_reader.model import Span
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.commands.keys import COMMANDS, Keymap
from tui_reader.ui.screens.window import Window
from tui_reader.ui.view.layout import wrap
from tui_reader.ui.view.render import content

_WIDEST, _FRAME = 72, 6  # cells of text in the box, and what borders, padding and the scroll bar take
_WIDE = 50  # cells from which on keys stand beside what they do
_INDENT, _NARROW_INDENT = 20, 6


class HelpScreen(Window[None]):
    """All keys. Any of the keys that leave closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,h", "leave", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    wrapped_to = 0
    """The cells for which the text is wrapped."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        self.wrapped_to = self.room
        with VerticalScroll(id="help") as box:
            box.border_title = content(_("Help"))
            box.border_subtitle = content(_("Esc closes"))
            yield Static(help_text(self._keymap, self.room))

    @property
    def room(self) -> int:
        """The cells that a line may take on the terminal as it is."""
        return min(_WIDEST, self.app.size.width - _FRAME)

    def on_resize(self) -> None:
        if self.room != self.wrapped_to:
            self.wrapped_to = self.room
            self.query_one(Static).update(help_text(self._keymap, self.room))

    def action_leave(self) -> None:
        self.dismiss()

    def action_scroll(self, where: str) -> None:
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=1 if where == "down" else -1, animate=False)


def help_text(keymap: Keymap, width: int) -> Content:
    """The table of keys, in the language that is spoken, wrapped to a width in cells."""
    lines: list[Content] = []
    indent = _INDENT if width >= _WIDE else _NARROW_INDENT
    ordered = sorted(COMMANDS, key=lambda command: _GROUPS.index(command.group))
    for group, commands in groupby(ordered, key=lambda command: command.group):
        lines.append(Content.assemble("" if not lines else "\n", (_(group), "bold")))
        for command in commands:
            keys = content("  " + " ".join(key_name(key) for key in keymap.keys_of(command))).plain
            words = content(_(command.help)).plain
            rows = [words[start:end] for start, end in wrap(words, Span(0, len(words)), max(1, width - indent))]
            first = keys.ljust(indent) if len(keys) < indent else f"{keys}\n{'':{indent}}"
            lines.append(Content.assemble((first, "bold $accent"), f"\n{'':{indent}}".join(rows)))
    return Content("\n").join(lines)


_GROUPS = list(dict.fromkeys(command.group for command in COMMANDS))
