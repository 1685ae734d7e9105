"""Holding articles against each other on the screen: asked from where the cursor is, copied, kept and opened."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tests.corpus.press import written
from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tui_reader.analysis.pipeline import analyse
from tui_reader.evidence.figures import FigureGroup, FigureItem
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.index.opening import open_index
from tui_reader.session.evidence import Counts
from tui_reader.session.indexing import index_files
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.screens.evidence import EvidenceScreen
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view.evidence_lines import FoundRow, count_lines
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.plot import Point, bars


@asynccontextmanager
async def reviewing(folder: Path, **more: Any) -> AsyncIterator[tuple[ReaderApp, ReaderPilot]]:
    """The app on the articles, all of them in its index."""
    path = written(folder)
    with closing(open_index(folder / "index")) as index:
        index_files(index, [str(path)], USUAL_NAMES, processes=1)
    async with reading([path], index=folder / "index", **more) as (app, pilot):
        yield app, pilot


async def found(app: ReaderApp, pilot: ReaderPilot) -> str:
    """Wait for what was asked; returns what the window shows."""
    window = app.screen
    assert isinstance(window, EvidenceScreen), window
    await wait_for(pilot, lambda: any(isinstance(line.value, FoundRow) for line in window.list.lines), "the evidence")
    left = window.list.region.x
    rows = [line[left : left + window.list.region.width] for line in screen_text(app).splitlines()]
    return "\n".join(rows[window.list.region.y : window.list.region.bottom]).replace("\u00a0", " ")


async def test_from_a_quote_who_said_what(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("c", "E")
        shown = await found(app, pilot)
        assert "Bernard Fauvel · 2 sayings · 3 articles" in shown
        assert shown.index("17 Feb 2024") < shown.index("14 Feb 2024")
        assert "préfet — Le Clairon, L’Écho de la Sarne" in shown
        assert "≠ « Nous ne laisserons jamais personne au bord du chemin » — Paul Verdier — La Digue" in shown
        assert isinstance(app.screen, EvidenceScreen)
        assert app.screen.found is not None
        assert app.screen.found.article.site == "Le Clairon", "the cursor is on the quote that was asked from"


async def test_from_a_figure_how_many(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("f", "E")
        shown = await found(app, pilot)
        assert "morts · 4 articles" in shown
        rows = [line for line in shown.splitlines() if "· " in line and line.lstrip("│≠ ")[2:11] == " Feb 2024"]
        assert [row.split()[-2] for row in rows] == ["Clairon", "Sarne", "Digue", "Littorale"]
        assert "█" in shown, "a plot"
        await pilot.resize_terminal(38, 20)
        assert isinstance(app.screen, EvidenceScreen)
        room = app.screen.list.scrollable_content_region.width
        assert all(cell_len(line.text) <= room for line in app.screen.list.source if "│" in line.text), (
            "no row is wrapped"
        )


async def test_what_cannot_be_done_is_not_offered(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("f", "E")
        await found(app, pilot)
        assert isinstance(app.screen, EvidenceScreen)
        assert "y Y copy" in screen_text(app)
        app.screen.show_found("Nobody", lambda: [Line("no other article has it", look="meta")], lambda _found: False)
        await wait_for(pilot, lambda: "y Y copy" not in screen_text(app), "a foot without the keys of rows")
        assert "Esc closes" in screen_text(app)


async def test_from_a_sentence_one_chooses(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("enter", "E")
        assert isinstance(app.screen, Choice)
        assert "Bernard Fauvel" in screen_text(app)
        await pilot.press("slash", *"mort", "enter")
        await wait_for(pilot, lambda: "morts · 3 other articles" in screen_text(app), "how many others have it")
        assert "What somebody else said" not in screen_text(app), "what is filtered stays so"
        await pilot.press("escape")
        assert "about the same event · " in screen_text(app)
        await pilot.press("G", "enter", *"verd", "enter")
        assert "« Nous ne laisserons jamais personne" in await found(app, pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_place_is_opened_in_its_article_and_the_same_is_asked_from_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("c", "E")
        before = await found(app, pilot)
        await pilot.press("k", "enter")
        assert isinstance(app.screen, ReaderScreen)
        view = app.reader.article
        await wait_for(pilot, lambda: view.current is not None, "the quote")
        assert view.current
        assert view.current.of(view.page_shown.text) == "Une page se tourne pour la vallée"
        assert app.collection.entries[3].read
        await pilot.press("E")
        assert (await found(app, pilot)).splitlines()[:3] == before.splitlines()[:3]


async def test_an_article_that_is_not_open_is_opened(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        other = tmp_path / "other.txt"
        other.write_text("Le maire\n\n« Nous irons à Paris », a dit Paul Verdier, maire de Corbel.\n", "utf-8")
        with closing(open_index(tmp_path / "index")) as index:
            index_files(index, [str(other)], USUAL_NAMES, processes=1)
        await pilot.press("enter", "E", "G", "enter", *"verdier", "enter")
        await found(app, pilot)
        await pilot.press("G", "enter")
        await wait_for(pilot, lambda: app.reader.article.current is not None, "the quote")
        assert app.reader.reading_list.shown_entry
        assert app.reader.reading_list.shown_entry.input.path == str(other)


async def test_the_same_words_in_several_articles_are_opened_in_the_one_that_is_chosen(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("c", "E")
        await found(app, pilot)
        await pilot.press("enter", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        await wait_for(pilot, lambda: app.reader.article.current is not None, "the quote")
        article = app.reader.reading_list.shown_article
        assert article
        assert article.site == "L’Écho de la Sarne"


async def test_what_was_found_is_copied_cited_and_kept(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        copied: list[str] = []
        with patch.object(ReaderApp, "_start_copying", lambda _app, text, _what: copied.append(text)):
            await pilot.press("c", "E")
            await found(app, pilot)
            await pilot.press("k", "y", "Y")
        assert copied[0] == "Une page se tourne pour la vallée"
        assert "Bernard Fauvel" in copied[1]
        assert "Agence Littorale" in copied[1]
        await pilot.press("a")
        assert "◆ « Une page se tourne" in await found(app, pilot)
        [clipping] = app.session.clippings.in_order()
        assert (clipping.where.path, clipping.where.record) == (str(tmp_path / "press.jsonl"), 3)
        await pilot.press("a")
        assert not app.session.clippings.in_order()


async def test_what_differs_between_articles_about_the_same_event(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (app, pilot):
        await pilot.press("enter", "E", "enter")
        shown = await found(app, pilot)
        assert "L’Écho de la Sarne, 14 Feb 2024 · nearly the same text" in shown
        await pilot.press("a")
        assert not app.session.clippings.in_order(), "an article as a whole is no clipping"
        await pilot.press("enter")
        shown = await found(app, pilot)
        assert shown.index("Figures that differ") < shown.index("Words that differ")
        assert "+ Les écoles rouvriront jeudi, a indiqué le rectorat." in shown
        await pilot.press("escape")
        assert isinstance(app.screen, EvidenceScreen), "back at the articles"
        await pilot.press("enter")
        await found(app, pilot)
        await pilot.press("j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        await wait_for(pilot, lambda: app.reader.article.current is not None, "the sentence")
        assert app.reader.reading_list.shown_article
        assert app.reader.reading_list.shown_article.site == "L’Écho de la Sarne"


async def test_without_an_index_open_articles_are_looked_into(tmp_path: Path) -> None:
    async with reading([written(tmp_path)], index=None) as (app, pilot):
        await pilot.press("c", "E")
        shown = await found(app, pilot)
        assert "Bernard Fauvel · 1 saying · 1 article" in shown
        assert "only articles that were opened are looked into" in shown


@pytest.mark.parametrize(
    ("points", "rows"),
    [
        ([], []),
        ([(1, 0)], []),
        ([(1, 4)], ["█", "█"]),
        ([(1, 2), (5, 4)], ["    █", "█   █"]),
        ([(1, 3), (2, 4)], ["▄   █", "█   █"]),
        ([(1, 0.001), (2, 4)], ["    █", "▁   █"]),  # something is something
        ([(1, 4), (1, 2)], ["█", "█"]),
    ],
)
def test_bars(points: list[tuple[int, float]], rows: list[str]) -> None:
    assert bars([Point(*one) for one in points], 5, 2) == rows


def test_bars_in_ascii() -> None:
    assert bars([Point(1, 2), Point(5, 4)], 5, 2, ascii_only=True) == ["    #", "#   #"]


@pytest.mark.parametrize("days", [["2024", "2024-02", "2024-02-14"], ["2024", "2024-02", "2023"]])
def test_days_that_are_no_whole_days_stand_in_the_table_and_in_no_plot(days: list[str]) -> None:
    texts = [f"La crue de la Sarne à Montrevel a fait {count} morts mardi, selon le préfet." for count in (4, 7, 9)]
    found = [analyse(document_from_text(text)) for text in texts]
    articles = [replace(article, published=day) for article, day in zip(found, days, strict=True)]
    items = tuple(FigureItem(index, article.figures[0]) for index, article in enumerate(articles))
    lines = count_lines(items[0].figure, Counts(articles, FigureGroup(items)), lambda _found: False)
    assert [line.text.split()[0].lstrip("≠") for line in lines if line.value]
    assert not any("█" in line.text for line in lines)


def test_what_was_corrected_is_marked_in_the_table() -> None:
    texts = [f"La crue de la Sarne à Montrevel a fait {count} morts mardi, selon le préfet." for count in (4, 7)]
    articles = [analyse(document_from_text(text)) for text in texts]
    corrected = replace(articles[1].figures[0], value=4.0, corrected=("value",))
    items = (FigureItem(0, articles[0].figures[0]), FigureItem(1, corrected))
    lines = count_lines(items[0].figure, Counts(articles, FigureGroup(items)), lambda _found: False)
    assert ["✎" in line.text for line in lines] == [False, True]
