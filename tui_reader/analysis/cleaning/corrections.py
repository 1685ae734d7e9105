"""The reader's word on a block comes last: what was put back into the article, or taken out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui_reader.messages import N_
from tui_reader.model import Block, BlockKind, Correction

_ARTICLE_KINDS: frozenset[BlockKind] = frozenset(("title", "heading", "paragraph", "post", "caption", "byline", "date"))


def correct(blocks: Sequence[Block], corrections: Iterable[Correction]) -> tuple[Block, ...]:
    """The blocks as the corrections want them; a correction whose words are gone changes nothing."""
    wanted = {(one.words, one.ordinal): one.kept for one in corrections}
    if not wanted:
        return tuple(blocks)
    corrected = []
    for block, ordinal in _numbered(blocks):
        kept = wanted.get((block.text, ordinal), block.kept)
        corrected.append(block if kept == block.kept else _put_back(block) if kept else _taken_out(block))
    return tuple(corrected)


def correction_of(blocks: Sequence[Block], block: Block) -> Correction:
    """The correction that turns what `block`, one of `blocks`, is now: kept or dropped."""
    ordinal = next(number for one, number in _numbered(blocks) if one.span == block.span)
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
    return replace(block, kept=False, doubtful=False, rule="reader", reason=N_("taken out by the reader"), edits=())
