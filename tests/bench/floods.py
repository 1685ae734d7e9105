"""Texts of one thing over and over: `python -m tests.bench.floods` prints the seconds that 100 kB and 200 kB take.

The figures alone for floods of numbers, the whole analysis for all: each under a second, and twice the text in about
twice the time.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Block, Span

SIZE = 100_000  # code points
FRENCH = "Le maire de la ville a dit que les comptes sont bons et que la route est ouverte. "
ENGLISH = "The mayor of the town said that the books were in order and that the road was open. "
NUMBERS = [
    *(
        (FRENCH, flood)
        for flood in ("1", "1 ", "1,", ",", "1 000 ", "deux ", "cent mille ", "deux et ", "12 km ", "3 à 5 ")
    ),
    *((FRENCH, flood) for flood in ("une trentaine de ", "un sur dix ", "12 juin ", "le 3 ", "x 12 ", "12,5 % de ")),
    *(
        (ENGLISH, flood)
        for flood in ("two ", "one hundred and ", "one in ", "$5 ", "half a ", "12 pounds £ ", "9-8 ", "2 of ")
    ),
]
MARKS = [
    (FRENCH, flood)
    for flood in ("«", '"', "“", "a ", "A ", "Anne ", "« a » ", "« a.» ", "(", "\n", ". ", "—", '. "“« ')
]
MARKS.append((FRENCH, "120 maisons, "))


def seconds(work: Callable[[str], object], lead: str, flood: str, size: int) -> float:
    """How long `work` takes on a text of `size` code points."""
    text = (lead + flood * (size // len(flood)))[:size]
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


def read_figures(language: str) -> Callable[[str], object]:
    return lambda text: find_figures(text, [Block("paragraph", Span(0, len(text)), text)], (), language)


def main() -> None:
    def show(name: str, work: Callable[[str], object], lead: str, flood: str) -> None:
        one, two = (seconds(work, lead, flood, size) for size in (SIZE, 2 * SIZE))
        print(f"{name:8} {flood!r:22} {one:6.2f} s {two:6.2f} s{'   SLOW' if one > 1 or two > 3 * one else ''}")

    for lead in (FRENCH, ENGLISH):
        analyse(document_from_text(lead + "12 %"))  # the lexicon is read once
    for lead, flood in NUMBERS:
        show("figures", read_figures("fr" if lead == FRENCH else "en"), lead, flood)
    for lead, flood in [*NUMBERS, *MARKS]:
        show("analyse", lambda text: analyse(document_from_text(text)), lead, flood)


if __name__ == "__main__":
    main()
