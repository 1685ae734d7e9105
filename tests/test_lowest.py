"""The lowest versions that are tried are those that pyproject.toml promises."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.corpus import ROOT
from tests.lowest import pins


def project(*dependencies: str) -> dict[str, Any]:
    return {"dependencies": list(dependencies), "optional-dependencies": {"dev": ["ruff>=0.11"]}}


def test_the_lowest_version_of_each_dependency_is_pinned() -> None:
    assert list(pins(project("textual>=8.2,<9", "text2num>=3"))) == ["textual==8.2", "text2num==3", "ruff==0.11"]


@pytest.mark.parametrize("requirement", ["textual", "textual==8.2", "textual<9", "textual~=8.2", "textual>8"])
def test_a_dependency_without_a_lower_bound_is_refused(requirement: str) -> None:
    with pytest.raises(ValueError, match="textual"):
        list(pins(project(requirement)))


def test_every_dependency_has_one() -> None:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(list(pins(found))) == len(found["dependencies"]) + len(found["optional-dependencies"]["dev"])
