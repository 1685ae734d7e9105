"""Apply the reader's corrections of blocks: those that were put back into the article, or taken out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import drop
from tui_reader.analysis.text.text_quote import find_place, is_version, nearest
from tui_reader.model import TRUE, Block, BlockKind, Correction, Document, Place

_ARTICLE_KINDS: frozenset[BlockKind] = frozenset(
    ("title", "heading", "paragraph", "list", "post", "caption", "byline", "date")
)


def correct(blocks: Sequence[Block], corrections: Iterable[Correction], document: Document) -> tuple[Block, ...]:
    """The blocks as the corrections want them; a correction whose words the text does not have changes nothing."""
    wanted: dict[int, bool] = {}
    for correction in corrections:
        block = (
            block_at(blocks, correction.place, document) if correction.subject == "block" and correction.place else None
        )
        if block:
            wanted[block.span.start] = correction.value == TRUE
    return tuple(
        _corrected(block, kept=wanted[block.span.start]) if block.span.start in wanted else block for block in blocks
    )


def block_at(blocks: Sequence[Block], place: Place, document: Document) -> Block | None:
    """The block of a document that a correction speaks of."""
    if place.span is None and is_version(document, place):
        same = [block for block in blocks if block.text == place.quote.exact]
        return same[place.ordinal] if place.ordinal < len(same) else None
    span = find_place(place, document)
    return nearest(((block.span, block) for block in blocks), span) if span else None


def _corrected(block: Block, *, kept: bool) -> Block:
    if kept == block.kept:
        return block
    turned = _put_back(block) if kept else drop(block, block_rules.READER)
    return replace(turned, corrected=("kept",))


def _put_back(block: Block) -> Block:
    kind = block.kind if block.kind in _ARTICLE_KINDS else "paragraph"
    return replace(block, kept=True, kind=kind, doubtful=False, rule=None, reason=None)
