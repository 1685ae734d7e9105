"""How fast feeds are refreshed: `python -m tests.bench.wire [FEEDS] [ENTRIES]`.

A server on this machine gives so many feeds (100) of so many entries (50), each a whole article of some 400 words.
They are refreshed as the reader does it, in a process of its own; then once more, when nothing has changed. Prints the
seconds of both, the most memory of that process, and how late a thread of this process was that wakes each millisecond
(median and 95th percentile).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from statistics import median, quantiles

from tests.bench.index import TEXTS
from tests.wire.server import Behaviour, LocalServer, Request, head
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.web_store import WebStore, web_contents
from tui_reader.library.web_values import Subscribe, Subscription
from tui_reader.session.web_jobs import FeedAsked, Refresh, WebJob
from tui_reader.session.web_tasks import start_web_job
from tui_reader.wire.rules import NetworkRules

RULES = NetworkRules(pause_seconds=0, allowed_hosts=frozenset({"localhost"}))
TAG = '"1"'


def feed_of(number: int, entries: int) -> bytes:
    """A feed of whole articles, which are made of the corpus's texts."""
    texts = [path.read_text(encoding="utf-8") for path in TEXTS]
    items: list[str] = []
    for place in range(entries):
        words = texts[(number + place) % len(texts)].split()[place : place + 400]
        paragraphs = "".join(f"<p>{' '.join(words[at : at + 60])}</p>" for at in range(0, len(words), 60))
        day = format_datetime(datetime(2026, 11, 1 + place % 28, tzinfo=UTC))
        items.append(
            f"<item><title>Article {number}/{place}</title><link>https://paper{number}.example/{place}</link>"
            f"<guid>{number}-{place}</guid><pubDate>{day}</pubDate><description><![CDATA[{paragraphs}]]></description></item>"
        )
    inside = "".join(items)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{number}</title>{inside}</channel></rss>".encode()


def served(data: bytes) -> Behaviour:
    """Give a feed, or 304 to those who have it."""

    async def behave(request: Request, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if request.headers.get("if-none-match") == TAG:
            writer.write(head(304, None, Content_Length="0", ETag=TAG))
        else:
            writer.write(head(200, "application/rss+xml", Content_Length=str(len(data)), ETag=TAG) + data)

    return behave


@contextlib.contextmanager
def watched(delays: list[float]) -> Iterator[None]:
    """Note how late a thread is that wakes each millisecond."""
    ends = threading.Event()

    def watch() -> None:
        while not ends.is_set():
            begun = time.perf_counter()
            time.sleep(0.001)
            delays.append(time.perf_counter() - begun - 0.001)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        ends.set()
        thread.join()


def refresh(library: Path) -> tuple[float, int, list[float]]:
    """Refresh all feeds; the seconds, the new articles, and the delays of this process meanwhile."""
    delays: list[float] = []
    begun = time.perf_counter()
    with watched(delays):
        reports = list(start_web_job(WebJob(Refresh(), RULES, library, USUAL_NAMES, "en", 0)).reports())
        web_contents(library)
    return time.perf_counter() - begun, sum(one.new for one in reports if isinstance(one, FeedAsked)), delays


def main(feeds: int, entries: int) -> None:
    """Run the bench."""
    with tempfile.TemporaryDirectory() as folder, LocalServer() as server:
        library = Path(folder) / "library.sqlite3"
        links = [server.at(f"/{number}", served(feed_of(number, entries))) for number in range(feeds)]
        with contextlib.closing(WebStore(library)) as store:
            store.apply([Subscribe(Subscription(link)) for link in links])
        print(f"{feeds} feeds of {entries} entries, {os.cpu_count()} cores")
        for name in ("first refresh", "second, unchanged"):
            seconds, new, delays = refresh(library)
            late = [delay * 1000 for delay in delays]
            print(
                f"  {name:20}{seconds:6.2f} s  {new:6} new"
                f"   delays: median {median(late):.1f} ms, 95th percentile {quantiles(late, n=20)[-1]:.1f} ms"
            )
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(f"  most memory of the process {memory:.0f} MB; library {library.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    main(*given, *(100, 50)[len(given) :])
