"""The numbers that matter: what they count, who says so, and which a reader would put into a press note first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_reader.analysis.names import Grammar, Token, grammar, tokenize
from tui_reader.analysis.numerals import NumberWords, Numeral, find_numerals, number_words
from tui_reader.analysis.text import fold, sentences
from tui_reader.model import Block, Figure, FigureKind, Quote, Span

MOST_WHAT_WORDS = 7
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
class _Reader:
    """A text, also folded, what its language knows, and the quotes in it."""

    raw: str
    low: str
    numbers: NumberWords
    words: Grammar
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
    for at, numeral in enumerate(numerals):
        limit = numerals[at + 1].span.start if at + 1 < len(numerals) else sentence.end
        what = _what(reader, numeral, Span(sentence.start, limit), counted)
        if what is None and numeral.unit is None:
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
                unit=numeral.unit,
                what=what,
                qualifier=numeral.qualifier,
                attribution=speaker or source,
                mentions=(numeral.span,),
            )
        )
    return figures


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


def _what(reader: _Reader, numeral: Numeral, span: Span, counted: str | None) -> str | None:
    """The thing counted, head noun first: after the numeral, else before it, else what the last one counted."""
    raw, numbers, words = reader.raw, reader.numbers, reader.words
    after = tokenize(raw, Span(numeral.span.end, span.end))
    first = after[0].low.rstrip("'") if after else ""
    if first in [word.rstrip("'") for word in numbers.words["of"]]:
        return _noun_phrase(raw, after[1:], words, numbers)
    if numeral.unit is not None:
        return _before(raw, numeral, span, words, numbers)
    if first in numbers.words["linking"]:
        return _noun_phrase(raw, after[1:], words, numbers)
    if counted and len(after) > 1 and first in ("s", "se", *numbers.words["skip"]):
        joint = after[0].text if first in ("s", "se") else ""
        return f"{counted.split()[0]} {joint}{after[1].text}"
    return _noun_phrase(raw, after, words, numbers) or (counted if after and not after[0].word else None)


def _noun_phrase(raw: str, tokens: Sequence[Token], words: Grammar, numbers: NumberWords) -> str | None:
    """The words that begin at the first token and go on to a mark, a verb or a word that no noun phrase holds."""
    at = 0
    while at < len(tokens) and (
        tokens[at].low in numbers.words["skip"] or tokens[at].low.rstrip("'") in words.determiners
    ):
        at += 1
    start = at
    while at < len(tokens) and at - start < MOST_WHAT_WORDS and _is_noun_part(tokens, at, start, words):
        at += 1
    while at > start and tokens[at - 1].low.rstrip("'") in words.prepositions | words.determiners:
        at -= 1
    if at == start:
        return None
    phrase = raw[tokens[start].span.start : tokens[at - 1].span.end]
    happened = _happened(tokens[at:], numbers)
    return " ".join(f"{phrase} {happened}".split())


def _is_noun_part(tokens: Sequence[Token], at: int, start: int, words: Grammar) -> bool:
    token = tokens[at]
    low = token.low.rstrip("'")
    if not token.word or token.text[0].isdigit():
        return False
    if at == start:
        return low not in words.stops and low not in words.prepositions
    if low in words.prepositions:
        return low not in words.governing and low in ("de", "d", "des", "du", "of")
    return low not in words.stops


def _happened(tokens: Sequence[Token], numbers: NumberWords) -> str:
    """`tués` of `ont été tués`: what is told of the thing counted."""
    low = " ".join(token.low for token in tokens[:3])
    for passive in sorted(numbers.words["passive"], key=len, reverse=True):
        size = len(passive.split())
        if low.startswith(f"{passive} ") and len(tokens) > size:
            participle = next(
                (t for t in tokens[size : size + 2] if re.search(r"(é|és|ée|ées|ed|is|it|us|ts)$", t.low)), None
            )
            return participle.text if participle else ""
    return ""


def _before(raw: str, numeral: Numeral, span: Span, words: Grammar, numbers: NumberWords) -> str | None:
    """`une masse de 125 GeV`, `le taux est de 8 %`: the noun that the number measures stands before it."""
    tokens = tokenize(raw, Span(span.start, numeral.span.start))[-6:]
    if not tokens or tokens[-1].low.rstrip("'") not in [word.rstrip("'") for word in numbers.words["of"]]:
        return None
    at = len(tokens) - 1
    while (
        at > 0
        and tokens[at - 1].word
        and tokens[at - 1].low.rstrip("'") not in words.stops | words.determiners | words.cues
    ):
        at -= 1
    while at < len(tokens) - 1 and tokens[at].low.rstrip("'") in words.prepositions:
        at += 1
    return raw[tokens[at].span.start : tokens[-2].span.end] if at < len(tokens) - 1 else None


def _attribution(raw: str, sentence: Span, words: Grammar) -> str | None:
    """`selon X`, where the sentence says so."""
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
