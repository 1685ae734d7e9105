"""The process that asks the network: it reads a pickled job and writes pickled reports."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext

from tui_reader.crash import DefectReports
from tui_reader.errors import InputError, LibraryError
from tui_reader.library.web_store import WebStore
from tui_reader.messages import _, activate
from tui_reader.session.feed_refresh import refresh
from tui_reader.session.page_fetch import Desk, ask_page, find_feeds
from tui_reader.session.web_jobs import AskPage, Ended, FeedsFound, FindFeeds, Refresh, Refused, Report, WebJob


def work(job: WebJob, report: Callable[[Report], None]) -> None:
    """Do a job, and report what came."""
    activate(job.language)
    if job.library and not job.library.exists():  # a new one would hold nothing of what is on the screen
        report(Ended(str(LibraryError(str(job.library), _("is gone")))))
        return
    try:
        with closing(WebStore(job.library)) if job.library else nullcontext() as store:
            asyncio.run(_do(job, store, report))
    except LibraryError as error:
        report(Ended(str(error)))
    except Exception as defect:  # the screen, and what is read there, go on
        report(Ended(DefectReports().add_error(str(job.task), defect)))
    else:
        report(Ended())


async def _do(job: WebJob, store: WebStore | None, report: Callable[[Report], None]) -> None:
    from tui_reader.wire.fetcher import Fetcher  # noqa: PLC0415 - only here is anything asked for

    async with Fetcher(job.rules) as fetcher:
        desk = Desk(fetcher, store, job.names, report)
        match job.task:
            case AskPage(link) | FindFeeds(link):
                try:
                    report(await _ask(desk, job.task, link))
                except InputError as error:
                    report(Refused(link, error.reason))
            case Refresh(addresses) if store:
                await refresh(desk, store, addresses, job.keep_days)


async def _ask(desk: Desk, task: AskPage | FindFeeds, link: str) -> Report:
    if isinstance(task, AskPage):
        return await ask_page(desk, link)
    return FeedsFound(link, await find_feeds(desk, link))


def _send(report: Report) -> None:
    """Write a report; where nobody reads it any more, that ends the process."""
    pickle.dump(report, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    work(pickle.load(sys.stdin.buffer), _send)  # noqa: S301 - what our own parent process wrote
    sys.stdout.flush()
    os._exit(0)  # a name that is still being looked up holds nobody up
