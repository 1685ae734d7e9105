"""Clippings as flat records for other programs, JSON or CSV: extend them, never rename a field.

`clippings.schema.json` says field by field what they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from tui_reader.export.safe import BYTE_ORDER_MARK, safe_json, table_rows
from tui_reader.library.values import Clipping

_FIELDS = {
    name: attrgetter(attribute)
    for name, attribute in {
        "heading": "heading", "kind": "excerpt.kind", "words": "excerpt.words", "speaker": "excerpt.speaker",
        "role": "excerpt.role", "is_inferred": "excerpt.is_inferred", "is_corrected": "excerpt.is_corrected",
        "what": "excerpt.what", "qualifier": "excerpt.qualifier", "given_by": "excerpt.given_by",
        "mark": "mark", "note": "note", "author": "excerpt.reference.author", "title": "excerpt.reference.title",
        "site": "excerpt.reference.site",
        "date": "excerpt.reference.date", "url": "excerpt.reference.url", "language": "excerpt.reference.language",
        "accessed": "excerpt.reference.accessed",
        "path": "where.path", "record": "where.record", "source_url": "where.url", "document": "where.document",
        "line": "line", "start": "span.start", "end": "span.end", "exact": "quote.exact", "prefix": "quote.prefix",
        "suffix": "quote.suffix", "position": "position", "made": "made", "id": "id",
    }.items()
}  # fmt: skip
"""The fields of a record by their names: what the reader sees first, where it is kept last."""


def as_json(clippings: Sequence[Clipping]) -> str:
    """A list of objects, safe to show."""
    return safe_json([_record(clipping) for clipping in clippings], indent=2) + "\n"


def as_csv(clippings: Sequence[Clipping]) -> str:
    """A table with a row a clipping, to be written as UTF-8; the names of the columns are those of the JSON."""
    return BYTE_ORDER_MARK + table_rows(map(_record, clippings), list(_FIELDS))


def _record(clipping: Clipping) -> dict[str, Any]:
    return {name: value_of(clipping) for name, value_of in _FIELDS.items()}
