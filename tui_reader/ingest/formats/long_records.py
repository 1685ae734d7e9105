"""Records of files that are too long to be held: where each stands is kept, and each is read when it is wanted."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, overload

from tui_reader.errors import InputError
from tui_reader.ingest.decode import decode
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.records import document_of
from tui_reader.messages import _
from tui_reader.model import Document, Source


class SeekableFile(Protocol):
    """A file of which any part can be read. Every method raises InputError."""

    path: str
    is_damaged: bool
    """Whether something comes after `chunks` that cannot be read."""

    def chunks(self) -> Iterator[bytes]:
        """All of it, piece by piece."""

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from `start` to `stop`."""


class LongFormat(NamedTuple):
    """How the records of a file are read: `parse` makes fields of the text of one, or None where it is broken.

    `complaint` is the message that names one which cannot be read by its {number}; `first` is the number of the first.
    """

    media_type: str
    parse: Callable[[str], Mapping[str, Any] | None]
    complaint: str
    first: int = 1


class LongRecords(Sequence[Document]):
    """The records of a file. One that cannot be read raises InputError, which names it by its number.

    `starts` are the offsets of the records, and the end of the last, in bytes.
    """

    def __init__(self, file: SeekableFile, starts: Iterable[int], form: LongFormat, names: FieldNames) -> None:
        self._file = file
        self._starts = array("Q", starts)
        self._form = form
        self._names = names

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> list[Document]: ...
    def __getitem__(self, index: int | slice) -> Document | list[Document]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        decoded = decode(self._file.read(self._starts[number], self._starts[number + 1]))
        source = Source(self._file.path, None, number, self._form.media_type, decoded.encoding, decoded.notes)
        fields = self._form.parse(decoded.text)
        document = document_of(fields, source, self._names) if fields is not None else None
        if document is None:
            raise InputError(self._file.path, _(self._form.complaint).format(number=number + self._form.first))
        return document
