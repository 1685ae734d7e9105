"""Running the app on a terminal, and leaving the terminal as it was."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import termios
from collections.abc import Iterator
from functools import partial

from tui_reader.crash import report_crash
from tui_reader.display import display_line
from tui_reader.errors import TerminalError
from tui_reader.messages import _
from tui_reader.session.session import Session
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.textual_internals import is_suspended_by_textual

SWITCH_INTERVAL = 0.0005
"""Seconds after which a thread that reads or analyses lets the loop have its turn: a key waits for several of them."""


def run_reader(session: Session) -> int:
    """Show the reader until the reader leaves; returns the exit status.

    Raises TerminalError when there is no terminal to read keys from.
    """
    sys.setswitchinterval(SWITCH_INTERVAL)
    with _terminal():
        app = ReaderApp(session)
        asyncio.run(_run(app))
    if app.crash is not None:
        print(display_line(report_crash(app.crash)), file=sys.stderr)
    return app.return_code or 0


async def _run(app: ReaderApp) -> None:
    """Run the app with signals that end it in order: a plain Textual app would leave the terminal broken."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
    app.call_later(_guard_resuming, app)
    await app.run_async()


def _guard_resuming(app: ReaderApp) -> None:
    """Let Textual's handler for SIGCONT act only after its own suspending.

    After a plain SIGSTOP, or a SIGCONT out of the blue, it would take the raw terminal for the one to restore.
    """
    resume = signal.getsignal(signal.SIGCONT)

    def resumed(number: int, _frame: object) -> None:
        if callable(resume) and is_suspended_by_textual(app):
            resume(number, None)
        else:
            app.call_later(app.refresh, layout=True)

    signal.signal(signal.SIGCONT, resumed)


@contextlib.contextmanager
def _terminal() -> Iterator[None]:
    """Keys come from file descriptor 0 and the screen is drawn on 2: both are the terminal while the app runs."""
    for stream in (sys.__stderr__, sys.__stdout__):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.__stderr__ is None:  # it was closed: Textual draws there, and another file may have got its number
        raise TerminalError(_("standard error is closed"))
    saved_error = None
    if not os.isatty(0) or not os.isatty(2):
        try:
            terminal = os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            raise TerminalError(_("there is no terminal to read keys from")) from error
        if not os.isatty(0):
            os.dup2(terminal, 0)
        if not os.isatty(2):
            saved_error = os.dup(2)
            os.dup2(terminal, 2)
        os.close(terminal)
    settings = termios.tcgetattr(0)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(0, termios.TCSANOW, settings)
        if saved_error is not None:
            os.dup2(saved_error, 2)
            os.close(saved_error)
