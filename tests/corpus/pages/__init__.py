"""Whole pages as they look when copied as text, and which of their lines are the article.

NAME.txt is the page, its blocks divided by blank lines; NAME.json holds the `language`, the article's lines (`body`: no
title, byline, date or caption) and the `use`: cleaning is tuned on some pages and only measured on the others. Most
hold what the head says, too: `title`, `byline`, `published` and `site`.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.model import Article

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
HEAD = ("title", "byline", "date", "caption")


class Page(NamedTuple):
    """A page as the analysis reads it, and its annotation."""

    article: Article
    gold: dict[str, Any]

    def score(self) -> tuple[float, float]:
        """Recall and F1 of the kept words, as the longest common subsequence with the article's."""
        kept = (block.text for block in self.article.blocks if block.kept and block.kind not in HEAD)
        said, wanted = _words("\n".join(kept)), _words("\n".join(self.gold["body"]))
        common = _longest_common_subsequence(said, wanted)
        return common / len(wanted), 2 * common / (len(said) + len(wanted))


def gold(name: str) -> dict[str, Any]:
    """The annotation of a page."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def page(name: str) -> Page:
    return Page(analyse(read(str(FOLDER / f"{name}.txt"))[0]), gold(name))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _longest_common_subsequence(one: list[str], other: list[str]) -> int:
    """Its length, each word of `one` a bit of a whole number (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for at, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << at
    full = row = (1 << len(one)) - 1
    for word in other:
        met = row & places.get(word, 0)
        row = ((row + met) | (row - met)) & full
    return len(one) - row.bit_count()
