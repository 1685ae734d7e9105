"""Rank figures by how telling they are: which a press note would give first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import groupby, pairwise
from math import log10
from typing import Literal, NamedTuple

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
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
    "kind.age",
    "kind.duration",
    "kind.measure",
    "vote",
    "casualties",
    "arrests",
    "change",
    "size",
    "small",
    "bystanders",
    "prison",
    "repeated",
    "of-title",
    "qualified",
    "level",
    "listed",
    "compared",
    "whole",
    "aside",
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
    "kind.age": -1.7,  # `Anne Roux, 46 ans`
    "kind.duration": -0.9,  # `deux heures`
    "kind.measure": -0.1,  # `12 km`
    "vote": 1.4,  # `31 voix contre 18`
    "casualties": 1.2,  # `212 morts`
    "arrests": 1.4,  # `sept personnes placées en garde à vue`
    "change": 0.2,  # `en baisse de 3 %`
    "size": 0.1,  # for each digit of its whole part
    "small": -1.8,  # a count in words up to twelve, but for casualties and arrests: `deux frères`
    "bystanders": -0.7,  # who came to help or to look: `60 pompiers`
    "prison": 1.6,  # `trois ans de prison`
    # what is told of it
    "repeated": 0.3,  # for each further mention in the article
    "of-title": 0.1,  # the title names what it counts: `Fonderies : 156 salariés licenciés`
    "qualified": 0.05,  # `plus de 300`
    "level": -0.7,  # where something stands after a change, half for a sum: `fell 4% to 318`
    "listed": -0.2,  # one more of its unit in its sentence, but for changes: `3 %` of `33 % sont contre, 3 % hésitent`
    "compared": -0.4,  # what another is compared with: `31 %` of `52 %, contre 31 %`, `3` of `passe de 3 à 5`
    "whole": -1.5,  # what the number before it is a part of: `366` of `210 des 366 salariés`
    "aside": -0.8,  # told by the way, in brackets or a clause between commas: `le groupe, qui emploie 340 personnes,`
    "sample": -1.8,  # who was asked, and how exactly: `auprès de 2 014 personnes`
    "earlier": -0.4,  # what once was, and no change since: `en 1999, 64 personnes`
    "elapsed": -1.2,  # a time that only tells when: `depuis trois jours`, `trois jours après la crue`
    "distance": -0.7,  # how far off, how high or how long, but for the title's: `à 12 km de la côte`
    "reference": -1.1,  # what others are compared with: `le seuil de 10 %`, `usually 50`, 100 %
    "echo": -3.0,  # the value of the title, or of a toll, told once more; one that is told more exactly; two told apart
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
_NO_PERSONS: frozenset[FigureKind] = frozenset(
    {"money", "duration", "measure", "percent"}
)  # `two days after the deaths`
_COMPARING: frozenset[Qualifier] = frozenset({"more_than", "less_than", "at_least", "at_most"})
_OF_TOLLS = 7  # how much more of "earlier" holds for tolls, of which the newest counts
_OF_SUMS = 0.5  # how much of "level" holds for sums, which are news by themselves
_WHOLE = 100  # percent
_ROUNDED = 0.01  # the share by which a number told less exactly may differ
_QUALIFIED_ROUNDED = 0.05  # and one told with "about", "almost" and the like
_LEAD_BLOCKS = 3  # the title and the paragraphs below it
_MOST_SMALL = 12  # a count up to this, in words, is seldom news
_MOST_DATELINE = 45  # code points before the first sentence
_MOST_BETWEEN_SIDES = 80  # code points between the two sides of a vote
_LONGEST_OPENER = 45  # code points up to the comma
_REACH = 30  # code points on either side of a number in which words tell what it is
_CLAUSE_REACH = 400  # code points on either side of a number to the ends of a long clause
_MOST_OF_WHOLE = 2  # words between a part and its whole: `of its`
_WORDS_OF_TIME = 4  # that tell how long ago something was: `un peu plus d'un an` has more
_LEAST_TITLE_WORD = 4  # letters of a word of the title that tells what it is about
_QUALIFIED = 4  # words before a number that tell what it is, `at least` among them
_MOST_COMPARED = 20  # figures of one value
_MARK = re.compile(r"[,;:.!?]\s")
_INSERTED = re.compile(r"(?:, | [—–-] |[;:.] )")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")


_Value = tuple[float | None, float | None, str | None]
"""The value of a figure, its high end and its unit."""


class _Frame(NamedTuple):
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
    same: Mapping[_Value, Sequence[Figure]]  # the figures of each value, as they stand in the text
    clauses: Mapping[Span, Span]  # the part of its sentence, between marks, that each figure stands in
    first_of_unit: Mapping[tuple[Span, str | None], Span]  # the first figure of each unit in each sentence
    near: Mapping[Span, frozenset[str]]  # of each figure, the words that tell what it counts
    casualties: Set[Span]
    wholes: Set[Span]  # the figures that the one before them is a part of
    year: str | None  # of the dateline
    changes: Mapping[Span, Span]  # the first figure in a sentence that is a change, by the sentence


def ranked(
    figures: Sequence[Figure], blocks: Sequence[Block], text: FigureText, quotations: Sequence[Span]
) -> tuple[Figure, ...]:
    """The figures with their ranks and the reasons for them, the most telling first; equals in order of the text.

    The two sides of a vote stand next to each other. `quotations` are the spans of the quotes.
    """
    frame = _frame(figures, blocks, text, quotations)
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
    return _is_vote(first, text) or (is_share and not text.numbers.rank.sides.isdisjoint(_WORD.findall(between)))


def _is_vote(figure: Figure, text: FigureText) -> bool:
    """Whether a figure is one of votes, and not by how many more or fewer they are than before."""
    return figure.unit is not None and figure.unit in text.numbers.kinds["count"] and figure.change is None


def _frame(figures: Sequence[Figure], blocks: Sequence[Block], text: FigureText, quotations: Sequence[Span]) -> _Frame:
    told = (block for block in blocks if block.kept or block.kind == "title")  # a page's title is none of its text
    kept = [block for block in told if block.kind not in ("byline", "date", "caption")]
    title = kept[0].span if kept and kept[0].kind == "title" else None
    in_text = sorted(figures, key=lambda figure: figure.span)
    same: dict[_Value, list[Figure]] = {}
    for figure in in_text:
        same.setdefault(_value_of(figure), []).append(figure)
    clauses = _clauses(in_text, text)
    near = {figure.span: _words_near(figure, clauses[figure.span], text) for figure in in_text}
    in_title = [figure for figure in in_text if title is not None and title.holds(figure.span)]
    below = kept[1].span if title and len(kept) > 1 else kept[0].span if kept else None
    first = min((figure.sentence for figure in figures if below and below.holds(figure.sentence)), default=None)
    return _Frame(
        text=text,
        title=title,
        below=below,
        first_sentence=first if first and below and first.start - below.start <= _MOST_DATELINE else None,
        lead=[block.span for block in kept[:_LEAD_BLOCKS]],
        title_stems=_stems(text, title.of(text.low)) if title else frozenset(),
        told_again=list(_told_again(in_text, in_title, same, text.numbers.kinds["count"])),
        in_title=in_title,
        quotations=quotations,
        places={figure.span: number / len(in_text) for number, figure in enumerate(in_text)},
        same=same,
        clauses=clauses,
        near=near,
        casualties=_casualties(in_text, near, text),
        first_of_unit=_first_of_units([figure for figure in in_text if not _is_outset(figure, text)]),
        wholes=_wholes(in_text, text),
        year=_year_of_dateline(below, text),
        changes={figure.sentence: figure.span for figure in reversed(in_text) if figure.change},
    )


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
        marks = [Span(*mark.span()) for mark in _MARK.finditer(text.raw, *sentence)]
        starts, ends = [mark.start for mark in marks], [mark.end for mark in marks]
        for figure in figures:
            before, after = bisect_right(ends, figure.span.start), bisect_left(starts, figure.span.end)
            start = ends[before - 1] if before else sentence.start
            clauses[figure.span] = Span(start, starts[after] if after < len(starts) else sentence.end)
    return clauses


def _told_again(
    in_text: Sequence[Figure], in_title: Sequence[Figure], same: Mapping[_Value, Sequence[Figure]], votes: Sequence[str]
) -> Iterator[Figure]:
    """The figures that others tell more exactly, in the title or below it, or whose two ends are told one by one."""
    for figure in in_text:
        others = in_text if figure in in_title else in_title
        is_rough = any(_is_more_exact(other, figure) for other in others)
        if is_rough or (figure.high is not None and _ends_told(figure, same, votes)):
            yield figure


def _ends_told(figure: Figure, same: Mapping[_Value, Sequence[Figure]], votes: Sequence[str]) -> bool:
    """Whether figures of votes give both ends of one: `8 to 5` beside `8 votes` and `5`."""
    single = {value for value, high, unit in same if high is None and unit in votes}
    return {figure.value, figure.high} <= single


def _value_of(figure: Figure) -> _Value:
    return figure.value, figure.high, figure.unit


def _stems(text: FigureText, low: str) -> frozenset[str]:
    """The words of a text that tell what it is about, without the endings in which forms of a noun differ."""
    return frozenset(
        text.numbers.noun_ending.sub("", word) for word in _WORD.findall(low) if len(word) >= _LEAST_TITLE_WORD
    )


def _reasons(figure: Figure, frame: _Frame) -> Iterator[RankReason]:
    """What makes a figure telling, and how much."""
    near = frame.near[figure.span]
    is_casualty = figure.span in frame.casualties
    reasons = (
        *_places(figure, frame),
        *_nature(figure, near, frame, is_casualty=is_casualty),
        *_circumstances(figure, near, frame, is_casualty=is_casualty),
    )
    return (RankReason(rule, WEIGHTS[rule] * times) for rule, times in reasons if times)


def _places(figure: Figure, frame: _Frame) -> Iterator[tuple[RankRule, float]]:
    """Where it stands."""
    mentions = figure.mentions
    is_told_roughly = any(_is_more_exact(figure, titled) for titled in frame.in_title)
    yield "in-title", is_told_roughly or (frame.title is not None and any(map(frame.title.holds, mentions)))
    yield "in-first-sentence", frame.first_sentence is not None and frame.first_sentence.holds(figure.span)
    yield "in-first-paragraph", frame.below is not None and any(map(frame.below.holds, mentions))
    yield "in-lead", any(part.holds(figure.span) for part in frame.lead)
    yield "late", frame.places[figure.span]


def _nature(
    figure: Figure, near: frozenset[str], frame: _Frame, *, is_casualty: bool
) -> Iterator[tuple[RankRule, float]]:
    """What it is."""
    if figure.kind in _KINDS:
        yield _KINDS[figure.kind], 1
    yield "vote", _is_vote(figure, frame.text)
    rank_words = frame.text.numbers.rank
    yield "casualties", is_casualty
    is_arrest = _is_arrest(figure, frame.text)
    yield "arrests", is_arrest and not is_casualty
    counts_others = figure.kind == "count" and not is_casualty
    yield "bystanders", counts_others and not rank_words.bystanders.isdisjoint(near)
    yield "prison", figure.kind == "duration" and not rank_words.prison.isdisjoint(near)
    yield "change", figure.change is not None
    yield "size", log10(max(1.0, abs(figure.value))) if figure.kind in ("count", "money") else 0
    spelled = not any(letter.isdigit() for letter in figure.text)
    is_few = spelled and figure.kind == "count" and (figure.value <= _MOST_SMALL or _counts_nothing(figure))
    yield "small", is_few and not (is_casualty or is_arrest)


def _circumstances(
    figure: Figure, near: frozenset[str], frame: _Frame, *, is_casualty: bool
) -> Iterator[tuple[RankRule, float]]:
    """What is told of it."""
    text, rank_words, clause = frame.text, frame.text.numbers.rank, frame.clauses[figure.span]
    clause_text = clause.of(text.low)
    yield "repeated", len(figure.mentions) - 1
    yield "of-title", not frame.title_stems.isdisjoint(_stems(text, fold(figure.what or "")))
    yield "qualified", figure.qualifier is not None
    yield "level", _follows_change(figure, frame) * (_OF_SUMS if figure.kind == "money" else 1)
    first_of_unit = frame.first_of_unit.get((figure.sentence, figure.unit), figure.span)
    is_further = figure.span != first_of_unit and not _is_vote(figure, text)
    yield "listed", is_further and figure.unit is not None and figure.change is None
    words_ahead = _WORD.findall(_ahead(figure, clause, text))[-2:]
    is_qualified = figure.qualifier in _COMPARING  # `more than 30` is compared with nothing
    is_compared = not is_qualified and not rank_words.compared.isdisjoint(words_ahead)
    is_share = figure.unit == text.numbers.percent
    yield "compared", (is_compared and (is_further or is_share)) or _is_outset(figure, text)
    beside = _around(figure, clause, text) if is_share else clause_text  # `98 % des bureaux`
    yield "sample", any(map(beside.__contains__, rank_words.samples))
    yield "whole", figure.span in frame.wholes
    is_result = figure.kind == "score" and frame.below is not None and frame.below.holds(figure.span)
    yield "aside", not (is_casualty or is_result) and _is_aside(figure, text)
    opener = _opener(figure, text)
    opener_text = opener.of(text.low)
    is_earlier = any(earlier in clause_text or earlier in opener_text for earlier in rank_words.earlier)
    is_earlier = is_earlier or _is_ago(clause_text, text) or _is_ago(opener_text, text)
    is_past = is_earlier or _has_past_year(clause, frame) or _has_past_year(opener, frame)
    is_of_toll = is_casualty or (bool(frame.casualties) and _counts_nothing(figure))  # `on en comptait 94 samedi`
    yield "earlier", (figure.change is None and is_past) * (_OF_TOLLS if is_of_toll else 1)
    is_in_title = frame.title is not None and any(map(frame.title.holds, figure.mentions))
    yield "elapsed", figure.kind == "duration" and not is_in_title and _is_elapsed(figure, text)
    yield "distance", not is_in_title and _is_distance(figure, text)
    is_reference = any(map(clause_text.__contains__, rank_words.references))
    yield "reference", is_reference or (is_share and figure.value == _WHOLE)
    yield "echo", _is_echo(figure, near, frame)
    yield "spoken", any(quotation.holds(figure.span) for quotation in frame.quotations)


def _is_ago(part: str, text: FigureText) -> bool:
    """Whether a part of a sentence says how long ago something was: `il y a deux ans`, not `il y a deux morts`."""
    numbers = text.numbers
    after = (part.split(ago, 1)[1] for ago in numbers.rank.ago if ago in part)
    units = (numbers.units.get(word) for words in after for word in words.split()[:_WORDS_OF_TIME])
    return any(unit in numbers.durations for unit in units)


def _counts_nothing(figure: Figure) -> bool:
    """Whether a figure is a bare number: `à quatorze`, `on en comptait 94`."""
    return figure.kind == "count" and figure.what is None and figure.unit is None


def _is_elapsed(figure: Figure, text: FigureText) -> bool:
    """Whether a duration says how long ago or after something else a thing was, or since when it lasts."""
    rank_words = text.numbers.rank
    ahead = text.low[figure.sentence.start : figure.span.start].rstrip()
    return ahead.endswith(rank_words.since) or text.word_after(figure.span.end) in rank_words.after


def _is_distance(figure: Figure, text: FigureText) -> bool:
    """Whether a length tells where or how long something was: `à 12 km de la côte`, `longue de 3 km`, `5 miles off`.

    So does one that tells which thing is meant: `un bateau de 18 mètres`.
    """
    rank_words = text.numbers.rank
    if figure.unit not in rank_words.lengths:
        return False
    *_, determiner, noun, before = ("", "", "", *text.words_before(figure.sentence.start, figure.span.start))
    context = text.numbers.context
    is_described = determiner.rpartition("'")[2] in context.own_determiners and noun not in context.bases
    if before in text.numbers.of and (noun in context.dimensions or is_described):
        return True
    leads = before in rank_words.far_before or not rank_words.far_before
    return leads and text.low[figure.span.end :].lstrip().startswith(rank_words.far_after)


def _is_aside(figure: Figure, text: FigureText) -> bool:
    """Whether a figure stands in brackets, or in a clause that tells more of the phrase before it.

    `le groupe, qui emploie 340 personnes,`, not `trente morts, dont 12 enfants`.
    """
    ahead = text.low[max(figure.sentence.start, figure.span.start - _CLAUSE_REACH) : figure.span.start]
    if ahead.rfind("(") > ahead.rfind(")"):
        return True
    *_, clause = _INSERTED.split(ahead)
    first, *rest = clause.split() or [""]
    return clause != ahead and first.partition("'")[0] in text.grammar.enclosed and (bool(rest) or "'" in first)


def _casualties(in_text: Sequence[Figure], near: Mapping[Span, frozenset[str]], text: FigureText) -> set[Span]:
    """The figures of dead, injured and the like, and of a part of these: `23 blessés, dont neuf enfants`."""
    rank_words, casualties = text.numbers.rank, set[Span]()
    places: list[Span] = []  # that give one of them, in order
    for figure in in_text:
        if figure.kind in _NO_PERSONS or figure.unit in text.numbers.kinds["multiple"]:
            continue
        is_told = not rank_words.casualties.isdisjoint(near[figure.span])
        ahead = text.words_before(figure.sentence.start, figure.span.start)[-2:]
        last = places[count - 1] if (count := bisect_left(places, figure.span)) else None
        is_part = last is not None and figure.sentence.holds(last) and not rank_words.parts.isdisjoint(ahead)
        if is_told or is_part:
            casualties.add(figure.span)
            for mention in figure.mentions:
                insort(places, mention)
    return casualties


def _wholes(in_text: Sequence[Figure], text: FigureText) -> set[Span]:
    """The figures that the one before them is a part of, wherever these stand first."""
    mentions = sorted((mention, figure.span, figure) for figure in in_text for mention in figure.mentions)
    return {
        whole.span
        for (part_place, _, part), (place, _, whole) in pairwise(mentions)
        if part is not whole and not whole.change and _is_part_of(part, whole, Span(part_place.end, place.start), text)
    }


def _is_part_of(part: Figure, whole: Figure, between: Span, text: FigureText) -> bool:
    """Whether a figure is a part of the next, by what stands between.

    `210 des 366 salariés`, `nine of its 26 libraries`, `3 800 hectares touchés sur les 5 900`.
    """
    linking = between.of(text.low).split() if between.end - between.start <= _REACH else []
    determiners = text.grammar.determiners
    is_one_unit = part.unit == whole.unit
    if linking and linking[0] in text.numbers.of and is_one_unit:
        return len(linking) <= _MOST_OF_WHOLE and determiners.issuperset(linking[1:])
    is_among = len(linking) > 1 and linking[-2] in text.numbers.context.over and linking[-1] in determiners
    return is_among and (is_one_unit or whole.unit is None)


def _opener(figure: Figure, text: FigureText) -> Span:
    """What opens the sentence of a figure, up to a comma: `En 2016, …`, `L’an dernier, …`."""
    start = figure.sentence.start
    comma = text.low.find(",", start, min(figure.span.start, start + _LONGEST_OPENER))
    return Span(start, max(start, comma))


def _year_of_dateline(below: Span | None, text: FigureText) -> str | None:
    """The year of the date with which an article begins."""
    year = _YEAR.search(text.low, below.start, min(below.end, below.start + _MOST_DATELINE)) if below else None
    return year.group() if year else None


def _has_past_year(part: Span, frame: _Frame) -> bool:
    """Whether a year that is past stands in a part of a sentence: not that of the dateline.

    One to come, or since which it is so, is none: `à partir de 2029`, `depuis 2022`.
    """
    text = frame.text
    years = [year for year in _YEAR.finditer(text.low, *part) if year.group() != frame.year]
    later = (*text.numbers.rank.later, *text.numbers.rank.since)
    return any(not text.low[part.start : year.start()].rstrip().endswith(later) for year in years)


def _follows_change(figure: Figure, frame: _Frame) -> bool:
    """Whether a figure is where a change before it in its sentence led: `fell 4% to 318`."""
    change = frame.changes.get(figure.sentence)
    if figure.change is not None or change is None or change.end > figure.span.start:
        return False
    before = frame.text.words_before(figure.sentence.start, figure.span.start)[-1:]
    return before == [frame.text.numbers.ranges["to"]]


def _is_outset(figure: Figure, text: FigureText) -> bool:
    """Whether a change begins with a figure: `3 000` of `passera de 3 000 à 6 500`."""
    ranges = text.numbers.ranges
    before = text.words_before(figure.sentence.start, figure.span.start)[-2:]
    after = text.low[figure.span.end : figure.sentence.end].split(maxsplit=2)[:2]
    leads = len(before) == 2 and before[0] in text.numbers.changes and before[1] in ranges["from"]
    return leads and ranges["to"] in after


def _is_echo(figure: Figure, near: frozenset[str], frame: _Frame) -> bool:
    """Whether a figure says again what one before it says: `5 morts` in the title, `5 personnes tuées` below.

    So does one that others tell more exactly, or one by one: `un sur deux` and `52 %`, `8 à 5` and `8 voix contre 5`.
    """
    if figure in frame.told_again:
        return True
    same = frame.same[_value_of(figure)]
    earlier = [other for other in same[:_MOST_COMPARED] if other.span < figure.span]
    if any(frame.title is not None and frame.title.holds(other.span) for other in earlier):
        return True
    if any(_is_share_of_title(figure, titled) for titled in frame.in_title):
        return True
    casualties = frame.text.numbers.rank.casualties
    return not casualties.isdisjoint(near) and any(
        not casualties.isdisjoint(frame.near[other.span]) for other in earlier
    )


def _is_share_of_title(figure: Figure, titled: Figure) -> bool:
    """Whether a share is one of the title with its decimals: `5,98 %` below `6 %`."""
    are_shares = figure.kind == titled.kind == "percent" and figure.high is None and titled.high is None
    return are_shares and figure.value != titled.value and titled.value == round(figure.value) and figure.value % 1 > 0


def _is_more_exact(figure: Figure, other: Figure) -> bool:
    """Whether a figure may be another one told more exactly: `52 %` of `un sur deux`, `903 400` of `900 000`."""
    is_ratio = (figure.kind, other.kind) == ("percent", "ratio")
    if figure.high is not None or other.high is not None or not (is_ratio or _differ_in_digits(figure, other)):
        return False
    rough = other.value * (_WHOLE if is_ratio else 1)
    most = _ROUNDED if other.qualifier is None and not is_ratio else _QUALIFIED_ROUNDED
    return abs(figure.value - rough) <= most * abs(rough) and not _is_beyond(figure.value, rough, other.qualifier)


def _is_beyond(value: float, rough: float, qualifier: Qualifier | None) -> bool:
    """Whether a value is not as the qualifier of another says: `98,90 euros`, and `le cap des 100 euros`."""
    too_small = qualifier in ("more_than", "at_least") and value < rough
    return too_small or (qualifier in ("less_than", "at_most", "up_to") and value > rough)


def _differ_in_digits(figure: Figure, other: Figure) -> bool:
    """Whether two figures of the same are told with different numbers of digits, the first with more of them."""
    is_same = (figure.kind, figure.unit) == (other.kind, other.unit) and figure.kind not in ("percent", "age")
    return is_same and _digits(figure.value) > max(1, _digits(other.value))


def _digits(value: float) -> int:
    """The number of digits of a value that are no noughts at its end."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def _is_arrest(figure: Figure, text: FigureText) -> bool:
    """`Sept personnes, âgées de 23 à 51 ans, ont été placées en garde à vue`: whether so many are held."""
    rest = text.low[figure.span.end : min(figure.sentence.end, figure.span.end + _CLAUSE_REACH)]
    return figure.kind == "count" and any(map(rest.__contains__, text.numbers.rank.arrests))


def _words_near(figure: Figure, clause: Span, text: FigureText) -> frozenset[str]:
    """The words that tell what a figure counts: those of the thing, and the next on either side."""
    before = _WORD.findall(_ahead(figure, clause, text))[-2 if figure.qualifier is None else -_QUALIFIED :]
    after = _WORD.findall(text.low[figure.span.end : min(clause.end, figure.span.end + _REACH)])[:3]
    return frozenset([*before, *after, *_WORD.findall(fold(figure.what or ""))])


def _around(figure: Figure, clause: Span, text: FigureText) -> str:
    """What stands right before and right behind a figure in its clause."""
    start, end = max(clause.start, figure.span.start - _REACH), min(clause.end, figure.span.end + _REACH)
    return text.low[start:end]


def _ahead(figure: Figure, clause: Span, text: FigureText) -> str:
    """What stands before a figure in its clause, as far as it tells what the figure is."""
    return text.low[max(clause.start, figure.span.start - _REACH) : figure.span.start]
