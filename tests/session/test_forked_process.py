"""The analyser that is a copy of the program: it answers, it says why it ended, and it ends with the program."""

from __future__ import annotations

import os
import signal
import tempfile
from functools import partial
from typing import BinaryIO

import pytest

from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article
from tui_reader.session.analysis_process import (
    Analysis,
    Failure,
    InProcessAnalyser,
    Outline,
    SubprocessAnalyser,
    answer,
    fork_analyser,
)
from tui_reader.session.forked_process import ForkedProcess

DOCUMENT = document_from_text(
    "Le pont rouvre\n\n« Il tient », a dit Jean Martin, lundi. Il a coûté 3 millions d’euros.\n"
)


def meet_a_defect(_questions: BinaryIO, _answers: BinaryIO) -> None:
    raise LookupError("a defect")


def die(_questions: BinaryIO, _answers: BinaryIO) -> None:
    os.abort()


def wait_for_the_end(questions: BinaryIO, _answers: BinaryIO) -> None:
    questions.read()


def say_where_it_reads(_questions: BinaryIO, answers: BinaryIO) -> None:
    answers.write(" ".join(os.readlink(f"/proc/self/fd/{number}") for number in (0, 1)).encode())


@pytest.mark.parametrize("at_once", [True, False])
def test_a_copy_answers_as_this_process_does(at_once: bool) -> None:
    analyser = fork_analyser(at_once=at_once)
    for question in (Analysis(DOCUMENT), Outline(DOCUMENT), Analysis(DOCUMENT)):
        analyser.ask(question)
        assert analyser.answer() == answer(question)
    assert isinstance(answer(Analysis(DOCUMENT)), Article)
    assert not analyser.ended
    analyser.stop()
    analyser.answer()


@pytest.mark.parametrize(
    ("work", "kind", "words"),
    [(meet_a_defect, "exit 1", "LookupError: a defect"), (die, "exit -6", "Fatal Python error")],
)
def test_a_copy_that_ends_leaves_its_last_words(work: object, kind: str, words: str) -> None:
    analyser = SubprocessAnalyser(partial(ForkedProcess, work))  # type: ignore[arg-type]
    analyser.ask(Analysis(DOCUMENT))
    found = analyser.answer()
    assert isinstance(found, Failure)
    assert found.kind == kind
    assert words in found.trace
    assert analyser.ended


def test_a_copy_that_is_ended_in_the_middle_has_failed() -> None:
    analyser = fork_analyser(at_once=True)
    analyser.stop()
    assert analyser.answer() == Failure(f"exit {-signal.SIGKILL}", "")
    analyser.stop()  # once more does nothing: the process may be another's by now


def test_a_copy_ends_when_nobody_asks_any_more() -> None:
    with tempfile.TemporaryFile() as last_words:
        copy = ForkedProcess(wait_for_the_end, last_words)
        assert copy.poll() is None
        copy.stdin.close()
        assert copy.wait() == copy.poll() == 0
        copy.stdout.close()


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="the system does not tell")
def test_a_copy_has_nothing_of_the_terminal() -> None:
    with tempfile.TemporaryFile() as last_words:
        copy = ForkedProcess(say_where_it_reads, last_words)
        copy.stdin.close()
        with copy.stdout as answers:
            assert answers.read().decode() == f"{os.devnull} {os.devnull}"
        assert copy.wait() == 0


def test_where_the_system_gives_no_copy_this_process_analyses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert isinstance(fork_analyser(at_once=True), InProcessAnalyser)
