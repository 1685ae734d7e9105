"""Copying words, with or without where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.export.citation import cite
from tui_reader.messages import _
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.view.selection import Passage, marked_passage

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class Copying:
    """What `y` and `Y` do."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList) -> None:
        self._screen = screen
        self._list = reading_list

    def copy(self) -> None:
        """Copy the words alone."""
        passage = self._passage()
        if passage:
            self._screen.app.copy_to_clipboard(passage.words)
        else:
            self._screen.say(_("there is nothing to copy"))

    def cite(self) -> None:
        """Copy the words with speaker, title, site, date and address."""
        passage, article = self._passage(), self._list.shown_article
        if passage and article:
            self._screen.app.copy_to_clipboard(cite(passage.words, article, passage.speaker))
        else:
            self._screen.say(_("there is nothing to copy"))

    def _passage(self) -> Passage | None:
        """What to copy: what the mouse selected, else the marked quote or figure, else the top paragraph."""
        view, article = self._screen.article, self._list.shown_article
        if view.text_selection:
            return Passage(view.selected_text(view.text_selection))
        marked = marked_passage(article, view.page_shown, view.current) if article and view.current else None
        top = view.top_paragraph()
        return marked or (Passage(top.of(view.page_shown.text)) if top else None)
