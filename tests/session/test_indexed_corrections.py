"""Articles are found by what the reader corrected in them, and again as they were when that is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_reader.analysis.corrections.apply import apply_corrections
from tui_reader.analysis.corrections.corrected import CorrectedArticle
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.store import Index
from tui_reader.library.status import current_corrections, open_library
from tui_reader.library.values import ArticleKey, CorrectionChange
from tui_reader.session import indexed_corrections
from tui_reader.session.corrections import Correcting
from tui_reader.session.indexed_corrections import index_corrections
from tui_reader.session.indexing import index_files

TEXT = (
    "La crue de la Sarne\n\nLa crue a fait quatre morts à Montrevel. « Le pont tient », a dit Paul Verdier. "
    "L’eau monte encore dans la vallée, où les habitants attendent.\n"
)


@pytest.fixture
def crue(tmp_path: Path) -> Path:
    path = tmp_path / "crue.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def index(tmp_path: Path, crue: Path) -> Iterator[Index]:
    with closing(open_index(tmp_path / "index")) as opened:
        index_files(opened, [str(crue)], USUAL_NAMES)
        yield opened


def correct(
    index: Index, crue: Path, library: Path, *, by_source: bool = False, url: str | None = None
) -> list[CorrectionChange]:
    """Give the quote to another speaker, and the toll another value, and the article another title."""
    [hit] = index.search("crue")
    article = index.article(hit.document)
    assert article
    now: CorrectedArticle = apply_corrections(article, [])
    where = ArticleKey("0" * 64 if by_source else hit.document, None if url else str(crue), url=url)
    correcting = Correcting(article, now, [], where, datetime(2026, 1, 1, tzinfo=UTC))
    changes = [
        *correcting.item(article.quotes[0], {"speaker": "Anne Roux"}),
        *correcting.item(article.figures[0], {"value": "9.0"}),
        *correcting.article("title", "Le déluge"),
    ]
    keep(library, changes)
    return changes


def keep(library: Path, changes: list[CorrectionChange]) -> None:
    with closing(open_library(library)) as opened:
        opened.keep([], changes=changes)


def found(index: Index) -> dict[str, int]:
    queries = ("speaker:verdier", "speaker:roux", "figure:4", "figure:9 counts:morts", "déluge", "sarne", "vallée")
    return {query: count for query in queries if (count := len(index.search(query)))}


AS_ANALYSED = {"speaker:verdier": 1, "figure:4": 1, "sarne": 1, "vallée": 1}
AS_CORRECTED = {"speaker:roux": 1, "figure:9 counts:morts": 1, "déluge": 1, "sarne": 1, "vallée": 1}


@pytest.mark.parametrize("by_source", [False, True])
def test_articles_are_found_by_what_was_corrected(index: Index, crue: Path, tmp_path: Path, by_source: bool) -> None:
    library, document = tmp_path / "library", index.search("crue")[0].document
    analysed = index.article(document)
    changes = correct(index, crue, library, by_source=by_source)
    assert index_corrections(index, library).articles == 1
    assert found(index) == AS_CORRECTED
    assert index.article(document) == analysed, "what the analysis gave stays"
    assert [one.article for one in index.articles_of_speaker("Anne Roux", 9)] == [analysed]
    assert index_corrections(index, library).articles == 0, "nothing is new"
    keep(library, [CorrectionChange(change.id, change.after, None) for change in changes])
    assert index_corrections(index, library).articles == 1
    assert found(index) == AS_ANALYSED
    index.remove_file(str(crue))
    assert index.search("vallée OR morts OR verdier") == []


def test_a_file_that_is_read_again_is_found_by_its_corrections_again(index: Index, crue: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    correct(index, crue, library)
    index_corrections(index, library)
    crue.write_text(TEXT.replace("encore", "toujours"), "utf-8")
    index_files(index, [str(crue)], USUAL_NAMES)
    assert len(index.search("speaker:roux")) == 0
    assert index_corrections(index, library).articles == 1
    assert len(index.search("speaker:roux")) == 1


@pytest.mark.parametrize("contents", [None, b"no library", b""])
def test_a_library_that_cannot_be_read_costs_nothing(index: Index, tmp_path: Path, contents: bytes | None) -> None:
    if contents is not None:
        (tmp_path / "library").write_bytes(contents)
    assert index_corrections(index, tmp_path / "library").articles == 0
    assert found(index) == AS_ANALYSED


def test_corrections_of_an_article_that_is_not_indexed_cost_nothing(index: Index, crue: Path, tmp_path: Path) -> None:
    correct(index, crue, tmp_path / "library")
    with index.writing():
        index.remove_file(str(crue))
    assert index_corrections(index, tmp_path / "library").articles == 0


def test_a_text_is_corrected_by_whichever_of_its_places_is_spoken_of(
    index: Index, crue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    second = tmp_path / "other" / "crue.txt"
    second.write_text(TEXT, "utf-8")
    monkeypatch.chdir(second.parent)
    index_files(index, [str(crue), "crue.txt"], USUAL_NAMES)
    correct(index, second, tmp_path / "library", by_source=True)
    monkeypatch.chdir(tmp_path)
    assert index_corrections(index, tmp_path / "library").articles == 1
    assert found(index) == AS_CORRECTED
    crue.unlink()
    index_files(index, [str(second)], USUAL_NAMES)
    assert found(index) == AS_CORRECTED


def test_an_article_of_the_web_is_corrected_by_its_address(
    index: Index, crue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, address = tmp_path / "library", "https://example.org/crue"
    correct(index, crue, library, by_source=True, url=address)
    assert index_corrections(index, library).articles == 0
    kept, listed = current_corrections(library)
    assert listed == {}
    of_web = kept, {address: index.search("crue")[0].document}
    monkeypatch.setattr(indexed_corrections, "current_corrections", lambda _path: of_web)
    assert index_corrections(index, library).articles == 1
    assert found(index) == AS_CORRECTED


def test_a_defect_with_one_article_costs_no_other(
    index: Index, crue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise ValueError("odd")

    correct(index, crue, tmp_path / "library")
    monkeypatch.setattr(indexed_corrections, "corrected_article", fail)
    progress = index_corrections(index, tmp_path / "library")
    assert progress.articles == 0
    assert ["odd" in problem.reason for problem in progress.problems] == [True]
    assert found(index) == AS_ANALYSED
