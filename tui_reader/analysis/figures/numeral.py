"""A numeral in a text: its value, its unit, what qualifies it, and the rule that read it."""

from __future__ import annotations

from typing import Literal

import msgspec

from tui_reader.model import Qualifier, Span

MILLION = 1e6

NumeralRule = Literal[
    "digits",  # `1 200 ouvriers`, `2,4 M€`
    "words",  # `trois cents ouvriers`
    "collective",  # `une trentaine d'ouvriers`, `dozens of workers`
    "part",  # `les deux tiers des ouvriers`
    "fraction",  # `la moitié des ouvriers`
    "fold",  # `twice its price`
    "half",  # `une demi-heure`
    "divided",  # `2/3 des ouvriers`
    "race-time",  # `9"81`
    "score",  # `3-1 contre Lombrac` (scores.py)
    "range",  # `60 à 70 ouvriers` (ranges.py)
    "ratio",  # `un ouvrier sur trois` (ranges.py)
    "ellipsis",  # `385 voix contre 2`: the unit or the thing of an earlier figure (ellipsis.py)
]
"""How a number was read, the last rule that made it what it is; users know it as `Figure.rule`."""


class Numeral(msgspec.Struct, frozen=True):
    """A number in the text: its value, the high end of a range, its unit, and what qualifies it."""

    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    fraction: bool = False  # a share of something: `two thirds`
    factor: float = 1.0  # of its multiplier: 1e6 for `millions`; already part of `value`
    spelled: bool = False  # in words
    measures: bool = False  # is nothing without the unit or multiple after it: `half a`
    score: bool = False  # of a match or a vote; `high` is the other side's
    qualified_from: int | None = None  # where the words before it that qualify it begin
    rule: NumeralRule = "digits"

    @property
    def is_in_millions(self) -> bool:
        """Whether it is told in millions or more, as sums are: `3 millions`, not `3 000 000`."""
        return self.factor >= MILLION

    @property
    def start(self) -> int:
        """Where it begins, with what qualifies it."""
        return self.span.start if self.qualified_from is None else self.qualified_from
