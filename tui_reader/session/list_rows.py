"""The rows of the headline list: saved searches, and below them entries. No widget here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui_reader.ingest.input_list import STDIN
from tui_reader.messages import N_
from tui_reader.session import kept_texts, saved_searches
from tui_reader.session.entries import Entries

_ARTICLES = N_("Articles")
"""The words above the entries, where something stands above them."""


@dataclass(frozen=True)
class ListRows:
    """What is listed: queries of saved searches, then the indices of entries in `order`. Rows are counted from 0.

    `first_without_file` is the place in the order of the first text that came without a file; None where there is none.
    """

    searches: Sequence[str] = ()
    order: Sequence[int] = ()
    first_without_file: int | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.searches) + len(self.order)

    def search_at(self, row: int) -> str | None:
        """The query of the saved search at a row; None where an entry stands, or nothing."""
        return self.searches[row] if row < len(self.searches) else None

    def entry_at(self, row: int) -> int | None:
        """The index of the entry at a row; None where a saved search stands, or nothing."""
        place = row - len(self.searches)
        return self.order[place] if 0 <= place < len(self.order) else None

    def row_of(self, entry: int | None) -> int:
        """The row of a listed entry. Raises ValueError for one that is not listed."""
        return len(self.searches) + self.order.index(entry)

    def others_from(self, row: int, by: int) -> Iterator[int]:
        """The listed entries but for the one at a row, from there on or, where `by` is -1, back; round the end."""
        place = row - len(self.searches)
        is_at_search = place < 0
        first = min(0, -by) if is_at_search else place
        for distance in range(1, len(self.order) + is_at_search):
            yield self.order[(first + by * distance) % len(self.order)]

    @cached_property
    def headings(self) -> dict[int, str]:
        """The words above rows, by these."""
        first = len(self.searches)
        headings = {0: saved_searches.HEADING, first: _ARTICLES} if first else {}
        if self.first_without_file is not None:
            headings[first + self.first_without_file] = kept_texts.HEADING
        return {row: words for row, words in headings.items() if row < self.count}


def rows_of(searches: Sequence[str], order: Sequence[int], entries: Entries) -> ListRows:
    """The rows of searches and of entries in an order, in which texts without a file are last."""
    if not entries.without_file:
        return ListRows(searches, order)
    place = bisect_left(order, True, key=lambda index: entries.inputs[index].path == STDIN)
    return ListRows(searches, order, place if place < len(order) else None)
