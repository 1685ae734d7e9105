"""The fields of RSS, RDF and Atom, read by feedparser.

Its parsers are used, not its `parse`: that takes a text for an address or the name of a file, goes through all HTML
three times to make it safe for browsers, and expands entities.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from defusedxml.expatreader import create_parser
from feedparser.api import LooseFeedParser, StrictFeedParser

from tui_reader.ingest.formats.feed_fields import NO_TEXT, EntryFields, FeedFields, FieldText

_AUTHOR_WITH_MAIL = re.compile(r"\S{1,254}@\S{1,254} \((.{1,200})\)|(.{1,200}?) ?<\S{1,254}@\S{1,254}>")
_PERMALINK = re.compile(r"/|https?://", re.IGNORECASE)
_STUMBLES = (LookupError, TypeError, ValueError)
_CAPTION = "media_description"
"""What the description of a picture is kept as."""


class _Bounded:
    """What both parsers do differently here.

    HTML stays as it is: it is read as that of pages is. The description of a picture is no summary of its entry.
    """

    resolve_relative_uris = False
    sanitize_html = False

    def unknown_starttag(self, tag: str, attributes: Any) -> None:
        """Begin an element; one that feedparser stumbles over, as it does where tags are mixed up, is passed over."""
        with suppress(*_STUMBLES):
            super().unknown_starttag(tag, attributes)  # type: ignore[misc]

    def unknown_endtag(self, tag: str) -> None:
        """End an element in the same way."""
        with suppress(*_STUMBLES):
            super().unknown_endtag(tag)  # type: ignore[misc]

    def _start_media_description(self, _attributes: Any) -> None:
        self.push(_CAPTION, 1)  # type: ignore[attr-defined]

    def _end_media_description(self) -> None:
        self.pop(_CAPTION)  # type: ignore[attr-defined]

    def _add_tag(self, *_tag: Any) -> None:
        """No tag is kept: feedparser looks for each among all that came before it."""

    def _end_category(self) -> None:
        self.pop("category")  # type: ignore[attr-defined]

    def _sync_author_detail(self, key: str = "author") -> None:
        """Keep the name of an author that is one text; feedparser's own way takes time with the square of its length,
        and knows short domains alone.
        """
        context = self._get_context()  # type: ignore[attr-defined]
        details = context.get(f"{key}s")
        if details and not details[-1]:
            details[-1]["name"] = _author_name(context.get(key))


class _Strict(_Bounded, StrictFeedParser):  # type: ignore[misc]
    """Reads whole XML without a DTD."""


class _Loose(_Bounded, LooseFeedParser):  # type: ignore[misc]
    """Reads what is no whole XML, and XML with a DTD. Of entities it knows those of HTML; others stay as they are."""

    def handle_charref(self, ref: str) -> None:
        """The character of a number; there may be none."""
        try:
            super().handle_charref(ref)
        except (ValueError, OverflowError):
            self.handle_data("\N{REPLACEMENT CHARACTER}")


def fields_of(text: str) -> FeedFields | None:
    """What a feed says; None where it is none."""
    parser = _parsed(text)
    entries = [_entry(one) for one in parser.entries]
    if not (parser.version or entries):
        return None
    feed = parser.feeddata
    title = _detailed(feed, "title")
    return FeedFields(title, _line(feed.get("link")), _line(feed.get("language")), entries)


def _parsed(text: str) -> Any:
    """The parser that has read a text, the strict one where that can."""
    strict = _Strict("", None, "utf-8")
    with suppress(Exception):  # XML that is broken or declares entities, and whatever feedparser stumbles over
        reader = create_parser(namespaceHandling=True)
        reader.setContentHandler(strict)
        reader.setErrorHandler(strict)
        reader.feed(text)
        reader.close()
        return strict
    loose = _Loose("", None, "utf-8")
    with suppress(Exception):  # it stumbles over broken markup in many ways: what it has read until then is kept
        loose.feed(text)
    return loose if len(loose.entries) >= len(strict.entries) else strict


def _entry(entry: dict[str, Any]) -> EntryFields:
    """The fields of an entry. A guid that is no address is no link, although feedparser takes it for one."""
    link, given_id = _line(entry.get("link")), _line(entry.get("id"))
    if link and link == given_id and entry.get("guidislink") and not _PERMALINK.match(link):
        link = None
    published, updated, created = (_moment(entry, name) for name in ("published", "updated", "created"))
    stated = [dict.get(entry, name) for name in ("published", "updated", "created")]
    return EntryFields(
        id=given_id,
        link=link or _alternate(entry),
        title=_detailed(entry, "title"),
        texts=_texts(entry),
        authors=list(_authors(entry)),
        published=published or updated or created,
        updated=updated,
        stated_date=next(filter(None, map(_line, stated)), None),
    )


def _texts(entry: Mapping[str, Any]) -> list[FieldText]:
    """What may be the text of an entry: its contents, its summary, and where there is neither what a picture shows."""
    texts = [_field_text(content.get("value"), content.get("type")) for content in entry.get("content") or ()]
    summary = _detailed(entry, "summary")
    if summary.value not in [text.value for text in texts]:
        texts.append(summary)
    caption = FieldText(entry.get(_CAPTION) or "", is_html=True)
    texts = [text for text in texts if text.value] or [caption]
    return [text for text in texts if text.value]


def _detailed(values: Mapping[str, Any], name: str) -> FieldText:
    """A field of which feedparser tells whether it is HTML."""
    detail = values.get(f"{name}_detail")
    return _field_text(values.get(name), detail.get("type") if isinstance(detail, Mapping) else None)


def _field_text(value: Any, media_type: str | None) -> FieldText:
    return FieldText(value, media_type != "text/plain") if isinstance(value, str) else NO_TEXT


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    """The names of the authors."""
    yield from filter(None, (_line(one.get("name")) for one in entry.get("authors") or ()))


def _author_name(author: Any) -> str | None:
    """The name of an author, which may stand behind or before a mail address; such an address alone is none."""
    line = _line(author) or ""
    with_mail = _AUTHOR_WITH_MAIL.fullmatch(line)
    if with_mail:
        return with_mail[1] or with_mail[2]
    return None if "@" in line and " " not in line else line


def _alternate(entry: Mapping[str, Any]) -> str | None:
    """The first link that leads to another form of the entry, where none is its page by its type."""
    links = (one.get("href") for one in entry.get("links") or () if one.get("rel") == "alternate")
    return next(filter(None, map(_line, links)), None)


def _moment(entry: dict[str, Any], name: str) -> datetime | None:
    """A moment that feedparser could read."""
    parsed = dict.get(entry, f"{name}_parsed")  # its own `get` takes one date for another
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _line(value: Any) -> str | None:
    """A value as one line; None where it is blank or no text."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
