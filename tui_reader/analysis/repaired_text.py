"""A view of the text as it was meant: damaged characters repaired, lines joined; maps results back to raw offsets.

The lexicon knows neither "boulangÃ¨re" nor "caf&eacute;", nor a number that a line end divides. So no rule looks at the
raw text. It is repaired twice: its characters before it is cleaned, and the wording of its blocks, with the lines that
cleaning joins, before quotes, figures and headlines are looked for. What is found has offsets in the repaired text; the
methods named `…_in_raw` give the same with offsets and wording in the raw one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from tui_reader.model import (
    Block,
    Doubt,
    Edit,
    Figure,
    Headline,
    Mark,
    Post,
    Quote,
    Rewording,
    SourceProposal,
    Span,
    Variant,
)

_Item = TypeVar("_Item", Quote, Figure)
MARKDOWN = "markdown.sign"
"""The rule of the edits that leave out the signs of a page in Markdown; some stand for a line end."""


class RepairedText:
    """The `raw` text with `edits` made in it, which are in order and do not overlap.

    `text` is the raw text itself where there are none.
    """

    def __init__(self, raw: str, edits: Iterable[Edit]) -> None:
        self._raw = raw
        self._edits = tuple(edits)
        self._starts = [edit.span.start for edit in self._edits]
        self._wording = Rewording.build(raw, [(Span(0, len(raw)), self._edits)]) if self._edits else None
        self.text = self._wording.text if self._wording else raw

    def blocks(self, raw_blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks of the raw text with their offsets and wording in the repaired one; their edits are made in it."""
        if self._wording is None:
            return tuple(raw_blocks)
        return tuple(self._repaired_block(block, self._wording) for block in raw_blocks)

    def _repaired_block(self, block: Block, wording: Rewording) -> Block:
        clean_span = wording.clean_span
        span, post = clean_span(block.span), block.post
        words = post and replace(post, words=clean_span(post.words), author=clean_span(post.author))
        return replace(block, span=span, text=span.of(self.text), edits=(), post=words)

    def marks(self, raw_marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Marks of the raw text with their offsets in the repaired one."""
        if self._wording is None:
            return tuple(raw_marks)
        return tuple(Mark(self._wording.clean_span(mark.span), mark.kind) for mark in raw_marks)

    def blocks_in_raw(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks of the repaired text in the raw one, with the edits of this text and their own together."""
        if self._wording is None:
            return tuple(blocks)
        return tuple(self._block_in_raw(block, self._wording) for block in blocks)

    def _block_in_raw(self, block: Block, wording: Rewording) -> Block:
        span = self._with_signs(wording.raw_span(block.span))
        own = [Edit(wording.raw_span(edit.span), edit.to, edit.rule) for edit in block.edits]
        post = block.post and _post_in_raw(block.post, wording)
        edits = tuple(without_overlap([*own, *self._edits_within(span)]))
        if edits and edits[-1].rule == MARKDOWN and edits[-1].span.end == span.end:
            edits = (*edits[:-1], edits[-1]._replace(to=""))  # the line ends with its block
        return replace(block, span=span, text=span.of(self._raw), edits=edits, post=post)

    def _with_signs(self, span: Span) -> Span:
        """A stretch in the raw text, with the signs of Markdown beside it, up to those that stand for a line end."""
        start, end = span
        for sign in map(self._edits.__getitem__, reversed(range(bisect_left(self._starts, start)))):
            if sign.rule != MARKDOWN or sign.span.end != start or sign.to:
                break
            start = sign.span.start
        for sign in map(self._edits.__getitem__, range(bisect_left(self._starts, end), len(self._edits))):
            if sign.rule != MARKDOWN or sign.span.start != end:
                break
            end = sign.span.end
            if sign.to:
                break
        return Span(start, end)

    def _edits_within(self, span: Span) -> Sequence[Edit]:
        return self._edits[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def with_doubts(self, raw_blocks: Sequence[Block], marked: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks of the raw text with the doubtful words of the same blocks of the repaired one."""
        if self._wording is None:
            return tuple(marked)
        raw_span = self._wording.raw_span
        doubts = [tuple(Doubt(raw_span(doubt.span), doubt.alternatives) for doubt in b.doubtful_words) for b in marked]
        return tuple(replace(block, doubtful_words=words) for block, words in zip(raw_blocks, doubts, strict=True))

    def headlines_in_raw(self, headlines: Iterable[Headline]) -> tuple[Headline, ...]:
        """Headlines of the repaired text, with the places of their variants in the raw text."""
        if self._wording is None:
            return tuple(headlines)
        raw_span = self._wording.raw_span
        return tuple(
            replace(headline, variants=tuple(self._variant(raw_span(variant.span)) for variant in headline.variants))
            for headline in headlines
        )

    def _variant(self, span: Span) -> Variant:
        return Variant(span, span.of(self._raw))

    def quotes_in_raw(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotes of the repaired text, with their offsets and wording in the raw text, up to their marks."""
        if self._wording is None:
            return tuple(quotes)
        return tuple(self._quote_in_raw(quote, self._wording) for quote in quotes)

    def _quote_in_raw(self, quote: Quote, wording: Rewording) -> Quote:
        raw_span = wording.raw_span
        span = self._up_to_neighbours(quote.span, wording)
        return replace(
            self._item_in_raw(quote, wording),
            span=span,
            text=span.of(self._raw),
            incises=tuple(map(raw_span, quote.incises)),
            speaker_span=quote.speaker_span and raw_span(quote.speaker_span),
            cue_span=quote.cue_span and raw_span(quote.cue_span),
            proposals=tuple(_proposal_in_raw(proposal, wording) for proposal in quote.proposals),
        )

    def _up_to_neighbours(self, span: Span, wording: Rewording) -> Span:
        """A stretch in the raw text, with the characters without width between it and what stands beside it."""
        start, end = wording.raw_span(span)
        if span.start > 0:
            start = wording.raw_span(Span(span.start - 1, span.start)).end
        if span.end < len(self.text):
            end = wording.raw_span(Span(span.end, span.end + 1)).start
        return Span(start, end)

    def figures_in_raw(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Figures of the repaired text, with their offsets and wording in the raw text."""
        if self._wording is None:
            return tuple(figures)
        raw_span = self._wording.raw_span
        return tuple(
            replace(self._item_in_raw(figure, self._wording), mentions=tuple(map(raw_span, figure.mentions)))
            for figure in figures
        )

    def _item_in_raw(self, item: _Item, wording: Rewording) -> _Item:
        """A quote or figure with its own span, its text and its sentence in the raw text."""
        span = wording.raw_span(item.span)
        return replace(item, span=span, text=span.of(self._raw), sentence=wording.raw_span(item.sentence))


def without_overlap(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits in order; of those that overlap, the one that begins first, of these the longest."""
    end = -1
    for edit in sorted(edits, key=lambda edit: (edit.span.start, -edit.span.end)):
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _post_in_raw(post: Post, wording: Rewording) -> Post:
    return replace(post, words=wording.raw_span(post.words), author=wording.raw_span(post.author))


def _proposal_in_raw(proposal: SourceProposal, wording: Rewording) -> SourceProposal:
    return proposal._replace(
        source_span=wording.raw_span(proposal.source_span), cue_span=wording.raw_span(proposal.cue_span)
    )
