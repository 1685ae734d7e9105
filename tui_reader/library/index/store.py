"""What the index holds: written by one writer, read by any."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.library.connection import (
    AT_OR_BELOW,
    at_or_below,
    library_errors,
    transaction,
)
from tui_reader.library.index.excerpts import Excerpt, best_sentence, sentence_of_figure, sentence_of_quote
from tui_reader.library.index.rows import NO_RECORD, ArticleRow, ItemKind, decoded
from tui_reader.model import Article, Span

if TYPE_CHECKING:
    from tui_reader.library.index.query import ItemCondition

MOST_RESULTS = 50
"""So many articles are given for a query, unless it is said otherwise."""
MOST_RANKED = 2_000
"""Of words that more articles have, those are given first that were indexed last."""
_MOST_ITEMS = 20  # of an article are looked at
_RUN = 4  # words in a row that two articles hardly quote by chance
_MOST_RUNS = 3  # of one quote are looked for
_TEXT = "text:"
"""How the place of a text without a file begins; its id follows. Those of files, with a slash, come before."""
_PLACE = "(SELECT {column} FROM place p WHERE p.article = a.key ORDER BY p.path, p.record LIMIT 1)"
_PATH, _RECORD = _PLACE.format(column="path"), _PLACE.format(column="record")
_COLUMNS = f"a.document, {_PATH}, {_RECORD}, a.title, a.site, a.day"
_SOUGHT = ("title", "byline", "site", "day", "language", "text", "quotes", "speakers", "counted")
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


class FoundItem(NamedTuple):
    """A quote that is speech, or a figure: its words in the clean text, and where they stand there."""

    kind: ItemKind
    words: str
    place: Span


class Hit(NamedTuple):
    """An article that was found: where it is, its head, and its best words with the places of the hits in them.

    `focus` is what of the words must be in sight. The path of a text without a file is None. Where the query asks for a
    quote or a figure, `item` is the first one.
    """

    document: str
    path: str | None
    record: int | None
    title: str
    site: str
    day: str
    words: str
    hits: tuple[Span, ...]
    focus: Span
    item: FoundItem | None = None


class StoredArticle(NamedTuple):
    """An article as it was analysed, and where it stands: the absolute path of its file, and the number of its record.

    The path of a text without a file is None.
    """

    article: Article
    path: str | None
    record: int | None


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

    def stored(self, document: str) -> StoredArticle | None:
        """The article of a text as it was analysed, and where it stands; None where it is not known, or is damaged."""
        stored = self._stored("WHERE a.document = ?", document)
        return stored[0] if stored else None

    def places(self, document: str) -> list[tuple[str | None, int | None]]:
        """All paths and records at which a text stands; the path of a text without a file is None."""
        sql = "SELECT p.path, p.record FROM place p JOIN article a ON a.key = p.article WHERE a.document = ?"
        with library_errors(self.path):
            rows = self._connection.execute(f"{sql} ORDER BY p.path, p.record", (document,)).fetchall()
        return [_place_of(*row) for row in rows]

    def document_at(self, path: str, record: int | None) -> str | None:
        """The id of the text at a place."""
        where = "SELECT a.document FROM place p JOIN article a ON a.key = p.article WHERE p.path = ? AND p.record = ?"
        with library_errors(self.path):
            row = self._connection.execute(where, (path, NO_RECORD if record is None else record)).fetchone()
        return row[0] if row else None

    def corrected(self) -> Mapping[str, str]:
        """The texts whose articles were put as the reader corrected them, each with what tells the corrections."""
        with library_errors(self.path):
            rows = self._connection.execute("SELECT document, corrected FROM article WHERE corrected <> ''").fetchall()
        return dict(rows)

    def articles_of_speaker(self, name: str, most: int) -> list[StoredArticle]:
        """The articles in which somebody speaks whose name has a word that begins as its last one, the newest first."""
        last = WORD.findall(name)[-1:]
        by_day = "WHERE words MATCH ? ORDER BY a.day DESC, a.key LIMIT ?"
        return self._stored(by_day, f'{{speakers}} : "{last[0]}"*', most) if last else []

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
        with library_errors(self.path):
            rows = self._rows_of(f"a.data, {_PATH}, {_RECORD}", self._connection.execute(sql, values).fetchall())
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

    def put_corrected(self, row: ArticleRow, corrected: str) -> None:
        """Have a known article found by a row of it with its corrections; inside `writing`.

        `corrected` tells the corrections, and is empty for none. What the analysis gave stays.
        """
        known = self._connection.execute("SELECT key FROM article WHERE document = ?", (row.document,)).fetchone()
        if known:
            self._remove_words(known[0])
            columns = ", ".join(f"{name} = ?" for name in _SOUGHT)
            values = (*_sought(row), corrected, known[0])
            self._connection.execute(f"UPDATE article SET {columns}, corrected = ? WHERE key = ?", values)  # noqa: S608
            self._put_words(known[0], row)

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
        from tui_reader.library.index.query import read_query  # noqa: PLC0415 - its parser is not needed to paint

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
            keys = self._connection.execute(sql, (*values, most)).fetchall()
            rows = self._rows_of(f"{_COLUMNS}, a.text, a.key", keys)
            return [
                _hit(columns, text, query.words, self._items(key, query.items, text)) for *columns, text, key in rows
            ]

    def _items(self, key: int, wanted: Iterable[ItemCondition], text: str) -> list[FoundItem]:
        """The quotes or figures of an article, with its text, for which the first condition holds that does for any."""
        for table, condition, values in wanted:
            where = f"i.article = ? AND {condition} ORDER BY i.rowid LIMIT {_MOST_ITEMS}"
            sql = f"SELECT i.start, i.end FROM {table} i WHERE {where}"  # noqa: S608
            places = [Span(*row) for row in self._connection.execute(sql, (key, *values))]
            if places:
                return [FoundItem(table, place.of(text), place) for place in places]
        return []

    def _rows_of(self, columns: str, keys: Sequence[tuple[int]]) -> list[tuple[Any, ...]]:
        """Columns of some articles, in that order; one that another instance has removed meanwhile has none."""
        sql = f"SELECT {columns} FROM article a WHERE a.key = ?"  # noqa: S608 - fixed columns
        rows = (self._connection.execute(sql, key).fetchone() for key in keys)
        return [row for row in rows if row is not None]

    def count(self, text: str, *, typing: bool = False) -> Found:
        """How many articles a query finds. Raises QueryError, too."""
        from tui_reader.library.index.query import UNREAD, read_query  # noqa: PLC0415

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
        columns = ("document", "data", *_SOUGHT)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO article ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - fixed columns
        key = self._connection.execute(sql, (row.document, row.data, *_sought(row))).lastrowid or 0
        self._put_words(key, row)
        return key

    def _put_words(self, key: int, row: ArticleRow) -> None:
        """Have the article with a key found by the words, quotes and figures of a row."""
        self._connection.execute(
            "INSERT INTO words (rowid, title, text, quotes, speakers, counted) VALUES (?, ?, ?, ?, ?, ?)",
            (key, row.title, row.text, row.quoted, row.speakers, row.counted),
        )
        self._connection.executemany(
            "INSERT INTO quote VALUES (?, ?, ?, ?, ?)",
            [(key, one.speaker, one.words, one.start, one.end) for one in row.quotes],
        )
        self._connection.executemany(
            "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(key, one.value, one.high, one.unit, one.what, one.things, one.start, one.end) for one in row.figures],
        )

    def _remove_article(self, key: int) -> None:
        self._remove_words(key)
        self._connection.execute("DELETE FROM article WHERE key = ?", (key,))

    def _remove_words(self, key: int) -> None:
        """Have the article with a key found by nothing any more."""
        self._connection.execute(
            "INSERT INTO words (words, rowid, title, text, quotes, speakers, counted) "
            "SELECT 'delete', key, title, text, quotes, speakers, counted FROM article WHERE key = ?",
            (key,),
        )
        for table in ("quote", "figure"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))  # noqa: S608 - fixed tables


def _sought(row: ArticleRow) -> tuple[str, ...]:
    """The values of the columns by which an article is found."""
    head = (row.title, row.byline, row.site, row.day, row.language)
    return (*head, row.text, row.quoted, row.speakers, row.counted)


def _hit(columns: Sequence[Any], text: str, sought: Sequence[str], items: Sequence[FoundItem]) -> Hit:
    """A row that was found, with the best sentence of its text and the places of the hits in it: that of a quote or a
    figure, where one was asked for; `items` are those that may be meant.
    """
    document, path, record, title, site, day = columns
    body = text.removeprefix(title).lstrip() or text  # the title is given anyway
    cut = len(text) - len(body)
    excerpts = [(item, _excerpt_of_item(body, item, cut, sought)) for item in items if item.place.start >= cut]
    if not excerpts and items:  # in the title
        excerpts = [(items[0], _excerpt_of_item(text, items[0], 0, sought))]
    best = max(excerpts, key=lambda one: len(one[1].hits)) if excerpts else None
    item, (words, hits, focus) = best or (None, best_sentence(body, sought))
    return Hit(document, *_place_of(path, record), title, site, day, words, hits, focus, item)


def _excerpt_of_item(body: str, item: FoundItem, cut: int, sought: Sequence[str]) -> Excerpt:
    """The sentence of a quote or a figure, in a text from which so many code points are cut."""
    place = item.place.shift(-cut)
    return sentence_of_figure(body, place) if item.kind == "figure" else sentence_of_quote(body, place, sought)


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
