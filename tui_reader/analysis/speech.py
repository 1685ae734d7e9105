"""Whether quoted words report what somebody said, or name a thing, a title, a word."""

from __future__ import annotations

from tui_reader.analysis.scenes import Proposal, Scene, past_marks, said_by_nobody
from tui_reader.analysis.text import WORD

FEWEST_WORDS = 4  # fewer words, without a sure source, are rather a name or a scare quote
SURE = 0.65  # the weight from which a source makes any words speech
_FEW = 3
_NEAR = 3  # chunks between a cue and the words that it takes
_LONGEST_NAME = 6  # words of a nickname
_YEAR = 4  # digits
_STOPS = (".", "!", "?", "…")


def is_speech(scene: Scene, best: Proposal | None, elsewhere: bool) -> bool:
    """Whether the quoted words are somebody's; `elsewhere`: the same words stand in the text without marks."""
    words = WORD.findall(scene.words)
    whole = scene.words.endswith(_STOPS)
    called_out = scene.words.endswith(_STOPS[1:])  # a full stop may stand inside the marks of a title
    if (
        (_named_before(scene, len(words)) and not _said_at_once(scene, best))
        or _explained(scene)
        or _is_nickname(scene)
    ):
        return False
    if not called_out and _is_name(scene, best, words):
        return False
    if len(words) <= _FEW and elsewhere and not (best and _takes(scene, best)):
        return False
    if (best and best.weight >= SURE) or _is_uttered(scene):
        return True
    return len(words) >= FEWEST_WORDS or whole


def _named_before(scene: Scene, size: int) -> bool:
    """`le film « … »`, `une expression, « … »`, `notion de « … »`: a word of naming stands right before."""
    at = scene.at - 1
    if at >= 0 and scene.chunks[at].low == ":" and size > _FEW:
        return False
    while at >= 0 and (scene.chunks[at].low in (",", ":") or scene.chunks[at].low.rstrip("'") in scene.rules.owning):
        at -= 1
    while at > 0 and scene.chunks[at].kind == "word" and scene.chunks[at].low.endswith(scene.rules.adverb_endings):
        at -= 1
    if at < 0:
        return False
    chunk = scene.chunks[at]
    words = chunk.words
    low = words[-1].low if words else chunk.low
    renamed = at and chunk.kind == "phrase" and not chunk.governed and scene.chunks[at - 1].kind == "word"
    if renamed and scene.chunks[at - 1].low in scene.rules.naming:  # `a rebaptisé le lieu « … »`
        return True
    saying = chunk.verb is not None and chunk.verb.level == "saying"
    if saying and at and scene.chunks[at - 1].low in scene.rules.auxiliaries:  # `se sont dites « … »`
        return False
    if chunk.verb and "past" not in chunk.verb.forms:  # `to show “…”`
        return False
    return low in scene.rules.naming and not chunk.low.endswith(":")


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


def _is_uttered(scene: Scene) -> bool:
    """`chanting “…”`, `« … », dit-on`: a verb of saying stands beside the words, whoever says them."""
    if scene.at > 0 and scene.clauses.is_cue(scene.at - 1, saying=True):
        return True
    return said_by_nobody(scene, past_marks(scene, scene.at + 1)) is not None


def _explained(scene: Scene) -> bool:
    """`« … » signifie`, `désigne une « … »`: words about words."""
    near = [scene.chunks[at].low for at in (scene.at - 1, scene.at + 1) if 0 <= at < len(scene.chunks)]
    before = scene.chunks[max(0, scene.at - _NEAR) : scene.at]
    closed = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].low == ","), 0)
    before = before[closed:]
    return any(low in scene.rules.meaning for low in [*near, *(chunk.low for chunk in before)])


def _is_title(words: list[str]) -> bool:
    """Whether the words are written as a title or a number is: capitals all along."""
    long = [word for word in words if len(word) > _FEW or word[0].isdigit()]
    return bool(words) and (words[0][0].isupper() or words[0][0].isdigit()) and not any(w[0].islower() for w in long)


def _in_place(scene: Scene) -> bool:
    """`au « … »`, `sur le « … »`: where things with a title stand, or after somebody's name: `Fox’s “…”`."""
    if scene.at == 0:
        return False
    before = scene.chunks[scene.at - 1]
    if before.low == "," and scene.at > 1:  # `un de ses thèmes, « Barcarole »`
        noun = scene.chunks[scene.at - 2].mention
        return noun is not None and noun.kind in ("thing", "document")
    return before.kind in ("word", "phrase") and (before.low.rstrip("'") in scene.rules.places or before.governed)


def _is_name(scene: Scene, best: Proposal | None, words: list[str]) -> bool:
    """Whether the words are the name of a work, a programme, a law, or a nickname, by how and where they stand."""
    capital = bool(words) and words[0][0].isupper()
    if capital and (_is_dated(scene) or _after_article(scene)):
        return True
    if len(words) <= FEWEST_WORDS and _is_title(words) and _in_place(scene):
        return True
    written = 1 < len(words) <= FEWEST_WORDS and all(word[0].isupper() for word in words)  # `« Madame Lucette »`
    if written and not (best and _takes(scene, best)):
        return True
    nickname = len(words) <= _LONGEST_NAME and _after_article(scene)
    return best is None and (nickname or (capital and _is_explained_after(scene)))


def _said_at_once(scene: Scene, best: Proposal | None) -> bool:
    """`une opération « délicate » selon X`: whether the source's cue follows with no comma."""
    return best is not None and best.cue.start == next((one.start for one in scene.chunks[scene.at + 1 :]), -1)


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


def _takes(scene: Scene, best: Proposal) -> bool:
    """Whether the cue stands right before the words."""
    cue = next((at for at, chunk in enumerate(scene.chunks) if chunk.span.end >= best.cue.end), len(scene.chunks))
    return abs(scene.at - cue) <= _NEAR
