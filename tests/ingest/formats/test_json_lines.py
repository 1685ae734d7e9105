"""JSON Lines that are too long to be held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import run
from tui_reader.errors import InputError
from tui_reader.ingest.formats import json_records
from tui_reader.ingest.formats.json_lines import LineRecords
from tui_reader.ingest.input_list import Input
from tui_reader.ingest.sources import read, read_first

COUNT = 40


@pytest.fixture
def long_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of more than is read at once, of whose lines the fourth is broken and the fifth is blank."""
    lines = [json.dumps({"title": f"Oie {number}", "text": "Elle a traversé."}) for number in range(COUNT)]
    lines[3:5] = ['{"title": ', ""]
    path = tmp_path / "long.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(json_records, "MOST_BYTES", 200)
    return path


def test_every_record_is_there_and_read_when_it_is_asked_for(long_file: Path) -> None:
    documents = read(str(long_file))
    assert isinstance(documents, LineRecords)
    assert len(documents) == COUNT
    assert [documents[number].source.record for number in (0, COUNT - 1, -1)] == [0, COUNT - 1, COUNT - 1]
    assert documents[-1].raw == f"Oie {COUNT - 1}\n\nElle a traversé."
    assert [document.raw[:5] for document in documents[:3]] == ["Oie 0", "Oie 1", "Oie 2"]
    with pytest.raises(IndexError):
        _ = documents[COUNT]


@pytest.mark.parametrize("line", [4, 5])
def test_a_record_that_cannot_be_read_names_its_line(long_file: Path, line: int) -> None:
    with pytest.raises(InputError, match=f"line {line} holds no record"):
        _ = read(str(long_file))[line - 1]


def test_only_the_first_record_is_read_before_the_screen_comes(long_file: Path) -> None:
    opened = read_first([Input(str(long_file), "long.jsonl")])
    assert list(opened.documents) == [0]
    assert [one.record for one in opened.inputs] == list(range(COUNT))


def test_a_file_that_is_gone_meanwhile_is_said(long_file: Path) -> None:
    documents = read(str(long_file))
    long_file.unlink()
    with pytest.raises(InputError, match="does not exist"):
        _ = documents[0]


def test_whatever_cannot_be_read_the_rest_is_printed(long_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, said = run(capsys, "extract", str(long_file))
    assert (status, len(printed.splitlines())) == (1, COUNT - 2)
    assert [line.split(": ", 2)[2][:6] for line in said.splitlines()] == ["line 4", "line 5"]
