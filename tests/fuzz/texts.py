"""Analyse many hostile texts: `python -m tests.fuzz.texts COUNT [SEED] [--from PATH...]`.

The texts are made of the lexicon's words or, with `--from`, of the texts below the paths, cut, joined, shuffled and
damaged; those themselves are analysed first. Printed: how many texts, how many failed, and the smallest text of each
kind of failure. The exit status is 1 where one failed.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from tests.fuzz.damage import LARGE, SMALL, damaged
from tests.fuzz.lexical import lexical_text
from tests.fuzz.minimal import minimised
from tests.fuzz.promises import CHARACTERS, check_text
from tui_reader.ingest.decode import decode

SUFFIXES = {".txt", ".html", ".htm"}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.texts", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("count", type=int, help="how many texts to make")
    parser.add_argument("seed", type=int, nargs="?", default=0, help="another one makes other texts")
    parser.add_argument("--from", dest="paths", type=Path, nargs="+", default=[], help="texts to damage, or folders")
    options = parser.parse_args(arguments)
    real = list(texts_below(options.paths))
    if options.paths and not real:
        parser.error("no texts there")
    failures = Failures()
    for text in real:
        failures.check(text)
    if real:
        print(f"{len(real)} texts as they are: {failures.count} failed")
        failures.count = 0
    for number in range(options.count):
        random = Random(f"{options.seed}:{number}")
        failures.check(mutated(real, random) if real else lexical_text(random))
    print(f"{options.count} texts made: {failures.count} failed")
    print(*failures.shown(), sep="\n")
    return 1 if failures.kinds else 0


class Failures:
    """How many texts failed, and an example of each way to fail."""

    def __init__(self) -> None:
        self.count = 0
        self.kinds: Counter[str] = Counter()
        self._examples: dict[str, str] = {}

    def check(self, text: str) -> None:
        """Analyse a text and note how it fails, if it does; the first text of a kind is made small."""
        kind = failure_of(text)
        if kind is None:
            return
        self.count += 1
        self.kinds[kind] += 1
        if kind not in self._examples:
            print(f"making a text small that fails: {kind}", file=sys.stderr, flush=True)
            self._examples[kind] = minimised(text, _fails_so(kind))

    def shown(self) -> Iterator[str]:
        """Each way to fail, how often it was met, and the smallest text found for it."""
        for kind, count in self.kinds.most_common():
            yield f"\n{count} x {kind}\n{self._examples[kind]!r}"


def failure_of(text: str) -> str | None:
    """How the analysis of a text fails: what was raised, and where; None where all promises hold."""
    try:
        check_text(text)
    except AssertionError as broken:
        place = traceback.extract_tb(broken.__traceback__)[-1]
        return f"{place.name}: {str(broken).split(':', maxsplit=1)[0]}" if _is_ours(place.filename) else repr(broken)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno}, {place.name})"
    return None


def _is_ours(path: str) -> bool:
    return Path(path).parent == Path(__file__).parent


def _fails_so(kind: str) -> Callable[[str], bool]:
    return lambda text: failure_of(text) == kind


def texts_below(paths: Sequence[Path]) -> Iterator[str]:
    """The texts of the files and of those below the folders; pages as their source."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in SUFFIXES and file.is_file():
                yield decode(file.read_bytes()).text


def mutated(real: Sequence[str], random: Random) -> str:
    """A stretch of a text, perhaps joined with one of another, and damaged."""
    text = _stretch(random.choice(real), random)
    if random.random() < 0.3:
        text = (
            damaged(text, random, LARGE, 1) + random.choice(("", "\n", "\n\n")) + _stretch(random.choice(real), random)
        )
    text = damaged(text[:CHARACTERS], random, LARGE, 2)
    return damaged(text[:CHARACTERS], random, SMALL, 30)


def _stretch(text: str, random: Random) -> str:
    """Up to some thousand characters from one place on."""
    start = random.randint(0, max(0, len(text) - CHARACTERS // 2)) if random.random() < 0.5 else 0
    return text[start : start + random.choice((500, 3_000, 10_000, CHARACTERS))]


if __name__ == "__main__":
    sys.exit(main())
