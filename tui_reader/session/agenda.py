"""What the loader has to do, the most urgent first. Pure state: no thread, no clock, no file, no widget."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from tui_reader.ingest.input_list import Input
from tui_reader.model import Correction, Document


class Open(msgspec.Struct, frozen=True):
    """Analyse an input whole, with these corrections of its blocks and its language: the reader waits for it."""

    index: int
    corrections: tuple[Correction, ...] = ()


class Outline(msgspec.Struct, frozen=True):
    """Find out what the list shows of an input."""

    index: int


class Count(msgspec.Struct, frozen=True):
    """Count the figures and quotes of an input."""

    index: int


class Compare(msgspec.Struct, frozen=True):
    """See what has come, gone or changed at these paths, which were opened."""

    paths: tuple[str, ...]


class Bring(msgspec.Struct, frozen=True):
    """Take in texts that came without a file, under this name."""

    name: str
    documents: tuple[Document, ...]


class Fetch(msgspec.Struct, frozen=True):
    """Take in an input that was found in the index, and show it."""

    input: Input


class TakeIn(msgspec.Struct, frozen=True):
    """Take in articles of the web, those that are new and those of which another text came."""

    inputs: tuple[Input, ...]


Errand = Compare | Bring | Fetch | TakeIn
Task = Open | Errand | Outline | Count


class Agenda:
    """What is to be done about inputs, which are numbered from 0 in the order in which they became known.

    First the article that the reader waits for; then errands, in order; then what the list shows, entries in sight
    before others; then counts, once they are asked for. Whatever is asked for is done once for each text.
    """

    def __init__(self, count: int = 0, outlined: Iterable[int] = ()) -> None:
        self.wanted: Open | None = None
        self._errands: deque[Errand] = deque()
        self._outlines = _Waiting(outlined)
        self._counts = _Waiting()
        self._later: list[range] = []  # what is outlined once it is in sight, or all is wanted
        self._outlines_all = False
        self._counting = False
        self._count = 0
        self.add(count)

    def add(self, count: int, unasked: int | None = None) -> int:
        """So many more inputs are there; returns the index of the first.

        The first `unasked` of them, by default all, are outlined without being in sight.
        """
        first = self._count
        self._count += count
        end = self._count if unasked is None or self._outlines_all else min(first + unasked, self._count)
        self._outlines.add(range(first, end))
        self._later.append(range(end, self._count))
        if self._counting:
            self._counts.add(range(first, self._count))
        return first

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        """The reader waits for this article, and for no other."""
        self.wanted = Open(index, corrections)

    def run(self, errand: Errand) -> None:
        """Do this after the errands before it."""
        self._errands.append(errand)

    def bring_into_sight(self, indices: Iterable[int]) -> None:
        """The list shows these entries now."""
        self._outlines.put_first(indices)

    def outline_all(self) -> None:
        """All inputs are to be outlined, also those that come later."""
        self._outlines_all = True
        for indices in self._later:
            self._outlines.add(indices)
        self._later.clear()

    def count_all(self) -> None:
        """Figures and quotes of all articles are to be counted, also of those that come later."""
        if not self._counting:
            self._counting = True
            self._counts.add(range(self._count))

    def know_counts(self, index: int) -> None:
        """The figures and quotes of this article were counted in passing."""
        self._counts.done.add(index)

    def change(self, index: int) -> None:
        """This input holds another text now: what was done for it is to be done again."""
        self._outlines.put_again(index)
        if self._counting:
            self._counts.put_again(index)
        else:
            self._counts.done.discard(index)

    def next(self) -> Task | None:
        """Take what is most urgent; None when there is nothing to do."""
        if self.wanted:
            wanted, self.wanted = self.wanted, None
            return wanted
        if self._errands:
            return self._errands.popleft()
        index = self._outlines.take()
        if index is not None:
            return Outline(index)
        index = self._counts.take()
        return None if index is None else Count(index)


class _Waiting:
    """Indices for which something is to be done once; `done` are those for which it was."""

    def __init__(self, done: Iterable[int] = ()) -> None:
        self.done = set(done)
        self._first: list[int] = []  # taken from the end
        self._rest: deque[range] = deque()

    def add(self, indices: range) -> None:
        """These come after those that wait already."""
        self._rest.append(indices)

    def put_first(self, indices: Iterable[int]) -> None:
        """These come before all others, in order."""
        self._first += [index for index in reversed(list(indices)) if index not in self.done]

    def put_again(self, index: int) -> None:
        """What was done for this index is to be done again, before all others."""
        self.done.discard(index)
        self._first.append(index)

    def take(self) -> int | None:
        """The first index that waits and is not done; it is done from now on. None when none waits."""
        for index in self._waiting():
            if index not in self.done:
                self.done.add(index)
                return index
        return None

    def _waiting(self) -> Iterator[int]:
        """Take the indices that wait off one by one."""
        while self._first:
            yield self._first.pop()
        while self._rest:
            indices = self._rest.popleft()
            if indices:
                self._rest.appendleft(indices[1:])
                yield indices[0]
