"""The text of a feed's entry: what its HTML shows, and which of that a feed sets below an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.ingest.addresses import absolute, is_same_page
from tui_reader.ingest.formats.feed_fields import FieldText
from tui_reader.ingest.formats.html.article_part import find_letter
from tui_reader.ingest.formats.html.links import links_of
from tui_reader.ingest.formats.html.markup import markup_of, verdict_of
from tui_reader.ingest.formats.html.reader import page_of
from tui_reader.ingest.formats.html.visible_text import TextBlock, VisibleText
from tui_reader.ingest.formats.records import MARKUP
from tui_reader.model import Link, Mark, Span

_MOST_BELOW = 3
"""Blocks at the end of a text in which a feed leads to the page."""
_LONGEST_BELOW = 300
"""Code points of such a block with other links beside that one: "The post X appeared first on Y"."""
_MOST_LINKS = 12
"""Links at the end of a text that are looked at."""
_ONLY_LINK = 0.85
"""The share of a block from which on it is a link."""


class EntryText(NamedTuple):
    """The text of an entry, its paragraphs, and what its markup says.

    `leads_to_page`: it ends with a link to the page of the entry, as what is only the beginning of a text does.
    """

    raw: str
    paragraphs: Sequence[str]
    marks: Sequence[Mark]
    links: Sequence[Link]
    leads_to_page: bool


def read_text(text: FieldText, address: str | None) -> EntryText:
    """The text of a field of the entry whose page is at `address`."""
    if text.is_html or MARKUP.search(text.value):
        return _read_html(text.value, address)
    raw = text.value.strip()
    marks = [Mark(Span(0, len(raw)), "article")] if raw else []
    return EntryText(raw, list(filter(None, map(str.strip, raw.split("\n")))), marks, (), leads_to_page=False)


def _read_html(markup: str, address: str | None) -> EntryText:
    """The visible text of a piece of HTML: what stands in it is the article, but for boxes and rows of links."""
    page = page_of(markup)
    links = _links_to_page(page, address)
    below = [block for block in page.blocks[-_MOST_BELOW:] if _is_below(block, page, links)]
    part = find_letter(page)
    is_text = part.is_article if any(part.is_article) else [kind is None for kind in part.apart]
    is_article = tuple(found and block not in below for found, block in zip(is_text, page.blocks, strict=True))
    marks = [*markup_of(page), *verdict_of(page, part._replace(is_article=is_article, is_letter=False))]
    marks += [Mark(block.span, "footer") for block in below]
    paragraphs = [block.text for block, found in zip(page.blocks, is_article, strict=True) if found]
    leads_to_page = any(_ends_block(link, page) for link in links)
    return EntryText(page.raw, paragraphs, marks, tuple(links_of(page, address)), leads_to_page)


def _links_to_page(page: VisibleText, address: str | None) -> list[Span]:
    """The links at the end of a text that lead to the page at `address`."""
    if address is None:
        return []
    found = ((link.span, absolute(link.target, address)) for link in page.links[-_MOST_LINKS:])
    return [span for span, target in found if target and is_same_page(target, address)]


def _is_below(block: TextBlock, page: VisibleText, links: Sequence[Span]) -> bool:
    """Whether a block does nothing but lead to the page."""
    if not any(block.span.holds(link) for link in links):
        return False
    is_one_of_links = sum(block.span.holds(link.span) for link in page.links) > 1 and len(block.text) <= _LONGEST_BELOW
    return is_one_of_links or block.link_length >= _ONLY_LINK * len(block.text)


def _ends_block(link: Span, page: VisibleText) -> bool:
    """Whether a link ends a block near the end."""
    ends = [block.span.end for block in page.blocks[-_MOST_BELOW:] if block.span.holds(link)]
    return any(not any(map(str.isalnum, page.raw[link.end : end])) for end in ends)
