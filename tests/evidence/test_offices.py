"""Names that are an office or a kind of body, which many hold."""

from __future__ import annotations

import pytest

from tui_reader.evidence.sayings import is_office


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Premier ministre", "fr", True),
        ("ministre de la Santé", "fr", True),
        ("ministre de l'Intérieur", "fr", True),
        ("préfecture de l'Aude", "fr", False),
        ("parquet de Privas", "fr", False),
        ("grand-duc Maximilian", "fr", False),
        ("maire", "fr", True),
        ("parquet", "fr", True),
        ("Luc Aubry", "fr", False),
        ("Insee", "fr", False),
        ("Macron", "fr", False),
        ("police", "en", True),
        ("Ann Lee", "en", False),
        ("maire", None, False),
    ],
)
def test_what_is_an_office(name: str, language: str | None, expected: bool) -> None:
    assert is_office(name, language) == expected
