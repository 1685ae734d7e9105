"""How fast the screen is: `python -m tests.bench.screen [ROUNDS]`.

Prints medians of wall time on a pseudo-terminal, and ratios within this run: the first paint of the reader on a sample
against an empty three-pane Textual app with a footer, the same with 200 pasted texts in the library, the list at 1,000
and 100,000 headlines, a key in a list of 10,000 while the files are still being read, an article of 100 kB and of 1 MB.
Painted means that the body's first sentence stands on the screen; a key's time ends at the first change.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.corpus import ROOT
from tests.terminal import Terminal
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.status import open_library
from tui_reader.library.values import KeepText, KeptText

READER = [sys.executable, "-m", "tui_reader"]
SAMPLE = ROOT / "assets" / "samples" / "guerre-des-phares.txt"
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


def paint_and_key(command: Sequence[str], wanted: str, before: str, key: str) -> tuple[float, float]:
    """Seconds to the first paint, and the median seconds of a key."""
    with Terminal(command) as terminal:
        painted = terminal.wait_for(wanted, 60)
        terminal.pump(1)
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
        return painted, median(times)


def keys_while_reading(command: Sequence[str]) -> list[float]:
    """Seconds that each key took, in the list and in its filter, while files are still being read.

    A key in the list is answered when the border names the new place, a letter when it stands in the filter.
    """
    words = "titre numéro"
    typed = [(words[: at + 1][-1], f" {words[: at + 1].rstrip()}") for at in range(len(words))]
    moves = [("J", f"── {at + 2} of ") for at in range(10)]
    steps = [("J", "── 2 of "), ("K", "── 1 of ")] * 10 + [("/", "Filter"), *typed, ("\r", "⏎ Open")] + moves
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
        measure(rounds)


def measure(rounds: int) -> None:
    empty, reader = [], []
    for _ in range(rounds):
        empty.append(first_paint([sys.executable, "-c", EMPTY_APP], "PAINTED"))
        reader.append(first_paint([*READER, str(SAMPLE)], "Le rallumage des phares"))
    say("first paint: empty app, reader", empty, reader, 1.25)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        library = [*READER, "--library", str(library_with_texts(folder)), str(SAMPLE)]
        kept = [first_paint(library, "Le rallumage des phares") for _ in range(rounds)]
        say("first paint: no, 200 pasted texts are kept", reader, kept, 1.05)
        sizes = [headlines(folder, count) for count in (1_000, 100_000)]
        lists = [
            [paint_and_key([*READER, str(home)], "Le vent tourne", "", "j") for _ in range(rounds)] for home in sizes
        ]
        say("list of 1,000, 100,000: first paint", [p for p, _ in lists[0]], [p for p, _ in lists[1]], 2)
        say("list of 1,000, 100,000: a move key", [k for _, k in lists[0]], [k for _, k in lists[1]], 1.5)
        times = sorted(keys_while_reading([*READER, str(headlines(folder, MANY))]))
        p95 = times[round(0.95 * (len(times) - 1))]
        print(f"a key while {MANY:,} files are read: p95 {p95 * 1000:.0f} ms of {len(times)} keys (aim ≤ 50 ms)")
        texts = []
        for size in (100_000, 1_000_000):
            path = folder / f"{size}.txt"
            path.write_text(
                "Un long récit de la digue\n\n"
                + "\n\n".join(f"{PARAGRAPH}({number})" for number in range(size // len(PARAGRAPH))),
                encoding="utf-8",
            )
            texts.append([paint_and_key([*READER, str(path)], "Le vent tourne", "l", "j") for _ in range(rounds)])
        say("article of 100 kB, 1 MB: text shown", [p for p, _ in texts[0]], [p for p, _ in texts[1]], 1.5)
        say("article of 100 kB, 1 MB: a scroll key", [k for _, k in texts[0]], [k for _, k in texts[1]], 1.5)


if __name__ == "__main__":
    main()
