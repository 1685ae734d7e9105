"""Documents of word processors (DOCX): their paragraphs as text; an export of Lexis+ is divided."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.formats.archives import author_of
from tui_reader.ingest.formats.dates import find_date
from tui_reader.ingest.formats.plain_text import divided, hash_of
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Mark, Source, Span

_TEXT = "word/document.xml"
_MOST_XML = 50_000_000
"""Bytes of a document's text, unpacked: archives pack a thousandfold."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What says once more what stands before it, for older programs."""
_DAMAGES = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ParseError, DefusedXmlException, ValueError),
    *(NotImplementedError, RuntimeError),  # an unknown packing, a password
)
_LISTED = re.compile(r"^(?:Documents?|Dokumente?)\s*\(\d+\)\s*$", re.MULTILINE)
"""What stands above the list of documents on the cover of an export."""
_FIRST = re.compile(r"^1\.\s+(.+)$", re.MULTILINE)

_BODY = re.compile(r"^(?:Body|Corps|Text|Texte|Haupttext|Cuerpo|Corpo)[ \t]*:?$\s*", re.MULTILINE)
"""What stands above the text of an article of Lexis+."""
_END = re.compile(
    r"\s*^(?:Load-Date|Date de chargement|Classification|Graphic|End of Document|Fin du document)\b", re.MULTILINE
)
"""What begins the fields below it."""
_AUTHOR = re.compile(r"^(?:Byline|Auteur|Autor|Autore):\s*(.+)$", re.MULTILINE)


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a file. Raises InputError where it is none of a word processor, or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(_TEXT) as file:
            root = fromstring(file.read(_MOST_XML))
    except KeyError as error:
        raise InputError(source.path or "-", _("is a packed file, not a document")) from error
    except _DAMAGES as error:
        raise InputError(source.path or "-", _("is a damaged document ({reason})").format(reason=error)) from error
    text = without_cover("\n\n".join(filter(None, _paragraphs(root))))
    documents = divided(Document(hash_of(text), replace(source, encoding="utf-8"), text))
    return map(_with_fields, documents)


def without_cover(text: str) -> str:
    """An export of Lexis+ without the cover, which lists the titles of its documents."""
    listed = _LISTED.search(text)
    first = _FIRST.search(text, listed.end()) if listed else None
    if first is None:
        return text
    begins = re.compile(rf"^{re.escape(first[1].strip())}\s*$", re.MULTILINE).search(text, first.end())
    return text[begins.start() :] if begins else text


def _with_fields(document: Document) -> Document:
    """An article of Lexis+ with its fields: title, source and day above the labels, the text below one of its own."""
    body = _BODY.search(document.raw)
    end = _END.search(document.raw, body.end()) if body else None
    if body is None or end is None:
        return document
    head = document.raw[: body.start()].strip().split("\n\n")
    date_index = next((index for index, line in enumerate(head) if index and find_date(line)), 1)
    author = _AUTHOR.search(document.raw, 0, body.start())
    declared = Declared(
        title=DeclaredText.line(head[0], "field"),
        authors=DeclaredNames((author_of(author[1].strip()),), "field") if author else None,
        site=DeclaredText.line(head[date_index - 1] if date_index > 1 else None, "field"),
        published=DeclaredText.line(find_date(head[date_index]) if date_index < len(head) else None, "field"),
    )
    return replace(document, declared=declared, marks=(Mark(Span(body.end(), end.start()), "article"),))


def _paragraphs(root: Element) -> Iterator[str]:
    """The text of each paragraph, its breaks as line ends; one inside another (a text box) stands behind it."""
    paragraphs: list[list[str]] = []
    waiting: list[tuple[Element, list[str]]] = [(root, [])]
    while waiting:
        element, parts = waiting.pop()
        if element.tag == f"{_W}p":
            parts = []
            paragraphs.append(parts)
        parts.append(_BREAKS.get(str(element.tag)) or (element.text if element.tag == f"{_W}t" else "") or "")
        waiting += [(child, parts) for child in reversed(element) if child.tag != _TWICE]
    return ("".join(parts).strip() for parts in paragraphs)
