"""Records of files that are too long to be held: JSON Lines and tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_cli import run
from tui_reader.analysis.pipeline import unanalysed
from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES
from tui_reader.ingest.formats import csv_records
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.formats.long_records import LongRecords
from tui_reader.ingest.input_list import Input
from tui_reader.ingest.sources import read, read_first

COUNT = 40
LONG = "Elle a traversé la route. " * 5_200
"""A text of which more than `COUNT` are too long to be held."""


def json_lines() -> str:
    lines = [json.dumps({"title": f"Oie {number}", "text": LONG}) for number in range(COUNT)]
    lines[3:5] = ['{"title": ', ""]
    return "\n".join(lines)


def table() -> str:
    rows = [f'Oie {number},"Elle dit ""oui"",\net\n{LONG}"\n' for number in range(COUNT)]
    rows[3:5] = [",x\n", '" ",""\n']
    return "\ufefftitle,text\n" + "\n".join(rows)


@pytest.fixture(params=[".jsonl", ".csv"])
def long_file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file of more than is read at once, of whose records the fourth and the fifth hold nothing."""
    path = tmp_path / f"long{request.param}"
    path.write_text(json_lines() if request.param == ".jsonl" else table(), encoding="utf-8")
    assert path.stat().st_size > MOST_BYTES
    return path


def test_every_record_is_there_and_read_when_it_is_asked_for(long_file: Path) -> None:
    documents = read(str(long_file))
    assert isinstance(documents, LongRecords)
    assert len(documents) == COUNT
    assert [documents[number].source.record for number in (0, COUNT - 1, -1)] == [0, COUNT - 1, COUNT - 1]
    assert documents[-1].raw.startswith(f"Oie {COUNT - 1}\n\nElle ")
    assert LONG.strip() in documents[-1].raw
    assert [document.raw[:5] for document in documents[:3]] == ["Oie 0", "Oie 1", "Oie 2"]
    with pytest.raises(IndexError):
        _ = documents[COUNT]


def test_a_record_that_cannot_be_read_is_named(long_file: Path) -> None:
    place = "line 5" if long_file.suffix == ".jsonl" else "row 6"  # the first row of a table names the fields
    with pytest.raises(InputError, match=f"{place} holds no record"):
        _ = read(str(long_file))[4]


def test_only_the_first_record_is_read_before_the_screen_comes(long_file: Path) -> None:
    opened = read_first([Input(str(long_file), "long")])
    assert list(opened.documents) == [0]
    assert [one.record for one in opened.inputs] == list(range(COUNT))


def test_a_file_that_is_gone_meanwhile_is_said(long_file: Path) -> None:
    documents = read(str(long_file))
    long_file.unlink()
    with pytest.raises(InputError, match="does not exist"):
        _ = documents[0]


def test_whatever_cannot_be_read_the_rest_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.analysis.pipeline.analyse", unanalysed)  # which is not what is tried
    path = tmp_path / "long.jsonl"
    path.write_text(json_lines(), encoding="utf-8")
    status, printed, said = run(capsys, "extract", str(path))
    assert (status, len(printed.splitlines())) == (1, COUNT - 2)
    assert [line.split(": ", 2)[2][:6] for line in said.splitlines()] == ["line 4", "line 5"]


class Table:
    """A table as a file that is read in pieces of three bytes."""

    is_damaged = False
    path = "a.csv"

    def __init__(self, data: bytes) -> None:
        self.data = data

    def chunks(self) -> Iterator[bytes]:
        return (self.data[start : start + 3] for start in range(0, len(self.data), 3))

    def read(self, start: int, stop: int) -> bytes:
        return self.data[start:stop]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("title;text\nOie;Une; deux\r\n\n\nCygne;\n", ["Oie\n\nUne; deux", "Cygne"]),
        ("\n\ntitle,text\n\nOie,Une", ["Oie\n\nUne"]),
        ("\ufeffsep=;\ntitle;text\nOie;Une", ["Oie\n\nUne"]),
        ('title\ttext\n"O""ie"\t"a\n\nb"\nCygne\tc', ['O"ie\n\na\n\nb', "Cygne\n\nc"]),
        ('title,text\nOie,"é\nà"\nCygne,ü', ["Oie\n\né\nà", "Cygne\n\nü"]),
        ('title,text\nOie 12" grande,un\nCygne,deux', ['Oie 12" grande\n\nun', "Cygne\n\ndeux"]),
        ("title,text\n", []),
    ],
)
def test_the_rows_of_a_table_are_told_apart_by_their_bytes(text: str, raws: list[str]) -> None:
    data = text.encode()
    records = csv_records.open_long(Table(data), data, USUAL_NAMES)
    assert records is not None
    assert [document.raw for document in records] == raws


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", "title,text\nOie,Une".encode("utf-16"), b""])
def test_what_is_no_table_of_records_is_none(data: bytes) -> None:
    assert csv_records.open_long(Table(data), data, USUAL_NAMES) is None


def test_a_field_without_an_end_costs_no_other_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_records, "MOST_BYTES", 50)
    data = b'title,text\nOie,Une\nX,"' + b"sans fin\n" * 8 + b"Cygne,Deux\n"
    records = csv_records.open_long(Table(data), data, USUAL_NAMES)
    assert records is not None
    assert (records[0].raw, records[-1].raw) == ("Oie\n\nUne", "Cygne\n\nDeux")
    with pytest.raises(InputError, match="row 3 holds no record"):
        _ = records[1]
