"""The fields of JSON Feed (versions 1 and 1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from tui_reader.ingest.formats.feed_fields import EntryFields, FeedFields, FieldText


def fields_of(text: str) -> FeedFields | None:
    """What a feed says; None where it is none."""
    try:
        feed = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list):
        return None
    entries = [_entry(one) for one in items if isinstance(one, Mapping)]
    return FeedFields(_plain(feed, "title"), _line(feed, "home_page_url"), _line(feed, "language"), entries)


def _entry(item: Mapping[str, Any]) -> EntryFields:
    texts = (
        FieldText(_text(item, "content_html"), is_html=True),
        _plain(item, "content_text"),
        _plain(item, "summary"),
    )
    updated = _moment(_line(item, "date_modified"))
    stated = _line(item, "date_published")
    return EntryFields(
        id=_line(item, "id"),
        link=_line(item, "url") or _line(item, "external_url"),
        title=_plain(item, "title"),
        texts=[one for one in texts if one.value],
        authors=list(_authors(item)),
        published=_moment(stated) or updated,
        updated=updated,
        stated_date=stated,
    )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    """The names of the authors, of which version 1 has one."""
    several = item.get("authors")
    for author in several if isinstance(several, list) else [item.get("author")]:
        name = _line(author, "name") if isinstance(author, Mapping) else None
        if name:
            yield name


def _plain(values: Mapping[str, Any], name: str) -> FieldText:
    return FieldText(_text(values, name), is_html=False)


def _line(values: Mapping[str, Any], name: str) -> str | None:
    """A field as one line; None where it is blank or no text."""
    return " ".join(_text(values, name).split()) or None


def _text(values: Mapping[str, Any], name: str) -> str:
    """A field as text: a number is one, too. Halves of characters, which JSON can write, become their stand-in."""
    value = values.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _moment(stated: str | None) -> datetime | None:
    """A date of RFC 3339 in UTC, which it is in where it names no zone."""
    try:
        moment = datetime.fromisoformat(stated or "")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
