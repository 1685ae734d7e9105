"""Indexing in the background: it fills the index, heals it, can be ended at any time, and its faults are said."""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui_reader.crash import DefectReports
from tui_reader.errors import InputError
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.input_list import STDIN, Input, InputList, RecordInputs
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.index.opening import open_index
from tui_reader.library.status import open_library
from tui_reader.library.values import KeepText, KeptText
from tui_reader.session import indexing_worker
from tui_reader.session.analysis_process import python_command
from tui_reader.session.background_indexing import (
    BackgroundIndexing,
    IndexingJob,
    IndexingProcess,
    IndexingState,
    files_of,
    start_indexing,
)
from tui_reader.session.indexing_worker import work

PATIENCE = 30  # seconds


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    home = tmp_path / "press"
    home.mkdir()
    for name in ("crue", "lac", "pont"):
        (home / f"{name}.txt").write_text(f"Titre : {name}\n\nLe mot {name} est dit lundi à Raval.\n", "utf-8")
    return sorted(str(path) for path in home.iterdir())


def job_of(tmp_path: Path, paths: list[str]) -> IndexingJob:
    return IndexingJob(tmp_path / "index", paths, USUAL_NAMES, "en")


def titles(path: Path) -> list[str]:
    with closing(open_index(path)) as index:
        return sorted(hit.title for hit in index.search("mot"))


def states_of(job: IndexingJob) -> list[IndexingState]:
    states: list[IndexingState] = []
    work(job, states.append)
    return states


def test_a_child_process_fills_the_index_and_says_how_far_it_is(tmp_path: Path, paths: list[str]) -> None:
    states = list(start_indexing(job_of(tmp_path, paths)).reports())
    assert [(one.done, one.files, one.is_running) for one in (states[0], states[-1])] == [(0, 3, True), (3, 3, False)]
    assert states[-1].rate > 0
    assert titles(tmp_path / "index") == ["Titre : crue", "Titre : lac", "Titre : pont"]
    os.unlink(paths[0])
    [*_, last] = states_of(job_of(tmp_path, paths[1:]))
    assert (last.done, last.rate) == (2, 0), "nothing is read again"
    assert titles(tmp_path / "index") == ["Titre : lac", "Titre : pont"]


def test_texts_in_the_library_are_indexed_and_counted_with_the_files(tmp_path: Path, paths: list[str]) -> None:
    text = document_from_text("Titre : collé\n\nUn mot.\n")
    with closing(open_library(tmp_path / "library")) as library:
        library.keep([], changes=[KeepText(KeptText(text.id, "pasted", "2026-11-28"), text)])
    job = job_of(tmp_path, paths)._replace(library=tmp_path / "library")
    assert [(one.done, one.files) for one in states_of(job)] == [(0, 3), (1, 4), (4, 4), (4, 4)]
    assert titles(tmp_path / "index") == ["Titre : collé", "Titre : crue", "Titre : lac", "Titre : pont"]
    states_of(job_of(tmp_path, paths))
    assert len(titles(tmp_path / "index")) == 4, "without a library, texts stay as they are"


def test_what_a_child_process_is_in_the_middle_of_can_be_ended(tmp_path: Path, paths: list[str]) -> None:
    process = start_indexing(job_of(tmp_path, paths))
    states = process.reports()
    assert next(states).is_running
    process.kill()
    assert all(state.is_running for state in states) or titles(tmp_path / "index")
    assert [*start_indexing(job_of(tmp_path, paths)).reports()][-1].done == 3


def test_an_index_that_proves_to_be_damaged_is_made_anew(tmp_path: Path, paths: list[str]) -> None:
    path = tmp_path / "index"
    states_of(job_of(tmp_path, paths))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\x5a" * len(data[8192:])
    path.write_bytes(data)
    for other in paths:
        Path(other).write_text("Titre : neuf\n\nUn autre mot.\n", "utf-8")
    assert states_of(job_of(tmp_path, paths))[-1].problem == ""
    assert titles(path) == ["Titre : neuf"]


def test_what_keeps_it_from_being_filled_is_said(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    [_, last] = states_of(job_of(tmp_path / "file", paths))
    assert last == IndexingState(3, problem="File exists")
    monkeypatch.setattr(DefectReports, "add_error", lambda *_: "the report")
    monkeypatch.setattr(indexing_worker, "index_files", lambda *_, **__: 1 / 0)
    assert states_of(job_of(tmp_path, paths))[-1] == IndexingState(3, problem="the report")


def test_very_large_files_are_left_to_the_command(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(paths[1]).write_text("Titre : long\n\nLe mot." + " bis" * 100, "utf-8")
    monkeypatch.setattr(indexing_worker, "LARGEST", 200)
    assert states_of(job_of(tmp_path, [*paths, str(tmp_path / "gone")]))[-1].files == 3
    assert titles(tmp_path / "index") == ["Titre : crue", "Titre : pont"]


class Told:
    """A process whose states a test tells."""

    def __init__(self, _job: IndexingJob | None = None) -> None:
        self.queue: queue.Queue[IndexingState | None] = queue.Queue()
        self.ended = queue.Queue[bool]()

    def reports(self) -> Iterator[IndexingState]:
        while state := self.queue.get(timeout=PATIENCE):
            yield state
        self.ended.put(True)

    def kill(self) -> None:
        self.queue.put(None)


class Bench:
    """Indexing whose processes are told what to say."""

    def __init__(self) -> None:
        self.processes: list[Told] = []
        self.jobs: list[IndexingJob] = []
        self.states: queue.Queue[IndexingState] = queue.Queue()
        self.indexing = BackgroundIndexing(Path("/index"), USUAL_NAMES, self.states.put, self.start)

    def start(self, job: IndexingJob) -> IndexingProcess:
        self.jobs.append(job)
        self.processes.append(Told())
        return self.processes[-1]


RUNNING = IndexingState(5, 1, 2.0, is_running=True)


def test_states_are_passed_on_until_another_job_takes_its_place() -> None:
    bench = Bench()
    bench.indexing.start(["/a"])
    bench.processes[0].queue.put(RUNNING)
    assert bench.states.get(timeout=PATIENCE) == RUNNING
    bench.indexing.start(["/a", "/b"])
    assert bench.processes[0].ended.get(timeout=PATIENCE)
    bench.processes[1].queue.put(IndexingState(5, 5))
    assert bench.states.get(timeout=PATIENCE) == IndexingState(5, 5)
    assert bench.states.empty()
    bench.indexing.stop()
    assert bench.processes[1].ended.get(timeout=PATIENCE)
    assert [job.paths for job in bench.jobs] == [["/a"], ["/a", "/b"]]


def test_of_a_job_that_is_stopped_nothing_more_is_told() -> None:
    bench = Bench()
    bench.indexing.start(["/a"])
    bench.indexing.stop()
    bench.processes[0].queue.put(RUNNING)
    assert bench.processes[0].ended.get(timeout=PATIENCE)
    assert bench.states.empty()


def test_a_process_that_dies_is_said() -> None:
    bench = Bench()
    bench.indexing.start(["/a"])
    bench.processes[0].queue.put(RUNNING)
    bench.processes[0].queue.put(None)
    bench.states.get(timeout=PATIENCE)
    assert bench.states.get(timeout=PATIENCE) == IndexingState(5, 1, 2.0, problem="its process came to an end")


def test_where_the_system_gives_no_process_that_is_said() -> None:
    states: list[IndexingState] = []

    def refuse(_job: IndexingJob) -> IndexingProcess:
        raise OSError(11, "Resource temporarily unavailable")

    BackgroundIndexing(Path("/index"), USUAL_NAMES, states.append, refuse).start(["/a"])
    assert states == [IndexingState(1, problem="Resource temporarily unavailable")]


def test_files_are_indexed_and_texts_without_one_are_not() -> None:
    inputs = InputList([Input("/b", "b"), Input(STDIN, "pasted"), Input("/a", "a", 3)])
    inputs.extend(RecordInputs("/c", "c", range(5)))
    assert files_of(inputs) == ["/a", "/b", "/c"]


def test_what_is_wrong_with_an_input_comes_from_other_processes_as_it_is() -> None:
    again = pickle.loads(pickle.dumps(InputError("a.txt", "is gone")))  # noqa: S301
    assert (str(again), again.name, again.reason) == ("a.txt: is gone", "a.txt", "is gone")


@pytest.mark.parametrize("module", ["tui_reader.session.indexing_worker", "tui_reader.session.analysis_worker"])
def test_nothing_that_the_current_folder_holds_is_run(module: str, tmp_path: Path) -> None:
    for name in ("msgspec", "pickle", "tui_reader"):
        (tmp_path / f"{name}.py").write_text("open('was_run', 'w')\n", encoding="utf-8")
    subprocess.run(python_command(module), cwd=tmp_path, input=b"", capture_output=True, check=False)
    assert not (tmp_path / "was_run").exists()
