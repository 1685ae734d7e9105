"""A cursor in a list of items and their extra rows."""

import pytest

from tui_reader.session.row_cursor import RowCursor


@pytest.mark.parametrize(
    ("start", "moves", "selectable", "end"),
    [
        ((3, 0, 0), [1], 0, (1, 0)),
        ((3, 0, 0), [1, 1, 1, 1], 0, (2, 0)),
        ((3, 2, 0), [-1, -1, -1], 0, (0, 0)),
        ((3, 0, 0), [1, 1], 2, (2, 0)),  # extra rows are passed over
        ((3, 0, 1), [1], 2, (0, 2)),
        ((3, 0, 1), [1, 1], 2, (1, 0)),
        ((3, 0, 1), [-1, 1], 2, (1, 0)),
        ((3, 1, 0), [1, -1], 2, (1, 0)),
        ((3, 0, 2), [-1, -1], 2, (0, 0)),
        ((3, 0, 1), [5], 2, (2, 0)),
        ((0, 0, 0), [1, -1], 0, (0, 0)),
    ],
)
def test_moves(start: tuple[int, int, int], moves: list[int], selectable: int, end: tuple[int, int]) -> None:
    cursor = RowCursor()
    cursor.reset(start[0], start[1])
    cursor.extra = start[2]
    for by in moves:
        cursor.move(by, selectable)
    assert (cursor.index, cursor.extra) == end


def test_fewer_items_take_the_cursor_along() -> None:
    cursor = RowCursor()
    cursor.reset(9, 8)
    assert cursor.would_leave(1)
    assert not cursor.would_leave(-1)
    cursor.reset(4, cursor.index)
    assert cursor.index == 3
    cursor.go_to(-2)
    assert cursor.index == 0
