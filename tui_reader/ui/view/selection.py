"""What is marked on a page, and which words a copy takes. No widget here."""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.export.citation import figure_words
from tui_reader.model import Article, Figure, Quote, Span
from tui_reader.ui.view.page import Page


class Passage(NamedTuple):
    """Words to copy, and who said them where that is known."""

    words: str
    speaker: str | None = None


def marked_passage(article: Article, page: Page, current: Span) -> Passage | None:
    """The words of the quote or figure that is marked; None where the mark is neither, a find's hit say."""
    quote = marked_quote(article, page, current)
    if quote:
        return Passage(quote.clean, quote.speaker)
    figure = marked_figure(article, page, current)
    return Passage(figure_words(figure, article), figure.attribution) if figure else None


def marked_quote(article: Article, page: Page, current: Span | None) -> Quote | None:
    """The quote that is marked on the page."""
    return next((quote for quote in article.quotes if page.place(quote.span) == current), None)


def marked_figure(article: Article, page: Page, current: Span | None) -> Figure | None:
    """The figure of which a place is marked on the page."""
    for figure in article.figures:
        if any(page.place(span) == current for span in figure.mentions or (figure.span,)):
            return figure
    return None
