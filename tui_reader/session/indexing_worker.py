"""The process that `start_indexing` starts: it reads a pickled job and writes pickled states."""

import os
import pickle
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from tui_reader.crash import DefectReports
from tui_reader.errors import LibraryError
from tui_reader.library.index.opening import is_damage, open_index, remove_index
from tui_reader.messages import activate
from tui_reader.session.background_indexing import IndexingJob, IndexingState
from tui_reader.session.indexed_corrections import index_corrections
from tui_reader.session.indexing import Progress, index_files, index_texts

YIELDING = 19
"""What is added to the niceness: the screen, and what is analysed for it, come before."""
LARGEST = 50_000_000
"""Bytes of the largest file that is read: its articles are all held at once. `tui-reader index` reads larger ones."""


def work(job: IndexingJob, report: Callable[[IndexingState], None]) -> None:
    """Do a job, and report how far it is; an index that turns out to be damaged is made anew."""
    activate(job.language)
    paths = [path for path in job.paths if _size_of(path) <= LARGEST]
    report(IndexingState(len(paths), is_running=True))
    try:
        try:
            state = _index(job, paths, report)
        except LibraryError as error:
            if not is_damage(error):
                raise
            remove_index(job.index_path)
            state = _index(job, paths, report)
    except LibraryError as error:
        state = IndexingState(len(paths), problem=error.reason)
    except Exception as defect:
        state = IndexingState(len(paths), problem=DefectReports().add_error(str(job.index_path), defect))
    report(state)


def _index(job: IndexingJob, paths: list[str], report: Callable[[IndexingState], None]) -> IndexingState:
    begun = time.monotonic()

    def state_of(texts: Progress, files: Progress, *, is_running: bool) -> IndexingState:
        done = texts.done + files.done
        rate = (done - files.unchanged) / max(time.monotonic() - begun, 0.001)
        return IndexingState(texts.files + files.files, done, rate, is_running)

    def tell(texts: Progress, files: Progress) -> bool:
        report(state_of(texts, files, is_running=True))
        return True

    with closing(open_index(job.index_path, is_checked=True)) as index:
        texts, files = Progress(0), Progress(len(paths))
        if job.library:
            texts = index_texts(index, job.library, lambda progress: tell(progress, files))
        files = index_files(index, paths, job.names, processes=1, report=lambda progress: tell(texts, progress))
        if job.library:
            index_corrections(index, job.library)
        return state_of(texts, files, is_running=False)


def _size_of(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0  # that it is gone is found again where it is read


def _give_way() -> None:
    """Run when nobody else has anything to do, where the system knows how; else after all others."""
    os.nice(YIELDING)
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _send(state: IndexingState) -> None:
    """Write a state; where nobody reads it any more, that ends the process."""
    pickle.dump(state, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _give_way()
    work(pickle.load(sys.stdin.buffer), _send)  # noqa: S301 - what our own parent process wrote
