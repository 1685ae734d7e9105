"""A child process that does one job: it gets the job pickled, and tells pickled reports until it is done."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Iterator
from typing import Any

from tui_reader.session.analysis_process import python_command


class JobProcess:
    """Runs one of our modules in a child process."""

    def __init__(self, module: str, job: object) -> None:
        self._job = job
        self._child = subprocess.Popen(  # noqa: S603 - our own module
            python_command(module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def reports(self) -> Iterator[Any]:
        """What it tells, as it comes, until it has ended."""
        try:
            with self._child as child:
                assert child.stdin is not None  # noqa: S101 - they are pipes
                assert child.stdout is not None  # noqa: S101
                pickle.dump(self._job, child.stdin)
                child.stdin.flush()
                while True:
                    yield pickle.load(child.stdout)  # noqa: S301 - what our own child process wrote
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):  # it has ended
            return

    def kill(self) -> None:
        """End it at once; what it has written stays."""
        self._child.kill()
