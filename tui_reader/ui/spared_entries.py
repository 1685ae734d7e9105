"""Keeping the garbage collector off what is known of entries, which stays."""

from __future__ import annotations

import gc

TOGETHER = 2_000  # entries


class SparedEntries:
    """Has the collector look through entries once alone: of 100,000, each look would hold up the keys for 0.3 s."""

    def __init__(self) -> None:
        self._count = 0

    def spare(self, known: int) -> None:
        """Something is known of so many entries by now."""
        if known >= self._count + TOGETHER:
            self._count = known
            gc.freeze()
