"""Cue constructions in which source and cue follow the quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.analysis.quotes.context import (
    CUE_REACH,
    END_MARKS,
    NEAR,
    Proposal,
    QuoteContext,
    find_impersonal_pronoun,
    find_source_with_verb,
    is_modifier,
    is_object_before_quote,
    is_written_on_bearer,
    propose,
    skip_appositions,
    skip_marks,
)
from tui_reader.analysis.quotes.weights import (
    OBJECT_PENALTY,
    OTHER_CUE_PENALTY,
    OTHER_QUOTE_PENALTY,
    UNUSUAL_ORDER_PENALTY,
)
from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar

_OBJECT_REACH = 2  # chunks from a quotation back to a cue that takes it, past the object: `called her “…”`
_SHORTEST_UNLISTED = 3
"""The number of chunks of a quotation, its source and a verb."""


def verb_then_source(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », a dit X`, `« … », affirme-t-elle`, `“…,” said X`."""
    start = skip_marks(context, context.quote_index + 1)
    source_index = None if is_written_on_bearer(context) else context.clauses.subject_after(start)
    if source_index is not None:
        source = context.chunks[source_index]
        # `Le maire, sous une banderole « … », réclame une digue`: what follows the verb is its object.
        is_inside = context.quote_index > 0 and context.chunks[context.quote_index - 1].low != ":"
        is_object = is_inside and source.mention is not None and source.mention.kind == "thing"
        penalty = OBJECT_PENALTY if is_object else 0.0
        yield propose("after.verb-source", source, context.span_of(start, source_index), penalty)


def impersonal_verb_then_place(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », dit-on à l'Élysée`, `indique-t-on de source policière`: the place of the utterance is the source."""
    chunks = context.chunks
    if not context.clauses.has_any(context.grammar.nobody):
        return
    start = skip_marks(context, context.quote_index + 1)
    pronoun_index = find_impersonal_pronoun(context, start)
    if pronoun_index is None:  # `une décision « sans lien » avec l'affaire, affirme-t-on au parquet`
        comma_index = next((index for index in range(start, len(chunks)) if chunks[index].low == ","), len(chunks))
        start = comma_index + 1
        pronoun_index = find_impersonal_pronoun(context, start)
        if pronoun_index is None or any(chunk.verb for chunk in chunks[pronoun_index : pronoun_index + 2]):
            return
    for index in range(pronoun_index + 1, min(pronoun_index + NEAR, len(chunks))):
        chunk = chunks[index]
        if chunk.kind in ("mark", "quote") or (chunk.kind == "verb" and index > pronoun_index + 1):
            return
        if chunk.kind == "phrase" and (chunk.governed or chunk.words[0].low in context.grammar.posted):
            yield propose("after.impersonal-verb-place", chunk, context.span_of(start, index))
            return


def verb_then_one_of_them(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” said one, X`, `« … », dit l'un d'eux, X`: the name or the role follows a word that only counts."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.ones):
        return
    verb_index = skip_marks(context, context.quote_index + 1)
    while verb_index + 1 < len(chunks) and context.clauses.is_aside(verb_index):  # `a prévenu l'un d'eux`
        verb_index += 1
    index = verb_index + 1
    if index < len(chunks) and chunks[index].low.rstrip("'") in grammar.clitics:  # `l'un d'eux`
        index += 1
    if index >= len(chunks) or not context.clauses.is_cue(verb_index, saying=True):
        return
    if chunks[index].low not in grammar.ones:
        return
    index += 3 if index + 1 < len(chunks) and chunks[index + 1].low.rstrip("'") in grammar.owning else 1
    if index + 1 >= len(chunks) or chunks[index].low != ",":
        return
    source = chunks[index + 1]
    is_told = source.mention is not None and (source.mention.name or source.mention.kind == "person")
    if is_told and not source.governed:
        yield propose("after.verb-one-of-them", source, chunks[verb_index].span)


def unlisted_verb_then_source(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », persifle X`, `« … », a-t-il osé`: a word in the place of the cue is a verb, even if no list has it."""
    chunks, grammar = context.chunks, context.grammar
    start = skip_marks(context, context.quote_index + 1)
    if start + 1 >= len(chunks):
        return
    verb_index, endings = start, grammar.guessed_endings
    while verb_index + 2 < len(chunks) and _precedes_verb(chunks, verb_index, grammar):  # `s'émerveille`, `l'a coupé`
        endings = grammar.guessed_participles if chunks[verb_index].low in grammar.auxiliaries else endings
        verb_index += 1
    word, source = chunks[verb_index : verb_index + 2]
    if source.kind == "inverted":
        yield propose("after.unlisted-verb-pronoun", source, context.span_of(verb_index, verb_index + 1))
    if start == context.quote_index + 1 and not context.quoted_text.endswith(END_MARKS):
        return
    is_verb = word.verb is not None and not word.verb.cue and word.verb.forms != {"present"}
    guessed = is_verb or (word.kind == "word" and word.low.endswith(endings) and word.low not in grammar.stops)
    if guessed and source.mention and source.mention.kind == "person" and not source.governed:
        yield propose("after.unlisted-verb-source", source, word.span)


def _precedes_verb(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> bool:
    """True for an object pronoun, or an auxiliary that is not inverted, in a language that has such before a verb."""
    low = chunks[index].low.rstrip("'")
    is_pronoun = low in grammar.reflexives or low in grammar.clitics or low in grammar.oblique
    is_auxiliary = low in grammar.auxiliaries and chunks[index + 1].kind != "inverted"
    return is_pronoun or (grammar.head_first and is_auxiliary)


def verb_then_source_later(context: QuoteContext) -> Iterator[Proposal]:
    """`… « … » au Bélarus pour une autre session, a déclaré X`: the cue ends the sentence."""
    chunks = context.chunks
    if is_written_on_bearer(context):
        return
    for index in range(context.quote_index + 1, len(chunks) - 1):
        chunk = chunks[index]
        if chunk.low in (";", ":"):
            return
        if (chunk.low == "," or chunk.kind == "quote") and chunks[index + 1].kind in ("verb", "word"):
            source_index = context.clauses.subject_after(index + 1, saying=True)
            if source_index is None or index == context.quote_index + 1 or is_object_before_quote(chunks, source_index):
                continue
            if _has_own_verb(context, source_index):
                continue
            finished = context.quoted_text.endswith(END_MARKS[1:]) and chunk.kind != "quote"
            if chunks[context.quote_index + 1].kind == "quote" and context.quoted_text.endswith(END_MARKS[1:]):
                return  # `« A ? » « B », répond X`: two speakers
            another = any(between.kind == "quote" for between in chunks[context.quote_index + 1 : index])
            penalty = OTHER_QUOTE_PENALTY if another and finished else 0.0
            cue_span = context.span_of(index + 1, source_index)
            yield propose("after.verb-source-later", chunks[source_index], cue_span, penalty)
            return


def _has_own_verb(context: QuoteContext, index: int) -> bool:
    """`, Ann Lee, said he would resign`: whether a phrase behind a verb opens what is said, not who says it."""
    after = context.chunks[index + 1] if index + 1 < len(context.chunks) else None
    if context.grammar.head_first or after is None:
        return False
    return after.low in context.grammar.auxiliaries or (after.verb is not None and "finite" in after.verb.forms)


def source_then_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” X said`, `“…!” X, the mayor, said`."""
    chunks = context.chunks
    source_index = skip_marks(context, context.quote_index + 1)
    ends_title = source_index < len(chunks) and chunks[source_index].low == ":"  # `« … » : une victime raconte`
    source_index += ends_title
    if is_written_on_bearer(context) or source_index >= len(chunks):
        return
    if chunks[source_index].kind not in ("phrase", "pronoun"):
        return
    if source_index == context.quote_index + 1 and not context.quoted_text.rstrip("'’").endswith(END_MARKS):
        return
    index = skip_appositions(context, source_index + 1)
    while index < len(chunks) and (context.clauses.is_aside(index) or is_modifier(context, index)):
        index += 1
    if index + 1 < len(chunks) and chunks[index].low == "," and chunks[index - 1].governed:  # `an aide to X, a Y, said`
        index += 1
    if index + 1 < len(chunks) and _leads_to_nonfinite(context, index):
        index += 1
    elif index + 2 < len(chunks) and context.clauses.is_passive(index) and _leads_to_nonfinite(context, index + 1):
        index += 2  # `was reported as saying`
    if index < len(chunks) and chunks[index].low in context.grammar.relatives:  # `“…,” a man who saw it said`
        index = _verb_behind_relative(context, source_index, index)
    if _leads_to_another_quote(context, index):
        return
    if ends_title and any(chunk.kind != "mark" for chunk in chunks[index + 1 :]):
        return
    verb = chunks[index].verb if index < len(chunks) else None
    says = verb is not None and context.clauses.is_cue(index) and not context.clauses.is_passive(index)
    group = chunks[source_index + 1 : index]  # `is quoted as` saying, `remembers` telling
    is_heard = any(chunk.verb or chunk.low in context.grammar.to_be for chunk in group)
    if verb and says and (is_heard or verb.forms != {"present"}):  # `, Paris évoquant « … »` goes on
        cue_span = context.span_of(source_index + 1, index)
        penalty = _order_penalty(context) + (OTHER_CUE_PENALTY if _follows_cue(context) else 0.0)
        yield propose("after.source-verb", chunks[source_index], cue_span, penalty)


def source_who_put_it(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” as X put it`, `“…,” as budget director X likes to say`: whatever the verb is."""
    chunks, grammar = context.chunks, context.grammar
    index = skip_marks(context, context.quote_index + 1)
    if index < len(chunks) and chunks[index].low in grammar.quoting and not _follows_cue(context):
        source_index = find_source_with_verb(context, index + 1, len(chunks))
        if source_index is not None:
            yield propose("after.source-put-it", chunks[source_index], chunks[source_index + 1].span)


def source_of_predicate(context: QuoteContext) -> Iterator[Proposal]:
    """`“…” is how X described it`, `“…,” was all X would say`: the quotation is what the sentence tells of."""
    chunks, grammar, index = context.chunks, context.grammar, context.quote_index
    lows = [chunk.low for chunk in chunks[index + 1 : index + 3]]
    if len(lows) < 2 or lows[0] not in grammar.to_be or lows[1] not in grammar.predicates:
        return
    source = chunks[index + 3] if index + 4 < len(chunks) else None
    if source is None or source.kind not in ("phrase", "pronoun") or source.governed:
        return
    after = range(index + 4, min(index + 3 + NEAR, len(chunks)))
    cue_index = next((later for later in after if chunks[later].verb or chunks[later].kind == "mark"), None)
    if cue_index is not None and context.clauses.is_cue(cue_index):
        yield propose("after.predicate-source", source, chunks[cue_index].span)


def _verb_behind_relative(context: QuoteContext, source_index: int, relative_index: int) -> int:
    """The index of the cue whose subject is the source, behind the relative clause that tells more of it."""
    reach = range(relative_index + 2, min(relative_index + CUE_REACH, len(context.chunks)))
    cues = (index for index in reach if context.clauses.is_cue(index) and not context.clauses.in_relative(index))
    return next((index for index in cues if context.clauses.subject(index) == source_index), relative_index)


def _leads_to_nonfinite(context: QuoteContext, index: int) -> bool:
    """`as` of `was reported as saying`, `to` of `is heard to say`: whether a chunk leads to a cue."""
    leads = context.chunks[index].low in context.grammar.quoting or context.chunks[index].low in context.grammar.modals
    return leads and index > 0 and context.clauses.is_cue(index + 1)


def _leads_to_another_quote(context: QuoteContext, verb_index: int) -> bool:
    """`« A ? » Son collègue Luc Roux a renchéri : « B »`: whether a verb behind a whole sentence opens another one."""
    if not context.grammar.head_first or context.quoted_text.endswith(END_MARKS[0]):
        return False
    following = context.chunks[verb_index + 1 : verb_index + NEAR]
    return any(first.low == ":" and second.kind == "quote" for first, second in pairwise(following))


def _follows_cue(context: QuoteContext) -> bool:
    """`criticised by X, who called her “unfit,” Y smiled`: whether a cue right before the quotation takes it."""
    before = range(max(0, context.quote_index - _OBJECT_REACH), context.quote_index)
    return any(context.clauses.is_cue(index) for index in before)


def source_then_unlisted_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`“…,” she shot back.`: a word in the place of the cue is a verb, even if no list has it."""
    chunks, grammar = context.chunks, context.grammar
    if (
        context.quote_index != 0
        or len(chunks) < _SHORTEST_UNLISTED
        or not context.quoted_text.endswith((",", "?", "!"))
    ):
        return
    source, word = chunks[1:3]
    named = source.low in grammar.pronouns or (source.mention is not None and source.mention.kind in ("person", "name"))
    may_say = word.kind == "word" or (word.verb is not None and not word.verb.cue and "finite" in word.verb.forms)
    free = may_say and word.low.isalpha() and word.low not in grammar.stops | grammar.auxiliaries
    if named and free and not grammar.head_first and word.low not in grammar.between | grammar.prepositions:
        yield propose("after.source-unlisted-verb", source, word.span)


def source_then_verb_later(context: QuoteContext) -> Iterator[Proposal]:
    """`… “…” on the show, X said.`: the cue ends the sentence."""
    chunks = context.chunks
    if is_written_on_bearer(context):
        return
    for index in range(len(chunks) - 1, context.quote_index + 2, -1):
        verb = chunks[index].verb
        if not context.clauses.is_cue(index, saying=True) or (verb and verb.forms == {"present"}):
            continue
        start = context.clauses.verb_start(index)
        source = chunks[start - 1]
        after_comma = chunks[start - 2].low == "," and start - 2 > context.quote_index
        if source.kind in ("phrase", "pronoun") and after_comma:
            cue_span = context.span_of(start, index)
            yield propose("after.source-verb-later", source, cue_span, _order_penalty(context))
        return


def viewpoint_of_source(context: QuoteContext) -> Iterator[Proposal]:
    """`une somme « dérisoire », pour X.`: a person's viewpoint, alone behind a comma."""
    chunks = context.chunks
    comma_index = context.quote_index + 1
    if comma_index + 2 >= len(chunks) or chunks[comma_index].low != ",":
        return
    preposition, source = chunks[comma_index + 1 : comma_index + 3]
    closed = comma_index + 3 == len(chunks) or chunks[comma_index + 3].kind == "mark"
    if preposition.low not in context.grammar.viewpoint or not closed:
        return
    if source.mention and source.mention.kind in ("person", "name", "body") and source.mention.name:
        yield propose("after.viewpoint", source, preposition.span)


def interview_with_source(context: QuoteContext) -> Iterator[Proposal]:
    """`« … » : entretien avec X`: the words in the title of an interview are those of the person interviewed."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.talking):
        return
    for index in range(context.quote_index + 1, len(chunks) - 2):
        noun, preposition, source = chunks[index : index + 3]
        head = noun.mention.head if noun.mention else noun.low
        if head in grammar.talks and preposition.low in grammar.talking and source.kind == "phrase":
            yield propose("after.interview", source, noun.span)
            return


def _order_penalty(context: QuoteContext) -> float:
    """The penalty for a source before its verb, in a language that has the verb first after a quotation."""
    return UNUSUAL_ORDER_PENALTY if context.grammar.head_first else 0.0
