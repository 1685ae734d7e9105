"""Searches are kept in the library one by one, and outlive another instance."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui_reader.library.schema import MIGRATIONS
from tui_reader.library.status import open_library
from tui_reader.library.values import (
    ArticleKey,
    RemoveSearch,
    SavedSearch,
    SaveSearch,
    SearchChange,
    Status,
    StatusChange,
    Written,
    ids_of_new,
)
from tui_reader.library.writer import LibraryWriter

FIRST = SavedSearch("crue is:unread", "2026-11-28T10:00:00.000000+00:00")
SECOND = SavedSearch('"Anne Roux" OR (pont', "2026-11-29T10:00:00.000000+00:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def write(path: Path, *changes: SearchChange) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep([], changes=changes)


def kept(path: Path) -> list[SavedSearch]:
    with contextlib.closing(open_library(path)) as library:
        return library.searches()


def test_searches_are_kept_in_order_and_removed(path: Path) -> None:
    write(path, SaveSearch(SECOND), SaveSearch(FIRST))
    assert kept(path) == [FIRST, SECOND]
    write(path, RemoveSearch(FIRST.query), RemoveSearch("unknown"))
    assert kept(path) == [SECOND]


def test_two_instances_keep_what_each_saves(path: Path) -> None:
    with contextlib.closing(open_library(path)) as one, contextlib.closing(open_library(path)) as other:
        one.keep([], changes=[SaveSearch(FIRST)])
        other.keep([], changes=[SaveSearch(SECOND), SaveSearch(SavedSearch(FIRST.query, "2026-12-01"))])
        assert one.searches() == other.searches() == [FIRST, SECOND], "who saved it first decides since when"


def test_searches_go_to_another_machine(path: Path, tmp_path: Path) -> None:
    carried = tmp_path / "carried.sqlite3"
    write(path, SaveSearch(FIRST))
    with contextlib.closing(open_library(path)) as library:
        library.copy_to(carried)
    with contextlib.closing(open_library(tmp_path / "other" / "library.sqlite3")) as other:
        other.keep([], changes=[SaveSearch(SECOND)])
        assert other.add_from(carried).searches == 1
        assert other.searches() == [FIRST, SECOND]


def test_an_older_library_gets_the_table(path: Path) -> None:
    with contextlib.closing(open_library(path, MIGRATIONS[:5])) as library:
        library.keep([StatusChange(ArticleKey("d1"), Status(read=True))])
    write(path, SaveSearch(FIRST))
    assert kept(path) == [FIRST]


def test_it_is_told_what_was_written_when_it_is(path: Path) -> None:
    told, written = threading.Event(), list[Written]()
    read = StatusChange(ArticleKey("d1"), Status(read=True))

    def tell(changes: Sequence[Written]) -> None:
        written.extend(changes)
        assert kept(path) == [FIRST], "another process sees it already"
        told.set()

    writer = LibraryWriter(open_library(path), lambda error: None, tell)
    writer.keep(read)
    writer.keep_change(SaveSearch(FIRST))
    assert told.wait(10)
    writer.close()
    assert sorted(map(str, written)) == sorted(map(str, [read, SaveSearch(FIRST)]))
    assert ids_of_new(written) == [FIRST.query]
