"""How fast the index is: `python -m tests.bench.index [ARTICLES] [FOLDER]`.

Prints how fast the corpus's own texts are read into an index, with all cores (MB of text a second); then, in an index
of so many articles (100,000), which are made of these by variation: size on the disk, time to open an article, median
and 95th percentile of searches, each typed letter by letter, and the most memory that was used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

import msgspec

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.sources import read
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.rows import ArticleRow, row_of
from tui_reader.library.index.store import FileStamp, Index
from tui_reader.session.indexing import index_files

TEXTS = [*(ROOT / "tests" / "corpus" / "texts").glob("*.txt"), *(ROOT / "assets" / "samples").glob("*.txt")]
QUERIES = (
    *("pont rivière", '"la rivière"', "maire -incendie", "speaker:granger said:voisins", "counts:morts figure:>=20"),
    *("unit:EUR figure:>1000000", "on:2024 crue", "bridge OR council", "lang:en has:quotes vote"),
)
BATCH = 500


def varied(rows: list[ArticleRow], count: int) -> Iterator[ArticleRow]:
    """So many articles, each one of `rows` with a third of its words from others, and another identity."""
    random = Random("index")
    words = [word for row in rows for word in row.text.split()]
    for number in range(count):
        row = rows[number % len(rows)]
        text = " ".join(random.choice(words) if random.random() < 1 / 3 else word for word in row.text.split())
        identity = hashlib.sha256(str(number).encode()).hexdigest()
        day = f"20{random.randint(10, 26)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        yield msgspec.structs.replace(row, document=identity, text=text, day=day)


def fill(index: Index, rows: list[ArticleRow], count: int) -> None:
    """Write articles to an index, a file each."""
    batch: list[ArticleRow] = []
    for number, row in enumerate(varied(rows, count)):
        batch.append(row)
        if len(batch) == BATCH or number == count - 1:
            with index.writing():
                for place, each in enumerate(batch, number - len(batch) + 1):
                    index.put_file(f"/press/{place}.txt", FileStamp(1, 1, each.document), [each])
            batch = []


def typed(query: str) -> Iterator[str]:
    """A query as it is typed, from its third letter on."""
    yield from (query[:end] for end in range(3, len(query) + 1))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        copies = []
        for number in range(40):
            for path in TEXTS:
                copy = Path(folder) / f"{number}-{path.name}"
                copy.write_text(f"{path.read_text(encoding='utf-8')}\n\nNuméro {number}.\n", encoding="utf-8")
                copies.append(str(copy))
        size = sum(os.path.getsize(path) for path in copies)
        with contextlib.closing(open_index(Path(folder) / "real")) as index:
            begun = time.perf_counter()
            index_files(index, copies, USUAL_NAMES)
            seconds = time.perf_counter() - begun
            print(f"{len(copies)} texts, {size / 1e6:.1f} MB, read in {seconds:.1f} s: {size / 1e6 / seconds:.2f} MB/s")
        rows = [row_of(analyse(read(str(path))[0])) for path in TEXTS]
        path = Path(folder) / "index"
        with contextlib.closing(open_index(path)) as index:
            begun = time.perf_counter()
            fill(index, rows, count)
            print(f"{count} articles written in {time.perf_counter() - begun:.0f} s")
            measure(index, count)
        print(f"size: {os.path.getsize(path) / count / 1000:.1f} kB an article")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"memory: {memory:.0f} MB at most")


def measure(index: Index, count: int) -> None:
    opening = []
    for number in range(0, count, max(1, count // 100)):
        begun = time.perf_counter()
        index.article(hashlib.sha256(str(number).encode()).hexdigest())
        opening.append(time.perf_counter() - begun)
    print(f"opening an article: median {median(opening) * 1000:.1f} ms, most {max(opening) * 1000:.1f} ms")
    everything = []
    for query in QUERIES:
        seconds = []
        for text in typed(query):
            begun = time.perf_counter()
            with contextlib.suppress(Exception):
                index.search(text, typing=True)
            seconds.append(time.perf_counter() - begun)
        everything += seconds
        print(f"{query:34} median {median(seconds) * 1000:6.1f} ms, most {max(seconds) * 1000:6.1f} ms")
    everything.sort()
    print(f"all keystrokes: p95 {everything[int(len(everything) * 0.95)] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
