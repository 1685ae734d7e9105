"""Analysing and listing in another process: it leaves the keys free, and the first article is ready sooner."""

from __future__ import annotations

import contextlib
import pickle
import select
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import IO, NamedTuple, Protocol

import msgspec

from tui_reader.crash import trace_of
from tui_reader.model import Article, Correction, Document
from tui_reader.session.summary import Summary, summarise

LONG_TEXT = 200_000
"""From this many code points on, a text gets an analyser of its own: the others do not wait for it."""
MOST_LAST_WORDS = 20_000
"""So many bytes of what an analysis process wrote on standard error before its end go into a report."""


class Analysis(NamedTuple):
    """Asks for the article of a document."""

    document: Document
    corrections: tuple[Correction, ...] = ()


class Outline(msgspec.Struct, frozen=True):
    """Asks for what the list shows of a document."""

    document: Document


class Failure(NamedTuple):
    """The analysis met a defect, or its process came to an end: what it was, in a word, and the traceback."""

    kind: str
    trace: str


Question = Analysis | Outline
Answer = Article | Summary | Failure


class Analyser(Protocol):
    """Answers questions, one after another."""

    def ask(self, question: Question) -> None:
        """Ask, after the answer to the question before was taken."""

    def ready(self, seconds: float) -> bool:
        """Whether the answer is there within so long."""

    def answer(self) -> Answer:
        """Wait for the answer."""

    def stop(self) -> None:
        """No more is asked."""

    @property
    def ended(self) -> bool:
        """Whether it answers no more."""


class InProcessAnalyser:
    """Answers in this process."""

    ended = False

    def ask(self, question: Question) -> None:
        self._question = question

    def ready(self, seconds: float) -> bool:  # noqa: ARG002 - it begins when the answer is taken
        return True

    def answer(self) -> Answer:
        return answer(self._question)

    def stop(self) -> None:
        pass


class ChildProcess(Protocol):
    """A process that reads questions from a pipe and writes answers into another, as `subprocess.Popen` gives it."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """Where questions are written."""

    @property
    def stdout(self) -> IO[bytes] | None:
        """Where answers are read."""

    def kill(self) -> None:
        """End it at once, if it has not ended."""

    def wait(self) -> int:
        """The exit status, once it has ended."""

    def poll(self) -> int | None:
        """The exit status; None while it runs."""


def python_command(module: str, *options: str) -> list[str]:
    """The command that runs a module of ours in a fresh interpreter; `-P`: nothing that the current folder holds."""
    return [sys.executable, "-P", *options, "-m", module]


def spawn(last_words: IO[bytes]) -> ChildProcess:
    """A child process of a fresh interpreter; on standard error it writes into `last_words`."""
    return subprocess.Popen(  # noqa: S603 - our own module
        python_command("tui_reader.session.analysis_worker", "-X", "faulthandler"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=last_words,
        start_new_session=True,
    )


class SubprocessAnalyser:
    """Answers in a child process, from the moment this is made."""

    def __init__(self, start: Callable[[IO[bytes]], ChildProcess] = spawn) -> None:
        import tempfile  # noqa: PLC0415 - the child imports this module, too, and has no use for it

        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        try:
            self._child = start(self._last_words)
        except OSError:
            self._last_words.close()
            raise
        assert self._child.stdin is not None  # noqa: S101 - they are pipes
        assert self._child.stdout is not None  # noqa: S101
        self._questions, self._answers = self._child.stdin, self._child.stdout

    def ask(self, question: Question) -> None:
        with contextlib.suppress(BrokenPipeError):  # it has ended: so says `answer`
            pickle.dump(question, self._questions)
            self._questions.flush()

    def ready(self, seconds: float) -> bool:
        return bool(select.select([self._answers], [], [], seconds)[0])

    def answer(self) -> Answer:
        try:
            found: Answer = pickle.load(self._answers)  # noqa: S301 - what our own child process wrote
        except (EOFError, pickle.UnpicklingError):  # it has ended, perhaps in the middle of an answer
            return self._failure()
        return found

    def _failure(self) -> Failure:
        """What the process left behind when it ended."""
        self.stop()
        status = self._child.wait()
        with contextlib.suppress(BrokenPipeError):  # what it was still being asked
            self._questions.close()
        self._answers.close()
        with self._last_words as file:
            file.seek(max(0, file.seek(0, 2) - MOST_LAST_WORDS))
            return Failure(f"exit {status}", file.read().decode("utf-8", "replace"))

    def stop(self) -> None:
        self._child.kill()

    @property
    def ended(self) -> bool:
        return self._child.poll() is not None


def start_analyser() -> Analyser:
    """An analyser in a process of its own; in this one, where the system gives no other."""
    try:
        return SubprocessAnalyser()
    except OSError:
        return InProcessAnalyser()


def fork_analyser(*, at_once: bool) -> Analyser:
    """An analyser that is a copy of this process, which has no threads yet; `at_once`: it is waited for."""
    from tui_reader.session.analysis_worker import work  # noqa: PLC0415 - it imports this module
    from tui_reader.session.forked_process import ForkedProcess  # noqa: PLC0415 - children have no use for it

    try:
        return SubprocessAnalyser(partial(ForkedProcess, partial(work, at_once=at_once)))
    except OSError:
        return InProcessAnalyser()


def answer(question: Question) -> Answer:
    """The answer to a question, worked out at once."""
    from tui_reader.analysis.pipeline import analyse  # noqa: PLC0415 - the screen comes first

    try:
        return summarise(question.document) if isinstance(question, Outline) else analyse(*question)
    except Exception as defect:
        # Whatever defect the analysis has with this text: the reader can still read it raw, and all others.
        return Failure(type(defect).__name__, trace_of(defect))
