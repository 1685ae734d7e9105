"""Amounts that two articles give once each, with no other like it: they are the same, whatever is told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from tui_reader.evidence.comparison import ONE_STORY_DAYS, differ_in_aspect
from tui_reader.evidence.counted import CountedFigure
from tui_reader.evidence.time_comparison import days_apart, publishing_days
from tui_reader.evidence.values import (
    Values,
    are_near,
    compare,
    fewest_digits,
    is_distinctive,
    is_told_to_fewer_digits,
)

_ROUGHLY_DAYS = 200  # between two articles of which one tells an amount to fewer digits
_EXACT_DIGITS = 3  # of two sums, one of which is the other one rounded: 157.2 and 157 millions
_AMOUNTS = frozenset({"money", "percent", "measure"})


def lone_amounts(
    figures: Sequence[CountedFigure], others: Sequence[CountedFigure], *, are_of_one_event: bool
) -> Iterator[tuple[CountedFigure, CountedFigure]]:
    """The amounts of two articles that are close, each with the only one of the other article that it may be.

    Shares and measures tell that they are the same where the articles are surely of one event.
    """
    pairs = [
        (amount, other)
        for amount, other in product(_amounts(figures), _amounts(others))
        if _may_be_one(amount, other, are_of_one_event=are_of_one_event)
    ]
    counts = Counter(id(figure) for pair in pairs for figure in pair)
    for amount, other in pairs:
        if counts[id(amount)] == counts[id(other)] == 1:
            values = compare(amount.figure, other.figure)
            if _give_one(amount, other, values) and not _are_told_apart(amount, other, values):
                yield amount, other


def _amounts(figures: Sequence[CountedFigure]) -> list[CountedFigure]:
    """The amounts among figures, and the large counts of which nothing says that they are none: `80 millions`."""
    return [amount for amount in figures if amount.figure.kind in _AMOUNTS or (amount.may_be_sum and not amount.grows)]


def _may_be_one(amount: CountedFigure, other: CountedFigure, *, are_of_one_event: bool) -> bool:
    """Whether two amounts have one unit, and one value; of measures, one that is near."""
    figure, other_figure = amount.figure, other.figure
    kinds = {figure.kind, other_figure.kind}
    is_one_unit = figure.unit == other_figure.unit and len(kinds) == 1
    if "money" in kinds:
        values = compare(figure, other_figure)
        are_exact = are_of_one_event and fewest_digits(figure, other_figure) >= _EXACT_DIGITS
        is_one_value = values is Values.EQUAL or (values is Values.ROUNDED and are_exact)
        return is_one_value and (is_one_unit or "count" in kinds)
    if not (is_one_unit and are_of_one_event):
        return False
    if figure.kind == "measure":
        return are_near(figure, other_figure)
    return figure.kind == "percent" and is_distinctive(figure) and compare(figure, other_figure) is Values.EQUAL


def _give_one(amount: CountedFigure, other: CountedFigure, values: Values) -> bool:
    """Whether one value is the other amount, in other words or told to fewer digits: that only soon after."""
    if values is Values.EQUAL:
        return publishing_days(amount, other) <= ONE_STORY_DAYS
    if amount.figure.kind == "measure":
        return is_told_to_fewer_digits(amount.figure, other.figure) and publishing_days(amount, other) <= _ROUGHLY_DAYS
    return max(days_apart(amount, other), publishing_days(amount, other)) <= _ROUGHLY_DAYS


def _are_told_apart(amount: CountedFigure, other: CountedFigure, values: Values) -> bool:
    """Whether something says that two amounts are not the same: other things, a limit, or one day of many."""
    are_named = bool(amount.things or amount.head) and bool(other.things or other.head)
    are_of_two_things = are_named and bool(amount.things or other.things) and amount.things.isdisjoint(other.things)
    is_of_other_kind = amount.is_limit != other.is_limit or amount.is_daily != other.is_daily
    return are_of_two_things or is_of_other_kind or differ_in_aspect(amount, other, values)
