"""Entries whose texts are nearly the same: the first of them stands for the others in the list. No widget here."""

from __future__ import annotations

from array import array

from tui_reader.session.entries import Entries
from tui_reader.session.near_duplicates import NearDuplicates


class Folds:
    """Which entry each entry is folded into."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._near_duplicates = NearDuplicates()
        self.version = 0
        """Changes whenever entries begin or cease to be alike to another."""

    def fold(self, index: int, sketch: array[int]) -> None:
        """The text of an entry is known by its sketch: it is folded into the first that is nearly the same."""
        self._fold_into(index, self._near_duplicates.first_alike(index, sketch))

    def unfold(self, index: int) -> None:
        """The text of an entry is not known any more: it is alike to none, and none is alike to it."""
        self._fold_into(index, None)
        has_others = self._entries[index].folded
        orphans = [one for one, other in self._entries.kept() if other.alike == index] if has_others else []
        self._near_duplicates.forget(index)
        for one in orphans:
            self.fold(one, self._near_duplicates.sketch_of(one))

    def _fold_into(self, index: int, first: int | None) -> None:
        """The text of an entry is nearly that of `first`; with None, it is the first of its kind."""
        entry = self._entries.change(index)
        if entry.alike == first:
            return
        self.version += 1
        if entry.alike is not None:
            self._entries.change(entry.alike).folded -= 1
        entry.alike = first
        if first is not None:
            self._entries.change(first).folded += 1
