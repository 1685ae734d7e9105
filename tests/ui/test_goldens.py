"""The main screens look as they were last read and found good."""

import pytest

from tests.ui.goldens import CASES, path_of, shown


@pytest.mark.parametrize(("screen", "size"), CASES)
async def test_golden(screen: str, size: str) -> None:
    assert await shown(screen, size) == path_of(screen, size).read_text(encoding="utf-8")
