"""How the parts of a line look: colours of the theme, worked out once for each ground that they stand on.

Textual's component classes do the same, but it puts each of them through the whole style sheet for every widget that
has it, before the first paint and at every change of focus.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.color import Color

_AUTO = "auto"
"""As a theme has it: black or white, whichever stands out more from the ground."""


class Look(NamedTuple):
    """The colours of words and of their ground, as variables of the theme, and attributes as rich names them.

    What is empty is as it is around them.
    """

    color: str = ""
    ground: str = ""
    attributes: str = ""


def styled(look: Look, base: Style, theme: Mapping[str, str]) -> Style:
    """The style of words with a look where all else has the style `base`; `theme` gives the values of variables."""
    color = theme[look.color] if look.color else ""
    ground = theme[look.ground] if look.ground else ""
    return _styled(color, ground, look.attributes, base)


@lru_cache(maxsize=1024)
def _styled(color: str, ground: str, attributes: str, base: Style) -> Style:
    style = base + Style.parse(attributes)
    below = Color.from_rich_color(base.bgcolor) if base.bgcolor else Color(0, 0, 0, 0)
    if ground:
        below += _parsed(ground)
        style += Style(bgcolor=below.rich_color)
    if color:
        name, _blank, alpha = color.partition(" ")
        above = below.get_contrast_text(_share(alpha)) if name == _AUTO else _parsed(color)
        if above.a:
            style += Style(color=(below + above).rich_color)
    return style


def _parsed(value: str) -> Color:
    """A colour as a theme has it: `#0178d4`, `ansi_blue`, `#0178d4 50%`."""
    name, _blank, alpha = value.partition(" ")
    return Color.parse(name).multiply_alpha(_share(alpha))


def _share(percent: str) -> float:
    return float(percent.removesuffix("%")) / 100 if percent else 1.0


ROWS = {
    "title": Look("text"),
    "head": Look("text", attributes="bold"),
    "meta": Look("text-muted"),
    "extra": Look("text-muted", attributes="italic"),
    "help": Look("text"),
    "key": Look("text-accent", attributes="bold"),
    "empty": Look("text-muted"),
}
"""The parts of lists."""
CURSOR, CURSOR_FOCUSED = Look(ground="surface-lighten-1"), Look("text", "primary-darken-1")
"""The row at the cursor, in a list that the keys go to, and in any other."""

ARTICLE = {
    "title": Look("text", attributes="bold"),
    "heading": Look("text-primary", attributes="bold"),
    "plain": Look("text"),
    "meta": Look("text-muted"),
    "post": Look("text"),
    "dropped": Look("text-muted", attributes="dim"),
    "doubtful": Look("text", attributes="italic"),
    "note": Look("text-warning"),
    "quote": Look("text-accent", attributes="italic"),
    "figure": Look(attributes="bold underline"),
    "doubt": Look("text-warning", attributes="underline"),
    "hit": Look(ground="warning-muted"),
    "source": Look("text-accent", attributes="bold underline"),
    "current": Look(attributes="reverse"),
    "selection": Look("screen-selection-foreground", "screen-selection-background"),
    "cursor": Look("text-disabled"),
    "cursor-focused": Look("text-accent"),
}
"""The parts of the article; those of its paragraphs, and from `quote` on those that are laid over them."""

KEYS = {
    "key": Look("footer-key-foreground", "footer-background", "bold"),
    "label": Look("footer-description-foreground", "footer-background"),
    "count": Look("text", "footer-background", "bold reverse"),
    "disabled": Look("text-disabled", "footer-background"),
}
"""The parts of the foot."""

NOTICES = {"information": Look("text", "primary-muted"), "pressing": Look("text", "warning-muted", "bold")}
"""What is told, and what is told as a warning."""
