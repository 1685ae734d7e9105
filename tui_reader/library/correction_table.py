"""The corrections in the library file."""

from __future__ import annotations

import sqlite3

from tui_reader.library.connection import AT_OR_BELOW, at_or_below
from tui_reader.library.values import ArticleKey, CorrectionChange, KeptCorrection
from tui_reader.model import CorrectedField, Correction, Place, Span, Subject, TextQuote

_COLUMNS = (
    *("id", "document", "path", "record", "url", "subject", "field", "value", "before"),
    *("first", "last", "exact", "prefix", "suffix", "ordinal", "opening", "sentence", "made"),
)


def read_all(connection: sqlite3.Connection) -> list[KeptCorrection]:
    """All corrections, in the order in which they were made."""
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM correction ORDER BY made, id")  # noqa: S608
    return [_correction(*row) for row in rows]


def apply(connection: sqlite3.Connection, change: CorrectionChange) -> None:
    """Write a change: a row as it is now, or none."""
    if change.after is None:
        connection.execute("DELETE FROM correction WHERE id = ?", (change.id,))
        return
    kept, correction = change.after, change.after.correction
    place = correction.place
    span = (place and place.span) or (None, None)
    quote = place.quote if place else (None, None, None)
    values = (
        *(kept.id, *kept.where, correction.subject, correction.field, correction.value, correction.before),
        *(*span, *quote, place.ordinal if place else 0, place.opening if place else "", kept.sentence, kept.made),
    )
    places = ", ".join("?" * len(_COLUMNS))
    connection.execute(f"INSERT OR REPLACE INTO correction ({', '.join(_COLUMNS)}) VALUES ({places})", values)  # noqa: S608


def remove_below(connection: sqlite3.Connection, path: str) -> None:
    """Remove the corrections of the articles at a path, or below it."""
    connection.execute(f"DELETE FROM correction WHERE {AT_OR_BELOW}", at_or_below(path))  # noqa: S608


def _correction(  # noqa: PLR0917 - the columns of the table
    kept_id: str, document: str | None, path: str | None, record: int | None, url: str | None,
    subject: Subject, field: CorrectedField, value: str | None, before: str | None,
    first: int | None, last: int | None, exact: str | None, prefix: str | None, suffix: str | None, ordinal: int,
    opening: str, sentence: str, made: str,
) -> KeptCorrection:  # fmt: skip
    span = Span(first, last) if first is not None and last is not None else None
    quote = TextQuote(exact or "", prefix or "", suffix or "")
    place = None if exact is None else Place(document, span, quote, ordinal, opening)
    correction = Correction(subject, field, value, place, before)
    return KeptCorrection(kept_id, ArticleKey(document, path, record, url), correction, sentence, made)
