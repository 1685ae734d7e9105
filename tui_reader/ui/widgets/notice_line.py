"""The line at the foot of a screen that shows a notice."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.session.notices import Notice
from tui_reader.ui.view import render
from tui_reader.ui.view.looks import NOTICES, Look, styled
from tui_reader.ui.view.notice_text import notice_text


class NoticeLine(Widget, can_focus=False):
    """Shows a notice, and is not there without one."""

    ALLOW_SELECT = False

    class Ready(Message):
        """A screen opened that can show notices."""

    def __init__(self) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._further = 0

    def on_mount(self) -> None:
        self.post_message(self.Ready())

    def show(self, notice: Notice | None, further: int = 0) -> None:
        """Show a notice, or none; `further` warnings are in the log besides it."""
        if (notice, further) != (self._notice, self._further):
            self._notice, self._further = notice, further
            self.set_class(notice is not None, "-told")
            self.refresh()

    def notice_parts(self, width: int) -> list[tuple[str, Style]]:
        """The notice in at most `width` cells, with a blank on each side."""
        if self._notice is None:
            return []
        look = NOTICES["pressing" if self._notice.is_pressing else "information"]
        text = notice_text(self._notice, self._further, width - 2)
        return [(f" {text} ", self.styled(look))]

    def styled(self, look: Look) -> Style:
        """The style of words with a look on the line's own ground."""
        return styled(look, self.rich_style, self.app.theme_variables)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return render.strip(self.notice_parts(width) if y == 0 else [], width, self.rich_style)


def width_of(parts: list[tuple[str, Style]]) -> int:
    """The cells that parts of a line take."""
    return sum(cell_len(text) for text, _style in parts)
