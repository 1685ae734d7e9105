"""The whole screen in ASCII signs, for terminals that lack the usual ones."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui_reader.ui.view.signs import SIGNS

_SIGNS = {ord(one.sign): one.ascii[0] for one in SIGNS if not one.sign.isascii()}
_MARKS = str.maketrans("–—·−“”„«»‘’←↑→↓", "--.-" + '"""""' + "''<^>v")
_LINES = str.maketrans("│┃║─━═", "|||---")
_CORNERS = dict.fromkeys(range(0x2500, 0x2580), ord("+"))
_BLOCKS = dict.fromkeys(range(0x2580, 0x25A0), ord(" "))  # of scroll bars and borders: their ground is coloured, too
_WIDE: dict[int, int | str] = {ord("🔎"): "> "}  # of the palette

ASCII = {**_WIDE, **_CORNERS, **_LINES, **_BLOCKS, **_MARKS, **_SIGNS}
"""Our own signs, typographic marks and lines, cell for cell, so that every width stays what it was."""


class AsciiFilter(LineFilter):
    """Shows the signs that such a terminal lacks as ASCII; letters stay as they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual passes it
        return [Segment(text.translate(ASCII), style, control) for text, style, control in segments]
