"""Quoted words that are nobody's: they name a thing, a work, a nickname, or are words about words."""

from __future__ import annotations

from tui_reader.analysis.quotes.context import Proposal, QuoteContext

FEWEST_WORDS = 4  # fewer words, without a sure source, are rather a name or a scare quote
FEW = 3
NEAR = 3  # chunks between a cue and the words that it takes
_LONGEST_NAME = 6  # words of a nickname
_YEAR = 4  # digits
_CRIES = ("!", "?", "…")  # a full stop may stand inside the marks of a title


def names_something(context: QuoteContext, best: Proposal | None, words: list[str]) -> bool:
    """Whether the quoted words are a name, by what stands around them and by how they are written.

    `best` is the likeliest source of what is quoted, `words` are its words.
    """
    if _named_before(context, len(words)) and not _said_at_once(context, best):
        return True
    if _explained(context) or _is_nickname(context):
        return True
    return not context.words.endswith(_CRIES) and _is_name(context, best, words)


def takes_at_once(context: QuoteContext, best: Proposal) -> bool:
    """Whether the cue stands right before the words."""
    cue = next((at for at, chunk in enumerate(context.chunks) if chunk.span.end >= best.cue.end), len(context.chunks))
    return abs(context.at - cue) <= NEAR


def _named_before(context: QuoteContext, size: int) -> bool:
    """`le film « … »`, `une expression, « … »`, `notion de « … »`: a word of naming stands right before."""
    at = context.at - 1
    if at >= 0 and context.chunks[at].low == ":" and size > FEW:
        return False
    while at >= 0 and (
        context.chunks[at].low in (",", ":") or context.chunks[at].low.rstrip("'") in context.grammar.owning
    ):
        at -= 1
    while at > 0 and _is_adverb(context, at):  # `appelé localement « … »`
        at -= 1
    if at < 0:
        return False
    chunk = context.chunks[at]
    words = chunk.words
    low = words[-1].low if words else chunk.low
    if at and _is_renamed(context, at):
        return True
    saying = chunk.verb is not None and chunk.verb.level == "saying"
    if saying and at and context.chunks[at - 1].low in context.grammar.auxiliaries:  # `se sont dites « … »`
        return False
    if chunk.verb and "past" not in chunk.verb.forms:  # `to show “…”`
        return False
    titled = low in context.grammar.titled and context.words[:1].isupper()
    return (titled or low in context.grammar.naming) and not chunk.low.endswith(":")


def _is_adverb(context: QuoteContext, at: int) -> bool:
    chunk, grammar = context.chunks[at], context.grammar
    return chunk.kind == "word" and chunk.low.endswith(grammar.adverb_endings) and chunk.low not in grammar.naming


def _is_renamed(context: QuoteContext, at: int) -> bool:
    """`a rebaptisé le lieu « … »`, `Kwame Adjei, dit « … »`: whether the chunk at `at` and the one before it say so."""
    before, chunk = context.chunks[at - 1 : at + 1]
    if chunk.kind == "phrase":
        return before.kind == "word" and before.low in context.grammar.naming and not chunk.governed
    article = context.first in context.grammar.definite  # not `Anne Roux, du CNRS, dit « craindre … »`
    return article and before.low == "," and chunk.low in context.grammar.dubbing and at == context.at - 1


def _is_nickname(context: QuoteContext) -> bool:
    """`le phare que les marins appellent « … »`: what several call a thing, but not `ce qu'ils appellent`."""
    chunks, grammar = context.chunks, context.grammar
    verb = context.at - 1
    while verb > 0 and context.clauses.is_aside(verb) and chunks[verb].low not in grammar.calling:
        verb -= 1
    if verb < 2 or chunks[verb].low not in grammar.calling:
        return False
    subject = context.clauses.subject(verb)
    if subject is None or subject < 2 or chunks[subject - 1].low.rstrip("'") not in grammar.conjunctions:
        return False
    mention = chunks[subject].mention
    several = mention.plural if mention else grammar.pronouns.get(chunks[subject].low) == "plural"
    return several and chunks[subject - 2].kind != "pronoun"


def _explained(context: QuoteContext) -> bool:
    """`« … » signifie`, `désigne une « … »`: words about words."""
    near = [context.chunks[at].low for at in (context.at - 1, context.at + 1) if 0 <= at < len(context.chunks)]
    before = context.chunks[max(0, context.at - NEAR) : context.at]
    closed = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].low == ","), 0)
    before = before[closed:]
    return any(low in context.grammar.meaning for low in [*near, *(chunk.low for chunk in before)])


def _said_at_once(context: QuoteContext, best: Proposal | None) -> bool:
    """`une opération « délicate » selon X`: whether the source's cue follows with no comma."""
    return best is not None and best.cue.start == next((one.start for one in context.chunks[context.at + 1 :]), -1)


def _is_name(context: QuoteContext, best: Proposal | None, words: list[str]) -> bool:
    """Whether the words are the name of a work, a programme, a law, or a nickname, by how and where they stand."""
    capital = bool(words) and words[0][0].isupper()
    if capital and (
        _is_dated(context) or _after_article(context) or (len(words) <= _LONGEST_NAME and _apposed(context))
    ):
        return True
    if len(words) <= FEWEST_WORDS and _is_title(words) and _in_place(context):
        return True
    written = 1 < len(words) <= FEWEST_WORDS and all(word[0].isupper() for word in words)  # `« Madame Lucette »`
    if written and not (best and takes_at_once(context, best)):
        return True
    nickname = len(words) <= _LONGEST_NAME and _after_article(context)
    return best is None and (nickname or (capital and _is_explained_after(context)))


def _is_title(words: list[str]) -> bool:
    """Whether the words are written as a title or a number is: capitals all along."""
    long = [word for word in words if len(word) > FEW or word[0].isdigit()]
    return bool(words) and (words[0][0].isupper() or words[0][0].isdigit()) and not any(w[0].islower() for w in long)


def _in_place(context: QuoteContext) -> bool:
    """`au « … »`, `sur le « … »`: where things with a title stand, or after somebody's name: `Fox’s “…”`."""
    if context.at == 0:
        return False
    before = context.chunks[context.at - 1]
    return before.kind in ("word", "phrase") and (before.low.rstrip("'") in context.grammar.places or before.governed)


def _apposed(context: QuoteContext) -> bool:
    """`un de ses thèmes, « Barcarole »`: a comma parts the words from the thing whose name they are."""
    if context.at < 2 or context.chunks[context.at - 1].low != ",":
        return False
    noun = context.chunks[context.at - 2].mention
    return noun is not None and noun.kind in ("thing", "document") and noun.head not in context.grammar.views


def _after_article(context: QuoteContext) -> bool:
    """`la « Loi pour un lagon propre »`: in French a definite article in the singular stands before a name."""
    before = context.chunks[context.at - 1].low if context.at else ""
    return context.grammar.head_first and before in context.grammar.definite - context.grammar.plural_determiners


def _is_explained_after(context: QuoteContext) -> bool:
    """`« La Laveuse au pont », une huile`: what the work is stands behind it."""
    comma, noun = (*context.chunks[context.at + 1 : context.at + 3], None, None)[:2]
    thing = noun.mention if comma and noun and comma.low == "," else None
    return thing is not None and thing.indefinite and thing.kind in ("thing", "document")


def _is_dated(context: QuoteContext) -> bool:
    """`« La Dune rouge » (1959)`: a work and its year."""
    mark, year = (*(chunk.low for chunk in context.chunks[context.at + 1 : context.at + 3]), "", "")[:2]
    return mark == "(" and len(year) == _YEAR and year.isdigit()
