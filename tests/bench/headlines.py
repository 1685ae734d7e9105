"""How well corrupted headlines are folded and rebuilt: `python -m tests.bench.headlines`.

Each headline of the project's own is spoiled twice, the way such documents are: a word that the synonym table has is
replaced by plain string replacement, in lower case, wherever its letters stand. Mostly each copy has another word hit,
sometimes both the same word with two synonyms. The rules under measure know nothing of the table.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tests.corpus import FOLDER
from tui_reader.analysis.headlines.folding import fold_headlines
from tui_reader.analysis.headlines.similarity import are_near_duplicates
from tui_reader.model import Block, Headline, Span

SETS = ("fr", "en", "fr-2", "en-2")
"""What is measured, by the names of the data files: each a language, and maybe the number of a further series."""
LANGUAGES = ("fr", "en")
PAIRS_EACH = 4
SAME_WORD_SHARE = 0.25
_WORD = re.compile(r"[^\W\d_]{2,}")

Synonyms = dict[str, list[str]]


class Pair(NamedTuple):
    """A headline and two spoiled copies; `same` where both copies had the same word hit."""

    original: str
    copies: tuple[str, str]
    same: bool


class Score(NamedTuple):
    """Shares of the pairs: see the labels in `main`."""

    rebuilt: float
    same_right_or_doubtful: float
    silent: float
    needless: float
    wrong_folds: int


@cache
def headlines(series: str) -> tuple[str, ...]:
    return tuple((FOLDER / f"headlines.{series}.txt").read_text(encoding="utf-8").splitlines())


@cache
def synonyms(series: str) -> Synonyms:
    return tomllib.loads((FOLDER / f"synonyms.{series}.toml").read_text(encoding="utf-8"))


def spoil(headline: str, word: str, synonym: str) -> str:
    return headline.replace(word, synonym)


def pairs(series: str, table: Synonyms, seed: int = 1) -> Iterator[Pair]:
    """Spoiled pairs of every headline that has enough words in `table`."""
    chance = random.Random(seed)
    for original in headlines(series):
        words = sorted({word for word in _WORD.findall(original) if word.lower() in table})
        for _ in range(PAIRS_EACH):
            same = chance.random() < SAME_WORD_SHARE
            hit = [word for word in words if len(table[word.lower()]) > 1] if same else words
            if len(hit) < (1 if same else 2):
                continue
            chosen = chance.choices(hit, k=1) * 2 if same else chance.sample(hit, 2)
            first = chance.choice(table[chosen[0].lower()])
            others = [synonym for synonym in table[chosen[1].lower()] if not same or synonym != first]
            copies = (spoil(original, chosen[0], first), spoil(original, chosen[1], chance.choice(others)))
            yield Pair(original, copies, same)


def folded(language: str, *texts: str) -> tuple[Headline, ...]:
    """The headlines of a document that gives `texts` as related ones and nothing else."""
    blocks = [Block("related", Span(0, len(text)), text, kept=False) for text in texts]
    return fold_headlines(blocks, language)


def measure(series: str, table: Synonyms) -> Score:
    counts: Counter[str] = Counter()
    for pair in pairs(series, table):
        found = folded(series[:2], *pair.copies)
        right = len(found) == 1 and found[0].text == pair.original
        doubtful = len(found) == 1 and bool(found[0].doubtful)
        kind = "same" if pair.same else "different"
        counts[kind] += 1
        counts[f"{kind} good"] += right or (pair.same and doubtful)
        counts["silent"] += not right and not doubtful
        counts["needless"] += right and doubtful and not pair.same
    return Score(
        counts["different good"] / counts["different"],
        counts["same good"] / counts["same"],
        counts["silent"] / (counts["same"] + counts["different"]),
        counts["needless"] / counts["different"],
        sum(are_near_duplicates(*pair) for pair in combinations(headlines(series), 2)),
    )


def main() -> None:
    for series in SETS:
        score = measure(series, synonyms(series))
        print(f"{series}: {len(headlines(series))} headlines, {len(synonyms(series))} words with synonyms")
        print(f"  different words hit, rebuilt exactly          {score.rebuilt:.3f}")
        print(f"  same word hit in both, right or doubtful      {score.same_right_or_doubtful:.3f}")
        print(f"  wrong without a doubt, of all                 {score.silent:.3f}")
        print(f"  right with a needless doubt                   {score.needless:.3f}")
        print(f"  pairs of distinct headlines taken for one      {score.wrong_folds}")


if __name__ == "__main__":
    main()
