"""Files packed with gzip (RFC 1952), which are read as what they hold."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES, PACKED, looks_binary, note
from tui_reader.ingest.files import RegularFile
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.registry import GZIP, format_of
from tui_reader.ingest.input_list import STDIN
from tui_reader.messages import _
from tui_reader.model import Document, Source

_CHUNK = 1 << 20  # bytes that are unpacked at once
_CHECKPOINT = 1 << 24
"""After so many unpacked bytes, the state of unpacking is kept, so that it can begin there: some 40 KB each."""


def read(data: bytes, source: Source, names: FieldNames) -> Iterable[Document]:
    """The documents of what is packed; of a damaged file, of what comes before the damage, which is said.

    Raises InputError where nothing does.
    Of records that are too long to be held, each is read when it is asked for.
    """
    path = source.path or STDIN
    chunks: list[bytes] = []
    try:
        chunks.extend(_first_chunks(data))
    except (zlib.error, EOFError) as error:
        if not chunks:
            raise InputError(path, damage(error)) from error
        source = replace(source, notes=(*source.notes, note(PACKED, str(error))))
    inner = b"".join(chunks)
    if not inner.strip():
        raise InputError(path, _("is empty"))
    form = format_of(inner, path.lower().removesuffix(".gz"))
    if inner.startswith(GZIP) or (form.is_text and looks_binary(inner)):
        raise InputError(path, _("is binary data, not text"))
    if len(inner) > MOST_BYTES and path != STDIN:
        records = form.open_long(PackedFile(path), inner, names)
        if records is not None:
            return records
        if form.most_bytes > MOST_BYTES:
            inner = _beginning(PackedFile(path), form.most_bytes)
    return form.read(inner, replace(source, media_type=form.media_type), names)


def _beginning(file: PackedFile, most: int) -> bytes:
    """What a packed file holds, and of too much the first: one byte more than `most`."""
    parts: list[bytes] = []
    left = most + 1
    for chunk in file.chunks():
        parts.append(chunk[:left])
        left -= len(parts[-1])
        if not left:
            break
    return b"".join(parts)


def damage(error: zlib.error | EOFError) -> str:
    """What is wrong with a packed file, in words."""
    return _("is a damaged packed file ({reason})").format(reason=error)


def _first_chunks(data: bytes) -> Iterator[bytes]:
    """What all parts of packed bytes hold, and of too much the first. Raises zlib.error or EOFError."""
    unpacking = Unpacking()
    left = MOST_BYTES + 1
    while left and (chunk := unpacking.next_chunk(lambda start: data[start : start + _CHUNK], min(left, _CHUNK))):
        left -= len(chunk)
        yield chunk


class Unpacking:
    """How far the unpacking of a file has come: `offset` is the number of bytes that were unpacked."""

    def __init__(self) -> None:
        self.offset = 0
        self._engine = _new_engine()
        self._packed = b""  # what was read of the file and is not unpacked yet
        self._packed_offset = 0  # where what follows it stands in the file

    def copy(self) -> Unpacking:
        """The same state; the two go on independently of each other."""
        other = Unpacking()
        other.offset, other._packed, other._packed_offset = self.offset, self._packed, self._packed_offset
        other._engine = self._engine.copy()
        return other

    def next_chunk(self, pull: Callable[[int], bytes], most: int) -> bytes:
        """The next unpacked bytes, at most so many; none at the end. `pull` gives bytes of the file from an offset on.

        Raises zlib.error where they are damaged, EOFError where they end too early.
        """
        while not self._engine.eof or self._begins_part(pull):
            is_end = not self._packed and not self._pull(pull)
            chunk = self._engine.decompress(self._packed, most)
            self._packed = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
            if chunk:
                self.offset += len(chunk)
                return chunk
            if is_end:
                raise EOFError(_("it ends too early"))
        return b""

    def _begins_part(self, pull: Callable[[int], bytes]) -> bool:
        """Whether another packed part follows the one that has ended; what else follows is no part of the file."""
        while len(self._packed) < len(GZIP) and self._pull(pull):
            pass
        if not self._packed.startswith(GZIP):
            return False
        self._engine = _new_engine()
        return True

    def _pull(self, pull: Callable[[int], bytes]) -> bool:
        """Have more packed bytes; False where there are none."""
        more = pull(self._packed_offset)
        self._packed += more
        self._packed_offset += len(more)
        return bool(more)


def _new_engine() -> zlib._Decompress:
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)  # 16: with the head of gzip


class PackedFile:
    """What a packed file holds, read from any place on. Every method raises InputError."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.is_damaged = False
        self._file = RegularFile(path)
        self._checkpoints = [Unpacking()]
        self._unpacking = Unpacking()
        self._chunk = b""  # the last one that was unpacked

    def chunks(self) -> Iterator[bytes]:
        """All of it, piece by piece; of a damaged file what comes before the damage."""
        offset = 0
        try:
            while chunk := self._chunk_at(offset):
                offset += len(chunk)
                yield chunk
        except InputError:
            if not offset:
                raise
            self.is_damaged = True

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from `start` to `stop`. Raises InputError where the damage of the file comes next, too."""
        parts: list[bytes] = []
        while start < stop and (chunk := self._chunk_at(start)[: stop - start]):
            parts.append(chunk)
            start += len(chunk)
        data = b"".join(parts)
        if self.is_damaged and not data.endswith(b"\n"):
            self._chunk_at(stop)
        return data

    def _chunk_at(self, offset: int) -> bytes:
        """Some bytes from `offset` on; none at the end."""
        if not self._unpacking.offset - len(self._chunk) <= offset <= self._unpacking.offset + _CHECKPOINT:
            nearest = bisect_right(self._checkpoints, offset, key=lambda one: one.offset) - 1
            self._unpacking, self._chunk = self._checkpoints[nearest].copy(), b""
        try:
            while self._unpacking.offset <= offset:
                self._chunk = self._unpacking.next_chunk(self._pull, _CHUNK)
                if not self._chunk:
                    return b""
                if self._unpacking.offset >= self._checkpoints[-1].offset + _CHECKPOINT:
                    self._checkpoints.append(self._unpacking.copy())
        except (zlib.error, EOFError) as error:
            self._unpacking, self._chunk = Unpacking(), b""  # what has failed cannot go on
            raise InputError(self.path, damage(error)) from error
        return self._chunk[offset - self._unpacking.offset :]

    def _pull(self, start: int) -> bytes:
        return self._file.read(start, start + _CHUNK)
