"""What is open: one entry an input, and the articles that are at hand. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import assert_never

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.errors import InputError
from tui_reader.ingest.input_list import STDIN, Input, InputList, RecordInputs
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import ArticleKey, CorrectionChange, Status, StatusChange, stored_path
from tui_reader.model import Article, Correction, Document
from tui_reader.session import events
from tui_reader.session.articles_at_hand import ArticlesAtHand
from tui_reader.session.corrections import Corrections
from tui_reader.session.entries import Entries, Entry
from tui_reader.session.folds import Folds
from tui_reader.session.stated import Stated, corrections_of
from tui_reader.session.summary import Summary, counts_of, first_words, minutes_to_read
from tui_reader.session.twins import Twins

AT_HAND = 64
"""How many articles are kept in memory; others are read again when wanted."""
MOST_SOUGHT = 60_000_000
"""So many code points of all texts together are held for the filter; of the texts after them, only the titles."""


def _tell_nobody(_deed: StatusChange) -> None:
    """What a collection does with deeds when there is no library."""


class Collection:
    """The entries, and the articles that are at hand; `documents` and `problems` are what is known at the start.

    `memory` and `corrections` are what is kept of earlier sessions; `tell` hears of each deed; `stated` gives what the
    user says beforehand of the articles of an input.
    """

    def __init__(
        self,
        inputs: Iterable[Input],
        documents: Mapping[int, Document] | None = None,
        problems: Mapping[int, InputError] | None = None,
        memory: StatusLookup | None = None,
        *,
        corrections: Corrections | None = None,
        stated: Stated | None = None,
    ) -> None:
        self.entries = Entries()
        self.memory = memory or StatusLookup()
        self.corrections = corrections or Corrections()
        self.stated = stated or Stated({}, {})
        self.tell: Callable[[StatusChange], None] = _tell_nobody
        self._documents: dict[int, Document] = {}
        self.articles = ArticlesAtHand()
        self._twins = Twins(self.entries)
        self._folds = Folds(self.entries)
        self._sought = 0
        self.known = 0
        """How many inputs were looked at so far."""
        self.unread = 0
        """How many entries are not read and can be."""
        self.removed = 0
        """How many entries the reader removed."""
        self.inputs_version = 0
        """Changes whenever entries come or go, or are replaced by others."""
        self.add(inputs)
        for index, document in (documents or {}).items():
            self.put_document(index, document)
        for index, problem in (problems or {}).items():
            self.put_problem(index, problem)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def rows_version(self) -> int:
        """Changes whenever entries come or go, or begin or cease to be the same as or alike to another."""
        return self.inputs_version + self._twins.version + self._folds.version

    def add(self, inputs: Iterable[Input], follow: int | None = None) -> None:
        """More inputs are open; in the order in which they were opened, they come after the entry `follow`, or last."""
        self.inputs_version += 1
        known = len(self.entries)
        for run in InputList(inputs).runs:
            added = self.entries.add(run, follow)
            self.unread += len(run)
            if self.memory or self.corrections:
                self._recall_all(added, run)
        for index in chain(self.entries.without_file, self.entries.from_web.values()):
            document = self.entries.inputs[index].document if index >= known else None
            if document is not None:
                self._identify(index, document)

    def _recall_all(self, indices: range, inputs: Sequence[Input]) -> None:
        """What is kept of inputs counts. Of the records of a file only those are looked at of which something is."""
        numbers: Iterable[int] = range(len(inputs))
        if isinstance(inputs, RecordInputs):
            path = stored_path(inputs.path)
            records = {*self.memory.records_of(path), *self.corrections.records_of(path)}
            numbers = sorted(inputs.numbers.index(record) for record in records if record in inputs.numbers)
        for number in numbers:
            self._recall(indices[number])

    def divide(self, index: int, inputs: Sequence[Input]) -> None:
        """An input holds several articles: its entry is the first of them, and the others get entries."""
        entry = self.entries.change(index)
        entry.input = inputs[0]
        self.unread += self._twins.settle(entry.document)  # the name is another
        self._recall(index)
        self.add(inputs[1:], index)

    @property
    def documents(self) -> Mapping[int, Document]:
        """The texts at hand: those whose articles are still to come, and those of the articles."""
        return {**self.articles.documents, **self._documents}

    def article(self, index: int) -> Article | None:
        """The article of an entry with the reader's corrections, where it is at hand."""
        return self.articles.want(index)

    def document(self, index: int) -> Document | None:
        """The text of an entry, where it is at hand."""
        return article.document if (article := self.article(index)) else self._documents.get(index)

    def is_current(self, index: int) -> bool:
        """Whether the article of an entry is at hand, analysed with all its corrections."""
        return self.articles.heeded(index) == self.entries[index].heeded

    def index_of(self, where: ArticleKey) -> int | None:
        """The entry of an article: by its text, else by its source; None where it is not open."""
        twins = (twin for twin in self._twins.of(where.document) if not self.entries[twin].removed)
        first = next(twins, None)
        if first is not None or where.source is None:
            return first
        if where.path is None:
            return self.entries.from_web.get(where.url or "")
        places = ((index, one) for index, one in enumerate(self.entries.inputs) if one.record == where.record)
        return next((index for index, one in places if stored_path(one.path) == where.path), None)

    # What is found out about inputs

    def apply(self, event: events.Event) -> None:
        """Take in what the loader reports."""
        match event:
            case events.TextRead(index, document):
                self.put_document(index, document)
            case events.Analysed(index, article, corrections):
                self.put_article(index, article, corrections)
            case events.Outlined(index, outline):
                self.put_summary(index, outline)
            case events.Counted(index, figures, quotes):
                self.put_counts(index, figures, quotes)
            case events.Unreadable(index, problem):
                self.put_problem(index, problem)
            case events.Changed(index):
                self.drop(index)
            case events.Divided(index, inputs):
                self.divide(index, inputs)
            case events.Arrived(inputs) | events.Fetched(_, inputs):
                self.add(inputs)
            case events.Brought(index, one, document):
                self.add([one])
                self.put_document(index, document)
            case events.Replaced(index, one):
                self.replace(index, one)
            case events.Failed() | events.Compared():
                pass  # they are said, and change no entry
            case _:
                assert_never(event)

    def put_document(self, index: int, document: Document) -> None:
        """A text was read; its article is still to come."""
        self._documents[index] = document
        self._identify(index, document.id)

    def put_article(self, index: int, article: Article, corrections: tuple[Correction, ...] = ()) -> None:
        """An article is there; the one longest not wanted goes, unless it cannot be read again."""
        self._documents.pop(index, None)
        self.articles.put(index, article, corrections)
        self._identify(index, article.document.id)
        self._lay_corrections(index)
        entry = self.entries.change(index)
        self._know_head(entry, article.title or first_words(article.document.raw), article.site, article.day)
        entry.length = len(article.document.raw)
        entry.minutes = minutes_to_read(len(WORD.findall(article.text)))
        self.articles.keep_most(AT_HAND, lambda one: self.entries[one].input.can_be_read_again)

    def put_summary(self, index: int, summary: Summary) -> None:
        """What the list shows of an entry, whose article may not be wanted yet."""
        self._identify(index, summary.document)
        entry = self.entries.change(index)
        self._know_head(entry, summary.title, summary.site, summary.day)
        entry.length = summary.length
        entry.minutes = entry.minutes or summary.minutes
        self._sought += len(summary.text)
        entry.text = loose(f"{entry.title}\n{entry.input.name}\n")
        if self._sought <= MOST_SOUGHT:
            entry.text += summary.text
        if entry.same_as is None and entry.alike is None and entry.input.path != STDIN:  # what was pasted is wanted
            self._folds.fold(index, summary.sketch)

    def put_counts(self, index: int, figures: int, quotes: int) -> None:
        """How many figures and quotes an article has that is not wanted itself."""
        entry = self.entries.change(index)
        entry.figures, entry.quotes = figures, quotes

    def put_problem(self, index: int, problem: InputError) -> None:
        """An input cannot be read, or no more."""
        entry = self.entries.change(index)
        self.known += not entry.known
        self.unread -= entry.unread
        entry.problem = problem.reason
        self.unread += self._twins.settle(entry.document)

    def drop(self, index: int) -> None:
        """An input has changed: what was known of its text counts no more."""
        self.articles.remove(index)
        self._documents.pop(index, None)
        self.unread += self._twins.leave(index)
        self._folds.unfold(index)
        entry = self.entries.change(index)
        self.known -= entry.known
        self.unread -= entry.unread
        entry.problem = entry.figures = entry.quotes = entry.minutes = None
        self.known += entry.known
        self.unread += entry.unread

    def replace(self, index: int, new_input: Input) -> None:
        """Another text came of an article of the web, which is listed again if it was not."""
        before = self.entries[index]
        if before.removed and before.document:
            self.set_removed(before.document, False)
        self.drop(index)
        self.entries.inputs[index] = self.entries.change(index).input = new_input
        self.inputs_version += 1
        if new_input.document is not None:
            self._identify(index, new_input.document)

    def _know_head(self, entry: Entry, title: str | None, site: str | None, day: str | None) -> None:
        """The head of an article is known, of which corrections may say something else."""
        self._forget_problem(entry)
        self.known += not entry.known
        entry.learn_head(title, site, day)

    def _forget_problem(self, entry: Entry) -> None:
        """An entry can be read again, or is to be."""
        if entry.problem is not None:
            self.known -= entry.known
            self.unread -= entry.unread
            entry.problem = None
            self.known += entry.known
            self.unread += entry.unread + self._twins.settle(entry.document)

    def _identify(self, index: int, document: str) -> None:
        """The text of an entry is known: what is kept of it counts, and it may be the text of another entry, too."""
        if self.entries[index].document != document:
            self._folds.unfold(index)
            self.unread += self._twins.leave(index) + self._twins.join(index, document)
            self._recall(index)

    # What the reader does

    def where(self, index: int) -> ArticleKey:
        """How an entry is found again in another session."""
        return self.entries[index].key

    def set_removed(self, document: str, removed: bool) -> None:
        """List a text that is in no file no more, or again."""
        for entry in map(self.entries.change, list(self._twins.of(document))):
            if not entry.input.is_file and entry.removed != removed:
                if not removed:
                    self._forget_problem(entry)
                self.unread -= entry.unread
                self.removed += 1 if removed else -1
                entry.removed = removed
                self.unread += entry.unread
        self.unread += self._twins.settle(document)
        self.inputs_version += 1

    def do(self, index: int, status: Status) -> None:
        """The reader did something with an entry, and so with those that have its text; None leaves a part as it is."""
        for twin in self._twins.of(self.entries[index].document) or [index]:
            entry = self.entries.change(twin)
            entry.touched = True
            self._apply(entry, status)
        deed = StatusChange(self.where(index), status)
        self.memory.learn(deed)
        self.tell(deed)

    def correct(self, index: int, changes: Iterable[CorrectionChange]) -> None:
        """The reader makes corrections of the article of an entry, or takes them back."""
        for change in changes:
            self.corrections.apply(change)
        for twin in self._twins.of(self.entries[index].document) or [index]:
            entry = self.entries.change(twin)
            found = entry.found or (entry.title, entry.site, entry.day)
            self._recall_corrections(twin)
            if entry.title is not None:
                entry.learn_head(*found)
            self._lay_corrections(twin)

    def _lay_corrections(self, index: int) -> None:
        """Lay its corrections over the article of an entry, where it is at hand."""
        article = self.articles.lay_corrections(index, self.entries[index].corrections)
        if article:
            self.put_counts(index, *counts_of(article))

    def _recall(self, index: int) -> None:
        """What is kept of the article of an entry counts."""
        status = None if self.entries[index].touched else self.memory.find(self.where(index))
        if status:
            self._apply(self.entries.change(index), status)
        self._recall_corrections(index)

    def _recall_corrections(self, index: int) -> None:
        """The corrections of the article of an entry are what is kept, over what was stated beforehand."""
        entry = self.entries[index]
        stated = Stated({}, {}) if entry.input.document else self.stated  # which speaks of what is opened now
        corrections = corrections_of(entry.key, entry.input.path, self.corrections, stated)
        if corrections != entry.corrections:
            self.entries.change(index).corrections = corrections

    def _apply(self, entry: Entry, status: Status) -> None:
        self.unread -= entry.unread
        entry.take(status)
        self.unread += entry.unread
