"""Score how likely a candidate is the original of a headline's variants: all evidence, weighed in one place.

Weights are natural logarithms of odds, so that they add up; they are set by hand. Two kinds of evidence meet: whether
each variant is the candidate with one word replaced wherever its letters stand, and whether the candidate itself reads
as the language does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from tui_reader.analysis.headlines.adjacency import AdjacentWord, adjacency_rules
from tui_reader.analysis.headlines.alignment import tokens
from tui_reader.analysis.lexicon.word_list import Entry, WordList, word_list
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Span

UNTOUCHED = -2.5  # a variant that is the candidate itself: mostly a word is replaced in each
FURTHER_SUBSTITUTION = -6.0  # each after the first in one variant
NO_SYNONYM = -2.0  # a substitution by what is no word
STRAY = -3.0  # each time that the replaced word stands where it was not replaced, two at most
CAPITAL = 7.0  # a capital where another variant has none: synonyms come in lower case
UNKNOWN = -4.0  # a word that neither the language nor the document has
UNKNOWN_NAME = -1.5  # the same with a capital
SEVERAL_WORDS = -6.0  # several words that one substitution replaces: it is always a word that is
COMMON = 0.1  # each tenth on the Zipf scale by which a word is common
IN_DOCUMENT = 2.0  # a word that the rest of the document has
APOSTROPHES = ("'", "’")
RARE = 10  # tenths of the Zipf scale that a word nobody knows is taken to have


Substitution = tuple[str, str]
"""An original and the synonym that replaced it, wherever its letters stand."""


class Choice(msgspec.Struct, frozen=True):
    """What a candidate has where variants differ: `text`, at `span` of its own text; `options` is what they have."""

    span: Span
    text: str
    options: tuple[str, ...]


class Scorer(msgspec.Struct, frozen=True, dict=True):
    """Scores candidates by a language and by the words that the rest of the document has, folded."""

    language: str | None
    document_words: frozenset[str]

    @cached_property
    def _found(self) -> dict[str, Entry | None]:
        return {}

    @cached_property
    def words(self) -> WordList:
        """The word list of the language."""
        return word_list(self.language)

    def score(self, candidate: str, choices: Sequence[Choice], variants: Sequence[Sequence[str]]) -> float:
        """How likely `candidate` is the original of variants that have `variants[n]` at the differences."""
        copies = sum(self.score_copy(candidate, choices, texts) for texts in variants)
        return copies + sum(self.score_reading(candidate, choice) for choice in choices)

    def score_copy(self, candidate: str, choices: Sequence[Choice], texts: Sequence[str]) -> float:
        """How likely replacing words of `candidate` everywhere gives a variant that has `texts` at the differences."""
        changed = [(choice.text, text) for choice, text in zip(choices, texts, strict=True) if choice.text != text]
        if not changed:
            return UNTOUCHED
        score = -FURTHER_SUBSTITUTION
        for original, synonym in substitutions(changed):
            strays = candidate.count(original) - sum(mine.count(original) for mine, _theirs in changed)
            score += FURTHER_SUBSTITUTION + STRAY * min(max(strays, 0), 2)
            score += SEVERAL_WORDS * (" " in original) + NO_SYNONYM * (not self.knows_all(synonym))
        return score

    def score_reading(self, candidate: str, choice: Choice) -> float:
        """How well a candidate reads at a difference: known and common words, capitals, adjacent words."""
        words = [span.of(choice.text) for span in tokens(choice.text)]
        letters = [word for word in words if word[0].isalpha()]
        score = COMMON * min((self._frequency(word) for word in letters), default=RARE)
        score += sum((UNKNOWN_NAME if word[0].isupper() else UNKNOWN) * (not self.knows(word)) for word in letters)
        others = [option for option in choice.options if option != choice.text]
        if any(choice.text[0].isupper() and option[0].islower() for option in others):
            score += CAPITAL
        if letters and all(fold(word) in self.document_words for word in letters):
            score += IN_DOCUMENT
        return score + self._score_adjacency(candidate, choice)

    def lost_articles(self, options: Sequence[str]) -> tuple[str, ...]:
        """The articles that may have stood where each variant has what dictionaries give for one."""
        rules = adjacency_rules(self.language)
        return rules.articles if rules and rules.stand_ins.issuperset(options) else ()

    def knows(self, word: str) -> bool:
        """Whether the document or the word list has a word."""
        return fold(word) in self.document_words or self._find(word) is not None

    def knows_all(self, text: str) -> bool:
        """Whether every word of `text` is known."""
        return all(self.knows(span.of(text)) for span in _words(text))

    def _frequency(self, word: str) -> int:
        entry = self._find(word)
        return entry.frequency if entry else RARE

    def _score_adjacency(self, candidate: str, choice: Choice) -> float:
        """What the rules of the language say of the words at a difference and of those next to it."""
        adjacency = adjacency_rules(self.language)
        if adjacency is None:
            return 0.0
        words = _words(candidate)
        first = bisect_right(words, choice.span.start, key=lambda span: span.end)
        last = bisect_left(words, choice.span.end, key=lambda span: span.start)
        around = words[max(first - 1, 0) : last + 1]
        return sum(
            adjacency.score(self._adjacent_word(candidate, a, b.start), self._adjacent_word(candidate, b, b.end))
            for a, b in pairwise(around)
            if candidate[a.end : b.start].strip() in ("", *APOSTROPHES)
        )

    def _adjacent_word(self, candidate: str, span: Span, next_start: int) -> AdjacentWord:
        word = span.of(candidate)
        elided = next_start > span.end and candidate[span.end] in APOSTROPHES
        return AdjacentWord(fold(word), word[0].isupper(), elided, self._find(word))

    def _find(self, word: str) -> Entry | None:
        if word not in self._found:
            self._found[word] = self.words.find(word)
        return self._found[word]


def substitutions(changed: Sequence[tuple[str, str]]) -> list[Substitution]:
    """Substitutions that, each made everywhere, turn the first of each pair into the second: few, found greedily."""
    chosen: list[Substitution] = []
    rest = list(dict.fromkeys(changed))
    while rest:
        best = max(rest, key=lambda pair: sum(_explains(pair, other) for other in rest))
        chosen.append(best)
        rest = [pair for pair in rest if not _explains(best, pair)]
    return chosen


def _explains(pair: Substitution, other: tuple[str, str]) -> bool:
    """Whether a substitution made everywhere turns the first of another pair into its second."""
    return other[0].replace(*pair) == other[1]


def _words(text: str) -> list[Span]:
    """The tokens that begin with a letter or a digit."""
    return [span for span in tokens(text) if text[span.start].isalnum()]
