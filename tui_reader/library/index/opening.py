"""Opening the index file: made where there is none, and anew where it is damaged or of another version."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from tui_reader.analysis.text.find import loose
from tui_reader.errors import LibraryError
from tui_reader.library.connection import BUSY_SECONDS, alone_in, library_errors, set_aside, transaction
from tui_reader.library.index.rows import analyser_version
from tui_reader.library.index.schema import APPLICATION_ID, TABLES, VERSION
from tui_reader.library.index.store import Index
from tui_reader.messages import _

_MAGIC, _HEADER_SIZE, _ID_AT = b"SQLite format 3\0", 100, 68  # of a database file, and where its application id is


def open_index(path: Path, library: Path | None = None, *, is_checked: bool = False) -> Index:
    """The index at `path`, made where there is none, and anew where it cannot be used.

    With a `library`, queries may ask for what the reader did. `is_checked` has every page looked at, which takes
    seconds for a large file; else damage may show later, by an error of which `is_damage` is true. Raises LibraryError
    where the file cannot be made, and for a file of another program.
    """
    with library_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = _made_connection(path)
        try:
            if is_checked and not _is_whole(connection):
                connection.close()
                remove_index(path)
                connection = _made_connection(path)
            _attach(connection, library)
        except BaseException:
            connection.close()
            raise
    return Index(path, connection)


def _made_connection(path: Path) -> sqlite3.Connection:
    """A connection to the index at `path`, in the place of which nobody puts another one meanwhile."""
    with alone_in(path.parent):
        if path.exists() and not _is_usable(path):
            remove_index(path)
        connection = _connect(path)
        try:
            _make_tables(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def remove_index(path: Path) -> None:
    """Remove an index that cannot be used: it is made anew when it is opened. Raises LibraryError.

    A file that does not say that it is an index may be something else: it is given another name.
    """
    with library_errors(path):
        if path.exists() and path.stat().st_size and not _says_it_is_index(path):
            set_aside(path)
            return
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _says_it_is_index(path: Path) -> bool:
    """Whether a file begins as SQLite has it, with the number that says that it is ours.

    See https://www.sqlite.org/fileformat.html#the_database_header.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    return header.startswith(_MAGIC) and header[_ID_AT : _ID_AT + 4] == APPLICATION_ID.to_bytes(4)


def is_damage(error: LibraryError) -> bool:
    """Whether an error was met because the file is damaged."""
    return isinstance(error.__cause__, sqlite3.DatabaseError) and _is_of_damage(error.__cause__)


def _is_of_damage(error: sqlite3.DatabaseError) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path.absolute().as_uri(), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.create_function("loose", 1, loose, deterministic=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # a cache: what the last second wrote is made again
    return connection


def _attach(connection: sqlite3.Connection, library: Path | None) -> None:
    """Let queries ask for what the reader did; without a library, that is nothing."""
    if library and library.exists():
        connection.execute("ATTACH ? AS kept", (f"{library.absolute().as_uri()}?mode=ro",))
        return
    connection.execute("ATTACH ':memory:' AS kept")
    connection.execute("CREATE TABLE kept.status (document TEXT, read INTEGER, starred INTEGER)")
    connection.execute("CREATE TABLE kept.clipping (document TEXT)")


def _connect_to_look(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def _is_usable(path: Path) -> bool:
    """Whether the file is an index of this version, made by this analysis. Raises LibraryError for a foreign one."""
    try:
        with contextlib.closing(_connect_to_look(path)) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            if application != APPLICATION_ID:
                if application or connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                    raise LibraryError(str(path), _("belongs to another program"))
                return True  # it is empty: another instance may be about to make it
            if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                return False
            analyser = connection.execute("SELECT value FROM about WHERE name = 'analyser'").fetchone()
            connection.execute("SELECT rowid FROM words WHERE words MATCH '\"a\"' LIMIT 1").fetchone()
            return bool(analyser == (analyser_version(),))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            _roll_back(path)
            return _is_usable(path)
        if not _is_of_damage(error):
            raise  # as where it is locked: nobody may remove it then
        return False


def _roll_back(path: Path) -> None:
    """Undo what a process was in the middle of that was ended: who only looks cannot. It is undone by any reading.

    Raises sqlite3.DatabaseError where nothing may be written.
    """
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA schema_version").fetchone()


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether every page makes sense."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if not _is_of_damage(error):
            raise
        return False


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file, whole or not at all; another instance may have done so."""
    with transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            return
        for statement in TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO about VALUES ('analyser', ?)", (analyser_version(),))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
