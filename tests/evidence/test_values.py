"""Which values a figure leaves possible."""

from __future__ import annotations

import math

import pytest

from tui_reader.evidence.figures import FigureGroup, FigureItem
from tui_reader.evidence.values import are_near, is_rounded_decimal, is_rounded_to_whole, is_rounding, possible_range
from tui_reader.model import Figure, Qualifier, Span


@pytest.mark.parametrize(
    ("value", "high", "qualifier", "wanted"),
    [
        (352, None, None, (352, 352)),
        (1200, None, None, (1150, 1250)),
        (300, None, None, (295, 305)),
        (7.2, None, None, (7.2, 7.2)),
        (0, None, None, (0, 0)),
        (5, 6, None, (5, 6)),
        (200, None, "about", (190, 210)),
        (200, None, "at_least", (200, math.inf)),
        (200, None, "up_to", (-math.inf, 200)),
    ],
)
def test_possible_values(
    value: float, high: float | None, qualifier: Qualifier | None, wanted: tuple[float, float]
) -> None:
    figure = Figure(Span(0, 1), "1", "1", value, Span(0, 1), high=high, qualifier=qualifier)
    assert possible_range(figure) == wanted


@pytest.mark.parametrize(
    ("first", "second", "is_rounded"),
    [(135, 135.09, True), (135, 135.6, False), (135.1, 135.2, False), (2, 2.1, False), (135, 135, False)],
)
def test_large_values_without_decimals(first: float, second: float, is_rounded: bool) -> None:
    assert is_rounded_to_whole(first, second) is is_rounded
    assert is_rounded_to_whole(second, first) is is_rounded


@pytest.mark.parametrize(
    ("first", "second", "is_rounded"),
    [
        (16.28, 16.3, True),
        (16.25, 16.3, True),
        (16.25, 16.2, True),
        (16.38, 16.3, False),
        (16.3, 16.3, True),
        (16.3, 16, False),  # whole numbers say too little
        (45.5, 45.6, False),
    ],
)
def test_shares_with_fewer_decimals(first: float, second: float, is_rounded: bool) -> None:
    assert is_rounded_decimal(first, second) is is_rounded_decimal(second, first) is is_rounded


@pytest.mark.parametrize(
    ("first", "second", "qualifier", "is_rounded", "is_near"),
    [
        (430, 430, None, True, True),
        (400, 430, "more_than", True, True),
        (100, 430, "more_than", False, False),  # too much more
        (300, 284, "less_than", True, True),
        (300, 284, "at_least", True, True),  # as another source has it
        (352, 353, None, False, True),
        (3000, 2600, "up_to", False, True),
        (300, 304, None, True, True),
        (18, 20, None, False, True),
        (18, 24, None, False, False),
    ],
)
def test_two_values_of_one_count(
    first: float, second: float, qualifier: Qualifier | None, is_rounded: bool, is_near: bool
) -> None:
    one = Figure(Span(0, 1), "1", "1", first, Span(0, 1), qualifier=qualifier)
    other = Figure(Span(0, 1), "1", "1", second, Span(0, 1))
    assert (is_rounding(one, other), is_rounding(other, one)) == (is_rounded, is_rounded)
    assert are_near(one, other) is are_near(other, one) is is_near


def test_a_score_does_not_contradict_itself() -> None:
    won, lost = (Figure(Span(0, 3), text, text, 3, Span(0, 3), high=0, kind="score") for text in ("3-0", "3 à 0"))
    group = FigureGroup((FigureItem(0, won), FigureItem(1, lost)))
    assert group.agrees
    assert group.contradicted(["2024-02-14", "2024-02-14"]) == (False, False)
