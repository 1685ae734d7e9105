"""What the reader puts into the list and takes out of it, each of which can be undone. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from tui_reader.library.values import SavedSearch
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.web_articles import WebArticles


class ListChanges:
    """Changes of what a list holds."""

    def __init__(self, reading_list: ReadingList) -> None:
        self._list = reading_list

    def remove_texts(self, documents: Sequence[str], texts: KeptTexts, description: str) -> None:
        """List and keep texts that came without a file no longer."""
        index = self._list.current
        texts.remove(documents)
        self._set_removed(documents, True)

        def take_back() -> None:
            texts.restore(documents)
            self._set_removed(documents, False)
            if index is not None:
                self._list.put_cursor(index)

        self._list.undo_stack.push(description, take_back)

    def remove_article(self, index: int, articles: WebArticles, description: str) -> None:
        """List an article of the web no longer."""
        entry = self._list.collection.entries[index]
        address, documents = entry.input.path, [entry.document] if entry.document else []
        articles.remove(address, datetime.now(UTC))
        self._set_removed(documents, True)

        def take_back() -> None:
            articles.restore(address)
            self._set_removed(documents, False)
            self._list.put_cursor(index)

        self._list.undo_stack.push(description, take_back)

    def save_search(self, search: SavedSearch, *, saved: bool, description: str) -> None:
        """Keep a search in the list, or keep it no longer."""
        self._set_saved(search, saved)
        self._list.undo_stack.push(description, lambda: self._set_saved(search, not saved))

    def _set_saved(self, search: SavedSearch, saved: bool) -> None:
        self._list.searches.set_saved(search, saved)
        self._list.rearrange()

    def _set_removed(self, documents: Iterable[str], removed: bool) -> None:
        for document in documents:
            self._list.collection.set_removed(document, removed)
        self._list.rearrange()
