"""Quotations without a cue of their own: they continue the last source, or speak for the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui_reader.analysis.quotes.context import (
    CHUNKS_BEFORE,
    DASHES,
    END_MARKS,
    Proposal,
    QuoteContext,
    as_chunk,
    owner_of,
    propose,
)
from tui_reader.analysis.quotes.state import MARKS, SOURCE_MEMORY, AttributionState, is_alone
from tui_reader.analysis.syntax.chunker import Chunk, Sentence
from tui_reader.analysis.syntax.grammar import Grammar, compatible, gender_of
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Word
from tui_reader.model import Quote

RECALL_LENGTH = 40
"""The number of code points at the start of a sentence within which a phrase may refer back to a source."""

RECALL_REACH = 200
"""The number of code points before a quotation within which such a phrase may stand between commas."""

_REPEATED_MARKS = ("«", "“", '"', "»")  # with which a paragraph may go on with a quotation
_ANSWER_MARKS = ",;.!?…"
_LONGEST_SIGNATURE = 8  # chunks
_LONGEST_QUESTION = 5  # words, its mark included
_LONGEST_ECHO = 2  # words
_FEWEST_NARRATIVE_CHUNKS = 3  # `et`, `de` and the infinitive


def is_narrative_infinitive(context: QuoteContext) -> bool:
    """True if a clause without a subject tells what the last source said next.

    `Et de conclure : « … »`, `Puis, se tournant vers elle : « … »`.
    """
    if context.quote_index < _FEWEST_NARRATIVE_CHUNKS:
        return False
    conjunction, particle, verb = context.chunks[:_FEWEST_NARRATIVE_CHUNKS]
    subject_index = context.clauses.main_subject(context.quote_index)
    subject = context.chunks[subject_index].mention if subject_index is not None else None
    if conjunction.low not in context.grammar.joining and conjunction.low not in context.grammar.resuming:
        return False
    is_remark = context.chunks[_FEWEST_NARRATIVE_CHUNKS].low == ","  # `Avant d'ajouter, un brin fataliste : « … »`
    if (
        not is_remark
        and subject_index is not None
        and (subject is None or subject.kind != "thing" or owner_of(context, subject_index))
    ):
        return False
    if subject is None and any(
        chunk.verb and "present" in chunk.verb.forms for chunk in context.chunks[: context.quote_index]
    ):
        return True
    if particle.low.rstrip("'") not in context.grammar.narrating:
        return False
    leads = context.chunks[context.quote_index - 1].low == ":"  # `Et de filer : « … »`
    is_infinitive = verb.low.endswith(context.grammar.infinitive_endings) and context.grammar.head_first
    return (verb.verb is not None and verb.verb.cue and "base" in verb.verb.forms) or (leads and is_infinitive)


def is_about_last_source(state: AttributionState, context: QuoteContext, last: Quote) -> bool:
    """True if `Et la maire de conclure : « … »` tells what the last source said next.

    The noun has no other holder, and no other role of that source is known.
    """
    conjunction, noun, particle = (*context.chunks[: context.quote_index], None, None, None)[:3]
    if not (conjunction and noun and particle and noun.mention) or conjunction.low not in context.grammar.joining:
        return False
    if particle.low.rstrip("'") not in context.grammar.narrating or noun.mention.name or not noun.mention.definite:
        return False
    unknown = state.resolver.name_of(noun.mention, state.recent_sources) == noun.mention.words
    return unknown and last.role is None and not state.resolver.has_role(last.speaker or "")


def is_afterthought(context: QuoteContext) -> bool:
    """`Puis, plus bas : « … »`: True if what leads to the quotation names nobody and tells what was said next."""
    if context.quote_index < 2 or context.chunks[context.quote_index - 1].low != ":":
        return False
    before = context.chunks[: context.quote_index]
    return before[0].low in context.grammar.joining and all(
        chunk.kind in ("word", "mark") or _is_governed_thing(chunk, context.grammar) for chunk in before
    )


def _is_governed_thing(chunk: Chunk, grammar: Grammar) -> bool:
    """`après un silence`, `dans la voix`: True if a preposition governs what is no person and no body."""
    mention = chunk.mention
    return chunk.governed and mention is not None and (mention.kind == "thing" or mention.head in grammar.voices)


def speaks_of_own(state: AttributionState, context: QuoteContext, quote: Quote, last: Quote) -> bool:
    """`Ses parents tenaient une ferme, « avec une odeur que je n'oublierai jamais »`: True if the last source speaks.

    He speaks in the first person, of his own, in the same paragraph.
    """
    first = context.chunks[0] if context.quote_index else None
    is_own = first is not None and bool(first.words) and first.words[0].low in context.grammar.possessives
    if not is_own or "\n" in state.raw[last.span.end : quote.span.start]:
        return False
    spoken = {word.partition("'")[0] for word in fold(quote.text).split()}
    return not context.grammar.first_person.isdisjoint(spoken)


def recalls_source(state: AttributionState, quote: Quote, sentence_index: int) -> bool:
    """True if a phrase that opens the sentence, or stands between commas, refers back to the last source.

    `À l'entendre, « … »`, `Le pont, à l'en croire, est « … »`.
    """
    start = state.sentences[sentence_index].span.start
    opening = state.raw[start : min(quote.span.start, start + RECALL_LENGTH)]
    if fold(opening).startswith(state.grammar.recalling):
        return True
    before = state.raw[max(start, quote.span.start - RECALL_REACH) : quote.span.start]
    return before.count(",") > 1 and any(part in state.grammar.recalling for part in fold(before).split(", ")[1:-1])


def is_announced_by_possessive(context: QuoteContext) -> bool:
    """True if a possessive and a noun of saying announce the quotation: `Son verdict : « … »`."""
    if context.quote_index < 2 or context.chunks[context.quote_index - 1].low != ":":
        return False
    noun = context.chunks[context.quote_index - 2]
    possessive = bool(noun.words) and noun.words[0].low in context.grammar.possessives
    if context.clauses.main_subject(context.quote_index) not in (None, context.quote_index - 2):
        return False  # `Le maire n'a pas mâché ses mots : « … »`
    if not possessive or noun.mention is None:
        return False
    return noun.mention.head in context.grammar.views | context.grammar.given_words


def propose_from_sentence_before(state: AttributionState, quote: Quote, sentence_index: int) -> Proposal | None:
    """The person whom the sentence before, in the same paragraph, is about: `X a fondu en larmes. « … »`."""
    if sentence_index == 0:
        return None
    before = state.sentences[sentence_index - 1]
    if "\n" in state.raw[before.span.end : quote.span.start]:
        return None
    chunks = before.chunks[:CHUNKS_BEFORE]
    subject_index = _main_subject(chunks, state.grammar)
    source = chunks[subject_index] if subject_index is not None else None
    if source is None or any(chunk.quote >= 0 for chunk in chunks):
        return None
    if state.grammar.pronouns.get(source.low) == "neuter":  # `It was he who left. “…”`
        return None
    known = source.low in state.grammar.pronouns or (source.mention is not None and _is_known(state, source.mention))
    beside = None if known else _person_beside(chunks, source, state.grammar)
    speaker = source if known else beside
    return propose("context.sentence-before", speaker, speaker.span) if speaker else None


def _person_beside(chunks: Sequence[Chunk], subject: Chunk, grammar: Grammar) -> Chunk | None:
    """`Autour d'elle, des familles dorment.`: the pronoun in what opens a sentence about others without a name."""
    mention = subject.mention
    is_of_others = mention is not None and mention.plural and mention.indefinite and not mention.name
    opening = chunks[: next((index for index, chunk in enumerate(chunks) if chunk.low == ","), 0)]
    pronouns = (chunk for chunk in opening if chunk.governed and chunk.low in grammar.pronouns)
    return next(pronouns, None) if is_of_others else None


def _is_known(state: AttributionState, mention: Mention) -> bool:
    """True for a person with a name, or a noun that refers to the last source or to the person in the title.

    `L'intéressée hausse les épaules. « … »`
    """
    names = state.resolver.names
    if mention.name:  # a person's, or that of a people: `la Bordelaise`
        name = state.resolver.name_of(mention, state.recent_sources)
        return names.is_person(mention) or (name != mention.name and names.is_full_name_of_person(name))
    if mention.kind != "person" or not mention.definite or mention.plural:
        return False
    last_speaker = state.sources[-1].speaker if state.sources else None
    person_in_title = state.resolver.salience.person_in_title(mention.gender)
    name = state.resolver.name_of(mention, state.recent_sources)
    if mention.head in state.grammar.concerned and names.is_full_name_of_person(name):
        return compatible(names.gender(name), mention.gender)
    is_of_gender = gender_of(name, state.grammar.language) == mention.gender is not None
    return name in (last_speaker, person_in_title) and is_of_gender


def _main_subject(chunks: Sequence[Chunk], grammar: Grammar) -> int | None:
    """The index of the subject of a whole sentence."""
    end = next((index for index in range(len(chunks), 0, -1) if chunks[index - 1].kind != "mark"), 0)
    return Clauses(chunks, grammar).main_subject(end)


def propose_name_after(state: AttributionState, quote: Quote, sentence_index: int) -> Proposal | None:
    """The person whom the next sentence introduces: `« … » Jean Roy, 54 ans, éleveur, n'a pas dormi.`

    Behind a quotation that opens its paragraph, a full name is enough. So does a line of its own below the quotation:
    `Jean Roy, directeur du port`.
    """
    own_chunks = state.sentences[sentence_index].chunks
    following = state.sentences[sentence_index + 1] if sentence_index + 1 < len(state.sentences) else None
    if not is_alone(state.raw, quote):  # `« … ! » Les yeux rougis, Jean Roy …` is one sentence
        following = replace(state.sentences[sentence_index], chunks=own_chunks[1:])
    if following is None:
        return None
    narrator = _narrator(following.chunks, state.grammar) or _voice(following, state.grammar)
    if narrator:  # `« … » Et Jean Roy de conclure : « … »`, `« … » La voix de Jean Roy a résonné.`
        return propose("after.introduction", narrator, narrator.span)
    if "\n" in state.raw[quote.span.end : following.span.start]:
        return _propose_signature_line(following)
    subject_index = _main_subject(following.chunks, state.grammar)
    source = following.chunks[subject_index] if subject_index is not None else None
    mention = source.mention if source else None
    if source is None or mention is None or not (mention.name and mention.kind == "person"):
        return None
    if leads_to_quote(following.chunks) or _is_quoted_otherwise(following.chunks, subject_index or 0, state.grammar):
        return None
    described = mention.role is not None and subject_index == 0
    opens = state.sentences[sentence_index].opens and " " in mention.name
    heads = subject_index == 0 or following.chunks[(subject_index or 0) - 1].low == ","
    introduced = (described or opens) and heads and state.resolver.mentions.is_first(mention)
    introduced = introduced and not _deals_with_another(following.chunks, source, state.grammar)
    return propose("after.introduction", source, source.span) if introduced else None


def _voice(sentence: Sentence, grammar: Grammar) -> Chunk | None:
    """X in `La voix de X a résonné`."""
    chunks = sentence.chunks
    index = next((i for i, chunk in enumerate(chunks) if chunk.mention and chunk.mention.head in grammar.voices), None)
    if index is None or chunks[index].governed:
        return None
    owner = owner_of(QuoteContext.build(chunks, len(chunks), "", grammar), index)
    return as_chunk(chunks[index], owner) if owner and owner.name else None


def leads_to_quote(chunks: Sequence[Chunk]) -> bool:
    """True if a colon leads to a quotation: what tells of a speaker before it is the cue of that one."""
    return any(first.low == ":" and second.kind == "quote" for first, second in pairwise(chunks))


def _is_quoted_otherwise(chunks: Sequence[Chunk], subject_index: int, grammar: Grammar) -> bool:
    """`« … » Sa sœur, Anne Roux, parle d'« un fantôme ».`: whether a reporting verb gives the subject other words."""
    clauses = Clauses(chunks, grammar)
    return any(
        clauses.is_cue(index, saying=True) and any(later.kind == "quote" for later in chunks[index:])
        for index in range(subject_index + 1, len(chunks))
    )


def _deals_with_another(chunks: Sequence[Chunk], source: Chunk, grammar: Grammar) -> bool:
    """True if another person, who may be the speaker, has to do with what a sentence tells of its subject.

    `Le maire lui prend la main.`, `Le maire écoute la dame.`, `Le maire est applaudi.`
    """
    clauses = Clauses(chunks, grammar)
    after = [index for index, chunk in enumerate(chunks) if chunk.start >= source.end]
    return any(
        chunks[index].low in grammar.oblique
        or (chunks[index].verb is not None and clauses.is_passive(index))
        or (not chunks[index].governed and any(_is_person(word, grammar) for word in chunks[index].words))
        for index in after
    )


def _is_person(word: Word, grammar: Grammar) -> bool:
    """True for a noun of persons, also in the possessive, and for a title."""
    return word.title or grammar.person_noun(grammar.without_possessive(word.low))


def ends_own_sentence(context: QuoteContext) -> bool:
    """True if a quotation that begins its sentence ends as one does, and no comma joins it to what follows."""
    following = context.chunks[context.quote_index + 1 : context.quote_index + 2]
    ends = context.quote_index == 0 and context.quoted_text.endswith(END_MARKS[1:])
    return ends and bool(following) and following[0].kind != "mark"


def _propose_signature_line(line: Sentence) -> Proposal | None:
    """The person whose full name, or name and role, are all that stands in a line below a quotation."""
    source = line.chunks[0] if line.chunks else None
    mention = source.mention if source else None
    if source is None or mention is None or not (mention.name and mention.kind == "person"):
        return None
    if not mention.role and not (" " in mention.name and (len(line.chunks) == 1 or line.chunks[1].low == ",")):
        return None
    goes_on = any(chunk.verb or chunk.low in (".", *END_MARKS[1:]) for chunk in line.chunks)
    signed = len(line.chunks) <= _LONGEST_SIGNATURE and not goes_on
    return propose("after.signature", source, source.span) if signed and source.start == line.span.start else None


def _narrator(chunks: Sequence[Chunk], grammar: Grammar) -> Chunk | None:
    """Whom an infinitive behind `et` has for its subject: `Et Jean Roy de conclure`."""
    if len(chunks) < _FEWEST_NARRATIVE_CHUNKS or chunks[0].low not in grammar.joining:
        return None
    source, particle = chunks[1:3]
    named = source.mention is not None and source.mention.name is not None
    return source if named and particle.low.rstrip("'") in grammar.narrating else None


def continues(state: AttributionState, last: Quote, quote: Quote, sentence_index: int) -> bool:
    """True if the quotation follows the `last` one at once and the source of that one is known."""
    if not last.speaker_span or last.kind == "post":
        return False
    if len(last.text.split()) <= _LONGEST_ECHO and fold(quote.text).startswith(fold(last.text)):
        return False  # `il lui conseille d'« attendre ». « Attendre quoi ? »`
    if _answers(quote, state.grammar):
        return False
    if state.raw[quote.sentence.start : quote.span.start].strip() in DASHES:  # the speakers of a dialogue alternate
        return False
    between = state.raw[last.sentence.end : quote.sentence.start]
    if not between.strip(MARKS) or _is_pause(between, state.grammar):
        return True
    return "\n" not in between and _is_about_possession(state, last, sentence_index - 1)


def _answers(quote: Quote, grammar: Grammar) -> bool:
    """`« Vous dormiez ? » « Non. »`, `« Et moi, je l'ai cru. »`: whether the quoted words answer somebody else.

    `Non seulement il ment` is no answer.
    """
    opening = fold(quote.text)
    behind = (opening[len(answer) :] for answer in grammar.answers if opening.startswith(answer))
    return any(not rest or rest[0] in _ANSWER_MARKS for rest in behind)


def _is_pause(between: str, grammar: Grammar) -> bool:
    """`« … » Silence. « … »`, `« … » Le but ? « … »`: True if only a pause or a short question parts two quotations."""
    is_question = between.strip(MARKS).endswith("?") and len(between.split()) <= _LONGEST_QUESTION
    if is_question and "\n" not in between and between.strip(MARKS)[1:].islower():
        return True
    return "\n" not in between and fold(between.strip(MARKS + ".…!")) in grammar.pauses


def _is_about_possession(state: AttributionState, last: Quote, sentence_index: int) -> bool:
    """True if the sentence follows that of the `last` quotation and is about a thing of its source.

    `Sa voiture est perdue.`
    """
    chunks, span = state.sentences[sentence_index].chunks, state.sentences[sentence_index].span
    first = next((chunk for chunk in chunks if chunk.kind not in ("word", "mark") and not chunk.governed), None)
    thing = first.mention if first is not None else None
    is_thing = thing is not None and (thing.kind == "thing" or thing.head in state.grammar.voices)
    owned = first is not None and is_thing and first.words[0].low in state.grammar.possessives
    return owned and not state.raw[last.sentence.end : span.start].strip(MARKS)


def last_speech(attributed: Sequence[Quote]) -> Quote | None:
    """The last quotation, or the last one in its sentence that is speech: a quoted title may stand beside it."""
    if not attributed:
        return None
    same_sentence = [
        quote for quote in attributed[-SOURCE_MEMORY:] if quote.sentence == attributed[-1].sentence and quote.speech
    ]
    return same_sentence[-1] if same_sentence else attributed[-1]


def continue_source(state: AttributionState, last: Quote, quote: Quote, sentence_index: int) -> Quote:
    """The quotation with the source of the `last` one, which is noted as a source again."""
    if state.sources and last.speaker:
        state.sources.append(
            replace(
                state.sources[-1], sentence_index=sentence_index, quote_offset=quote.span.start, speaker=last.speaker
            )
        )
    return replace(
        quote, speaker=last.speaker, speaker_span=last.speaker_span, role=last.role,
        rule="context.continued", confidence=last.confidence,
    )  # fmt: skip


def join_unclosed_quotes(attributed: list[Quote], raw: str) -> None:
    """Give a quotation that fills its paragraph and is not closed the source of the next one, which continues it."""
    for index in range(len(attributed) - 2, -1, -1):
        quote, following = attributed[index : index + 2]
        between = raw[quote.span.end : following.span.start]
        unclosed = "\n" in between and between.strip() in _REPEATED_MARKS
        if unclosed and not quote.speaker and following.speaker and is_alone(raw, quote):
            attributed[index] = replace(
                quote, speech=True, speaker=following.speaker, role=following.role, candidates=(),
                rule="context.unclosed", confidence=following.confidence,
            )  # fmt: skip
