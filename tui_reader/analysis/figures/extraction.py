"""The numbers that matter: what they count, who says so, and which a reader would put into a press note first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tui_reader.analysis.figures.context import Text
from tui_reader.analysis.figures.counted_noun import change_of, thing_counted
from tui_reader.analysis.figures.ellipsis import is_told, understood
from tui_reader.analysis.figures.exclusions import figures_only
from tui_reader.analysis.figures.numerals import Numeral, find_numerals, masks
from tui_reader.analysis.figures.ranges import joined
from tui_reader.analysis.figures.scores import find_scores
from tui_reader.analysis.lexicon.number_words import NumberWords, number_words
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import fold, sentences
from tui_reader.model import Block, Figure, FigureKind, Quote, RankReason, Span

_ATTRIBUTION_LENGTH = 90  # code points of a source; more is a clause
_SHARING = 8  # figures before a number that it may share something with
_OF = 24  # code points between the numbers of `312 of the 320`
_OF_WORDS = 3  # and words: `of their last`
_LEAD_BLOCKS = 3  # the title and the paragraphs after it

# What a figure's place in the ranking is made of; set by hand on the annotated corpus.
IN_TITLE, IN_LEAD, REPEATED, ATTRIBUTED, QUALIFIED, A_DIGIT = 2.0, 1.0, 0.7, 0.8, 0.5, 0.15
OF_KIND: dict[FigureKind, float] = {"money": 1.0, "count": 1.0, "percent": 0.8}


def find_figures(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Figure, ...]:
    """The figures of the kept blocks, equal ones folded with their mentions, the most telling first."""
    if language is None:
        return ()
    reader = _reader(raw, quotes, language)
    hint = reader.numbers.hint
    found: list[Figure] = []
    for block in blocks:
        span = block.post.words if block.post else block.span
        if block.kind in ("byline", "date", "caption") or not hint.search(reader.low, *span):
            continue
        for sentence in sentences(raw, span):
            if hint.search(reader.low, *sentence):
                found += _of_sentence(reader, sentence)
    return _ranked(_folded(found, reader.numbers), blocks)


@dataclass(frozen=True, slots=True)
class _Reader(Text):
    """A text being read for figures, with the quotes in it."""

    quotes: Sequence[Quote]

    def speaker_at(self, span: Span) -> str | None:
        """Who speaks at a place inside a quotation."""
        at = bisect_right(self.quotes, span.start, key=lambda quote: quote.span.start) - 1
        quote = self.quotes[at] if at >= 0 else None
        return quote.speaker if quote and quote.speech and quote.span.holds(span) else None


def _reader(raw: str, quotes: Sequence[Quote], language: str) -> _Reader:
    numbers, low = number_words(language), fold(raw)
    money = {unit: entry.unit for unit, entry in numbers.money_by_sign.items() if entry.sign in low}
    return _Reader(raw, low, numbers, grammar_of(language), money, masks(raw, low, numbers), quotes)


def _of_sentence(reader: _Reader, sentence: Span) -> list[Figure]:
    raw = reader.raw
    found = find_numerals(reader, sentence, find_scores(reader, sentence))
    numerals = joined(reader, figures_only(reader, found, sentence), sentence)
    if not numerals:
        return []
    source = _attribution(reader, sentence)
    figures: list[Figure] = []
    counted: str | None = None
    for at, printed in enumerate(numerals):
        if printed.score:
            figures.append(_score(reader, printed, sentence, source))
            continue
        said = thing_counted(reader, printed, Span(sentence.start, _limit(reader, numerals, at, sentence)), counted)
        numeral, what = understood(reader, printed, said, _sharing(figures), sentence)
        if what is None and numeral.unit is None and not is_told(reader, numeral, sentence):
            continue
        counted = what or counted
        figures.append(
            Figure(
                span=numeral.span,
                text=numeral.span.of(raw),
                value=numeral.value,
                sentence=sentence,
                high=numeral.high,
                kind=_kind(reader.low, numeral, sentence, reader.numbers, printed),
                change=change_of(reader, printed, sentence),
                unit=numeral.unit,
                what=what,
                qualifier=numeral.qualifier,
                attribution=reader.speaker_at(numeral.span) or source,
                mentions=(numeral.span,),
                rule=numeral.rule if what == said and numeral.unit == printed.unit else "ellipsis",
            )
        )
    return figures


def _score(reader: _Reader, numeral: Numeral, sentence: Span, source: str | None) -> Figure:
    """A score as a figure: it counts no thing, and tells of no change."""
    return Figure(
        span=numeral.span,
        text=numeral.span.of(reader.raw),
        value=numeral.value,
        sentence=sentence,
        high=numeral.high,
        kind="score",
        attribution=reader.speaker_at(numeral.span) or source,
        mentions=(numeral.span,),
        rule=numeral.rule,
    )


def _sharing(figures: Sequence[Figure]) -> list[Figure]:
    """The figures before a number that it may share something with."""
    return [figure for figure in figures[-_SHARING:] if figure.kind != "score"]


def _limit(reader: Text, numerals: Sequence[Numeral], at: int, sentence: Span) -> int:
    """Where the words for a number end: at the next, but for `312 of 320 precincts`."""
    if at + 1 == len(numerals):
        return sentence.end
    place = numerals[at + 1].span.start
    between = reader.low[numerals[at].span.end : place].split() if place - numerals[at].span.end < _OF else ()
    return sentence.end if between and between[0] in reader.numbers.of and len(between) <= _OF_WORDS else place


def _kind(low: str, numeral: Numeral, sentence: Span, numbers: NumberWords, printed: Numeral) -> FigureKind:
    unit = numeral.unit
    if unit == numbers.years and printed.unit is None:
        return "age"  # understood
    if numeral.fraction:
        return "ratio"
    for kind, units in numbers.unit_kinds:
        if unit in units:
            before = low[max(sentence.start, numeral.span.start - 30) : numeral.span.start].rstrip()
            aged = unit == numbers.years and before.endswith((*numbers.words["age_before"], ","))
            return "age" if kind == "duration" and aged else kind
    if unit is None:
        return "count"
    return "money" if len(unit) == 3 and unit.isupper() else "measure"


def _attribution(text: Text, sentence: Span) -> str | None:
    """`selon X`, where the sentence says so."""
    said = _according(text.words.language).search(text.low, *sentence)
    if said is None:
        return None
    tokens = text.after(Span(said.end(), sentence.end))
    start = 0
    while start < len(tokens) and tokens[start].key in text.words.determiners:
        start += 1
    end = start
    while end < len(tokens) and tokens[end].word:
        end += 1
    if end == start:
        return None
    phrase = text.raw[tokens[start].span.start : tokens[end - 1].span.end]
    return phrase if len(phrase) <= _ATTRIBUTION_LENGTH else None


@cache
def _according(language: str) -> re.Pattern[str]:
    """What stands before a source: `selon`, `according to`."""
    words = "|".join(map(re.escape, sorted(grammar_of(language).according, key=len, reverse=True)))
    links = "|".join(map(re.escape, number_words(language).words["according_links"]))
    return re.compile(
        rf"(?<![\w-])(?:{words})(?:\s(?:{links}))?(?![\w-])\s?" if links else rf"(?<![\w-])(?:{words})(?![\w-])\s?"
    )


def _folded(figures: Sequence[Figure], numbers: NumberWords) -> list[Figure]:
    """The same value for the same thing is one figure with its mentions."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_key(figure, numbers), []).append(figure)
    return [_as_one(group) if len(group) > 1 else group[0] for group in groups.values()]


def _as_one(mentions: Sequence[Figure]) -> Figure:
    """The first of several places that give the same, with what the others add."""
    return replace(
        mentions[0],
        what=max((one.what or "" for one in mentions), key=len) or None,
        mentions=tuple(one.span for one in mentions),
        attribution=next((one.attribution for one in mentions if one.attribution), None),
    )


def _key(figure: Figure, numbers: NumberWords) -> tuple[object, ...]:
    head = (figure.what or "").split(maxsplit=1)[:1]
    nouns = (numbers.noun_ending.sub("", fold(word)) for word in head)
    return figure.value, figure.high, figure.unit, figure.qualifier, *nouns


def _ranked(figures: Sequence[Figure], blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """By what a press note would say first."""
    lead = [block.span for block in blocks if block.kept][:_LEAD_BLOCKS]
    weighed = [replace(figure, reasons=tuple(_reasons(figure, lead))) for figure in figures]
    ordered = sorted(weighed, key=lambda one: (-sum(reason.weight for reason in one.reasons), one.span))
    return tuple(replace(figure, rank=rank) for rank, figure in enumerate(ordered, 1))


def _reasons(figure: Figure, lead: Sequence[Span]) -> Iterator[RankReason]:
    """What makes a figure telling, and how much: title and lead, a source, repetition, people and money, size."""
    if any(part.holds(figure.span) for part in lead[:1]):
        yield RankReason("in-title", IN_TITLE)
    if any(part.holds(figure.span) for part in lead):
        yield RankReason("in-lead", IN_LEAD)
    if len(figure.mentions) > 1:
        yield RankReason("repeated", REPEATED * (len(figure.mentions) - 1))
    if figure.attribution is not None:
        yield RankReason("attributed", ATTRIBUTED)
    if figure.qualifier is not None:
        yield RankReason("qualified", QUALIFIED)
    if figure.kind in OF_KIND:
        yield RankReason(f"kind.{figure.kind}", OF_KIND[figure.kind])
    yield RankReason("digits", A_DIGIT * len(str(int(abs(figure.value)))))
