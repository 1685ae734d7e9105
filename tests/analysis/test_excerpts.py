"""News excerpts of many kinds: how many of their quotations have the right source."""

import pytest

from tests.corpus.excerpts import read_excerpts, score

# Right, with the full name, wrong: the first two only go up, the last only down.
FLOORS = {"en": (0.92, 0.85, 0.04)}


@pytest.mark.parametrize("language", FLOORS)
def test_floors(language: str) -> None:
    result = score(read_excerpts(language))
    right, full, wrong = FLOORS[language]
    assert result.right / result.sources >= right, result.disagreements
    assert result.full / result.sources >= full, result.disagreements
    assert result.wrong / result.sources <= wrong, result.disagreements


def test_there_are_enough_of_them() -> None:
    assert score(read_excerpts("en")).sources >= 120
