"""The queries in the library file that the reader keeps."""

from __future__ import annotations

import sqlite3
from typing import assert_never

from tui_reader.library.values import RemoveSearch, SavedSearch, SaveSearch, SearchChange


def read_all(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All of them, in the order in which they were kept."""
    rows = connection.execute("SELECT query, saved FROM search ORDER BY saved, query")
    return [SavedSearch(*row) for row in rows]


def apply(connection: sqlite3.Connection, change: SearchChange) -> None:
    """Write a change."""
    match change:
        case SaveSearch(search):
            connection.execute("INSERT OR IGNORE INTO search VALUES (?, ?)", (search.query, search.saved))
        case RemoveSearch(query):
            connection.execute("DELETE FROM search WHERE query = ?", (query,))
        case _:
            assert_never(change)
