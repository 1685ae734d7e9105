"""Entries with the same text: one of them stands for the others in the list. No widget here."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.ingest.input_list import STDIN
from tui_reader.session.entries import Entries


class Twins:
    """The entries by the ids of their texts.

    The first entry with a text stands for the others; one that can be read comes before one that cannot any more, one
    of a file before those that came without one.
    `join`, `leave` and `settle` return how many more entries are unread now.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._by_document: dict[str, list[int]] = {}
        self.version = 0
        """Changes whenever entries begin or cease to be the same as another."""

    def of(self, document: str | None) -> Sequence[int]:
        """The entries with a text, the one that stands for the others first."""
        return self._by_document.get(document, []) if document else []

    def join(self, index: int, document: str) -> int:
        """The text of an entry is that of `document`: the first entry with it stands for this one, too."""
        entry = self._entries.change(index)
        entry.document = document
        twins = self._by_document.setdefault(document, [])
        twins.append(index)
        if self._rank(index) < self._rank(twins[0]):
            return self._stand_for(twins)
        if len(twins) == 1:
            return 0
        self.version += 1
        was_unread = entry.unread
        entry.same_as = twins[0]
        if entry.input.path != STDIN:
            self._entries.change(twins[0]).names.append(entry.input.name)
        return -was_unread

    def leave(self, index: int) -> int:
        """The text of an entry is not known any more: another entry with the same text stands for the others."""
        entry = self._entries.change(index)
        more_unread = 0
        twins = self._by_document.get(entry.document, []) if entry.document else []
        if index in twins:
            twins.remove(index)
            more_unread = self._stand_for(twins)
        entry.document = None
        return more_unread + self._stand_for([index])

    def settle(self, document: str | None) -> int:
        """The names of entries with a text, or what tells the first of them, are others."""
        return self._stand_for(self._by_document.get(document, [])) if document else 0

    def _rank(self, index: int) -> tuple[bool, bool, bool]:
        """Of entries with the same text, the one with the lowest rank stands for the others."""
        entry = self._entries[index]
        return entry.removed, entry.problem is not None, entry.input.path == STDIN

    def _stand_for(self, twins: list[int]) -> int:
        twins.sort(key=self._rank)
        self.version += len(twins) > 1 or any(self._entries[index].same_as is not None for index in twins)
        more_unread = 0
        for place, index in enumerate(twins):
            entry = self._entries.change(index)
            more_unread -= entry.unread
            entry.same_as = twins[0] if place else None
            others = [] if place else [self._entries[other] for other in twins[1:]]
            entry.names = [other.input.name for other in others if other.input.path != STDIN]
            more_unread += entry.unread
        return more_unread
