"""Opening the library file: it is made whole, migrated with a copy beside it, and set aside where it is damaged."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui_reader.errors import LibraryError
from tui_reader.library.schema import APPLICATION_ID, MIGRATIONS, TABLES, Migration
from tui_reader.messages import _

BUSY_SECONDS = 5
"""How long a write waits for another instance."""
AT_OR_BELOW = "path = ? OR substr(path, 1, ?) = ?"
"""The condition of rows about a path or about what is below it, for the values that `at_or_below` gives."""

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""How systems say that a file cannot have a second name there."""


def default_path() -> Path:
    """Where the library is when nobody says otherwise: in the platform's folder for a user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a path is given

    return user_data_path("tui-reader", appauthor=False) / "library.sqlite3"


def default_index_path() -> Path:
    """Where the index is when nobody says otherwise: in the platform's folder for caches."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed when a path is given

    return user_cache_path("tui-reader", appauthor=False) / "index.sqlite3"


def at_or_below(path: str) -> tuple[str, int, str]:
    """The values of the condition `AT_OR_BELOW` for an absolute path."""
    below = os.path.join(path, "")
    return path, len(below), below


def open_connection(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[sqlite3.Connection, Path | None]:
    """A connection to the library at `path`, and where a damaged file that stood there is now.

    The file is made where there is none, with its tables as of the last of `migrations`. Raises as `open_library`.
    """
    with library_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new_path = set_aside(path) if path.exists() and _is_damaged(path, len(migrations)) else None
        if not path.exists():
            _make(path, migrations)
        connection = _connect(path)
        try:
            _migrate(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
        return connection, new_path


@contextlib.contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Every error of SQLite and of the system as our own."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(str(path), str(error)) from error
    except OSError as error:
        raise LibraryError(str(path), error.strerror or str(error)) from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own to the library at `path`, which only reads: for whichever thread asks."""
    with library_errors(path), contextlib.closing(_connect(path, "ro")) as connection:
        yield connection


def copy_library(path: Path, copy: Path) -> None:
    """Copy a database with all that is written to it, also where nothing may be written beside it."""
    uri = path.absolute().as_uri()
    for mode in ("mode=ro", "mode=ro&immutable=1"):  # the second where no file may be made beside it
        try:
            with (
                contextlib.closing(sqlite3.connect(f"{uri}?{mode}", uri=True, timeout=BUSY_SECONDS)) as source,
                contextlib.closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except sqlite3.DatabaseError:
            copy.unlink(missing_ok=True)
            continue
        return
    shutil.copyfile(path, copy)  # what it is, is seen when it is opened


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
                tables = ", ".join(name for name, since in TABLES.items() if since <= seen)
                connection.execute(f"SELECT 1 FROM {tables} LIMIT 0")  # noqa: S608 - they are there
                return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            return True
        raise
    return False


def set_aside(path: Path) -> Path:
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
        with alone_in(path.parent):
            if not os.path.lexists(path):
                os.rename(draft, path)


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other instances from making a file in a folder meanwhile; the system ends this when the process ends.

    Some file systems of a network have no locks on folders: there, nobody is kept from it.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
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
    with transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            return  # another instance took this step meanwhile
        for statement in migration:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
