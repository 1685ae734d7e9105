"""What the reader did with articles, and how the screen was left, in the library file."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.errors import LibraryError
from tui_reader.ingest.input_list import is_address
from tui_reader.library import clipping_table, correction_table, search_table, text_table, web_table
from tui_reader.library.connection import (
    AT_OR_BELOW,
    at_or_below,
    copy_library,
    library_errors,
    open_connection,
    reading,
    transaction,
)
from tui_reader.library.schema import MIGRATIONS, Migration
from tui_reader.library.values import (
    ArticleKey,
    Change,
    Clipping,
    ClippingChange,
    CorrectionChange,
    KeepText,
    KeptCorrection,
    KeptText,
    RemoveSearch,
    RemoveText,
    RestoreText,
    SavedSearch,
    SaveSearch,
    Status,
    StatusChange,
)
from tui_reader.library.web_values import WebContents
from tui_reader.messages import _
from tui_reader.model import Document


class Added(NamedTuple):
    """How much a library has of which all was added to another one.

    `texts` are those without a file, `web` the articles of the web.
    """

    articles: int
    clippings: int
    texts: int
    searches: int
    web: int


class Library:
    """An open library. Every method raises LibraryError when the file cannot be read or written."""

    def __init__(self, path: Path, connection: sqlite3.Connection, set_aside: Path | None = None) -> None:
        self.path = path
        self.set_aside = set_aside
        """Where a damaged file that stood at `path` is now."""
        self._connection = connection
        self._removed_texts: dict[str, text_table.Row] = {}

    def close(self) -> None:
        """Close the file; what was kept is in it."""
        self._connection.close()

    def statuses(self) -> list[StatusChange]:
        """What was done with each article; of a path that stands twice, the later row comes last."""
        with library_errors(self.path):
            rows = self._connection.execute(
                "SELECT document, path, record, url, read, starred, place, raw FROM status ORDER BY key"
            )
            return [
                StatusChange(
                    ArticleKey(document, path, record, url), Status(_flag(read), _flag(starred), place, _flag(raw))
                )
                for document, path, record, url, read, starred, place, raw in rows
            ]

    def settings(self) -> dict[str, Any]:
        """The settings by name."""
        with library_errors(self.path):
            rows = self._connection.execute("SELECT name, value FROM setting").fetchall()
        settings = {}
        for name, value in rows:
            with contextlib.suppress(ValueError):  # a value that is no JSON counts as none
                settings[name] = json.loads(value)
        return settings

    def clippings(self) -> list[Clipping]:
        """All clippings, by heading, in the order in which they stand there."""
        with library_errors(self.path):
            return clipping_table.read_all(self._connection)

    def corrections(self) -> list[KeptCorrection]:
        """All corrections, in the order in which they were made."""
        with library_errors(self.path):
            return correction_table.read_all(self._connection)

    def searches(self) -> list[SavedSearch]:
        """The queries that are kept, in the order in which they were."""
        with library_errors(self.path):
            return search_table.read_all(self._connection)

    def texts(self) -> list[KeptText]:
        """What is known of the texts that came without a file, in the order in which they came."""
        with library_errors(self.path):
            return text_table.read_all(self._connection)

    def web(self) -> WebContents:
        """What is kept of the web."""
        with library_errors(self.path):
            return WebContents(web_table.articles(self._connection), web_table.feeds(self._connection))

    def text(self, document: str) -> Document | None:
        """The text with an id that came without a file, None where it is not kept; for whichever thread asks."""
        return kept_text(self.path, document)

    def keep(
        self,
        deeds: Iterable[StatusChange],
        settings: Mapping[str, Any] | None = None,
        changes: Iterable[Change] = (),
    ) -> None:
        """Write deeds, settings and changes of what has a row of its own: all of them, or none."""
        if not self.path.exists():  # SQLite would write on into a file that has no name any more
            raise LibraryError(str(self.path), _("is gone"))
        with library_errors(self.path), transaction(self._connection):
            self._keep(deeds, settings or {}, changes)

    def _keep(self, deeds: Iterable[StatusChange], settings: Mapping[str, Any], changes: Iterable[Change]) -> None:
        """As `keep`, in a transaction that has begun."""
        for deed in deeds:
            self._write(deed)
        self._connection.executemany(
            "INSERT OR REPLACE INTO setting VALUES (?, ?)",
            [(name, json.dumps(value)) for name, value in settings.items()],
        )
        for change in changes:
            if isinstance(change, ClippingChange):
                clipping_table.apply(self._connection, change)
            elif isinstance(change, CorrectionChange):
                correction_table.apply(self._connection, change)
            elif isinstance(change, SaveSearch | RemoveSearch):
                search_table.apply(self._connection, change)
            elif isinstance(change, KeepText | RemoveText | RestoreText):
                text_table.apply(self._connection, change, self._removed_texts)
            else:
                web_table.apply(self._connection, change)

    def copy_to(self, path: Path) -> None:
        """Write all that is kept to a new file, which is a library itself."""
        with library_errors(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with contextlib.closing(sqlite3.connect(path)) as target:
                self._connection.backup(target)

    def add_from(self, path: Path) -> Added:
        """Add what another library keeps, which stays as it is; returns how much that is.

        What both say of an article, the other one decides.
        """
        with reading_library(path) as other:
            if other is None:
                raise LibraryError(str(path), _("does not exist"))
            statuses, clippings, corrections = other.statuses(), other.clippings(), other.corrections()
            texts, searches = other.texts(), other.searches()
            documents = ((text, other.text(text.document)) for text in texts)  # one after the other, as it is kept
            changes: tuple[Iterable[Change], ...] = (
                (ClippingChange(clipping.id, None, clipping) for clipping in clippings),
                (CorrectionChange(one.id, None, one) for one in corrections),
                (KeepText(text, document) for text, document in documents if document),
                map(SaveSearch, searches),
            )
            with library_errors(self.path), transaction(self._connection):
                self._keep(statuses, {}, chain.from_iterable(changes))
                web = web_table.copy_from(self._connection, other._connection)
        return Added(len(statuses), len(clippings), len(texts), len(searches), web)

    def forget(self, path: str) -> int:
        """Remove what is kept of the articles at an absolute path or below it, or at an address; returns how many."""
        with library_errors(self.path), transaction(self._connection):
            if is_address(path):
                return web_table.forget(self._connection, path)
            clipping_table.remove_below(self._connection, path)
            correction_table.remove_below(self._connection, path)
            return self._connection.execute(f"DELETE FROM status WHERE {AT_OR_BELOW}", at_or_below(path)).rowcount  # noqa: S608

    def _write(self, deed: StatusChange) -> None:
        where, status = deed
        key = self._key(where)
        if key is None:
            key = self._connection.execute("INSERT INTO status DEFAULT VALUES").lastrowid
        if where.path:  # another article that stood at this path is found by its document from now on
            self._connection.execute(
                "UPDATE status SET path = NULL WHERE path = ? AND record IS ? AND key <> ?",
                (where.path, where.record, key),
            )
        self._connection.execute(
            """UPDATE status SET document = coalesce(?, document), path = coalesce(?, path),
            record = coalesce(?, record), url = coalesce(?, url), read = coalesce(?, read),
            starred = coalesce(?, starred), place = coalesce(?, place), raw = coalesce(?, raw) WHERE key = ?""",
            (*where, *status, key),
        )

    def _key(self, where: ArticleKey) -> int | None:
        """The row of an article: by its document, else by its source."""
        ways = (
            ("SELECT key FROM status WHERE document = ?", (where.document,)),
            ("SELECT key FROM status WHERE path = ? AND record IS ?", (where.path, where.record)),
            ("SELECT key FROM status WHERE url = ? AND record IS ?", (where.url, where.record)),
        )
        for query, values in ways:
            row = self._connection.execute(query, values).fetchone() if values[0] else None
            if row:
                return int(row[0])
        return None


@contextlib.contextmanager
def reading_library(path: Path) -> Iterator[Library | None]:
    """The library at `path` for somebody who only reads: a copy of it, so that nothing there changes; None for none.

    Raises LibraryError where the file cannot be read, is damaged, or is no library.
    """
    if not path.exists():
        yield None
        return
    if path.is_dir():
        raise LibraryError(str(path), _("is a folder"))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "library"
        with library_errors(path):
            copy_library(path, copy)
        try:
            library = open_library(copy)
        except LibraryError as error:
            raise LibraryError(str(path), error.reason) from error
        with contextlib.closing(library):
            if library.set_aside:
                raise LibraryError(str(path), _("is damaged"))
            yield library


def kept_corrections(path: Path) -> list[KeptCorrection]:
    """The corrections in the library at `path`; none where there is none. Raises LibraryError."""
    with reading_library(path) as library:
        return library.corrections() if library else []


def current_corrections(path: Path) -> tuple[list[KeptCorrection], dict[str, str]]:
    """The corrections in the library of this version at `path`, and the texts of web articles by their addresses.

    For any thread. Raises LibraryError.
    """
    with reading(path) as connection:
        listed = {article.address: article.document for article in web_table.articles(connection)}
        return correction_table.read_all(connection), listed


def kept_text(path: Path, document: str) -> Document | None:
    """The text with an id in the library at `path`, None where it is not kept, for any thread. Raises LibraryError."""
    try:
        with reading(path) as connection:
            return text_table.read(connection, document)
    except ValueError as error:
        raise LibraryError(str(path), _("is damaged")) from error


def kept_text_ids(path: Path) -> list[str]:
    """The ids of the texts that are listed in the library at `path`, in the order in which they came.

    Raises LibraryError.
    """
    with reading(path) as connection:
        return text_table.listed_ids(connection)


def open_library(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Library:
    """The library at `path`, made where there is none, with its tables as of the last of `migrations`.

    A damaged file is set aside under another name, never deleted, and a new one made. Raises LibraryError for a
    file of a newer version or of another program (left as it is), and where the file cannot be read or written.
    """
    connection, set_aside = open_connection(path, migrations)
    return Library(path, connection, set_aside)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
