"""PDF, with the extra `pdf`: the text of its pages in reading order, without running heads and page numbers."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.formats.plain_text import divided, hash_of
from tui_reader.messages import _
from tui_reader.model import Document, Source

INSTALL = "pip install 'tui-reader[pdf]'"
"""What installs the extra."""
_MOST_PAGES = 500
_FEWEST_REPEATS = 3
"""Pages on which a line stands first or last, numbers apart, from which on it is a running head."""
_DIGITS = re.compile(r"\d+")


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a file. Raises InputError where it cannot be read, holds no text, or the extra is missing."""
    path = source.path or "-"
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise InputError(path, _("is a PDF; to read it: {command}").format(command=INSTALL)) from error
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages[:_MOST_PAGES]]
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        # whatever a damaged file makes of its objects
        raise InputError(path, _("is a damaged document ({reason})").format(reason=error)) from error
    text = "\n\n".join(filter(None, without_running_heads([page.strip().splitlines() for page in pages])))
    if not text:
        raise InputError(path, _("holds no part that is text"))
    return divided(Document(hash_of(text), replace(source, encoding="utf-8"), text))


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """The text of each page without the lines at its edges that stand at those of others, and without its number."""
    edges = Counter(edge for lines in pages for edge in {_told(line) for line in (*lines[:1], *lines[-1:])})
    texts = []
    for lines in pages:
        start, end = 0, len(lines)
        while start < end and _is_running(lines[start], edges):
            start += 1
        while end > start and _is_running(lines[end - 1], edges):
            end -= 1
        texts.append("\n".join(lines[start:end]))
    return texts


def _told(line: str) -> str:
    """A line without its numbers."""
    return _DIGITS.sub("", line).strip()


def _is_running(line: str, edges: Counter[str]) -> bool:
    return not _told(line) or edges[_told(line)] >= _FEWEST_REPEATS
