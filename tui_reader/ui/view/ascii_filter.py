"""The whole screen in ASCII signs, for terminals that lack the usual ones."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui_reader.ui.view.signs import CUT, SIGNS

_SIGNS = {ord(one.sign): one.ascii[0] for one in SIGNS if not one.sign.isascii()}
_MARKS = str.maketrans("–—·−“”„«»‘’←↑→↓", "--.-" + '"""""' + "''<^>v")
_LINES = str.maketrans("│┃║─━═", "|||---")
_CORNERS = dict.fromkeys(range(0x2500, 0x2580), ord("+"))
_BLOCKS = dict.fromkeys(range(0x2580, 0x25A0), ord(" "))  # of scroll bars and borders: their ground is coloured, too
_WIDE: dict[int, int | str] = {ord("🔎"): "> "}  # of the palette

ASCII = {**_WIDE, **_CORNERS, **_LINES, **_BLOCKS, **_MARKS, **_SIGNS}
"""Our own signs, typographic marks and lines, cell for cell, so that every width stays what it was."""


_CUT = re.compile(rf"([^\s{CUT.sign}][^\s{CUT.sign}])?{CUT.sign}")


def in_ascii(text: str) -> str:
    """A text in such signs, cell for cell: letters stay, but for two that give way to the points of what is cut."""
    return _CUT.sub(_points, text).translate(ASCII)


def _points(cut: re.Match[str]) -> str:
    """Three points for a word that is cut; where it is too short for that, or wide, one."""
    before: str = cut[1] or ""
    return "..." if cell_len(before) == 2 else before + "."


class AsciiFilter(LineFilter):
    """Shows the signs that such a terminal lacks as ASCII; letters stay as they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual passes it
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
