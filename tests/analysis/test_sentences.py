"""The score of news sentences counts each kind of error; how many of their figures are right: tests/floors.py."""

import pytest

from tests.corpus.sentences import Sentence, read_sentences, score


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
