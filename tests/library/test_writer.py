"""The library_writer writes soon, together, and again when it could not."""

from __future__ import annotations

import threading
from pathlib import Path

from tui_reader.errors import LibraryError
from tui_reader.library.status import Library, open_library
from tui_reader.library.values import ArticleKey, Status, StatusChange
from tui_reader.library.writer import LibraryWriter


def test_what_was_done_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "library"
    library_writer = LibraryWriter(open_library(path), lambda error: None)
    for place in range(500):
        library_writer.keep(StatusChange(ArticleKey("d", "/a"), Status(place=place)))
    library_writer.keep(StatusChange(ArticleKey("d", "/a"), Status(read=True)))
    library_writer.set("theme", "nord")
    library_writer.close()
    library = open_library(path)
    assert library.statuses() == [StatusChange(ArticleKey("d", "/a"), Status(read=True, place=499))]
    assert library.settings() == {"theme": "nord"}
    library.close()


def test_what_could_not_be_written_is_tried_again(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    refusing, told = threading.Event(), threading.Event()
    refusing.set()

    class Full(Library):
        def keep(self, deeds, settings=None, changes=()) -> None:  # type: ignore[no-untyped-def]
            if refusing.is_set():
                raise LibraryError("library", "disk is full")
            library.keep(deeds, settings, changes)

    errors: list[LibraryError] = []

    def report(error: LibraryError) -> None:
        errors.append(error)
        told.set()

    library_writer = LibraryWriter(Full(library.path, library._connection), report)
    library_writer.keep(StatusChange(ArticleKey("d"), Status(read=True)))
    assert told.wait(10)
    refusing.clear()
    library_writer.keep(StatusChange(ArticleKey("d"), Status(place=5)))
    library_writer.close()
    assert [str(error) for error in errors] == ["library: disk is full"]
    again = open_library(tmp_path / "library")
    assert again.statuses() == [StatusChange(ArticleKey("d"), Status(read=True, place=5))]
    again.close()


def test_what_no_library_can_hold_is_told_and_costs_nothing_else(tmp_path: Path) -> None:
    errors: list[LibraryError] = []
    told = threading.Event()

    def report(error: LibraryError) -> None:
        errors.append(error)
        told.set()

    library_writer = LibraryWriter(open_library(tmp_path / "library"), report)
    library_writer.keep(StatusChange(ArticleKey("\udcff"), Status(read=True)))  # no UTF-8
    assert told.wait(10)
    library_writer.keep(StatusChange(ArticleKey("d"), Status(starred=True)))
    library_writer.close()
    assert "UnicodeEncodeError" in str(errors[0])
    again = open_library(tmp_path / "library")
    assert again.statuses() == [StatusChange(ArticleKey("d"), Status(starred=True))]
    again.close()
