"""Articles of our own about the same events, with what their figures count: which of them give the same thing.

`### event` begins an event, `=== day | outlet` an article; `{300|dead}` is a figure and the name of what it gives.
Two figures are the same where event and name are; in all other pairs they are not. A pool is a file of articles:
each was judged before the rules of its time had read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from tui_reader.analysis.corrections.apply import apply_corrections
from tui_reader.analysis.pipeline import analyse
from tui_reader.evidence.figures import group_figures
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Correction, Span

FOLDER = Path(__file__).parent / "evidence"
POOLS = (
    "fr",
    "en",
    "fr-2",
    "en-2",
    "fr-3",
    "fr-4",
    "fr-5",
    "fr-6",
    "fr-7",
    "fr-8",
    "fr-9",
    "fr-10",
    "fr-11",
    "fr-12",
    "fr-13",
    "fr-14",
    "fr-15",
    "fr-16",
    "fr-17",
    "fr-18",
    "fr-19",
    "fr-20",
    "fr-21",
    "fr-22",
    "fr-23",
    "fr-24",
    "fr-25",
    "fr-26",
    "fr-27",
    "fr-28",
    "fr-29",
    "fr-30",
    "fr-31",
    "fr-32",
    "fr-33",
    "fr-34",
    "fr-35",
    "fr-36",
    "fr-37",
    "fr-38",
    "fr-39",
    "fr-40",
)
TOGETHER = tuple(pool for pool in POOLS[POOLS.index("fr-15") : POOLS.index("fr-28")] if pool != "fr-25")
"""Pools whose events are all different, as those of others are not: many events are harder than a few."""
_MARKED = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


class MarkedArticle(msgspec.Struct, frozen=True):
    """An article with the places of its figures, and what each gives: the event and a name."""

    article: Article
    figures: tuple[tuple[Span, tuple[str, str]], ...]


def marked_articles(pool: str) -> list[MarkedArticle]:
    """The articles of a pool."""
    return list(_read((FOLDER / f"{pool}.txt").read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[MarkedArticle]:
    event = ""
    for part in re.split(r"^(?====|###)", text, flags=re.MULTILINE):
        head, _line_end, body = part.partition("\n")
        if head.startswith("###"):
            event = head.strip("# ")
        elif head.startswith("==="):
            day, _bar, outlet = head.strip("= ").partition(" | ")
            yield _marked(body.strip() + "\n", event, day, outlet)


def _marked(body: str, event: str, day: str, outlet: str) -> MarkedArticle:
    words, figures, end = "", [], 0
    for match in _MARKED.finditer(body):
        words += body[end : match.start()]
        figures.append((Span(len(words), len(words) + len(match[1])), (event, match[2])))
        words += match[1]
        end = match.end()
    facts = [Correction("article", "published", day), Correction("article", "site", outlet)]
    article = apply_corrections(analyse(document_from_text(words + body[end:])), facts).article
    return MarkedArticle(article, tuple(figures))


class Score(msgspec.Struct, frozen=True):
    """Of all pairs of marked figures in two articles: how many are the same, how many were said to be, and rightly."""

    same: int
    said: int
    right: int
    wrong_pairs: tuple[str, ...]

    @property
    def precision(self) -> float:
        """How many of the pairs that are said to be the same are."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """How many of the pairs that are the same are said to be."""
        return self.right / self.same if self.same else 1.0


def measure(pool: str) -> Score:
    """Hold the figures of all articles of a pool against each other."""
    return _score(marked_articles(pool))


def measure_together() -> Score:
    """Hold those of several pools against each other: no event of one is one of another."""
    return _score([article for pool in TOGETHER for article in marked_articles(pool)])


def _score(marked: Sequence[MarkedArticle]) -> Score:
    """How many pairs of figures are the same, and how many are said to be."""
    group_of: dict[tuple[int, Span], int] = {}
    for number, group in enumerate(group_figures([one.article for one in marked])):
        for item in group.items:
            for mention in item.figure.mentions:
                group_of[item.article_index, mention] = number
    figures: list[tuple[int, str, tuple[str, str], int | None]] = []
    for index, one in enumerate(marked):
        for span, thing in one.figures:
            numbers = (number for (at, place), number in group_of.items() if at == index and place.meets(span))
            figures.append((index, span.of(one.article.document.raw), thing, next(numbers, None)))
    same = said = right = 0
    wrong: list[str] = []
    for (at, words, thing, group_number), (other_at, other_words, other_thing, other_number) in combinations(
        figures, 2
    ):
        if at == other_at:
            continue
        is_same, is_said = thing == other_thing, group_number is not None and group_number == other_number
        same += is_same
        said += is_said
        right += is_same and is_said
        if is_same != is_said:
            wrong.append(f"{'missed' if is_same else 'WRONG'}: {thing} {words} | {other_thing} {other_words}")
    return Score(same, said, right, tuple(wrong))


if __name__ == "__main__":
    for name, score in [*((name, measure(name)) for name in POOLS), ("together", measure_together())]:
        print("\n".join(score.wrong_pairs))
        print(f"{name}: {score.same} same, precision {score.precision:.3f}, recall {score.recall:.3f}")
