"""Asking the network on the command line: addresses among the paths, and feeds."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tui_reader.cli.output import remark
from tui_reader.config import Config
from tui_reader.display import display_line
from tui_reader.errors import InputError
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.input_list import Input, InputList
from tui_reader.ingest.sources import Opened
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import WebArticle
from tui_reader.messages import _
from tui_reader.messages.days import written_day
from tui_reader.model import Document
from tui_reader.session.page_fetch import Desk, ask_page, documents_of, shown_article
from tui_reader.session.web_articles import input_of
from tui_reader.session.web_jobs import FeedFound, PageCame, Received, Report
from tui_reader.wire.address import article_address, host_of
from tui_reader.wire.content import kind_of
from tui_reader.wire.fetcher import Fetcher
from tui_reader.wire.rules import NetworkRules

Result = TypeVar("Result")


def read_address(address: str, names: FieldNames, rules: NetworkRules) -> Sequence[Document]:
    """The documents at an address, which are kept nowhere. Raises InputError."""

    async def ask() -> Sequence[Document]:
        async with Fetcher(rules) as fetcher:
            answer = await fetcher.get(address)
        if kind_of(answer) == "feed":
            return documents_of(answer, names)
        documents = documents_of(answer, names)
        return [shown_article(one, address).document for one in documents] if len(documents) == 1 else documents

    return asyncio.run(ask())


def run_at_desk(
    config: Config,
    store: WebStore | None,
    task: Callable[[Desk], Coroutine[Any, Any, Result]],
    report: Callable[[Report], None],
) -> Result:
    """Run a task that asks the network."""

    async def run() -> Result:
        async with Fetcher(config.rules) as fetcher:
            return await task(Desk(fetcher, store, config.field_names, report))

    return asyncio.run(run())


def open_addresses(addresses: Sequence[str], config: Config, library: Path | None) -> Opened:
    """The articles at addresses: those that the library keeps as they are, the others are asked for and kept."""
    opened = Opened(InputList(), {}, {})
    with closing(WebStore(library)) if library else nullcontext() as store:
        for address in addresses:
            try:
                articles = list(_open_address(address, config, store))
            except InputError as problem:
                opened.problems[len(opened.inputs)] = problem
                opened.inputs.extend([Input(address, address)])
                continue
            for source, document in articles:
                opened.documents[len(opened.inputs)] = document
                opened.inputs.extend([source])
    return opened


def _open_address(address: str, config: Config, store: WebStore | None) -> Iterator[tuple[Input, Document]]:
    known = store.article(article_address(address)) if store else None
    kept = store.text(known.document) if store and known and not known.is_teaser else None
    if store and known and kept:
        came = store.versions(known.address)[-1].came
        remark(_("{address}: as it was kept on {day}; R asks for it anew").format(address=address, day=_day(came)))
        yield input_of(known), kept
        return
    with _progress(address) as report:
        came_now = run_at_desk(config, store, lambda desk: ask_page(desk, address), report)
    if isinstance(came_now, FeedFound):
        raise InputError(address, _("is a feed: `tui-reader feeds add` follows it"))
    if came_now.remark:
        remark(f"{address}: {came_now.remark}")
    if came_now.change == "same" and store and known:
        document = store.text(known.document)
        yield from [(input_of(known), document)] if document else []
    yield from _kept_pages(came_now, store)


def _kept_pages(came: PageCame, store: WebStore | None) -> Iterator[tuple[Input, Document]]:
    for article in came.articles:
        document = came.document or (store.text(article.document) if store else None)
        if document:
            yield (input_of(article) if store else _unkept(article)), document


def _unkept(article: WebArticle) -> Input:
    """The input of an article that no library keeps."""
    return Input(article.address, article.title, moment=article.moment)


def _day(moment: str) -> str:
    return written_day(datetime.fromisoformat(moment).astimezone(UTC).date().isoformat())


@contextmanager
def _progress(address: str) -> Iterator[Callable[[Report], None]]:
    """Says on a terminal how much of a page has come; the line is wiped out in the end."""
    is_shown = sys.stderr is not None and sys.stderr.isatty()

    def show(report: Report) -> None:
        if is_shown and isinstance(report, Received):
            words = display_line(_("{address}: {size} kB").format(address=address, size=report.size // 1000))
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{words[-width:]}", end="", file=sys.stderr, flush=True)

    if is_shown:
        print(display_line(_("asking {host}…").format(host=host_of(address))), end="", file=sys.stderr, flush=True)
    try:
        yield show
    finally:
        if is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
