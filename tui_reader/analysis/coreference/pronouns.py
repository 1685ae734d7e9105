"""Whom a pronoun means: the sources and the names before it, the nearest sentence first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.analysis.coreference.mentions import PRONOUN_KINDS, Said, Sighting, SourceKind
from tui_reader.analysis.coreference.resolver import EntityResolver
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold

_PRONOUN_REACH = 6  # sentences back to whom a pronoun can mean
_PRONOUN_GENDERS: dict[str, Gender] = {"singular_m": "m", "singular_f": "f"}


class _Fitting(NamedTuple):
    """Whom a pronoun may mean, and whether it is by a name or only by a noun."""

    name: str
    governed: bool
    named: bool


class _Sought(NamedTuple):
    """What a pronoun wants: the kind and gender of its source, before which offset, and from which sentence back.

    `place` is its own, `at` that of a quotation before it in its sentence.
    """

    pronoun: str
    kind: SourceKind
    gender: Gender | None
    sentence: int
    at: int
    nearest: bool
    place: int


class Pronoun(NamedTuple):
    """A pronoun that is a source: its number and gender as the lexicon names them, its place and its sentence.

    `quoted` is where the first quotation of the sentence stands; `nearest` when it means who was named last.
    """

    key: str
    at: int
    quoted: int
    sentence: int
    nearest: bool = False


def antecedent(cast: EntityResolver, pronoun: Pronoun, before: Sequence[Said]) -> tuple[str | None, list[str]]:
    """Whom a pronoun means, and where several are as likely, all of them.

    What stands in its sentence after the first quotation is rather spoken of than speaking. Where the pronoun's
    paragraph names nobody, it may also mean whom the title names.
    """
    key, at, quoted, sentence, nearest = pronoun
    sought = _Sought(key, PRONOUN_KINDS[key], _PRONOUN_GENDERS.get(key), sentence, min(at, quoted), nearest, at)
    for number in range(sentence, max(-1, sentence - _PRONOUN_REACH), -1):
        name, candidates = _in_sentence(cast, number, sought, before)
        hero = cast.hero(sought.gender) if sought.kind == "singular" else None
        if name and hero and cast.outshines(hero, name, cast.starts_of[number], at):
            return None, [name, hero]
        if name or candidates:
            return name, candidates
    return None, []


def _in_sentence(
    cast: EntityResolver, number: int, sought: _Sought, before: Sequence[Said]
) -> tuple[str | None, list[str]]:
    """Whom a sentence gives for a pronoun, and where several are as likely, all of them."""
    kind = sought.kind
    for one in () if sought.nearest else reversed(before):
        here = one.sentence == number and one.at < sought.place
        same = one.kind == kind and compatible(one.gender, sought.gender)
        as_body = one.kind == "neuter" and number == sought.sentence and one.gender == sought.gender is not None
        if here and (same or as_body):
            return one.speaker, []
    # What stands after a pronoun of the kind is somebody else: `elle accompagne une amie`.
    sightings = cast.mentioned(number, min(sought.at, cast.pronouns.get((number, sought.pronoun), sought.at)))
    fitting = _fitting(cast, sightings, kind, sought.gender, before)
    free = [one.name for one in fitting if not one.governed]
    if free or (sought.nearest and fitting):
        return fitting[-1].name if sought.nearest else free[0], []
    body = _subject_body(cast, number, sought) if kind == "singular" else None
    if body:
        rivals = [one.name for one in fitting if one.named]
        name = cast.speaker(body, before)
        return (None, [name, *rivals]) if rivals else (name, [])
    bound = list(dict.fromkeys(one.name for one in fitting if kind != "singular" or one.named))
    if len(bound) == 1 and (number < sought.sentence or kind == "plural"):
        return bound[0], []
    return None, bound if len(bound) > 1 and number < sought.sentence else []


def _subject_body(cast: EntityResolver, number: int, sought: _Sought) -> Mention | None:
    """`Le syndicat a prévenu la direction. Il …`: the body that the sentence before is about, if of that gender.

    In the pronoun's own sentence it may also be who did something: `revendiquée par l'organisation`.
    """
    if not cast.in_same_paragraph(number, sought.sentence) or number < sought.sentence - 1:
        return None
    free = [one.mention for one in cast.mentioned(number, sought.at) if not (one.governed or one.enclosed)]
    for mention in free if number == sought.sentence else free[:1]:
        gender = mention.gender or ("f" if mention.head.endswith(cast.grammar.feminine_endings) else None)
        if cast.source_kind(mention) == "neuter" and not mention.plural and gender == sought.gender:
            return mention
    return None


def _fitting(
    cast: EntityResolver, sightings: Iterable[Sighting], kind: SourceKind, wanted: Gender | None, before: Sequence[Said]
) -> list[_Fitting]:
    """Those among `sightings` that a pronoun may mean, in order."""
    found: list[_Fitting] = []
    for sighting in sightings:
        mention = sighting.mention
        owners = _owners(mention.words, cast.grammar) if kind == "plural" else None
        if owners:
            found.append(_Fitting(owners, governed=True, named=False))
        if not sighting.enclosed and _may_be(cast, mention, kind) and (kind != "plural" or not mention.name):
            name = cast.speaker(mention, before)
            if kind == "singular" and mention.bare and not mention.name and cast.grammar.head_first:
                continue  # `Paul Verdier, 29 ans, élu du parti`
            if (
                mention.definite
                and mention.head in cast.grammar.anaphoric
                and mention.words != mention.head
                and not name[0].isupper()
            ):
                continue  # `la doyenne de la peinture`, whoever that is
            gender = (cast.gender(name) if kind == "singular" else None) or mention.gender
            if kind != "singular" or compatible(gender, wanted):
                found.append(_Fitting(name, sighting.governed, named=bool(mention.name) or name != mention.words))
    return found


def _may_be(cast: EntityResolver, mention: Mention, kind: SourceKind) -> bool:
    """Whether a pronoun of this kind may mean it: `it` also a document, or a name that no person has."""
    if kind == "neuter" and mention.name and not mention.role and not mention.gender:
        return not cast.grammar.first_name(fold(mention.name.split()[0]))
    return cast.source_kind(mention) == kind or (kind == "neuter" and mention.kind == "document")


def _owners(words: str, grammar: Grammar) -> str | None:
    """`la colère des pêcheurs`: the persons whose thing it is."""
    for preposition, noun in pairwise(words.split()):
        if preposition in grammar.owning & grammar.plural_determiners and grammar.person_noun(noun):
            return noun
    return None
