"""The table of formats: how each is recognised and what reads it. Content decides first, the name second."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tui_reader.ingest.formats import plain_text
from tui_reader.messages import N_
from tui_reader.model import Document, Source

_SNIFFED = 2048
"""How many bytes at the start of an input are looked at to recognise its format."""
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,1000}?-->\s*){0,4}<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


class Format(NamedTuple):
    """One format.

    `name` is shown to the reader; `suffixes` are those of its files, in small letters; `recognises` tells it by the
    first bytes of an input; `read` gives the documents of an input, lazily, from its bytes.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Source], Iterator[Document]]


def _read_html(data: bytes, source: Source) -> Iterator[Document]:
    from tui_reader.ingest.formats.html.reader import read  # noqa: PLC0415 - its parser is loaded for pages alone

    return read(data, source)


TEXT = Format(N_("text"), (".txt",), "text/plain", lambda _start: False, plain_text.read)
"""What everything is read as that is nothing else."""
FORMATS = (
    Format(
        N_("web page"),
        (".html", ".htm", ".xhtml"),
        "text/html",
        lambda start: _HTML_START.match(start) is not None,
        _read_html,
    ),
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
