"""A network that answers from memory, for tests of what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from tui_reader.errors import WireError
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.web_store import WebStore
from tui_reader.session.page_fetch import Desk
from tui_reader.session.web_jobs import Report
from tui_reader.wire.answer import NO_VALIDATORS, Answer, Validators

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SITE = "https://clairon.example"
FEED = f"{SITE}/feed"
SENTENCES = (
    "Le pont de Lorvex, fermé depuis onze mois, rouvre ce lundi à la circulation, a annoncé la préfecture.",
    "« Nous avons tenu les délais », s’est félicitée Hélène Marchand, présidente du département.",
    "Le chantier a coûté 14 millions d’euros, soit 8 % de plus que prévu, selon la mairie.",
)


class FakeFetcher:
    """Gives what stands at each address; `asked` are the addresses with the validators that came with them."""

    def __init__(self) -> None:
        self.at: dict[str, bytes | WireError | Callable[[], bytes]] = {}
        self.types: dict[str, str] = {}
        self.moved: dict[str, str] = {}
        self.asked: list[tuple[str, Validators]] = []

    async def get(self, address: str, validators: Validators = NO_VALIDATORS, **more: Any) -> Answer:
        self.asked.append((address, validators))
        found = self.at.get(address, WireError(address, "is not there", status=404))
        if isinstance(found, WireError):
            raise found
        body = found if isinstance(found, bytes) else found()
        tag = Validators(f'"{hash(body)}"')
        if more.get("progress"):
            more["progress"](len(body), len(body))
        same = validators == tag
        kind = self.types.get(address, "text/html")
        return Answer(
            address, address, 304 if same else 200, b"" if same else body, kind, "utf-8", tag, self.moved.get(address)
        )


def desk(fetcher: FakeFetcher, store: WebStore | None, now: datetime = NOW) -> tuple[Desk, list[Report]]:
    """A desk at which that network is asked, and what it reports."""
    reports: list[Report] = []
    return Desk(fetcher, store, USUAL_NAMES, reports.append, lambda: now), reports


def page(*sentences: str, title: str = "Le pont de Lorvex rouvre", more: str = "", day: str = "2026-11-28") -> bytes:
    """A page with an article."""
    published = f'<meta property="article:published_time" content="{day}T10:00:00+01:00">' if day else ""
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences or SENTENCES)
    return (
        f"<!doctype html><html lang=fr><head><meta charset=utf-8><title>{title}</title>{published}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article>{more}</body></html>"
    ).encode()


def item(number: int, words: str = "Le pont rouvre lundi…", *, guid: str | None = None, day: datetime = NOW) -> str:
    """An entry of a feed, a teaser of the page with that number."""
    return (
        f"<item><title>Article {number}</title><link>{SITE}/{number}</link><guid>{guid or number}</guid>"
        f"<pubDate>{format_datetime(day)}</pubDate><description>{words}</description></item>"
    )


def feed(items: Iterable[str], title: str = "Le Clairon") -> bytes:
    """A feed with these entries."""
    inside = "".join(items)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{inside}</channel></rss>".encode()
