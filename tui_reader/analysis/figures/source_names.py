"""Find where the name of a source begins and ends, and tell whether what is named can give numbers."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.text.dates import words_of_dates
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Token
from tui_reader.model import Span

_MOST_LENGTH = 90  # code points; more is a clause
_MOST_SUBJECT_WORDS = 8
_MOST_BEFORE_MAKER = 4  # words from a document to the word before who made it: `memo released Friday by`


def subject_before(text: FigureText, tokens: Sequence[Token], *, anybody: bool) -> Span | None:
    """Where the subject stands that `tokens`, which lead to a verb, end with; None for what gives no numbers.

    `anybody`: the verb tells that its subject does, whatever it is, but for bare nouns: `cases reported`.
    """
    grammar = text.grammar
    start = len(tokens)
    while start > 0 and _is_name_part(text, tokens[start - 1]) and not _acts(text, tokens, start - 1):
        start -= 1
    if start > 0 and _acts(text, tokens, start - 1):
        clause = start - 1
        is_told = clause > 0 and tokens[clause - 1].key in grammar.relatives
        return subject_before(text, tokens[: clause - 1], anybody=anybody) if is_told else None
    while start < len(tokens) and _is_small(text, tokens[start]):
        start += 1
    end = len(tokens)
    while end > start and (_is_small(text, tokens[end - 1]) or _is_adverb(text, tokens, end - 1)):
        end -= 1
    subject = tokens[start:end]
    is_denied = any(token.low in grammar.negations or token.low in grammar.denials for token in subject)
    if is_denied or not 0 < len(subject) <= _MOST_SUBJECT_WORDS:
        return None
    head = subject[0] if grammar.head_first else subject[-1]
    is_determined = any(token.key in grammar.determiners for token in tokens[max(0, start - 1) : end])
    is_known = head.capital or any(grammar.noun_kind(token.low) is not None for token in subject)
    is_giver = is_known or (anybody and is_determined)
    return Span(subject[0].start, subject[-1].end) if is_giver else None


def _is_small(text: FigureText, token: Token) -> bool:
    """Whether a word leads to the name of a source, or stands behind it, and is none of it."""
    return token.key in text.grammar.leading or token.key in text.grammar.stops


def _is_adverb(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word behind a name or a noun is an adverb, and no noun: `Harper repeatedly`, not `the bully`."""
    token, grammar = tokens[index], text.grammar
    is_noun = token.capital or grammar.noun_kind(token.low) is not None
    follows_noun = index > 0 and tokens[index - 1].key not in grammar.determiners
    return follows_noun and not is_noun and grammar.is_adverb(token.low)


def subject_after(text: FigureText, span: Span) -> Span | None:
    """Where the subject stands behind a verb and what is told of it: `lundi la préfecture`, `à l'AFP le maire`."""
    tokens = text.after(span)
    start = _after_adverbials(text, tokens)
    is_led = start < len(tokens) and (tokens[start].key in text.grammar.determiners or tokens[start].capital)
    if start and not is_led:
        return None
    name = name_after(text, Span(tokens[start].start if start else span.start, span.end))
    return None if name is None or _is_object(text, tokens[start], name) else name


def _is_object(text: FigureText, determiner: Token, name: Span) -> bool:
    """Whether what stands behind a verb is told, not telling: `réclame une baisse`, `annonce la mort de 15 oies`."""
    grammar, words = text.grammar, name.of(text.raw).split()
    if any(word[0].isupper() or grammar.noun_kind(fold(word)) is not None for word in words):
        return False
    if not text.numbers.context.documents.isdisjoint(map(fold, words)):
        return False
    link, _, rest = text.low[name.end : name.end + _MOST_LENGTH].strip().partition(" ")
    counts = link in text.numbers.of and text.numbers.counts.match(rest) is not None
    return determiner.low in text.numbers.context.own_determiners or counts


def _after_adverbials(text: FigureText, tokens: Sequence[Token]) -> int:
    """The first token behind days and prepositional phrases of one noun."""
    grammar, start = text.grammar, 0
    while start < len(tokens):
        key, low = tokens[start].key, tokens[start].low
        if key in grammar.prepositions and key not in text.numbers.of:
            start += 1
            while start < len(tokens) and tokens[start].key in grammar.determiners:
                start += 1
            start += 1
        elif low in words_of_dates() or low in text.numbers.context.adverbs:
            start += 1
        else:
            break
    return start


def name_after(text: FigureText, span: Span) -> Span | None:
    """Where the source stands that a span begins with, without its determiner; None for a pronoun and for a clause.

    Of a document with its maker, that is the maker: `préfecture` of `un bilan de la préfecture`.
    """
    tokens = _undetermined(text, text.after(span))
    end = 0
    while end < len(tokens) and _is_name_part(text, tokens[end]) and not _ends_name(text, tokens, end):
        end += 1
    while end > 0 and tokens[end - 1].key in text.grammar.leading:
        end -= 1
    named = _maker(text, tokens[:end]) or tokens[:end]
    is_bare = bool(named) and named[0].start == text.after(span)[0].start
    if not named or named[0].key in text.numbers.of or (is_bare and _is_infinitive(text, named[0])):
        return None  # `l'un de ses avocats`, `dit avoir rentré 40 tonnes`
    name = Span(named[0].start, named[-1].end)
    return name if name.end - name.start <= _MOST_LENGTH else None


def _is_infinitive(text: FigureText, token: Token) -> bool:
    """Whether a word looks like the infinitive of a verb, and is no noun of persons or bodies."""
    is_ended = token.low.endswith(text.grammar.infinitive_endings) and not token.capital
    return is_ended and text.grammar.noun_kind(token.low) is None


def _maker(text: FigureText, tokens: Sequence[Token]) -> Sequence[Token]:
    """Who made the document, or the count, that these tokens name; none where they do not say."""
    context, grammar = text.numbers.context, text.grammar
    document = next((index for index, token in enumerate(tokens[:3]) if token.low in context.documents), None)
    if document is None:
        return ()
    behind = tokens[document + 1 : document + 1 + _MOST_BEFORE_MAKER]
    by = next((index for index, token in enumerate(behind, document + 1) if token.key in context.made_by), None)
    maker = () if by is None else _undetermined(text, tokens[by + 1 :])
    is_giver = bool(maker) and (
        maker[0].capital or any(grammar.noun_kind(token.low) in ("person", "body") for token in maker)
    )
    return maker if is_giver else ()


def _undetermined(text: FigureText, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without the determiners that they begin with."""
    start = 0
    while start < len(tokens) and tokens[start].key in text.grammar.determiners:
        start += 1
    return tokens[start:]


def _ends_name(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a name ends before a token: `publiée` of `cabinet Roux publiée`, `on` of `Unesco on Tuesday`."""
    token, before = tokens[index], tokens[max(0, index - 1)]
    is_told = before.capital and not token.capital and text.numbers.participle.search(token.low) is not None
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    is_dated = token.key in text.grammar.prepositions and after in words_of_dates()
    return is_told or is_dated or token.low in text.numbers.context.name_ends or _is_published(text, tokens, index)


def _is_published(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a participle behind a document: `publiés` of `chiffres publiés jeudi`."""
    verb = text.grammar.verb_form(tokens[index].low)
    is_participle = verb is not None and bool(verb.forms) and verb.forms <= {"past", "present"}
    return is_participle and any(token.low in text.numbers.context.documents for token in tokens[:index])


def _acts(text: FigureText, tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a finite verb, and no noun."""
    verb = text.grammar.verb_at(tokens, index)
    return verb is not None and "finite" in verb.forms and text.grammar.noun_kind(tokens[index].low) is None


def _is_name_part(text: FigureText, token: Token) -> bool:
    """Whether a word may stand inside the name of a source."""
    grammar = text.grammar
    closed = token.key in grammar.pronouns or token.key in grammar.nobody or token.key in grammar.relatives
    dated = token.low in words_of_dates() and not token.capital
    apart = closed or dated or token.low in grammar.auxiliaries or token.low in grammar.conjunctions
    return token.word and not apart and not token.text[0].isdigit()
