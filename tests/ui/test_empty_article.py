"""An article of which nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.helpers import reading, wait_for
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.commands.keys import COMMANDS

ONLY = "Le pont a rouvert lundi matin devant trois cents personnes, « enfin », a dit Anne Roux."
WORDS = "everything was left out of this text; V lists it"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "pont.txt"
    path.write_text(f"{ONLY}\n", encoding="utf-8")
    return path


def said(app: ReaderApp) -> str:
    """What the page says in place of the text; a message in passing may stand over it on the screen."""
    return " ".join(row.note for row in app.reader.article.layout_now.rows if row.note)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 10), (20, 6)])
async def test_the_only_block_can_be_taken_out_and_put_back(path: Path, size: tuple[int, int]) -> None:
    async with reading([path], size=size, paints=True) as (app, pilot):
        await pilot.press("enter", "i", "G", "enter")
        await wait_for(
            pilot,
            lambda: (
                app.reader.reading_list.shown_article is not None and not app.reader.reading_list.shown_article.text
            ),
            "that it is gone",
        )
        await wait_for(pilot, lambda: not app.reader.article.page_shown.text, "the empty page")
        assert WORDS in said(app)
        for other in ((1, 1), (160, 45), (21, 7), size):
            await pilot.resize_terminal(*other)
            await pilot.pause()
        assert WORDS in said(app)
        await pilot.press("V", "G", "i")
        await wait_for(
            pilot,
            lambda: (
                app.reader.reading_list.shown_article is not None and ONLY in app.reader.reading_list.shown_article.text
            ),
            "that it is back",
        )


async def test_every_key_works_on_an_empty_page(path: Path) -> None:
    async with reading([path], size=(120, 24)) as (app, pilot):
        await pilot.press("enter", "i", "G", "enter")
        await wait_for(pilot, lambda: WORDS in said(app), "what is said")
        leaving = ("quit", "leave", "suspend", "edit")
        keys = [key for one in COMMANDS if one.id not in leaving and not one.mode for key in one.keys.split(",")]
        for key in keys:
            await pilot.press(key)
            while app.screen is not app.reader or app.reader.find_bar.display:
                await pilot.press("escape")
            app.reader.pane_controller.focus(app.reader.article)
        await pilot.resize_terminal(30, 8)
        await pilot.click("#article", offset=(5, 3))
        assert app.crash is None
        await pilot.press("y")
        assert app.clipboard == ""
