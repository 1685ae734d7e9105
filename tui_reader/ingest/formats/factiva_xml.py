"""Exports of Factiva as XML: an `article` element each."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.formats.archives import author_of
from tui_reader.ingest.formats.records import documents_of
from tui_reader.messages import _
from tui_reader.model import Document, Source


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The articles of an export. Raises InputError where it is no whole XML, or holds entities."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise InputError(source.path or "-", _("is XML that cannot be read ({reason})").format(reason=error)) from error
    articles = [element for element in root.iter() if _name(element) == "article"]
    return documents_of(map(_record, articles), replace(source, encoding="utf-8"))


def _record(article: Element) -> dict[str, object]:
    """The fields of an article, by the names that records have."""
    parts = {_name(child): child for child in article}
    paragraphs = [*_paragraphs(parts.get("leadParagraph")), *_paragraphs(parts.get("tailParagraphs"))]
    return {
        "title": " ".join(_paragraphs(parts.get("headline"))),
        "text": "\n\n".join(paragraphs),
        "published": _words(parts.get("publicationDate")),
        "authors": author_of(_words(parts.get("byline"))),
        "site": _words(parts.get("sourceName")),
        "language": _words(parts.get("baseLanguage")).lower(),
    }


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _paragraphs(element: Element | None) -> Iterator[str]:
    """The paragraphs of a part, or all its words where it has none."""
    if element is None:
        return
    paragraphs = [child for child in element if _name(child) == "paragraph"]
    yield from filter(None, map(_words, paragraphs or [element]))
