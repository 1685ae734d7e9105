"""Web archives (WARC): the pages and texts that crawlers store, with the address from the head of each record."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from msgspec.structs import replace
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from tui_reader.errors import InputError
from tui_reader.ingest.decode import CUT, DAMAGED, MOST_BYTES, as_utf8, looks_binary, note
from tui_reader.ingest.formats import plain_text
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredText, Document, Note, Source

logging.getLogger("warcio").addHandler(logging.NullHandler())  # it would warn on the terminal

_START = re.compile(rb"^WARC/\d\.\d{1,2}\r?\n", re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BETWEEN = re.compile(rb"\s*(?:\Z|WARC/)")
"""What stands behind a record whose length is true."""
_LONGEST_HEAD = 16_384
"""Bytes of a record's head, which is a dozen short lines."""
_MOST_DAMAGED = 1_000
"""Damaged records from which on the rest is left."""
_MOST_DOCUMENTS = 20_000
_MOST_UNPACKED = 64_000_000
"""Bytes of all pages together, which servers send packed."""
_STORING = ("response", "resource", "conversion")
"""The types of records that hold a page or its text; the others tell of requests and of the crawl."""
_PAGES = ("text/html", "application/xhtml+xml")
_ADDRESS = re.compile(r"https?://[^/]+(?P<path>[^?#]*)", re.IGNORECASE)
_FOR_CRAWLERS = "/robots.txt"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DAMAGES = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError)
"""What a damaged head raises; AttributeError: one without an address."""


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of an archive; how many records could not be read is noted with the first one.

    Raises InputError where it holds no page and no text.
    """
    documents: list[Document] = []
    damaged, room, read_to = 0, _MOST_UNPACKED, 0
    for stretch, end in _records(data):
        read_to = end
        try:
            record = ArcWarcRecordLoader().parse_record_stream(io.BytesIO(stretch)) if stretch else None
            content = _content(record, min(room, MOST_BYTES)) if record else b""
        except _DAMAGES:
            record, content = None, b""
        damaged += record is None
        room -= len(content)
        if record and content.strip():
            documents += _documents(record, content, source)
        if damaged >= _MOST_DAMAGED or len(documents) >= _MOST_DOCUMENTS or room <= 0:
            break
    if not documents:
        raise InputError(source.path or "-", _("holds no page and no text"))
    is_cut = read_to != len(data)
    told = ((note(CUT, min(read_to, len(data))),) if is_cut else ()) + ((note(DAMAGED, damaged),) if damaged else ())
    return _numbered(documents, told)


def _records(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each record, from its first byte to its last, and where it ends; empty where its head or its length is wrong.

    The end of one that the end of the archive cuts lies beyond it.
    """
    start = _START.search(data)
    while start:
        following = _START.search(data, start.end())  # perhaps in what the record stores
        limit = following.start() if following else len(data)
        head_end = _HEAD_END.search(data, start.end(), min(limit, start.end() + _LONGEST_HEAD))
        length = _LENGTH.search(data, start.end(), head_end.start() + 1) if head_end else None
        end = head_end.end() + int(length[1]) if head_end and length else 0
        is_cut = end > len(data) and following is None
        if is_cut or (start.end() < end <= len(data) and _BETWEEN.match(data, end)):
            following = None if is_cut else _START.search(data, end)
            yield data[start.start() : end], end if is_cut or following else len(data)
        else:
            yield b"", limit
        start = following


def _content(record: ArcWarcRecord, most: int) -> bytes:
    """The page or the text that a record stores, unpacked; empty where it stores none.

    Raises ValueError where it cannot be unpacked.
    """
    head = record.http_headers
    address = _ADDRESS.match(record.rec_headers.get_header("WARC-Target-URI") or "")
    if record.rec_type not in _STORING or address is None or address["path"] == _FOR_CRAWLERS:
        return b""
    if (head and not str(head.get_statuscode()).startswith("2")) or _media_type(record) not in (*_PAGES, "text/plain"):
        return b""
    is_in_chunks = head and (head.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stored: bytes = (ChunkedDataReader(record.raw_stream) if is_in_chunks else record.raw_stream).read()
    is_packed = head and (head.get_header("Content-Encoding") or "identity").lower() != "identity"
    return _unpacked(stored, most) if is_packed and looks_binary(stored) else stored[:most]


def _unpacked(data: bytes, most: int) -> bytes:
    """What a server packed, by gzip or deflate. Raises ValueError for what it packed otherwise, or is damaged."""
    for head in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # 32: that of gzip or zlib; below zero: none
        with suppress(zlib.error):
            return zlib.decompressobj(wbits=head).decompress(data, most)
    raise ValueError("neither gzip nor deflate")


def _media_type(record: ArcWarcRecord) -> str:
    """The type of what a record stores, in small letters."""
    return _content_type(record).partition(";")[0].strip().lower()


def _content_type(record: ArcWarcRecord) -> str:
    """The type and the encoding of what a record stores: the server's word where there is one."""
    return str((record.http_headers or record.rec_headers).get_header("Content-Type") or "")


def _documents(record: ArcWarcRecord, content: bytes, source: Source) -> Iterator[Document]:
    charset = _CHARSET.search(_content_type(record))
    data = as_utf8(content, charset[1]) if charset else content
    if _media_type(record) in _PAGES:
        from tui_reader.ingest.formats.html.reader import read as read_page  # noqa: PLC0415 - its parser, for pages

        documents = read_page(data, source, address=_address_of(record))
    else:
        documents = plain_text.read(data, source)
    for document in documents:
        if document.raw.strip():
            yield replace(document, declared=_declared(record, document.declared))


def _declared(record: ArcWarcRecord, page: Declared) -> Declared:
    """What a page declares; its address, where it gives none, is that of the record. A record's day is the crawl's."""
    return replace(page, url=page.url or DeclaredText.line(_address_of(record), "header"))


def _address_of(record: ArcWarcRecord) -> str | None:
    """Where the crawler found what a record stores."""
    address: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return address


def _numbered(documents: list[Document], told: tuple[Note, ...]) -> Iterator[Document]:
    """The documents with their numbers, where there are several; the first with what is `told` of the archive."""
    for number, document in enumerate(documents):
        notes = (*document.source.notes, *(told if number == 0 else ()))
        record = number if len(documents) > 1 else None
        yield replace(document, source=replace(document.source, record=record, notes=notes))
