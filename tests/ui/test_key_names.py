"""Keys as people write them: each has one name, that under which Textual reports it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App

from tests.ui.helpers import action_of, actions_of, reading
from tui_reader.config import Config, check_keys
from tui_reader.session.view_state import THEME
from tui_reader.ui.commands import keys as commands
from tui_reader.ui.commands.key_names import MODIFIERS, NAMED, normalised, written
from tui_reader.ui.commands.keys import COMMANDS, Command

SENT = {  # a key as people write it, and what terminals send for it
    "a": "a", "G": "G", "é": "é", "1": "1", ",": ",", ":": ":", "?": "?", "(": "(", "<": "<", "/": "/", "-": "-",
    "+": "+",
    "_": "_", "@": "@", "\\": "\\", "'": "'", "’": "’", "»": "»", "µ": "µ", "§": "§", "space": " ", "tab": "\t",
    "enter": "\r", "Esc": "\x1b[27u", "backspace": "\x7f", "up": "\x1b[A", "Left": "\x1b[D", "home": "\x1b[H",
    "PgDn": "\x1b[6~", "pageup": "\x1b[5~", "Del": "\x1b[3~", "insert": "\x1b[2~", "f1": "\x1bOP", "F5": "\x1b[15~",
    "f12": "\x1b[24~", "ctrl+n": "\x0e", "Ctrl+N": "\x1b[110;5u", "ctrl+,": "\x1b[44;5u", "ctrl++": "\x1b[43;5u",
    "ctrl+left": "\x1b[1;5D", "shift+tab": "\x1b[Z", "shift+up": "\x1b[1;2A", "shift+g": "G", "alt+x": "\x1bx",
    "shift+alt+x": "\x1bX", "ctrl+shift+n": "\x1b[110;6u", "shift+ctrl+f5": "\x1b[15;6~", "super+k": "\x1b[107;9u",
    "ctrl+i": "\t", "ctrl+m": "\r", "ctrl+[": "\x1b[27u", "ctrl+z": "\x1a",
}  # fmt: skip


def reported(sent: str) -> Iterator[str]:
    parser = XTermParser()
    for message in (*parser.feed(sent), *parser.feed("")):
        if isinstance(message, events.Key):
            yield message.key


@pytest.mark.parametrize("key", SENT)
def test_a_key_has_the_name_under_which_it_arrives(key: str) -> None:
    assert [normalised(key)] == list(reported(SENT[key]))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "  ",
            "\t",
            "\n",
            "\x1b",
            "\x7f",
            "\u00a0",
            "\u200b",
            "\u0301",
            "gg",
            "x,y",
            "j,down",
            ",,",
            "++",
            "ctrl+",
        ),
        *(
            "+a",
            "ctrl",
            "shift",
            "ctrl+ctrl+a",
            "ctrl++a",
            "control+n",
            "strg+n",
            "ctrl-n",
            "^n",
            "<ctrl+n>",
            "C-n",
            "tab+a",
        ),
        *(
            "f0",
            "f25",
            "f99",
            "F 5",
            "page down",
            "page_down",
            "pagedwn",
            "arrow",
            "spacebar",
            "space ",
            " space",
            "shift+1",
        ),
        *(
            "shift+?",
            "shift+,",
            "<any>",
            "<ignore>",
            "null",
            "bell",
            "no key",
            "question mark!",
            "key",
            "ctrl+gg",
            "capital",
        ),
    ],
)
def test_what_is_no_key_has_no_name(text: str) -> None:
    assert normalised(text) is None


KEYS = st.builds(
    lambda modifiers, base: "+".join([*modifiers, base]),
    st.lists(st.sampled_from(sorted(MODIFIERS)), unique=True, max_size=3),
    st.sampled_from([*sorted(NAMED), "comma", "Solidus", "minus", "plus"]) | st.characters(codec="latin-1"),
)


@given(KEYS)
def test_a_name_is_its_own_and_however_it_is_written_the_same(key: str) -> None:
    name = normalised(key)
    if name is not None and "plus_minus" not in name:  # only the character is known: its Unicode name has a hyphen
        assert normalised(name) == name
        assert normalised(written(name)) == name


@given(KEYS | st.text(max_size=12))
def test_a_name_can_stand_in_a_list_of_names(key: str) -> None:
    name = normalised(key)
    assert name is None or (name and not set(", ") & set(name))


def test_the_named_keys_are_those_of_textual() -> None:
    assert App().theme == THEME
    assert all(key in NAMED or len(written(key)) == 1 or "+" in key for key in chain(*map(keys_of, COMMANDS)))


def keys_of(command: Command) -> list[str]:
    return command.keys.split(",")


FREE = ("f5", "é", "alt+x", "ctrl+c", "ctrl+,", "F12", "»")


@pytest.mark.parametrize("form", [str, written], ids=["name", "character"])
@pytest.mark.parametrize("command", ["", "open", "figures", "quotes"], ids=["list", "article", "figures", "quotes"])
async def test_every_key_can_be_given_to_another_command(
    form: Callable[[str], str], command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The keys of each command are given to the next one, and each does what its new command does."""
    fixed = set(commands.FIXED.values())
    givers = [one for one in COMMANDS if not one.mode]
    takers = [*givers[1:], givers[0]]
    keys = {
        taker.id: [form(key) for key in keys_of(giver) if key not in fixed]
        for giver, taker in zip(givers, takers, strict=True)
    }
    keys[COMMANDS[0].id] = list(FREE)
    config = Config(keys=keys)
    changed = check_keys(config, tmp_path, commands.defaults(), normalised, commands.FIXED, commands.modes())
    assert config.problems == []
    async with reading(keys=changed) as (app, pilot):
        if command:
            app.reader.action_command(command)
            await pilot.pause()
        pressed = [(normalised(key) or "", taker.id) for taker in takers for key in keys[taker.id]]
        done = await actions_of(app, pilot, [key for key, _ in pressed], monkeypatch)
    assert list(zip((key for key, _ in pressed), done, strict=True)) == [
        (key, action_of(name)) for key, name in pressed
    ]


async def test_the_fixed_keys_are_those_that_the_app_takes_first() -> None:
    async with reading() as (app, _pilot):
        taken = {key for key, found in app._bindings.key_to_bindings.items() if any(one.priority for one in found)}
    assert taken == set(commands.FIXED.values())
    assert all(key in keys_of(command) for command in COMMANDS for key in [commands.FIXED.get(command.id)] if key)
