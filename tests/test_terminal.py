"""The program as its user starts it: pipes, keys, signals, and a terminal left as it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.corpus import ROOT
from tests.terminal import Terminal, foreign
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.library.status import open_library
from tui_reader.library.values import StatusChange

READER = [sys.executable, "-m", "tui_reader"]
SAMPLE = str(ROOT / "assets" / "samples" / "guerre-des-phares.txt")
TITLE = "Guerre des phares"
BODY = "Le rallumage des phares"
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")


def assert_left_clean(terminal: Terminal) -> None:
    assert terminal.settings() == terminal.before
    for mode in LEFT:
        assert mode in terminal.output
    assert terminal.output.count(b"\x1b[?1049h") == terminal.output.count(b"\x1b[?1049l")


def test_without_paths_the_samples_are_opened() -> None:
    with Terminal([*READER, "--no-library"]) as terminal:
        terminal.wait_for("La Meurthe est montée")
        terminal.wait_for("1 of 13")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)
        assert foreign(terminal.output) == []


def test_keys_work_after_a_pipe() -> None:
    feed, source = os.pipe()
    os.write(source, Path(SAMPLE).read_bytes().replace(b"Partager", b"Partager q \x11 \x03"))
    os.close(source)
    with Terminal([*READER, "--no-library"], stdin=feed) as terminal:
        terminal.wait_for(BODY)
        terminal.send("v")
        terminal.wait_for("Partager")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)


def test_a_piped_text_outlives_whatever_ends_the_program(tmp_path: Path) -> None:
    library = ["--library", str(tmp_path / "library")]
    feed, source = os.pipe()
    os.write(source, Path(SAMPLE).read_bytes())
    os.close(source)
    with Terminal([*READER, *library], stdin=feed) as terminal:
        terminal.wait_for("1 text kept until Del removes it")
        terminal.process.kill()
    with Terminal([*READER, *library]) as terminal:  # it is all that was ever opened
        terminal.wait_for(BODY)
        terminal.wait_for("1 of 1")
        terminal.wait_for("piped 20")
        terminal.send("\x1b[3~")
        terminal.wait_for("0 articles")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    with Terminal([*READER, *library]) as terminal:
        terminal.wait_for("La Meurthe est montée")


def test_keys_work_under_xargs() -> None:
    with open(os.devnull, "rb") as nothing, Terminal([*READER, SAMPLE], stdin=nothing.fileno()) as terminal:
        terminal.wait_for(BODY)
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_standard_error_may_be_a_file(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log, Terminal([*READER, SAMPLE], stderr=log.fileno()) as terminal:
        terminal.wait_for(BODY)
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "log").read_bytes() == b""


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str
)
def test_signals_end_it_in_order(number: signal.Signals, status: int) -> None:
    with Terminal([*READER, SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        terminal.signal(number)
        assert terminal.wait_for_end() == status
        assert_left_clean(terminal)


@pytest.mark.parametrize("stop", [signal.SIGSTOP, None], ids=["SIGSTOP", "stray SIGCONT"])
def test_it_goes_on_after_being_stopped(stop: signal.Signals | None) -> None:
    with Terminal([*READER, SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        if stop:
            terminal.signal(stop)
            terminal.pump(0.2)
        terminal.signal(signal.SIGCONT)
        terminal.send("?")
        terminal.wait_for("Esc closes")
        terminal.send("qq")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)


def test_ctrl_q_leaves_from_anywhere() -> None:
    with Terminal([*READER, SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        terminal.send("/")
        terminal.wait_for("raw text")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_a_crash_leaves_a_report_and_a_clean_terminal(tmp_path: Path) -> None:
    code = (
        "import sys; from tui_reader.ui.screens.reader.article_controller import ArticleController\n"
        "def defect(self): raise ValueError('\\x1b]0;PWNED\\x07[/b]')\n"
        "ArticleController.flip = defect\n"
        "from tui_reader.cli import main; sys.exit(main([sys.argv[1]]))"
    )
    with Terminal([sys.executable, "-c", code, SAMPLE], environment={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(BODY)
        terminal.send("v")
        assert terminal.wait_for_end() == 70
        assert_left_clean(terminal)
        assert foreign(terminal.output) == []
        assert "had to stop (ValueError)" in terminal.text.replace("\n", "")
    [report] = tmp_path.rglob("crash-*.txt")
    assert "\x1b" not in report.read_text()
    assert "ValueError" in report.read_text()


HOSTILE = [
    *("\x1b]52;c;Y3VybCBldmlsLnNoIHwgc2gK\x1b\\", "\x1b]0;PWNED\x07", "\x1b]8;;http://x\x1b\\link", "\x1b[2J\x1b[H"),
    *(
        "\x1b[?1049l",
        "\x1bc",
        "\x1b[6n",
        "\x1bPq#0\x1b\\",
        "\x9b2J",
        "\x9d0;PWNED\x9c",
        "\x85",
        "\b\bcd",
        "\x0e\x0f\x00\x18",
    ),
    *("end\x1b", "\u202eevil\u202c", "\u200b\u2066x\u2069", "tag\U000e0041"),
    *(
        "[/b] [@click=app.quit]x[/]",
        "[AFP] [10%] [$5] [1]",
        "\t TAB",
        "\u2028line\u2029",
        "é" + "\u0301" * 60,
        "ab\rEF",
    ),
]
HARMFUL = HOSTILE[:17]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    for number, words in enumerate(HOSTILE):
        text = f"Titre {words} fin\n\n« {words} Bonjour », a dit {words} Anne Roux.\n\n900 000 personnes {words}.\n"
        (tmp_path / f"{number:02} {words[:30].replace('/', '|').replace(chr(0), '')}.txt").write_text(
            text, encoding="utf-8"
        )
    return tmp_path


def test_no_text_acts_on_the_terminal(hostile: Path) -> None:
    with Terminal([*READER, str(hostile)]) as terminal:
        terminal.wait_for(f"of {len(HOSTILE)}")
        for _ in HOSTILE:
            terminal.send("j")
            terminal.pump(0.15)
            terminal.send("v")
            terminal.pump(0.1)
        terminal.send("\rfc?")
        terminal.pump(0.3)
        terminal.send("qq")
        assert terminal.wait_for_end() == 0
        assert foreign(terminal.output) == []
        assert_left_clean(terminal)


def test_the_checker_finds_what_an_unsafe_reader_writes() -> None:
    for words in HARMFUL:
        assert foreign(f"before {words} after".encode()), words


def run(*words: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    return subprocess.run([*READER, *words], capture_output=True, env=environment, check=False, **options)  # type: ignore[call-overload, no-any-return]


def started(*words: str, stdin: int = subprocess.DEVNULL) -> Any:
    """The program, running, its output in pipes."""
    return subprocess.Popen(
        [*READER, *words],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - it is ignored in the background
    )


def test_without_a_terminal_the_article_is_printed() -> None:
    done = run(SAMPLE, stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    text = done.stdout.decode()
    assert BODY in text
    assert "Ingrid Aldersund : «\u00a0naufrage organisé\u00a0»" in text
    assert "Partager" not in text
    assert b"\x1b" not in done.stdout


def test_a_pipe_is_read_and_printed() -> None:
    assert BODY in run(input=Path(SAMPLE).read_bytes()).stdout.decode()
    assert BODY in run("-", "--plain", input=Path(SAMPLE).read_bytes()).stdout.decode()


def test_what_cannot_be_opened_is_said_without_a_screen(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with Terminal([*READER, "no\x1b[2Jsuch", str(tmp_path / "empty.txt")]) as terminal:
        assert terminal.wait_for_end() == 1
        assert b"\x1b[?1049h" not in terminal.output
        assert "no␛[2Jsuch: does not exist" in terminal.text
        assert "empty.txt: is empty" in terminal.text


def test_a_wrong_command_line_is_status_two() -> None:
    assert run("--nonsense").returncode == 2
    assert run("extract").returncode == 2


def test_extract_prints_what_it_can(tmp_path: Path) -> None:
    done = run("extract", SAMPLE, str(tmp_path / "none.txt"), SAMPLE)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 2
    assert done.stderr.decode() == f"tui-reader: {tmp_path / 'none.txt'}: does not exist\n"


def test_output_that_nobody_reads_any_more_ends_it_quietly(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"Le pont {number} rouvre\n\nIl a rouvert lundi.\n", encoding="utf-8")
    for words in (["extract", str(tmp_path)], ["--plain", str(tmp_path)]):
        with started(*words) as child:
            child.stdout.readline()
            child.stdout.close()
            assert child.stderr.read() == b""
            assert child.wait() == 141


def test_an_interrupt_ends_it_quietly() -> None:
    feed, source = os.pipe()  # open while it runs: it waits for standard input
    with started("extract", SAMPLE, "-", stdin=feed) as child:
        child.stdout.read(1)  # the sample is printed, standard input comes next
        child.send_signal(signal.SIGINT)
        assert child.stderr.read() == b""
        assert child.wait() == 130
    os.close(source)
    os.close(feed)


@pytest.mark.parametrize("command", ["extract", "--plain"])
def test_a_closed_output_is_said_and_a_closed_standard_error_puts_no_word_into_the_output(command: str) -> None:
    reader = " ".join(READER)
    done = subprocess.run(["sh", "-c", f"{reader} {command} '{SAMPLE}' >&-"], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"tui-reader: standard output is closed\n")
    words = f"{reader} {command} /nowhere.txt '{SAMPLE}' 2>&-"
    done = subprocess.run(["sh", "-c", words], stdout=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"nowhere" not in done.stdout
    assert BODY in done.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*READER, "extract", SAMPLE], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"tui-reader: No space left on device\n")


def test_the_editor_gets_the_terminal_and_what_it_wrote_is_read(tmp_path: Path) -> None:
    article = tmp_path / "-a b.txt"
    article.write_text("Le pont rouvre\n\nLe pont a rouvert lundi matin devant la foule.\n", encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\n[ -t 0 ] && printf '\\nTrois cents personnes sont venues le voir.\\n' >> \"$2\"\n")
    editor.chmod(0o755)
    environment = {"VISUAL": f"{editor} --wait", "EDITOR": "false"}
    with Terminal([*READER, "--no-library", "--", str(article)], environment=environment) as terminal:
        terminal.wait_for("Le pont a rouvert")
        terminal.send("O")
        terminal.wait_for("Trois cents personnes")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)


def test_what_was_done_outlives_a_kill(tmp_path: Path) -> None:
    library = tmp_path / "library"
    with Terminal([*READER, "--library", str(library), SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        terminal.send("s")
        terminal.wait_for("★")
        wait_until(lambda: any(deed.status.starred for deed in kept(library)))
        terminal.process.kill()
        terminal.process.wait()
    with Terminal([*READER, "--library", str(library)]) as terminal:  # what was open last is opened again
        terminal.wait_for(BODY)
        terminal.wait_for("★")
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_a_library_that_cannot_be_used_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(b"no database " * 99)
    (tmp_path / "file").touch()
    for path, word in ((tmp_path / "library", "damaged"), (tmp_path / "file" / "x", "kept")):
        with Terminal([*READER, "--library", str(path), SAMPLE]) as terminal:
            terminal.wait_for(BODY)
            terminal.wait_for(word)  # one: where the lines of the message end depends on the length of the path
            terminal.send("q")
            assert terminal.wait_for_end() == 0
    assert len(list(tmp_path.glob("library.damaged-*"))) == 1


def test_what_is_open_is_indexed_and_found(tmp_path: Path) -> None:
    with Terminal([*READER, "--index", str(tmp_path / "index"), SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        terminal.send("\x06")
        terminal.wait_for("1 article indexed", 60)
        terminal.send("rallumage\r")
        terminal.wait_for("1/")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "index").exists()
    with Terminal([*READER, "--no-library", "--index", str(tmp_path / "none"), SAMPLE]) as terminal:
        terminal.wait_for(BODY)
        terminal.send("\x06")
        terminal.wait_for("no index to search")
    assert not (tmp_path / "none").exists()


def kept(path: Path) -> list[StatusChange]:
    library = open_library(path)
    try:
        return library.statuses()
    finally:
        library.close()


def wait_until(happened: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not there")
def test_what_is_copied_stands_in_a_real_tmux_buffer(tmp_path: Path) -> None:
    not_handed_on = ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES")  # those of pytest's own terminal
    environment = {key: value for key, value in os.environ.items() if key not in not_handed_on}
    environment |= {"HOME": str(tmp_path), "TMUX_TMPDIR": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def tmux(*words: str) -> str:
        command = ["tmux", "-f", os.devnull, *words]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False).stdout

    [quote, *_others] = analyse(read(SAMPLE)[0]).quotes
    tmux("new-session", "-d", "-x", "120", "-y", "36", *READER, "--no-library", "--lang", "en", SAMPLE)
    try:
        wait_until(lambda: BODY in tmux("capture-pane", "-p"))
        tmux("send-keys", "c", "y")
        wait_until(lambda: tmux("show-buffer") != "")
        assert tmux("show-buffer") == quote.clean
        tmux("send-keys", "Y")
        wait_until(lambda: tmux("show-buffer").startswith("«"))
        assert f"— {quote.speaker}, " in tmux("show-buffer")
    finally:
        tmux("kill-server")
