"""Finding words in the article, and filtering the list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.widgets import Input

from tui_reader.model import Span
from tui_reader.session.collection import Collection
from tui_reader.session.find import find_all
from tui_reader.session.loader import Loader
from tui_reader.session.view_state import ViewState
from tui_reader.ui.screens.reader.listing import Listing
from tui_reader.ui.view.render import content


class Finding(Listing):
    """What `/`, `n` and `N` do in the pane that has the keys."""

    def __init__(self, collection: Collection, loader: Loader, settings: ViewState) -> None:
        super().__init__(collection, loader, settings)
        self.sought = ""  # what was last looked for in the article
        self.began = 0  # the place in the article where that began
        self.typed = ""  # what stood in the bar when it was last looked for

    @property
    def hits(self) -> Sequence[Span]:
        """The places on the shown page that have what was looked for."""
        return self.article.hits

    def action_find(self) -> None:
        if not self.find_bar.display:
            in_list = self.pane() is self.headlines
            self.began = self.article.place
            self.typed = self.by.words if in_list else ""
            self.find_bar.open(in_list=in_list, value=self.typed)
        self.set_focus(self.find_bar.field)  # at once: the next key may be waiting

    @on(Input.Changed)
    def find_as_typed(self) -> None:
        """Look for what is typed by now; what was typed before the bar was put away has been looked for then."""
        if self.find_bar.display:
            self.find_typed()

    def find_typed(self) -> None:
        """Filter the list by what stands in the bar, or go to the first place in the article that has it."""
        bar = self.find_bar
        if self.typed == bar.field.value:
            return
        self.typed = bar.field.value
        if bar.in_list:
            self.list_by(words=self.typed)
            bar.say_count(self.headlines.count)
            return
        view = self.article
        self.sought = self.typed
        view.show_hits(find_all(view.page_shown.text, self.sought))
        place = view.page_shown.wording.to_clean(self.began)
        at = next((at for at, hit in enumerate(self.hits) if hit.start >= place), 0)
        view.mark(self.hits[at] if self.hits else None)
        bar.say_count(len(self.hits), at + 1)
        self.say_hit()

    def action_keep_find(self) -> None:
        """Put the bar away, and keep what was found."""
        self.find_typed()
        self.close_find()

    @on(events.DescendantFocus)
    def leave_find(self, event: events.DescendantFocus) -> None:
        """A click or Tab went to a pane: the keys do, too."""
        if self.find_bar.display and event.widget is self.focused is not self.find_bar.field:
            self.find_typed()
            self.find_bar.display = False

    def close_find(self) -> None:
        """Go back to the pane that the bar serves."""
        self.focus_pane(self.headlines if self.find_bar.in_list else self.article)
        self.find_bar.display = False  # last: Textual gives the focus of what is hidden to a neighbour

    def action_drop_find(self) -> None:
        """Put the bar away as if nothing had been typed."""
        if self.find_bar.in_list:
            self.list_by(words="")
        else:
            self.clear_find()
            self.article.go_to(self.began)
        self.close_find()

    def clear_find(self) -> None:
        """Forget what was found."""
        self.sought = ""
        self.article.show_hits([])
        self.article.mark(None)
        self.say_hit()

    def find_again(self) -> None:
        """Look for the same words on another page of the same article."""
        self.article.show_hits(find_all(self.article.page_shown.text, self.sought))

    def action_match(self, by: int) -> None:
        if self.pane() is self.headlines:
            self.next_unread(by)
        elif self.hits:
            current = self.article.current
            at = self.hits.index(current) if current in self.hits else -1 if by > 0 else 0
            self.article.mark(self.hits[(at + by) % len(self.hits)])
            self.say_hit()

    def say_hit(self) -> None:
        """Name the current hit on the border."""
        self.article.border_subtitle = content(self.where_in_article())

    def where_in_article(self) -> str:
        where = super().where_in_article()
        current = self.article.current
        if current in self.hits:
            return f"{self.hits.index(current) + 1}/{len(self.hits)} · {where}"
        return where

    def action_back(self) -> None:
        pane = self.pane()
        if pane is self.article and self.hits:
            self.clear_find()
        elif self.has_class("-zen"):
            self.remove_class("-zen")
        elif pane is self.headlines:
            if self.by.words:
                self.list_by(words="")
        else:
            self.focus_pane(self.headlines if pane is self.article else self.article)
