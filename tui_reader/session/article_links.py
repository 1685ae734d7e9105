"""Where an article's links lead: the one at a place of its text, and all that a reader may want to follow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

import msgspec

from tui_reader.model import Article, BlockKind, Headline, Link, Span
from tui_reader.wire.address import host_of, same_page_key, web_address

_WITHOUT_ARTICLES: frozenset[BlockKind] = frozenset(("share", "legal", "newsletter"))
"""Kinds of blocks whose links lead to no article."""
_FEWEST_WORDS = 3
"""Words that tell an article; fewer are those of its section, or say that it goes on."""
_FEWEST_IN_MENUS = 5
"""The same for links of menus, and of all that stands above and below an article."""


class ArticleLink(msgspec.Struct, frozen=True):
    """A link that leads away from an article: its words on one line, where they stand in the raw text, its address.

    The address is in its normal form; `is_in_text`: the words are a part of the article.
    """

    words: str
    span: Span
    address: str
    is_in_text: bool


def link_at(article: Article, span: Span) -> ArticleLink | None:
    """The link whose words share the most with a stretch of the raw text; None where none stands there."""
    found = _away_from(article, (link for link in article.document.links if link.span.meets(span)))
    return max(found, key=lambda link: _shared(link.span, span), default=None)


def link_of(article: Article, headline: Headline) -> ArticleLink | None:
    """The link of a related headline: that of the first of its variants that is one."""
    links = (link_at(article, variant.span) for variant in headline.variants)
    return next(filter(None, links), None)


def links_of(article: Article) -> list[ArticleLink]:
    """The links that lead from an article to others: those in its text, then the rest, each address once."""
    starts = [block.span.start for block in article.blocks]
    by_page: dict[str, list[ArticleLink]] = {}
    for link in _away_from(article, article.document.links):
        index = bisect_right(starts, link.span.start) - 1
        if link.is_in_text or index < 0 or _may_lead_to_article(link, article.blocks[index].kind):
            by_page.setdefault(same_page_key(link.address), []).append(link)
    return sorted(map(_most_telling, by_page.values()), key=lambda link: (not link.is_in_text, link.span))


def _away_from(article: Article, links: Iterable[Link]) -> Iterator[ArticleLink]:
    """Those of an article's links that lead to another page, and do not only hand this one on."""
    own = article.document.source.url
    kept = [block.span for block in article.blocks if block.kept]
    starts = [span.start for span in kept]
    for span, target in links:
        address = web_address(target)
        if address is None or (own and (same_page_key(address) == same_page_key(own) or _hands_on(address, own))):
            continue
        index = bisect_right(starts, span.start) - 1
        is_in_text = index >= 0 and kept[index].meets(span)
        words = article.wording.clean_span(span).of(article.text) if is_in_text else span.of(article.document.raw)
        yield ArticleLink(" ".join(words.split()), span, address, is_in_text)


def _hands_on(address: str, own: str) -> bool:
    """Whether an address tells another host of the article that stands at `own`, as those do that share it."""
    query = unquote(urlsplit(address).query)
    return same_page_key(own) in query and host_of(address) != host_of(own)


def _may_lead_to_article(link: ArticleLink, kind: BlockKind) -> bool:
    """Whether a link in a block that is none of the article may lead to another one."""
    if kind == "navigation":
        return len(link.words.split()) >= _FEWEST_IN_MENUS
    return kind not in _WITHOUT_ARTICLES


def _most_telling(links: list[ArticleLink]) -> ArticleLink:
    """Of the links to one page the first in the text, else the first whose words tell what stands there."""
    return min(links, key=lambda link: (not link.is_in_text, len(link.words.split()) < _FEWEST_WORDS))


def _shared(one: Span, other: Span) -> int:
    """How many code points two stretches share."""
    return min(one.end, other.end) - max(one.start, other.start)
