"""The processes that read files into the index: what happens when one is ended, and when they are interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.store import FileStamp
from tui_reader.session import indexing
from tui_reader.session.indexing import Progress, ReadFile, index_files, read_file_rows

FILES = 8
MANY = 40  # of so many, several are handed out together


def written(tmp_path: Path, count: int) -> list[str]:
    (folder := tmp_path / "press").mkdir()
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(f"Le pont {number}\n\nLe pont a rouvert lundi.\n", "utf-8")
    return sorted(str(path) for path in folder.iterdir())


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    return written(tmp_path, FILES)


def ended_by_a_file(path: str, known: FileStamp | None, names: FieldNames) -> ReadFile:
    """Read a file; the one with the number 5 ends the process."""
    if path.endswith("05.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_file_rows(path, known, names)


def ended_once(path: str, known: FileStamp | None, names: FieldNames) -> ReadFile:
    """Read a file; the first process that comes to the one with the number 5 is ended."""
    marker = Path(path).parent.parent / "ended"
    if path.endswith("05.txt") and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_file_rows(path, known, names)


def indexed(tmp_path: Path, paths: list[str]) -> Progress:
    with closing(open_index(tmp_path / "index")) as index:
        return index_files(index, paths, USUAL_NAMES, processes=2)


def test_a_file_that_ends_the_process_which_reads_it_costs_no_other(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "read_file_rows", ended_by_a_file)
    progress = indexed(tmp_path, paths)
    assert (progress.done, progress.articles) == (FILES, FILES - 1)
    assert [str(problem) for problem in progress.problems] == [f"{paths[5]}: the process that read it was ended"]
    monkeypatch.undo()
    progress = indexed(tmp_path, paths)
    assert (progress.unchanged, progress.articles, progress.problems) == (FILES - 1, 1, [])


def test_a_process_that_is_ended_for_no_fault_of_a_file_costs_none(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "read_file_rows", ended_once)
    progress = indexed(tmp_path, paths)
    assert (tmp_path / "ended").exists()
    assert (progress.done, progress.articles, progress.problems) == (FILES, FILES, [])


def test_a_file_that_ends_a_process_costs_none_of_those_that_were_handed_out_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = written(tmp_path, MANY)
    monkeypatch.setattr(indexing, "read_file_rows", ended_by_a_file)
    progress = indexed(tmp_path, paths)
    assert (progress.done, progress.articles) == (MANY, MANY - 1)
    assert [str(problem) for problem in progress.problems] == [f"{paths[5]}: the process that read it was ended"]


def test_files_are_read_where_processes_can_share_nothing(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_count: int) -> ProcessPoolExecutor:
        raise OSError("Read-only file system")

    monkeypatch.setattr(indexing, "process_pool", refuse)
    assert indexed(tmp_path, paths).articles == FILES


def test_files_are_read_after_the_process_that_starts_others_was_ended(
    tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_once(*_given: object) -> Future[ReadFile]:
        monkeypatch.undo()
        raise EOFError("unexpected EOF")

    monkeypatch.setattr(indexing, "submit", end_once)
    progress = indexed(tmp_path, paths)
    assert (progress.articles, progress.problems) == (FILES, [])


def said_by(code: str) -> bytes:
    """What a program says that begins with some processes: its output and its errors, and theirs."""
    begin = """
import os, signal
from tui_reader.session.indexing import process_pool, submit

if __name__ == "__main__":
    pool = process_pool(2)
    process = submit(pool, os.getpid)
"""
    command = [sys.executable, "-c", begin + code]
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, check=False
    ).stdout


def test_an_interrupt_is_for_the_program_alone_even_before_its_processes_are_ready() -> None:
    interrupt_all = """
    signal.signal(signal.SIGINT, lambda *_: print("interrupted", flush=True))
    os.killpg(0, signal.SIGINT)
    process.result()
    os.killpg(0, signal.SIGINT)
    submit(pool, os.getpid).result()
    print("they run")
"""
    assert said_by(interrupt_all).splitlines() == [b"interrupted", b"interrupted", b"they run"]


@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_a_program_that_is_killed_leaves_no_words_behind(how: str) -> None:
    assert (
        said_by(f"""
    process.result()
    os.kill(os.getpid(), signal.{how})
""")
        == b""
    )
