"""What is told stands at the foot of the screen, one notice at a time, and in a log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets._toast import Toast

from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tui_reader.errors import LibraryError
from tui_reader.library.status import open_library
from tui_reader.session.notices import Notice
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view.notice_text import notice_lines, notice_text

NOON = datetime(2026, 11, 29, 12, 0, 5).astimezone()


def foot(app: ReaderApp) -> str:
    return screen_text(app).splitlines()[-1]


async def tell(app: ReaderApp, pilot: ReaderPilot, *texts: str, warns: bool = False) -> None:
    for text in texts:
        app.notify(text, severity="warning" if warns else "information")
    await pilot.pause()


@pytest.mark.parametrize(
    ("notice", "further", "width", "shown"),
    [
        (Notice("kept: « Enfin »"), 0, 40, "kept: « Enfin »"),
        (Notice("kept: « Enfin »"), 0, 15, "kept: « Enfin »"),
        (Notice("kept: « Enfin »"), 0, 14, "kept: « Enfin…"),
        (Notice("kept: « Enfin »"), 0, 12, "kept: «…"),
        (Notice("antidisestablishment of it"), 0, 12, "antidisesta…"),  # no blank to cut at
        (Notice("a.txt: is empty", "warning"), 0, 40, "! a.txt: is empty"),
        (Notice("a.txt: is empty", "error"), 2, 40, "! a.txt: is empty (2 more)"),
        (Notice("a.txt: is empty", "warning"), 2, 22, "! a.txt: is… (2 more)"),
        (Notice("/home/a b/x: is locked; it is not kept", "error"), 0, 36, "! …/x: is locked; it is not kept"),
        (Notice("/home/a b/x: is locked; it is not kept", "error"), 0, 40, "! /home/a b/x: is locked; it is not kept"),
        (Notice("日本語の見出し", "warning"), 0, 9, "! 日本語…"),
        (Notice("kept"), 0, 0, ""),
    ],
)
def test_a_notice_has_room(notice: Notice, further: int, width: int, shown: str) -> None:
    assert notice_text(notice, further, width) == shown
    assert cell_len(shown) <= width


def test_the_log_has_the_latest_first_and_says_once_what_was_told_several_times() -> None:
    told = [Notice(text, "information", NOON) for text in ("kept", "no further quote", "no further quote")]
    lines = notice_lines([*told, Notice("is gone", "error", NOON)])
    assert [line.text for line in lines] == ["12:00:05  ! is gone", "12:00:05  no further quote ×2", "12:00:05  kept"]
    assert [line.text for line in notice_lines([])] == ["no message yet"]


SIZES = [(120, 36), (80, 24), (60, 20), (40, 12)]


async def test_one_notice_stands_at_the_foot_and_covers_no_text() -> None:
    async with reading() as (app, pilot):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            before = screen_text(app).splitlines()
            await tell(app, pilot, "first", "[b]second[/b] \x1b[2J", warns=True)
            after = screen_text(app).splitlines()
            assert after[:-1] == before[:-1]
            assert after[-1].startswith(" ! [b]second[/b] ␛[2J (1 more)")
            assert "first" not in after[-1]
            assert not any(screen.query(Toast) for screen in app.screen_stack)
            await pilot.press("enter")


async def test_information_goes_in_time_and_a_warning_with_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.ui.notices.SECONDS", 0.05)
    async with reading() as (app, pilot):
        await tell(app, pilot, "in passing")
        await wait_for(pilot, lambda: "in passing" not in foot(app), "its end")
        await tell(app, pilot, "went wrong", "this, too", warns=True)
        await tell(app, pilot, "in passing")
        assert foot(app).startswith(" ! this, too (1 more)  ")
        await pilot.press("j")
        assert app.reader.headlines.cursor == 1, "the key does what it does"
        await wait_for(pilot, lambda: foot(app).startswith(" ⏎ Open"), "the end of both")


@pytest.mark.parametrize("keys", ["?", "S", ":", "V", ("c", "a", "A"), ("c", "a", "A", "n")])
async def test_what_is_told_while_a_window_is_open_is_shown_there(keys: Sequence[str]) -> None:
    async with reading() as (app, pilot):
        await tell(app, pilot, "before it opened")
        await pilot.press(*keys)
        await pilot.pause()
        assert not isinstance(app.screen, ReaderScreen)
        assert "before it opened" not in screen_text(app)
        above = screen_text(app).splitlines()[: app.size.height - 1]
        await tell(app, pilot, "cannot be written", warns=True)
        assert foot(app).startswith(" ! cannot be written")
        assert screen_text(app).splitlines()[: app.size.height - 1] == above, "the window has not moved"
        await tell(app, pilot, "meanwhile")
        await pilot.press("escape", "escape", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert foot(app).startswith(" meanwhile  ")


@pytest.mark.parametrize("end", ["enter", "escape", "tab"])
async def test_what_is_told_while_one_types_waits(end: str) -> None:
    async with reading() as (app, pilot):
        await pilot.press("/")
        await tell(app, pilot, "cannot be written", warns=True)
        await pilot.press("h")
        assert "Title, file or raw text" in foot(app)
        await pilot.press(end)
        assert foot(app).startswith(" ! cannot be written")
        await pilot.press("j")
        assert "cannot be written" not in foot(app)


async def test_a_click_answers_a_warning() -> None:
    async with reading() as (app, pilot):
        await tell(app, pilot, "went wrong", warns=True)
        await pilot.click("#article", offset=(5, 5))
        assert "went wrong" not in foot(app)


async def test_the_palette_lists_what_was_told() -> None:
    async with reading(size=(60, 20)) as (app, pilot):
        await tell(app, pilot, "word " * 30 + "end")
        app.post_message(app.Unkept(LibraryError("library", "is locked")))
        await pilot.pause()
        assert foot(app).startswith(" ! library: is locked  ")
        await pilot.press(":", *"Messages")
        await wait_for(pilot, lambda: "what was said so far" in screen_text(app), "the command")
        await pilot.press("enter", "enter")
        await wait_for(pilot, lambda: "word end" in screen_text(app), "the whole message")
        shown = screen_text(app)
        assert shown.index("! library: is locked") < shown.index("word word") < shown.index("word end")


async def test_a_click_on_a_key_beside_a_notice_presses_it() -> None:
    async with reading() as (app, pilot):
        await tell(app, pilot, "kept")
        await pilot.click(type(app.reader.key_line), offset=(foot(app).index("v Raw") + 1, 0))
        await wait_for(pilot, lambda: app.collection.entries[0].raw, "the raw view")


async def test_what_is_to_be_told_at_the_start_is(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    async with reading(library=library, notices=["a setting is wrong", "so is another"]) as (app, pilot):
        assert foot(app).startswith(" ! so is another (1 more)  ")
        await pilot.press("j")
        assert foot(app).startswith(" ? lists all keys  ")
