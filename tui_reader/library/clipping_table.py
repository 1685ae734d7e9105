"""The clippings in the library file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from tui_reader.library.connection import AT_OR_BELOW, at_or_below
from tui_reader.library.values import ArticleKey, Clipping, ClippingChange
from tui_reader.model import Excerpt, Reference, Span, TextQuote

_COLUMNS = (
    *("id", "kind", "words", "speaker", "role", "inferred", "corrected", "what", "qualifier", "given_by"),
    *("author", "title", "site", "date", "cited_url", "language", "accessed"),
    *("document", "path", "record", "url", "first", "last", "exact", "prefix", "suffix", "line", "made"),
    *("heading", "position", "note", "mark"),
)


def read_all(connection: sqlite3.Connection) -> list[Clipping]:
    """All clippings, by heading, in the order in which they stand there."""
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM clipping ORDER BY heading, position, made, id")  # noqa: S608
    return [_clipping(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def apply(connection: sqlite3.Connection, change: ClippingChange) -> None:
    """Write a change, and no more than what changed: another instance may have changed the rest, or removed it."""
    if change.after is None:
        remove(connection, change.id)
    elif change.before is None:
        write(connection, change.after)
    else:
        rows = zip(_COLUMNS, _row(change.before), _row(change.after), strict=True)
        changed = {name: after for name, before, after in rows if before != after}
        settings = ", ".join(f"{name} = ?" for name in changed)
        if changed:
            connection.execute(f"UPDATE clipping SET {settings} WHERE id = ?", (*changed.values(), change.id))  # noqa: S608


def write(connection: sqlite3.Connection, clipping: Clipping) -> None:
    """Keep a clipping, in place of the one with its id."""
    values = _row(clipping)
    places = ", ".join("?" * len(_COLUMNS))
    connection.execute(f"INSERT OR REPLACE INTO clipping ({', '.join(_COLUMNS)}) VALUES ({places})", values)  # noqa: S608


def remove(connection: sqlite3.Connection, clipping_id: str) -> None:
    """Keep a clipping no longer."""
    connection.execute("DELETE FROM clipping WHERE id = ?", (clipping_id,))


def remove_below(connection: sqlite3.Connection, path: str) -> None:
    """Remove the clippings of the articles at a path, or below it."""
    connection.execute(f"DELETE FROM clipping WHERE {AT_OR_BELOW}", at_or_below(path))  # noqa: S608


def _row(clipping: Clipping) -> Sequence[Any]:
    excerpt, reference = clipping.excerpt, clipping.excerpt.reference
    return (
        *(clipping.id, excerpt.kind, excerpt.words, excerpt.speaker, excerpt.role, excerpt.is_inferred),
        *(excerpt.is_corrected, excerpt.what, excerpt.qualifier, excerpt.given_by),
        *_reference_row(reference),
        *clipping.where,
        *clipping.span,
        *clipping.quote,
        *(clipping.line, clipping.made, clipping.heading, clipping.position, clipping.note, clipping.mark),
    )


def _reference_row(reference: Reference) -> Sequence[str | None]:
    """How an article is cited, in the order of the columns."""
    return (
        *(reference.author, reference.title, reference.site, reference.date, reference.url, reference.language),
        reference.accessed,
    )


def _clipping(row: dict[str, Any]) -> Clipping:
    cited = ("author", "title", "site", "date", "cited_url", "language", "accessed")
    reference = Reference(*(row[name] for name in cited))
    excerpt = Excerpt(
        row["kind"],
        row["words"],
        reference,
        speaker=row["speaker"],
        role=row["role"],
        is_inferred=bool(row["inferred"]),
        is_corrected=bool(row["corrected"]),
        what=row["what"],
        qualifier=row["qualifier"],
        given_by=row["given_by"],
    )
    return Clipping(
        row["id"],
        excerpt,
        ArticleKey(row["document"], row["path"], row["record"], row["url"]),
        Span(row["first"], row["last"]),
        TextQuote(row["exact"], row["prefix"], row["suffix"]),
        row["line"],
        row["made"],
        heading=row["heading"],
        position=row["position"],
        note=row["note"],
        mark=row["mark"],
    )
