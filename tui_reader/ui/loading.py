"""Reading and analysing off the loop: the wanted article first, then what the list shows, those in sight first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui_reader.errors import InputError
from tui_reader.ingest.sources import STDIN, Input, expand, read, stamp
from tui_reader.messages import _
from tui_reader.model import Article, Correction, Document
from tui_reader.ui.analyst import Analysis, Analyst, Answer, Outline, Question, start_analyst
from tui_reader.ui.listed import Listed, unlisted
from tui_reader.ui.shelf import Shelf

LONG_TEXT = 200_000
"""From this many code points on, a text gets an analyst of its own: the others do not wait for it."""


BATCH_SECONDS = 0.1
REST_SECONDS = 0.001
"""Pause after each input, in which the loop has the interpreter to itself: keys come before titles."""


QUIET_SECONDS = 0.15
"""Pause after a key, in which the screen answers it."""


class Counted(tuple[int, int]):
    """How many figures and quotes an article has."""


class Changed:
    """The input is another text than before."""


class Arrived(tuple[Input, ...]):
    """Inputs that were not there before: their entries come after all others."""


class Divided(tuple[Input, ...]):
    """The input holds several articles: the first takes its place, the entries of the others come after all others."""


class Brought(NamedTuple):
    """A text that came without a file: its entry comes after all others."""

    input: Input
    document: Document


News = Document | Article | Listed | Counted | InputError | Changed | Arrived | Divided | Brought
"""A text, its article, what the list shows of it, its counts, or what became of an input."""


@dataclass(frozen=True, slots=True)
class Found:
    """News of one input."""

    index: int
    news: News


class Loader:
    """A thread that reads inputs and tells `report` what it finds, from its own thread.

    News of the list are told together, every `BATCH_SECONDS`: a message for each of 100,000 would keep the loop busy.
    `begun` holds analyses that are under way already; `analyst` is free for others, `start` makes more of them.
    """

    def __init__(
        self,
        shelf: Shelf,
        report: Callable[[Sequence[Found]], None],
        begun: Mapping[int, Analyst] | None = None,
        analyst: Analyst | None = None,
        start: Callable[[], Analyst] = start_analyst,
    ) -> None:
        self._inputs = [entry.input for entry in shelf.entries]
        self._documents = dict(shelf.documents)  # what was read before; standard input cannot be read again
        self._report = report
        self._begun = dict(begun or {})
        self._changed = threading.Condition()
        self._wanted: tuple[int, tuple[Correction, ...]] | None = None
        self._listings = list(range(len(shelf) - 1, -1, -1))  # taken from the end
        self._listed = {index for index, entry in enumerate(shelf.entries) if entry.problem is not None}
        self._countings: list[int] = []
        self._errands: list[Callable[[], list[Found]]] = []
        self._stamps = {index: stamp(self._inputs[index].path) for index in self._documents}
        self._export: tuple[str, tuple[int, int] | None, tuple[Document, ...]] = ("", None, ())  # the last one read
        self._quiet_until = 0.0
        self._stopped = False
        self._start = start
        self._analyst = analyst  # for all texts that are not long
        self._busy: Analyst | None = None  # the one that is waited for
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)

    def start(self) -> None:
        """Begin with the list."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread after what it is at, and its child processes at once."""
        with self._changed:
            self._stopped = True
            analysts = [one for one in (*self._begun.values(), self._analyst, self._busy) if one]
            self._changed.notify()
        for one in analysts:
            one.stop()

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        """The article at `index` is wanted, before all else."""
        with self._changed:
            self._wanted = (index, corrections)
            self._changed.notify()

    def show(self, indices: Iterable[int]) -> None:
        """These entries are in sight: they come before the others."""
        with self._changed:
            self._listings += [index for index in reversed(list(indices)) if index not in self._listed]
            self._changed.notify()

    def count(self, indices: Iterable[int]) -> None:
        """The figures and quotes of these articles are to be counted, after all else."""
        with self._changed:
            self._countings = list(indices)[::-1]
            self._changed.notify()

    def give_way(self) -> None:
        """A key was pressed: what is only for the list waits a little."""
        self._quiet_until = time.monotonic() + QUIET_SECONDS

    def look_again(self, paths: Sequence[str]) -> None:
        """See what has come, gone or changed at these paths, which were opened."""
        self._run_errand(lambda: self._compare(paths))

    def bring(self, brought: Iterable[Brought]) -> None:
        """These texts are open, too."""
        texts = list(brought)
        self._run_errand(lambda: self._add(texts))

    def _run_errand(self, errand: Callable[[], list[Found]]) -> None:
        with self._changed:
            self._errands.append(errand)
            self._changed.notify()

    def _run(self) -> None:
        batch: list[Found] = []
        told = time.monotonic()
        while (work := self._next(idle=not batch)) is not None:
            found, urgent = work()
            batch += found
            if not urgent:
                time.sleep(max(REST_SECONDS, min(self._quiet_until - time.monotonic(), QUIET_SECONDS)))
            if batch and (urgent or not found or time.monotonic() - told > BATCH_SECONDS):
                self._report(batch)
                batch = []
                told = time.monotonic()

    def _next(self, *, idle: bool) -> Callable[[], tuple[list[Found], bool]] | None:
        """What to do next: it returns what it found, and whether that is urgent. None when it is time to end.

        With nothing to do, waits while `idle`, else the batch is told first.
        """
        with self._changed:
            while not self._stopped:
                if self._wanted:
                    (index, corrections), self._wanted = self._wanted, None
                    return lambda: (self._open(index, corrections), True)
                if self._errands:
                    errand = self._errands.pop(0)
                    return lambda: (errand(), True)
                while self._listings:
                    at = self._listings.pop()
                    if at not in self._listed:
                        return lambda: (self._list(at), False)
                if self._countings:
                    counted = self._countings.pop()
                    return lambda: (self._count(counted), False)
                if not idle:
                    return lambda: ([], False)
                self._changed.wait()
            return None

    def _read(self, index: int) -> Document:
        """The text of an input; one that holds several articles is divided. Raises InputError."""
        if index in self._documents:
            return self._documents[index]
        path, _name, record = self._inputs[index]
        self._stamps[index] = stamp(path)
        documents = self._all_of(path, self._stamps[index])
        if record is None:
            self._divide(index, len(documents))
        if (record or 0) >= len(documents):
            raise InputError(path, _("is gone"))
        return documents[record or 0]

    def _all_of(self, path: str, now: tuple[int, int] | None) -> tuple[Document, ...]:
        """The articles of a file; an export is not read again for each of them."""
        if self._export[:2] == (path, now):
            return self._export[2]
        documents = read(path)
        if len(documents) > 1:
            self._export = (path, now, documents)
        return documents

    def _divide(self, index: int, count: int) -> None:
        if count == 1:
            return
        inputs = self._inputs[index].divided(count)
        self._inputs[index] = inputs[0]
        first = self._number(inputs[1:])
        self._stamps.update(dict.fromkeys(range(first, len(self._inputs)), self._stamps[index]))
        self._report([Found(index, Divided(inputs))])

    def _number(self, inputs: Iterable[Input]) -> int:
        """Take in more inputs, to be listed; the number of the first. Only this thread numbers, as it tells of them."""
        first = len(self._inputs)
        self._inputs += inputs
        with self._changed:
            self._listings += range(len(self._inputs) - 1, first - 1, -1)
        return first

    def _list(self, index: int) -> list[Found]:
        self._listed.add(index)
        try:
            document = self._read(index)
        except InputError as problem:
            return [Found(index, problem)]
        known = self._ask(self._shared(), Outline(document))
        return [Found(index, known if isinstance(known, Listed) else unlisted(document))]

    def _open(self, index: int, corrections: tuple[Correction, ...]) -> list[Found]:
        try:
            document = self._read(index)
        except InputError as problem:
            return [Found(index, problem)]
        if len(document.raw) >= LONG_TEXT:  # it can be read raw meanwhile
            self._report([Found(index, document)])
        return [Found(index, self._analyse(index, document, corrections))]

    def _count(self, index: int) -> list[Found]:
        try:
            article = self._analyse(index, self._read(index), ())
        except InputError as problem:
            return [Found(index, problem)]
        return [Found(index, Counted((len(article.figures), sum(quote.speech for quote in article.quotes))))]

    def _analyse(self, index: int, document: Document, corrections: tuple[Correction, ...]) -> Article:
        begun = self._begun.pop(index, None)
        if begun and not corrections:  # it does not know of them
            article = self._take(begun)
        else:
            analyst = self._start() if len(document.raw) >= LONG_TEXT else self._shared()
            article = self._ask(analyst, Analysis(document, corrections))
        if isinstance(article, Article):
            return article
        from tui_reader.analysis.pipeline import unanalysed  # noqa: PLC0415 - seldom needed

        return unanalysed(document)

    def _shared(self) -> Analyst:
        """The analyst for texts that are not long."""
        if self._analyst is None or self._analyst.ended:
            self._analyst = self._start()
        return self._analyst

    def _ask(self, analyst: Analyst, question: Question) -> Answer:
        analyst.ask(question)
        return self._take(analyst)

    def _take(self, analyst: Analyst) -> Answer:
        """Wait for the answer; whoever gave it stays for further questions, if one is needed."""
        with self._changed:
            if self._stopped:
                analyst.stop()
            self._busy = analyst
        found = analyst.answer()
        with self._changed:
            self._busy = None
            self._analyst = self._analyst or analyst
        if analyst is not self._analyst:
            analyst.stop()
        return found

    def _add(self, brought: Sequence[Brought]) -> list[Found]:
        """Number the texts that came without a file."""
        first = self._number(one.input for one in brought)
        self._documents.update(enumerate((one.document for one in brought), first))
        return [Found(index, one) for index, one in enumerate(brought, first)]

    def _compare(self, paths: Sequence[str]) -> list[Found]:
        """What has come, gone or changed since each input was read."""
        there = {one.path: one for one in expand(paths)[0]}
        known = {one.path for one in self._inputs}
        news: list[Found] = []
        more: list[Input] = []
        for index, one in enumerate(self._inputs):
            if one.path == STDIN or index not in self._stamps:
                continue
            now = stamp(one.path)
            if now is None:
                self._stamps[index] = None
                news.append(Found(index, InputError(one.path, _("is gone"))))
            elif now != self._stamps[index]:
                self._documents.pop(index, None)
                news.append(Found(index, Changed()))
                self._listed.discard(index)
                if one.record == 0:
                    known_records = sum(other.path == one.path for other in self._inputs)
                    more += self._divided(there[one.path], now)[known_records:]
        arrived = Arrived([*(one for path, one in there.items() if path not in known), *more])
        first = self._number(arrived)
        with self._changed:
            self._listings += [found.index for found in news if isinstance(found.news, Changed)]
        return [*news, Found(first, arrived)]

    def _divided(self, one: Input, now: tuple[int, int]) -> list[Input]:
        """The articles of a file as it is now; none where it cannot be read, which is said when an entry is."""
        try:
            return one.divided(len(self._all_of(one.path, now)))
        except InputError:
            return []
