"""How well figures are ranked: `python -m tests.bench.ranking [ANNOTATIONS.json]`.

For each set of annotated texts, prints the share of the annotated figures that are among the first three and the first
five of the text. By default these are the texts of `ranking.tuned.txt`, by which rules and weights are made, and those
of `ranking.measured.txt`: they tell only which of two weights, equally good by the others, is taken. ANNOTATIONS.json
gives others: {path of a text: [figure as printed, …]}.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.corpus import FOLDER
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Figure

SETS = ("tuned", "measured")
LANGUAGES = ("fr", "en")
FIRST, MORE = 3, 5

_MARKED = re.compile(r"\[([^\[\]]+)\]")


class RankedText(NamedTuple):
    """A text, its language, and the figures that a press note would give first, as they are printed in it."""

    language: str
    text: str
    telling: tuple[str, ...]


class Score(NamedTuple):
    """The shares of the annotated figures that are among the first three and the first five."""

    texts: int
    in3: float
    in5: float


def own_texts(name: str) -> list[RankedText]:
    """The texts of a set: `tuned` or `measured`."""
    data = (FOLDER / f"ranking.{name}.txt").read_text(encoding="utf-8")
    entries = [entry.split("\n", 1) for entry in data.split("\n## ")[1:]]
    return [RankedText(code, _MARKED.sub(r"\1", text), tuple(_MARKED.findall(text))) for code, text in entries]


def other_texts(annotations: Path) -> list[RankedText]:
    """The texts that a file of annotations names."""
    telling: dict[str, list[str]] = json.loads(annotations.read_text(encoding="utf-8"))
    texts = {path: Path(path).read_text(encoding="utf-8") for path in telling}
    return [
        RankedText(analyse(document_from_text(text)).language or "", text, tuple(telling[path]))
        for path, text in texts.items()
    ]


def rank_of(printed: str, article: Article) -> int | None:
    """The rank of the first figure of an article that is printed so; None for none.

    One may say more than the other: `131` and `131 voix`, `6,4` and `magnitude 6,4`.
    """
    raw = article.document.raw
    return next((figure.rank for figure in article.figures if _is_printed(printed, figure, raw)), None)


def _is_printed(printed: str, figure: Figure, raw: str) -> bool:
    mentions = (mention.of(raw) for mention in figure.mentions)
    return any(_holds(printed, words) or _begins(words, printed) for words in mentions)


def _begins(longer: str, words: str) -> bool:
    return re.match(rf"{re.escape(words)}(?!\w|[.,]\d)", longer, re.IGNORECASE) is not None


def _holds(longer: str, words: str) -> bool:
    """Whether words begin or end longer ones."""
    ends = re.search(rf"(?<![\w.,]){re.escape(words)}$", longer, re.IGNORECASE)
    return _begins(longer, words) or ends is not None


def score(texts: list[RankedText]) -> Score:
    """How the figures of these texts are ranked."""
    ranks = [rank for text in texts for rank in ranks_of(text)]
    among = [sum(rank is not None and rank <= most for rank in ranks) for most in (FIRST, MORE)]
    return Score(len(texts), among[0] / len(ranks), among[1] / len(ranks)) if ranks else Score(0, 1.0, 1.0)


def ranks_of(text: RankedText) -> Iterator[int | None]:
    """The ranks of the annotated figures of a text."""
    article = analyse(document_from_text(text.text))
    yield from (rank_of(printed, article) for printed in text.telling)


def main() -> None:
    paths = [Path(path) for path in sys.argv[1:]]
    sets = [(path.stem, other_texts(path)) for path in paths] or [(name, own_texts(name)) for name in SETS]
    for name, texts in sets:
        for language in LANGUAGES:
            result = score([text for text in texts if text.language == language])
            print(f"{name:14} {language}  {result.texts:3} texts  in3 {result.in3:.3f}  in5 {result.in5:.3f}")


if __name__ == "__main__":
    main()
