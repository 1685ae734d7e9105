"""What one person said, over several articles."""

from __future__ import annotations

import pytest

from tui_reader.evidence.quotes import QuoteItem
from tui_reader.evidence.sayings import Person, sayings
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Quote, Span

USINE = "Nous ne fermerons pas l’usine de Tournac cette année"
AUTREMENT = "Nous ne fermerons jamais l’usine de Tournac cette année"
MAIRIE = "Nous rouvrirons demain la mairie de Corbel, comme promis"


def article(day: str | None, *quotes: tuple[str, str | None], speech: bool = True) -> Article:
    text = "\n".join(words for words, _speaker in quotes)
    found = []
    for words, speaker in quotes:
        span = Span(text.index(words), text.index(words) + len(words))
        found.append(Quote(span, words, words, span, speaker=speaker, speech=speech))
    return Article(document_from_text(text), published=day, quotes=tuple(found))


def said(name: str, *articles: Article) -> list[tuple[list[int], list[int]]]:
    found = sayings(Person(name, articles), articles)
    return [([one.article_index for one in each.copies], [one.article_index for one in each.others]) for each in found]


def test_the_newest_comes_first_and_what_has_no_day_last() -> None:
    pool = (
        article(None, ("Oui", "Roux")),
        article("2024-02-01", (USINE, "Roux")),
        article("2024-02-14", ("Non", "Roux")),
    )
    assert said("Anne Roux", *pool) == [([2], []), ([1], []), ([0], [])]


def test_the_same_words_are_one_saying_its_oldest_article_first() -> None:
    pool = (article("2024-02-14", (USINE, "Anne Roux")), article("2024-02-13", (USINE.upper(), "Roux")))
    assert said("Anne Roux", *pool) == [([1, 0], [])]


def test_other_wordings_and_other_speakers_are_set_against_it() -> None:
    pool = (
        article("2024-02-13", (USINE, "Anne Roux")),
        article("2024-02-14", (AUTREMENT, "Anne Roux")),
        article("2024-02-15", (USINE, "Paul Verdier")),
        article("2024-02-16", (USINE, None)),
    )
    assert said("Anne Roux", *pool) == [([0, 3], [1, 2])]


def test_words_that_stand_twice_in_an_article_are_given_once() -> None:
    assert said("Anne Roux", article(None, (USINE, "Anne Roux"), (USINE, "Roux"))) == [([0], []), ([0], [])]
    twice = article("2024-02-13", (USINE, "Anne Roux"), (USINE.upper(), "Roux"))
    assert said("Anne Roux", twice, article("2024-02-14", (USINE, "Roux"))) == [([0, 1], [])]


def test_what_others_say_is_no_saying_of_that_person() -> None:
    assert said("Anne Roux", article(None, (MAIRIE, "Paul Verdier"), (USINE, None))) == []


def test_words_are_looked_for_whoever_said_them() -> None:
    pool = (article("2024-02-13", (USINE, None)), article("2024-02-14", (USINE, "Paul Verdier")))
    found = sayings(Person("", ()), pool, QuoteItem(0, pool[0].quotes[0]))
    assert [[item.article_index for item in one.copies] for one in found] == [[0, 1]]


@pytest.mark.parametrize(
    ("asked", "name", "others", "is_hers", "is_certain"),
    [
        ("Anne Roux", "Anne Roux", [], True, True),
        ("Anne Roux", "Roux", [], True, True),
        ("Roux", "Anne Roux", [], True, True),
        ("Anne Roux", "anne roux", [], True, True),
        ("Anne Roux", "Paul Roux", [], False, False),
        ("Anne Roux", "Roux", ["Paul Roux"], True, False),
        ("Anne Roux", "Anne Roux", ["Paul Roux"], True, True),
        ("Roux", "Paul Roux", ["Anne Roux"], True, True),  # whoever is called so
        ("Roux", "Paul Verdier", ["Anne Roux"], False, False),
        ("Anne Roux", None, [], False, False),
    ],
)
def test_whose_name_it_is(asked: str, name: str | None, others: list[str], is_hers: bool, is_certain: bool) -> None:
    person = Person(asked, [article(None, ("Oui", name), *(("Non", other) for other in others))])
    assert (person.has(name), person.is_certain(name)) == (is_hers, is_certain)
