"""Find the sources that a sentence names for its numbers: `selon X`, `X estime à`, `…, a indiqué X`, `X said`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tui_reader.analysis.figures.context import CLAUSE_MARKS, FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.figures.source_names import name_after, subject_after, subject_before
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.patterns import CuedPattern, any_of, cued, cues_of
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Span

_MOST_LINK = 4  # code points between a source and the number that stands right after it: `la police de 15`
_MOST_TO_VERB = 2  # words from a phrase to its verb: `workers there had left`
_MOST_COUNTED = 40  # code points of what is counted, between a number and the source in brackets behind it
_BRACKETS = re.compile(r"\((?P<name>[^\W\d_][^()\d]{1,40})\)")
_CLAUSE_START = re.compile(rf"[{''.join(CLAUSE_MARKS)}]\s")


SourcePlace = Literal[
    "beside",  # of its numbers: `20 000 selon les syndicats`, `8 000 (police)`, `…, a indiqué la mairie`
    "following",  # its numbers follow: `L'ONU estime à 5 millions`
    "adjoining",  # the number stands right after it: `…, les syndicats 10 000`
]
"""Where the numbers of a source stand."""


class Source(NamedTuple):
    """Who gives numbers, as it is written; `span` holds the cue and the name."""

    span: Span
    name: str
    place: SourcePlace


def source_of(text: FigureText, sources: Sequence[Source], numeral: Numeral, following: Numeral | None) -> str | None:
    """The source of a number: the one named right after it, else the last before it, else the next.

    That is none of `1 500 personnes, 2 000 selon le collectif`, whose second number is told against the first.
    """
    end = numeral.span.end
    next_start = following.span.start if following else None
    for source in sources:
        is_beside = source.place == "beside" and source.span.start >= end
        if is_beside and (next_start is None or source.span.start < next_start):
            return source.name
    before = [source for source in sources if source.span.start < end]
    beside = [source for source in sources if source.place == "beside"]
    named = before[-1:] or beside[:1]
    is_of_following = following is not None and not before and _is_told_against(text, numeral, following, beside)
    return named[0].name if named and not is_of_following else None


def _is_told_against(text: FigureText, numeral: Numeral, following: Numeral, beside: Sequence[Source]) -> bool:
    """Whether nothing stands between the next number and its source, and a comma before it."""
    is_next = any(0 <= source.span.start - following.span.end <= 1 for source in beside)
    return is_next and text.raw[numeral.span.end : following.span.start].rstrip().endswith(",")


def has_own_source(sources: Sequence[Source], numeral: Numeral) -> bool:
    """Whether a source stands right before a number, its verb left out: `…, les syndicats 10 000`."""
    return any(source.place == "adjoining" and 0 <= numeral.start - source.span.end <= _MOST_LINK for source in sources)


def find_sources(text: FigureText, sentence: Span, numerals: Sequence[Numeral]) -> list[Source]:
    """The sources of a sentence, in order."""
    sources = [*_according(text, sentence), *_estimating(text, sentence)]
    if text.has_any(_saying_forms(text.grammar.language), sentence):
        sources += _reporting(text, sentence)
    sources += _bracketed(text, sentence, numerals)
    if sources:
        sources += _elliptical(text, sentence, numerals)
    return sorted(set(sources))


def _according(text: FigureText, sentence: Span) -> Iterator[Source]:
    """Sources after a preposition: `selon la police`, `according to the union`."""
    for cue in text.matches(_according_cues(text.grammar.language), sentence):
        name = name_after(text, Span(cue.end(), sentence.end))
        if name is not None and text.low[name.start : name.end] not in text.numbers.context.no_sources:
            yield Source(Span(cue.start(), name.end), name.of(text.raw), "beside")


def _estimating(text: FigureText, sentence: Span) -> Iterator[Source]:
    """Sources before a verb of giving numbers: `L'ONU estime à 5 millions`, `Police put the crowd at 5,000`."""
    for cue in text.matches(text.numbers.estimate, sentence):
        verb = text.grammar.verbs.get(cue.group().split()[-1])
        is_said = verb is not None and verb.level == "saying"
        tokens = text.before(Span(sentence.start, cue.start()))
        if tokens and tokens[-1].key in text.grammar.possessives:  # `six times its estimate`
            continue
        name = subject_before(text, tokens, anybody=is_said)
        if name is not None:
            place: SourcePlace = "beside" if _reports_clause_before(text, tokens, cue.end()) else "following"
            yield Source(Span(name.start, cue.end()), name.of(text.raw), place)


def _reports_clause_before(text: FigureText, tokens: Sequence[Token], end: int) -> bool:
    """Whether subject and verb stand behind what they report: `…, police said on Monday.`"""
    follows_comma = text.raw[max(0, tokens[0].start - 2) : tokens[0].start].startswith(",")
    following = text.word_after(end)
    return follows_comma and not following[:1].isdigit() and following not in text.grammar.conjunctions


def _reporting(text: FigureText, sentence: Span) -> Iterator[Source]:
    """Sources of a clause that reports the rest: `…, a indiqué la protection civile`, `…, said the ministry`."""
    grammar = text.grammar
    for mark in _CLAUSE_START.finditer(text.raw, *sentence):
        start = mark.end()
        tokens = text.after(Span(start, sentence.end), most=2)
        has_auxiliary = bool(tokens) and tokens[0].low in grammar.having
        cue = tokens[1] if has_auxiliary and len(tokens) > 1 else tokens[0] if tokens else None
        verb = grammar.verbs.get(cue.low) if cue else None
        form = "past" if has_auxiliary else "finite"
        if cue is None or verb is None or verb.level != "saying" or form not in verb.forms:
            continue
        name = subject_after(text, Span(cue.end, sentence.end))
        if name is not None and name.of(text.low) in text.numbers.context.no_sources:
            continue  # `…, demandaient l'heure`
        if name is not None and not _opens_clause(text, Span(name.end, sentence.end)):
            yield Source(Span(start, name.end), name.of(text.raw), "beside")


def _opens_clause(text: FigureText, span: Span) -> bool:
    """`Ann Lee, the owner, said workers there had left`: whether the phrase behind a verb of saying is what is said.

    A verb follows it then; French has no such clause.
    """
    grammar = text.grammar
    for token in () if grammar.head_first else text.after(span, most=_MOST_TO_VERB):
        if not token.word or token.key in grammar.prepositions or token.low in grammar.relatives:
            return False
        verb = grammar.verbs.get(token.low)
        if token.low in grammar.auxiliaries or (verb is not None and "finite" in verb.forms):
            return True
    return False


def _bracketed(text: FigureText, sentence: Span, numerals: Sequence[Numeral]) -> Iterator[Source]:
    """Sources in brackets behind numbers, one of which is known: `20 000 manifestants (CGT), 8 000 (police)`."""
    brackets = [
        match for match in _BRACKETS.finditer(text.raw, *sentence) if _is_beside_number(text, match.start(), numerals)
    ]
    if any(_counts_crowds(text, match["name"]) for match in brackets):
        for match in brackets:
            yield Source(Span(*match.span()), match["name"], "beside")


def _is_beside_number(text: FigureText, start: int, numerals: Sequence[Numeral]) -> bool:
    """Whether nothing but what is counted stands between a number and an offset."""
    index = bisect_left(numerals, start, key=lambda numeral: numeral.span.end) - 1
    if index < 0:
        return False
    between = Span(numerals[index].span.end, start)
    words = between.of(text.raw)
    return len(words) <= _MOST_COUNTED and words == between.of(text.low) and "," not in words


def _counts_crowds(text: FigureText, name: str) -> bool:
    """Whether a name is that of a body, or of others who tell how many came."""
    low = fold(name)
    return low in text.numbers.context.counters or text.grammar.noun_kind(low) == "body"


def _elliptical(text: FigureText, sentence: Span, numerals: Sequence[Numeral]) -> Iterator[Source]:
    """Further sources, their verb left out: `La préfecture a compté 3 000 manifestants, les syndicats 10 000`."""
    for numeral in numerals:
        tokens = text.before(Span(sentence.start, numeral.start))
        start = tokens[0].start if tokens else 0
        beside_mark = text.raw[max(sentence.start, start - 2) : start].strip() in CLAUSE_MARKS
        if len(tokens) > 1 and beside_mark and tokens[0].key in text.grammar.determiners:
            acts = any("finite" in verb.forms for token in tokens if (verb := text.grammar.verbs.get(token.low)))
            name = None if acts else subject_before(text, tokens, anybody=False)
            if name is not None:
                yield Source(name, name.of(text.raw), "adjoining")


@cache
def _saying_forms(language: str) -> frozenset[str]:
    """The forms of verbs of saying."""
    return cues_of(form for form, verb in grammar_of(language).verbs.items() if verb.level == "saying")


@cache
def _according_cues(language: str) -> CuedPattern:
    """The cues in front of a source: `selon`, `according to`."""
    cues, links = grammar_of(language).according, any_of(number_words(language).context.according_links)
    return cued(rf"(?<![\w-]){any_of(cues)}(?:\s{links})?(?![\w-])\s?", cues)
