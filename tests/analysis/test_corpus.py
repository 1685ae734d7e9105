"""The project's own texts read as their annotations say."""

import pytest

from tests.corpus import NAMES, case
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text


@pytest.mark.parametrize("name", NAMES)
def test_blocks(name: str) -> None:
    article, gold = case(name)
    raw = article.document.raw
    said = bytearray(len(raw))
    for block in article.blocks:
        said[block.span.start : block.span.end] = (b"\1" if block.kept else b"\2") * len(block.text)
    for block in gold.get("blocks", ()):
        stretch = said[block["start"] : block["end"]]
        wanted = 1 if block["kept"] else 2
        assert stretch.count(wanted) >= 0.95 * len(stretch), raw[block["start"] : block["end"]]


@pytest.mark.parametrize("name", NAMES)
def test_head(name: str) -> None:
    article, gold = case(name)
    for key in ("language", "title", "byline", "site", "published"):
        said, wanted = getattr(article, key), gold.get(key, getattr(article, key))
        assert said == wanted or (key == "published" and said and wanted and wanted.startswith(said)), key


@pytest.mark.parametrize("name", NAMES)
def test_quote_spans(name: str) -> None:
    article, gold = case(name)
    assert [(q.span.start, q.span.end) for q in article.quotes] == [(q["start"], q["end"]) for q in gold["quotes"]]


@pytest.mark.parametrize("name", NAMES)
def test_related_headlines_are_folded(name: str) -> None:
    article, gold = case(name)
    if "headlines" not in gold:
        pytest.skip("not annotated")
    said = [[[v.span.start, v.span.end] for v in headline.variants] for headline in article.headlines]
    assert said == [headline["variants"] for headline in gold["headlines"]]


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_the_cleaned_text_changes_nothing(name: str) -> None:
    once = case(name).article.text
    assert analyse(document_from_text(once)).text == once
