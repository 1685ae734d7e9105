"""The table of formats: how each is recognised and what reads it. Content decides first, the name second."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec

from tui_reader.ingest.decode import MOST_BYTES
from tui_reader.ingest.formats.feed_start import looks_like_feed
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.messages import N_
from tui_reader.model import Document, Source

if TYPE_CHECKING:
    from tui_reader.ingest.formats.long_records import SeekableFile

MOST_OF_FILE = 64_000_000
"""How much is read of a file of which the text is a small part: pages that hold their pictures, packed files."""
MOST_OF_FEED = 16_000_000
"""How much is read of a feed: some thousands of whole articles."""
_SNIFFED = 8_192
"""How many bytes at the start of an input are looked at to recognise its format."""
JSON = "application/json"
"""The media type of JSON and of JSON Lines."""
CSV = "text/csv"
FEED = "application/rss+xml"
"""The media type that feeds of all kinds have here."""
_JSON_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')
"""How JSON begins that holds records."""
GZIP = b"\x1f\x8b\x08"
"""How a packed file begins."""
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?>(?:<\?xml[^>]{0,200}\?>\s*+|<!--.{0,1000}?-->\s*+)*)"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
"""How a page begins, behind comments; these are passed once, for trying where each may end would take for ever."""
_FACTIVA_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:PPSResponse|ppsArticle|article\b[^<>]*>\s*<accessionNo)"
)
_MAIL_START = re.compile(
    rb"(?:From \S+ [^\n]*\n)?(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\w-]+"
    rb"|DKIM-Signature|Snapshot-Content-Location): [^\n]*\n(?:[ \t][^\n]*\n|[A-Za-z][A-Za-z-]*: ?[^\n]*\n)+",
    re.IGNORECASE,
)
"""Two headers of mail or more in a row, perhaps below the line that begins a message in a mailbox."""


Reader = Callable[[bytes, Source, FieldNames], Iterable[Document]]
"""The documents of an input from its bytes; a sequence reads them when they are asked for."""
LongReader = Callable[["SeekableFile", bytes, FieldNames], Sequence[Document] | None]
"""The documents of a file that is too long to be held, read when they are asked for, from its first bytes; None where
they cannot be told apart.
"""


def _not_divided(_file: SeekableFile, _start: bytes, _names: FieldNames) -> None:
    """The `open_long` of formats whose documents cannot be told apart without reading the whole."""


class Format(msgspec.Struct, frozen=True):
    """One format.

    `name` is shown to the reader; `suffixes` are those of its files, in small letters; `recognises` tells it by the
    first bytes of an input; `read` gives the documents of an input from its bytes. `is_text`: what looks like binary
    data is none. `most_bytes`: how much of an input is read. `open_long` opens what is longer.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes], bool]
    read: Reader
    is_text: bool = True
    most_bytes: int = MOST_BYTES
    open_long: LongReader = _not_divided


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    return lambda start: pattern.match(start) is not None


def _by_name_alone(_start: bytes) -> bool:
    return False


def _on_demand(module: str, name: str = "read") -> Callable[..., Any]:
    """A function of a module of this package, loaded when there is something for it: few inputs need its libraries."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(f"{__package__}.{module}"), name)(*arguments)

    return call


def _without_names(module: str) -> Reader:
    """The `read` of a module, for a format whose fields have no names that the user may give."""
    read = _on_demand(module)
    return lambda data, source, _names: read(data, source)


TEXT = Format(N_("text"), (".txt",), "text/plain", _by_name_alone, _without_names("plain_text"))
"""What everything is read as that is nothing else."""
FORMATS = (
    Format(
        N_("packed file"),
        (".gz",),
        "application/gzip",
        _begins(re.compile(GZIP)),
        _on_demand("packed"),
        is_text=False,
    ),
    Format(
        N_("document of a word processor"),
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _begins(re.compile(rb"PK\x03\x04")),
        _without_names("docx"),
        is_text=False,
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("rich text"),
        (".rtf",),
        "application/rtf",
        _begins(re.compile(rb"\s*\{\\rtf")),
        _without_names("rtf"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("PDF"),
        (".pdf",),
        "application/pdf",
        _begins(re.compile(rb"\s*%PDF-")),
        _without_names("pdf"),
        is_text=False,
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("web archive"),
        (".warc", ".wet"),
        "application/warc",
        _begins(re.compile(rb"WARC/\d\.\d")),
        _without_names("web_archive"),
        is_text=False,
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("export of Factiva"), (".xml",), "application/xml", _begins(_FACTIVA_START), _without_names("factiva_xml")
    ),
    Format(
        N_("feed"),
        (".rss", ".atom", ".feed"),
        FEED,
        looks_like_feed,
        _without_names("feed"),
        is_text=False,
        most_bytes=MOST_OF_FEED,
    ),
    Format(
        N_("mail"),
        (".eml", ".mbox", ".mhtml", ".mht"),
        "message/rfc822",
        _begins(_MAIL_START),
        _without_names("mail"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("web page"),
        (".html", ".htm", ".xhtml"),
        "text/html",
        _begins(_HTML_START),
        _without_names("html.reader"),
        most_bytes=MOST_OF_FILE,
    ),
    Format(
        N_("records"),
        (".jsonl", ".ndjson", ".json"),
        JSON,
        _begins(_JSON_START),
        _on_demand("json_records"),
        open_long=_on_demand("json_lines", "open_long"),
    ),
    Format(
        N_("table of records"),
        (".csv", ".tsv"),
        CSV,
        _by_name_alone,
        _on_demand("csv_records"),
        open_long=_on_demand("csv_records", "open_long"),
    ),
    Format(N_("Markdown"), (".md", ".markdown"), "text/markdown", _by_name_alone, _on_demand("markdown")),
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
