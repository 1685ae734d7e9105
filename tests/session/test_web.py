"""Articles of the web are listed below files, the newest first, and feeds above all entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from tests.session.analysers import RememberingAnalyser
from tui_reader.ingest.input_list import STDIN, Input
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import ArticleKey, Status, StatusChange
from tui_reader.library.web_values import (
    FeedContents,
    FeedState,
    RemoveWebArticle,
    RestoreWebArticle,
    Subscription,
    WebArticle,
    WebChange,
)
from tui_reader.session import events
from tui_reader.session.agenda import TakeIn
from tui_reader.session.arrangement import SORTS
from tui_reader.session.collection import Collection
from tui_reader.session.feeds import FeedCount, FeedRow, Feeds
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.loader import Loader
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState
from tui_reader.session.web_articles import WebArticles, moment_of

TEXTS = [document_from_text(f"Le texte {number}\n\nIl pleut.\n") for number in range(6)]
DOCUMENTS = {document.id: document for document in TEXTS}
PLACES = [f"https://clairon.example/{number}" for number in range(6)]


def article(number: int, text: int | None = None, *, day: int | None = None) -> WebArticle:
    """The article of a number; it came on that day of the month, or on another one."""
    moment = f"2026-11-{10 + (number if day is None else day)}T00:00:00+00:00"
    document = TEXTS[number if text is None else text].id
    return WebArticle(PLACES[number], PLACES[number], document, f"Titre {number}", moment)


def feed(name: str, *numbers: int, folder: str = "", problem: str | None = None) -> FeedContents:
    subscription = Subscription(f"https://{name}.example/feed", name, folder)
    return FeedContents(subscription, FeedState(problem=problem), frozenset(PLACES[number] for number in numbers))


class Session:
    """Two files, four articles of the web, the last the newest, and a pasted text, below three feeds."""

    def __init__(self, memory: StatusLookup | None = None) -> None:
        self.told: list[WebChange] = []
        self.articles = WebArticles(article(number) for number in (3, 2, 1, 0))
        self.articles.tell = self.told.append
        self.feeds = Feeds([feed("b", 0, 1), feed("c", 2, folder="presse/locale"), feed("d", 1, 2, folder="presse")])
        self.collection = Collection([Input("/n/z.txt", "z.txt"), Input("/n/a.txt", "a.txt")], memory=memory)
        self.collection.add(self.articles.inputs())
        self.collection.add([Input(STDIN, "pasted", None, "d5")])
        self.loader = Loader(
            self.collection,
            lambda news: None,
            lambda defect: None,
            start=RememberingAnalyser,
            read_kept=DOCUMENTS.get,
        )
        self.undo_stack = UndoStack()
        self.list = ReadingList(self.collection, ViewState(), self.loader, self.undo_stack, feeds=self.feeds)

    def take(self, *articles: WebArticle) -> None:
        """The library has these articles by now."""
        news = self.articles.take(articles)
        self.list.apply(self.loader.do(TakeIn(news.inputs)))
        for document in news.gone:
            self.collection.set_removed(document, True)
        for document in news.back:
            self.collection.set_removed(document, False)
        self.list.settle()

    def names(self) -> list[str]:
        return [self.collection.entries[index].input.name for index in self.list.order]


def test_articles_of_the_web_stand_below_files_and_feeds_above_them() -> None:
    session = Session()
    assert session.names() == ["z.txt", "a.txt", "Titre 3", "Titre 2", "Titre 1", "Titre 0", "pasted"]
    assert session.list.rows.headings == {0: "Feeds", 2: "Articles", 4: "From the web", 8: "Pasted and piped"}
    assert session.list.current == 0


def test_the_newest_is_first_whenever_it_came() -> None:
    session = Session()
    session.take(article(4), *map(article, range(4)), article(5, day=1))
    assert session.names()[2:-1] == ["Titre 4", "Titre 3", "Titre 2", "Titre 1", "Titre 5", "Titre 0"]


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "opened"])
def test_in_another_order_articles_of_the_web_stand_between_files(sort: str) -> None:
    session = Session()
    session.list.arrange_by(sort=sort)
    assert sorted(session.names()) == sorted(Session().names())
    assert session.names()[-1] == "pasted"
    assert "From the web" not in session.list.rows.headings.values()


def test_what_was_done_with_an_article_is_known_by_its_address() -> None:
    session = Session(StatusLookup([StatusChange(ArticleKey(None, url=PLACES[2]), Status(starred=True))]))
    starred = [entry.input.name for entry in session.collection.entries if entry.starred]
    assert starred == ["Titre 2"]
    assert session.collection.where(3) == ArticleKey(TEXTS[2].id, url=PLACES[2])
    assert session.collection.index_of(ArticleKey(None, url=PLACES[2])) == 3


def test_another_text_of_an_article_takes_the_place_of_the_one_before() -> None:
    session = Session()
    session.collection.do(3, Status(starred=True, read=True))
    session.list.show(3)
    session.take(*map(article, (0, 1, 3)), article(2, text=5))
    entry = session.collection.entries[3]
    assert (entry.document, entry.starred, entry.read) == (TEXTS[5].id, True, True)
    assert len(session.collection) == 7
    [opened] = session.loader.do(session.loader._agenda.next() or pytest.fail("nothing is wanted"))
    assert isinstance(opened, events.Analysed)
    assert opened.article.document == TEXTS[5]


def test_what_is_there_already_is_not_taken_in_twice() -> None:
    session = Session()
    inputs = session.articles.inputs()
    assert session.loader.do(TakeIn(tuple(inputs))) == []
    session.take(*map(article, range(4)))
    assert len(session.collection) == 7


def test_an_article_that_is_removed_comes_back_by_undo() -> None:
    session = Session()
    changes = ListChanges(session.list)
    changes.remove_article(3, session.articles, "article removed")
    assert "Titre 2" not in session.names()
    assert session.feeds.count_of(session.feeds.rows[0], session.collection.entries, 0) == FeedCount(1, 1)
    session.undo_stack.undo()
    assert "Titre 2" in session.names()
    removed, restored = session.told
    assert isinstance(removed, RemoveWebArticle)
    assert (removed.address, restored) == (PLACES[2], RestoreWebArticle(PLACES[2]))
    assert session.articles.get(PLACES[2]) == article(2)


def test_what_the_library_lists_no_longer_goes_and_comes_back_with_it() -> None:
    session = Session()
    session.take(*map(article, (0, 1)))
    assert session.names() == ["z.txt", "a.txt", "Titre 1", "Titre 0", "pasted"]
    session.take(*map(article, (0, 1, 2)))
    assert session.names() == ["z.txt", "a.txt", "Titre 2", "Titre 1", "Titre 0", "pasted"]
    assert len(session.collection) == 7


# Feeds


def rows(contents: Iterable[FeedContents]) -> list[tuple[int, str, int]]:
    return [(len(row.folder), row.name, len(row.addresses)) for row in Feeds(contents).rows]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([], []),
        ([feed("a"), feed("b")], [(0, "a", 0), (0, "b", 0)]),
        ([feed("a", 1), feed("b", 2, folder="p")], [(0, "p", 1), (1, "b", 1), (0, "a", 1)]),
        (
            [feed("a", 1, folder="p/q"), feed("b", 2, folder="p/q"), feed("c", 2, 3, folder="p")],
            [(0, "p", 3), (1, "q", 2), (2, "a", 1), (2, "b", 1), (1, "c", 2)],
        ),
        ([feed("a", folder="z"), feed("b", folder="A")], [(0, "A", 0), (1, "b", 0), (0, "z", 0), (1, "a", 0)]),
        ([feed("a", folder="/p//q/")], [(0, "p", 0), (1, "q", 0), (2, "a", 0)]),
    ],
)
def test_folders_stand_before_what_is_in_none(
    contents: list[FeedContents], expected: list[tuple[int, str, int]]
) -> None:
    assert rows(contents) == expected


def test_a_feed_is_called_by_the_name_that_it_has() -> None:
    named = [Subscription("https://a/", "Mine", title="Theirs"), Subscription("https://a/", title="Theirs")]
    assert [one.shown_name for one in [*named, Subscription("https://a/")]] == ["Mine", "Theirs", "https://a/"]


def test_unread_articles_are_counted_by_feed_and_folder() -> None:
    session = Session()

    def counts() -> dict[str, FeedCount]:
        state = (session.collection.unread, session.collection.rows_version)
        return {row.name: session.feeds.count_of(row, session.collection.entries, state) for row in session.feeds.rows}

    assert counts() == {
        "presse": FeedCount(2, 2),
        "locale": FeedCount(1, 1),
        "c": FeedCount(1, 1),
        "d": FeedCount(2, 2),
        "b": FeedCount(2, 2),
    }
    session.collection.do(3, Status(read=True))
    assert counts()["presse"] == FeedCount(2, 1)
    assert counts()["b"] == FeedCount(2, 2)


def test_a_feed_alone_is_listed_from_its_first_unread_article_and_left_again() -> None:
    session = Session()
    session.collection.do(session.collection.entries.from_web[PLACES[1]], Status(read=True))
    b = session.list.rows.feeds[-1]
    session.list.list_feed(b)
    assert (session.names(), session.list.rows.feeds) == (["Titre 1", "Titre 0"], ())
    assert session.list.current == session.collection.entries.from_web[PLACES[0]]
    assert session.list.arrangement.described() == " · b"
    session.list.leave_feed()
    assert session.list.feed == b
    assert len(session.names()) == 7


def test_articles_that_come_while_a_feed_is_listed_are_listed_with_it() -> None:
    session = Session()
    session.list.list_feed(session.list.rows.feeds[-1])
    session.feeds.take([feed("b", 0, 1, 4)])
    session.take(*map(article, range(5)))
    assert session.names() == ["Titre 4", "Titre 1", "Titre 0"]


def test_a_feed_that_is_followed_no_longer_is_not_listed_alone_any_more() -> None:
    session = Session()
    session.list.list_feed(session.list.rows.feeds[-1])
    session.feeds.take([])
    session.list.rearrange()
    assert len(session.names()) == 7


def test_the_filter_and_going_to_an_article_leave_the_feed() -> None:
    session = Session()
    session.list.list_feed(session.list.rows.feeds[-1])
    session.list.go_to(0)
    assert session.list.current == 0
    assert session.list.arrangement.feed is None
    session.list.arrange_by(words="titre")
    assert session.list.rows.feeds == ()


@pytest.mark.parametrize(("row", "name"), [(0, "presse"), (1, "b"), (2, None), (4, None)])
def test_the_cursor_stays_on_its_row_when_feeds_change(row: int, name: str | None) -> None:
    session = Session()
    session.list.cursor.go_to(row)
    entry = session.list.current
    session.feeds.take([*session.feeds.contents, feed("a"), feed("e", folder="neu")])
    session.list.rearrange()
    assert (session.list.feed.name if session.list.feed else None) == name
    assert session.list.current == entry


def test_from_a_feed_one_steps_to_the_article_after_the_shown_one() -> None:
    session = Session()
    session.list.show(1)
    session.list.cursor.go_to(1)
    session.list.step(1)
    assert session.names()[2] == "Titre 3"
    assert session.list.current == session.list.order[2]


def test_a_folder_alone_lists_what_is_in_it_and_is_left_for_the_one_around_it() -> None:
    session = Session()

    def listed() -> tuple[list[str], list[str]]:
        return [row.name for row in session.list.rows.feeds], session.names()

    assert listed()[0] == ["presse", "b"]
    presse = session.list.rows.feeds[0]
    session.list.list_feed(presse)
    assert listed() == (["locale", "d"], ["Titre 2", "Titre 1"])
    assert session.list.current == session.collection.entries.from_web[PLACES[2]]
    session.list.list_feed(session.list.rows.feeds[0])
    session.list.list_feed(session.list.rows.feeds[0])
    assert listed() == ([], ["Titre 2"])
    session.list.leave_feed()
    assert (listed(), session.list.feed and session.list.feed.name) == ((["c"], ["Titre 2"]), "c")
    session.list.leave_feed()
    assert session.list.feed == FeedRow("locale", frozenset({PLACES[2]}), None, ("presse",))
    session.list.leave_feed()
    assert session.list.feed == presse
    assert session.feeds.addresses_in(presse) == ("https://c.example/feed", "https://d.example/feed")


def test_a_sign_in_the_name_of_a_folder_is_no_folder_of_its_own() -> None:
    [folder, _feed] = Feeds([feed("a", folder=r"AC\/DC")]).rows
    assert folder.name == "AC/DC"
    assert len(Feeds([feed("a", folder="x/" * 3000)]).rows) == 11


def test_a_row_knows_why_its_feed_could_not_be_asked() -> None:
    assert Feeds([feed("a", folder="p", problem="is gone")]).rows == (
        FeedRow("p", frozenset(), problem="is gone"),
        FeedRow("a", frozenset(), "https://a.example/feed", ("p",), problem="is gone"),
    )


def test_moments_are_in_utc_to_the_second() -> None:
    assert moment_of(datetime(2026, 11, 29, 12, 0, 0, 5, UTC)) == "2026-11-29T12:00:00+00:00"


def test_what_was_read_before_a_change_was_written_does_not_undo_it() -> None:
    session = Session()
    changes = ListChanges(session.list)
    changes.remove_article(3, session.articles, "article removed")
    session.take(*map(article, range(4)))
    assert "Titre 2" not in session.names(), "the library did not know of it when it was read"
    session.undo_stack.undo()
    session.articles.confirm(session.told[:1])
    session.take(*map(article, (0, 1, 3)))
    assert "Titre 2" in session.names(), "only the removal is written so far"
    session.articles.confirm(session.told[1:])
    session.list.put_cursor(0)
    session.take(*map(article, (0, 1, 3)))
    assert "Titre 2" not in session.names()


def test_an_article_that_was_gone_is_listed_again_with_another_text() -> None:
    session = Session()
    session.take(*map(article, (0, 1, 3)))
    session.take(*map(article, (0, 1, 3)), article(2, text=5))
    assert "Titre 2" in session.names()
    assert session.collection.unread == 7


def test_a_feed_alone_is_listed_whole_also_what_is_folded_elsewhere() -> None:
    session = Session()
    session.take(*map(article, range(4)), article(4, text=1))
    session.feeds.take([feed("b", 4, 0)])
    session.list.rearrange()
    assert "Titre 4" not in session.names() or "Titre 1" not in session.names(), "one stands for both"
    session.list.list_feed(session.list.rows.feeds[-1])
    assert session.names() == ["Titre 4", "Titre 0"]
