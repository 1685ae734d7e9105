"""Time and memory of other formats than text: `python -m tests.bench.formats [PAGE...]`.

Pages are read and analysed, and read by trafilatura in the same run where it is installed; without any, the golden page
is. Then JSON Lines of 1,000 and of more records, made here, are opened.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read

RECORDS = (1_000, 200_000)
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor that the fastest of some rounds takes; the first only warms up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times[1:])


def main() -> None:
    pages = sys.argv[1:] or [str(ROOT / "tests" / "export" / "texts" / "page.html")]
    own = seconds(lambda: [analyse(one) for path in pages for one in read(path)])
    print(
        f"{len(pages)} pages: read {seconds(lambda: [read(path) for path in pages]):.2f} s, with analysis {own:.2f} s"
    )
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - a peer to measure against, nothing that is needed
    except ImportError:
        print("trafilatura is not installed")
    else:
        sources = [Path(path).read_bytes() for path in pages]
        peer = seconds(lambda: [bare_extraction(source, with_metadata=True) for source in sources])
        print(f"trafilatura {peer:.2f} s: {own / peer:.2f} times its time")
    record = json.dumps({"title": "Les oies sont là", "text": "Quarante oies ont traversé la route lundi. " * 9})
    for count in RECORDS:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write(f"{record}\n" * count)
            file.flush()
            taken = seconds(lambda: read(file.name))
            tracemalloc.start()
            documents = read(file.name)
            memory = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
        print(f"{len(documents)} of {count} records found: {taken:.2f} s, {memory:.0f} MB at most")


if __name__ == "__main__":
    main()
