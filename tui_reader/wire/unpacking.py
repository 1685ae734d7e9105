"""The body of an answer, unpacked in steps: a few bytes may stand for gigabytes, and none of these is held."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

CODINGS = "gzip, deflate"
"""What servers are asked for, and what is unpacked."""
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BARE_DEFLATE = -zlib.MAX_WBITS
_GZIP_START = b"\x1f\x8b"
_STEP = 256 * 1024
"""How much is unpacked at once, in bytes."""


def unpacker_for(coding: str) -> Unpacker | PlainBody:
    """What unpacks a body of one `Content-Encoding`; raises ValueError for one that is not in `CODINGS`."""
    name = coding.strip().lower()
    if name in ("", "identity"):
        return PlainBody()
    if name not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(coding)
    return Unpacker(may_be_bare=name == "deflate")


class PlainBody:
    """A body that is not packed."""

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        """The chunk as it is."""
        yield chunk

    def is_whole(self) -> bool:
        """Always: the transport knows where a plain body ends."""
        return True


class Unpacker:
    """Unpacks gzip and deflate; its methods raise `zlib.error` where the body is damaged.

    Deflate is to come in the wrapping of zlib, but `may_be_bare`: many servers leave that out.
    """

    def __init__(self, *, may_be_bare: bool) -> None:
        self._may_be_bare = may_be_bare
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._is_begun = False

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        """What a chunk of the body stands for, a step at a time."""
        while chunk:
            if self._stream.eof:  # another member of gzip follows; whatever else does is left, as gzip leaves it
                if not chunk.startswith(_GZIP_START):
                    return
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            yield self._step(chunk)
            chunk = self._stream.unconsumed_tail or self._stream.unused_data

    def is_whole(self) -> bool:
        """Whether the body came to its end; one of no bytes did."""
        return self._stream.eof or not self._is_begun

    def _step(self, chunk: bytes) -> bytes:
        may_be_bare = self._may_be_bare and not self._is_begun
        self._is_begun = True
        try:
            return self._stream.decompress(chunk, _STEP)
        except zlib.error:
            if not may_be_bare:
                raise
        self._stream = zlib.decompressobj(_BARE_DEFLATE)
        return self._stream.decompress(chunk, _STEP)
