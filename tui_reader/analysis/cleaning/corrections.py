"""Apply the reader's corrections: blocks that were put back into the article, or taken out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import drop
from tui_reader.model import Block, BlockKind, Correction

_ARTICLE_KINDS: frozenset[BlockKind] = frozenset(
    ("title", "heading", "paragraph", "list", "post", "caption", "byline", "date")
)


def correct(blocks: Sequence[Block], corrections: Iterable[Correction]) -> tuple[Block, ...]:
    """The blocks as the corrections want them; a correction whose words the text does not have changes nothing."""
    wanted = {(correction.words, correction.ordinal): correction.kept for correction in corrections}
    if not wanted:
        return tuple(blocks)
    corrected = []
    for block, ordinal in _numbered(blocks):
        kept = wanted.get((block.text, ordinal), block.kept)
        corrected.append(block if kept == block.kept else _put_back(block) if kept else _taken_out(block))
    return tuple(corrected)


def correction_of(blocks: Sequence[Block], block: Block) -> Correction:
    """The correction that takes out a kept block and puts back a dropped one; `block` is one of `blocks`."""
    ordinal = next(ordinal for other, ordinal in _numbered(blocks) if other.span == block.span)
    return Correction(block.text, ordinal, not block.kept)


def _numbered(blocks: Iterable[Block]) -> Iterable[tuple[Block, int]]:
    """Each block, and how many before it have the same words."""
    seen: Counter[str] = Counter()
    for block in blocks:
        yield block, seen[block.text]
        seen[block.text] += 1


def _put_back(block: Block) -> Block:
    kind = block.kind if block.kind in _ARTICLE_KINDS else "paragraph"
    return replace(block, kept=True, kind=kind, doubtful=False, rule=None, reason=None)


def _taken_out(block: Block) -> Block:
    return drop(block, block_rules.READER)
