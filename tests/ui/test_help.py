"""The help answers the keys that it lists, and explains every sign that the widgets use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.ui.helpers import reading, screen_text
from tui_reader.ui import app as app_module
from tui_reader.ui.commands.keys import COMMANDS, Keymap
from tui_reader.ui.screens.help import ACTIONS, HelpScreen
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view import signs
from tui_reader.ui.view.help_lines import explained, help_lines
from tui_reader.ui.view.lines import wrapped

LITERAL = re.compile(r"""["'][^"'\n]*[●○★↳▸◆≈≤≥▎▾×][^"'\n]*["']""")


def rows(*, ascii_only: bool = False) -> dict[str, str]:
    return {row.shown: row.meaning for row in explained(Keymap(), ascii_only=ascii_only)}


def test_every_key_and_every_sign_is_explained() -> None:
    shown = rows()
    assert {sign.sign for sign in signs.SIGNS} <= set(shown)
    assert len(list(explained(Keymap(), ascii_only=False))) == len(COMMANDS) + len(signs.SIGNS) + 1
    assert "mouse" in shown["ctrl+c"]
    assert rows(ascii_only=True)[">="] == shown["≥"] == "at least"


@pytest.mark.parametrize("place", [signs.IN_LIST, signs.IN_SIDE, signs.IN_ARTICLE])
def test_signs_differ_from_each_other_where_they_stand_in_ascii_too(place: tuple[signs.Sign, ...]) -> None:
    together = [*place, *signs.EVERYWHERE]
    for ascii_only in (False, True):
        assert len({sign.shown(ascii_only=ascii_only) for sign in together}) == len(together)
    assert all(sign.ascii.isascii() and cell_len(sign.sign) == 1 for sign in together)


def test_no_widget_has_a_sign_of_its_own() -> None:
    for path in Path(app_module.__file__).parent.rglob("*.py"):
        if path.name != "signs.py":
            code = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
            assert not LITERAL.findall(code), path


@pytest.mark.parametrize(("width", "words"), [(100, ""), (49, ""), (20, ""), (1, ""), (60, "HEADLINE"), (60, "none")])
def test_lines_have_room_and_the_words_of_the_filter(width: int, words: str) -> None:
    lines = help_lines(explained(Keymap(), ascii_only=False), width, words)
    if width >= 40:
        assert max(cell_len(line.text) for line in wrapped(lines, width)) <= width
    shown = "\n".join(line.text for line in lines)
    assert ("half a page down" in shown) == (not words)
    if words == "HEADLINE":
        assert [line.text for line in lines if line.look == "head"] == ["Headlines", "Signs"]
    if words == "none":
        assert shown == "nothing here has these words"


async def test_the_help_answers_the_keys_that_it_lists() -> None:
    async with reading(size=(80, 24), keys={"down": "n", "quit": "Q"}) as (app, pilot):
        await pilot.press("?")
        window = app.screen
        assert isinstance(window, HelpScreen)
        box, page = window.list, window.list.size.height
        for key, row in (
            *(("n", 1), ("down", 2), ("k", 1), ("space", page + 1), ("b", 1), ("ctrl+d", 1 + page // 2), ("ctrl+u", 1)),
            *(("pagedown", page + 1), ("pageup", 1), ("G", box.count - page), ("g", 0), ("end", box.count - page)),
        ):
            await pilot.press(key)
            assert abs(box.scroll_offset.y - row) <= 1, key
        for key in ("Q", "q", "escape", "?", "h"):
            assert isinstance(app.screen, HelpScreen)
            await pilot.press(key)
            assert isinstance(app.screen, ReaderScreen), key
            await pilot.press("?")


async def test_the_help_is_filtered() -> None:
    async with reading(size=(60, 20)) as (app, pilot):
        await pilot.press("?", "/", *"clipping", "enter")
        shown = screen_text(app)
        assert "Help · /clipping" in shown
        assert "kept as a clipping" in shown
        assert "half a page" not in shown
        await pilot.resize_terminal(40, 20)
        assert "kept as a clipping" in screen_text(app)
        await pilot.press("escape")
        assert "half a page" in screen_text(app)
        await pilot.press("q")
        assert isinstance(app.screen, ReaderScreen)


async def test_ascii_signs_in_the_help() -> None:
    async with reading(size=(80, 60), ascii=True) as (app, pilot):
        await pilot.press("?", "/", *"signs", "enter")
        shown = screen_text(app)
        for sign in signs.SIGNS:
            assert re.search(rf"  {re.escape(sign.ascii)} +{re.escape(sign.meaning[:20])}", shown), sign


def test_what_the_help_does_with_keys_are_commands() -> None:
    assert set(ACTIONS) <= {command.id for command in COMMANDS}
