"""The names in a sentence, and whose share, or of which place, the figures in it are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.evidence.neighbours import FigureNeighbours, within
from tui_reader.evidence.phrases import gap, phrases_of
from tui_reader.evidence.words import NamedWords, capital_spans
from tui_reader.model import Span

_PLACE_REACH = 12  # code points between the name of a place and a preposition
_SITE_REACH = 40  # code points behind a figure
_ARTICLE = 3  # code points of an article before a name
_FULL_NAME = 2  # words of a name
_HAVING_REACH = 40  # code points before a figure that hold the longest word of having


class SentenceNames(msgspec.Struct, frozen=True, dict=True):
    """The names in a sentence, which is `low` when it is folded.

    `figures` are in order, `neighbours` has them to be looked up, and `parts` are those of them that are parts.
    """

    text: str
    low: str
    language: str
    figures: tuple[Span, ...]
    neighbours: FigureNeighbours
    parts: frozenset[Span]

    @cached_property
    def _capitals(self) -> list[tuple[Span, str, bool]]:
        """The words with a capital but for days and months: the places, the words, and whether they open a sentence."""
        return [one for one in capital_spans(self.text) if one[1] not in _calendar(self.language)]

    @cached_property
    def all(self) -> tuple[tuple[Span, str], ...]:
        """The names in it."""
        return tuple((place, name) for place, name, opens in self._capitals if not opens)

    def _with_known(self, known: frozenset[str], stretch: Span) -> list[tuple[Span, str]]:
        """The same in a stretch of it, with those that open a sentence where they are known."""
        return [(place, name) for place, name, opens in within(self._capitals, stretch) if not opens or name in known]

    @cached_property
    def _places(self) -> tuple[tuple[Span, str], ...]:
        """The names in it that are of places, as a preposition says."""
        nouns = [(Span(*match.span()), match[0]) for match in phrases_of(self.language).place_nouns.finditer(self.low)]
        return tuple(sorted([*nouns, *((place, name) for place, name in self.all if self._is_place(place))]))

    @cached_property
    def sides(self) -> tuple[tuple[Span, str], ...]:
        """The words for sides of a vote that have no name, and the sides."""
        return _sides(self.language).find(self.low)

    def places_of(self, span: Span) -> frozenset[str]:
        """The places of a figure: those behind it, before all figures, or else any but for those of its parts.

        So of `80 000 à Paris et 20 000 à Lyon`, and of `deux millions, dont 300 000 à Paris`.
        """
        later = self.neighbours.next(span.end)
        own = self._places_between(span.end, later.start if later else len(self.low))
        if own or not self._places:
            return own
        parts = (other.start for other in self.neighbours.after(span.end) if other in self.parts)
        return self._places_between(0, self.figures[0].start) or self._places_between(0, next(parts, len(self.low)))

    def site(self, span: Span) -> frozenset[str]:
        """The place that is named right behind a figure: `71 morts en Louisiane`."""
        later = self.neighbours.next(span.end)
        end = span.end + _SITE_REACH
        return self._places_between(span.end, min(end, later.start) if later else end)

    def _places_between(self, start: int, end: int) -> frozenset[str]:
        first = bisect_left(self._places, start, key=_start_of)
        last = bisect_left(self._places, end, key=_start_of)
        return frozenset(name for _place, name in self._places[first:last])

    def beside(self, span: Span) -> frozenset[str]:
        """The names between the commas around a figure."""
        start = max(self.text.rfind(sign, 0, span.start) for sign in (", ", "; ", " ("))
        ends = [end for end in (self.text.find(sign, span.end) for sign in (", ", "; ", ")")) if end >= 0]
        end = min(ends, default=len(self.text))
        between = within(self.all, Span(start, end))
        return frozenset(name for place, name in between if place.start > start and place.end <= end)

    def holder(self, span: Span, known: frozenset[str]) -> frozenset[str]:
        """Whose share a figure is: the nearest side or name, but for a place before it; those of the text are known."""
        room, start = self.neighbours.room(span), self._start_of_lead(span)
        named = self._with_known(known, room)
        names = [one for one in named if one[0].start >= span.end or not self._is_place(one[0])]
        sides = within(self.sides, room)
        holders = [one for one in sorted([*names, *sides]) if not start <= one[0].start < span.start]
        return self._nearest(holders, span)

    def _start_of_lead(self, span: Span) -> int:
        """Where a verb stands that tells whom the one is ahead of whose share a figure is, or else its end."""
        phrases = phrases_of(self.language)
        if not phrases.having.search(self.low, max(0, span.start - _HAVING_REACH), span.start):
            return span.start
        return max((match.start() for match in phrases.ahead.finditer(self.low, 0, span.start)), default=span.start)

    def first(self, known: frozenset[str]) -> frozenset[str]:
        """The words of its first name that is of no place; those of the text are known."""
        whole = Span(0, len(self.low))
        names = [one for one in self._with_known(known, whole) if not self._is_place(one[0])]
        return self._nearest(names[:_FULL_NAME], Span(0, 0))

    def subject(self, span: Span, known: frozenset[str]) -> frozenset[str]:
        """The name that a sentence begins with, for its first figure: `L'Alabanie, la plus touchée, a 149 morts`."""
        if span != self.figures[0]:
            return frozenset()
        return frozenset(name for _place, name in self._with_known(known, Span(0, _ARTICLE)))

    def nearest(self, span: Span) -> frozenset[str]:
        """The words of the name nearest before a figure, or else after it, with no other figure between."""
        return self._nearest(self.all, span)

    def _nearest(self, names: Sequence[tuple[Span, str]], span: Span) -> frozenset[str]:
        clear = within(names, self.neighbours.room(span))
        before = [one for one in clear if one[0].end <= span.start]
        nearest: list[tuple[Span, str]] = []
        for place, name in [*reversed(before)] or [one for one in clear if one[0].start >= span.end]:
            if nearest and gap(place, nearest[-1][0]) > 1:
                break
            nearest.append((place, name))
        return frozenset(name for _place, name in nearest)

    def _is_place(self, place: Span) -> bool:
        return bool(phrases_of(self.language).places.search(self.low, max(0, place.start - _PLACE_REACH), place.start))


def _start_of(named: tuple[Span, str]) -> int:
    return named[0].start


@cache
def _sides(language: str) -> NamedWords:
    return NamedWords(language_of(language).evidence.sides)


@cache
def _calendar(language: str) -> frozenset[str]:
    """The names of days and months."""
    dates = language_of(language).dates
    return frozenset(fold(name) for names in (*dates.weekdays, *dates.months) for name in names)
