"""Without an address to ask for, the program opens no connection and looks up no name, in no process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus import ROOT
from tests.terminal import Terminal

SAMPLE = str(ROOT / "assets" / "samples" / "guerre-des-phares.txt")
READER = [sys.executable, "-m", "tui_reader"]
WATCH = """\
import os, sys

def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto") or (
        event in ("socket.connect", "socket.bind") and isinstance(arguments[1], tuple)
    ):
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{event} {sys.argv}\\n")

sys.addaudithook(watch)
"""
"""What every Python process does first that finds it: it writes down what it asks of the network."""


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What was asked of the network so far."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH)
    told = tmp_path / "told"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT)]))
    monkeypatch.setenv("WATCHED", str(told))
    return lambda: told.read_text().splitlines() if told.exists() else []


def run(*arguments: str) -> str:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


def test_what_is_asked_of_the_network_is_seen(watched: Callable[[], list[str]]) -> None:
    run(sys.executable, "-c", "import socket; socket.getaddrinfo('127.0.0.1', 80)")
    run(sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 1))")
    assert [line.split()[0] for line in watched()] == ["socket.getaddrinfo", "socket.getaddrinfo", "socket.connect"]


def test_no_command_asks_the_network(watched: Callable[[], list[str]], tmp_path: Path) -> None:
    index = ["--index", str(tmp_path / "index")]
    assert "phares" in run(*READER, "--plain", SAMPLE)
    assert "phares" in run(*READER, "extract", SAMPLE)
    run(*READER, "index", *index, SAMPLE)
    assert "phares" in run(*READER, "search", *index, "phares")
    assert watched() == []


def test_the_reader_asks_nothing_of_the_network(watched: Callable[[], list[str]], tmp_path: Path) -> None:
    kept = ["--library", str(tmp_path / "library"), "--index", str(tmp_path / "index")]
    with Terminal([*READER, *kept]) as terminal:
        terminal.wait_for("1 of 13")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    assert watched() == []
