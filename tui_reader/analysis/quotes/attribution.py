"""Who says each quotation. A wrong speaker is worse than none: where nothing near the words says it, there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.analysis.coreference.mentions import Said
from tui_reader.analysis.coreference.pronouns import Pronoun, antecedent
from tui_reader.analysis.quotes.context import DASHES, MEMORY, REACH_BEFORE, Proposal, QuoteContext, proposal
from tui_reader.analysis.quotes.continuation import (
    bind_to_next,
    continues,
    go_on,
    is_narrated,
    is_recalled,
    is_view_of_theirs,
    last_said,
    told_before,
)
from tui_reader.analysis.quotes.cues import CONSTRUCTIONS
from tui_reader.analysis.quotes.dialogue import with_turns
from tui_reader.analysis.quotes.headline_quotes import FEWEST_REPEATED, with_repeated
from tui_reader.analysis.quotes.interjected_cues import find_incise
from tui_reader.analysis.quotes.speech_or_mention import is_speech
from tui_reader.analysis.quotes.state import AttributionState, is_alone, read_article
from tui_reader.analysis.quotes.weights import PASSED_ON, WEIGHTS
from tui_reader.analysis.syntax.chunker import Chunk, Sentence
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, SourceForm, SourceProposal, Span

LEAST = 0.35  # what weighs less is no source
CLOSE = 0.04  # two sources that weigh so nearly the same are both only candidates
REACH_AFTER = 30  # chunks of a sentence after a quotation
_TITLES = ("title", "heading")  # blocks that take words from the text


def name_speakers(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Quote, ...]:
    """The quotes with their speakers, and those that report nobody's words marked as such."""
    if language is None:
        return tuple(quotes)
    grammar = grammar_of(language)
    tokens = Tokens(raw, (block.span for block in blocks), grammar)
    quotes = with_turns(raw, blocks, quotes, tokens, grammar)
    state = read_article(raw, blocks, quotes, tokens, grammar)
    places = {
        chunk.quote: (number, at)
        for number, sentence in enumerate(state.sentences)
        for at, chunk in enumerate(sentence.chunks)
        if chunk.quote >= 0
    }
    for number, quote in enumerate(quotes):
        if quote.kind == "post":
            rule = "post.author"
            full = state.resolver.fullest(quote.speaker)
            state.found.append(replace(quote, speaker=full, rule=rule, confidence=WEIGHTS[rule]))
        elif quote.speaker_span:
            state.found.append(_labelled(state, quote, quote.speaker_span))
        elif number in places:
            state.found.append(_read(state, quote, *places[number]))
        else:
            state.found.append(quote)
    bind_to_next(state)
    titles = [block.span for block in blocks if block.kind in _TITLES]
    return tuple(with_repeated(state, titles))


def _stands_unmarked(low: str, words: str) -> bool:
    """Whether the rest of the text has quoted words first with no mark, not even a single one, before them."""
    words = words.rstrip(".,;!?")
    at = low.find(words)
    return at == 0 or (at > 0 and low[at - 1] not in "'‘")


def _labelled(state: AttributionState, quote: Quote, label: Span) -> Quote:
    """A turn of an interview with whom its label names."""
    words = label.of(state.raw)
    if fold(words).rstrip(".") in state.grammar.asking:
        return quote
    rule = "dialogue.label"
    return replace(quote, speaker=state.resolver.of_label(words), rule=rule, confidence=WEIGHTS[rule])


def _read(state: AttributionState, quote: Quote, number: int, at: int) -> Quote:
    """The quotation that stands as chunk `at` of sentence `number`, with its source."""
    incise = find_incise(state.tokens, quote, state.grammar)
    if incise:
        quote = replace(quote, incises=(incise.span,))
        return _with_source(state, quote, number, proposal("inside.cue", incise.source, incise.cue))
    start = max(0, at - REACH_BEFORE)  # only so much of an endless sentence is looked at
    context = _scene(state, state.sentences[number].chunks[start : at + REACH_AFTER], at - start, quote.text)
    weighed = _weighed(state, _proposed(state, quote, context, number))
    quote = replace(quote, proposals=tuple(map(_as_value, weighed)))
    alone = not weighed and is_alone(state.raw, quote)
    owned = is_view_of_theirs(context)
    told = told_before(state, quote, number) if alone or owned else None
    last = last_said(state.found)  # None: the text opens with this quotation, whatever its words recall
    if last:
        going_on = is_narrated(context) or is_recalled(state, quote, number) or (owned and not told)
        if going_on or (alone and continues(state, last, quote, number)):
            return go_on(state, last, quote, number)
    best = told if owned or not weighed else weighed[0]
    elsewhere = len(quote.text.split()) <= FEWEST_REPEATED and _stands_unmarked(state.low, fold(quote.text))
    if not is_speech(context, best, elsewhere):
        return replace(quote, speech=False)
    if best is None:
        return quote
    rivals = _rivals(state, weighed, number)
    return replace(quote, candidates=rivals) if rivals else _with_source(state, quote, number, best)


def _proposed(state: AttributionState, quote: Quote, context: QuoteContext, number: int) -> list[Proposal]:
    """What the constructions propose, those of a sentence that leads on to the quotation's included."""
    proposals = [one for construction in CONSTRUCTIONS for one in construction(context)]
    proposals += _signed_below(state, quote, number)
    if context.at == 0 and number and _leads_on(state.sentences[number - 1]):
        chunks = state.sentences[number - 1].chunks[-REACH_BEFORE:]
        earlier = _scene(state, chunks, len(chunks), quote.text)
        proposals += [one for construction in CONSTRUCTIONS for one in construction(earlier)]
    return proposals


def _as_value(proposed: Proposal) -> SourceProposal:
    return SourceProposal(proposed.rule, proposed.weight, proposed.source.span, proposed.cue)


def _rivals(state: AttributionState, weighed: Sequence[Proposal], number: int) -> tuple[str, ...]:
    """The two heaviest sources where they are close and not the same."""
    if len(weighed) < 2 or weighed[0].weight - weighed[1].weight >= CLOSE:
        return ()
    one, other = (_named(state, proposed, number)[0] for proposed in weighed[:2])
    return (one, other) if one and other and not _same(one, other) else ()


def _scene(state: AttributionState, chunks: Sequence[Chunk], at: int, words: str) -> QuoteContext:
    low = fold(words[:40]).lstrip("[( ")
    first = low.split()[0].split("'")[0].strip("[]().,;") if low.split() else ""
    return QuoteContext(chunks, at, words, Clauses(chunks, state.grammar), state.grammar, first)


def _signed_below(state: AttributionState, quote: Quote, number: int) -> Iterator[Proposal]:
    """Words that a line with a dash and a name follows, as a signature."""
    after = state.sentences[number + 1] if number + 1 < len(state.sentences) else None
    if after is None or not is_alone(state.raw, quote) or len(after.chunks) < 2:
        return
    dash, name = after.chunks[:2]
    named = name.mention is not None and name.mention.name is not None
    below = "\n" in state.raw[quote.span.end : dash.start]
    if below and named and dash.low in DASHES and dash.start == after.span.start:
        yield proposal("after.signature", name, dash.span)


def _leads_on(sentence: Sentence) -> bool:
    """Whether a sentence ends with a colon: what it announces stands in the next one."""
    return bool(sentence.chunks) and sentence.chunks[-1].low == ":"


def _weighed(state: AttributionState, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals that weigh enough, the heaviest first."""
    found = []
    for proposed in proposals:
        mention = proposed.source.mention
        if mention is None and proposed.source.low not in state.grammar.pronouns:
            continue
        weight = proposed.weight
        if mention and any(
            state.grammar.without_possessive(word) in state.grammar.media for word in fold(mention.words).split()
        ):
            weight *= PASSED_ON
        if weight >= LEAST:
            found.append(proposed if weight == proposed.weight else replace(proposed, weight=weight))
    return sorted(found, key=lambda one: -one.weight)


def _named(state: AttributionState, proposed: Proposal, number: int) -> tuple[str | None, list[str]]:
    """What to call a proposed source, and the candidates where a pronoun may mean several."""
    source = proposed.source
    before = state.said[-MEMORY:]
    if source.mention:
        return state.resolver.speaker(source.mention, before), []
    kind = state.grammar.pronouns[source.low]
    quoted = (chunk.span.start for chunk in state.sentences[number].chunks if chunk.kind == "quote")
    start = source.span.start
    nearest = source.low in state.grammar.nearest
    return antecedent(state.resolver, Pronoun(kind, start, next(quoted, start), number, nearest), before)


def _with_source(state: AttributionState, quote: Quote, number: int, source: Proposal) -> Quote:
    """The quotation with the speaker that its source names."""
    speaker, candidates = _named(state, source, number)
    quote = replace(quote, rule=source.rule, confidence=source.weight)
    if not speaker:
        return replace(
            quote, candidates=tuple(candidates[:2]) if len(candidates) > 1 else (),
            speaker_span=source.source.span, how="pronoun", cue=source.cue.of(state.raw), cue_span=source.cue,
        )  # fmt: skip
    mention = source.source.mention
    kind = state.resolver.kind_of(mention, state.grammar.pronouns.get(source.source.low, ""))
    if kind == "neuter" and state.resolver.names_person(speaker):  # `la Bordelaise`
        kind = "singular"
    gender = state.resolver.gender(speaker) or (mention.gender if mention else None)
    state.said.append(Said(number, quote.span.start, speaker, kind, gender))
    role = (mention.role or (mention.words if not mention.name else None)) if mention else None
    cue = source.cue
    return replace(
        quote, speaker=speaker, speaker_span=source.source.span, how=_form(state, source.source), role=role,
        cue=cue.of(state.raw), cue_span=cue,
    )  # fmt: skip


def _form(state: AttributionState, source: Chunk) -> SourceForm:
    mention = source.mention
    if mention is None:
        return "pronoun"
    if mention.name and (state.resolver.is_person(mention)):
        return "name"
    return "role" if mention.kind == "person" else "org"


def _same(one: str, other: str) -> bool:
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    return mine <= theirs or theirs <= mine
