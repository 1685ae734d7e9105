"""Figures of several articles that count or measure the same thing in the same event at the same point of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, product
from typing import NamedTuple

from tui_reader.evidence.comparison import (
    are_two_accounts,
    count_known_ones,
    give_one_value_only,
    likeness,
    may_be_same,
)
from tui_reader.evidence.counted import CountedFigure, counted_figures
from tui_reader.evidence.events import names_of_lead, similar_articles
from tui_reader.evidence.lone_amounts import lone_amounts
from tui_reader.evidence.time_comparison import publishing_days
from tui_reader.evidence.values import (
    TELLING_VALUE,
    Values,
    compare,
    has_distinctive_digits,
    in_one_unit,
    is_told_to_fewer_digits,
    may_be_of_one_unit,
    possible_range,
)
from tui_reader.model import Article, Figure, Span

LEAST_SIMILAR, LEAST_SIMILAR_NAMED = 0.12, 0.08
"""How similar two articles are at least that tell of one event, and those that begin with a name in common."""
_SCORE_DIGITS = 9  # of a score: what sums differ in by the order of the articles tells nothing
_SURELY_ONE = 0.15  # how similar two articles with names in common are that are surely of one event
_CLOSE = 0.13  # how similar two articles are at least for values of which nothing else tells that they are the same
LEAST_SIMILAR_APART = 0.14  # of two that begin with other names, for values that differ
_FEWEST_SAME, _SAME_DAYS = 2, 14  # numbers that two articles about one event share, and days between these
_LESS_SIMILAR = 0.1  # how similar they are where they share no more, and none that is rare
_LITTLE_SIMILAR, _MORE_DAYS = 0.05, 40  # how similar such articles are, where the numbers are less rare, and their days
_OF_UNIT = frozenset({"money", "percent"})  # kinds of figures whose number tells little without its unit
_MOST_HOLDERS = 20  # articles that one number is looked up in: with more it tells little
_LEAST_TOLD = 0.4  # that two figures give the same thing, with how similar their articles are


class FigureItem(NamedTuple):
    """A figure of an article of a pool, which is `article_index`."""

    article_index: int
    figure: Figure


class FigureGroup(NamedTuple):
    """Figures of several articles that give the same thing, in the order of the pool; `grows`: as a toll does."""

    items: tuple[FigureItem, ...]
    grows: bool = False

    @property
    def what(self) -> str | None:
        """The thing, in the words that most articles have."""
        names = [item.figure.what for item in self.items if item.figure.what]
        return max(names, key=lambda name: (names.count(name), -len(name)), default=None)

    @property
    def agrees(self) -> bool:
        """Whether all values can be the same, qualifiers and rounding considered."""
        return _can_be_same([item.figure for item in self.items])

    def contradicted(self, days: Sequence[str | None]) -> tuple[bool, ...]:
        """Of each item, whether another one contradicts it; `days` are those on which they were told, ISO 8601.

        Of what goes on, another value on another day is no contradiction, nor is an earlier one in the same article.
        """
        dated = list(zip(days, self.items, strict=True))
        return tuple(any(self._contradict(one, other) for other in dated) for one in dated)

    def _contradict(self, one: tuple[str | None, FigureItem], other: tuple[str | None, FigureItem]) -> bool:
        (day, item), (other_day, other_item) = one, other
        is_later = bool(day and other_day and day != other_day) or _are_of_one_account(item, other_item)
        return not (self.grows and is_later) and not _can_be_same([item.figure, other_item.figure])


def group_figures(articles: Sequence[Article], of_many: int = 0) -> list[FigureGroup]:
    """The groups of figures of a pool, each of two articles at least; `of_many` are those that it was chosen from."""
    counted = [counted_figures(article, index) for index, article in enumerate(articles)]
    clusters = _Clusters()
    ages = [_age(article) for article in articles]

    def rank(pair: tuple[float, CountedFigure, CountedFigure]) -> tuple[float, list[tuple[tuple[str, str], Span]]]:
        """Better pairs first, then those of earlier articles: the order of the pool tells nothing."""
        score, *figures = pair
        return -round(score, _SCORE_DIGITS), [(ages[one.article_index], one.figure.span) for one in figures]

    for _score, first, second in sorted(_pairs(articles, counted, of_many), key=rank):
        clusters.join(first, second)
    in_order = sorted(range(len(articles)), key=ages.__getitem__)
    for first, second in chain.from_iterable(pairwise(counted[index]) for index in in_order):
        if are_two_accounts(first, second):
            clusters.join(first, second)
    groups = [sorted(cluster, key=_place) for cluster in clusters.all()]
    groups.sort(key=lambda group: (group[0].article_index, group[0].figure.rank))
    return [_group_of(group) for group in groups]


def _age(article: Article) -> tuple[str, str]:
    """By what articles are put in order, whatever their order in the pool: the earlier ones first."""
    return article.published or "", article.document.id


def _pairs(
    articles: Sequence[Article], counted: Sequence[Sequence[CountedFigure]], of_many: int
) -> Iterator[tuple[float, CountedFigure, CountedFigure]]:
    """The figures of two articles that may give the same thing, with how much tells that they do."""
    leads = [names_of_lead(article) for article in articles]
    similarities = similar_articles(articles, _LITTLE_SIMILAR, of_many)
    for pair in list(_with_same_numbers(counted, similarities)):
        similarities[pair] = max(LEAST_SIMILAR_APART, similarities.get(pair, 0.0))
    for (index, other_index), similarity in similarities.items():
        lead, other_lead = leads[index], leads[other_index]
        is_named_alike = lead.meet(other_lead)
        if similarity < (LEAST_SIMILAR_NAMED if is_named_alike else LEAST_SIMILAR):
            continue
        is_unnamed = not (lead.names and other_lead.names)
        is_one_event = is_named_alike or is_unnamed or similarity >= LEAST_SIMILAR_APART
        is_close = similarity >= _CLOSE or (is_named_alike and similarity >= LEAST_SIMILAR)
        is_surely_one = is_named_alike and similarity >= _SURELY_ONE
        closeness = _Closeness(similarity, is_close, is_named_alike, is_surely_one)
        earlier, later = sorted((index, other_index), key=lambda number: _age(articles[number]))
        for first, second in product(counted[earlier], counted[later]):
            if not may_be_of_one_unit(first.figure, second.figure):
                continue
            values = compare(first.figure, second.figure)
            score = _score(first, second, values, closeness)
            if score is None:
                continue
            if is_one_event or values is not Values.DIFFERENT:
                yield score, first, second
        if is_close or is_named_alike:
            for first, second in lone_amounts(counted[earlier], counted[later], are_of_one_event=is_surely_one):
                yield _LEAST_TOLD, first, second


class _Closeness(NamedTuple):
    """How close two articles are: by their words, and by the names they begin with; whether they are of one event."""

    similarity: float
    is_close: bool
    is_named: bool
    is_one_event: bool


def _score(first: CountedFigure, second: CountedFigure, values: Values, articles: _Closeness) -> float | None:
    """How much tells that two figures give the same thing, by how close their articles are; None for too little.

    Of articles that are close to each other, one value that each gives once, or that is said to be known, tells just
    enough; where they only begin with the same names, one of many digits.
    """
    alike = likeness(first, second, values)
    if alike is None:
        is_near = articles.is_close or articles.is_named
        may_be_told = articles.is_close or (articles.is_named and has_distinctive_digits(first.figure.value))
        is_told = may_be_told and give_one_value_only(first, second, values, are_of_one_event=articles.is_one_event)
        return _LEAST_TOLD if is_told or (is_near and count_known_ones(first, second, values)) else None
    score = alike + articles.similarity
    return score if score >= _LEAST_TOLD else None


def _with_same_numbers(
    counted: Sequence[Sequence[CountedFigure]], similarities: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """The pairs of articles of a few days that have some numbers in common which hardly anything else has.

    Of articles that are a little similar, by `similarities`, the numbers may be less rare, and the days more.
    """
    holders: defaultdict[tuple[float, str | None], set[int]] = defaultdict(set)
    for index, figures in enumerate(counted):
        for one in figures:
            if one.figure.high is None and (one.figure.value >= TELLING_VALUE or one.figure.value % 1):
                holders[_number_of(one.figure)].add(index)
    rare, shared = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for (value, _unit), indices in holders.items():
        if len(indices) <= _MOST_HOLDERS:
            pairs = list(combinations(sorted(indices), 2))
            shared.update(pairs)
            rare.update(pairs if has_distinctive_digits(value) else ())
    for (index, other), count in shared.items():
        days = publishing_days(counted[index][0], counted[other][0])
        similarity = similarities.get((index, other), 0.0)
        is_similar = similarity >= _LITTLE_SIMILAR
        is_rare = rare[index, other] >= _FEWEST_SAME and days <= _SAME_DAYS
        is_told_by_more = count > _FEWEST_SAME or rare[index, other] > 0 or similarity >= _LESS_SIMILAR
        if is_rare or (is_similar and count >= _FEWEST_SAME and is_told_by_more and days <= _MORE_DAYS):
            yield index, other


def _number_of(figure: Figure) -> tuple[float, str | None]:
    """The value by which an article is known, with its unit where it tells little without; of shares one decimal."""
    value = round(figure.value, 1) if figure.kind == "percent" else figure.value
    return value, figure.unit if figure.kind in _OF_UNIT else None


def _group_of(cluster: Sequence[CountedFigure]) -> FigureGroup:
    items = tuple(FigureItem(each.article_index, each.figure) for each in cluster)
    return FigureGroup(items, grows=all(each.grows for each in cluster))


def _are_of_one_account(item: FigureItem, other: FigureItem) -> bool:
    """Whether two figures are those of one article, which does not give them to two sources."""
    sources = {item.figure.attribution, other.figure.attribution} - {None}
    return item.article_index == other.article_index and len(sources) <= 1


def _can_be_same(figures: Sequence[Figure]) -> bool:
    """Whether one value can be what all these figures give, and none rises where another falls."""
    if {"up", "down"} <= {figure.change for figure in figures}:
        return False
    first, *others = figures
    if all(other.value == first.value or is_told_to_fewer_digits(first, other) for other in others):
        return True
    figures = in_one_unit(figures)
    ranges = [possible_range(figure) for figure in figures]
    low, high = max(low for low, _high in ranges), min(high for _low, high in ranges)
    if low < high or (low == high and any(one == other for one, other in ranges)):  # 1,200 and 1,300 only touch
        return True
    return all(compare(first, second) is Values.EQUAL for first, second in combinations(figures, 2))  # 9.62, and 9.6


def _contradict(cluster: Sequence[CountedFigure], joining: Sequence[CountedFigure]) -> bool:
    """Whether figures of two clusters are not of one thing; of two tolls, one article may tell that they are."""
    return any(
        not (may_be_same(one, other) or (_are_tolls(one, other) and _are_linked(one, other, cluster, joining)))
        for one in cluster
        for other in joining
    )


def _are_tolls(one: CountedFigure, other: CountedFigure) -> bool:
    """Whether two figures of two articles go on."""
    return one.grows and other.grows and one.article_index != other.article_index


def _are_linked(
    one: CountedFigure, other: CountedFigure, cluster: Sequence[CountedFigure], joining: Sequence[CountedFigure]
) -> bool:
    """Whether an article that gives the same value as one of two figures tells that they may be the same."""
    return any(same.figure.value == one.figure.value and may_be_same(same, other) for same in cluster) or any(
        same.figure.value == other.figure.value and may_be_same(one, same) for same in joining
    )


def _place(counted: CountedFigure) -> tuple[int, Span]:
    """Where a figure stands in the pool."""
    return counted.article_index, counted.figure.span


class _Clusters:
    """Figures that are held for the same thing; none that contradict each other come together."""

    def __init__(self) -> None:
        self._cluster_of: dict[int, list[CountedFigure]] = {}
        self._apart: set[tuple[int, int, int, int]] = set()  # the first figures of two clusters, and how many they had

    def join(self, first: CountedFigure, second: CountedFigure) -> None:
        """Two figures give the same thing, and so does all that is held for the same as either."""
        cluster = self._cluster_of.setdefault(id(first), [first])
        joining = self._cluster_of.setdefault(id(second), [second])
        if cluster is joining or self._are_apart(cluster, joining):
            return
        cluster += joining
        for counted in joining:
            self._cluster_of[id(counted)] = cluster

    def _are_apart(self, cluster: list[CountedFigure], joining: list[CountedFigure]) -> bool:
        """Whether two clusters contradict each other; until one of them grows, that is found out once."""
        key = (id(cluster[0]), len(cluster), id(joining[0]), len(joining))
        if key not in self._apart:
            if not _contradict(cluster, joining):
                return False
            self._apart.add(key)
        return True

    def all(self) -> list[list[CountedFigure]]:
        """The clusters with figures of two articles or more."""
        distinct = {id(cluster): cluster for cluster in self._cluster_of.values()}
        return [cluster for cluster in distinct.values() if len({one.article_index for one in cluster}) > 1]
