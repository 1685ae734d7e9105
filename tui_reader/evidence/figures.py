"""Figures of several articles that count or measure the same thing in the same event at the same point of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.evidence.counted import CountedFigure, counted_figures
from tui_reader.evidence.events import similar_articles
from tui_reader.model import Article, Figure, Span

LEAST_SIMILAR = 0.12
"""How similar two articles are at least that tell of one event."""
GROWING_DAYS, DATED_DAYS, UNDATED_DAYS = 15, 0, 5
"""How many days may lie between two counts of one thing: of one that grows, where both sentences say when, and else."""
_MOST_GROWTH, _MOST_RATIO = 6.0, 4.0  # between two counts of one thing that grows, and of another one
_NEARLY = 1.1  # values that differ by less are the same but for rounding
_TELLING_VALUE = 13  # a value that is hardly the same by chance
_FEWEST_WORDS = 2  # that two sentences share where no word tells what is counted
_ROUNDING = 0.05  # of a value that is said to be about so much


class FigureItem(NamedTuple):
    """A figure of an article of a pool, which is `article_index`."""

    article_index: int
    figure: Figure


class FigureGroup(NamedTuple):
    """Figures of several articles that give the same thing, in the order of the pool."""

    items: tuple[FigureItem, ...]

    @property
    def what(self) -> str | None:
        """The thing, in the words that most articles have."""
        names = [item.figure.what for item in self.items if item.figure.what]
        return max(names, key=lambda name: (names.count(name), -len(name)), default=None)

    @property
    def agrees(self) -> bool:
        """Whether all values can be the same, qualifiers and rounding considered."""
        ranges = [_possible(item.figure) for item in self.items]
        return max(low for low, _high in ranges) <= min(high for _low, high in ranges)


def group_figures(articles: Sequence[Article]) -> list[FigureGroup]:
    """The groups of figures of a pool; each has figures of two articles at least."""
    counted = [counted_figures(article, index) for index, article in enumerate(articles)]
    pairs: list[tuple[float, CountedFigure, CountedFigure]] = []
    for (index, other_index), similarity in similar_articles(articles, LEAST_SIMILAR).items():
        for first in counted[index]:
            for second in counted[other_index]:
                likeness = _likeness(first, second)
                if likeness is not None:
                    pairs.append((likeness + similarity, first, second))
    clusters = _Clusters()
    for _score, first, second in sorted(pairs, key=lambda pair: -pair[0]):
        clusters.join(first, second)
    groups = [sorted(cluster, key=_place) for cluster in clusters.all()]
    groups.sort(key=lambda group: (group[0].article_index, group[0].figure.rank))
    return [FigureGroup(tuple(FigureItem(each.article_index, each.figure) for each in group)) for group in groups]


def _place(counted: CountedFigure) -> tuple[int, Span]:
    """Where a figure stands in the pool."""
    return counted.article_index, counted.figure.span


class _Clusters:
    """Figures that are held for the same thing; none that contradict each other come together."""

    def __init__(self) -> None:
        self._cluster_of: dict[int, list[CountedFigure]] = {}

    def join(self, first: CountedFigure, second: CountedFigure) -> None:
        """Two figures give the same thing, and so does all that is held for the same as either."""
        cluster = self._cluster_of.setdefault(id(first), [first])
        joining = self._cluster_of.setdefault(id(second), [second])
        if cluster is joining or any(not _may_be_same(one, other) for one in cluster for other in joining):
            return
        cluster += joining
        for counted in joining:
            self._cluster_of[id(counted)] = cluster

    def all(self) -> list[list[CountedFigure]]:
        """The clusters of two figures or more."""
        distinct = {id(cluster): cluster for cluster in self._cluster_of.values()}
        return [cluster for cluster in distinct.values() if len(cluster) > 1]


def _may_be_same(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures may be in one group: those of one article only as two sources of one count."""
    if first.article_index != second.article_index:
        return _likeness(first, second) is not None or _is_nearly_same(first, second)
    sources = (first.figure.attribution, second.figure.attribution)
    return sources[0] != sources[1] and _likeness(first, second) is not None


def _likeness(first: CountedFigure, second: CountedFigure) -> float | None:
    """How alike two figures of articles about one event are; None where they do not give the same thing."""
    if first.figure.unit != second.figure.unit or first.figure.kind != second.figure.kind:
        return None
    same_value = _is_nearly_same(first, second)
    thing = _thing_in_common(first, second, same_value=same_value)
    if thing is None or _contradict(first, second, same_value=same_value):
        return None
    return thing + (1.0 if same_value else 0.0)


def _thing_in_common(first: CountedFigure, second: CountedFigure, *, same_value: bool) -> float | None:
    """How much tells that two figures count the same thing; None where that is not told."""
    shared_stems = len(first.stems & second.stems)
    shared_context = len(first.context & second.context)
    if first.things and second.things:
        return 1.0 + 0.5 * shared_stems if first.things & second.things else None
    if shared_stems:
        return 0.5 * shared_stems + (0.5 if shared_context >= _FEWEST_WORDS else 0.0)
    is_untold = not (first.things or first.stems) or not (second.things or second.stems)
    if is_untold and same_value and _is_telling(first.figure) and shared_context >= _FEWEST_WORDS:
        return 0.2
    return None


def _contradict(first: CountedFigure, second: CountedFigure, *, same_value: bool) -> bool:
    """Whether something makes two counts of a thing different ones: time, place, part and whole, value."""
    if any(second.aspects.get(group, name) != name for group, name in first.aspects.items()):
        return True
    grows = first.grows or second.grows
    if first.days and second.days:
        both_dated = first.is_dated and second.is_dated
        most_days = GROWING_DAYS if grows else DATED_DAYS if both_dated else UNDATED_DAYS
        if first.days.days_apart(second.days) > most_days:
            return True
    if same_value:
        return False
    if first.is_part != second.is_part or _is_elsewhere(first, second):
        return True
    if first.figure.kind == "percent" and not first.stems & second.stems and not first.things & second.things:
        return True
    values = sorted((abs(first.figure.value), abs(second.figure.value)))
    return values[0] == 0 or values[1] / values[0] > (_MOST_GROWTH if grows else _MOST_RATIO)


def _is_elsewhere(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one of two figures stands beside a name that the other article has not beside its own."""
    return bool(first.side_names - second.names or second.side_names - first.names)


def _is_nearly_same(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures have the same value, but for rounding."""
    figure, beside = first.figure, second.figure
    if figure.unit != beside.unit or (figure.high is None) != (beside.high is None):
        return False
    if figure.value == beside.value:
        return figure.high == beside.high
    low, high = sorted((abs(figure.value), abs(beside.value)))
    is_large = low > _TELLING_VALUE and figure.kind != "percent"
    return figure.value * beside.value > 0 and is_large and high / low < _NEARLY


def _is_telling(figure: Figure) -> bool:
    """Whether a value is hardly the same by chance."""
    return figure.unit is not None or abs(figure.value) >= _TELLING_VALUE


def _possible(figure: Figure) -> tuple[float, float]:
    """From where to where the value may be that a figure gives."""
    low, high = figure.value, figure.value if figure.high is None else figure.high
    margin = _ROUNDING * abs(figure.value)
    match figure.qualifier:
        case "about":
            return low - margin, high + margin
        case "more_than" | "at_least":
            return low, math.inf
        case "less_than" | "at_most" | "up_to":
            return -math.inf, high
    half = _last_digit(figure.value) / 2
    return low - half, high + half


def _last_digit(value: float) -> float:
    """The place of the last digit of a value that is not 0, where it is a round one: 1,200 is so to hundreds."""
    if value == 0 or value != int(value):
        return 0.0
    digits = str(int(abs(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    if len(digits) - zeros == 1:
        zeros -= 1  # 300 is so to tens
    return 10.0**zeros if zeros > 0 else 0.0
