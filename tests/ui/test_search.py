"""Searching on the screen: results as one types, opened at their place, and there again at the next time."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.ui.helpers import ReaderPilot, index_of, reading, screen_text, wait_for
from tests.ui.stored import SAMPLES, stored_articles
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.library.index.query_fields import FIELDS
from tui_reader.library.index.store import Hit
from tui_reader.model import Span
from tui_reader.session.background_indexing import IndexingState
from tui_reader.session.searching import Search
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.screens.search import SearchScreen
from tui_reader.ui.view.search_lines import empty_lines, excerpt_of, found_line, head_of, indexing_line, query_line

CRUE = SAMPLES / "crue-de-la-meurthe.txt"


@asynccontextmanager
async def searching(
    folder: Path, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[ReaderApp, ReaderPilot, SearchScreen]]:
    """The app on one sample, with all of them in its index, and the search open."""
    async with reading([CRUE], size, index=index_of(stored_articles().values(), folder)) as (app, pilot):
        await pilot.press("ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        yield app, pilot, app.screen


async def find(app: ReaderApp, pilot: ReaderPilot, query: str) -> None:
    """Type a query, and wait for what it finds."""
    await pilot.press(*query)
    assert isinstance(app.screen, SearchScreen)
    await wait_for(pilot, app.screen.has_answer, "the answer")


def window_text(app: ReaderApp) -> str:
    """What the window shows on a screen of 120 columns."""
    return "\n".join(line[10:110] for line in screen_text(app).splitlines()[2:-2])


async def article_of(app: ReaderApp, pilot: ReaderPilot, name: str) -> None:
    """Wait until an article is shown with its hits."""
    reader = app.reader
    await wait_for(pilot, lambda: bool(reader.article.hits), "the hits")
    entry = reader.reading_list.shown_entry
    assert entry is not None
    assert Path(entry.input.path).stem == name


async def test_results_come_while_one_types_and_are_chosen_with_the_arrows(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, window):
        await find(app, pilot, "le")
        count = window.results.count
        assert count > 1
        await pilot.press("down", "down", "up", "s")
        await wait_for(pilot, window.has_answer, "the answer")
        assert app.focused is window.field
        assert window.field.value == "les"
        await pilot.press("pagedown")
        assert window.results.cursor == window.results.count - 1
        await pilot.press("pageup", "down", "escape")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.results.cursor == 1
        assert app.screen.results.count == window.results.count


async def test_a_result_that_is_not_open_is_opened_at_its_place_and_the_results_are_there_again(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, _window):
        await find(app, pilot, "pumpkin committee")
        shown = window_text(app)
        assert "1 found" in shown
        await pilot.press("enter")
        await article_of(app, pilot, "giant-pumpkin")
        view = app.reader.article
        marked = {hit.of(view.page_shown.text).lower() for hit in view.hits}
        assert {"pumpkin", "committee"} <= marked
        assert app.focused is view
        place = view.hits.index(view.current or Span(0, 0))
        assert app.collection.entries[1].read
        await pilot.press("n")
        assert view.current == view.hits[place + 1]
        await pilot.press("ctrl+f")
        assert window_text(app) == shown
        await pilot.press("enter")
        assert len(app.collection) == 2, "it is open by now"
        await pilot.press("ctrl+f", "x")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.field.value == "x", "what was typed is selected"


async def test_a_result_that_is_open_is_gone_to_at_the_sentence_that_was_listed(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, _window):
        await find(app, pilot, "maire mémoire")
        await pilot.press("enter")
        await article_of(app, pilot, "crue-de-la-meurthe")
        assert len(app.collection) == 1
        view = app.reader.article
        assert view.current is not None
        cursor = view.units.sentence_at(view.current.start)
        assert cursor is not None
        assert "dans aucune mémoire" in cursor.of(view.page_shown.text)


async def test_enter_before_the_answer_opens_the_first_result(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, window):
        for letter in "pumpkin":
            window.field.insert_text_at_cursor(letter)
        await pilot.press("enter")
        await article_of(app, pilot, "giant-pumpkin")


async def test_what_is_wrong_is_said_and_the_results_stay(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, window):
        await find(app, pilot, "pumpkin")
        await pilot.press(*" (")
        await wait_for(pilot, lambda: "character 10: something is missing" in screen_text(app), "what is wrong")
        assert window.results.count == 1
        await pilot.press("enter")
        await article_of(app, pilot, "giant-pumpkin")


async def test_a_click_opens_a_result(tmp_path: Path) -> None:
    async with searching(tmp_path) as (app, pilot, _window):
        await find(app, pilot, "pumpkin")
        await pilot.click("#results", offset=(5, 2))
        await article_of(app, pilot, "giant-pumpkin")


async def test_an_empty_index_says_how_it_is_filled(tmp_path: Path) -> None:
    async with reading([CRUE], index=tmp_path / "none" / "index") as (app, pilot):
        await pilot.press("ctrl+f")
        await wait_for(pilot, lambda: "Nothing is in the index yet" in screen_text(app), "that it is empty")
        assert "tui-reader index PATH" in screen_text(app)
        await pilot.press("enter", "down", "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_an_index_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with reading([CRUE], index=tmp_path / "file" / "index") as (app, pilot):
        await pilot.press("ctrl+f", "a")
        await wait_for(pilot, lambda: "the index cannot be used: File exists" in screen_text(app), "what is wrong")
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_file_that_has_gone_since_is_listed_with_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "pont.txt"
    path.write_text("Le pont\n\nLe pont a rouvert lundi.\n", "utf-8")
    index = index_of([analyse(document) for document in read(str(path))], tmp_path)
    async with reading([CRUE], index=index) as (app, pilot):
        await pilot.press("ctrl+f")
        await find(app, pilot, "rouvert lundi")
        os.unlink(path)
        await pilot.press("enter")
        await wait_for(pilot, lambda: len(app.collection) == 2, "its entry")
        await wait_for(pilot, lambda: app.collection.entries[1].problem is not None, "what is wrong")


@pytest.mark.parametrize(
    ("query", "words"),
    [("speaker:granger chat", "L’eau est entrée sans frapper"), ("unit:EUR figure:300000", "300\u00a0000 euros")],
)
async def test_a_search_for_who_said_or_for_a_figure_leads_to_the_words(tmp_path: Path, query: str, words: str) -> None:
    async with searching(tmp_path) as (app, pilot, _window):
        await find(app, pilot, query)
        await pilot.press("enter")
        view = app.reader.article
        await wait_for(pilot, lambda: view.current is not None, "the place")
        assert view.current
        assert view.current.of(view.page_shown.text).startswith(words)


async def test_a_result_that_is_opened_from_the_list_alone_on_the_screen_is_in_sight(tmp_path: Path) -> None:
    async with searching(tmp_path, (60, 20)) as (app, pilot, _window):
        await find(app, pilot, "unit:mm")
        await pilot.press("enter")
        view = app.reader.article
        await wait_for(pilot, lambda: view.current is not None, "the place")
        await wait_for(pilot, lambda: "15 à 20 millimètres" in screen_text(app), "the figure in sight")
        assert app.reader.pane_controller.active is view
        await pilot.press("n")
        assert "nothing was looked for" not in screen_text(app)


HIT = Hit(
    "d",
    "/a",
    None,
    "Le pont\nrouvre",
    "La Gazette",
    "2024-03-01",
    "Le pont a rouvert\nlundi.",
    (Span(3, 7),),
    Span(3, 7),
)


@pytest.mark.parametrize("width", [1, 10, 30, 60, 100])
def test_a_result_has_room(width: int) -> None:
    title, where = head_of(HIT, width)
    assert ((title + where) == "Le pont rouvre — La Gazette, 1 Mar 2024") == (width >= 39)
    assert cell_len(title) <= max(width // 2, width - cell_len(where))
    crowded = HIT._replace(title="Le pont " * 20, site="Le Courrier du Ponant et de la Sarne")
    title, where = head_of(crowded, width)
    assert where.endswith("1 Mar 2024")
    assert cell_len(title + where) <= width or width <= 30
    long = HIT._replace(words="mot " * 40 + "pont.", hits=(Span(0, 3), Span(160, 164)), focus=Span(0, 3))
    assert excerpt_of(long, width)[0].startswith("mot") or width <= 3
    at_end = long._replace(hits=(Span(160, 164),), focus=Span(160, 164))
    [later] = excerpt_of(at_end, width).marks
    shown = excerpt_of(at_end, width).words
    assert later.of(shown) == "pont"
    assert later.end <= max(width, 6)
    assert shown.startswith("…")
    number = HIT._replace(words="mot " * 40 + "1 833 morts.", hits=(Span(166, 171),), focus=Span(166, 171))
    assert all("1 833" in words or "833" not in words for words in [excerpt_of(number, width).words])


def test_a_title_that_is_missing_is_said() -> None:
    bare = HIT._replace(title="", site="", day="")
    assert head_of(bare, 40) == ("a", "")
    assert head_of(bare._replace(path="/b/press.jsonl", record=2), 40) == ("press.jsonl #3", "")
    assert head_of(bare._replace(path=None), 40) == ("without a title", "")


@pytest.mark.parametrize(
    ("query", "problem", "width", "line"),
    [
        ("", "", 80, "↓ ↑ choose, Enter opens, Esc closes"),
        ("", "", 30, "Enter opens, Esc closes"),
        ("pont", "", 80, "↓ ↑ choose, Enter opens, Esc closes · ctrl+s keeps the search"),
        ("pont", "", 50, "Enter opens, Esc closes · ctrl+s keeps the search"),
        ("pont", "", 36, "Esc closes · ctrl+s keeps the search"),
        ("pont", "", 30, "Enter opens, Esc closes"),
        ("pont", "", 5, "Esc closes"),
        ("pont -speaker:", "character 14: something is missing", 80, "speaker: who said something"),
        ("pont (said:ou", "", 80, "said: words inside a quote · ctrl+s keeps the search"),
        ("pont (said:ou", "", 40, "said: words inside a quote"),
        ("figure:x", "character 1: no number", 30, "character 1: no number"),
        ("foo:", "character 1: foo is no field", 80, "character 1: foo is no field"),
        ("kept", "character 1: no number", 80, "character 1: no number · ctrl+s keeps it no longer"),
        ("kept", "", 80, "↓ ↑ choose, Enter opens, Esc closes · ctrl+s keeps it no longer"),
    ],
)
def test_what_is_said_of_a_query(query: str, problem: str, width: int, line: str) -> None:
    assert query_line(Search(query, problem=problem), width, is_kept=query == "kept") == line


@pytest.mark.parametrize(
    ("state", "articles", "line"),
    [
        (IndexingState(), None, ""),
        (IndexingState(), 1, "1 article indexed"),
        (IndexingState(9, 9, 3.0), 1200, "1200 articles indexed"),
        (IndexingState(9, 3, 2.6, is_running=True), 3, "3 of 9 indexed, 3 a second"),
        (IndexingState(9, 3, is_stopped=True), 3, "indexing stopped at 3 of 9"),
        (IndexingState(9, 3, problem="disk full"), 3, "indexing failed: disk full"),
    ],
)
def test_how_far_indexing_is(state: IndexingState, articles: int | None, line: str) -> None:
    assert indexing_line(state, articles) == line


def test_what_stands_where_nothing_is_found() -> None:
    assert {line.text.split(":")[0] for line in empty_lines(Search(articles=3))} >= set(FIELDS)
    assert [line.text for line in empty_lines(Search("a", articles=3, answered="a"))] == ["no article fits this query"]
    assert empty_lines(Search("a", articles=3)) == []
    assert empty_lines(Search("(", articles=3, answered="(", problem="wrong")) == []
    assert "Nothing is in the index yet." in [line.text for line in empty_lines(Search("a", articles=0))]


def test_how_much_was_found() -> None:
    assert found_line(Search()) == found_line(Search("a")) == "Articles"
    assert found_line(Search("a", [HIT], answered="a")) == "1 found"
    assert found_line(Search("a", [HIT] * 50, answered="a")) == "the best 50"
    wrong = Search("a (", [HIT], found_by="a", answered="a (", problem="character 4: something is missing")
    assert found_line(wrong) == "1 found by: a"
    assert found_line(Search("a (", answered="a (", problem="character 4: something is missing")) == "Articles"
