"""Which figures of a sentence stand next to a place in it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui_reader.evidence.neighbours import FigureNeighbours, behind, within
from tui_reader.model import Span

FIGURES = tuple(sorted([Span(10, 12), Span(20, 30), Span(22, 24), Span(40, 41), Span(50, 55)]))
"""The third lies inside the second, as a part of a range does."""
WORDS = [(span, str(span.start)) for span in (Span(0, 4), Span(5, 9), Span(13, 19), Span(32, 36), Span(42, 49))]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("word", [*(span for span, _name in WORDS), Span(23, 26), Span(60, 61)])
def test_a_word_is_clear_of_all_figures_but_those_that_overlap_the_one(word: Span, figure: Span) -> None:
    between = Span(min(word.end, figure.end), max(word.start, figure.start))
    in_between = [other for other in FIGURES if between.meets(other) and not other.meets(figure)]
    assert FigureNeighbours(FIGURES).is_clear(word, figure) == (not in_between)


@pytest.mark.parametrize("offset", range(60))
def test_figures_from_an_offset_on(offset: int) -> None:
    neighbours, later = FigureNeighbours(FIGURES), [figure for figure in FIGURES if figure.start >= offset]
    assert list(neighbours.after(offset)) == later
    assert neighbours.next(offset) == next(iter(later), None)


@pytest.mark.parametrize(("start", "end"), list(pairwise(range(0, 60, 3))))
def test_figures_around_a_stretch(start: int, end: int) -> None:
    neighbours = FigureNeighbours(FIGURES)
    wanted = {figure for figure in FIGURES if figure.end >= start and figure.start <= end}
    assert wanted <= set(neighbours.near(start, end))
    assert neighbours.end_in(start, end) == any(start <= figure.end < end for figure in FIGURES)


@pytest.mark.parametrize(("start", "end"), [(0, 60), (4, 5), (9, 13), (20, 31), (36, 36), (50, 60)])
def test_words_that_touch_a_stretch(start: int, end: int) -> None:
    wanted = [word for word in WORDS if word[0].end >= start and word[0].start <= end]
    assert list(within(WORDS, Span(start, end))) == wanted


@pytest.mark.parametrize("offset", [0, 5, 6, 42, 43])
def test_words_behind_an_offset(offset: int) -> None:
    assert list(behind(WORDS, offset)) == [word for word in WORDS if word[0].start >= offset]


def test_a_sentence_without_figures() -> None:
    neighbours = FigureNeighbours(())
    assert (neighbours.next(0), list(neighbours.near(0, 9)), neighbours.end_in(0, 9)) == (None, [], False)
