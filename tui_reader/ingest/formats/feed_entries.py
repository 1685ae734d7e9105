"""From the fields of a feed's entry to the document that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser

from tui_reader.ingest.formats.dates import find_date
from tui_reader.ingest.formats.feed_fields import NO_TEXT, EntryFields, FeedFields, FieldText
from tui_reader.ingest.formats.feed_teaser import is_teaser
from tui_reader.ingest.formats.html.article_part import find_letter
from tui_reader.ingest.formats.html.markup import markup_of, verdict_of
from tui_reader.ingest.formats.html.reader import parse, text_of
from tui_reader.ingest.formats.html.visible_text import VisibleText, visible_text
from tui_reader.ingest.formats.plain_text import hash_of
from tui_reader.ingest.formats.records import MARKUP
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Mark, Source, Span, in_order

_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LONGEST_WORDS = 80
"""Code points of the first words that stand for a title."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class FeedEntry(NamedTuple):
    """One article of a feed.

    `id` is as the feed gives it; `address` that of its page, absolute, or None. `title` is one line of plain text and
    never empty. `published` is in UTC, and may lie in the future. `is_teaser`: the text is only a teaser of the page.
    """

    id: str | None
    address: str | None
    title: str
    published: datetime | None
    is_teaser: bool
    document: Document


class _EntryText(NamedTuple):
    """The text of an entry, with what its markup says, and the address of the link that it ends with."""

    raw: str
    paragraphs: Sequence[str]
    marks: Sequence[Mark]
    last_link: str | None


def entries_of(feed: FeedFields, base: str | None, source: Source) -> Iterator[FeedEntry]:
    """The entries of a feed, whose relative addresses begin at `base`; those that say nothing are left out."""
    site = Declared(
        site=DeclaredText.line(line_of(feed.title), "field"),
        language=DeclaredText.line(_language_tag(feed.language), "field"),
    )
    for fields in feed.entries:
        address = absolute(fields.link, base)
        text = _text_of(fields)
        given_title = line_of(fields.title)
        title = given_title or _first_words(text.raw) or address
        if title:
            document = _document(
                given_title or ("" if text.raw else title), text, _declared(fields, address, site), source
            )
            teases = address is not None and is_teaser(
                text.paragraphs, leads_to_page=_is_same_page(text.last_link, address)
            )
            yield FeedEntry(fields.id, address, title, fields.published, teases, document)


def absolute(address: str | None, base: str | None) -> str | None:
    """An address of the web, resolved against that of its feed; None where it is none."""
    try:
        resolved = urljoin(base or "", address or "")
    except ValueError:
        return None
    return resolved if address and _ADDRESS.match(resolved) else None


def line_of(text: FieldText) -> str:
    """A field as one line of plain text."""
    return " ".join((text_of(text.value) if text.is_html and _is_markup(text.value) else text.value).split())


def _is_markup(value: str) -> bool:
    """Whether HTML has to be read for its text."""
    return "<" in value or "&" in value


def _text_of(fields: EntryFields) -> _EntryText:
    """The longest of the texts that an entry gives: others are its beginning, or a picture alone."""
    texts = [_read_text(one) for one in fields.texts] or [_read_text(NO_TEXT)]
    return max(texts, key=lambda text: len(text.raw))


def _read_text(text: FieldText) -> _EntryText:
    if text.is_html or MARKUP.search(text.value):
        return _read_html(text.value)
    raw = text.value.strip()
    marks = [Mark(Span(0, len(raw)), "article")] if raw else []
    return _EntryText(raw, list(filter(None, map(str.strip, raw.split("\n")))), marks, None)


def _read_html(markup: str) -> _EntryText:
    """The visible text of a piece of HTML: what stands in it is the article, but for boxes and rows of links."""
    tree = parse(markup)
    page = visible_text(tree.body)
    part = find_letter(page)._replace(is_letter=False)
    if not any(part.is_article):
        part = part._replace(is_article=tuple(not kind for kind in part.apart))
    marks = [*markup_of(page), *verdict_of(page, part)]
    paragraphs = [block.text for block, is_text in zip(page.blocks, part.is_article, strict=True) if is_text]
    return _EntryText(page.raw, paragraphs, marks, _last_link(page, tree))


def _last_link(page: VisibleText, tree: LexborHTMLParser) -> str | None:
    """Where the link leads that a text ends with."""
    if not page.links or page.links[-1].end != len(page.raw):
        return None
    links = tree.css("a[href]")
    return links[-1].attributes["href"] if links else None


def _is_same_page(link: str | None, address: str) -> bool:
    resolved = absolute(link, address)
    return resolved is not None and urldefrag(resolved).url == urldefrag(address).url


def _first_words(text: str) -> str:
    """The first words of a text, for want of a title."""
    line = " ".join(text[: 4 * _LONGEST_WORDS].split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


def _document(title: str, text: _EntryText, declared: Declared, source: Source) -> Document:
    """The document of an entry: its title and its text are `raw`."""
    raw = "\n\n".join(filter(None, (title, text.raw)))
    shift = len(raw) - len(text.raw)
    marks = [Mark(Span(0, len(title)), "title")] if title else []
    for mark in text.marks:
        is_second_title = title and mark.kind == "title"
        marks.append(Mark(mark.span.shift(shift), "heading" if is_second_title else mark.kind))
    if title:
        declared = replace(declared, title=DeclaredText.line(title, "field"))
    return Document(hash_of(raw), source, raw, declared, in_order(marks))


def _declared(fields: EntryFields, address: str | None, site: Declared) -> Declared:
    """What an entry says of itself, beside what its feed says of all."""
    published = fields.published.isoformat() if fields.published else find_date(fields.stated_date or "")
    modified = fields.updated.isoformat() if fields.updated and fields.updated != fields.published else None
    authors = tuple(dict.fromkeys(filter(None, (line_of(FieldText(one, is_html=True)) for one in fields.authors))))
    return replace(
        site,
        authors=DeclaredNames(authors, "field") if authors else None,
        published=DeclaredText.line(published, "field"),
        modified=DeclaredText.line(modified, "field"),
        url=DeclaredText.line(address, "field"),
    )


def _language_tag(value: str | None) -> str | None:
    found = _LANGUAGE.fullmatch(value or "")
    return found[0].replace("_", "-") if found else None
