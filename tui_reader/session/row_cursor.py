"""A cursor in a list of items."""

from __future__ import annotations


class RowCursor:
    """Which of `count` items is selected, by its `index`; 0 also where there is none.

    Under the selected item stand extra rows that belong to it; `extra` says on which of them the cursor is, from 1, or
    0 for the item itself. How many of them can be selected is told with each move.
    """

    def __init__(self) -> None:
        self.count = 0
        self.index = 0
        self.extra = 0

    def reset(self, count: int, index: int = 0) -> None:
        """There are `count` items now, the cursor on one of them."""
        self.count = count
        self.index = max(0, min(index, count - 1))
        self.extra = 0

    def go_to(self, index: int) -> None:
        """Select an item, or the nearest there is."""
        self.index = max(0, min(index, self.count - 1))
        self.extra = 0

    def step(self, by: int) -> None:
        """Move by items alone."""
        self.go_to(self.index + by)

    def move(self, by: int, selectable: int) -> None:
        """Move by items; from one of the first `selectable` extra rows, a step leads to the next of them."""
        if self.extra and abs(by) == 1 and self.extra + by <= selectable:
            self.extra += by
        else:
            self.step(by)

    def would_leave(self, by: int) -> bool:
        """Whether such a step leads beyond the first or the last item."""
        return not 0 <= self.index + by < self.count
