"""Pasted and piped texts on the screen: kept as soon as that is said, there at the next start, removed by a key."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from textual import events

from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tests.ui.stored import SAMPLES
from tui_reader.ingest.input_list import STDIN, Input
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.index.opening import open_index
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.status import Library, open_library
from tui_reader.library.values import KeepText, KeptText
from tui_reader.session.background_indexing import IndexingJob, IndexingState
from tui_reader.session.clippings import Clippings
from tui_reader.session.collection import Collection
from tui_reader.session.indexing import index_texts
from tui_reader.session.indexing_worker import work
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.session import Session
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import Choice

BRIDGE = SAMPLES / "harwick-bridge.txt"
PASTED = "Une dépêche\n\nLe pont a rouvert devant 300 personnes. « Il gèle », a dit Anne Roux.\n"
EXPORT = "".join(
    f"Le récit {name}\n\nLe vent tourne sur {name}.\n\nEnd of Document\n" for name in ("un", "deux", "trois")
)


def kept(path: Path) -> list[KeptText]:
    with contextlib.closing(open_library(path)) as library:
        return library.texts()


def texts_of(library: Library) -> KeptTexts:
    return KeptTexts(library.texts(), library.text)


async def paste(app: ReaderApp, pilot: ReaderPilot, text: str, title: str) -> None:
    app.screen.post_message(events.Paste(text))
    await wait_for(pilot, lambda: title in screen_text(app), "the text")
    await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "its article")


async def test_a_pasted_text_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading(library=open_library(path)) as (app, pilot):
        await paste(app, pilot, PASTED, "Une dépêche")
        await wait_for(pilot, lambda: "1 text kept until Del removes it" in screen_text(app), "the confirmation")
        assert [one.way for one in kept(path)] == ["pasted"], "it is in the library when that is said"
        await pilot.press("s", "c", "a")
        await paste(app, pilot, PASTED, "Une dépêche")
        assert app.reader.headlines.count == 7
    library = open_library(path)
    memory, texts, clippings = StatusLookup(library.statuses()), texts_of(library), Clippings(library.clippings())
    async with reading(memory=memory, library=library, texts=texts, clippings=clippings) as (app, pilot):
        assert app.reader.headlines.count == 7
        await pilot.press("G")
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "its article")
        lines = [line[1:35].strip() for line in screen_text(app).splitlines()]
        heading = next(row for row, line in enumerate(lines) if line.startswith("── Pasted and piped ──"))
        assert lines[heading + 1].startswith("●★ Une dépêche")
        assert re.fullmatch(r"pasted 20\d\d-\d\d-\d\d · 1 min", lines[heading + 2])
        await wait_for(pilot, lambda: "◆" in screen_text(app), "the sign of its clipping")
        await pilot.press("O")
        assert "without a file" in screen_text(app)
        await pilot.press("R")
        await wait_for(pilot, lambda: "nothing has changed" in screen_text(app), "that it is still there")


async def test_a_removed_text_is_out_of_the_library_until_that_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading(library=open_library(path)) as (app, pilot):
        await paste(app, pilot, PASTED, "Une dépêche")
        await wait_for(pilot, lambda: "1 text kept until Del removes it" in screen_text(app), "the confirmation")
        await pilot.press("c", "a")
        await wait_for(pilot, lambda: "kept: «" in screen_text(app), "the clipping")
        await pilot.press("escape", "escape", "delete")
        await wait_for(pilot, lambda: "1 text removed · u undoes it" in screen_text(app), "what was done")
        assert "6 articles" in screen_text(app)
        await wait_for(pilot, lambda: kept(path) == [], "that it is out of the library")
        await pilot.press("A", "enter")
        await wait_for(pilot, lambda: "Clipping whose article is not open" in screen_text(app), "the clipping's sheet")
        await pilot.press("escape", "u")
        assert app.reader.reading_list.current == app.reader.reading_list.shown == 6
        await wait_for(pilot, lambda: len(kept(path)) == 1, "that it is in the library again")
        await pilot.press("J", "delete")
        await wait_for(pilot, lambda: kept(path) == [], "that it is out of the library")
    assert kept(path) == []
    with contextlib.closing(open_library(path)) as library:
        assert len(library.clippings()) == 1


async def test_of_what_came_together_one_or_all_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading(library=open_library(path)) as (app, pilot):
        await paste(app, pilot, EXPORT, "Le récit un")
        await wait_for(pilot, lambda: "3 texts kept until Del removes them" in screen_text(app), "the confirmation")
        await pilot.press("delete", "enter")
        await wait_for(pilot, lambda: [one.record for one in kept(path)] == [1, 2], "that one is removed")
        await pilot.press("delete")
        assert isinstance(app.screen, Choice)
        assert "all 2 that came together" in screen_text(app)
        await pilot.press("escape")
        assert app.reader.headlines.count == 8
        await pilot.press("delete", "j", "enter")
        assert app.reader.headlines.count == 6
        assert "2 texts removed" in screen_text(app)
        await wait_for(pilot, lambda: kept(path) == [], "that all are removed")
        await pilot.press("u", "u")
        await wait_for(pilot, lambda: len(kept(path)) == 3, "that all are back")


async def test_a_piped_text_is_kept_from_the_start_and_its_path_is_not(tmp_path: Path) -> None:
    path = tmp_path / "library"
    library = open_library(path)
    library.keep([], {"paths": ["/news"]})
    document = document_from_text(PASTED, STDIN)
    collection = Collection([Input(STDIN, "standard input")], {0: document})
    app = ReaderApp(Session(collection, [STDIN], library=library))
    async with app.run_test():
        pilot = ReaderPilot(app)
        await wait_for(pilot, lambda: "1 text kept until Del removes it" in screen_text(app), "the confirmation")
        assert [(one.document, one.way) for one in kept(path)] == [(document.id, "piped")]
    with contextlib.closing(open_library(path)) as library:
        assert library.settings()["paths"] == ["/news"]
        assert library.text(document.id) == document


async def test_without_a_library_a_pasted_text_is_removed_and_never_said_to_be_kept() -> None:
    async with reading() as (app, pilot):
        await paste(app, pilot, PASTED, "Une dépêche")
        assert "kept until" not in screen_text(app)
        await pilot.press("delete")
        assert app.reader.headlines.count == 6
        await pilot.press("u")
        assert app.reader.headlines.count == 7


async def test_the_last_text_of_all_may_be_removed() -> None:
    document = document_from_text(PASTED)
    app = ReaderApp(Session(Collection([Input(STDIN, "standard input")], {0: document}), [STDIN]))
    async with app.run_test(size=(120, 36)):
        pilot = ReaderPilot(app)
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "its article")
        await pilot.press("delete")
        assert "0 articles" in screen_text(app)
        assert "Une dépêche" not in screen_text(app)
        await pilot.press("j", "enter", "v", "c", "y", "delete", "G", "u")
        assert "Une dépêche" in screen_text(app)


async def test_a_text_that_cannot_be_read_says_so_and_can_be_removed(tmp_path: Path) -> None:
    texts = KeptTexts([KeptText("d", "pasted", "2026-11-28T12:00:00.000000+00:00")])
    async with reading(texts=texts) as (app, pilot):
        await pilot.press("G")
        assert "is gone" in screen_text(app)
        await pilot.press("delete")
        assert app.reader.headlines.count == 6
        assert "6/7" not in screen_text(app), "as if one were still to be read"


class AtOnce:
    """Fills the index in this process."""

    def __init__(self, job: IndexingJob) -> None:
        self._job = job

    def reports(self) -> Iterator[IndexingState]:
        told: list[IndexingState] = []
        work(self._job, told.append)
        yield from told

    def kill(self) -> None:
        """It is done by then, or goes on."""


def finds(index: Path, query: str) -> bool:
    with contextlib.closing(open_index(index)) as opened:
        return bool(opened.search(query))


async def test_a_kept_text_is_found_and_opened_until_it_is_removed(tmp_path: Path) -> None:
    path, index = tmp_path / "library", tmp_path / "index"
    async with reading([BRIDGE], library=open_library(path), index=index, start_indexing=AtOnce) as (app, pilot):
        await wait_for(pilot, lambda: finds(index, "bridge"), "the file in the index")
        await paste(app, pilot, PASTED, "Une dépêche")
        await wait_for(pilot, lambda: finds(index, "speaker:roux"), "the text in the index")
        await pilot.press("g", "ctrl+f", *"speaker:roux")
        await wait_for(pilot, lambda: "1 found" in screen_text(app), "the answer")
        await pilot.press("enter")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the text")
        assert len(app.collection) == 2
        await pilot.press("delete")
        await wait_for(pilot, lambda: not finds(index, "speaker:roux"), "that it is out of the index")
        assert finds(index, "bridge")
        await pilot.press("ctrl+f")
        await wait_for(pilot, lambda: "1 found" not in screen_text(app), "that it is found no longer")
        await pilot.press("escape", "u")
        await wait_for(pilot, lambda: finds(index, "speaker:roux"), "that it is in the index again")


async def test_a_text_that_another_instance_keeps_is_opened_from_the_index_and_removed(tmp_path: Path) -> None:
    path, index, document = tmp_path / "library", tmp_path / "index", document_from_text(PASTED)
    library = open_library(path)
    texts = texts_of(library)
    async with reading([BRIDGE], library=library, texts=texts, index=index, start_indexing=AtOnce) as (app, pilot):
        await wait_for(pilot, lambda: finds(index, "bridge"), "the file in the index")
        with contextlib.closing(open_library(path)) as other, contextlib.closing(open_index(index)) as opened:
            other.keep([], changes=[KeepText(KeptText(document.id, "pasted", "2026-11-28T12:00:00"), document)])
            index_texts(opened, path)
        await pilot.press("ctrl+f", *"speaker:roux")
        await wait_for(pilot, lambda: "1 found" in screen_text(app), "the answer")
        await pilot.press("enter")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the text")
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "its article")
        assert "Une dépêche" in screen_text(app)
        await pilot.press("delete")
        await wait_for(pilot, lambda: kept(path) == [], "that it is out of the library")


TWO_MORE = [KeptText(name, "pasted", "2026-11-28T12:00:00.000000+00:00") for name in ("d", "e")]


def row_of_heading(app: ReaderApp) -> int:
    """The row of the heading, from the top of the list."""
    return next(row for row, line in enumerate(screen_text(app).splitlines()) if "── Pasted and piped" in line) - 1


async def test_the_cursor_passes_over_the_heading_and_the_mouse_cannot_choose_it() -> None:
    async with reading(texts=KeptTexts(TWO_MORE)) as (app, pilot):
        headlines = app.reader.headlines
        await pilot.press("r", "r", "G", "K")
        assert headlines.cursor == 6
        await pilot.press("k")
        assert headlines.cursor == 5
        row = row_of_heading(app)
        for rows_below, place in ((1, 6), (0, 6), (-1, 5), (0, 5), (2, 6), (3, 7)):
            await pilot.click("#headlines", offset=(5, row + rows_below))
            assert headlines.cursor == place


async def test_related_headlines_stand_above_the_heading() -> None:
    async with reading(texts=KeptTexts(TWO_MORE)) as (app, pilot):
        await pilot.press("G", "K", "K")
        await wait_for(pilot, lambda: bool(app.reader.headlines.related), "the related headlines")
        lines = [line[1:35].strip() for line in screen_text(app).splitlines()]
        assert lines[row_of_heading(app)].startswith("↳")
        assert lines[row_of_heading(app) + 2].startswith("!  pasted")


async def test_the_heading_is_in_sight_with_the_first_text_below_it() -> None:
    async with reading(texts=KeptTexts(TWO_MORE), size=(120, 8)) as (app, pilot):
        await pilot.press("G")
        assert "── Pasted and piped" not in screen_text(app)
        await pilot.press("K")
        assert row_of_heading(app) == 1
