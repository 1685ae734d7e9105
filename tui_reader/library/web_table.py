"""The articles of the web and the subscriptions in the library file. What these tables hold: `schema`."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, assert_never

from tui_reader.ingest.input_list import is_address
from tui_reader.library import text_table
from tui_reader.library.values import KeptText
from tui_reader.library.web_values import (
    ArrivedArticle,
    ChangeSubscription,
    FeedContents,
    FeedState,
    RemoveWebArticle,
    RestoreWebArticle,
    Subscribe,
    Subscription,
    Unsubscribe,
    Version,
    WebArticle,
    WebChange,
)
from tui_reader.wire.answer import Validators

TABLES = ("subscription", "web_article", "web_version", "feed_entry")
"""All that belongs to the web, but for the texts."""

_SUBSCRIPTION = "address, name, folder, fetches_pages, in_settings, title"
_STATE = "etag, modified, asked, refreshed, problem, failures, not_before"
_VERSION = "document, came, origin, digest, is_teaser, found_at, etag, modified"

_LISTED = "SELECT address, link, document, title, moment, is_teaser FROM web_article WHERE removed IS NULL"

_SHOWN_VERSION = """SELECT web_version.document, web_version.is_teaser FROM web_version
    JOIN web_article USING (address) WHERE web_version.address = ?
    ORDER BY web_version.is_teaser, origin = 'page' DESC, web_version.feed IS web_article.feed DESC,
    came DESC, web_version.rowid DESC LIMIT 1"""
"""The newest text, a whole one before a teaser, the page before what a feed gives, and of feeds the one that brought
the article: neither a teaser nor another feed hides what is there.
"""

_PRECIOUS = """EXISTS (SELECT 1 FROM {table} WHERE {condition} ({table}.url = web_article.address OR {table}.document IN
    (SELECT document FROM web_version WHERE web_version.address = web_article.address)))"""
_IS_KEPT_BY_READER = " OR ".join(
    _PRECIOUS.format(table=table, condition=condition)
    for table, condition in (("status", "starred = 1 AND"), ("clipping", ""), ("correction", ""))
)
"""The condition of articles that the reader starred, cut out or corrected."""

Change = Literal["new", "changed", "same"]
"""What came of an article beside what was kept of it."""


class Arrivals(NamedTuple):
    """What came of a feed: the articles that are new, and those of which another text came."""

    new: Sequence[WebArticle]
    changed: Sequence[WebArticle]


# Reading


def articles(connection: sqlite3.Connection) -> list[WebArticle]:
    """The articles that are listed, the newest first."""
    return [_article(row) for row in connection.execute(f"{_LISTED} ORDER BY moment DESC, address")]


def article(connection: sqlite3.Connection, address: str) -> WebArticle | None:
    """The article at an address, while it is listed."""
    row = connection.execute(f"{_LISTED} AND address = ?", (address,)).fetchone()
    return _article(row) if row else None


def _article(row: Sequence[Any]) -> WebArticle:
    address, link, document, title, moment, is_teaser = row
    return WebArticle(address, link, document, title, moment, bool(is_teaser))


def versions(connection: sqlite3.Connection, address: str) -> list[Version]:
    """The texts of an article, the oldest first."""
    rows = connection.execute(f"SELECT {_VERSION} FROM web_version WHERE address = ? ORDER BY came, rowid", (address,))  # noqa: S608
    return [
        Version(document, came, origin, digest, bool(teaser), found_at, Validators(etag, modified))
        for document, came, origin, digest, teaser, found_at, etag, modified in rows
    ]


def feeds(connection: sqlite3.Connection) -> list[FeedContents]:
    """The feeds that are followed, by folder and name."""
    addresses: defaultdict[str, set[str]] = defaultdict(set)
    for feed, address in connection.execute("SELECT feed, address FROM feed_entry"):
        addresses[feed].add(address)
    rows = connection.execute(
        f"SELECT {_SUBSCRIPTION}, {_STATE} FROM subscription"  # noqa: S608
        " ORDER BY folder, lower(coalesce(name, title, address)), address"
    )
    return [FeedContents(_subscription(row[:6]), _state(row[6:]), frozenset(addresses[row[0]])) for row in rows]


def is_followed(connection: sqlite3.Connection, feed: str) -> bool:
    """Whether a feed is followed."""
    return connection.execute("SELECT 1 FROM subscription WHERE address = ?", (feed,)).fetchone() is not None


def _subscription(row: Sequence[Any]) -> Subscription:
    address, name, folder, fetches_pages, in_settings, title = row
    return Subscription(address, name, folder, bool(fetches_pages), bool(in_settings), title)


def _state(row: Sequence[Any]) -> FeedState:
    etag, modified, *others = row
    return FeedState(Validators(etag, modified), *others)


# What came over the wire


def keep(connection: sqlite3.Connection, arrived: ArrivedArticle, feed: str | None = None) -> Change:
    """Keep what came of an article, by a `feed` or as a page, unless the reader removed it or it came last anyway."""
    article, version = arrived.article, arrived.version
    row = connection.execute("SELECT removed, feed FROM web_article WHERE address = ?", (article.address,)).fetchone()
    if row and row[0] is not None:
        return "same"
    if row is None:
        connection.execute(
            "INSERT INTO web_article VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
            (article.address, article.link, article.document, article.title, article.moment, article.is_teaser, feed),
        )
    last = connection.execute(
        "SELECT document FROM web_version WHERE address = ? AND feed IS ? ORDER BY came DESC, rowid DESC LIMIT 1",
        (article.address, feed),
    ).fetchone()
    if last == (version.document,):
        touch(connection, article.address, version)
        return "same"
    text_table.keep_row(connection, KeptText(arrived.document.id, "web", version.came), arrived.document)
    connection.execute(
        f"INSERT INTO web_version (address, {_VERSION}, feed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (
            *(article.address, version.document, version.came, version.origin, version.digest),
            *(version.is_teaser, version.found_at, *version.validators, feed),
        ),
    )
    before = connection.execute("SELECT document FROM web_article WHERE address = ?", (article.address,)).fetchone()
    document, is_teaser = connection.execute(_SHOWN_VERSION, (article.address,)).fetchone()
    connection.execute(
        "UPDATE web_article SET document = ?, is_teaser = ? WHERE address = ?", (document, is_teaser, article.address)
    )
    if document == version.document:
        connection.execute(
            "UPDATE web_article SET title = ?, link = ? WHERE address = ?",
            (article.title, article.link, article.address),
        )
    return "new" if row is None else "changed" if (document,) != before else "same"


def touch(connection: sqlite3.Connection, address: str, version: Version) -> None:
    """A text that is kept already came again: the server is asked by what it gave this time."""
    connection.execute(
        "UPDATE web_version SET etag = ?, modified = ? WHERE address = ? AND document = ?",
        (*version.validators, address, version.document),
    )


def keep_entries(connection: sqlite3.Connection, feed: str, entries: Iterable[ArrivedArticle]) -> Arrivals:
    """Keep the entries of a feed that came together.

    An entry is found again by its id, else by its address, unless that is the one of another entry that the feed still
    has. An id that several entries have tells nothing.
    """
    rows = connection.execute("SELECT id, address, document FROM feed_entry WHERE feed = ?", (feed,)).fetchall()
    known = {entry_id: (address, document) for entry_id, address, document in rows}
    by_id = _by_id(entries)
    taken = {known[entry_id][0]: entry_id for entry_id in by_id if entry_id in known}
    new: list[WebArticle] = []
    changed: list[WebArticle] = []
    for entry_id, entry in by_id.items():
        address, last_document = known.get(entry_id, (entry.article.address, None))
        if taken.setdefault(address, entry_id) != entry_id:
            address = f"{address}#{entry_id}"
            taken[address] = entry_id
        if entry.document.id == last_document:
            continue
        row = (feed, entry_id, address, entry.document.id)
        connection.execute("INSERT OR REPLACE INTO feed_entry VALUES (?, ?, ?, ?)", row)
        there = _at(entry, address)
        change = keep(connection, there, feed)
        new += [there.article] if change == "new" else []
        changed += [there.article] if change == "changed" else []
    if by_id:  # a feed that is empty for once forgets nothing
        _forget_removed(connection, feed, set(taken))
    return Arrivals(new, changed)


def _by_id(entries: Iterable[ArrivedArticle]) -> dict[str, ArrivedArticle]:
    """The entries by what tells them apart: their ids, with their addresses where several have the same one."""
    listed = list(entries)
    counts = Counter(entry.entry_id for entry in listed)
    by_id: dict[str, ArrivedArticle] = {}
    for entry in listed:
        own_id = entry.entry_id if counts[entry.entry_id] == 1 else None
        by_id.setdefault(own_id or f"{entry.entry_id or ''} {entry.article.address}".strip(), entry)
    return by_id


def _at(arrived: ArrivedArticle, address: str) -> ArrivedArticle:
    """What came, under the address by which the article is known."""
    return arrived._replace(article=arrived.article._replace(address=address))


def _forget_removed(connection: sqlite3.Connection, feed: str, listed: set[str]) -> None:
    """Forget that articles without a text were removed, once their feed does not list them any more."""
    without_text = connection.execute(
        """SELECT address FROM feed_entry JOIN web_article USING (address)
        WHERE feed_entry.feed = ? AND removed IS NOT NULL AND web_article.document IS NULL""",
        (feed,),
    ).fetchall()
    for (address,) in without_text:
        if address not in listed:
            connection.execute("DELETE FROM feed_entry WHERE feed = ? AND address = ?", (feed, address))
    connection.execute(
        """DELETE FROM web_article WHERE removed IS NOT NULL AND document IS NULL
        AND address NOT IN (SELECT address FROM feed_entry)"""
    )


def move_feed(connection: sqlite3.Connection, address: str, new_address: str) -> None:
    """A feed has moved for good, unless its address is one that the settings name, or the new one is followed."""
    moved = connection.execute(
        """UPDATE subscription SET address = ?2 WHERE address = ?1 AND NOT in_settings
        AND NOT EXISTS (SELECT 1 FROM subscription WHERE address = ?2)""",
        (address, new_address),
    ).rowcount
    if moved:
        for table in ("feed_entry", "web_version", "web_article"):
            connection.execute(f"UPDATE OR IGNORE {table} SET feed = ?2 WHERE feed = ?1", (address, new_address))  # noqa: S608


def set_state(connection: sqlite3.Connection, address: str, state: FeedState, title: str | None = None) -> None:
    """Note how asking for a feed went, and what it calls itself, if that is known."""
    connection.execute(
        """UPDATE subscription SET etag = ?, modified = ?, asked = ?, refreshed = ?, problem = ?, failures = ?,
        not_before = ?, title = coalesce(?, title) WHERE address = ?""",
        (*state.validators, *state[1:], title, address),
    )


def drop_old(connection: sqlite3.Connection, before: str, now: str, removed_before: str) -> int:
    """Drop the entries of feeds from before a moment that the reader did nothing to keep; returns how many.

    The texts of what was removed before `removed_before` go for good.
    """
    dropped = connection.execute(
        f"""UPDATE web_article SET removed = ? WHERE removed IS NULL AND moment < ?
        AND feed IS NOT NULL AND NOT ({_IS_KEPT_BY_READER})""",  # noqa: S608
        (now, before),
    ).rowcount
    gone = connection.execute(
        "SELECT address FROM web_article WHERE document IS NOT NULL AND (removed < ? OR (removed = ? AND moment < ?))",
        (removed_before, now, before),
    ).fetchall()
    for (address,) in gone:
        _delete_texts(connection, address)
    return dropped


def _delete_texts(connection: sqlite3.Connection, address: str) -> None:
    """Delete the texts of an article that no other one has; that it was removed stays known."""
    documents = connection.execute("SELECT document FROM web_version WHERE address = ?", (address,)).fetchall()
    connection.execute("DELETE FROM web_version WHERE address = ?", (address,))
    connection.execute("UPDATE web_article SET document = NULL WHERE address = ?", (address,))
    connection.executemany(
        """DELETE FROM text WHERE document = ? AND way = 'web'
        AND document NOT IN (SELECT document FROM web_version)""",
        documents,
    )


# What the reader does


def apply(connection: sqlite3.Connection, change: WebChange) -> None:
    """Write a change."""
    match change:
        case Subscribe(subscription, moment):
            _subscribe(connection, subscription, moment)
        case Unsubscribe(address, moment):
            connection.execute("DELETE FROM subscription WHERE address = ?", (address,))
            connection.execute(
                f"""UPDATE web_article SET removed = ? WHERE removed IS NULL AND NOT ({_IS_KEPT_BY_READER})
                AND address IN (SELECT address FROM feed_entry WHERE feed = ?) AND address NOT IN (SELECT
                feed_entry.address FROM feed_entry JOIN subscription ON feed = subscription.address)
                AND web_article.feed IS NOT NULL""",  # noqa: S608
                (moment, address),
            )
        case ChangeSubscription(subscription):
            connection.execute(
                "UPDATE subscription SET name = ?, folder = ?, fetches_pages = ?, in_settings = ? WHERE address = ?",
                (
                    *(subscription.name, subscription.folder, subscription.fetches_pages),
                    *(subscription.in_settings, subscription.address),
                ),
            )
        case RemoveWebArticle(address, moment):
            connection.execute(
                "UPDATE web_article SET removed = ? WHERE address = ? AND removed IS NULL", (moment, address)
            )
        case RestoreWebArticle(address):
            connection.execute(
                "UPDATE web_article SET removed = NULL WHERE address = ? AND document IS NOT NULL", (address,)
            )
        case _:
            assert_never(change)


def _subscribe(connection: sqlite3.Connection, subscription: Subscription, moment: str | None) -> None:
    """Follow a feed; of its articles those come back that were removed at a moment, by default at any."""
    connection.execute(
        f"INSERT OR IGNORE INTO subscription ({_SUBSCRIPTION}, failures) VALUES (?, ?, ?, ?, ?, ?, 0)",  # noqa: S608
        (
            *(subscription.address, subscription.name, subscription.folder, subscription.fetches_pages),
            *(subscription.in_settings, subscription.title),
        ),
    )
    of_feed = "address IN (SELECT address FROM feed_entry WHERE feed = ?)"
    connection.execute(
        f"""UPDATE web_article SET removed = NULL WHERE {of_feed}
        AND document IS NOT NULL AND removed = coalesce(?, removed)""",  # noqa: S608
        (subscription.address, moment),
    )
    if moment is None:
        connection.execute(
            f"DELETE FROM web_article WHERE {of_feed} AND document IS NULL",  # noqa: S608
            (subscription.address,),
        )
        connection.execute(
            "DELETE FROM feed_entry WHERE feed = ? AND address NOT IN (SELECT address FROM web_article)",
            (subscription.address,),
        )


def forget(connection: sqlite3.Connection, address: str) -> int:
    """Remove all that is kept of an article, also what the reader did with it; returns how many there were."""
    for table in ("status", "clipping", "correction"):
        connection.execute(
            f"""DELETE FROM {table} WHERE url = ?1
            OR document IN (SELECT document FROM web_version WHERE address = ?1)""",  # noqa: S608
            (address,),
        )
    _delete_texts(connection, address)
    connection.execute("DELETE FROM feed_entry WHERE address = ?", (address,))
    return connection.execute("DELETE FROM web_article WHERE address = ?", (address,)).rowcount


def copy_from(connection: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """Add what another library keeps of the web; returns how many articles it has."""
    for row in text_table.rows_of_web(other):
        text_table.write(connection, row)
    for table in TABLES:
        rows = other.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        for row in rows:
            if table == "feed_entry" or is_address(row[0]):
                places = ", ".join("?" * len(row))
                connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({places})", row)  # noqa: S608
    return int(other.execute("SELECT count(*) FROM web_article WHERE removed IS NULL").fetchone()[0])
