"""Asking the network in the background: child processes that may be stopped at any time. No widget here."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.messages import _, spoken
from tui_reader.session.job_process import JobProcess
from tui_reader.session.web_jobs import Ended, Refresh, Report, Task, WebJob
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


class Network(NamedTuple):
    """How the network is asked: by which rules, how long entries of feeds are kept, and what does a job."""

    rules: NetworkRules = NetworkRules()
    keep_days: int = 0
    start: Callable[[WebJob], WebProcess] = start_web_job


class WebTasks:
    """Does tasks: pages one after the other, and beside them what refreshes feeds.

    `tell` hears, from other threads, what is reported.
    """

    def __init__(
        self, network: Network, library: Path | None, names: FieldNames, tell: Callable[[Task, Report], None]
    ) -> None:
        self._network = network
        self._library = library
        self._names = names
        self._tell = tell
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

    def _run(self, task: Task, hold: Callable[[WebProcess], bool]) -> None:
        """Do a task, in a thread of its own; `hold` gets the process, and says whether it is still wanted."""
        job = WebJob(task, self._network.rules, self._library, self._names, spoken(), self._network.keep_days)
        try:
            process = self._network.start(job)
        except OSError as error:
            self._tell(task, Ended(error.strerror or str(error)))
            return
        if not hold(process):
            process.kill()
        report: Report | None = None
        for report in process.reports():
            if hold(process):
                self._tell(task, report)
        if not isinstance(report, Ended) and hold(process):
            self._tell(task, Ended(_("its process came to an end")))


class _Lane:
    """Tasks that are done one after the other."""

    def __init__(self, run: Callable[[Task, Callable[[WebProcess], bool]], None]) -> None:
        self._run = run
        self._lock = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._current: Task | None = None
        self._process: WebProcess | None = None
        self._stops = 0

    @property
    def is_running(self) -> bool:
        with self._lock:
            return self._current is not None

    def add(self, task: Task) -> bool:
        with self._lock:
            if task == self._current or task in self._waiting:
                return False
            self._waiting.append(task)
            if self._current is None:
                self._current = self._waiting.popleft()
                threading.Thread(target=self._follow, args=(self._stops,), name="network", daemon=True).start()
            return True

    def stop(self) -> None:
        with self._lock:
            self._stops += 1
            self._waiting.clear()
            self._current = None
            process, self._process = self._process, None
        if process:
            process.kill()

    def _follow(self, stops: int) -> None:
        """Do the tasks that wait, until there are none, or all are stopped."""

        def hold(process: WebProcess) -> bool:
            with self._lock:
                if stops == self._stops:
                    self._process = process
                return stops == self._stops

        task = self._current
        while task is not None:
            self._run(task, hold)
            with self._lock:
                if stops != self._stops:
                    return
                self._process = None
                task = self._current = self._waiting.popleft() if self._waiting else None
