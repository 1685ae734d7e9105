"""Reading and analysing off the loop: a thread that does what the agenda says and reports it as events."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui_reader.crash import DefectReports
from tui_reader.errors import AnalysisError, InputError
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.ingest.input_list import Input, InputList, RecordInputs
from tui_reader.model import Article, Correction, Document
from tui_reader.session import events
from tui_reader.session.agenda import Agenda, Count, Errand, Open, Outline, Task
from tui_reader.session.analyses import Analyses, Stopped
from tui_reader.session.analysis_process import LONG_TEXT, Analyser, Analysis, Answer, Failure, start_analyser
from tui_reader.session.analysis_process import Outline as OutlineQuestion
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.index_file import IndexedArticles
from tui_reader.session.inputs import Inputs, no_kept_text
from tui_reader.session.summary import Summary, bare_summary, counts_of

BATCH_SECONDS = 0.1
"""Events for the list are told together after so long: a message for each of 100,000 would keep the loop busy."""
REST_SECONDS = 0.001
"""Pause after each input, in which the loop has the interpreter to itself: keys come before titles."""
QUIET_SECONDS = 0.15
"""Pause after a key, in which the screen answers it."""
UNASKED = 10_000
"""So many records of a file are outlined unasked: the others once they are in sight, or something needs all."""


def _tell_nobody() -> None:
    """What a loader does when it has nothing to do and nobody waits for that."""


class Loader:
    """A thread that reads inputs and tells `report` what it finds, from its own thread.

    `begun` holds analyses that are under way already, by the index of their document; `analyser` is free for others,
    `start` makes more of them; `names` are those of the fields of records; `read_kept` gives a text that the library
    keeps by its id; articles that are `indexed` are not analysed again. A defect with one input is an event; one of the
    loader itself goes to `crash`, which must end the program, for nothing would be read any more.
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
        names: FieldNames = USUAL_NAMES,
        read_kept: Callable[[str], Document | None] = no_kept_text,
        indexed: IndexedArticles | None = None,
    ) -> None:
        self.tell_rest: Callable[[], None] = _tell_nobody
        """Called from the thread whenever there is nothing to do any more."""
        self._report = report
        self._crash = crash
        self._changed = threading.Condition()
        unreadable = (index for index, entry in collection.entries.kept() if entry.problem is not None)
        self._agenda = Agenda(outlined=unreadable)
        for run in collection.entries.inputs.runs:
            self._add_to_agenda(run)
        self._defects = DefectReports()
        documents = collection.documents
        self._inputs = Inputs(
            InputList(collection.entries.inputs),
            documents,
            report=report,
            number=self._add_to_agenda,
            change=self._forget,
            defects=self._defects,
            names=names,
            read_kept=read_kept,
        )
        questions = {index: (one, Analysis(documents[index])) for index, one in (begun or {}).items()}
        self._indexed = indexed
        self._analyses = Analyses(questions, analyser, start)
        self._reported: set[str] = set()  # the ids of documents whose defects were told
        self._quiet_until = 0.0
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)

    # From the loop

    def start(self) -> None:
        """Begin with the list."""
        self._thread.start()

    def open_begun(self, index: int, seconds: float) -> list[Event]:
        """The article at `index`, if its analysis was begun before and is done within so long; asked before `start`."""
        document = self._inputs.at_hand(index)
        if document and self._analyses.is_done(index, Analysis(document), seconds):
            return self._open(index, ())
        return []

    def stop(self) -> None:
        """End the thread after what it is at, and its child processes at once."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._analyses.stop()

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

    def outline_all(self) -> None:
        """Something is to be known of all inputs, also of records that are not in sight."""
        with self._changed:
            self._agenda.outline_all()
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
        except Stopped:
            return
        except Exception as defect:
            self._crash(defect)

    def _work(self) -> None:
        batch: list[Event] = []
        last_report = time.monotonic()
        while True:
            task = self._next(wait=False)
            if task is None and not batch:
                self.tell_rest()
                if self._indexed:
                    self._indexed.open()
                task = self._next(wait=True)
            news = self.do(task) if task else []
            batch += news
            is_urgent = not isinstance(task, Outline | Count | None)
            if not is_urgent:
                time.sleep(max(REST_SECONDS, min(self._quiet_until - time.monotonic(), QUIET_SECONDS)))
            if batch and (is_urgent or not news or time.monotonic() - last_report > BATCH_SECONDS):
                self._report(batch)
                batch = []
                last_report = time.monotonic()

    def _next(self, *, wait: bool) -> Task | None:
        """The next task; with nothing to do, waits for one, or returns None at once unless `wait`."""
        with self._changed:
            while not self._stopped:
                task = self._agenda.next()
                if task or not wait:
                    return task
                self._changed.wait()
        raise Stopped

    def do(self, task: Task) -> list[Event]:
        """Do a task; returns what was found, in the order in which it is to be told."""
        match task:
            case Open(index, corrections):
                return self._open(index, corrections)
            case Outline(index):
                return self._outline(index)
            case Count(index):
                return self._count(index)
        return self._inputs.run(task)

    def _add_to_agenda(self, inputs: Sequence[Input]) -> int:
        with self._changed:
            return self._agenda.add(len(inputs), UNASKED if isinstance(inputs, RecordInputs) else None)

    def _forget(self, index: int) -> None:
        """An input holds another text: what was done for it is to be done again."""
        with self._changed:
            self._agenda.change(index)
        self._analyses.forget(index)

    def _open(self, index: int, corrections: tuple[Correction, ...]) -> list[Event]:
        try:
            document = self._inputs.read(index)
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        if len(document.raw) >= LONG_TEXT:  # it can be read raw meanwhile
            self._report([events.TextRead(index, document)])
        with self._changed:
            self._agenda.know_counts(index)
        return self._analyse(index, document, corrections)

    def _count(self, index: int) -> list[Event]:
        try:
            found = self._analyse(index, self._inputs.read(index), ())
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        return [
            events.Counted(index, *counts_of(one.article)) if isinstance(one, events.Analysed) else one for one in found
        ]

    def _outline(self, index: int) -> list[Event]:
        try:
            document = self._inputs.read(index)
        except InputError as problem:
            return [events.Unreadable(index, problem)]
        answer = self._analyses.outline(OutlineQuestion(document))
        if isinstance(answer, Summary):
            return [events.Outlined(index, answer)]
        return [*self._failure(index, document, answer), events.Outlined(index, bare_summary(document))]

    def _analyse(self, index: int, document: Document, corrections: tuple[Correction, ...]) -> list[Event]:
        """The article of a text; nothing yet where another one was wanted before a long text was done."""
        known = self._indexed.article(document) if self._indexed and not corrections else None
        if known:
            self._analyses.forget(index)
            return [events.Analysed(index, known)]
        answer = self._analyses.analyse(index, Analysis(document, corrections), lambda: self._wants_another(index))
        if answer is None:
            return []
        if isinstance(answer, Article):
            return [events.Analysed(index, answer, corrections)]
        from tui_reader.analysis.pipeline import unanalysed  # noqa: PLC0415 - seldom needed

        kept = events.Analysed(index, unanalysed(document), corrections)
        return [*self._failure(index, document, answer), kept]

    def _wants_another(self, index: int) -> bool:
        """Whether the reader waits for another article than this one."""
        with self._changed:
            return self._agenda.wanted is not None and self._agenda.wanted.index != index

    def _failure(self, index: int, document: Document, answer: Answer) -> list[Event]:
        """The event that tells of a defect with a text, once for each text."""
        if not isinstance(answer, Failure) or document.id in self._reported:
            return []
        self._reported.add(document.id)
        name = self._inputs.name(index)
        return [events.Failed(index, AnalysisError(name, self._defects.add(name, *answer)))]
