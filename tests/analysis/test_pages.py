"""Whole pages: how much of the article is kept, and how little else. The floors only go up."""

from statistics import mean

import pytest

from tests.corpus.pages import NAMES, page

RECALL, F1 = 0, 1
FLOORS = {"tuned": (1.0, 0.965), "measured": (1.0, 0.942)}


@pytest.mark.parametrize("use", FLOORS)
def test_recall_and_f1(use: str) -> None:
    scores = {name: page(name).score() for name in NAMES if page(name).gold["use"] == use}
    for side in (RECALL, F1):
        assert round(mean(score[side] for score in scores.values()), 4) >= FLOORS[use][side], scores


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_article_is_lost(name: str) -> None:
    article, gold = page(name)
    kept = article.text
    assert [line for line in gold["body"] if line not in kept] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_dropped_block_says_why(name: str) -> None:
    assert all(block.rule and block.reason for block in page(name).article.blocks if not block.kept)
