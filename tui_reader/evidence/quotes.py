"""Quotes of several articles that have the same words, or nearly: wire copy, other wordings, other speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Article, Quote

FEWEST_WORDS = 5
"""Quotes of fewer words may be the same by chance, but for longer ones that are so to the last word."""
_FEWEST_SAME, _FEWEST_LETTERS = 3, 20  # words and code points of such ones
LEAST_ALIKE = 0.75
"""The share of the words of two quotes that is the same; a shorter one may be a part of a longer one."""
_SHINGLE = 3  # words that two quotes share in a row, for them to be looked at
_MOST_HOLDERS = 200  # quotes that are looked at for the same words in a row


class QuoteItem(NamedTuple):
    """A quote of an article of a pool, which is `article_index`."""

    article_index: int
    quote: Quote


class QuoteGroup(NamedTuple):
    """Quotes of several articles with nearly the same words, in the order of the pool."""

    items: tuple[QuoteItem, ...]

    @property
    def speaker(self) -> str | None:
        """The fullest name of a speaker that most articles give."""
        names = [item.quote.speaker for item in self.items if item.quote.speaker]
        return max(
            names, key=lambda name: (sum(is_same_person(name, other) for other in names), len(name)), default=None
        )

    @property
    def agrees(self) -> bool:
        """Whether wording and speaker are the same everywhere; who is not named contradicts nobody."""
        names = {item.quote.speaker for item in self.items if item.quote.speaker}
        longest = max((item.quote for item in self.items), key=lambda quote: len(_words(quote)))
        is_one_wording = all(are_one_wording(item.quote, longest) for item in self.items)
        return is_one_wording and all(is_same_person(one, other) for one in names for other in names)


def group_quotes(articles: Sequence[Article]) -> list[QuoteGroup]:
    """The groups of quotes of a pool; each has quotes of two articles at least."""
    items = [QuoteItem(index, quote) for index, article in enumerate(articles) for quote in article.quotes]
    groups = group_same_words(items)
    return [QuoteGroup(group) for group in groups if len({item.article_index for item in group}) > 1]


def group_same_words(items: Iterable[QuoteItem]) -> list[tuple[QuoteItem, ...]]:
    """The quotes of two articles or more that have nearly the same wordings, and so have all that stand with them."""
    compared = [item for item in items if len(_words(item.quote)) >= FEWEST_WORDS or _tells_alone(item.quote)]
    wordings = [_words(item.quote) for item in compared]
    groups = _Groups(len(compared))
    for number, others in enumerate(_candidates(wordings)):
        for other in others:
            if compared[number].article_index != compared[other].article_index and _is_same(
                wordings[number], wordings[other]
            ):
                groups.join(number, other)
    return [tuple(compared[number] for number in group) for group in groups.all()]


def has_same_words(one: Quote, other: Quote) -> bool:
    """Whether two quotes have the same words, capitals, accents and marks aside."""
    return _words(one) == _words(other)


def are_one_wording(one: Quote, other: Quote) -> bool:
    """Whether two quotes have the same words, or one of them has all of the other's in a row, as an excerpt has."""
    return has_same_words(one, other) or _is_part(_words(one), _words(other))


def _tells_alone(quote: Quote) -> bool:
    """Whether a short quote is long enough that nobody else says just this by chance."""
    return len(_words(quote)) >= _FEWEST_SAME and len(quote.clean) >= _FEWEST_LETTERS


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other: `Macron`, `Emmanuel Macron`; neither is empty."""
    first, second = (set(WORD.findall(fold(name))) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _words(quote: Quote) -> list[str]:
    return WORD.findall(fold(quote.clean))


def _candidates(words: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each quote, earlier ones that share some words in a row with it."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    candidates: list[set[int]] = []
    for number, quote_words in enumerate(words):
        shingles = {tuple(quote_words[at : at + _SHINGLE]) for at in range(len(quote_words) - _SHINGLE + 1)}
        candidates.append({other for shingle in shingles for other in holders[shingle][:_MOST_HOLDERS]})
        for shingle in shingles:
            holders[shingle].append(number)
    return candidates


def _is_same(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two quotes have nearly the same words, or one of them has all of the other's in a row."""
    if min(len(first), len(second)) < FEWEST_WORDS:
        return first == second
    return _is_part(first, second) or Indel.normalized_similarity(first, second) >= LEAST_ALIKE


def _is_part(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one of two quotes has all words of the other in a row."""
    whole, part = (f" {' '.join(words)} " for words in sorted((first, second), key=len, reverse=True))
    return part in whole


class _Groups:
    """Numbers that belong together."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def _root(self, number: int) -> int:
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def join(self, one: int, other: int) -> None:
        """The groups of two numbers are one."""
        low, high = sorted((self._root(one), self._root(other)))
        self._first[high] = low

    def all(self) -> list[list[int]]:
        """The groups of two or more, each in order."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._first)):
            groups[self._root(number)].append(number)
        return [group for group in groups.values() if len(group) > 1]
