"""Filling the index in the background: one process of its own, of low priority, which may be stopped at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.input_list import InputList
from tui_reader.messages import _, spoken
from tui_reader.session.job_process import JobProcess


class IndexingJob(NamedTuple):
    """The files to be read into an index, and the library whose texts are, too.

    `names` are those of the fields of records, `language` is what is spoken.
    """

    index_path: Path
    paths: Sequence[str]
    names: FieldNames
    language: str
    library: Path | None = None


class IndexingState(NamedTuple):
    """How far it has come: `done` of so many `files`, texts among them, at a `rate` a second; `problem` ended it."""

    files: int = 0
    done: int = 0
    rate: float = 0.0
    is_running: bool = False
    is_stopped: bool = False
    problem: str = ""


class IndexingProcess(Protocol):
    """Does a job, and tells how far it is."""

    def reports(self) -> Iterator[IndexingState]:
        """The states as they come; the last one does not run any more."""

    def kill(self) -> None:
        """End it at once; what it has written stays."""


def start_indexing(job: IndexingJob) -> IndexingProcess:
    """Do a job in a child process."""
    return JobProcess("tui_reader.session.indexing_worker", job)


class BackgroundIndexing:
    """Keeps an index up to date with the files that are open and with the texts in a `library`.

    `tell` hears, from another thread, how far it is.
    """

    def __init__(
        self,
        index: Path,
        names: FieldNames,
        tell: Callable[[IndexingState], None],
        start: Callable[[IndexingJob], IndexingProcess],
        library: Path | None = None,
    ) -> None:
        self._index = index
        self._names = names
        self._tell = tell
        self._start = start
        self._library = library
        self._process: IndexingProcess | None = None
        self._lock = threading.Lock()

    def start(self, paths: Sequence[str]) -> None:
        """Read these files into the index, those that are unchanged aside, in place of what is being done."""
        self.stop()
        job = IndexingJob(self._index, paths, self._names, spoken(), self._library)
        try:
            process = self._start(job)
        except OSError as error:
            self._tell(IndexingState(len(paths), problem=error.strerror or str(error)))
            return
        with self._lock:
            self._process = process
        threading.Thread(target=self._follow, args=(process,), name="indexing", daemon=True).start()

    def stop(self) -> None:
        """End what is being done, and tell nothing more of it."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.kill()

    def _follow(self, process: IndexingProcess) -> None:
        state = IndexingState()
        for state in process.reports():
            self._pass_on(process, state)
        if state.is_running:
            self._pass_on(process, state._replace(is_running=False, problem=_("its process came to an end")))

    def _pass_on(self, process: IndexingProcess, state: IndexingState) -> None:
        with self._lock:
            is_current = process is self._process
        if is_current:
            self._tell(state)


def files_of(inputs: InputList) -> list[str]:
    """The files of inputs, in order; other texts are read from the library."""
    return sorted(inputs.paths)
