"""How what stands after a quotation says whose words it holds."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.quotes.context import (
    CLOSE,
    ENDS,
    Proposal,
    Scene,
    belongs,
    past_marks,
    past_parts,
    proposal,
    said_by_nobody,
    takes_words,
)
from tui_reader.analysis.quotes.weights import UNUSUAL_ORDER


def verb_then_source(scene: Scene) -> Iterator[Proposal]:
    """`« … », a dit X`, `« … », affirme-t-elle`, `“…,” said X`."""
    start = past_marks(scene, scene.at + 1)
    source = scene.clauses.subject_after(start)
    if source is not None:
        yield proposal("after.verb-subject", scene.chunks[source], scene.cue(start, source))


def place_of_nobody(scene: Scene) -> Iterator[Proposal]:
    """`« … », dit-on à l'Élysée`, `indique-t-on de source policière`: where it is said stands for who says it."""
    chunks = scene.chunks
    start = past_marks(scene, scene.at + 1)
    nobody = said_by_nobody(scene, start)
    for at in range(nobody + 1, min(nobody + CLOSE, len(chunks))) if nobody is not None else ():
        if chunks[at].kind in ("mark", "quote", "verb"):
            return
        words = chunks[at].words
        if chunks[at].kind == "phrase" and (chunks[at].governed or words[0].low in scene.rules.posted):
            yield proposal("after.verb-nobody", chunks[at], scene.cue(start, at))
            return


def verb_then_one_of_them(scene: Scene) -> Iterator[Proposal]:
    """`“…,” said one, X`, `« … », dit l'un d'eux, X`: the name stands behind a word that only counts."""
    chunks, rules = scene.chunks, scene.rules
    start = past_marks(scene, scene.at + 1)
    at = start + 1
    if at < len(chunks) and chunks[at].low.rstrip("'") in rules.clitics:  # `l'un d'eux`
        at += 1
    if at >= len(chunks) or not scene.clauses.is_cue(start, saying=True) or chunks[at].low not in rules.ones:
        return
    at += 3 if at + 1 < len(chunks) and chunks[at + 1].low.rstrip("'") in rules.owning else 1
    if at + 1 >= len(chunks) or chunks[at].low != ",":
        return
    source = chunks[at + 1]
    if source.mention and source.mention.name and not source.governed:
        yield proposal("after.verb-one-of-them", source, chunks[start].span)


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
        yield proposal("after.unlisted-inversion", source, scene.cue(start, start + 1))
    if start == scene.at + 1 and not scene.words.endswith(ENDS):
        return
    guessed = word.kind == "word" and word.low.endswith(rules.guessed_endings) and word.low not in rules.stops
    if guessed and source.mention and source.mention.kind == "person" and not source.governed:
        yield proposal("after.unlisted-verb", source, word.span)


def verb_then_source_later(scene: Scene) -> Iterator[Proposal]:
    """`… « … » au Bélarus pour une autre session, a déclaré X`: the cue closes the sentence."""
    chunks = scene.chunks
    for at in range(scene.at + 1, len(chunks) - 1):
        if chunks[at].low in (";", ":"):
            return
        if (chunks[at].low == "," or chunks[at].kind == "quote") and chunks[at + 1].kind in ("verb", "word"):
            source = scene.clauses.subject_after(at + 1, saying=True)
            if source is not None and at > scene.at + 1 and not takes_words(chunks, source):
                yield proposal("after.verb-subject-later", chunks[source], scene.cue(at + 1, source))
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
        yield proposal("after.subject-verb", chunks[start], scene.cue(start + 1, at), _odd(scene))


def source_then_verb_later(scene: Scene) -> Iterator[Proposal]:
    """`… “…” on the show, X said.`: the cue closes the sentence."""
    chunks = scene.chunks
    for at in range(len(chunks) - 1, scene.at + 2, -1):
        if not scene.clauses.is_cue(at, saying=True):
            continue
        start = scene.clauses.verb_start(at)
        source = chunks[start - 1]
        if source.kind in ("phrase", "pronoun") and chunks[start - 2].low == "," and start - 2 > scene.at:
            yield proposal("after.subject-verb-later", source, scene.cue(start, at), _odd(scene))
        return


def viewpoint_after(scene: Scene) -> Iterator[Proposal]:
    """`une somme « dérisoire », pour X.`: whose view it is stands behind a comma, and nothing else does."""
    chunks = scene.chunks
    at = scene.at + 1
    if at + 2 >= len(chunks) or chunks[at].low != "," or chunks[at + 1].low not in scene.rules.viewpoint:
        return
    source = chunks[at + 2]
    closed = at + 3 == len(chunks) or chunks[at + 3].kind == "mark"
    if closed and source.mention and source.mention.kind in ("person", "name") and source.mention.name:
        yield proposal("after.viewpoint", source, chunks[at + 1].span)


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
            yield proposal("after.talk-with", chunks[at + 2], chunks[at].span)
            return


def _odd(scene: Scene) -> float:
    """What a source loses that stands before its verb, where the language has the verb first as a rule."""
    return UNUSUAL_ORDER if scene.rules.head_first else 0.0
