"""Read a web page: its visible text as `raw`, its markup as marks, what its head says as declared."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from tui_reader.ingest.decode import MOST_BYTES, Decoded, decode, note
from tui_reader.ingest.formats.html.article_part import find_article
from tui_reader.ingest.formats.html.declared import read_declared
from tui_reader.ingest.formats.html.markup import marks_of
from tui_reader.ingest.formats.html.nesting import bounded
from tui_reader.ingest.formats.html.visible_text import visible_text
from tui_reader.model import Document, Source

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD_LENGTH = 4096
"""How many bytes of a page are searched for its encoding; HTML asks for it within the first 1024."""
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Encodings that pages name and do not mean (WHATWG Encoding, section 4.2: labels)."""


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The one document that a page is."""
    text, encoding, notes = _decode(data)
    tree = LexborHTMLParser(bounded(text))
    page = visible_text(tree)
    read_from = replace(source, encoding=encoding, notes=(*source.notes, note("source.html"), *notes))
    yield Document(
        hashlib.sha256(data[:MOST_BYTES]).hexdigest(),
        read_from,
        page.raw,
        read_declared(tree),
        marks_of(page, find_article(page)),
    )


def _decode(data: bytes) -> Decoded:
    """The source of a page: by its byte order mark or as UTF-8 where it is such, else in the encoding that it names."""
    decoded = decode(data)
    named = _CHARSET.search(data[:_HEAD_LENGTH])
    if decoded.encoding != "windows-1252" or named is None:
        return decoded
    try:
        encoding = codecs.lookup(named[1].decode("ascii", errors="replace")).name
    except LookupError:
        return decoded
    if encoding == "utf-8":
        return decoded
    encoding = _WIDER.get(encoding, encoding)
    try:
        text = data[:MOST_BYTES].decode(encoding, errors="replace")
    except (LookupError, UnicodeError):  # no encoding of text ("base64"), or one that cannot replace what is wrong
        return decoded
    return Decoded(text, encoding, tuple(one for one in decoded.notes if one.rule != "decode.cp1252"))
