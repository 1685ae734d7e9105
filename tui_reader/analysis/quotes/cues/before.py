"""How what stands before a quotation says whose words it holds: a verb, a colon, the subject."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.quotes.context import CLOSE, REACH, Proposal, QuoteContext, proposal, subject_behind, voice_of
from tui_reader.analysis.quotes.weights import FAR, FARTHER, INFINITIVE, THING, THING_FAR

_FAR = 20
_PARTICIPLE = 3  # words from which on what follows an auxiliary is told by its subject: `n'a « jamais osé partir »`
_TRIES = 3  # cues before a quotation that may lack a subject


def place_of_nobody_before(context: QuoteContext) -> Iterator[Proposal]:
    """`À l'Élysée, on assure que « … »`, `à l'Élysée, où l'on dénonce « … »`."""
    chunks, grammar = context.chunks, context.grammar
    for at in range(context.at - 1, 0, -1):
        if chunks[at].kind != "pronoun" or chunks[at].low not in grammar.nobody:
            continue
        if not any(context.clauses.is_cue(later) for later in range(at + 1, context.at)):
            return
        before = at - 1
        while before > 0 and (
            chunks[before].low in grammar.enclosed or chunks[before].low.rstrip("'") in grammar.clitics
        ):
            before -= 1
        place = chunks[before - 1] if before > 0 and chunks[before].low == "," else None
        if place and place.governed and place.mention and place.mention.kind in ("name", "body"):
            yield proposal("before.nobody-verb", place, chunks[at].span)
        return


def source_and_verb_before(context: QuoteContext) -> Iterator[Proposal]:
    """`X a déclaré que « … »`, `X, qui parle de « … »`, `affirmant que « … »`, `X told reporters that “…”`."""
    tries = 0
    enclosure = closing = context.at  # where the relative clause passed last begins and ends
    for at in range(context.at - 1, -1, -1):
        chunk = context.chunks[at]
        if chunk.low == ";" or tries >= _TRIES or context.clauses.sets_against(at):
            return
        if chunk.verb is None:
            start = context.clauses.enclosure_start(at) if chunk.low == "," and at < enclosure else None
            closing, enclosure = (at, start) if start is not None else (closing, enclosure)
            continue
        told = context.clauses.is_passive(at) or context.clauses.is_bare_participle(at)
        if enclosure < at < closing or not context.clauses.is_cue(at) or told:
            continue
        tries += 1
        place = context.clauses.subject(at)
        if place is None and chunk.verb and "present" in chunk.verb.forms:
            place = subject_behind(context)
        if place is None:
            if at and context.chunks[at - 1].kind == "pronoun":
                return
            continue
        if context.chunks[context.at - 1].low == ":" and context.clauses.in_relative(at):
            continue
        place = _outer(context, at, place)
        yield _weighed(context, at, place)
        return


def source_before_colon(context: QuoteContext) -> Iterator[Proposal]:
    """`X : « … »`, `X s'emporte : « … »`."""
    at = context.at - 1
    if at < 1 or context.chunks[at].low != ":":
        return
    place = context.clauses.main_subject(at)
    if place is not None:
        source = voice_of(context, place)  # `ce mot d'un vieux meunier : « … »`
        yield proposal(
            "before.name-colon" if place == at - 1 else "before.subject-colon", source, context.chunks[at].span
        )


def verb_and_source_inserted(context: QuoteContext) -> Iterator[Proposal]:
    """`C'était, dit X, « … »`: the remark stands between commas, right before the words."""
    if context.at < 4 or context.chunks[context.at - 1].low != ",":
        return
    for at in range(context.at - 3, max(0, context.at - REACH), -1):
        if context.chunks[at].low == ",":
            source = context.clauses.subject_after(at + 1, saying=True)
            if source is not None and source < context.at - 1:
                yield proposal("before.inserted", context.chunks[source], context.cue(at + 1, source))
            return


def subject_of_quoted_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`X « refuse de céder »`, `X est « effaré »`, `X n'a « jamais osé partir »`, `un texte qui « exige … »`."""
    chunks, grammar = context.chunks, context.grammar
    at = context.at - 1
    if at < 0:
        return
    begins = _begins_with_verb(context)
    if chunks[at].low in grammar.relatives and begins:
        place = context.clauses.subject_of_relative(at)
        if place is not None:
            yield proposal("before.relative-quoted-verb", chunks[place], chunks[at].span)
        return
    copula = chunks[at].low in grammar.to_be
    having = chunks[at].low in grammar.having and len(context.words.split()) >= _PARTICIPLE
    at -= copula or having
    if at >= 0 and (begins or copula or having):
        while at > 0 and (chunks[at].low == "," or chunks[at].low.rstrip("'") in grammar.negations):
            at -= 1
        kinds = ("person", "name", "body") if begins else ("person", "name")
        if begins and chunks[at].low in grammar.joining:  # `le club « regrette » et « condamne »`
            at = next((place for place in range(at, 0, -1) if chunks[place].kind == "quote"), 1) - 1
        if copula and chunks[at + 1].low == ",":  # `le maire, dont la tante vit là, est « anéanti »`
            at = context.clauses.main_subject(at) or at
        source = chunks[at]
        if source.kind == "phrase" and not source.governed and source.mention and source.mention.kind in kinds:
            sure = having or (begins and " " in context.words and source.mention.kind != "body")
            yield proposal("before.subject-quoted-verb" if sure else "before.subject-quoted-word", source, source.span)


def _begins_with_verb(context: QuoteContext) -> bool:
    """`« refuse … »`, `« ne démissionnera pas »`, `« s'oppose … »`."""
    first, grammar = context.first, context.grammar
    verb = grammar.verbs.get(first)
    finite = bool(verb and "finite" in verb.forms) or first.endswith(grammar.verb_endings)
    return finite or first in grammar.reflexives or (first in grammar.negations and grammar.head_first)


def subject_of_sentence(context: QuoteContext) -> Iterator[Proposal]:
    """`X évoque longuement … « … »`: nobody else speaks, and the sentence is about a person."""
    place = context.clauses.main_subject(context.at)
    if place is None:
        return
    source = context.chunks[place]
    mention = source.mention
    told_of = context.chunks[context.at - 1].low in context.grammar.to_be  # `le texte est « … »`
    document = mention is not None and mention.kind == "document" and not told_of
    person = mention is None or document or mention.kind == "name" or (mention.kind == "person" and mention.name)
    if person and not any(
        context.clauses.is_passive(at) for at in range(place + 1, context.at) if context.chunks[at].verb
    ):
        yield proposal("before.sentence-subject", source, source.span)


def _outer(context: QuoteContext, cue: int, place: int) -> int:
    """`X told reporters he thought it “…”`: the pronoun means the source of the cue before, so that one is taken.

    So it is where a thing has the nearer cue: `X prévient que la grève reprendrait « … »`.
    """
    source, before = context.chunks[place], context.chunks[place - 1].low.rstrip("'") if place else ""
    thing = source.mention is not None and source.mention.kind == "thing" and before in context.grammar.reporting
    if not thing and (source.kind != "pronoun" or before in context.grammar.free_relatives):
        return place
    for at in range(min(cue, place) - 1, -1, -1):
        if context.clauses.is_cue(at, saying=True):
            outer = context.clauses.subject(at)
            if outer is not None and (thing or context.chunks[outer].mention):
                return outer
    return place


def _weighed(context: QuoteContext, cue: int, place: int) -> Proposal:
    """What a cue before the words proposes: by its verb, and by how far off it and its subject stand."""
    verb = context.chunks[cue].verb
    less = 0.0
    distance = context.at - cue
    if verb and verb.forms == {"base"}:
        less += INFINITIVE
    if distance > _FAR:
        less += FARTHER
    elif distance > CLOSE:
        less += FAR
    source = context.chunks[place].mention
    if source and source.kind == "thing":
        less += THING if place == context.clauses.verb_start(cue) - 1 else THING_FAR
    says = verb is not None and verb.level == "saying"
    rule = "before.subject-says" if says else "before.subject-judges"
    return proposal(rule, context.chunks[place], context.chunks[cue].span, less)
