"""What the headline list begins with, and what the screen shows when it is empty."""

from __future__ import annotations

import pytest

from tests.ui.helpers import reading, screen_text
from tui_reader.errors import InputError
from tui_reader.ingest.input_list import Input
from tui_reader.library.values import Status
from tui_reader.model import Correction
from tui_reader.session.collection import Collection
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState


class IdleLoader:
    """A loader that reads nothing."""

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        pass

    def count_all(self) -> None:
        pass


def reading_list(read: int = 0, broken: int = 0, **view_state: str) -> ReadingList:
    """A list of four entries, the first `read` of them read, the first `broken` unreadable."""
    inputs = [Input(f"/n/{number}.txt", f"{number}.txt") for number in range(4)]
    problems = {index: InputError(inputs[index].path, "is empty") for index in range(broken)}
    collection = Collection(inputs, problems=problems)
    for index in range(read):
        collection.do(index, Status(read=True))
    return ReadingList(collection, ViewState(**view_state), IdleLoader(), UndoStack())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("read", "view", "order"),
    [(0, "all", [0, 1, 2, 3]), (1, "unread", [1, 2, 3]), (4, "unread", [0, 1, 2, 3]), (0, "starred", [0, 1, 2, 3])],
)
def test_what_was_opened_is_listed_though_the_view_kept_has_none_of_it(read: int, view: str, order: list[int]) -> None:
    assert list(reading_list(read=read, view=view).order) == order


@pytest.mark.parametrize(("broken", "current"), [(0, 0), (2, 2), (4, 0)])
def test_the_first_entry_that_can_be_read_is_shown_first(broken: int, current: int) -> None:
    assert reading_list(broken=broken).current == current


def test_an_entry_leaves_the_list_when_the_reader_goes_on_though_no_news_came() -> None:
    entries = reading_list(view="unread")
    entries.show(entries.current)
    assert entries.mark_shown_read()
    assert entries.is_out_of_date
    assert entries.settle()
    assert list(entries.order) == [0, 1, 2, 3]  # the reader is still at it
    assert not entries.is_out_of_date
    assert not entries.settle()
    entries.cursor.go_to(1)
    assert entries.is_out_of_date
    assert entries.settle()
    assert list(entries.order) == [1, 2, 3]
    assert entries.current == 1


async def test_an_empty_list_shows_no_article() -> None:
    async with reading() as (app, pilot):
        await pilot.press("v", "w", "w")  # the starred ones: none
        await pilot.pause()
        assert app.reader.reading_list.shown is None
        assert "no starred article" in screen_text(app)
        assert not app.reader.article.page_shown.text
        assert app.reader.figures.count == app.reader.quotes.count == 0
        assert "Meurthe" not in screen_text(app)
