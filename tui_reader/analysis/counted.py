"""What a number counts or measures, head noun first, and whether it tells of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.analysis.names import Grammar, Token, tokenize
from tui_reader.analysis.numerals import NumberWords, Numeral
from tui_reader.analysis.text import fold
from tui_reader.model import Change, Span

MOST_WHAT_WORDS = 7
_NEAR = 40  # code points before a number in which a word tells of a change
_PARTICIPLE = re.compile(r"(?:é|és|ée|ées|ed|is|it|us|ts)$")
_COMPOUND = re.compile(r"[^\W_]-[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, also folded, and what its language knows."""

    raw: str
    low: str
    numbers: NumberWords
    words: Grammar


def change_of(text: Text, numeral: Numeral, sentence: Span) -> Change | None:
    """Whether the number tells by how much something went up or down."""
    start, end = numeral.span
    before = re.split(r"[,;:(]", text.low[max(sentence.start, start - _NEAR) : start])[-1]
    after = text.low[end : min(end + 12, sentence.end)].lstrip()
    up, down = text.numbers.words["up"], text.numbers.words["down"]
    told = [word for word in re.findall(r"[^\W\d_]+", before) if word in up or word in down]
    if told:
        return "up" if told[-1] in up else "down"
    of = text.numbers.words["of"][0]
    compared = next(
        (word for word in text.numbers.words["comparatives"] if after.startswith((word, f"{of} {word}"))), ""
    )
    if compared:
        return "down" if compared in text.numbers.words["fewer"] else "up"
    return "up" if text.raw[start] == "+" else "down" if text.raw[start] in "-−" else None


def thing_counted(text: Text, numeral: Numeral, span: Span, counted: str | None) -> str | None:
    """The thing counted, head noun first: after the numeral, else before it, else what the last one counted."""
    raw, numbers, words = text.raw, text.numbers, text.words
    if numeral.fraction and (shared := _shared(numeral.span.of(raw), numbers)):
        return shared
    after = tokenize(raw, Span(numeral.span.end, span.end))
    first = after[0].low.rstrip("'") if after else ""
    if first in [word.rstrip("'") for word in numbers.words["of"]]:
        compares = len(after) > 1 and after[1].low in numbers.words["comparatives"]
        if not compares:
            return _noun_phrase(raw, after[1:], words, numbers)
    if numeral.unit is not None:
        return (
            _noun_phrase(raw, after, words, numbers) if _is_compound(raw, numeral) else _measured(text, numeral, span)
        )
    if first in numbers.words["linking"]:
        return _noun_phrase(raw, after[1:], words, numbers)
    if counted and len(after) > 1 and first in ("s", "se", *numbers.words["skip"]):
        joint = after[0].text if first in ("s", "se") else ""
        return f"{counted.split()[0]} {joint}{after[1].text}"
    return _noun_phrase(raw, after, words, numbers)


def _shared(ratio: str, numbers: NumberWords) -> str | None:
    """`vaches` of `neuf vaches sur dix`."""
    words = ratio.split()
    over = next((at for at, word in enumerate(words) if fold(word) in numbers.words["over"]), 0)
    return " ".join(words[1:over]) or None


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
            participle = next((t for t in tokens[size : size + 2] if _PARTICIPLE.search(t.low)), None)
            return participle.text if participle else ""
    return ""


def _is_compound(raw: str, numeral: Numeral) -> bool:
    """`a 34-mile detour`: number and unit are one word before the noun."""
    text = numeral.span.of(raw)
    return bool(_COMPOUND.search(text)) or raw[numeral.span.end : numeral.span.end + 1] == "-"


def _measured(text: Text, numeral: Numeral, span: Span) -> str | None:
    """`une masse de 125 GeV`, `les dégâts atteignent 2 M€`, `les ventes ont reculé de 4 %`: what stands before."""
    qualified = _without_qualifier(text, Span(span.start, numeral.span.start))
    tokens = tokenize(text.raw, qualified)
    end = len(tokens)
    if end and tokens[end - 1].low.rstrip("'") in _of(text):
        end -= 1
        changes = {*text.numbers.words["up"], *text.numbers.words["down"]}
        if end and tokens[end - 1].low in changes and not _is_verb(text, tokens, end - 1):
            end -= 2  # `est en hausse de`
        elif phrase := _phrase_before(text, tokens, end):
            return phrase
    elif not end or not _is_verb(text, tokens, end - 1):
        return None
    while end > 0 and _is_verb(text, tokens, end - 1):
        end -= 1
    return _phrase_before(text, tokens, end)


def _is_verb(text: Text, tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb, an auxiliary, or a participle after one."""
    words = text.words
    helped = at > 0 and tokens[at - 1].low in words.auxiliaries and _PARTICIPLE.search(tokens[at].low) is not None
    return helped or tokens[at].low in words.auxiliaries or words.verb_at(tokens, at) is not None


def _of(text: Text) -> list[str]:
    return [word.rstrip("'") for word in text.numbers.words["of"]]


def _without_qualifier(text: Text, before: Span) -> Span:
    """What stands before a number, less the words that qualify it."""
    low = before.of(text.low).rstrip()
    qualifier = next((word for word, _ in text.numbers.qualifiers if low.endswith(f" {word}")), "")
    return Span(before.start, before.start + len(low) - len(qualifier))


def _phrase_before(text: Text, tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends before token `end`, without its determiner."""
    words = text.words
    at = end
    while at > 0 and tokens[at - 1].word and not tokens[at - 1].text[0].isdigit():
        low = tokens[at - 1].low.rstrip("'")
        inside = at > 1 and tokens[at - 2].low.rstrip("'") in _of(text)
        if (low in words.determiners and inside) or (low in _of(text) and at < end):
            at -= 1
        elif low in words.stops | words.determiners | words.prepositions or _is_verb(text, tokens, at - 1):
            break
        else:
            at -= 1
    while at < end and tokens[at].low.rstrip("'") in words.determiners | words.prepositions:
        at += 1
    if at == end or end - at > MOST_WHAT_WORDS:
        return None
    return text.raw[tokens[at].span.start : tokens[end - 1].span.end]
