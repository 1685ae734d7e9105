"""What a command acts on: the quote or figure at the cursor, what is selected, or the sentence. No widget here."""

from __future__ import annotations

from typing import Literal

import msgspec

from tui_reader.export.excerpt import (
    excerpt_of_figure,
    excerpt_of_passage,
    excerpt_of_quote,
    said_words,
)
from tui_reader.messages import _, ngettext
from tui_reader.model import Article, Excerpt, Figure, Quote, Span
from tui_reader.ui.view.page import Page
from tui_reader.ui.view.text_selection import count_words


class Target(msgspec.Struct, frozen=True):
    """A quote, a figure, or words of the page: a passage that was selected, or the sentence at the cursor."""

    words: str
    kind: Literal["quote", "figure", "passage", "sentence"]
    item: Quote | Figure | None = None

    @property
    def name(self) -> str:
        """What it is, in words for the screen."""
        match self.item:
            case Quote(speaker=str() as speaker):
                return _("quote — {speaker}").format(speaker=speaker)
            case Quote():
                return _("quote")
            case Figure():
                return _("figure — {figure}").format(figure=self.words)
        return _("sentence") if self.kind == "sentence" else _("passage")

    @property
    def label(self) -> str:
        """What it is; of a passage also how long."""
        if self.kind != "passage":
            return self.name
        count = count_words(self.words)
        return ngettext("passage, {count} word", "passage, {count} words", count).format(count=count)

    def excerpt(self, article: Article) -> Excerpt:
        """The words with what is known of them."""
        match self.item:
            case Quote():
                return excerpt_of_quote(self.item, article)
            case Figure():
                return excerpt_of_figure(self.item, article)
        return excerpt_of_passage(self.words, article)


def target_of_item(item: Quote | Figure) -> Target:
    """A quote or a figure to act on."""
    if isinstance(item, Quote):
        return Target(said_words(item), "quote", item)
    return Target(" ".join(item.clean.split()), "figure", item)


def target_at(article: Article | None, page: Page, cursor: Span, *, is_marked: bool) -> Target:
    """What stands at the cursor of a page; `is_marked`: it is on a quote, a figure or a hit, not on a sentence."""
    if article and is_marked:
        item = _marked_item(article, page, cursor) or _around(article, page, cursor)
        if item:
            return target_of_item(item)
    return Target(cursor.of(page.text), "sentence")


def target_of_selection(article: Article | None, page: Page, selected: Span) -> Target:
    """What is selected: a quote or a figure where it is all of it and no more, else a passage."""
    item = article and _marked_item(article, page, selected)
    return target_of_item(item) if item else Target(selected.of(page.text), "passage")


def _marked_item(article: Article, page: Page, current: Span) -> Quote | Figure | None:
    """The quote or the figure that is marked on the page."""
    return marked_quote(article, page, current) or marked_figure(article, page, current)


def marked_quote(article: Article, page: Page, current: Span | None) -> Quote | None:
    """The quote that is marked on the page."""
    return next((quote for quote in article.quotes if page.place(quote.span) == current), None)


def marked_figure(article: Article, page: Page, current: Span | None) -> Figure | None:
    """The figure of which a place is marked on the page."""
    for figure in article.figures:
        if any(page.place(span) == current for span in figure.mentions or (figure.span,)):
            return figure
    return None


def _around(article: Article, page: Page, current: Span) -> Quote | None:
    """The quote that a hit stands in."""
    places = ((quote, page.place(quote.span)) for quote in article.quotes if quote.speech)
    return next((quote for quote, place in places if place.start <= current.start and current.end <= place.end), None)


def nearest_place(places: list[Span], cursor: Span, by: int) -> int | None:
    """Which of sorted places comes next after the cursor, or before it with a negative `by`; None at the edge."""
    if by > 0:
        return next((index for index, place in enumerate(places) if place.start > cursor.start), None)
    return next((index for index in reversed(range(len(places))) if places[index].start < cursor.start), None)
