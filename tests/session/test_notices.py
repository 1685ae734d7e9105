"""Which notice is shown, and for how long."""

from __future__ import annotations

import pytest

from tui_reader.session.notices import MOST_LOGGED, Notice, NoticeBoard

INFORMATION = {"i": Notice("i"), "j": Notice("j")}
PRESSING = {"w": Notice("w", "warning"), "e": Notice("e", "error")}
NOTICES = INFORMATION | PRESSING


def board_after(events: str) -> NoticeBoard:
    """A board after notices were told, named by their letters; K: a key, W: a window, I: the time of `i` is over,
    C and U: the line was covered, and is free again.
    """
    board = NoticeBoard()
    for event in events:
        match event:
            case "K":
                board.press_key()
            case "W":
                board.open_window()
            case "I":
                board.end(NOTICES["i"])
            case "C" | "U":
                board.is_covered = event == "C"
            case _:
                board.tell(NOTICES[event])
    return board


@pytest.mark.parametrize(
    ("events", "shown", "further"),
    [
        ("", None, 0),
        ("i", "i", 0),
        ("iI", None, 0),
        ("ij", "j", 0),  # a later one takes the place
        ("ijI", "j", 0),  # whose own time is not over
        ("iK", "i", 0),  # information does not mind keys
        ("iW", None, 0),
        ("w", "w", 0),
        ("wI", "w", 0),
        ("wW", "w", 0),  # stays until a key
        ("wK", None, 0),
        ("we", "e", 1),
        ("wew", "w", 2),
        ("wewK", None, 0),
        ("wewKe", "e", 0),
        ("iw", "w", 0),
        ("iwK", None, 0),  # information that was seen does not come again
        ("wi", "w", 0),  # a warning keeps its place
        ("wiK", "i", 0),  # and information waits for it
        ("wijK", "j", 0),
        ("wiWK", None, 0),
        ("Ci", None, 0),  # covered: it waits
        ("CiU", "i", 0),
        ("CwKU", "w", 0),  # a key that was pressed on something else
        ("CwKUK", None, 0),
        ("iCIU", None, 0),
        ("wCKU", "w", 0),
    ],
)
def test_which_notice_is_shown(events: str, shown: str | None, further: int) -> None:
    board = board_after(events)
    assert board.shown is (NOTICES[shown] if shown else None)
    assert board.further == further


def test_all_are_in_the_log_the_oldest_go_at_last() -> None:
    assert [notice.text for notice in board_after("iwKjCeU").log] == ["i", "w", "j", "e"]
    board = NoticeBoard()
    for number in range(MOST_LOGGED + 5):
        board.tell(Notice(str(number)))
    assert [board.log[0].text, board.log[-1].text] == ["5", str(MOST_LOGGED + 4)]
