"""What is known of a quote, a figure or an article, line by line: each can be changed, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.messages import _
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.view.lines import Line


class Sheet(Choice):
    """Stays while there is something to show.

    `make_lines` gives the lines as they are now, none where what they tell of is gone. `change` does what choosing a
    line means, and says whether the sheet stays; `take_back` drops what the reader said of a line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("u,x,delete", "take_back", show=False)]

    def __init__(
        self,
        title: str,
        make_lines: Callable[[], Sequence[Line]],
        change: Callable[[object], bool],
        take_back: Callable[[object], None],
    ) -> None:
        hints = (_("Enter changes it · u takes a correction back · Esc closes"), _("Enter · u · Esc"))
        super().__init__(title, make_lines(), hints=hints)
        self._make_lines = make_lines
        self._change = change
        self._take_back = take_back

    def on_screen_resume(self) -> None:
        """What was asked for in another window may have changed the lines."""
        self.show_again()

    def show_again(self) -> None:
        """Show the lines as they are now, the cursor on the same one; leave where there is none."""
        lines = self._make_lines()
        if not lines:
            self.dismiss(None)
            return
        self.list.source = lines
        if self.list.scrollable_content_region.width:  # without one, it is wrapped when it gets one
            self.list.wrap(self.list.scrollable_content_region.width)

    def action_choose(self) -> None:
        chosen = self.list.chosen
        if chosen is None:
            return
        if self._change(chosen):
            self.show_again()
        else:
            self.dismiss(None)

    def action_take_back(self) -> None:
        if self.list.chosen is not None:
            self._take_back(self.list.chosen)
            self.show_again()
