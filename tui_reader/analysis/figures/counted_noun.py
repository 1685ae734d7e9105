"""Find what a number counts or measures, head noun first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.following_phrase import (
    acts_on,
    is_plural_verb,
    noun_phrase_after,
    participle_after,
    without_determiners,
)
from tui_reader.analysis.figures.measured_noun import (
    find_bearer,
    find_measured_noun,
    find_share_holder,
    noun_phrase_before,
)
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.lexicon.conjugation import unaccented
from tui_reader.analysis.lexicon.word_list import classes_of, kinds_of
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Span

_NOMINAL_LENGTH = 3  # letters of a class with gender and number
_COMPOUND = re.compile(r"[^\W_]-[^\W\d_]+$")


def find_counted_noun(text: FigureText, numeral: Numeral, span: Span, counted: str | None) -> str | None:
    """The thing counted, head noun first: after the numeral, else before it, else what the last one counted.

    `span` goes from the start of the sentence to where the words for this number end; `counted` is what the number
    before it counts. None where nothing is counted.
    """
    numbers = text.numbers
    if numeral.fraction and (shared := _shared(text, numeral.span.of(text.raw))):
        return shared
    qualifier = text.numbers.qualified_after.match(text.low, numeral.span.end, span.end)
    is_next = qualifier is not None and qualifier.start("words") <= numeral.span.end + 1  # `a dozen or so people`
    after = text.after(Span(qualifier.end() if qualifier and is_next else numeral.span.end, span.end))
    if numeral.unit is None:
        before = text.before(Span(span.start, numeral.start))
        if named := _scale_before(text, before) or _number_noun_before(text, before, after):
            return named
    first = after[0].key if after else ""
    if first in numbers.of and not (len(after) > 1 and _is_no_noun(text, after[1])):
        noun = noun_phrase_after(text, without_determiners(text, after[1:]))
        if numeral.unit and noun and _is_unit(text, fold(noun).split()[0], numeral):  # `seven of his 12 years`
            return None
        return find_measured_noun(text, numeral, span) if numeral.unit and _is_base(text, noun) else noun
    if numeral.unit is not None:
        return (
            noun_phrase_after(text, after)
            if _is_compound(text.raw, numeral)
            else find_bearer(text, numeral, span)
            or find_measured_noun(text, numeral, span)
            or find_share_holder(text, numeral, span)
        )
    return _counted(text, numeral, after, counted)


def _is_unit(text: FigureText, noun: str, numeral: Numeral) -> bool:
    """Whether a noun is the unit of a number, or the multiple before it: `tonnes`, `millions` of `millions d'euros`."""
    return text.numbers.units.get(noun) == numeral.unit or noun in text.numbers.multipliers


def _is_no_noun(text: FigureText, token: Token) -> bool:
    """Whether what follows `de` is counted by no number: `3 % de moins`, `60 % de gagner`."""
    return text.is_infinitive(token) or token.low in text.numbers.context.comparatives


def _scale_before(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The scale on which a number stands, right before it: `magnitude 5`."""
    return tokens[-1].text if tokens and tokens[-1].low in text.numbers.context.scales else None


def _number_noun_before(text: FigureText, tokens: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The noun of a number right before it where a verb follows: `crowd` of `a crowd of 21,345 saw them win`."""
    grammar = text.grammar
    is_led = len(tokens) > 1 and tokens[-1].key in text.numbers.of
    if is_led and not (after and after[0].word) and grammar.noun_kind(tokens[-2].low) == "body":
        return tokens[-2].text  # `a crew of nine.`
    if not is_led or tokens[-2].low not in text.numbers.context.number_nouns or not after or not after[0].word:
        return None
    counts = any(text.numbers.plural.search(token.low) and not token.capital for token in after[:3])
    closed = (grammar.stops, grammar.prepositions, grammar.determiners, grammar.auxiliaries)
    return None if counts or any(after[0].key in words for words in closed) else tokens[-2].text


def _is_base(text: FigureText, noun: str | None) -> bool:
    """Whether a noun is what a share is reckoned in, not what has it: `5,4 % du PIB`."""
    return noun is not None and fold(noun.split()[0]) in text.numbers.context.bases


def _counted(text: FigureText, numeral: Numeral, after: Sequence[Token], counted: str | None) -> str | None:
    """The thing counted by a number without a unit."""
    numbers, first = text.numbers, after[0] if after else None
    if first is None or first.key in text.grammar.determiners:
        is_number_of = len(after) > 2 and after[1].low in numbers.context.number_of and after[2].key in numbers.of
        return noun_phrase_after(text, without_determiners(text, after[3:])) if is_number_of else None
    if first.key in numbers.context.versus:
        return _label(text, numeral)
    if first.key in numbers.context.linking:
        said = without_determiners(text, after[1:])
        return _of_those_counted(counted, said[0]) if _is_told(text, said) else noun_phrase_after(text, said)
    if numeral.value > 1 and (is_plural_verb(text, first) or _is_told_of_one(text, first)):
        return None
    return _counted_of_others(text, after) if counted is None else _counted_after(text, numeral, after, counted)


def _counted_of_others(text: FigureText, after: Sequence[Token]) -> str | None:
    """The thing behind a number where none was counted before: `blessés` of `six autres ont été blessés`."""
    if len(after) > 1 and after[0].key in text.numbers.context.skip and after[1].low in text.grammar.auxiliaries:
        happened = participle_after(text, after[1:])
        return happened if text.is_person(fold(happened)) else None
    return None if acts_on(text, after) else noun_phrase_after(text, after)


def _counted_after(text: FigureText, numeral: Numeral, after: Sequence[Token], counted: str) -> str | None:
    """The thing that stands behind a number, or is left out because it was counted before."""
    is_part = _is_told(text, after[:1]) or (
        _is_led_as_part(text, numeral) and tells_of(text, after, counted.split(maxsplit=1)[0])
    )
    if is_part:  # `118 monuments, dont 18 jugés emblématiques`
        return after[0].text if _is_joined_state(text, numeral, counted) else _of_those_counted(counted, after[0])
    own = counted if acts_on(text, after) else noun_phrase_after(text, after)
    return _with_noun_before(text, after, counted) or own


def _is_led_as_part(text: FigureText, numeral: Numeral) -> bool:
    """Whether the word before a number says that it is a part, or the whole, of those before: `dont 66`, `sur 200`."""
    before = [word for word in text.words_before(0, numeral.start) if word not in text.grammar.definite][-1:]
    context = text.numbers.context
    return bool(before) and (before[0] in context.partitive or before[0] in context.over or before[0] in context.of)


def _is_joined_state(text: FigureText, numeral: Numeral, counted: str) -> bool:
    """`324 morts et 220 000 déplacés`: whether those counted and the ones before them are told by what befell each."""
    head = fold(counted.split(maxsplit=1)[0])
    is_state = head in text.numbers.rank.casualties or (text.is_person(head) and text.numbers.participle.search(head))
    and_word: str = text.numbers.ranges["and"]
    return bool(is_state) and text.word_before(0, numeral.start) == and_word


def _is_told(text: FigureText, tokens: Sequence[Token]) -> bool:
    """Whether tokens begin with a participle in the plural that is no noun: `montrés`, not `blessés`."""
    if not tokens or not text.grammar.head_first or tokens[0].capital:
        return False
    low, verb = tokens[0].low, text.grammar.verb_form(tokens[0].low)
    is_participle = verb is not None and verb.forms == {"past"} and text.numbers.participle.search(low) is not None
    is_participle = is_participle and low not in _bare_verbs(text.grammar.language)  # `postes` is no `postés`
    return is_participle and low.endswith(text.grammar.plural_endings) and not text.is_person(low)


def tells_of(text: FigureText, tokens: Sequence[Token], noun: str) -> bool:
    """Whether tokens begin with what may be told of a noun, and is no noun: `supprimés`, `restantes` of `41 restantes`.

    It has the noun's gender and stands in the plural; an adjective has no noun behind it.
    """
    if not tokens or not text.grammar.head_first or tokens[0].capital or text.is_person(tokens[0].low):
        return False
    told, named = (classes_of(word, text.grammar.language) for word in (tokens[0].low, fold(noun)))
    kinds = kinds_of(tokens[0].low, text.grammar.language)
    is_bare_adjective = "a" in kinds and not (len(tokens) > 1 and _may_be_noun(text, tokens[1]))
    agree = any(_agree(one, other) for one in told for other in named if other[0] == "n")
    return agree and "n" not in kinds and ("p" in kinds or is_bare_adjective)


def _agree(told: str, noun: str) -> bool:
    """Whether two classes, as `pfp` and `nfp`, are both in the plural, and of one gender."""
    are_nominal = len(told) == len(noun) == _NOMINAL_LENGTH
    return are_nominal and told[2] != "s" and noun[2] != "s" and (told[1] == noun[1] or "-" in (told[1], noun[1]))


def _may_be_noun(text: FigureText, token: Token) -> bool:
    """Whether a word may be the noun behind an adjective."""
    closed = (text.grammar.stops, text.grammar.prepositions, text.grammar.auxiliaries)
    is_verb = is_plural_verb(text, token) or text.grammar.is_rather_verb(token.low)
    return token.word and not is_verb and not any(token.key in words for words in closed)


def _is_told_of_one(text: FigureText, token: Token) -> bool:
    """Whether a participle tells of one thing: `une provision de 210 millions liée à un litige`."""
    if not text.grammar.head_first or token.capital:
        return False
    classes, kinds = (read(token.low, text.grammar.language) for read in (classes_of, kinds_of))
    return "p" in kinds and "n" not in kinds and all(one[2:] in ("s", "") for one in classes)


@cache
def _bare_verbs(language: str) -> frozenset[str]:
    """Forms of verbs without their accents, as texts without any have them: most are nouns elsewhere."""
    accented = [form for form in grammar_of(language).verbs if not form.isascii()]
    return frozenset(unaccented("\n".join(accented)).split("\n"))


def _of_those_counted(counted: str | None, participle: Token) -> str | None:
    """What was counted before, with what is told of it: `monuments jugés`; None where nothing was."""
    return f"{counted.split(maxsplit=1)[0]} {participle.text}" if counted else None


def _with_noun_before(text: FigureText, after: Sequence[Token], counted: str) -> str | None:
    """The thing that the number before counted, with what is told of it here; None where the number has its own noun.

    `60 staff were suspended and 11 dismissed`, `25 jets with an option on 15 more`, `elle en a vendu trois autres`.
    """
    first, context, head_first = after[0], text.numbers.context, text.grammar.head_first
    head = counted.split(maxsplit=1)[0]
    has_own = len(after) > 1 and text.numbers.plural.search(after[1].low) is not None  # `saw three red cards`
    if not head_first and first.low.endswith(context.past_endings) and not has_own:
        return None if head.endswith(context.past_endings) else f"{head} {first.text}"
    reflexive = first.low in context.reflexive
    if not reflexive and first.key not in context.skip:
        return None
    if len(after) > 1 and after[1].low in text.grammar.auxiliaries:
        return f"{head} {participle_after(text, after[1:])}".strip()
    if head_first and not reflexive and text.numbers.plural.search(after[1].low if len(after) > 1 else ""):
        return f"{head} {after[1].text}" if _is_told(text, after[1:2]) else None  # `trois autres villages`
    is_closed = len(after) > 1 and (after[1].key in text.grammar.prepositions or after[1].key in text.grammar.stops)
    if len(after) > 1 and after[1].word and not is_closed:
        return f"{head} {first.text if reflexive else ''}{after[1].text}"
    return None if head_first else counted


def _label(text: FigureText, numeral: Numeral) -> str | None:
    """What stands before a number in the tables of the wires: `shrs` of `Avg shrs 9.2 mln vs 8.9 mln`."""
    tokens = text.before(Span(0, numeral.start))
    return noun_phrase_before(text, tokens, len(tokens)) if tokens else None


def _shared(text: FigureText, ratio: str) -> str | None:
    """The noun inside a ratio: `vaches` of `neuf vaches sur dix`; None where there is none."""
    words = ratio.split()
    over = next((index for index, word in enumerate(words) if fold(word) in text.numbers.context.over), 0)
    return " ".join(words[1:over]) or None


def _is_compound(raw: str, numeral: Numeral) -> bool:
    """Whether number and unit are one word before the noun: `a 34-mile detour`."""
    return bool(_COMPOUND.search(numeral.span.of(raw))) or raw[numeral.span.end : numeral.span.end + 1] == "-"
