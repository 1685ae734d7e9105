"""Searching the index off the loop: a thread that answers the query that was asked last."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.crash import DefectReports
from tui_reader.errors import LibraryError, QueryError
from tui_reader.messages import _
from tui_reader.session.index_file import IndexFile

if TYPE_CHECKING:
    from tui_reader.library.index.store import Hit


class Answer(NamedTuple):
    """What was found for a query, and how many articles the index holds.

    Where nothing could be looked for, `hits` is None and `problem` says why.
    """

    query: str
    hits: Sequence[Hit] | None
    articles: int = 0
    problem: str = ""


AnswerTaker = Callable[[Answer], None]


@dataclass
class Search:
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
        """Take in an answer; False where it is to a query that is asked no more. Of a wrong query, results stay."""
        if answer.query != self.query:
            return False
        self.answered, self.problem = answer.query, answer.problem
        if answer.hits is not None:
            self.hits, self.found_by, self.row, self.articles = answer.hits, answer.query, 0, answer.articles
        return True


class Searcher:
    """A thread with a connection of its own to the index at `path`; with a `library`, queries may ask for deeds."""

    def __init__(self, path: Path, library: Path | None) -> None:
        self._index = IndexFile(path, library)
        self._asked: tuple[str, AnswerTaker] | None = None
        self._changed = threading.Condition()
        self._closing = False
        self._defects = DefectReports()
        self._thread = threading.Thread(target=self._run, name="searcher", daemon=True)
        self._thread.start()

    def ask(self, query: str, tell: AnswerTaker) -> None:
        """Have `tell` called from the thread with the answer, unless something else is asked before it is found."""
        with self._changed:
            self._asked = query, tell
            self._changed.notify()

    def close(self) -> None:
        """End the thread after what it is at."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def _run(self) -> None:
        while asked := self._next():
            query, tell = asked
            answer = self._answer(query)
            if self._asked is None:
                tell(answer)
        self._index.close()

    def _next(self) -> tuple[str, AnswerTaker] | None:
        """Wait for the next question; None when there is to be none."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self._closing)
            asked, self._asked = self._asked, None
            return None if self._closing else asked

    def _answer(self, query: str) -> Answer:
        articles = 0
        try:
            index = self._index.open()
            articles = len(index)
            return Answer(query, index.search(query, typing=True) if query.strip() else (), articles)
        except QueryError as error:
            return Answer(query, None, articles, str(error))
        except LibraryError as error:
            self._index.close()
            problem = _("the index cannot be used: {reason}").format(reason=error.reason)
            return Answer(query, None, articles, problem)
        except Exception as defect:  # whatever is wrong with this query: the next one can be answered
            return Answer(query, None, articles, self._defects.add_error(query, defect))


def searched_words(query: str) -> tuple[str, ...]:
    """The words and phrases that a query looks for, to be marked."""
    from tui_reader.library.index.query import read_query  # noqa: PLC0415 - not needed to paint

    try:
        return read_query(query, typing=True).words
    except QueryError:
        return ()
