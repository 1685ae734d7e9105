"""Inflect the verbs of a language, which the lexicon lists as lemmas."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.errors import LexiconError

if TYPE_CHECKING:  # the first paint needs no schema
    from tui_reader.analysis.lexicon.schema import Conjugation
    from tui_reader.analysis.lexicon.tables import Words

Level = Literal["saying", "judging", "common"]
Form = Literal["finite", "past", "present", "base"]  # past and present: the participles; base: the infinitive

_ACCENTS = dict.fromkeys(range(0x300, 0x370))  # combining ones

LEVELS: tuple[Level, ...] = ("saying", "judging", "common")


class Verb(msgspec.Struct, frozen=True):
    """What a word can be as a verb: the strongest level of its lemmas, and its forms."""

    level: Level
    forms: frozenset[Form]

    @property
    def cue(self) -> bool:
        """Whether it is a reporting or a judging verb: its subject can be the source of a quote."""
        return self.level != "common"


MADE = Verb("saying", frozenset({"finite"}))
"""A word that is a reporting verb only after another: `il fait savoir`, `elle fait part de`."""


@cache
def verb_forms(language: str) -> dict[str, Verb]:
    """Every form of the verbs that the lexicon lists."""
    verbs = language_of(language).verbs
    lemmas: dict[Level, Words] = {"saying": verbs.saying, "judging": verbs.judging, "common": verbs.common}
    verb_forms: dict[str, Verb] = {}
    for level in LEVELS:
        inflections = {entry.ending: _inflection(entry, level, plain=verbs.plain) for entry in verbs.conjugations}
        for lemma in lemmas[level]:
            stem, inflection = _stem_and_inflection(lemma, inflections, f"{language}/verbs.toml")
            for ending, verb in inflection.items():
                known = verb_forms.setdefault(stem + ending, verb)
                if known is not verb:  # a form of two lemmas has the strongest level, which came first
                    verb_forms[stem + ending] = _verb(known.level, known.forms | verb.forms)
    return {**without_accents(verb_forms, language), **verb_forms}


T = TypeVar("T")


def unaccented(word: str) -> str:
    """A word without its accents."""
    return unicodedata.normalize("NFD", word).translate(_ACCENTS)


def without_accents(words: dict[str, T], language: str) -> dict[str, T]:
    """The words that have accents, as a text without accents writes them; none that is then a closed word."""
    speech = language_of(language).speech
    closed = speech.stops | speech.determiners | speech.prepositions
    accented = {word: value for word, value in words.items() if not word.isascii()}
    plain = unaccented("\n".join(accented)).split("\n") if accented else []  # all at once: there are thousands
    return {word: value for word, value in zip(plain, accented.values(), strict=True) if word not in closed}


@cache
def _verb(level: Level, forms: frozenset[Form]) -> Verb:
    """One object for the many words that are the same as verbs."""
    return Verb(level, forms)


def _inflection(entry: Conjugation, level: Level, *, plain: bool) -> dict[str, Verb]:
    """Each ending of a conjugation, and what a verb of a level is with it; `plain`: the infinitive is finite, too."""
    endings: dict[Form, list[str]] = {
        "base": [entry.ending],
        "finite": [*[entry.ending] * plain, *entry.finite.split()],
        "past": entry.past.split(),
        "present": entry.present.split(),
    }
    forms: dict[str, set[Form]] = {}
    for form, own in endings.items():
        for ending in own:
            forms.setdefault(ending, set()).add(form)
    return {ending: _verb(level, frozenset(own)) for ending, own in forms.items()}


def _stem_and_inflection(lemma: str, inflections: dict[str, dict[str, Verb]], path: str) -> tuple[str, dict[str, Verb]]:
    """The stem of a lemma, and the inflection by the longest ending that it has."""
    stem_length = next((length for length in range(len(lemma) + 1) if lemma[length:] in inflections), None)
    if stem_length is None:
        raise LexiconError(path, "conjugations", f"has no ending of {lemma}")
    return lemma[:stem_length], inflections[lemma[stem_length:]]
