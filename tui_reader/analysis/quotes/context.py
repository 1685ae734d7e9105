"""One quotation among the chunks of its sentence, the sources proposed for it, and helpers to walk around it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.quotes.weights import WEIGHTS
from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention, mention_of
from tui_reader.analysis.syntax.noun_phrases import read_phrase
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import SourceProposal, Span

CHUNKS_BEFORE = 50
"""The number of chunks before a quotation, in its sentence, that are searched for a cue."""
CUE_REACH = 12
"""The number of chunks after a quotation within which a source and its cue verb must stand."""
NEAR = 8
"""The number of chunks between a cue and its quotation up to which the cue loses no weight."""
END_MARKS = (",", "!", "?", "…")
DASHES = ("—", "–", "-")
_BESIDE_QUOTE = (*END_MARKS, *DASHES)

_LONGEST_INVERSION = 4  # chunks from the start of a verb to its inverted pronoun: `s'est-on`
_OPENING_LENGTH = 40  # code points of a quoted text within which its first word is found


class Proposal(msgspec.Struct, frozen=True):
    """A source that a rule proposes for a quotation.

    `source` is the phrase or pronoun that names it, `cue_span` the offsets of its cue, `rule` a key of `WEIGHTS`, and
    `weight`, from 0 to 1, how sure the rule is of it here.
    """

    source: Chunk
    cue_span: Span
    rule: str
    weight: float

    @property
    def value(self) -> SourceProposal:
        """The proposal as it is given to users."""
        return SourceProposal(self.rule, self.weight, self.source.span, self.cue_span)


def propose(rule: str, source: Chunk, cue_span: Span, penalty: float = 0.0) -> Proposal:
    """The proposal of a rule with the weight of that rule, less a `penalty` for what speaks against it here."""
    return Proposal(source, cue_span, rule, WEIGHTS[rule] - penalty)


class QuoteContext(msgspec.Struct, frozen=True):
    """One quotation in its sentence.

    `quote_index` is the index of the quotation in `chunks`; it is `len(chunks)` where the quotation follows the
    sentence. `first_word` is the first word of `quoted_text`, folded, without what is elided from it.
    """

    chunks: Sequence[Chunk]
    quote_index: int
    quoted_text: str
    clauses: Clauses
    grammar: Grammar
    first_word: str

    @classmethod
    def build(cls, chunks: Sequence[Chunk], quote_index: int, quoted_text: str, grammar: Grammar) -> QuoteContext:
        """The context of a quotation among the chunks of a sentence."""
        opening = fold(quoted_text[:_OPENING_LENGTH]).lstrip("[( ").split()
        first_word = opening[0].split("'")[0].strip("[]().,;") if opening else ""
        return cls(chunks, quote_index, quoted_text, Clauses(chunks, grammar), grammar, first_word)

    def span_of(self, first_index: int, last_index: int) -> Span:
        """The offsets of the chunks from `first_index` to `last_index`, both included."""
        return Span(self.chunks[first_index].start, self.chunks[last_index].end)


def skip_marks(context: QuoteContext, index: int) -> int:
    """The index of the first chunk from `index` on that is neither a dash nor a mark that ends a quotation."""
    while index < len(context.chunks) and context.chunks[index].low in _BESIDE_QUOTE:
        index += 1
    return index


def is_written_on_bearer(context: QuoteContext) -> bool:
    """`derrière la banderole « … », les élus ont défilé`: whether what bears the quoted words stands right before them.

    What follows such a quotation goes on with the sentence, and tells nobody's words.
    """
    before = context.chunks[context.quote_index - 1].mention if context.quote_index else None
    return before is not None and before.head in context.grammar.bearers


def find_impersonal_pronoun(context: QuoteContext, start: int) -> int | None:
    """The index of the inverted pronoun of `dit-on`, `se félicite-t-on`, where such a verb begins at `start`."""
    for index in range(start, min(start + _LONGEST_INVERSION, len(context.chunks))):
        chunk = context.chunks[index]
        if chunk.kind == "inverted":
            return index if chunk.low in context.grammar.nobody else None
        if chunk.kind not in ("verb", "word"):
            return None
    return None


def find_source_with_verb(context: QuoteContext, start: int, end: int) -> int | None:
    """The index of the source right before a verb, whatever that is, where only words stand before it from `start` on.

    `director Ann Lee` of `budget director Ann Lee put it`.
    """
    limit = min(start + NEAR, end - 1)
    index = next((later for later in range(start, limit) if context.chunks[later].kind != "word"), None)
    if index is None:
        return None
    source, verb = context.chunks[index], context.grammar.verbs.get(context.chunks[index + 1].low)
    named = source.low in context.grammar.pronouns or (source.mention is not None and source.mention.kind != "thing")
    return index if named and verb is not None and "finite" in verb.forms else None


def skip_appositions(context: QuoteContext, start: int) -> int:
    """The index after the appositions between commas that begin at `start`: `Ann Lee, 54, a nurse from Leeds, said`."""
    chunks = context.chunks
    index, limit = start, min(start + CUE_REACH, len(chunks))
    while index < limit and chunks[index].low == ",":
        inside = index + 1
        closing = next((later for later in range(inside, limit) if chunks[later].low == ","), None)
        if closing in (None, inside) or any(context.clauses.is_cue(later) for later in range(inside, closing)):
            return inside
        index = closing
    return index


def is_object_before_quote(chunks: Sequence[Chunk], index: int) -> bool:
    """True if a non-person noun stands right before a quotation: the verb's object, not its subject.

    `, décrivait une structure « … »`.
    """
    mention = chunks[index].mention
    quoted = index + 1 < len(chunks) and chunks[index + 1].kind == "quote"
    return quoted and mention is not None and mention.kind == "thing"


def is_verbless_thing(context: QuoteContext, index: int) -> bool:
    """`des larmes dans la voix : « … »`: True if the chunk is some thing, and no verb tells of it before the colon."""
    mention, grammar = context.chunks[index].mention, context.grammar
    if mention is None or mention.kind != "thing" or not mention.indefinite or mention.name:
        return False
    if mention.head in grammar.views | grammar.bearers | grammar.cries:  # `Un mot d'ordre dans la rue : « … »`
        return False
    small = grammar.stops | grammar.prepositions | grammar.between
    after = context.chunks[index + 1 : context.quote_index]
    return not any(
        chunk.verb or (chunk.low.isalpha() and chunk.kind == "word" and chunk.low not in small) for chunk in after
    )


def is_modifier(context: QuoteContext, index: int) -> bool:
    """True if the chunk belongs to a prepositional phrase that modifies the source: `a voice in the crowd`."""
    chunk = context.chunks[index]
    if chunk.kind == "phrase":
        return chunk.governed
    following = context.chunks[index + 1] if index + 1 < len(context.chunks) else chunk
    return chunk.low in context.grammar.prepositions and following.kind == "phrase"


def subject_after_quote(context: QuoteContext) -> int | None:
    """The index of the subject that follows the quotation and a comma: `Estimant que « … », il vota contre`."""
    chunks = context.chunks
    following = range(context.quote_index + 1, len(chunks))
    comma = next((index for index in following if chunks[index].low == ","), len(chunks))
    return next(
        (
            index
            for index in range(comma + 1, len(chunks))
            if chunks[index].kind in ("phrase", "pronoun") and not chunks[index].governed
        ),
        None,
    )


def object_of_reproach(context: QuoteContext, cue_index: int) -> int | None:
    """The index of X in `accuse X d'avoir dit « … »`, `exclut X pour avoir dit « … »`, where `dit` is the cue.

    None in `X regrette d'avoir dit « … »`, `X a été exclu pour avoir dit « … »`, whose subject says it.
    """
    chunks, grammar = context.chunks, context.grammar
    verb = chunks[cue_index].verb
    has_perfect = cue_index > 0 and chunks[cue_index - 1].low in grammar.perfect
    is_gerund = not grammar.perfect and verb is not None and verb.forms == {"present"}
    reason_index = cue_index - 1 - has_perfect
    if verb is None or reason_index < 1 or not (has_perfect or is_gerund):
        return None
    if chunks[reason_index].low.rstrip("'") not in grammar.reasons:
        return None
    verb_index = next((index for index in range(reason_index - 1, 0, -1) if chunks[index].verb), None)
    if verb_index is None or context.clauses.is_passive(verb_index):
        return None
    for index in range(verb_index + 1, reason_index):
        chunk = chunks[index]
        is_object = not chunk.governed or (bool(chunk.words) and chunk.words[0].key in grammar.posted)
        if chunk.mention and is_object and chunk.mention.kind in ("person", "name", "body"):
            return index
    before = context.clauses.verb_start(verb_index) - 1
    return before if before >= 0 and chunks[before].low in grammar.oblique else None


def owner_of(context: QuoteContext, index: int) -> Mention | None:
    """The possessor of the noun at `index`: after the first `de` in its phrase, or in `l'aveu même de` after it.

    In English it may stand before the noun: `Ann Lee's claim`.
    """
    chunk, grammar = context.chunks[index], context.grammar
    if (owner := _owner_before(context, index)) is not None:
        return owner
    is_last = chunk.mention is not None and chunk.mention.head not in grammar.views
    if is_last and chunk.words and chunk.words[-1].low in grammar.views:  # `une photo du livre avec ces mots`
        return owner_after(context, index)
    for word_index, word in enumerate(chunk.words[:-1]):
        if word_index and word.key in grammar.owning:
            start = word_index if word.determiner else word_index + 1  # `du préfet`
            read = read_phrase(chunk.stretch.cut(chunk.first, chunk.last), start, grammar)
            return read[0] if read and read[0].kind != "thing" else None
    return owner_after(context, index)


def owner_after(context: QuoteContext, index: int) -> Mention | None:
    """The possessor that follows the phrase at `index`: `l'aveu même de X`, `Réponse du préfet`."""
    grammar = context.grammar
    for later in range(index + 1, len(context.chunks) - 1):
        if context.chunks[later].words and context.chunks[later].words[0].key in grammar.owning:  # `Réponse du préfet`
            return context.chunks[later].mention
        if context.chunks[later].low.rstrip("'") in grammar.owning:
            return context.chunks[later + 1].mention
        described = context.chunks[later].kind == "word" and context.chunks[later].low not in grammar.stops
        if not described and not context.clauses.is_aside(later):  # `réponse immédiate de`
            return None
    return None


def _owner_before(context: QuoteContext, index: int) -> Mention | None:
    """X in `X's claim that “…”`, `in X's words, “…”`: whose the noun at `index` is, where what he says follows it."""
    chunks, grammar = context.chunks, context.grammar
    chunk, after = chunks[index], chunks[index + 1] if index + 1 < len(chunks) else None
    if after is None or not (after.kind in ("mark", "quote") or after.low in grammar.reporting):
        return None
    for word_index, word in enumerate(chunk.words[:-1]):
        if word.possessive:
            content = chunk.first + chunk.words[0].determiner
            return mention_of(chunk.stretch, chunk.first, content, chunk.first + word_index + 1, grammar)
    owner = chunks[index - 1] if index and chunk.kind == "word" else None  # before a noun that no list has
    is_owner = owner is not None and bool(owner.words) and owner.words[-1].possessive
    return owner.mention if owner is not None and is_owner else None


def source_in_phrase(context: QuoteContext, index: int) -> Chunk:
    """The source that the phrase at `index` names: X in `selon les mots de X`, else the whole phrase."""
    chunk = context.chunks[index]
    owner = owner_of(context, index) if chunk.mention and chunk.mention.head in context.grammar.views else None
    return as_chunk(chunk, owner) if owner else chunk


def as_chunk(phrase: Chunk, mention: Mention) -> Chunk:
    """The part of a phrase that is `mention`, as a chunk of its own."""
    return replace(phrase, mention=mention, start=mention.span.start, end=mention.span.end)
