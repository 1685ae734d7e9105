"""How likely a wording is the original of a headline's variants: all evidence, weighed in one place.

Weights are natural logarithms of odds, so that they add up. Two kinds of evidence meet: whether each variant is the
wording with one word replaced wherever its letters stand, and whether the wording itself reads as the language does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tui_reader.analysis.headlines.adjacency import Neighbour, neighbourhood
from tui_reader.analysis.headlines.alignment import tokens
from tui_reader.analysis.lexicon.word_list import Entry, WordList, word_list
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Span

UNTOUCHED = -2.5  # a variant in which no word was replaced
FURTHER_SUBSTITUTION = -6.0  # each after the first in one variant
NO_SYNONYM = -2.0  # a substitution by what is no word
STRAY = -3.0  # a place where the replaced word stands and was not replaced
CAPITAL = 7.0  # a capital where another variant has none: synonyms come in lower case
UNKNOWN = -4.0  # a word that neither the language nor the document has
UNKNOWN_NAME = -1.5  # the same with a capital
SEVERAL_WORDS = -6.0  # several words that one substitution replaces: it is always a word that is
COMMON = 0.1  # each tenth on the Zipf scale by which a word is common
IN_DOCUMENT = 2.0  # a word that the rest of the document has
APOSTROPHES = ("'", "’")
RARE = 10  # tenths of the Zipf scale that a word nobody knows is taken to have


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places where variants differ: what the supposed original has there, at `at` in its own text."""

    at: Span
    text: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Judge:
    """Judges wordings by a language and by the words of the document."""

    language: str | None
    document_words: frozenset[str]

    @cached_property
    def _found(self) -> dict[str, Entry | None]:
        return {}

    @cached_property
    def words(self) -> WordList:
        return word_list(self.language)

    def score(self, wording: str, places: Sequence[Place], variants: Sequence[Sequence[str]]) -> float:
        """How likely `wording` is the original of variants that have `variants[n]` at the places."""
        return sum(self.copying(wording, places, texts) for texts in variants) + sum(
            self.fit(wording, place) for place in places
        )

    def copying(self, wording: str, places: Sequence[Place], texts: Sequence[str]) -> float:
        """How likely replacing words of `wording` everywhere gives a copy that has `texts` at the places."""
        changed = [(place.text, text) for place, text in zip(places, texts, strict=True) if place.text != text]
        if not changed:
            return UNTOUCHED
        score = -FURTHER_SUBSTITUTION
        for original, synonym in substitutions(changed):
            strays = wording.count(original) - sum(mine.count(original) for mine, _theirs in changed)
            score += FURTHER_SUBSTITUTION + STRAY * min(max(strays, 0), 2)
            score += SEVERAL_WORDS * (" " in original) + NO_SYNONYM * (not self.knows_all(synonym))
        return score

    def fit(self, wording: str, place: Place) -> float:
        """How well a place reads."""
        words = [span.of(place.text) for span in tokens(place.text)]
        letters = [word for word in words if word[0].isalpha()]
        score = COMMON * min((self._frequency(word) for word in letters), default=RARE)
        score += sum((UNKNOWN_NAME if word[0].isupper() else UNKNOWN) * (not self.knows(word)) for word in letters)
        others = [option for option in place.options if option != place.text]
        if any(place.text[0].isupper() and option[0].islower() for option in others):
            score += CAPITAL
        if letters and all(fold(word) in self.document_words for word in letters):
            score += IN_DOCUMENT
        return score + self._grammar(wording, place)

    def articles(self, options: Sequence[str]) -> tuple[str, ...]:
        """The articles that may have stood where each variant has what dictionaries give for one."""
        rules = neighbourhood(self.language)
        return rules.articles if rules and rules.stand_ins.issuperset(options) else ()

    def knows(self, word: str) -> bool:
        return fold(word) in self.document_words or self._find(word) is not None

    def knows_all(self, text: str) -> bool:
        return all(self.knows(span.of(text)) for span in _words(text))

    def _frequency(self, word: str) -> int:
        entry = self._find(word)
        return entry.frequency if entry else RARE

    def _grammar(self, wording: str, place: Place) -> float:
        """What the rules of the language say of the words at a place and of their neighbours."""
        rules = neighbourhood(self.language)
        if rules is None:
            return 0.0
        words = _words(wording)
        first = bisect_right(words, place.at.start, key=lambda span: span.end)
        last = bisect_left(words, place.at.end, key=lambda span: span.start)
        around = words[max(first - 1, 0) : last + 1]
        return sum(
            rules.weigh(self._neighbour(wording, a, b.start), self._neighbour(wording, b, b.end))
            for a, b in pairwise(around)
            if wording[a.end : b.start].strip() in ("", *APOSTROPHES)
        )

    def _neighbour(self, wording: str, span: Span, until: int) -> Neighbour:
        word = span.of(wording)
        elided = until > span.end and wording[span.end] in APOSTROPHES
        return Neighbour(fold(word), word[0].isupper(), elided, self._find(word))

    def _find(self, word: str) -> Entry | None:
        if word not in self._found:
            self._found[word] = self.words.find(word)
        return self._found[word]


def substitutions(changed: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The fewest replacements found that, each made everywhere, turn the first of each pair into the second."""
    found: list[tuple[str, str]] = []
    rest = list(dict.fromkeys(changed))
    while rest:
        best = max(rest, key=lambda pair: sum(_explains(pair, other) for other in rest))
        found.append(best)
        rest = [pair for pair in rest if not _explains(best, pair)]
    return found


def _explains(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    return other[0].replace(*pair) == other[1]


def _words(text: str) -> list[Span]:
    return [span for span in tokens(text) if text[span.start].isalnum()]
