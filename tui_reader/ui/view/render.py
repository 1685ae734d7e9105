"""The only door from text to the screen: `Content` and `Strip`, made of what `display` lets through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.constants import DIM_FACTOR
from textual.content import Content
from textual.strip import Strip

from tui_reader.display import display_line
from tui_reader.model import Span
from tui_reader.ui.view.signs import CUT

LEAST_CONTRAST = 4.5
"""Between text and its ground: WCAG 2.2, success criterion 1.4.3."""

_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


def content(text: str) -> Content:
    """`text` on one line as Textual content; markup in it is plain text."""
    return Content(display_line(text))


@lru_cache(maxsize=1024)
def legible(style: Style) -> Style:
    """The style, its text moved towards black or white as far as needed to stand out from its ground in any theme."""
    if style.color is None or style.bgcolor is None or not (style.color.triplet and style.bgcolor.triplet):
        return style  # the terminal's own colours
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    farthest = max(_BLACK, _WHITE, key=lambda end: contrast(end, ground))
    for step in range(11):
        moved = text.blend(farthest, step / 10)
        seen = ground.blend(moved, DIM_FACTOR) if style.dim else moved
        if contrast(seen, ground) >= LEAST_CONTRAST:
            return style + Style(color=moved.rich_color) if step else style
    return style + Style(color=farthest.rich_color)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = ((v / 12.92) if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def strip(parts: Iterable[tuple[str, Style]], width: int, rest: Style) -> Strip:
    """One line of the screen: each part in its style, cut or filled up to `width` cells."""
    segments = [Segment(display_line(text), legible(style)) for text, style in parts if text]
    return Strip(segments).adjust_cell_length(width, rest)


FIRST_WORDS = 40
"""Cells of a text that a message shows to say which one it speaks of."""


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it is cut; never half a wide character."""
    shown = display_line(text)
    if cell_len(shown) <= width:
        return shown
    return set_cell_size(shown, max(0, width - 1)).rstrip() + CUT.sign if width > 0 else ""


def shorten_at_word(text: str, width: int) -> str:
    """As `shorten`, but cut between two words, unless that would leave less than half."""
    shown = shorten(text, width)
    if not shown.endswith(CUT.sign) or cell_len(display_line(text)) <= width:
        return shown
    words = shown.removesuffix(CUT.sign)
    before, _blank, part = words.rpartition(" ")
    if not text[len(words) :].startswith(" ") and cell_len(part) < width / 2:
        words = before.rstrip()
    return words + CUT.sign


def marked(
    text: str, width: int, marks: Sequence[Span], *, base: Style, mark: Style, signs: dict[int, str] | None = None
) -> list[tuple[str, Style]]:
    """`text` shortened to `width` cells, its stretches `marks` in another style; `signs` stand after some places."""
    signs = signs or {}
    room = width - sum(map(cell_len, signs.values()))
    shown = shorten(text, room)
    edges = {0, len(shown), *(edge for span in marks for edge in span if edge < len(shown))}
    edges.update(at for at in signs if at < len(shown))
    parts: list[tuple[str, Style]] = []
    for start, end in pairwise(sorted(edges)):
        inside = any(span.start <= start and end <= span.end for span in marks)
        parts.append((shown[start:end], mark if inside else base))
        if end in signs:
            parts.append((signs[end], base))
    return parts
