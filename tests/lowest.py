"""The lowest version of each dependency that pyproject.toml allows, for pip: `python -m tests.lowest > lowest.txt`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from tests.corpus import ROOT


def pins(project: dict[str, Any]) -> Iterator[str]:
    """`name==version` for each dependency of a project, also for its development."""
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        found = re.fullmatch(r"([A-Za-z0-9-]+)>=([0-9.]+)(,<[0-9.]+)?", requirement)
        if not found:
            raise ValueError(f"no lower bound: {requirement}")
        yield f"{found[1]}=={found[2]}"


def main() -> None:
    for pin in pins(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]):
        print(pin)


if __name__ == "__main__":
    main()
