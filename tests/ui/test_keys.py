"""Every key of the table does what the table says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Footer

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.clipboard import Outcome
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.keys import COMMANDS
from tui_reader.ui.screens.help import HelpScreen
from tui_reader.ui.screens.reader import ReaderScreen

Check = Callable[[ReaderApp, Pilot[int], str], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def checks(action: str) -> Callable[[Check], Check]:
    def remember(check: Check) -> Check:
        CHECKS[action] = check
        return check

    return remember


def focused(app: ReaderApp) -> object:
    return app.focused


@checks("open")
async def check_open(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.focused is app.reader.article
    assert app.shelf.entries[0].read


@checks("back")
async def check_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key)
    assert focused(app) is app.reader.article
    await pilot.press(key)
    assert focused(app) is app.reader.headlines


@checks("flip")
async def check_flip(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.shelf.entries[0].raw
    await pilot.press(key)
    assert not app.shelf.entries[0].raw


@checks("figures")
async def check_figures(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("p", key)
    assert app.focused is app.reader.figures
    assert app.reader.article.current is not None


@checks("quotes")
async def check_quotes(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("p", key)
    assert app.focused is app.reader.quotes
    assert app.reader.article.current is not None


@checks("copy")
async def check_copy(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key)
    assert app.clipboard == app.reader.quotes.items[0].clean


@checks("cite")
async def check_cite(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("f", key)
    figure = app.reader.figures.items[0]
    assert figure.text in app.clipboard
    assert app.clipboard.splitlines()[-1].startswith("— ")


@checks("find")
async def check_find(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key, *"meurthe", "enter")
    assert app.reader.hits
    assert app.focused is app.reader.article


@checks("help")
async def check_help(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert isinstance(app.screen, HelpScreen)
    await pilot.press("escape")
    assert isinstance(app.screen, ReaderScreen)


@checks("quit")
async def check_quit(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.return_code == 0


@checks("app.quit")
async def check_quit_at_once(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("question_mark", key)
    assert app.return_code == 0


@checks("move(1)")
async def check_down(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key, key)
    assert app.reader.headlines.cursor == 2
    await pilot.press("enter", key)
    await pilot.pause()
    assert app.reader.article.scroll_offset.y == 1


@checks("move(-1)")
async def check_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("j", "j", key)
    assert app.reader.headlines.cursor == 1
    await pilot.press("enter", "j", "j", key)
    assert app.reader.article.scroll_offset.y == 1


@checks("edge(True)")
async def check_bottom(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    await pilot.pause()
    assert app.reader.article.at_end
    assert app.reader.article.percent == 100


@checks("edge(False)")
async def check_top(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("j", "j", "j", key)
    assert app.reader.headlines.cursor == 0


@checks("page(0.5)")
async def check_half_down(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    view = app.reader.article
    assert abs(view.scroll_offset.y - view.size.height // 2) <= 1


@checks("page(-0.5)")
async def check_half_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "ctrl+d", key)
    assert app.reader.article.scroll_offset.y == 0


@checks("onward")
async def check_onward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    """A page, then the end, where it stops once, then the next unread article."""
    await pilot.press("enter", key)
    view = app.reader.article
    assert 0 < view.scroll_offset.y < view.size.height
    await pilot.press("G")
    await pilot.pause()
    await pilot.press(key)
    await wait_for(pilot, lambda: app.reader.shown == 1, "the next unread article")


@checks("page(-1.0)")
async def check_page_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "space", key)
    assert app.reader.article.scroll_offset.y == 0


@checks("article(1)")
async def check_next_article(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    assert app.reader.shown == 1
    assert app.focused is app.reader.article


@checks("article(-1)")
async def check_previous_article(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "J", "J", key)
    assert app.reader.shown == 1


@checks("match(1)")
async def check_next_match(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "slash", *"la", "enter", key)
    assert app.reader.article.current == app.reader.hits[1]
    await pilot.press("escape", "escape", key)
    assert app.reader.headlines.cursor == 1


@checks("match(-1)")
async def check_previous_match(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "slash", *"la", "enter", key)
    assert app.reader.article.current == app.reader.hits[-1]
    await pilot.press("escape", "escape", key)
    assert app.reader.headlines.cursor == len(app.shelf) - 1


@checks("quote(1)")
async def check_next_quote(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key, key)
    assert app.reader.quotes.cursor == 1
    assert app.focused is app.reader.article


@checks("quote(-1)")
async def check_previous_quote(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "right_parenthesis", "right_parenthesis", key)
    assert app.reader.quotes.cursor == 0


@checks("figure(1)")
async def check_next_figure(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key, key)
    assert app.reader.figures.cursor == 1


@checks("figure(-1)")
async def check_previous_figure(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "semicolon", "semicolon", key)
    assert app.reader.figures.cursor == 0


@checks("related")
async def check_related(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    assert "↳" in screen_text(app)
    await pilot.press(key)
    assert "↳" not in screen_text(app)


@checks("side")
async def check_side(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await pilot.pause()
    assert "Quotes ──" not in screen_text(app)
    await pilot.press(key)
    await pilot.pause()
    assert "Quotes ──" in screen_text(app)


@checks("pane(1)")
async def check_next_pane(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    order = []
    for _ in range(4):
        await pilot.press(key)
        order.append(app.focused)
    assert order == [app.reader.article, app.reader.figures, app.reader.quotes, app.reader.headlines]


@checks("pane(-1)")
async def check_previous_pane(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.focused is app.reader.quotes


@checks("palette")
async def check_palette(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await wait_for(pilot, lambda: not isinstance(app.screen, ReaderScreen), "the palette")
    await pilot.press(*"xyz")
    await wait_for(pilot, lambda: "no command has these words" in screen_text(app), "nothing found")
    await pilot.press(*["backspace"] * 3, *"side")
    await wait_for(pilot, lambda: "side panel on or off" in screen_text(app), "a hit")
    await pilot.press("enter", "enter")
    await wait_for(pilot, lambda: not app.reader.has_class("-side"), "the command")


@checks("suspend")
async def check_suspend(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # a headless driver cannot suspend; test_terminal stops a real one
    assert isinstance(app.screen, ReaderScreen)


def test_every_command_is_checked() -> None:
    assert set(CHECKS) == {command.action for command in COMMANDS}


@pytest.mark.parametrize(("action", "key"), [(c.action, key) for c in COMMANDS for key in c.keys.split(",")])
async def test_key(action: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.clipboard.copy", lambda *_: Outcome("sent"))
    async with reading() as (app, pilot):
        await CHECKS[action](app, pilot, key)


def test_keys_are_given_once() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_no_action_has_only_a_key_that_french_keyboards_lack() -> None:
    lacking = {*"0123456789", "backslash", "vertical_line", "left_square_bracket", "right_square_bracket"}
    assert all(set(command.keys.split(",")) - lacking for command in COMMANDS)


async def test_the_footer_names_the_keys_in_order_of_need() -> None:
    async with reading() as (app, _):
        named = [command.action for command in COMMANDS if command.footer]
        shown = [key.action for key in app.screen.query_one(Footer).query("FooterKey")]  # type: ignore[attr-defined]
        assert shown == named
