"""Find what a number counts or measures, head noun first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.text.dates import words_of_dates
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Span

MOST_WHAT_WORDS = 7
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
    is_next = qualifier is not None and qualifier.start("words") == numeral.span.end + 1  # `a dozen or so people`
    after = text.after(Span(qualifier.end() if qualifier and is_next else numeral.span.end, span.end))
    if numeral.unit is None:
        before = text.before(Span(span.start, numeral.start))
        if named := _scale_before(text, before) or _number_noun_before(text, before, after):
            return named
    first = after[0].key if after else ""
    if first in numbers.of and not (len(after) > 1 and after[1].low in numbers.context.comparatives):
        noun = _noun_phrase(text, _undetermined(text, after[1:]))
        return _measured(text, numeral, span) if numeral.unit and _is_base(text, noun) else noun
    if numeral.unit is not None:
        return _noun_phrase(text, after) if _is_compound(text.raw, numeral) else _measured(text, numeral, span)
    return _counted(text, numeral, after, counted)


def find_subject(text: FigureText, numeral: Numeral, sentence: Span) -> str | None:
    """The thing of which a bare number is told: `le bilan est monté à 87`, `The index closed at 1,204`."""
    phrase = _measured(text, numeral, sentence)
    low = fold(phrase or "")
    return None if low in text.numbers.units or text.numbers.counts.fullmatch(low) else phrase


def names_number(text: FigureText, phrase: str) -> bool:
    """Whether a phrase is that of a number: `bilan`, `death toll`."""
    return not text.numbers.context.number_nouns.isdisjoint(fold(phrase).split())


def _scale_before(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The scale on which a number stands, right before it: `magnitude 5`."""
    return tokens[-1].text if tokens and tokens[-1].low in text.numbers.context.scales else None


def _number_noun_before(text: FigureText, tokens: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The noun of a number right before it where a verb follows: `crowd` of `a crowd of 21,345 saw them win`."""
    grammar = text.grammar
    is_led = len(tokens) > 1 and tokens[-1].key in text.numbers.of
    if not is_led or tokens[-2].low not in text.numbers.context.number_nouns or not after or not after[0].word:
        return None
    counts = any(text.numbers.plural.search(token.low) and not token.capital for token in after[:3])
    closed = grammar.stops | grammar.prepositions | grammar.determiners | grammar.auxiliaries
    return None if counts or after[0].key in closed else tokens[-2].text


def _is_base(text: FigureText, noun: str | None) -> bool:
    """Whether a noun is what a share is reckoned in, not what has it: `5,4 % du PIB`."""
    return noun is not None and fold(noun.split()[0]) in text.numbers.context.bases


def _counted(text: FigureText, numeral: Numeral, after: Sequence[Token], counted: str | None) -> str | None:
    """The thing counted by a number without a unit."""
    numbers, first = text.numbers, after[0] if after else None
    if first is None or first.key in text.grammar.determiners:
        is_number_of = len(after) > 2 and after[1].low in numbers.context.number_of and after[2].key in numbers.of
        return _noun_phrase(text, _undetermined(text, after[3:])) if is_number_of else None
    if first.key in numbers.context.versus:
        return _label(text, numeral)
    if first.key in numbers.context.linking:
        return _noun_phrase(text, _undetermined(text, after[1:]))
    if numeral.value > 1 and _is_plural_verb(text, first):
        return None
    return (_with_noun_before(text, after, counted) if counted else None) or _noun_phrase(text, after)


def _with_noun_before(text: FigureText, after: Sequence[Token], counted: str) -> str | None:
    """The thing that the number before counted, with what is told of it here; None where the number has its own noun.

    `60 staff were suspended and 11 dismissed`, `25 jets with an option on 15 more`, `elle en a vendu trois autres`.
    """
    first, context, head_first = after[0], text.numbers.context, text.grammar.head_first
    head = counted.split(maxsplit=1)[0]
    if not head_first and first.low.endswith(context.past_endings):
        return None if head.endswith(context.past_endings) else f"{head} {first.text}"
    reflexive = first.low in context.reflexive
    if not reflexive and first.key not in context.skip:
        return None
    if len(after) > 1 and after[1].low in text.grammar.auxiliaries:
        return f"{head} {_happened(text, after[1:])}".strip()
    if len(after) > 1 and after[1].word:
        return f"{head} {first.text if reflexive else ''}{after[1].text}"
    return None if head_first else counted


def _label(text: FigureText, numeral: Numeral) -> str | None:
    """What stands before a number in the tables of the wires: `shrs` of `Avg shrs 9.2 mln vs 8.9 mln`."""
    tokens = text.before(Span(0, numeral.start))
    return _phrase_before(text, tokens, len(tokens)) if tokens else None


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
    index = _without_verb(text, tokens, start, index)
    while index > start and tokens[index - 1].key in grammar.leading:
        index -= 1
    if index == start:
        return None
    phrase = text.raw[tokens[start].span.start : tokens[index - 1].span.end]
    happened = _happened(text, tokens[index:])
    return " ".join(f"{phrase} {happened}".split())


def _without_verb(text: FigureText, tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a noun phrase ends whose head is a plural, with the verb behind it left out: `pupils` of `pupils skip`."""
    numbers, words = text.numbers, [token.low for token in tokens[start:end]]
    if text.grammar.head_first or not numbers.of.isdisjoint(words):
        return end
    last = next((index for index in range(end - 1, start - 1, -1) if numbers.plural.search(tokens[index].low)), end)
    told = tokens[last + 1 : end]
    acts = told and not told[0].capital and not numbers.participle.search(told[0].low) and not tokens[last].capital
    return last + 1 if acts else end


def _is_noun_part(text: FigureText, tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether a token belongs to the noun phrase that begins at token `start`."""
    token, grammar, context = tokens[index], text.grammar, text.numbers.context
    if token.text[0].isdigit():  # `Boeing 737 jets`
        return index > start and tokens[index - 1].capital and index + 1 < len(tokens) and tokens[index + 1].word
    if not token.word or (token.low in context.happening and not token.capital):
        return False
    if token.low == text.numbers.ranges["and"]:
        return _joins_adjectives(text, tokens[start:index], tokens[index + 1 :])
    if index == start:
        return not any(token.key in closed for closed in (grammar.stops, grammar.prepositions, grammar.according))
    return _goes_on(text, tokens, index)


def _goes_on(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word goes on with the noun phrase that has begun before it."""
    token, grammar = tokens[index], text.grammar
    if token.key in grammar.determiners and tokens[index - 1].key not in grammar.prepositions:
        return False
    if token.low in text.numbers.context.measuring and not text.numbers.participle.search(token.low):
        return False
    if token.key in grammar.prepositions:
        return token.key not in grammar.governing and token.key in text.numbers.of
    acts = _is_plural_verb(text, token) and tokens[index - 1].low.endswith(grammar.plural_endings)
    return token.key not in grammar.stops and not acts and not _is_finite(text, tokens, index)


def _joins_adjectives(text: FigureText, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether an "and" joins adjectives before one noun: `300 coastal and hillside homes`."""
    if text.grammar.head_first or not before or len(after) < 2 or not (after[0].word and after[1].word):
        return False
    closed = text.grammar.determiners | text.grammar.stops | text.grammar.prepositions
    nouns = any(text.numbers.plural.search(token.low) for token in before)
    return not nouns and after[0].key not in closed and text.numbers.plural.search(after[1].low) is not None


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
    low, context = " ".join(token.low for token in tokens[:4]), text.numbers.context
    for passive in text.numbers.passives:
        size = len(passive.split())
        if low.startswith(f"{passive} ") and len(tokens) > size:
            rest = [token for token in tokens[size : size + 3] if token.low not in context.copular]
            if rest and rest[0].key in text.grammar.prepositions:
                return ""  # `étaient sans eau`
            participle = next((token for token in rest[:2] if text.numbers.participle.search(token.low)), None)
            return participle.text if participle else ""
    return ""


def _is_compound(raw: str, numeral: Numeral) -> bool:
    """Whether number and unit are one word before the noun: `a 34-mile detour`."""
    return bool(_COMPOUND.search(numeral.span.of(raw))) or raw[numeral.span.end : numeral.span.end + 1] == "-"


def _measured(text: FigureText, numeral: Numeral, span: Span) -> str | None:
    """The noun before a number with its unit: `une masse de 125 GeV`, `les ventes ont reculé de 4 %`."""
    tokens, context = text.before(Span(span.start, numeral.start)), text.numbers.context
    end = len(tokens)
    while end > 0 and tokens[end - 1].key in text.grammar.determiners:  # `frôle les 9 000`
        end -= 1
    qualifier = text.low[numeral.start : numeral.span.start].split()
    if qualifier and qualifier[0] in context.measuring:  # `ont dépassé 9 000`
        while end > 0 and _is_verb(text, tokens, end - 1):
            end -= 1
        phrase = _phrase_before(text, tokens, end)
        return phrase and _without_number_of(text, phrase)
    is_led = end > 0 and tokens[end - 1].key in text.numbers.of
    if is_led:
        end -= 1
        end -= end > 0 and tokens[end - 1].low in context.dimensions  # `un pont long de`
        changes = end > 0 and (tokens[end - 1].low in context.up or tokens[end - 1].low in context.down)
        if changes and not _is_verb(text, tokens, end - 1):
            end -= 2  # `est en hausse de`
        elif phrase := _phrase_before(text, tokens, end):
            return phrase
    elif end and tokens[end - 1].low in context.levels | {text.numbers.ranges["between"]}:
        end -= not _is_verb(text, tokens, end - 1)
    verb_end = end
    while end > 0 and (_is_verb(text, tokens, end - 1) or tokens[end - 1].low in context.reflexive):
        end -= 1
    if end == verb_end and not is_led:
        return _estimated(text, tokens[:end]) if end < len(tokens) else None
    phrase = _phrase_before(text, tokens, end)
    if phrase is None or fold(phrase) in words_of_dates() | context.adverbs:
        return None
    if _is_agent(text, phrase, tokens[end:verb_end]):
        return None
    return _without_number_of(text, phrase)


def _estimated(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The object of a verb of measuring that `tokens` end with: `the UN puts the number of refugees at 5 million`."""
    start = _phrase_start(text, tokens, len(tokens))
    before = start
    while before is not None and before > 0 and tokens[before - 1].key in text.grammar.determiners:
        before -= 1
    if start is None or not before or tokens[before - 1].low not in text.numbers.context.measuring:
        return None
    return _without_number_of(text, _wording(text, tokens[start:]))


def _without_number_of(text: FigureText, phrase: str) -> str:
    """What is counted by a phrase of a number: `morts` of `nombre de morts`."""
    number_of = text.numbers.number_of.match(fold(phrase))
    return phrase[number_of.end() :] if number_of else phrase


def _is_agent(text: FigureText, phrase: str, verbs: Sequence[Token]) -> bool:
    """Whether the subject of a verb has, gives or takes what the number measures: `Le maire a reçu 80 millions`."""
    context, grammar = text.numbers.context, text.grammar
    lows = [verb.low for verb in verbs]
    if not lows or not context.measuring.isdisjoint(lows):
        return False
    parts = phrase.split()
    head = fold(parts[0] if grammar.head_first else parts[-1])
    may_be_told = all(low in grammar.auxiliaries or low in context.up or low in context.down for low in lows)
    return not may_be_told or grammar.noun_kind(head) in ("person", "body")


def _is_verb(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a verb, an auxiliary, or a participle after one."""
    grammar = text.grammar
    helped = (
        index > 0
        and tokens[index - 1].low in grammar.auxiliaries
        and text.numbers.participle.search(tokens[index].low) is not None
    )
    low, is_determined = tokens[index].low, index > 0 and tokens[index - 1].key in grammar.determiners
    if helped or low in grammar.auxiliaries or (low in text.numbers.context.measuring and not is_determined):
        return True
    led = index > 0 and tokens[index - 1].key in grammar.determiners | text.numbers.of  # `dépenses de fonctionnement`
    plural = index > 1 and _is_plural_verb(text, tokens[index]) and not led
    return plural or grammar.verb_at(tokens, index) is not None


def _phrase_before(text: FigureText, tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends before token `end`, without its determiner."""
    start = _phrase_start(text, tokens, end)
    return None if start is None else _wording(text, tokens[start:end])


def _wording(text: FigureText, tokens: Sequence[Token]) -> str:
    """The text from the first of some tokens to the last."""
    return text.raw[tokens[0].span.start : tokens[-1].span.end]


def _phrase_start(text: FigureText, tokens: Sequence[Token], end: int) -> int | None:
    """The first token, without its determiner, of the noun phrase that ends before token `end`; None for none."""
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
    if index < end and (head := _head_before(text, tokens, index)) is not None:
        index = head
    return None if index == end or end - index > MOST_WHAT_WORDS else index


def _head_before(text: FigureText, tokens: Sequence[Token], index: int) -> int | None:
    """The first token of the noun phrase to which the one at `index` belongs by a preposition: `sales in Asia`."""
    grammar, before = text.grammar, index - 1
    while before > 0 and tokens[before].key in grammar.determiners:
        before -= 1
    if before < 1 or tokens[before].key not in grammar.prepositions or tokens[before].key in text.numbers.of:
        return None
    return _phrase_start(text, tokens, before)
