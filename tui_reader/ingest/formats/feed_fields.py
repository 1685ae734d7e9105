"""What a feed says of itself and of its entries, whichever form it has: RSS, Atom or JSON Feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple


class FieldText(NamedTuple):
    """The text of a field: HTML, or to be shown as it stands."""

    value: str
    is_html: bool


class EntryFields(NamedTuple):
    """The fields of one entry, as its feed gives them.

    `texts` are what may be its text, the likeliest first; `link` may be relative. `stated_date` is the date of
    publication in the words of the feed. `published` and `updated` are in UTC.
    """

    id: str | None
    link: str | None
    title: FieldText
    texts: Sequence[FieldText]
    authors: Sequence[str]
    published: datetime | None
    updated: datetime | None
    stated_date: str | None


class FeedFields(NamedTuple):
    """The fields of a feed, as it gives them."""

    title: FieldText
    link: str | None
    language: str | None
    entries: Sequence[EntryFields]


NO_TEXT = FieldText("", is_html=False)
