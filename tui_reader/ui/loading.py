"""Reading and analysing off the loop: the wanted article first, then titles, those in sight before the others."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui_reader.analysis import analyse, find_title, unanalysed
from tui_reader.errors import InputError
from tui_reader.ingest.sources import Input, read
from tui_reader.model import Article, Document
from tui_reader.ui.shelf import first_words

LONG_TEXT = 200_000
"""From this many code points on, a text is analysed by another process: a thread would hold up the keys."""


@dataclass(frozen=True, slots=True)
class Found:
    """News of one input: its text, its article, its title or why it cannot be read."""

    index: int
    news: Document | Article | str | InputError


class Loader:
    """A thread that reads inputs and tells `report` what it finds, one `Found` at a time, from its own thread."""

    def __init__(
        self, inputs: Sequence[Input], report: Callable[[Found], None], documents: Mapping[int, Document] | None = None
    ) -> None:
        self._inputs = inputs
        self._documents = dict(documents or {})  # what was read before; standard input cannot be read again
        self._report = report
        self._changed = threading.Condition()
        self._wanted: list[int] = []
        self._titles = list(range(len(inputs) - 1, -1, -1))  # taken from the end
        self._titled: set[int] = set()
        self._stopped = False
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)

    def start(self) -> None:
        """Begin with the titles."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread after what it is at, and its child process at once."""
        with self._changed:
            self._stopped = True
            child = self._child
            self._changed.notify()
        if child:
            child.kill()

    def want(self, index: int) -> None:
        """The article at `index` is wanted, before all else."""
        with self._changed:
            self._wanted = [index]
            self._changed.notify()

    def show(self, indices: Iterable[int]) -> None:
        """These entries are in sight: their titles come before the others'."""
        with self._changed:
            self._titles += [index for index in reversed(list(indices)) if index not in self._titled]
            self._changed.notify()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            index, whole = job
            self._titled.add(index)
            try:
                document = self._documents.get(index) or read(self._inputs[index].path)
                if whole:
                    self._report(Found(index, document))
                    self._report(Found(index, self._analyse(document)))
                else:
                    self._report(Found(index, find_title(document) or first_words(document.raw)))
            except InputError as problem:
                self._report(Found(index, problem))

    def _next(self) -> tuple[int, bool] | None:
        """The next input to look at, and whether its article is wanted; None when it is time to end."""
        with self._changed:
            while not self._stopped:
                if self._wanted:
                    return self._wanted.pop(), True
                while self._titles:
                    index = self._titles.pop()
                    if index not in self._titled:
                        return index, False
                self._changed.wait()
            return None

    def _analyse(self, document: Document) -> Article:
        if len(document.raw) < LONG_TEXT:
            try:
                return analyse(document)
            except Exception:
                return unanalysed(document)
        return self._analyse_apart(document)

    def _analyse_apart(self, document: Document) -> Article:
        """Have another process analyse the document."""
        with self._changed:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "tui_reader.analysis"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        output, _ = self._child.communicate(pickle.dumps(document))
        if self._child.returncode:
            return unanalysed(document)
        article: Article = pickle.loads(output)  # noqa: S301 - what our own child process wrote
        return article
