"""JSON Lines: a record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.long_records import LongFormat, LongRecords, SeekableFile
from tui_reader.ingest.formats.records import Broken
from tui_reader.ingest.formats.registry import JSON
from tui_reader.messages import N_

_LINE_END = re.compile(rb"\n")


def parse(text: str | bytes, line: int) -> Any:
    """What a text says as JSON; Broken, with the number of its line, where it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return Broken(line)


def open_long(file: SeekableFile, start: bytes, names: FieldNames) -> LongRecords | None:
    """The records of a file that begins with `start`, read when they are asked for; None where its lines are none."""
    line, end, _rest = start.partition(b"\n")
    if not end or not isinstance(parse(line, 1), dict):
        return None
    return LongRecords(file, _starts(file), _LINES, names)


def _starts(file: SeekableFile) -> Iterator[int]:
    """Where each line starts, and the end of the last."""
    start = offset = 0
    yield start
    for chunk in file.chunks():
        for found in _LINE_END.finditer(chunk):
            start = offset + found.end()
            yield start
        offset += len(chunk)
    if offset > start or file.is_damaged:
        yield offset


def _fields(line: str) -> Mapping[str, Any] | None:
    record = parse(line, 0)
    return record if isinstance(record, dict) else None


_LINES = LongFormat(JSON, _fields, N_("line {number} holds no record with a title or a text"))
