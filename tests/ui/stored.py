"""The samples as they were once analysed, for tests of the screen: `python -m tests.ui.stored` stores them anew.

So work on the analysis changes no screen that a test looks at. They are stored as `extract` prints them.
"""

from __future__ import annotations

import json
from array import array
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus import ROOT
from tests.session.analysers import RememberingAnalyser
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.cleaning.said_in_head import mark_what_is_said
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.text.find import loose
from tui_reader.export.contract import as_json
from tui_reader.ingest.sources import read
from tui_reader.model import (
    Article,
    Block,
    Document,
    Doubt,
    Edit,
    Figure,
    Headline,
    HeadlineDoubt,
    Quote,
    Repair,
    Source,
    Span,
    Variant,
)
from tui_reader.session.analysis_process import Analysis, Answer
from tui_reader.session.summary import Summary, minutes_to_read

FOLDER = Path(__file__).parent / "stored"
SAMPLES = ROOT / "assets" / "samples"
IN_GOLDENS = ("crue-de-la-meurthe", "harwick-bridge")


def paths() -> list[Path]:
    """The samples that the goldens show."""
    return [SAMPLES / f"{name}.txt" for name in IN_GOLDENS]


def stored_document(name: str) -> Document:
    """The text of a sample."""
    [document] = read(str(SAMPLES / f"{name}.txt"))
    return document


class StoredAnalyser(RememberingAnalyser):
    """Answers with what is stored; what is not, and articles with corrections, are analysed."""

    def answer(self) -> Answer:
        article = stored_articles().get(self._asked.document.id)
        if article is None or (isinstance(self._asked, Analysis) and self._asked.corrections):
            return super().answer()
        if isinstance(self._asked, Analysis):
            return article
        minutes, raw = minutes_to_read(len(article.text.split())), article.document.raw
        title = article.title or ""
        return Summary(article.document.id, title, article.site, article.day, minutes, len(raw), loose(raw), array("I"))


@cache
def stored_articles() -> dict[str, Article]:
    """The articles by the ids of their documents."""
    found = [_article(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.json"))]
    return {article.document.id: article for article in found}


def _article(stored: dict[str, Any]) -> Article:
    """The article that `extract` printed as `stored`."""
    source = Source(path=stored["source"]["path"], url=stored["source"]["url"], encoding=stored["source"]["encoding"])
    blocks = tuple(map(_block, stored["blocks"]))
    head = Head(stored["byline"], stored["published"], stored["site"], stored["source"]["url"])
    return Article(
        Document(stored["id"], source, stored["raw"]),
        **{key: stored[key] for key in ("language", "title", "byline", "site", "published")},
        blocks=mark_what_is_said(stored["raw"], blocks, head, stored["language"]),
        headlines=tuple(map(_headline, stored["headlines"])),
        figures=tuple(map(_figure, stored["figures"])),
        quotes=tuple(map(_quote, stored["quotes"])),
    )


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _block(stored: dict[str, Any]) -> Block:
    edits = tuple(Edit(Span(one["start"], one["end"]), one["to"], one["rule"]) for one in stored["edits"])
    doubts = stored["doubtful_words"]
    return Block(
        span=Span(stored["start"], stored["end"]),
        edits=edits,
        doubtful_words=tuple(Doubt(Span(one["start"], one["end"]), tuple(one["alternatives"])) for one in doubts),
        **{key: stored[key] for key in ("kind", "text", "kept", "doubtful", "rule", "reason")},
    )


def _headline(stored: dict[str, Any]) -> Headline:
    return Headline(
        stored["text"],
        tuple(Variant(Span(one["start"], one["end"]), one["text"]) for one in stored["variants"]),
        tuple(Repair(Span(*one["at"]), tuple(one["instead_of"])) for one in stored["repairs"]),
        tuple(HeadlineDoubt(Span(*one["at"]), tuple(one["alternatives"])) for one in stored["doubtful"]),
    )


def _figure(stored: dict[str, Any]) -> Figure:
    same = (
        "text",
        "clean",
        "value",
        "high",
        "kind",
        "change",
        "unit",
        "what",
        "qualifier",
        "attribution",
        "rank",
        "rule",
    )
    return Figure(
        span=Span(stored["start"], stored["end"]),
        sentence=Span(*stored["sentence"]),
        mentions=tuple(Span(*one) for one in stored["mentions"]),
        **{key: stored[key] for key in same},
    )


def _quote(stored: dict[str, Any]) -> Quote:
    same = ("text", "clean", "kind", "speech", "speaker", "how", "role", "handle", "date", "cue", "rule", "confidence")
    return Quote(
        span=Span(stored["start"], stored["end"]),
        sentence=Span(*stored["sentence"]),
        incises=tuple(Span(*one) for one in stored["incises"]),
        candidates=tuple(stored["candidates"]),
        speaker_span=_span(stored["speaker_span"]),
        cue_span=_span(stored["cue_span"]),
        **{key: stored[key] for key in same},
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in sorted(SAMPLES.glob("*.txt")):
        [document] = read(str(path))
        printed = {**as_json(analyse(document)), "source": {"path": path.name, "url": None, "encoding": "utf-8"}}
        text = json.dumps(printed, ensure_ascii=False, indent=1) + "\n"
        (FOLDER / f"{path.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
