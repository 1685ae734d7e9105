"""Articles that came over the wire, and the feeds that the reader follows, as values.

Moments are in UTC, as ISO 8601 to the second, so that their texts are in order of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from tui_reader.model import Document
from tui_reader.wire.answer import NO_VALIDATORS, Validators

Origin = Literal["page", "feed"]
"""What a text of an article was read from: its own page, or an entry of a feed."""


class WebArticle(NamedTuple):
    """An article of the web as it is listed.

    `address` tells it from others, `link` is where its page is asked for; `document` is the id of the text that is
    shown; `moment` is when it was published, or when it came, where that is not known or lay in the future;
    `is_teaser`: its text is only a teaser of the page.
    """

    address: str
    link: str
    document: str
    title: str
    moment: str
    is_teaser: bool = False


class Version(NamedTuple):
    """A text of a web article as it was at a time.

    `came` is when it was first seen, `digest` the SHA-256 of the bytes that it was read from, in hex; `found_at` is the
    address to which redirects led.
    """

    document: str
    came: str
    origin: Origin
    digest: str
    is_teaser: bool = False
    found_at: str | None = None
    validators: Validators = NO_VALIDATORS


class ArrivedArticle(NamedTuple):
    """What came of an article: how it is listed from now on, and its text, of that version."""

    article: WebArticle
    version: Version
    document: Document
    entry_id: str | None = None
    """What its feed calls the entry; None for a page that was asked for."""


class Subscription(NamedTuple):
    """A feed that the reader follows.

    `name` is the reader's own, else the feed's `title` is shown; `folder` is "" for none, "a/b" for b in a;
    `fetches_pages`: the page of each new teaser is fetched at once; `in_settings`: the settings file names it.
    """

    address: str
    name: str | None = None
    folder: str = ""
    fetches_pages: bool = False
    in_settings: bool = False
    title: str | None = None

    @property
    def shown_name(self) -> str:
        """How it is called on the screen."""
        return self.name or self.title or self.address


class FeedState(NamedTuple):
    """How asking for a feed went: the last time (`asked`), the last time that went well (`refreshed`), what was wrong
    (`problem`) so many times in a row (`failures`), and the moment before which it is not to be asked again.
    """

    validators: Validators = NO_VALIDATORS
    asked: str | None = None
    refreshed: str | None = None
    problem: str | None = None
    failures: int = 0
    not_before: str | None = None


class Subscribe(msgspec.Struct, frozen=True):
    """A feed is to be followed; what was removed with it at an earlier `moment` comes back, all of it by default."""

    subscription: Subscription
    moment: str | None = None


class Unsubscribe(msgspec.Struct, frozen=True):
    """A feed is to be followed no longer; its articles that the reader did nothing to keep are removed at `moment`."""

    address: str
    moment: str


class ChangeSubscription(msgspec.Struct, frozen=True):
    """Name, folder, or what is fetched of a feed that is followed already."""

    subscription: Subscription


class RemoveWebArticle(msgspec.Struct, frozen=True):
    """An article of the web is to be listed no longer, from this moment on; a feed does not bring it again."""

    address: str
    moment: str


class RestoreWebArticle(msgspec.Struct, frozen=True):
    """An article of the web that was removed is to be listed again."""

    address: str


WebChange = Subscribe | Unsubscribe | ChangeSubscription | RemoveWebArticle | RestoreWebArticle
WEB_CHANGES = (Subscribe, Unsubscribe, ChangeSubscription, RemoveWebArticle, RestoreWebArticle)


class FeedContents(NamedTuple):
    """A feed that is followed, how asking for it went, and the addresses of the articles that it brought."""

    subscription: Subscription
    state: FeedState
    addresses: frozenset[str]


class WebContents(NamedTuple):
    """What the library keeps of the web: the articles, the newest first, and the feeds that are followed."""

    articles: Sequence[WebArticle] = ()
    feeds: Sequence[FeedContents] = ()
