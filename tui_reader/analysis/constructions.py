"""How a sentence says whose words a quotation holds: each construction proposes a source, its cue and a weight.

A construction looks at the chunks of one sentence and at the place of one quotation among them. It knows nothing of
the others: whoever calls them weighs what they propose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_reader.analysis.scenes import (
    ENDS,
    REACH,
    Proposal,
    Scene,
    as_source,
    belongs,
    owner_of,
    past_marks,
    past_parts,
    subject_behind,
    takes_words,
)

_CLOSE = 8  # chunks between a cue and its quotation that take nothing from its weight
_FAR = 20
_TRIES = 3  # cues before a quotation that may lack a subject


Construction = Callable[[Scene], Iterator[Proposal]]


def verb_then_source(scene: Scene) -> Iterator[Proposal]:
    """`« … », a dit X`, `« … », affirme-t-elle`, `“…,” said X`."""
    start = past_marks(scene, scene.at + 1)
    source = scene.clauses.subject_after(start)
    if source is not None:
        yield Proposal(scene.chunks[source], scene.cue(start, source), 1.0)


def verb_then_one_of_them(scene: Scene) -> Iterator[Proposal]:
    """`“…,” said one, X`, `“…,” said one of them, X`: the name stands behind a word that only counts."""
    chunks, rules = scene.chunks, scene.rules
    start = past_marks(scene, scene.at + 1)
    at = start + 1
    if at >= len(chunks) or not scene.clauses.is_cue(start, saying=True) or chunks[at].low not in rules.standalone:
        return
    at += 3 if at + 1 < len(chunks) and chunks[at + 1].low in rules.owning else 1
    if at + 1 >= len(chunks) or chunks[at].low != ",":
        return
    source = chunks[at + 1]
    if source.mention and source.mention.name and not source.governed:
        yield Proposal(source, chunks[start].span, 0.9)


def unknown_verb_then_source(scene: Scene) -> Iterator[Proposal]:
    """`« … », persifle X`, `« … », a-t-il osé`: what stands there is a verb, even if no list has it."""
    chunks, rules = scene.chunks, scene.rules
    start = past_marks(scene, scene.at + 1)
    if start + 1 >= len(chunks):
        return
    if chunks[start].low.rstrip("'") in rules.reflexives and start + 2 < len(chunks):  # `s'émerveille`
        start += 1
    word, source = chunks[start], chunks[start + 1]
    if source.kind == "inverted":
        yield Proposal(source, scene.cue(start, start + 1), 0.9)
    if start == scene.at + 1 and not scene.words.endswith(ENDS):
        return
    guessed = word.kind == "word" and word.low.endswith(rules.guessed_endings) and word.low not in rules.stops
    if guessed and source.mention and source.mention.kind == "person" and not source.governed:
        yield Proposal(source, word.span, 0.8)


def verb_then_source_later(scene: Scene) -> Iterator[Proposal]:
    """`… « … » au Bélarus pour une autre session, a déclaré X`: the cue closes the sentence."""
    chunks = scene.chunks
    for at in range(scene.at + 1, len(chunks) - 1):
        if chunks[at].low in (";", ":"):
            return
        if (chunks[at].low == "," or chunks[at].kind == "quote") and chunks[at + 1].kind in ("verb", "word"):
            source = scene.clauses.subject_after(at + 1, saying=True)
            if source is not None and at > scene.at + 1 and not takes_words(chunks, source):
                yield Proposal(chunks[source], scene.cue(at + 1, source), 0.95)
                return


def source_then_verb(scene: Scene) -> Iterator[Proposal]:
    """`“…,” X said`, `“…!” X, the mayor, said`."""
    chunks = scene.chunks
    start = past_marks(scene, scene.at + 1)
    if start >= len(chunks) or chunks[start].kind not in ("phrase", "pronoun"):
        return
    if start == scene.at + 1 and not scene.words.rstrip("'’").endswith(ENDS):
        return
    at = past_parts(scene, start + 1)
    while at < len(chunks) and (scene.clauses.is_aside(at) or belongs(scene, at)):
        at += 1
    if at < len(chunks) and scene.clauses.is_cue(at):
        yield Proposal(chunks[start], scene.cue(start + 1, at), 0.9)


def source_then_verb_later(scene: Scene) -> Iterator[Proposal]:
    """`… “…” on the show, X said.`: the cue closes the sentence."""
    chunks = scene.chunks
    for at in range(len(chunks) - 1, scene.at + 2, -1):
        if not scene.clauses.is_cue(at, saying=True):
            continue
        start = scene.clauses.verb_start(at)
        source = chunks[start - 1]
        if source.kind in ("phrase", "pronoun") and chunks[start - 2].low == "," and start - 2 > scene.at:
            yield Proposal(source, scene.cue(start, at), 0.85)
        return


def source_and_verb_before(scene: Scene) -> Iterator[Proposal]:
    """`X a déclaré que « … »`, `X, qui parle de « … »`, `affirmant que « … »`, `X told reporters that “…”`."""
    tries = 0
    enclosure = closing = scene.at  # where the relative clause passed last begins and ends
    for at in range(scene.at - 1, -1, -1):
        chunk = scene.chunks[at]
        if chunk.low == ";" or tries >= _TRIES:
            return
        if chunk.verb is None:
            start = scene.clauses.enclosure_start(at) if chunk.low == "," and at < enclosure else None
            closing, enclosure = (at, start) if start is not None else (closing, enclosure)
            continue
        if enclosure < at < closing or not scene.clauses.is_cue(at) or scene.clauses.is_passive(at):
            continue
        tries += 1
        place = scene.clauses.subject(at)
        if place is None and chunk.verb and "present" in chunk.verb.forms:
            place = subject_behind(scene)
        if place is None:
            if at and scene.chunks[at - 1].kind == "pronoun":
                return
            continue
        if scene.chunks[scene.at - 1].low == ":" and scene.clauses.in_relative(at):
            continue
        place = _outer(scene, at, place)
        yield Proposal(scene.chunks[place], chunk.span, _weight(scene, at, place))
        return


def source_before_colon(scene: Scene) -> Iterator[Proposal]:
    """`X : « … »`, `X s'emporte : « … »`."""
    at = scene.at - 1
    if at < 1 or scene.chunks[at].low != ":":
        return
    place = scene.clauses.main_subject(at)
    if place is not None:
        yield Proposal(scene.chunks[place], scene.chunks[at].span, 0.95 if place == at - 1 else 0.7)


def according_to_source(scene: Scene) -> Iterator[Proposal]:
    """`Selon X, « … »`, `« … », d'après X`, `according to X`."""
    rules = scene.rules
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind != "word" or chunk.low not in rules.according:
            continue
        place = at + 1
        if place < len(scene.chunks) and scene.chunks[place].low in rules.prepositions:
            place += 1
        if place < len(scene.chunks) and scene.chunks[place].kind in ("phrase", "pronoun"):
            yield Proposal(scene.chunks[place], chunk.span, 0.85)


def viewpoint_of_source(scene: Scene) -> Iterator[Proposal]:
    """`Pour X, « … »` at the head of a clause, `pour lui` anywhere before the words, `X, pour qui`."""
    chunks, rules = scene.chunks, scene.rules
    for at in range(min(scene.at, len(chunks) - 2)):
        if chunks[at].low not in rules.viewpoint:
            continue
        source = chunks[at + 1]
        if source.low in rules.relatives:
            place = scene.clauses.subject_of_relative(at)
            if place is not None:
                yield Proposal(chunks[place], chunks[at].span, 0.92)
            continue
        heads = at == 0 or chunks[at - 1].low in (":", ";", ".")
        closed = at + 2 <= scene.at and chunks[at + 2].kind in ("mark", "quote")
        if heads and closed and source.kind in ("phrase", "pronoun"):
            yield Proposal(source, chunks[at].span, 0.8)
        elif source.kind == "pronoun" and source.low in rules.pronouns and at > 0:
            yield Proposal(source, chunks[at].span, 0.7)


def viewpoint_after(scene: Scene) -> Iterator[Proposal]:
    """`une somme « dérisoire », pour X.`: whose view it is stands behind a comma, and nothing else does."""
    chunks = scene.chunks
    at = scene.at + 1
    if at + 2 >= len(chunks) or chunks[at].low != "," or chunks[at + 1].low not in scene.rules.viewpoint:
        return
    source = chunks[at + 2]
    closed = at + 3 == len(chunks) or chunks[at + 3].kind == "mark"
    if closed and source.mention and source.mention.kind in ("person", "name") and source.mention.name:
        yield Proposal(source, chunks[at + 1].span, 0.7)


def verb_and_source_inserted(scene: Scene) -> Iterator[Proposal]:
    """`C'était, dit X, « … »`: the remark stands between commas, right before the words."""
    if scene.at < 4 or scene.chunks[scene.at - 1].low != ",":
        return
    for at in range(scene.at - 3, max(0, scene.at - REACH), -1):
        if scene.chunks[at].low == ",":
            source = scene.clauses.subject_after(at + 1, saying=True)
            if source is not None and source < scene.at - 1:
                yield Proposal(scene.chunks[source], scene.cue(at + 1, source), 0.95)
            return


def source_of_passive(scene: Scene) -> Iterator[Proposal]:
    """`a été qualifié de « … » par X`, `labelled a “…” by X`, `was described by X as “…”`."""
    chunks, rules = scene.chunks, scene.rules
    cue = next((i for i in range(scene.at - 1, max(-1, scene.at - _CLOSE), -1) if chunks[i].verb), None)
    if cue is None or not scene.clauses.is_cue(cue):
        return
    verb = chunks[cue].verb
    if verb is None or "past" not in verb.forms or scene.clauses.is_active(cue):
        return
    for at in (*range(cue + 1, scene.at), *range(scene.at + 1, min(scene.at + _CLOSE, len(chunks) - 1))):
        if chunks[at].low == "," and at > scene.at:
            return
        if chunks[at].low in rules.agents and chunks[at + 1].kind == "phrase" and at + 1 != scene.at:
            yield Proposal(chunks[at + 1], chunks[cue].span, 0.92)
            return


def owner_of_words(scene: Scene) -> Iterator[Proposal]:
    """`les propos de X : « … »`, `de l'avis de X`, `in the words of X`: a noun of saying and whose it is."""
    for at in range(scene.at - 1, max(-1, scene.at - _CLOSE), -1):
        chunk = scene.chunks[at]
        owner = owner_of(scene, at) if chunk.mention and chunk.mention.head in scene.rules.views else None
        if owner:
            yield Proposal(as_source(chunk, owner), chunk.span, 0.75)
            return


def partner_of_talk(scene: Scene) -> Iterator[Proposal]:
    """`« … » : entretien avec X`: who is interviewed speaks in the title."""
    chunks, rules = scene.chunks, scene.rules
    for at in range(scene.at + 1, len(chunks) - 2):
        mention = chunks[at].mention
        if (
            (mention.head if mention else chunks[at].low) in rules.talks
            and chunks[at + 1].low in rules.talking
            and chunks[at + 2].kind == "phrase"
        ):
            yield Proposal(chunks[at + 2], chunks[at].span, 0.7)
            return


def owner_of_page(scene: Scene) -> Iterator[Proposal]:
    """`sur la page de X, on pouvait lire : « … »`: whose page it is, or the page itself."""
    chunks, rules = scene.chunks, scene.rules
    if not any(chunk.low in rules.reading for chunk in chunks):
        return
    for at, chunk in enumerate(chunks):
        if chunk.mention and chunk.governed:
            owner = owner_of(scene, at)
            source = as_source(chunk, owner) if owner else chunk
            yield Proposal(source, source.span, 0.65)
            return


def subject_of_quoted_verb(scene: Scene) -> Iterator[Proposal]:
    """`X « refuse de céder »`, `X est « effaré »`, `un texte qui « exige … »`: the words are told of their source."""
    chunks, rules = scene.chunks, scene.rules
    at = scene.at - 1
    if at < 0:
        return
    first = scene.first
    verb = rules.verbs.get(first)
    begins = bool(verb and "finite" in verb.forms) or first.endswith(rules.verb_endings) or first in rules.reflexives
    if chunks[at].low in rules.relatives and begins:
        place = scene.clauses.subject_of_relative(at)
        if place is not None:
            yield Proposal(chunks[place], chunks[at].span, 0.7)
        return
    copula = chunks[at].low in rules.to_be
    at -= copula
    if at >= 0 and (begins or copula):
        while at > 0 and chunks[at].low == ",":
            at -= 1
        source = chunks[at]
        person = source.mention is not None and source.mention.kind in ("person", "name")
        if source.kind == "phrase" and not source.governed and person:
            yield Proposal(source, source.span, 0.5)


def subject_of_sentence(scene: Scene) -> Iterator[Proposal]:
    """`X évoque longuement … « … »`: nobody else speaks, and the sentence is about a person."""
    place = scene.clauses.main_subject(scene.at)
    if place is None:
        return
    source = scene.chunks[place]
    mention = source.mention
    person = mention is None or mention.kind in ("name", "document") or (mention.kind == "person" and mention.name)
    if person and not any(scene.clauses.is_passive(at) for at in range(place + 1, scene.at) if scene.chunks[at].verb):
        yield Proposal(source, source.span, 0.4)


CONSTRUCTIONS: tuple[Construction, ...] = (
    verb_then_source,
    verb_then_one_of_them,
    unknown_verb_then_source,
    verb_then_source_later,
    source_then_verb,
    source_then_verb_later,
    source_and_verb_before,
    source_before_colon,
    according_to_source,
    viewpoint_of_source,
    viewpoint_after,
    verb_and_source_inserted,
    source_of_passive,
    owner_of_words,
    partner_of_talk,
    owner_of_page,
    subject_of_quoted_verb,
    subject_of_sentence,
)


def _outer(scene: Scene, cue: int, place: int) -> int:
    """`X told reporters he thought it “…”`: the pronoun means the source of the cue before, so that one is taken."""
    free = place > 0 and scene.chunks[place - 1].low in scene.rules.free_relatives
    if scene.chunks[place].kind != "pronoun" or free:
        return place
    for at in range(min(cue, place) - 1, -1, -1):
        if scene.clauses.is_cue(at, saying=True):
            outer = scene.clauses.subject(at)
            if outer is not None and scene.chunks[outer].mention:
                return outer
    return place


def _weight(scene: Scene, cue: int, place: int) -> float:
    """How sure a cue before the words is: by its verb, and by how far off it and its subject stand."""
    verb = scene.chunks[cue].verb
    weight = 0.9 if verb and verb.level == "saying" else 0.8
    distance = scene.at - cue
    if verb and verb.forms == {"base"}:
        weight -= 0.1
    if distance > _FAR:
        weight -= 0.25
    elif distance > _CLOSE:
        weight -= 0.1
    source = scene.chunks[place].mention
    if source and source.kind == "thing":
        weight -= 0.15 if place == scene.clauses.verb_start(cue) - 1 else 0.4
    return weight
