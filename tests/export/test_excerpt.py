"""Words taken from an article, as they are copied and shown."""

from __future__ import annotations

import pytest

from tui_reader.export.excerpt import figure_numeral
from tui_reader.model import CorrectedField, Figure, Span


@pytest.mark.parametrize(
    ("clean", "unit", "corrected", "shown"),
    [
        ("24,85", "%", (), "24,85 [%]"),  # of `26,37 % …, la CGT 24,85`
        ("24,85 %", "%", (), "24,85 %"),
        ("1 203", "voix", (), "1 203 [voix]"),
        ("203", None, (), "203"),
        ("trois millions", "EUR", (), "trois millions"),
        ("24,85", "%", ("value",), "24,85 [= 30 %]"),
    ],
)
def test_a_unit_that_is_left_unsaid_stands_in_brackets(
    clean: str, unit: str | None, corrected: tuple[CorrectedField, ...], shown: str
) -> None:
    figure = Figure(Span(0, 1), clean, clean, 30, Span(0, 1), unit=unit, corrected=corrected)
    assert figure_numeral(figure).replace("\u202f", " ").replace("\u00a0", " ") == shown
