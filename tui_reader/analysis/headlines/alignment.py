"""Variants of a headline side by side: where they differ, and what each has there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from math import inf
from typing import NamedTuple

from tui_reader.model import Span

MOST_LAYOUTS = 40
DIFFERENCE_COST = 0.8  # what opening a stretch that differs costs, in equal words
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


class Column(NamedTuple):
    """A place where variants differ: where it is in the first one's text, and what each variant has there."""

    at: Span
    texts: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """The distinct wordings, the first variant's first."""
        return tuple(dict.fromkeys(self.texts))


Layout = tuple[Column, ...]
_Run = tuple[int, int, int, int]  # tokens [i0, i1) of one text against tokens [j0, j1) of the other


@lru_cache(maxsize=256)  # each headline is set beside many others
def tokens(text: str) -> tuple[Span, ...]:
    """Words and marks, in order."""
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text))


def layouts(texts: Sequence[str]) -> Iterator[Layout]:
    """The ways to set variants side by side: several where two stretches that differ touch."""
    if len(texts) == 2:
        ways = [list(_ways(texts[0], texts[1], run)) for run in _runs(texts[0], texts[1])]
        for way in islice(product(*ways), MOST_LAYOUTS):
            yield tuple(column for columns in way for column in columns)
    else:
        yield _merged(texts)


def _runs(one: str, other: str) -> list[_Run]:
    """The stretches of tokens that differ, by the alignment that keeps most words in fewest pieces."""
    a, b = [span.of(one) for span in tokens(one)], [span.of(other) for span in tokens(other)]
    pairs = _equal_pairs(a, b)
    runs: list[_Run] = []
    i = j = 0
    for next_i, next_j in [*pairs, (len(a), len(b))]:
        if i < next_i or j < next_j:
            runs.append((i, next_i, j, next_j))
        i, j = next_i + 1, next_j + 1
    hyphens = [at for at, word in enumerate(a) if word == "-"], [at for at, word in enumerate(b) if word == "-"]
    whole = [_with_compounds(run, *hyphens) if run[1] < len(a) else run for run in runs]  # no word follows the last
    return _without_empty_sides(whole, len(a), len(b))


def _equal_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Which tokens stand for each other: the most, less a cost for every stretch between them that differs."""
    met, apart = _alignment(a, b)
    pairs: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    together = met[i][j] >= apart[i][j]
    while i or j:
        if together:
            i, j = i - 1, j - 1
            pairs.append((i, j))
            together = met[i][j] >= apart[i][j]
        elif apart[i][j] == met[i][j] - DIFFERENCE_COST:
            together = True
        elif i and apart[i][j] == apart[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _alignment(a: Sequence[str], b: Sequence[str]) -> tuple[list[list[float]], list[list[float]]]:
    """The best gain of aligning the first i tokens of `a` with the first j of `b`.

    The first table is for alignments that end with two equal tokens, the second for those that end in a difference.
    """
    met = [[0.0] + [-inf] * len(b)]
    apart = [[-DIFFERENCE_COST] * (len(b) + 1)]
    for token in a:
        gain = 1.0 if token.isalnum() else 0.5
        met_above, apart_above = met[-1], apart[-1]
        met_row, apart_row = [-inf], [apart_above[0]]
        left = apart_above[0]
        for j, other in enumerate(b):
            together = -inf
            if token == other:
                together = gain + max(met_above[j], apart_above[j])
            left = max(apart_above[j + 1], left, together - DIFFERENCE_COST)
            met_row.append(together)
            apart_row.append(left)
        met.append(met_row)
        apart.append(apart_row)
    return met, apart


def _with_compounds(run: _Run, a: Sequence[int], b: Sequence[int]) -> _Run:
    """A run that ends at a hyphen of one text, `one-` of `one-half`, with the rest of the compound taken in."""
    i0, i1, j0, j1 = run
    cut = i0 < i1 and j0 < j1 and (i1 - 1 in a) != (j1 - 1 in b)
    return (i0, i1 + 1, j0, j1 + 1) if cut else run


def _without_empty_sides(runs: Sequence[_Run], most_a: int, most_b: int) -> list[_Run]:
    """The runs with a neighbouring word taken in where one text has nothing: no word is replaced by nothing."""
    full: list[_Run] = []
    for run in runs:
        is_empty = run[0] == run[1] or run[2] == run[3]
        i0, i1, j0, j1 = _widened(run, most_a, most_b) if is_empty else run
        if full and full[-1][1] > i0 - is_empty:  # two that touch stay apart, but where one has nothing of its own
            i0, j0 = full.pop()[::2]
        full.append((i0, i1, j0, j1))
    return [run for run in full if run[0] < run[1] and run[2] < run[3]]


def _widened(run: _Run, most_a: int, most_b: int) -> _Run:
    i0, i1, j0, j1 = run
    if i0 and j0:
        return i0 - 1, i1, j0 - 1, j1
    return i0, min(i1 + 1, most_a), j0, min(j1 + 1, most_b)


def _ways(one: str, other: str, run: _Run) -> Iterator[Layout]:
    """A run as columns: word by word where both have as many, else whole, or as two neighbours."""
    a, b = tokens(one)[run[0] : run[1]], tokens(other)[run[2] : run[3]]

    def column(i0: int, i1: int, j0: int, j1: int) -> Column:
        at = Span(a[i0].start, a[i1 - 1].end)
        return Column(at, (at.of(one), other[b[j0].start : b[j1 - 1].end]))

    def differing(*columns: Column) -> Layout:
        return tuple(column for column in columns if column.texts[0] != column.texts[1])

    yield (column(0, len(a), 0, len(b)),)
    if len(a) != len(b):
        yield from (differing(*columns) for columns in _with_next(one, other, run))
    if len(a) == len(b) > 1:
        yield differing(*(column(at, at + 1, at, at + 1) for at in range(len(a))))
    elif len(a) != len(b):
        for i, j in product(range(1, len(a)), range(1, len(b))):
            yield differing(column(0, i, 0, j), column(i, len(a), j, len(b)))


def _with_next(one: str, other: str, run: _Run) -> Iterator[Layout]:
    """A run with more words on one side as two neighbours, the second ending with the equal word that follows.

    Only where its words stand elsewhere, too: `milieu à partir de` beside `moitié de` is then two swaps.
    """
    i0, i1, j0, j1 = run
    a, b = tokens(one)[i0 : i1 + 1], tokens(other)[j0 : j1 + 1]
    if len(a) == i1 - i0 or len(b) == j1 - j0:
        return
    for cut in range(1, max(i1 - i0, j1 - j0)):
        i, j = (cut, j1 - j0) if i1 - i0 > j1 - j0 else (i1 - i0, cut)
        first = Column(
            Span(a[0].start, a[i - 1].end), (one[a[0].start : a[i - 1].end], other[b[0].start : b[j - 1].end])
        )
        second = Column(Span(a[i].start, a[-1].end), (one[a[i].start : a[-1].end], other[b[j].start : b[-1].end]))
        if _is_repeated(one, other, second):
            yield first, second


def _is_repeated(one: str, other: str, column: Column) -> bool:
    """Whether the longer wording of a column stands twice where it comes from."""
    mine, theirs = column.texts
    return one.count(mine) > 1 if len(mine) > len(theirs) else other.count(theirs) > 1


def _merged(texts: Sequence[str]) -> Layout:
    """Three variants and more, each set beside the first: places that overlap become one column."""
    first = texts[0]
    layers = [
        [column for run in _runs(first, text) for column in next(iter(_ways(first, text, run)))] for text in texts
    ]
    spans: list[Span] = []
    for span in sorted(column.at for layer in layers for column in layer):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(Column(span, tuple(_wording(first, span, layer) for layer in layers)) for span in spans)


def _wording(first: str, span: Span, layer: Sequence[Column]) -> str:
    """What the variant that differs from `first` by the columns of `layer` has at `span`."""
    words, at = "", span.start
    for column in layer:
        if span.holds(column.at):
            words += first[at : column.at.start] + column.texts[1]
            at = column.at.end
    return words + first[at : span.end]
