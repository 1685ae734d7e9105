"""What a number counts or measures, head noun first, and whether it tells of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.analysis.figures.context import Text
from tui_reader.analysis.figures.numerals import Numeral
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Change, Span

MOST_WHAT_WORDS = 7
_NEAR = 40  # code points before a number in which a word tells of a change
_COMPOUND = re.compile(r"[^\W_]-[^\W\d_]+$")
_CLAUSE = re.compile(r"[,;:(]")
_LETTERS = re.compile(r"[^\W\d_]+")


def change_of(text: Text, numeral: Numeral, sentence: Span) -> Change | None:
    """Whether the number tells by how much something went up or down."""
    start, end = numeral.span
    words, sets = text.numbers.words, text.numbers.sets
    before = _CLAUSE.split(text.low[max(sentence.start, start - _NEAR) : numeral.start])[-1]
    for word in reversed(_LETTERS.findall(before)):
        if word in sets["up"] or word in sets["down"]:
            return "up" if word in sets["up"] else "down"
    after = text.low[end : min(end + 12, sentence.end)].lstrip()
    of = "".join(f"{word} " for word in words["of"][:1])
    plain = numeral.unit is not None  # `two more people` tells of no change
    forms = ((word, (word, of + word) if plain else of + word) for word in words["comparatives"])
    compared = next((word for word, form in forms if after.startswith(form)), "")
    if compared:
        return "down" if compared in sets["fewer"] else "up"
    return "up" if text.raw[start] == "+" else "down" if text.raw[start] in "-−" else None


def thing_counted(text: Text, numeral: Numeral, span: Span, counted: str | None) -> str | None:
    """The thing counted, head noun first: after the numeral, else before it, else what the last one counted.

    `span` goes from where the sentence begins to where the words for this number end.
    """
    numbers = text.numbers
    if numeral.fraction and (shared := _shared(text, numeral.span.of(text.raw))):
        return shared
    after = text.after(Span(numeral.span.end, span.end))
    first = after[0].key if after else ""
    if first in numbers.of and not (len(after) > 1 and after[1].low in numbers.sets["comparatives"]):
        return _noun_phrase(text, _undetermined(text, after[1:]))
    if numeral.unit is not None:
        return _noun_phrase(text, after) if _is_compound(text.raw, numeral) else _measured(text, numeral, span)
    return _counted(text, numeral, after, counted)


def _counted(text: Text, numeral: Numeral, after: Sequence[Token], counted: str | None) -> str | None:
    """The thing counted by a number without a unit."""
    numbers, first = text.numbers, after[0] if after else None
    if first is None or first.key in text.words.determiners:
        return None
    if first.key in numbers.sets["linking"]:
        return _noun_phrase(text, _undetermined(text, after[1:]))
    if numeral.value > 1 and _is_plural_verb(text, first):
        return None
    reflexive = first.low in numbers.sets["reflexive"]
    if counted and len(after) > 1 and (reflexive or first.key in numbers.sets["skip"]):
        return f"{counted.split()[0]} {first.text if reflexive else ''}{after[1].text}"
    return _noun_phrase(text, after)


def _is_plural_verb(text: Text, token: Token) -> bool:
    """`viennent` of `huit viennent`."""
    endings = tuple(text.numbers.words["plural_verb_endings"])
    return bool(endings) and token.low.endswith(endings) and not token.capital


def _undetermined(text: Text, tokens: Sequence[Token]) -> Sequence[Token]:
    """`seats` of `the 240 seats`; nothing where a verb follows the number: `the 19 contain`."""
    at, ranked = 0, text.numbers.sets["ranked"]
    while at < len(tokens) and (tokens[at].key in text.words.determiners or tokens[at].low in ranked):
        at += 1
    if at == len(tokens) or not text.numbers.counts.fullmatch(tokens[at].low):
        return tokens[at:]
    rest = tokens[at + 1 :]
    verb = text.words.verbs.get(rest[0].key) if rest else None
    return () if verb and "finite" in verb.forms else rest


def _shared(text: Text, ratio: str) -> str | None:
    """`vaches` of `neuf vaches sur dix`."""
    words = ratio.split()
    over = next((at for at, word in enumerate(words) if fold(word) in text.numbers.sets["over"]), 0)
    return " ".join(words[1:over]) or None


def _noun_phrase(text: Text, tokens: Sequence[Token]) -> str | None:
    """The words that begin at the first token and go on to a mark, a verb or a word that no noun phrase holds."""
    words = text.words
    start = 0
    while start < len(tokens) and (tokens[start].low in text.numbers.sets["skip"] or tokens[start].text == "-"):
        start += 1
    at = start
    while at < len(tokens) and at - start < MOST_WHAT_WORDS and _is_noun_part(text, tokens, at, start):
        at += 1
    while at > start and tokens[at - 1].key in words.leading:
        at -= 1
    if at == start:
        return None
    phrase = text.raw[tokens[start].span.start : tokens[at - 1].span.end]
    happened = _happened(text, tokens[at:])
    return " ".join(f"{phrase} {happened}".split())


def _is_noun_part(text: Text, tokens: Sequence[Token], at: int, start: int) -> bool:
    token, words = tokens[at], text.words
    if not token.word or token.text[0].isdigit():
        return False
    if at == start:
        return token.key not in words.stops and token.key not in words.prepositions
    if token.key in words.prepositions:
        return token.key not in words.governing and token.key in text.numbers.of
    return token.key not in words.stops and not _is_finite(text, tokens, at)


def _is_finite(text: Text, tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb with its subject before it, not a participle: `lost` of `homes lost power`."""
    words = text.words
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    verb = words.verb_at(tokens, at)
    if verb is None:
        acts = tokens[at].low.endswith(tuple(text.numbers.words["past_endings"]))
        return acts and after is not None and (after.key in words.determiners or after.key in words.pronouns)
    if "finite" not in verb.forms or tokens[at - 1].low.endswith(words.possessive_endings):
        return False
    small = words.prepositions | words.stops
    return "past" not in verb.forms or (after is not None and after.word and after.key not in small)


def _happened(text: Text, tokens: Sequence[Token]) -> str:
    """`tués` of `ont été tués`: what is told of the thing counted."""
    low = " ".join(token.low for token in tokens[:3])
    for passive in sorted(text.numbers.words["passive"], key=len, reverse=True):
        size = len(passive.split())
        if low.startswith(f"{passive} ") and len(tokens) > size:
            participle = next((t for t in tokens[size : size + 2] if text.numbers.participle.search(t.low)), None)
            return participle.text if participle else ""
    return ""


def _is_compound(raw: str, numeral: Numeral) -> bool:
    """`a 34-mile detour`: number and unit are one word before the noun."""
    return bool(_COMPOUND.search(numeral.span.of(raw))) or raw[numeral.span.end : numeral.span.end + 1] == "-"


def _measured(text: Text, numeral: Numeral, span: Span) -> str | None:
    """`une masse de 125 GeV`, `les dégâts atteignent 2 M€`, `les ventes ont reculé de 4 %`: what stands before."""
    tokens = text.before(Span(span.start, numeral.start))
    end = len(tokens)
    if end and tokens[end - 1].key in text.numbers.of:
        end -= 1
        sets = text.numbers.sets
        changes = end > 0 and (tokens[end - 1].low in sets["up"] or tokens[end - 1].low in sets["down"])
        if changes and not _is_verb(text, tokens, end - 1):
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
    after_auxiliary = at > 0 and tokens[at - 1].low in words.auxiliaries
    helped = after_auxiliary and text.numbers.participle.search(tokens[at].low) is not None
    return helped or tokens[at].low in words.auxiliaries or words.verb_at(tokens, at) is not None


def _phrase_before(text: Text, tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends before token `end`, without its determiner."""
    words, of = text.words, text.numbers.of
    at = end
    while at > 0 and tokens[at - 1].word and not tokens[at - 1].text[0].isdigit():
        key = tokens[at - 1].key
        inside = at > 1 and tokens[at - 2].key in of
        if (key in words.determiners and inside) or (key in of and at < end):
            at -= 1
        elif key in words.stops or key in words.leading or _is_verb(text, tokens, at - 1):
            break
        else:
            at -= 1
    while at < end and tokens[at].key in words.leading:
        at += 1
    if at == end or end - at > MOST_WHAT_WORDS:
        return None
    return text.raw[tokens[at].span.start : tokens[end - 1].span.end]
