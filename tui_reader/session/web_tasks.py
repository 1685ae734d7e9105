"""Asking the network in the background: child processes that may be stopped at any time. No widget here."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.messages import _, spoken
from tui_reader.session.job_process import JobProcess
from tui_reader.session.web_jobs import ANSWERS, Ended, Refresh, Report, Task, WebJob
from tui_reader.wire.rules import NetworkRules


class WebProcess(Protocol):
    """Does a job, and reports what came."""

    def reports(self) -> Iterator[Report]:
        """The reports as they come."""

    def kill(self) -> None:
        """End it at once; what it has written stays."""


def start_web_job(job: WebJob) -> WebProcess:
    """Do a job in a child process."""
    return JobProcess("tui_reader.session.web_worker", job)


class Network(msgspec.Struct, frozen=True):
    """How the network is asked: by which rules, how long entries of feeds are kept, and what does a job."""

    rules: NetworkRules = NetworkRules()
    keep_days: int = 0
    start: Callable[[WebJob], WebProcess] = start_web_job


class WebTasks:
    """Does tasks: pages one after the other, and beside them what refreshes feeds.

    `tell` hears, from other threads, what is reported.
    """

    def __init__(
        self,
        network: Network,
        library: Path | None,
        names: FieldNames,
        tell: Callable[[Task, Report], None],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._network = network
        self._library = library
        self._names = names
        self._tell = tell
        self._sleep = sleep
        self._asked_at: dict[str, float] = {}  # when a page of each host was asked for last, on the monotonic clock
        self._lanes = (_Lane(self._run), _Lane(self._run))

    @property
    def is_offline(self) -> bool:
        """Whether the network is switched off."""
        return self._network.rules.is_offline

    def start(self, task: Task) -> bool:
        """Do a task, unless it is being done or waits already; whether it is new."""
        return self._lanes[isinstance(task, Refresh)].add(task)

    @property
    def is_running(self) -> bool:
        """Whether something is being done or waits."""
        return any(lane.is_running for lane in self._lanes)

    def stop(self) -> None:
        """End all that is being done, and do nothing of what waits."""
        for lane in self._lanes:
            lane.stop()

    def _rest(self, host: str) -> None:
        """Pause between two pages of one host: each of them is asked for by a process of its own."""
        now = time.monotonic()
        pause = self._asked_at.get(host, -math.inf) + self._network.rules.pause_seconds - now
        self._asked_at[host] = max(now, now + pause)
        if pause > 0:
            self._sleep(pause)

    def _run(self, task: Task, lane: _Lane, run: int) -> None:
        """Do a task, in a thread of its own; `run` tells the lane whether it is still wanted."""
        if not isinstance(task, Refresh):
            from tui_reader.wire.address import host_of  # noqa: PLC0415 - its parsers are not needed to paint

            self._rest(host_of(task.link))
        job = WebJob(task, self._network.rules, self._library, self._names, spoken(), self._network.keep_days)
        try:
            process = self._network.start(job)
        except OSError as error:
            self._tell(task, Ended(error.strerror or str(error)))
            return
        lane.hold(process, run)
        report: Report | None = None
        for report in process.reports():
            if lane.wants(run, is_answered=isinstance(report, ANSWERS)):
                self._tell(task, report)
        if not isinstance(report, Ended) and lane.wants(run):
            self._tell(task, Ended(_("its process came to an end")))


class _Lane:
    """Tasks that are done one after the other. `run` counts how often all of them were stopped."""

    def __init__(self, do: Callable[[Task, _Lane, int], None]) -> None:
        self._do = do
        self._lock = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._current: Task | None = None
        self._is_answered = False
        self._process: WebProcess | None = None
        self._run = 0

    @property
    def is_running(self) -> bool:
        """Whether a task is being done or waits."""
        with self._lock:
            return self._current is not None

    def add(self, task: Task) -> bool:
        """Do a task after those that wait, unless it waits itself, or is being done and was not answered yet."""
        with self._lock:
            if task in self._waiting or (task == self._current and not self._is_answered):
                return False
            self._waiting.append(task)
            if self._current is None:
                self._begin_next()
                threading.Thread(target=self._follow, args=(self._run,), name="network", daemon=True).start()
            return True

    def stop(self) -> None:
        """End what is being done, and do nothing of what waits."""
        with self._lock:
            self._run += 1
            self._waiting.clear()
            self._current = None
            process, self._process = self._process, None
        if process:
            process.kill()

    def hold(self, process: WebProcess, run: int) -> None:
        """A process does the task; it is ended where that is not wanted any more."""
        with self._lock:
            is_wanted = run == self._run
            if is_wanted:
                self._process = process
        if not is_wanted:
            process.kill()

    def wants(self, run: int, *, is_answered: bool = False) -> bool:
        """Whether reports are still wanted; `is_answered`: one of them is what was asked for."""
        with self._lock:
            self._is_answered = self._is_answered or (is_answered and run == self._run)
            return run == self._run

    def _begin_next(self) -> None:
        self._current = self._waiting.popleft() if self._waiting else None
        self._is_answered = False

    def _follow(self, run: int) -> None:
        """Do the tasks that wait, until there are none, or all are stopped."""
        task = self._current
        while task is not None:
            self._do(task, self, run)
            with self._lock:
                if run != self._run:
                    return
                self._process = None
                self._begin_next()
                task = self._current
