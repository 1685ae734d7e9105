"""Who or what a noun phrase names: the name in it, the role beside it, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.analysis.syntax.grammar import Gender, Grammar, gender_of
from tui_reader.analysis.text.tokens import MentionKind, Stretch, Word
from tui_reader.model import Span

_MOST_NAME = 5  # blanks in a name


class Mention(NamedTuple):
    """A noun phrase that may be a source: its place, the name in it, and the role beside or without a name.

    `words` is the whole phrase without its article, `head` the noun that tells what it is.
    """

    span: Span
    kind: MentionKind
    name: str | None
    role: str | None
    words: str
    head: str
    plural: bool = False
    definite: bool = False
    bare: bool = False  # nothing stands before its noun
    pointing: bool = False  # a demonstrative does
    indefinite: bool = False  # neither a definite article nor whose it is
    gender: Gender | None = None

    @property
    def label(self) -> str:
        """What to call it."""
        return self.name or self.role or self.words


def mention_of(stretch: Stretch, start: int, body: int, end: int, grammar: Grammar) -> Mention:
    """The phrase of the words from `start` up to `end`, whose first content word is at `body`.

    The name at its end is told from the role before it.
    """
    words = stretch.words[body:end]
    at = name_start(words, grammar)
    if start != body and at == 0 and len(words) == 1 and words[0].person:  # `the Democrat`
        at = 1
    role_words = words[:at]
    title = next((word.key for word in words if word.title), None)
    name = _joined(stretch, range(body + at, end), titles=False) or None
    if name and (len(name) == 1 or name.count(" ") > _MOST_NAME):  # `l'échantillon A`, a headline in capitals
        name = None
    name = grammar.without_possessive(name) if name else None
    role = _joined(stretch, range(body, body + at), titles=False) or None
    head_at = _head(role_words, grammar)
    head = role_words[head_at].low if role_words else words[0].low
    kind: MentionKind
    if name:
        role_kind = _role_kind(role_words, head_at, grammar) if role_words else None
        kind = _named_kind(stretch.words[start], words[at:], role_kind, title)
        if len(words) == 1 and start > 0 and stretch.words[start - 1].key in grammar.locating:
            kind = "name"  # `en France`, though women are called so
    elif role_words:
        kind = role_words[head_at].noun or ("body" if words[0].capital else "thing")
        if head in grammar.latter and stretch.words[start].key in grammar.pointing:
            kind = "person"
    else:
        kind = "thing"
    determiner = stretch.words[start].key if start != body else ""
    return Mention(
        Span(stretch.starts[start], stretch.end(end - 1)), kind, name, role,
        _joined(stretch, range(body, end), titles=True), head,
        (stretch.words[start].plural or stretch.words[start].text.isdigit())
        or (not determiner and head.endswith(grammar.plural_endings) and grammar.person_noun(head) and name is None),
        determiner in grammar.definite, not determiner, determiner in grammar.pointing,
        bool(determiner) and determiner not in grammar.definite | grammar.possessives,
        _gender(name, determiner, head, title, grammar),
    )  # fmt: skip


def _role_kind(words: Sequence[Word], head: int, grammar: Grammar) -> MentionKind | None:
    """What a role stands for: by its noun, or by the ending of the people of a land."""
    return words[head].noun or ("person" if _is_people(words[0], grammar) else None)


def _is_people(word: Word, grammar: Grammar) -> bool:
    if word.capital:
        return word.low in grammar.peoples or word.low.endswith(grammar.people_endings)
    return word.low in grammar.peoples or (
        word.low.endswith(grammar.people_endings_f) and word.low not in grammar.former
    )


def _head(words: Sequence[Word], grammar: Grammar) -> int:
    """Which word of a role says what it is: the first noun known before a preposition, else the first word."""
    known = 0
    for at, word in enumerate(words):
        if at and word.key in grammar.linking:
            break
        if word.noun:
            known = at
            if grammar.head_first:
                break
    return known


def name_start(body: Sequence[Word], grammar: Grammar) -> int:
    """Where the name at the end of a phrase begins; its length where there is none."""
    at = len(body)
    while at > 0 and (
        body[at - 1].capital
        or not body[at - 1].word
        or (at < len(body) and body[at - 1].key in grammar.particles)
        or (at < len(body) and body[at].capital and body[at - 1].key in grammar.joining)  # `Terre et Travail`
    ):
        at -= 1
    while at < len(body) and not body[at].capital:
        at += 1
    if at == len(body):
        return at
    start = at
    for place in range(at, len(body)):  # a title, a role or a possessor ends before the name begins
        word = body[place]
        body_noun = word.noun == "body" and word.text.isupper()  # `l'ONG Terre vivante`
        if place + 1 < len(body) and (
            word.person or word.title or body_noun or word.low.endswith(grammar.possessive_endings) or not word.word
        ):
            start = place + 1
    role = body[_head(body[:at], grammar)].noun if at else None
    alone = sum(not word.title for word in body[at:] if word.word) == 1
    owned = role == "person" and alone and any(word.key in grammar.owning for word in body[:at])
    if owned or (grammar.head_first and _is_of_person(body[:at], grammar)):
        return len(body)
    if start == 0 and len(body) > 2 and _is_people(body[0], grammar):
        start = at = 1  # `le Norien Halvard Stene`
    first = next((place for place in range(start, len(body)) if body[place].first), None)
    governed = at > 0 and body[at - 1].key in grammar.leading
    if first is not None and first + 1 < len(body):
        return len(body) if governed and first == at else first
    if governed and start == at:
        return len(body) - 2 if len(body) - at >= 3 and not _is_acronym(body[at:]) else len(body)
    if start < len(body) and body[start].noun == "body" and start == at:
        return at if at == 0 else len(body)
    return start


def _is_of_person(role: Sequence[Word], grammar: Grammar) -> bool:
    """`le film du cinéaste turc`, before a name: whether the name is of the person whose thing or kin is told of."""
    owning = next((place for place in range(len(role) - 1, 0, -1) if role[place].key in grammar.owning), None)
    if owning is None:
        return False
    return next((word.person for word in role[owning + 1 :] if not word.determiner), False)


def _is_acronym(words: Sequence[Word]) -> bool:
    return any(len(word.text) > 1 and word.text.isupper() for word in words)


def _named_kind(first: Word, name: Sequence[Word], role: MentionKind | None, title: str | None) -> MentionKind:
    if role in ("body", "document"):
        return role
    if title or role == "person" or name[0].first:
        return "person"
    if any(word.noun == "body" for word in name) or _is_acronym(name[-1:]):
        return "body"
    if first.determiner:
        return "body"
    return "name" if len(name) == 1 else "person"


def _gender(name: str | None, determiner: str, head: str, title: str | None, grammar: Grammar) -> Gender | None:
    """By title, first name, the article and the noun itself, in this order."""
    if title in grammar.titles_m:
        return "m"
    if title in grammar.titles_f:
        return "f"
    by_name = gender_of(name, grammar.language) if name and " " in name else None
    if by_name:
        return by_name
    if determiner in grammar.determiners_m | grammar.determiners_f:  # `la garde des Sceaux`
        return "m" if determiner in grammar.determiners_m else "f"
    if (head in grammar.persons_m) != (head in grammar.persons_f):
        return "f" if head in grammar.persons_f else "m" if grammar.head_first else None
    return None


def _joined(stretch: Stretch, places: Iterable[int], *, titles: bool) -> str:
    """The words at `places`, with blanks where they stand apart in the text; without `titles`, no title and no mark."""
    text = ""
    end = -1
    for place in places:
        word = stretch.words[place]
        if not titles and (word.title or not word.word):
            continue
        start = stretch.starts[place]
        text += f" {word.text}" if 0 <= end < start else word.text
        end = start + len(word.text)
    return text
