"""Tables with a record a row, whose first row names the fields: CSV with its dialect found, TSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from tui_reader.ingest.decode import MOST_BYTES, decode
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.records import documents_of
from tui_reader.model import Document, Source

_SAMPLE = 65_536
"""Code points from which the dialect is told."""
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"\A\ufeff?sep=.\r?\n")
"""The line by which spreadsheets tell each other the delimiter."""


def read(data: bytes, source: Source, field_names: FieldNames) -> Iterator[Document]:
    """The documents of a table whose columns have these names; one with neither title nor text is read as text."""
    text, encoding, notes = decode(data)
    csv.field_size_limit(MOST_BYTES)
    table = _SEPARATOR.sub("", text, 1)
    dialect = _dialect(table)
    rows = csv.reader(io.StringIO(table, newline=""), dialect=dialect, strict=False)
    try:
        names = [name.strip() for name in next(filter(any, rows), ())]
        is_named = not {*field_names["title"], *field_names["text"]}.isdisjoint(map(str.lower, names))
        records = [_record(names, row, dialect.delimiter) for row in rows if any(row)] if is_named else []
    except csv.Error:
        records = []
    if not records:
        return plain_text.read(data, replace(source, media_type="text/plain"))
    return documents_of(records, replace(source, encoding=encoding, notes=source.notes + notes), field_names)


def _record(names: list[str], row: list[str], delimiter: str) -> dict[str, str]:
    """The fields of a row. What it has too many, by a text with delimiters and no quotes, belongs to the last."""
    if len(row) > len(names):
        last = len(names) - 1
        row = [*row[:last], delimiter.join(row[last:])]
    return dict(zip(names, row, strict=False))


def _dialect(text: str) -> type[csv.Dialect]:
    """The dialect of a table; its delimiter is the one that its first row has most of."""
    first = text[:_SAMPLE].lstrip().partition("\n")[0]

    class Found(csv.excel):
        delimiter = max(_DELIMITERS, key=first.count)

    return Found
