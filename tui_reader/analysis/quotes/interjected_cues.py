"""Interjected cues: what stands inside the quotation marks but is not the speaker's, `« A, dit X, B »`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.analysis.syntax.chunker import Chunk, read_sentence
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.tokens import Tokens, Word
from tui_reader.model import Quote, Span

_OPENING_MARKS = (",", "?", "!", "…", "-", "–", "—")
_CLOSING_MARKS = ",.;!?…–—"
_FINAL_MARKS = (".", ",")
_END_MARKS = ("?", "!", "…")


class InterjectedCue(NamedTuple):
    """The text inside a quotation that is not the speaker's, the source that it names, and the offsets of the cue."""

    span: Span
    source: Chunk
    cue_span: Span


def find_interjected_cue(tokens: Tokens, quote: Quote, grammar: Grammar) -> InterjectedCue | None:
    """The cue inside a quotation, with what tells more of its source: an age, a role, a gerund."""
    if not _may_hold_cue(tokens, quote, grammar):
        return None
    chunks = read_sentence(tokens, quote.span, (), grammar).chunks
    clauses = Clauses(chunks, grammar)
    for mark_index in range(1, len(chunks) - 2):
        mark, verb = chunks[mark_index : mark_index + 2]
        if mark.low not in _OPENING_MARKS or _begins_sentence(verb, quote):
            continue
        if _is_subject(verb, chunks[mark_index + 2], grammar):
            continue
        source_index = clauses.subject_after(mark_index + 1, saying=True)
        if source_index is None:
            source_index = _inverted_pronoun(chunks, mark_index + 1, grammar)
        if source_index is None or not _is_somebody(chunks[source_index], grammar):
            continue
        source = chunks[source_index]
        end_index = _end_of_cue(chunks, source_index + 1, grammar)
        closing = chunks[end_index] if end_index < len(chunks) else None
        end = quote.span.end if closing is None else closing.start
        is_closed = chunks[mark_index - 1].low in _END_MARKS  # `C'est fini…, dit-il. On part.`
        if mark.low == "," and not is_closed:
            return InterjectedCue(Span(mark.start, end), source, Span(verb.start, source.end))
        if closing and closing.low in _FINAL_MARKS:  # `Que faire ? dit-il. Partir ?`: the full stop is the cue's
            end = closing.end
        start = mark.start if is_closed else mark.end
        return InterjectedCue(Span(start, end), source, Span(verb.start, source.end))
    return None


def _may_hold_cue(tokens: Tokens, quote: Quote, grammar: Grammar) -> bool:
    """True if the quotation may hold a cue, which is cheaper to ask than to chunk it.

    It is never False for a quotation with a cue: what a mark and a small letter open has a reporting verb, or an
    inversion, which may have a verb that no list has (`persifle-t-elle`), and no subject before it.
    """
    words = tokens.within(quote.span).words
    marks = [index for index, word in enumerate(words) if not word.word and word.text in _OPENING_MARKS]
    between = (words[mark + 1 : after] for mark, after in pairwise([*marks, len(words)]))
    return any(bool(part) and _may_open_cue(part[0], grammar) and _may_say(part, grammar) for part in between)


def _may_say(words: Sequence[Word], grammar: Grammar) -> bool:
    """True if one of the words may be, or end, the verb of a cue."""
    return any(
        word.hyphened or word.key in grammar.made or (word.verb and word.verb.level == "saying") for word in words
    )


def _may_open_cue(word: Word, grammar: Grammar) -> bool:
    """True for a verb, or for what may stand between a mark and the verb of a cue: no `et`, no `je`, no capital."""
    if word.text[0].isupper():
        return False
    is_known = bool(word.verb) or word.hyphened or word.opens or word.number or word.key in grammar.made
    closed = (grammar.between, grammar.oblique, grammar.auxiliaries, grammar.reflexives, grammar.making)
    is_inside_verb = any(word.key in words or word.low in words for words in closed)
    return is_known or is_inside_verb or word.key.endswith(grammar.adverb_endings)


def _begins_sentence(chunk: Chunk, quote: Quote) -> bool:
    """True if a chunk has a capital: `Shout it out` is a sentence; an interjected cue begins in lower case."""
    return quote.text[chunk.start - quote.span.start].isupper()


def _is_subject(chunk: Chunk, verb: Chunk, grammar: Grammar) -> bool:
    """True for the subject of a verb, as its ending tells: `nous soutenons cette approche`, unlike `nous dit-il`."""
    ending = grammar.agreeing.get(chunk.low)
    return ending is not None and verb.low.endswith(ending)


def _inverted_pronoun(chunks: Sequence[Chunk], start: int, grammar: Grammar) -> int | None:
    """The index of the pronoun of `, zozote-t-elle,`: after a verb that no list has, and alone between the marks."""
    verb_index = start
    if start < len(chunks) and chunks[start].low.rstrip("'") in grammar.reflexives:
        verb_index += 1
    if verb_index + 2 >= len(chunks):
        return None
    pronoun, mark = chunks[verb_index + 1 : verb_index + 3]
    return verb_index + 1 if pronoun.kind == "inverted" and mark.low in _CLOSING_MARKS else None


def _is_somebody(source: Chunk, grammar: Grammar) -> bool:
    """True unless a source is nobody (`dira-t-on`) or may be the speaker (`dis-je`)."""
    return source.mention is not None or source.low in grammar.pronouns


def _end_of_cue(chunks: Sequence[Chunk], start: int, grammar: Grammar) -> int:
    """The index of the mark that ends the cue: parts between commas that describe the source belong to it."""
    index = _next_mark(chunks, start)
    while index + 1 < len(chunks) and chunks[index].low == "," and _describes_source(chunks[index + 1], grammar):
        index = _next_mark(chunks, index + 1)
    return index


def _next_mark(chunks: Sequence[Chunk], start: int) -> int:
    """The index of the first mark from `start` on that may end a cue."""
    return next((index for index in range(start, len(chunks)) if chunks[index].low in _CLOSING_MARKS), len(chunks))


def _describes_source(chunk: Chunk, grammar: Grammar) -> bool:
    """True if a part between commas still describes the source: `71 ans`, `en souriant`, `arrivée hier`."""
    if chunk.mention:
        return chunk.mention.kind == "person" and not chunk.mention.name and chunk.low == chunk.words[0].low
    low = chunk.low.rstrip("'")  # empty where a mark stands alone: `’cause`
    is_participle = chunk.verb is not None and chunk.verb.forms == {"past"} and grammar.head_first
    return (
        low[:1].isdigit()
        or low in grammar.asides
        or (is_participle and not low.endswith(grammar.plural_endings))
        or (chunk.kind == "word" and low not in grammar.stops | grammar.prepositions)
    )
