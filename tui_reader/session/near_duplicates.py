"""Texts that are nearly the same: the same agency copy in two papers, a page saved twice.

Each text is known by a sketch, the least checksums of its runs of words (bottom-k MinHash: A. Broder, "On the
resemblance and containment of documents", 1997): two sketches are alike where the texts share most of their runs.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence

RUN = 4  # words
SKETCH = 16  # checksums
FEWEST_WORDS = 40
"""Shorter texts are never called alike: a headline and a picture's caption say too little."""
ALIKE = 0.75
"""So much of what two sketches hold together must be in both."""
_KEYS = 4  # of two alike texts, one of this many least checksums is nearly always the same

_MOST_FIRSTS = 16  # words that open more texts than this are a site's own, and tell none from the others


def sketch(words: Sequence[str]) -> array[int]:
    """The sketch of a text's words, empty for a short text."""
    if len(words) < FEWEST_WORDS:
        return array("I")
    runs = {zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return array("I", sorted(runs)[:SKETCH])


def resemblance(one: Iterable[int], other: Iterable[int]) -> float:
    """How much two texts share, from 0 to 1, estimated from their sketches."""
    left, right = set(one), set(other)
    together = sorted(left | right)[:SKETCH]
    return sum(key in left and key in right for key in together) / len(together) if together else 0.0


class NearDuplicates:
    """Groups texts as they come in."""

    def __init__(self) -> None:
        self._firsts: dict[int, list[int]] = {}
        self._sketches: dict[int, array[int]] = {}

    def first_alike(self, index: int, of: array[int]) -> int | None:
        """The first text that the text `index` is alike to; None where it is the first of its kind."""
        self._sketches[index] = of
        for key in of[:_KEYS]:
            for first in self._firsts.get(key, ()):
                if first != index and resemblance(self._sketches[first], of) >= ALIKE:
                    return first
        for key in of[:_KEYS]:
            firsts = self._firsts.setdefault(key, [])
            if len(firsts) < _MOST_FIRSTS and index not in firsts:
                firsts.append(index)
        return None

    def sketch_of(self, index: int) -> array[int]:
        """The sketch of a text that was looked at."""
        return self._sketches[index]

    def forget(self, index: int) -> None:
        """The text `index` is another now: none is alike to it any more."""
        for key in self._sketches.pop(index, array("I"))[:_KEYS]:
            firsts = self._firsts.get(key, [])
            if index in firsts:
                firsts.remove(index)
