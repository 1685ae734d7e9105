"""The library file: one SQLite database, opened, made, migrated, read and written here. This module alone knows SQL.

Tables
------
status      One row an article the reader did something with: whether it was read and starred, the raw offset where
            it was left, whether its raw text was shown. Found by `document` (the id of its text), else by `path`
            (absolute) or `url`, with `record`.
correction  Blocks that the reader put back into an article or took out of it: the block's words, which of the
            blocks with these words it is, and whether it is kept.
setting     How the screen was left: a name and a JSON value.

`application_id` says that the file is ours, `user_version` how many migrations it has seen. Articles and their search
index will be tables beside these; statuses do not refer to them, so that making them anew loses nothing.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tui_reader.errors import LibraryError
from tui_reader.library.memory import ArticleKey, Status, StatusChange
from tui_reader.messages import _
from tui_reader.model import Correction

APPLICATION_ID = int.from_bytes(b"tuir")
BUSY_SECONDS = 5
"""How long a write waits for another instance."""

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""How systems say that a file cannot have a second name there."""

Migration = Sequence[str]
MIGRATIONS: Sequence[Migration] = (
    (
        """CREATE TABLE status (
            key INTEGER PRIMARY KEY,
            document TEXT UNIQUE,
            path TEXT,
            record INTEGER,
            url TEXT,
            read INTEGER,
            starred INTEGER,
            place INTEGER,
            raw INTEGER
        ) STRICT""",
        "CREATE INDEX status_path ON status (path, record)",
        "CREATE INDEX status_url ON status (url, record)",
        """CREATE TABLE correction (
            status INTEGER NOT NULL REFERENCES status (key) ON DELETE CASCADE,
            words TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            kept INTEGER NOT NULL,
            PRIMARY KEY (status, words, ordinal)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ),
)


class Library:
    """An open library. Every method raises LibraryError when the file cannot be read or written."""

    def __init__(self, path: Path, connection: sqlite3.Connection, set_aside: Path | None = None) -> None:
        self.path = path
        self.set_aside = set_aside
        """Where a damaged file that stood at `path` is now."""
        self._connection = connection

    def close(self) -> None:
        """Close the file; what was kept is in it."""
        self._connection.close()

    def statuses(self) -> list[StatusChange]:
        """All that is kept of articles; of a path that stands twice, the later row comes last."""
        with _told(self.path):
            corrections: dict[int, list[Correction]] = {}
            for key, words, ordinal, kept in self._connection.execute(
                "SELECT status, words, ordinal, kept FROM correction ORDER BY status, ordinal"
            ):
                corrections.setdefault(key, []).append(Correction(words, ordinal, bool(kept)))
            rows = self._connection.execute(
                "SELECT key, document, path, record, url, read, starred, place, raw FROM status ORDER BY key"
            )
            return [
                StatusChange(
                    ArticleKey(document, path, record, url),
                    Status(_flag(read), _flag(starred), place, _flag(raw), tuple(corrections.get(key, ())) or None),
                )
                for key, document, path, record, url, read, starred, place, raw in rows
            ]

    def settings(self) -> dict[str, Any]:
        """The settings by name."""
        with _told(self.path):
            rows = self._connection.execute("SELECT name, value FROM setting").fetchall()
        settings = {}
        for name, value in rows:
            with contextlib.suppress(ValueError):  # a value that is no JSON counts as none
                settings[name] = json.loads(value)
        return settings

    def keep(self, deeds: Iterable[StatusChange], settings: Mapping[str, Any] | None = None) -> None:
        """Write deeds and settings: all of them, or none."""
        with _told(self.path), _transaction(self._connection):
            for deed in deeds:
                self._write(deed)
            self._connection.executemany(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)",
                [(name, json.dumps(value)) for name, value in (settings or {}).items()],
            )

    def forget(self, path: str) -> int:
        """Remove what is kept of the articles at an absolute path, or below it; returns how many there were."""
        below = os.path.join(path, "")
        with _told(self.path), _transaction(self._connection):
            return self._connection.execute(
                "DELETE FROM status WHERE path = ? OR substr(path, 1, ?) = ?", (path, len(below), below)
            ).rowcount

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
            (*where, *status[:4], key),
        )
        if status.corrections is not None:
            self._connection.execute("DELETE FROM correction WHERE status = ?", (key,))
            self._connection.executemany(
                "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?)", [(key, *one) for one in status.corrections]
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


def default_path() -> Path:
    """Where the library is when nobody says otherwise: in the platform's folder for a user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a path is given

    return user_data_path("tui-reader", appauthor=False) / "library.sqlite3"


def open_library(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Library:
    """The library at `path`, made where there is none, with its tables as of the last of `migrations`.

    A damaged file is set aside under another name, never deleted, and a new one made. Raises LibraryError for a
    file of a newer version or of another program (left as it is), and where the file cannot be read or written.
    """
    with _told(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        set_aside = _set_aside(path) if path.exists() and _is_damaged(path, len(migrations)) else None
        if not path.exists():
            _make(path, migrations)
        connection = _connect(path)
        try:
            _migrate(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
        return Library(path, connection, set_aside)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Every error of SQLite and of the system as our own."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(str(path), str(error)) from error
    except OSError as error:
        raise LibraryError(str(path), error.strerror or str(error)) from error


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection for one thread at a time."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _is_damaged(path: Path, version: int) -> bool:
    """Whether the file is no database, or pages of it make no sense.

    It is opened for reading only, so that a foreign one stays as it is.
    """
    if path.stat().st_size == 0:
        return True
    try:
        with contextlib.closing(_connect(path, "ro")) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            seen = connection.execute("PRAGMA user_version").fetchone()[0]
            if application != APPLICATION_ID:
                raise LibraryError(str(path), _("belongs to another program"))
            if seen > version:
                raise LibraryError(str(path), _("was written by a newer version of tui-reader"))
            if seen:
                connection.execute("SELECT 1 FROM status, correction, setting LIMIT 0")  # they are there
                return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            return True
        raise
    return False


def _set_aside(path: Path) -> Path:
    """Give a damaged file, and what belongs to it, another name."""
    stem = f"{path}.damaged-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}"
    names = (stem, *(f"{stem}-{number}" for number in range(1, 1000)))
    new_path = Path(next(name for name in names if not os.path.lexists(name)))
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{suffix}", f"{new_path}{suffix}")
    os.replace(path, new_path)
    return new_path


def _make(path: Path, migrations: Sequence[Migration]) -> None:
    """Make the file whole under another name first: whoever sees it at `path` sees all of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    os.close(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    try:
        with contextlib.closing(_connect(draft)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for number, migration in enumerate(migrations, 1):
                _take_step(connection, number, migration)
        _put(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> None:
    """Let a whole file stand at `path`, too, unless one stands there: another instance was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with _alone_in(path.parent):
            if not os.path.lexists(path):
                os.rename(draft, path)


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other instances from making a file in a folder meanwhile; the system ends this when the process ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Bring an older file up to date, each step whole or not at all, after a copy of it was made beside it."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == len(migrations):
        return
    copy = path.with_name(f"{path.name}.version-{version}")
    os.close(os.open(copy, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    with contextlib.closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    for number, migration in enumerate(migrations[version:], version + 1):
        _take_step(connection, number, migration)


def _take_step(connection: sqlite3.Connection, number: int, migration: Migration) -> None:
    with _transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            return  # another instance took this step meanwhile
        for statement in migration:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
