"""What the reader did and can take back."""

from __future__ import annotations

from collections.abc import Callable


class UndoStack:
    """What was done, in order, each with the words for it and what takes it back."""

    def __init__(self) -> None:
        self._done: list[tuple[Callable[[], str], Callable[[], None]]] = []

    def push(self, words: str | Callable[[], str], take_back: Callable[[], None]) -> None:
        """Something was done that `take_back` undoes; `words` say what, then or once it is undone."""
        self._done.append((words if callable(words) else lambda: words, take_back))

    def undo(self) -> str | None:
        """Take back what was done last; returns the words for it, None where there is nothing to take back."""
        if not self._done:
            return None
        words, take_back = self._done.pop()
        take_back()
        return words()
