"""How fast the screen is: `python -m tests.bench.screen [ROUNDS]`.

Prints medians of wall time on a pseudo-terminal, and ratios within this run. The first paint of the reader on a sample
against an empty three-pane Textual app with a footer, also at a second start on the same folder, and with 200 pasted
texts in the library. A list of 1,000 headlines against one of 100,000, also where the index has them, and the memory
that a headline takes. A key when all is read, and in a list of 10,000 while the files are still being read. An article
of 100 kB against one of 1 MB.

Painted means that the body's first sentence stands on the screen; a key's time ends at the first change. The modules
are compiled before, as they are in an installed package.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import NamedTuple

import msgspec

from tests.corpus import ROOT
from tests.terminal import Terminal
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.rows import row_of
from tui_reader.library.index.store import FileStamp
from tui_reader.library.status import open_library
from tui_reader.library.values import KeepText, KeptText

READER = [sys.executable, "-m", "tui_reader"]
SAMPLE = ROOT / "assets" / "samples" / "guerre-des-phares.txt"
FIRST_WORDS = "La Meurthe est montée"
"""Of the first sample, when all are opened."""
EMPTY_APP = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Footer, Static
class Empty(App):
    CSS = "Static { width: 1fr; }"
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        with Horizontal():
            for name in "ab":
                yield Static(name)
            yield Static("PAINTED")
        yield Footer()
Empty().run()
"""
KEYS = 20
MANY = 10_000
PARAGRAPH = "Le vent tourne sur la digue et les pêcheurs attendent, dit-on, que la brume se lève avant midi. " * 6


def first_paint(command: Sequence[str], wanted: str) -> float:
    with Terminal(command) as terminal:
        return terminal.wait_for(wanted, 60)


class Run(NamedTuple):
    """What was measured of one start: seconds to the first paint, megabytes of memory then, and the seconds of keys."""

    painted: float
    memory: float
    keys: Sequence[float]

    @property
    def key(self) -> float:
        """The median of the keys."""
        return median(self.keys)


def paint_and_keys(command: Sequence[str], wanted: str, before: str, key: str, reading: str = "") -> Run:
    """Keys are pressed once `reading` stands on the screen no more, and `before` was typed."""
    with Terminal(command) as terminal:
        painted = terminal.wait_for(wanted, 60)
        memory = megabytes(terminal.process.pid)
        terminal.pump(1)
        terminal.wait_for(lambda: not reading or reading not in terminal.text, 120)
        terminal.send(before)
        terminal.pump(1)
        times = []
        for _ in range(KEYS):
            terminal.pump(0.1)
            shown = terminal.text
            start = terminal.started
            terminal.send(key)
            now = terminal.wait_for(lambda shown=shown: terminal.text != shown) + start  # type: ignore[misc]
            times.append(now - terminal.sent)
        return Run(painted, memory, times)


def megabytes(process: int) -> float:
    """The memory of a process that is in the main memory now."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def p95(times: Sequence[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]


def keys_while_reading(command: Sequence[str]) -> list[float]:
    """Seconds that each key took, in the list and in its filter, while files are still being read.

    A key in the list is answered when the border names the new place, a letter when it stands in the filter.
    """
    words = "titre numéro"
    typed = [(words[: at + 1][-1], f" {words[: at + 1].rstrip()}") for at in range(len(words))]
    moves = [("J", f"── {at + 2} of ") for at in range(10)]
    steps = [("J", "── 2 of "), ("K", "── 1 of ")] * 10 + [("/", "raw text"), *typed, ("\r", "⏎ Open")] + moves
    times = []
    with Terminal(command) as terminal:
        terminal.wait_for("Le vent tourne", 60)
        for key, wanted in steps:
            start = terminal.started
            terminal.send(key)
            now = terminal.wait_for(wanted) + start
            times.append(now - terminal.sent)
            terminal.pump(0.02)
    return times


def say(what: str, small: Sequence[float], large: Sequence[float], aim: float) -> None:
    one, other = median(small), median(large)
    print(
        f"{what:44} {one * 1000:8.0f} ms {other * 1000:8.0f} ms   ratio {other / one:5.2f}   (aim ≤ {aim})", flush=True
    )


def headlines(folder: Path, count: int) -> Path:
    home = folder / str(count)
    for number in range(count):
        path = home / f"{number // 1000:03}" / f"{number:06}.txt"
        if number % 1000 == 0:
            path.parent.mkdir(parents=True)
        own = " ".join(f"La marée {number} du port {number * place} monte." for place in range(8))
        path.write_text(f"Titre numéro {number} du jour\n\n{PARAGRAPH}{own}\n", encoding="utf-8")
    return home


def index_of(home: Path, index: Path) -> Path:
    """An index that has all files of `headlines`; their articles differ in title and text alone."""
    files = sorted(home.rglob("*.txt"))
    row = row_of(analyse(document_from_text(files[0].read_text(encoding="utf-8"))))
    with closing(open_index(index)) as opened, opened.writing():
        for path in files:
            text = path.read_text(encoding="utf-8")
            document, status = document_from_text(text).id, path.stat()
            stamp = FileStamp(status.st_size, status.st_mtime_ns, document)
            own = msgspec.structs.replace(row, document=document, title=text.partition("\n")[0], text=text)
            opened.put_file(str(path), stamp, [own])
    return index


def library_with_texts(folder: Path) -> Path:
    """A library that keeps 200 pasted texts of 20 kB."""
    library = open_library(folder / "library")
    documents = [document_from_text(f"Dépêche {number}\n\n" + f"{PARAGRAPH}\n\n" * 33) for number in range(200)]
    came = "2026-11-29T12:00:{number:02}.{number:06}+00:00"
    texts = (KeptText(one.id, "pasted", came.format(number=at % 60)) for at, one in enumerate(documents))
    library.keep([], changes=map(KeepText, texts, documents))
    library.close()
    return library.path


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as home:  # nothing that is measured is kept
        os.environ.update(dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), home))
        compileall.compile_dir(ROOT / "tui_reader", quiet=1)
        measure(rounds)


def measure(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        measure_first_paint(folder, rounds)
        sizes = [headlines(folder, count) for count in (1_000, 100_000)]
        measure_lists("list of", rounds, [[*READER, str(home)] for home in sizes])
        indices = [index_of(home, folder / f"{home.name}.index") for home in sizes]
        commands = [[*READER, "--index", str(one), str(home)] for one, home in zip(indices, sizes, strict=True)]
        measure_lists("indexed list of", rounds, commands)
        rest = paint_and_keys([*READER, "--no-library", str(sizes[0])], "Le vent tourne", "", "j", reading="/1000 ")
        print(f"a key when all of 1,000 files are read: p95 {p95(rest.keys) * 1000:.0f} ms (aim ≤ 20 ms)")
        times = keys_while_reading([*READER, str(headlines(folder, MANY))])
        print(f"a key while {MANY:,} files are read: p95 {p95(times) * 1000:.0f} ms of {len(times)} keys (aim ≤ 50 ms)")
        texts = []
        for size in (100_000, 1_000_000):
            path = folder / f"{size}.txt"
            path.write_text(
                "Un long récit de la digue\n\n"
                + "\n\n".join(f"{PARAGRAPH}({number})" for number in range(size // len(PARAGRAPH))),
                encoding="utf-8",
            )
            texts.append([paint_and_keys([*READER, str(path)], "Le vent tourne", "l", "j") for _ in range(rounds)])
        compare("article of 100 kB, 1 MB: text shown", texts[0], texts[1], lambda run: run.painted, 1.5)
        compare("article of 100 kB, 1 MB: a scroll key", texts[0], texts[1], lambda run: run.key, 1.5)


def measure_first_paint(folder: Path, rounds: int) -> None:
    """Of all in turn, as what else runs on the machine changes."""
    index = ["--index", str(folder / "index")]
    subprocess.run([*READER, "index", *index, str(SAMPLE.parent)], check=True, stdout=subprocess.DEVNULL)
    second = [*READER, "--library", str(folder / "second"), *index, str(SAMPLE.parent)]
    with Terminal(second) as terminal:
        terminal.wait_for(FIRST_WORDS)
        terminal.send("\x11")
        terminal.wait_for_end()
    commands = {
        "empty app": [sys.executable, "-c", EMPTY_APP],
        "reader": [*READER, str(SAMPLE)],
        "second start": second,
        "200 texts": [*READER, "--library", str(library_with_texts(folder)), str(SAMPLE)],
    }
    wanted = {"empty app": "PAINTED", "second start": FIRST_WORDS}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(first_paint(command, wanted.get(name, "Le rallumage des phares")))
    say("first paint: empty app, reader", times["empty app"], times["reader"], 1.25)
    say("first paint: empty app, second start", times["empty app"], times["second start"], 1.5)
    say("first paint: no, 200 pasted texts are kept", times["reader"], times["200 texts"], 1.05)


def measure_lists(what: str, rounds: int, commands: Sequence[Sequence[str]]) -> None:
    """A list of 1,000 headlines against one of 100,000."""
    small, large = ([paint_and_keys(one, "Le vent tourne", "", "j") for _ in range(rounds)] for one in commands)
    compare(f"{what} 1,000, 100,000: first paint", small, large, lambda run: run.painted, 2)
    compare(f"{what} 1,000, 100,000: a move key", small, large, lambda run: run.key, 1.5)
    more = (median(run.memory for run in large) - median(run.memory for run in small)) / (100_000 - 1_000)
    print(f"{what} 100,000: {more * 1e6:.0f} bytes a headline (aim ≤ 1000)")


def compare(what: str, small: Sequence[Run], large: Sequence[Run], of: Callable[[Run], float], aim: float) -> None:
    say(what, list(map(of, small)), list(map(of, large)), aim)


if __name__ == "__main__":
    main()
