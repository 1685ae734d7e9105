"""Where the reader was before each jump, to go back there and forward again. No widget here."""

from __future__ import annotations

from typing import NamedTuple

MOST = 100
"""So many places are remembered."""


class Place(NamedTuple):
    """A place in an article: the index of its entry, and a raw offset."""

    entry_index: int
    offset: int


class JumpList:
    """The places, in the order of the jumps; after going back, the next jump forgets those that lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, here: Place) -> None:
        """The reader jumps away from a place."""
        self._ahead.clear()
        if here not in self._behind[-1:]:
            self._behind = [*self._behind[1 - MOST :], here]

    def back(self, here: Place | None) -> Place | None:
        """The place before the last jump; `here` is where the reader is. None where there is none."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place from which the reader went back."""
        return _step(self._ahead, self._behind, here)


def _step(places: list[Place], others: list[Place], here: Place | None) -> Place | None:
    """Take the last of `places` that is not where the reader is, who can come back from there."""
    while places:
        place = places.pop()
        if place != here:
            others += [here] if here else []
            return place
    return None
