"""Which quotes have the same words, and whether they agree."""

from __future__ import annotations

import pytest

from tui_reader.evidence.quotes import group_quotes
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Quote, Span

WORDS = "Nous ne fermerons pas l’usine de Tournac cette année"


def article(words: str, speaker: str | None = "Anne Roux") -> Article:
    span = Span(0, len(words))
    return Article(document_from_text(words), quotes=(Quote(span, words, words, span, speaker=speaker),))


@pytest.mark.parametrize(
    ("words", "are_same"),
    [
        (WORDS, True),
        (WORDS.upper(), True),
        (f"{WORDS}, dit-on", True),
        ("Nous ne fermerons pas l’usine de Tournac", True),  # a part of it
        ("Nous ne fermerons jamais l’usine de Tournac cette année", True),  # another wording
        ("Nous ne fermerons pas", False),  # too few words
        ("Nous rouvrirons demain la mairie de Corbel, comme promis", False),
        ("Nous ne fermerons pas la porte aux vélos de demain", False),
    ],
)
def test_which_quotes_are_the_same(words: str, are_same: bool) -> None:
    assert (len(group_quotes([article(WORDS), article(words)])) == 1) is are_same


@pytest.mark.parametrize(
    ("words", "speaker", "agree"),
    [
        (WORDS, "Anne Roux", True),
        (WORDS, "Roux", True),
        (WORDS, None, True),
        (WORDS, "Paul Verdier", False),
        (f"{WORDS}.", "Anne Roux", True),
        ("Nous ne fermerons jamais l’usine de Tournac cette année", "Anne Roux", False),
        ("Nous ne fermerons pas l’usine de Tournac", "Anne Roux", True),  # an excerpt
    ],
)
def test_whether_quotes_agree(words: str, speaker: str | None, agree: bool) -> None:
    [group] = group_quotes([article(WORDS, "Roux"), article(WORDS), article(words, speaker)])
    assert group.agrees is agree
    assert group.speaker == "Anne Roux"
    assert [item.article_index for item in group.items] == [0, 1, 2]


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        ("une prise d’otages inacceptable", "Une prise d’otages inacceptable", True),
        ("une prise d’otages inacceptable", "une prise d’otages intolérable", False),
        ("une prise d’otages inacceptable", "une prise d’otages", False),
        ("un pas en avant", "un pas en avant", False),  # as anybody says
    ],
)
def test_short_quotes_are_the_same_to_the_last_word(first: str, second: str, are_same: bool) -> None:
    groups = group_quotes([article(first, "Michel Cadot"), article(second, "Jacques Pfister")])
    assert (len(groups) == 1) is are_same
    assert not any(group.agrees for group in groups)


def test_the_same_words_twice_in_one_article_are_no_evidence() -> None:
    first = article(WORDS)
    twice = Article(first.document, quotes=first.quotes * 2)
    assert group_quotes([twice]) == []
