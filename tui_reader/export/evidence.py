"""What several articles say of the same thing, as JSON Lines: scripts depend on the form; extend it, never rename."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.evidence.figures import FigureItem, group_figures
from tui_reader.evidence.quotes import QuoteItem, group_quotes
from tui_reader.export.contract import json_number
from tui_reader.export.safe import safe_json
from tui_reader.model import Article, Figure, Quote


def evidence_lines(articles: Sequence[Article]) -> Iterator[str]:
    """A line a group, figures first; offsets are code points into the raw text of each article, half open."""
    for figures in group_figures(articles):
        items = [_figure(item, articles[item.article_index]) for item in figures.items]
        unit = figures.items[0].figure.unit
        yield _line({"kind": "figure", "what": figures.what, "unit": unit, "agree": figures.agrees, "items": items})
    for quotes in group_quotes(articles):
        quoted = [_quote(item, articles[item.article_index]) for item in quotes.items]
        yield _line({"kind": "quote", "speaker": quotes.speaker, "agree": quotes.agrees, "items": quoted})


def _line(value: dict[str, Any]) -> str:
    return safe_json(value) + "\n"


def _figure(item: FigureItem, article: Article) -> dict[str, Any]:
    figure = item.figure
    return {
        **_placed(figure, article),
        "value": json_number(figure.value),
        "high": json_number(figure.high),
        "qualifier": figure.qualifier,
        "attribution": figure.attribution,
        "published": article.published,
    }


def _quote(item: QuoteItem, article: Article) -> dict[str, Any]:
    return {**_placed(item.quote, article), "speaker": item.quote.speaker, "published": article.published}


def _placed(item: Figure | Quote, article: Article) -> dict[str, Any]:
    source = article.document.source
    return {
        "path": source.path,
        "record": source.record,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
    }
