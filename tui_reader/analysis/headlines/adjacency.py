"""Which two words can stand next to each other: elision, contraction, agreement, and what follows what."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import languages, table
from tui_reader.analysis.lexicon.word_list import NOMINAL, Entry

CLASH = -3.0  # an elision, a contraction or an agreement that the language does not allow
_OF_NOUN_PHRASES = NOMINAL | {"b"}  # with the adverbs among them
ODD = -1.5  # classes of words that seldom follow each other


class Neighbour(NamedTuple):
    """A word of a headline, folded; whether it is a capitalised one, and an elided one; what the word list says."""

    word: str
    capital: bool
    elided: bool
    entry: Entry | None

    @property
    def classes(self) -> frozenset[str]:
        """What the word can be, as initials: see `Entry`."""
        return frozenset(one[0] for one in self.entry.classes) if self.entry else frozenset()

    @property
    def agreements(self) -> list[str]:
        """The genders and numbers that it can have as a noun, an adjective or a participle."""
        return [one[1:] for one in self.entry.classes if one[0] in NOMINAL and len(one) > 1] if self.entry else []


class Neighbourhood:
    """The rules of a language for two neighbours: those that its lexicon gives."""

    def __init__(self, language: str) -> None:
        rules = table(language, "headlines")

        def words(key: str) -> frozenset[str]:
            return frozenset(word for entry in rules.get(key, ()) for word in entry.split())

        self.vowels = frozenset(rules["vowels"])
        self.elides = bool(rules.get("elides"))
        self.unsure = tuple(words("unsure_starts"))
        self.before_vowel, self.before_consonant = words("before_vowel"), words("before_consonant")
        self.contracted = frozenset(rules.get("contracted", ()))
        self.determiners, self.pronouns = words("determiners"), words("pronouns")
        self.prepositions = words("prepositions")
        self.before_base, self.before_verb = words("before_base"), words("before_verb")
        self.not_before_name = words("not_before_name")
        self.function_words = self.determiners | self.prepositions | self.before_base | self.before_verb
        self.before_plural, self.plurals = words("before_plural"), words("plurals")
        self.plural_endings = tuple(table(language, "speech")["plural_endings"])
        self.stand_ins, self.articles = words("stand_ins"), tuple(sorted(words("articles")))
        agreement = rules.get("agreement", {})
        self.asks = {word: form for form, entries in agreement.items() for e in entries for word in e.split()}

    def weigh(self, left: Neighbour, right: Neighbour) -> float:
        """How badly two words stand next to each other: 0 where nothing speaks against it."""
        number = ODD if left.word in self.before_plural and not self._may_be_plural(right.word) else 0.0
        return self._sound(left, right) + self._agreement(left, right) + self._order(left, right) + number

    def _may_be_plural(self, word: str) -> bool:
        """Whether a word looks like a plural, in a language whose word list gives no classes."""
        return word.endswith(self.plural_endings) or word in self.plurals

    def _sound(self, left: Neighbour, right: Neighbour) -> float:
        if f"{left.word} {right.word}" in self.contracted:
            return CLASH
        if right.word.startswith(self.unsure) or not right.word[0].isalpha():
            return 0.0
        with_vowel = right.word[0] in self.vowels
        if with_vowel:
            return CLASH if left.word in self.before_consonant else 0.0
        return CLASH if left.word in self.before_vowel or (self.elides and left.elided) else 0.0

    def _agreement(self, left: Neighbour, right: Neighbour) -> float:
        asked = self.asks.get(left.word)
        if asked is None:
            return self._agreement_of_nouns(left, right)
        if not right.agreements or any(_agree(asked, form) for form in right.agreements):
            return 0.0
        return ODD if left.word in self.pronouns and right.classes & {"v", "i"} else CLASH

    def _agreement_of_nouns(self, left: Neighbour, right: Neighbour) -> float:
        """A noun and the adjective or participle at its side, where neither can be anything else."""
        kinds = left.classes, right.classes
        described = kinds[0] == {"n"} and kinds[1] and kinds[1] <= {"a", "p"}
        describing = kinds[1] == {"n"} and kinds[0] and kinds[0] <= {"a", "p"}
        if not (described or describing) or not left.agreements or not right.agreements:
            return 0.0
        return 0.0 if any(_agree(one, other) for one in left.agreements for other in right.agreements) else ODD

    def _order(self, left: Neighbour, right: Neighbour) -> float:
        kinds = right.classes if right.word not in self.function_words else frozenset[str]()
        score = ODD if left.word in self.not_before_name and right.capital else 0.0
        before_noun = left.word in self.determiners and left.word not in self.pronouns
        if (before_noun and kinds and not kinds & _OF_NOUN_PHRASES) or (
            left.word in self.prepositions and kinds == {"v"}
        ):
            score += CLASH
        if kinds == {"i"} and left.word not in self.before_base:
            score += ODD
        if left.word in self.before_verb and kinds and not kinds & {"v", "i", "p", "b"}:
            score += ODD
        only_noun = left.classes == {"n"} and left.word not in self.function_words
        if only_noun and right.word in self.determiners and right.word not in self.prepositions:
            score += ODD
        return score


@cache
def neighbourhood(language: str | None) -> Neighbourhood | None:
    """The rules of `language`, None where there is no lexicon for it."""
    return Neighbourhood(language) if language and language in languages() else None


def _agree(one: str, other: str) -> bool:
    return all(a == b or "-" in (a, b) for a, b in zip(one, other, strict=True))
