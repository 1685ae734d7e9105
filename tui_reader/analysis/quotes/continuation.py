"""Quotations that no cue of their own ties to a source: they go on with the last one, or with the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.analysis.quotes.context import DASHES, MEMORY, REACH_BEFORE, Proposal, QuoteContext, proposal
from tui_reader.analysis.quotes.state import MARKS, AttributionState, is_alone
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Quote

_OPENING = ("«", "“", '"')
OPENER = 40  # code points at the head of a sentence that may recall a source


def is_narrated(context: QuoteContext) -> bool:
    """`Et de conclure : « … »`: an infinitive that tells what the last source said then."""
    if context.at < 3:  # `et`, `de` and the verb
        return False
    joint, particle, verb = context.chunks[:3]
    if joint.low not in context.grammar.joining or context.clauses.main_subject(context.at) is not None:
        return False
    turning = any(
        one.verb and "present" in one.verb.forms for one in context.chunks[: context.at]
    )  # `Puis, se tournant`
    narrating = particle.low.rstrip("'") in context.grammar.narrating
    return turning or (narrating and verb.verb is not None and verb.verb.cue and "base" in verb.verb.forms)


def is_recalled(state: AttributionState, quote: Quote, number: int) -> bool:
    """`À l'entendre, « … »`: the last source tells it so."""
    start = state.sentences[number].span.start
    opening = state.raw[start : min(quote.span.start, start + OPENER)]
    return fold(opening).startswith(state.grammar.recalling)


def is_view_of_theirs(context: QuoteContext) -> bool:
    """`Son verdict : « … »`: what somebody before says."""
    if context.at < 2 or context.chunks[context.at - 1].low != ":":
        return False
    noun = context.chunks[context.at - 2]
    owned = bool(noun.words) and noun.words[0].low in context.grammar.possessives
    return owned and noun.mention is not None and noun.mention.head in context.grammar.views


def told_before(state: AttributionState, quote: Quote, number: int) -> Proposal | None:
    """`X a fondu en larmes. « … »`: the sentence before in the paragraph is about the person who speaks."""
    if number == 0 or "\n" in state.raw[state.sentences[number - 1].span.end : quote.span.start]:
        return None
    chunks = state.sentences[number - 1].chunks[:REACH_BEFORE]
    end = next((at for at in range(len(chunks), 0, -1) if chunks[at - 1].kind != "mark"), 0)
    place = Clauses(chunks, state.grammar).main_subject(end)
    source = chunks[place] if place is not None else None
    if source is None or any(chunk.quote >= 0 for chunk in chunks):
        return None
    named = source.mention and source.mention.name and state.resolver.is_person(source.mention)
    known = named or source.low in state.grammar.pronouns
    return proposal("context.told-before", source, source.span) if known else None


def continues(state: AttributionState, last: Quote, quote: Quote, number: int) -> bool:
    """Whether the quotation, in sentence `number`, comes right after the `last` one and that one's source is known."""
    if not last.speaker_span or last.kind == "post":
        return False
    if state.raw[quote.sentence.start : quote.span.start].strip() in DASHES:  # each line of a dialogue is another's
        return False
    between = state.raw[last.sentence.end : quote.sentence.start]
    return not between.strip(MARKS) or ("\n" not in between and _tells_of_theirs(state, last, number - 1))


def _tells_of_theirs(state: AttributionState, last: Quote, number: int) -> bool:
    """`Sa voiture est perdue.`: whether the sentence right after the last source's tells what is theirs."""
    chunks, span = state.sentences[number].chunks, state.sentences[number].span
    thing = chunks[0].mention if chunks else None
    theirs = thing is not None and thing.kind == "thing" and chunks[0].words[0].low in state.grammar.possessives
    return theirs and not state.raw[last.sentence.end : span.start].strip(MARKS)


def last_said(found: Sequence[Quote]) -> Quote | None:
    """The last quotation, or the last of its sentence that reports words: a title stands beside those of who is on."""
    if not found:
        return None
    same = [one for one in found[-MEMORY:] if one.sentence == found[-1].sentence and one.speech]
    return same[-1] if same else found[-1]


def go_on(state: AttributionState, last: Quote, quote: Quote, number: int) -> Quote:
    """The quotation with the source of the `last` one before it."""
    if state.said and last.speaker:
        state.said.append(replace(state.said[-1], sentence=number, at=quote.span.start, speaker=last.speaker))
    return replace(
        quote, speaker=last.speaker, speaker_span=last.speaker_span, role=last.role,
        rule="context.continued", confidence=last.confidence,
    )  # fmt: skip


def bind_to_next(state: AttributionState) -> None:
    """Give a quotation that fills its paragraph and is not closed the source of the next one, which goes on with it."""
    for at in range(len(state.found) - 2, -1, -1):
        quote, after = state.found[at : at + 2]
        between = state.raw[quote.span.end : after.span.start]
        open_still = "\n" in between and between.strip() in _OPENING
        if open_still and not quote.speaker and after.speaker and is_alone(state.raw, quote):
            state.found[at] = replace(
                quote, speech=True, speaker=after.speaker, role=after.role, candidates=(),
                rule="context.unclosed", confidence=after.confidence,
            )  # fmt: skip
