"""Saved searches stand above the entries, each where it was; what is done to them can be undone."""

from __future__ import annotations

import pytest

from tests.library.test_clippings import QUOTE
from tests.session.test_kept_texts import DOCUMENTS, KEPT
from tests.session.test_reading_list import IdleLoader
from tui_reader.ingest.input_list import Input
from tui_reader.library.values import (
    ArticleKey,
    ClippingChange,
    KeepText,
    RemoveSearch,
    SavedSearch,
    SaveSearch,
    SearchChange,
    Status,
    StatusChange,
    Written,
)
from tui_reader.session.collection import Collection
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.list_rows import ListRows
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.saved_searches import SavedSearches, SearchCount, may_change_counts
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState

CRUE, PONT, FIRE = (SavedSearch(query, f"2026-11-2{day}") for day, query in enumerate(("crue", "pont", "fire")))
ONE = StatusChange(ArticleKey("d"), Status())


class Loader(IdleLoader):
    """A loader that reads nothing, whatever is to be known."""

    def outline_all(self) -> None:
        pass


class Session:
    """Three entries below saved searches; `told` is what the library would be told."""

    def __init__(self, *kept: SavedSearch, entries: int = 3) -> None:
        self.told: list[SearchChange] = []
        self.searches = SavedSearches(kept)
        self.searches.tell = self.told.append
        self.collection = Collection(Input(f"/n/{number}.txt", f"{number}.txt") for number in range(entries))
        self.undo_stack = UndoStack()
        self.list = ReadingList(self.collection, ViewState(), Loader(), self.undo_stack, searches=self.searches)

    def row(self) -> str | int | None:
        """The query or the index of the entry at the cursor."""
        return self.list.current if self.list.search is None else self.list.search

    def go_to(self, row: int) -> None:
        self.list.cursor.go_to(row)


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (ListRows((), [5, 6]), {}),
        (ListRows(("a", "b"), [5, 6]), {0: "Saved searches", 2: "Articles"}),
        (ListRows(("a", "b"), [5, 6], 1), {0: "Saved searches", 2: "Articles", 3: "Pasted and piped"}),
        (ListRows(("a",), [5], 0), {0: "Saved searches", 1: "Pasted and piped"}),
        (ListRows((), [5], 0), {0: "Pasted and piped"}),
        (ListRows(("a",), []), {0: "Saved searches"}),
        (ListRows(), {}),
    ],
)
def test_headings_stand_above_what_begins(rows: ListRows, headings: dict[int, str]) -> None:
    assert rows.headings == headings
    assert [rows.search_at(row) for row in range(rows.count + 1)] == [*rows.searches, *[None] * (len(rows.order) + 1)]
    assert [rows.entry_at(row) for row in range(rows.count + 1)] == [*[None] * len(rows.searches), *rows.order, None]
    assert [rows.row_of(entry) for entry in rows.order] == list(range(len(rows.searches), rows.count))


@pytest.mark.parametrize(
    ("row", "by", "others"),
    [(0, 1, [5, 6, 7]), (1, -1, [7, 6, 5]), (2, 1, [6, 7]), (3, 1, [7, 5]), (3, -1, [5, 7])],
)
def test_others_are_gone_through_round_the_end(row: int, by: int, others: list[int]) -> None:
    assert list(ListRows(("a", "b"), [5, 6, 7]).others_from(row, by)) == others


def test_searches_are_above_the_entries_and_the_cursor_begins_below() -> None:
    session = Session(PONT, CRUE)
    assert session.list.rows.searches == ("crue", "pont"), "as they were kept"
    assert (session.row(), session.list.cursor.count) == (0, 5)
    session.list.cursor.step(-1)
    assert (session.row(), session.list.current) == ("pont", None)
    assert not session.list.mark_shown_read()


def test_texts_without_a_file_have_their_heading_also_below_searches() -> None:
    session = Session(CRUE)
    session.collection.add(KeptTexts(KEPT, DOCUMENTS.get).inputs())
    session.list.rearrange()
    assert session.list.rows.headings == {0: "Saved searches", 1: "Articles", 4: "Pasted and piped"}


@pytest.mark.parametrize(("row", "after"), [(0, "crue"), (1, 0), (3, 2)])
def test_the_cursor_stays_where_a_search_comes_or_goes(row: int, after: str | int) -> None:
    session = Session(CRUE)
    session.go_to(row)
    assert session.row() == after
    ListChanges(session.list).save_search(PONT, saved=True, description="saved")
    assert (session.row(), session.list.rows.searches) == (after, ("crue", "pont"))
    session.undo_stack.undo()
    assert (session.row(), session.list.rows.searches) == (after, ("crue",))
    assert session.told == [SaveSearch(PONT), RemoveSearch("pont")]


@pytest.mark.parametrize(("row", "removed", "after"), [(0, CRUE, "pont"), (1, PONT, "fire"), (2, FIRE, 0)])
def test_where_a_search_is_removed_the_next_row_takes_its_place(
    row: int, removed: SavedSearch, after: str | int
) -> None:
    session = Session(CRUE, PONT, FIRE)
    session.go_to(row)
    ListChanges(session.list).save_search(removed, saved=False, description="removed")
    assert session.row() == after
    session.undo_stack.undo()
    assert session.list.rows.searches == ("crue", "pont", "fire")
    assert session.row() == after
    assert session.told == [RemoveSearch(removed.query), SaveSearch(removed)]


@pytest.mark.parametrize(("row", "filtered", "after"), [(1, 0, 0), (2, 0, 0), (4, 2, 2)])
def test_a_filter_leaves_entries_alone(row: int, filtered: int, after: int) -> None:
    session = Session(CRUE, PONT)
    session.go_to(row)
    session.list.arrange_by(words="txt")
    assert (session.list.rows.searches, session.row()) == ((), filtered)
    session.list.arrange_by(words="")
    assert (len(session.list.rows.searches), session.row()) == (2, after)
    session.list.arrange_by(words="nowhere")
    session.list.arrange_by(words="")
    assert session.row() is not None


@pytest.mark.parametrize(
    ("shown", "row", "by", "after"),
    [(0, 2, 1, 1), (0, 2, -1, 0), (2, 4, 1, 2), (1, 0, 1, 2), (1, 0, -1, 0), (None, 1, 1, 0), (None, 0, -1, 0)],
)
def test_stepping_from_a_search_goes_on_from_what_is_shown(shown: int | None, row: int, by: int, after: int) -> None:
    session = Session(CRUE, PONT)
    session.list.show(shown)
    session.go_to(row)
    session.list.step(by)
    assert session.row() == after


def test_the_next_unread_is_found_from_a_search() -> None:
    session = Session(CRUE)
    session.go_to(0)
    session.list.toggle_read(0)
    assert session.list.step_unread(1)
    assert session.row() == 1
    session.go_to(0)
    assert session.list.step_unread(-1)
    assert session.row() == 2
    session.list.mark_all_read()
    assert not session.list.step_unread(1)


def test_a_list_of_searches_alone_has_no_entry_at_the_cursor() -> None:
    session = Session(CRUE, entries=0)
    assert session.row() == "crue"
    session.list.step(1)
    assert (session.row(), session.list.step_unread(1)) == ("crue", False)
    ListChanges(session.list).save_search(CRUE, saved=False, description="removed")
    assert session.row() is None


def test_a_count_stays_until_the_next() -> None:
    searches = SavedSearches([CRUE])
    assert searches.count_of("crue") is None
    searches.take("crue", SearchCount(3, 2))
    searches.take("crue", SearchCount(3, 1))
    assert searches.count_of("crue") == SearchCount(3, 1)
    assert "crue" in searches
    assert "pont" not in searches


@pytest.mark.parametrize(
    ("written", "may_change"),
    [
        ([], False),
        ([ONE._replace(status=Status(place=7)), RemoveSearch("crue")], False),
        ([ONE._replace(status=Status(place=7)), ONE._replace(status=Status(read=False))], True),
        ([ONE._replace(status=Status(starred=True))], True),
        ([SaveSearch(CRUE)], True),
        ([ClippingChange(QUOTE.id, None, QUOTE)], True),
        ([ClippingChange(QUOTE.id, QUOTE, None)], True),
        ([ClippingChange(QUOTE.id, QUOTE, QUOTE)], False),
        ([KeepText(KEPT[0], DOCUMENTS[KEPT[0].document])], False),
    ],
)
def test_what_may_change_the_counts(written: list[Written], may_change: bool) -> None:
    assert may_change_counts(written) == may_change
