"""What was left out of an article, by reason; any of it can be put back from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.messages import _
from tui_reader.ui.choices import Line
from tui_reader.ui.screens.choice import Choice


class Removed(Choice):
    """Gives the block to show in the raw text; `put_back` hears of those that go back into the article."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "put_back", show=False)]

    def __init__(self, lines: Sequence[Line], put_back: Callable[[object], None]) -> None:
        hint = _("Enter shows it in the raw text, i puts it back, Esc closes")
        super().__init__(_("Left out of the article"), lines, hint=hint)
        self.put_back = put_back

    def action_put_back(self) -> None:
        if self.list.chosen is not None and self.list.lines[self.list.cursor].look != "head":
            self.put_back(self.list.chosen)
            self.dismiss(None)
