"""Feeds are asked for together; each article comes once, and a feed that fails is left alone for a while."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.session.wires import FEED, NOW, SENTENCES, SITE, FakeFetcher, desk, feed, item, page
from tui_reader.errors import WireError
from tui_reader.ingest.formats.feed import Feed, read_feed
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import FeedState, Subscribe, Subscription, Unsubscribe
from tui_reader.session import feed_refresh
from tui_reader.session.feed_refresh import refresh
from tui_reader.session.page_fetch import ask_page
from tui_reader.session.web_jobs import FeedAsked, Refreshed

OTHER = "https://depeche.example/rss"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WebStore]:
    with closing(WebStore(tmp_path / "library.sqlite3")) as store:
        store.apply([Subscribe(Subscription(FEED))])
        yield store


def asked(
    fetcher: FakeFetcher, store: WebStore, addresses: Sequence[str] = (), *, now: datetime = NOW, keep_days: int = 0
) -> list[FeedAsked]:
    place, reports = desk(fetcher, store, now)
    asyncio.run(refresh(place, store, addresses, keep_days))
    count = sum(isinstance(one, FeedAsked) for one in reports)
    assert [one for one in reports if isinstance(one, Refreshed)] == [
        Refreshed(done, count) for done in range(count + 1)
    ]
    return [one for one in reports if isinstance(one, FeedAsked)]


def state(store: WebStore) -> FeedState:
    return store.contents().feeds[0].state


def titles(store: WebStore) -> list[str]:
    return [article.title for article in store.contents().articles]


def test_entries_become_articles_once(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1), item(2, day=NOW - timedelta(1))])
    [first] = asked(fetcher, store)
    assert (first.new, first.changed, first.problem) == (2, (), "")
    assert titles(store) == ["Article 1", "Article 2"]
    assert store.contents().feeds[0].subscription.title == "Le Clairon"
    [again] = asked(fetcher, store)
    assert (again.new, again.changed) == (0, ())
    assert fetcher.asked[1][1].etag, "the second time it is asked whether anything has changed"
    fetcher.at[FEED] = feed([item(1, guid="another"), item(2, "Un autre texte…", day=NOW - timedelta(1)), item(3)])
    [third] = asked(fetcher, store)
    assert (third.new, third.changed) == (1, ("Article 2",))


def test_an_article_is_of_when_it_was_published_but_not_of_the_future(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1, day=NOW - timedelta(hours=1)), item(2, day=NOW + timedelta(400))])
    asked(fetcher, store)
    assert [article.moment for article in store.contents().articles] == [
        "2026-11-29T12:00:00+00:00",
        "2026-11-29T11:00:00+00:00",
    ]


def test_an_entry_without_an_address_has_one_of_its_own(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed(
        [f"<item><guid isPermaLink='false'>7</guid><description>{SENTENCES[0]}</description></item>"]
    )
    asked(fetcher, store)
    [article] = store.contents().articles
    assert article.address == article.link == f"{FEED}#7"
    assert asked(fetcher, store)[0].new == 0


def test_old_entries_are_neither_taken_nor_kept(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1), item(2, day=NOW - timedelta(31))])
    assert asked(fetcher, store, keep_days=30)[0].new == 1
    asked(fetcher, store, now=NOW + timedelta(29), keep_days=30)
    assert titles(store) == ["Article 1"]
    assert asked(fetcher, store, now=NOW + timedelta(31), keep_days=30)[0].new == 0
    assert titles(store) == []


@pytest.mark.parametrize(
    ("error", "minutes"),
    [
        (WireError(FEED, "is slow"), 5),
        (WireError(FEED, "wants a pause", status=429, retry_after=3600), 60),
        (WireError(FEED, "is gone", status=410, is_gone=True), 30 * 24 * 60),
    ],
)
def test_a_feed_that_fails_is_left_alone_for_a_while(store: WebStore, error: WireError, minutes: int) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = error
    [failed] = asked(fetcher, store)
    assert failed.problem == error.reason
    assert (state(store).problem, state(store).failures) == (error.reason, 1)
    fetcher.at[FEED] = feed([item(1)])
    [early] = asked(fetcher, store, now=NOW + timedelta(minutes=minutes - 1))
    assert early.problem.startswith(f"{error.reason}; asked again from ")
    assert len(fetcher.asked) == 1
    [late] = asked(fetcher, store, now=NOW + timedelta(minutes=minutes))
    assert (late.new, late.problem) == (1, "")
    assert state(store)[3:] == (None, 0, None)


def test_the_pause_doubles_up_to_a_day(store: WebStore) -> None:
    fetcher, now = FakeFetcher(), NOW
    pauses: list[timedelta] = []
    for _time in range(12):
        asked(fetcher, store, now=now)
        until = datetime.fromisoformat(state(store).not_before or "")
        pauses.append(until - now)
        now = until
    assert pauses[:3] == [timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=20)]
    assert pauses[-1] == timedelta(days=1)


def test_a_feed_that_cannot_be_read_costs_no_other(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER))])
    fetcher = FakeFetcher()
    fetcher.at[FEED], fetcher.at[OTHER] = b"<html>no feed</html>", feed([item(1)], "La Dépêche")
    problems = {one.subscription.address: one.problem for one in asked(fetcher, store)}
    assert problems == {FEED: "is no feed", OTHER: ""}
    assert titles(store) == ["Article 1"]


def test_only_the_named_feeds_are_asked(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER))])
    fetcher = FakeFetcher()
    fetcher.at[OTHER] = feed([item(1)])
    assert [one.subscription.address for one in asked(fetcher, store, [OTHER])] == [OTHER]
    assert [address for address, _validators in fetcher.asked] == [OTHER]


def test_pages_of_new_teasers_are_fetched_where_the_subscription_says_so(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER, fetches_pages=True))])
    fetcher = FakeFetcher()
    fetcher.at[OTHER] = feed([item(1), item(2)])
    fetcher.at[f"{SITE}/1"] = page()
    asked(fetcher, store, [OTHER])
    teasers = {article.address: article.is_teaser for article in store.contents().articles}
    assert teasers == {f"{SITE}/1": False, f"{SITE}/2": True}
    asked(fetcher, store, [OTHER], now=NOW + timedelta(1))
    assert [address for address, _validators in fetcher.asked].count(f"{SITE}/1") == 1


def test_a_host_that_does_not_answer_is_not_asked_for_another_feed(store: WebStore) -> None:
    feeds = [f"https://silent.example/{number}" for number in range(3)]
    store.apply([Subscribe(Subscription(link)) for link in feeds])
    fetcher = FakeFetcher()
    fetcher.at |= {link: WireError(link, "is slow", is_silent=True) for link in feeds}
    fetcher.at[FEED] = feed([item(1)])
    problems = [one.problem for one in asked(fetcher, store)]
    assert sorted(problems) == ["", "is slow", "is slow", "is slow"]
    assert len(fetcher.asked) == 2
    asked(fetcher, store, now=NOW + timedelta(hours=1))
    assert len(fetcher.asked) == 4, "the next time it is"


@pytest.mark.parametrize("in_settings", [False, True])
def test_a_feed_that_has_moved_for_good_is_followed_there(store: WebStore, in_settings: bool) -> None:
    subscription = Subscription(OTHER, in_settings=in_settings)
    store.apply([Unsubscribe(FEED, ""), Subscribe(subscription)])
    fetcher = FakeFetcher()
    unaddressed = "<item><guid isPermaLink='false'>7</guid><description>Le pont rouvre.</description></item>"
    fetcher.at[OTHER] = fetcher.at[FEED] = feed([item(1), unaddressed])
    fetcher.moved[OTHER] = FEED
    assert asked(fetcher, store)[0].new == 2
    assert [one.subscription.address for one in store.contents().feeds] == [OTHER if in_settings else FEED]
    assert asked(fetcher, store)[0].new == 0
    assert len(store.contents().feeds[0].addresses) == 2


def test_a_defect_with_one_feed_is_reported_and_costs_no_other(
    store: WebStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    store.apply([Subscribe(Subscription(OTHER))])
    usual = read_feed

    def read(data: bytes, **more: str | None) -> Feed:
        return 1 / 0 if more["address"] == FEED else usual(data, **more)  # type: ignore[return-value]

    monkeypatch.setattr(feed_refresh, "read_feed", read)
    fetcher = FakeFetcher()
    fetcher.at[FEED] = fetcher.at[OTHER] = feed([item(1)])
    problems = {one.subscription.address: one.problem for one in asked(fetcher, store)}
    assert "ZeroDivisionError" in problems[FEED]
    assert problems[OTHER] == ""
    assert titles(store) == ["Article 1"]


def test_the_same_words_in_two_papers_are_two_articles_with_their_own_sources(store: WebStore) -> None:
    store.apply([Subscribe(Subscription(OTHER))])
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1)])
    fetcher.at[OTHER] = feed([item(1).replace(SITE, "https://depeche.example")], "La Dépêche")
    asked(fetcher, store)
    documents = [store.text(article.document) for article in store.contents().articles]
    sources = {(one.source.url, one.declared.site.text if one.declared.site else None) for one in documents if one}
    assert sources == {(f"{SITE}/1", "Le Clairon"), ("https://depeche.example/1", "La Dépêche")}


def test_a_feed_that_takes_for_ever_to_read_is_given_up(store: WebStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, **more: str | None) -> Feed:
        while True:
            pass

    monkeypatch.setattr(feed_refresh, "read_feed", read)
    monkeypatch.setattr(feed_refresh, "MOST_SECONDS", 0.05)
    fetcher = FakeFetcher()
    fetcher.at[FEED] = b"x"
    assert asked(fetcher, store)[0].problem == "takes too long to read"
    fetcher.at[FEED] = bytes(6_000_000)
    assert asked(fetcher, store, [FEED])[0].problem == "is longer than 5 MB"


def test_one_feed_that_somebody_wants_is_asked_for_though_it_is_to_be_left_alone(store: WebStore) -> None:
    fetcher = FakeFetcher()
    asked(fetcher, store)
    fetcher.at[FEED] = feed([item(1)])
    assert asked(fetcher, store, [FEED])[0].new == 1


def test_a_page_without_a_date_keeps_the_one_that_its_feed_gave(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1)])
    fetcher.at[f"{SITE}/1"] = page(day="")
    asked(fetcher, store)
    asyncio.run(ask_page(desk(fetcher, store)[0], f"{SITE}/1"))
    document = store.text(store.contents().articles[0].document)
    assert document
    assert document.declared.published
    assert document.declared.published.text == NOW.isoformat()
    assert document.source.fetched == "2026-11-29T12:00:00+00:00"
