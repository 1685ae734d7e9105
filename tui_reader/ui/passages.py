"""Which words a copy takes. No widget here."""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.export.citation import figure_words
from tui_reader.model import Article, Span
from tui_reader.ui.pages import Page


class Passage(NamedTuple):
    """Words to copy, and who said them where that is known."""

    words: str
    speaker: str | None = None


def marked_passage(article: Article, page: Page, current: Span) -> Passage | None:
    """The quote or figure that is marked on the page; None where the mark is neither, a find's hit say."""
    for quote in article.quotes:
        if page.place(quote.span) == current:
            return Passage(quote.clean, quote.speaker)
    for figure in article.figures:
        if page.place(figure.span) == current:
            return Passage(figure_words(figure, article), figure.attribution)
    return None
