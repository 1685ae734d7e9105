"""The texts in the library file that came without a file: pasted, through a pipe, or over the wire."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from msgspec.structs import asdict

from tui_reader.ingest.formats.registry import MOST_OF_FILE
from tui_reader.library.values import KeepText, KeptText, RemoveText, RestoreText, TextChange
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Link, Mark, Note, Source, Span

_COLUMNS = "document, way, came, record, source, declared, marks, raw, links"
_PLACES = ", ".join("?" * len(_COLUMNS.split()))

Row = Sequence[Any]
"""A row of the table: the values of its columns."""


def read_all(connection: sqlite3.Connection) -> list[KeptText]:
    """What is known of all texts that were pasted or piped, in the order in which they came."""
    rows = connection.execute("SELECT document, way, came, record FROM text WHERE way <> 'web' ORDER BY came, record")
    return [KeptText(*row) for row in rows]


def listed_ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of the texts that are listed, in the order in which they came: of articles of the web, the shown ones."""
    rows = connection.execute(
        """SELECT document FROM text WHERE way <> 'web'
        OR document IN (SELECT document FROM web_article WHERE removed IS NULL) ORDER BY came, record"""
    )
    return [document for (document,) in rows]


def read(connection: sqlite3.Connection, document: str) -> Document | None:
    """The text with an id, as it came; None where it is not kept. Raises ValueError where its row is damaged."""
    row = _row_of(connection, document)
    try:
        return _document(row) if row else None
    except (TypeError, LookupError, zlib.error) as error:
        raise ValueError from error


def apply(connection: sqlite3.Connection, change: TextChange, removed: dict[str, Row]) -> None:
    """Write a change. Rows that it removes are put into `removed`, from which they can be restored."""
    match change:
        case KeepText(text, document):
            keep_row(connection, text, document)
        case RemoveText(document_id):
            row = _row_of(connection, document_id)
            if row:
                removed[document_id] = row
                connection.execute("DELETE FROM text WHERE document = ?", (document_id,))
        case RestoreText(document_id):
            if document_id in removed:
                write(connection, removed[document_id])
        case _:
            assert_never(change)


def keep_row(connection: sqlite3.Connection, text: KeptText, document: Document) -> None:
    """Keep a text, unless it is kept already."""
    write(connection, _row(text, document))


def _row_of(connection: sqlite3.Connection, document: str) -> Row | None:
    row: Row | None = connection.execute(f"SELECT {_COLUMNS} FROM text WHERE document = ?", (document,)).fetchone()  # noqa: S608
    return row


def rows_of_web(connection: sqlite3.Connection) -> Iterator[Row]:
    """The rows of the texts that came over the wire."""
    yield from connection.execute(f"SELECT {_COLUMNS} FROM text WHERE way = 'web'")  # noqa: S608


def write(connection: sqlite3.Connection, row: Row) -> None:
    """Write a row, unless its text is kept already."""
    connection.execute(f"INSERT OR IGNORE INTO text ({_COLUMNS}) VALUES ({_PLACES})", row)  # noqa: S608


def _row(text: KeptText, document: Document) -> Row:
    return (
        *(text.document, text.way, text.came, text.record),
        json.dumps(asdict(document.source)),
        json.dumps(asdict(document.declared)),
        json.dumps([(*mark.span, mark.kind) for mark in document.marks]),
        zlib.compress(document.raw.encode("utf-8", "surrogatepass")),
        json.dumps([(*link.span, link.address) for link in document.links]),
    )


def _document(row: Row) -> Document:
    document_id, _way, _came, _record, source, declared, marks, raw, links = row
    return Document(
        document_id,
        _source(json.loads(source)),
        _unpacked(raw).decode("utf-8", "surrogatepass"),
        _declared(json.loads(declared)),
        tuple(Mark(Span(start, end), kind) for start, end, kind in json.loads(marks)),
        tuple(Link(Span(start, end), address) for start, end, address in json.loads(links)),
    )


def _unpacked(data: bytes) -> bytes:
    """A text as it was packed; a row that unpacks to more than any input has is damaged."""
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, MOST_OF_FILE)
    if not unpacker.eof:
        raise ValueError
    return text


def _source(fields: Mapping[str, Any]) -> Source:
    return Source(**{**fields, "notes": tuple(Note(*note) for note in fields["notes"])})


def _declared(fields: Mapping[str, Any]) -> Declared:
    authors = fields["authors"]
    texts = {name: DeclaredText(*pair) for name, pair in fields.items() if pair and name != "authors"}
    return Declared(**texts, authors=DeclaredNames(tuple(authors[0]), authors[1]) if authors else None)
