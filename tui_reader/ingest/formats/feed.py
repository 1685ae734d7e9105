"""Feeds: RSS, RDF and Atom (by feedparser), JSON Feed. Their entries become documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.decode import decode_named
from tui_reader.ingest.formats import feed_json
from tui_reader.ingest.formats.feed_entries import FeedEntry, entries_of, line_of
from tui_reader.ingest.formats.feed_fields import FeedFields
from tui_reader.ingest.formats.feed_start import looks_like_feed
from tui_reader.ingest.formats.registry import FEED, MOST_OF_FEED
from tui_reader.messages import _
from tui_reader.model import Document, Source

__all__ = ["Feed", "FeedEntry", "looks_like_feed", "read", "read_feed"]

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_BEFORE_FEED = "\ufeff\0 \t\r\n"
"""What stands before a feed and is no part of it: nothing may stand before an XML declaration."""


class Feed(NamedTuple):
    """A feed: its title, the address of the site that it belongs to, and its entries in its order."""

    title: str | None
    site_address: str | None
    entries: Sequence[FeedEntry]


def read_feed(data: bytes, *, address: str | None = None, content_type: str | None = None) -> Feed:
    """The feed that bytes are, which came from an `address` with a `content_type`, where these are known.

    Nothing but the bytes is read: no entity is expanded, no address asked. Raises InputError where they are no feed.
    """
    source = Source(media_type=FEED)
    return _read(data, source, address, address or "-", content_type)


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a feed that is a file, one an entry. Raises InputError where it has none."""
    path = source.path or "-"
    feed = _read(data, source, None, path, None)
    if not feed.entries:
        raise InputError(path, _("is a feed without entries"))
    for number, entry in enumerate(feed.entries):
        record = number if len(feed.entries) > 1 else None
        yield replace(entry.document, source=replace(entry.document.source, record=record))


def _read(data: bytes, source: Source, address: str | None, name: str, content_type: str | None) -> Feed:
    if not data.strip():
        raise InputError(name, _("is empty"))
    text, encoding, notes = decode_named(data, _named_encodings(data, content_type), MOST_OF_FEED)
    fields = _fields(text.lstrip(_BEFORE_FEED))
    if fields is None:
        raise InputError(name, _("is no feed"))
    site_address = absolute(fields.link, address)
    source = replace(source, encoding=encoding, notes=(*source.notes, *notes))
    entries = tuple(entries_of(fields, address or site_address, source))
    return Feed(line_of(fields.title) or None, site_address, entries)


def _fields(text: str) -> FeedFields | None:
    if text.startswith("{"):
        return feed_json.fields_of(text)
    from tui_reader.ingest.formats import feed_xml  # noqa: PLC0415 - feedparser is loaded for XML alone

    return feed_xml.fields_of(text)


def _named_encodings(data: bytes, content_type: str | None) -> list[str]:
    """The encodings that the server names, and the feed itself."""
    served = _CHARSET.search(content_type or "")
    declared = _DECLARED_ENCODING.match(data)
    return ([served[1]] if served else []) + ([declared[1].decode("ascii")] if declared else [])
