"""A program started with SIGCHLD ignored, as some launchers leave it: the system keeps no exit status then."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from tui_reader.ingest.sources import document_from_text
from tui_reader.session.analysis_process import Analysis, Failure, SubprocessAnalyser, fork_analyser


@pytest.fixture(autouse=True)
def _no_child_is_waited_for() -> Iterator[None]:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGCHLD, before)


def test_a_copy_that_was_ended_is_told_as_a_failure() -> None:
    analyser = fork_analyser(at_once=True)
    assert isinstance(analyser, SubprocessAnalyser)
    analyser.ask(Analysis(document_from_text("Rien.\n")))
    analyser.answer()
    os.kill(analyser._child._id, signal.SIGKILL)  # type: ignore[attr-defined]
    analyser.ask(Analysis(document_from_text("Rien.\n")))
    assert isinstance(analyser.answer(), Failure)
    assert analyser.ended
    analyser.stop()
