"""Inflect the verbs of a language, which the lexicon lists as lemmas."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar

from tui_reader.analysis.lexicon import language_of
from tui_reader.errors import LexiconError

if TYPE_CHECKING:  # the first paint needs no schema
    from tui_reader.analysis.lexicon.schema import Conjugation
    from tui_reader.analysis.lexicon.tables import Words

Level = Literal["saying", "judging", "common"]
Form = Literal["finite", "past", "present", "base"]  # past and present: the participles; base: the infinitive

_ACCENTS = dict.fromkeys(range(0x300, 0x370))  # combining ones

LEVELS: tuple[Level, ...] = ("saying", "judging", "common")


@dataclass(frozen=True, slots=True)
class Verb:
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
    conjugations = {entry.ending: entry for entry in verbs.conjugations}
    lemmas: dict[Level, Words] = {"saying": verbs.saying, "judging": verbs.judging, "common": verbs.common}
    levels: dict[str, Level] = {}
    forms: dict[str, set[Form]] = {}
    for level in LEVELS:
        for lemma in lemmas[level]:
            for word, form in _inflected(lemma, conjugations, f"{language}/verbs.toml", plain=verbs.plain):
                levels.setdefault(word, level)
                forms.setdefault(word, set()).add(form)
    verb_forms = {word: _verb(level, frozenset(forms[word])) for word, level in levels.items()}
    return {**without_accents(verb_forms, language), **verb_forms}


T = TypeVar("T")


def unaccented(word: str) -> str:
    """A word without its accents."""
    return unicodedata.normalize("NFD", word).translate(_ACCENTS)


def without_accents(words: dict[str, T], language: str) -> dict[str, T]:
    """The words that have accents, as a text without accents writes them; none that is then a closed word."""
    speech = language_of(language).speech
    closed = speech.stops | speech.determiners | speech.prepositions
    plain = {unaccented(word): value for word, value in words.items() if not word.isascii()}
    return {word: value for word, value in plain.items() if word not in closed}


@cache
def _verb(level: Level, forms: frozenset[Form]) -> Verb:
    """One object for the many words that are the same as verbs."""
    return Verb(level, forms)


def _inflected(lemma: str, conjugations: dict[str, Conjugation], path: str, *, plain: bool) -> list[tuple[str, Form]]:
    """The forms of one lemma, by the longest ending that it has; `plain`: the infinitive is finite, too."""
    stem_length = next((length for length in range(len(lemma) + 1) if lemma[length:] in conjugations), None)
    if stem_length is None:
        raise LexiconError(path, "conjugations", f"has no ending of {lemma}")
    stem, entry = lemma[:stem_length], conjugations[lemma[stem_length:]]
    forms: list[tuple[str, Form]] = [(lemma, "base")]
    if plain:
        forms.append((lemma, "finite"))
    endings: dict[Form, str] = {"finite": entry.finite, "past": entry.past, "present": entry.present}
    for form, listed in endings.items():
        forms += [(stem + ending, form) for ending in listed.split()]
    return forms
