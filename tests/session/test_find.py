"""Finding is forgiving in what people type differently, and exact about the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.analysis.text.find import find_all, find_beginnings, find_each, hit_in, loose, next_hit
from tui_reader.model import Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("L’Élysée et l'elysee", "l'elysee", ["L’Élysée", "l'elysee"]),
        ("e\u0301te\u0301 été ete", "été", ["e\u0301te\u0301", "été", "ete"]),
        ("cœur, Œuvre et coeur", "coeur", ["cœur", "coeur"]),
        ("une œuvre", "œuvre", ["œuvre"]),
        ("il a\ndit\u00a0: « oui »", 'dit : "', ["dit\u00a0: «"]),
        ("aujourd’hui", "aujourd'hui", ["aujourd’hui"]),
        ("week\u2011end – week-end", "week-end", ["week\u2011end", "week-end"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("[a.b] a+b", "a.b", ["a.b"]),
        ("Straße", "strasse", ["Straße"]),
        ("İstanbul", "stanbul", ["stanbul"]),
        ("rien", "", []),
        ("rien", "   ", []),
        ("rien", "\u0301", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_all(text, words)] == found


@given(st.text(), st.text(max_size=5))
def test_places_are_within_the_text_and_apart(text: str, words: str) -> None:
    assert len(loose(text)) == len(text)
    end = 0
    for start, stop in find_all(text, words):
        assert end <= start < stop <= len(text)
        end = stop


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Un rachat, un chat, des châtaignes", ["chat"], ["chat", "chât"]),
        ("le pont et la crue, la crue", ["crue", "pont"], ["pont", "crue", "crue"]),
        ("le pont neuf", ["pont neuf", "pont", "neuf"], ["pont neuf"]),
        ("le pont", [], []),
        ("rien", ["", "chien"], []),
    ],
)
def test_beginnings_of_words_are_found(text: str, sought: list[str], found: list[str]) -> None:
    assert [span.of(text) for span in find_beginnings(text, sought)] == found


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (["chat"], ["chat", "chat", "chât"]),
        (["chat", "rachat", "un"], ["rachat", "un", "chat", "chât"]),
        (["Un chat", "chat", "achat"], ["achat", "un chat", "chât"]),
        ([], []),
        (["", "chien"], []),
    ],
)
def test_words_are_found_wherever_one_of_them_stands(sought: list[str], found: list[str]) -> None:
    text = "Le rachat, un chat, des châtaignes"
    assert [span.of(text) for span in find_each(text, sought)] == found


@pytest.mark.parametrize(
    ("start", "by", "index"),
    [(0, 1, 0), (5, 1, 0), (6, 1, 1), (9, 1, 1), (21, 1, 0), (21, -1, 2), (20, -1, 1), (5, -1, 2)],
)
def test_the_next_hit_is_the_nearest_round_the_end(start: int, by: int, index: int) -> None:
    hits = [Span(5, 7), Span(9, 12), Span(20, 21)]
    assert next_hit(hits, start, by) == hits[index]


def test_the_hit_in_a_sentence_comes_before_the_first_of_all() -> None:
    text = "Le pont ferme.\n\nLe  pont\nrouvre. Le pont tient."
    hits = find_beginnings(text, ["pont"])
    assert hit_in(text, hits, "Le pont rouvre.") == hits[1]
    assert hit_in(text, hits, "Un autre texte.") == hit_in(text, hits, "") == hits[0]
    assert hit_in(text, [], "Le pont rouvre.") is None


@given(st.text(alphabet="aé« ’x\n", min_size=1), st.data())
def test_what_stands_there_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : start + 5].strip()
    if words:
        assert any(Span(start, start + 6).meets(span) for span in find_all(text, words)) or text.count(words) > 1
