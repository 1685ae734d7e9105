"""The table of formats: how each is recognised and what reads it. Content decides first, the name second."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import NamedTuple

from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES, looks_binary
from tui_reader.ingest.formats import plain_text
from tui_reader.messages import N_, _
from tui_reader.model import Document, Source

MOST_OF_FILE = 64_000_000
"""How much is read of a file of which the text is a small part: pages that hold their pictures, packed files."""
_SNIFFED = 2048
"""How many bytes at the start of an input are looked at to recognise its format."""
JSON = "application/json"
"""The media type of JSON and of JSON Lines."""
_JSON_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')
"""How JSON begins that holds records."""
_GZIP = b"\x1f\x8b\x08"
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,1000}?-->\s*){0,4}<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FACTIVA_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:PPSResponse|ppsArticle|article\b[^<>]*>\s*<accessionNo)"
)
_MAIL_START = re.compile(
    rb"(?:From \S+ [^\n]*\n)?(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\w-]+"
    rb"|DKIM-Signature|Snapshot-Content-Location): [^\n]*\n(?:[ \t][^\n]*\n|[A-Za-z][A-Za-z-]*: ?[^\n]*\n)+",
    re.IGNORECASE,
)
"""Two headers of mail or more in a row, perhaps below the line that begins a message in a mailbox."""


class Format(NamedTuple):
    """One format.

    `name` is shown to the reader; `suffixes` are those of its files, in small letters; `recognises` tells it by the
    first bytes of an input; `read` gives the documents of an input from its bytes. `is_text`: what looks like binary
    data is none. `most_bytes`: how much of an input is read.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Source], Iterator[Document]]
    is_text: bool = True
    most_bytes: int = MOST_BYTES


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    return lambda start: pattern.match(start) is not None


def _by_name_alone(_start: bytes) -> bool:
    return False


def _on_demand(module: str) -> Callable[[bytes, Source], Iterator[Document]]:
    """The `read` of a module of this package, loaded when there is something for it: few inputs need its libraries."""

    def read(data: bytes, source: Source) -> Iterator[Document]:
        documents: Iterator[Document] = import_module(f"{__package__}.{module}").read(data, source)
        return documents

    return read


def _read_gzip(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a packed file, which is read as what it holds. Raises InputError where it is damaged."""
    path = source.path or "-"
    try:
        inner = _unpacked(data)
    except (zlib.error, EOFError) as error:
        raise InputError(path, _("is a damaged packed file ({reason})").format(reason=error)) from error
    if not inner.strip():
        raise InputError(path, _("is empty"))
    form = format_of(inner, path.lower().removesuffix(".gz"))
    if form.read is _read_gzip or (form.is_text and looks_binary(inner)):
        raise InputError(path, _("is binary data, not text"))
    return form.read(inner, replace(source, media_type=form.media_type))


def _unpacked(data: bytes) -> bytes:
    """What all parts of a packed file hold, and of too much the first. Raises zlib.error or EOFError."""
    inner = bytearray()
    while len(inner) <= MOST_BYTES:
        unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)  # 16: with the head of gzip
        inner += unpacking.decompress(data, MOST_BYTES + 1 - len(inner))
        data = unpacking.unused_data
        if not unpacking.eof and len(inner) <= MOST_BYTES:
            raise EOFError(_("it ends too early"))
        if not data.startswith(_GZIP):
            break
    return bytes(inner)


TEXT = Format(N_("text"), (".txt",), "text/plain", _by_name_alone, plain_text.read)
"""What everything is read as that is nothing else."""
FORMATS = (
    Format(
        N_("packed file"),
        (".gz",),
        "application/gzip",
        _begins(re.compile(_GZIP)),
        _read_gzip,
        is_text=False,
    ),
    Format(
        N_("document of a word processor"),
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _begins(re.compile(rb"PK\x03\x04")),
        _on_demand("docx"),
        is_text=False,
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("rich text"),
        (".rtf",),
        "application/rtf",
        _begins(re.compile(rb"\s*\{\\rtf")),
        _on_demand("rtf"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("PDF"),
        (".pdf",),
        "application/pdf",
        _begins(re.compile(rb"\s*%PDF-")),
        _on_demand("pdf"),
        False,
        MOST_OF_FILE,
    ),
    Format(N_("export of Factiva"), (".xml",), "application/xml", _begins(_FACTIVA_START), _on_demand("factiva_xml")),
    Format(
        N_("mail"),
        (".eml", ".mbox", ".mhtml", ".mht"),
        "message/rfc822",
        _begins(_MAIL_START),
        _on_demand("mail"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("web page"),
        (".html", ".htm", ".xhtml"),
        "text/html",
        _begins(_HTML_START),
        _on_demand("html.reader"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("records"),
        (".jsonl", ".ndjson", ".json"),
        JSON,
        _begins(_JSON_START),
        _on_demand("json_records"),
    ),
    Format(N_("table of records"), (".csv", ".tsv"), "text/csv", _by_name_alone, _on_demand("csv_records")),
    TEXT,
)
"""Every format, the ones that are the surest to recognise first."""
SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)


def format_of(data: bytes, path: str) -> Format:
    """The format of an input: told by its content, else by its name, else text."""
    start = data[:_SNIFFED]
    suffix = os.path.splitext(path)[1].lower()
    recognised = (one for one in FORMATS if one.recognises(start))
    named = (one for one in FORMATS if suffix in one.suffixes)
    return next(recognised, None) or next(named, TEXT)
