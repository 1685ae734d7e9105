"""How what stands before a quotation says whose words it holds: a verb, a colon, the subject."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.quotes.context import CLOSE, REACH, Proposal, Scene, proposal, subject_behind, voice_of
from tui_reader.analysis.quotes.weights import FAR, FARTHER, INFINITIVE, THING, THING_FAR

_FAR = 20
_PARTICIPLE = 3  # words from which on what follows an auxiliary is told by its subject: `n'a « jamais osé partir »`
_TRIES = 3  # cues before a quotation that may lack a subject


def place_of_nobody_before(scene: Scene) -> Iterator[Proposal]:
    """`À l'Élysée, on assure que « … »`, `à l'Élysée, où l'on dénonce « … »`."""
    chunks, rules = scene.chunks, scene.rules
    for at in range(scene.at - 1, 0, -1):
        if chunks[at].kind != "pronoun" or chunks[at].low not in rules.nobody:
            continue
        if not any(scene.clauses.is_cue(later) for later in range(at + 1, scene.at)):
            return
        before = at - 1
        while before > 0 and (chunks[before].low in rules.enclosed or chunks[before].low.rstrip("'") in rules.clitics):
            before -= 1
        place = chunks[before - 1] if before > 0 and chunks[before].low == "," else None
        if place and place.governed and place.mention and place.mention.kind in ("name", "body"):
            yield proposal("before.nobody-verb", place, chunks[at].span)
        return


def source_and_verb_before(scene: Scene) -> Iterator[Proposal]:
    """`X a déclaré que « … »`, `X, qui parle de « … »`, `affirmant que « … »`, `X told reporters that “…”`."""
    tries = 0
    enclosure = closing = scene.at  # where the relative clause passed last begins and ends
    for at in range(scene.at - 1, -1, -1):
        chunk = scene.chunks[at]
        if chunk.low == ";" or tries >= _TRIES or scene.clauses.sets_against(at):
            return
        if chunk.verb is None:
            start = scene.clauses.enclosure_start(at) if chunk.low == "," and at < enclosure else None
            closing, enclosure = (at, start) if start is not None else (closing, enclosure)
            continue
        told = scene.clauses.is_passive(at) or scene.clauses.is_bare_participle(at)
        if enclosure < at < closing or not scene.clauses.is_cue(at) or told:
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
        yield _weighed(scene, at, place)
        return


def source_before_colon(scene: Scene) -> Iterator[Proposal]:
    """`X : « … »`, `X s'emporte : « … »`."""
    at = scene.at - 1
    if at < 1 or scene.chunks[at].low != ":":
        return
    place = scene.clauses.main_subject(at)
    if place is not None:
        source = voice_of(scene, place)  # `ce mot d'un vieux meunier : « … »`
        yield proposal(
            "before.name-colon" if place == at - 1 else "before.subject-colon", source, scene.chunks[at].span
        )


def verb_and_source_inserted(scene: Scene) -> Iterator[Proposal]:
    """`C'était, dit X, « … »`: the remark stands between commas, right before the words."""
    if scene.at < 4 or scene.chunks[scene.at - 1].low != ",":
        return
    for at in range(scene.at - 3, max(0, scene.at - REACH), -1):
        if scene.chunks[at].low == ",":
            source = scene.clauses.subject_after(at + 1, saying=True)
            if source is not None and source < scene.at - 1:
                yield proposal("before.inserted", scene.chunks[source], scene.cue(at + 1, source))
            return


def subject_of_quoted_verb(scene: Scene) -> Iterator[Proposal]:
    """`X « refuse de céder »`, `X est « effaré »`, `X n'a « jamais osé partir »`, `un texte qui « exige … »`."""
    chunks, rules = scene.chunks, scene.rules
    at = scene.at - 1
    if at < 0:
        return
    begins = _begins_with_verb(scene)
    if chunks[at].low in rules.relatives and begins:
        place = scene.clauses.subject_of_relative(at)
        if place is not None:
            yield proposal("before.relative-quoted-verb", chunks[place], chunks[at].span)
        return
    copula = chunks[at].low in rules.to_be
    having = chunks[at].low in rules.having and len(scene.words.split()) >= _PARTICIPLE
    at -= copula or having
    if at >= 0 and (begins or copula or having):
        while at > 0 and (chunks[at].low == "," or chunks[at].low.rstrip("'") in rules.negations):
            at -= 1
        kinds = ("person", "name", "body") if begins else ("person", "name")
        if begins and chunks[at].low in rules.joining:  # `le club « regrette » et « condamne »`
            at = next((place for place in range(at, 0, -1) if chunks[place].kind == "quote"), 1) - 1
        if copula and chunks[at + 1].low == ",":  # `le maire, dont la tante vit là, est « anéanti »`
            at = scene.clauses.main_subject(at) or at
        source = chunks[at]
        if source.kind == "phrase" and not source.governed and source.mention and source.mention.kind in kinds:
            sure = having or (begins and " " in scene.words and source.mention.kind != "body")
            yield proposal("before.subject-quoted-verb" if sure else "before.subject-quoted-word", source, source.span)


def _begins_with_verb(scene: Scene) -> bool:
    """`« refuse … »`, `« ne démissionnera pas »`, `« s'oppose … »`."""
    first, rules = scene.first, scene.rules
    verb = rules.verbs.get(first)
    finite = bool(verb and "finite" in verb.forms) or first.endswith(rules.verb_endings)
    return finite or first in rules.reflexives or (first in rules.negations and rules.head_first)


def subject_of_sentence(scene: Scene) -> Iterator[Proposal]:
    """`X évoque longuement … « … »`: nobody else speaks, and the sentence is about a person."""
    place = scene.clauses.main_subject(scene.at)
    if place is None:
        return
    source = scene.chunks[place]
    mention = source.mention
    told_of = scene.chunks[scene.at - 1].low in scene.rules.to_be  # `le texte est « … »`
    document = mention is not None and mention.kind == "document" and not told_of
    person = mention is None or document or mention.kind == "name" or (mention.kind == "person" and mention.name)
    if person and not any(scene.clauses.is_passive(at) for at in range(place + 1, scene.at) if scene.chunks[at].verb):
        yield proposal("before.sentence-subject", source, source.span)


def _outer(scene: Scene, cue: int, place: int) -> int:
    """`X told reporters he thought it “…”`: the pronoun means the source of the cue before, so that one is taken.

    So it is where a thing has the nearer cue: `X prévient que la grève reprendrait « … »`.
    """
    source, before = scene.chunks[place], scene.chunks[place - 1].low.rstrip("'") if place else ""
    thing = source.mention is not None and source.mention.kind == "thing" and before in scene.rules.reporting
    if not thing and (source.kind != "pronoun" or before in scene.rules.free_relatives):
        return place
    for at in range(min(cue, place) - 1, -1, -1):
        if scene.clauses.is_cue(at, saying=True):
            outer = scene.clauses.subject(at)
            if outer is not None and (thing or scene.chunks[outer].mention):
                return outer
    return place


def _weighed(scene: Scene, cue: int, place: int) -> Proposal:
    """What a cue before the words proposes: by its verb, and by how far off it and its subject stand."""
    verb = scene.chunks[cue].verb
    less = 0.0
    distance = scene.at - cue
    if verb and verb.forms == {"base"}:
        less += INFINITIVE
    if distance > _FAR:
        less += FARTHER
    elif distance > CLOSE:
        less += FAR
    source = scene.chunks[place].mention
    if source and source.kind == "thing":
        less += THING if place == scene.clauses.verb_start(cue) - 1 else THING_FAR
    says = verb is not None and verb.level == "saying"
    rule = "before.subject-says" if says else "before.subject-judges"
    return proposal(rule, scene.chunks[place], scene.chunks[cue].span, less)
