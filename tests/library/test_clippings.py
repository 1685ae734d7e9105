"""Clippings are kept whole, removed, and outlive whatever ends the program."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui_reader.errors import LibraryError
from tui_reader.library.schema import MIGRATIONS
from tui_reader.library.status import open_library, reading_library
from tui_reader.library.values import ArticleKey, Clipping, ClippingChange, Status, StatusChange, Written, ids_of_new
from tui_reader.library.writer import LibraryWriter
from tui_reader.model import Excerpt, Reference, Span, TextQuote

REFERENCE = Reference("Maud Terrasse", "Les oies", "Le Clairon", "2022-03-02", "https://a.example/1", "fr")
QUOTE = Clipping(
    "1" * 32,
    Excerpt("quote", "On part", REFERENCE, speaker="Anne Roux", role="maire", is_inferred=True, is_corrected=True),
    ArticleKey("d1", "/n/a.txt", 3, "https://a.example/1"),
    Span(5, 12),
    TextQuote("On part", "dit : « ", " »."),
    7,
    "2026-11-29T05:00:00+00:00",
    heading="Oies",
    position=2.0,
    note="à vérifier",
    mark="doubtful",
)
FIGURE = Clipping(
    "2" * 32,
    Excerpt("figure", "300", what="oies", qualifier="about", given_by="police"),
    ArticleKey("d2"),
    Span(0, 3),
    TextQuote("300", "", " oies"),
    1,
    "2026-11-29T05:00:01+00:00",
)


READ = StatusChange(ArticleKey("d1", "/n/a.txt"), Status(read=True))


READ = StatusChange(ArticleKey("d1", "/n/a.txt"), Status(read=True))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def kept(path: Path) -> list[Clipping]:
    with contextlib.closing(open_library(path)) as library:
        return library.clippings()


def test_a_clipping_is_kept_whole_changed_and_removed(path: Path) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep([], None, [ClippingChange(one.id, None, one) for one in (QUOTE, FIGURE)])
        assert library.clippings() == [FIGURE, QUOTE]  # without a heading first
        changed = replace(QUOTE, heading="", note="", mark=None, position=-1.0)
        library.keep([], None, [ClippingChange(QUOTE.id, QUOTE, changed)])
        assert library.clippings() == [changed, FIGURE]
        library.keep([], None, [ClippingChange(QUOTE.id, QUOTE, None), ClippingChange("unknown", QUOTE, None)])
    assert kept(path) == [FIGURE]


def test_clippings_are_read_once_all_that_was_told_before_is_written(path: Path) -> None:
    errors: list[LibraryError] = []
    answers: SimpleQueue[Sequence[Clipping] | None] = SimpleQueue()
    writer = LibraryWriter(open_library(path), errors.append)
    writer.keep_change(ClippingChange(QUOTE.id, None, QUOTE))
    writer.read_clippings(answers.put)
    assert answers.get(timeout=10) == [QUOTE]
    assert not errors
    path.unlink()
    writer.keep_change(ClippingChange(FIGURE.id, None, FIGURE))
    writer.read_clippings(answers.put)
    writer.read_clippings(answers.put)
    assert [answers.get(timeout=10) for _ in range(2)] == [None, None], "what is not written would be lost"
    assert str(path) in str(errors[0])
    writer.close()


def test_two_instances_keep_what_each_changes(path: Path) -> None:
    with contextlib.closing(open_library(path)) as one, contextlib.closing(open_library(path)) as other:
        one.keep([], None, [ClippingChange(each.id, None, each) for each in (QUOTE, FIGURE)])
        noted, headed = replace(QUOTE, note="vu"), replace(QUOTE, heading="Une", mark=None)
        one.keep([], None, [ClippingChange(QUOTE.id, QUOTE, noted), ClippingChange(FIGURE.id, FIGURE, None)])
        other.keep([], None, [ClippingChange(QUOTE.id, QUOTE, headed)])
        other.keep([], None, [ClippingChange(FIGURE.id, FIGURE, replace(FIGURE, note="de retour"))])
        assert one.clippings() == [replace(QUOTE, note="vu", heading="Une", mark=None)]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(TEXT, TEXT, st.none() | TEXT)
def test_whatever_a_clipping_holds_comes_back(path: Path, words: str, note: str, speaker: str | None) -> None:
    one = replace(QUOTE, excerpt=replace(QUOTE.excerpt, words=words, speaker=speaker), note=note)
    with contextlib.closing(open_library(path)) as library:
        library.keep([], None, [ClippingChange(one.id, None, one)])
        assert library.clippings() == [one]


def test_forgetting_a_file_takes_its_clippings(path: Path) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep(
            [StatusChange(ArticleKey("d1", "/n/a.txt"), Status(read=True))],
            None,
            [ClippingChange(QUOTE.id, None, QUOTE)],
        )
        assert library.forget("/n") == 1
        assert library.clippings() == []


def test_all_that_is_kept_goes_to_another_machine(path: Path, tmp_path: Path) -> None:
    carried = tmp_path / "carried.sqlite3"
    with contextlib.closing(open_library(path)) as library:
        library.keep(
            [StatusChange(ArticleKey("d1", "/n/a.txt"), Status(read=True))], {}, [ClippingChange(QUOTE.id, None, QUOTE)]
        )
        library.copy_to(carried)
        with pytest.raises(LibraryError, match="exists"):
            library.copy_to(carried)
    before = carried.read_bytes()
    with contextlib.closing(open_library(tmp_path / "other" / "library.sqlite3")) as other:
        other.keep(
            [StatusChange(ArticleKey("d1", "/m/a.txt"), Status(starred=True))],
            {},
            [ClippingChange(FIGURE.id, None, FIGURE)],
        )
        assert other.add_from(carried)[:3] == (1, 1, 0)
        assert [one.id for one in other.clippings()] == [FIGURE.id, QUOTE.id]
        (status,) = other.statuses()
        assert (status.status.read, status.status.starred) == (True, True)
        damaged = tmp_path / "damaged"
        damaged.write_bytes(b"x" * 9_000)
        for wrong in (damaged, tmp_path / "none"):
            with pytest.raises(LibraryError, match=wrong.name):
                other.add_from(wrong)
        assert damaged.read_bytes() == b"x" * 9_000
    assert carried.read_bytes() == before


def test_clippings_of_an_older_library_are_not_said_to_be_corrected(path: Path) -> None:
    with contextlib.closing(open_library(path, MIGRATIONS[:4])) as library:
        library._connection.execute(  # the statement of that version
            "INSERT INTO clipping (id, kind, words, inferred, first, last, exact, prefix, suffix, line, made, heading,"
            " position, note) VALUES ('1', 'quote', 'Non', 0, 0, 3, 'Non', '', '', 1, '2026', '', 0, '')"
        )
    with reading_library(path) as copy:
        assert copy is not None
        assert [one.excerpt.is_corrected for one in copy.clippings()] == [False]
    with contextlib.closing(open_library(path)) as library:
        assert [(one.excerpt.words, one.excerpt.is_corrected) for one in library.clippings()] == [("Non", False)]


def test_an_older_library_gets_the_table_and_a_copy(path: Path) -> None:
    with contextlib.closing(open_library(path, MIGRATIONS[:1])) as library:
        library.keep([StatusChange(ArticleKey("d1"), Status(read=True))])
    with contextlib.closing(open_library(path)) as library:
        assert library.set_aside is None
        library.keep([], None, [ClippingChange(QUOTE.id, None, QUOTE)])
        assert len(library.statuses()) == 1
    assert path.with_name("library.sqlite3.version-1").exists()


def test_a_library_that_lacks_the_table_is_named(path: Path) -> None:
    open_library(path).close()
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE clipping")
    with pytest.raises(LibraryError, match="clipping"):
        open_library(path)


def test_a_clipping_is_said_to_be_written_when_it_is(path: Path) -> None:
    written, told = list[str](), threading.Event()

    def tell(changes: Sequence[Written]) -> None:
        written.extend(ids_of_new(changes))
        assert [one.id for one in kept(path)] == [QUOTE.id], "another process sees it already"
        told.set()

    writer = LibraryWriter(open_library(path), lambda error: None, tell)
    writer.keep_change(ClippingChange(QUOTE.id, None, QUOTE))
    assert told.wait(10)
    assert written == [QUOTE.id]
    writer.keep_change(ClippingChange(QUOTE.id, QUOTE, None))
    writer.close()
    assert kept(path) == []
