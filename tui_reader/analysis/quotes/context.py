"""One quotation in its sentence, what may be proposed for it, and the ways over what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.analysis.quotes.weights import WEIGHTS
from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.noun_phrases import read_phrase
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.model import Span

MEMORY = 20  # sources before a quotation that a pronoun or a role can mean
REACH_BEFORE = 50  # chunks of a sentence before a quotation that are looked at
REACH = 12  # chunks after a quotation in which its cue may stand
CLOSE = 8  # chunks between a cue and its quotation that take nothing from its weight
ENDS = (",", "!", "?", "…")
DASHES = ("—", "–", "-")

_VERB = 4  # chunks of a verb up to the pronoun hung on it: `s'est-on`


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source that a rule proposes for a quotation: a phrase or pronoun, its cue, and how sure that is."""

    source: Chunk
    cue: Span
    rule: str
    weight: float


def proposal(rule: str, source: Chunk, cue: Span, less: float = 0.0) -> Proposal:
    """What a rule proposes, with its weight; `less` is what tells against it in this place."""
    return Proposal(source, cue, rule, WEIGHTS[rule] - less)


@dataclass(frozen=True)
class QuoteContext:
    """One quotation in its sentence: the chunks, and at which of them it stands; `words` are the quoted ones."""

    chunks: Sequence[Chunk]
    at: int
    words: str
    clauses: Clauses
    grammar: Grammar
    first: str  # the first of them, as the lexicon writes it

    def cue(self, start: int, end: int) -> Span:
        """The place of the chunks from `start` to `end`, both included."""
        return Span(self.chunks[start].span.start, self.chunks[end].span.end)


def past_marks(context: QuoteContext, at: int) -> int:
    """Past the marks that end quoted words or lead to a remark."""
    while at < len(context.chunks) and context.chunks[at].low in (*ENDS, *DASHES):
        at += 1
    return at


def said_by_nobody(context: QuoteContext, start: int) -> int | None:
    """The pronoun of `dit-on`, `se félicite-t-on` where such a verb begins at `start`."""
    for at in range(start, min(start + _VERB, len(context.chunks))):
        chunk = context.chunks[at]
        if chunk.kind == "inverted":
            return at if chunk.low in context.grammar.nobody else None
        if chunk.kind not in ("verb", "word"):
            return None
    return None


def past_parts(context: QuoteContext, at: int) -> int:
    """Past the parts between commas that tell more of a source: `Ann Lee, 54, a nurse from Leeds, said`."""
    chunks = context.chunks
    limit = min(at + REACH, len(chunks))
    if at >= limit or chunks[at].low != ",":
        return at
    while at < limit and chunks[at].low == ",":
        after = at + 1
        closing = next((i for i in range(after, limit) if chunks[i].low == ","), None)
        said = any(context.clauses.is_cue(i) for i in range(after, closing or limit))
        at = after if closing is None or said else closing
        if at == after:
            break
    return at


def takes_words(chunks: Sequence[Chunk], source: int) -> bool:
    """`, décrivait une structure « … »`: a thing that stands before quoted words is what the verb tells of."""
    mention = chunks[source].mention
    quoted = source + 1 < len(chunks) and chunks[source + 1].kind == "quote"
    return quoted and mention is not None and mention.kind == "thing"


def belongs(context: QuoteContext, at: int) -> bool:
    """Whether the chunk at `at` only tells where its source is: `a voice in the crowd`."""
    chunk = context.chunks[at]
    if chunk.kind == "phrase":
        return chunk.governed
    following = context.chunks[at + 1] if at + 1 < len(context.chunks) else chunk
    return chunk.low in context.grammar.prepositions and following.kind == "phrase"


def subject_behind(context: QuoteContext) -> int | None:
    """`Estimant que « … », il vota contre`: the subject stands after the words."""
    chunks = context.chunks
    for at in range(context.at + 1, len(chunks)):
        if chunks[at].low == ",":
            for place in range(at + 1, len(chunks)):
                if chunks[place].kind in ("phrase", "pronoun") and not chunks[place].governed:
                    return place
            return None
    return None


def owner_of(context: QuoteContext, at: int) -> Mention | None:
    """Whose the thing at `at` is: the phrase after the first `de` in the chunk, or in `l'aveu même de` after it."""
    chunk, grammar = context.chunks[at], context.grammar
    for place, word in enumerate(chunk.words[:-1]):
        if place and word.key in grammar.owning:
            start = place if word.determiner else place + 1  # `du préfet`
            read = read_phrase(chunk.stretch.cut(chunk.first, chunk.last), start, grammar)
            return read[0] if read and read[0].kind != "thing" else None
    for after in range(at + 1, len(context.chunks) - 1):
        if context.chunks[after].low.rstrip("'") in grammar.owning:
            return context.chunks[after + 1].mention
        if not context.clauses.is_aside(after):
            return None
    return None


def voice_of(context: QuoteContext, at: int) -> Chunk:
    """Who speaks where the phrase at `at` is named: `selon les mots de X`, whose words they are; else the phrase."""
    chunk = context.chunks[at]
    owner = owner_of(context, at) if chunk.mention and chunk.mention.head in context.grammar.views else None
    return as_source(chunk, owner) if owner else chunk


def as_source(chunk: Chunk, mention: Mention) -> Chunk:
    """A part of a phrase as a source of its own."""
    return chunk._replace(mention=mention, start=mention.span.start, end=mention.span.end)
