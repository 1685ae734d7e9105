"""The forms of a language's verbs, made from lemmas by rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tui_reader.analysis.lexicon import table, word_set

Level = Literal["saying", "judging", "common"]
Form = Literal["finite", "past", "present", "base"]  # past and present: the participles; base: the infinitive

LEVELS: tuple[Level, ...] = ("saying", "judging", "common")
_FORMS: tuple[Form, ...] = ("finite", "past", "present")


@dataclass(frozen=True, slots=True)
class Verb:
    """What a word can be as a verb: the strongest level of its lemmas, and its forms."""

    level: Level
    forms: frozenset[Form]

    @property
    def cue(self) -> bool:
        """Whether its subject can be the source of words."""
        return self.level != "common"


MADE = Verb("saying", frozenset({"finite"}))
"""What a word is that says only after `faire`: `il fait savoir`, `elle fait part de`."""


@cache
def verb_forms(language: str) -> dict[str, Verb]:
    """Every form of the verbs that the lexicon lists."""
    verbs = table(language, "verbs")
    endings = {entry["ending"]: entry for entry in verbs["conjugations"]}
    levels: dict[str, Level] = {}
    forms: dict[str, set[Form]] = {}
    for level in LEVELS:
        for lemma in word_set(language, "verbs", level):
            for word, form in _inflected(lemma, endings, plain=verbs["plain"]):
                levels.setdefault(word, level)
                forms.setdefault(word, set()).add(form)
    return {word: Verb(levels[word], frozenset(forms[word])) for word in levels}


def _inflected(lemma: str, endings: dict[str, dict[str, str]], *, plain: bool) -> list[tuple[str, Form]]:
    """The forms of one lemma, by the longest ending that it has; `plain`: the infinitive is finite, too."""
    size = next(size for size in range(len(lemma), -1, -1) if lemma[len(lemma) - size :] in endings)
    stem, entry = lemma[: len(lemma) - size], endings[lemma[len(lemma) - size :]]
    found: list[tuple[str, Form]] = [(lemma, "base")]
    if plain:
        found.append((lemma, "finite"))
    for form in _FORMS:
        found += [(stem + ending, form) for ending in entry[form].split()]
    return found
