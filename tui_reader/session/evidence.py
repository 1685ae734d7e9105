"""Holding what the open article says against all others: who said what, how many, and what else tells of the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.crash import DefectReports
from tui_reader.errors import LibraryError
from tui_reader.library.status import kept_text
from tui_reader.messages import _
from tui_reader.model import Article, Figure, Quote
from tui_reader.session.corrected_articles import Said
from tui_reader.session.index_file import IndexFile
from tui_reader.session.near_duplicates import ALIKE, resemblance, sketch
from tui_reader.session.task_thread import TaskThread

if TYPE_CHECKING:
    from tui_reader.evidence.difference import Difference
    from tui_reader.evidence.figures import FigureGroup
    from tui_reader.evidence.sayings import Person, Saying
    from tui_reader.library.index.store import Index, StoredArticle

MOST_OF_SPEAKER = 500
"""So many articles are looked into for what somebody said, the newest."""
_MOST_ABOUT = 80  # articles are held against one, those that have most of its words
_MOST_OF_ANY_DAY = 20  # besides, of whatever day: an anniversary, a trial after years
_MOST_REPEATED = 60  # quotes of somebody are looked for in other articles, the newest
_DAYS_AROUND = 120  # between articles that may tell of one event
_MOST_NAMES = 16  # of an article, by which others about the same event are found
LEAST_SIMILAR = 0.15
"""How similar another article is at least that is shown as one about the same event."""


class Who(msgspec.Struct, frozen=True):
    """All that somebody said, and whoever said the words of a `quote` of the article."""

    name: str | None
    quote: Quote | None = None


class HowMany(msgspec.Struct, frozen=True):
    """What other articles give for a figure of the article."""

    figure: Figure


class SameEvent(msgspec.Struct, frozen=True):
    """Which other articles tell of the same event."""


class HeldElsewhere(msgspec.Struct, frozen=True):
    """What of the article other articles have, too: a figure each, and the event."""


class Compare(msgspec.Struct, frozen=True):
    """What differs between the article and another one."""

    other: Article


class Versions(msgspec.Struct, frozen=True):
    """What differs between two texts of an article, by their ids in a library, the earlier one first."""

    library: Path
    before: str
    now: str


What = Who | HowMany | SameEvent | HeldElsewhere | Compare | Versions


class Question(msgspec.Struct, frozen=True):
    """What is to be found out, from which article, None for none.

    `at_hand` are articles that are held against it, too, whether the index has them or not; `said` is what is said of
    articles.
    """

    what: What
    article: Article | None
    at_hand: Sequence[Article]
    said: Said


class Sayings(msgspec.Struct, frozen=True):
    """What the person of a name said; the items of each saying are of `articles`.

    `is_cut`: older articles were not looked into.
    """

    name: str | None
    articles: Sequence[Article]
    person: Person
    found: Sequence[Saying]
    is_cut: bool


class Counts(msgspec.Struct, frozen=True):
    """The figures that give the same thing, whose items are of `articles`; None where no other article has one."""

    articles: Sequence[Article]
    group: FigureGroup | None


class Similar(msgspec.Struct, frozen=True):
    """An article about the same event, from 0 to 1; `is_alike`: it has nearly the same text."""

    article: Article
    similarity: float
    is_alike: bool


class HeldFigure(msgspec.Struct, frozen=True):
    """How many other articles give a figure, and whether all of them agree."""

    others: int
    agrees: bool


class Overview(msgspec.Struct, frozen=True):
    """How many other articles tell of the same event, and what they have of each figure of the article, in order."""

    similar: int
    figures: tuple[HeldFigure, ...]


class Differences(msgspec.Struct, frozen=True):
    """What differs between two articles, in the order of the texts; nothing where one is there no more."""

    articles: tuple[Article, Article] | None
    found: Sequence[Difference]


Evidence = Sayings | Counts | Overview | tuple[Similar, ...] | Differences


class Finding(msgspec.Struct, frozen=True):
    """What was found; where something was in the way, `problem` says what."""

    question: Question
    found: Evidence
    problem: str = ""


class EvidenceFinder:
    """A thread that holds articles against those of the index at `path`; without one, against those at hand."""

    def __init__(self, path: Path | None) -> None:
        self._index = IndexFile(path) if path else None
        self._defects = DefectReports()
        self._thread = TaskThread("evidence", self._end)

    def ask(self, question: Question, tell: Callable[[Finding], None]) -> None:
        """Have `tell` called from the thread with what was found, unless something else is asked before that."""
        self._thread.do(partial(self._tell, question, tell))

    def close(self) -> None:
        """End the thread after what it is at."""
        self._thread.close()

    def _end(self) -> None:
        if self._index:
            self._index.close()

    def _tell(self, question: Question, tell: Callable[[Finding], None]) -> None:
        finding = self._answer(question)
        if not self._thread.is_asked:
            tell(finding)

    def _answer(self, question: Question) -> Finding:
        try:
            found = self._index.ask(lambda index: find(question, index)) if self._index else find(question, None)
            return Finding(question, found)
        except LibraryError as error:
            problem = _("the index cannot be used: {reason}").format(reason=error.reason)
            return Finding(question, find(question, None), problem)
        except Exception as defect:  # whatever is wrong with these articles: the next question can be answered
            return Finding(question, (), self._defects.add_error(_("evidence"), defect))


def find(question: Question, index: Index | None) -> Evidence:
    """What the articles of the index, and those at hand, say to a question. Raises LibraryError."""
    match question.what:
        case Who(name, quote):
            return _sayings(question, index, name, quote)
        case HowMany(figure):
            return _counts(_about(question, index), figure)
        case SameEvent():
            return _same_event(_about(question, index))
        case HeldElsewhere():
            return _overview(_about(question, index))
        case Compare(other):
            return _differences(question.article, other)
        case Versions(library, before, now):
            texts = (kept_text(library, document) for document in (before, now))
            return _differences(*(question.said.article(text) if text else None for text in texts))


def _sayings(question: Question, index: Index | None, name: str | None, quote: Quote | None) -> Sayings:
    from tui_reader.evidence.quotes import QuoteItem  # noqa: PLC0415 - the screen comes first
    from tui_reader.evidence.sayings import Person, is_office, sayings  # noqa: PLC0415

    stored = index.articles_of_speaker(name, MOST_OF_SPEAKER) if index and name else []
    articles = _pool(question, stored)
    if name and quote is None:
        name = _begun_name(name, articles) or name
    is_of_event = name is not None and _speaks_in(name, question.article) and is_office(name, articles[0].language)
    articles = _of_same_event(articles) if is_of_event else articles
    person = Person(name or "", articles)
    said = [one.clean for article in articles for one in article.quotes if one is quote or person.has(one.speaker)]
    repeated = index.articles_quoting(said[:_MOST_REPEATED], _MOST_ABOUT) if index else []
    articles = _pool(question, [*stored, *repeated])
    articles = _of_same_event(articles) if is_of_event else articles
    besides = QuoteItem(0, quote) if quote and question.article else None
    return Sayings(name, articles, person, sayings(person, articles, besides), len(stored) == MOST_OF_SPEAKER)


def _speaks_in(name: str, article: Article | None) -> bool:
    return article is not None and any(quote.speaker == name for quote in article.quotes)


def _of_same_event(articles: Sequence[Article]) -> list[Article]:
    """The first article, and those about the same event: in others the holder of an office may be somebody else."""
    return [articles[0], *(articles[index] for index in _similar_to_first(_Pool(articles)))]


def _begun_name(begun: str, articles: Sequence[Article]) -> str | None:
    """The speaker most often quoted whose name has words that begin as the typed ones; None where a name has these."""
    speakers = Counter(quote.speaker for article in articles for quote in article.quotes if quote.speaker)
    typed = WORD.findall(fold(begun))
    words_of = {name: WORD.findall(fold(name)) for name, _count in speakers.most_common()}
    if any(set(typed) <= set(words) for words in words_of.values()):
        return None
    for name, words in words_of.items():
        if all(any(word.startswith(part) for word in words) for part in typed):
            return name
    return None


def _counts(pool: _Pool, figure: Figure) -> Counts:
    from tui_reader.evidence.figures import FigureItem, group_figures  # noqa: PLC0415 - the screen comes first

    item = FigureItem(0, figure)
    groups = group_figures(pool.articles, pool.of_many)
    return Counts(pool.articles, next((group for group in groups if item in group.items), None))


def _overview(pool: _Pool) -> Overview:
    """What other articles have of the first one."""
    from tui_reader.evidence.figures import FigureItem, group_figures  # noqa: PLC0415 - the screen comes first

    articles, found = pool.articles, group_figures(pool.articles, pool.of_many)
    groups = {item: group for group in found for item in group.items if item.article_index == 0}
    held: list[HeldFigure] = []
    for figure in articles[0].figures if articles else ():
        group = groups.get(FigureItem(0, figure))
        items = group.items if group else ()
        contradicted = group.contradicted([articles[item.article_index].day for item in items]) if group else ()
        held.append(HeldFigure(len({item.article_index for item in items} - {0}), agrees=not any(contradicted)))
    return Overview(len(_similar_to_first(pool)), tuple(held))


def _differences(first: Article | None, second: Article | None) -> Differences:
    from tui_reader.evidence.difference import differences  # noqa: PLC0415 - the screen comes first

    if first is None or second is None:
        return Differences(None, ())
    return Differences((first, second), differences(first, second))


def _same_event(pool: _Pool) -> tuple[Similar, ...]:
    """The articles that are like the first one, the most similar first."""
    articles = pool.articles
    sketches = [sketch(WORD.findall(fold(article.text))) for article in articles]
    similar = [
        Similar(articles[other], similarity, resemblance(sketches[0], sketches[other]) >= ALIKE)
        for other, similarity in _similar_to_first(pool).items()
    ]
    return tuple(sorted(similar, key=lambda one: -one.similarity))


def _similar_to_first(pool: _Pool) -> dict[int, float]:
    """How similar other articles are to the first one, by their indices: those that tell of the same event."""
    from tui_reader.evidence.events import similar_articles  # noqa: PLC0415 - the screen comes first

    similar = similar_articles(pool.articles, LEAST_SIMILAR, pool.of_many)
    return {other: similarity for (index, other), similarity in similar.items() if index == 0}


class _Pool(NamedTuple):
    """The article of a question, and others that may tell of the same event, chosen from so many."""

    articles: Sequence[Article]
    of_many: int = 0


def _about(question: Question, index: Index | None) -> _Pool:
    """The article of the question, and those that may tell of the same event."""
    article = question.article
    if index is None or article is None:
        return _Pool(_pool(question, ()))
    words = telling_words(article)
    around = index.articles_about(words, days_around(article), _MOST_ABOUT)
    return _Pool(_pool(question, [*around, *index.articles_about(words, None, _MOST_OF_ANY_DAY)]), len(index))


def _pool(question: Question, stored: Iterable[StoredArticle]) -> list[Article]:
    """The article of the question first, then the others, each text once, with all that is said of them."""
    given = [article for article in (question.article, *question.at_hand) if article]
    pool = {article.document.id: article for article in given}
    for one in stored:
        document = one.article.document
        if document.id not in pool:
            source = replace(document.source, path=one.path, record=one.record)
            found = replace(one.article, document=replace(document, source=source))
            pool[document.id] = question.said.article(found.document, found)
    return list(pool.values())


def telling_words(article: Article) -> list[str]:
    """The names of an article, those first that it has most, and the words of its title: others about it have them."""
    from tui_reader.evidence.words import names_in, stems_of  # noqa: PLC0415 - the screen comes first

    title = article.title or ""
    names, words = names_in(f"{article.text}, {title}"), WORD.findall(fold(f"{title}\n{article.text}"))
    counts = Counter(word for word in words if word in names)
    stems = stems_of(title)
    of_title = [word for word in WORD.findall(fold(title)) if stems & stems_of(word)]
    return list(dict.fromkeys([*(name for name, _count in counts.most_common(_MOST_NAMES)), *of_title]))


def days_around(article: Article) -> tuple[str, str] | None:
    """From which day to which one articles may tell of what an article tells of; None where it has no day."""
    try:
        day = date.fromisoformat(article.day or "")
        return ((day - timedelta(_DAYS_AROUND)).isoformat(), (day + timedelta(_DAYS_AROUND)).isoformat())
    except (ValueError, OverflowError):
        return None
