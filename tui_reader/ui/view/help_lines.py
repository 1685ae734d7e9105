"""The help as lines: every key, by group, and every sign. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.analysis.text.find import loose
from tui_reader.messages import N_, _
from tui_reader.model import Span
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.commands.keys import COMMANDS, TEXTUAL_KEYS, Keymap
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.signs import SIGNS

SIGN_GROUP = N_("Signs")
_WIDE = 50  # cells from which on keys stand beside what they do
_COLUMN, _NARROW_COLUMN = 20, 6  # cells before what they do


class Explained(NamedTuple):
    """Keys or a sign, what they do or mean, and the group in which they are listed."""

    shown: str
    meaning: str
    group: str


def explained(keymap: Keymap, *, ascii_only: bool) -> Iterator[Explained]:
    """Every key and every sign, group by group, in the language that is spoken."""
    keys = [
        *(Explained(_names(keymap.keys_of(one)), _(one.help), one.group) for one in COMMANDS),
        *(Explained(_names([key]), _(meaning), group) for key, meaning, group in TEXTUAL_KEYS),
    ]
    groups = list(dict.fromkeys(one.group for one in keys))
    yield from sorted(keys, key=lambda one: groups.index(one.group))
    for sign in SIGNS:
        yield Explained(sign.shown(ascii_only=ascii_only), _(sign.meaning), SIGN_GROUP)


def _names(keys: Iterable[str]) -> str:
    return " ".join(map(key_name, keys))


def help_lines(rows: Iterable[Explained], width: int, words: str = "") -> list[Line]:
    """The rows that have these words, each group under its name, for windows of `width` cells."""
    sought = loose(words).split()
    listed = [row for row in rows if all(word in loose("\n".join((*row[:2], _(row.group)))) for word in sought)]
    lines: list[Line] = []
    for group, members in groupby(listed, attrgetter("group")):
        lines += [Line("")] if lines else []
        lines.append(Line(_(group), look="head"))
        lines += [line for row in members for line in _lines_of(row, width)]
    return lines or [Line(_("nothing here has these words"), look="meta")]


def _lines_of(row: Explained, width: int) -> Iterator[Line]:
    column = _COLUMN if width >= _WIDE and row.group != SIGN_GROUP else _NARROW_COLUMN
    marks = (Span(2, 2 + len(row.shown)),)
    room = column - 2 - cell_len(row.shown)
    if room > 0:
        yield Line(f"  {row.shown}{' ' * room}{row.meaning}", look="help", marks=marks, hang=column)
    else:
        yield Line(f"  {row.shown}", look="help", marks=marks)
        yield Line(f"{' ' * column}{row.meaning}", look="help")
