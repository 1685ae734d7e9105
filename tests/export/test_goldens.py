"""What `extract` and `--plain` print is what was last read and found good."""

from __future__ import annotations

import json

import pytest

from tests.export.goldens import FOLDER, INPUTS, extracted, plain
from tui_reader.messages import LANGUAGES


@pytest.mark.parametrize("name", INPUTS)
def test_extract(name: str) -> None:
    golden = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert json.loads(extracted(name)) == json.loads(golden)
    assert extracted(name) == golden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INPUTS)
def test_plain(name: str, language: str) -> None:
    assert plain(name, language) == (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    wanted = {f"{name}.{end}" for name in INPUTS for end in ("json", *(f"{one}.txt" for one in LANGUAGES))}
    assert {path.name for path in FOLDER.iterdir()} == wanted
