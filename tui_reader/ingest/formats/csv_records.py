"""Tables with a record a row, whose first row names the fields: CSV with its dialect found, TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from tui_reader.ingest.decode import MOST_BYTES, decode
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.records import FIELDS, documents_of
from tui_reader.model import Document, Source

_SAMPLE = 65_536
"""Code points from which the dialect is told."""
_DELIMITERS = ",;\t|"
_NAMES = frozenset((*FIELDS["title"], *FIELDS["text"]))


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a table; one that names neither title nor text is read as text."""
    text, encoding, notes = decode(data)
    csv.field_size_limit(MOST_BYTES)
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text), strict=False)
    try:
        names = {name.strip().lower() for name in rows.fieldnames or () if name}
        records = [row for row in rows if any(row.values())] if names & _NAMES else []
    except csv.Error:
        records = []
    if not records:
        return plain_text.read(data, replace(source, media_type="text/plain"))
    return documents_of(
        [{str(name).strip(): value for name, value in row.items()} for row in records],
        replace(source, encoding=encoding, notes=source.notes + notes),
    )


def _dialect(text: str) -> type[csv.Dialect]:
    """The dialect of a table; its delimiter is the one that its first row has most of."""
    first = text[:_SAMPLE].partition("\n")[0]

    class Found(csv.excel):
        delimiter = max(_DELIMITERS, key=first.count)

    return Found
