"""Answering off the loop: a thread that answers what was asked last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Answerer(Generic[Question, Answer]):
    """Calls `answer` in a thread of its own, and `end` there before the thread ends; neither may raise."""

    def __init__(self, name: str, answer: Callable[[Question], Answer], end: Callable[[], None]) -> None:
        self._answer = answer
        self._end = end
        self._asked: tuple[Question, Callable[[Answer], None]] | None = None
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(self, question: Question, tell: Callable[[Answer], None]) -> None:
        """Have `tell` called from the thread with the answer, unless something else is asked before it is found."""
        with self._changed:
            self._asked = question, tell
            self._changed.notify()

    def close(self) -> None:
        """End the thread after what it is at."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def _run(self) -> None:
        while asked := self._next():
            question, tell = asked
            answer = self._answer(question)
            if self._asked is None:
                tell(answer)
        self._end()

    def _next(self) -> tuple[Question, Callable[[Answer], None]] | None:
        """Wait for the next question; None when there is to be none."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self._closing)
            asked, self._asked = self._asked, None
            return None if self._closing else asked
