"""The commands that fill the index and look into it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.corpus import ROOT
from tests.test_cli import home, run
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.connection import default_index_path
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.rows import row_of

__all__ = ["home"]  # the fixture

SAMPLES = ROOT / "assets" / "samples"


@pytest.fixture
def indexed(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    status, out, err = run(capsys, "index", "--processes", "1", str(SAMPLES / "crue-de-la-meurthe.txt"))
    assert (status, out, err) == (0, "1 article indexed, 0 files unchanged, 0 files gone\n", "")
    assert default_index_path().is_relative_to(home)
    return home


def test_what_was_indexed_is_found(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "search", "speaker:granger", "chat")
    path = SAMPLES / "crue-de-la-meurthe.txt"
    assert (status, err) == (0, "")
    title, place, words = out.splitlines()
    assert title.startswith("Crue de la Meurthe")
    assert place.strip() == str(path)
    assert "Granger" in words
    [found] = map(json.loads, run(capsys, "search", "--format", "jsonl", "granger chat")[1].splitlines())
    assert (found["path"], found["record"], found["day"]) == (str(path), None, "2024-02-14")
    assert {found["words"][start:end].lower() for start, end in found["hits"]} <= {"granger", "chat"}


def test_a_file_that_is_forgotten_leaves_the_index(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "library", "forget", str(SAMPLES.parent / "sam"))
    assert (status, err) == (0, "")
    assert run(capsys, "search", "granger")[0] == 0
    assert run(capsys, "library", "forget", str(SAMPLES))[0] == 0
    assert run(capsys, "search", "granger")[0] == 1


def test_texts_without_a_file_are_found_and_left_alone(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = document_from_text("Une dépêche\n\nIl gèle sur le lac, a dit Anne Roux.\n")
    with closing(open_index(default_index_path())) as index, index.writing():
        index.put_text(row_of(analyse(document)))
    assert run(capsys, "index", "--processes", "1", str(SAMPLES / "crue-de-la-meurthe.txt"))[0] == 0
    status, out, err = run(capsys, "search", "lac gèle")
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == ["Une dépêche", "  kept in the library: from the web, pasted or piped"]
    [found] = map(json.loads, run(capsys, "search", "--format", "jsonl", "lac gèle")[1].splitlines())
    assert (found["path"], found["record"], found["document"]) == (None, None, document.id)


def test_nothing_found_and_wrong_queries_have_their_own_status(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "search", "zzz") == (1, "", "tui-reader: nothing was found\n")
    status, out, err = run(capsys, "search", "--index", str(indexed / "none"), "zzz")
    assert (status, out, "there is no index yet" in err) == (1, "", True)
    assert not (indexed / "none").exists()
    with pytest.raises(SystemExit):
        run(capsys, "search", "--most", "0", "zzz")
    capsys.readouterr()
    status, out, err = run(capsys, "search", "figure:x")
    assert (status, out) == (2, "")
    assert err == "tui-reader: character 1: figure must be a number, as 300, >300 or [3 TO 5]\n"


def test_what_cannot_be_read_is_said(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "index", "--processes", "1", str(SAMPLES / "crue-de-la-meurthe.txt"), "/nowhere.txt")
    assert (status, out) == (1, "0 articles indexed, 1 file unchanged, 0 files gone\n")
    assert err.startswith("tui-reader: /nowhere.txt: ")
    assert run(capsys, "index", "--index", str(indexed), str(SAMPLES))[0] == 1
    assert run(capsys, "search", "--index", str(indexed), "a")[0] == 1
