"""News excerpts of many kinds: how many of their quotations have the right source."""

import pytest

from tests.corpus.excerpts import score

# Right, with the full name, wrong: the first two only go up, the last only down.
FLOORS = {"en": (0.93, 0.86, 0.03), "fr": (0.948, 0.86, 0.0245)}


@pytest.mark.parametrize("language", FLOORS)
def test_floors(language: str) -> None:
    result = score(language)
    right, full, wrong = FLOORS[language]
    assert result.right / result.sources >= right, result.disagreements
    assert result.full / result.sources >= full, result.disagreements
    assert result.wrong / result.sources <= wrong, result.disagreements


@pytest.mark.parametrize(("language", "fewest"), [("en", 120), ("fr", 740)])
def test_there_are_enough_of_them(language: str, fewest: int) -> None:
    assert score(language).sources >= fewest
