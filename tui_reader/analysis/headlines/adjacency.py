"""Judge whether two words can stand next to each other: elision, contraction, agreement and word order."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import language_of, languages
from tui_reader.analysis.lexicon.word_list import NOMINAL, Entry

# Natural logarithms of odds, as all evidence in scoring.py
CLASH = -3.0  # an elision, a contraction or an agreement that the language does not allow
_OF_NOUN_PHRASES = NOMINAL | {"b"}  # with the adverbs among them
ODD = -1.5  # classes of words that seldom follow each other


class AdjacentWord(NamedTuple):
    """A word of a headline as the rules of adjacency look at it.

    `word` is folded; `capital` says whether it is capitalised, `elided` whether an apostrophe follows it; `entry` is
    its entry in the word list, None where it has none.
    """

    word: str
    capital: bool
    elided: bool
    entry: Entry | None

    @property
    def classes(self) -> frozenset[str]:
        """The word classes that it can have, as initials: see `Entry`."""
        return frozenset(word_class[0] for word_class in self.entry.classes) if self.entry else frozenset()

    @property
    def agreements(self) -> list[str]:
        """The genders and numbers that it can have as a noun, an adjective or a participle."""
        if self.entry is None:
            return []
        return [word_class[1:] for word_class in self.entry.classes if word_class[0] in NOMINAL and len(word_class) > 1]


class AdjacencyRules:
    """The rules of a language for two adjacent words, as its `headlines.toml` gives them."""

    def __init__(self, language: str) -> None:
        data = language_of(language).headlines
        self.vowels, self.elides = frozenset(data.vowels), data.elides
        self.unsure = tuple(data.unsure_starts)
        self.before_vowel, self.before_consonant = data.before_vowel, data.before_consonant
        self.contracted = frozenset(data.contracted)
        self.determiners, self.pronouns, self.prepositions = data.determiners, data.pronouns, data.prepositions
        self.before_base, self.before_verb = data.before_base, data.before_verb
        self.not_before_name = data.not_before_name
        self.function_words = data.determiners | data.prepositions | data.before_base | data.before_verb
        self.before_plural, self.plurals = data.before_plural, data.plurals
        self.plural_endings = language_of(language).speech.plural_endings
        self.stand_ins, self.articles = data.stand_ins, tuple(sorted(data.articles))
        self.asks = {word: form for form, asking in data.agreement.items() for word in asking}

    def score(self, left: AdjacentWord, right: AdjacentWord) -> float:
        """How well two words stand next to each other: 0 where nothing speaks against it, else below 0."""
        number = ODD if left.word in self.before_plural and not self._may_be_plural(right.word) else 0.0
        return self._sound(left, right) + self._agreement(left, right) + self._order(left, right) + number

    def _may_be_plural(self, word: str) -> bool:
        """Whether a word looks like a plural, in a language whose word list gives no classes."""
        return word.endswith(self.plural_endings) or word in self.plurals

    def _sound(self, left: AdjacentWord, right: AdjacentWord) -> float:
        """Contraction and elision: `de le` for `du`, `le arbre` for `l'arbre`, `a apple` for `an apple`."""
        if f"{left.word} {right.word}" in self.contracted:
            return CLASH
        if right.word.startswith(self.unsure) or not right.word[0].isalpha():
            return 0.0
        if right.word[0] in self.vowels:
            return CLASH if left.word in self.before_consonant else 0.0
        return CLASH if left.word in self.before_vowel or (self.elides and left.elided) else 0.0

    def _agreement(self, left: AdjacentWord, right: AdjacentWord) -> float:
        """Gender and number that a word such as an article asks of the next: `la tuba`."""
        asked = self.asks.get(left.word)
        if asked is None:
            return self._agreement_of_nouns(left, right)
        if not right.agreements or any(_agree(asked, form) for form in right.agreements):
            return 0.0
        return ODD if left.word in self.pronouns and right.classes & {"v", "i"} else CLASH

    def _agreement_of_nouns(self, left: AdjacentWord, right: AdjacentWord) -> float:
        """Agreement of a noun and the adjective or participle at its side, where neither can be anything else."""
        before, after = left.classes, right.classes
        is_noun_first = before == {"n"} and after and after <= {"a", "p"}
        is_noun_last = after == {"n"} and before and before <= {"a", "p"}
        if not (is_noun_first or is_noun_last) or not left.agreements or not right.agreements:
            return 0.0
        return 0.0 if any(_agree(one, other) for one in left.agreements for other in right.agreements) else ODD

    def _order(self, left: AdjacentWord, right: AdjacentWord) -> float:
        """Word order: `the went`, `of sings`, `to singing`."""
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
def adjacency_rules(language: str | None) -> AdjacencyRules | None:
    """The rules of `language`, None where there is no lexicon for it."""
    return AdjacencyRules(language) if language and language in languages() else None


def _agree(one: str, other: str) -> bool:
    """Whether two forms, each gender and number as letters, agree; `-` agrees with either."""
    return all(a == b or "-" in (a, b) for a, b in zip(one, other, strict=True))
