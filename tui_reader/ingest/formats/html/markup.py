"""What the markup of a page says of each stretch of its text, as marks."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.ingest.formats.html.article_part import ArticlePart
from tui_reader.ingest.formats.html.visible_text import BETWEEN_CELLS, Element, VisibleText, inherited
from tui_reader.model import Mark, MarkKind

_KINDS: dict[str, MarkKind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "item", "dd": "item", "blockquote": "quotation",
}  # fmt: skip


def markup_of(page: VisibleText) -> Iterator[Mark]:
    """What the elements around each block say of it, and its links."""
    known: dict[Element | None, frozenset[MarkKind]] = {None: frozenset()}
    for block in page.blocks:
        kinds = inherited(block.element, known, _with_own_kind)
        for kind in sorted(kinds):
            yield Mark(block.span, kind)
        if block.element.tag == "tr" and BETWEEN_CELLS in block.text:
            yield Mark(block.span, "row")
    for link in page.links:
        yield Mark(link.span, "link")


def verdict_of(page: VisibleText, part: ArticlePart) -> Iterator[Mark]:
    """Which blocks are the article, and which stand in boxes that are not."""
    for block, is_article, apart in zip(page.blocks, part.is_article, part.apart, strict=True):
        if is_article:
            yield Mark(block.span, "article")
            if part.is_letter:
                yield Mark(block.span, "letter")
        elif apart:
            yield Mark(block.span, apart)


def _with_own_kind(element: Element, around: frozenset[MarkKind]) -> frozenset[MarkKind]:
    return around | {_KINDS[element.tag]} if element.tag in _KINDS else around
