"""Texts that came without a file are kept whole, removed, restored, and outlive whatever ends the program."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_reader.errors import LibraryError
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.schema import MIGRATIONS
from tui_reader.library.status import open_library
from tui_reader.library.values import (
    ArticleKey,
    KeepText,
    KeptText,
    RemoveText,
    RestoreText,
    Status,
    StatusChange,
    TextChange,
    Written,
    ids_of_new,
)
from tui_reader.library.writer import LibraryWriter
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Link, Mark, Note, Source, Span

RECORD = Document(
    "d1",
    Source("-", "https://a.example/1", 3, "application/json", "utf-8", (Note("decode.cut", "only the first 5"),)),
    "Les oies\n\nElles partent.\n",
    Declared(
        title=DeclaredText("Les oies", "field"),
        authors=DeclaredNames(("Maud Terrasse", "Luc Vidal"), "field"),
        published=DeclaredText("2022-03-02", "field"),
    ),
    (Mark(Span(0, 8), "title"), Mark(Span(10, 24), "article")),
    (Link(Span(4, 8), "https://a.example/oies?p=1"),),
)
PASTED = document_from_text("Le pont rouvre.\n")
FIRST = KeptText(PASTED.id, "pasted", "2026-11-28T10:00:00.000000+00:00")
SECOND = KeptText(RECORD.id, "piped", "2026-11-29T10:00:00.000000+00:00", 3)
BOTH = [KeepText(SECOND, RECORD), KeepText(FIRST, PASTED)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def write(path: Path, *changes: TextChange) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep([], changes=changes)


def kept(path: Path) -> list[KeptText]:
    with contextlib.closing(open_library(path)) as library:
        return library.texts()


def test_texts_are_kept_whole_in_the_order_in_which_they_came(path: Path) -> None:
    write(path, *BOTH)
    with contextlib.closing(open_library(path)) as library:
        assert library.texts() == [FIRST, SECOND]
        assert [library.text(one.document) for one in (FIRST, SECOND)] == [PASTED, RECORD]
        assert library.text("unknown") is None


def test_a_text_that_is_kept_already_stays_as_it_is(path: Path) -> None:
    write(path, *BOTH)
    write(path, KeepText(KeptText(PASTED.id, "piped", "2026-11-30T10:00:00+00:00", 1), PASTED))
    assert kept(path) == [FIRST, SECOND]


def test_what_was_removed_is_restored_until_the_library_is_closed(path: Path) -> None:
    write(path, *BOTH)
    with contextlib.closing(open_library(path)) as library:
        library.keep([], changes=[RemoveText(RECORD.id), RemoveText("unknown")])
        assert kept(path) == [FIRST], "another process does not see it any more"
        library.keep([], changes=[RestoreText(RECORD.id), RestoreText("unknown"), RestoreText(RECORD.id)])
        assert (library.texts(), library.text(RECORD.id)) == ([FIRST, SECOND], RECORD)
        library.keep([], changes=[RemoveText(RECORD.id)])
    write(path, RestoreText(RECORD.id))
    assert kept(path) == [FIRST]


TEXT = st.text(st.characters(), max_size=40)  # half characters and NUL, too: a paste may hold them


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(TEXT, st.none() | TEXT, st.lists(TEXT, min_size=1, max_size=3))
def test_whatever_a_text_holds_comes_back(path: Path, raw: str, title: str | None, names: list[str]) -> None:
    declared = Declared(
        title=None if title is None else DeclaredText(title, "og"), authors=DeclaredNames(tuple(names), "og")
    )
    document = Document("d9", Source(notes=(Note("rule", raw),)), raw, declared)
    with contextlib.closing(open_library(path)) as library:
        library.keep([], changes=[RemoveText("d9"), KeepText(KeptText("d9", "pasted", "now"), document)])
        assert library.text("d9") == document


def test_a_save_that_fails_keeps_and_removes_nothing(path: Path) -> None:
    write(path, *BOTH)
    with contextlib.closing(open_library(path)) as library:
        bad = StatusChange(ArticleKey("d2"), Status(place="x"))  # type: ignore[arg-type] # refused by the STRICT table
        with pytest.raises(LibraryError):
            library.keep([bad], changes=[RemoveText(RECORD.id)])
        assert library.texts() == [FIRST, SECOND]
        library.keep([], changes=[RemoveText(RECORD.id)])
        assert library.texts() == [FIRST]


def test_texts_are_read_while_another_thread_writes(path: Path) -> None:
    write(path, *BOTH)
    with contextlib.closing(open_library(path)) as library:
        read: list[Document | None] = []
        thread = threading.Thread(target=lambda: read.append(library.text(RECORD.id)))
        library._connection.execute("BEGIN IMMEDIATE")
        thread.start()
        thread.join()
        library._connection.execute("ROLLBACK")
    assert read == [RECORD]


@pytest.mark.parametrize(
    "damage", ["raw = x'00ff'", "source = '{}'", "declared = '[]'", "marks = '[[1]]'", "marks = ''"]
)
def test_a_damaged_row_is_named(path: Path, damage: str) -> None:
    write(path, *BOTH)
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE text SET {damage}")  # noqa: S608
    with contextlib.closing(open_library(path)) as library:
        assert library.texts() == [FIRST, SECOND]
        with pytest.raises(LibraryError, match="damaged"):
            library.text(RECORD.id)


def test_texts_go_to_another_machine(path: Path, tmp_path: Path) -> None:
    carried = tmp_path / "carried.sqlite3"
    write(path, *BOTH)
    with contextlib.closing(open_library(path)) as library:
        library.copy_to(carried)
    there = KeptText(PASTED.id, "piped", "2020-01-01T00:00:00+00:00")
    with contextlib.closing(open_library(tmp_path / "other" / "library.sqlite3")) as other:
        other.keep([], changes=[KeepText(there, PASTED)])
        assert other.add_from(carried).texts == 2
        assert other.texts() == [there, SECOND]
        assert other.text(RECORD.id) == RECORD


def test_an_older_library_gets_the_table_and_a_copy(path: Path) -> None:
    with contextlib.closing(open_library(path, MIGRATIONS[:3])) as library:
        library.keep([StatusChange(ArticleKey("d1"), Status(read=True))])
    write(path, *BOTH)
    assert kept(path) == [FIRST, SECOND]
    with contextlib.closing(open_library(path)) as library:
        assert len(library.statuses()) == 1
    assert path.with_name("library.sqlite3.version-3").exists()


def test_a_text_from_before_its_links_were_kept_has_none(path: Path) -> None:
    open_library(path, MIGRATIONS[:6]).close()
    source = '{"path": null, "url": null, "record": null, "media_type": "text/plain", "encoding": null, "notes": []}'
    row = ("d1", "pasted", FIRST.came, None, source, '{"authors": null}', "[]", zlib.compress(b"Le pont."))
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO text VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        database.commit()
    with contextlib.closing(open_library(path)) as library:
        assert library.text("d1") == Document("d1", Source(), "Le pont.")


def test_a_library_that_lacks_the_table_is_named(path: Path) -> None:
    open_library(path).close()
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE text")
    with pytest.raises(LibraryError, match="text"):
        open_library(path)


def test_texts_are_said_to_be_written_when_all_of_them_are(path: Path) -> None:
    written, told = list[str](), threading.Event()

    def tell(changes: Sequence[Written]) -> None:
        written.extend(ids_of_new(changes))
        assert kept(path) == [FIRST, SECOND], "another process sees them already"
        told.set()

    writer = LibraryWriter(open_library(path), lambda error: None, tell)
    writer.keep_changes(BOTH)
    assert told.wait(10)
    assert written == [RECORD.id, PASTED.id]
    writer.keep_changes([RemoveText(PASTED.id), RemoveText(RECORD.id)])
    writer.keep_change(RestoreText(PASTED.id))
    writer.close()
    assert kept(path) == [FIRST]
