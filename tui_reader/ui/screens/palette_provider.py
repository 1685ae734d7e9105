"""What the palette finds besides commands: articles, quotes by words or speaker, figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.command import Hit, Hits, Provider

from tui_reader.analysis.text.find import loose
from tui_reader.messages import _
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view.render import content, shorten
from tui_reader.ui.widgets.quote_list import source

MOST = 30  # of each kind
FEWEST_LETTERS = 2
_WIDTH = 70


class Place(NamedTuple):
    """Something to go to: its kind and words, and where it stands in the list that `kind` names."""

    kind: str
    words: str
    at: int


def find_places(screen: ReaderScreen, words: str) -> Iterator[Place]:
    """The articles of the list, and the quotes and figures of the shown one, that have these words."""
    wanted = loose(words).strip()
    if len(wanted) < FEWEST_LETTERS:
        return
    sources = (
        ("article", (screen.reading_list.collection.entries[index].shown_title for index in screen.reading_list.order)),
        ("quote", (f"{source(quote)}: {quote.clean}" for quote in screen.quotes.items)),
        ("figure", (f"{figure.clean} {figure.what or ''}" for figure in screen.figures.items)),
    )
    for kind, texts in sources:
        found = [Place(kind, text, at) for at, text in enumerate(texts) if wanted in loose(text)]
        yield from found[:MOST]


def go_to(screen: ReaderScreen, place: Place) -> None:
    """Go to a place, in its pane."""
    if place.kind == "article":
        screen.list_controller.put_cursor(screen.reading_list.order[place.at])
        screen.pane_controller.focus(screen.article)
        screen.list_controller.mark_read()
    elif place.kind == "quote":
        screen.quotes.cursor = place.at
        screen.article_controller.go_to_quotes()
    else:
        screen.figures.cursor = place.at
        screen.article_controller.go_to_figures()


class Places(Provider):
    """Finds places for Textual's palette."""

    async def search(self, query: str) -> Hits:
        screen = self.screen
        if not isinstance(screen, ReaderScreen):
            return
        kinds = {"article": _("Article"), "quote": _("Quote"), "figure": _("Figure")}
        for number, place in enumerate(find_places(screen, query)):
            shown = content(shorten(f"{kinds[place.kind]}: {' '.join(place.words.split())}", _WIDTH))
            yield Hit(0.5 - number / 1000, shown, lambda place=place: go_to(screen, place), text=shown.plain)
