"""What all windows over the reader have in common: they can be asked to leave any number of times."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from tui_reader.ui.widgets.notice_line import NoticeLine


class Window(ModalScreen[ScreenResultType]):
    """A screen over the reader.

    A key and a click are handled by different tasks, so that it may be asked to leave when it has left already; Textual
    would then close what lies beneath it.
    """

    def on_mount(self) -> None:
        self.mount(NoticeLine())

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with a result, unless that has happened."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
