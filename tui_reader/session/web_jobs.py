"""What is asked of the process that asks the network, and what it tells, as values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.library.web_values import Subscription, WebArticle
from tui_reader.model import Document
from tui_reader.wire.rules import NetworkRules


class AskPage(msgspec.Struct, frozen=True):
    """Ask for what stands at an address; a page is kept, and a feed is told of."""

    link: str


class Refresh(msgspec.Struct, frozen=True):
    """Ask for feeds, by their addresses; without any, for all that are followed."""

    addresses: Sequence[str] = ()


class FindFeeds(msgspec.Struct, frozen=True):
    """Ask which feed stands at an address, or which ones the page there names."""

    link: str


Task = AskPage | Refresh | FindFeeds


class WebJob(msgspec.Struct, frozen=True):
    """A task, by the rules of the network, for a library; without one, a page is handed over and not kept.

    `names` are those of the fields of records, `language` is what is spoken; entries of feeds are dropped after
    `keep_days`, 0 for never.
    """

    task: Task
    rules: NetworkRules
    library: Path | None
    names: FieldNames
    language: str
    keep_days: int


class Received(msgspec.Struct, frozen=True):
    """So many bytes of a page have come, of so many, where that is known."""

    link: str
    size: int
    whole_size: int | None


class FeedLink(msgspec.Struct, frozen=True):
    """A feed that a page names, and its title, "" where it has none."""

    address: str
    title: str


class PageCame(msgspec.Struct, frozen=True):
    """What stands at an address is there.

    `change` says what it is beside the text that was kept before, of which `before` is the id; `remark` what a reader
    is to know of it; `document` is the text where it is kept nowhere.
    """

    link: str
    articles: Sequence[WebArticle]
    change: Literal["new", "changed", "same"]
    before: str | None = None
    remark: str = ""
    document: Document | None = None


class FeedFound(msgspec.Struct, frozen=True):
    """At an address stands a feed of so many articles."""

    link: str
    title: str | None
    articles: int


class FeedsFound(msgspec.Struct, frozen=True):
    """The feed that stands at an address, or those that the page there names."""

    link: str
    feeds: Sequence[FeedLink]


class FeedAsked(msgspec.Struct, frozen=True):
    """A feed was asked for: how many articles are new, the titles of those that have another text, what was wrong."""

    subscription: Subscription
    new: int = 0
    changed: Sequence[str] = ()
    problem: str = ""


class Refreshed(msgspec.Struct, frozen=True):
    """So many feeds were asked for, of so many."""

    done: int
    feeds: int


class Refused(msgspec.Struct, frozen=True):
    """An address could not be asked for, or what came cannot be read."""

    link: str
    reason: str


class Ended(msgspec.Struct, frozen=True):
    """The task is done, or ended by a `problem` of the library or of the program."""

    problem: str = ""


ANSWERS = (PageCame, FeedFound, FeedsFound, Refused, Ended)
"""The reports that are what was asked for; those before them say how far it is."""
Report = Received | PageCame | FeedFound | FeedsFound | FeedAsked | Refreshed | Refused | Ended
