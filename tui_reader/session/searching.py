"""Searching the index off the loop: a thread that answers the query that was asked last, and counts in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tui_reader.crash import DefectReports
from tui_reader.errors import LibraryError, QueryError
from tui_reader.messages import _
from tui_reader.model import Article, Figure, Quote
from tui_reader.session.index_file import IndexFile
from tui_reader.session.saved_searches import SearchCount
from tui_reader.session.task_thread import TaskThread

if TYPE_CHECKING:
    from tui_reader.library.index.store import FoundItem, Hit, Index


class Answer(NamedTuple):
    """What was found for a query, and how many articles the index holds.

    Where nothing could be looked for, `hits` is None and `problem` says why.
    """

    query: str
    hits: Sequence[Hit] | None
    articles: int = 0
    problem: str = ""


AnswerTaker = Callable[[Answer], None]
CountTaker = Callable[[str, SearchCount], None]


class Search(msgspec.Struct):
    """What is typed as a query, what was found last, and which result the cursor is on; it outlives its window.

    `found_by` is the query that found the results; `articles` is how many the index holds, None until that is known.
    """

    query: str = ""
    hits: Sequence[Hit] = ()
    found_by: str = ""
    row: int = 0
    articles: int | None = None
    problem: str = ""
    answered: str | None = None  # the query that was answered last

    @property
    def is_answered(self) -> bool:
        """Whether the results are those of the query."""
        return self.answered == self.query

    def take(self, answer: Answer) -> bool:
        """Take in an answer; False where it is to a query that is asked no more. Of a wrong query, results stay.

        Where the same was asked before, the cursor stays on its result.
        """
        if answer.query != self.query:
            return False
        self.answered, self.problem = answer.query, answer.problem
        if answer.hits is not None:
            chosen = self.hits[self.row].document if self.hits and self.found_by == answer.query else None
            self.row = next((row for row, hit in enumerate(answer.hits) if hit.document == chosen), 0)
            self.hits, self.found_by, self.articles = answer.hits, answer.query, answer.articles
        return True


class Searcher:
    """A thread with a connection of its own to the index at `path`; with a `library`, queries may ask for deeds."""

    def __init__(self, path: Path, library: Path | None) -> None:
        self._index = IndexFile(path, library)
        self._defects = DefectReports()
        self._thread = TaskThread("searcher", self._index.close)

    def ask(self, query: str, tell: AnswerTaker) -> None:
        """Have `tell` called from the thread with the answer, unless something else is asked before it is found."""
        self._thread.do(partial(self._tell_answer, query, tell))

    def count(self, queries: Iterable[str], tell: CountTaker) -> None:
        """Have `tell` called from the thread for each query with how much it finds."""
        self._thread.do_later({query: partial(self._tell_count, query, tell) for query in queries})

    def close(self) -> None:
        """End the thread after what it is at."""
        self._thread.close()

    def _tell_answer(self, query: str, tell: AnswerTaker) -> None:
        answer = self._answer(query)
        if not self._thread.is_asked:
            tell(answer)

    def _tell_count(self, query: str, tell: CountTaker) -> None:
        tell(query, self._count(query))

    def _count(self, query: str) -> SearchCount:
        """How much the search finds when it is opened, its last word the beginning of one."""
        try:
            return SearchCount(*self._index.ask(lambda index: index.count(query, typing=True)))
        except QueryError as error:
            return SearchCount(problem=str(error))
        except LibraryError as error:
            return SearchCount(problem=_("the index cannot be used: {reason}").format(reason=error.reason))
        except Exception as defect:  # whatever is wrong with this query: the others can be counted
            return SearchCount(problem=self._defects.add_error(query, defect))

    def _answer(self, query: str) -> Answer:
        try:
            return self._index.ask(partial(_answer, query))
        except LibraryError as error:
            problem = _("the index cannot be used: {reason}").format(reason=error.reason)
        except Exception as defect:  # whatever is wrong with this query: the next one can be answered
            problem = self._defects.add_error(query, defect)
        return Answer(query, None, 0, problem)


def _answer(query: str, index: Index) -> Answer:
    """What the index finds for a query while it is typed. Raises LibraryError."""
    articles = len(index)
    try:
        return Answer(query, index.search(query, typing=True) if query.strip() else (), articles)
    except QueryError as error:
        return Answer(query, None, articles, str(error))


def item_of(article: Article, sought: FoundItem | None) -> Quote | Figure | None:
    """The quote or the figure that was found in an article; None where nothing of the kind was sought.

    It is found by its words, and among those with the same by its place: since it was indexed, the reader may have
    corrected the article, or somebody changed its text.
    """
    if sought is None:
        return None
    spoken = [quote for quote in article.quotes if quote.speech]
    items: Sequence[Quote | Figure] = article.figures if sought.kind == "figure" else spoken
    places = [(article.wording.clean_span(item.span), item) for item in items]
    fitting = [(place, item) for place, item in places if place.of(article.text) == sought.words]
    return min(fitting, key=lambda one: abs(one[0].start - sought.place.start))[1] if fitting else None


def problem_of(query: str) -> str:
    """What is wrong with a query; empty where it can be asked."""
    from tui_reader.library.index.query import read_query  # noqa: PLC0415 - not needed to paint

    try:
        read_query(query)
    except QueryError as error:
        return str(error)
    return ""


def searched_words(query: str) -> tuple[str, ...]:
    """The words and phrases that a query looks for, to be marked."""
    from tui_reader.library.index.query import read_query  # noqa: PLC0415 - not needed to paint

    try:
        return read_query(query, typing=True).words
    except QueryError:
        return ()
