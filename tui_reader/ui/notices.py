"""Showing notices at the foot of whatever screen is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.messages import _
from tui_reader.session.notices import SECONDS, Notice, NoticeBoard
from tui_reader.ui.view.notice_text import notice_lines
from tui_reader.ui.widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from tui_reader.ui.app import ReaderApp


class Notices:
    """Keeps the lines at the foot of all open screens in step with the board."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._board = NoticeBoard()
        self._timed: Notice | None = None  # the last one whose time runs, or ran

    def tell(self, notice: Notice) -> None:
        """Tell the reader something."""
        self._board.tell(notice)
        self.show()

    def press_key(self) -> None:
        """A key was pressed."""
        if self._board.shown:
            self._board.press_key()
            self.show()

    def open_window(self) -> None:
        """A window opened."""
        self._board.open_window()
        self.show()

    def cover(self, *, is_covered: bool) -> None:
        """The line for notices was covered by something else, or is free again."""
        self._board.is_covered = is_covered
        self.show()

    def show(self) -> None:
        """Show what is to be shown now."""
        notice = self._board.shown
        for screen in self._app.screen_stack:
            for line in screen.query(NoticeLine):
                line.show(notice, self._board.further)
        if notice and not notice.is_pressing and notice is not self._timed:
            self._timed = notice
            self._app.set_timer(SECONDS, partial(self._end, notice))

    def _end(self, notice: Notice) -> None:
        self._board.end(notice)
        self.show()

    def list_all(self) -> None:
        """List what was told so far."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        lines = notice_lines(self._board.log)
        self._app.push_screen(Choice(_("Messages"), lines, hints=(_("Esc closes"),)))
