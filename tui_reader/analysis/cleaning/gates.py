"""What stands between a reader and an article: a paywall, a question about consent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tui_reader.analysis.cleaning.block_rules import COOKIES, PAYWALL, PRIVACY_UNSURE
from tui_reader.analysis.cleaning.line_features import Line
from tui_reader.analysis.cleaning.news_prose import is_legal
from tui_reader.model import Article, Block

Gate = Literal["paywall", "consent", "nothing"]

FEWEST_OF_ARTICLE = 150
"""A page with a subscribers' notice and fewer words than this shows only the beginning of its article."""
FEWEST_OF_PAGE = 40
"""A page that speaks of cookies or privacy and has fewer other words than this shows no article at all."""
_CONSENT = (COOKIES.name, PRIVACY_UNSURE.name)


def gate_of(article: Article) -> Gate | None:
    """What a page shows instead of its article, or of the rest of it; None where the article is there."""
    asks = [block for block in article.blocks if block.rule in _CONSENT or is_legal(Line.of(block.text))]
    others = [block for block in article.blocks if block not in asks and block.kind not in ("title", "heading")]
    if asks and _word_count(others) < FEWEST_OF_PAGE:
        return "consent"
    if not article.text:
        return "nothing"
    is_for_subscribers = any(block.rule == PAYWALL.name for block in article.blocks)
    return "paywall" if is_for_subscribers and _word_count(article.blocks) < FEWEST_OF_ARTICLE else None


def _word_count(blocks: Iterable[Block]) -> int:
    """How many words are kept of blocks."""
    return sum(Line.of(block.text).word_count for block in blocks if block.kept)
