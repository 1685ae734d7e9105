"""Tables with a record a row, whose first row names the fields: CSV with its dialect found, TSV."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec.structs import replace

from tui_reader.ingest.decode import MOST_BYTES, decode
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.long_records import LongFormat, LongRecords, SeekableFile
from tui_reader.ingest.formats.records import documents_of
from tui_reader.ingest.formats.registry import CSV
from tui_reader.messages import N_
from tui_reader.model import Document, Source

_SAMPLE = 65_536
"""Code points from which the dialect is told."""
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"\A\ufeff?sep=.\r?\n")
"""The line by which spreadsheets tell each other the delimiter."""
_BOM = codecs.BOM_UTF8.decode("latin-1")


def read(data: bytes, source: Source, field_names: FieldNames) -> Iterator[Document]:
    """The documents of a table whose columns have these names; one with neither title nor text is read as text."""
    text, encoding, notes = decode(data)
    csv.field_size_limit(MOST_BYTES)
    table = _SEPARATOR.sub("", text, 1)
    dialect = _dialect(table)
    rows = csv.reader(io.StringIO(table, newline=""), dialect=dialect, strict=False)
    try:
        names = _names(next(filter(any, rows), []), field_names)
        records = [_record(names, row, dialect.delimiter) for row in rows if any(row)] if names else []
    except csv.Error:
        records = []
    if not records:
        return plain_text.read(data, replace(source, media_type="text/plain"))
    return documents_of(records, replace(source, encoding=encoding, notes=source.notes + notes), field_names)


def open_long(file: SeekableFile, start: bytes, field_names: FieldNames) -> LongRecords | None:
    """The records of a table that begins with `start`, read when they are asked for; None where it names no fields.

    Tables in UTF-16 are none: their rows cannot be told by bytes.
    """
    table = _SEPARATOR.sub("", decode(start[:_SAMPLE]).text, 1)
    csv.field_size_limit(MOST_BYTES)
    dialect = _dialect(table)
    names = _names(_first_row(table, dialect), field_names)
    if not names or b"\0" in start[:_SAMPLE]:
        return None

    def fields(text: str) -> Mapping[str, str] | None:
        row = _first_row(text, dialect)
        return _record(names, row, dialect.delimiter) if row else None

    complaint = N_("row {number} holds no record with a title or a text")
    starts = islice(_row_starts(file, dialect), 1, None)
    return LongRecords(file, starts, LongFormat(CSV, fields, complaint, first=2), field_names)


def _names(row: list[str], field_names: FieldNames) -> list[str]:
    """The names of the fields that the first row of a table gives; none where they are no names of records."""
    names = [name.strip() for name in row]
    is_named = not {*field_names["title"], *field_names["text"]}.isdisjoint(map(str.lower, names))
    return names if is_named else []


def _first_row(text: str, dialect: type[csv.Dialect]) -> list[str]:
    """The first row of a text that is not blank; an empty one where it has none, or is broken."""
    try:
        return next(filter(any, csv.reader(io.StringIO(text, newline=""), dialect=dialect, strict=False)), [])
    except csv.Error:
        return []


def _row_starts(file: SeekableFile, dialect: type[csv.Dialect]) -> Iterator[int]:
    """Where each row starts that is not blank, in bytes, and where the file ends."""
    offset = 0

    def lines() -> Iterator[str]:
        nonlocal offset
        for line in _lines(file):
            offset += len(line)
            text = line.decode("latin-1")  # a character a byte; what divides rows and fields is the same in UTF-8
            if not _SEPARATOR.match(text.removeprefix(_BOM)):
                yield text

    rows = csv.reader(lines(), dialect=dialect, strict=False)
    while True:
        start = offset
        try:
            if any(next(rows)):
                yield start
        except csv.Error:  # a field that does not end: what was read of it is a record, and broken
            yield start
        except StopIteration:
            break
    yield offset


def _lines(file: SeekableFile) -> Iterator[bytes]:
    """The lines of a file, with their ends."""
    rest = b""
    for chunk in file.chunks():
        *lines, rest = (rest + chunk).split(b"\n")
        yield from (line + b"\n" for line in lines)
    if rest or file.is_damaged:
        yield rest


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
