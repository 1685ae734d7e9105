"""Searching off the loop: the last query is answered, faults of the index are said and cost nothing."""

from __future__ import annotations

import os
import queue
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.store import Found, FoundItem, Hit, Index
from tui_reader.library.status import open_library
from tui_reader.library.values import ArticleKey, Status, StatusChange
from tui_reader.model import Span
from tui_reader.session.indexing import index_files
from tui_reader.session.saved_searches import SearchCount
from tui_reader.session.searching import Answer, Search, Searcher, item_of, searched_words

PATIENCE = 30  # seconds


def filled(path: Path, folder: Path) -> None:
    """An index of the texts in a folder."""
    with closing(open_index(path)) as index:
        index_files(index, sorted(map(str, folder.glob("*.txt"))), USUAL_NAMES, processes=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "press"
    home.mkdir()
    (home / "pont.txt").write_text("Le pont rouvre\n\nLe pont a rouvert lundi devant 300 personnes.\n", "utf-8")
    (home / "crue.txt").write_text("La crue\n\nLa crue a fait quatre morts à Montrevel.\n", "utf-8")
    filled(tmp_path / "index", home)
    return home


class Asking:
    """A searcher whose answers are waited for."""

    def __init__(self, index: Path, library: Path | None = None) -> None:
        self.searcher = Searcher(index, library)
        self.answers: queue.Queue[Answer] = queue.Queue()

    def ask(self, query: str) -> Answer:
        self.searcher.ask(query, self.answers.put)
        return self.answers.get(timeout=PATIENCE)

    def names(self, query: str) -> list[str]:
        return [Path(hit.path or "").stem for hit in self.ask(query).hits or ()]


@pytest.fixture
def asking(folder: Path, tmp_path: Path) -> Iterator[Asking]:
    asked = Asking(tmp_path / "index")
    yield asked
    asked.searcher.close()


def test_queries_are_answered_while_they_are_typed(asking: Asking) -> None:
    assert asking.names("mont") == ["crue"]
    assert asking.ask("") == Answer("", (), 2)
    assert asking.ask("(pont") == Answer("(pont", None, 2, "character 6: something is missing at the end")
    assert asking.names("rouvert") == ["pont"]


def test_of_queries_that_wait_only_the_last_is_answered(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, begun, may_end = Index.search, queue.Queue[str](), queue.Queue[bool]()

    def slow(index: Index, text: str, *, typing: bool = False) -> list[object]:
        begun.put(text)
        may_end.get(timeout=PATIENCE)
        return list(usual(index, text, typing=typing))

    monkeypatch.setattr(Index, "search", slow)
    asking.searcher.ask("crue", asking.answers.put)
    assert begun.get(timeout=PATIENCE) == "crue"
    asking.searcher.ask("po", asking.answers.put)
    asking.searcher.ask("pont", asking.answers.put)
    may_end.put(True)
    may_end.put(True)
    assert asking.answers.get(timeout=PATIENCE).query == "pont"
    assert asking.answers.empty()


def test_deeds_are_asked_of_the_library(folder: Path, tmp_path: Path) -> None:
    asking = Asking(tmp_path / "index", tmp_path / "library")
    with closing(open_library(tmp_path / "library")) as library:
        [hit] = asking.ask("rouvert").hits or ()
        assert asking.names("is:starred") == []
        library.keep([StatusChange(ArticleKey(hit.document), Status(starred=True))])
    asking.searcher.close()
    again = Asking(tmp_path / "index", tmp_path / "library")
    assert again.names("is:starred") == ["pont"]
    again.searcher.close()


def test_an_index_that_is_deleted_or_made_anew_is_opened_again(asking: Asking, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "index"
    assert asking.ask("pont").articles == 2
    os.unlink(path)
    assert asking.ask("pont") == Answer("pont", [], 0)
    (folder / "lac.txt").write_text("Le lac\n\nLe lac et le pont sont gelés.\n", "utf-8")
    path.write_bytes(b"garbage " * 900)
    filled(path, folder)
    assert sorted(asking.names("pont")) == ["lac", "pont"]


def test_an_index_that_cannot_be_used_is_said_until_it_can(asking: Asking, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "index"
    os.unlink(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA application_id = 7")
        database.execute("CREATE TABLE mine (a)")
    answer = asking.ask("pont")
    assert answer.hits is None
    assert "belongs to another program" in answer.problem
    os.unlink(path)
    filled(path, folder)
    assert asking.names("pont") == ["pont"]


def test_a_defect_costs_one_answer(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Index, "search", lambda *_, **__: 1 / 0)
        assert "met a defect of tui-reader (ZeroDivisionError)" in asking.ask("pont").problem
    assert asking.names("pont") == ["pont"]


def counts(asking: Asking, *queries: str) -> dict[str, SearchCount]:
    """How much each query finds."""
    found = queue.Queue[tuple[str, SearchCount]]()
    asking.searcher.count(queries, lambda *count: found.put(count))
    return dict(found.get(timeout=PATIENCE) for _ in queries)


def test_searches_are_counted_as_they_are_found(asking: Asking) -> None:
    assert counts(asking, "rouv", "pont OR crue", "(pont", "nowhere", "rouvert foo:1") == {
        "rouv": SearchCount(1, 1),
        "pont OR crue": SearchCount(2, 2),
        "(pont": SearchCount(problem="character 6: something is missing at the end"),
        "nowhere": SearchCount(0, 0),
        "rouvert foo:1": SearchCount(problem="character 9: foo is no field"),
    }


def test_of_what_is_counted_the_unread_are_told_apart(folder: Path, tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "library")) as library:
        asking = Asking(tmp_path / "index", tmp_path / "library")
        [hit] = asking.ask("rouvert").hits or ()
        library.keep([StatusChange(ArticleKey(hit.document), Status(read=True))])
        assert counts(asking, "pont OR crue", "is:unread") == {
            "pont OR crue": SearchCount(2, 1),
            "is:unread": SearchCount(1, 1),
        }
        library.keep([StatusChange(ArticleKey(hit.document), Status(read=False))])
        assert counts(asking, "pont") == {"pont": SearchCount(1, 1)}
        asking.searcher.close()


def test_what_is_asked_comes_before_what_is_counted(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, done, may_end = Index.count, queue.Queue[str](), queue.Queue[bool]()

    def slow(index: Index, text: str, *, typing: bool = False) -> Found:
        done.put(f"begins {text}")
        may_end.get(timeout=PATIENCE)
        return usual(index, text, typing=typing)

    monkeypatch.setattr(Index, "count", slow)
    asking.searcher.count(["pont", "crue"], lambda query, _count: done.put(f"counted {query}"))
    assert done.get(timeout=PATIENCE) == "begins pont"
    asking.searcher.count(["crue", "lac"], lambda query, _count: done.put(f"counted {query}"))
    asking.searcher.ask("rouvert", lambda answer: done.put(f"answered {answer.query}"))
    for _ in range(3):
        may_end.put(True)
    told = [done.get(timeout=PATIENCE) for _ in range(6)]
    assert told == ["counted pont", "answered rouvert", "begins crue", "counted crue", "begins lac", "counted lac"]


def test_what_keeps_from_counting_is_said(tmp_path: Path, asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Index, "count", lambda *_, **__: 1 / 0)
        assert "met a defect of tui-reader (ZeroDivisionError)" in counts(asking, "pont")["pont"].problem
    assert counts(asking, "pont") == {"pont": SearchCount(1, 1)}
    (tmp_path / "file").touch()
    other = Asking(tmp_path / "file" / "index")
    assert counts(other, "pont") == {"pont": SearchCount(problem="the index cannot be used: File exists")}
    other.searcher.close()


def test_answers_to_what_is_asked_no_more_and_wrong_queries_leave_the_results(asking: Asking) -> None:
    search = Search("pont")
    assert search.take(asking.ask("pont"))
    search.query = "pont ("
    assert not search.take(asking.ask("crue"))
    assert not search.is_answered
    assert search.take(asking.ask("pont ("))
    assert (search.is_answered, search.found_by, search.row, len(search.hits)) == (True, "pont", 0, 1)
    assert search.problem
    search.query = "crue"
    assert search.take(asking.ask("crue"))
    assert (search.found_by, search.row, search.problem) == ("crue", 0, "")


def test_the_cursor_stays_on_its_result_when_the_same_is_asked_again() -> None:
    hits = [Hit(name, f"/{name}", None, name, "", "", "", (), Span(0, 0)) for name in "abc"]
    search = Search("pont")
    search.take(Answer("pont", hits, 3))
    search.row = 1
    for answered, row in ((hits[1:], 0), (hits, 1), ([hits[0], hits[2]], 0), ([], 0), (hits, 0)):
        assert search.take(Answer("pont", answered, 3))
        assert (search.row, search.hits) == (row, answered)
    search.row, search.query = 2, "crue"
    search.take(Answer("crue", hits, 3))
    assert search.row == 0


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("pont crue", ("pont", "crue")),
        ('"le pont" -crue', ("le pont",)),
        ("speaker:roux lang:fr", ("roux",)),
        ("(", ()),
    ],
)
def test_the_words_of_a_query_are_marked(query: str, words: tuple[str, ...]) -> None:
    assert searched_words(query) == words


def test_what_was_found_is_sought_by_its_words_and_else_by_its_place() -> None:
    raw = (
        "Le pont\n\n\u00ab Oui \u00bb, a dit Anne Roux. \u00ab Peut-être demain \u00bb, a dit Paul Verdier. "
        "\u00ab Oui \u00bb, a dit Léa Petit. Le pont a 300 mètres.\n"
    )
    article = analyse(document_from_text(raw))
    first, other, last = article.quotes
    place_of = article.wording.clean_span
    for quote in article.quotes:
        assert item_of(article, FoundItem("quote", quote.clean, place_of(quote.span))) == quote
    without_first = replace(article, quotes=(replace(first, speech=False), other, last))
    assert item_of(without_first, FoundItem("quote", other.clean, place_of(other.span))) == other
    assert item_of(without_first, FoundItem("quote", first.clean, place_of(first.span))) == last
    assert item_of(article, FoundItem("quote", "Non", place_of(first.span))) is None
    assert item_of(article, FoundItem("figure", "300 mètres", Span(0, 1))) == article.figures[0]
    assert item_of(article, None) is None
