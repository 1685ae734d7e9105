"""JSON Lines of any length: where each record stands is kept, the records are read when they are asked for."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, Protocol, overload

from tui_reader.errors import InputError
from tui_reader.ingest.decode import decode
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.records import Broken, document_of
from tui_reader.ingest.formats.registry import JSON
from tui_reader.messages import _
from tui_reader.model import Document, Source

_LINE_END = re.compile(rb"\n")


class SeekableFile(Protocol):
    """A file of which any part can be read. Every method raises InputError."""

    path: str
    is_damaged: bool
    """Whether something comes after `chunks` that cannot be read."""

    def chunks(self) -> Iterator[bytes]:
        """All of it, piece by piece."""

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from `start` to `stop`."""


def are_records(start: bytes) -> bool:
    """Whether a file begins with a record that is a line."""
    line, end, _rest = start.partition(b"\n")
    return bool(end) and isinstance(parse(line, 1), dict)


def parse(text: str | bytes, line: int) -> Any:
    """What a text says as JSON; Broken, with the number of its line, where it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return Broken(line)


class LineRecords(Sequence[Document]):
    """The records of a file, one a line. A record that cannot be read raises InputError, which names its line."""

    def __init__(self, file: SeekableFile, names: FieldNames) -> None:
        self._file = file
        self._names = names
        self._starts = array("Q", (0,))  # of each line, and the end of the last: bytes into the file
        offset = 0
        for chunk in file.chunks():
            self._starts.extend(offset + found.end() for found in _LINE_END.finditer(chunk))
            offset += len(chunk)
        if offset > self._starts[-1] or file.is_damaged:
            self._starts.append(offset)

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> Document: ...
    @overload
    def __getitem__(self, number: slice) -> list[Document]: ...
    def __getitem__(self, number: int | slice) -> Document | list[Document]:
        if isinstance(number, slice):
            return [self[index] for index in range(*number.indices(len(self)))]
        line = range(len(self))[number]
        decoded = decode(self._file.read(self._starts[line], self._starts[line + 1]))
        record = parse(decoded.text, line + 1)
        source = Source(self._file.path, None, line, JSON, decoded.encoding, decoded.notes)
        document = document_of(record, source, self._names) if isinstance(record, dict) else None
        if document is None:
            words = _("line {number} holds no record with a title or a text").format(number=line + 1)
            raise InputError(self._file.path, words)
        return document
