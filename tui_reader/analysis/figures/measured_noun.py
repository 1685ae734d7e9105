"""Find what a number measures in the words before it: the subject of its verb, or the noun that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.following_phrase import MOST_WHAT_WORDS, is_plural_verb
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.text.dates import words_of_dates
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Span

_OTHER_SHARE = 60  # code points to the share of another, as `24 % pour la CGT, 15 % pour FO`


def find_measured_noun(text: FigureText, numeral: Numeral, span: Span) -> str | None:
    """The noun before a number with its unit: `une masse de 125 GeV`, `les ventes ont reculé de 4 %`."""
    tokens, context = text.before(Span(span.start, numeral.start)), text.numbers.context
    end = len(tokens)
    while end > 0 and tokens[end - 1].key in text.grammar.determiners:  # `frôle les 9 000`
        end -= 1
    qualifier = text.low[numeral.start : numeral.span.start].split()
    if qualifier and qualifier[0] in context.measuring:  # `ont dépassé 9 000`
        while end > 0 and _acts(text, tokens, end - 1):
            end -= 1
        phrase = noun_phrase_before(text, tokens, end)
        return phrase and _without_number_of(text, phrase)
    if numeral.unit in text.numbers.durations and end > 0 and tokens[end - 1].low in context.lasting_since:
        return None  # `est connue depuis six ans`
    noun = _measured_before(text, tokens, end, numeral)
    is_of_doers = noun is not None and numeral.unit in text.numbers.kinds["multiple"] and text.is_person(fold(noun))
    return None if is_of_doers else noun  # `les pompiers sont intervenus 46 fois`


def _measured_before(text: FigureText, tokens: Sequence[Token], end: int, numeral: Numeral) -> str | None:
    """The noun before token `end` of which a measure is, or the subject of the verb there."""
    context = text.numbers.context
    is_led = end > 0 and tokens[end - 1].key in text.numbers.of
    if is_led and (adverb := _adverb_length(text, tokens[: end - 1])):
        end, is_led = end - 1 - adverb, False  # `est en ce moment de`
    if is_led:
        end -= 1
        end -= end > 0 and tokens[end - 1].low in context.dimensions  # `un pont long de`
        changes = end > 0 and (tokens[end - 1].low in context.up or tokens[end - 1].low in context.down)
        if changes and not _is_verb(text, tokens, end - 1):
            end -= 2  # `est en hausse de`
        elif phrase := noun_phrase_before(text, tokens, end):
            return _last_determined(text, tokens[:end], phrase) if numeral.unit in text.numbers.durations else phrase
    elif end and (tokens[end - 1].low in context.levels or tokens[end - 1].low == text.numbers.ranges["between"]):
        end -= not _is_verb(text, tokens, end - 1)
    end = _without_adverbs(text, tokens, end)
    verb_end = end
    while end > 0 and (_acts(text, tokens, end - 1) or tokens[end - 1].low in context.reflexive):
        if end < verb_end and _is_subject(text, tokens, end - 1):
            break
        end -= 1
    if end == verb_end and not is_led:
        return _estimated(text, tokens[:end]) if end < len(tokens) else None
    phrase = noun_phrase_before(text, tokens, end)
    if phrase is None or fold(phrase) in words_of_dates() or fold(phrase) in context.adverbs:
        return None
    return None if _is_agent(text, phrase, tokens[end:verb_end], numeral) else _without_number_of(text, phrase)


def find_bearer(text: FigureText, numeral: Numeral, sentence: Span) -> str | None:
    """The name right before a share in brackets: `CFDT` of `la CFDT (26,8 %), la CGT (22,9 %)`."""
    around = text.raw[numeral.start - 1 : numeral.start] + text.raw[numeral.span.end : numeral.span.end + 1]
    if numeral.unit != text.numbers.percent or around != "()":
        return None
    tokens = text.before(Span(sentence.start, numeral.start - 1))
    start = len(tokens)
    while start > 0 and tokens[start - 1].word and (tokens[start - 1].capital or tokens[start - 1].key == "-"):
        start -= 1
    if start < len(tokens) and tokens[start].key in text.grammar.determiners:
        start += 1
    return _wording(text, tokens[start:]) if start < len(tokens) else None


def find_share_holder(text: FigureText, numeral: Numeral, sentence: Span) -> str | None:
    """The party, union or firm that has a share: `15,6 % pour FO`, `la CGT obtient 24,9 %`, `…, la CGT 28 %`.

    It has an article or is in capitals: persons do not have shares by themselves.
    """
    if numeral.unit != text.numbers.percent:
        return None
    return (
        _holder_behind(text, numeral, sentence)
        or _holder_that_obtains(text, Span(sentence.start, numeral.start))
        or _holder_beside(text, Span(sentence.start, numeral.start))
    )


def _holder_behind(text: FigureText, numeral: Numeral, sentence: Span) -> str | None:
    """`FO` of `15,6 % pour FO`; with an article only where several have shares: not `3 % pour la BCE`."""
    grammar, held_by = text.grammar, text.numbers.context.held_by
    tokens = text.after(Span(numeral.span.end, sentence.end))
    if not tokens or tokens[0].low not in held_by:
        return None
    start = 1
    while start < len(tokens) and tokens[start].key in grammar.determiners:
        start += 1
    if start == len(tokens) or not _is_acronym(tokens[start]):
        return None
    words = text.low[max(0, numeral.start - _OTHER_SHARE) : numeral.span.end + _OTHER_SHARE].split()
    is_one_of_several = sum(words.count(word) for word in held_by) > 1
    return tokens[start].text if start == 1 or is_one_of_several else None


def _is_acronym(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _is_of_many(text: FigureText, tokens: Sequence[Token], start: int) -> bool:
    """Whether the name that tokens end with, from `start` on, is of no person: `la Ligue`, `CGT`."""
    if start == len(tokens):
        return False
    first = tokens[start]
    if not first.capital and text.grammar.noun_kind(first.low) == "person":  # `le populiste Luc Amiot`
        return False
    return _is_acronym(first) or (start > 0 and _is_article_of(text, tokens[start - 1], first))


def _is_article_of(text: FigureText, article: Token, noun: Token) -> bool:
    """Whether a word is the article of a noun, and no part of a surname: `la Ligue`, not `Le Pen`."""
    if article.key not in text.grammar.determiners:
        return False
    if article.text[0].islower() or not noun.capital:
        return True
    before = text.raw[: article.start].rstrip()[-1:]
    opens = before not in (",", ";", ":") and not before.isalnum()
    return opens and text.grammar.noun_kind(noun.low) is not None


def _holder_that_obtains(text: FigureText, span: Span) -> str | None:
    """`CGT` of `la CGT obtient`, `La CGT arrive en tête avec`, which a span ends with."""
    ahead = span.of(text.low).rstrip()
    obtaining = text.numbers.context.obtaining
    verb = next((verb for verb in obtaining if ahead.endswith(f" {verb}")), None) if ahead.endswith(obtaining) else None
    if verb is None:
        return None
    tokens = text.before(Span(span.start, span.start + len(ahead) - len(verb)))
    end = len(tokens)
    before_verb = text.grammar.clitics | text.numbers.context.partitive
    while end > 0 and (tokens[end - 1].key in before_verb or _acts(text, tokens, end - 1)):
        end -= 1
    start = _phrase_start(text, tokens, end)
    phrase = _wording(text, tokens[start:end]) if start is not None and _is_of_many(text, tokens[:end], start) else ""
    return phrase if phrase != phrase.lower() else None


def _holder_beside(text: FigureText, span: Span) -> str | None:
    """`CGT` of `…, la CGT` and `… et la CGT`, which a span ends with, its verb left out."""
    tokens = text.before(span)
    start = _phrase_start(text, tokens, len(tokens))
    if start is None or not tokens[start].capital or not _is_of_many(text, tokens, start):
        return None
    before = start
    while before > 0 and tokens[before - 1].key in text.grammar.determiners - text.grammar.prepositions:
        before -= 1
    follows_mark = before == 0 and text.raw[span.start : tokens[0].start].rstrip().endswith((",", ";"))
    joined = before > 0 and tokens[before - 1].low == text.numbers.ranges["and"]
    return _wording(text, tokens[start:]) if follows_mark or joined else None


def find_subject(text: FigureText, numeral: Numeral, sentence: Span) -> str | None:
    """The thing of which a bare number is told: `le bilan est monté à 87`, `The index closed at 1,204`."""
    phrase = find_measured_noun(text, numeral, sentence)
    low = fold(phrase or "")
    is_number = low in text.numbers.units or text.numbers.counts.fullmatch(low) is not None
    return None if is_number or (numeral.value > 1 and _is_one_person(text, low)) else phrase


def _is_one_person(text: FigureText, phrase: str) -> bool:
    """Whether a phrase is of one person, whom no number counts: `Ma fille sera à 31 dans sa classe`."""
    grammar, parts = text.grammar, phrase.split()
    head = parts[0 if grammar.head_first else -1] if parts else ""
    return grammar.noun_kind(head) == "person" and text.numbers.plural.search(head) is None


def names_number(text: FigureText, phrase: str) -> bool:
    """Whether a phrase is that of a number: `bilan`, `death toll`."""
    return not text.numbers.context.number_nouns.isdisjoint(fold(phrase).split())


def _adverb_length(text: FigureText, tokens: Sequence[Token]) -> int:
    """How many tokens an adverb or a preposition has that they end with: `en ce moment`, `à hauteur`; 0 for none."""
    for phrase in text.numbers.context.unmeasured:
        words = phrase.replace("'", "' ").split()
        if [token.low for token in tokens[-len(words) :]] == words:
            return len(words)
    return 0


def _without_adverbs(text: FigureText, tokens: Sequence[Token], end: int) -> int:
    """The end of the tokens without the adverbs behind a verb: `dépasse désormais les 1 100`."""
    while end > 1 and tokens[end - 1].low in text.numbers.context.adverbs:
        end -= 1
    return end


def _estimated(text: FigureText, tokens: Sequence[Token]) -> str | None:
    """The object of a verb of measuring that `tokens` end with: `the UN puts the number of refugees at 5 million`."""
    start = _phrase_start(text, tokens, len(tokens))
    before = start
    while before is not None and before > 0 and tokens[before - 1].key in text.grammar.determiners:
        before -= 1
    if start is None or not before or tokens[before - 1].low not in text.numbers.context.measuring:
        return None
    return _without_number_of(text, _wording(text, tokens[start:]))


def _last_determined(text: FigureText, tokens: Sequence[Token], phrase: str) -> str:
    """The last noun of a phrase with its own article, which alone has an age or lasts: `la victoire de la skippeuse`.

    `phrase` is what the tokens end with.
    """
    articles = text.grammar.definite if text.grammar.head_first else frozenset[str]()
    last = next((index for index in range(len(tokens) - 2, 0, -1) if tokens[index].key in articles), 0)
    determined = _wording(text, tokens[last + 1 :]) if last else ""
    return determined if determined and phrase.endswith(determined) else phrase


def _is_subject(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token right before an auxiliary only looks like a verb: `alerte` of `une fausse alerte est`."""
    grammar, token = text.grammar, tokens[index]
    verb = grammar.verb_form(token.low)
    is_verb = verb is None or "past" in verb.forms or token.low in grammar.auxiliaries or "'" in token.low
    return grammar.head_first and not is_verb and tokens[index + 1].low in grammar.auxiliaries


def _without_number_of(text: FigureText, phrase: str) -> str:
    """What is counted by a phrase of a number: `morts` of `nombre de morts`."""
    number_of = text.numbers.number_of.match(fold(phrase))
    return phrase[number_of.end() :] if number_of else phrase


def _is_agent(text: FigureText, phrase: str, verbs: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the subject of a verb has, gives or takes what the number measures: `Le maire a reçu 80 millions`.

    So it is with a time that persons spend: `Les hommes ont passé sept heures en mer`.
    """
    context, grammar = text.numbers.context, text.grammar
    lows = [verb.low for verb in verbs]
    parts = phrase.split()
    head = fold(parts[0] if grammar.head_first else parts[-1])
    if numeral.unit in text.numbers.durations and grammar.noun_kind(head) == "person":
        return True
    if not lows or not context.measuring.isdisjoint(lows):
        return False
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
    if index > 1 and is_plural_verb(text, tokens[index]):
        before = tokens[index - 1].key
        if before not in grammar.determiners and before not in text.numbers.of:  # unlike `dépenses de fonctionnement`
            return True
    return grammar.verb_at(tokens, index) is not None


def noun_phrase_before(text: FigureText, tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends before token `end`, without its determiner."""
    start = _phrase_start(text, tokens, end)
    return None if start is None else _wording(text, tokens[start:end])


def _wording(text: FigureText, tokens: Sequence[Token]) -> str:
    """The text from the first of some tokens to the last."""
    return text.raw[tokens[0].start : tokens[-1].end]


def _phrase_start(text: FigureText, tokens: Sequence[Token], end: int) -> int | None:
    """The first token, without its determiner, of the noun phrase that ends before token `end`; None for none."""
    grammar, of = text.grammar, text.numbers.of
    index = end
    while index > 0 and tokens[index - 1].word and not tokens[index - 1].text[0].isdigit():
        if _is_number(text, tokens, index - 1):
            break
        key = tokens[index - 1].key
        inside = index > 1 and tokens[index - 2].key in of
        goes_on = (key in grammar.determiners and inside) or (key in of and index < end)
        if goes_on or _joins_participles(text, tokens, index - 1, end):
            index -= 1
        elif key in grammar.stops or key in grammar.leading or _acts(text, tokens, index - 1):
            break
        else:
            index -= 1
    while index < end and tokens[index].key in grammar.leading:
        index += 1
    index = _after_own_determiner(text, tokens, index, end)
    while index < end - 1 and text.numbers.counts.fullmatch(tokens[index].low):  # `Deux fillettes`
        index += 1
    if end - index == 1 and text.numbers.counts.fullmatch(tokens[index].low):  # `seven of his 12 years`
        return None
    if index < end and _is_unit_of_another(text, tokens, index, end):  # `rose 4.5 percent to a median of`
        return None
    stands_alone = index > 0 and tokens[index - 1].key in text.numbers.context.own_determiners
    if index < end and not stands_alone and (head := _head_before(text, tokens, index)) is not None:
        index = head
    if end - index == 1 and _is_no_noun(text, tokens[index]):
        return None
    return None if index == end or end - index > MOST_WHAT_WORDS else index


def _is_no_noun(text: FigureText, token: Token) -> bool:
    """Whether a token that stands for a phrase is none: `C'` of `C'est`, `emporter` of `l'emporter de`."""
    is_verb = text.is_infinitive(token) and not token.capital and text.grammar.noun_kind(token.low) is None
    return token.low.endswith("'") or is_verb


def _after_own_determiner(text: FigureText, tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a phrase begins that is measured by itself within one: `durée` of `un emprisonnement d’une durée`."""
    own = text.numbers.context.own_determiners
    last = next((index for index in range(end - 2, start, -1) if tokens[index].key in own), None)
    return start if last is None else last + 1


def _is_number(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a number in words right before its unit: `two` of `two points`."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return after in text.numbers.units and text.numbers.counts.fullmatch(tokens[index].low) is not None


def _is_unit_of_another(text: FigureText, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether tokens are the unit of the number before them; where that is in digits, no token of it is left."""
    if start > 0:
        return _is_number(text, tokens, start - 1)
    words = fold(_wording(text, tokens[start:end]))  # `basis points`
    is_unit = tokens[start].low in text.numbers.units or words in text.numbers.units
    return is_unit and not tokens[start].capital


def _acts(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a verb, and no participle that describes the noun before it: `les maisons détruites`."""
    return _is_verb(text, tokens, index) and not _is_described(text, tokens, index)


def _is_described(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a past participle without an auxiliary, which describes a noun."""
    grammar = text.grammar
    verb = grammar.verb_form(tokens[index].low)
    follows_noun = index > 0 and tokens[index - 1].word and tokens[index - 1].low not in grammar.auxiliaries
    is_participle = verb is not None and verb.forms == {"past"}
    measures = tokens[index].low in text.numbers.context.measuring  # `une présence évaluée entre 3 et 4 %`
    return grammar.head_first and follows_noun and is_participle and not measures


def _joins_participles(text: FigureText, tokens: Sequence[Token], index: int, end: int) -> bool:
    """`les maisons détruites ou endommagées`: whether a token joins two participles of a phrase that ends at `end`."""
    joins = 0 < index < end - 1 and tokens[index].key in text.grammar.joining
    return joins and _is_described(text, tokens, index - 1) and _is_described(text, tokens, index + 1)


def _head_before(text: FigureText, tokens: Sequence[Token], index: int) -> int | None:
    """The first token of the noun phrase to which the one at `index` belongs by a preposition: `sales in Asia`."""
    grammar, before = text.grammar, index - 1
    while before > 0 and tokens[before].key in grammar.determiners - grammar.prepositions:
        before -= 1
    if before < 1 or tokens[before].key not in grammar.prepositions or tokens[before].key in text.numbers.of:
        return None
    return _phrase_start(text, tokens, before)
