"""What stands between a reader and an article: a paywall, a question about consent. No widget here."""

from __future__ import annotations

from typing import Literal

from tui_reader.analysis.cleaning.block_rules import COOKIES, PAYWALL, PRIVACY_UNSURE
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Article

Gate = Literal["paywall", "consent", "nothing"]

FEWEST_OF_ARTICLE = 150
"""A page with a subscribers' notice and fewer words than this shows only the beginning of its article."""
FEWEST_OF_PAGE = 40
"""A page with a notice about cookies and fewer words than this shows no article at all."""


def gate_of(article: Article) -> Gate | None:
    """What a page shows instead of its article, or of the rest of it; None where the article is there."""
    count = len(WORD.findall(article.text))
    rules = {block.rule for block in article.blocks}
    doubtful = sum(len(WORD.findall(block.text)) for block in article.blocks if block.rule == PRIVACY_UNSURE.name)
    if PAYWALL.name in rules and count < FEWEST_OF_ARTICLE:
        return "paywall"
    if rules & {COOKIES.name, PRIVACY_UNSURE.name} and count - doubtful < FEWEST_OF_PAGE:
        return "consent"
    return None if article.text else "nothing"
