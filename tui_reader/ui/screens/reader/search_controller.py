"""Searching the index: the window, and opening what was found in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.ingest.input_list import STDIN, Input, record_name
from tui_reader.library.status import Library
from tui_reader.library.values import ArticleKey
from tui_reader.messages import _
from tui_reader.session.agenda import Fetch
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.searching import AnswerTaker, CountTaker, Search, Searcher, item_of, searched_words

if TYPE_CHECKING:
    from tui_reader.library.index.store import Hit
    from tui_reader.ui.screens.reader.screen import ReaderScreen
    from tui_reader.ui.screens.search import SearchScreen


class SearchController:
    """What `ctrl+f` does. Query and results are kept for the next time."""

    def __init__(
        self, screen: ReaderScreen, reading_list: ReadingList, index: Path | None, library: Library | None
    ) -> None:
        self._screen = screen
        self._list = reading_list
        self._index = index
        self._library = library
        self._search = Search()
        self._searcher: Searcher | None = None
        self._window: SearchScreen | None = None  # while it is open
        self._wanted: Hit | None = None  # what is to be shown once its article is there

    @property
    def is_open(self) -> bool:
        """Whether the window is open."""
        return self._window is not None

    def open(self, query: str | None = None) -> None:
        """Open the window with a query, or else with what was found last."""
        from tui_reader.ui.screens.search import SearchScreen  # noqa: PLC0415 - not needed to paint

        if self._index is None:
            self._screen.say(_("there is no index to search without a library"))
            return
        if query is not None and query != self._search.query:
            self._search = Search(query)
        indexing = self._screen.indexing_controller
        indexing.begin_if_gone()
        self._window = SearchScreen(
            self._search, self._ask, self._screen.saved_search_controller, indexing.begin_if_emptied
        )
        self.show_indexing()
        self._screen.app.push_screen(self._window, self.go_to)

    def show_indexing(self) -> None:
        """Show in the window how far indexing is."""
        if self._window:
            self._window.show_indexing(self._screen.indexing_controller.state)

    def close(self) -> None:
        """The reader leaves."""
        if self._searcher:
            self._searcher.close()

    def _ask(self, query: str, tell: AnswerTaker) -> None:
        searcher = self._started_searcher()
        if searcher:
            searcher.ask(query, tell)

    def count(self, queries: Sequence[str], tell: CountTaker) -> None:
        """Have it told, from another thread, how much each query finds."""
        searcher = self._started_searcher()
        if searcher:
            searcher.count(queries, tell)

    def _started_searcher(self) -> Searcher | None:
        """The thread that searches, which is started when something is first asked; None without an index."""
        if self._searcher is None and self._index:
            self._searcher = Searcher(self._index, self._library.path if self._library else None)
        return self._searcher

    def go_to(self, hit: Hit | None) -> None:
        """Show the article of a result; where it is not open, its file is opened."""
        self._window = None
        self._screen.saved_search_controller.count()
        if hit is None:
            return
        self._wanted = hit
        self.bring(_key_of(hit))

    def bring(self, where: ArticleKey) -> None:
        """Show an article; where it is not open, its file is opened."""
        index = self._list.collection.index_of(where)
        if index is not None:
            self._screen.list_controller.go_to(index)
        else:
            self._screen.loader.run(Fetch(_input_of(where)))
        self._screen.pane_controller.focus(self._screen.article)

    def show_wanted(self) -> None:
        """Mark what was searched for in the article that was chosen, once it is there."""
        hit = self._wanted
        if (
            hit is None
            or self._list.shown_article is None
            or self._list.collection.index_of(_key_of(hit)) != self._list.shown
        ):
            return
        self._wanted = None
        self._screen.find_controller.show_words(searched_words(self._search.found_by), hit.words.strip("…"))
        item = item_of(self._list.shown_article, hit.item)
        if item:
            self._screen.article_controller.mark(item.span, getattr(item, "speaker_span", None))
            view = self._screen.article
            view.show_hits(view.hits or [place for place in (view.current,) if place])
        self._screen.list_controller.mark_read()


def _key_of(hit: Hit) -> ArticleKey:
    return ArticleKey(hit.document, hit.path, hit.record)


def _input_of(where: ArticleKey) -> Input:
    """The input of an article; without a path, the library keeps it: another instance has put it there."""
    if where.path is None:
        return Input(STDIN, _("kept text"), None, where.document)
    name = os.path.basename(where.path)
    return Input(where.path, record_name(name, where.record), where.record)
