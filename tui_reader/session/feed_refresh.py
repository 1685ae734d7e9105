"""Asking for the feeds that are followed, and keeping their entries. No widget here."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from msgspec.structs import replace

from tui_reader.crash import DefectReports
from tui_reader.errors import InputError, LibraryError, WireError
from tui_reader.ingest.formats.feed import Feed, FeedEntry, read_feed
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import ArrivedArticle, FeedContents, FeedState, Version, WebArticle
from tui_reader.messages import _
from tui_reader.session.page_fetch import Asker, Desk, ask_page, fetched_at
from tui_reader.session.time_limit import TimeIsUp, time_limit
from tui_reader.session.web_articles import moment_of, written_moment
from tui_reader.session.web_jobs import FeedAsked, Refreshed, Report
from tui_reader.wire.address import article_address, host_of
from tui_reader.wire.answer import NO_VALIDATORS, PAGES, Answer, Progress, Validators

FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
"""The `Accept` of a request for a feed."""
FIRST_BACK_OFF, LONGEST_BACK_OFF = timedelta(minutes=5), timedelta(days=1)
"""How long a feed that could not be asked is left alone: at first, doubled each time, at most."""
GONE_BACK_OFF = timedelta(days=30)
"""How long a feed is left alone of which the server says that it is gone for good."""
MOST_OF_FEED = 5_000_000
"""How many bytes of a feed are read; those of large papers have some hundred thousand."""
MOST_SECONDS = 10.0
"""How long a feed may be read; one of 5 MB is read within two."""
UNDO_TIME = timedelta(days=1)
"""How long the texts of removed articles are kept, so that removing can be undone."""


async def refresh(desk: Desk, store: WebStore, addresses: Sequence[str], keep_days: int) -> None:
    """Ask for feeds, for all without `addresses`, and report each; drop what is old. Raises LibraryError.

    Of a host that does not answer no other feed is asked for. A defect with one feed costs no other.
    """
    defects = DefectReports()
    desk = replace(desk, fetcher=_Impatient(desk.fetcher))
    followed = [feed for feed in store.contents().feeds if not addresses or feed.subscription.address in addresses]
    done = 0

    async def ask(feed: FeedContents) -> None:
        nonlocal done
        try:
            asked = await ask_feed(desk, store, feed, keep_days, is_wanted=len(addresses) == 1)
        except LibraryError:
            raise
        except Exception as defect:  # whatever reading has with this feed: the others can be read
            problem = defects.add_error(feed.subscription.address, defect)
            asked = FeedAsked(feed.subscription, problem=problem)
        done += 1
        desk.report(asked)
        desk.report(Refreshed(done, len(followed)))

    desk.report(Refreshed(0, len(followed)))
    tasks = [asyncio.create_task(ask(feed)) for feed in followed]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
    now = desk.now()
    store.drop_old(_oldest(now, keep_days), moment_of(now), moment_of(now - UNDO_TIME))


async def ask_feed(
    desk: Desk, store: WebStore, feed: FeedContents, keep_days: int, *, is_wanted: bool = False
) -> FeedAsked:
    """Ask for a feed, and keep what came. Raises LibraryError.

    One that is to be left alone for now is asked for only where somebody wants just this one.
    """
    subscription, state = feed.subscription, feed.state
    asked = moment_of(desk.now())
    if state.not_before and asked < state.not_before and not is_wanted:
        problem = _("{reason}; asked again from {time}")
        time = written_moment(state.not_before, desk.now())
        return FeedAsked(subscription, problem=problem.format(reason=state.problem, time=time))
    try:
        answer = await desk.fetcher.get(subscription.address, state.validators, accept=FEEDS)
        if answer.status == 304:
            store.set_state(subscription.address, FeedState(answer.validators, asked, asked))
            return FeedAsked(subscription)
        read = _read(answer)
        entries = _arrivals(read, subscription.address, desk.now(), _oldest(desk.now(), keep_days))
        now_known = FeedState(answer.validators, asked, asked)
        arrivals = store.keep_feed(subscription.address, now_known, read.title, entries)
        if answer.moved_to:
            store.move_feed(subscription.address, answer.moved_to)
    except InputError as error:
        store.set_state(subscription.address, _failed(state, error, desk.now()))
        return FeedAsked(subscription, problem=error.reason)
    if subscription.fetches_pages:
        await _fetch_pages(replace(desk, report=_tell_nobody), arrivals.new)
    return FeedAsked(subscription, len(arrivals.new), tuple(article.title for article in arrivals.changed))


def _read(answer: Answer) -> Feed:
    """The feed that came. Raises InputError where it is none, or too long, or made to be read for ever."""
    if len(answer.body) > MOST_OF_FEED:
        raise InputError(answer.address, _("is longer than {count} MB").format(count=MOST_OF_FEED // 1_000_000))
    try:
        with time_limit(MOST_SECONDS):
            return read_feed(answer.body, address=answer.address, content_type=answer.content_type)
    except TimeIsUp as error:
        raise InputError(answer.address, _("takes too long to read")) from error


class _Impatient:
    """Asks, but no host a second time that did not answer."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._silent: dict[str, str] = {}  # the reasons, by host
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def get(
        self,
        address: str,
        validators: Validators = NO_VALIDATORS,
        *,
        accept: str = PAGES,
        progress: Progress | None = None,
    ) -> Answer:
        """As `Asker.get`."""
        host = host_of(address)
        async with self._turns[host]:
            if host in self._silent:
                raise WireError(address, self._silent[host], is_silent=True)
            try:
                return await self._asker.get(address, validators, accept=accept, progress=progress)
            except WireError as error:
                if error.is_silent:
                    self._silent[host] = error.reason
                raise


def _tell_nobody(_report: Report) -> None:
    """What hears how far the pages of teasers are: their feed is told of."""


async def _fetch_pages(desk: Desk, articles: Iterable[WebArticle]) -> None:
    """Fetch the pages of new teasers; one whose page cannot be had stays a teaser, and is tried when it is opened."""
    for article in articles:
        if article.is_teaser:
            with suppress(InputError):
                await ask_page(desk, article.link)


def _failed(state: FeedState, error: InputError, now: datetime) -> FeedState:
    """How a feed stands after it could not be asked for, or not be read."""
    failures = state.failures + 1
    pause = min(FIRST_BACK_OFF * 2 ** min(failures - 1, 20), LONGEST_BACK_OFF)
    if isinstance(error, WireError):
        pause = FIRST_BACK_OFF if error.is_silent else pause  # it may be this machine that has no network
        pause = GONE_BACK_OFF if error.is_gone else pause
        pause = max(pause, timedelta(seconds=error.retry_after or 0))
    moment = moment_of(now)
    return state._replace(asked=moment, problem=error.reason, failures=failures, not_before=moment_of(now + pause))


def _oldest(now: datetime, keep_days: int) -> str:
    """The moment before which entries are dropped."""
    return moment_of(now - timedelta(days=keep_days)) if keep_days else ""


def _arrivals(feed: Feed, address: str, now: datetime, oldest: str) -> Iterator[ArrivedArticle]:
    """The entries of a feed as they are kept and listed, but for those that are too old to be."""
    came = moment_of(now)
    for entry in feed.entries:
        moment = min(moment_of(entry.published), came) if entry.published else came
        if moment >= oldest:
            yield _arrival(entry, address, moment, now)


def _arrival(entry: FeedEntry, feed_address: str, moment: str, now: datetime) -> ArrivedArticle:
    link = entry.address or f"{feed_address}#{entry.id or entry.document.id}"
    address = article_address(link) if entry.address else link
    document = fetched_at(entry.document, address, now)
    return ArrivedArticle(
        WebArticle(address, link, document.id, entry.title, moment, entry.is_teaser),
        Version(document.id, moment_of(now), "feed", entry.document.id, entry.is_teaser),
        document,
        entry.id,
    )
