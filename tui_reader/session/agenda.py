"""What the loader has to do, the most urgent first. Pure state: no thread, no clock, no file, no widget."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.model import Correction, Document


@dataclass(frozen=True, slots=True)
class Open:
    """Analyse an input whole, with these corrections: the reader waits for it."""

    index: int
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Find out what the list shows of an input."""

    index: int


@dataclass(frozen=True, slots=True)
class Count:
    """Count the figures and quotes of an input."""

    index: int


@dataclass(frozen=True, slots=True)
class Compare:
    """See what has come, gone or changed at these paths, which were opened."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bring:
    """Take in texts that came without a file, under this name."""

    name: str
    documents: tuple[Document, ...]


Errand = Compare | Bring
Task = Open | Errand | Outline | Count


class Agenda:
    """What is to be done about inputs, which are numbered from 0 in the order in which they became known.

    First the article that the reader waits for; then errands, in order; then what the list shows, entries in sight
    before others; then counts, once they are asked for. Whatever is asked for is done once for each text.
    """

    def __init__(self, count: int = 0, outlined: Iterable[int] = ()) -> None:
        self.wanted: Open | None = None
        self._errands: deque[Errand] = deque()
        self._outlined = set(outlined)
        self._counted: set[int] = set()
        self._outlines: list[int] = []  # taken from the end; some of them may be done
        self._counts: list[int] = []
        self._counting = False
        self._count = 0
        self.add(count)

    def add(self, count: int) -> int:
        """So many more inputs are there; returns the index of the first."""
        first = self._count
        self._count += count
        more = range(self._count - 1, first - 1, -1)
        self._outlines = [*more, *self._outlines]  # after those that wait already
        if self._counting:
            self._counts = [*more, *self._counts]
        return first

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        """The reader waits for this article, and for no other."""
        self.wanted = Open(index, corrections)

    def run(self, errand: Errand) -> None:
        """Do this after the errands before it."""
        self._errands.append(errand)

    def bring_into_sight(self, indices: Iterable[int]) -> None:
        """The list shows these entries now."""
        self._outlines += [index for index in reversed(list(indices)) if index not in self._outlined]

    def count_all(self) -> None:
        """Figures and quotes of all articles are to be counted, also of those that come later."""
        if not self._counting:
            self._counting = True
            self._counts = [index for index in range(self._count - 1, -1, -1) if index not in self._counted]

    def know_counts(self, index: int) -> None:
        """The figures and quotes of this article were counted in passing."""
        self._counted.add(index)

    def change(self, index: int) -> None:
        """This input holds another text now: what was done for it is to be done again."""
        self._outlined.discard(index)
        self._outlines.append(index)
        self._counted.discard(index)
        if self._counting:
            self._counts.append(index)

    def next(self) -> Task | None:
        """Take what is most urgent; None when there is nothing to do."""
        if self.wanted:
            wanted, self.wanted = self.wanted, None
            return wanted
        if self._errands:
            return self._errands.popleft()
        index = _take(self._outlines, self._outlined)
        if index is not None:
            return Outline(index)
        index = _take(self._counts, self._counted)
        return None if index is None else Count(index)


def _take(waiting: list[int], done: set[int]) -> int | None:
    """The last index of `waiting` that is not done; it is done from now on."""
    while waiting:
        index = waiting.pop()
        if index not in done:
            done.add(index)
            return index
    return None
