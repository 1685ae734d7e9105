"""The sentences, words and paragraphs of a page: what a cursor stands on, and where a selection may end. No widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from tui_reader.analysis.text.segmentation import WORD, sentences
from tui_reader.model import Span
from tui_reader.ui.view.page import Page

Unit = Literal["word", "sentence", "paragraph"]
_LONGEST_WORD = 200  # code points that are looked through for a word before a place


class TextUnits:
    """The units of a page, found paragraph by paragraph when they are asked for. All spans are of the page's text."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._paragraphs = [one.span for one in page.paragraphs if one.span.of(page.text).strip()]
        self._sentences: dict[int, Sequence[Span]] = {}

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence at a place, else the next one, else the last; None on a page without words."""
        if not self._paragraphs:
            return None
        index = min(bisect_right(self._paragraphs, offset, key=_end), len(self._paragraphs) - 1)
        found = self._sentences_of(index)
        return found[min(bisect_right(found, offset, key=_end), len(found) - 1)]

    def sentences_in(self, sight: Span) -> list[Span]:
        """The sentences that have a code point in a stretch, in order."""
        first = bisect_right(self._paragraphs, sight.start, key=_end)
        last = bisect_left(self._paragraphs, sight.end, key=_start)
        units = (sentence for index in range(first, last) for sentence in self._sentences_of(index))
        return [sentence for sentence in units if sentence.meets(sight)]

    def next_to(self, span: Span, unit: Unit, by: int) -> Span | None:
        """The unit after the one at the start of `span`, or before it with a negative `by`; None at the edge."""
        if unit == "paragraph":
            index = self._paragraph_index(span.start) + by
            return self._sentences_of(index)[0] if 0 <= index < len(self._paragraphs) else None
        place = self.end_after(span.start, unit) if by > 0 else self.start_before(span.start, unit)
        if place is None:
            return None
        following = self.sentence_at(place)
        return following if following is not None and (following.start - span.start) * by > 0 else None

    # Where a selection may end

    def end_after(self, offset: int, unit: Unit) -> int | None:
        """The first end of a unit behind a place."""
        return next((span.end for span in self._units(offset, unit, forward=True) if span.end > offset), None)

    def end_before(self, offset: int, unit: Unit) -> int | None:
        """The last end of a unit before a place."""
        return next((span.end for span in self._units(offset, unit, forward=False) if span.end < offset), None)

    def start_after(self, offset: int, unit: Unit) -> int | None:
        """The first start of a unit behind a place."""
        return next((span.start for span in self._units(offset, unit, forward=True) if span.start > offset), None)

    def start_before(self, offset: int, unit: Unit) -> int | None:
        """The last start of a unit before a place."""
        return next((span.start for span in self._units(offset, unit, forward=False) if span.start < offset), None)

    def _units(self, offset: int, unit: Unit, *, forward: bool) -> Sequence[Span]:
        """Some units around a place, the nearest first in the direction."""
        index = self._paragraph_index(offset)
        near = range(max(0, index - 2), min(index + 2, len(self._paragraphs)))
        if unit == "paragraph":
            units = [self._paragraphs[number] for number in near]
        elif unit == "sentence":
            units = [sentence for number in near for sentence in self._sentences_of(number)]
        else:
            units = [word for number in near for word in self._words_of(self._paragraphs[number], offset)]
        return units if forward else units[::-1]

    def _words_of(self, paragraph: Span, offset: int) -> list[Span]:
        """The words of a paragraph that are near a place."""
        start = max(paragraph.start, offset - _LONGEST_WORD)
        end = min(paragraph.end, offset + _LONGEST_WORD)
        return [Span(*word.span()) for word in WORD.finditer(self._page.text, start, end)] if start < end else []

    def _paragraph_index(self, offset: int) -> int:
        """The paragraph at a place, else the next one."""
        return min(bisect_right(self._paragraphs, offset, key=_end), max(0, len(self._paragraphs) - 1))

    def _sentences_of(self, index: int) -> Sequence[Span]:
        """The sentences of a paragraph."""
        if index not in self._sentences:
            self._sentences[index] = sentences(self._page.text, self._paragraphs[index])
        return self._sentences[index]


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
