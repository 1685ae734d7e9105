"""What comes from the terminal: no byte of it ends the program, and its end does."""

from __future__ import annotations

import os
import sys

from tests.corpus import ROOT
from tests.terminal import Terminal

COMMAND = [sys.executable, "-m", "tui_reader", "--no-library", str(ROOT / "assets" / "samples")]


def test_bytes_that_are_no_text_end_nothing() -> None:
    with Terminal(COMMAND) as terminal:
        terminal.wait_for("1 of 13")
        for data in (
            b"\xe9",
            b"\x9b",
            b"\xff\xfe",
            b"\xc3",
            b"\x1b[<0;",
            b"\x1b[M\xff\xff\xff",
            b"\x1b[200~\xe9\x1b[201~",
        ):
            terminal.send(data)
        terminal.wait_for("pasted text")
        terminal.send("/caf\N{LATIN SMALL LETTER E WITH ACUTE}")
        terminal.wait_for("café")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_keys_typed_before_the_first_paint_count() -> None:
    with Terminal(COMMAND, echo=False) as terminal:
        terminal.wait_for(lambda: terminal.settings() != terminal.before)
        terminal.send("J")
        terminal.wait_for("2 of 13")
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_a_terminal_that_goes_away_ends_the_program() -> None:
    """Also where no signal says so: it was started by something that leads no session."""
    code = (
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])\n"
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    with Terminal([sys.executable, "-c", code, *COMMAND]) as terminal:
        terminal.wait_for("1 of 13")
        os.close(terminal.master)
        assert terminal.process.wait(10) == 129
