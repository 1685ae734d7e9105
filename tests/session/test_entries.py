"""Entries: those of which nothing is known cost nothing, and the articles of a file stay together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ingest.input_list import STDIN, Input, InputList, RecordInputs
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import ArticleKey, Status, StatusChange
from tui_reader.session.arrangement import Arrangement, arranged
from tui_reader.session.collection import Collection
from tui_reader.session.entries import Entries

MANY = RecordInputs("/n/many.jsonl", "many.jsonl", range(1_000_000))


def test_an_entry_is_kept_once_it_is_to_be_changed() -> None:
    entries = Entries()
    entries.add(MANY)
    assert entries[-1].shown_title == "many.jsonl #1000000"
    assert list(entries.kept()) == []
    entries.change(7).starred = True
    assert [index for index, _entry in entries.kept()] == [7]
    assert [entry.starred for entry in entries[6:9]] == [False, True, False]
    with pytest.raises(IndexError):
        _ = entries[1_000_000]


@pytest.mark.parametrize(("view", "shown"), [("all", [0, 2, 3, 4]), ("unread", [0, 2, 4]), ("starred", [3])])
def test_what_nothing_is_known_of_is_unread_and_not_starred(view: str, shown: list[int]) -> None:
    entries = Entries()
    entries.add(MANY[:5])
    entries.change(1).alike = 0
    entries.change(3).read = entries.change(3).starred = True
    assert list(arranged(entries, Arrangement(view=view))) == shown
    assert list(arranged(entries, Arrangement(view=view), sticky=1)) == sorted([1, *shown])


def test_texts_without_a_file_are_last_as_opened() -> None:
    entries = Entries()
    entries.add([Input(STDIN, "standard input"), Input("/n/a.txt", "a.txt"), Input("/n/b.txt", "b.txt")])
    entries.add(RecordInputs(STDIN, "standard input", range(2)))
    assert entries.without_file == [0, 3, 4]
    assert list(entries.as_opened()) == [1, 2, 0, 3, 4]
    entries.add(MANY[1:3], follow=1)
    assert list(entries.as_opened()) == [1, 5, 6, 2, 0, 3, 4]
    usual = Entries()
    usual.add([Input("/n/a.txt", "a.txt"), Input(STDIN, "standard input")])
    assert usual.as_opened() == range(2)


ADDITIONS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=12)


@given(ADDITIONS)
def test_the_articles_of_a_file_come_after_it(additions: list[tuple[int, int]]) -> None:
    """As a plain list does it, in which each entry has the place at which it was opened."""
    entries, places = Entries(), list[int]()
    leaders: list[int] = []
    for count, number in additions:
        follow = leaders.pop(number % len(leaders)) if number > 4 and leaders else None
        added = entries.add(MANY[:count], follow)
        places += [index if follow is None else follow for index in added]
        if follow is None:
            leaders += added
    assert list(entries.as_opened()) == sorted(range(len(entries)), key=places.__getitem__)


def test_a_list_of_inputs_holds_what_it_is_extended_by_as_it_is() -> None:
    inputs = InputList([Input("/n/a.txt", "a.txt")])
    inputs.extend(MANY)
    assert (len(inputs), inputs.paths) == (1_000_001, {"/n/a.txt", "/n/many.jsonl"})
    assert [one.record for one in inputs[-2:]] == [999_998, 999_999]
    few = InputList([Input("/n/a.txt", "a.txt"), *MANY[:3]])
    few[0] = Input("/n/b.txt", "b.txt")
    assert [one.name for one in InputList(few)] == ["b.txt", "many.jsonl #1", "many.jsonl #2", "many.jsonl #3"]


def test_what_is_kept_of_a_few_of_many_records_comes_back() -> None:
    deeds = [StatusChange(ArticleKey(f"d{record}", MANY.path, record), Status(read=True)) for record in (3, 999_999)]
    collection = Collection(MANY[2:], memory=StatusLookup([*deeds, StatusChange(ArticleKey("x"), Status(read=True))]))
    assert [collection.entries[index].input.record for index, _entry in collection.entries.kept()] == [3, 999_999]
    assert collection.unread == 999_996
    assert collection.where(1) == ArticleKey(None, MANY.path, 3)
