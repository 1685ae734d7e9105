"""Cue constructions in which source and cue come before the quotation: a verb, a colon, or the subject alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from tui_reader.analysis.quotes.context import (
    CUE_REACH,
    NEAR,
    Proposal,
    QuoteContext,
    as_chunk,
    find_source_with_verb,
    is_verbless_thing,
    object_of_reproach,
    owner_of,
    propose,
    source_in_phrase,
    subject_after_quote,
)
from tui_reader.analysis.quotes.weights import (
    FAR_PENALTY,
    FAR_THING_PENALTY,
    INFINITIVE_PENALTY,
    THING_PENALTY,
    VERY_FAR_PENALTY,
)
from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import PRONOUN_GENDERS, compatible
from tui_reader.analysis.syntax.mention import Mention

_VERY_FAR = 20
"""The number of chunks between a cue and its quotation from which on the cue loses most."""
_FEWEST_PARTICIPLE_WORDS = 3
"""The number of quoted words from which on those after an auxiliary are the subject's: `n'a « jamais osé partir »`."""
_MOST_CUES = 3
"""The number of cue verbs before a quotation that are tried for a subject."""
_LONGEST_VERB = 3
"""The number of chunks of a verb between an inserted cue and the quotation."""
_FEWEST_CHUNKS_INSERTED = 4
"""The number of chunks before a quotation that an inserted cue needs at least: a comma, verb, source, and comma."""


def place_then_impersonal_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`À l'Élysée, on assure que « … »`, `à l'Élysée, où l'on dénonce « … »`: the place is the source."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.nobody):
        return
    for pronoun_index in range(context.quote_index - 1, 0, -1):
        pronoun = chunks[pronoun_index]
        if pronoun.kind != "pronoun" or pronoun.low not in grammar.nobody:
            continue
        if not any(context.clauses.is_cue(later) for later in range(pronoun_index + 1, context.quote_index)):
            return
        index = pronoun_index - 1
        while index > 0 and (chunks[index].low in grammar.enclosed or chunks[index].low.rstrip("'") in grammar.clitics):
            index -= 1
        place = chunks[index - 1] if index > 0 and chunks[index].low == "," else None
        if place and place.mention and place.mention.head in grammar.sides:
            owner = owner_of(context, index - 1)
            if owner and owner.kind in ("name", "body"):
                yield propose("before.place-impersonal-verb", as_chunk(place, owner), pronoun.span)
            return
        if place and place.governed and place.mention and place.mention.kind in ("name", "body"):
            yield propose("before.place-impersonal-verb", place, pronoun.span)
        return


def source_then_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`X a déclaré que « … »`, `X, qui parle de « … »`, `affirmant que « … »`, `X told reporters that “…”`."""
    chunks, clauses = context.chunks, context.clauses
    cues_tried = 0
    enclosure_start = enclosure_end = context.quote_index  # of the relative clause between commas passed last
    for cue_index in range(context.quote_index - 1, -1, -1):
        chunk = chunks[cue_index]
        if chunk.low == ";" or cues_tried >= _MOST_CUES or _is_of_another(context, cue_index):
            return
        if chunk.verb is None:
            start = clauses.enclosure_start(cue_index) if chunk.low == "," and cue_index < enclosure_start else None
            if start is not None:
                enclosure_start, enclosure_end = start, cue_index
            continue
        if enclosure_start < cue_index < enclosure_end or not clauses.is_cue(cue_index):
            continue
        if any(is_no_cue(context, cue_index) for is_no_cue in _NO_CUES):
            continue
        cues_tried += 1
        source_index = clauses.subject(cue_index)
        if source_index is None and "present" in chunk.verb.forms:
            source_index = subject_after_quote(context)
        if source_index is None:
            if cue_index and chunks[cue_index - 1].kind == "pronoun":
                return
            continue
        if chunks[context.quote_index - 1].low == ":" and clauses.in_relative(cue_index):
            after = chunks[cue_index + 1 : context.quote_index]
            needs_words = not after[:-1] and chunk.low in context.grammar.needing_words
            leads = needs_words or clauses.ends_in_relative(cue_index)
            if any(chunk.low == "," or chunk.verb for chunk in after) or not leads:
                continue
        source = _voice_of(context, source_index, cue_index)
        yield _propose_subject(context, cue_index, _outer_source(context, cue_index, source_index), source)
        return


def _is_of_another(context: QuoteContext, index: int) -> bool:
    """Whether a chunk begins a clause about somebody else, or is the verb of what bears words.

    So is the verb of somebody who is reproached with them.
    """
    verb = context.chunks[index].verb
    if verb is None or context.clauses.sets_against(index):
        return context.clauses.sets_against(index)
    bearer = context.chunks[index - 1] if index else None
    noun = bearer.mention.head if bearer and bearer.mention else bearer.low if bearer else ""
    if verb.forms == {"present"} and noun in context.grammar.bearers:
        return True  # `avec des pancartes proclamant « … »`
    return context.clauses.is_cue(index) and object_of_reproach(context, index) is not None


def _receives(context: QuoteContext, cue_index: int) -> bool:
    """Whether a cue is told of its subject by somebody else: a passive, or a participle that only describes a noun."""
    if context.clauses.is_passive(cue_index) or _describes_thing(context, cue_index):
        return True
    is_perfect = cue_index > 0 and context.chunks[cue_index - 1].low in context.grammar.perfect  # `pour avoir parlé`
    return context.clauses.is_bare_participle(cue_index) and not is_perfect


def _is_in_adverbial(context: QuoteContext, cue_index: int) -> bool:
    """`when his wife called, he had “…”`: whether a cue ends a clause that a comma parts from the main one."""
    chunks, grammar = context.chunks, context.grammar
    comma, subject = cue_index + 1, cue_index + 2
    if subject >= context.quote_index or chunks[comma].low != "," or chunks[subject].kind not in ("phrase", "pronoun"):
        return False
    start = context.clauses.verb_start(cue_index) - 2  # where a conjunction stands before the subject
    return start > 0 and chunks[start].low in grammar.openers and chunks[start].low in grammar.conjunctions


def _is_asked_about(context: QuoteContext, cue_index: int) -> bool:
    """`asked whether she thought it was “…”`: whether another one asks if the subject of a cue says so."""
    conjunction = context.clauses.verb_start(cue_index) - 2
    if conjunction < 1 or context.chunks[conjunction].low not in context.grammar.whether:
        return False
    return any(context.clauses.is_cue(index) for index in range(max(0, conjunction - 2), conjunction))


def _describes_thing(context: QuoteContext, cue_index: int) -> bool:
    """`Son chant, décrit comme « … », est rare`: whether a participle behind a comma tells how a thing is described."""
    verb, chunks = context.chunks[cue_index].verb, context.chunks
    if verb is None or "past" not in verb.forms or cue_index < 2 or chunks[cue_index - 1].low != ",":
        return False
    thing = chunks[cue_index - 2].mention
    is_likened = cue_index + 1 < len(chunks) and chunks[cue_index + 1].low in context.grammar.likening
    return is_likened and thing is not None and thing.kind == "thing"


def _is_caused(context: QuoteContext, cue_index: int) -> bool:
    """`une prudence qui le fait bondir`: whether the subject only makes somebody else say something."""
    verb = context.chunks[cue_index].verb
    is_infinitive = verb is not None and verb.forms == {"base"}
    return is_infinitive and cue_index > 0 and context.chunks[cue_index - 1].low in context.grammar.making


def _is_undergone(context: QuoteContext, cue_index: int) -> bool:
    """`Elle s'est vu répondre : « … »`: whether the subject of an infinitive only hears what is said."""
    return context.clauses.is_undergone(cue_index - 1, cue_index + 2)


def _leads_to_hearsay(context: QuoteContext, cue_index: int) -> bool:
    """`defended it against charges that it was “…”`: whether a cue takes what others say."""
    grammar, chunks = context.grammar, context.chunks
    if not context.clauses.has_any(grammar.hearsay):
        return False
    after = chunks[cue_index + 1 : context.quote_index]
    if chunks[cue_index].low in grammar.hearsay and cue_index and chunks[cue_index - 1].verb:  # `denied claims that`
        return True
    return any(
        noun.low in grammar.hearsay and conjunction.low in grammar.reporting for noun, conjunction in pairwise(after)
    )


_NO_CUES = (_is_undergone, _receives, _is_caused, _is_in_adverbial, _is_asked_about, _leads_to_hearsay)
"""What tells that the subject of a verb before the quotation is not whose words it quotes."""


def _outer_source(context: QuoteContext, cue_index: int, source_index: int) -> int:
    """The index of the source of an outer cue, where the nearer source only stands for it or is a thing.

    `X told reporters he thought it “…”`, `X prévient que la grève reprendrait « … »`; else `source_index`.
    """
    source = context.chunks[source_index]
    before_index = source_index - 1
    while (
        before_index > 0 and context.chunks[before_index].kind == "phrase"
    ):  # `que l'hôpital le plus proche se trouve`
        before_index -= 1
    before = context.chunks[before_index].low.rstrip("'") if source_index else ""
    thing = source.mention is not None and source.mention.kind == "thing" and before in context.grammar.reporting
    if not thing and (source.kind != "pronoun" or before in context.grammar.free_relatives):
        return source_index
    for index in range(min(cue_index, source_index) - 1, -1, -1):
        verb = context.chunks[index].verb
        is_gerund = verb is not None and verb.forms == {"present"}  # `show Ann Lee joking about a man whom she calls`
        if context.clauses.is_cue(index, saying=True) and not is_gerund and not context.clauses.in_relative(index):
            outer_index = context.clauses.subject(index)
            if outer_index is not None and (thing or _may_stand_for(context, source, context.chunks[outer_index])):
                return outer_index
    return source_index


def _may_stand_for(context: QuoteContext, pronoun: Chunk, outer: Chunk) -> bool:
    """Whether a pronoun may mean the source of the outer cue.

    Not `they` of `he and his wife said they were “…”`, nor `il` of `Mme Roux a lu la lettre, où il niait « … »`.
    """
    kind = context.grammar.pronouns.get(pronoun.low)
    is_plural = kind == "plural"
    if outer.mention is None:
        return False
    is_one = outer.mention.kind == "person" and not outer.mention.plural
    is_of_other_gender = is_one and not compatible(outer.mention.gender, PRONOUN_GENDERS.get(kind or ""))
    return not (is_plural and is_one) and not is_of_other_gender


def _voice_of(context: QuoteContext, source_index: int, cue_index: int) -> Chunk | None:
    """Who speaks for the subject of a cue: X in `le parti, par la voix de X, refuse`.

    So does the author of a document that is right before a participle: `elle a reçu un message de X promettant`; or
    the document itself, if it is only cited: `elle a reçu un message promettant`.
    """
    verb, document_index = context.chunks[cue_index].verb, cue_index - 1
    while document_index > 0 and context.chunks[document_index].low.rstrip("'") in context.grammar.oblique:
        document_index -= 1  # `un message lui promettant`
    document = context.chunks[document_index]
    if verb and verb.forms == {"present"} and document.mention and document.mention.kind == "document":
        author = owner_of(context, document_index)
        if author is None:
            maker = next((chunk for chunk in reversed(context.chunks[:document_index]) if chunk.verb), None)
            is_cited = maker is not None and maker.low in context.grammar.citing
            return document if is_cited or context.clauses.is_turned_to(document_index) else None
        return as_chunk(document, author)
    for index in range(source_index + 1, cue_index):
        chunk = context.chunks[index]
        owner = owner_of(context, index) if chunk.mention and chunk.mention.head in context.grammar.voices else None
        if owner and owner.name:
            return as_chunk(chunk, owner)
        if owner and chunk.mention and chunk.mention.name:  # `par la voix de son délégué, X`
            return as_chunk(chunk, replace(chunk.mention, role=owner.role, head=owner.head))
    return None


def _propose_subject(context: QuoteContext, cue_index: int, source_index: int, voice: Chunk | None) -> Proposal:
    """The subject of a cue verb, weighted by the verb, its distance from the quotation, and what the subject is.

    The `voice` by which the subject speaks takes its place.
    """
    cue, source = context.chunks[cue_index], voice or context.chunks[source_index]
    distance = context.quote_index - cue_index
    penalty = 0.0
    if cue.verb and cue.verb.forms == {"base"}:
        penalty += INFINITIVE_PENALTY
    if distance > _VERY_FAR:
        penalty += VERY_FAR_PENALTY
    elif distance > NEAR:
        penalty += FAR_PENALTY
    if source.mention and source.mention.kind == "thing" and cue.low not in context.grammar.speaking:
        adjacent = source_index == context.clauses.verb_start(cue_index) - 1
        penalty += THING_PENALTY if adjacent else FAR_THING_PENALTY
    reporting = cue.verb is not None and cue.verb.level == "saying"
    rule = "before.source-reporting-verb" if reporting else "before.source-judging-verb"
    return propose(rule, source, cue.span, penalty)


def source_then_colon(context: QuoteContext) -> Iterator[Proposal]:
    """`X : « … »`, `X s'emporte : « … »`."""
    colon_index = context.quote_index - 1
    if colon_index < 1 or context.chunks[colon_index].low != ":" or context.clauses.is_undergone(0, colon_index):
        return
    agent, leading = context.chunks[colon_index - 1], context.chunks[max(0, colon_index - 2)]
    is_agent = leading.low in context.grammar.agents and agent.mention is not None and agent.mention.kind == "person"
    if is_agent and agent.mention and agent.mention.name:  # `une mesure saluée par Jean Roux : « … »`
        yield propose("before.source-clause-colon", agent, context.chunks[colon_index].span)
        return
    source_index = context.clauses.main_subject(colon_index)
    if source_index is not None:
        source = source_in_phrase(context, source_index)  # `ce mot d'un vieux meunier : « … »`
        if source_index != colon_index - 1 and is_verbless_thing(context, source_index):
            return
        if _is_described_only(context, source_index, colon_index):
            holder_index = _subject_in_relative(context, source_index + 1)
            if holder_index is not None:
                cue_span = context.chunks[colon_index].span
                yield propose("before.source-clause-colon", context.chunks[holder_index], cue_span)
            return
        rule = "before.source-colon" if source_index == colon_index - 1 else "before.source-clause-colon"
        yield propose(rule, source, context.chunks[colon_index].span)


def _is_described_only(context: QuoteContext, source_index: int, end: int) -> bool:
    """`Une prudence qui l'agace : « … »`, `Un avis que conteste Jean Roux : « … »`.

    True if all that is told of a thing or a document, up to chunk number `end`, is a relative clause.
    """
    mention = context.chunks[source_index].mention
    if mention is None or mention.kind not in ("thing", "document") or source_index + 1 >= end:
        return False
    relative = context.chunks[source_index + 1].low.rstrip("'")
    if relative not in context.grammar.relatives:
        return mention.indefinite and relative in context.grammar.reporting
    return not any(chunk.low == "," for chunk in context.chunks[source_index + 1 : end])


def _subject_in_relative(context: QuoteContext, relative_index: int) -> int | None:
    """X in `Un avis que conteste X : « … »`, `Une version que ne partage pas X : « … »`."""
    if context.chunks[relative_index].low.rstrip("'") not in context.grammar.reporting:
        return None
    for index in range(relative_index + 1, context.quote_index):
        chunk = context.chunks[index]
        if chunk.mention and not chunk.governed and chunk.mention.kind != "document":
            return index if chunk.mention.kind != "thing" else None
    return None


def document_then_provision(context: QuoteContext) -> Iterator[Proposal]:
    """`la loi, qui impose de « … »`, `l'article 3 prévoit une amende « … »`: a document lays down the quoted words."""
    chunks = context.chunks
    if not context.clauses.has_any(context.grammar.providing):
        return
    for verb_index in range(context.quote_index - 1, max(0, context.quote_index - NEAR), -1):
        if chunks[verb_index].low in (";", ":", ",") or chunks[verb_index].low in context.grammar.relatives:
            return
        if chunks[verb_index].low not in context.grammar.providing or chunks[verb_index].mention:
            continue
        source_index = context.clauses.subject(verb_index)
        source = chunks[source_index] if source_index is not None else None
        if source is not None and source.mention and source.mention.kind == "document":
            yield propose("before.document-provision", source, chunks[verb_index].span)
        return


def inserted_verb_then_source(context: QuoteContext) -> Iterator[Proposal]:
    """`C'était, dit X, « … »`: cue and source stand between commas, right before the quotation."""
    end = _remark_end(context)
    if end is None or end < _FEWEST_CHUNKS_INSERTED:
        return
    for comma_index in range(end - 3, max(0, end - CUE_REACH), -1):
        if context.chunks[comma_index].low == ",":
            source_index = context.clauses.subject_after(comma_index + 1, saying=True)
            if source_index is not None and (
                _goes_on_after_remark(context, comma_index) or _is_some_thing(context, source_index)
            ):
                return
            if source_index is not None and source_index < end - 1:
                cue_span = context.span_of(comma_index + 1, source_index)
                yield propose("before.inserted-verb-source", context.chunks[source_index], cue_span)
                return


def _remark_end(context: QuoteContext) -> int | None:
    """The chunk after the comma that closes a remark before the quotation; only a verb may part it from that.

    `C'était, dit X, « … »`, `Le produit, dit X, est « … »`.
    """
    index = context.quote_index - 1
    while index >= max(0, context.quote_index - _LONGEST_VERB) and context.chunks[index].kind in ("word", "verb"):
        index -= 1
    is_closed = index >= 0 and context.chunks[index].low == ","
    between = context.chunks[index + 1 : context.quote_index]
    is_told = not between or any(
        (chunk.verb and "finite" in chunk.verb.forms) or chunk.low in context.grammar.to_be for chunk in between
    )  # unlike `Le maire a critiqué l'arbitrage, évoquant « … »`
    return index + 1 if is_closed and is_told else None


def _is_some_thing(context: QuoteContext, index: int) -> bool:
    """`Le maire, Jean Roux, réclame des caméras, « … »`: whether what follows a verb is its object."""
    mention = context.chunks[index].mention
    return mention is not None and mention.kind == "thing" and mention.indefinite


def _goes_on_after_remark(context: QuoteContext, comma_index: int) -> bool:
    """`La Norie, en revanche, a félicité le vainqueur, « … »`: whether the verb behind a remark is the main one."""
    subject_index = context.clauses.main_subject(comma_index) or 0
    between = context.chunks[subject_index + 1 : comma_index]
    return bool(between) and between[0].low == "," and not any(chunk.verb for chunk in between)


def source_who_put_it(context: QuoteContext) -> Iterator[Proposal]:
    """`As X put it, “…”`, `Until then, as X put it, “…”`: whatever the verb is."""
    chunks, grammar = context.chunks, context.grammar
    if not context.clauses.has_any(grammar.quoting):
        return
    heads = (index for index in range(context.quote_index) if index == 0 or chunks[index - 1].low == ",")
    as_index = next((index for index in heads if chunks[index].low in grammar.quoting), None)
    if as_index is None:
        return
    source_index = find_source_with_verb(context, as_index + 1, context.quote_index)
    if source_index is None:
        return
    put = chunks[source_index + 2 : context.quote_index]
    comma = next((index for index, chunk in enumerate(put) if chunk.kind == "mark"), 0)
    remark = put[1:comma]  # `in her last interview`
    is_put = bool(put) and put[0].kind == "pronoun" and comma > 0  # not `As he left the hall, a man shouted`
    if is_put and all(chunk.kind == "word" or chunk.governed for chunk in remark):
        yield propose("before.source-put-it", chunks[source_index], chunks[source_index + 1].span)


def source_then_quoted_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`X « refuse de céder »`, `X est « effaré »`, `X n'a « jamais osé partir »`, `X vote un texte qui « exige … »`."""
    chunks, grammar = context.chunks, context.grammar
    index = context.quote_index - 1
    if index < 0:
        return
    begins_with_verb = _begins_with_verb(context)
    if chunks[index].low in grammar.relatives and begins_with_verb:
        source_index = context.clauses.subject_of_relative(index)
        if source_index is not None:
            yield propose("before.source-relative-quoted-verb", chunks[source_index], chunks[index].span)
        return
    copula = chunks[index].low in grammar.to_be
    auxiliary = chunks[index].low in grammar.having and len(context.quoted_text.split()) >= _FEWEST_PARTICIPLE_WORDS
    index -= copula or auxiliary
    if index < 0 or not (begins_with_verb or copula or auxiliary):
        return
    source = chunks[
        _subject_before_quoted_verb(context, index, begins_with_verb=begins_with_verb, is_helped=copula or auxiliary)
    ]
    kinds = ("person", "name", "body") if begins_with_verb else ("person", "name")
    if source.kind != "phrase" or source.governed or not source.mention or source.mention.kind not in kinds:
        return
    several_words = begins_with_verb and " " in context.quoted_text and source.mention.kind != "body"
    rule = "before.source-quoted-verb" if auxiliary or several_words else "before.source-quoted-word"
    yield propose(rule, source, source.span)


def _subject_before_quoted_verb(context: QuoteContext, index: int, *, begins_with_verb: bool, is_helped: bool) -> int:
    """The index of the subject of a quoted verb, or of the copula or auxiliary before it, going back from `index`."""
    chunks, grammar = context.chunks, context.grammar
    while index > 0 and (
        chunks[index].low == "," or chunks[index].low.rstrip("'") in grammar.negations or _is_emphatic(context, index)
    ):
        index -= 1
    if begins_with_verb and chunks[index].low in grammar.joining:  # `le club « regrette » et « condamne »`
        index = next((earlier for earlier in range(index, 0, -1) if chunks[earlier].kind == "quote"), 1) - 1
    if is_helped and chunks[index + 1].low == ",":  # `le maire, dont la tante vit là, est « anéanti »`
        subject = context.clauses.main_subject(index)
        return index if subject is None else subject
    return index


def _is_emphatic(context: QuoteContext, index: int) -> bool:
    """`Hugo, lui, n'a « rien vu »`: whether a pronoun between commas stresses the subject before it."""
    around = [chunk.low for chunk in context.chunks[index - 1 : index + 2]]
    return len(around) > 2 and around[0] == around[2] == "," and around[1] in context.grammar.pronouns


def _begins_with_verb(context: QuoteContext) -> bool:
    """True if the quoted text begins with a verb: `« refuse … »`, `« ne démissionnera pas »`, `« s'oppose … »`."""
    first_word, grammar = context.first_word, context.grammar
    verb = grammar.verbs.get(first_word)
    finite = bool(verb and "finite" in verb.forms) or first_word.endswith(grammar.verb_endings)
    return finite or first_word in grammar.reflexives or (first_word in grammar.negations and grammar.head_first)


def source_without_verb(context: QuoteContext) -> Iterator[Proposal]:
    """`X parle d'une « … », et Y d'une « … »`: the second source shares the verb of the first quotation."""
    chunks, grammar = context.chunks, context.grammar
    index = context.quote_index - 1
    while index > 0 and chunks[index].kind == "word" and chunks[index].low.rstrip("'") in grammar.leading:
        index -= 1
    source = chunks[index] if index > 1 else None
    if source is None or source.kind != "phrase" or source.governed or chunks[index - 1].low not in grammar.joining:
        return
    if source.mention and source.mention.indefinite and not source.mention.name and index == context.quote_index - 1:
        return  # `dénonce un plan « flou » et un élu « absent »`
    before = chunks[index - 3 : index - 1] if chunks[index - 2].low == "," else chunks[index - 2 : index - 1]
    if before and before[0].kind == "quote" and source.mention and source.mention.kind in ("person", "name", "body"):
        yield propose("before.source-without-verb", source, source.span)


def _is_known_person(mention: Mention) -> bool:
    """Whether a mention is of a person with a name, a definite article, or a possessor: `Son épouse`."""
    is_one = mention.definite or not (mention.indefinite or mention.bare or mention.plural)
    return mention.kind == "person" and (mention.name is not None or is_one)


def subject_of_sentence(context: QuoteContext) -> Iterator[Proposal]:
    """`X évoque longuement … « … »`: no cue, but the sentence is about a person."""
    source_index = context.clauses.main_subject(context.quote_index)
    if source_index is None or _is_described_only(context, source_index, context.quote_index):
        return
    source = context.chunks[source_index]
    mention = source.mention
    described = context.chunks[context.quote_index - 1].low in context.grammar.to_be  # `le texte est « … »`
    document = mention is not None and mention.kind == "document" and not described
    if described and context.grammar.pronouns.get(source.low) == "neuter":
        return  # `it is “…”`
    known = mention is None or mention.kind == "name" or _is_known_person(mention)
    named_body = mention is not None and mention.kind == "body" and (mention.definite or bool(mention.name))
    is_told = context.quoted_text[:1].islower() and context.grammar.head_first  # not `Le musée acquiert « La Laveuse »`
    body = named_body and is_told
    person = known or document or body
    if context.clauses.is_undergone(source_index, context.quote_index):
        return
    if _leads_to_hearsay(context, source_index):
        return
    if context.clauses.has_compound_to_be(source_index, context.quote_index):
        return  # `Il aurait été « surpris par le bruit »`
    if person and not any(
        context.clauses.is_passive(index)
        for index in range(source_index + 1, context.quote_index)
        if context.chunks[index].verb
    ):
        yield propose("before.sentence-subject", source, source.span)
