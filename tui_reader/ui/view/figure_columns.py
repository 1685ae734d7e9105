"""The figures of a list in columns: values aligned where their whole numbers end. No widget here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.export.excerpt import figure_numeral
from tui_reader.model import Figure
from tui_reader.ui.view.signs import qualifier_sign

_WHOLE = re.compile(r"[^\w\s]*(?:\d+(?:[\s\u00a0\u202f.,’']\d{3})*(?!\d)|[^\W\d]+(?=\s|$))")
_MOST_OF_WIDTH = 0.45  # for the values; one that needs more pushes its own thing to the right
_WIDEST_WHOLE = 9  # cells; a longer number is not waited for
_LEAST_THING = 8  # cells for the thing, without which values are not aligned
_GAP = "  "


class FigureColumns(NamedTuple):
    """How many cells the whole numbers of a list take, and its values as a whole."""

    whole_width: int
    value_width: int

    def value(self, words: str, room: int) -> str:
        """A value filled up to its column, in so many cells; where that leaves the thing too little, as it is."""
        text = self.aligned(words)
        is_crowded = cell_len(text) + len(_GAP) + _LEAST_THING > room
        return words + _GAP if is_crowded else text + " " * (self.value_width - cell_len(text)) + _GAP

    def aligned(self, words: str) -> str:
        """A value with blanks before it, so that its whole number ends where those of the others do."""
        return " " * (self.whole_width - _whole_width(words)) + words if _whole_width(words) else words


def figure_columns(figures: Sequence[Figure], width: int, *, ascii_only: bool) -> FigureColumns:
    """The columns of a list of figures that is `width` cells wide."""
    numerals = [numeral(figure, ascii_only=ascii_only) for figure in figures]
    columns = FigureColumns(max((size for size in map(_whole_width, numerals) if size <= _WIDEST_WHOLE), default=0), 0)
    values = [cell_len(columns.aligned(words)) for words in numerals]
    return columns._replace(value_width=max((size for size in values if size <= width * _MOST_OF_WIDTH), default=0))


def numeral(figure: Figure, *, ascii_only: bool) -> str:
    """The number of a figure as its article has it, with the sign of what qualifies it."""
    return qualifier_sign(figure.qualifier, ascii_only=ascii_only) + figure_numeral(figure)


def _whole_width(words: str) -> int:
    """The cells up to the end of the whole number, or the word, that words begin with; 0 where they begin with none."""
    found = _WHOLE.match(words)
    return cell_len(found[0]) if found else 0
