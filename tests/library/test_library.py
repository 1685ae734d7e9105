"""The library file: what is kept is found again, and nothing that goes wrong loses it."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.errors import LibraryError
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.schema import APPLICATION_ID, MIGRATIONS, TABLES
from tui_reader.library.status import open_library
from tui_reader.library.values import ArticleKey, CorrectionChange, KeptCorrection, Status, StatusChange
from tui_reader.model import Correction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def kept(path: Path) -> StatusLookup:
    library = open_library(path)
    try:
        return StatusLookup(library.statuses())
    finally:
        library.close()


def keep(path: Path, *deeds: StatusChange) -> None:
    library = open_library(path)
    library.keep(deeds)
    library.close()


COMMA = ArticleKey("d2", "/news/a.txt")
MOVED = ArticleKey("d1", "/elsewhere/b.txt")


@pytest.mark.parametrize(
    "again", [ArticleKey("d1", "/news/a.txt"), COMMA, MOVED, ArticleKey("d1"), ArticleKey(None, "/news/a.txt")]
)
def test_an_article_is_found_by_its_text_else_by_its_source(path: Path, again: ArticleKey) -> None:
    keep(path, StatusChange(ArticleKey("d1", "/news/a.txt"), Status(read=True, place=42)))
    assert kept(path).find(again) == Status(read=True, place=42)
    keep(path, StatusChange(again, Status(starred=True)))
    status = kept(path).find(again)
    assert status == Status(read=True, starred=True, place=42)
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM status").fetchone() == (1,)


@pytest.mark.parametrize(
    "other", [ArticleKey("d9", "/news/z.txt"), ArticleKey("d9", "/news/a.txt", 1), ArticleKey(None, None)]
)
def test_another_article_is_not_taken_for_it(path: Path, other: ArticleKey) -> None:
    keep(path, StatusChange(ArticleKey("d1", "/news/a.txt"), Status(read=True)))
    assert kept(path).find(other) is None


def test_a_text_found_elsewhere_keeps_its_own_status(path: Path) -> None:
    keep(
        path,
        StatusChange(ArticleKey("d1", "/a"), Status(read=True)),
        StatusChange(ArticleKey("d2", "/b"), Status(starred=True)),
    )
    keep(path, StatusChange(ArticleKey("d2", "/a"), Status(place=7)))  # b.txt was moved over a.txt
    assert kept(path).find(ArticleKey("d2", "/a")) == Status(starred=True, place=7)
    assert kept(path).find(ArticleKey(None, "/a")) == Status(starred=True, place=7)
    assert kept(path).find(ArticleKey("d1")) == Status(read=True)


def test_only_what_was_done_is_written(path: Path) -> None:
    """Two instances that do different things with one article lose nothing of each other."""
    one, other = open_library(path), open_library(path)
    where = ArticleKey("d1", "/a")
    one.keep([StatusChange(where, Status(read=True))])
    other.keep([StatusChange(where, Status(starred=True))])
    one.keep([StatusChange(where, Status(place=3))], {"theme": "nord"})
    other.keep([], {"column": 60})
    assert other.statuses() == [StatusChange(where, Status(read=True, starred=True, place=3))]
    assert one.settings() == {"theme": "nord", "column": 60}
    one.close()
    other.close()


def test_forgetting_takes_what_stands_at_a_path_and_below(path: Path) -> None:
    keep(path, *(StatusChange(ArticleKey(name, name), Status(read=True)) for name in ("/n/a", "/n/b", "/nn", "/o%")))
    library = open_library(path)
    assert [library.forget(name) for name in ("/n", "/o_", "/o%")] == [2, 0, 1]
    assert [deed.where.path for deed in library.statuses()] == ["/nn"]
    library.close()


def test_the_file_is_the_users_own(path: Path) -> None:
    keep(path, StatusChange(ArticleKey("d"), Status(read=True)))
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
    library.keep([StatusChange(ArticleKey("d"), Status(read=True))])
    library.close()
    path.write_bytes(data)
    again = open_library(path)
    assert again.set_aside != library.set_aside
    again.close()


def test_a_truncated_file_is_set_aside(path: Path) -> None:
    keep(path, *(StatusChange(ArticleKey(str(number), f"/{number}"), Status(read=True)) for number in range(3000)))
    path.write_bytes(path.read_bytes()[:20_000])
    with contextlib.suppress(LibraryError):
        library = open_library(path)
        assert library.set_aside is not None
        library.close()


def full(path: Path) -> None:
    """A library whose tables and indices take many pages each."""
    library = open_library(path)
    keys = [ArticleKey(f"{n:064}", f"/{n}", None, f"u{n}") for n in range(1500)]
    deeds = [StatusChange(key, Status(read=True)) for key in keys]
    correction = Correction("article", "title", "x" * 200)
    corrections = [
        CorrectionChange(f"{n:032}", None, KeptCorrection(f"{n:032}", key, correction, "", "2026"))
        for n, key in enumerate(keys)
    ]
    library.keep(deeds, {f"name{number}": "x" * 400 for number in range(200)}, corrections)
    library.close()


def pages_of(path: Path) -> dict[str, list[int]]:
    """The pages of each table and index, from 1, the root first."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        size = database.execute("PRAGMA page_size").fetchone()[0]
        roots = database.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage").fetchall()
    data = path.read_bytes()

    def below(page: int) -> list[int]:
        start = (page - 1) * size
        kind, cells = data[start], int.from_bytes(data[start + 3 : start + 5])
        if kind not in (2, 5):  # a leaf
            return [page]
        children = [int.from_bytes(data[start + 8 : start + 12])]
        for at in range(cells):
            cell = start + int.from_bytes(data[start + 12 + 2 * at : start + 14 + 2 * at])
            children.append(int.from_bytes(data[cell : cell + 4]))
        return [page, *(one for child in children for one in below(child))]

    return {name: below(root) for name, root in roots}


NAMES = ["status", "sqlite_autoindex_status_1", "status_path", "status_url", "correction", "setting"]


def test_the_full_library_has_the_tables_that_are_damaged_below(path: Path) -> None:
    full(path)
    pages = pages_of(path)
    assert {*NAMES, *TABLES} <= pages.keys()
    assert all(len(pages[name]) > 5 for name in NAMES)
    assert open_and_list(path)


@pytest.mark.parametrize("which", [0, 1, -1], ids=["root", "first", "last"])
@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_page_of_any_table_is_found(path: Path, name: str, which: int) -> None:
    full(path)
    page = pages_of(path)[name][which]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    library = open_library(path)
    assert library.set_aside is not None
    assert library.set_aside.read_bytes() == data
    assert library.statuses() == []
    library.close()


def test_a_file_that_lacks_a_table_is_named(path: Path) -> None:
    keep(path, StatusChange(ArticleKey("d"), Status(read=True)))
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE correction")
    with pytest.raises(LibraryError, match="correction"):
        open_library(path)


REFUSALS = sorted({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


@pytest.fixture(params=REFUSALS, ids=errno.errorcode.get)
def no_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("no_links")
def test_a_library_is_made_where_files_have_one_name_only(path: Path) -> None:
    keep(path, StatusChange(ArticleKey("d"), Status(read=True)))
    assert kept(path).find(ArticleKey("d")) == Status(read=True)
    assert os.listdir(path.parent) == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("linking", [True, False], ids=["links", "no links"])
def test_a_library_that_another_instance_made_meanwhile_is_kept(
    path: Path, linking: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    keep(theirs, StatusChange(ArticleKey("theirs"), Status(starred=True)))
    link = os.link

    def late(*names: Path) -> None:
        theirs.rename(path)
        if not linking:
            raise OSError(errno.EPERM, "no links")
        link(*names)

    monkeypatch.setattr(os, "link", late)
    keep(path, StatusChange(ArticleKey("ours"), Status(read=True)))
    memory = kept(path)
    assert (memory.find(ArticleKey("theirs")), memory.find(ArticleKey("ours"))) == (
        Status(starred=True),
        Status(read=True),
    )
    assert os.listdir(path.parent) == [path.name]


def test_another_refusal_of_the_system_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(LibraryError, match="No space"):
        open_library(path)
    assert os.listdir(path.parent) == []


RACER = """
import os, sys
from pathlib import Path
from tui_reader.library.values import StatusChange, Status, ArticleKey
from tui_reader.library.status import open_library
def refuse(*_):
    raise PermissionError(1, "no links")
os.link = refuse
print(flush=True)
sys.stdin.readline()
library = open_library(Path(sys.argv[1]))
library.keep([StatusChange(ArticleKey(sys.argv[2], sys.argv[2]), Status(read=True))])
library.close()
"""


def test_instances_that_start_together_without_links_share_one_library(path: Path) -> None:
    racers = [
        subprocess.Popen([sys.executable, "-c", RACER, path, str(n)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for n in range(6)
    ]
    for racer in racers:
        assert racer.stdout
        racer.stdout.readline()
    for racer in racers:
        racer.communicate(b"\n")
        assert racer.returncode == 0
    assert sorted(str(deed.where.path) for deed in open_and_list(path)) == [str(number) for number in range(6)]
    assert os.listdir(path.parent) == [path.name]


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
    library.keep([StatusChange(ArticleKey("d1"), Status(read=True))])
    bad = StatusChange(ArticleKey("d2"), Status(place="x"))  # type: ignore[arg-type] # refused by the STRICT table
    with pytest.raises(LibraryError):
        library.keep([StatusChange(ArticleKey("d1"), Status(starred=True)), bad])
    assert library.statuses() == [StatusChange(ArticleKey("d1"), Status(read=True))]
    library.close()


ADDED = (*MIGRATIONS, ("ALTER TABLE status ADD COLUMN mood TEXT", "UPDATE status SET mood = 'calm'"))
BROKEN = (*MIGRATIONS, ("ALTER TABLE status ADD COLUMN mood TEXT", "UPDATE nothing SET mood = 'calm'"))


def test_an_older_file_is_migrated_after_a_copy(path: Path) -> None:
    keep(path, StatusChange(ArticleKey("d1"), Status(read=True)))
    with pytest.raises(LibraryError, match="nothing"):
        open_library(path, BROKEN)
    assert kept(path).find(ArticleKey("d1")) == Status(read=True)  # still of the old version, and whole
    library = open_library(path, ADDED)
    assert library.statuses() == [StatusChange(ArticleKey("d1"), Status(read=True))]
    library.close()
    copy = path.with_name(f"library.sqlite3.version-{len(MIGRATIONS)}")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert kept(copy).find(ArticleKey("d1")) == Status(read=True)
    with pytest.raises(LibraryError, match="newer version"):
        open_library(path)


WRITER = """
import sys
from pathlib import Path
from tui_reader.library.values import StatusChange, Status, ArticleKey
from tui_reader.library.status import open_library
library = open_library(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    number += 1
    library.keep([StatusChange(ArticleKey(f"{part}", f"/{part}"), Status(place=number)) for part in range(20)])
    print(number, flush=True)
"""


def test_killed_at_any_time_the_file_is_whole_and_each_save_all_or_nothing(path: Path) -> None:
    number = 0
    for round_number in range(28):
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


def open_and_list(path: Path) -> list[StatusChange]:
    library = open_library(path)
    statuses = library.statuses()
    library.close()
    return statuses
