"""Indexing in the background on the screen: it begins when the list is at rest, is shown, and can be stopped."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

from tests.ui.helpers import ReaderPilot, index_of, reading, screen_text, wait_for
from tests.ui.stored import SAMPLES, stored_articles
from tui_reader.ingest.sources import document_from_text
from tui_reader.session.background_indexing import IndexingJob, IndexingState
from tui_reader.session.summary import summarise
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.search import SearchScreen

CRUE = SAMPLES / "crue-de-la-meurthe.txt"
RUNNING = IndexingState(3000, 312, 40.2, is_running=True)


class Told:
    """Begins processes whose states a test tells, one after another."""

    def __init__(self) -> None:
        self.jobs: list[IndexingJob] = []
        self.queue: queue.Queue[IndexingState | None] = queue.Queue()

    def __call__(self, job: IndexingJob) -> Told:
        self.jobs.append(job)
        return self

    def reports(self) -> Iterator[IndexingState]:
        while state := self.queue.get():
            yield state

    def kill(self) -> None:
        self.queue.put(None)


async def say(app: ReaderApp, pilot: ReaderPilot, told: Told, state: IndexingState) -> None:
    told.queue.put(state)
    await wait_for(pilot, lambda: app.reader.indexing_controller.state == state, "the state")


async def test_what_is_open_is_indexed_once_and_again_when_something_is_new(tmp_path: Path) -> None:
    told = Told()
    (tmp_path / "a.txt").write_text("Un titre\n\nLe texte.\n", "utf-8")
    async with reading([tmp_path], index=tmp_path / "index", start_indexing=told) as (app, pilot):
        await wait_for(pilot, lambda: len(told.jobs) == 1, "the beginning")
        assert (told.jobs[0].index_path, told.jobs[0].paths) == (tmp_path / "index", [str(tmp_path / "a.txt")])
        await pilot.press("enter", "v", "v", "R")
        await wait_for(pilot, lambda: "nothing has changed" in screen_text(app), "that nothing has changed")
        assert len(told.jobs) == 1
        (tmp_path / "b.txt").write_text("Un autre titre\n\nUn autre texte.\n", "utf-8")
        await pilot.press("R")
        await wait_for(pilot, lambda: len(told.jobs) == 2, "that it begins again")
        assert told.jobs[1].paths == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


async def test_articles_that_prove_to_be_alike_later_are_not_to_be_indexed_again(tmp_path: Path) -> None:
    told = Told()
    text = "Un titre\n\n" + " ".join(f"La marée {number} du port monte." for number in range(40))
    for name, words in (("a", f"{text} Un peu."), ("b", "Un autre titre\n\nUn autre texte.")):
        (tmp_path / f"{name}.txt").write_text(f"{words}\n", "utf-8")
    async with reading([tmp_path], index=tmp_path / "index", start_indexing=told) as (app, pilot):
        await wait_for(pilot, lambda: len(told.jobs) == 1, "the beginning")
        collection = app.collection
        await wait_for(pilot, lambda: collection.known == 2, "both")
        collection.put_summary(1, summarise(document_from_text(f"{text} Beaucoup.\n")))
        assert collection.entries[1].alike == 0
        assert app.reader.indexing_controller.has_begun


async def test_how_far_it_is_stands_in_the_search_and_it_can_be_stopped(tmp_path: Path) -> None:
    told = Told()
    async with reading([CRUE], index=tmp_path / "index", start_indexing=told) as (app, pilot):
        await wait_for(pilot, lambda: len(told.jobs) == 1, "the beginning")
        assert "Stop indexing" not in [command.title for command in app.get_system_commands(app.screen)]
        await pilot.press("ctrl+f")
        await say(app, pilot, told, RUNNING)
        assert "312 of 3000 indexed, 40 a second" in screen_text(app)
        await pilot.press("escape", "ctrl+f")
        assert "312 of 3000 indexed" in screen_text(app)
        [stop] = [one for one in app.get_system_commands(app.screen) if one.title == "Stop indexing"]
        stop.callback()
        await wait_for(pilot, lambda: "indexing stopped; it goes on" in screen_text(app), "that it is stopped")
        assert "indexing stopped at 312 of 3000" in screen_text(app)
        app.reader.indexing_controller.take(RUNNING)  # it was under way already
        app.reader.indexing_controller.begin()
        assert len(told.jobs) == 1
        assert "indexing stopped at" in screen_text(app)


async def test_what_went_wrong_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    told = Told()
    async with reading([CRUE], index=tmp_path / "index", start_indexing=told) as (app, pilot):
        await say(app, pilot, told, IndexingState(1, problem="disk full"))
        assert "indexing failed: disk full" in screen_text(app)
        await pilot.press("enter", "ctrl+f")
        assert "indexing failed: disk full" in screen_text(app)


async def test_a_search_that_found_nothing_is_made_again_as_the_index_grows(tmp_path: Path) -> None:
    async with reading([CRUE], index=tmp_path / "index", start_indexing=(told := Told())) as (app, pilot):
        await pilot.press("ctrl+f", *"crue")
        await wait_for(pilot, lambda: "Nothing is in the index yet" in screen_text(app), "that it is empty")
        index_of(stored_articles().values(), tmp_path)
        await say(app, pilot, told, RUNNING)
        assert isinstance(app.screen, SearchScreen)
        await wait_for(pilot, lambda: "1 found" in screen_text(app), "what the index has by now")


async def test_an_index_that_is_removed_while_the_search_is_open_is_filled_again(tmp_path: Path) -> None:
    index, told = index_of(stored_articles().values(), tmp_path), Told()
    async with reading([CRUE], index=index, start_indexing=told) as (app, pilot):
        await wait_for(pilot, lambda: len(told.jobs) == 1, "the beginning")
        await say(app, pilot, told, IndexingState(1, 1))
        await pilot.press("ctrl+f")
        window = app.screen
        assert isinstance(window, SearchScreen)
        await wait_for(pilot, window.has_answer, "the answer")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{index}{suffix}").unlink(missing_ok=True)
        await pilot.press(*"cr")
        await wait_for(pilot, window.has_answer, "the answer")
        assert len(told.jobs) == 2
        await pilot.press(*"ue")
        await wait_for(pilot, window.has_answer, "the answer")
        assert len(told.jobs) == 2, "once"
