"""How the screen was left: what is kept of it between sessions. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from tui_reader.config import COLUMN, NARROWEST, WIDEST
from tui_reader.export.citation import STYLES, TEMPLATE
from tui_reader.session.arrangement import SORTS, VIEWS

NARROWEST_LIST, WIDEST_LIST = 24, 100
"""The headline list in cells, its border included: at least, at most."""
THEME = "textual-dark"
"""The theme at first: Textual's own."""


def _tell_nobody(_name: str, _value: object) -> None:
    """What settings do with a change when there is no library."""


class ViewState(msgspec.Struct):
    """Each field is a setting of that name; `tell` hears of each change."""

    side: bool = True
    related: bool | None = None  # None: shown while few articles are open
    column: int = COLUMN
    list_width: int | None = None  # in cells; None: it follows the terminal
    theme: str | None = None
    view: str = "all"
    sort: str = "opened"
    figures_by_place: bool = False
    quotes_by_speaker: bool = False
    all_quoted: bool = False
    citation: str = "plain"  # the name of the style of citations
    greeted: bool = False
    tell: Callable[[str, object], None] = _tell_nobody

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> ViewState:
        """The settings that are kept; those that make no sense are as at first."""
        settings = cls()
        for name, fits in _FITS.items():
            if name in kept and fits(kept[name]):
                setattr(settings, name, kept[name])
        return settings

    def change(self, name: str, value: object) -> None:
        """Set one, and tell."""
        if getattr(self, name) != value:
            setattr(self, name, value)
            self.tell(name, value)


def _is_column(value: object) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


def _is_list_width(value: object) -> bool:
    return type(value) is int and NARROWEST_LIST <= value <= WIDEST_LIST


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


_FITS: dict[str, Callable[[object], bool]] = {
    **{name: _is_flag for name, kind in ViewState.__annotations__.items() if kind in ("bool", "bool | None")},
    "column": _is_column,
    "list_width": _is_list_width,
    "theme": lambda value: isinstance(value, str),
    "view": lambda value: value in VIEWS,
    "sort": lambda value: value in SORTS,
    "citation": lambda value: value in (*STYLES, TEMPLATE),
}  # fmt: skip
