"""Articles from the index are just what the analysis would find; where they may not be, it is asked."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse, unanalysed
from tui_reader.errors import LibraryError
from tui_reader.ingest.sources import document_from_text, read
from tui_reader.library.index.opening import is_damage, open_index
from tui_reader.library.index.rows import row_of
from tui_reader.library.index.store import FileStamp, Index
from tui_reader.model import Article, Document
from tui_reader.session.index_file import IndexedArticles, IndexFile

TEXT = "Le pont rouvre\n\nLe pont a rouvert lundi. « Enfin », a dit Anne Roux.\nhttps://www.gazette.fr/pont\n"


def indexed(path: Path, *articles: Article) -> IndexedArticles:
    with closing(open_index(path)) as index, index.writing():
        for number, article in enumerate(articles):
            index.put_file(f"/{number}", FileStamp(0, 0, ""), [row_of(article)])
    found = IndexedArticles(path)
    found.open()
    return found


def moved(document: Document) -> Document:
    return replace(document, source=replace(document.source, path="/elsewhere", record=3))


def test_an_article_is_what_the_analysis_finds_wherever_its_text_stands(tmp_path: Path) -> None:
    paths = [*(ROOT / "assets" / "samples").glob("*.txt"), *sorted((ROOT / "tests/corpus/pages").glob("*.html"))[:4]]
    documents = [document_from_text(TEXT), *(read(str(path))[0] for path in paths)]
    articles = indexed(tmp_path / "index", *map(analyse, documents))
    given = 0
    for document in map(moved, documents):
        article = articles.article(document)
        given += article is not None
        assert article in (None, analyse(document))
    assert given >= len(documents) - 2


def test_an_article_of_other_fields_is_not_given(tmp_path: Path) -> None:
    document = replace(document_from_text(TEXT), source=replace(document_from_text(TEXT).source, url="https://a.fr/1"))
    articles = indexed(tmp_path / "index", analyse(document))
    assert articles.article(document) == analyse(document)
    for change in ({"url": None}, {"url": "https://a.fr/2"}, {"media_type": "text/html"}, {"encoding": "latin-1"}):
        assert articles.article(replace(document, source=replace(document.source, **change))) is None
    assert articles.article(replace(document, raw=TEXT + " ")) is None
    assert articles.article(document_from_text("Un autre texte.")) is None


def test_an_analysis_that_failed_is_made_again(tmp_path: Path) -> None:
    document = document_from_text(TEXT)
    assert indexed(tmp_path / "index", unanalysed(document)).article(document) is None


@pytest.mark.parametrize("fault", ["deleted", "foreign", "none", "not opened", "garbage"])
def test_without_an_index_articles_are_analysed(fault: str, tmp_path: Path) -> None:
    document, path = document_from_text(TEXT), tmp_path / "index"
    articles = indexed(path, analyse(document))
    if fault in ("none", "not opened"):
        articles = IndexedArticles(path if fault == "not opened" else tmp_path / "none")
    elif fault == "garbage":
        data = path.read_bytes()
        with open(path, "r+b") as file:
            file.seek(4096)
            file.write(b"\x5a" * (len(data) - 4096))
    else:
        os.unlink(path)
    if fault == "foreign":
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA application_id = 7")
            database.execute("CREATE TABLE mine (a)")
    if fault != "not opened":
        articles.open()
    assert articles.article(document) is None
    assert not (tmp_path / "none").exists()


def test_an_index_that_proves_to_be_damaged_is_made_anew_and_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with closing(open_index(path)) as index, index.writing():
        for number in range(100):
            row = row_of(analyse(document_from_text(f"{TEXT}\nLe numéro {number}.")))
            index.put_file(f"/{number}", FileStamp(0, 0, ""), [row])
    with closing(sqlite3.connect(path)) as database:
        [(page, size)] = database.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = 'article'"
        )
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(data)
    with closing(open_index(path)) as index, pytest.raises(LibraryError) as caught:
        index.search("pont")
    assert is_damage(caught.value)
    file = IndexFile(path)
    assert file.ask(lambda index: index.search("pont")) == []
    file.close()


def test_a_question_that_fails_for_another_reason_costs_nothing(tmp_path: Path) -> None:
    document = document_from_text(TEXT)
    indexed(tmp_path / "index", analyse(document))
    file = IndexFile(tmp_path / "index")
    with pytest.raises(LibraryError, match="locked"):
        file.ask(_refused)
    assert file.ask(len) == 1
    file.close()


def _refused(_index: Index) -> int:
    raise LibraryError("index", "is locked")
