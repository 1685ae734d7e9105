"""The library as what asks the network writes to it: each feed, and each page, whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from tui_reader.library import text_table, web_table
from tui_reader.library.connection import library_errors, open_connection, reading, transaction
from tui_reader.library.web_table import Arrivals, Change
from tui_reader.library.web_values import ArrivedArticle, FeedState, Version, WebArticle, WebChange, WebContents
from tui_reader.model import Document


def web_contents(path: Path) -> WebContents:
    """What the library at `path` keeps of the web, for whichever thread asks. Raises LibraryError."""
    with reading(path) as connection:
        return WebContents(web_table.articles(connection), web_table.feeds(connection))


def versions_of(path: Path, address: str) -> list[Version]:
    """The texts of an article in the library at `path`, the oldest first, for any thread. Raises LibraryError."""
    with reading(path) as connection:
        return web_table.versions(connection, address)


def library_stamp(path: Path) -> list[tuple[int, int]]:
    """What tells that something was written to the library at `path`: times of change (ns) and sizes of its files."""
    stamps: list[tuple[int, int]] = []
    for file in (path, Path(f"{path}-wal")):
        with contextlib.suppress(OSError):
            found = file.stat()
            stamps.append((found.st_mtime_ns, found.st_size))
    return stamps


class WebStore:
    """A library that is open for what comes over the wire. Every method raises LibraryError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection, self.set_aside = open_connection(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def contents(self) -> WebContents:
        """What is kept."""
        with library_errors(self.path):
            return WebContents(web_table.articles(self._connection), web_table.feeds(self._connection))

    def article(self, address: str) -> WebArticle | None:
        """The article at an address, while it is listed."""
        with library_errors(self.path):
            return web_table.article(self._connection, address)

    def versions(self, address: str) -> list[Version]:
        """The texts of an article, the oldest first."""
        with library_errors(self.path):
            return web_table.versions(self._connection, address)

    def text(self, document: str) -> Document | None:
        """A text by its id."""
        with library_errors(self.path):
            return text_table.read(self._connection, document)

    def keep(self, arrived: ArrivedArticle) -> Change:
        """Keep a page that was asked for; one that the reader removed is listed again."""
        with library_errors(self.path), transaction(self._connection):
            self._connection.execute(
                "UPDATE web_article SET removed = NULL, document = coalesce(document, ?) WHERE address = ?",
                (arrived.article.document, arrived.article.address),
            )
            return web_table.keep(self._connection, arrived)

    def touch(self, address: str, version: Version) -> None:
        """A text that is kept already came again."""
        with library_errors(self.path), transaction(self._connection):
            web_table.touch(self._connection, address, version)

    def keep_feed(self, feed: str, state: FeedState, title: str | None, entries: Iterable[ArrivedArticle]) -> Arrivals:
        """Keep the entries of a feed, and how asking for it went."""
        with library_errors(self.path), transaction(self._connection):
            if not web_table.is_followed(self._connection, feed):  # not any more: the reader has dropped it meanwhile
                return Arrivals((), ())
            arrivals = web_table.keep_entries(self._connection, feed, entries)
            web_table.set_state(self._connection, feed, state, title)
            return arrivals

    def move_feed(self, address: str, new_address: str) -> None:
        """A feed has moved for good."""
        with library_errors(self.path), transaction(self._connection):
            web_table.move_feed(self._connection, address, new_address)

    def set_state(self, feed: str, state: FeedState) -> None:
        """Note how asking for a feed went."""
        with library_errors(self.path), transaction(self._connection):
            web_table.set_state(self._connection, feed, state)

    def drop_old(self, before: str, now: str, removed_before: str) -> int:
        """Drop old entries of feeds; see `web_table.drop_old`."""
        with library_errors(self.path), transaction(self._connection):
            return web_table.drop_old(self._connection, before, now, removed_before)

    def apply(self, changes: Iterable[WebChange]) -> None:
        """Write changes of what is followed and listed, all or none."""
        with library_errors(self.path), transaction(self._connection):
            for change in changes:
                web_table.apply(self._connection, change)
