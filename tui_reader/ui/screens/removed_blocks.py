"""What was left out of an article, and what is in doubt, by reason; any of it can be turned round from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.messages import _
from tui_reader.model import Block, Span
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.view.removed_lines import removed_lines

Turn = Callable[[Block], bool]
"""Puts a block back into the article, or takes it out; whether that was possible."""


class Removed(Choice):
    """Gives the block to show in the raw text. `turn` hears of those to put back, or to take out; they stay listed.

    `undo` takes back the last deed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "turn", show=False),
        Binding("x", "mark", show=False),
        Binding("u", "undo", show=False),
    ]

    def __init__(self, blocks: Sequence[Block], turn: Turn, undo: Callable[[], None]) -> None:
        hints = (
            _("Enter shows it raw · i puts it back or takes it out · x marks several · u undo · Esc closes"),
            _("Enter shows it · i puts back, takes out · x marks · Esc closes"),
            _("i puts back, takes out · Esc closes"),
            _("Esc closes"),
        )
        self._blocks = blocks
        self._turn = turn
        self._undo = undo
        self._turned: list[Span] = []  # in the order in which it was done here
        self._marked: set[Span] = set()
        super().__init__(_("Left out of the article"), removed_lines(blocks), hints=hints)

    @property
    def _block(self) -> Block | None:
        """The block at the cursor."""
        return self.list.chosen if isinstance(self.list.chosen, Block) else None

    def action_turn(self) -> None:
        """Turn round those that are marked, else the one at the cursor."""
        marked = [block for block in self._blocks if block.span in self._marked]
        at_cursor = [self._block] if self._block else []
        for block in marked or at_cursor:
            if block.span not in self._turned and self._turn(block):
                self._turned.append(block.span)
        self._marked.clear()
        self._list_anew()

    def action_undo(self) -> None:
        """Take back what was done last here; what was done in the reader is not undone from here."""
        if self._turned:
            self._undo()
            self._turned.pop()
            self._list_anew()

    def action_mark(self) -> None:
        """Mark the block at the cursor, or mark it no longer, and go on to the next."""
        if self._block and self._block.span not in self._turned:
            self._marked ^= {self._block.span}
            self._list_anew()
            self.list.move(1)

    def _list_anew(self) -> None:
        self.relist(_("Left out of the article"), removed_lines(self._blocks, self._turned, self._marked))
