"""Saved searches on the screen: kept by a key, counted off the loop, opened and removed in the list."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style

from tests.ui.helpers import ReaderPilot, index_of, reading, screen_text, wait_for
from tests.ui.stored import SAMPLES, stored_articles
from tests.ui.test_indexing import RUNNING, Told, say
from tui_reader.library.status import open_library
from tui_reader.library.values import SavedSearch
from tui_reader.session.saved_searches import SavedSearches, SearchCount
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.reader import ReaderScreen, saved_search_controller
from tui_reader.ui.screens.reader.saved_search_controller import SavedSearchController
from tui_reader.ui.screens.search import SearchScreen
from tui_reader.ui.widgets.headline_list import search_row

CRUE = SAMPLES / "crue-de-la-meurthe.txt"
BRIDGE = SAMPLES / "harwick-bridge.txt"


def searches_of(*queries: str) -> SavedSearches:
    return SavedSearches(SavedSearch(query, f"2026-11-{day:02}") for day, query in enumerate(queries))


@asynccontextmanager
async def searches_in_list(
    folder: Path, *queries: str, size: tuple[int, int] = (120, 36), paths: Iterable[Path] = (CRUE, BRIDGE)
) -> AsyncIterator[tuple[ReaderApp, ReaderPilot]]:
    """The app on samples, all of which are in its index, with a library and saved searches that are counted."""
    index, library = index_of(stored_articles().values(), folder), open_library(folder / "library")
    searches = SavedSearches(library.searches()) if not queries else searches_of(*queries)
    async with reading(list(paths), size, index=index, library=library, searches=searches) as (app, pilot):
        await wait_for(pilot, lambda: all(map(searches.count_of, searches.queries)), "the counts")
        yield app, pilot


def list_rows(app: ReaderApp) -> list[str]:
    """The rows of the list, without its border, on a screen of 120 columns."""
    return [line[1:35].strip() for line in screen_text(app).splitlines()[2:-2]]


def kept(folder: Path) -> list[str]:
    with closing(open_library(folder / "library")) as library:
        return [search.query for search in library.searches()]


async def test_a_search_that_is_kept_stands_in_the_list_and_at_the_next_start(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path) as (app, pilot):
        await pilot.press("ctrl+f", *"pumpkin")
        assert "ctrl+s keeps the search" in screen_text(app)
        await pilot.press("ctrl+s")
        assert "ctrl+s keeps it no longer" in screen_text(app)
        await wait_for(pilot, lambda: "kept in the list: pumpkin" in screen_text(app), "the confirmation")
        assert kept(tmp_path) == ["pumpkin"], "it is in the library when that is said"
        await pilot.press("escape")
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")
        assert app.reader.reading_list.current == 0, "the cursor stays at the article"
    async with searches_in_list(tmp_path) as (app, pilot):
        rows = list_rows(app)
        assert rows[0].startswith("── Saved searches ──")
        assert rows[1].split() == ["●", "pumpkin", "1/1"]
        assert rows[2].startswith("── Articles ──")
        assert rows[3].startswith("●  Crue de la Meurthe")
        await pilot.press("k", "enter")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.field.value == "pumpkin"
        await wait_for(pilot, app.screen.has_answer, "the answer")
        await pilot.press("ctrl+s")
        await wait_for(pilot, lambda: kept(tmp_path) == [], "that it is kept no longer")
        await pilot.press("escape")
        assert list_rows(app)[0].startswith("●  Crue de la Meurthe")
        assert app.reader.reading_list.current == 0


async def test_nothing_typed_is_not_kept(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path) as (app, pilot):
        await pilot.press("ctrl+f", "ctrl+s", "space", "ctrl+s", "escape")
        assert list_rows(app)[0].startswith("●  Crue de la Meurthe")


async def test_a_query_that_cannot_be_asked_is_not_kept(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path) as (app, pilot):
        await pilot.press("ctrl+f", *"crue foo:1", "ctrl+s")
        assert "not kept: character 6: foo is no field" in screen_text(app)
        await pilot.press("escape")
        assert list_rows(app)[0].startswith("●  Crue de la Meurthe")


async def test_what_is_read_is_counted_anew(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue OR bridge", "is:starred") as (app, pilot):
        assert [row.split()[-1] for row in list_rows(app)[1:3]] == ["2/2", "0/0"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: "1/2" in list_rows(app)[1], "the count")
        await pilot.press("s")
        await wait_for(pilot, lambda: "0/1" in list_rows(app)[2], "the count")
        await pilot.press("m")
        await wait_for(pilot, lambda: "2/2" in list_rows(app)[1], "the count")


async def test_a_search_is_removed_by_a_key_until_that_is_undone(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue", "bridge") as (app, pilot):
        await pilot.press("k", "k", "delete")
        assert "no longer kept: crue" in screen_text(app)
        assert app.reader.reading_list.search == "bridge"
        await pilot.press("u")
        assert list_rows(app)[1].startswith("●  crue")
        await wait_for(pilot, lambda: kept(tmp_path) == ["crue"], "that it is in the library")
        await pilot.press("J", "delete")
        assert "only saved searches, pasted and piped texts" in screen_text(app), "the cursor is at an article"


async def test_a_search_that_is_wrong_by_now_says_so(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "foo:x") as (app, pilot):
        assert " ".join(list_rows(app)[1].split()).startswith("! foo:x character 1: foo")
        await pilot.press("g", "enter")
        await wait_for(pilot, lambda: "character 1: foo is no field" in screen_text(app), "what is wrong")


async def test_without_a_library_that_is_said(tmp_path: Path) -> None:
    async with reading([CRUE], index=index_of(stored_articles().values(), tmp_path)) as (app, pilot):
        await pilot.press("ctrl+f", *"crue", "ctrl+s")
        assert "kept until you leave: crue" in screen_text(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")


async def test_the_cursor_goes_over_searches_as_over_headlines(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue", "bridge") as (app, pilot):
        reading_list, shown = app.reader.reading_list, app.reader.article.page_shown
        await pilot.press("k")
        await pilot.pause(0.1)
        assert (reading_list.search, reading_list.shown) == ("bridge", 0)
        assert app.reader.article.page_shown is shown, "the article stays"
        assert "↳" not in "".join(list_rows(app)), "what belongs to another row is gone"
        assert "Headlines ─" in screen_text(app)
        await pilot.press("s", "m")
        assert not app.collection.entries[0].starred
        assert not app.collection.entries[0].read
        await pilot.press("g")
        assert reading_list.search == "crue"
        await pilot.press("j", "j")
        assert reading_list.current == 0
        await wait_for(pilot, lambda: "↳" in "".join(list_rows(app)), "the related headlines")
        await pilot.press("g", "n")
        assert reading_list.current == 0
        await pilot.press("g", "G")
        assert reading_list.current == 1


async def test_the_mouse_opens_a_search_and_cannot_choose_a_heading(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue", "bridge") as (app, pilot):
        reading_list = app.reader.reading_list
        for row in (1, 4):
            await pilot.click("#headlines", offset=(5, row))
            assert reading_list.current == 0
            assert not app.collection.entries[0].read
        await pilot.click("#headlines", offset=(5, 6))
        assert app.collection.entries[0].read
        await pilot.click("#headlines", offset=(5, 3))
        assert reading_list.search == "bridge"
        assert isinstance(app.screen, SearchScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.click("#headlines", offset=(5, 9))
        assert reading_list.current == 1


async def test_the_first_article_is_in_sight_where_searches_leave_no_room(tmp_path: Path) -> None:
    queries = [f"mot{number}" for number in range(12)]
    async with searches_in_list(tmp_path, *queries, size=(120, 12)) as (app, pilot):
        assert any(row.startswith("●  Crue de la Meurthe") for row in list_rows(app))
        await pilot.press("g")
        assert list_rows(app)[0].startswith("── Saved searches")
        assert list_rows(app)[1].split() == ["○", "mot0", "0/0"]
        await pilot.press("ctrl+d", "ctrl+d", "G")
        assert app.reader.reading_list.current == 1
        assert any(row.startswith("●  Harwick") for row in list_rows(app))


async def test_at_the_start_the_list_begins_with_its_first_row(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue") as (app, _pilot):
        assert list_rows(app)[0].startswith("── Saved searches")


async def test_a_list_without_articles_says_so_below_the_searches(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue") as (app, pilot):
        await pilot.press("w", "w")
        assert list_rows(app)[1].startswith("●  crue")
        assert list_rows(app)[2].startswith("no starred article")
        assert app.reader.reading_list.search == "crue"
        await pilot.press("J", "j", "k", "n")
        assert app.reader.reading_list.search == "crue"


async def test_what_the_palette_finds_is_gone_to_below_the_searches(tmp_path: Path) -> None:
    async with searches_in_list(tmp_path, "crue", "bridge") as (app, pilot):
        await pilot.press("colon", *"harwick")
        await wait_for(pilot, lambda: "Article: Harwick" in screen_text(app), "the article")
        await pilot.press("enter")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "it")


async def test_counting_begins_when_all_titles_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, known = SavedSearchController.begin, list[tuple[int, int]]()

    def begin(controller: SavedSearchController) -> None:
        collection = controller._list.collection
        known.append((collection.known, len(collection)))
        assert not controller._list.searches.count_of("crue") or len(known) > 1
        usual(controller)

    monkeypatch.setattr(SavedSearchController, "begin", begin)
    index = index_of(stored_articles().values(), tmp_path)
    async with reading(index=index, searches=searches_of("crue")) as (app, pilot):
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")
    assert known
    assert all(done == count for done, count in known)


async def test_searches_are_counted_as_the_index_grows_but_not_while_one_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, searches = Told(), searches_of("crue")
    async with reading([CRUE], index=tmp_path / "index", start_indexing=told, searches=searches) as (app, pilot):
        await wait_for(pilot, lambda: "0/0" in list_rows(app)[1], "the count")
        await pilot.press("ctrl+f")
        index_of(stored_articles().values(), tmp_path)
        await say(app, pilot, told, RUNNING)
        assert searches.count_of("crue") == SearchCount(0, 0)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")
        searches.take("crue", SearchCount(9, 9))
        await say(app, pilot, told, RUNNING._replace(done=400))
        assert searches.count_of("crue") == SearchCount(9, 9), "they were counted a moment before"
        await say(app, pilot, told, RUNNING._replace(done=3000, is_running=False))
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")
        searches.take("crue", SearchCount(9, 9))
        monkeypatch.setattr(saved_search_controller, "PROGRESS_SECONDS", 0.0)
        await say(app, pilot, told, RUNNING._replace(done=500))
        await wait_for(pilot, lambda: "1/1" in list_rows(app)[1], "the count")


@pytest.mark.parametrize("width", [1, 3, 8, 14, 20, 40])
@pytest.mark.parametrize(
    ("count", "sign", "shown"),
    [
        (None, " ", ""),
        (SearchCount(12, 3), "●", "3/12"),
        (SearchCount(12, 0), "○", "0/12"),
        (SearchCount(problem="character 3: foo is no field"), "!", "character 3: foo is"),
    ],
)
def test_a_row_gives_the_count_room(width: int, count: SearchCount | None, sign: str, shown: str) -> None:
    text = "".join(part for part, _style in search_row("speaker:granger", count, width, Style()))
    assert text[0] == sign
    if width >= 14:
        assert cell_len(text) == width
    if width == 40:
        assert text.startswith(f"{sign}  speaker:granger")
        assert shown in text
