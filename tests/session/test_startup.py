"""What a start opens besides what it is told to: the texts that came without a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.analysers import RememberingAnalyser
from tui_reader.config import Config
from tui_reader.ingest.input_list import STDIN
from tui_reader.ingest.sources import Opened, document_from_text, expand, read_first, samples
from tui_reader.library.status import open_library
from tui_reader.library.values import KeepText, KeptText
from tui_reader.session.analysis_process import Analysis
from tui_reader.session.session import Session
from tui_reader.session.startup import LibraryAtStart, paths_to_open, start_session
from tui_reader.session.stated import Facts

TEXTS = [document_from_text(f"Le texte {name}\n\nIl pleut.\n") for name in ("un", "deux")]
KEPT = [KeptText(one.id, "pasted", f"2026-11-2{day}T12:00:00.000000+00:00") for day, one in enumerate(TEXTS)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    with closing(open_library(path)) as library:
        library.keep([], changes=map(KeepText, KEPT, TEXTS))
    return path


def started(opened: Opened, paths: Sequence[str], library: LibraryAtStart, facts: Facts | None = None) -> Session:
    analyser = RememberingAnalyser()
    analyser.ask(Analysis(next(iter(opened.documents.values()))))
    return start_session(opened, paths, [], [], library=library, config=Config(), analyser=analyser, facts=facts)


def test_kept_texts_are_last_whatever_is_opened(path: Path, tmp_path: Path) -> None:
    library = LibraryAtStart(str(path))
    (tmp_path / "a.txt").write_text("Une brève\n\nIl pleut.\n", encoding="utf-8")
    paths = [str(tmp_path / "a.txt")]
    session = started(read_first(expand(paths).inputs), paths, library)
    assert [one.path for one in session.collection.entries.inputs] == [paths[0], STDIN, STDIN]
    assert session.texts.read(TEXTS[1].id) == TEXTS[1]


def test_without_anything_else_the_kept_texts_are_opened(path: Path) -> None:
    library = LibraryAtStart(str(path))
    assert paths_to_open([], library, piped=False) == []
    opened = library.opened_texts
    assert opened.documents == {0: TEXTS[0]}
    session = started(opened, [], library)
    assert [one.document for one in session.collection.entries.inputs] == [TEXTS[0].id, TEXTS[1].id]
    assert session.collection.document(0) == TEXTS[0]


def test_what_is_said_of_all_articles_beforehand_is_not_said_of_kept_texts(path: Path, tmp_path: Path) -> None:
    library = LibraryAtStart(str(path))
    (tmp_path / "a.txt").write_text("Une brève\n\nIl pleut.\n", encoding="utf-8")
    paths = [str(tmp_path / "a.txt")]
    session = started(read_first(expand(paths).inputs), paths, library, {"site": "Le Clairon"})
    assert [len(entry.corrections) for entry in session.collection.entries] == [1, 0, 0]


def test_a_kept_text_that_cannot_be_read_is_passed_over(path: Path) -> None:
    library = LibraryAtStart(str(path))
    assert library.library
    library.library._connection.execute("UPDATE text SET raw = x'00' WHERE document = ?", (TEXTS[0].id,))
    opened = library.opened_texts
    assert opened.documents == {1: TEXTS[1]}
    assert [str(problem) for problem in opened.problems.values()] == ["pasted 2026-11-20: is damaged"]
    library.library._connection.execute("UPDATE text SET raw = x'00'")
    assert paths_to_open([], LibraryAtStart(str(path)), piped=False) == [samples()]


def test_what_was_last_open_comes_before_the_samples(path: Path, tmp_path: Path) -> None:
    with closing(open_library(path)) as library:
        library.keep([], {"paths": [str(tmp_path), str(tmp_path / "gone")]})
    assert paths_to_open([], LibraryAtStart(str(path)), piped=False) == [str(tmp_path)]
    assert paths_to_open([], LibraryAtStart(str(path)), piped=True) == [STDIN]
    assert paths_to_open(["/news"], LibraryAtStart(str(path)), piped=False) == ["/news"]
    for nothing in (LibraryAtStart(str(tmp_path / "new")), LibraryAtStart(None)):
        assert paths_to_open([], nothing, piped=False) == [samples()]
        assert not nothing.texts.inputs()


def test_what_cannot_be_read_of_the_library_is_said_once_and_the_rest_is_there(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE correction RENAME COLUMN opening TO words")
        connection.execute("ALTER TABLE clipping RENAME COLUMN heading TO head")
    library = LibraryAtStart(str(path))
    session = started(library.opened_texts, [], library)
    assert [entry.document for entry in session.collection.entries] == [one.id for one in TEXTS]
    assert [notice.partition(": ")[2] for notice in session.notices] == [
        "no such column: opening",
        "no such column: heading",
    ]
