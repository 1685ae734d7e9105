"""A view of the text with damage inside words repaired; it maps results back to raw offsets.

"boulangÃ¨re" and a word with soft hyphens are no words that the lexicon has: the steps that look at words see them
repaired, so that names and numbers are known in spite of the damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from tui_reader.model import Block, Edit, Figure, Quote, Rewording, Span

INSIDE_WORDS = ("mojibake", "soft-hyphen", "hyphen")
"""The rules of the repairs that change words."""

_Item = TypeVar("_Item", Quote, Figure)


class RepairedText:
    """The `raw` text and its `blocks` with the words of the kept blocks repaired."""

    def __init__(self, raw: str, blocks: Sequence[Block]) -> None:
        edits = [edit for block in blocks if block.kept for edit in block.edits if edit.rule in INSIDE_WORDS]
        self._document = raw
        self._wording = Rewording.build(raw, [(Span(0, len(raw)), edits)]) if edits else None
        self.raw = self._wording.text if self._wording else raw
        self.blocks = [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Block:
        wording = self._wording
        if wording is None:
            return block
        span, post = wording.clean_span(block.span), block.post
        return replace(
            block,
            span=span,
            text=span.of(self.raw),
            edits=tuple(
                Edit(wording.clean_span(edit.span), edit.to, edit.rule)
                for edit in block.edits
                if edit.rule not in INSIDE_WORDS
            ),
            post=post and replace(post, words=wording.clean_span(post.words), author=wording.clean_span(post.author)),
        )

    def quotes_in_raw(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotes found here, at their places in the raw text."""
        if self._wording is None:
            return tuple(quotes)
        place = self._wording.raw_span
        return tuple(
            replace(
                self._in_raw(quote, place),
                incises=tuple(map(place, quote.incises)),
                speaker_span=quote.speaker_span and place(quote.speaker_span),
                cue_span=quote.cue_span and place(quote.cue_span),
                proposals=tuple(
                    one._replace(source_span=place(one.source_span), cue_span=place(one.cue_span))
                    for one in quote.proposals
                ),
            )
            for quote in quotes
        )

    def figures_in_raw(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Figures found here, at their places in the raw text."""
        if self._wording is None:
            return tuple(figures)
        place = self._wording.raw_span
        return tuple(
            replace(self._in_raw(figure, place), mentions=tuple(map(place, figure.mentions))) for figure in figures
        )

    def _in_raw(self, item: _Item, place: Callable[[Span], Span]) -> _Item:
        """A quote or figure with its span, its words and its sentence as they are in the raw text."""
        span = place(item.span)
        return replace(item, span=span, text=span.of(self._document), sentence=place(item.sentence))
