"""Searches that are kept in the list: the key that keeps one, and how much each finds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.library.values import SavedSearch
from tui_reader.messages import _
from tui_reader.session.background_indexing import IndexingState
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.saved_searches import SearchCount
from tui_reader.session.searching import problem_of
from tui_reader.ui.view.render import FIRST_WORDS, shorten

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

PROGRESS_SECONDS = 5.0
"""How often at most they are counted while the index is being filled: counting in a large one takes a while."""


class SavedSearchController:
    """Keeps searches, or keeps them no longer, and has them counted."""

    class Counted(Message, namespace="saved_search_controller"):
        """It is known how much a search finds."""

        def __init__(self, query: str, count: SearchCount) -> None:
            super().__init__()
            self.query = query
            self.count = count

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, *, is_stored: bool) -> None:
        """`is_stored`: what is kept is written to a library, which tells when it is."""
        self._screen = screen
        self._list = reading_list
        self._is_stored = is_stored
        self._has_begun = False
        self._counted = 0.0  # the monotonic time at which they were counted last

    def is_kept(self, query: str) -> bool:
        """Whether a search is kept."""
        return query in self._list.searches

    def toggle(self, query: str) -> None:
        """Keep a search in the list, or keep it no longer; one that cannot be asked is not kept."""
        kept = self._list.searches.get(query)
        if kept:
            ListChanges(self._list).save_search(kept, saved=False, description=_("saved search removed"))
            self._screen.say(_("no longer kept: {words}").format(words=shorten(query, FIRST_WORDS)))
        elif problem := problem_of(query):
            self._screen.say(_("not kept: {reason}").format(reason=problem))
        else:
            search = SavedSearch(query, datetime.now(UTC).isoformat())
            ListChanges(self._list).save_search(search, saved=True, description=_("saved search"))
            if not self._is_stored:
                self._screen.say(_("kept until you leave: {words}").format(words=shorten(query, FIRST_WORDS)))
                self._count([query])
        self._screen.list_controller.show_order()

    def confirm(self, queries: Sequence[str]) -> None:
        """Searches are in the library."""
        for query in filter(self.is_kept, queries):
            self._screen.say(_("kept in the list: {words}").format(words=shorten(query, FIRST_WORDS)))

    # How much they find

    def begin(self) -> None:
        """Count them for the first time, now that there is nothing more urgent to do."""
        if not self._has_begun:
            self._has_begun = True
            self.count()

    def count(self) -> None:
        """Count them anew; not while one searches, which comes first and has them counted in the end."""
        if self._has_begun and not self._screen.search_controller.is_open:
            self._counted = time.monotonic()
            self._count(self._list.searches.queries)

    def count_on_progress(self, state: IndexingState) -> None:
        """Count them as the index grows, now and then, and once it is filled."""
        if not state.is_running or time.monotonic() - self._counted >= PROGRESS_SECONDS:
            self.count()

    def _count(self, queries: Sequence[str]) -> None:
        if queries:
            self._screen.search_controller.count(queries, self._tell)

    def _tell(self, query: str, count: SearchCount) -> None:
        self._screen.post_message(self.Counted(query, count))

    def take(self, message: Counted) -> None:
        """A search was counted."""
        self._list.searches.take(message.query, message.count)
        self._screen.headlines.refresh()
