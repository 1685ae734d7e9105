"""All tests speak English, whatever the machine speaks."""

import pytest

from tui_reader.messages import activate


@pytest.fixture(autouse=True)
def english() -> None:
    activate("en")
