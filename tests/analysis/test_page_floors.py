"""Whole pages: no line of the article is lost, and the head is read. How little else is kept: tests/floors.py."""

import pytest

from tests.corpus.pages import NAMES, gold, page
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

HEAD = ("title", "published", "byline", "site")


@pytest.mark.parametrize("name", [name for name in NAMES if "title" in gold(name)])
def test_the_head_is_read_and_nothing_is_made_up(name: str) -> None:
    article, annotated = page(name)
    said = {key: getattr(article, key) for key in HEAD}
    assert said == {key: annotated[key] for key in HEAD} | ({} if said["byline"] else {"byline": None})


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_article_is_lost(name: str) -> None:
    article, annotated = page(name)
    kept = article.text
    assert [line for line in annotated["body"] if line not in kept] == []


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_the_cleaned_page_changes_nothing(name: str) -> None:
    once = page(name).article.text
    assert analyse(document_from_text(once)).text == once


@pytest.mark.parametrize("name", NAMES)
def test_every_dropped_block_says_why(name: str) -> None:
    assert all(block.rule and block.reason for block in page(name).article.blocks if not block.kept)
