"""All that one person said in several articles: each saying once, with the articles that have it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.evidence.quotes import QuoteItem, are_one_wording, group_same_words, has_same_words, is_same_person
from tui_reader.model import Article, Quote


class Saying(NamedTuple):
    """Nearly the same words in one article or several.

    The items of `copies` have the same words, or a part of them, given to the person; those of `others` have other
    words, or are given to somebody else, and nothing is in both.
    """

    copies: tuple[QuoteItem, ...]
    others: tuple[QuoteItem, ...] = ()


class Person:
    """Who is meant by a name in a pool: all names that may be that person's."""

    def __init__(self, name: str, articles: Sequence[Article]) -> None:
        names = {quote.speaker for article in articles for quote in article.quotes if quote.speaker} | {name}
        fuller = [other for other in names if is_same_person(name, other)]
        self._full = max(fuller, key=lambda other: len(_parts(other)), default=name)
        if any(not is_same_person(self._full, other) for other in fuller):
            self._full = name  # a surname that several persons bear
        self._strangers = {
            other: any(is_same_person(other, third) and not is_same_person(self._full, third) for third in names)
            for other in names
            if is_same_person(self._full, other)
        }

    def has(self, name: str | None) -> bool:
        """Whether a name is, or may be, that person's."""
        return name in self._strangers

    def is_certain(self, name: str | None) -> bool:
        """Whether a name is nobody else's in the pool: `Macron` is not certain where a Brigitte Macron speaks, too."""
        return name in self._strangers and not self._strangers[name]


def is_office(name: str, language: str | None) -> bool:
    """Whether a name is that of an office or a kind of body alone, which many hold.

    `Premier ministre`, `ministre de la Santé`, `parquet`; not `préfecture de l'Aude`, nor a role beside a name.
    """
    if language is None or not name:
        return False
    grammar, parts = grammar_of(language), name.split()
    small = grammar.prepositions | grammar.determiners
    if any(word[0].isupper() and fold(before) not in small for before, word in pairwise(parts)):
        return False
    if any(not word[0].islower() or "'" in word for word in parts[1:]):  # `ministre de la Santé`
        return grammar.person_noun(fold(parts[0]))
    return parts[0][0].islower() or any(grammar.person_noun(fold(word)) for word in parts)


def sayings(person: Person, articles: Sequence[Article], besides: QuoteItem | None = None) -> list[Saying]:
    """What a person said, the newest first and undated ones last; in each, the oldest article first.

    `besides` is a quote whose words are looked for whoever said them.
    """
    items = [
        QuoteItem(index, quote)
        for index, article in enumerate(articles)
        for quote in article.quotes
        if quote.speech or person.has(quote.speaker)
    ]
    groups = group_same_words(items)
    together = {id(item.quote) for group in groups for item in group}
    groups += [(item,) for item in items if id(item.quote) not in together]
    found = [_saying(group, person, articles, besides) for group in groups if _is_wanted(group, person, besides)]
    return sorted(found, key=lambda one: _latest(one, articles), reverse=True)


def _is_wanted(group: Sequence[QuoteItem], person: Person, besides: QuoteItem | None) -> bool:
    return any(item == besides or person.has(item.quote.speaker) for item in group)


def _saying(
    group: Sequence[QuoteItem], person: Person, articles: Sequence[Article], besides: QuoteItem | None
) -> Saying:
    """The items of a group in order of time, each article once for the same words."""
    items = sorted(group, key=lambda item: (articles[item.article_index].day or "~", item.article_index))
    first = next((item for item in items if person.has(item.quote.speaker)), besides or items[0])
    copies: list[QuoteItem] = []
    others: list[QuoteItem] = []
    for item in items:
        is_copy = are_one_wording(item.quote, first.quote) and _is_by_same(item.quote, first.quote)
        into = copies if is_copy else others
        if not any(_is_repeated(item, other) for other in into):
            into.append(item)
    return Saying(tuple(copies), tuple(others))


def _is_by_same(one: Quote, other: Quote) -> bool:
    """Whether two quotes are of one person; who is not named contradicts nobody."""
    return one.speaker is None or other.speaker is None or is_same_person(one.speaker, other.speaker)


def _is_repeated(one: QuoteItem, other: QuoteItem) -> bool:
    return one.article_index == other.article_index and has_same_words(one.quote, other.quote)


def _latest(saying: Saying, articles: Sequence[Article]) -> tuple[str, int]:
    """The day by which a saying stands among others; of one article, in the order of the text."""
    first = saying.copies[0]
    return articles[first.article_index].day or "", -first.quote.span.start


def _parts(name: str) -> set[str]:
    return set(WORD.findall(fold(name)))
