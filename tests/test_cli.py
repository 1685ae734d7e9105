"""The commands beside the reader: the library and the settings."""

from __future__ import annotations

import builtins
import errno
import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import tui_reader.__main__
from tui_reader.analysis import pipeline
from tui_reader.cli import main
from tui_reader.errors import LibraryError
from tui_reader.ingest import decode, sources
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.library.status import open_library
from tui_reader.library.values import ArticleKey, Status, StatusChange, stored_path
from tui_reader.messages import _
from tui_reader.model import Article, Correction, Document


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", *(f"XDG_{kind}_HOME" for kind in ("CACHE", "CONFIG", "DATA", "STATE"))):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["--lang", "en", *words] if words[0].startswith("-") else list(words))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_library_says_where_it_is_and_forgets(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "library", "path")
    path = Path(out.strip())
    assert (status, path.name) == (0, "library.sqlite3")
    assert path.is_relative_to(home)
    assert not path.exists()
    library = open_library(path)
    library.keep([StatusChange(ArticleKey(name, str(home / name)), Status(read=True)) for name in ("a.txt", "b.txt")])
    library.close()
    assert run(capsys, "library", "forget", str(home / "a.txt"), "/nowhere")[:2] == (
        0,
        f"{home / 'a.txt'}: 1 article forgotten\n/nowhere: 0 articles forgotten\n",
    )
    library = open_library(path)
    assert [deed.where.document for deed in library.statuses()] == ["b.txt"]
    library.close()


def test_a_library_of_another_program_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "file").touch()
    status, _out, err = run(capsys, "library", "--library", str(home / "file" / "x"), "forget", "a")
    assert status == 1
    assert err.startswith(f"tui-reader: {home / 'file' / 'x'}: ")


def test_the_settings_file_is_written_once_and_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(run(capsys, "config", "--path")[1].strip())
    assert path.is_relative_to(home)
    assert run(capsys, "config", "--check") == (0, "", "")
    assert run(capsys, "config", "--init")[0] == 0
    assert run(capsys, "config", "--check") == (0, "", "")
    assert "# width = 72" in path.read_text(encoding="utf-8")
    assert run(capsys, "config", "--init")[0] == 1  # never over what is there
    path.write_text('width = 9\n[keys]\nstar = "j"\nhop = "x"\n', encoding="utf-8")
    status, _out, err = run(capsys, "config", "--check")
    assert status == 1
    assert [line.removeprefix(f"tui-reader: {path}:") for line in err.splitlines()] == [
        "1: width must be a number from 40 to 120",
        "3: j is a key of down",
        "4: no command is called hop",
    ]


def test_the_language_of_the_settings_is_spoken(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(run(capsys, "config", "--path")[1].strip())
    path.parent.mkdir(parents=True)
    path.write_text('language = "fr"\n', encoding="utf-8")
    assert main(["extract", "/nowhere.txt"]) == 1
    assert "n’existe pas" in capsys.readouterr().err


TEXT = "Le pont rouvre\n\nLe pont a rouvert lundi devant 300 personnes.\n"


@pytest.fixture
def defective(monkeypatch: pytest.MonkeyPatch) -> None:
    """An analysis that fails on some texts."""

    def analyse(document: Document, corrections: Sequence[Correction] = ()) -> Article:
        if "DEFECT" in document.raw:
            raise ZeroDivisionError("\x1b[2J in the analysis")
        return real(document, corrections)

    real = pipeline.analyse
    monkeypatch.setattr(pipeline, "analyse", analyse)


@pytest.mark.usefixtures("defective")
@pytest.mark.parametrize("command", ["extract", "--plain"])
def test_one_article_that_fails_costs_no_other(home: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    for name, text in (("a", TEXT), ("b", f"{TEXT}\nDEFECT\n"), ("c", TEXT.replace("pont", "tunnel"))):
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    status, out, err = run(capsys, command, str(home))
    assert status == 1
    assert out.count("Le pont rouvre") >= 2
    assert "DEFECT" in out
    assert "Le tunnel rouvre" in out
    [line] = err.splitlines()
    assert line.startswith(f"tui-reader: {home / 'b.txt'}: met a defect of tui-reader (ZeroDivisionError); the report")
    [report] = home.rglob("defects-*.txt")
    assert str(report) in line
    assert "\x1b" not in report.read_text(encoding="utf-8")
    if command == "extract":
        blocks = json.loads(out.splitlines()[1])["blocks"]
        assert [(block["rule"], block["kept"]) for block in blocks] == [("unanalysed", True)] * 3


def test_one_input_that_reading_fails_on_costs_no_other(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (home / f"{name}.txt").write_text(TEXT, encoding="utf-8")

    def read(path: str, names: FieldNames) -> Sequence[Document]:
        if path.endswith("a.txt"):
            raise ZeroDivisionError
        return real(path, names)

    real = sources.read
    monkeypatch.setattr(sources, "read", read)
    status, out, err = run(capsys, "extract", str(home))
    assert (status, len(out.splitlines()), len(err.splitlines())) == (1, 1, 1)
    assert f"{home / 'a.txt'}: met a defect" in err


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["--lang", "fr", "extract", "{}"], "extract"),
        (["--lang=fr", "extract", "{}"], "extract"),
        (["extract", "--lang", "fr", "{}"], "extract"),
        (["extract", "{}", "--lang=fr"], "extract"),
        (["--lang", "fr", "--plain", "{}"], "plain"),
        (["--plain", "--", "{}", "--lang"], "plain"),
        (["--lang", "fr", "library", "path"], "library"),
        (["config", "--lang", "fr", "--path"], "config"),
    ],
)
def test_the_language_may_stand_before_or_after_the_command(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], command: str
) -> None:
    path = home / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    status = main([word.format(path) for word in words])
    out = capsys.readouterr().out
    assert status == (1 if "--" in words else 0)
    assert out.startswith("{") == (command == "extract")
    assert out.startswith("Le pont rouvre") == (command == "plain")
    assert _("share button") == ("share button" if "--" in words else "bouton de partage")


def test_a_language_that_is_not_spoken_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--lang", "xx", "extract", "a"], ["--lang=xx"], ["extract", "--lang", "xx", "a"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2
        assert "xx" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["extract", "--plain"])
def test_a_text_that_is_cut_is_said(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(decode, "MOST_BYTES", 40)
    (home / "a.txt").write_text(TEXT * 3, encoding="utf-8")
    status, _out, err = run(capsys, command, str(home / "a.txt"))
    assert (status, err) == (0, f"tui-reader: {home / 'a.txt'}: only the first 40 bytes are read\n")


def test_a_folder_that_may_not_be_listed_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "a.txt").write_text(TEXT, encoding="utf-8")

    def walk(top: str, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        yield top, ["closed"], ["a.txt"]
        onerror(PermissionError(errno.EACCES, "no", f"{top}/closed"))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "walk", walk)
        status, out, err = run(capsys, "extract", str(home))
    assert (status, len(out.splitlines())) == (1, 1)
    assert err == f"tui-reader: {home}/closed: may not be read (permission denied)\n"


def test_a_name_that_is_no_utf8_is_kept_by_the_library(home: Path) -> None:
    path = os.fsdecode(os.fsencode(home) + b"/nonutf\xff.txt")
    library = open_library(home / "library")
    library.keep([StatusChange(ArticleKey(None, stored_path(path)), Status(starred=True))])
    [kept] = library.statuses()
    assert (kept.where.path, kept.status.starred) == (f"{home}/nonutf\\xff.txt", True)
    assert library.forget(stored_path(path)) == 1
    library.path.unlink()
    with pytest.raises(LibraryError, match="is gone"):
        library.keep([StatusChange(ArticleKey("x"), Status(starred=True))])
    library.close()


def test_what_the_command_line_holds_does_not_act_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--x\x1b]0;title\x07"])
    assert "\x1b" not in capsys.readouterr().err


def test_an_interrupt_while_the_program_loads_ends_it_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str, *rest: Any) -> Any:
        if name == "tui_reader.cli":
            raise KeyboardInterrupt
        return load(name, *rest)

    load = builtins.__import__
    with monkeypatch.context() as patches:
        patches.setattr(builtins, "__import__", interrupted)
        assert tui_reader.__main__.main() == 128 + signal.SIGINT
