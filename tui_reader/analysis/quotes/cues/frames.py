"""How a preposition, a passive or a noun anywhere in the sentence says whose words a quotation holds."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.quotes.context import (
    CLOSE,
    ENDS,
    Proposal,
    QuoteContext,
    as_source,
    owner_of,
    proposal,
    subject_behind,
    voice_of,
)

_SLOGAN = 3  # words from which on what a banner bears is told as somebody's
_NEXT = 2  # chunks from the quoted words to what names their source at once, a comma included


def according_to_source(context: QuoteContext) -> Iterator[Proposal]:
    """`Selon X, « … »`, `« … », d'après X`, `selon les mots de X`, `according to X`."""
    grammar = context.grammar
    for at, chunk in enumerate(context.chunks):
        if chunk.kind != "word" or chunk.low not in grammar.according:
            continue
        place = at + 1
        if place < len(context.chunks) and context.chunks[place].low in grammar.prepositions:
            place += 1
        if place >= len(context.chunks) or context.chunks[place].kind not in ("phrase", "pronoun"):
            continue
        near = context.at < at <= context.at + _NEXT
        yield proposal("frame.according-near" if near else "frame.according", voice_of(context, place), chunk.span)


def viewpoint_of_source(context: QuoteContext) -> Iterator[Proposal]:
    """`Pour X, « … »` at the head of a clause, `pour lui` anywhere before the words, `X, pour qui`."""
    chunks, grammar = context.chunks, context.grammar
    for at in range(min(context.at, len(chunks) - 2)):
        if chunks[at].low not in grammar.viewpoint:
            continue
        source = chunks[at + 1]
        if source.low in grammar.relatives:
            place = context.clauses.subject_of_relative(at)
            if place is not None:  # `ce n'est pas l'avis du syndicat, pour qui « … »`
                yield proposal("frame.viewpoint-relative", voice_of(context, place), chunks[at].span)
            continue
        heads = at == 0 or chunks[at - 1].low in (":", ";", ".")
        after = at + 2
        while after < min(context.at, at + CLOSE) and chunks[after].kind == "word":  # `porte-parole de Terre vivante`
            after += 1
        closed = after <= context.at and chunks[after].kind in ("mark", "quote")
        if not closed and source.mention and source.mention.name:  # `pour Anne Roux, présidente de Terre et Mer,`
            closed = any(chunk.low == "," for chunk in chunks[after : min(context.at, after + CLOSE)])
        if heads and closed and source.kind in ("phrase", "pronoun"):
            yield proposal("frame.viewpoint", source, chunks[at].span)
        elif source.kind == "pronoun" and source.low in grammar.pronouns and at > 0:
            yield proposal("frame.viewpoint-pronoun", source, chunks[at].span)


def source_of_passive(context: QuoteContext) -> Iterator[Proposal]:
    """`a été qualifié de « … » par X`, `labelled a “…” by X`, `was described by X as “…”`."""
    chunks, grammar = context.chunks, context.grammar
    cue = next((i for i in range(context.at - 1, max(-1, context.at - CLOSE), -1) if chunks[i].verb), None)
    if cue is None or not context.clauses.is_cue(cue):
        return
    verb = chunks[cue].verb
    if verb is None or "past" not in verb.forms or context.clauses.is_active(cue):
        return
    if "finite" in verb.forms and grammar.head_first and not context.clauses.is_passive(cue):  # `il se dit « … » par …`
        return
    for at in (*range(cue + 1, context.at), *range(context.at + 1, min(context.at + CLOSE, len(chunks) - 1))):
        if chunks[at].low == "," and at > context.at:
            return
        if chunks[at].low in grammar.agents and chunks[at + 1].kind == "phrase" and at + 1 != context.at:
            yield proposal("frame.passive", chunks[at + 1], chunks[cue].span)
            return


def owner_of_words(context: QuoteContext) -> Iterator[Proposal]:
    """`les propos de X : « … »`, `de l'avis de X`, `in the words of X`: a noun of saying and whose it is."""
    for at in range(context.at - 1, max(-1, context.at - CLOSE), -1):
        chunk = context.chunks[at]
        noun = chunk.mention.head if chunk.mention else chunk.low  # bare at the head: `Verdict de X : « … »`
        owner = owner_of(context, at) if noun in context.grammar.views else None
        if owner:
            yield proposal("frame.owned-words", as_source(chunk, owner), chunk.span)
            return


def owner_of_page(context: QuoteContext) -> Iterator[Proposal]:
    """`sur la page de X, on pouvait lire : « … »`: whose page it is, or the page itself."""
    chunks, grammar = context.chunks, context.grammar
    if not any(chunk.low in grammar.reading for chunk in chunks):
        return
    for at, chunk in enumerate(chunks):
        if chunk.mention and chunk.governed:
            owner = owner_of(context, at)
            source = as_source(chunk, owner) if owner else chunk
            yield proposal("frame.owned-page", source, source.span)
            return


def bearer_of_words(context: QuoteContext) -> Iterator[Proposal]:
    """`X a déployé une banderole « … »`, `un homme tenant une pancarte « … »`, `aux cris de « … », X`."""
    chunks, grammar = context.chunks, context.grammar
    at = context.at - 1
    while at > 0 and (chunks[at].low in (":", ",") or chunks[at].low.rstrip("'") in grammar.owning):
        at -= 1
    mention = chunks[at].mention if at >= 0 else None
    noun = mention.head if mention else ""
    few = len(context.words.split()) < _SLOGAN and not context.words.endswith(ENDS)  # `un panneau « stop »`
    if few or noun not in grammar.bearers | grammar.cries:
        return
    verb = chunks[at - 1].verb if at > 1 else None
    held = verb is not None and "present" in verb.forms and chunks[at - 2].kind == "phrase"
    place = at - 2 if held else context.clauses.main_subject(at)
    if place is None and noun in grammar.cries:
        place = subject_behind(context)
    if place is not None:
        yield proposal("frame.bearer", chunks[place], chunks[at].span)
