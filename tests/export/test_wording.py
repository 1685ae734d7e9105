"""Numbers, figures and quotation marks as people write them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.goldens import speaking
from tui_reader.analysis.pipeline import analyse
from tui_reader.export.wording import figure_in_brief, number, quoted, value_words
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Figure, Span

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"),
        (7.0, "7", "7"),
        (999.0, "999", "999"),
        (1234.0, "1,234", f"1{NARROW}234"),
        (12345.67, "12,345.67", f"12{NARROW}345,67"),
        (999999.5, "999,999.5", f"999{NARROW}999,5"),
        (2e6, "2,000,000", f"2{NARROW}000{NARROW}000"),
        (1234567.89, "1,234,567.89", f"1{NARROW}234{NARROW}567,89"),
        (1e21, "1" + ",000" * 7, "1" + f"{NARROW}000" * 7),
        (0.1, "0.1", "0,1"),
        (0.05, "0.05", "0,05"),
        (1e-7, "0.0000001", "0,0000001"),
        (0.123456789, "0.123456789", "0,123456789"),
        (-3.5, "−3.5", "−3,5"),
        (-12000.0, "−12,000", f"−12{NARROW}000"),
        (1 / 3, "1/3", "1/3"),
        (-2 / 3, "−2/3", "−2/3"),
        (3 / 7, "3/7", "3/7"),
        (0.25, "0.25", "0,25"),
    ],
)
def test_numbers(value: float, english: str, french: str) -> None:
    for language, words in (("en", english), ("fr", french)):
        with speaking(language):
            assert number(value) == words


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15).map(float))
@pytest.mark.parametrize(("language", "group", "point"), [("en", ",", "."), ("fr", NARROW, ",")])
def test_no_digit_of_a_number_is_lost(language: str, group: str, point: str, value: float) -> None:
    with speaking(language):
        words = number(value)
    plain = words.replace(group, "").replace(point, ".").replace("−", "-")
    assert float(Fraction(plain) if "/" in plain else Decimal(plain)) == value
    assert all(len(part) == 3 for part in words.split(point)[0].split(group)[1:] if "/" not in words)


NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("figure", "english", "french"),
    [
        (Figure(NOWHERE, "", "", 12345.67, NOWHERE, unit="EUR"), "12,345.67 EUR", f"12{NARROW}345,67 EUR"),
        (
            Figure(NOWHERE, "", "", 1.5e6, NOWHERE, high=2e6),
            "1,500,000 – 2,000,000",
            f"1{NARROW}500{NARROW}000 – 2{NARROW}000{NARROW}000",
        ),
        (Figure(NOWHERE, "", "", 10, NOWHERE, high=12.5, unit="%"), "10 – 12.5 %", "10 – 12,5 %"),
    ],
)
def test_both_ends_of_a_value_are_written_alike(figure: Figure, english: str, french: str) -> None:
    for language, words in (("en", english), ("fr", french)):
        with speaking(language):
            assert value_words(figure) == words


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        (
            "Environ 3 millions de personnes sont parties, selon la Croix-Rouge. C’est ce que dit son rapport.",
            "about 3 millions  personnes parties — Croix-Rouge",
            "environ 3 millions  personnes parties — Croix-Rouge",
        ),
        (
            "Il faudra entre 2 et 3 millions d’euros pour refaire le toit de la halle, a dit le maire de la ville.",
            "entre 2 et 3 millions d’euros — maire de la ville",
            "entre 2 et 3 millions d’euros — maire de la ville",
        ),
        (
            "The town will need between 2 and 3 million pounds for the roof of the market hall, and for its doors.",
            "between 2 and 3 million pounds",
            "between 2 and 3 million pounds",
        ),
        (
            "La fréquentation du marché est en baisse de 8 % cette année, et les commerçants en sont fort tristes.",
            "8 %  fréquentation du marché (falling)",
            "8 %  fréquentation du marché (en baisse)",
        ),
    ],
)
def test_a_figure_is_said_with_all_that_belongs_to_it(text: str, english: str, french: str) -> None:
    article = analyse(document_from_text(text))
    for language, words in (("en", english), ("fr", french)):
        with speaking(language):
            assert figure_in_brief(article.figures[0], article) == words


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "I stay", "“I stay”"),
        ("fr", "Je reste", "«\u00a0Je reste\u00a0»"),
        ("en", "He said “no” twice", "“He said ‘no’ twice”"),
        ("en", "He said ‘no’, didn’t he", "“He said ‘no’, didn’t he”"),
        ("en", "“No,” he said, “she said ‘no’ and “yes””", "“‘No,’ he said, ‘she said ‘no’ and “yes”’”"),
        ("fr", "Il dit «\u00a0non\u00a0» souvent", "«\u00a0Il dit “non” souvent\u00a0»"),
        ("fr", "Il dit « non » souvent", "«\u00a0Il dit “non” souvent\u00a0»"),
        ("fr", "Il dit «non»", "«\u00a0Il dit “non”\u00a0»"),
        ("fr", "Il dit “non” souvent", "«\u00a0Il dit “non” souvent\u00a0»"),
        # marks that are not closed, or of another language, stay as they are
        ("en", "He said “no", "“He said ‘no”"),
        ("en", "no” he said", "“no’ he said”"),
        ("en", "a ” b “ c", "“a’ b ‘c”"),
        ("en", 'the "Star" and «Libération»', '“the "Star" and «Libération»”'),
        ("de", "Nein", "“Nein”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, words: str, said: str) -> None:
    assert quoted(words, language) == said


def test_where_the_language_is_not_known_the_marks_are_those_of_the_one_spoken() -> None:
    assert quoted("Non", None) == "“Non”"
    with speaking("fr"):
        assert quoted("Non", None) == "«\u00a0Non\u00a0»"


@given(st.text("ab “”«»\u00a0‘’"), st.sampled_from(["en", "fr"]))
def test_only_marks_and_the_blanks_at_them_change(words: str, language: str) -> None:
    bare = str.maketrans("", "", " “”«»\u00a0‘’")
    assert quoted(words, language).translate(bare) == words.translate(bare)
