"""Copying, with real small programs on PATH."""

import os
import stat
import time
from pathlib import Path

import pytest

from tui_reader import clipboard
from tui_reader.clipboard import Outcome, copy, run_tool


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder on PATH before the system's own, and an X display, so that pyperclip looks for xclip."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":99")
    for name in ("WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_a_tool_that_works(tools: Path, tmp_path: Path) -> None:
    program(tools, "xclip", f'cat > "{tmp_path}/copied"; echo noise; echo noise >&2')
    sent: list[str] = []
    assert copy("« L’été »\n\n\x1b[201~fin\n", sent.append) == Outcome("copied", "xclip")
    assert (tmp_path / "copied").read_text() == "« L’été »\n\n␛[201~fin"
    assert sent == []


@pytest.mark.parametrize("script", ["exit 1", "cat >/dev/null; exit 3", "kill -9 $$"])
def test_a_tool_that_fails_is_not_believed(tools: Path, script: str) -> None:
    program(tools, "xclip", script)
    sent: list[str] = []
    assert copy("mots", sent.append) == Outcome("sent")
    assert sent == ["mots"]


def test_a_tool_that_hangs_is_ended(tools: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    program(tools, "xclip", f'echo $$ > "{tmp_path}/pid"; sleep 60')
    start = time.monotonic()
    assert copy("mots", lambda _: None) == Outcome("sent")
    assert time.monotonic() - start < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_tool_that_lives_on_in_the_background_has_worked(tools: Path) -> None:
    program(tools, "xclip", "cat >/dev/null; sleep 5 & exit 0")
    assert copy("mots", lambda _: None) == Outcome("copied", "xclip")


def test_no_tool_at_all(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tools))
    sent: list[str] = []
    assert copy("mots", sent.append) == Outcome("sent")
    assert sent == ["mots"]


def test_over_ssh_the_terminal_comes_first(tools: Path) -> None:
    program(tools, "xclip", "exit 0")
    sent: list[str] = []
    assert copy("mots", sent.append, {"SSH_TTY": "/dev/pts/1"}) == Outcome("sent")
    assert sent == ["mots"]


def test_in_tmux_its_buffer_is_filled(tools: Path, tmp_path: Path) -> None:
    program(tools, "tmux", f'echo "$@" > "{tmp_path}/arguments"; cat > "{tmp_path}/buffer"')
    program(tools, "xclip", "exit 1")
    assert copy("mots", lambda _: None, {"TMUX": "/tmp/tmux-0/default,1,0"}) == Outcome("copied", "tmux")  # noqa: S108
    assert (tmp_path / "arguments").read_text() == "load-buffer -w -\n"
    assert (tmp_path / "buffer").read_text() == "mots"


def test_a_text_too_long_for_the_terminal_is_saved(tools: Path) -> None:
    program(tools, "xclip", "exit 1")
    sent: list[str] = []
    outcome = copy("é" * 60_000, sent.append)
    assert outcome.how == "saved"
    assert Path(outcome.by).read_text(encoding="utf-8") == "é" * 60_000
    assert stat.S_IMODE(Path(outcome.by).stat().st_mode) == 0o600
    assert sent == []


def test_a_program_that_is_not_there() -> None:
    assert not run_tool(["no-such-program-anywhere"], "mots")
