"""The numbers that matter: what they count, who says so, and which a reader would put into a press note first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_reader.analysis.counted import Text, change_of, thing_counted
from tui_reader.analysis.names import Grammar, grammar, tokenize
from tui_reader.analysis.numerals import NumberWords, Numeral, find_numerals, number_words
from tui_reader.analysis.text import fold, sentences
from tui_reader.model import Block, Figure, FigureKind, Quote, Span

OLDEST = 122  # years: Jeanne Calment
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_PLURAL = re.compile(r"(?:es|s|x|e)$")
_ATTRIBUTION_LENGTH = 90  # code points of a source; more is a clause


def find_figures(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Figure, ...]:
    """The figures of the kept blocks, equal ones folded with their mentions, the most telling first."""
    if language is None:
        return ()
    reader = _Reader(raw, fold(raw), number_words(language), grammar(language), quotes)
    found: list[Figure] = []
    for block in blocks:
        if block.kind in ("byline", "date", "caption"):
            continue
        span = block.post.words if block.post else block.span
        for sentence in sentences(raw, span):
            found += _of_sentence(reader, sentence)
    return _ranked(_folded(found), blocks)


@dataclass(frozen=True, slots=True)
class _Reader(Text):
    """A text being read for figures, with the quotes in it."""

    quotes: Sequence[Quote]

    def speaker_at(self, span: Span) -> str | None:
        """Who speaks at a place inside a quotation."""
        at = bisect_right(self.quotes, span.start, key=lambda quote: quote.span.start) - 1
        quote = self.quotes[at] if at >= 0 else None
        return quote.speaker if quote and quote.speech and quote.span.holds(span) else None


def _of_sentence(reader: _Reader, sentence: Span) -> list[Figure]:
    raw = reader.raw
    numerals = find_numerals(reader.low, raw, sentence, reader.numbers)
    if not numerals:
        return []
    source = _attribution(raw, sentence, reader.words)
    figures: list[Figure] = []
    counted: str | None = None
    for at, printed in enumerate(numerals):
        limit = numerals[at + 1].span.start if at + 1 < len(numerals) else sentence.end
        what = thing_counted(reader, printed, Span(sentence.start, limit), counted)
        numeral, what = _understood(reader, printed, what, figures)
        if what is None and numeral.unit is None and not _is_told(reader, numeral):
            continue
        counted = what or counted
        speaker = reader.speaker_at(numeral.span)
        figures.append(
            Figure(
                span=numeral.span,
                text=numeral.span.of(raw),
                value=numeral.value,
                sentence=sentence,
                high=numeral.high,
                kind=_kind(reader.low, numeral, sentence, reader.numbers),
                change=change_of(reader, printed, sentence),
                unit=numeral.unit,
                what=what,
                qualifier=numeral.qualifier,
                attribution=speaker or source,
                mentions=(numeral.span,),
            )
        )
    return figures


def _understood(
    reader: _Reader, numeral: Numeral, what: str | None, before: Sequence[Figure]
) -> tuple[Numeral, str | None]:
    """What a number shares with one before it: `385 voix contre 2`, `24,8 % … 26,3`, `elle en a perdu 40`."""
    if numeral.unit is None and _is_age(reader, numeral):
        return replace(numeral, unit=reader.numbers.kinds["duration"][-1]), None
    if not before or numeral.unit is not None:
        return numeral, what
    percent = reader.numbers.unit_kinds[1][1][0]
    lasting = reader.numbers.kinds["duration"]
    last = next((figure for figure in reversed(before) if figure.unit not in lasting), before[-1])
    shares = [figure for figure in before if figure.unit == percent]
    if shares and numeral.value % 1 and not numeral.fraction:
        return replace(numeral, unit=percent), shares[-1].what
    words = reader.numbers.words
    ahead = reader.low[max(last.span.end, numeral.span.start - 30) : numeral.span.start].split()
    if what is None and ahead and (ahead[-1] in words["against"] or set(ahead[-4:]) & set(words["partitive"])):
        return replace(numeral, unit=last.unit), last.what
    return numeral, what


def _is_age(reader: _Reader, numeral: Numeral) -> bool:
    """`Anne Roux, 46, …`: a number of years between commas after a name."""
    start, end = numeral.span
    between = reader.raw[start - 2 : start] == ", " and reader.raw[end : end + 1] == ","
    name = reader.raw[max(0, start - 25) : start - 2].split()
    return between and len(name) > 1 and name[-1][0].isupper() and 1 <= numeral.value <= OLDEST


def _is_told(reader: _Reader, numeral: Numeral) -> bool:
    """`Ils étaient 96`, `au moins douze`, a share: a number that says something without a noun."""
    if numeral.qualifier or numeral.fraction:
        return True
    before = reader.low[max(0, numeral.span.start - 30) : numeral.span.start].split()[-1:]
    return bool(before) and before[0] in reader.numbers.words["linking"]


def _kind(low: str, numeral: Numeral, sentence: Span, numbers: NumberWords) -> FigureKind:
    unit = numeral.unit
    if numeral.fraction:
        return "ratio"
    for kind, units in numbers.unit_kinds:
        if unit in units:
            before = low[sentence.start : numeral.span.start].rstrip()
            aged = unit == units[-1] and before.endswith((*numbers.words["age_before"], ","))
            return "age" if kind == "duration" and aged else kind
    if unit is None:
        return "count"
    return "money" if len(unit) == 3 and unit.isupper() else "measure"


def _attribution(raw: str, sentence: Span, words: Grammar) -> str | None:
    """`selon X`, where the sentence says so."""
    if words.according.isdisjoint(_WORDS.findall(fold(sentence.of(raw)))):
        return None
    tokens = tokenize(raw, sentence)
    for at, token in enumerate(tokens[:-1]):
        if token.low not in words.according:
            continue
        start = at + 1 + (tokens[at + 1].low == "to")
        while start < len(tokens) and tokens[start].low.rstrip("'") in words.determiners:
            start += 1
        end = start
        while end < len(tokens) and tokens[end].word:
            end += 1
        if end > start:
            phrase = raw[tokens[start].span.start : tokens[end - 1].span.end]
            return phrase if len(phrase) <= _ATTRIBUTION_LENGTH else None
    return None


def _folded(figures: Sequence[Figure]) -> list[Figure]:
    """The same value for the same thing is one figure with its mentions."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        one = kept.setdefault(_key(figure), figure)
        if one is not figure:
            kept[_key(figure)] = replace(
                one,
                what=max(one.what or "", figure.what or "", key=len) or None,
                mentions=(*one.mentions, figure.span),
                attribution=one.attribution or figure.attribution,
            )
    return list(kept.values())


def _key(figure: Figure) -> tuple[object, ...]:
    head = fold(figure.what or "").split(maxsplit=1)[:1]
    return figure.value, figure.high, figure.unit, figure.qualifier, *(_PLURAL.sub("", word) for word in head)


def _ranked(figures: Sequence[Figure], blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """By what a press note would say first: title and lead, people and money, repetition, a source."""
    lead = [block.span for block in blocks if block.kept][:3]

    def weight(figure: Figure) -> float:
        score = 2.0 * any(part.holds(figure.span) for part in lead[:1]) + 1.0 * any(
            part.holds(figure.span) for part in lead
        )
        score += (
            0.7 * (len(figure.mentions) - 1)
            + 0.8 * (figure.attribution is not None)
            + 0.5 * (figure.qualifier is not None)
        )
        score += {"money": 1.0, "count": 1.0, "percent": 0.8}.get(figure.kind, 0.0)
        return score + 0.15 * len(str(int(abs(figure.value))))

    ordered = sorted(figures, key=lambda figure: (-weight(figure), figure.span))
    return tuple(replace(figure, rank=rank) for rank, figure in enumerate(ordered, 1))
