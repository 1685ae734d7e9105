"""Nothing that is measured on the corpus has become worse: the floors stand in `floors.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import floors
from tests.floors import MEASURES, Measure, is_met, measured


@pytest.mark.parametrize("key", MEASURES)
def test_floors(key: str) -> None:
    measure, kept = MEASURES[key], floors.floors()[key]
    assert measure.digest() == kept["corpus"], "the files of this measure have changed: run python -m tests.floors"
    figures = measured(measure)
    assert set(figures) == set(kept["figures"])
    worse = {name: value for name, value in figures.items() if not is_met(measure, name, value, kept["figures"][name])}
    assert worse == {}, kept["figures"]


@pytest.mark.parametrize(
    ("values", "arguments", "status", "kept"),
    [
        ({"right": 0.9, "wrong": 0.1}, [], 0, {"right": 0.9, "wrong": 0.1}),
        ({"right": 0.95, "wrong": 0.05}, [], 0, {"right": 0.95, "wrong": 0.05}),
        ({"right": 0.8, "wrong": 0.1}, [], 1, {"right": 0.9, "wrong": 0.1}),
        ({"right": 0.9, "wrong": 0.2}, [], 1, {"right": 0.9, "wrong": 0.1}),
        ({"right": 0.8, "wrong": 0.2}, ["--lower"], 0, {"right": 0.8, "wrong": 0.2}),
    ],
)
def test_a_floor_is_raised_and_lowered_only_when_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    values: dict[str, float],
    arguments: list[str],
    status: int,
    kept: dict[str, float],
) -> None:
    measure = Measure(lambda: values, (), frozenset({"wrong"}))
    before = {"corpus": measure.digest(), "figures": {"right": 0.9, "wrong": 0.1}}
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"one": before}), encoding="utf-8")
    monkeypatch.setattr(floors, "FILE", file)
    monkeypatch.setattr(floors, "MEASURES", {"one": measure})
    monkeypatch.setattr(floors, "floors", lambda: {"one": before})
    assert floors.main(arguments) == status
    assert json.loads(file.read_text(encoding="utf-8"))["one"]["figures"] == kept
