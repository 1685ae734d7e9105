"""What was left out of an article, and what is in doubt, by reason; any of it can be turned round from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.messages import _
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.view.lines import Line


class Removed(Choice):
    """Gives the block to show in the raw text; `turn` hears of those to put back, or to take out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "turn", show=False)]

    def __init__(self, lines: Sequence[Line], turn: Callable[[object], None]) -> None:
        hints = (
            _("Enter shows it in the raw text, i puts it back or takes it out, Esc closes"),
            _("Enter shows it, i turns it round, Esc closes"),
            _("i turns it round, Esc closes"),
        )
        super().__init__(_("Left out of the article"), lines, hints=hints)
        self.turn = turn

    def action_turn(self) -> None:
        if self.list.chosen is not None and self.list.lines[self.list.cursor].look != "head":
            self.turn(self.list.chosen)
            self.dismiss(None)
