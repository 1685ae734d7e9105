"""How well the corpus is read, and what must not get worse: `python -m tests.floors` measures, and raises the floors.

The floors stand in `floors.json`, each with the digest of the files it was measured on. A figure that got worse is
refused, unless `--lower` is given: the commit then says why. Where the files of a measure have changed, its floors are
set anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from tests.bench import headlines, ranking
from tests.corpus import FOLDER as CORPUS
from tests.corpus import NAMES, case, evidence, excerpts, pages, sentences
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Quote

FILE = Path(__file__).parent / "floors.json"
DIGITS = 4

Figures = Mapping[str, float]


class Measure(NamedTuple):
    """Something that is measured: how, on which files of the corpus, and which of its figures count errors."""

    figures: Callable[[], Figures]
    files: tuple[str, ...]
    errors: frozenset[str] = frozenset()

    def digest(self) -> str:
        """The SHA-256 of the names and bytes of the files."""
        found = hashlib.sha256()
        for pattern in self.files:
            for path in sorted(CORPUS.glob(pattern)):
                found.update(path.name.encode() + b"\0" + path.read_bytes())
        return found.hexdigest()


def is_met(measure: Measure, name: str, value: float, floor: float) -> bool:
    """Whether a figure is not worse than its floor; for errors, the floor is a ceiling."""
    return value <= floor if name in measure.errors else value >= floor


# What is measured


def _excerpts(series: str) -> Figures:
    """Sources of the quotations in news excerpts."""
    score = excerpts.score(series)
    return {
        "sources": score.sources,
        "right": score.right / score.sources,
        "by full name": score.full / score.sources,
        "wrong": score.wrong / score.sources,
    }


def _sentences(language: str) -> Figures:
    """Figures in news sentences: F1 of values, F1 with unit or thing, share of right qualifiers."""
    wanted = sentences.read_sentences(language)
    score = sentences.score(wanted, language)
    return {"sentences": len(wanted), "value": score.value, "full": score.full, "qualifier": score.qualifier}


def _ranking(use: str, language: str) -> Figures:
    """Figures that a press note would give first, among the first three and the first five of their texts."""
    score = ranking.score([text for text in ranking.own_texts(use) if text.language == language])
    return {"texts": score.texts, "in3": score.in3, "in5": score.in5}


def _pages(use: str, language: str) -> Figures:
    """Words of the article that are kept from whole pages, and how little else."""
    found = [pages.page(name) for name in pages.NAMES]
    scores = [one.score() for one in found if (one.gold["use"], one.gold["language"]) == (use, language)]
    return {"pages": len(scores), "recall": mean(one[0] for one in scores), "f1": mean(one[1] for one in scores)}


def _bylines() -> Figures:
    """Pages whose author is found."""
    found = [pages.page(name) for name in pages.NAMES if "title" in pages.page(name).gold]
    return {"authors": sum(one.article.byline is not None for one in found)}


def _evidence(score: evidence.Score) -> Figures:
    """Figures of several articles that are said to give the same thing, of all that do, and rightly."""
    return {"same": score.same, "precision": score.precision, "recall": score.recall}


def _headlines(series: str) -> Figures:
    """Related headlines whose wording is rebuilt from damaged copies."""
    score = headlines.measure(series, headlines.synonyms(series))
    return {
        "rebuilt": score.rebuilt,
        "same word or in doubt": score.same_right_or_doubtful,
        "wrong without doubt": score.silent,
        "in doubt for nothing": score.needless,
        "folded wrongly": score.wrong_folds,
    }


def _speakers() -> Figures:
    """Speech and speakers in the project's own articles."""
    judged = [pair for name in NAMES for pair in _judged(name)]
    sourced = [(quote, gold) for quote, gold in judged if gold["speech"] and gold["speaker"]]
    named = [(quote, gold) for quote, gold in sourced if quote.speaker]
    right = sum(_is_speaker(quote.speaker or "", gold) for quote, gold in named)
    return {
        "speech": sum(quote.speech == gold["speech"] for quote, gold in judged) / len(judged),
        "right": right / len(sourced),
        "wrong": (len(named) - right) / len(sourced),
    }


def _judged(name: str) -> list[tuple[Quote, dict[str, Any]]]:
    article, gold = case(name)
    return list(zip(article.quotes, gold["quotes"], strict=True))


def _is_speaker(said: str, gold: dict[str, Any]) -> bool:
    """Whether a speaker is the annotated one, by one of the names that the text gives."""
    mine = _words(said)
    return any(mine <= _words(name) or _words(name) <= mine for name in (gold["speaker"], *gold["also"]))


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(name)) if len(word) > 2 or not word.islower()}


HEADLINE_ERRORS = frozenset({"wrong without doubt", "in doubt for nothing", "folded wrongly"})
MEASURES: dict[str, Measure] = {
    "speakers": Measure(_speakers, ("*.json", "texts/*"), frozenset({"wrong"})),
    "authors of pages": Measure(_bylines, ("pages/*.txt", "pages/*.json")),
}
for _series in ("en", "en-2", "fr", "fr-2", "fr-3", "fr-4"):
    MEASURES[f"excerpts.{_series}"] = Measure(
        lambda series=_series: _excerpts(series),  # type: ignore[misc]
        (f"excerpts.{_series}.txt",),
        frozenset({"wrong"}),
    )
for _language in ("en", "fr"):
    MEASURES |= {
        f"sentences.{_language}": Measure(
            lambda language=_language: _sentences(language),  # type: ignore[misc]
            (f"sentences.{_language}.txt",),
        ),
    }
    for _use in ("tuned", "measured"):
        MEASURES[f"ranking.{_use}.{_language}"] = Measure(
            lambda use=_use, language=_language: _ranking(use, language),  # type: ignore[misc]
            (f"ranking.{_use}.txt",),
        )
        MEASURES[f"pages.{_use}.{_language}"] = Measure(
            lambda use=_use, language=_language: _pages(use, language),  # type: ignore[misc]
            ("pages/*.txt", "pages/*.json"),
        )
    for _series in (_language, f"{_language}-2"):
        MEASURES[f"headlines.{_series}"] = Measure(
            lambda series=_series: _headlines(series),  # type: ignore[misc]
            (f"headlines.{_series}.txt", f"synonyms.{_series}.toml"),
            HEADLINE_ERRORS,
        )
for _pool in evidence.POOLS:
    MEASURES[f"evidence.{_pool}"] = Measure(
        lambda pool=_pool: _evidence(evidence.measure(pool)),  # type: ignore[misc]
        (f"evidence/{_pool}.txt",),
    )
MEASURES["evidence.together"] = Measure(
    lambda: _evidence(evidence.measure_together()), tuple(f"evidence/{_pool}.txt" for _pool in evidence.TOGETHER)
)


# The floors


@cache
def floors() -> dict[str, Any]:
    """By the name of a measure: the `corpus` digest and the `figures`."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def measured(measure: Measure) -> dict[str, float]:
    """The figures of a measure, rounded as they are kept."""
    return {name: round(value, DIGITS) for name, value in measure.figures().items()}


def main(arguments: list[str]) -> int:
    may_lower = "--lower" in arguments
    kept = floors() if FILE.exists() else {}
    worse = 0
    for key, measure in MEASURES.items():
        figures, digest = measured(measure), measure.digest()
        before = kept.get(key, {})
        is_same_corpus = before.get("corpus") == digest
        for name, value in figures.items():
            floor = before.get("figures", {}).get(name)
            failed = is_same_corpus and floor is not None and not is_met(measure, name, value, floor)
            worse += failed
            print(f"{key:20} {name:24} {value:<10} floor {floor}{'   WORSE' if failed else ''}")
        kept[key] = {"corpus": digest, "figures": figures}
    if worse and not may_lower:
        print(
            f"{worse} figures are worse than their floors, which stay as they are; --lower sets them", file=sys.stderr
        )
        return 1
    FILE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
