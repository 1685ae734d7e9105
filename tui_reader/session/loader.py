"""Reading and analysing off the loop: a thread that does what the agenda says and reports it as events."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, assert_never

from tui_reader.crash import DefectReports, trace_of
from tui_reader.errors import AnalysisError, InputError
from tui_reader.ingest.sources import STDIN, Input, expand, read, stamp
from tui_reader.messages import _
from tui_reader.model import Article, Correction, Document
from tui_reader.session import events
from tui_reader.session.agenda import Agenda, Bring, Compare, Count, Errand, Open, Outline, Task
from tui_reader.session.analysis_process import Analyser, Analysis, Answer, Failure, Question, start_analyser
from tui_reader.session.analysis_process import Outline as OutlineQuestion
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.summary import Summary, bare_summary

LONG_TEXT = 200_000
"""From this many code points on, a text gets an analyser of its own: the others do not wait for it."""
MOST_BEGUN = 2
"""How many long texts that the reader has left are analysed on, in case they are wanted again."""
POLL_SECONDS = 0.05
"""How often the wait for a long text looks whether another article is wanted by now."""

BATCH_SECONDS = 0.1
REST_SECONDS = 0.001
"""Pause after each input, in which the loop has the interpreter to itself: keys come before titles."""


QUIET_SECONDS = 0.15
"""Pause after a key, in which the screen answers it."""


class _Stopped(Exception):  # noqa: N818 - no error: the way out of a wait
    """The loader is to end."""


class _Begun(NamedTuple):
    """An analysis that is under way."""

    analyser: Analyser
    question: Question


class Loader:
    """A thread that reads inputs and tells `report` what it finds, from its own thread.

    Events for the list are told together, every `BATCH_SECONDS`: a message for each of 100,000 would keep the loop
    busy. `begun` holds analyses that are under way already; `analyser` is free for others, `start` makes more of them.
    A defect with one input is an event; one of the loader itself goes to `crash`, which must end the program, for
    nothing would be read any more.
    """

    def __init__(
        self,
        collection: Collection,
        report: Callable[[Sequence[Event]], None],
        crash: Callable[[Exception], None],
        *,
        begun: Mapping[int, Analyser] | None = None,
        analyser: Analyser | None = None,
        start: Callable[[], Analyser] = start_analyser,
    ) -> None:
        self._inputs = [entry.input for entry in collection.entries]
        self._documents = dict(collection.documents)  # what was read before; standard input cannot be read again
        self._report = report
        self._crash = crash
        self._begun = {index: _Begun(one, Analysis(self._documents[index])) for index, one in (begun or {}).items()}
        self._changed = threading.Condition()
        unreadable = (index for index, entry in enumerate(collection.entries) if entry.problem is not None)
        self._agenda = Agenda(len(collection), unreadable)
        self._stamps = {index: stamp(self._inputs[index].path) for index in self._documents}
        self._export: tuple[str, tuple[int, int] | None, tuple[Document, ...]] = ("", None, ())  # the last one read
        self._defects = DefectReports()
        self._reported: set[str] = set()  # the ids of documents whose defects were told
        self._quiet_until = 0.0
        self._stopped = False
        self._start = start
        self._analyst = analyser  # for all texts that are not long
        self._busy: Analyser | None = None  # the one that is waited for
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)

    # From the loop

    def start(self) -> None:
        """Begin with the list."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread after what it is at, and its child processes at once."""
        with self._changed:
            self._stopped = True
            begun = [one.analyser for one in self._begun.values()]
            analysers = [one for one in (*begun, self._analyst, self._busy) if one]
            self._changed.notify()
        for one in analysers:
            one.stop()

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        """The reader waits for the article at `index`, and for no other."""
        with self._changed:
            self._agenda.want(index, corrections)
            self._changed.notify()

    def show(self, indices: Iterable[int]) -> None:
        """These entries are in sight: they come before the others."""
        with self._changed:
            self._agenda.bring_into_sight(indices)
            self._changed.notify()

    def count_all(self) -> None:
        """The figures and quotes of all articles are to be counted, after all else."""
        with self._changed:
            self._agenda.count_all()
            self._changed.notify()

    def run(self, errand: Errand) -> None:
        """Do an errand soon."""
        with self._changed:
            self._agenda.run(errand)
            self._changed.notify()

    def give_way(self) -> None:
        """A key was pressed: what is only for the list waits a little."""
        self._quiet_until = time.monotonic() + QUIET_SECONDS

    # In the thread

    def _run(self) -> None:
        try:
            self._work()
        except _Stopped:
            return
        except Exception as defect:
            self._crash(defect)

    def _work(self) -> None:
        batch: list[Event] = []
        told = time.monotonic()
        while True:
            task = self._next(wait=not batch)
            found = self.do(task) if task else []
            batch += found
            urgent = not isinstance(task, Outline | Count | None)
            if not urgent:
                time.sleep(max(REST_SECONDS, min(self._quiet_until - time.monotonic(), QUIET_SECONDS)))
            if batch and (urgent or not found or time.monotonic() - told > BATCH_SECONDS):
                self._report(batch)
                batch = []
                told = time.monotonic()

    def _next(self, *, wait: bool) -> Task | None:
        """The next task; with nothing to do, waits for one, or returns None at once unless `wait`."""
        with self._changed:
            while not self._stopped:
                task = self._agenda.next()
                if task or not wait:
                    return task
                self._changed.wait()
        raise _Stopped

    def do(self, task: Task) -> list[Event]:
        """Do a task; returns what was found, in the order in which it is to be told."""
        match task:
            case Open(index, corrections):
                return self._open(index, corrections)
            case Outline(index):
                return self._outline(index)
            case Count(index):
                return self._count(index)
            case Compare(paths):
                return self._compare(paths)
            case Bring(name, documents):
                return self._bring(name, documents)
        assert_never(task)

    # Inputs

    def _read(self, index: int) -> Document:
        """The text of an input; one that holds several articles is divided. Raises InputError."""
        if index in self._documents:
            return self._documents[index]
        path, _name, record = self._inputs[index]
        now = stamp(path)
        if self._stamps.get(index, now) != now:  # what was found out so far is of another text
            with self._changed:
                self._agenda.change(index)
            self._report([events.Changed(index)])
        self._stamps[index] = now
        documents = self._all_of(path, now)
        if record is None:
            self._divide(index, len(documents))
        if (record or 0) >= len(documents):
            raise InputError(path, _("is gone"))
        return documents[record or 0]

    def _all_of(self, path: str, now: tuple[int, int] | None) -> tuple[Document, ...]:
        """The articles of a file; an export is not read again for each of them. Raises InputError."""
        if self._export[:2] == (path, now):
            return self._export[2]
        try:
            documents = read(path)
        except InputError:
            raise
        except Exception as defect:  # whatever reading has with this input: the others can be read
            words = self._defects.add(path, type(defect).__name__, trace_of(defect))
            raise InputError(path, words) from defect
        if len(documents) > 1:
            self._export = (path, now, documents)
        return documents

    def _divide(self, index: int, count: int) -> None:
        if count == 1:
            return
        inputs = tuple(self._inputs[index].divided(count))
        self._inputs[index] = inputs[0]
        first = self._number(inputs[1:])
        self._stamps.update(dict.fromkeys(range(first, len(self._inputs)), self._stamps[index]))
        self._report([events.Divided(index, inputs)])

    def _number(self, inputs: Sequence[Input]) -> int:
        """Take in more inputs; the index of the first.

        Indices are assigned on this thread alone, in the order in which the inputs are reported.
        """
        self._inputs += inputs
        with self._changed:
            return self._agenda.add(len(inputs))

    def _bring(self, name: str, documents: Sequence[Document]) -> list[Event]:
        inputs = Input(STDIN, name).divided(len(documents))
        first = self._number(inputs)
        self._documents.update(enumerate(documents, first))
        return [events.Brought(index, *one) for index, one in enumerate(zip(inputs, documents, strict=True), first)]

    def _compare(self, paths: Sequence[str]) -> list[Event]:
        """What has come, gone or changed since each input was read."""
        there = {one.path: one for one in expand(paths)[0]}
        known = {one.path for one in self._inputs}
        found: list[Event] = []
        more: list[Input] = []
        changed = gone = 0
        for index, one in enumerate(self._inputs):
            if one.path == STDIN or index not in self._stamps:
                continue
            before, now = self._stamps[index], stamp(one.path)
            if now == before:
                continue
            self._stamps[index] = now
            self._forget(index)
            if now is None:
                gone += 1
                found.append(events.Unreadable(index, InputError(one.path, _("is gone"))))
                continue
            changed += 1
            found.append(events.Changed(index))
            with self._changed:
                self._agenda.change(index)
            if one.record == 0 and one.path in there:
                known_records = sum(other.path == one.path for other in self._inputs)
                more += self._records_of(there[one.path], now)[known_records:]
        arrived = (*(one for path, one in there.items() if path not in known), *more)
        if arrived:
            self._number(arrived)
            found.append(events.Arrived(arrived))
        return [*found, events.Compared(len(arrived), changed, gone)]

    def _forget(self, index: int) -> None:
        """What was read and begun of an input is out of date."""
        self._documents.pop(index, None)
        begun = self._begun.pop(index, None)
        if begun:
            begun.analyser.stop()

    def _records_of(self, one: Input, now: tuple[int, int]) -> list[Input]:
        """The articles of a file as it is now; none where it cannot be read, which is said when an entry is."""
        try:
            return one.divided(len(self._all_of(one.path, now)))
        except InputError:
            return []

    # Articles

    def _open(self, index: int, corrections: tuple[Correction, ...]) -> list[Event]:
        try:
            document = self._read(index)
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        if len(document.raw) >= LONG_TEXT:  # it can be read raw meanwhile
            self._report([events.TextRead(index, document)])
        with self._changed:
            self._agenda.know_counts(index)
        return self._analyse(index, document, corrections)

    def _count(self, index: int) -> list[Event]:
        try:
            found = self._analyse(index, self._read(index), ())
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        return [_counted(one) if isinstance(one, events.Analysed) else one for one in found]

    def _outline(self, index: int) -> list[Event]:
        try:
            document = self._read(index)
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        question = OutlineQuestion(document)
        analyser = self._shared()
        analyser.ask(question)
        known = self._take(analyser)
        if isinstance(known, Summary):
            return [events.Outlined(index, known)]
        return [*self._failure(index, document, known), events.Outlined(index, bare_summary(document))]

    def _analyse(self, index: int, document: Document, corrections: tuple[Correction, ...]) -> list[Event]:
        """The article of a text; nothing yet where another one was wanted before a long text was done."""
        question = Analysis(document, corrections)
        begun = self._begun.pop(index, None)
        if begun and begun.question != question:
            begun.analyser.stop()
            begun = None
        long = len(document.raw) >= LONG_TEXT
        analyser = begun.analyser if begun else self._start() if long else self._shared()
        if not begun:
            analyser.ask(question)
        if long and not self._wait_unless_another_is_wanted(analyser, index):
            self._put_off(index, _Begun(analyser, question))
            return []
        answer = self._take(analyser)
        if isinstance(answer, Article):
            return [events.Analysed(index, answer, corrections)]
        from tui_reader.analysis.pipeline import unanalysed  # noqa: PLC0415 - seldom needed

        kept = events.Analysed(index, unanalysed(document), corrections)
        return [*self._failure(index, document, answer), kept]

    def _wait_unless_another_is_wanted(self, analyser: Analyser, index: int) -> bool:
        """Wait for an answer; False when the reader waits for another article first."""
        with self._changed:
            self._busy = analyser
        while not analyser.ready(POLL_SECONDS):
            with self._changed:
                if self._stopped:
                    raise _Stopped
                if self._agenda.wanted and self._agenda.wanted.index != index:
                    self._busy = None
                    return False
        return True

    def _put_off(self, index: int, begun: _Begun) -> None:
        """Let an analysis go on while others are waited for; the one put off longest ends where there are many."""
        with self._changed:
            self._begun[index] = begun
            oldest = next(iter(self._begun)) if len(self._begun) > MOST_BEGUN else None
            ended = self._begun.pop(oldest) if oldest is not None else None
        if ended:
            ended.analyser.stop()

    def _failure(self, index: int, document: Document, answer: Answer) -> list[Event]:
        """The event that tells of a defect with a text, once for each text."""
        if not isinstance(answer, Failure) or document.id in self._reported:
            return []
        self._reported.add(document.id)
        name = self._inputs[index].name
        return [events.Failed(index, AnalysisError(name, self._defects.add(name, *answer)))]

    def _shared(self) -> Analyser:
        """The analyser for texts that are not long."""
        if self._analyst is None or self._analyst.ended:
            self._analyst = self._start()
        return self._analyst

    def _take(self, analyser: Analyser) -> Answer:
        """Wait for the answer; whoever gave it stays for further questions, if one is needed."""
        with self._changed:
            if self._stopped:
                raise _Stopped
            self._busy = analyser
        found = analyser.answer()
        with self._changed:
            self._busy = None
            if self._stopped:  # it was ended, and so says nothing of the text
                raise _Stopped
            self._analyst = self._analyst or analyser
        if analyser is not self._analyst:
            analyser.stop()
        return found


def _counted(one: events.Analysed) -> events.Counted:
    article = one.article
    return events.Counted(one.index, len(article.figures), sum(quote.speech for quote in article.quotes))
