"""The README's screenshots, made by the program: `python -m tests.screenshot`."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from tests.corpus import ROOT
from tests.session.analysers import RememberingAnalyser
from tests.ui.helpers import reading, wait_for
from tui_reader.ingest.sources import read
from tui_reader.library.web_values import FeedContents, FeedState, Subscription, WebArticle
from tui_reader.messages import activate
from tui_reader.model import Document
from tui_reader.session.feeds import Feeds
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.summary import first_words
from tui_reader.session.web_articles import WebArticles

FOLDER = ROOT / "assets" / "screenshots"
SAMPLES = ROOT / "assets" / "samples"
SHOTS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "reader": ((120, 34), ["c", *"jjjj"]),
    "raw": ((120, 34), ["enter", "v", "ctrl+d"]),
    "narrow": ((56, 24), ["c", *"jj"]),
}
"""By name: the size in cells, and the keys pressed in the fourth sample."""


async def shoot(name: str) -> None:
    size, keys = SHOTS[name]
    async with reading([SAMPLES], size, paints=True, start=RememberingAnalyser) as (app, pilot):
        await pilot.press(*"JJJ")
        await wait_for(
            pilot, lambda: app.collection.article(3) is not None and app.reader.reading_list.shown == 3, "the article"
        )
        await pilot.press(*keys)
        await pilot.pause()
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(title="tui-reader"), encoding="utf-8")


FEEDS = {
    ("Tarbert Herald", ""): [("tarbert-herald.jsonl", 0), ("tarbert-herald.jsonl", 1), ("tarbert-herald.jsonl", 2)],
    ("Le Courrier du Léon", "presse"): [("phare-de-kerlouan.html", 0), ("sardines-europresse.html", 0)],
    ("La Dépêche du port", "presse"): [],
}
"""The samples that feeds bring in their picture, with their records, by the names of the feeds and of their folders."""


def sample_of(file: str, record: int) -> Document:
    """A sample, as it would come over the wire."""
    document = read(str(SAMPLES / file))[record]
    return replace(document, source=replace(document.source, path=None))


def title_of(document: Document) -> str:
    """The title of a sample, as its feed would give it."""
    declared = document.declared.title
    return declared.text if declared else first_words(document.raw)


async def shoot_feeds() -> None:
    """The picture of feeds: folders, unread articles, one of them open."""
    samples = {sample: sample_of(*sample) for listed in FEEDS.values() for sample in listed}
    addresses = {sample: f"https://paper.example/{number}" for number, sample in enumerate(samples)}
    articles = [
        WebArticle(addresses[sample], "", one.id, title_of(one), f"2026-11-2{day}")
        for day, (sample, one) in enumerate(samples.items())
    ]
    contents = [
        FeedContents(
            Subscription(f"https://paper{number}.example/feed", name, folder),
            FeedState(problem=None if listed else "has a server that fails (503)"),
            frozenset(addresses[sample] for sample in listed),
        )
        for number, ((name, folder), listed) in enumerate(FEEDS.items())
    ]
    async with reading(
        [SAMPLES / "crue-de-la-meurthe.txt"],
        (120, 30),
        texts=KeptTexts((), {one.id: one for one in samples.values()}.get),
        web_articles=WebArticles(articles),
        feeds=Feeds(contents),
        paints=True,
        start=RememberingAnalyser,
    ) as (app, pilot):
        await pilot.press("J", "J", "h")
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "the article")
        await wait_for(pilot, lambda: app.collection.known == len(app.collection), "all titles")
        await pilot.pause()
        (FOLDER / "feeds.svg").write_text(app.export_screenshot(title="tui-reader"), encoding="utf-8")


def main() -> None:
    activate("en")
    for name in SHOTS:
        asyncio.run(shoot(name))
    asyncio.run(shoot_feeds())


if __name__ == "__main__":
    main()
