"""From each jump one can go back, and forward again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.session.jump_list import MOST, JumpList, Place

A, B, C, D = (Place(number, number * 10) for number in range(4))


def test_back_leads_to_the_places_before_and_forward_to_those_after() -> None:
    jumps = JumpList()
    jumps.leave(A)
    jumps.leave(B)
    assert [jumps.back(C), jumps.back(B), jumps.back(A)] == [B, A, None]
    assert [jumps.forward(A), jumps.forward(B), jumps.forward(C)] == [B, C, None]
    assert jumps.back(C) == B


def test_a_jump_after_going_back_forgets_what_lay_ahead() -> None:
    jumps = JumpList()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    jumps.leave(D)
    assert jumps.forward(A) is None
    assert [jumps.back(C), jumps.back(D), jumps.back(A)] == [D, A, None]


def test_where_the_reader_is_already_is_no_place_to_go_to() -> None:
    jumps = JumpList()
    for place in (A, B, B):
        jumps.leave(place)
    assert jumps.back(B) == A


def test_from_the_list_one_comes_back_to_what_was_read_last() -> None:
    jumps = JumpList()
    jumps.leave(A)
    assert jumps.back(None) == A
    assert jumps.forward(A) is None


@given(st.lists(st.integers(0, 5)))
def test_no_more_is_remembered_than_is_wanted_and_going_back_ends(places: list[int]) -> None:
    jumps = JumpList()
    for number in places * 30:
        jumps.leave(Place(number, 0))
    steps = 0
    while jumps.back(Place(9, 9)):
        steps += 1
    assert steps <= MOST
