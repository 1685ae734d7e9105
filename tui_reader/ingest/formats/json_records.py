"""JSON Lines, and JSON that holds one record or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from tui_reader.ingest.decode import CUT, decode
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.json_lines import parse
from tui_reader.ingest.formats.records import Broken, documents_of
from tui_reader.model import Document, Source

_LINE_END = re.compile(r"\r\n?|\n")
"""Where a record may end: texts hold other ends of lines as they are."""
_LONG = 200
"""Code points of a value from which on it is a text."""
_OF_FEEDS = frozenset({"description", "summary", "abstract", "snippet"})
"""Names of texts that feeds have themselves."""


def read(data: bytes, source: Source, names: FieldNames) -> Iterator[Document]:
    """The documents of JSON Lines or of JSON; what is neither is read as text. Raises InputError for no record."""
    text, encoding, notes = decode(data)
    records = _records(text, names)
    if records and isinstance(records[-1], Broken) and any(one.rule == CUT for one in notes):
        records.pop()  # it was cut, which is said
    if records is None:
        return plain_text.read(data, replace(source, media_type="text/plain"))
    return documents_of(records, replace(source, encoding=encoding, notes=source.notes + notes), names)


def _records(text: str, names: FieldNames) -> list[Mapping[str, Any] | Broken] | None:
    """The records of a text: of each line one, or those that the whole holds; None where it is no JSON."""
    lines = [(number, line) for number, line in enumerate(_LINE_END.split(text), 1) if line.strip()]
    parsed = [parse(line, number) for number, line in lines]
    if len(lines) > 1 and any(isinstance(record, Mapping) for record in parsed):
        return [
            record if isinstance(record, Mapping) else Broken(line)
            for record, (line, _) in zip(parsed, lines, strict=True)
        ]
    whole = parse(text, 0)
    if isinstance(whole, Broken):
        return None
    return list(_listed(whole, names)) or None


def _listed(value: Any, names: FieldNames) -> Iterator[Mapping[str, Any]]:
    """The records of a value: those of a list, those of the longest list of objects inside it, or itself."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, Mapping))
    elif isinstance(value, Mapping):
        inner = (one for one in value.values() if isinstance(one, Mapping))
        lists = next(filter(None, (_lists(one, names) for one in (value, *inner))), None)
        yield from _listed(max(lists, key=len), names) if lists and not _is_record(value, names) else [value]


def _lists(value: Mapping[str, Any], names: FieldNames) -> list[list[Any]]:
    """The lists of objects that a value holds; none, where it is a record itself."""
    if _is_record(value, names):
        return []
    return [one for one in value.values() if isinstance(one, list) and any(isinstance(each, Mapping) for each in one)]


def _is_record(value: Mapping[str, Any], names: FieldNames) -> bool:
    """Whether a value holds a text: a long one, or a title and a text by their usual names."""
    given = {str(name).lower() for name, one in value.items() if one}
    named = not given.isdisjoint(names["title"]) and not given.isdisjoint(set(names["text"]) - _OF_FEEDS)
    return named or any(isinstance(one, str) and len(one) > _LONG for one in value.values())
