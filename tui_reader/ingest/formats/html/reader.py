"""Read a web page: its visible text as `raw`, its markup as marks, what its head says as declared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui_reader.ingest.decode import NO_ARTICLE, PAGE, Decoded, decode_named, note
from tui_reader.ingest.formats.html.archives import (
    NEXIS,
    Archive,
    Fields,
    archive_of,
    declared_by,
    read_nexis,
    title_span,
)
from tui_reader.ingest.formats.html.article_part import find_article, find_letter
from tui_reader.ingest.formats.html.declared import read_declared
from tui_reader.ingest.formats.html.links import base_of, links_of
from tui_reader.ingest.formats.html.markup import markup_of, verdict_of
from tui_reader.ingest.formats.html.nesting import bounded
from tui_reader.ingest.formats.html.visible_text import VisibleText, visible_text
from tui_reader.ingest.formats.plain_text import hash_of
from tui_reader.model import Document, Mark, Source, Span, in_order

_EMBEDDED = re.compile(rb"data:[\w/+.-]{1,80}(?:;[\w=-]{1,80}){0,3},[\w%/+=.-]{100,}")
"""Pictures, fonts and scripts that a page holds in itself, by the megabyte."""
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD_LENGTH = 4096
"""How many bytes of a page are searched for its encoding; HTML asks for it within the first 1024."""
_LINE = re.compile(r"\S[^\n]*")


def read(data: bytes, source: Source, *, is_letter: bool = False, address: str | None = None) -> Iterator[Document]:
    """The document that a page is, or those of an archive's export.

    `is_letter`: the page is the text of a mail; `address`: where the page was found, if that is not in `source`.
    """
    text, encoding, notes = decode_page(_EMBEDDED.sub(b"data:,", data))
    source = replace(source, encoding=encoding, notes=(*source.notes, *notes))
    if NEXIS.search(text):
        return _read_nexis(text, source)
    tree = parse(text)
    export = archive_of(tree)
    if export is not None:
        return _read_export(*export, source)
    return iter([_read_page(tree, hashlib.sha256(data).hexdigest(), source, address, is_letter=is_letter)])


def text_of(source: str) -> str:
    """The visible text of a piece of markup."""
    return page_of(source).raw


def page_of(source: str) -> VisibleText:
    """The visible text of a piece of markup, with its blocks and links."""
    return _visible(parse(source))


def parse(source: str) -> LexborHTMLParser:
    """The tree of a page, or of a piece of markup."""
    return LexborHTMLParser(bounded(source))


def _visible(tree: LexborHTMLParser) -> VisibleText:
    return visible_text(tree.body or tree.root)


def _read_page(
    tree: LexborHTMLParser, document_id: str, source: Source, address: str | None, *, is_letter: bool
) -> Document:
    page, declared = _visible(tree), read_declared(tree)
    part = find_letter(page) if is_letter else find_article(page)
    notes = (note(PAGE), *source.notes) if any(part.is_article) else (note(PAGE), note(NO_ARTICLE), *source.notes)
    marks = in_order([*markup_of(page), *verdict_of(page, part)])
    base = base_of(tree, source.url or address or (declared.url.text if declared.url else None))
    links = tuple(links_of(page, base))
    return Document(document_id, replace(source, notes=notes), page.raw, declared, marks, links)


def _read_export(archive: Archive, articles: Sequence[LexborNode], source: Source) -> Iterator[Document]:
    for number, node in enumerate(articles):
        page, fields = visible_text(node), archive.fields(node)
        record = replace(source, record=number if len(articles) > 1 else None)
        yield _exported(page, fields, archive.body(page, fields), record)


def _read_nexis(text: str, source: Source) -> Iterator[Document]:
    starts = [found.start() for found in NEXIS.finditer(text)]
    for number, (start, end) in enumerate(pairwise([*starts, len(text)])):
        page = _visible(parse(text[start:end]))
        yield _exported(page, *read_nexis(page), replace(source, record=number if len(starts) > 1 else None))


def _exported(page: VisibleText, fields: Fields, body: Iterable[Span], source: Source) -> Document:
    """An article of an export, with the hash of its own text."""
    title = title_span(page, fields)
    own = [Mark(span, "article") for span in body] + ([Mark(title, "title")] if title else [])
    marks = [*markup_of(page), *own, *_fields_around(page.raw, own)]
    links = tuple(links_of(page, None))
    return Document(hash_of(page.raw), source, page.raw, declared_by(fields), in_order(marks), links)


def _fields_around(raw: str, own: Sequence[Mark]) -> Iterator[Mark]:
    """The lines outside the article's `own` stretches."""
    is_own = bytearray(len(raw))
    for mark in own:
        is_own[mark.span.start : mark.span.end] = bytes([1]) * (mark.span.end - mark.span.start)
    for line in _LINE.finditer(raw):
        if not is_own[line.start()]:
            yield Mark(Span(*line.span()), "field")


def decode_page(data: bytes) -> Decoded:
    """The source of a page, with the encoding that it names."""
    named = _CHARSET.search(data[:_HEAD_LENGTH])
    return decode_named(data, [named[1].decode("ascii", errors="replace")] if named else [])
