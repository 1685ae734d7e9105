"""How fast the analysis is: `python -m tests.bench.analysis` prints MB of text a second at 10 kB, 100 kB and 1 MB.

Medians of several runs, of one at 1 MB.
"""

from __future__ import annotations

import time
from itertools import pairwise
from statistics import median

from tests.corpus import ROOT
from tui_reader.analysis.cleaning.pipeline import clean
from tui_reader.analysis.cleaning.units import split_units
from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.headlines.folding import fold_headlines
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.quotes.attribution import name_speakers
from tui_reader.analysis.quotes.quotation_marks import find_quotes
from tui_reader.analysis.text.language import guess_language
from tui_reader.ingest.sources import document_from_text

SAMPLE = ROOT / "assets" / "samples" / "crue-de-la-meurthe.txt"


def copy_of(sample: str, number: int) -> str:
    """The sample with its paragraphs numbered: those that stand twice are dropped."""
    return "\n\n".join(f"{part} ({number})" if part.endswith(".") else part for part in sample.split("\n\n"))


def main() -> None:
    sample = SAMPLE.read_text(encoding="utf-8")
    analyse(document_from_text(sample))  # the lexicon is read once
    print(f"{'':10}{'cleaning':>10}{'headlines':>10}{'quotes':>10}{'speakers':>10}{'figures':>10}{'all':>10}   MB/s")
    for size, runs in ((10_000, 15), (100_000, 5), (1_000_000, 1)):
        text = "\n\n".join(copy_of(sample, number) for number in range(size // len(sample) + 1))
        seconds = [median(times) for times in zip(*(steps(text) for _ in range(runs)), strict=True)]
        megabytes = len(text.encode()) / 1e6
        rates = [megabytes / one for one in [*seconds, sum(seconds)]]
        print(f"{size // 1000:6} kB " + "".join(f"{rate:10.2f}" for rate in rates))


def steps(text: str) -> list[float]:
    """Seconds that each step takes."""
    marks = [time.perf_counter()]
    language = guess_language(text)
    blocks = clean(text, split_units(text), language).blocks
    kept = [block for block in blocks if block.kept]
    marks.append(time.perf_counter())
    fold_headlines(blocks, language)
    marks.append(time.perf_counter())
    quotes = find_quotes(text, kept)
    marks.append(time.perf_counter())
    spoken = name_speakers(text, kept, quotes, language)
    marks.append(time.perf_counter())
    find_figures(text, kept, spoken, language)
    marks.append(time.perf_counter())
    return [after - before for before, after in pairwise(marks)]


if __name__ == "__main__":
    main()
