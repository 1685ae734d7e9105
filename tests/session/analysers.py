"""Analysers for tests."""

from __future__ import annotations

from functools import cache

from tui_reader.session.analysis_process import Answer, InProcessAnalyser, Question, answer

remembered_answer = cache(answer)


class RememberingAnalyser(InProcessAnalyser):
    """Answers in this process, and works the same question out once for all tests."""

    def ask(self, question: Question) -> None:
        self._asked = question

    def answer(self) -> Answer:
        return remembered_answer(self._asked)
