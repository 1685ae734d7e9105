"""What comes over the wire is kept whole, once, and until it is old; what the reader removed does not come again."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui_reader.errors import LibraryError
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.schema import MIGRATIONS
from tui_reader.library.status import kept_text, kept_text_ids, open_library
from tui_reader.library.values import ArticleKey, Status, StatusChange
from tui_reader.library.web_store import WebStore, web_contents
from tui_reader.library.web_values import (
    ArrivedArticle,
    ChangeSubscription,
    FeedState,
    RemoveWebArticle,
    RestoreWebArticle,
    Subscribe,
    Subscription,
    Unsubscribe,
    Version,
    WebArticle,
)
from tui_reader.model import Link, Span
from tui_reader.wire.answer import Validators

FEED = "https://clairon.example/feed"
OTHER_FEED = "https://dépêche.example/rss"
NOW = "2026-11-29T12:00:00+00:00"
LATER = "2026-11-30T12:00:00+00:00"
STATE = FeedState(Validators('"1"', None), NOW, NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[WebStore]:
    with contextlib.closing(WebStore(path)) as store:
        store.apply([Subscribe(Subscription(FEED))])
        yield store


def arrived(
    number: int | str,
    words: str = "Le pont rouvre.",
    *,
    entry_id: str | None = "",
    came: str = NOW,
    moment: str = NOW,
    origin: str = "feed",
    is_teaser: bool = False,
) -> ArrivedArticle:
    """What came of an article with this number; without `entry_id`, its entry is called as its number."""
    address = f"https://clairon.example/{number}"
    links = (Link(Span(0, 2), f"{address}/suite"),)
    document = replace(document_from_text(f"{words} ({number})\n"), links=links)
    article = WebArticle(address, address, document.id, f"Article {number}", moment, is_teaser)
    version = Version(document.id, came, "page" if origin == "page" else "feed", "0" * 64, is_teaser)
    return ArrivedArticle(article, version, document, str(number) if entry_id == "" else entry_id)


def keep(store: WebStore, *entries: ArrivedArticle, feed: str = FEED) -> tuple[int, int]:
    new, changed = store.keep_feed(feed, STATE, "Le Clairon", entries)
    return len(new), len(changed)


def listed(store: WebStore) -> list[str]:
    return [article.title for article in store.contents().articles]


def shown_words(store: WebStore) -> list[str]:
    documents = [store.text(article.document) for article in store.contents().articles]
    return [document.raw.strip() for document in documents if document]


def row_counts(path: Path) -> list[int]:
    tables = ("web_article", "web_version", "feed_entry", "text")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608


def test_entries_are_listed_the_newest_first_with_their_feed(store: WebStore) -> None:
    assert keep(store, arrived(1, moment="2026-11-27T00:00:00+00:00"), arrived(2)) == (2, 0)
    articles, (feed,) = store.contents()
    assert [article.title for article in articles] == ["Article 2", "Article 1"]
    assert feed.subscription.shown_name == "Le Clairon"
    assert feed.addresses == {"https://clairon.example/1", "https://clairon.example/2"}
    assert feed.state == STATE


@pytest.mark.parametrize(
    ("again", "arrival", "count"),
    [
        ([arrived(1)], (0, 0), 1),
        ([arrived(1, came=LATER)], (0, 0), 1),  # the same text, seen again
        ([arrived(1, "Le pont reste fermé.", came=LATER)], (0, 1), 1),
        ([arrived(1, entry_id="another")], (0, 0), 1),  # its id has changed: it is found by its address
        ([arrived(1, entry_id=None)], (0, 0), 1),
        ([arrived(7, entry_id="1", came=LATER)], (0, 1), 1),  # its address has changed: it is found by its id
        ([arrived(2, entry_id="2")], (1, 0), 2),
        ([arrived(2), arrived(2)], (1, 0), 2),  # the same id twice in a feed
    ],
)
def test_an_entry_is_found_again(
    store: WebStore, again: Sequence[ArrivedArticle], arrival: tuple[int, int], count: int
) -> None:
    keep(store, arrived(1))
    assert keep(store, *again) == arrival
    assert len(listed(store)) == count


def test_an_article_that_two_feeds_bring_is_one(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER_FEED))])
    assert keep(store, arrived(1)) == (1, 0)
    assert keep(store, arrived(1, entry_id="x"), feed=OTHER_FEED) == (0, 0)
    articles, feeds = store.contents()
    assert len(articles) == 1
    assert [len(feed.addresses) for feed in feeds] == [1, 1]


def test_the_page_stands_for_its_teaser_and_a_later_teaser_does_not_hide_it(store: WebStore) -> None:
    keep(store, arrived(1, "Le pont rouvre…", is_teaser=True))
    assert store.contents().articles[0].is_teaser
    store.keep(arrived(1, "Le pont rouvre ce lundi.", origin="page", entry_id=None))
    assert shown_words(store) == ["Le pont rouvre ce lundi. (1)"]
    keep(store, arrived(1, "Le pont a rouvert…", is_teaser=True, came=LATER))
    assert shown_words(store) == ["Le pont rouvre ce lundi. (1)"]
    store.keep(arrived(1, "Le pont a rouvert.", origin="page", entry_id=None, came=LATER))
    assert shown_words(store) == ["Le pont a rouvert. (1)"]
    assert len(store.versions("https://clairon.example/1")) == 4


def test_a_text_that_becomes_what_it_was_is_shown_again(store: WebStore) -> None:
    for day, words in enumerate(["Le pont rouvre.", "Le pont reste fermé.", "Le pont rouvre."]):
        keep(store, arrived(1, words, came=f"2026-11-2{day}T00:00:00+00:00"))
    assert shown_words(store) == ["Le pont rouvre. (1)"]


def test_what_the_server_gives_to_ask_again_by_is_that_of_the_last_time(store: WebStore) -> None:
    keep(store, arrived(1))
    version = store.versions("https://clairon.example/1")[0]
    store.touch("https://clairon.example/1", Version(version.document, NOW, "feed", "", validators=Validators("new")))
    assert store.versions("https://clairon.example/1")[0].validators.etag == "new"


def test_what_the_reader_removed_does_not_come_again_and_can_be_restored(store: WebStore) -> None:
    keep(store, arrived(1), arrived(2))
    store.apply([RemoveWebArticle("https://clairon.example/1", NOW)])
    assert keep(store, arrived(1, "Un autre texte."), arrived(2)) == (0, 0)
    assert listed(store) == ["Article 2"]
    store.apply([RestoreWebArticle("https://clairon.example/1")])
    assert listed(store) == ["Article 1", "Article 2"]


def test_a_page_that_is_asked_for_is_listed_again_after_it_was_removed(store: WebStore, path: Path) -> None:
    store.keep(arrived(1, origin="page", entry_id=None))
    store.apply([RemoveWebArticle("https://clairon.example/1", NOW)])
    store.drop_old("", NOW, removed_before=LATER)
    assert kept_text_ids(path) == []
    store.keep(arrived(1, origin="page", entry_id=None))
    assert shown_words(store) == ["Le pont rouvre. (1)"]


def test_old_entries_are_dropped_unless_the_reader_did_something_to_keep_them(store: WebStore, path: Path) -> None:
    old, starred, page = (arrived(number, moment="2025-01-01T00:00:00+00:00") for number in (1, 2, 3))
    keep(store, old, starred, arrived(4))
    store.keep(arrived(5, moment="2025-01-01T00:00:00+00:00", origin="page", entry_id=None))
    with contextlib.closing(open_library(path)) as library:
        library.keep([StatusChange(ArticleKey(None, None, None, starred.article.address), Status(starred=True))])
        library.keep([StatusChange(ArticleKey(old.document.id), Status(read=True))])
    assert store.drop_old("2026-01-01", NOW, removed_before="2026-01-01") == 1
    assert sorted(listed(store)) == ["Article 2", "Article 4", "Article 5"]
    assert store.text(old.document.id) is None
    assert keep(store, old, starred, page) == (1, 0)  # while the feed still has it, it is not new
    keep(store, starred)
    assert ("https://clairon.example/1",) not in addresses_known(path)


def addresses_known(path: Path) -> list[tuple[str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT address FROM web_article").fetchall()


def test_a_text_that_two_articles_have_stays_for_the_other_one(store: WebStore) -> None:
    twin = arrived(1, moment="2025-01-01T00:00:00+00:00")
    article = WebArticle("https://clairon.example/copy", "", twin.document.id, "Copy", NOW)
    keep(store, twin, ArrivedArticle(article, twin.version, twin.document, "copy"))
    store.drop_old("2026-01-01", NOW, removed_before=NOW)
    assert shown_words(store) == ["Le pont rouvre. (1)"]


def test_unsubscribing_removes_what_came_with_the_feed_alone_and_can_be_undone(store: WebStore, path: Path) -> None:
    store.apply([Subscribe(Subscription(OTHER_FEED))])
    store.keep(arrived(3, "Toute la page.", origin="page", entry_id=None))
    keep(store, *map(arrived, range(1, 5)))
    keep(store, arrived(2, entry_id="x"), feed=OTHER_FEED)
    store.keep(arrived(1, "La page de l’accroche.", origin="page", entry_id=None))
    with contextlib.closing(open_library(path)) as library:
        library.keep([StatusChange(ArticleKey(arrived(4).document.id), Status(starred=True))])
    store.apply([Unsubscribe(FEED, LATER)])
    assert sorted(listed(store)) == ["Article 2", "Article 3", "Article 4"]
    assert [feed.subscription.address for feed in store.contents().feeds] == [OTHER_FEED]
    store.apply([RemoveWebArticle("https://clairon.example/3", NOW), Subscribe(Subscription(FEED), LATER)])
    assert sorted(listed(store)) == ["Article 1", "Article 2", "Article 4"]  # what was removed on its own stays away


def test_a_feed_that_is_followed_again_brings_everything_again(store: WebStore) -> None:
    keep(store, arrived(1), arrived(2))
    store.apply([Unsubscribe(FEED, NOW)])
    store.drop_old("", LATER, removed_before=LATER)
    store.apply([Subscribe(Subscription(FEED))])
    assert keep(store, arrived(1), arrived(2)) == (2, 0)


def test_a_subscription_is_changed_in_place(store: WebStore) -> None:
    keep(store, arrived(1))
    store.apply([ChangeSubscription(Subscription(FEED, "Mon Clairon", "presse/locale", fetches_pages=True))])
    (feed,) = store.contents().feeds
    assert feed.subscription == Subscription(
        FEED, "Mon Clairon", "presse/locale", fetches_pages=True, title="Le Clairon"
    )
    assert feed.state == STATE


def test_a_feed_is_kept_whole_or_not_at_all(store: WebStore, path: Path) -> None:
    def entries() -> Iterator[ArrivedArticle]:
        yield arrived(1)
        raise KeyboardInterrupt

    before = row_counts(path)
    with pytest.raises(KeyboardInterrupt):
        store.keep_feed(FEED, STATE, None, entries())
    assert row_counts(path) == before
    assert store.contents().feeds[0].state == FeedState()


def test_only_texts_that_are_shown_are_searched(store: WebStore, path: Path) -> None:
    keep(store, arrived(1), arrived(2))
    keep(store, arrived(1, "Un autre texte.", came=LATER))
    store.apply([RemoveWebArticle("https://clairon.example/2", NOW)])
    assert kept_text_ids(path) == [arrived(1, "Un autre texte.").document.id]


def test_another_library_takes_in_all_of_it(store: WebStore, path: Path, tmp_path: Path) -> None:
    keep(store, arrived(1), arrived(2))
    other_path = tmp_path / "other.sqlite3"
    with contextlib.closing(open_library(other_path)) as other:
        assert other.add_from(path).web == 2
        assert other.texts() == []
        assert other.web() == store.contents() == web_contents(other_path)
        assert other.text(arrived(2).document.id) == arrived(2).document
    assert row_counts(other_path) == row_counts(path)


def test_a_library_from_before_gets_the_tables(path: Path) -> None:
    open_library(path, MIGRATIONS[:6]).close()
    with contextlib.closing(WebStore(path)) as store:
        assert store.contents() == ((), ()) or store.contents() == ([], [])


def test_an_article_is_forgotten_with_all_that_was_done_with_it(store: WebStore, path: Path) -> None:
    keep(store, arrived(1), arrived(2))
    keep(store, arrived(1, "Un autre texte.", came=LATER))
    with contextlib.closing(open_library(path)) as library:
        library.keep([StatusChange(ArticleKey(arrived(1).document.id), Status(starred=True))])
        library.keep([StatusChange(ArticleKey(None, url="https://clairon.example/2"), Status(read=True))])
        assert library.forget("https://clairon.example/1") == 1
        assert library.forget("https://clairon.example/nowhere") == 0
        assert [deed.where.url for deed in library.statuses()] == ["https://clairon.example/2"]
    assert row_counts(path) == [1, 1, 1, 1]
    assert keep(store, arrived(1)) == (1, 0)


# What feeds do wrong, or mean ill


@pytest.mark.parametrize(
    ("ids", "numbers", "count"),
    [
        (["a", "b", "c"], [1, 1, 1], 3),  # different entries of one page, as live blogs have them
        (["a", "a", "a"], [1, 2, 3], 3),  # an id that tells nothing
        (["a", "a", "a"], [1, 1, 1], 1),  # the same entry several times
        ([None, None, None], [1, 1, 2], 2),
        (["a", None, ""], [1, 2, 3], 3),
    ],
)
def test_entries_are_told_apart_by_what_differs_and_stay_what_they_are(
    store: WebStore, path: Path, ids: Sequence[str | None], numbers: Sequence[int], count: int
) -> None:
    entries = [
        arrived(number, f"Texte {place}.", entry_id=entry_id)
        for place, (entry_id, number) in enumerate(zip(ids, numbers, strict=True))
    ]
    assert keep(store, *entries) == (count, 0)
    before = row_counts(path)
    assert keep(store, *entries) == (0, 0)
    assert row_counts(path) == before, "nothing grows where nothing changes"
    assert keep(store, arrived(9, entry_id="new"), *entries) == (1, 0)


def test_a_new_entry_of_a_page_that_others_are_of_is_another_article(store: WebStore) -> None:
    keep(store, arrived(1, "Premier.", entry_id="a"))
    assert keep(store, arrived(1, "Second.", entry_id="b"), arrived(1, "Premier.", entry_id="a")) == (1, 0)
    assert sorted(shown_words(store)) == ["Premier. (1)", "Second. (1)"]


def test_two_feeds_with_other_teasers_for_an_article_do_not_change_it_for_ever(store: WebStore, path: Path) -> None:
    store.apply([Subscribe(Subscription(OTHER_FEED))])
    mine, theirs = arrived(1, "Mon accroche…", is_teaser=True), arrived(1, "Leur accroche…", is_teaser=True)
    assert [keep(store, mine), keep(store, theirs, feed=OTHER_FEED)] == [(1, 0), (0, 0)]
    before = row_counts(path)
    for _time in range(3):
        assert [keep(store, mine), keep(store, theirs, feed=OTHER_FEED)] == [(0, 0), (0, 0)]
    assert row_counts(path) == before
    assert shown_words(store) == ["Mon accroche… (1)"]


def test_a_foreign_feed_hides_neither_the_page_nor_what_the_first_feed_gave(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER_FEED))])
    keep(store, arrived(1, "Le texte du journal."))
    forged = arrived(1, "PWNED.", came=LATER)
    article = forged.article._replace(title="PWNED", link="http://clairon.example/1")
    keep(store, forged._replace(article=article), feed=OTHER_FEED)
    assert (shown_words(store), listed(store)) == (["Le texte du journal. (1)"], ["Article 1"])
    store.keep(arrived(1, "Toute la page.", origin="page", entry_id=None))
    keep(store, arrived(1, "PWNED again.", came=LATER), feed=OTHER_FEED)
    [shown] = store.contents().articles
    assert (shown_words(store), shown.title, shown.link) == (
        ["Toute la page. (1)"],
        "Article 1",
        "https://clairon.example/1",
    )


def test_what_arrives_of_a_feed_that_was_dropped_meanwhile_is_not_kept(store: WebStore) -> None:
    store.apply([Unsubscribe(FEED, NOW)])
    assert keep(store, arrived(1)) == (0, 0)
    assert listed(store) == []


def test_a_feed_that_is_empty_for_once_does_not_bring_back_what_was_removed(store: WebStore) -> None:
    keep(store, arrived(1))
    store.apply([RemoveWebArticle("https://clairon.example/1", NOW)])
    store.drop_old("", LATER, removed_before=LATER)
    keep(store)
    assert keep(store, arrived(1)) == (0, 0)


def test_a_page_that_was_asked_for_is_not_dropped_because_a_feed_lists_it(store: WebStore) -> None:
    store.keep(arrived(1, origin="page", entry_id=None, moment="2025-01-01T00:00:00+00:00"))
    keep(store, arrived(1))
    assert store.drop_old("2026-01-01", NOW, removed_before=LATER) == 0


def test_a_text_that_unpacks_to_more_than_any_input_has_is_damaged(store: WebStore, path: Path) -> None:
    keep(store, arrived(1))
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE text SET raw = ?", (zlib.compress(bytes(65_000_000)),))
    with pytest.raises(LibraryError, match="is damaged"):
        kept_text(path, arrived(1).document.id)
