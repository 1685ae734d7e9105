"""The names in a sentence, and whose share, or of which place, the figures in it are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.evidence.phrases import gap, is_clear, phrases_of
from tui_reader.evidence.words import NamedWords, capital_spans
from tui_reader.model import Span

_PLACE_REACH = 12  # code points between the name of a place and a preposition
_ARTICLE = 3  # code points of an article before a name
_FULL_NAME = 2  # words of a name


class SentenceNames(msgspec.Struct, frozen=True, dict=True):
    """The names in a sentence, which is `low` when it is folded; `parts` are those of its figures that are parts."""

    text: str
    low: str
    language: str
    figures: tuple[Span, ...]
    parts: frozenset[Span]

    @cached_property
    def _capitals(self) -> list[tuple[Span, str, bool]]:
        """The words with a capital but for days and months: the places, the words, and whether they open a sentence."""
        return [one for one in capital_spans(self.text) if one[1] not in _calendar(self.language)]

    @cached_property
    def all(self) -> tuple[tuple[Span, str], ...]:
        """The names in it."""
        return tuple((place, name) for place, name, opens in self._capitals if not opens)

    def _with_known(self, known: frozenset[str]) -> list[tuple[Span, str]]:
        """The same, with those that open a sentence where they are known."""
        return [(place, name) for place, name, opens in self._capitals if not opens or name in known]

    @cached_property
    def _places(self) -> tuple[tuple[Span, str], ...]:
        """The names in it that are of places, as a preposition says."""
        nouns = [(Span(*match.span()), match[0]) for match in phrases_of(self.language).place_nouns.finditer(self.low)]
        return (*nouns, *((place, name) for place, name in self.all if self._is_place(place)))

    @cached_property
    def sides(self) -> tuple[tuple[Span, str], ...]:
        """The words for sides of a vote that have no name, and the sides."""
        return _sides(self.language).find(self.low)

    def places_of(self, span: Span) -> frozenset[str]:
        """The places of a figure: those behind it, before all figures, or else any but for those of its parts.

        So of `80 000 à Paris et 20 000 à Lyon`, and of `deux millions, dont 300 000 à Paris`.
        """
        later = [other for other in self.figures if other.start >= span.end]
        own = self._places_between(span.end, min((other.start for other in later), default=len(self.low)))
        if own:
            return own
        end_of_parts = min((other.start for other in later if other in self.parts), default=len(self.low))
        return self._places_between(0, min(self.figures).start) or self._places_between(0, end_of_parts)

    def _places_between(self, start: int, end: int) -> frozenset[str]:
        return frozenset(name for place, name in self._places if start <= place.start < end)

    def beside(self, span: Span) -> frozenset[str]:
        """The names between the commas around a figure."""
        start = max(self.text.rfind(sign, 0, span.start) for sign in (", ", "; ", " ("))
        ends = [end for end in (self.text.find(sign, span.end) for sign in (", ", "; ", ")")) if end >= 0]
        end = min(ends, default=len(self.text))
        return frozenset(name for place, name in self.all if place.start > start and place.end <= end)

    def holder(self, span: Span, known: frozenset[str]) -> frozenset[str]:
        """Whose share a figure is: the nearest side or name, but for a place before it; those of the text are known."""
        names = [one for one in self._with_known(known) if one[0].start >= span.end or not self._is_place(one[0])]
        start = self._start_of_lead(span)
        holders = [one for one in sorted([*names, *self.sides]) if not start <= one[0].start < span.start]
        return self._nearest(holders, span)

    def _start_of_lead(self, span: Span) -> int:
        """Where a verb stands that tells whom the one is ahead of whose share a figure is, or else its end."""
        phrases = phrases_of(self.language)
        if not phrases.having.search(self.low, 0, span.start):
            return span.start
        return max((match.start() for match in phrases.ahead.finditer(self.low, 0, span.start)), default=span.start)

    def first(self, known: frozenset[str]) -> frozenset[str]:
        """The words of its first name that is of no place; those of the text are known."""
        names = [one for one in self._with_known(known) if not self._is_place(one[0])]
        return self._nearest(names[:_FULL_NAME], Span(0, 0))

    def subject(self, span: Span, known: frozenset[str]) -> frozenset[str]:
        """The name that a sentence begins with, for its first figure: `L'Alabanie, la plus touchée, a 149 morts`."""
        if span != min(self.figures):
            return frozenset()
        return frozenset(name for place, name in self._with_known(known) if place.start <= _ARTICLE)

    def nearest(self, span: Span) -> frozenset[str]:
        """The words of the name nearest before a figure, or else after it, with no other figure between."""
        return self._nearest(self.all, span)

    def _nearest(self, names: Sequence[tuple[Span, str]], span: Span) -> frozenset[str]:
        clear = [one for one in names if is_clear(one[0], span, self.figures)]
        before = [one for one in clear if one[0].end <= span.start]
        nearest: list[tuple[Span, str]] = []
        for place, name in [*reversed(before)] or [one for one in clear if one[0].start >= span.end]:
            if nearest and gap(place, nearest[-1][0]) > 1:
                break
            nearest.append((place, name))
        return frozenset(name for _place, name in nearest)

    def _is_place(self, place: Span) -> bool:
        return bool(phrases_of(self.language).places.search(self.low, max(0, place.start - _PLACE_REACH), place.start))


@cache
def _sides(language: str) -> NamedWords:
    return NamedWords(language_of(language).evidence.sides)


@cache
def _calendar(language: str) -> frozenset[str]:
    """The names of days and months."""
    dates = language_of(language).dates
    return frozenset(fold(name) for names in (*dates.weekdays, *dates.months) for name in names)
