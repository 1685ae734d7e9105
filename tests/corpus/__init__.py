"""Texts written for the tests, and what reading them must give."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.model import Article

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


class Case(NamedTuple):
    """An article as the analysis reads it, and its annotation."""

    article: Article
    gold: dict[str, Any]


@cache
def case(name: str) -> Case:
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Case(analyse(read(str(ROOT / gold["source"]))[0]), gold)
