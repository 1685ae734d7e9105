"""Find what a number counts or measures, head noun first, and whether it tells of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numerals import Numeral
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Change, Span

MOST_WHAT_WORDS = 7
_NEAR = 40  # code points before a number in which a word tells of a change
_COMPOUND = re.compile(r"[^\W_]-[^\W\d_]+$")
_CLAUSE = re.compile(r"[,;:(]")
_LETTERS = re.compile(r"[^\W\d_]+")


def change_of(text: FigureText, numeral: Numeral, sentence: Span) -> Change | None:
    """Whether the number tells by how much something went up or down."""
    start, end = numeral.span
    context = text.numbers.context
    before = _CLAUSE.split(text.low[max(sentence.start, start - _NEAR) : numeral.start])[-1]
    for word in reversed(_LETTERS.findall(before)):
        if word in context.up or word in context.down:
            return "up" if word in context.up else "down"
    after = text.low[end : min(end + 12, sentence.end)].lstrip()
    of = "".join(f"{word} " for word in context.of[:1])
    plain = numeral.unit is not None  # `two more people` tells of no change
    forms = ((word, (word, of + word) if plain else of + word) for word in context.comparatives)
    compared = next((word for word, form in forms if after.startswith(form)), "")
    if compared:
        return "down" if compared in context.fewer else "up"
    return "up" if text.raw[start] == "+" else "down" if text.raw[start] in "-−" else None


def find_counted_noun(text: FigureText, numeral: Numeral, span: Span, counted: str | None) -> str | None:
    """The thing counted, head noun first: after the numeral, else before it, else what the last one counted.

    `span` goes from the start of the sentence to where the words for this number end; `counted` is what the number
    before it counts. None where nothing is counted.
    """
    numbers = text.numbers
    if numeral.fraction and (shared := _shared(text, numeral.span.of(text.raw))):
        return shared
    after = text.after(Span(numeral.span.end, span.end))
    first = after[0].key if after else ""
    if first in numbers.of and not (len(after) > 1 and after[1].low in numbers.context.comparatives):
        return _noun_phrase(text, _undetermined(text, after[1:]))
    if numeral.unit is not None:
        return _noun_phrase(text, after) if _is_compound(text.raw, numeral) else _measured(text, numeral, span)
    return _counted(text, numeral, after, counted)


def _counted(text: FigureText, numeral: Numeral, after: Sequence[Token], counted: str | None) -> str | None:
    """The thing counted by a number without a unit."""
    numbers, first = text.numbers, after[0] if after else None
    if first is None or first.key in text.grammar.determiners:
        return None
    if first.key in numbers.context.linking:
        return _noun_phrase(text, _undetermined(text, after[1:]))
    if numeral.value > 1 and _is_plural_verb(text, first):
        return None
    reflexive = first.low in numbers.context.reflexive
    if counted and len(after) > 1 and (reflexive or first.key in numbers.context.skip):
        return f"{counted.split()[0]} {first.text if reflexive else ''}{after[1].text}"
    return _noun_phrase(text, after)


def _is_plural_verb(text: FigureText, token: Token) -> bool:
    """Whether a token is a verb in the plural: `viennent` of `huit viennent`."""
    return token.low.endswith(text.numbers.context.plural_verb_endings) and not token.capital


def _undetermined(text: FigureText, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens after determiners and a number: `seats` of `the 240 seats`; none before a verb: `the 19 contain`."""
    index, ranked = 0, text.numbers.context.ranked
    while index < len(tokens) and (tokens[index].key in text.grammar.determiners or tokens[index].low in ranked):
        index += 1
    if index == len(tokens) or not text.numbers.counts.fullmatch(tokens[index].low):
        return tokens[index:]
    rest = tokens[index + 1 :]
    verb = text.grammar.verbs.get(rest[0].key) if rest else None
    return () if verb and "finite" in verb.forms else rest


def _shared(text: FigureText, ratio: str) -> str | None:
    """The noun inside a ratio: `vaches` of `neuf vaches sur dix`; None where there is none."""
    words = ratio.split()
    over = next((index for index, word in enumerate(words) if fold(word) in text.numbers.context.over), 0)
    return " ".join(words[1:over]) or None


def _noun_phrase(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The noun phrase from the first token on, up to a mark, a verb or a word that no noun phrase holds."""
    grammar = text.grammar
    start = 0
    while start < len(tokens) and (tokens[start].low in text.numbers.context.skip or tokens[start].text == "-"):
        start += 1
    index = start
    while index < len(tokens) and index - start < MOST_WHAT_WORDS and _is_noun_part(text, tokens, index, start):
        index += 1
    while index > start and tokens[index - 1].key in grammar.leading:
        index -= 1
    if index == start:
        return None
    phrase = text.raw[tokens[start].span.start : tokens[index - 1].span.end]
    happened = _happened(text, tokens[index:])
    return " ".join(f"{phrase} {happened}".split())


def _is_noun_part(text: FigureText, tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether a token belongs to the noun phrase that begins at token `start`."""
    token, grammar = tokens[index], text.grammar
    if not token.word or token.text[0].isdigit():
        return False
    if index == start:
        return token.key not in grammar.stops and token.key not in grammar.prepositions
    if token.key in grammar.prepositions:
        return token.key not in grammar.governing and token.key in text.numbers.of
    return token.key not in grammar.stops and not _is_finite(text, tokens, index)


def _is_finite(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a verb with its subject before it, not a participle: `lost` of `homes lost power`."""
    grammar = text.grammar
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    verb = grammar.verb_at(tokens, index)
    if verb is None:
        acts = tokens[index].low.endswith(text.numbers.context.past_endings)
        return acts and after is not None and (after.key in grammar.determiners or after.key in grammar.pronouns)
    if "finite" not in verb.forms or tokens[index - 1].low.endswith(grammar.possessive_endings):
        return False
    small = grammar.prepositions | grammar.stops
    return "past" not in verb.forms or (after is not None and after.word and after.key not in small)


def _happened(text: FigureText, tokens: Sequence[Token]) -> str:
    """The participle that says what happened to the thing counted: `tués` of `ont été tués`; "" for none."""
    low = " ".join(token.low for token in tokens[:3])
    for passive in text.numbers.passives:
        size = len(passive.split())
        if low.startswith(f"{passive} ") and len(tokens) > size:
            participle = next((t for t in tokens[size : size + 2] if text.numbers.participle.search(t.low)), None)
            return participle.text if participle else ""
    return ""


def _is_compound(raw: str, numeral: Numeral) -> bool:
    """Whether number and unit are one word before the noun: `a 34-mile detour`."""
    return bool(_COMPOUND.search(numeral.span.of(raw))) or raw[numeral.span.end : numeral.span.end + 1] == "-"


def _measured(text: FigureText, numeral: Numeral, span: Span) -> str | None:
    """The noun before a number with its unit: `une masse de 125 GeV`, `les ventes ont reculé de 4 %`."""
    tokens = text.before(Span(span.start, numeral.start))
    end = len(tokens)
    if end and tokens[end - 1].key in text.numbers.of:
        end -= 1
        context = text.numbers.context
        changes = end > 0 and (tokens[end - 1].low in context.up or tokens[end - 1].low in context.down)
        if changes and not _is_verb(text, tokens, end - 1):
            end -= 2  # `est en hausse de`
        elif phrase := _phrase_before(text, tokens, end):
            return phrase
    elif not end or not _is_verb(text, tokens, end - 1):
        return None
    while end > 0 and _is_verb(text, tokens, end - 1):
        end -= 1
    return _phrase_before(text, tokens, end)


def _is_verb(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a verb, an auxiliary, or a participle after one."""
    grammar = text.grammar
    helped = (
        index > 0
        and tokens[index - 1].low in grammar.auxiliaries
        and text.numbers.participle.search(tokens[index].low) is not None
    )
    return helped or tokens[index].low in grammar.auxiliaries or grammar.verb_at(tokens, index) is not None


def _phrase_before(text: FigureText, tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends before token `end`, without its determiner."""
    grammar, of = text.grammar, text.numbers.of
    index = end
    while index > 0 and tokens[index - 1].word and not tokens[index - 1].text[0].isdigit():
        key = tokens[index - 1].key
        inside = index > 1 and tokens[index - 2].key in of
        if (key in grammar.determiners and inside) or (key in of and index < end):
            index -= 1
        elif key in grammar.stops or key in grammar.leading or _is_verb(text, tokens, index - 1):
            break
        else:
            index -= 1
    while index < end and tokens[index].key in grammar.leading:
        index += 1
    if index == end or end - index > MOST_WHAT_WORDS:
        return None
    return text.raw[tokens[index].span.start : tokens[end - 1].span.end]
