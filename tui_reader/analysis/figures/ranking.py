"""Rank figures by how telling they are: which a press note would give first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise
from math import log10
from typing import Literal

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.rank_frame import YEAR, RankFrame, counts_cases, is_in, rank_frame, value_of
from tui_reader.analysis.figures.rank_words import (
    PLAIN_WORD,
    WHOLE,
    counts_nothing,
    is_ago,
    is_ahead,
    is_arrest,
    is_aside,
    is_at_place,
    is_description,
    is_distance,
    is_done_before,
    is_elapsed,
    is_led_as_part,
    is_more_exact,
    is_restated,
    is_share_of_title,
    is_sought,
    is_term,
    is_vote,
    noun_of,
    opening_of,
    stems_of,
    text_ahead,
    text_around,
    without_brackets,
    words_before_change,
)
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Block, Figure, FigureKind, Qualifier, RankReason, Span

RankRule = Literal[
    "in-title",
    "in-first-sentence",
    "in-first-paragraph",
    "in-lead",
    "late",
    "kind.money",
    "kind.count",
    "kind.percent",
    "kind.score",
    "kind.ratio",
    "kind.age",
    "kind.duration",
    "kind.measure",
    "vote",
    "turnout",
    "casualties",
    "arrests",
    "change",
    "size",
    "small",
    "bystanders",
    "prison",
    "sought",
    "race-time",
    "wind",
    "length",
    "later-set",
    "margin",
    "affected",
    "total",
    "part",
    "repeated",
    "of-title",
    "qualified",
    "level",
    "outcome",
    "listed",
    "compared",
    "whole",
    "restated",
    "aside",
    "description",
    "sample",
    "earlier",
    "elapsed",
    "distance",
    "reference",
    "echo",
    "spoken",
]
"""What raises or lowers a figure; `WEIGHTS` says what each is."""

WEIGHTS: dict[RankRule, float] = {
    # where it stands
    "in-title": 1.4,  # in the title
    "in-first-sentence": 0.5,  # in the first sentence below the title
    "in-first-paragraph": 0.8,  # there, by any of its mentions
    "in-lead": 0.8,  # in the title or the two paragraphs below it
    "late": -1.7,  # times the share of the article's figures that stand before it
    # what it is
    "kind.money": 0.5,  # `2 millions d'euros`
    "kind.count": -0.2,  # `300 ouvriers`
    "kind.percent": 1.0,  # `12 %`
    "kind.score": 1.0,  # `3-1`
    "kind.ratio": 0.7,  # `un train sur trois`, in the title or the first paragraph
    "kind.age": -1.7,  # `Anne Roux, 46 ans`
    "kind.duration": -0.9,  # `deux heures`
    "kind.measure": -0.1,  # `12 tonnes`
    "length": -0.4,  # `12 km`
    "vote": 1.4,  # `31 voix contre 18`
    "turnout": 0.4,  # how many went to vote: `une participation de 63 %`
    "casualties": 1.2,  # `212 morts`
    "arrests": 1.7,  # `sept personnes placées en garde à vue`
    "change": 0.2,  # `en baisse de 3 %`
    "size": 0.1,  # for each digit of its whole part
    "small": -1.8,  # a count in words up to twelve, but for casualties and arrests: `deux frères`
    "bystanders": -1.8,  # who came to help or to look: `60 pompiers`
    "prison": 1.6,  # `trois ans de prison`
    "sought": -1.7,  # what was asked for, where a sentence is given: `le parquet avait requis cinq ans`
    "race-time": 1.9,  # `2 h 18 min 12 s`
    "wind": 1.1,  # how strong: `des rafales à 193 km/h`
    "later-set": -1.5,  # of a match whose first set stands before it: `6-1` of `6-3, 6-1, 6-4`
    "margin": 0.8,  # by how much one leads: `17 secondes d'avance`
    "affected": 0.5,  # whom it befell: `350 personnes évacuées`
    "total": 0.6,  # `1 510 cas au total`
    "part": -0.5,  # of those just counted, but for casualties: `dont 90 000 au port`, `dont deux ans avec sursis`
    # what is told of it
    "repeated": 0.3,  # for each further mention in the article
    "of-title": 0.1,  # the title names what it counts: `Fonderies : 156 salariés licenciés`
    "qualified": 0.05,  # `plus de 300`
    "level": -0.7,  # where something stands after a change, half for a sum: `fell 4% to 318`
    "outcome": 0.8,  # where a change that is told with what it begins with leads: `5` of `passe de 3 à 5`
    "listed": -0.2,  # one more of its unit in its sentence, but for changes: `3 %` of `33 % sont contre, 3 % hésitent`
    "compared": -1.0,  # what another is compared with: `31 %` of `52 %, contre 31 %`, `3` of `passe de 3 à 5`
    "whole": -1.5,  # what the number before it is a part of: `366` of `210 des 366 salariés`
    "restated": -2.8,  # the one before it in another way: `soit un tiers du chemin`
    "aside": -0.8,  # told by the way, in brackets or a clause between commas: `le groupe, qui emploie 340 personnes,`
    "description": -1.8,  # of a place or a firm: `à Brume, un bourg de 3 100 habitants,`
    "sample": -1.8,  # who was asked, and how exactly: `auprès de 2 014 personnes`
    "earlier": -0.4,  # what once was, and no change since: `en 1999, 64 personnes`
    "elapsed": -1.2,  # a time that only tells when: `depuis trois jours`, `trois jours après la crue`
    "distance": -1.8,  # how far off, how high or how long, but for the title's: `à 12 km de la côte`
    "reference": -1.7,  # what others are compared with: `le seuil de 10 %`, `usually 50`, 100 %
    "echo": -4.0,  # the value of the title, or of a toll, told once more; one that is told more exactly; two told apart
    "spoken": -0.9,  # inside a quotation
}
"""What a figure's rank is made of, by `Figure.reasons`; set by hand on the annotated corpus."""

_KINDS: dict[FigureKind, RankRule] = {
    "money": "kind.money",
    "count": "kind.count",
    "percent": "kind.percent",
    "score": "kind.score",
    "age": "kind.age",
    "duration": "kind.duration",
    "measure": "kind.measure",
}
_COMPARING: frozenset[Qualifier] = frozenset({"more_than", "less_than", "at_least", "at_most"})
_OF_TOLLS = 7  # how much more of "earlier" holds for tolls, of which the newest counts
_OF_VOTES = 5  # and for votes and terms of prison
_OF_OUTSETS = 1.5  # how much more of "compared" holds for what a change begins with
_OF_CHANGES = 3  # and for a change before the one told
_OF_LAST_TIME = 2  # how much more of "earlier" holds for shares and sums of the year before
_OF_TERMS = 5  # and of "part" for terms of prison
_OF_PLACES = 4  # and of "part" for those at a place
_OF_SUMS = 0.5  # how much of "level" holds for sums, which are news by themselves
_MOST_SMALL = 12  # a count up to this, in words, is seldom news
_MOST_BETWEEN_SIDES = 80  # code points between the two sides of a vote
_MOST_COMPARED = 20  # figures of one value
_PARTS_OF_TIME = re.compile(r"\d ?[^\W\d_].*\d")


def ranked(
    figures: Sequence[Figure], blocks: Sequence[Block], text: FigureText, quotations: Sequence[Span]
) -> tuple[Figure, ...]:
    """The figures with their ranks and the reasons for them, the most telling first; equals in order of the text.

    The two sides of a vote stand next to each other. `quotations` are the spans of the quotes.
    """
    frame = rank_frame(figures, blocks, text, quotations)
    reasons = {figure.span: tuple(_reasons(figure, frame)) for figure in figures}
    ordered = sorted(figures, key=lambda figure: (-_weight(reasons[figure.span]), figure.span))
    return tuple(
        replace(figure, rank=rank, reasons=reasons[figure.span])
        for rank, figure in enumerate(_with_sides(ordered, reasons, text), 1)
    )


def _weight(reasons: Sequence[RankReason]) -> float:
    return sum(reason.weight for reason in reasons)


def _with_sides(
    ordered: Sequence[Figure], reasons: Mapping[Span, Sequence[RankReason]], text: FigureText
) -> list[Figure]:
    """The figures, each other side of a vote right behind the first."""
    in_text = sorted(ordered, key=lambda figure: figure.span)
    earlier = {span for span, made_of in reasons.items() if any(reason.rule == "earlier" for reason in made_of)}
    sides = {first.span: second for first, second in pairwise(in_text) if _are_sides(first, second, earlier, text)}
    placed: dict[Span, Figure] = {}
    for figure in ordered:
        placed.setdefault(figure.span, figure)
        if figure.span in sides:
            placed.setdefault(sides[figure.span].span, sides[figure.span])
    return list(placed.values())


def _are_sides(first: Figure, second: Figure, earlier: Set[Span], text: FigureText) -> bool:
    """Whether two figures are the sides of a vote: `31 voix contre 18`, `47 percent to 38 percent`.

    `earlier` are the spans of figures of what once was: `52 %, contre 31 % un an plus tôt` are no sides.
    """
    if first.sentence != second.sentence or first.unit != second.unit or first.change or second.change:
        return False
    between = text.low[first.span.end : second.span.start]
    is_share = first.unit == text.numbers.percent and second.span not in earlier and len(between) <= _MOST_BETWEEN_SIDES
    return is_vote(first, text) or (is_share and not text.numbers.rank.sides.isdisjoint(PLAIN_WORD.findall(between)))


def _reasons(figure: Figure, frame: RankFrame) -> Iterator[RankReason]:
    """What makes a figure telling, and how much."""
    near = frame.near[figure.span]
    is_casualty = figure.span in frame.casualties
    reasons = (
        *_places(figure, frame),
        *_nature(figure, near, frame, is_casualty=is_casualty),
        *_circumstances(figure, near, frame, is_casualty=is_casualty),
    )
    return (RankReason(rule, WEIGHTS[rule] * times) for rule, times in reasons if times)


def _places(figure: Figure, frame: RankFrame) -> Iterator[tuple[RankRule, float]]:
    """Where it stands."""
    is_told_roughly = any(is_more_exact(figure, titled, frame.text) for titled in frame.in_title)
    yield "in-title", is_told_roughly or is_in(figure, frame.title)
    yield "in-first-sentence", frame.first_sentence is not None and frame.first_sentence.holds(figure.span)
    yield "in-first-paragraph", is_in(figure, frame.below)
    yield "in-lead", any(part.holds(figure.span) for part in frame.lead)
    yield "late", frame.places[figure.span]


def _nature(
    figure: Figure, near: frozenset[str], frame: RankFrame, *, is_casualty: bool
) -> Iterator[tuple[RankRule, float]]:
    """What it is."""
    if figure.kind in _KINDS:
        yield _KINDS[figure.kind], 1
    yield "kind.ratio", figure.kind == "ratio" and is_in(figure, frame.title, frame.below)
    yield "vote", is_vote(figure, frame.text)
    rank_words = frame.text.numbers.rank
    yield "turnout", _is_turnout(figure, frame)
    yield "casualties", is_casualty
    is_held = is_arrest(figure, frame.text)
    yield "arrests", is_held and not is_casualty
    counts_others = figure.kind == "count" and not is_casualty
    may_be_sought = frame.has_sentence and figure.kind in ("duration", "money")
    is_asked = may_be_sought and is_sought(frame.clauses[figure.span], frame.text)
    yield "bystanders", counts_others and not rank_words.bystanders.isdisjoint(near)
    yield "prison", is_term(figure, near, frame.text) or (is_asked and figure.kind == "duration")
    yield "sought", is_asked
    yield "race-time", figure.kind == "duration" and _is_race_time(figure)
    is_speed = figure.unit in rank_words.speeds
    yield "wind", is_speed and frame.text.has_any(rank_words.winds, figure.sentence)
    yield "later-set", figure.span in frame.later_sets
    yield "length", figure.unit in rank_words.lengths
    yield "margin", frame.text.low.startswith(rank_words.margins, figure.span.end + 1)
    yield "affected", counts_others and _is_affected(figure, near, frame)
    yield "change", figure.change is not None
    yield "size", log10(max(1.0, abs(figure.value))) if figure.kind in ("count", "money") else 0
    spelled = not any(letter.isdigit() for letter in figure.text)
    is_few = spelled and figure.kind == "count" and (figure.value <= _MOST_SMALL or counts_nothing(figure))
    yield "small", is_few and not (is_casualty or is_held)


def _circumstances(
    figure: Figure, near: frozenset[str], frame: RankFrame, *, is_casualty: bool
) -> Iterator[tuple[RankRule, float]]:
    """What is told of it."""
    text, rank_words, clause = frame.text, frame.text.numbers.rank, frame.clauses[figure.span]
    clause_text = clause.of(text.low)
    yield "repeated", len(figure.mentions) - 1
    is_named = figure.what is not None and bool(frame.title_stems)
    yield "of-title", is_named and not frame.title_stems.isdisjoint(stems_of(text, fold(figure.what or "")))
    yield "qualified", figure.qualifier is not None
    yield "level", _follows_change(figure, frame) * (_OF_SUMS if figure.kind == "money" else 1)
    yield "outcome", figure.span in frame.outcomes
    first_of_unit = frame.first_of_unit.get((figure.sentence, figure.unit), figure.span)
    is_further = figure.span != first_of_unit and not is_vote(figure, text)
    yield "listed", is_further and figure.unit is not None and figure.change is None
    yield "compared", _is_compared(figure, clause, frame, is_further=is_further)
    yield "sample", _is_of_sample(figure, clause, frame)
    yield "whole", figure.span in frame.wholes
    is_of_term = is_term(figure, near, text)
    is_of_part = (figure.kind == "count" or is_of_term) and not is_casualty and is_led_as_part(figure, text)
    yield "part", is_of_part and (_OF_TERMS if is_of_term else _OF_PLACES if is_at_place(figure, clause, text) else 1)
    is_price = figure.kind == "money" and is_further  # `2 billion dollars, or 31 dollars a share`
    yield "restated", not (is_casualty or is_price) and is_restated(figure, clause, text)
    yield "total", any(map(clause_text.__contains__, rank_words.totals))
    is_result = figure.kind == "score" and frame.below is not None and frame.below.holds(figure.span)
    yield "description", not is_casualty and is_description(figure, text)
    yield "aside", not (is_casualty or is_result) and is_aside(figure, text)
    yield "earlier", figure.change is None and _is_earlier(figure, clause, frame, is_casualty=is_casualty)
    is_in_title = is_in(figure, frame.title)
    is_of_time = is_ahead(figure, text) or (not is_in_title and is_elapsed(figure, text))
    yield "elapsed", figure.kind == "duration" and is_of_time
    yield "distance", not is_in_title and is_distance(figure, text)
    own_text = without_brackets(figure, clause, text) if figure.kind == "score" else clause_text
    is_reference = any(map(own_text.__contains__, rank_words.references))
    yield "reference", is_reference or (figure.unit == text.numbers.percent and figure.value == WHOLE)
    yield "echo", _is_echo(figure, near, frame)
    yield "spoken", any(quotation.holds(figure.span) for quotation in frame.quotations)


def _is_compared(figure: Figure, clause: Span, frame: RankFrame, *, is_further: bool) -> float:
    """How much a figure is what another is compared with, or what a change begins with."""
    text, compared = frame.text, frame.text.numbers.rank.compared
    if figure.span in frame.outsets:
        return _OF_OUTSETS
    if figure.qualifier in _COMPARING:  # `more than 30` is compared with nothing
        return 0
    if figure.change and not compared.isdisjoint(words_before_change(figure, clause, text)):
        return _OF_CHANGES  # `après une hausse de 4,5 % en juin`
    is_told = not compared.isdisjoint(PLAIN_WORD.findall(text_ahead(figure, clause, text))[-2:])
    return is_told and (is_further or figure.unit == text.numbers.percent)


def _is_race_time(figure: Figure) -> bool:
    """Whether a duration is told to the second: `2 h 18 min 12 s`."""
    return figure.change is None and figure.high is None and _PARTS_OF_TIME.search(figure.text) is not None


def _is_turnout(figure: Figure, frame: RankFrame) -> bool:
    """Whether a share tells how many went to vote, or did not."""
    words = frame.text.numbers.rank.turnout
    is_level = figure.kind == "percent" and figure.change is None
    return is_level and any(map(frame.clauses[figure.span].of(frame.text.low).__contains__, words))


def _is_affected(figure: Figure, near: frozenset[str], frame: RankFrame) -> bool:
    """Whether a figure counts whom a disaster befell."""
    rank_words = frame.text.numbers.rank
    rest = frame.text.low[figure.span.end : frame.clauses[figure.span].end]
    return not rank_words.affected.isdisjoint(near) or any(map(rest.__contains__, rank_words.befalling))


def _is_of_sample(figure: Figure, clause: Span, frame: RankFrame) -> bool:
    """Whether a figure tells who was asked in a poll, or how exactly; of shares, who did not answer."""
    text, rank_words = frame.text, frame.text.numbers.rank
    if figure.kind not in ("count", "percent", "ratio"):  # `un échantillon de 121 grammes`
        return False
    if figure.unit != text.numbers.percent:
        clause_text = clause.of(text.low)
        return any(map(clause_text.__contains__, chain(rank_words.samples, rank_words.undecided)))
    return any(map(text_around(figure, clause, text).__contains__, rank_words.undecided))


def _is_earlier(figure: Figure, clause: Span, frame: RankFrame, *, is_casualty: bool) -> float:
    """How much a figure tells of what once was: of a toll, a vote and a sentence, the newest counts."""
    text, opener = frame.text, opening_of(figure, frame.text)
    is_past = is_casualty and figure.span in frame.outsets  # `passé de 26 à 38 morts`
    parts = (clause, opener, figure.sentence) if is_casualty and _is_former_toll(figure, frame) else (clause, opener)
    is_past = is_past or any(_is_past(part, frame) for part in parts if part.end > part.start)
    is_past = is_past or _is_told_before(figure, clause, frame)
    is_former_term = is_term(figure, frame.near[figure.span], text) and not is_sought(clause, text)
    is_less = is_casualty and _has_larger(figure, frame)  # `vendredi soir, la télévision avait évoqué 100 morts`
    may_be_past = is_former_term or is_less or not is_in(figure, frame.title, frame.below)
    if may_be_past and not is_past:
        is_past = is_done_before(figure, clause, text) or (is_casualty and _is_of_many(figure, frame))
    if is_casualty or (frame.casualties and counts_nothing(figure)):  # `on en comptait 94 samedi`
        return is_past * _OF_TOLLS
    if may_be_past and (is_former_term or is_vote(figure, text)):
        return is_past * _OF_VOTES
    is_of_last_time = figure.kind in ("percent", "money") and any(
        map(clause.of(text.low).__contains__, text.numbers.rank.last_time)
    )
    return is_past * (_OF_LAST_TIME if is_of_last_time else 1)


def _is_told_before(figure: Figure, clause: Span, frame: RankFrame) -> bool:
    """Whether a clause gives what was said before the news: `à l'aube, les autorités parlaient de 45 morts`."""
    text = frame.text
    ahead = f" {text.low[clause.start : figure.span.start]}"
    return any(f" {phrase}" in ahead for phrase in text.numbers.rank.told_before) and _has_larger(figure, frame)


def _has_larger(figure: Figure, frame: RankFrame) -> bool:
    """Whether a larger figure is of the same: of a toll one of those whom the same befell, else one of its noun."""
    noun, befallen = noun_of(figure), frame.befallen.get(figure.span, frozenset())
    return any(
        one.value > figure.value
        and (not befallen.isdisjoint(frame.befallen.get(one.span, ())) if befallen else noun_of(one) == noun)
        for one in frame.of_unit[figure.kind, figure.unit]
    )


def _is_former_toll(figure: Figure, frame: RankFrame) -> bool:
    """Whether a toll is smaller than that of the beginning: `d'abord 12 morts, puis 31`, below one of 47."""
    return figure.value < frame.toll and not is_in(figure, frame.title, frame.first_sentence)


def _is_past(part: Span, frame: RankFrame) -> bool:
    """Whether a part of a sentence tells of what once was."""
    low = part.of(frame.text.low)
    is_earlier = any(map(low.__contains__, frame.text.numbers.rank.earlier))
    return is_earlier or is_ago(low, frame.text) or _has_past_year(part, frame)


def _is_of_many(figure: Figure, frame: RankFrame) -> bool:
    """Whether a toll is that of a time, greater than the one told: `la guerre a fait 20 000 morts depuis 2009`."""
    if not 0 < frame.toll < figure.value or counts_cases(figure, frame.text):
        return False
    text, sentence = frame.text, figure.sentence
    since = text.numbers.rank.since
    of_years = any(
        year.end() < figure.span.start or text.low[sentence.start : year.start()].rstrip().endswith(since)
        for year in YEAR.finditer(text.low, *sentence)
        if year.group() not in frame.years
    )
    return of_years or any(map(sentence.of(text.low).__contains__, text.numbers.rank.spans))


def _has_past_year(part: Span, frame: RankFrame) -> bool:
    """Whether a year that is past stands in a part of a sentence: not that of the dateline.

    One to come, or since which it is so, is none: `à partir de 2029`, `depuis 2022`.
    """
    text = frame.text
    years = [year for year in YEAR.finditer(text.low, *part) if year.group() not in frame.years]
    if not years:
        return False
    later = (*text.numbers.rank.later, *text.numbers.rank.since)
    return any(not text.low[part.start : year.start()].rstrip().endswith(later) for year in years)


def _follows_change(figure: Figure, frame: RankFrame) -> bool:
    """Whether a figure is where a change before it in its sentence led: `fell 4% to 318`."""
    change = frame.changes.get(figure.sentence)
    if figure.change is not None or change is None or change.end > figure.span.start:
        return False
    before = frame.text.words_before(figure.sentence.start, figure.span.start)[-1:]
    return before == [frame.text.numbers.ranges["to"]]


def _is_echo(figure: Figure, near: frozenset[str], frame: RankFrame) -> bool:
    """Whether a figure says again what one before it says: `5 morts` in the title, `5 personnes tuées` below.

    So does one that others tell more exactly, or one by one: `un sur deux` and `52 %`, `8 à 5` and `8 voix contre 5`.
    """
    if figure in frame.told_again:
        return True
    same = frame.same[value_of(figure)]
    earlier = [other for other in same[:_MOST_COMPARED] if other.span < figure.span and _may_be_same(figure, other)]
    if any(frame.title is not None and frame.title.holds(other.span) for other in earlier):
        return True
    if any(is_share_of_title(figure, titled) for titled in frame.in_title):
        return True
    casualties = frame.text.numbers.rank.casualties
    return not casualties.isdisjoint(near) and any(
        not casualties.isdisjoint(frame.near[other.span]) for other in earlier
    )


def _may_be_same(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one value may be of one thing: ratios only of one noun, `un train sur trois`."""
    return figure.kind != "ratio" or fold(figure.what or "") == fold(other.what or "")
