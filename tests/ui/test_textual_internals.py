"""What Textual has no public name for is still there, and is what our code takes it for."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.command import CommandInput, CommandList, CommandPalette
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import Input, OptionList, Static

from tests.ui.helpers import reading
from tui_reader.ui import textual_internals
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.driver import ReaderDriver
from tui_reader.ui.screens.palette import Commands, Palette
from tui_reader.ui.textual_internals import XTermParser, character_to_key, driver_of, is_suspended_by_textual, raise_in
from tui_reader.ui.widgets.line_view import LineView

UI = Path(textual_internals.__file__).parent
TEXTUAL = (App, Screen, ScrollView, CommandPalette, CommandList, CommandInput, Input, OptionList, Static, LinuxDriver)
OVERRIDDEN = {
    "_handle_exception": (App, ReaderApp),
    "_size_updated": (ScrollView, LineView),
    "_run_input_thread": (LinuxDriver, ReaderDriver),
    "_move_page": (CommandList, Commands),
    "_gather_commands": (CommandPalette, Palette),
    "_start_no_matches_countdown": (CommandPalette, Palette),
}
"""The methods that Textual itself calls, by whose they are and which class of ours has its own."""
CALLED = {
    "_check_bindings": App,
    "_stop_no_matches_countdown": CommandPalette,
    "_GATHER_COMMANDS_GROUP": CommandPalette,
    "_NO_MATCHES": CommandPalette,
    "_list_visible": CommandPalette,
    "_update_lines": CommandList,
}
"""What our classes use of those they are made of."""
FILLED = {
    *("_clipboard", "_app", "_debug", "_driver", "_placeholder", "_index_to_line", "_handle_exception"),
    *("_disable_notifications", "_disable_tooltips"),
}
"""Attributes of instances."""
DISPATCHED = {"_on_click"}
"""The names by which Textual finds what handles a message: `_on_` and the message's name."""


def private_names(path: Path) -> set[str]:
    """The private names of Textual that a module uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inherited = {name for kind in TEXTUAL for name in dir(kind) if name.startswith("_") and not name.startswith("__")}
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return (used | defined) & (inherited | FILLED)


def test_every_private_name_of_textual_is_tried_here() -> None:
    used = {name for path in UI.rglob("*.py") if path.name != "layout.py" for name in private_names(path)}
    assert used == {*OVERRIDDEN, *CALLED, *FILLED, *DISPATCHED}


def test_what_is_imported_though_it_is_private_is_imported_in_one_module() -> None:
    for path in UI.rglob("*.py"):
        imported = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        private = [node for node in imported if (node.module or "").startswith("textual") and is_private(node)]
        assert not private or path.name == "textual_internals.py", path


def is_private(node: ast.ImportFrom) -> bool:
    return "._" in (node.module or "") or any(alias.name.startswith("_") for alias in node.names)


@pytest.mark.parametrize("name", OVERRIDDEN)
def test_what_is_overridden_takes_what_textual_passes(name: str) -> None:
    theirs, ours = (inspect.signature(getattr(kind, name)) for kind in OVERRIDDEN[name])
    assert list(theirs.parameters) == list(ours.parameters)


@pytest.mark.parametrize("name", CALLED)
def test_what_is_called_is_there(name: str) -> None:
    assert hasattr(CALLED[name], name)


async def test_an_app_that_runs_has_a_driver_a_clipboard_and_bindings() -> None:
    async with reading() as (app, pilot):
        assert driver_of(app) is not None
        assert not app.screen.query("ToastRack, Tooltip")
        assert is_suspended_by_textual(app)  # a driver of tests keeps no account of it
        app._clipboard = "words"
        assert app.clipboard == "words"
        assert await app._check_bindings("z")
        await pilot.press("colon")
        assert isinstance(app.screen, Palette)
        assert app.screen._placeholder
        assert app.screen.query_one(CommandList)._index_to_line is not None


def test_before_it_runs_it_has_no_driver() -> None:
    app = App[int]()
    assert driver_of(app) is None
    assert not is_suspended_by_textual(app)


async def test_an_error_of_another_thread_ends_the_app() -> None:
    with pytest.raises(ZeroDivisionError):
        async with reading() as (app, _pilot):
            app.call_later(raise_in, app, ZeroDivisionError())


def test_bytes_become_keys() -> None:
    [key] = [event for event in XTermParser().feed("?") if isinstance(event, events.Key)]
    assert key.key == character_to_key("?") == "question_mark"
