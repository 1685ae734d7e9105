"""The only door from text to the screen: `Content` and `Strip`, made of what `display` lets through."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from tui_reader.display import display_line

ELLIPSIS = "…"


def content(text: str) -> Content:
    """`text` on one line as Textual content; markup in it is plain text."""
    return Content(display_line(text))


def strip(parts: Iterable[tuple[str, Style]], width: int, rest: Style) -> Strip:
    """One line of the screen: each part in its style, cut or filled up to `width` cells."""
    segments = [Segment(display_line(text), style) for text, style in parts if text]
    return Strip(segments).adjust_cell_length(width, rest)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it is cut; never half a wide character."""
    shown = display_line(text)
    if cell_len(shown) <= width:
        return shown
    return set_cell_size(shown, max(0, width - 1)).rstrip() + ELLIPSIS if width > 0 else ""
