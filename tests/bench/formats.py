"""Time and memory of other formats than text: `python -m tests.bench.formats [PAGE...]`.

Pages are read and analysed, and read by trafilatura in the same run where it is installed; without any, the golden page
is. Then JSON Lines of 1,000 and of more records, made here, are opened as at the start of the reader, each in a process
of its own; then folders of text and of every format.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.corpus import ROOT
from tests.ingest.formats.mixed import make_files
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.registry import SUFFIXES
from tui_reader.ingest.sources import expand, read, read_first
from tui_reader.session.analysis_process import InProcessAnalyser
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.loader import Loader
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState

RECORDS = (1_000, 200_000)
RECORD = json.dumps({"title": "Les oies sont là", "text": "Quarante oies ont traversé la route lundi. " * 9})
FILES = 300
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
    for count in RECORDS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "records.jsonl"
            path.write_text(f"{RECORD}\n" * count, encoding="utf-8")
            measured(f"{count} records", path)
    for kind, suffixes in {"text": [".txt"], "every format": list(SUFFIXES)}.items():
        with tempfile.TemporaryDirectory() as folder:
            make_files(Path(folder), suffixes, FILES)
            measured(f"{FILES} files of {kind}", Path(folder))


def measured(what: str, path: Path) -> None:
    """Print what opening a path takes, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.formats", "--open", str(path)]
    print(f"{what}: {subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()}")


def open_path(path: str) -> None:
    """Open a path as the reader does at its start: up to the list, then until titles that come unasked are there."""
    before = _memory()
    start = time.process_time()
    opened = read_first(expand([path]).inputs)
    collection = Collection(*opened)
    reports = deque[Sequence[Event]]()
    loader = Loader(collection, reports.append, _crash, start=InProcessAnalyser)
    ReadingList(collection, ViewState(), loader, UndoStack())
    first = time.process_time() - start
    print(f"{len(collection)} in the list after {first:.2f} s and {_memory() - before:.0f} MB", end="; ")
    while task := loader._agenda.next():
        for event in (*loader.do(task), *(event for news in reports for event in news)):
            collection.apply(event)
        reports.clear()
    print(f"titles after {time.process_time() - start:.2f} s and {_memory() - before:.0f} MB")


def _memory() -> float:
    """The most memory that this process has had, in MB; Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def _crash(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    if sys.argv[1:2] == ["--open"]:
        open_path(sys.argv[2])
    else:
        main()
