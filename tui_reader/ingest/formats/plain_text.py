"""Text files: one article, or those of a press archive's export."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from msgspec.structs import replace

from tui_reader.ingest.decode import MOST_BYTES, decode
from tui_reader.ingest.formats.archives import records
from tui_reader.model import Document, Source


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a text; `source` is completed with the encoding and what reading had to do."""
    text, encoding, notes = decode(data)
    read_from = replace(source, encoding=encoding, notes=source.notes + notes)
    return divided(Document(hashlib.sha256(data[:MOST_BYTES]).hexdigest(), read_from, text))


def divided(whole: Document) -> Iterator[Document]:
    """The documents of an export, each with the hash of its own text as UTF-8."""
    spans = records(whole.raw)
    if len(spans) == 1:
        yield whole
        return
    for number, span in enumerate(spans):
        raw = span.of(whole.raw)
        yield Document(hash_of(raw), replace(whole.source, record=number), raw)


def hash_of(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
