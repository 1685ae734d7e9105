"""Asking for what stands at an address, and keeping it. No widget here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Protocol

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.cleaning.gates import gate_of
from tui_reader.analysis.pipeline import analyse
from tui_reader.errors import InputError, WireError
from tui_reader.ingest.decode import MOST_BYTES, NOTES, PAYWALLED, looks_binary, note
from tui_reader.ingest.formats.feed import read_feed
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.formats.html.feed_links import feed_links
from tui_reader.ingest.formats.registry import format_of
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import ArrivedArticle, Version, WebArticle
from tui_reader.messages import _
from tui_reader.model import Article, Document, Source
from tui_reader.session.summary import first_words
from tui_reader.session.web_articles import moment_of
from tui_reader.session.web_jobs import FeedFound, FeedLink, PageCame, Received, Report
from tui_reader.wire.address import article_address, web_address
from tui_reader.wire.answer import NO_VALIDATORS, PAGES, Answer, Progress, Validators
from tui_reader.wire.content import kind_of


def utc_now() -> datetime:
    """The moment that it is."""
    return datetime.now(UTC)


class Asker(Protocol):
    """Asks the network, as `wire.fetcher.Fetcher` does."""

    async def get(
        self,
        address: str,
        validators: Validators = NO_VALIDATORS,
        *,
        accept: str = PAGES,
        progress: Progress | None = None,
    ) -> Answer:
        """What stands at an address. Raises WireError."""


class Desk(msgspec.Struct, frozen=True):
    """What asking for something needs: who asks, where it is kept, how fields of records are named, what time it is."""

    fetcher: Asker
    store: WebStore | None
    names: FieldNames
    report: Callable[[Report], None]
    now: Callable[[], datetime] = utc_now


async def ask_page(desk: Desk, link: str) -> PageCame | FeedFound:
    """Ask for what stands at an address, and keep it where it is a page. Raises WireError, InputError, LibraryError."""
    address = article_address(link)
    last = _last_page(desk.store, address)

    def tell(size: int, whole_size: int | None) -> None:
        desk.report(Received(link, size, whole_size))

    answer = await desk.fetcher.get(link, last.validators if last else NO_VALIDATORS, progress=tell)
    if answer.status == 304 and last:
        return PageCame(link, (), "same", last.document)
    if kind_of(answer) == "feed":
        feed = read_feed(answer.body, address=answer.address, content_type=answer.content_type)
        return FeedFound(link, feed.title, len(feed.entries))
    documents = [fetched_at(one, address, desk.now()) for one in documents_of(answer, desk.names)]
    if len(documents) > 1:
        return _keep_records(desk, link, answer, documents)
    return _keep_page(desk, link, answer, _dated(documents[0], desk.store, address))


async def find_feeds(desk: Desk, link: str) -> Sequence[FeedLink]:
    """The feed that stands at an address, or those that the page there names. Raises WireError."""
    answer = await desk.fetcher.get(link)
    if kind_of(answer) == "feed":
        return [FeedLink(link, "")]
    named = ((web_address(one.address), one.title or "") for one in feed_links(answer.body, answer.address))
    return [FeedLink(address, title) for address, title in named if address]


def documents_of(answer: Answer, names: FieldNames) -> Sequence[Document]:
    """The documents that an answer is. Raises InputError where it shows no text."""
    form = format_of(answer.body[:MOST_BYTES], answer.address.partition("?")[0])
    if form.is_text and looks_binary(answer.body):
        raise InputError(answer.address, _("is binary data, not text"))
    source = Source(url=answer.address, media_type=form.media_type)
    try:
        documents = [_with_address(one, answer.address) for one in form.read(answer.body, source, names)]
    except InputError as error:
        raise InputError(answer.address, error.reason) from error
    if not any(document.raw.strip() for document in documents):
        raise InputError(answer.address, _("shows no text"))
    return documents


def fetched_at(document: Document, address: str, now: datetime) -> Document:
    """A document as it came over the wire for the article at an address.

    Its id is that article's: what two papers have in the same words are two articles, each with its own source.
    """
    own_id = hashlib.sha256(f"{address}\n{document.id}".encode()).hexdigest()
    source = replace(document.source, url=document.source.url or address, fetched=moment_of(now))
    return replace(document, id=own_id, source=source)


def _dated(document: Document, store: WebStore | None, address: str) -> Document:
    """A page with the date that its feed gives, where it declares none of its own."""
    if store is None or document.declared.published:
        return document
    of_feed = [store.text(version.document) for version in store.versions(address) if version.origin == "feed"]
    published = next((one.declared.published for one in reversed(of_feed) if one and one.declared.published), None)
    return replace(document, declared=replace(document.declared, published=published))


def _with_address(document: Document, address: str) -> Document:
    """A document with the address where it was found, and without the place in the memory that it was read from."""
    return replace(document, source=replace(document.source, path=None, url=document.source.url or address))


def _last_page(store: WebStore | None, address: str) -> Version | None:
    """The text of a page that came last; None where none did, or where the article is listed no more."""
    versions = store.versions(address) if store and store.article(address) else []
    return next((version for version in reversed(versions) if version.origin == "page"), None)


def shown_article(document: Document, link: str) -> Article:
    """The article of a page; where the rest of it is for subscribers, its document notes that.

    Raises WireError where the page shows none, but asks for consent, say.
    """
    article = analyse(document)
    match gate_of(article):
        case "consent":
            raise WireError(link, _("asks for consent to cookies first: the article is not shown"))
        case "nothing":
            raise WireError(link, _("shows no article"))
        case "paywall":
            document = replace(article.document, source=_with_note(article.document.source, PAYWALLED))
            return replace(article, document=document)
    return article


def _keep_page(desk: Desk, link: str, answer: Answer, document: Document) -> PageCame:
    """Keep a page; one that reads as it did before is the same, whatever else of its bytes is another."""
    article = shown_article(document, link)
    document = article.document
    is_cut = any(one.rule == PAYWALLED for one in document.source.notes)
    remark = _(NOTES[PAYWALLED]) if is_cut else ""
    arrived = arrival_of(link, answer, article, desk.now(), is_teaser=is_cut)
    if desk.store is None:
        return PageCame(link, (arrived.article,), "new", None, remark, document)
    last = _last_page(desk.store, arrived.article.address)
    before = desk.store.text(last.document) if last else None
    if last and before and _reads_the_same(analyse(before), article):
        desk.store.touch(arrived.article.address, last._replace(validators=answer.validators))
        return PageCame(link, (), "same", last.document, remark)
    desk.store.keep(arrived)
    return PageCame(link, (arrived.article,), "changed" if before else "new", before.id if before else None, remark)


def _with_note(source: Source, rule: str) -> Source:
    return replace(source, notes=(*source.notes, note(rule)))


def _reads_the_same(first: Article, second: Article) -> bool:
    return (first.title, first.text) == (second.title, second.text)


def _keep_records(desk: Desk, link: str, answer: Answer, documents: Iterable[Document]) -> PageCame:
    """Keep the articles of an export that stands at an address, each under an address of its own."""
    kept: list[WebArticle] = []
    for number, document in enumerate(documents, 1):
        arrived = arrival_of(f"{link}#{number}", answer, analyse(document), desk.now())
        kept.append(arrived.article._replace(address=f"{arrived.article.address}#{number}"))
        if desk.store:
            desk.store.keep(arrived._replace(article=kept[-1]))
    return PageCame(link, tuple(kept), "new")


def arrival_of(
    link: str, answer: Answer, article: Article, now: datetime, *, is_teaser: bool = False
) -> ArrivedArticle:
    """A page as it is kept and listed."""
    document = article.document
    came = moment_of(now)
    published = f"{article.day}T00:00:00+00:00" if article.day else came
    return ArrivedArticle(
        WebArticle(
            article_address(link),
            link,
            document.id,
            article.title or first_words(document.raw),
            min(published, came),
            is_teaser,
        ),
        Version(
            document.id,
            came,
            "page",
            hashlib.sha256(answer.body).hexdigest(),
            is_teaser,
            answer.address,
            answer.validators,
        ),
        document,
    )
