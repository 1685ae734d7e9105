"""The rows of the headline list: one entry an input, made when something is known of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import overload

import msgspec

from tui_reader.analysis.corrections.corrected import concerns_analysis
from tui_reader.analysis.text.find import loose
from tui_reader.ingest.input_list import STDIN, Input, InputList, RecordInputs, is_address
from tui_reader.library.values import ArticleKey, Status, stored_path
from tui_reader.model import CorrectedField, Correction


class Entry(msgspec.Struct):
    """One row of the headline list, and what the reader did with it. What is not known yet is None."""

    input: Input
    title: str | None = None
    site: str | None = None
    day: str | None = None
    minutes: int | None = None
    length: int | None = None
    figures: int | None = None
    quotes: int | None = None
    document: str | None = None
    problem: str | None = None
    read: bool = False
    starred: bool = False
    place: int | None = None  # the raw offset at the top of the article pane
    raw: bool = False  # whether the raw text is shown
    corrections: tuple[Correction, ...] = ()
    found: tuple[str | None, str | None, str | None] | None = None  # title, site and day, where corrections change them
    text: str = ""  # title, name and words, loose, for the filter
    names: list[str] = msgspec.field(default_factory=list)  # of other files with the same text
    same_as: int | None = None  # the entry that stands for this one: it has the same text
    alike: int | None = None  # the first entry with nearly the same text
    folded: int = 0  # how many are alike to this one
    touched: bool = False  # whether the reader did something with it since the start
    removed: bool = False  # whether the reader removed it: it is none of a file

    @property
    def shown_title(self) -> str:
        """The title, or the name of the input until there is one."""
        return self.title or self.input.name

    @property
    def outlet(self) -> str:
        """Where the article comes from: its site or paper, or the name of the input where that is not known."""
        return self.site or self.input.name

    @property
    def sought(self) -> str:
        """What the filter looks into; of a text that is not read yet, its name alone."""
        if not self.text:
            self.text = loose(f"{self.shown_title}\n{self.input.name}")
        return self.text

    @property
    def known(self) -> bool:
        """Whether the input was read, well or not."""
        return self.title is not None or self.problem is not None

    @property
    def key(self) -> ArticleKey:
        """How its article is found again in another session."""
        return key_of(self.document, self.input.path, self.input.record)

    def take(self, status: Status) -> None:
        """The reader did something with the article; the parts of `status` that are None stay as they are."""
        for name, value in zip(status._fields, status, strict=True):
            if value is not None:
                setattr(self, name, value)

    @property
    def heeded(self) -> tuple[Correction, ...]:
        """The corrections that the analysis is to heed."""
        return tuple(correction for correction in self.corrections if concerns_analysis(correction))

    @property
    def stated(self) -> dict[CorrectedField, str | None]:
        """What was said of the article beforehand, on the command line or in the settings."""
        return {correction.field: correction.value for correction in self.corrections if correction.place is None}

    def learn_head(self, title: str | None, site: str | None, day: str | None) -> None:
        """Take in what was found of the head of the article, of which corrections may say something else."""
        said = {
            correction.field: correction.value for correction in self.corrections if correction.subject == "article"
        }
        self.found = (title, site, day) if said else None
        published = said.get("published", day)
        self.title = said.get("title") or title
        self.site, self.day = said.get("site", site), published and published.partition("T")[0]

    @property
    def unread(self) -> bool:
        """Whether there is something here that was not read yet."""
        return not self.read and self.problem is None and self.same_as is None and not self.removed


def key_of(document: str | None, path: str, record: int | None) -> ArticleKey:
    """How the article of a document, or of an input that was not read yet, is found again in another session."""
    if is_address(path):
        return ArticleKey(document, url=path)
    return ArticleKey(document, None if path == STDIN else stored_path(path), record)


class Entries(Sequence[Entry]):
    """One entry an input, in the order of their indices.

    Of a file with a million records few are ever looked at: an entry is kept once `change` was asked for it. The
    others are made when they are looked at, and show that nothing is known of them.
    """

    def __init__(self) -> None:
        self.inputs = InputList()
        """The inputs as they were added, by the indices of their entries."""
        self.without_file: list[int] = []
        """The indices of texts that came without a file: pasted, or through a pipe."""
        self.from_web: dict[str, int] = {}
        """The indices of articles of the web, by their addresses."""
        self._kept: dict[int, Entry] = {}
        self._followers: dict[int, list[range]] = {}  # indices by the entry in whose file their texts were found

    def add(self, inputs: Sequence[Input], follow: int | None = None) -> range:
        """Add an entry for each input, and return their indices; as opened, they come right after the entry `follow`,
        by default last.
        """
        added = range(len(self.inputs), len(self.inputs) + len(inputs))
        self.inputs.extend(inputs)
        if not isinstance(inputs, RecordInputs):
            for index, one in zip(added, inputs, strict=True):
                path = one.path
                if path == STDIN:
                    self.without_file.append(index)
                elif is_address(path):
                    self.from_web[path] = index
        elif inputs.path == STDIN:
            self.without_file += added
        if follow is not None:
            self._followers.setdefault(follow, []).append(added)
        return added

    def __len__(self) -> int:
        return len(self.inputs)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        return self._kept.get(number) or Entry(self.inputs[number])

    def change(self, index: int) -> Entry:
        """The entry at `index`, to be changed."""
        if index not in self._kept:
            self._kept[index] = Entry(self.inputs[index])
        return self._kept[index]

    def kept(self) -> Iterator[tuple[int, Entry]]:
        """The entries of which something is known, with their indices, in no certain order."""
        return iter(self._kept.items())

    def as_opened(self) -> Sequence[int]:
        """All indices in the order in which their texts were opened: the articles of a file together, then those of the
        web, the newest first, and last those that came without a file.
        """
        ranges = list(self._ranges_as_opened())
        newest_first = sorted(self.from_web.values(), key=lambda index: self.inputs[index].moment, reverse=True)
        last = [*newest_first, *self.without_file]
        is_in_order = all(one.stop == other.start for one, other in pairwise(ranges))
        if is_in_order and last == list(range(len(self) - len(last), len(self))):
            return range(len(self))
        set_of_last = set(last)
        in_files = (index for index in chain.from_iterable(ranges) if index not in set_of_last)
        return [*in_files, *last]

    def _ranges_as_opened(self) -> Iterator[range]:
        """The indices, as ranges: each entry that others follow ends one, and these come after it."""
        following = sorted(chain.from_iterable(self._followers.values()), key=lambda indices: indices.start)
        gaps = pairwise((range(0), *following, range(len(self), len(self))))
        followed = sorted(self._followers)
        for start, stop in ((before.stop, after.start) for before, after in gaps):
            leaders = followed[bisect_left(followed, start) : bisect_left(followed, stop)]
            for previous, leader in pairwise((start - 1, *leaders)):
                yield range(previous + 1, leader + 1)
                yield from self._followers[leader]
            yield range((leaders[-1] + 1) if leaders else start, stop)
