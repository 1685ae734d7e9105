"""Remarks inside the marks that are not the speaker's words: `« A, dit X, B »`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.analysis.syntax.chunker import Chunk, read_sentence
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Quote, Span

_OPENS = (",", "?", "!", "…", "-", "–", "—")
_CLOSES = ",.;!?…–—"


class Incise(NamedTuple):
    """The stretch that is not the speaker's, who it says speaks, and the cue."""

    span: Span
    source: Chunk
    cue: Span


def find_incise(tokens: Tokens, quote: Quote, grammar: Grammar) -> Incise | None:
    """The remark inside a quotation that says who speaks; what follows the source may be an age, a role, a gerund."""
    if not _may_hold_a_cue(tokens, quote):
        return None
    chunks = read_sentence(tokens, quote.span, (), grammar).chunks
    clauses = Clauses(chunks, grammar)
    for at in range(1, len(chunks) - 1):
        if chunks[at].low not in _OPENS or _begins_sentence(chunks[at + 1], quote):
            continue
        place = clauses.subject_after(at + 1, saying=True)
        if place is None:
            place = _inverted(chunks, at + 1, grammar)
        if place is None or not _may_speak(chunks[place], grammar):
            continue
        end = _after_source(chunks, place + 1, grammar)
        stop = chunks[end].span.start if end < len(chunks) else quote.span.end
        start = chunks[at].span.start if chunks[at].low == "," else chunks[at].span.end
        return Incise(Span(start, stop), chunks[place], Span(chunks[at + 1].span.start, chunks[place].span.end))
    return None


def _inverted(chunks: Sequence[Chunk], at: int, grammar: Grammar) -> int | None:
    """The pronoun of `, zozote-t-elle,`: hung on a verb that no list has, and nothing else between the marks."""
    if at < len(chunks) and chunks[at].low.rstrip("'") in grammar.reflexives:
        at += 1
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "inverted" or chunks[at + 2].low not in _CLOSES:
        return None
    return at + 1


def _begins_sentence(chunk: Chunk, quote: Quote) -> bool:
    """Whether a chunk has a capital: a remark begins with its verb, in lower case; `Shout it out` is a sentence."""
    return quote.text[chunk.start - quote.span.start].isupper()


def _may_speak(source: Chunk, grammar: Grammar) -> bool:
    """Whether a source is somebody: `dira-t-on` and `dis-je` inside marks name nobody, and may be the speaker's own."""
    return source.mention is not None or source.low in grammar.pronouns


def _may_hold_a_cue(tokens: Tokens, quote: Quote) -> bool:
    """Whether the words may hold a remark at all, which is cheaper to ask than to read them.

    Never false where one stands: an inversion may have a verb that no list knows (`persifle-t-elle`).
    """
    return any(word.hyphened or (word.verb and word.verb.cue) for word in tokens.within(quote.span).words)


def _after_source(chunks: Sequence[Chunk], at: int, grammar: Grammar) -> int:
    """The mark that ends the remark: parts between commas that still speak of the source belong to it."""
    while at < len(chunks) and chunks[at].low not in _CLOSES:
        at += 1
    while at + 1 < len(chunks) and chunks[at].low == "," and _goes_on(chunks[at + 1], grammar):
        at += 1
        while at < len(chunks) and chunks[at].low not in _CLOSES:
            at += 1
    return at


def _goes_on(chunk: Chunk, grammar: Grammar) -> bool:
    """Whether a part between commas still speaks of the source: `71 ans`, `soudeuse à Brest`, `en souriant`."""
    if chunk.mention:
        return chunk.mention.kind == "person" and not chunk.mention.name and chunk.low == chunk.words[0].low
    low = chunk.low.rstrip("'")  # empty where a mark stands alone: `’cause`
    return (
        low[:1].isdigit()
        or low in grammar.asides
        or (chunk.kind == "word" and low not in grammar.stops | grammar.prepositions)
    )
