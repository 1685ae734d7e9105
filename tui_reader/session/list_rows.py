"""The rows of the headline list: saved searches and feeds, and below them entries. No widget here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from tui_reader.messages import N_
from tui_reader.session import feeds, kept_texts, saved_searches, web_articles
from tui_reader.session.entries import Entries
from tui_reader.session.feeds import FeedRow

_ARTICLES = N_("Articles")
"""The words above the entries, where something stands above them."""


class ListRows(msgspec.Struct, frozen=True, dict=True):
    """What is listed: queries of saved searches, then feeds, then the indices of entries in `order`.

    Rows are counted from 0. `first_from_web` and `first_without_file` are the places in the order of the first article
    of the web and of the first text that came without a file; None where there is none, or where they do not stand
    together.
    """

    searches: Sequence[str] = ()
    order: Sequence[int] = ()
    first_without_file: int | None = None
    feeds: Sequence[FeedRow] = ()
    first_from_web: int | None = None

    @property
    def first_entry(self) -> int:
        """The row of the first entry."""
        return len(self.searches) + len(self.feeds)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.first_entry + len(self.order)

    def search_at(self, row: int) -> str | None:
        """The query of the saved search at a row; None where something else stands, or nothing."""
        return self.searches[row] if row < len(self.searches) else None

    def feed_at(self, row: int) -> FeedRow | None:
        """The feed at a row; None where something else stands, or nothing."""
        place = row - len(self.searches)
        return self.feeds[place] if 0 <= place < len(self.feeds) else None

    def entry_at(self, row: int) -> int | None:
        """The index of the entry at a row; None where something else stands, or nothing."""
        place = row - self.first_entry
        return self.order[place] if 0 <= place < len(self.order) else None

    def row_of(self, entry: int | None) -> int:
        """The row of a listed entry. Raises ValueError for one that is not listed."""
        return self.first_entry + self.order.index(entry)

    def head_like(self, before: ListRows, row: int) -> int | None:
        """The row of the saved search or feed that stood at a row before, or the next; None where none stood there."""
        search, feed = before.search_at(row), before.feed_at(row)
        if search is not None:
            return self.searches.index(search) if search in self.searches else min(row, len(self.searches))
        return None if feed is None else self.row_of_feed(feed, min(row, self.first_entry))

    def row_of_feed(self, feed: FeedRow, other: int = 0) -> int:
        """The row of a feed or a folder; the `other` where it is not listed."""
        keys = [one.key for one in self.feeds]
        return len(self.searches) + keys.index(feed.key) if feed.key in keys else other

    def others_from(self, row: int, by: int) -> Iterator[int]:
        """The listed entries but for the one at a row, from there on or, where `by` is -1, back; round the end."""
        place = row - self.first_entry
        is_above = place < 0
        first = min(0, -by) if is_above else place
        for distance in range(1, len(self.order) + is_above):
            yield self.order[(first + by * distance) % len(self.order)]

    @cached_property
    def headings(self) -> dict[int, str]:
        """The words above rows, by these."""
        first = self.first_entry
        headings = {0: saved_searches.HEADING} if self.searches else {}
        headings |= {len(self.searches): feeds.HEADING} if self.feeds else {}
        headings |= {first: _ARTICLES} if first else {}
        if self.first_from_web is not None:
            headings[first + self.first_from_web] = web_articles.HEADING
        if self.first_without_file is not None:
            headings[first + self.first_without_file] = kept_texts.HEADING
        return {row: words for row, words in headings.items() if row < self.count}


def rows_of(
    searches: Sequence[str],
    feed_rows: Sequence[FeedRow],
    order: Sequence[int],
    entries: Entries,
    *,
    is_as_opened: bool,
) -> ListRows:
    """The rows of searches, feeds and entries in an order, in which texts without a file are last.

    As opened, articles of the web stand together before them.
    """
    inputs = entries.inputs
    from_web = without_file = None
    if entries.without_file:
        without_file = bisect_left(order, True, key=lambda index: inputs[index].is_without_file)
    if entries.from_web and is_as_opened:
        from_web = bisect_left(order, True, key=lambda index: not inputs[index].is_file)
        last = len(order) if without_file is None else without_file
        from_web = from_web if from_web < last else None
    return ListRows(
        searches,
        order,
        without_file if without_file is None or without_file < len(order) else None,
        feed_rows,
        from_web,
    )
