"""News sentences of many kinds, read one by one: how many of their figures are right, and that errors are counted."""

import pytest

from tests.corpus.sentences import Sentence, read_sentences, score

# Value, value with unit or thing, qualifier: these only go up.
FLOORS = {"en": (0.99, 0.99, 0.99), "fr": (0.99, 0.99, 0.99)}


@pytest.mark.parametrize("language", FLOORS)
def test_floors(language: str) -> None:
    result = score(read_sentences(language), language)
    value, full, qualifier = FLOORS[language]
    assert result.value >= value, result.disagreements
    assert result.full >= full, result.disagreements
    assert result.qualifier >= qualifier, result.disagreements


def test_there_are_enough_of_them() -> None:
    assert len(read_sentences("en")) >= 295
    assert len(read_sentences("fr")) >= 115


def marked(text: str) -> Sentence:
    [sentence] = [one for one in read_sentences("en") if one.text == text]
    return sentence


FINE = "The fine, $170,000, must be paid within 30 days."


def test_the_score_sees_each_kind_of_error() -> None:
    sentence = marked(FINE)
    first, *rest = sentence.wanted
    for one, value, full in (
        (first, 1.0, 1.0),
        (first._replace(value=70000.0), 0.5, 0.5),
        (first._replace(unit="EUR"), 1.0, 0.5),
        (first._replace(optional=True), 1.0, 1.0),
    ):
        result = score([sentence._replace(wanted=(one, *rest))], "en")
        assert (result.value, result.full) == (value, full), one


def test_the_score_sees_what_is_missed_and_what_is_no_figure() -> None:
    sentence = marked(FINE)
    one_less = score([sentence._replace(wanted=sentence.wanted[1:])], "en")
    assert one_less.value == pytest.approx(2 / 3)
    assert len(one_less.disagreements) == 1
    assert score([sentence._replace(text="x" * len(sentence.text))], "en").value == 0.0
