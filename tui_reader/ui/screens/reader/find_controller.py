"""Finding words in the article, and filtering the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui_reader.analysis.text.find import find_all, find_beginnings, find_each, hit_in, next_hit
from tui_reader.messages import _
from tui_reader.model import Span
from tui_reader.ui.commands.key_names import key_name

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class FindController:
    """What the find bar does with what is typed: it filters the list, or marks the hits in the article.

    In an article in which nothing else is sought, the words of the list's filter are marked.
    """

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._find: Callable[[str], list[Span]] | None = None  # the places on a page that have what is sought in it
        self._start = 0  # the raw offset at the top of the article when looking for it began
        self._start_entry: int | None = None  # the entry at the list's cursor when filtering it began
        self._typed = ""  # what stood in the bar when it was last looked for

    @property
    def hits(self) -> Sequence[Span]:
        """The places on the shown page that have what was looked for."""
        return self._screen.article.hits

    @property
    def has_found(self) -> bool:
        """Whether something was found that was sought in the article itself."""
        return self._find is not None and bool(self.hits)

    def open(self) -> None:
        """Open the find bar for the pane that has the keys."""
        screen = self._screen
        if not screen.find_bar.display:
            in_list = screen.pane_controller.in_list
            self._start, self._start_entry = screen.article.place, screen.reading_list.current
            screen.jump_controller.leave()
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
            bar.say_count(len(self._screen.reading_list.order))
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
            self._screen.list_controller.put_cursor(self._start_entry)
        else:
            self.clear()
            self._screen.article.lay_out(place=self._start)
        self._close()

    def leave(self) -> None:
        """A click or Tab went to a pane: the keys do, too."""
        self.find_typed()
        self._put_away()

    def _close(self) -> None:
        """Go back to the pane that the bar serves."""
        screen = self._screen
        screen.pane_controller.focus(screen.headlines if screen.find_bar.in_list else screen.article)
        self._put_away()  # last: Textual gives the focus of what is hidden to a neighbour

    def _put_away(self) -> None:
        """Close the bar; the words by which it has filtered the list are marked from now on."""
        bar = self._screen.find_bar
        bar.close()
        if bar.in_list:
            self.begin_anew()

    def clear(self) -> None:
        """Forget what was found in the article."""
        self._screen.article.mark(None)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nothing is sought in the shown article itself."""
        self._find = None
        self.find_again()
        self._screen.article_controller.say_place()

    def find_again(self) -> None:
        """Look for the same words on the page that is shown now."""
        view = self._screen.article
        find = self._find or self._find_filtered
        view.show_hits(find(view.page_shown.text))

    def _find_filtered(self, text: str) -> list[Span]:
        """The places of the words of the list's filter; none while these are being typed."""
        is_typing = self._screen.find_bar.display and self._screen.find_bar.in_list
        return [] if is_typing else find_each(text, self._screen.reading_list.arrangement.words.split())

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
            is_at_hit = view.current is not None and view.current in self.hits
            start = view.cursor.start if view.cursor else 0
            view.mark(next_hit(self.hits, start + (is_at_hit and by > 0), by))
            self._screen.article_controller.say_place()
        else:
            key = key_name(self._screen.keymap.first_key("find"))
            self._screen.say(_("nothing was looked for; {key} begins").format(key=key))
