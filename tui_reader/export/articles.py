"""Whole articles as `tui-reader export` writes them, with the reader's corrections: JSON Lines, Markdown, CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tui_reader.display import displayable
from tui_reader.export.citation import escaped_markdown, figure_words, web_address
from tui_reader.export.contract import as_line, json_number
from tui_reader.export.excerpt import excerpt_of_figure, excerpt_of_quote
from tui_reader.export.safe import BYTE_ORDER_MARK, table_rows
from tui_reader.export.wording import FIELD_NAMES
from tui_reader.messages import _
from tui_reader.model import Article, Block, CorrectedField, Figure, Quote

_COLUMNS = (
    *("path", "record", "title", "byline", "site", "published", "url", "kind", "words", "speaker", "role", "speech"),
    *("value", "high", "unit", "what", "qualifier", "attribution", "sentence", "start", "end", "corrected"),
)


class ArticleFormat(NamedTuple):
    """A form of articles: what stands before all of them, and each of them, with its last line end."""

    head: str
    form: Callable[[Article], str]


def formats() -> dict[str, ArticleFormat]:
    """The forms by their names, in the language that is spoken."""
    return {
        "jsonl": ArticleFormat("", lambda article: as_line(article) + "\n"),
        "markdown": ArticleFormat("", as_markdown),
        "csv": ArticleFormat(BYTE_ORDER_MARK + table_rows([], _COLUMNS), as_rows),
    }


def as_markdown(article: Article) -> str:
    """The article in the signs of CommonMark: title, head, text, key figures, quotes; safe to show."""
    parts = [f"# {escaped_markdown(article.title)}"] if article.title else []
    address = web_address(article.document.source.url)
    head = [escaped_markdown(part) for part in (article.byline, article.site, article.published) if part]
    parts += [" · ".join([*head, *([f"<{address}>"] if address else []), *_corrected(article.corrected)])]
    parts += [_paragraph(block, article) for block in article.blocks if block.kept and block.kind != "title"]
    if article.figures:
        figures = "\n".join(f"- {_figure(figure, article)}" for figure in article.figures)
        parts += [_heading(_("Key figures")), figures]
    quotes = [quote for quote in article.quotes if quote.speech]
    if quotes:
        parts += [_heading(_("Quotes")), *(_quote(quote, article) for quote in quotes)]
    return displayable("\n\n".join(part for part in parts if part) + "\n\n")


def _paragraph(block: Block, article: Article) -> str:
    words = escaped_markdown(article.wording.clean_span(block.span).of(article.text))
    if block.kind == "heading":
        return _heading(words)
    sign = {"post": "> ", "list": "- "}.get(block.kind, "")
    return "\n".join(sign + line for line in words.splitlines())


def _heading(words: str) -> str:
    return f"## {' '.join(words.split())}"


def _figure(figure: Figure, article: Article) -> str:
    excerpt = excerpt_of_figure(figure, article)
    bold = f"**{escaped_markdown(excerpt.words)}**"
    return " ".join([figure_words(excerpt, bold, escaped=escaped_markdown), *_corrected(figure.corrected)])


def _quote(quote: Quote, article: Article) -> str:
    excerpt = excerpt_of_quote(quote, article)
    who = ", ".join(escaped_markdown(part) for part in (excerpt.speaker, excerpt.role) if part)
    known = " ".join([who or _("speaker not named"), *_corrected(quote.corrected)])
    lines = [escaped_markdown(line) for line in excerpt.words.splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in (*lines, "", f"— {known}"))


def _corrected(fields: tuple[CorrectedField, ...]) -> list[str]:
    """What the reader corrected, in brackets."""
    names = ", ".join(_(FIELD_NAMES[field]).lower() for field in fields)
    return [_("(corrected: {fields})").format(fields=names)] if fields else []


def as_rows(article: Article) -> str:
    """A row of a table a quote or figure, without the names of the columns; nothing where there is neither."""
    return table_rows(_items(article), _COLUMNS, named=False)


def _items(article: Article) -> Iterator[dict[str, Any]]:
    """The figures by rank and the quotes in order, as rows."""
    source = article.document.source
    empty = dict.fromkeys(_COLUMNS)
    of_article = {
        **empty,
        "path": source.path,
        "record": source.record,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "url": source.url,
    }
    for figure in article.figures:
        yield {**of_article, **_placed(figure, article), **_row_of_figure(figure)}
    for quote in article.quotes:
        yield {**of_article, **_placed(quote, article), **_row_of_quote(quote)}


def _placed(item: Quote | Figure, article: Article) -> dict[str, Any]:
    return {
        "words": " ".join(item.clean.split()),
        "sentence": " ".join(item.sentence.of(article.document.raw).split()),
        "start": item.span.start,
        "end": item.span.end,
        "corrected": ", ".join((*article.corrected, *item.corrected)),
    }


def _row_of_quote(quote: Quote) -> dict[str, Any]:
    return {"kind": "quote", "speaker": quote.speaker, "role": quote.role, "speech": quote.speech}


def _row_of_figure(figure: Figure) -> dict[str, Any]:
    names = ("unit", "what", "qualifier", "attribution")
    ends = {"value": json_number(figure.value), "high": json_number(figure.high)}
    return {"kind": "figure", **ends, **{name: getattr(figure, name) for name in names}}
