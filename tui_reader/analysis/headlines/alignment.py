"""Align the variants of a headline, token by token: where they differ, and what each has there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from math import inf
from typing import NamedTuple

from tui_reader.model import Span

MOST_ALIGNMENTS = 40  # tried for one pair of variants
DIFFERENCE_COST = 0.8  # what each further run of tokens that differ costs, in equal words
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


class Difference(NamedTuple):
    """A place where variants differ.

    `span` is where it stands in the first variant, as offsets in its text; `texts` is what each variant has there, in
    the order of the variants.
    """

    span: Span
    texts: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """The distinct wordings, the first variant's first."""
        return tuple(dict.fromkeys(self.texts))


Alignment = tuple[Difference, ...]
"""Variants set side by side: all the places where they differ, in order; between these they are equal."""

_Run = tuple[int, int, int, int]
"""Tokens that differ: [i0, i1) of one text against [j0, j1) of the other."""


@lru_cache(maxsize=256)  # each headline is set beside many others
def tokens(text: str) -> tuple[Span, ...]:
    """Words and marks, in order."""
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text))


def words_of(text: str) -> list[str]:
    """The same as they are written."""
    return _TOKEN.findall(text)


def alignments(texts: Sequence[str]) -> Iterator[Alignment]:
    """The ways to set variants side by side: several where it is open which words of a run stand for which.

    Of three variants and more there is one way only.
    """
    if len(texts) == 2:
        ways = [list(_ways(texts[0], texts[1], run)) for run in _runs(texts[0], texts[1])]
        for way in islice(product(*ways), MOST_ALIGNMENTS):
            yield tuple(difference for differences in way for difference in differences)
    else:
        yield _merged(texts)


def _runs(first: str, second: str) -> list[_Run]:
    """The runs of tokens that differ, by the alignment that keeps most words in fewest pieces."""
    a, b = [span.of(first) for span in tokens(first)], [span.of(second) for span in tokens(second)]
    pairs = _equal_pairs(a, b)
    runs: list[_Run] = []
    i = j = 0
    for next_i, next_j in [*pairs, (len(a), len(b))]:
        if i < next_i or j < next_j:
            runs.append((i, next_i, j, next_j))
        i, j = next_i + 1, next_j + 1
    hyphens = [[index for index, word in enumerate(words) if word == "-"] for words in (a, b)]
    whole = [_with_compounds(run, *hyphens) if run[1] < len(a) else run for run in runs]  # no word follows the last
    return _without_empty_sides(whole, len(a), len(b))


def _equal_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The indices of tokens that stand for each other: as many as possible, less a cost for each run between them."""
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
    """The best gain of aligning the first i tokens of `a` with the first j of `b`, as two tables of i and j.

    The first table is for alignments that end with two equal tokens, the second for those that end in a difference:
    Gotoh's algorithm for affine gaps.
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
    """A run that ends at a hyphen of one text, `one-` of `one-half`, extended over the rest of the compound.

    `a` and `b` are the indices of the hyphens in either text.
    """
    i0, i1, j0, j1 = run
    cut = i0 < i1 and j0 < j1 and (i1 - 1 in a) != (j1 - 1 in b)
    return (i0, i1 + 1, j0, j1 + 1) if cut else run


def _without_empty_sides(runs: Sequence[_Run], most_a: int, most_b: int) -> list[_Run]:
    """The runs, extended over a neighbouring word where one text has nothing: no word is replaced by nothing."""
    full: list[_Run] = []
    for run in runs:
        is_empty = run[0] == run[1] or run[2] == run[3]
        i0, i1, j0, j1 = _widened(run, most_a, most_b) if is_empty else run
        if full and full[-1][1] > i0 - is_empty:  # two that touch stay apart, but where one has nothing of its own
            i0, j0 = full.pop()[::2]
        full.append((i0, i1, j0, j1))
    return [run for run in full if run[0] < run[1] and run[2] < run[3]]


def _widened(run: _Run, most_a: int, most_b: int) -> _Run:
    """The run with the word before it, or the one behind it where it is the first."""
    i0, i1, j0, j1 = run
    if i0 and j0:
        return i0 - 1, i1, j0 - 1, j1
    return i0, min(i1 + 1, most_a), j0, min(j1 + 1, most_b)


def _ways(first: str, second: str, run: _Run) -> Iterator[Alignment]:
    """A run as one difference, word by word where both texts have as many words, or as two neighbours."""
    a, b = tokens(first)[run[0] : run[1]], tokens(second)[run[2] : run[3]]

    def pair(i0: int, i1: int, j0: int, j1: int) -> Difference:
        span = Span(a[i0].start, a[i1 - 1].end)
        return Difference(span, (span.of(first), second[b[j0].start : b[j1 - 1].end]))

    def differing(*pairs: Difference) -> Alignment:
        return tuple(difference for difference in pairs if difference.texts[0] != difference.texts[1])

    yield (pair(0, len(a), 0, len(b)),)
    if len(a) != len(b):
        yield from (differing(*pairs) for pairs in _with_next(first, second, run))
    if len(a) == len(b) > 1:
        yield differing(*(pair(index, index + 1, index, index + 1) for index in range(len(a))))
    elif len(a) != len(b):
        for i, j in product(range(1, len(a)), range(1, len(b))):
            yield differing(pair(0, i, 0, j), pair(i, len(a), j, len(b)))


def _with_next(first: str, second: str, run: _Run) -> Iterator[Alignment]:
    """A run with more words on one side as two neighbours, the second ending with the equal word that follows.

    Only where its words stand elsewhere, too: `milieu à partir de` beside `moitié de` is then two substitutions.
    """
    i0, i1, j0, j1 = run
    a, b = tokens(first)[i0 : i1 + 1], tokens(second)[j0 : j1 + 1]
    if len(a) == i1 - i0 or len(b) == j1 - j0:
        return
    for cut in range(1, max(i1 - i0, j1 - j0)):
        i, j = (cut, j1 - j0) if i1 - i0 > j1 - j0 else (i1 - i0, cut)
        first_part = Difference(
            Span(a[0].start, a[i - 1].end), (first[a[0].start : a[i - 1].end], second[b[0].start : b[j - 1].end])
        )
        second_part = Difference(
            Span(a[i].start, a[-1].end), (first[a[i].start : a[-1].end], second[b[j].start : b[-1].end])
        )
        if _is_repeated(first, second, second_part):
            yield first_part, second_part


def _is_repeated(first: str, second: str, difference: Difference) -> bool:
    """Whether the longer wording of a difference stands twice in the text it comes from."""
    mine, theirs = difference.texts
    return first.count(mine) > 1 if len(mine) > len(theirs) else second.count(theirs) > 1


def _merged(texts: Sequence[str]) -> Alignment:
    """Three variants and more, each set beside the first: differences that overlap become one."""
    first = texts[0]
    layers = [
        [difference for run in _runs(first, text) for difference in next(iter(_ways(first, text, run)))]
        for text in texts
    ]
    spans: list[Span] = []
    for span in sorted(difference.span for layer in layers for difference in layer):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(Difference(span, tuple(_wording(first, span, layer) for layer in layers)) for span in spans)


def _wording(first: str, span: Span, layer: Sequence[Difference]) -> str:
    """What the variant that differs from `first` by the differences of `layer` has at `span`."""
    wording, offset = "", span.start
    for difference in layer:
        if span.holds(difference.span):
            wording += first[offset : difference.span.start] + difference.texts[1]
            offset = difference.span.end
    return wording + first[offset : span.end]
