"""The find bar: there while one types, for the list or for the article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui_reader.messages import _, ngettext
from tui_reader.ui.present import content


class FindBar(Input):
    """What is typed is told at once; Enter keeps it, Escape takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "drop", show=False)]

    class Dropped(Message):
        """Escape was pressed."""

    def __init__(self, *, in_list: bool, value: str = "") -> None:
        super().__init__(value, id="find", select_on_focus=False)
        self.in_list = in_list
        self.border_title = content(_("Filter the headlines") if in_list else _("Find in the article"))
        self.border_subtitle = content(_("Enter keeps, Esc drops"))

    def say_count(self, count: int, current: int = 0) -> None:
        """How many places or headlines have what is typed, and which of them is the `current` one, from 1."""
        if count and current:
            self.border_subtitle = content(f"{current}/{count} · " + _("Enter keeps, Esc drops"))
            return
        found = ngettext("{count} found", "{count} found", count).format(count=count)
        self.border_subtitle = content(f"{found} · " + _("Enter keeps, Esc drops"))

    def action_drop(self) -> None:
        self.post_message(self.Dropped())
