"""Rich text (RTF), in which archives export, too: its words, without what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from striprtf.striprtf import rtf_to_text

from tui_reader.errors import InputError
from tui_reader.ingest.formats.plain_text import divided, hash_of
from tui_reader.messages import _
from tui_reader.model import Document, Source

_PARAGRAPHS = "\n\n"


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a file: each line of its text is a paragraph. Raises InputError where it cannot be read."""
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, RecursionError) as error:  # of damaged control words
        raise InputError(source.path or "-", _("is a damaged document ({reason})").format(reason=error)) from error
    lines = (line.strip() for line in text.splitlines())
    text = _PARAGRAPHS.join(line for line in lines if line)
    if not text:
        raise InputError(source.path or "-", _("holds no part that is text"))
    return divided(Document(hash_of(text), replace(source, encoding="windows-1252"), text))
