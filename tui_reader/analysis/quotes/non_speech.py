"""Quoted words that are nobody's: they name a thing, a work, a nickname, or are words about words."""

from __future__ import annotations

from tui_reader.analysis.quotes.context import Proposal, Scene

FEWEST_WORDS = 4  # fewer words, without a sure source, are rather a name or a scare quote
FEW = 3
NEAR = 3  # chunks between a cue and the words that it takes
_LONGEST_NAME = 6  # words of a nickname
_YEAR = 4  # digits
_CRIES = ("!", "?", "…")  # a full stop may stand inside the marks of a title


def names_something(scene: Scene, best: Proposal | None, words: list[str]) -> bool:
    """Whether the quoted words are a name, by what stands around them and by how they are written.

    `best` is the likeliest source of what is quoted, `words` are its words.
    """
    if _named_before(scene, len(words)) and not _said_at_once(scene, best):
        return True
    if _explained(scene) or _is_nickname(scene):
        return True
    return not scene.words.endswith(_CRIES) and _is_name(scene, best, words)


def takes_at_once(scene: Scene, best: Proposal) -> bool:
    """Whether the cue stands right before the words."""
    cue = next((at for at, chunk in enumerate(scene.chunks) if chunk.span.end >= best.cue.end), len(scene.chunks))
    return abs(scene.at - cue) <= NEAR


def _named_before(scene: Scene, size: int) -> bool:
    """`le film « … »`, `une expression, « … »`, `notion de « … »`: a word of naming stands right before."""
    at = scene.at - 1
    if at >= 0 and scene.chunks[at].low == ":" and size > FEW:
        return False
    while at >= 0 and (scene.chunks[at].low in (",", ":") or scene.chunks[at].low.rstrip("'") in scene.rules.owning):
        at -= 1
    while at > 0 and _is_adverb(scene, at):  # `appelé localement « … »`
        at -= 1
    if at < 0:
        return False
    chunk = scene.chunks[at]
    words = chunk.words
    low = words[-1].low if words else chunk.low
    if at and _is_renamed(scene, at):
        return True
    saying = chunk.verb is not None and chunk.verb.level == "saying"
    if saying and at and scene.chunks[at - 1].low in scene.rules.auxiliaries:  # `se sont dites « … »`
        return False
    if chunk.verb and "past" not in chunk.verb.forms:  # `to show “…”`
        return False
    titled = low in scene.rules.titled and scene.words[:1].isupper()
    return (titled or low in scene.rules.naming) and not chunk.low.endswith(":")


def _is_adverb(scene: Scene, at: int) -> bool:
    chunk, rules = scene.chunks[at], scene.rules
    return chunk.kind == "word" and chunk.low.endswith(rules.adverb_endings) and chunk.low not in rules.naming


def _is_renamed(scene: Scene, at: int) -> bool:
    """`a rebaptisé le lieu « … »`, `Kwame Adjei, dit « … »`: whether the chunk at `at` and the one before it say so."""
    before, chunk = scene.chunks[at - 1 : at + 1]
    if chunk.kind == "phrase":
        return before.kind == "word" and before.low in scene.rules.naming and not chunk.governed
    article = scene.first in scene.rules.definite  # not `Anne Roux, du CNRS, dit « craindre … »`
    return article and before.low == "," and chunk.low in scene.rules.dubbing and at == scene.at - 1


def _is_nickname(scene: Scene) -> bool:
    """`le phare que les marins appellent « … »`: what several call a thing, but not `ce qu'ils appellent`."""
    chunks, rules = scene.chunks, scene.rules
    verb = scene.at - 1
    while verb > 0 and scene.clauses.is_aside(verb) and chunks[verb].low not in rules.calling:
        verb -= 1
    if verb < 2 or chunks[verb].low not in rules.calling:
        return False
    subject = scene.clauses.subject(verb)
    if subject is None or subject < 2 or chunks[subject - 1].low.rstrip("'") not in rules.conjunctions:
        return False
    mention = chunks[subject].mention
    several = mention.plural if mention else rules.pronouns.get(chunks[subject].low) == "plural"
    return several and chunks[subject - 2].kind != "pronoun"


def _explained(scene: Scene) -> bool:
    """`« … » signifie`, `désigne une « … »`: words about words."""
    near = [scene.chunks[at].low for at in (scene.at - 1, scene.at + 1) if 0 <= at < len(scene.chunks)]
    before = scene.chunks[max(0, scene.at - NEAR) : scene.at]
    closed = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].low == ","), 0)
    before = before[closed:]
    return any(low in scene.rules.meaning for low in [*near, *(chunk.low for chunk in before)])


def _said_at_once(scene: Scene, best: Proposal | None) -> bool:
    """`une opération « délicate » selon X`: whether the source's cue follows with no comma."""
    return best is not None and best.cue.start == next((one.start for one in scene.chunks[scene.at + 1 :]), -1)


def _is_name(scene: Scene, best: Proposal | None, words: list[str]) -> bool:
    """Whether the words are the name of a work, a programme, a law, or a nickname, by how and where they stand."""
    capital = bool(words) and words[0][0].isupper()
    if capital and (_is_dated(scene) or _after_article(scene) or (len(words) <= _LONGEST_NAME and _apposed(scene))):
        return True
    if len(words) <= FEWEST_WORDS and _is_title(words) and _in_place(scene):
        return True
    written = 1 < len(words) <= FEWEST_WORDS and all(word[0].isupper() for word in words)  # `« Madame Lucette »`
    if written and not (best and takes_at_once(scene, best)):
        return True
    nickname = len(words) <= _LONGEST_NAME and _after_article(scene)
    return best is None and (nickname or (capital and _is_explained_after(scene)))


def _is_title(words: list[str]) -> bool:
    """Whether the words are written as a title or a number is: capitals all along."""
    long = [word for word in words if len(word) > FEW or word[0].isdigit()]
    return bool(words) and (words[0][0].isupper() or words[0][0].isdigit()) and not any(w[0].islower() for w in long)


def _in_place(scene: Scene) -> bool:
    """`au « … »`, `sur le « … »`: where things with a title stand, or after somebody's name: `Fox’s “…”`."""
    if scene.at == 0:
        return False
    before = scene.chunks[scene.at - 1]
    return before.kind in ("word", "phrase") and (before.low.rstrip("'") in scene.rules.places or before.governed)


def _apposed(scene: Scene) -> bool:
    """`un de ses thèmes, « Barcarole »`: a comma parts the words from the thing whose name they are."""
    if scene.at < 2 or scene.chunks[scene.at - 1].low != ",":
        return False
    noun = scene.chunks[scene.at - 2].mention
    return noun is not None and noun.kind in ("thing", "document") and noun.head not in scene.rules.views


def _after_article(scene: Scene) -> bool:
    """`la « Loi pour un lagon propre »`: in French a definite article in the singular stands before a name."""
    before = scene.chunks[scene.at - 1].low if scene.at else ""
    return scene.rules.head_first and before in scene.rules.definite - scene.rules.plural_determiners


def _is_explained_after(scene: Scene) -> bool:
    """`« La Laveuse au pont », une huile`: what the work is stands behind it."""
    comma, noun = (*scene.chunks[scene.at + 1 : scene.at + 3], None, None)[:2]
    thing = noun.mention if comma and noun and comma.low == "," else None
    return thing is not None and thing.indefinite and thing.kind in ("thing", "document")


def _is_dated(scene: Scene) -> bool:
    """`« La Dune rouge » (1959)`: a work and its year."""
    mark, year = (*(chunk.low for chunk in scene.chunks[scene.at + 1 : scene.at + 3]), "", "")[:2]
    return mark == "(" and len(year) == _YEAR and year.isdigit()
