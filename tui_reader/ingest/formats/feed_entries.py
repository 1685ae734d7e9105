"""From the fields of a feed's entry to the document that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.formats.dates import find_date
from tui_reader.ingest.formats.feed_fields import NO_TEXT, EntryFields, FeedFields, FieldText
from tui_reader.ingest.formats.feed_teaser import is_teaser
from tui_reader.ingest.formats.feed_text import EntryText, read_text
from tui_reader.ingest.formats.html.reader import text_of
from tui_reader.ingest.formats.plain_text import hash_of
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Mark, Source, Span, in_order

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


def entries_of(feed: FeedFields, base: str | None, source: Source) -> Iterator[FeedEntry]:
    """The entries of a feed, whose relative addresses begin at `base`; those that say nothing are left out."""
    site = Declared(
        site=DeclaredText.line(line_of(feed.title), "field"),
        language=DeclaredText.line(_language_tag(feed.language), "field"),
    )
    for fields in feed.entries:
        address = absolute(fields.link, base)
        text = _text_of(fields, address)
        given_title = line_of(fields.title)
        title = given_title or _first_words(text.raw) or address
        if title:
            heading = given_title if text.raw else title
            document = _document(heading, text, _declared(fields, address, site), source)
            has_summary = len(fields.texts) > 1
            teases = address is not None and is_teaser(
                text.paragraphs, leads_to_page=text.leads_to_page, has_summary=has_summary
            )
            yield FeedEntry(fields.id, address, title, fields.published, teases, document)


def line_of(text: FieldText) -> str:
    """A field as one line of plain text."""
    return " ".join((text_of(text.value) if text.is_html and _is_markup(text.value) else text.value).split())


def _is_markup(value: str) -> bool:
    """Whether HTML has to be read for its text."""
    return "<" in value or "&" in value


def _text_of(fields: EntryFields, address: str | None) -> EntryText:
    """The longest of the texts that an entry gives: others are its beginning, or a picture alone."""
    texts = [read_text(one, address) for one in fields.texts or [NO_TEXT]]
    return max(texts, key=lambda text: len(text.raw))


def _first_words(text: str) -> str:
    """The first words of a text, for want of a title."""
    line = " ".join(text[: 4 * _LONGEST_WORDS].split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


def _document(title: str, text: EntryText, declared: Declared, source: Source) -> Document:
    """The document of an entry: its title and its text are `raw`."""
    raw = "\n\n".join(filter(None, (title, text.raw)))
    shift = len(raw) - len(text.raw)
    marks = [Mark(Span(0, len(title)), "title")] if title else []
    for mark in text.marks:
        is_second_title = title and mark.kind == "title"
        marks.append(Mark(mark.span.shift(shift), "heading" if is_second_title else mark.kind))
    if title:
        declared = replace(declared, title=DeclaredText.line(title, "field"))
    links = tuple(link._replace(span=link.span.shift(shift)) for link in text.links)
    return Document(hash_of(raw), source, raw, declared, in_order(marks), links)


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
