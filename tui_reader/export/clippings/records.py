"""Clippings as flat records for other programs, JSON or CSV: extend them, never rename a field.

`clippings.schema.json` says field by field what they hold.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from tui_reader.display import display_lines, displayable
from tui_reader.export.wording import list_separator
from tui_reader.library.values import Clipping

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_FIELDS = {
    name: attrgetter(attribute)
    for name, attribute in {
        "heading": "heading", "kind": "excerpt.kind", "words": "excerpt.words", "speaker": "excerpt.speaker",
        "role": "excerpt.role", "is_inferred": "excerpt.is_inferred", "what": "excerpt.what",
        "qualifier": "excerpt.qualifier", "given_by": "excerpt.given_by", "mark": "mark", "note": "note",
        "author": "excerpt.reference.author", "title": "excerpt.reference.title", "site": "excerpt.reference.site",
        "date": "excerpt.reference.date", "url": "excerpt.reference.url", "language": "excerpt.reference.language",
        "path": "where.path", "record": "where.record", "source_url": "where.url", "document": "where.document",
        "line": "line", "start": "span.start", "end": "span.end", "exact": "quote.exact", "prefix": "quote.prefix",
        "suffix": "quote.suffix", "position": "position", "made": "made", "id": "id",
    }.items()
}  # fmt: skip
"""The fields of a record by their names: what the reader sees first, where it is kept last."""


def as_json(clippings: Sequence[Clipping]) -> str:
    """A list of objects; what would act on a terminal, hide or reorder text is escaped, and comes back as it was."""
    text = json.dumps([_record(clipping) for clipping in clippings], ensure_ascii=False, allow_nan=False, indent=2)
    shown = zip(text, displayable(text), strict=True)
    return "".join(sign if sign == safe else json.dumps(sign)[1:-1] for sign, safe in shown) + "\n"


def as_csv(clippings: Sequence[Clipping]) -> str:
    """A table with a row a clipping, to be written as UTF-8; the names of the columns are those of the JSON.

    It opens with two clicks: Excel takes a file for UTF-8 only where a byte order mark says so, and expects the list
    separator of the system, a semicolon in French and a comma in English; so it is the one of the language that is
    spoken. LibreOffice takes either, as every cell stands between quotation marks. A text that a spreadsheet could
    take for a formula has an apostrophe before it (OWASP, CSV injection); a code point that must not be shown has a
    stand-in.
    """
    table = io.StringIO()
    writer = csv.writer(table, delimiter=list_separator(), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerows([_cell(value) for value in _record(clipping).values()] for clipping in clippings)
    return _BYTE_ORDER_MARK + table.getvalue()


def _record(clipping: Clipping) -> dict[str, Any]:
    return {name: value_of(clipping) for name, value_of in _FIELDS.items()}


def _cell(value: str | float | None) -> str | float | None:
    """A value as a table holds it; no text of it can be a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = display_lines(value)
    return f"'{text}" if _FORMULA.match(text) else text
