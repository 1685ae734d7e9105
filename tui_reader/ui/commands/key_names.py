"""Keys as people write them in the settings, and Textual's name of each.

Textual knows the comma as `comma` and the question mark as `question_mark`; a key that is bound by another name than
the one under which it arrives does nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from textual.keys import REPLACED_KEYS, format_key, key_to_character

from tui_reader.messages import _
from tui_reader.ui.textual_internals import character_to_key

NAMED = frozenset(
    (
        *("escape", "enter", "tab", "space", "backspace", "insert", "delete", "left", "right", "up", "down"),
        *("home", "end", "pageup", "pagedown"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
"""The keys that are no characters, and the blank."""
MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})

_BEYOND_KEYBOARDS = "\u3000"  # from here on names are those of pictures: a "key" is one
_ALIASES = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown"}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}  # one byte of a terminal


def normalised(key: str) -> str | None:
    """The name under which Textual reports a key, however it is written; None for what is no key."""
    if len(key) == 1:
        return _named_character(key)
    before, plus, base = (key[:-2], "+", "+") if key.endswith("++") else key.rpartition("+")
    if not plus:
        return _named(base)
    names = before.lower().split("+")
    modifiers = set(names)
    name = _named_character(base.lower()) if len(base) == 1 else _named(base)
    if name is None or not modifiers <= MODIFIERS or len(names) > len(modifiers):
        return None
    if "shift" in modifiers and name not in NAMED:
        return _shifted(name, modifiers)
    whole = "+".join([*sorted(modifiers), name])
    return _SAME.get(whole, whole)


def _shifted(name: str, modifiers: set[str]) -> str | None:
    """A character with Shift: a letter alone; what Shift makes of a digit or a sign depends on the keyboard."""
    if len(name) != 1 or len(name.upper()) != 1 or name.upper() == name:
        return None
    return name.upper() if modifiers == {"shift"} else "+".join([*sorted(modifiers), name])


def written(key: str) -> str:
    """A key of Textual as people write it in the settings: the character, where it is one."""
    if key in NAMED:
        return key
    return key_to_character(REPLACED_KEYS.get(key, key)) or key


def key_name(key: str) -> str:
    """A key as the screen names it, in the language that is spoken."""
    names = {"escape": "Esc", "enter": "Enter", "space": _("Space"), "pagedown": "PgDn", "pageup": "PgUp", "tab": "Tab",
             "shift+tab": "Shift+Tab", "home": "Home", "end": "End", "delete": _("Del"), "f1": "F1"}  # fmt: skip
    return names.get(key) or (key if "+" in key else format_key(key))


def _named(name: str) -> str | None:
    """Textual's name of a key that is given by a name without modifiers."""
    lowered = name.lower()
    lowered = _ALIASES.get(lowered, lowered)
    if lowered in NAMED:
        return lowered
    character = key_to_character(REPLACED_KEYS.get(lowered, lowered)) or _hyphened_names().get(lowered)
    return _named_character(character) if character and character < _BEYOND_KEYBOARDS else None


@cache
def _hyphened_names() -> dict[str, str]:
    """The characters whose Unicode names have a hyphen, by Textual's names for them, which have none."""
    characters = map(chr, range(ord(_BEYOND_KEYBOARDS)))
    return {character_to_key(one): one for one in characters if "-" in unicodedata.name(one, "")}


def _named_character(character: str) -> str | None:
    if character == " ":
        return "space"
    is_key = character.isprintable() and not unicodedata.category(character).startswith("M")  # a mark needs its letter
    return character_to_key(character) if is_key else None
