"""Find the part of a page that its article stands in.

Paragraphs vote for the elements around them, the nearer the more (the idea of Readability, Arc90 2009); parts of the
article that stand beside the winner are told by the shape they share with it. Boxes are left out that their element or
its names say are none of the article, unless they hold most of the page's prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.ingest.formats.html.visible_text import Element, TextBlock, VisibleText, inherited
from tui_reader.model import MarkKind

SHORTEST_PROSE = 25
"""The code points of the shortest block that counts as prose."""
_STRONG_PROSE = 80
_LONG_ARTICLE = 1_500
"""Code points of a text that is an article, whatever stands around it."""
_VOTES = (1, 0.5, 0.33, 0.2)
"""What a paragraph's vote counts for the element around it, for the one around that, and so on."""
_OTHER_WEIGHT = 0.3
"""What a heading, an item or a cell votes, compared with a paragraph."""
_HELD_AT_MOST = 0.5
"""The share of a page's prose from which on an element holds the article, whatever it is called."""
_MOST_LINKED = 0.6
"""The share of links from which on a block is none of the article's text."""
_MOST_LINKED_LONG = 0.85
"""The same, for a block of which a sentence is no link."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_PARAGRAPHS = _HEADINGS | {"li", "td", "th", "dt"}
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "pre"))
_APART: dict[str, MarkKind] = {
    "nav": "navigation", "menu": "navigation", "aside": "aside", "form": "aside", "fieldset": "aside",
    "footer": "footer", "figcaption": "caption", "figure": "caption", "address": "aside", "label": "aside",
}  # fmt: skip
_LONGEST_CAPTION = 400
"""Code points of prose that a box of a picture holds at most; what is longer is the article around the picture."""
_NAMES: dict[MarkKind, str] = {
    "navigation": r"breadcrumb menu \bnav pagination pager\b toolbar skip- \bjump \btags?\b tag-?list taxonomy "
    r"table-of-contents \btoc\b",
    "footer": r"footer copyright disclaimer \blegal\b contentinfo",
    "caption": r"caption credit legende?\b \bphoto \bimage picture lead-?(?:image|media)",
    "aside": r"comment disqus livefyre side-?bar complementary related recommend promo teaser popular trending \bmost- "
    r"more-?(?:stories|news|from|on)\b read-?(?:more|next|also) lire-?aussi also-?read linkback outbrain taboola "
    r"newsletter sign-?up subscri(?!ber-?(?:only|content)) login paywall cookie consent banner modal popup advert "
    r"sponsor (?<!elementor-)widget rating \bshare sharing \bsocial print- author-?(?:bio|box|info) "
    r"about-?(?:the-?)?author infobox (?<![\w-])(?:is-)?hidden(?![\w:-]) visually-?hidden sr-only screen-reader a11y",
}
"""What class, id or role of a box is called that is none of the article, in the words that sites' templates use: the
patterns of each kind, between blanks."""
_LETTER_NAMES: dict[MarkKind, str] = {
    "mail": r"gmail_signature moz-signature \bsignature\b",
    "footer": _NAMES["footer"],
    "aside": r"advert sponsor \bshare sharing \bsocial follow(?:content|block) subscription-widget preheader",
}
"""The same for letters, in which a box is seldom beside the text."""
_FEWEST_HEADLINE_WORDS = 3
_FEWEST_TEASERS = 5
"""Headlines with a text below, from which on a page of much text may be a front page."""
_LONGEST_TEASER = 400
"""Code points below a headline."""
_MOST_BETWEEN = 3
"""Blocks from a headline down to its text: a section, a date."""
_QUOTING = re.compile("embed|quote|table")
"""What a figure is called that holds no picture but a post, a quotation or a table (WordPress, "wp-block-embed")."""

_QUOTATION = re.compile(r"quot(?:e|ation)")
"""What a box is called that holds what somebody said, and mostly in a blockquote: "widget--type-quotation"."""

_TEASER = re.compile(r"related|teaser|promo|of-?the-?day|quote-day")
"""What one is called whose quotation is not the article's."""


class _Boxes(NamedTuple):
    """By which names boxes are told that are none of the text, and how deep an element stands whose names tell."""

    patterns: tuple[tuple[MarkKind, re.Pattern[str]], ...]
    least_depth: int

    @classmethod
    def of(cls, names: dict[MarkKind, str], least_depth: int) -> _Boxes:
        """The boxes of those names."""
        patterns = ((kind, re.compile("|".join(words.split()))) for kind, words in names.items())
        return cls(tuple(patterns), least_depth)


_PAGE_BOXES = _Boxes.of(_NAMES, 2)  # what stands in the body of a page may hold all of it
_LETTER_BOXES = _Boxes.of(_LETTER_NAMES, 1)


class ArticlePart(NamedTuple):
    """By block of the page: whether it stands in the article, and the kind of box around it that is not the article.

    `is_letter`: the page is a letter, which may tell several stories.
    """

    is_article: tuple[bool, ...]
    apart: tuple[MarkKind | None, ...]
    is_letter: bool = False


def find_article(page: VisibleText) -> ArticlePart:
    """Where the article stands on a page; nowhere, where it holds no paragraph."""
    blocks = page.blocks
    apart = _apart(blocks, _PAGE_BOXES)
    votes: dict[Element, float] = defaultdict(float)
    weights = [0.0 if kind else _vote(block) for block, kind in zip(blocks, apart, strict=True)]
    for block, weight in zip(blocks, weights, strict=True):
        _cast(block, weight, votes)
    if not votes:
        return ArticlePart((False,) * len(blocks), apart)
    winner = max(votes, key=lambda element: votes[element])
    container = _with_relatives(blocks, weights, winner)
    inside: dict[Element | None, bool] = {None: False, container: True}
    is_article = tuple(
        kind is None and inherited(block.element, inside, lambda _, around: around) and not _is_linked(block)
        for block, kind in zip(blocks, apart, strict=True)
    )
    if _is_list_of_links(blocks, is_article, apart):
        return ArticlePart((False,) * len(blocks), apart)
    return ArticlePart(is_article, apart)


def find_letter(page: VisibleText) -> ArticlePart:
    """The text of a letter: all of the page but its boxes and its links; the headlines of its stories may be links."""
    blocks = page.blocks
    apart = _apart(blocks, _LETTER_BOXES)
    starts = [link.span.start for link in page.links]
    is_prose = [kind is None and _is_prose(block) for block, kind in zip(blocks, apart, strict=True)]
    is_text = tuple(
        kind is None and (not _is_linked(block) or _is_headline(block, starts, any(is_prose[index + 1 : index + 3])))
        for index, (block, kind) in enumerate(zip(blocks, apart, strict=True))
    )
    return ArticlePart(is_text, apart, is_letter=True)


def _is_headline(block: TextBlock, link_starts: Sequence[int], is_above_text: bool) -> bool:
    """Whether a block is one link, and that a heading, or of some words near above a text."""
    is_one_link = bisect_left(link_starts, block.span.end) - bisect_left(link_starts, block.span.start) == 1
    is_long_enough = len(block.text.split()) >= _FEWEST_HEADLINE_WORDS
    return is_one_link and (block.element.tag in _HEADINGS or (is_long_enough and is_above_text))


def _is_list_of_links(
    blocks: Sequence[TextBlock], is_article: Sequence[bool], apart: Sequence[MarkKind | None]
) -> bool:
    """Whether what was taken for an article is the front page of a site: short texts, each with a headline's link."""
    inside = [index for index, found in enumerate(is_article) if found and _is_prose(blocks[index])]
    if not inside:
        return False
    around = range(max(0, inside[0] - _MOST_BETWEEN), inside[-1] + 1)
    links = [index for index in around if apart[index] is None and _is_linked(blocks[index])]
    is_short = sum(len(blocks[index].text) for index in inside) <= _LONG_ARTICLE
    near_links = [index for index in links if index >= inside[0] - 1]
    return (is_short and len(near_links) >= max(2, len(inside))) or _are_teasers(blocks, inside, links)


def _are_teasers(blocks: Sequence[TextBlock], inside: Sequence[int], links: Sequence[int]) -> bool:
    """Whether a text is nothing but teasers: it begins below a link, and has no more between any two."""
    headlines = [index for index in links if len(blocks[index].text.split()) >= _FEWEST_HEADLINE_WORDS]
    if len(headlines) < max(_FEWEST_TEASERS, 0.6 * len(inside)) or headlines[0] > inside[0]:
        return False
    teasers: Counter[int] = Counter()
    for index in inside:
        teasers[bisect_left(headlines, index)] += len(blocks[index].text)
    return max(teasers.values()) <= _LONGEST_TEASER


def _is_linked(block: TextBlock) -> bool:
    """Whether a block is a link or a row of them, rather than text that has links."""
    length = len(block.text)
    most = _MOST_LINKED_LONG if length - block.link_length >= SHORTEST_PROSE else _MOST_LINKED
    return block.link_length > most * length


def _vote(block: TextBlock) -> float:
    """How much a block is prose: its length and its commas, unless it is mostly links."""
    length = len(block.text)
    if not _is_prose(block):
        return 0.0
    weight = _OTHER_WEIGHT if block.element.tag in _NO_PARAGRAPHS else 1.0
    return weight * (1 + 0.5 * block.text.count(",") + min((length - block.link_length) / 80, 4))


def _is_prose(block: TextBlock) -> bool:
    return len(block.text) >= SHORTEST_PROSE and block.link_length <= 0.5 * len(block.text)


def _is_strong(block: TextBlock, weight: float) -> bool:
    """Whether a block is a paragraph of some length."""
    return (
        weight > 0 and len(block.text) - block.link_length >= _STRONG_PROSE and block.element.tag not in _NO_PARAGRAPHS
    )


def _cast(block: TextBlock, weight: float, votes: dict[Element, float]) -> None:
    """Give the vote of a block to the elements around it."""
    if not weight:
        return
    elements = block.element.chain()
    if block.element.tag in _PARAGRAPHS:
        next(elements)
    for share, element in zip(_VOTES, elements, strict=False):
        votes[element] += share * weight


def _apart(blocks: Sequence[TextBlock], boxes: _Boxes) -> tuple[MarkKind | None, ...]:
    """By block, the kind of the outermost element around it that is none of the article, if there is one."""
    held: Counter[Element] = Counter()
    quoted: Counter[Element] = Counter()
    for block in blocks:
        if _is_prose(block):
            length = len(block.text) - block.link_length
            chain = list(block.element.chain())
            held.update(dict.fromkeys(chain, length))
            if any(element.tag == "blockquote" for element in chain):
                quoted.update(dict.fromkeys(chain, length))
    most = _HELD_AT_MOST * max(held.values(), default=0)

    def kind_of(element: Element, around: MarkKind | None) -> MarkKind | None:
        least_depth = 1 if element.tag in _APART else boxes.least_depth
        is_box = element.depth >= least_depth and held[element] <= most
        if around is not None or not is_box:
            return around
        is_quotation = 2 * quoted[element] > held[element] and _QUOTATION.search(element.names) is not None
        is_teaser = _TEASER.search(element.names) is not None
        return "quotation" if is_quotation and not is_teaser else _kind_of(element, held[element], boxes)

    kinds: dict[Element | None, MarkKind | None] = {None: None}
    found = (inherited(block.element, kinds, kind_of) for block in blocks)
    return tuple(None if kind == "quotation" else kind for kind in found)


def _kind_of(element: Element, held: int, boxes: _Boxes) -> MarkKind | None:
    """The kind of box that an element is by itself."""
    if element.tag == "blockquote" or (element.tag == "figure" and _QUOTING.search(element.names)):
        return None  # a post that is quoted has the names of its network
    if element.tag in _APART:
        return _APART[element.tag]
    kind = next((kind for kind, pattern in boxes.patterns if pattern.search(element.names)), None)
    return None if kind == "caption" and held > _LONGEST_CAPTION else kind


def _with_relatives(blocks: Sequence[TextBlock], weights: Sequence[float], winner: Element) -> Element:
    """The element that holds the winner and the paragraphs of the same shape outside it.

    Of the same shape are blocks whose element, or the element around it, has the same tag and the same names.
    """
    shapes: set[tuple[str, ...]] = set()
    strong = [block for block, weight in zip(blocks, weights, strict=True) if _is_strong(block, weight)]
    for block in strong:
        if winner in block.element.chain():
            shapes.update(_shapes(block))
    container = winner
    for block in strong:
        if not shapes.isdisjoint(_shapes(block)):
            container = _common(container, block.element)
    return container


def _shapes(block: TextBlock) -> Iterable[tuple[str, ...]]:
    element, parent = block.element, block.element.parent
    if element.names:
        yield element.tag, element.names
    if parent is not None and parent.names:
        yield element.tag, parent.tag, parent.names


def _common(one: Element, other: Element) -> Element:
    """The innermost element that holds both."""
    around = set(one.chain())
    return next((element for element in other.chain() if element in around), one)
