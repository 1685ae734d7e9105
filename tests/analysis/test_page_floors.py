"""Whole pages: how much of the article is kept, and how little else. The floors only go up."""

from statistics import mean

import pytest

from tests.corpus.pages import NAMES, page
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

RECALL, F1 = 0, 1
FLOORS = {
    ("tuned", "en"): (1.0, 0.97),
    ("tuned", "fr"): (1.0, 0.982),
    ("measured", "en"): (1.0, 0.973),
    ("measured", "fr"): (1.0, 0.96),
}
HEAD = ("title", "published", "byline", "site")
FEWEST_BYLINES = 59  # pages whose author is found


@pytest.mark.parametrize("kind", FLOORS)
def test_recall_and_f1(kind: tuple[str, str]) -> None:
    golds = {name: page(name).gold for name in NAMES}
    scores = {name: page(name).score() for name, gold in golds.items() if (gold["use"], gold["language"]) == kind}
    for side in (RECALL, F1):
        assert round(mean(score[side] for score in scores.values()), 4) >= FLOORS[kind][side], scores


@pytest.mark.parametrize("name", [name for name in NAMES if "title" in page(name).gold])
def test_the_head_is_read_and_nothing_is_made_up(name: str) -> None:
    article, gold = page(name)
    said = {key: getattr(article, key) for key in HEAD}
    assert said == {key: gold[key] for key in HEAD} | ({} if said["byline"] else {"byline": None})


def test_most_authors_are_found() -> None:
    assert sum(page(name).article.byline is not None for name in NAMES if "title" in page(name).gold) >= FEWEST_BYLINES


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_article_is_lost(name: str) -> None:
    article, gold = page(name)
    kept = article.text
    assert [line for line in gold["body"] if line not in kept] == []


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_the_cleaned_page_changes_nothing(name: str) -> None:
    once = page(name).article.text
    assert analyse(document_from_text(once)).text == once


@pytest.mark.parametrize("name", NAMES)
def test_every_dropped_block_says_why(name: str) -> None:
    assert all(block.rule and block.reason for block in page(name).article.blocks if not block.kept)
