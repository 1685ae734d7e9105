"""Find the parts of an article that tell which of its figures matter: its title, its lead, its tolls."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.rank_words import (
    is_led_as_part,
    is_more_exact,
    is_outset,
    is_part_of,
    is_sought,
    is_term,
    noun_of,
    stems_of,
    words_at,
    words_near,
)
from tui_reader.analysis.figures.scores import is_set
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Block, Figure, FigureKind, Span

_NO_PERSONS: frozenset[FigureKind] = frozenset({"money", "duration", "measure", "percent", "age", "ratio"})
_LEAD_BLOCKS = 3  # the title and the paragraphs below it
_MOST_DATELINE = 45  # code points before the first sentence
_BEGINNING = 4  # letters that the forms of a word have in common
_MARK = re.compile(r"[,;:.!?]\s")
YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")

Value = tuple[float | None, float | None, str | None]
"""The value of a figure, its high end and its unit."""


class RankFrame(NamedTuple):
    """The parts of an article that tell which of its figures matter."""

    text: FigureText
    title: Span | None
    below: Span | None  # the first paragraph below the title
    first_sentence: Span | None  # of that paragraph
    lead: Sequence[Span]
    title_stems: frozenset[str]
    in_title: Sequence[Figure]
    told_again: Sequence[Figure]  # what others tell more exactly, or one by one
    quotations: Sequence[Span]
    places: Mapping[Span, float]  # of each figure: the share of all figures that stand before it
    same: Mapping[Value, Sequence[Figure]]  # the figures of each value, as they stand in the text
    clauses: Mapping[Span, Span]  # the part of its sentence, between marks, that each figure stands in
    first_of_unit: Mapping[tuple[Span, str | None], Span]  # the first figure of each unit in each sentence
    near: Mapping[Span, frozenset[str]]  # of each figure, the words that tell what it counts
    casualties: Set[Span]
    later_sets: Set[Span]  # the scores of sets of a match behind that of the first
    wholes: Set[Span]  # the figures that the one before them is a part of
    years: Set[str]  # of the dateline, and those of which the first sentence tells
    changes: Mapping[Span, Span]  # the first figure in a sentence that is a change, by the sentence
    outsets: Set[Span]  # the figures that a change begins with
    outcomes: Set[Span]  # the figures to which such a change leads
    of_unit: Mapping[tuple[FigureKind, str | None], Sequence[Figure]]  # the figures of each kind and unit
    befallen: Mapping[Span, frozenset[str]]  # of each toll, the beginnings of the words that tell what befell persons
    toll: float  # the greatest of the title and the first paragraph, 0 for none
    has_sentence: bool  # whether a term of prison was given, not only asked for


def rank_frame(
    figures: Sequence[Figure], blocks: Sequence[Block], text: FigureText, quotations: Sequence[Span]
) -> RankFrame:
    """The parts of an article, whose figures and blocks these are; `quotations` are the spans of its quotes."""
    told = (block for block in blocks if block.kept or block.kind == "title")  # a page's title is none of its text
    kept = [block for block in told if block.kind not in ("byline", "date", "caption")]
    title = kept[0].span if kept and kept[0].kind == "title" else None
    in_text = sorted(figures, key=lambda figure: figure.span)
    same: dict[Value, list[Figure]] = {}
    for figure in in_text:
        same.setdefault(value_of(figure), []).append(figure)
    clauses = _clauses(in_text, text)
    near = {figure.span: words_near(figure, clauses[figure.span], text) for figure in in_text}
    for figure in in_text:
        if figure.kind == "duration":  # a term in the title says seldom what it is: `dix-huit mois pour l'ancien maire`
            near[figure.span] = near[figure.span].union(*(words_at(place, text) for place in figure.mentions[1:]))
    in_title = [figure for figure in in_text if title is not None and title.holds(figure.span)]
    below = kept[1].span if title and len(kept) > 1 else kept[0].span if kept else None
    first = min((figure.sentence for figure in figures if below and below.holds(figure.sentence)), default=None)
    casualties = _casualties(in_text, near, clauses, text)
    outsets = {figure.span for figure in in_text if is_outset(figure, text)}
    of_lead = [figure for figure in in_text if figure.span in casualties and is_in(figure, title, below)]
    return RankFrame(
        text=text,
        title=title,
        below=below,
        first_sentence=first if first and below and first.start - below.start <= _MOST_DATELINE else None,
        lead=[block.span for block in kept[:_LEAD_BLOCKS]],
        title_stems=stems_of(text, title.of(text.low)) if title else frozenset(),
        told_again=list(_told_again(in_text, in_title, same, text)),
        in_title=in_title,
        quotations=quotations,
        places={figure.span: number / len(in_text) for number, figure in enumerate(in_text)},
        same=same,
        clauses=clauses,
        near=near,
        casualties=casualties,
        first_of_unit=_first_of_units([figure for figure in in_text if figure.span not in outsets]),
        outsets=outsets,
        outcomes=_outcomes(in_text, outsets, text),
        later_sets=_later_sets(in_text, text),
        wholes=_wholes(in_text, text),
        years=_years_of_news(below, first, in_text, text),
        changes={figure.sentence: figure.span for figure in reversed(in_text) if figure.change},
        of_unit=_of_unit(in_text),
        befallen={figure.span: _befallen(figure, near, text) for figure in in_text if figure.span in casualties},
        toll=max((figure.high or figure.value for figure in of_lead), default=0),
        has_sentence=any(
            is_term(figure, near[figure.span], text) and not is_sought(clauses[figure.span], text) for figure in in_text
        ),
    )


def is_in(figure: Figure, *parts: Span | None) -> bool:
    """Whether any place that gives a figure stands in one of these parts of the article."""
    return any(part is not None and part.holds(mention) for part in parts for mention in figure.mentions)


def _first_of_units(in_text: Sequence[Figure]) -> dict[tuple[Span, str | None], Span]:
    """The first figure of each unit in each sentence, by all places that give it."""
    first = {(figure.sentence, figure.unit): figure.span for figure in reversed(in_text)}
    mentions = sorted((mention, figure) for figure in in_text for mention in figure.mentions[1:])
    for mention, figure in reversed(mentions):
        for (sentence, unit), span in first.items():
            if unit == figure.unit and sentence.holds(mention) and mention < span:
                first[sentence, unit] = figure.span
    return first


def _clauses(in_text: Sequence[Figure], text: FigureText) -> dict[Span, Span]:
    """Of each figure, by its span, the part of its sentence, between marks, that it stands in."""
    clauses: dict[Span, Span] = {}
    for sentence, figures in groupby(in_text, key=lambda figure: figure.sentence):
        marks = list(_MARK.finditer(text.raw, *sentence))
        starts, ends = [mark.start() for mark in marks], [mark.end() for mark in marks]
        for figure in figures:
            before, after = bisect_right(ends, figure.span.start), bisect_left(starts, figure.span.end)
            start = ends[before - 1] if before else sentence.start
            clauses[figure.span] = Span(start, starts[after] if after < len(starts) else sentence.end)
    return clauses


def _told_again(
    in_text: Sequence[Figure], in_title: Sequence[Figure], same: Mapping[Value, Sequence[Figure]], text: FigureText
) -> Iterator[Figure]:
    """The figures that others tell more exactly, in the title or below it, or whose two ends are told one by one."""
    for figure in in_text:
        others = in_text if figure in in_title else in_title
        is_rough = any(is_more_exact(other, figure, text) for other in others)
        if is_rough or (figure.high is not None and _ends_told(figure, same, text.numbers.kinds["count"])):
            yield figure


def _ends_told(figure: Figure, same: Mapping[Value, Sequence[Figure]], votes: Sequence[str]) -> bool:
    """Whether both ends of a figure are told one by one: `8 to 5` beside `8 votes` and `5`.

    So they are of two sources: `entre 32 000 et 75 000` beside `32 000 selon la police, 75 000 selon les syndicats`.
    """
    units = votes if figure.kind == "score" else (figure.unit, None)
    single = {value for value, high, unit in same if high is None and unit in units}
    return {figure.value, figure.high} <= single


def value_of(figure: Figure) -> Value:
    return figure.value, figure.high, figure.unit


def _casualties(
    in_text: Sequence[Figure], near: Mapping[Span, frozenset[str]], clauses: Mapping[Span, Span], text: FigureText
) -> set[Span]:
    """The figures of dead, injured and the like, and of a part of these: `23 blessés, dont neuf enfants`.

    So are cases of what others died of.
    """
    rank_words, casualties = text.numbers.rank, set[Span]()
    counts = [figure for figure in in_text if figure.kind not in _NO_PERSONS and not _is_multiple(figure, text)]
    places = sorted(mention for figure in counts for mention in figure.mentions)
    of_tolls: set[Span] = set()  # the places that give one of them
    for figure, following in zip_longest(counts, counts[1:]):
        is_told = not rank_words.casualties.isdisjoint(near[figure.span])
        clause = clauses[figure.span]
        rest = text.low[figure.span.end : min(clause.end, following.span.start) if following else clause.end]
        last = places[index - 1] if (index := bisect_left(places, figure.span)) else None
        is_part = last is not None and last in of_tolls and figure.sentence.holds(last) and is_led_as_part(figure, text)
        if is_told or is_part or any(map(rest.__contains__, rank_words.perishing)):
            casualties.add(figure.span)
            of_tolls.update(figure.mentions)
    if casualties:
        casualties.update(figure.span for figure in counts if counts_cases(figure, text))
    return casualties


def _is_multiple(figure: Figure, text: FigureText) -> bool:
    return figure.unit in text.numbers.kinds["multiple"]


def counts_cases(figure: Figure, text: FigureText) -> bool:
    """Whether a figure counts who fell ill: `1 510 cas`."""
    return figure.kind == "count" and noun_of(figure) in text.numbers.rank.cases


def _of_unit(in_text: Sequence[Figure]) -> dict[tuple[FigureKind, str | None], list[Figure]]:
    """The figures of each kind and unit."""
    found: dict[tuple[FigureKind, str | None], list[Figure]] = {}
    for figure in in_text:
        found.setdefault((figure.kind, figure.unit), []).append(figure)
    return found


def _befallen(figure: Figure, near: Mapping[Span, frozenset[str]], text: FigureText) -> frozenset[str]:
    """What befell those of a toll, by the beginnings of the words for it; `morts` and `victimes` are one."""
    rank_words = text.numbers.rank
    words = (
        rank_words.casualties.intersection(fold(figure.what or "").split()) or rank_words.casualties & near[figure.span]
    )
    death = min(rank_words.deaths)
    return frozenset(death if word in rank_words.deaths else word[:_BEGINNING] for word in words)


def _later_sets(in_text: Sequence[Figure], text: FigureText) -> set[Span]:
    """The scores of sets that stand right behind another one: `6-1` and `6-4` of `6-3, 6-1, 6-4`."""
    sets = [figure.span for figure in in_text if figure.kind == "score" and is_set(figure.value, figure.high or 0)]
    return {score for before, score in pairwise(sets) if text.low[before.end : score.start] == ", "}


def _outcomes(in_text: Sequence[Figure], outsets: Set[Span], text: FigureText) -> set[Span]:
    """The figures right behind those that a change begins with: `6 500` of `passera de 3 000 à 6 500`."""
    to = text.numbers.ranges["to"]
    return {
        outcome.span
        for outset, outcome in pairwise(in_text)
        if outset.span in outsets and text.low[outset.span.end : outcome.span.start].split()[-1:] == [to]
    }


def _wholes(in_text: Sequence[Figure], text: FigureText) -> set[Span]:
    """The figures that the one before them is a part of, wherever these stand first."""
    mentions = sorted((mention, figure.span, figure) for figure in in_text for mention in figure.mentions)
    return {
        whole.span
        for (part_place, _, part), (place, _, whole) in pairwise(mentions)
        if part is not whole and not whole.change and is_part_of(part, whole, Span(part_place.end, place.start), text)
    }


def _years_of_news(
    below: Span | None, first_sentence: Span | None, in_text: Sequence[Figure], text: FigureText
) -> frozenset[str]:
    """The year of the date with which an article begins, and those of its first sentence: `213 millions en 2016`.

    Where that gives a share, it rather compares: `le chômage, de 12 % en 2016, est tombé à 9 %`.
    """
    dateline = YEAR.search(text.low, below.start, min(below.end, below.start + _MOST_DATELINE)) if below else None
    compares = any(figure.kind == "percent" and figure.sentence == first_sentence for figure in in_text)
    told = YEAR.findall(first_sentence.of(text.low)) if first_sentence and not compares else []
    return frozenset([*told, dateline.group()] if dateline else told)
