"""The feeds that the reader follows, as rows of the list, and how many of their articles are unread. No widget here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from tui_reader.library.web_values import ChangeSubscription, FeedContents, Subscribe, Subscription, WebChange
from tui_reader.messages import N_
from tui_reader.session.entries import Entries

HEADING = N_("Feeds")
"""The words above them in the list."""
FOLDER_SIGN = "/"
"""Stands between the names of folders that are in each other."""
Path = tuple[str, ...]
"""The names of a folder and of those around it, from the outermost."""

MOST_FOLDERS = 10
"""So deep folders lie in each other at most."""
_BETWEEN_FOLDERS = re.compile(r"(?<!\\)/")
_ESCAPED = re.compile(r"\\(.)")


class FeedRow(msgspec.Struct, frozen=True):
    """A feed, or a folder of feeds, which has no `address`; `addresses` are those of its articles.

    `folder` is the one in which it stands; `problem` says why it could not be asked the last time, or one in it.
    """

    name: str
    addresses: frozenset[str]
    address: str | None = None
    folder: Path = ()
    problem: str = ""

    @property
    def path(self) -> Path:
        """The folder that it is, or the one in which the feed stands."""
        return self.folder if self.address else (*self.folder, self.name)

    @property
    def key(self) -> tuple[Path, str | None]:
        """What tells it from other rows."""
        return self.path, self.address


class FeedCount(msgspec.Struct, frozen=True):
    """How many articles of a feed are listed, and how many of them are unread."""

    articles: int
    unread: int


class Feeds:
    """The feeds that are followed; `rows` are those of all folders, and of the feeds."""

    def __init__(self, contents: Iterable[FeedContents] = ()) -> None:
        self.contents = tuple(contents)
        self.rows: Sequence[FeedRow] = tuple(_rows(self.contents))
        self._counts: dict[FeedRow, FeedCount] = {}
        self._counted_at: object = None

    def __bool__(self) -> bool:
        return bool(self.contents)

    def get(self, address: str) -> FeedContents | None:
        """The feed at an address, while it is followed."""
        return next((one for one in self.contents if one.subscription.address == address), None)

    def addresses_in(self, row: FeedRow) -> tuple[str, ...]:
        """The addresses of the feed that a row is, or of those in the folder, and in folders there."""
        if row.address is not None:
            return (row.address,)
        paths = ((one.subscription.address, _folders(one.subscription.folder)) for one in self.contents)
        return tuple(address for address, path in paths if path[: len(row.path)] == row.path)

    def listed_with(self, listed: FeedRow | None) -> Sequence[FeedRow]:
        """What is listed besides articles: in a folder what stands in it, folders first, and with a feed nothing."""
        if listed and listed.address:
            return ()
        path = listed.path if listed else ()
        return [row for row in self.rows if row.folder == path]

    def row_of(self, folder: Path) -> FeedRow | None:
        """The row of a folder; None for what is in none."""
        return next((row for row in self.rows if row.address is None and row.path == folder), None)

    def take(self, contents: Iterable[FeedContents]) -> None:
        """The feeds are these by now."""
        self.contents = tuple(contents)
        self.rows = tuple(_rows(self.contents))
        self._counts.clear()

    def current(self, row: FeedRow | None) -> FeedRow | None:
        """A row as it is by now; None where it is no more."""
        return next((one for one in self.rows if row and one.key == row.key), None)

    def count_of(self, row: FeedRow, entries: Entries, state: object) -> FeedCount:
        """How much of a feed there is; it is counted anew when the `state` of the entries is another."""
        if state != self._counted_at:
            self._counts.clear()
            self._counted_at = state
        if row not in self._counts:
            found = [entries[entries.from_web[one]] for one in row.addresses if one in entries.from_web]
            listed = [entry for entry in found if not entry.removed]
            self._counts[row] = FeedCount(len(listed), sum(not entry.read for entry in listed))
        return self._counts[row]


def follow_settings(followed: Iterable[FeedContents], named: Iterable[Subscription]) -> list[WebChange]:
    """What is to change so that the feeds that the settings name are followed as they say.

    One that they name no longer is followed on as one that the reader added.
    """
    known = {feed.subscription.address: feed.subscription for feed in followed}
    wanted = {subscription.address: subscription for subscription in named}
    changes: list[WebChange] = [
        ChangeSubscription(subscription._replace(in_settings=False))
        for address, subscription in known.items()
        if subscription.in_settings and address not in wanted
    ]
    for address, subscription in wanted.items():
        before = known.get(address)
        if before is None:
            changes.append(Subscribe(subscription))
        elif before._replace(title=None) != subscription:
            changes.append(ChangeSubscription(subscription))
    return changes


def _rows(contents: Sequence[FeedContents], folder: Path = ()) -> Iterator[FeedRow]:
    """The rows of feeds, in each folder first the folders in it."""
    depth = len(folder)
    paths = [_folders(feed.subscription.folder) for feed in contents]
    for name in sorted({path[depth] for path in paths if len(path) > depth}, key=str.casefold):
        within = [feed for feed, path in zip(contents, paths, strict=True) if path[depth : depth + 1] == (name,)]
        addresses = frozenset[str]().union(*(feed.addresses for feed in within))
        problem = next((feed.state.problem for feed in within if feed.state.problem), None)
        yield FeedRow(name, addresses, None, folder, problem or "")
        yield from _rows(within, (*folder, name))
    for feed, path in zip(contents, paths, strict=True):
        if len(path) == depth:
            subscription, problem = feed.subscription, feed.state.problem
            yield FeedRow(subscription.shown_name, feed.addresses, subscription.address, folder, problem or "")


def _folders(folder: str) -> Path:
    """The path of a folder as it is kept; a sign behind a backslash is part of a name."""
    names = (_ESCAPED.sub(r"\1", name) for name in _BETWEEN_FOLDERS.split(folder) if name)
    return tuple(islice(names, MOST_FOLDERS))
