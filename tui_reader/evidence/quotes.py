"""Quotes of several articles that have the same words, or nearly: wire copy, other wordings, other speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Article, Quote

FEWEST_WORDS = 5
"""Quotes of fewer words may be the same by chance."""
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
            names, key=lambda name: (sum(_is_same_person(name, other) for other in names), len(name)), default=None
        )

    @property
    def agrees(self) -> bool:
        """Whether wording and speaker are the same everywhere; who is not named contradicts nobody."""
        wordings = {tuple(_words(item.quote)) for item in self.items}
        names = {item.quote.speaker for item in self.items if item.quote.speaker}
        return len(wordings) == 1 and all(_is_same_person(one, other) for one in names for other in names)


def group_quotes(articles: Sequence[Article]) -> list[QuoteGroup]:
    """The groups of quotes of a pool; each has quotes of two articles at least."""
    items = [
        QuoteItem(index, quote)
        for index, article in enumerate(articles)
        for quote in article.quotes
        if len(_words(quote)) >= FEWEST_WORDS
    ]
    words = [_words(item.quote) for item in items]
    groups = _Groups(len(items))
    for number, others in enumerate(_candidates(words)):
        for other in others:
            if items[number].article_index != items[other].article_index and _is_same(words[number], words[other]):
                groups.join(number, other)
    found = [QuoteGroup(tuple(items[number] for number in group)) for group in groups.all()]
    return [group for group in found if len({item.article_index for item in group.items}) > 1]


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
    whole, part = (f" {' '.join(words)} " for words in sorted((first, second), key=len, reverse=True))
    return part in whole or Indel.normalized_similarity(first, second) >= LEAST_ALIKE


def _is_same_person(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other: `Macron`, `Emmanuel Macron`."""
    first, second = (set(WORD.findall(fold(name))) for name in (one, other))
    return first <= second or second <= first


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
