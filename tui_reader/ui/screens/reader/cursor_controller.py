"""Moving the cursor of the article, and selecting with the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from tui_reader.messages import _, ngettext
from tui_reader.model import Span
from tui_reader.ui.view.target import nearest_place
from tui_reader.ui.view.text_selection import TextSelection, count_words
from tui_reader.ui.view.text_units import Unit

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

Found = TypeVar("Found")


class CursorController:
    """What the keys do that move the cursor to a quote, a figure or a paragraph, or select from there."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen

    def step_quote(self, by: int) -> None:
        """To the next quote after the cursor, or the one before it."""
        quotes, place = self._screen.quotes, self._screen.article.page_shown.place
        found = self._step(sorted((place(quote.span), index) for index, quote in enumerate(quotes.items)), by)
        if found is None:
            self._screen.say(_("no further quote") if by > 0 else _("no quote before"))
            return
        quotes.cursor = found
        self._screen.article_controller.follow_quote()

    def step_figure(self, by: int) -> None:
        """To the next place of a figure after the cursor, or the one before it."""
        figures, place = self._screen.figures, self._screen.article.page_shown.place
        mentions = [(index, number) for index, one in enumerate(figures.items) for number in range(len(one.mentions))]
        places = sorted((place(figures.items[index].mentions[number]), (index, number)) for index, number in mentions)
        found = self._step(places, by)
        if found is None:
            self._screen.say(_("no further figure") if by > 0 else _("no figure before"))
            return
        figures.cursor, figures.mention = found
        self._screen.article_controller.follow_figure()

    def _step(self, places: Sequence[tuple[Span, Found]], by: int) -> Found | None:
        """What stands at the next of sorted places after the cursor of the article, or before it; None at the edge."""
        cursor = self._screen.article.cursor
        index = nearest_place([span for span, _found in places], cursor, by) if cursor else None
        return None if index is None else places[index][1]

    # The cursor and what is selected with the keys

    def step_paragraph(self, by: int) -> None:
        """Put the cursor on the next or the previous paragraph."""
        self._screen.pane_controller.focus(self._screen.article)
        self._screen.article.step_cursor("paragraph", by)

    def start_selecting(self) -> None:
        """Select with the keys, from what the cursor stands on."""
        view = self._screen.article
        cursor = view.cursor
        if cursor is None:
            self._screen.say(_("there is nothing to select"))
            return
        self._screen.pane_controller.focus(view)
        view.select(TextSelection(cursor))

    def extend_selection(self, unit: Unit, by: int) -> None:
        """Move the end that moves by a unit."""
        view = self._screen.article
        if view.selected:
            view.select(view.selected.moved(view.units, unit, by))

    def change_end(self) -> None:
        """Let the keys move the other end of what is selected."""
        view = self._screen.article
        if view.selected:
            view.select(view.selected.other_end())

    def tell(self) -> None:
        """Say in the foot what would be copied, and how much is selected with the keys."""
        screen, selected = self._screen, self._screen.article.selected
        target = screen.copying.target()
        label = _("Copy {what}").format(what=target.name) if target and target.kind != "sentence" else None
        screen.key_line.rename("command('copy')", label, first=selected is not None)
        count = count_words(selected.span.of(screen.article.page_shown.text)) if selected else 0
        screen.key_line.say_count(
            ngettext("{count} word", "{count} words", count).format(count=count) if selected else ""
        )

    def stop_selecting(self) -> None:
        """Select nothing any more."""
        self._screen.article.select(None)
