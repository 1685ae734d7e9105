"""The help: every key, by group, made of the table of keys."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.messages import _
from tui_reader.ui.keys import COMMANDS, keys_of
from tui_reader.ui.present import content


class HelpScreen(ModalScreen[None]):
    """All keys. Any of the keys that leave closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,h", "dismiss", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help") as box:
            box.border_title = content(_("Help"))
            box.border_subtitle = content(_("Esc closes"))
            yield Static(help_text())

    def action_scroll(self, where: str) -> None:
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=1 if where == "down" else -1, animate=False)


def help_text() -> Content:
    """The table of keys, in the language that is spoken."""
    lines: list[Content] = []
    ordered = sorted(COMMANDS, key=lambda command: _GROUPS.index(command.group))
    for group, commands in groupby(ordered, key=lambda command: command.group):
        lines.append(Content.assemble("" if not lines else "\n", (_(group), "bold")))
        for command in commands:
            keys = " ".join(key_name(key) for key in keys_of(command).split(","))
            lines.append(Content.assemble("  ", (content(f"{keys:<18}").plain, "bold $accent"), _(command.help)))
    return Content("\n").join(lines)


_GROUPS = list(dict.fromkeys(command.group for command in COMMANDS))


def key_name(key: str) -> str:
    """A key as people write it."""
    names = {"escape": "Esc", "enter": "Enter", "space": _("Space"), "pagedown": "PgDn", "pageup": "PgUp", "tab": "Tab",
             "shift+tab": "Shift+Tab", "home": "Home", "end": "End", "f1": "F1"}  # fmt: skip
    return names.get(key) or (key if "+" in key else format_key(key))
