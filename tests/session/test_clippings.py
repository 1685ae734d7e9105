"""Clippings as a session knows them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tui_reader.ingest.sources import document_from_text
from tui_reader.library.values import ArticleKey, Clipping, ClippingChange
from tui_reader.model import Excerpt, Span
from tui_reader.session.clippings import MARKS, Clippings, new_clipping, next_mark, place_now

RAW = "Les oies\n\nElle dit : « On part. » Puis : « On part. » Et rien."
DOCUMENT = document_from_text(RAW)
NOW = datetime(2026, 11, 29, 5, 0, 0, 999, tzinfo=UTC)
FIRST, SECOND = RAW.index("On part"), RAW.rindex("On part")


def clipping(start: int = FIRST, **rest: str | float) -> Clipping:
    span = Span(start, start + len("On part."))
    made = new_clipping(Excerpt("quote", "On part."), DOCUMENT, span, ArticleKey(DOCUMENT.id, "/n/a.txt"), NOW)
    return replace(made, **rest)


def test_a_clipping_knows_its_place_and_what_stands_around() -> None:
    made = clipping(SECOND)
    assert (made.line, made.made) == (3, "2026-11-29T05:00:00+00:00")
    assert made.quote == ("On part.", RAW[SECOND - 32 : SECOND], " » Et rien.")
    assert made.id != clipping().id


def test_what_is_kept_is_told_and_found() -> None:
    told: list[ClippingChange] = []
    clippings = Clippings()
    clippings.tell = told.append
    first, second = clipping(SECOND), clipping()
    for one in (first, second):
        clippings.put(one)
    assert clippings.of_document(DOCUMENT.id) == [second, first]
    assert clippings.at(DOCUMENT.id, first.span) == first
    assert clippings.at("another", first.span) is None
    clippings.remove(first.id)
    clippings.remove(first.id)
    assert told == [(first.id, None, first), (second.id, None, second), (first.id, first, None)]
    assert (len(clippings), clippings.get(first.id)) == (1, None)


def test_clippings_stand_under_headings_in_an_order_made_by_hand() -> None:
    a, b, c = (clipping(position=float(number)) for number in range(3))
    clippings = Clippings([c, a, b])
    assert clippings.in_order() == [a, b, c]
    clippings.change_heading(b, "Oies")
    clippings.change_heading(a, "Oies")
    assert [one.id for one in clippings.in_order()] == [c.id, b.id, a.id]
    assert clippings.headings() == ["Oies"]
    clippings.move(clippings.in_order()[2], -1)
    assert [one.id for one in clippings.in_order()] == [c.id, a.id, b.id]
    assert not clippings.move(clippings.in_order()[2], 1)  # the last stays the last
    assert not clippings.move(clippings.in_order()[0], -1)
    assert [one.id for one in clippings.in_order()] == [c.id, a.id, b.id]


def test_the_heading_used_last_is_offered_first_and_its_own_not_at_all() -> None:
    a, b, c = (
        clipping(heading=heading, made=f"2026-11-29T05:00:0{at}") for at, heading in enumerate(("Une", "Oies", ""))
    )
    clippings = Clippings([a, b, c])
    assert clippings.headings_to_offer(c) == ["Oies", "Une"]
    assert clippings.headings_to_offer(b) == ["Une"]
    clippings.change_heading(c, "Une")
    clippings.change_heading(c, "")
    assert clippings.headings_to_offer(c) == ["Une", "Oies"]
    clippings.remove(a.id)
    assert clippings.headings_to_offer(c) == ["Oies"]
    assert Clippings().headings_to_offer(c) == []


def test_what_other_instances_did_is_taken_in_unless_something_was_changed_here_meanwhile() -> None:
    told: list[ClippingChange] = []
    mine, theirs = clipping(), clipping(SECOND)
    clippings = Clippings([mine])
    clippings.tell = told.append
    changes = clippings.changes
    assert clippings.take_in([mine, theirs], changes)
    assert {one.id for one in clippings.in_order()} == {mine.id, theirs.id}
    clippings.put(replace(mine, note="here"))
    assert not clippings.take_in([theirs], changes)
    assert clippings.get(mine.id) == replace(mine, note="here")
    assert clippings.take_in([replace(theirs, note="there")], clippings.changes)
    assert clippings.in_order() == [replace(theirs, note="there")]
    clippings.remove(theirs.id)
    assert not clippings.take_in([theirs], changes + 1)
    assert [change.id for change in told] == [mine.id, theirs.id], "what is taken in is not written again"


def test_a_new_clipping_is_the_last_under_its_heading() -> None:
    clippings = Clippings()
    added = [clippings.add(clipping(heading=heading)) for heading in ("", "Oies", "", "Oies")]
    assert [one.position for one in added] == [1, 1, 2, 2]
    assert clippings.in_order() == [added[0], added[2], added[1], added[3]]


def test_marks_go_round() -> None:
    marks = [None, *MARKS]
    assert [next_mark(mark) for mark in marks] == [*MARKS, None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (RAW, SECOND),
        (f"Corrigé.\n\n{RAW}", SECOND + 10),
        (RAW.replace("Et rien", "Fin"), SECOND),
        (RAW.replace("Puis", "Enfin"), SECOND + 1),
        ("« On part. »", 2),
        ("Si l’on part.", None),
        ("Tout autre chose.", None),
    ],
)
def test_a_place_is_found_again_in_another_version(text: str, place: int | None) -> None:
    found = place_now(clipping(SECOND), document_from_text(text))
    assert (found and found.start) == place
