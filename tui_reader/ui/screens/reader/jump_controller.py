"""Going back to where the reader was before a jump: to another article, to an end of this one, to what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.library.values import Status
from tui_reader.messages import _
from tui_reader.session.jump_list import JumpList, Place
from tui_reader.session.reading_list import ReadingList

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class JumpController:
    """Remembers the places in articles from which the reader jumps."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList) -> None:
        self._screen = screen
        self._list = reading_list
        self._jumps = JumpList()

    @property
    def _here(self) -> Place | None:
        """The article that is read, and the place at the top of its pane; None while one goes through the list."""
        shown, panes = self._list.shown, self._screen.pane_controller
        is_read = shown is not None and panes.active is not self._screen.headlines
        return Place(shown, self._screen.article.place) if shown is not None and is_read else None

    def leave(self) -> None:
        """The reader jumps away from what is read."""
        here = self._here
        if here:
            self._jumps.leave(here)

    def back(self) -> None:
        """Go back to where the reader was before the last jump."""
        self._go(self._jumps.back(self._here), _("no place to go back to"))

    def forward(self) -> None:
        """Go forward again to where the reader went back from."""
        self._go(self._jumps.forward(self._here), _("no place to go forward to"))

    def _go(self, place: Place | None, refusal: str) -> None:
        if place is None:
            self._screen.say(refusal)
            return
        index, offset = place
        self._list.collection.do(index, Status(place=offset))
        if index == self._list.shown:
            self._screen.article.lay_out(place=offset)
        else:
            self._screen.list_controller.open_at(index)
        self._screen.pane_controller.focus(self._screen.article)
