"""Cue constructions whose cue is a preposition, a passive, or a noun, on either side of the quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.analysis.quotes.context import (
    END_MARKS,
    NEAR,
    Proposal,
    QuoteContext,
    as_chunk,
    object_of_reproach,
    owner_of,
    propose,
    skip_marks,
    source_in_phrase,
    subject_after_quote,
)
from tui_reader.analysis.quotes.weights import REPEATED_PENALTY
from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar

_FEWEST_SLOGAN_WORDS = 3
"""The number of words from which on the text on a banner is that of its bearer."""
_NEXT = 2
"""The number of chunks after the quotation, a comma included, within which `selon` surely belongs to it."""


def according_to_source(context: QuoteContext) -> Iterator[Proposal]:
    """`Selon X, « … »`, `« … », d'après X`, `selon les mots de X`, `according to X`."""
    chunks, grammar = context.chunks, context.grammar
    if not (context.clauses.has_any(grammar.according) or context.clauses.has_any(grammar.believing)):
        return
    for index, chunk in enumerate(chunks):
        is_led = chunk.kind == "word" and chunk.low in grammar.according
        if not is_led and not (chunk.low in grammar.believing and _leads_as_belief(context, index)):
            continue
        if any(between.low == ";" for between in chunks[context.quote_index : index]):
            return  # `« A », pour X ; « B », selon Y`
        source_index = index + 1
        if source_index < len(chunks) and chunks[source_index].low in grammar.prepositions:
            source_index += 1
        if source_index >= len(chunks) or chunks[source_index].kind not in ("phrase", "pronoun"):
            continue
        near = context.quote_index < index <= context.quote_index + _NEXT
        rule = "frame.according-to-near" if near else "frame.according-to"
        penalty = REPEATED_PENALTY if near and _repeats_somebody(context, source_index) else 0.0
        yield propose(rule, source_in_phrase(context, source_index), chunk.span, penalty)


def _repeats_somebody(context: QuoteContext, source_index: int) -> bool:
    """`The staff warned that it was “late,” according to a report`: whether a document repeats what somebody said."""
    mention = context.chunks[source_index].mention
    if mention is None or mention.kind != "document" or mention.name:
        return False
    before = range(max(0, context.quote_index - NEAR), context.quote_index)
    cues = (index for index in before if context.clauses.is_cue(index, saying=True))
    subjects = (context.clauses.subject(index) for index in cues)
    mentions = (context.chunks[index].mention for index in subjects if index is not None)
    return any(subject is not None and subject.kind in ("person", "body", "name") for subject in mentions)


def _leads_as_belief(context: QuoteContext, index: int) -> bool:
    """`À en croire X`, `à écouter X`: whether `à` stands before an infinitive that says whom one hears."""
    before = [chunk.low for chunk in context.chunks[max(0, index - 2) : index]]
    return not context.grammar.posted.isdisjoint(before)


def viewpoint_of_source(context: QuoteContext) -> Iterator[Proposal]:
    """`Pour X, « … »` at the head of a clause, `pour lui` anywhere before the quotation, `X, pour qui « … »`.

    So also `le code, selon lequel « … »`.
    """
    chunks, grammar = context.chunks, context.grammar
    if not (context.clauses.has_any(grammar.viewpoint) or context.clauses.has_any(grammar.according)):
        return
    limit = min(context.quote_index, len(chunks) - 2)
    for index, (preposition, source) in enumerate(pairwise(chunks[: limit + 1])):
        if source.low in grammar.relatives and preposition.low in grammar.viewpoint | grammar.according:
            source_index = context.clauses.antecedent(index)
            if source_index is not None:  # `ce n'est pas l'avis du syndicat, pour qui « … »`
                yield propose("frame.viewpoint-relative", source_in_phrase(context, source_index), preposition.span)
            continue
        if preposition.low not in grammar.viewpoint:
            continue
        heads_clause = index == 0 or chunks[index - 1].low in (":", ";", ".")
        if heads_clause and source.kind in ("phrase", "pronoun") and _ends_viewpoint(context, index + 1):
            yield propose("frame.viewpoint", source, preposition.span)
        elif source.kind == "pronoun" and source.low in grammar.pronouns and index > 0:
            yield propose("frame.viewpoint-pronoun", source, preposition.span)


def _ends_viewpoint(context: QuoteContext, source_index: int) -> bool:
    """True if a mark or the quotation ends the phrase after `pour`, so that it is a viewpoint and no complement."""
    chunks, source = context.chunks, context.chunks[source_index]
    limit = min(context.quote_index, source_index - 1 + NEAR)
    index = source_index + 1
    while index < limit and chunks[index].kind == "word":  # `porte-parole de Terre vivante`
        index += 1
    if index <= context.quote_index and chunks[index].kind in ("mark", "quote"):
        return True
    if not source.mention or not source.mention.name:
        return False
    # `pour Anne Roux, présidente de Terre et Mer,`
    return any(chunk.low == "," for chunk in chunks[index : min(context.quote_index, index + NEAR)])


def agent_of_passive(context: QuoteContext) -> Iterator[Proposal]:
    """`a été qualifié de « … » par X`, `labelled a “…” by X`, `was described by X as “…”`."""
    chunks, grammar, quote_index = context.chunks, context.grammar, context.quote_index
    if not context.clauses.has_any(grammar.agents):
        return
    before, is_undergone = range(quote_index - 1, max(-1, quote_index - NEAR), -1), context.clauses.is_undergone
    if is_undergone(quote_index - NEAR, quote_index + 1):  # `s'est vu répondre par X qu'il fallait « … »`
        yield from _agent_after(context, next(index for index in before if is_undergone(index - 1, index + 2)))
        return
    cue_index = next((index for index in before if chunks[index].verb), None)
    if cue_index is None or not context.clauses.is_cue(cue_index):
        return
    verb = chunks[cue_index].verb
    if verb is None or "past" not in verb.forms or context.clauses.is_active(cue_index):
        return
    if chunks[cue_index].low in grammar.passing_on:  # `Jean Roux, cité par Norpress : « … »`
        return
    before_cue = chunks[cue_index - 1] if cue_index else None
    has_subject = before_cue is not None and before_cue.kind in ("phrase", "pronoun")
    is_behind_comma = before_cue is not None and before_cue.low == ","
    if is_behind_comma and not grammar.head_first:  # `Her son, Tom, said it was “…” by`
        has_subject = context.clauses.subject(cue_index) is not None
    may_be_active = "finite" in verb.forms and (grammar.head_first or (verb.level == "saying" and has_subject))
    if may_be_active and not context.clauses.is_passive(cue_index):
        return  # `il se dit « … » par …`, `she said it was “…” by the end`
    yield from _agent_after(context, cue_index)


def _agent_after(context: QuoteContext, cue_index: int) -> Iterator[Proposal]:
    """The agent behind a passive, before the quotation or right behind it."""
    chunks, quote_index = context.chunks, context.quote_index
    after = range(quote_index + 1, min(quote_index + NEAR, len(chunks) - 1))
    for index in (*range(cue_index + 1, quote_index), *after):
        if index > quote_index and (chunks[index].low == "," or _begins_clause(context, index)):
            return
        is_agent = chunks[index].low in context.grammar.agents and chunks[index + 1].kind == "phrase"
        if is_agent and index + 1 != quote_index:
            yield propose("frame.passive-agent", chunks[index + 1], chunks[cue_index].span)
            return


def _begins_clause(context: QuoteContext, index: int) -> bool:
    """`… and the newspaper stood by its story`: whether a verb, or a joint and its subject, stands at a chunk."""
    chunks = context.chunks
    subject = chunks[index + 1] if index + 1 < len(chunks) else None
    is_joint = chunks[index].low in context.grammar.joining and subject is not None and subject.kind == "phrase"
    return is_joint or chunks[index].verb is not None


def who_is_reproached(context: QuoteContext) -> Iterator[Proposal]:
    """`accuse X d'avoir dit « … »`, `exclut X pour avoir dit « … »`, `suspended X for calling it “…”`."""
    for cue_index in range(context.quote_index - 1, max(-1, context.quote_index - NEAR), -1):
        if context.chunks[cue_index].verb is None or not context.clauses.is_cue(cue_index):
            continue
        source_index = object_of_reproach(context, cue_index)
        if source_index is not None:
            yield propose("frame.reproached", context.chunks[source_index], context.chunks[cue_index].span)
            return


def owner_of_borrowed_words(context: QuoteContext) -> Iterator[Proposal]:
    """`elle joue « sans filet », pour reprendre les mots de X`: whoever says the rest of the sentence borrows them."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.borrowing):
        return
    for index in range(context.quote_index + 1, min(context.quote_index + NEAR, len(chunks) - 1)):
        noun = chunks[index + 1].mention
        owner = owner_of(context, index + 1) if chunks[index].low in grammar.borrowing and noun else None
        if owner and noun and noun.head in grammar.views:
            yield propose("frame.owner-of-borrowed-words", as_chunk(chunks[index + 1], owner), chunks[index].span)
            return


def owner_of_words(context: QuoteContext) -> Iterator[Proposal]:
    """`les propos de X : « … »`, `de l'avis de X`, `in the words of X`: a noun of saying and its possessor."""
    after = context.quote_index + 1  # `un résultat « spectaculaire » aux yeux de X`
    if after + 1 < len(context.chunks) and context.chunks[after].low == ",":  # `« exceptionnelle », de l'aveu de X`
        after += 1 + (context.chunks[after + 1].low.rstrip("'") in context.grammar.owning)
    follows = after < len(context.chunks) and context.chunks[after].governed
    leads = context.quote_index > 0 and context.chunks[context.quote_index - 1].low == ":"
    first = 0 if leads else max(0, context.quote_index - NEAR + 1)
    before = [index for index in range(context.quote_index - 1, first - 1, -1) if index > context.quote_index - NEAR]
    opening = [0] if leads and 0 not in before else []  # `Réponse du maire, attendu sur place mardi : « … »`
    for index in (*before, *opening, *([after] if follows else [])):
        chunk = context.chunks[index]
        noun = chunk.mention.head if chunk.mention else chunk.low  # a bare noun: `Verdict de X : « … »`
        is_view = noun in context.grammar.views or (bool(chunk.words) and chunk.words[-1].low in context.grammar.views)
        owner = owner_of(context, index) if is_view else None
        if owner:
            yield propose("frame.owner-of-words", as_chunk(chunk, owner), chunk.span)
            return


def maker_of_wording(context: QuoteContext) -> Iterator[Proposal]:
    """`« … », le mot est de X`, `« … » : la formule, employée par X`: whose wording the quotation is."""
    start = skip_marks(context, context.quote_index + 1)
    start += start < len(context.chunks) and context.chunks[start].low == ":"
    yield from makers_named(context.chunks[start:], context.grammar)


def makers_named(chunks: Sequence[Chunk], grammar: Grammar) -> Iterator[Proposal]:
    """X where chunks begin so: `La formule est de X`, `L’expression, signée X`, `Deux mots, lâchés jeudi par X`."""
    noun = chunks[0].mention if chunks else None
    if noun is None or noun.head not in grammar.wordings or noun.name or chunks[0].governed:
        return
    for before, chunk in pairwise(chunks[:NEAR]):
        low = before.low.rstrip("'")
        is_owned = bool(chunk.words) and chunk.words[0].key in grammar.owning  # `est du préfet`
        is_led = low in grammar.agents or low in grammar.signed
        is_made = is_led or ((low in grammar.owning or is_owned) and chunk.governed)
        if chunk.kind == "quote" or chunk.low in (";", ":"):
            return
        if is_made and chunk.mention and (chunk.mention.name or chunk.mention.kind in ("person", "body")):
            yield propose("frame.maker-of-wording", chunk, chunks[0].span)
            return


def owner_of_page(context: QuoteContext) -> Iterator[Proposal]:
    """`sur la page de X, on pouvait lire : « … »`: the possessor of the page, or the page itself."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.reading):
        return
    for index, chunk in enumerate(chunks):
        if chunk.mention and chunk.governed:
            owner = owner_of(context, index)
            source = as_chunk(chunk, owner) if owner else chunk
            yield propose("frame.owner-of-page", source, source.span)
            return


def _is_owning(chunk: Chunk, grammar: Grammar) -> bool:
    return chunk.low.rstrip("'") in grammar.owning


def _leads_from_bearer(chunk: Chunk) -> bool:
    """`une pancarte : « … »`, `une pancarte proclamant « … »`: whether a chunk may stand between the two."""
    is_participle = chunk.verb is not None and chunk.verb.cue and chunk.verb.forms == {"present"}
    return is_participle or chunk.low in (":", ",")


def _bearer_in_relative(context: QuoteContext, noun_index: int) -> int | None:
    """X in `la joie de X, qui a accroché un panneau « … »`: whom the relative clause with what bears words is about."""
    clauses, chunks = context.clauses, context.chunks
    verb_index = next((i for i in range(noun_index - 1, max(0, noun_index - NEAR), -1) if chunks[i].verb), None)
    if verb_index is None or not clauses.in_relative(verb_index):
        return None
    return clauses.subject(verb_index)


def bearer_of_words(context: QuoteContext) -> Iterator[Proposal]:
    """`X a déployé une banderole « … »`, `un homme tenant une pancarte « … »`, `aux cris de « … », X`."""
    chunks, grammar = context.chunks, context.grammar
    noun_index = context.quote_index - 1
    while noun_index > 0 and (_leads_from_bearer(chunks[noun_index]) or _is_owning(chunks[noun_index], grammar)):
        noun_index -= 1
    mention = chunks[noun_index].mention if noun_index >= 0 else None
    noun = mention.head if mention else ""
    if noun not in grammar.bearers and noun not in grammar.cries:
        return
    if len(context.quoted_text.split()) < _FEWEST_SLOGAN_WORDS and not context.quoted_text.endswith(END_MARKS):
        return  # `un panneau « stop »`
    verb = chunks[noun_index - 1].verb if noun_index > 1 else None
    held = verb is not None and "present" in verb.forms and chunks[noun_index - 2].kind == "phrase"
    source_index = noun_index - 2 if held else _bearer_in_relative(context, noun_index)
    if source_index is None:
        source_index = context.clauses.main_subject(noun_index)
    if source_index is not None and context.clauses.has_compound_to_be(source_index, noun_index):
        return  # `La députée a été accueillie aux cris de « … »`
    if source_index is None and noun in grammar.cries:
        source_index = subject_after_quote(context)
    if source_index is not None and chunks[source_index].kind == "pronoun":  # `où ils ont mis une banderole « … », les`
        after = subject_after_quote(context)
        source_index = after if after is not None and chunks[after].kind == "phrase" else source_index
    if source_index is not None:
        source, thing = chunks[source_index], chunks[source_index].mention
        owner = owner_of(context, source_index) if thing and thing.kind == "thing" else None  # `au grand dam de X, qui`
        yield propose("frame.bearer-of-words", as_chunk(source, owner) if owner else source, chunks[noun_index].span)
