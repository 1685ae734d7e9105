"""Read the noun phrase that follows a number, and what is told to have happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.text.tokens import Token

MOST_WHAT_WORDS = 7


def noun_phrase_after(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The noun phrase from the first token on, up to a mark, a verb or a word that no noun phrase holds."""
    grammar = text.grammar
    start = 0
    while start < len(tokens) and (tokens[start].low in text.numbers.context.skip or tokens[start].text == "-"):
        start += 1
    if start and (start == len(tokens) or is_plural_verb(text, tokens[start])):
        last = tokens[start - 1]  # `600 jeunes tenaient un camp`
        return last.text if last.low in text.numbers.context.skip_nouns else None
    index = start
    while index < len(tokens) and index - start < MOST_WHAT_WORDS and _is_noun_part(text, tokens, index, start):
        index += 1
    index = _without_verb(text, tokens, start, index)
    while index > start and tokens[index - 1].key in grammar.leading:
        index -= 1
    if index == start:
        return None
    phrase = text.raw[tokens[start].start : tokens[index - 1].end]
    happened = participle_after(text, tokens[index:])
    return " ".join(f"{phrase} {happened}".split())


def without_determiners(text: FigureText, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens after determiners and a number: `seats` of `the 240 seats`; none before a verb: `the 19 contain`."""
    index, ranked = 0, text.numbers.context.ranked
    while index < len(tokens) and (tokens[index].key in text.grammar.determiners or tokens[index].low in ranked):
        index += 1
    if index == len(tokens) or not text.numbers.counts.fullmatch(tokens[index].low):
        return tokens[index:]
    rest = tokens[index + 1 :]
    verb = text.grammar.verbs.get(rest[0].key) if rest else None
    return () if verb and "finite" in verb.forms else rest


def participle_after(text: FigureText, tokens: Sequence[Token]) -> str:
    """The participle that says what happened to the thing counted: `tués` of `ont été tués`; "" for none."""
    low, context = " ".join(token.low for token in tokens[:4]), text.numbers.context
    for passive in text.numbers.passives:
        size = len(passive.split())
        if low.startswith(f"{passive} ") and len(tokens) > size:
            rest = [token for token in tokens[size : size + 3] if token.low not in context.copular]
            if rest and rest[0].key in text.grammar.prepositions:
                return ""  # `étaient sans eau`
            told = (token for token in rest[:2] if not _is_closed(text, token))
            participle = next((token for token in told if _is_participle(text, token)), None)
            return participle.text if participle else ""
    return ""


def _is_closed(text: FigureText, token: Token) -> bool:
    """Whether a token is a word of grammar, which is no participle whatever its ending: `du`."""
    grammar = text.grammar
    return any(token.key in words for words in (grammar.stops, grammar.prepositions, grammar.determiners))


def _is_participle(text: FigureText, token: Token) -> bool:
    """Whether a token is a participle, by its ending or, where participles follow nouns, as a known one: `guéries`."""
    verb = text.grammar.verb_form(token.low) if text.grammar.head_first else None
    is_known = verb is not None and "past" in verb.forms
    return is_known or text.numbers.participle.search(token.low) is not None


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
    if index > start and _is_counted_plural(text, tokens, index):
        return True
    if not token.word or (token.low in context.happening and not token.capital):
        return False
    if token.low == text.numbers.ranges["and"]:
        return _joins_adjectives(text, tokens[start:index], tokens[index + 1 :])
    if index == start:
        closed = (grammar.stops, grammar.prepositions, grammar.according, context.adverbs)
        return not any(token.key in words for words in closed)
    return _goes_on(text, tokens, index)


def _goes_on(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word goes on with the noun phrase that has begun before it."""
    token, grammar = tokens[index], text.grammar
    is_adverb = token.low in text.numbers.context.adverbs  # `1 200 adhérents désormais`
    if is_adverb or (token.key in grammar.determiners and tokens[index - 1].key not in grammar.prepositions):
        return False
    if token.low in text.numbers.context.measuring and not text.numbers.participle.search(token.low):
        return False
    if token.key in grammar.prepositions:
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        is_bound = after in text.numbers.context.comparatives  # `30 % des enfants de moins de deux ans`
        return token.key not in grammar.governing and token.key in text.numbers.of and not is_bound
    if _is_of_one(text, token) and tokens[index - 1].low.endswith(grammar.plural_endings):
        return False  # `une lettre de quatre pages adressée à`
    acts = is_plural_verb(text, token) and tokens[index - 1].low.endswith(grammar.plural_endings)
    return token.key not in grammar.stops and not acts and not _is_finite(text, tokens, index)


def _is_of_one(text: FigureText, token: Token) -> bool:
    """Whether a token is a participle in the singular, of a language in which participles have a plural."""
    verb = text.grammar.verb_form(token.low) if text.grammar.head_first else None
    return verb is not None and verb.forms == {"past"} and not token.low.endswith(text.grammar.plural_endings)


def _joins_adjectives(text: FigureText, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether an "and" joins adjectives before one noun: `300 coastal and hillside homes`."""
    if text.grammar.head_first or not before or len(after) < 2 or not (after[0].word and after[1].word):
        return False
    nouns = any(text.numbers.plural.search(token.low) for token in before)
    return not nouns and not _is_closed(text, after[0]) and text.numbers.plural.search(after[1].low) is not None


def _is_finite(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a verb with its subject before it, not a participle: `lost` of `homes lost power`."""
    grammar = text.grammar
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    verb = grammar.verb_at(tokens, index)
    is_plural = text.numbers.plural.search(tokens[index - 1].low) is not None
    if verb is None:
        acts = tokens[index].low.endswith(text.numbers.context.past_endings) and after is not None
        has_object = is_plural and after is not None and text.numbers.plural.search(after.low) is not None
        return acts and after is not None and (has_object or after.key in grammar.determiners | grammar.pronouns.keys())
    if "finite" not in verb.forms or tokens[index - 1].low.endswith(grammar.possessive_endings):
        return False
    if "past" not in verb.forms:
        return True
    if after is None:  # the next figure: `30 shares added 4.7`
        return text.low[tokens[index].end : tokens[index].end + 2].strip()[:1].isdigit()
    return after.word and not (after.key in grammar.prepositions or after.key in grammar.stops)


def _is_counted_plural(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """`four lemonade stands`: whether a word that may be a verb is rather the plural that a number counts."""
    grammar, before = text.grammar, tokens[index - 1]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    is_end = after is None or not after.word
    is_plural = tokens[index].low.endswith(grammar.plural_endings) and not before.low.endswith(grammar.plural_endings)
    is_noun = not before.capital and grammar.noun_kind(before.low) is None and not grammar.head_first
    return is_end and is_plural and is_noun


def acts_on(text: FigureText, tokens: Sequence[Token]) -> bool:
    """`met the standard` of `just 31 met the standard`: whether a verb and its object begin here."""
    grammar = text.grammar
    if grammar.head_first or len(tokens) < 2 or tokens[0].capital:
        return False
    verb, is_determined = grammar.verbs.get(tokens[0].low), tokens[1].key in grammar.determiners
    if verb is None:  # `stormed the gate`
        return is_determined and tokens[0].low.endswith(text.numbers.context.past_endings)
    is_only_finite = verb.forms == {"finite"} and not tokens[0].low.endswith(grammar.plural_endings)  # `threw stones`
    return (is_determined or is_only_finite) and "finite" in verb.forms and not grammar.noun_kind(tokens[0].low)


def is_plural_verb(text: FigureText, token: Token) -> bool:
    """Whether a token is a verb in the plural: `viennent` of `huit viennent`."""
    return token.low.endswith(text.numbers.context.plural_verb_endings) and not token.capital
