"""How what stands after a quotation says whose words it holds."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.quotes.context import (
    CLOSE,
    ENDS,
    Proposal,
    QuoteContext,
    belongs,
    past_marks,
    past_parts,
    proposal,
    said_by_nobody,
    takes_words,
)
from tui_reader.analysis.quotes.weights import UNUSUAL_ORDER


def verb_then_source(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », a dit X`, `« … », affirme-t-elle`, `“…,” said X`."""
    start = past_marks(context, context.at + 1)
    source = context.clauses.subject_after(start)
    if source is not None:
        yield proposal("after.verb-subject", context.chunks[source], context.cue(start, source))


def place_of_nobody(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », dit-on à l'Élysée`, `indique-t-on de source policière`: where it is said stands for who says it."""
    chunks = context.chunks
    start = past_marks(context, context.at + 1)
    nobody = said_by_nobody(context, start)
    for at in range(nobody + 1, min(nobody + CLOSE, len(chunks))) if nobody is not None else ():
        if chunks[at].kind in ("mark", "quote", "verb"):
            return
        words = chunks[at].words
        if chunks[at].kind == "phrase" and (chunks[at].governed or words[0].low in context.grammar.posted):
            yield proposal("after.verb-nobody", chunks[at], context.cue(start, at))
            return


def verb_then_one_of_them(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” said one, X`, `« … », dit l'un d'eux, X`: the name stands behind a word that only counts."""
    chunks, grammar = context.chunks, context.grammar
    start = past_marks(context, context.at + 1)
    at = start + 1
    if at < len(chunks) and chunks[at].low.rstrip("'") in grammar.clitics:  # `l'un d'eux`
        at += 1
    if at >= len(chunks) or not context.clauses.is_cue(start, saying=True) or chunks[at].low not in grammar.ones:
        return
    at += 3 if at + 1 < len(chunks) and chunks[at + 1].low.rstrip("'") in grammar.owning else 1
    if at + 1 >= len(chunks) or chunks[at].low != ",":
        return
    source = chunks[at + 1]
    if source.mention and source.mention.name and not source.governed:
        yield proposal("after.verb-one-of-them", source, chunks[start].span)


def unknown_verb_then_source(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », persifle X`, `« … », a-t-il osé`: what stands there is a verb, even if no list has it."""
    chunks, grammar = context.chunks, context.grammar
    start = past_marks(context, context.at + 1)
    if start + 1 >= len(chunks):
        return
    if chunks[start].low.rstrip("'") in grammar.reflexives and start + 2 < len(chunks):  # `s'émerveille`
        start += 1
    word, source = chunks[start], chunks[start + 1]
    if source.kind == "inverted":
        yield proposal("after.unlisted-inversion", source, context.cue(start, start + 1))
    if start == context.at + 1 and not context.words.endswith(ENDS):
        return
    guessed = word.kind == "word" and word.low.endswith(grammar.guessed_endings) and word.low not in grammar.stops
    if guessed and source.mention and source.mention.kind == "person" and not source.governed:
        yield proposal("after.unlisted-verb", source, word.span)


def verb_then_source_later(context: QuoteContext) -> Iterator[Proposal]:
    """`… « … » au Bélarus pour une autre session, a déclaré X`: the cue closes the sentence."""
    chunks = context.chunks
    for at in range(context.at + 1, len(chunks) - 1):
        if chunks[at].low in (";", ":"):
            return
        if (chunks[at].low == "," or chunks[at].kind == "quote") and chunks[at + 1].kind in ("verb", "word"):
            source = context.clauses.subject_after(at + 1, saying=True)
            if source is not None and at > context.at + 1 and not takes_words(chunks, source):
                yield proposal("after.verb-subject-later", chunks[source], context.cue(at + 1, source))
                return


def source_then_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” X said`, `“…!” X, the mayor, said`."""
    chunks = context.chunks
    start = past_marks(context, context.at + 1)
    if start >= len(chunks) or chunks[start].kind not in ("phrase", "pronoun"):
        return
    if start == context.at + 1 and not context.words.rstrip("'’").endswith(ENDS):
        return
    at = past_parts(context, start + 1)
    while at < len(chunks) and (context.clauses.is_aside(at) or belongs(context, at)):
        at += 1
    if at < len(chunks) and context.clauses.is_cue(at):
        yield proposal("after.subject-verb", chunks[start], context.cue(start + 1, at), _odd(context))


def source_then_verb_later(context: QuoteContext) -> Iterator[Proposal]:
    """`… “…” on the show, X said.`: the cue closes the sentence."""
    chunks = context.chunks
    for at in range(len(chunks) - 1, context.at + 2, -1):
        if not context.clauses.is_cue(at, saying=True):
            continue
        start = context.clauses.verb_start(at)
        source = chunks[start - 1]
        if source.kind in ("phrase", "pronoun") and chunks[start - 2].low == "," and start - 2 > context.at:
            yield proposal("after.subject-verb-later", source, context.cue(start, at), _odd(context))
        return


def viewpoint_after(context: QuoteContext) -> Iterator[Proposal]:
    """`une somme « dérisoire », pour X.`: whose view it is stands behind a comma, and nothing else does."""
    chunks = context.chunks
    at = context.at + 1
    if at + 2 >= len(chunks) or chunks[at].low != "," or chunks[at + 1].low not in context.grammar.viewpoint:
        return
    source = chunks[at + 2]
    closed = at + 3 == len(chunks) or chunks[at + 3].kind == "mark"
    if closed and source.mention and source.mention.kind in ("person", "name") and source.mention.name:
        yield proposal("after.viewpoint", source, chunks[at + 1].span)


def partner_of_talk(context: QuoteContext) -> Iterator[Proposal]:
    """`« … » : entretien avec X`: who is interviewed speaks in the title."""
    chunks, grammar = context.chunks, context.grammar
    for at in range(context.at + 1, len(chunks) - 2):
        mention = chunks[at].mention
        if (
            (mention.head if mention else chunks[at].low) in grammar.talks
            and chunks[at + 1].low in grammar.talking
            and chunks[at + 2].kind == "phrase"
        ):
            yield proposal("after.talk-with", chunks[at + 2], chunks[at].span)
            return


def _odd(context: QuoteContext) -> float:
    """What a source loses that stands before its verb, where the language has the verb first as a rule."""
    return UNUSUAL_ORDER if context.grammar.head_first else 0.0
