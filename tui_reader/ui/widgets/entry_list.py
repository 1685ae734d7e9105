"""What the two lists of the side panel have in common: their items stand in the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from tui_reader.analysis.text.text_quote import nearest
from tui_reader.model import Figure, Quote, Span
from tui_reader.ui.view.signs import IN_SIGHT, KEPT
from tui_reader.ui.widgets.row_list import RowList

Item = TypeVar("Item", Figure, Quote)


class EntryList(RowList, Generic[Item]):
    """A list whose items stand in the article; those in sight there are marked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.items: tuple[Item, ...] = ()
        self.places: list[tuple[int, int]] = []
        self.near: Sequence[int] = ()
        self.kept: frozenset[Span] = frozenset()

    @property
    def current(self) -> Item | None:
        """The item at the cursor."""
        return self.items[self.cursor] if self.items else None

    def show_items(self, items: tuple[Item, ...], *, stay: bool) -> None:
        """List these items; with `stay`, the cursor stands on the one that it stood on, wherever that is now."""
        before, cursor = self.current, min(self.cursor, len(items) - 1)
        places = ((item.span, index) for index, item in enumerate(items))
        same = nearest(places, before.span) if before and stay else None
        self.items = items
        self.set_count(len(items), same if same is not None else max(0, cursor) if stay else 0)

    def locate(self, place: Callable[[Span], Span]) -> None:
        """Learn where on the page the items stand; `place` gives the stretch of the page for one of the raw text."""
        self.places = sorted((place(item.span).start, at) for at, item in enumerate(self.items))
        self.near = ()

    def follow(self, sight: Span) -> None:
        """Mark the items that stand in the stretch of the page in sight, and bring one of them into view."""
        first, last = (bisect_left(self.places, (edge, 0)) for edge in sight)
        near = [at for _start, at in self.places[first:last]]
        if near == self.near:
            return
        self.near = near
        if near and not self.has_focus and not set(near) & set(self.in_sight()):
            self.scroll_to(y=self.rows_before(min(near)), animate=False, force=True, immediate=True)
        self.refresh()

    def show_kept(self, spans: Sequence[Span]) -> None:
        """Mark the items whose places, in the raw text, are among these."""
        if self.kept != frozenset(spans):
            self.kept = frozenset(spans)
            self.refresh()

    def sign(self, index: int) -> str:
        """What stands before an item."""
        item: Figure | Quote = self.items[index]
        places = (item.span, *getattr(item, "mentions", ()))
        return KEPT.sign if not self.kept.isdisjoint(places) else IN_SIGHT.sign if index in self.near else " "
