"""The links of an article on the screen: listed, chosen, and followed without leaving the program."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.session.wires import page
from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tests.wire.server import LocalServer, answer
from tui_reader.library.status import open_library
from tui_reader.messages import activate
from tui_reader.session.analysis_process import InProcessAnalyser
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.web_tasks import Network
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.wire.rules import NetworkRules

SITE = "https://clairon.example"
RULES = NetworkRules(pause_seconds=0, allowed_hosts=frozenset({"localhost"}))
CRUE = "Crue de la Vère : 340 habitants évacués"
SENTENCES = (
    "Le pont de Lorvex, fermé depuis onze mois, rouvre ce lundi à la circulation, a annoncé la préfecture.",
    "Le chantier a coûté <a href='/cout'>14 millions d’euros</a>, soit 8 % de plus que prévu, selon "
    "<a href='https://mairie.example/lorvex'>la mairie</a>.",
    "Les riverains attendent encore la réfection des trottoirs, qui leur avait été promise pour septembre.",
)
BESIDE = f"<aside><h2>À lire aussi</h2><p><a href='/crue'>{CRUE}</a></p></aside>"


@asynccontextmanager
async def on_page(
    folder: Path, site: str = SITE, more: str = BESIDE, **session: Any
) -> AsyncIterator[tuple[ReaderApp, ReaderPilot]]:
    """The reader on a page of a site that was saved."""
    source = page(*SENTENCES, more=more).decode()
    path = folder / "pont.html"
    path.write_text(source.replace("<head>", f"<head><link rel=canonical href='{site}/pont'>"), encoding="utf-8")
    async with reading([path], start=InProcessAnalyser, **session) as (app, pilot):
        yield app, pilot


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are opened, instead of opening them."""
    opened: list[str] = []
    monkeypatch.setattr(
        "tui_reader.ui.screens.reader.web_controller.WebController.open", lambda _, link: opened.append(link)
    )
    return opened


def window(app: ReaderApp) -> list[str]:
    """The lines of the window, but for those that are empty."""
    assert isinstance(app.screen, Choice)
    return [line.text for line in app.screen.list.source if line.text]


async def test_the_links_are_listed_with_the_hosts_of_other_sites(tmp_path: Path, followed: list[str]) -> None:
    async with on_page(tmp_path) as (app, pilot):
        await pilot.press("L")
        assert window(app) == [
            "In the article · 2",
            "  14 millions d’euros",
            "  la mairie",
            "    mairie.example",
            "Beside the article · 1",
            f"  {CRUE}",
        ]
        assert "Enter opens it, Esc closes" in screen_text(app)
        await pilot.press("j", "j", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("L", "enter", "L", "escape")
    assert followed == [f"{SITE}/crue", f"{SITE}/cout"]


async def test_the_cursor_begins_on_the_link_of_the_sentence(tmp_path: Path, followed: list[str]) -> None:
    async with on_page(tmp_path) as (_app, pilot):
        await pilot.press("enter", "slash", *"mairie", "enter", "escape", "L", "enter")
        assert followed == [f"{SITE}/cout"], "the sentence has two: the longer one"
        await pilot.press("v", "L", "enter")
        assert followed == [f"{SITE}/cout"] * 2, "the raw text has the same places"


async def test_a_related_headline_opens_from_its_window(tmp_path: Path, followed: list[str]) -> None:
    async with on_page(tmp_path) as (app, pilot):
        await pilot.press("r", "enter")
        assert window(app) == [CRUE, f"open {SITE}/crue", "1 time in the text:", CRUE]
        assert "Enter opens it or shows it in the raw text, Esc closes" in screen_text(app)
        await pilot.press("enter")
        assert followed == [f"{SITE}/crue"]
        await pilot.press("enter", "j", "enter")
        assert followed == [f"{SITE}/crue"]
        entry = app.reader.reading_list.shown_entry
        assert entry
        assert entry.raw
        assert app.reader.article.current is not None


async def test_one_whose_address_is_not_known_shows_its_variants_alone(tmp_path: Path, followed: list[str]) -> None:
    more = BESIDE.replace("href='/crue'", "href='javascript:0'")
    async with on_page(tmp_path, more=more) as (app, pilot):
        await pilot.press("r", "enter")
        assert window(app) == [CRUE, "1 time in the text:", CRUE]
        assert "Enter shows it in the raw text, Esc closes" in screen_text(app)
        await pilot.press("enter")
    assert followed == []


@pytest.mark.parametrize("size", [(60, 20), (40, 10), (80, 24)])
async def test_all_of_the_line_at_the_cursor_is_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    titles = "".join(
        f"<p><a href='https://site{number}.example/'>{CRUE} dans la nuit de samedi, numéro {number}</a></p>"
        for number in range(12)
    )
    async with on_page(tmp_path, more=f"<aside><h2>À lire aussi</h2>{titles}</aside>", size=size) as (app, pilot):
        await pilot.press("L")
        hosts = [line.strip() for line in window(app) if line.startswith("    ")]
        for host in hosts:
            await pilot.press("j")
            assert host in screen_text(app)
        assert hosts[-1] == "site11.example"


@pytest.mark.parametrize(("language", "words"), [("en", "no links are known"), ("fr", "pas de lien connu")])
async def test_of_a_text_without_links_that_is_said(language: str, words: str) -> None:
    activate(language)
    async with reading() as (app, pilot):
        await pilot.press("L")
        assert isinstance(app.screen, ReaderScreen)
        assert words in screen_text(app)


async def test_words_and_addresses_act_on_nothing(tmp_path: Path, followed: list[str]) -> None:
    first = f"<a href='/x?a=[red]'>[b]{CRUE}\u202e[/b] \x1b]0;x\x07</a>"
    second = "<a href='/\x1b[31m'>Un autre titre que personne ne peut suivre</a>"
    async with on_page(tmp_path, more=f"<aside><h2>À lire aussi</h2><p>{first}</p><p>{second}</p></aside>") as (
        app,
        pilot,
    ):
        await pilot.press("L")
        assert f"[b]{CRUE}" in screen_text(app)
        assert "Un autre titre" not in "".join(window(app))
        assert not set(screen_text(app)) & {"\x1b", "\x07", "\u202e"}
        await pilot.press("G", "enter")
    assert followed == [f"{SITE}/x?a=%5Bred%5D"]


async def test_without_the_network_it_says_so(tmp_path: Path) -> None:
    async with on_page(tmp_path, network=Network(RULES._replace(is_offline=True))) as (app, pilot):
        await pilot.press("L", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "the network is switched off" in screen_text(app)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


@pytest.mark.slow
async def test_a_link_is_followed_to_its_article(tmp_path: Path, server: LocalServer) -> None:
    site = server.at("/", answer(b"")).removesuffix("/")
    server.at("/crue", answer(page(title=CRUE)))
    library = open_library(tmp_path / "library")
    texts = KeptTexts((), library.text)
    async with on_page(tmp_path, site, network=Network(RULES), library=library, texts=texts) as (app, pilot):
        await pilot.press("r", "enter", "enter")

        def is_shown() -> bool:
            article = app.reader.reading_list.shown_article
            return article is not None and article.title == CRUE

        await wait_for(pilot, is_shown, "the article of the link")
        assert app.focused is app.reader.article
        assert app.reader.reading_list.shown_entry
        assert app.reader.reading_list.shown_entry.input.is_from_web
    assert server.asked() == ["/crue"]
