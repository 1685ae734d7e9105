"""What is open, as the loader knows it: the inputs, their texts, and what has changed of them on the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from tui_reader.crash import DefectReports
from tui_reader.errors import InputError, LibraryError
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.input_list import STDIN, Input, InputList
from tui_reader.ingest.sources import expand, read, stamp
from tui_reader.messages import _
from tui_reader.model import Document
from tui_reader.session import events
from tui_reader.session.agenda import Bring, Compare, Errand, Fetch, TakeIn
from tui_reader.session.events import Event


def no_kept_text(_document: str) -> None:
    """Where kept texts are looked for when there is no library."""


class Inputs:
    """The inputs by their indices, read when they are asked for; used by one thread.

    `documents` are texts that were read before: standard input cannot be read again. `report` is told at once of what
    reading finds out by the way; `number` hands out indices for more inputs and returns the first, `change` hears of an
    input that holds another text than before. Indices are handed out in the order of what is reported. `names` are
    those of the fields of records; `read_kept` gives a text that the library keeps by its id.
    """

    def __init__(
        self,
        inputs: InputList,
        documents: Mapping[int, Document],
        *,
        report: Callable[[Sequence[Event]], None],
        number: Callable[[Sequence[Input]], int],
        change: Callable[[int], None],
        defects: DefectReports,
        names: FieldNames,
        read_kept: Callable[[str], Document | None],
    ) -> None:
        self._inputs = inputs
        self._documents = dict(documents)
        self._report = report
        self._number = number
        self._change = change
        self._defects = defects
        self._names = names
        self._read_kept = read_kept
        self._stamps = {index: stamp(self._inputs[index].path) for index in self._documents}
        self._web: dict[str, int] | None = None  # the indices of articles of the web by their addresses, once asked
        self._export: tuple[str, tuple[int, int] | None, Sequence[Document]] = ("", None, ())  # the last one read

    def name(self, index: int) -> str:
        """The name by which a reader knows an input."""
        return self._inputs[index].name

    def at_hand(self, index: int) -> Document | None:
        """The text of an input that was read before the start."""
        return self._documents.get(index)

    def read(self, index: int) -> Document:
        """The text of an input; one that holds several articles is divided. Raises InputError."""
        if index in self._documents:
            return self._documents[index]
        one = self._inputs[index]
        path, record = one.path, one.record
        if one.document is not None:
            return self._kept(one.name, one.document)
        now = stamp(path)
        if self._stamps.get(index, now) != now:  # what was found out so far is of another text
            self._change(index)
            self._report([events.Changed(index)])
        self._stamps[index] = now
        documents = self._all_of(path, now)
        if record is None:
            self._divide(index, len(documents))
        if (record or 0) >= len(documents):
            raise InputError(path, _("is gone"))
        return documents[record or 0]

    def _kept(self, name: str, document_id: str) -> Document:
        """A text that the library keeps. Raises InputError."""
        try:
            document = self._read_kept(document_id)
        except LibraryError as error:
            raise InputError(name, error.reason) from error
        if document is None:
            raise InputError(name, _("is gone"))
        return document

    def _all_of(self, path: str, now: tuple[int, int] | None) -> Sequence[Document]:
        """The articles of a file; an export is not read again for each of them. Raises InputError."""
        if self._export[:2] == (path, now):
            return self._export[2]
        try:
            documents = read(path, self._names)
        except InputError:
            raise
        except Exception as defect:  # whatever reading has with this input: the others can be read
            words = self._defects.add_error(path, defect)
            raise InputError(path, words) from defect
        if len(documents) > 1:
            self._export = (path, now, documents)
        return documents

    def _divide(self, index: int, count: int) -> None:
        if count == 1:
            return
        inputs = self._inputs[index].divided(count)
        self._inputs[index] = inputs[0]
        self._add(inputs[1:])
        self._report([events.Divided(index, inputs)])

    def _add(self, inputs: Sequence[Input]) -> int:
        """Take in more inputs; the index of the first."""
        self._inputs.extend(inputs)
        return self._number(inputs)

    def run(self, errand: Errand) -> list[Event]:
        """Do an errand; returns what is to be told of it, in order."""
        match errand:
            case Compare(paths):
                return self.compare(paths)
            case Bring(name, documents):
                return self.bring(name, documents)
            case Fetch(one):
                return self.fetch(one)
            case TakeIn(inputs):
                return self.take_in(inputs)
        assert_never(errand)

    def bring(self, name: str, documents: Sequence[Document]) -> list[Event]:
        """Take in texts that came without a file, under this name."""
        inputs = Input(STDIN, name).divided(len(documents))
        first = self._add(inputs)
        self._documents.update(enumerate(documents, first))
        pairs = zip(inputs, documents, strict=True)
        return [events.Brought(index, *pair) for index, pair in enumerate(pairs, first)]

    def fetch(self, one: Input) -> list[Event]:
        """Take in one more input, which is wanted now."""
        return [events.Fetched(self._add([one]), [one])]

    def take_in(self, inputs: Sequence[Input]) -> list[Event]:
        """Take in articles of the web: those that are new, and those of which another text came."""
        if self._web is None:
            self._web = {one.path: index for index, one in enumerate(self._inputs) if one.is_from_web}
        news: list[Event] = []
        new = [article for article in inputs if article.path not in self._web]
        for article in inputs:
            index = self._web.get(article.path)
            if index is not None and self._inputs[index] != article:
                self._inputs[index] = article
                self._change(index)
                news.append(events.Replaced(index, article))
        if new:
            first = self._add(new)
            self._web.update((article.path, index) for index, article in enumerate(new, first))
            news.append(events.Arrived(new))
        return news

    def compare(self, paths: Sequence[str]) -> list[Event]:
        """What has come, gone or changed at these paths since each input was read."""
        on_disk = {known.path: known for known in expand(paths).inputs}
        known_paths = self._inputs.paths
        news: list[Event] = []
        more: list[Input] = []
        changed = gone = 0
        for index in sorted(self._stamps):
            known = self._inputs[index]
            if not known.is_file:
                continue
            now = stamp(known.path)
            if now == self._stamps[index]:
                continue
            self._stamps[index] = now
            self._documents.pop(index, None)
            if now is None:
                gone += 1
                news.append(events.Unreadable(index, InputError(known.path, _("is gone"))))
                continue
            changed += 1
            self._change(index)
            news.append(events.Changed(index))
            if known.record == 0 and known.path in on_disk:
                known_records = sum(other.path == known.path for other in self._inputs)
                more += self._records_of(on_disk[known.path], now)[known_records:]
        arrived = (*(known for path, known in on_disk.items() if path not in known_paths), *more)
        if arrived:
            self._add(arrived)
            news.append(events.Arrived(arrived))
        return [*news, events.Compared(len(arrived), changed, gone)]

    def _records_of(self, one: Input, now: tuple[int, int]) -> Sequence[Input]:
        """The articles of a file as it is now; none where it cannot be read, which is said when an entry is."""
        try:
            return one.divided(len(self._all_of(one.path, now)))
        except InputError:
            return []
