"""A view of the text with damage inside words repaired; maps results back to raw offsets.

The lexicon knows neither "boulangÃ¨re" nor a word with soft hyphens. The steps that look words up see them repaired, so
that names and numbers are recognised in spite of the damage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from tui_reader.model import Block, Edit, Figure, Quote, Rewording, SourceProposal, Span

INSIDE_WORDS = ("mojibake", "soft-hyphen", "hyphen")
"""The rules of the edits that repair damage inside words."""

_Item = TypeVar("_Item", Quote, Figure)


class RepairedText:
    """The `raw` text with the edits of the kept `blocks` that repair words, and the blocks at their places in it.

    `text` is the raw text itself where there are no such edits.
    """

    def __init__(self, raw: str, blocks: Sequence[Block]) -> None:
        edits = [edit for block in blocks if block.kept for edit in block.edits if edit.rule in INSIDE_WORDS]
        self._raw = raw
        self._wording = Rewording.build(raw, [(Span(0, len(raw)), edits)]) if edits else None
        self.text = self._wording.text if self._wording else raw
        self.blocks = [self._repaired_block(block) for block in blocks]

    def _repaired_block(self, block: Block) -> Block:
        """A block with its offsets in the repaired text, and with the edits that are not yet made in it."""
        if self._wording is None:
            return block
        clean_span = self._wording.clean_span
        span, post = clean_span(block.span), block.post
        edits = (edit for edit in block.edits if edit.rule not in INSIDE_WORDS)
        return replace(
            block,
            span=span,
            text=span.of(self.text),
            edits=tuple(Edit(clean_span(edit.span), edit.to, edit.rule) for edit in edits),
            post=post and replace(post, words=clean_span(post.words), author=clean_span(post.author)),
        )

    def quotes_in_raw(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotes of the repaired text, with their offsets and wording in the raw text."""
        if self._wording is None:
            return tuple(quotes)
        raw_span = self._wording.raw_span
        return tuple(
            replace(
                self._item_in_raw(quote, self._wording),
                incises=tuple(map(raw_span, quote.incises)),
                speaker_span=quote.speaker_span and raw_span(quote.speaker_span),
                cue_span=quote.cue_span and raw_span(quote.cue_span),
                proposals=tuple(_proposal_in_raw(proposal, self._wording) for proposal in quote.proposals),
            )
            for quote in quotes
        )

    def figures_in_raw(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Figures of the repaired text, with their offsets and wording in the raw text."""
        if self._wording is None:
            return tuple(figures)
        return tuple(
            replace(
                self._item_in_raw(figure, self._wording),
                mentions=tuple(map(self._wording.raw_span, figure.mentions)),
            )
            for figure in figures
        )

    def _item_in_raw(self, item: _Item, wording: Rewording) -> _Item:
        """A quote or figure with its own span, its text and its sentence in the raw text."""
        span = wording.raw_span(item.span)
        return replace(item, span=span, text=span.of(self._raw), sentence=wording.raw_span(item.sentence))


def _proposal_in_raw(proposal: SourceProposal, wording: Rewording) -> SourceProposal:
    return proposal._replace(
        source_span=wording.raw_span(proposal.source_span), cue_span=wording.raw_span(proposal.cue_span)
    )
