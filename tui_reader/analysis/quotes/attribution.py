"""Attribute each quotation to its source.

A wrong speaker is worse than none: where nothing near a quotation names its source, it has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui_reader.analysis.coreference.pronouns import Antecedent, SearchCriteria, find_antecedent
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.quotes.context import (
    CHUNKS_BEFORE,
    DASHES,
    Proposal,
    QuoteContext,
    find_impersonal_pronoun,
    propose,
    skip_marks,
)
from tui_reader.analysis.quotes.continuation import (
    continue_source,
    continues,
    ends_own_sentence,
    is_about_last_source,
    is_afterthought,
    is_announced_by_possessive,
    is_narrative_infinitive,
    join_unclosed_quotes,
    last_speech,
    leads_to_quote,
    propose_from_sentence_before,
    propose_name_after,
    recalls_source,
    speaks_of_own,
)
from tui_reader.analysis.quotes.cues import constructions_for
from tui_reader.analysis.quotes.cues.frames import makers_named
from tui_reader.analysis.quotes.dialogue import with_dialogue_turns
from tui_reader.analysis.quotes.headline_quotes import FEWEST_REPEATED, with_sources_in_titles
from tui_reader.analysis.quotes.interjected_cues import find_interjected_cue
from tui_reader.analysis.quotes.late_names import give_late_name, is_late_name
from tui_reader.analysis.quotes.plausible_sources import is_plausible, plausible_proposals
from tui_reader.analysis.quotes.speech_or_mention import is_speech
from tui_reader.analysis.quotes.state import AttributionState, is_alone, read_article
from tui_reader.analysis.quotes.weights import HEAD_PENALTY, MEDIA_FACTOR, WEIGHTS
from tui_reader.analysis.syntax.chunker import Chunk, Sentence
from tui_reader.analysis.syntax.grammar import PRONOUN_GENDERS, Grammar, compatible, grammar_of
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold, fold_word
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, SourceForm, Span

LEAST_WEIGHT = 0.35
"""Proposals below this weight are dropped."""
TIE_MARGIN = 0.04
"""Two different sources whose weights differ by less than this are both candidates, and neither is the speaker."""
CHUNKS_AFTER = 30
"""The number of chunks after a quotation, in its sentence, that are searched for a cue."""
_TITLES = ("title", "heading")
_INSERTED = 3  # chunks from the comma before a pronoun and its verb to the comma behind them
_FEWEST_BEHIND_HEAD = 3  # chunks before a quotation in a title: a name, its colon, and somebody else


def name_speakers(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Quote, ...]:
    """The quotes with their sources, and with `speech` False on those that report no words.

    `blocks` are the kept ones; turns of dialogue without quotation marks are added. Without a language nothing is done.
    """
    if language is None:
        return tuple(quotes)
    grammar = grammar_of(language)
    tokens = Tokens(raw, (block.span for block in blocks), grammar)
    quotes = with_dialogue_turns(raw, blocks, quotes, tokens, grammar)
    if not quotes:
        return ()
    state = read_article(raw, blocks, quotes, tokens, grammar)
    chunk_places = {
        chunk.quote: (sentence_index, chunk_index)
        for sentence_index, sentence in enumerate(state.sentences)
        if sentence.has_quotes
        for chunk_index, chunk in enumerate(sentence.chunks)
        if chunk.quote >= 0
    }
    for quote_index, quote in enumerate(quotes):
        if quote.kind == "post":
            attributed = _attribute_post(state, quote)
        elif quote.speaker_span:
            attributed = _attribute_turn(state, quote, quote.speaker_span)
        elif quote_index in chunk_places:
            attributed = _attribute(state, quote, *chunk_places[quote_index])
        else:
            attributed = quote
        state.attributed.append(attributed)
    join_unclosed_quotes(state.attributed, raw)
    titles = [block.span for block in blocks if block.kind in _TITLES]
    return tuple(with_sources_in_titles(raw, state.attributed, titles))


def _attribute_post(state: AttributionState, quote: Quote) -> Quote:
    """An embedded post with the fullest name of its author."""
    rule = "post.author"
    return replace(quote, speaker=state.resolver.names.fullest(quote.speaker), rule=rule, confidence=WEIGHTS[rule])


def _attribute_turn(state: AttributionState, quote: Quote, label_span: Span) -> Quote:
    """A turn of an interview with the person whom its label names; a label such as `Question` names nobody."""
    label = label_span.of(state.raw)
    if fold(label).rstrip(".") in state.grammar.asking:
        return quote
    rule = "dialogue.label"
    return replace(quote, speaker=state.resolver.names.of_label(label), rule=rule, confidence=WEIGHTS[rule])


def _attribute(state: AttributionState, quote: Quote, sentence_index: int, chunk_index: int) -> Quote:
    """The quotation at chunk `chunk_index` of sentence `sentence_index`, with its source where it has one."""
    cue = find_interjected_cue(state.tokens, quote, state.grammar)
    if cue:
        quote = replace(quote, incises=(cue.span,))
        return _with_source(state, quote, sentence_index, propose("inside.interjected-cue", cue.source, cue.cue_span))
    start = max(0, chunk_index - CHUNKS_BEFORE)
    chunks = state.sentences[sentence_index].chunks[start : chunk_index + CHUNKS_AFTER]
    context = QuoteContext.build(chunks, chunk_index - start, quote.text, state.grammar)
    proposals = _ranked(state, _proposals(state, quote, context, sentence_index))
    if proposals:
        quote = replace(quote, proposals=tuple(proposal.value for proposal in proposals))
        proposals = plausible_proposals(state, proposals)

    alone = not proposals and is_alone(state.raw, quote)
    announced = is_announced_by_possessive(context)
    stands_apart = alone or (not proposals and ends_own_sentence(context))
    recalled = recalls_source(state, quote, sentence_index)
    leads_on = stands_apart or announced or recalled
    from_before = propose_from_sentence_before(state, quote, sentence_index) if leads_on else None
    last = last_speech(state.attributed)  # None: the quotation opens the text and has nothing to continue
    if last:
        continued = is_narrative_infinitive(context) or (recalled and not from_before)
        continued = continued or (announced and not from_before)
        continued = continued or (not proposals and is_afterthought(context))
        continued = continued or is_about_last_source(state, context, last)
        continued = continued or (not proposals and speaks_of_own(state, context, quote, last))
        if not continued and (alone or (stands_apart and _leads_to_nobody(state, quote, context, sentence_index))):
            continued = continues(state, last, quote, sentence_index)
        if continued:
            return continue_source(state, last, quote, sentence_index)

    best = from_before if announced or not proposals or (recalled and from_before) else proposals[0]
    if best is None and (alone or ends_own_sentence(context)):
        best = propose_name_after(state, quote, sentence_index)
    if best is not None and not is_plausible(state, best):
        best = None
    repeats_text = len(quote.text.split()) <= FEWEST_REPEATED and _stands_unmarked(state.unquoted_text, quote.text)
    if not is_speech(context, best, repeats_text):
        return replace(quote, speech=False)
    if best is None:
        return quote
    rivals = _tied_sources(state, proposals, sentence_index)
    return replace(quote, candidates=rivals) if rivals else _with_source(state, quote, sentence_index, best)


def _leads_to_nobody(state: AttributionState, quote: Quote, context: QuoteContext, sentence_index: int) -> bool:
    """True if what follows a quotation names no speaker of it, or leads to the next one."""
    leads_to_next = leads_to_quote(context.chunks[context.quote_index + 1 :])
    return leads_to_next or propose_name_after(state, quote, sentence_index) is None


def _stands_unmarked(unquoted_text: str, quoted_text: str) -> bool:
    """True if the rest of the text has the quoted words, first without a mark, even a single one, before them."""
    folded = fold(quoted_text).rstrip(".,;!?")
    offset = unquoted_text.find(folded)
    return offset == 0 or (offset > 0 and unquoted_text[offset - 1] not in "'‘")


def _proposals(state: AttributionState, quote: Quote, context: QuoteContext, sentence_index: int) -> Iterator[Proposal]:
    """The proposals of every construction, also for a sentence before that leads to the quotation with a colon."""
    for construction in constructions_for(context):
        yield from construction(context)
    yield from _propose_signature(state, quote, sentence_index)
    yield from _propose_maker(state, quote, sentence_index)
    yield from _propose_head_of_title(state, context, sentence_index)
    yield from _propose_place_before(state, context, sentence_index)
    if context.quote_index == 0 and sentence_index and _ends_with_colon(state.sentences[sentence_index - 1]):
        chunks = state.sentences[sentence_index - 1].chunks[-CHUNKS_BEFORE:]
        before = QuoteContext.build(chunks, len(chunks), quote.text, state.grammar)
        for construction in constructions_for(before):
            yield from construction(before)


def _propose_signature(state: AttributionState, quote: Quote, sentence_index: int) -> Iterator[Proposal]:
    """The name after a dash on the line below a quotation that stands alone."""
    following = state.sentences[sentence_index + 1] if sentence_index + 1 < len(state.sentences) else None
    if following is None or not is_alone(state.raw, quote) or len(following.chunks) < 2:
        return
    if "\n" not in state.raw[quote.span.end : following.span.start]:
        return
    dash, name = following.chunks[:2]
    if dash.start != following.span.start:
        return
    if dash.low in DASHES and name.mention and name.mention.name:
        yield propose("after.signature", name, dash.span)


def _propose_maker(state: AttributionState, quote: Quote, sentence_index: int) -> Iterator[Proposal]:
    """`« … » La formule est de X.`: whose wording, by the next sentence, a quotation is that stands alone."""
    following = state.sentences[sentence_index + 1] if sentence_index + 1 < len(state.sentences) else None
    if following is not None and not following.opens and is_alone(state.raw, quote):
        yield from makers_named(following.chunks, state.grammar)


def _propose_head_of_title(state: AttributionState, context: QuoteContext, sentence_index: int) -> Iterator[Proposal]:
    """The person whose name and a colon begin the title: `Keating: Harlan ‘got schooled’ abroad`."""
    if sentence_index or context.quote_index < _FEWEST_BEHIND_HEAD:
        return
    head, colon = context.chunks[:2]
    if colon.low == ":" and head.mention and head.mention.name and state.resolver.names.is_person(head.mention):
        yield propose("before.source-colon", head, colon.span, HEAD_PENALTY)


def _propose_place_before(state: AttributionState, context: QuoteContext, sentence_index: int) -> Iterator[Proposal]:
    """`À la mairie, on reste prudent. « … », y dit-on.`: the body at which the sentence before says that one is."""
    start = skip_marks(context, context.quote_index + 1)
    is_there = start < len(context.chunks) and context.chunks[start].low in state.grammar.there
    pronoun_index = find_impersonal_pronoun(context, start) if is_there else None
    if pronoun_index is None or state.sentences[sentence_index].opens or sentence_index == 0:
        return
    for chunk in state.sentences[sentence_index - 1].chunks:
        if chunk.mention and chunk.governed and chunk.mention.kind in ("body", "name"):
            yield propose("after.impersonal-verb-place", chunk, context.span_of(start, pronoun_index))
            return


def _ends_with_colon(sentence: Sentence) -> bool:
    return bool(sentence.chunks) and sentence.chunks[-1].low == ":"


def _ranked(state: AttributionState, proposals: Iterator[Proposal]) -> list[Proposal]:
    """The proposals whose weight is `LEAST_WEIGHT` or more, the heaviest first, those of media made lighter."""
    pronouns, nobody = state.grammar.pronouns, state.grammar.nobody
    weighed = [
        replace(proposal, weight=proposal.weight * MEDIA_FACTOR) if _is_medium(state, proposal.source) else proposal
        for proposal in proposals
        if proposal.source.mention or proposal.source.low in pronouns or proposal.source.low in nobody
    ]
    return sorted((one for one in weighed if one.weight >= LEAST_WEIGHT), key=lambda one: -one.weight)


def _is_medium(state: AttributionState, source: Chunk) -> bool:
    """True if a source is a news medium: `CNN`, `the Guardian's site`, but not `Fox's Ann Lee`."""
    mention = source.mention
    if mention is None:
        return False
    if mention.kind == "person" and not mention.name:
        return False  # `the newspaper's editor`
    named = mention.name if mention.name and mention.kind == "person" else mention.words
    if not any(map(state.grammar.is_medium, fold_word(named).split())):
        return False
    *_, before, last = ["", *named.split()]
    if state.grammar.noun_kind(fold(last)) == "body" and not state.grammar.is_medium(fold(last)):
        return before.islower() and state.grammar.is_medium(before)  # `the state news agency`, not `the Times board`
    return True


def _tied_sources(state: AttributionState, proposals: Sequence[Proposal], sentence_index: int) -> tuple[str, ...]:
    """The names of the two heaviest sources where their weights tie and they are not the same; else none."""
    if len(proposals) < 2 or proposals[0].weight - proposals[1].weight >= TIE_MARGIN:
        return ()
    first, second = (_name_source(state, proposal, sentence_index).name for proposal in proposals[:2])
    return (first, second) if first and second and not _share_name(first, second) else ()


def _share_name(first: str, second: str) -> bool:
    """True if all words of one name are in the other."""
    first_words, second_words = set(fold(first).split()), set(fold(second).split())
    return first_words <= second_words or second_words <= first_words


def _name_source(state: AttributionState, proposal: Proposal, sentence_index: int) -> Antecedent:
    """What to call a source, and the candidates where it is a pronoun that may refer to several.

    The words before an inserted cue are the source's, so no antecedent stands there: `Son client, assure-t-il, « … »`.
    """
    source = proposal.source
    if source.mention:
        return Antecedent(state.resolver.name_of(source.mention, state.recent_sources))
    chunks = state.sentences[sentence_index].chunks
    start = source.start
    if source.low in state.grammar.determinatives and _is_completed(chunks, source, state.grammar):
        return Antecedent(None)
    first_quote = next((chunk.start for chunk in chunks if chunk.kind == "quote"), start)
    leads = start > proposal.cue_span.start and proposal.rule == "before.source-reporting-verb"
    # `Estimant que le parti « … », il part`, `Le parti lui reproche « … »`
    is_inserted = proposal.rule == "before.inserted-verb-source" or _is_inserted(chunks, proposal)
    if leads or is_inserted or proposal.rule == "frame.reproached":
        first_quote = state.sentences[sentence_index].span.start
    is_aside = is_inserted or _is_inverted_aside(chunks, proposal)
    if is_aside and (introduced := _person_introduced(state, chunks, source)):
        return Antecedent(introduced)
    form, nearest = state.grammar.pronouns[source.low], source.low in state.grammar.nearest
    criteria = SearchCriteria(form, start, first_quote, sentence_index, nearest)
    return find_antecedent(state.resolver, criteria, state.recent_sources)


def _index_of(chunks: Sequence[Chunk], source: Chunk) -> int:
    """Where a source stands among the chunks of its sentence; 0 where it begins none of them."""
    index = bisect_left(chunks, source.start, key=lambda chunk: chunk.start)
    return index if index < len(chunks) and chunks[index].start == source.start else 0


def _is_inserted(chunks: Sequence[Chunk], proposal: Proposal) -> bool:
    """`His client, he said, was “…”`: whether a pronoun and its cue stand between commas."""
    index = _index_of(chunks, proposal.source)
    around = chunks[index - 1 : index + 3] if index else ()
    return len(around) > _INSERTED and around[0].low == around[-1].low == "," and around[2].span == proposal.cue_span


def _is_inverted_aside(chunks: Sequence[Chunk], proposal: Proposal) -> bool:
    """`à condition, dit-il, « … »`: whether a verb and the pronoun hung on it stand between commas."""
    index = _index_of(chunks, proposal.source)
    around = chunks[index - 2 : index + 2] if index > 1 else ()
    is_aside = len(around) > _INSERTED and around[0].low == around[-1].low == ","
    return is_aside and proposal.source.kind == "inverted"


def _person_introduced(state: AttributionState, chunks: Sequence[Chunk], pronoun: Chunk) -> str | None:
    """The subject, if it is a person first told of here: `L'avocat Paul Roux est pour, à condition, dit-il, « … »`.

    Of somebody told of before, another one may speak.
    """
    subject_index = Clauses(chunks, state.grammar).main_subject(_index_of(chunks, pronoun))
    mention = chunks[subject_index].mention if subject_index is not None else None
    if mention is None or not mention.name or mention.kind != "person":
        return None
    names = state.resolver.names
    name = names.fullest(mention.name)
    gender = PRONOUN_GENDERS.get(state.grammar.pronouns[pronoun.low])
    return (
        name
        if state.resolver.introduces(mention) and gender and compatible(names.gender(name) or mention.gender, gender)
        else None
    )


def _is_completed(chunks: Sequence[Chunk], pronoun: Chunk, grammar: Grammar) -> bool:
    """`celui du pêcheur`: whether what follows a pronoun tells whose it is, so that it means nobody named before."""
    following = next((chunk for chunk in chunks if chunk.start >= pronoun.end), None)
    if following is None:
        return False
    first = following.words[0].key if following.words else following.low.rstrip("'")
    return first in grammar.owning


def _with_source(state: AttributionState, quote: Quote, sentence_index: int, proposal: Proposal) -> Quote:
    """The quotation with the proposed source, which is noted for those that follow."""
    source = proposal.source
    speaker, candidates = _name_source(state, proposal, sentence_index)
    mention = source.mention
    if speaker and is_late_name(state, quote, proposal):
        give_late_name(state, speaker)
    if speaker:
        _note_source(state, quote, sentence_index, speaker, source)
    return replace(
        quote, rule=proposal.rule, confidence=proposal.weight, speaker_span=source.span,
        cue=proposal.cue_span.of(state.raw), cue_span=proposal.cue_span,
        speaker=speaker or quote.speaker,
        candidates=tuple(candidates[:2]) if not speaker and len(candidates) > 1 else (),
        how=_form_of(state, source) if speaker else "pronoun",
        role=_role_of(mention, state.grammar) if mention and speaker else None,
    )  # fmt: skip


def _role_of(mention: Mention, grammar: Grammar) -> str | None:
    """The role by which a quotation calls its source; none where that only points at somebody: `ce dernier`."""
    points = mention.head in grammar.latter or mention.head in grammar.concerned or mention.head in grammar.others
    return None if points and not mention.name else mention.role or (None if mention.name else mention.words)


def _note_source(state: AttributionState, quote: Quote, sentence_index: int, speaker: str, source: Chunk) -> None:
    """Add a source to those that later pronouns and roles can refer to."""
    mention = source.mention
    kind = state.resolver.names.kind_at_quote(mention, state.grammar.pronouns.get(source.low, ""))
    if kind == "neuter" and state.resolver.names.is_full_name_of_person(speaker):  # `la Bordelaise`
        kind = "singular"
    gender = state.resolver.names.gender(speaker) or (mention.gender if mention else None)
    gender = gender or (None if mention else PRONOUN_GENDERS.get(state.grammar.pronouns[source.low]))
    state.sources.append(NamedSource(sentence_index, quote.span.start, speaker, kind, gender))


def _form_of(state: AttributionState, source: Chunk) -> SourceForm:
    """How a source is named at the quotation."""
    mention = source.mention
    if mention is None:
        return "pronoun"
    if mention.name and state.resolver.names.is_person(mention):
        return "name"
    return "role" if mention.kind == "person" else "org"
