"""The commands beside the reader: the library and the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli import main
from tui_reader.library.memory import Deed, Status, Where
from tui_reader.library.store import open_library


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["--lang", "en", *words] if words[0].startswith("-") else list(words))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_library_says_where_it_is_and_forgets(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "library", "path")
    path = Path(out.strip())
    assert (status, path.name) == (0, "library.sqlite3")
    assert path.is_relative_to(home)
    assert not path.exists()
    library = open_library(path)
    library.keep([Deed(Where(name, str(home / name)), Status(read=True)) for name in ("a.txt", "b.txt")])
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
    status, _, err = run(capsys, "library", "--library", str(home / "file" / "x"), "forget", "a")
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
    status, _, err = run(capsys, "config", "--check")
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
