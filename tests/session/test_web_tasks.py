"""Tasks of the network run in processes of their own, pages beside feeds; stopped, they tell nothing more."""

from __future__ import annotations

import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.wires import feed, item
from tests.wire.server import LocalServer, answer
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import Subscribe, Subscription
from tui_reader.session.web_jobs import (
    AskPage,
    Ended,
    FeedAsked,
    PageCame,
    Received,
    Refresh,
    Refused,
    Report,
    Task,
    WebJob,
)
from tui_reader.session.web_tasks import Network, WebTasks, start_web_job
from tui_reader.session.web_worker import work
from tui_reader.wire.rules import NetworkRules

PAGE = AskPage("https://clairon.example/1")
OTHER_PAGE = AskPage("https://clairon.example/2")
RULES = NetworkRules(pause_seconds=0, allowed_hosts=frozenset({"localhost"}))


class FakeProcess:
    """Reports what it is told to; `killed` once somebody ends it."""

    def __init__(self, job: WebJob) -> None:
        self.job = job
        self.news: queue.Queue[Report | None] = queue.Queue()
        self.killed = threading.Event()

    def reports(self) -> Iterator[Report]:
        while report := self.news.get(timeout=10):
            yield report

    def kill(self) -> None:
        self.killed.set()
        self.news.put(None)


class Bench:
    """Tasks with processes that do as they are told; `told` is what was heard of them, `begun` the processes."""

    def __init__(self) -> None:
        self.told: queue.Queue[tuple[Task, Report]] = queue.Queue()
        self.begun: queue.Queue[FakeProcess] = queue.Queue()
        self.tasks = WebTasks(Network(RULES, 0, self._start), None, USUAL_NAMES, lambda *one: self.told.put(one))

    def _start(self, job: WebJob) -> FakeProcess:
        process = FakeProcess(job)
        self.begun.put(process)
        return process

    def next_process(self) -> FakeProcess:
        return self.begun.get(timeout=10)


def end(process: FakeProcess) -> None:
    process.news.put(Ended())
    process.news.put(None)


def wait_for_rest(tasks: WebTasks) -> None:
    deadline = time.monotonic() + 10
    while tasks.is_running:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_pages_are_asked_for_one_after_the_other_and_feeds_beside_them() -> None:
    bench = Bench()
    assert [bench.tasks.start(task) for task in (PAGE, OTHER_PAGE, Refresh(), PAGE, OTHER_PAGE)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    first, second = bench.next_process(), bench.next_process()
    assert {first.job.task, second.job.task} == {PAGE, Refresh()}
    assert bench.begun.empty()
    page = first if first.job.task == PAGE else second
    end(page)
    third = bench.next_process()
    assert third.job.task == OTHER_PAGE
    assert bench.told.get(timeout=10) == (PAGE, Ended())
    bench.tasks.stop()
    assert third.killed.wait(10)


def test_what_is_stopped_tells_nothing_more_and_what_waits_is_not_begun() -> None:
    bench = Bench()
    bench.tasks.start(PAGE)
    bench.tasks.start(OTHER_PAGE)
    process = bench.next_process()
    bench.tasks.stop()
    assert process.killed.wait(10)
    assert not bench.tasks.is_running
    bench.tasks.start(OTHER_PAGE)
    again = bench.next_process()
    assert again.job.task == OTHER_PAGE
    end(again)
    assert bench.told.get(timeout=10) == (OTHER_PAGE, Ended())
    wait_for_rest(bench.tasks)
    assert bench.told.empty()


def test_what_was_answered_can_be_asked_for_again_before_its_process_has_ended() -> None:
    bench = Bench()
    bench.tasks.start(PAGE)
    process = bench.next_process()
    process.news.put(Received(PAGE.link, 1, None))
    assert bench.told.get(timeout=10)[1] == Received(PAGE.link, 1, None)
    assert not bench.tasks.start(PAGE)
    process.news.put(Refused(PAGE.link, "is slow"))
    assert bench.told.get(timeout=10)[1] == Refused(PAGE.link, "is slow")
    assert bench.tasks.start(PAGE)
    assert not bench.tasks.start(PAGE), "it waits already"
    end(process)
    again = bench.next_process()
    assert again.job.task == PAGE
    end(again)
    wait_for_rest(bench.tasks)


def test_between_two_pages_of_one_host_there_is_a_pause() -> None:
    pauses: queue.Queue[float] = queue.Queue()
    begun: queue.Queue[FakeProcess] = queue.Queue()

    def start(job: WebJob) -> FakeProcess:
        process = FakeProcess(job)
        end(process)
        begun.put(process)
        return process

    network = Network(RULES._replace(pause_seconds=60), 0, start)
    tasks = WebTasks(network, None, USUAL_NAMES, lambda *_one: None, pauses.put)
    for link in ("https://a.example/1", "https://b.example/1", "https://a.example/2", "https://a.example/3"):
        tasks.start(AskPage(link))
        begun.get(timeout=10)
        wait_for_rest(tasks)
    assert [round(pauses.get(timeout=10) / 60) for _time in range(2)] == [1, 2]
    assert pauses.empty()


def test_a_process_that_dies_is_told_of() -> None:
    bench = Bench()
    bench.tasks.start(PAGE)
    bench.next_process().news.put(None)
    task, report = bench.told.get(timeout=10)
    assert (task, report) == (PAGE, Ended("its process came to an end"))


def test_a_process_that_cannot_be_started_is_told_of() -> None:
    def refuse(job: WebJob) -> FakeProcess:
        raise OSError(11, "Resource temporarily unavailable")

    told: queue.Queue[tuple[Task, Report]] = queue.Queue()
    tasks = WebTasks(Network(RULES, 0, refuse), None, USUAL_NAMES, lambda *one: told.put(one))
    tasks.start(PAGE)
    assert told.get(timeout=10) == (PAGE, Ended("Resource temporarily unavailable"))
    wait_for_rest(tasks)


# The real process


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    WebStore(path).close()
    return path


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


def job(task: Task, library: Path | None, rules: NetworkRules = RULES) -> WebJob:
    return WebJob(task, rules, library, USUAL_NAMES, "en", 0)


def xml(numbers: range) -> bytes:
    return feed(item(number) for number in numbers)


def test_a_page_comes_through_the_process(server: LocalServer, library: Path) -> None:
    link = server.at("/1", answer(b"<html><body><h1>Le pont</h1><p>Le pont rouvre lundi.</p></body></html>"))
    *_received, came, ended = start_web_job(job(AskPage(link), library)).reports()
    assert isinstance(came, PageCame)
    assert came.change == "new"
    assert ended == Ended()
    missing = server.address("/none")
    assert [*start_web_job(job(AskPage(missing), library)).reports()] == [
        Refused(missing, "is not there (404)"),
        Ended(),
    ]


def test_feeds_are_refreshed_through_the_process(server: LocalServer, library: Path) -> None:
    link = server.at("/feed", answer(xml(range(3)), Content_Type="application/rss+xml"))
    with closing(WebStore(library)) as store:
        store.apply([Subscribe(Subscription(link))])
        reports = list(start_web_job(job(Refresh(), library)).reports())
        assert [one.new for one in reports if isinstance(one, FeedAsked)] == [3]
        assert reports[-1] == Ended()
        assert len(store.contents().articles) == 3


def test_a_library_that_is_gone_or_cannot_be_opened_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("none", "folder"):
        [ended] = start_web_job(job(Refresh(), tmp_path / name)).reports()
        assert isinstance(ended, Ended)
        assert ended.problem.startswith(f"{tmp_path / name}: ")
    assert not (tmp_path / "none").exists()


def test_offline_no_address_is_asked_for(server: LocalServer, library: Path) -> None:
    link = server.at("/1", answer(b"x"))
    refused, _ended = start_web_job(job(AskPage(link), library, RULES._replace(is_offline=True))).reports()
    assert isinstance(refused, Refused)
    assert server.requests == []


def kill_after(reports: int, job: WebJob) -> None:
    """Do a job in a process that is killed after so many reports."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        told_to = open(write_end, "w", encoding="ascii")  # noqa: SIM115 - it ends with the process
        try:
            work(job, lambda _report: print(".", end="", file=told_to, flush=True))
        finally:
            os._exit(0)
    os.close(write_end)
    with open(read_end, "rb", buffering=0) as told:
        for _report in range(reports):
            told.read(1)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.slow
def test_a_refresh_that_is_killed_leaves_a_whole_library(server: LocalServer, library: Path) -> None:
    """Each feed is kept whole or not at all, nothing twice, and what was there stays."""
    links = [server.at(f"/feed{number}", answer(xml(range(number * 20, number * 20 + 20)))) for number in range(8)]
    with closing(WebStore(library)) as store:
        store.apply([Subscribe(Subscription(link)) for link in links])
    before: set[str] = set()
    for attempt in range(30):
        kill_after(attempt % 12, job(Refresh(), library))
        with closing(WebStore(library)) as store:
            assert store.set_aside is None
            articles, feeds = store.contents()
            addresses = [article.address for article in articles]
            assert len(addresses) == len(set(addresses))
            assert before <= set(addresses)
            assert {len(feed.addresses) for feed in feeds} <= {0, 20}
            assert all(store.text(article.document) for article in articles)
            before = set(addresses)
    with closing(WebStore(library)) as store:
        list(start_web_job(job(Refresh(), library)).reports())
        assert len(store.contents().articles) == 160
