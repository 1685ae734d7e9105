"""Who analyses what: one analyser for all short texts, and one of its own for each long text."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_reader.session.analysis_process import LONG_TEXT, Analyser, Analysis, Answer, Question

MOST_BEGUN = 2
"""How many long texts that the reader has left are analysed on, in case they are wanted again."""
POLL_SECONDS = 0.05
"""How often the wait for a long text looks whether something else is wanted by now."""


class Stopped(Exception):  # noqa: N818 - no error: the way out of a wait
    """The analyses are to end."""


class _Begun(NamedTuple):
    """An analysis that is under way."""

    analyser: Analyser
    question: Question


class Analyses:
    """The analysers of a session. One thread asks, another may stop them.

    `begun` holds analyses that are under way already, by the index of their input; `shared` is free for short texts;
    `start` makes further analysers. After `stop`, whoever waits for an answer gets `Stopped`.
    """

    def __init__(
        self, begun: Mapping[int, tuple[Analyser, Question]], shared: Analyser | None, start: Callable[[], Analyser]
    ) -> None:
        self._begun = {index: _Begun(*one) for index, one in begun.items()}
        self._shared = shared
        self._start = start
        self._busy: Analyser | None = None  # the one that is waited for
        self._stopped = False
        self._lock = threading.Lock()

    def stop(self) -> None:
        """End all analyses at once."""
        with self._lock:
            self._stopped = True
            begun = [one.analyser for one in self._begun.values()]
            analysers = [one for one in (*begun, self._shared, self._busy) if one]
        for one in analysers:
            one.stop()

    def forget(self, index: int) -> None:
        """The text of an input is another now: what was begun of it is out of date."""
        with self._lock:
            begun = self._begun.pop(index, None)
        if begun:
            begun.analyser.stop()

    def outline(self, question: Question) -> Answer:
        """The answer for the list, from the shared analyser."""
        analyser = self._get_shared()
        analyser.ask(question)
        return self._take(analyser)

    def is_done(self, index: int, question: Analysis, seconds: float) -> bool:
        """Whether the analysis of a short text that was begun before is done within so long."""
        begun = self._begun.get(index)
        if begun is None or begun.question != question or len(question.document.raw) >= LONG_TEXT:
            return False
        return begun.analyser.ready(seconds)

    def analyse(self, index: int, question: Analysis, is_urgent_elsewhere: Callable[[], bool]) -> Answer | None:
        """The answer for an input; None where something else was wanted before a long text was done.

        Its analysis then goes on, and is taken up when the same is asked again.
        """
        begun = self._take_begun(index, question)
        is_long = len(question.document.raw) >= LONG_TEXT
        analyser = begun or (self._start() if is_long else self._get_shared())
        if not begun:
            analyser.ask(question)
        if is_long and not self._wait(analyser, is_urgent_elsewhere):
            self._put_off(index, _Begun(analyser, question))
            return None
        return self._take(analyser)

    def _take_begun(self, index: int, question: Analysis) -> Analyser | None:
        """The analyser that works on just this already; one that works on something else of the input is stopped."""
        with self._lock:
            begun = self._begun.pop(index, None)
        if begun and begun.question != question:
            begun.analyser.stop()
            return None
        return begun.analyser if begun else None

    def _wait(self, analyser: Analyser, is_urgent_elsewhere: Callable[[], bool]) -> bool:
        """Wait for an answer; False when something else is wanted first."""
        with self._lock:
            self._busy = analyser
        while not analyser.ready(POLL_SECONDS):
            with self._lock:
                if self._stopped:
                    raise Stopped
            if is_urgent_elsewhere():
                return False
        return True

    def _put_off(self, index: int, begun: _Begun) -> None:
        """Let an analysis go on while others are waited for; the one put off longest ends where there are many."""
        with self._lock:
            self._busy = None
            self._begun[index] = begun
            oldest = next(iter(self._begun)) if len(self._begun) > MOST_BEGUN else None
            ended = self._begun.pop(oldest) if oldest is not None else None
        if ended:
            ended.analyser.stop()

    def _get_shared(self) -> Analyser:
        if self._shared is None or self._shared.ended:
            self._shared = self._start()
        return self._shared

    def _take(self, analyser: Analyser) -> Answer:
        """Wait for the answer; whoever gave it stays for further questions, if one is needed."""
        with self._lock:
            if self._stopped:
                raise Stopped
            self._busy = analyser
        answer = analyser.answer()
        with self._lock:
            self._busy = None
            if self._stopped:  # it was ended, and so says nothing of the text
                raise Stopped
            self._shared = self._shared or analyser
        if analyser is not self._shared:
            analyser.stop()
        return answer
