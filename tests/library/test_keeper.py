"""The keeper writes soon, together, and again when it could not."""

from __future__ import annotations

import threading
from pathlib import Path

from tui_reader.errors import LibraryError
from tui_reader.library.memory import Deed, Status, Where
from tui_reader.library.store import Library, open_library
from tui_reader.library.writer import Keeper


def test_what_was_done_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "library"
    keeper = Keeper(open_library(path), lambda error: None)
    for place in range(500):
        keeper.keep(Deed(Where("d", "/a"), Status(place=place)))
    keeper.keep(Deed(Where("d", "/a"), Status(read=True)))
    keeper.set("theme", "nord")
    keeper.close()
    library = open_library(path)
    assert library.statuses() == [Deed(Where("d", "/a"), Status(read=True, place=499))]
    assert library.settings() == {"theme": "nord"}
    library.close()


def test_what_could_not_be_written_is_tried_again(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    refusing, told = threading.Event(), threading.Event()
    refusing.set()

    class Full(Library):
        def keep(self, deeds, settings=None) -> None:  # type: ignore[no-untyped-def]
            if refusing.is_set():
                raise LibraryError("library", "disk is full")
            library.keep(deeds, settings)

    errors: list[LibraryError] = []

    def report(error: LibraryError) -> None:
        errors.append(error)
        told.set()

    keeper = Keeper(Full(library.path, library._connection), report)
    keeper.keep(Deed(Where("d"), Status(read=True)))
    assert told.wait(10)
    refusing.clear()
    keeper.keep(Deed(Where("d"), Status(place=5)))
    keeper.close()
    assert [str(error) for error in errors] == ["library: disk is full"]
    again = open_library(tmp_path / "library")
    assert again.statuses() == [Deed(Where("d"), Status(read=True, place=5))]
    again.close()
