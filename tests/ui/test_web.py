"""Addresses and feeds on the screen: asked for in the background, kept, read again without the network."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from tests.session.test_page_fetch import PAYWALL
from tests.session.wires import SENTENCES, feed, item, page
from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tests.wire.server import LocalServer, answer, status
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.status import open_library
from tui_reader.library.web_values import Subscribe, Subscription
from tui_reader.session.analysis_process import InProcessAnalyser
from tui_reader.session.feeds import Feeds
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.web_articles import WebArticles
from tui_reader.session.web_jobs import Refresh, WebJob
from tui_reader.session.web_tasks import Network, start_web_job
from tui_reader.ui.app import ReaderApp
from tui_reader.wire.rules import NetworkRules

RULES = NetworkRules(pause_seconds=0, allowed_hosts=frozenset({"localhost"}))
RSS = "application/rss+xml"
CORRECTED = (SENTENCES[0], SENTENCES[1], SENTENCES[2].replace("14 millions", "16 millions"))

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@asynccontextmanager
async def web(
    path: Path, *, rules: NetworkRules = RULES, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[ReaderApp, ReaderPilot]]:
    """The reader on the samples and on what a library keeps of the web."""
    library = open_library(path)
    contents = library.web()
    async with reading(
        library=library,
        texts=KeptTexts((), library.text),
        web_articles=WebArticles(contents.articles),
        feeds=Feeds(contents.feeds),
        network=Network(rules),
        start=InProcessAnalyser,
        size=size,
    ) as (app, pilot):
        yield app, pilot


def follow(path: Path, *links: str) -> None:
    library = open_library(path)
    library.keep([], changes=[Subscribe(Subscription(link)) for link in links])
    library.close()


def title(app: ReaderApp) -> str | None:
    article = app.reader.reading_list.shown_article
    return article.title if article else None


def shown_text(app: ReaderApp) -> str:
    article = app.reader.reading_list.shown_article
    return article.text if article else ""


async def open_address(app: ReaderApp, pilot: ReaderPilot, link: str, expected: str) -> None:
    await pilot.press("U", *link, "enter")
    await wait_for(pilot, lambda: title(app) == expected, f"the article {expected}")


async def seen(app: ReaderApp, pilot: ReaderPilot, words: str) -> None:
    await wait_for(pilot, lambda: words in screen_text(app), words)


async def test_an_address_is_opened_kept_and_read_again_without_the_network(server: LocalServer, library: Path) -> None:
    link = server.at("/pont", answer(page()))
    async with web(library) as (app, pilot):
        await open_address(app, pilot, link, "Le pont de Lorvex rouvre")
        entry = app.reader.reading_list.shown_entry
        assert entry
        assert (entry.read, app.focused) == (True, app.reader.article)
        assert "── From the web ──" in screen_text(app)
    async with web(library, rules=RULES._replace(is_offline=True)) as (app, pilot):
        await open_address(app, pilot, link, "Le pont de Lorvex rouvre")
        await seen(app, pilot, "as it was kept; R in the article asks for it anew")
        await pilot.press("R")
        await seen(app, pilot, "the network is switched off")
    assert server.asked() == ["/pont"]


async def test_what_has_changed_in_an_article_is_shown_by_sentence(server: LocalServer, library: Path) -> None:
    link = server.at("/pont", answer(page()))
    async with web(library) as (app, pilot):
        await open_address(app, pilot, link, "Le pont de Lorvex rouvre")
        await pilot.press("R")
        await seen(app, pilot, "nothing has changed in the article")
        server.at("/pont", answer(page(*CORRECTED)))
        await pilot.press("R")
        await seen(app, pilot, "Figures that differ")
        screen = screen_text(app)
        assert "− as it was kept" in screen
        assert "+ Le chantier a coûté 16 millions d’euros" in screen
        await pilot.press("escape")
        article = app.reader.reading_list.shown_article
        assert article
        assert "16 millions" in article.text
        assert len([one for one in app.collection.entries if one.input.is_from_web]) == 1


async def test_what_cannot_be_opened_is_said(server: LocalServer, library: Path) -> None:
    async with web(library) as (app, pilot):
        for path, code in (("/gone", 410), ("/none", 404)):
            link = server.at(path, status(code))
            await pilot.press("U", *link, "enter")
            await seen(app, pilot, f"({code})")
        await pilot.press("U", *"http://10.0.0.1/", "enter")
        await seen(app, pilot, "private network")


async def test_a_pasted_address_is_opened_or_kept_as_a_text(server: LocalServer, library: Path) -> None:
    link = server.at("/pont", answer(page()))
    async with web(library) as (app, pilot):
        app.screen.post_message(events.Paste(f"{link}\n"))
        await seen(app, pilot, "An address was pasted")
        await pilot.press("enter")
        await wait_for(pilot, lambda: title(app) == "Le pont de Lorvex rouvre", "the article")
        app.screen.post_message(events.Paste(link))
        await seen(app, pilot, "An address was pasted")
        await pilot.press("j", "enter")
        await seen(app, pilot, "1 text kept until Del removes it")


async def test_a_feed_is_followed_listed_and_dropped(server: LocalServer, library: Path) -> None:
    link = server.at("/feed", answer(feed([item(1), item(2)]), media_type=RSS))
    head = b"<link rel=alternate type='application/rss+xml' href=/feed title=Une></head>"
    site = server.at("/", answer(page().replace(b"</head>", head)))
    async with web(library) as (app, pilot):
        await pilot.press("F", *(["backspace"] * 30), *site, "enter")
        await seen(app, pilot, "follow “Une”")
        await pilot.press("enter")
        await seen(app, pilot, "2 new articles")
        await seen(app, pilot, "2/2")
        await pilot.press("g", "enter")
        await seen(app, pilot, "· Le Clairon")
        assert [app.collection.entries[index].input.name for index in app.reader.reading_list.order] == [
            "Article 1",
            "Article 2",
        ]
        await pilot.press("escape")
        assert app.reader.reading_list.feed
        await pilot.press("delete")
        await wait_for(pilot, lambda: "From the web" not in screen_text(app), "the articles to go")
        await pilot.press("u")
        await seen(app, pilot, "From the web")
        await seen(app, pilot, "2/2")
    assert link in [feed.subscription.address for feed in open_library(library).web().feeds]


async def test_the_page_of_a_teaser_is_fetched_when_it_is_opened(server: LocalServer, library: Path) -> None:
    page_link = server.at("/1", answer(page()))
    entry = item(1).replace("https://clairon.example/1", page_link)
    follow(library, server.at("/feed", answer(feed([entry]), media_type=RSS)))
    async with web(library) as (app, pilot):
        await pilot.press("g", "R")
        await seen(app, pilot, "1/1")
        await pilot.press("enter", "enter")
        await wait_for(pilot, lambda: SENTENCES[2] in shown_text(app), "the page")
        entry_now = app.reader.reading_list.shown_entry
        assert entry_now
        assert entry_now.read
    assert server.asked() == ["/feed", "/1"]


async def test_a_feed_that_fails_is_marked_and_costs_no_other(server: LocalServer, library: Path) -> None:
    good = server.at("/feed", answer(feed([item(1)]), media_type=RSS))
    follow(library, good, server.at("/bad", status(503, Retry_After="3600")))
    async with web(library) as (app, pilot):
        await pilot.press("R")
        await seen(app, pilot, "1 new article · http://localhost")
        await wait_for(pilot, lambda: any(row.problem for row in app.reader.reading_list.rows.feeds), "the problem")
        row = next(row for row in app.reader.reading_list.rows.feeds if row.problem)
        assert "503" in row.problem
        app.reader.reading_list.cursor.go_to(app.reader.reading_list.rows.row_of_feed(row))
        await pilot.press("i")
        await seen(app, pilot, "What is wrong: ")
        assert "Not asked before" in screen_text(app)


async def test_an_article_of_the_web_is_removed_for_good_or_until_undo(server: LocalServer, library: Path) -> None:
    link = server.at("/pont", answer(page()))
    async with web(library) as (app, pilot):
        await open_address(app, pilot, link, "Le pont de Lorvex rouvre")
        await pilot.press("escape", "delete")
        await seen(app, pilot, "article removed")
        assert "From the web" not in screen_text(app)
        await pilot.press("u")
        await seen(app, pilot, "From the web")
        await pilot.press("delete")
    assert open_library(library).web().articles == []


async def test_what_another_program_fetches_appears_by_itself(server: LocalServer, library: Path) -> None:
    link = server.at("/feed", answer(feed([item(1)]), media_type=RSS))
    follow(library, link)
    async with web(library) as (app, pilot):
        controller = app.reader.web_controller
        controller.watch()
        controller.look()
        assert "0/0" in screen_text(app)
        list(start_web_job(WebJob(Refresh(), RULES, library, USUAL_NAMES, "en", 0)).reports())
        controller.look()
        await seen(app, pilot, "1/1")


async def test_of_a_page_for_subscribers_the_beginning_is_shown_and_it_is_asked_for_once(
    server: LocalServer, library: Path
) -> None:
    link = server.at("/abo", answer(page(SENTENCES[0], more=PAYWALL)))
    async with web(library) as (app, pilot):
        await open_address(app, pilot, link, "Le pont de Lorvex rouvre")
        await seen(app, pilot, "only the beginning: the rest is for subscribers")
        await wait_for(pilot, lambda: not app.reader.web_controller.tasks.is_running, "the end")
        await pilot.press("U", *link, "enter")
        await wait_for(pilot, lambda: len(server.requests) == 2, "the second request")
        await wait_for(pilot, lambda: app.focused is app.reader.article, "the article again")
    assert server.asked() == ["/abo", "/abo"]


async def test_leaving_waits_for_no_server(server: LocalServer, library: Path) -> None:
    async with web(library) as (app, pilot):
        link = server.at("/slow", server_that_stalls)
        await pilot.press("U", *link, "enter")
        await seen(app, pilot, "asking localhost…")
        tasks = app.reader.web_controller.tasks
        assert tasks.is_running
        await pilot.press("q")
    assert not tasks.is_running


async def server_that_stalls(*_request: object) -> None:
    """Take the request, and never answer."""
    await asyncio.Event().wait()
