"""What differs between two articles that are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.analysis.pipeline import analyse
from tui_reader.evidence.difference import Side, differences
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article

CRUE = """La crue de la Sarne à Montrevel

La crue de la Sarne a fait {} morts mardi, selon le préfet. Les secours sont sur place depuis l’aube.

Le pont de Montrevel est fermé à la circulation. {}
"""


def article(text: str) -> Article:
    return analyse(document_from_text(text))


def told(side: Side | None, source: Article) -> tuple[str, list[str]] | None:
    return side and (side.span.of(source.text), [mark.of(source.text) for mark in side.marks])


def compared(one: str, other: str) -> list[tuple[object, object, bool]]:
    first, second = article(one), article(other)
    return [(told(a, first), told(b, second), figures) for a, b, figures in differences(first, second)]


def test_a_sentence_in_other_words() -> None:
    one, other = CRUE.format("quatre", ""), CRUE.format("sept", "")
    head, tail = "La crue de la Sarne a fait", "morts mardi, selon le préfet."
    assert compared(one, other) == [
        ((f"{head} quatre {tail}", ["quatre"]), (f"{head} sept {tail}", ["sept"]), True),
    ]


def test_a_sentence_that_one_of_them_alone_has() -> None:
    one, other = (
        CRUE.format("quatre", ""),
        CRUE.format("quatre", "Les écoles rouvrent jeudi. Elles comptent 320 élèves."),
    )
    assert compared(one, other) == [
        (None, ("Les écoles rouvrent jeudi.", []), False),
        (None, ("Elles comptent 320 élèves.", []), True),
    ]
    assert [(b, a, figures) for a, b, figures in compared(other, one)] == compared(one, other)


def test_a_figure_that_the_other_has_elsewhere_does_not_differ() -> None:
    one = CRUE.format("quatre", "Les 320 élèves rentrent.")
    other = CRUE.format("quatre", "Il faudra attendre. Ce sont 320 élèves en tout qui sont attendus au collège jeudi.")
    assert {figures for _one, _other, figures in compared(one, other)} == {False}


def test_a_figure_more_that_the_other_tells_in_another_sentence_does_not_differ() -> None:
    one = CRUE.format("quatre", "Les 320 élèves du collège rentrent jeudi matin. Ils ont 12 cars.")
    other = CRUE.format("quatre", "Les 320 élèves du collège, avec 12 cars, rentrent jeudi matin.")
    assert {figures for _one, _other, figures in compared(one, other)} == {False}
    missing = CRUE.format("quatre", "Les 320 élèves du collège, avec 14 cars, rentrent jeudi matin.")
    assert True in {figures for _one, _other, figures in compared(one, missing)}


def test_a_word_that_is_another_is_no_figure() -> None:
    [(_one, _other, figures)] = compared(
        CRUE.format("quatre", ""), CRUE.format("quatre", "").replace("fermé", "rouvert")
    )
    assert figures is False


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text.replace("’", "'"), lambda text: text.replace("\n", "\n\n")]
)
def test_capitals_marks_and_blanks_are_no_difference(change: object) -> None:
    text = CRUE.format("quatre", "")
    assert callable(change)
    assert compared(text, change(text)) == []


SENTENCES = st.lists(st.sampled_from(["Un mot.", "Le pont est fermé.", "Le pont est rouvert.", "Il a 3 ans.", "Non !"]))


@given(SENTENCES, SENTENCES)
def test_all_that_differs_is_told_in_order(one: list[str], other: list[str]) -> None:
    first, second = article("\n\n".join(one)), article("\n\n".join(other))
    found = differences(first, second)
    for sides in zip(*(each[:2] for each in found), strict=True) if found else ():
        spans = [side.span for side in sides if side]
        assert spans == sorted(set(spans))
    assert not found if first.text == second.text else found or first.text.split() == second.text.split()
