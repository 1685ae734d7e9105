"""A page that is asked for is kept with its versions; what is no article is said to be none."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.wires import FEED, SENTENCES, SITE, FakeFetcher, desk, feed, item, page
from tui_reader.errors import InputError, WireError
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import RemoveWebArticle
from tui_reader.session.page_fetch import ask_page, find_feeds
from tui_reader.session.web_jobs import FeedFound, FeedLink, PageCame, Received

LINK = f"{SITE}/pont?utm_source=rss"
ADDRESS = f"{SITE}/pont"
PAYWALL = "<p>Cet article est réservé aux abonnés. Abonnez-vous pour lire la suite.</p>"
CONSENT = "<html><body><h1>Avant de continuer</h1><p>Nous et nos partenaires utilisons des cookies</p></body></html>"
PRIVACY = (
    "Avec votre accord, nos partenaires et nous utilisons des cookies ou technologies similaires pour stocker et "
    "accéder à vos informations personnelles comme votre visite sur ce site."
)
NOTICE = f"<html><body><h1>Avant de continuer</h1><p>{PRIVACY}</p></body></html>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WebStore]:
    with closing(WebStore(tmp_path / "library.sqlite3")) as store:
        yield store


def came(fetcher: FakeFetcher, store: WebStore | None, link: str = LINK) -> PageCame:
    result = asyncio.run(ask_page(desk(fetcher, store)[0], link))
    assert isinstance(result, PageCame)
    return result


def test_a_page_is_kept_as_an_article_of_its_day(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    place, reports = desk(fetcher, store)
    result = asyncio.run(ask_page(place, LINK))
    assert isinstance(result, PageCame)
    [article] = store.contents().articles
    assert (result.change, result.articles, result.before) == ("new", (article,), None)
    assert (article.address, article.link, article.title) == (ADDRESS, LINK, "Le pont de Lorvex rouvre")
    assert article.moment == "2026-11-28T00:00:00+00:00"
    document = store.text(article.document)
    assert document
    assert (document.source.url, document.source.path) == (LINK, None)
    assert SENTENCES[0] in document.raw
    assert reports == [Received(LINK, len(page()), len(page()))]


@pytest.mark.parametrize("day", ["2027-05-01", ""])
def test_a_page_without_a_day_or_from_the_future_is_of_the_moment_when_it_came(store: WebStore, day: str) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page(day=day)
    assert came(fetcher, store).articles[0].moment == "2026-11-29T12:00:00+00:00"


def test_a_page_that_has_not_changed_is_asked_for_by_what_the_server_gave(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    first = came(fetcher, store)
    again = came(fetcher, store)
    assert (again.change, again.before) == ("same", first.articles[0].document)
    assert fetcher.asked[1][1].etag is not None


def test_a_page_that_reads_as_before_is_the_same_whatever_stands_around_it(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    came(fetcher, store)
    fetcher.at[LINK] = page(more="<footer>© 2027 Le Clairon</footer><!-- 17 -->")
    assert came(fetcher, store).change == "same"
    assert len(store.versions(ADDRESS)) == 1
    assert came(fetcher, store).change == "same"
    assert fetcher.asked[2][1] != fetcher.asked[1][1], "the second answer is asked for by its own validators"


def test_a_corrected_page_is_another_version_and_the_one_before_is_kept(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    before = came(fetcher, store).articles[0].document
    fetcher.at[LINK] = page(SENTENCES[0], SENTENCES[1].replace("délais", "coûts"), SENTENCES[2])
    result = came(fetcher, store)
    assert (result.change, result.before) == ("changed", before)
    assert [version.document for version in store.versions(ADDRESS)] == [before, result.articles[0].document]
    assert store.text(before)
    assert store.contents().articles[0].document == result.articles[0].document


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "image/png", "is a picture, not an article"),
        (b"<html><body></body></html>", "text/html", "shows no text"),
        (CONSENT.encode(), "text/html", "asks for consent to cookies first: the article is not shown"),
        (NOTICE.encode(), "text/html", "asks for consent to cookies first: the article is not shown"),
        (b"<html><body><h1>Partager</h1></body></html>", "text/html", "shows no article"),
    ],
    ids=["picture", "empty", "consent", "wall", "button"],
)
def test_what_is_no_article_is_not_kept(store: WebStore, body: bytes, kind: str, reason: str) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK], fetcher.types[LINK] = body, kind
    with pytest.raises(InputError) as caught:
        came(fetcher, store)
    assert caught.value.reason == reason
    assert store.contents().articles == []


def test_of_an_article_behind_a_paywall_the_beginning_is_kept_and_said_to_be_one(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page(SENTENCES[0], more=PAYWALL)
    result = came(fetcher, store)
    assert result.remark == "only the beginning: the rest is for subscribers"
    assert store.contents().articles[0].is_teaser
    fetcher.at[LINK] = page()
    assert came(fetcher, store).remark == ""
    assert not store.contents().articles[0].is_teaser


def test_an_address_that_refuses_leaves_what_is_kept(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    came(fetcher, store)
    fetcher.at[LINK] = WireError(LINK, "is gone for good", status=410, is_gone=True)
    with pytest.raises(WireError):
        came(fetcher, store)
    assert len(store.contents().articles) == 1


def test_without_a_library_the_text_is_handed_over() -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    result = came(fetcher, None)
    assert result.document
    assert SENTENCES[2] in result.document.raw


def test_the_articles_of_an_export_are_kept_each(store: WebStore) -> None:
    fetcher = FakeFetcher()
    records = ",".join(f'{{"title": "Titre {number}", "text": "{SENTENCES[number]}"}}' for number in range(3))
    fetcher.at[LINK], fetcher.types[LINK] = f"[{records}]".encode(), "application/json"
    result = came(fetcher, store)
    assert [article.address for article in result.articles] == [f"{ADDRESS}#{number}" for number in (1, 2, 3)]
    assert sorted(article.title for article in store.contents().articles) == ["Titre 0", "Titre 1", "Titre 2"]
    assert came(fetcher, store).change == "new"
    assert len(store.contents().articles) == 3


def test_a_feed_is_told_of_and_a_page_tells_of_its_feeds(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[FEED] = feed([item(1), item(2)])
    fetcher.at[LINK] = page(more="").replace(
        b"</head>", b"<link rel=alternate type='application/rss+xml' href=/feed title=Une></head>"
    )
    place, _reports = desk(fetcher, store)
    assert asyncio.run(ask_page(place, FEED)) == FeedFound(FEED, "Le Clairon", 2)
    assert asyncio.run(find_feeds(place, FEED)) == [FeedLink(FEED, "")]
    assert asyncio.run(find_feeds(place, LINK)) == [FeedLink(FEED, "Une")]
    assert store.contents().articles == []


def test_a_page_that_was_removed_comes_back_when_it_is_asked_for(store: WebStore) -> None:
    fetcher = FakeFetcher()
    fetcher.at[LINK] = page()
    came(fetcher, store)
    store.apply([RemoveWebArticle(ADDRESS, "2026-11-29T12:00:00+00:00")])
    assert came(fetcher, store).change == "new"
    assert [article.address for article in store.contents().articles] == [ADDRESS]
