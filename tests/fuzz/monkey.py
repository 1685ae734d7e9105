"""A monkey at the keyboard: `python -m tests.fuzz.monkey SEED EVENTS`, or `--replay FILE` with events of a report."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.fuzz import folder
from tests.fuzz.events import Event, stream
from tests.terminal import Terminal, foreign, foreign_tokens

QUIET = 0.012  # seconds of silence after which the next burst comes
CALM = 0.12  # as many before and after keys that lend the terminal to somebody else
PATIENCE = 30  # seconds after which a program that does not answer hangs
CHECK_EVERY = 100
SIZE = (120, 36)
ESCAPE = "\x1b[27u"  # as some terminals send it: no wait whether more comes
HELP = "In every pane"  # stands in the help, nowhere else


class MisbehaviourError(Exception):
    """What the program did that it must not do."""


class Monkey:
    """Plays bursts to the program, and starts it again where it has been left. Raises MisbehaviourError."""

    def __init__(self, home: Path, program: Sequence[str], *, rich: bool, library: bool) -> None:
        self.home = home
        self.articles = home / "articles"
        folder.make(self.articles, rich=rich)
        commands = home / "bin"  # no browser and no clipboard tool
        commands.mkdir()
        (commands / "true").symlink_to("/bin/true")
        self.environment = {
            **{
                name: str(home)
                for name in ("HOME", *(f"XDG_{kind}_HOME" for kind in ("CACHE", "CONFIG", "DATA", "STATE")), "TMPDIR")
            },
            "PATH": str(commands),
            "EDITOR": "true",
            "VISUAL": "",
            "PYTHONFAULTHANDLER": "1",
        }
        kept = ["--library", str(home / "library")] if library else ["--no-library"]
        self.command = [sys.executable, *program, *kept, str(self.articles)]
        self.last: deque[Event] = deque(maxlen=30)
        self.count = 0
        self.size = SIZE
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        self.terminal = Terminal(self.command, size=self.size, environment=self.environment, echo=False)
        self.checked = 0
        self.wait_until_raw()

    def wait_until_raw(self) -> None:
        """Until the program has the terminal to itself: what is typed before is a shell's."""
        end = time.monotonic() + PATIENCE
        while self.terminal.settings() == self.terminal.before and self.terminal.process.poll() is None:
            self.terminal.take(0.01)
            self.terminal.wake()
            if time.monotonic() > end:
                raise MisbehaviourError("never takes the terminal")

    def play(self, bursts: Iterable[Sequence[Event]]) -> None:
        checks = 1
        for burst in bursts:
            self.do(burst)
            if self.count >= checks * CHECK_EVERY:
                checks += 1
                self.check_answers()
        self.check_answers()
        self.terminal.signal(signal.SIGTERM)
        self.check_end(143)

    def do(self, burst: Sequence[Event]) -> None:
        typed = b""
        for event in burst:
            self.last.append(event)
            self.count += 1
            if event.kind == "type":
                typed += event.value.encode("latin-1")
                continue
            self.terminal.send(typed)
            typed = b""
            self.act(event)
        self.terminal.send(typed)
        self.terminal.drain(QUIET, 5)
        if self.terminal.process.poll() is not None:
            self.check_end(0)
            self.start()

    def act(self, event: Event) -> None:
        """Do what is not typed."""
        if event.kind == "resize":
            columns, lines = event.value.split("x")
            self.size = (int(columns), int(lines))
            self.terminal.resize(*self.size)
        elif event.kind == "continue":
            self.terminal.signal(signal.SIGCONT)
        elif event.kind == "write":
            name, version = event.value.split("|")
            folder.change(self.articles, name, int(version))
        elif event.kind == "remove":
            (self.articles / event.value).unlink(missing_ok=True)
        else:
            self.calm_down()
            self.terminal.send(event.value)
            self.calm_down()
            self.wait_until_raw()
            self.calm_down()

    def calm_down(self) -> None:
        self.terminal.drain(CALM, 5)

    def check_end(self, status: int) -> None:
        """It has ended: as it should, and with the terminal as it was."""
        found = self.terminal.wait_for_end(PATIENCE)
        if found != status:
            raise MisbehaviourError(f"ended with status {found}\n{self.report()}")
        if self.terminal.settings() != self.terminal.before:
            raise MisbehaviourError("the terminal is not as it was")
        check_written(self.terminal.output, foreign)
        self.terminal.close()

    def report(self) -> str:
        """The newest report of a crash."""
        reports = sorted(self.home.rglob("crash-*.txt"), key=lambda path: path.stat().st_mtime)
        return reports[-1].read_text(encoding="utf-8") if reports else self.terminal.text

    def stacks(self) -> str:
        """Where each thread of the program is; ends it."""
        start = self.terminal.written
        self.terminal.signal(signal.SIGABRT)
        self.terminal.wait_for_end()
        return self.terminal.output_from(start).decode(errors="replace")

    def check_answers(self) -> None:
        """It is there: the help comes up and closes; and nothing but its own bytes were written so far."""
        while not self.answers():  # a key pressed before has made it leave
            self.check_end(0)
            self.start()
        self.calm_down()
        output = self.terminal.output_from(self.checked)
        whole = output.rfind(b"\x1b")  # the last sequence may not be all there yet
        check_written(output[:whole], foreign_tokens)
        self.checked += whole

    def answers(self) -> bool:
        """Ask for the help; False where the program has ended."""
        self.calm_down()
        self.terminal.look_away()
        self.terminal.resize(SIZE[0] + 1, SIZE[1])
        self.terminal.drain(QUIET, 1)
        self.terminal.look_away()
        self.terminal.resize(*SIZE)
        self.terminal.send("\x1b[201~" + ESCAPE * 4 + "?")  # the first ends a paste
        self.size = SIZE
        if not self.comes(lambda: HELP in self.terminal.text, "the help does not come up"):
            return False
        self.terminal.send(ESCAPE)
        return self.comes(lambda: HELP not in self.terminal.text, "the help does not close")

    def comes(self, happened: Callable[[], bool], otherwise: str) -> bool:
        """Wait until something has happened; False where the program has ended."""
        end = time.monotonic() + PATIENCE
        while not happened():
            if self.terminal.process.poll() is not None:
                return False
            if time.monotonic() > end:
                raise MisbehaviourError(f"{otherwise}\n{self.terminal.text}\n{self.stacks()}")
            self.terminal.take(0.05)
            self.terminal.wake()
        return True


def check_written(output: bytes, tokens: Callable[..., Sequence[bytes]]) -> None:
    """Nothing was written that acts on the terminal, but for what Textual writes."""
    for token in tokens(output, clipboard=True):
        at = output.find(token)
        raise MisbehaviourError(f"wrote {token!r} in {output[max(0, at - 200) : at + 100]!r}")


def run(
    seed: int, bursts: Iterable[Sequence[Event]], program: Sequence[str] = ("-m", "tui_reader")
) -> tuple[str, Monkey]:
    """Play bursts; what failed, in words, or nothing. The seed decides on the texts and on a library."""
    with tempfile.TemporaryDirectory() as home:
        monkey = Monkey(Path(home), program, rich=seed % 2 == 1, library=seed % 4 >= 2)
        try:
            monkey.play(bursts)
        except (MisbehaviourError, AssertionError) as failure:
            return str(failure), monkey
        finally:
            monkey.terminal.close()
    return "", monkey


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.monkey", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("events", type=int, nargs="?", default=5000)
    parser.add_argument("--replay", type=Path, help="a file of events, one a line, as a report lists them")
    words = parser.parse_args()
    began = time.monotonic()
    if words.replay:
        lines = words.replay.read_text(encoding="utf-8").splitlines()
        bursts: Iterable[Sequence[Event]] = [[Event.read(line)] for line in lines]
    else:
        bursts = stream(words.seed, words.events)
    failure, monkey = run(words.seed, bursts)
    print(f"seed {words.seed}: {monkey.count} events, {monkey.starts} starts, {time.monotonic() - began:.0f} s", end="")
    print(f": {failure or 'all is well'}")
    if failure:
        print("the last events:", *monkey.last, sep="\n")
    return bool(failure)


if __name__ == "__main__":
    sys.exit(main())
