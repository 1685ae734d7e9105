"""A child process that is a copy of this one: it starts no interpreter, and imports nothing that is imported here."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import threading
import traceback
from collections.abc import Callable
from typing import IO, BinaryIO

FAILED = 1
"""The exit status after an exception."""


class ForkedProcess:
    """Runs `work` on a pipe of questions and a pipe of answers; what it has to say goes to `last_words`.

    It is to be made before any thread is started: a copy has none of them, but all the locks that they hold.
    """

    def __init__(self, work: Callable[[BinaryIO, BinaryIO], None], last_words: IO[bytes]) -> None:
        questions, self.stdin = _pipe()
        self.stdout, answers = _pipe()
        self._status: int | None = None
        self._lock = threading.Lock()  # one thread waits for an answer, another may end the process
        try:
            self._id = os.fork()
        except OSError:
            for end in (questions, self.stdin, self.stdout, answers):
                end.close()
            raise
        if not self._id:
            self.stdin.close()
            self.stdout.close()
            _work_and_end(work, questions, answers, last_words)
        questions.close()
        answers.close()

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        if self.poll() is None:
            os.kill(self._id, signal.SIGKILL)

    def wait(self) -> int:
        """The exit status, once it has ended; that of a signal is negative."""
        self._look(0)
        assert self._status is not None  # noqa: S101 - it was waited for
        return self._status

    def poll(self) -> int | None:
        """The exit status; None while it runs."""
        self._look(os.WNOHANG)
        return self._status

    def _look(self, options: int) -> None:
        """Take the exit status, which the system gives once."""
        with self._lock:
            if self._status is None:
                try:
                    ended, status = os.waitpid(self._id, options)
                except ChildProcessError:
                    ended, status = self._id, 0
                self._status = os.waitstatus_to_exitcode(status) if ended else None


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    """The end of a pipe that is read, and the one that is written."""
    read, written = os.pipe()
    return os.fdopen(read, "rb"), os.fdopen(written, "wb")


def _work_and_end(
    work: Callable[[BinaryIO, BinaryIO], None], questions: BinaryIO, answers: BinaryIO, last_words: IO[bytes]
) -> None:
    """Work, and end the process, whatever happens: it must not go on with what the original was in the middle of."""
    status = FAILED
    with contextlib.suppress(BaseException):
        os.setsid()  # keys such as ctrl+c are for the original
        nothing = os.open(os.devnull, os.O_RDWR)
        for old, new in ((nothing, 0), (nothing, 1), (last_words.fileno(), 2)):
            os.dup2(old, new)
        faulthandler.enable(2)
        try:
            work(questions, answers)
            answers.flush()  # it is closed with the process, which has ended then
            status = 0
        except BaseException:
            os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    os._exit(status)
