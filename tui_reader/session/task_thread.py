"""Work off the loop: a thread that does what was asked last, and in between what can wait."""

from __future__ import annotations

import threading
from collections.abc import Callable

Task = Callable[[], None]
"""Something to be done; it may not raise."""


class TaskThread:
    """Does tasks, one after the other; `end` is done when it is closed, before it ends."""

    def __init__(self, name: str, end: Task) -> None:
        self._end = end
        self._asked: Task | None = None
        self._waiting: dict[str, Task] = {}  # in order
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, task: Task) -> None:
        """Do this next, in place of what was to be next."""
        with self._changed:
            self._asked = task
            self._changed.notify()

    def do_later(self, tasks: dict[str, Task]) -> None:
        """Do these when nothing else is asked; each takes the place of the one with its name that waits."""
        with self._changed:
            self._waiting |= tasks
            self._changed.notify()

    @property
    def is_asked(self) -> bool:
        """Whether something else was asked since the task began that is being done."""
        return self._asked is not None

    def close(self) -> None:
        """End after what it is at."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def _run(self) -> None:
        while task := self._next():
            task()
        self._end()

    def _next(self) -> Task | None:
        """Wait for the next task; None when there is to be none."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self._waiting or self._closing)
            if self._closing:
                return None
            if self._asked is None:
                return self._waiting.pop(next(iter(self._waiting)))
            asked, self._asked = self._asked, None
            return asked
