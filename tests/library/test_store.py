"""The library file: what is kept is found again, and nothing that goes wrong loses it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.errors import LibraryError
from tui_reader.library.memory import Deed, Memory, Status, Where
from tui_reader.library.store import APPLICATION_ID, MIGRATIONS, open_library
from tui_reader.model import Correction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def kept(path: Path) -> Memory:
    library = open_library(path)
    try:
        return Memory(library.statuses())
    finally:
        library.close()


def keep(path: Path, *deeds: Deed) -> None:
    library = open_library(path)
    library.keep(deeds)
    library.close()


COMMA = Where("d2", "/news/a.txt")
MOVED = Where("d1", "/elsewhere/b.txt")


@pytest.mark.parametrize("again", [Where("d1", "/news/a.txt"), COMMA, MOVED, Where("d1"), Where(None, "/news/a.txt")])
def test_an_article_is_found_by_its_text_else_by_its_source(path: Path, again: Where) -> None:
    keep(path, Deed(Where("d1", "/news/a.txt"), Status(read=True, place=42)))
    assert kept(path).find(again) == Status(read=True, place=42)
    keep(path, Deed(again, Status(starred=True)))
    status = kept(path).find(again)
    assert status == Status(read=True, starred=True, place=42)
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM status").fetchone() == (1,)


@pytest.mark.parametrize("other", [Where("d9", "/news/z.txt"), Where("d9", "/news/a.txt", 1), Where(None, None)])
def test_another_article_is_not_taken_for_it(path: Path, other: Where) -> None:
    keep(path, Deed(Where("d1", "/news/a.txt"), Status(read=True)))
    assert kept(path).find(other) is None


def test_a_text_found_elsewhere_keeps_its_own_status(path: Path) -> None:
    keep(path, Deed(Where("d1", "/a"), Status(read=True)), Deed(Where("d2", "/b"), Status(starred=True)))
    keep(path, Deed(Where("d2", "/a"), Status(place=7)))  # b.txt was moved over a.txt
    assert kept(path).find(Where("d2", "/a")) == Status(starred=True, place=7)
    assert kept(path).find(Where(None, "/a")) == Status(starred=True, place=7)
    assert kept(path).find(Where("d1")) == Status(read=True)


def test_only_what_was_done_is_written(path: Path) -> None:
    """Two instances that do different things with one article lose nothing of each other."""
    one, other = open_library(path), open_library(path)
    where = Where("d1", "/a")
    one.keep([Deed(where, Status(read=True))])
    other.keep([Deed(where, Status(starred=True))])
    one.keep([Deed(where, Status(place=3))], {"theme": "nord"})
    other.keep([], {"column": 60})
    assert other.statuses() == [Deed(where, Status(read=True, starred=True, place=3))]
    assert one.settings() == {"theme": "nord", "column": 60}
    one.close()
    other.close()


def test_corrections_are_kept_with_the_words_they_speak_of(path: Path) -> None:
    made = (Correction("Lire aussi", 0, True), Correction("Lire aussi", 1, False))
    keep(path, Deed(Where("d1", "/a"), Status(corrections=made)))
    assert kept(path).find(Where(None, "/a")) == Status(corrections=made)
    keep(path, Deed(Where("d1", "/a"), Status(corrections=())))
    assert kept(path).find(Where("d1")) == Status()


def test_forgetting_takes_what_stands_at_a_path_and_below(path: Path) -> None:
    keep(path, *(Deed(Where(name, name), Status(read=True)) for name in ("/n/a", "/n/b", "/nn", "/o%")))
    library = open_library(path)
    assert [library.forget(name) for name in ("/n", "/o_", "/o%")] == [2, 0, 1]
    assert [deed.where.path for deed in library.statuses()] == ["/nn"]
    library.close()


def test_the_file_is_the_users_own(path: Path) -> None:
    keep(path, Deed(Where("d"), Status(read=True)))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("data", [b"", b"garbage " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    library = open_library(path)
    assert library.set_aside is not None
    assert library.set_aside.name.startswith("library.sqlite3.damaged-")
    assert library.set_aside.read_bytes() == data
    library.keep([Deed(Where("d"), Status(read=True))])
    library.close()
    path.write_bytes(data)
    again = open_library(path)
    assert again.set_aside != library.set_aside
    again.close()


def test_a_truncated_file_is_set_aside(path: Path) -> None:
    keep(path, *(Deed(Where(str(number), f"/{number}"), Status(read=True)) for number in range(3000)))
    path.write_bytes(path.read_bytes()[:20_000])
    with contextlib.suppress(LibraryError):
        library = open_library(path)
        assert library.set_aside is not None
        library.close()


def foreign(path: Path, application: int, version: int) -> bytes:
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE theirs (a)")
        database.execute(f"PRAGMA application_id = {application}")
        database.execute(f"PRAGMA user_version = {version}")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("application", "version", "reason"),
    [(APPLICATION_ID, 99, "newer version"), (0, 1, "another program"), (77, 0, "another program")],
)
def test_a_newer_or_foreign_file_is_left_as_it_is(path: Path, application: int, version: int, reason: str) -> None:
    before = foreign(path, application, version)
    with pytest.raises(LibraryError, match=reason):
        open_library(path)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="file/library"):
        open_library(tmp_path / "file" / "library.sqlite3")


def test_a_save_that_fails_leaves_nothing_half_done(path: Path) -> None:
    library = open_library(path)
    library.keep([Deed(Where("d1"), Status(read=True))])
    bad = Deed(Where("d2"), Status(place="x"))  # type: ignore[arg-type] # refused by the STRICT table
    with pytest.raises(LibraryError):
        library.keep([Deed(Where("d1"), Status(starred=True)), bad])
    assert library.statuses() == [Deed(Where("d1"), Status(read=True))]
    library.close()


ADDED = (*MIGRATIONS, ("ALTER TABLE status ADD COLUMN mood TEXT", "UPDATE status SET mood = 'calm'"))
BROKEN = (*MIGRATIONS, ("ALTER TABLE status ADD COLUMN mood TEXT", "UPDATE nothing SET mood = 'calm'"))


def test_an_older_file_is_migrated_after_a_copy(path: Path) -> None:
    keep(path, Deed(Where("d1"), Status(read=True)))
    with pytest.raises(LibraryError, match="nothing"):
        open_library(path, BROKEN)
    assert kept(path).find(Where("d1")) == Status(read=True)  # still of the old version, and whole
    library = open_library(path, ADDED)
    assert library.statuses() == [Deed(Where("d1"), Status(read=True))]
    library.close()
    copy = path.with_name("library.sqlite3.version-1")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert kept(copy).find(Where("d1")) == Status(read=True)
    with pytest.raises(LibraryError, match="newer version"):
        open_library(path)


WRITER = """
import sys
from pathlib import Path
from tui_reader.library.memory import Deed, Status, Where
from tui_reader.library.store import open_library
library = open_library(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    number += 1
    library.keep([Deed(Where(f"{part}", f"/{part}"), Status(place=number)) for part in range(20)])
    print(number, flush=True)
"""


def test_killed_at_any_time_the_file_is_whole_and_each_save_all_or_nothing(path: Path) -> None:
    number = 0
    for round_number in range(50):
        child = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(number)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        for _ in range(round_number % 7):  # killed when it has saved none, one, … six times, somewhere in the next
            number = int(child.stdout.readline())
        child.kill()
        number = max([number, *map(int, child.stdout.read().split())])
        child.stdout.close()
        child.wait()
        if not number:
            continue
        with contextlib.closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        places = [deed.status.place for deed in open_and_list(path)]
        assert len(places) == 20
        assert len(set(places)) == 1
        assert places[0] is not None
        assert places[0] >= number
        number = places[0]


def open_and_list(path: Path) -> list[Deed]:
    library = open_library(path)
    statuses = library.statuses()
    library.close()
    return statuses
