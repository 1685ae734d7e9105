"""Reading and analysing off the loop: the wanted article first, then titles, those in sight before the others."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui_reader.errors import InputError
from tui_reader.ingest.sources import read
from tui_reader.model import Article, Document
from tui_reader.ui.analyst import Analyst
from tui_reader.ui.shelf import Shelf, first_words

LONG_TEXT = 200_000
"""From this many code points on, a text is analysed by another process: a thread would hold up the keys."""


BATCH_SECONDS = 0.1
REST_SECONDS = 0.001
"""Pause after a title, in which the loop has the interpreter to itself: keys come before titles."""
News = Document | Article | str | InputError
"""A text, its article, its title, or why it cannot be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """News of one input."""

    index: int
    news: News


class Loader:
    """A thread that reads inputs and tells `report` what it finds, from its own thread.

    Titles are told together, every `BATCH_SECONDS`: a message for each of 100,000 would keep the loop busy.
    """

    def __init__(self, shelf: Shelf, report: Callable[[Sequence[Found]], None]) -> None:
        self._inputs = [entry.input for entry in shelf.entries]
        self._documents = dict(shelf.documents)  # what was read before; standard input cannot be read again
        self._report = report
        self._changed = threading.Condition()
        self._wanted: list[int] = []
        self._titles = list(range(len(shelf) - 1, -1, -1))  # taken from the end
        self._titled = {index for index, entry in enumerate(shelf.entries) if entry.known}
        self._stopped = False
        self._child: Analyst | None = None
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
            child.stop()

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
        batch: list[Found] = []
        told = time.monotonic()
        while (job := self._next(idle=not batch)) is not None:
            for index, whole in job:
                self._titled.add(index)
                batch += self._look_at(index, whole)
                if whole:
                    told = 0
                else:
                    time.sleep(REST_SECONDS)
            if batch and (not job or time.monotonic() - told > BATCH_SECONDS):
                self._report(batch)
                batch = []
                told = time.monotonic()

    def _look_at(self, index: int, whole: bool) -> list[Found]:
        """What there is at `index`: its article where the `whole` is wanted, else its title."""
        try:
            document = self._documents.get(index) or read(self._inputs[index].path)
        except InputError as problem:
            return [Found(index, problem)]
        if not whole:
            from tui_reader.analysis.pipeline import find_title  # noqa: PLC0415 - the screen comes first

            return [Found(index, find_title(document) or first_words(document.raw))]
        if len(document.raw) >= LONG_TEXT:  # it can be read raw meanwhile
            self._report([Found(index, document)])
        return [Found(index, self._analyse(document))]

    def _next(self, *, idle: bool) -> list[tuple[int, bool]] | None:
        """The next input to look at, and whether its article is wanted; None when it is time to end.

        With nothing to do, waits while `idle`, else returns an empty list.
        """
        with self._changed:
            while not self._stopped:
                if self._wanted:
                    return [(self._wanted.pop(), True)]
                while self._titles:
                    index = self._titles.pop()
                    if index not in self._titled:
                        return [(index, False)]
                if not idle:
                    return []
                self._changed.wait()
            return None

    def _analyse(self, document: Document) -> Article:
        if len(document.raw) < LONG_TEXT:
            return analyse_or_keep(document)
        from tui_reader.analysis.pipeline import unanalysed  # noqa: PLC0415

        with self._changed:
            self._child = Analyst(document)
        return self._child.article() or unanalysed(document)


def analyse_or_keep(document: Document) -> Article:
    """The article, or the text as it is where the analysis has a defect."""
    from tui_reader.analysis.pipeline import analyse, unanalysed  # noqa: PLC0415 - the screen comes first

    try:
        return analyse(document)
    except Exception:
        return unanalysed(document)
