"""A selection that is made by keys: two ends, one of which moves by words, sentences or paragraphs. No widget here."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Rewording, Span
from tui_reader.ui.view.text_units import TextUnits, Unit


class TextSelection(msgspec.Struct, frozen=True):
    """A stretch of a page; `moves_end` says which of its ends the keys move."""

    span: Span
    moves_end: bool = True

    @property
    def moving_offset(self) -> int:
        """The place of the end that moves."""
        return self.span.end if self.moves_end else self.span.start

    def other_end(self) -> TextSelection:
        """The same stretch, with the other end to be moved."""
        return replace(self, moves_end=not self.moves_end)

    def moved(self, units: TextUnits, unit: Unit, by: int) -> TextSelection:
        """The moving end goes to the next end of a unit, or the one before.

        Where it would pass the other end, that one moves from then on: `k` right at the beginning selects upwards.
        """
        moved = self._moved(units, unit, by)
        if moved is None and self.moves_end == (by < 0):
            moved = self.other_end()._moved(units, unit, by)
        return moved or self

    def _moved(self, units: TextUnits, unit: Unit, by: int) -> TextSelection | None:
        start, end = self.span
        if self.moves_end:
            place = units.end_after(end, unit) if by > 0 else units.end_before(end, unit)
            return None if place is None or place <= start else replace(self, span=Span(start, place))
        place = units.start_after(start, unit) if by > 0 else units.start_before(start, unit)
        return None if place is None or place >= end else replace(self, span=Span(place, end))

    def on_page(self, old: Rewording, new: Rewording) -> TextSelection | None:
        """The same stretch on another page of the same text; None where that page has nothing of it."""
        span = new.clean_span(old.raw_span(self.span))
        return replace(self, span=span) if span.end > span.start else None


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _word in WORD.finditer(text))
