"""Which figures are an article's counts of all that there was of a thing: as its toll, not that of a part or a day."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.evidence.values import are_near, is_rounding
from tui_reader.model import Figure, FigureKind

CountKey = tuple[str, FigureKind, bool]
"""A thing, a kind of figures, and whether it is news."""


class MainCounts:
    """The main counts of one article: of each thing the first one, or that of the title; of what rises, the highest."""

    def __init__(self, rising: frozenset[str]) -> None:
        self._rising = rising
        self._main: dict[CountKey, Figure] = {}
        self._first: dict[CountKey, Figure] = {}
        self._in_title: set[CountKey] = set()

    def note(self, figure: Figure, keys: Iterable[CountKey], *, is_title: bool, is_of_years: bool) -> None:
        """Take a figure into account; one that counts what has been for months or years is only the main one alone."""
        for key in keys:
            self._first.setdefault(key, figure)
            main = self._main.get(key)
            may_be_higher = key[0] in self._rising and figure.what is not None and figure.high is None
            is_higher = main is not None and may_be_higher and figure.value > main.value and not is_of_years
            if main is None or (is_higher and key not in self._in_title):
                self._main[key] = figure
            if is_title:
                self._in_title.add(key)

    def know(self, keys: Iterable[CountKey]) -> bool:
        """Whether a main count of any of these is known."""
        return any(key in self._main for key in keys)

    def has(self, figure: Figure, keys: Iterable[CountKey]) -> bool:
        """Whether a figure is a main count; two sources may give two of them."""
        return any(
            is_rounding(main, figure)
            or _is_of_other_source(main, figure)
            or (self._first[key] is figure and (key[0] in self._rising or are_near(main, figure)))
            for key in keys
            if (main := self._main.get(key))
        )


def _is_of_other_source(first: Figure, second: Figure) -> bool:
    """Whether two figures may be one count as two sources give it."""
    if first.attribution == second.attribution:
        return False
    are_sourced = first.attribution is not None and second.attribution is not None
    return first.sentence == second.sentence or (are_sourced and are_near(first, second))
