"""The commands that hand clippings on, and carry the library to another machine."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.library.test_clippings import FIGURE, QUOTE
from tests.library.test_texts import FIRST, PASTED
from tests.test_cli import home, run
from tui_reader.library.connection import default_path
from tui_reader.library.status import open_library
from tui_reader.library.values import ClippingChange, KeepText

__all__ = ["home"]  # the fixture


@pytest.fixture
def kept(home: Path) -> Path:
    """A library with a quote under a heading, a figure without one, and a pasted text."""
    library = open_library(default_path())
    clippings = [ClippingChange(one.id, None, one) for one in (QUOTE, FIGURE)]
    library.keep([], None, [*clippings, KeepText(FIRST, PASTED)])
    library.close()
    return home


def test_clippings_are_printed_under_their_headings(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "clippings")
    assert (status, err) == (0, "")
    assert out.index("**300**") < out.index("## Oies") < out.index("> On part")
    status, out, _err = run(capsys, "clippings", "--format", "json", "--heading", "oies")
    assert [one["words"] for one in json.loads(out)] == ["On part"]
    assert run(capsys, "clippings", "--heading", "nowhere", "--format", "json")[1] == "[]\n"


def test_a_file_is_written_whole_or_not_at_all(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept / "press.csv"
    path.write_text("old", encoding="utf-8")
    assert run(capsys, "clippings", "--format", "csv", "-o", str(path)) == (0, "", "")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["words"] for row in rows] == ["300", "On part"]
    status, out, err = run(capsys, "clippings", "-o", str(kept / "none" / "press.md"))
    assert (status, out) == (1, "")
    assert err.startswith(f"tui-reader: {kept / 'none' / 'press.md'}: ")
    assert [one.name for one in kept.iterdir() if one.name.startswith(".press")] == []


def test_without_a_library_nothing_is_kept_and_none_is_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "clippings", "--format", "json") == (0, "[]\n", "")
    assert not default_path().exists()


def test_the_library_goes_to_another_machine(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    carried, other = kept / "carried.sqlite3", kept / "other.sqlite3"
    assert run(capsys, "library", "export", str(carried))[:2] == (0, f"{carried} holds all that is kept\n")
    assert run(capsys, "library", "export", str(carried))[0] == 1
    status, out, _err = run(capsys, "library", "--library", str(other), "import", str(carried))
    assert (status, out) == (
        0,
        f"{carried}: 0 articles, 2 clippings, 1 pasted or piped text, 0 saved searches, 0 articles of the web\n",
    )
    with closing(open_library(other)) as library:
        assert library.texts() == [FIRST]
    status, out, _err = run(capsys, "clippings", "--library", str(other), "--format", "json")
    assert [one["id"] for one in json.loads(out)] == [FIGURE.id, QUOTE.id]
    status, _out, err = run(capsys, "library", "import", str(kept / "nothing"))
    assert (status, "nothing" in err) == (1, True)


def test_hostile_words_do_nothing_on_a_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = replace(QUOTE, excerpt=replace(QUOTE.excerpt, words="a\x1b]0;x\x07b\u202ec"), note="\x9b2J")
    library = open_library(default_path())
    library.keep([], None, [ClippingChange(hostile.id, None, hostile)])
    library.close()
    for form in ("markdown", "json", "csv", "html"):
        out = run(capsys, "clippings", "--format", form)[1]
        assert not set(out) & set("\x1b\x07\x9b\u202e"), form
