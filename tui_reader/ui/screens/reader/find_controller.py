"""Finding words in the article, and filtering the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui_reader.analysis.text.find import find_all, find_beginnings, hit_in
from tui_reader.model import Span

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


def _find_nothing(_text: str) -> list[Span]:
    """What is found on a page when nothing is sought."""
    return []


class FindController:
    """What the find bar does with what is typed: it filters the list, or marks the hits in the article."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._find: Callable[[str], list[Span]] = _find_nothing  # the places on a page that have what is sought
        self._start = 0  # the raw offset at the top of the article when looking for it began
        self._typed = ""  # what stood in the bar when it was last looked for

    @property
    def hits(self) -> Sequence[Span]:
        """The places on the shown page that have what was looked for."""
        return self._screen.article.hits

    def open(self) -> None:
        """Open the find bar for the pane that has the keys."""
        screen = self._screen
        if not screen.find_bar.display:
            in_list = screen.pane_controller.in_list
            self._start = screen.article.place
            self._typed = screen.reading_list.arrangement.words if in_list else ""
            screen.find_bar.open(in_list=in_list, value=self._typed)
        screen.set_focus(screen.find_bar.field)  # at once: the next key may be waiting

    def find_typed(self) -> None:
        """Filter the list by what stands in the bar, or go to the first place in the article that has it."""
        bar, view = self._screen.find_bar, self._screen.article
        if self._typed == bar.field.value:
            return
        self._typed = bar.field.value
        if bar.in_list:
            self._screen.list_controller.filter_by(self._typed)
            bar.say_count(self._screen.headlines.count)
            return
        self._find = partial(find_all, words=self._typed)
        view.show_hits(self._find(view.page_shown.text))
        start = view.page_shown.wording.to_clean(self._start)
        hit_index = next((index for index, hit in enumerate(self.hits) if hit.start >= start), 0)
        view.mark(self.hits[hit_index] if self.hits else None)
        bar.say_count(len(self.hits), hit_index + 1)
        self._screen.article_controller.say_place()

    def keep(self) -> None:
        """Put the bar away, and keep what was found."""
        self.find_typed()
        self._close()

    def drop(self) -> None:
        """Put the bar away as if nothing had been typed."""
        if self._screen.find_bar.in_list:
            self._screen.list_controller.filter_by("")
        else:
            self.clear()
            self._screen.article.lay_out(place=self._start)
        self._close()

    def leave(self) -> None:
        """A click or Tab went to a pane: the keys do, too."""
        self.find_typed()
        self._screen.find_bar.close()

    def _close(self) -> None:
        """Go back to the pane that the bar serves."""
        screen = self._screen
        screen.pane_controller.focus(screen.headlines if screen.find_bar.in_list else screen.article)
        screen.find_bar.close()  # last: Textual gives the focus of what is hidden to a neighbour

    def clear(self) -> None:
        """Forget what was found."""
        self._find = _find_nothing
        self._screen.article.show_hits([])
        self._screen.article.mark(None)
        self._screen.article_controller.say_place()

    def find_again(self) -> None:
        """Look for the same words on another page of the same article."""
        view = self._screen.article
        view.show_hits(self._find(view.page_shown.text))

    def show_words(self, sought: Sequence[str], sentence: str) -> None:
        """Mark words and phrases in the article, and go to the first that stands in a sentence of it."""
        view = self._screen.article
        self._find = partial(find_beginnings, sought=sought)
        view.show_hits(self._find(view.page_shown.text))
        view.mark(hit_in(view.page_shown.text, self.hits, sentence))
        self._screen.article_controller.say_place()

    def next_match(self, by: int) -> None:
        """To the next or the previous hit in the article; in the list, unread article."""
        view = self._screen.article
        if self._screen.pane_controller.in_list:
            self._screen.list_controller.step_unread(by)
        elif self.hits:
            hit_index = self.hits.index(view.current) if view.current in self.hits else -1 if by > 0 else 0
            view.mark(self.hits[(hit_index + by) % len(self.hits)])
            self._screen.article_controller.say_place()
