"""Corrections are kept one by one, move on from older libraries, and outlive another instance."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui_reader.library.schema import MIGRATIONS
from tui_reader.library.status import open_library
from tui_reader.library.values import ArticleKey, CorrectionChange, KeptCorrection
from tui_reader.model import Correction, Place, Span, TextQuote

WHERE = ArticleKey("d1", "/n/a.txt", 3, "https://a.example/1")
SPEAKER = KeptCorrection(
    "1" * 32,
    WHERE,
    Correction(
        *("quote", "speaker", "Anne Roux"),
        Place("d1", Span(5, 12), TextQuote("On part", "dit : « ", " »."), opening="Elle dit"),
        "Paul Verdier",
    ),
    "Elle dit : « On part. »",
    "2026-11-29T05:00:00.000001+00:00",
)
TITLE = KeptCorrection(
    "2" * 32, ArticleKey("d2"), Correction("article", "title", None, before="Les oies"), "", "2026-11-29T05:00:01+00:00"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


def new(*corrections: KeptCorrection) -> list[CorrectionChange]:
    return [CorrectionChange(one.id, None, one) for one in corrections]


def test_corrections_are_kept_whole_changed_and_taken_back(path: Path) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep([], None, new(TITLE, SPEAKER))
        assert library.corrections() == [SPEAKER, TITLE]  # as they were made
        changed = replace(SPEAKER, correction=replace(SPEAKER.correction, value=None))
        library.keep(
            [], None, [CorrectionChange(SPEAKER.id, SPEAKER, changed), CorrectionChange(TITLE.id, TITLE, None)]
        )
    with contextlib.closing(open_library(path)) as library:
        assert library.corrections() == [changed]


def test_two_instances_keep_what_each_corrects(path: Path) -> None:
    other_speaker = replace(SPEAKER, id="3" * 32, made="2026-11-29T06:00:00+00:00")
    with contextlib.closing(open_library(path)) as one, contextlib.closing(open_library(path)) as other:
        one.keep([], None, new(SPEAKER))
        other.keep([], None, new(TITLE, other_speaker))
        one.keep([], None, [CorrectionChange(SPEAKER.id, SPEAKER, None)])
        assert one.corrections() == [TITLE, other_speaker]


def test_forgetting_a_file_takes_its_corrections(path: Path) -> None:
    with contextlib.closing(open_library(path)) as library:
        library.keep([], None, new(SPEAKER, TITLE))
        library.forget("/n")
        assert library.corrections() == [TITLE]


def test_corrections_go_to_another_machine(path: Path, tmp_path: Path) -> None:
    carried = tmp_path / "carried.sqlite3"
    with contextlib.closing(open_library(path)) as library:
        library.keep([], None, new(SPEAKER))
        library.copy_to(carried)
    with contextlib.closing(open_library(tmp_path / "other" / "library.sqlite3")) as other:
        other.keep([], None, new(TITLE))
        other.add_from(carried)
        assert other.corrections() == [SPEAKER, TITLE]


def test_blocks_that_an_older_library_turned_stay_turned(path: Path) -> None:
    with contextlib.closing(open_library(path, MIGRATIONS[:2])):
        pass
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(
            "INSERT INTO status (key, document, path, record) VALUES (7, 'd1', '/a', 2), (8, 'd2', NULL, NULL)"
        )
        database.execute(
            "INSERT INTO correction VALUES (7, 'Lire aussi', 0, 1), (7, 'Lire aussi', 1, 0), (8, 'Pub', 0, 1)"
        )
    with contextlib.closing(open_library(path)) as library:
        kept = {(one.where, one.correction.place, one.correction.value) for one in library.corrections()}
        assert {one.correction.subject for one in library.corrections()} == {"block"}
        assert len({one.id for one in library.corrections()}) == 3
    first, second = ArticleKey("d1", "/a", 2), ArticleKey("d2")
    assert kept == {
        (first, Place("d1", None, TextQuote("Lire aussi", "", ""), 0), "true"),
        (first, Place("d1", None, TextQuote("Lire aussi", "", ""), 1), "false"),
        (second, Place("d2", None, TextQuote("Pub", "", ""), 0), "true"),
    }
    with contextlib.closing(sqlite3.connect(path.with_name(f"{path.name}.version-2"))) as copy:
        assert copy.execute("SELECT count(*) FROM correction").fetchone() == (3,)
