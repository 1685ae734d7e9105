"""The searches that the reader keeps in the list, and how much each finds. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from tui_reader.library.values import (
    ClippingChange,
    RemoveSearch,
    SavedSearch,
    SaveSearch,
    SearchChange,
    StatusChange,
    Written,
)
from tui_reader.messages import N_

HEADING = N_("Saved searches")
"""The words above them in the list."""


class SearchCount(msgspec.Struct, frozen=True):
    """How many articles a search finds, and how many of them are unread; or the `problem` for which it finds none."""

    articles: int = 0
    unread: int = 0
    problem: str = ""


def _tell_nobody(_change: SearchChange) -> None:
    """What saved searches do with a change when there is no library."""


class SavedSearches:
    """The searches by their queries, and what each finds as it was last counted; `tell` hears of changes."""

    def __init__(self, kept: Iterable[SavedSearch] = ()) -> None:
        self._by_query = {search.query: search for search in kept}
        self._counts: dict[str, SearchCount] = {}
        self.tell: Callable[[SearchChange], None] = _tell_nobody

    def __contains__(self, query: object) -> bool:
        return query in self._by_query

    @property
    def queries(self) -> tuple[str, ...]:
        """What is kept, in the order in which it was."""
        in_order = sorted(self._by_query.values(), key=lambda search: (search.saved, search.query))
        return tuple(search.query for search in in_order)

    def get(self, query: str) -> SavedSearch | None:
        """The search with a query, while it is kept."""
        return self._by_query.get(query)

    def count_of(self, query: str) -> SearchCount | None:
        """How much a search finds; None until it was counted."""
        return self._counts.get(query)

    def set_saved(self, search: SavedSearch, saved: bool) -> None:
        """Keep a search, or keep it no longer."""
        if saved:
            self._by_query[search.query] = search
        else:
            self._by_query.pop(search.query, None)
        self.tell(SaveSearch(search) if saved else RemoveSearch(search.query))

    def take(self, query: str, count: SearchCount) -> None:
        """A search was counted."""
        self._counts[query] = count


def may_change_counts(written: Sequence[Written]) -> bool:
    """Whether searches may find something else by what was written to the library, or have to be counted first."""
    for change in written:
        match change:
            case StatusChange(_, status) if status.read is not None or status.starred is not None:
                return True
            case SaveSearch() | ClippingChange(before=None) | ClippingChange(after=None):
                return True
    return False
