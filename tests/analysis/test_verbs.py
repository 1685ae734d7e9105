"""The forms of verbs."""

import pytest

from tui_reader.analysis.lexicon.conjugation import Level, verb_forms


@pytest.mark.parametrize(
    ("language", "word", "level", "forms"),
    [
        ("fr", "affirme", "saying", "finite"),
        ("fr", "affirmait", "saying", "finite"),
        ("fr", "affirmé", "saying", "past"),
        ("fr", "affirmant", "saying", "present"),
        ("fr", "affirmer", "saying", "base"),
        ("fr", "annonçait", "saying", "finite"),  # c before a and o
        ("fr", "exigeant", "saying", "present"),  # g before a and o
        ("fr", "rappelle", "saying", "finite"),
        ("fr", "répète", "saying", "finite"),
        ("fr", "balaie", "saying", "finite"),
        ("fr", "dit", "saying", "finite past"),
        ("fr", "écrivait", "saying", "finite"),
        ("fr", "reconnu", "saying", "past"),
        ("fr", "soutient", "saying", "finite"),
        ("fr", "répondit", "saying", "finite"),
        ("fr", "reprend", "saying", "finite"),
        ("fr", "promis", "saying", "past"),
        ("fr", "avertissait", "saying", "finite"),
        ("fr", "poursuit", "saying", "finite"),
        ("fr", "dénonce", "judging", "finite"),
        ("fr", "voulait", "judging", "finite"),
        ("fr", "prend", "common", "finite"),
        ("en", "said", "saying", "finite past"),
        ("en", "replies", "saying", "finite"),
        ("en", "told", "saying", "finite past"),
        ("en", "arguing", "saying", "present"),
        ("en", "accused", "judging", "finite past"),
        ("en", "say", "saying", "base finite"),  # the infinitive is finite, too
        ("en", "took", "common", "finite"),
    ],
)
def test_forms(language: str, word: str, level: Level, forms: str) -> None:
    verb = verb_forms(language)[word]
    assert verb.level == level
    assert " ".join(sorted(verb.forms)) == forms


@pytest.mark.parametrize(("language", "word"), [("fr", "moulin"), ("fr", "préfet"), ("en", "mill"), ("en", "mayor")])
def test_nouns_are_no_forms(language: str, word: str) -> None:
    assert word not in verb_forms(language)
