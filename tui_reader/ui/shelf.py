"""What is open: one entry an input, in order, and the articles that are at hand. No widget here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui_reader.analysis.text import WORD, fold
from tui_reader.errors import InputError
from tui_reader.ingest.sources import STDIN, Input
from tui_reader.model import Article, Document

AT_HAND = 64
"""How many articles are kept in memory; others are read again when wanted."""
WORDS_A_MINUTE = 230
"""Silent reading speed of adults (Brysbaert 2019, "How many words do we read per minute?": 238 in English)."""


@dataclass(slots=True)
class Entry:
    """One row of the headline list, and what the reader did with it."""

    input: Input
    title: str | None = None
    minutes: int | None = None
    problem: str | None = None
    read: bool = False
    place: int | None = None  # the raw offset at the top of the article pane
    raw: bool = False  # whether the raw text is shown

    @property
    def shown_title(self) -> str:
        """The title, or the name of the input until there is one."""
        return self.title or self.input.name

    @property
    def known(self) -> bool:
        """Whether the input was read, well or not."""
        return self.title is not None or self.problem is not None


class Shelf:
    """The entries, and the articles that are at hand; `documents` and `problems` are what is known at the start."""

    def __init__(
        self,
        inputs: Iterable[Input],
        documents: Mapping[int, Document] | None = None,
        problems: Mapping[int, InputError] | None = None,
    ) -> None:
        self.entries = [Entry(one) for one in inputs]
        self._documents: dict[int, Document] = dict(documents or {})
        self._articles: OrderedDict[int, Article] = OrderedDict()
        self.known = 0
        """How many inputs were looked at so far."""
        self.unread = len(self.entries)
        """How many entries are not read and can be."""
        for index, problem in (problems or {}).items():
            self.put_problem(index, problem)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def documents(self) -> Mapping[int, Document]:
        """The texts that were read and whose articles are still to come."""
        return self._documents

    def article(self, index: int) -> Article | None:
        """The article of an entry, where it is at hand."""
        if index in self._articles:
            self._articles.move_to_end(index)
        return self._articles.get(index)

    def document(self, index: int) -> Document | None:
        """The text of an entry, where it is at hand."""
        article = self.article(index)
        return article.document if article else self._documents.get(index)

    def put_document(self, index: int, document: Document) -> None:
        """A text was read; its article is still to come."""
        self._documents[index] = document

    def put_article(self, index: int, article: Article) -> None:
        """An article is there; the one longest not wanted goes, unless it cannot be read again."""
        self._documents.pop(index, None)
        self._articles[index] = article
        entry = self.entries[index]
        self.put_title(index, article.title or first_words(article.document.raw))
        entry.minutes = max(1, round(len(WORD.findall(article.text)) / WORDS_A_MINUTE))
        again = [one for one in self._articles if self.entries[one].input.path != STDIN]
        if len(again) > AT_HAND:
            del self._articles[again[0]]

    def put_title(self, index: int, title: str) -> None:
        """The title of an entry, whose article may not be wanted yet."""
        entry = self.entries[index]
        self.known += not entry.known
        entry.title = title

    def put_problem(self, index: int, problem: InputError) -> None:
        """An input cannot be read."""
        entry = self.entries[index]
        self.known += not entry.known
        self.unread -= not entry.read and entry.problem is None
        entry.problem = problem.reason

    def mark_read(self, index: int) -> None:
        """The reader has read an entry."""
        entry = self.entries[index]
        self.unread -= not entry.read
        entry.read = True

    def matching(self, words: str) -> list[int]:
        """The entries whose title or name holds `words`, case and typography aside; all of them for none."""
        wanted = fold(words).strip()
        return [
            at
            for at, entry in enumerate(self.entries)
            if not wanted or wanted in fold(f"{entry.shown_title} {entry.input.name}")
        ]


def first_words(raw: str) -> str:
    """The first line that is not blank: what a text without a title is known by."""
    return next((line.strip() for line in raw[:2000].splitlines() if line.strip()), "")
