"""The index file: written by one writer, read by any; made anew where it is damaged or of another version."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD, sentences
from tui_reader.errors import LibraryError
from tui_reader.library.connection import (
    AT_OR_BELOW,
    BUSY_SECONDS,
    alone_in,
    at_or_below,
    library_errors,
    set_aside,
    transaction,
)
from tui_reader.library.index.query import UNREAD, read_query
from tui_reader.library.index.rows import NO_RECORD, ArticleRow, analyser_version, decoded
from tui_reader.library.index.schema import APPLICATION_ID, TABLES, VERSION
from tui_reader.messages import _
from tui_reader.model import Article, Span

MOST_RESULTS = 50
"""So many articles are given for a query, unless it is said otherwise."""
MOST_RANKED = 2_000
"""Of words that more articles have, those are given first that were indexed last."""
LONGEST_SENTENCE = 240
"""So many code points of a sentence are given at most."""
_RUN = 4  # words in a row that two articles hardly quote by chance
_MOST_RUNS = 3  # of one quote are looked for
_MAGIC, _HEADER_SIZE, _ID_AT = b"SQLite format 3\0", 100, 68  # of a database file, and where its application id is
_TEXT = "text:"
"""How the place of a text without a file begins; its id follows. Those of files, with a slash, come before."""
_MOST_HITS = 60  # of which the sentence with most is sought
_PLACE = "(SELECT {column} FROM place p WHERE p.article = a.key ORDER BY p.path, p.record LIMIT 1)"
_COLUMNS = f"a.document, {_PLACE.format(column='path')}, {_PLACE.format(column='record')}, a.title, a.site, a.day"
_RANK = "bm25(words, 8.0, 1.0, 3.0, 3.0, 1.0)"
"""How well an article fits: title, quotes and speakers weigh more than the text."""


class FileStamp(NamedTuple):
    """What tells that a file was changed: its size, its time of change in nanoseconds, the digest of its bytes."""

    size: int
    changed: int
    digest: str


class Found(NamedTuple):
    """How many articles a query finds, and how many of them the reader has not read."""

    articles: int
    unread: int


class Hit(NamedTuple):
    """An article that was found: where it is, its head, and its best words with the places of the hits in them.

    The path of a text without a file is None.
    """

    document: str
    path: str | None
    record: int | None
    title: str
    site: str
    day: str
    words: str
    hits: tuple[Span, ...]


class StoredArticle(NamedTuple):
    """An article as it was analysed, and where it stands: the absolute path of its file, and the number of its record.

    The path of a text without a file is None.
    """

    article: Article
    path: str | None
    record: int | None


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


class Index:
    """An open index. Every method raises LibraryError when the file cannot be read or written."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __len__(self) -> int:
        with library_errors(self.path):
            count: int = self._connection.execute("SELECT count(*) FROM article").fetchone()[0]
        return count

    def stamps(self) -> Mapping[str, FileStamp]:
        """The files that were read, by their absolute paths."""
        with library_errors(self.path):
            rows = self._connection.execute("SELECT path, size, changed, digest FROM file").fetchall()
        return {path: FileStamp(*stamp) for path, *stamp in rows}

    def article(self, document: str) -> Article | None:
        """The article of a text as it was analysed; None where it is not known."""
        with library_errors(self.path):
            row = self._connection.execute("SELECT data FROM article WHERE document = ?", (document,)).fetchone()
        try:
            return decoded(row[0]) if row else None
        except ValueError:
            return None  # it is analysed again

    def articles_of_speaker(self, name: str, most: int) -> list[StoredArticle]:
        """The articles in which somebody speaks whose name has the same last word, the newest first."""
        match = _any_of(WORD.findall(name)[-1:], "speakers")
        return self._stored("WHERE words MATCH ? ORDER BY a.day DESC, a.key LIMIT ?", match, most) if match else []

    def articles_quoting(self, quotes: Iterable[str], most: int) -> list[StoredArticle]:
        """The articles that quote a few words in a row of any of these quotes, those first that have most of them."""
        match = _any_of((run for words in quotes for run in _runs(words)), "quotes")
        return self._stored("WHERE words MATCH ? ORDER BY rank LIMIT ?", match, most) if match else []

    def articles_about(self, words: Iterable[str], days: tuple[str, str] | None, most: int) -> list[StoredArticle]:
        """The articles that fit some words best, of those from one day to another; and of those without a day."""
        match, (first, last) = _any_of(words, "title text"), days or ("", "9")
        if not match:
            return []
        between = "WHERE words MATCH ? AND (a.day = '' OR a.day BETWEEN ? AND ?)"
        return self._stored(f"{between} ORDER BY rank LIMIT ?", match, first, last, most)

    def _stored(self, clauses: str, *values: object) -> list[StoredArticle]:
        """The articles that some clauses choose from `words` and `article`."""
        sql = f"SELECT a.key FROM words JOIN article a ON a.key = words.rowid {clauses}"  # noqa: S608 - fixed clauses
        place = f"{_PLACE.format(column='path')}, {_PLACE.format(column='record')}"
        with library_errors(self.path):
            keys = [key for (key,) in self._connection.execute(sql, values)]
            sql = f"SELECT a.data, {place} FROM article a WHERE a.key = ?"  # noqa: S608
            rows = [self._connection.execute(sql, (key,)).fetchone() for key in keys]
        found: list[StoredArticle] = []
        for data, path, record in rows:
            with contextlib.suppress(ValueError):  # it is found again when it is analysed again
                found.append(StoredArticle(decoded(data), *_place_of(path, record)))
        return found

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """What is written inside is written together, or not at all."""
        with library_errors(self.path), transaction(self._connection):
            yield

    def put_file(self, path: str, stamp: FileStamp, rows: Iterable[ArticleRow]) -> None:
        """Keep the articles of a file, in place of those it had; inside `writing`."""
        self.remove_file(path)
        self._connection.execute("INSERT INTO file VALUES (?, ?, ?, ?)", (path, *stamp))
        for row in rows:
            key = self._put_article(row)
            self._connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", (path, row.record, key))

    def touch_file(self, path: str, stamp: FileStamp) -> None:
        """A file has another time of change, and the same bytes; inside `writing`."""
        self._connection.execute(
            "UPDATE file SET size = ?, changed = ? WHERE path = ?", (stamp.size, stamp.changed, path)
        )

    def remove_file(self, path: str) -> None:
        """A file is gone, and so are its articles, unless they stand elsewhere, too; inside `writing`."""
        keys = self._connection.execute("SELECT article FROM place WHERE path = ?", (path,)).fetchall()
        self._connection.execute("DELETE FROM place WHERE path = ?", (path,))
        self._connection.execute("DELETE FROM file WHERE path = ?", (path,))
        for (key,) in keys:
            if not self._connection.execute("SELECT 1 FROM place WHERE article = ?", (key,)).fetchone():
                self._remove_article(key)

    def texts(self) -> set[str]:
        """The ids of the texts without a file that are in the index."""
        with library_errors(self.path):
            rows = self._connection.execute("SELECT path FROM place WHERE path GLOB ?", (f"{_TEXT}*",)).fetchall()
        return {path.removeprefix(_TEXT) for (path,) in rows}

    def put_text(self, row: ArticleRow) -> None:
        """Keep the article of a text without a file; inside `writing`."""
        key = self._put_article(row)
        place = (f"{_TEXT}{row.document}", NO_RECORD, key)
        self._connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", place)

    def remove_text(self, document: str) -> None:
        """A text without a file is gone, and so is its article, unless it stands in a file, too; inside `writing`."""
        self.remove_file(f"{_TEXT}{document}")

    def forget(self, path: str) -> None:
        """Remove the articles of the files at or below an absolute path, unless they stand elsewhere, too."""
        with self.writing():
            files = self._connection.execute(f"SELECT path FROM file WHERE {AT_OR_BELOW}", at_or_below(path))  # noqa: S608
            for (file,) in files.fetchall():
                self.remove_file(file)

    def search(self, text: str, *, typing: bool = False, most: int = MOST_RESULTS) -> list[Hit]:
        """The articles that a query finds, the best first, else the newest. Raises QueryError, too."""
        query = read_query(text, typing=typing)
        where, values = query.condition.sql, query.condition.values
        source, order = "article a", "a.day DESC, a.key"
        with library_errors(self.path):
            if query.ranking:
                source = "words JOIN article a ON a.key = words.rowid"
                order = "words.rowid DESC" if self._finds_many(query.ranking) else _RANK
                where, values = ("1", ()) if query.condition.match == query.ranking else (where, values)
                where, values = f"words MATCH ? AND {where}", (query.ranking, *values)
            sql = f"SELECT a.key FROM {source} WHERE {where} ORDER BY {order} LIMIT ?"  # noqa: S608 - see query
            keys = [key for (key,) in self._connection.execute(sql, (*values, most))]
            sql = f"SELECT {_COLUMNS}, a.text FROM article a WHERE a.key = ?"  # noqa: S608
            rows = [self._connection.execute(sql, (key,)).fetchone() for key in keys]
        return [_hit(row[:-1], row[-1], query.words) for row in rows]

    def count(self, text: str, *, typing: bool = False) -> Found:
        """How many articles a query finds. Raises QueryError, too."""
        where, values, _match = read_query(text, typing=typing).condition
        sql = f"SELECT count(*), count(*) FILTER (WHERE {UNREAD}) FROM article a WHERE {where}"  # noqa: S608 - see query
        with library_errors(self.path):
            return Found(*self._connection.execute(sql, values).fetchone())

    def _finds_many(self, match: str) -> bool:
        """Whether words are in so many articles that ranking them takes long, and tells nothing."""
        counted = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
        return bool(self._connection.execute(counted, (match, MOST_RANKED + 1)).fetchone()[0] > MOST_RANKED)

    def _put_article(self, row: ArticleRow) -> int:
        known = self._connection.execute("SELECT key FROM article WHERE document = ?", (row.document,)).fetchone()
        if known:
            return int(known[0])
        values = (
            row.document,
            row.title,
            row.byline,
            row.site,
            row.day,
            row.language,
            row.text,
            row.quoted,
            row.speakers,
            row.counted,
        )
        key = self._connection.execute(
            "INSERT INTO article (document, title, byline, site, day, language, text, quotes, speakers, counted, data) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, row.data),
        ).lastrowid
        self._connection.execute(
            "INSERT INTO words (rowid, title, text, quotes, speakers, counted) VALUES (?, ?, ?, ?, ?, ?)",
            (key, row.title, row.text, row.quoted, row.speakers, row.counted),
        )
        self._connection.executemany(
            "INSERT INTO quote VALUES (?, ?, ?)", [(key, quote.speaker, quote.words) for quote in row.quotes]
        )
        self._connection.executemany(
            "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)",
            [(key, one.value, one.high, one.unit, one.what, one.things) for one in row.figures],
        )
        return int(key or 0)

    def _remove_article(self, key: int) -> None:
        self._connection.execute(
            "INSERT INTO words (words, rowid, title, text, quotes, speakers, counted) "
            "SELECT 'delete', key, title, text, quotes, speakers, counted FROM article WHERE key = ?",
            (key,),
        )
        for table, column in (("quote", "article"), ("figure", "article"), ("article", "key")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))  # noqa: S608


def _hit(columns: Sequence[Any], text: str, sought: Sequence[str]) -> Hit:
    """A row that was found, with the best sentence of its text and the places of the hits in it."""
    document, path, record, title, site, day = columns
    sentence, hits = best_sentence(text.removeprefix(title).lstrip() or text, sought)  # the title is given anyway
    return Hit(document, *_place_of(path, record), title, site, day, sentence, hits)


def _place_of(path: str, record: int) -> tuple[str | None, int | None]:
    """The path of a file and the number of a record, as articles have them."""
    return None if path.startswith(_TEXT) else path, None if record == NO_RECORD else record


def _any_of(words: Iterable[str], columns: str) -> str:
    """The expression of FTS5 for any of some words, or words in a row, in some columns; empty without any."""
    quoted = " OR ".join(f'"{word}"' for word in words if word and '"' not in word)
    return f"{{{columns}}} : ({quoted})" if quoted else ""


def _runs(quote: str) -> list[str]:
    """Words in a row from the beginning of a quote on, none twice; of one that is shorter, none."""
    found = WORD.findall(loose(quote))
    ends = range(_RUN, len(found) + 1, _RUN)
    return [" ".join(found[end - _RUN : end]) for end in ends][:_MOST_RUNS]


def best_sentence(text: str, sought: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The sentence of a text with most of the words that are sought, and where they stand in it; else the first."""
    low = loose(text)
    found = [hit for words in sought for hit in _hits_of(low, loose(words))]
    hits_of: dict[Span, list[Span]] = {}
    for hit in sorted(found)[:_MOST_HITS]:
        around = next((one for one in hits_of if one.holds(hit)), None) or _sentence_around(text, hit)
        hits_of.setdefault(around, []).append(hit)
    if not hits_of:
        return _shortened(text, _sentence_around(text, Span(0, 0)), [])
    return _shortened(
        text, *max(hits_of.items(), key=lambda item: (len({loose(hit.of(text)) for hit in item[1]}), -item[0].start))
    )


def _hits_of(low: str, sought: str) -> Iterator[Span]:
    """Where words begin in a loose text, the first places."""
    start = -1
    for _number in range(_MOST_HITS):
        start = low.find(sought, start + 1)
        if start < 0:
            return
        if not low[start - 1 : start].isalnum():
            yield Span(start, start + len(sought))


def _sentence_around(text: str, hit: Span) -> Span:
    start = text.rfind("\n\n", 0, hit.start) + 1
    end = text.find("\n\n", hit.end)
    paragraph = Span(max(0, start), end if end >= 0 else len(text))
    return next((one for one in sentences(text, paragraph) if one.end >= hit.end), paragraph)


def _shortened(text: str, sentence: Span, hits: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """A sentence, of a long one what is around its first hit, with the places of the hits in it."""
    first = hits[0].start if hits else sentence.start
    start = sentence.start if first - sentence.start < LONGEST_SENTENCE // 2 else first - LONGEST_SENTENCE // 4
    end = min(sentence.end, start + LONGEST_SENTENCE)
    before = "…" if start > sentence.start else ""
    inside = tuple(hit.shift(len(before) - start) for hit in hits if start <= hit.start and hit.end <= end)
    return before + text[start:end] + ("…" if end < sentence.end else ""), inside


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
        if not _is_of_damage(error):
            raise  # as where it is locked: nobody may remove it then
        return False


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
