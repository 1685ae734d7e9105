"""What there is to read, as values: inputs, the records of a file as inputs, and lists of millions of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, overload

STDIN = "-"
"""The path of standard input."""
_WEB = ("https://", "http://")


def is_address(path: str) -> bool:
    """Whether what is named is on the web, not on the disk."""
    return path[:1] in ("h", "H") and path[:8].lower().startswith(_WEB)


def record_name(name: str, record: int | None) -> str:
    """The name of a file, with the number (shown from 1) of the record of it that is meant."""
    return name if record is None else f"{name} #{record + 1}"


class Input(NamedTuple):
    """One thing to read: its path, and the name a reader knows it by (relative to the folder that was opened).

    `record` is its number, from 0, in a file that holds many; `document` the id of its text, where the library keeps
    that: it came without a file, which the path `STDIN` says, or over the wire, and the path is its address. `moment`
    is when an article of the web was published or came, in UTC, as ISO 8601.
    """

    path: str
    name: str
    record: int | None = None
    document: str | None = None
    moment: str = ""

    @property
    def is_from_web(self) -> bool:
        """Whether it came over the wire."""
        return is_address(self.path)

    @property
    def is_without_file(self) -> bool:
        """Whether it came as a text alone: pasted, or through a pipe."""
        return self.path == STDIN

    @property
    def is_file(self) -> bool:
        """Whether it is on the disk."""
        return not self.is_without_file and not self.is_from_web

    @property
    def can_be_read_again(self) -> bool:
        """Whether its text is in a file or in the library."""
        return self.is_file or self.document is not None

    def divided(self, count: int) -> Sequence[Input]:
        """The inputs that a file is which holds `count` articles: itself where it holds one."""
        return (self,) if count == 1 else RecordInputs(self.path, self.name, range(count))


class RecordInputs(Sequence[Input]):
    """The records of a file, by their numbers; each is made when it is asked for, as there may be millions."""

    def __init__(self, path: str, name: str, numbers: range) -> None:
        self.path = path
        self.name = name
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Input: ...
    @overload
    def __getitem__(self, index: slice) -> RecordInputs: ...
    def __getitem__(self, index: int | slice) -> Input | RecordInputs:
        if isinstance(index, slice):
            return RecordInputs(self.path, self.name, self.numbers[index])
        number = self.numbers[index]
        return Input(self.path, record_name(self.name, number), number)


class InputList(Sequence[Input]):
    """A list that holds the records of files as they are; single inputs of it can be replaced."""

    def __init__(self, inputs: Iterable[Input] = ()) -> None:
        self.runs: list[Sequence[Input]] = []
        """The records of files, and lists of the inputs between them, in order."""
        self._starts: list[int] = []
        self._replaced: dict[int, Input] = {}
        self._count = 0
        self.extend(inputs)

    def extend(self, inputs: Iterable[Input]) -> None:
        """Add inputs at the end."""
        if isinstance(inputs, InputList) and not inputs._replaced:
            for run in inputs.runs:
                self.extend(run)
            return
        run = inputs if isinstance(inputs, RecordInputs) else list(inputs)
        last = self.runs[-1] if self.runs else None
        if isinstance(run, list) and isinstance(last, list):
            last += run
        elif run:
            self.runs.append(run)
            self._starts.append(self._count)
        self._count += len(run)

    @property
    def paths(self) -> set[str]:
        """The paths of all inputs that are on the disk."""
        firsts = (one for run in self.runs for one in (run[:1] if isinstance(run, RecordInputs) else run))
        return {one.path for one in chain(firsts, self._replaced.values()) if one.is_file}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Input: ...
    @overload
    def __getitem__(self, index: slice) -> list[Input]: ...
    def __getitem__(self, index: int | slice) -> Input | list[Input]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._count))]
        number = range(self._count)[index]
        if number in self._replaced:
            return self._replaced[number]
        run_index = bisect_right(self._starts, number) - 1
        return self.runs[run_index][number - self._starts[run_index]]

    def __iter__(self) -> Iterator[Input]:
        inputs = chain.from_iterable(self.runs)
        if not self._replaced:
            return inputs
        return (self._replaced.get(index, one) for index, one in enumerate(inputs))

    def __setitem__(self, index: int, one: Input) -> None:
        self._replaced[index] = one
