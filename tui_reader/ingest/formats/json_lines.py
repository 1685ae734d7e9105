"""JSON Lines of any length: where each record stands is kept, the records are read when they are asked for."""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Sequence
from typing import overload

from tui_reader.errors import InputError
from tui_reader.ingest.decode import decode
from tui_reader.ingest.files import open_regular, reason
from tui_reader.ingest.formats.json_records import parse
from tui_reader.ingest.formats.records import document_of
from tui_reader.ingest.formats.registry import JSON
from tui_reader.messages import _
from tui_reader.model import Document, Source

_CHUNK = 1 << 22  # bytes read at once while the ends of lines are looked for
_LINE_END = re.compile(rb"\n")


def are_records(start: bytes) -> bool:
    """Whether a file begins with a record that is a line."""
    line, end, _rest = start.partition(b"\n")
    return bool(end) and isinstance(parse(line, 1), dict)


class LineRecords(Sequence[Document]):
    """The records of a file, one a line. A record that cannot be read raises InputError, which names its line."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._starts = array("Q", (0,))  # of each line, and the end of the last: bytes into the file
        descriptor = open_regular(path)
        try:
            offset = 0
            while chunk := os.read(descriptor, _CHUNK):
                self._starts.extend(offset + found.end() for found in _LINE_END.finditer(chunk))
                offset += len(chunk)
        except OSError as error:
            raise InputError(path, reason(error)) from error
        finally:
            os.close(descriptor)
        if offset > self._starts[-1]:
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
        decoded = decode(self._bytes(line))
        record = parse(decoded.text, line + 1)
        source = Source(self._path, None, line, JSON, decoded.encoding, decoded.notes)
        document = document_of(record, source) if isinstance(record, dict) else None
        if document is None:
            raise InputError(
                self._path, _("line {number} holds no record with a title or a text").format(number=line + 1)
            )
        return document

    def _bytes(self, line: int) -> bytes:
        """The bytes of a line. Raises InputError."""
        descriptor = open_regular(self._path)
        try:
            return os.pread(descriptor, self._starts[line + 1] - self._starts[line], self._starts[line])
        except OSError as error:
            raise InputError(self._path, reason(error)) from error
        finally:
            os.close(descriptor)
