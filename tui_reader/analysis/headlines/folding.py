"""Related headlines: near-duplicates that differ by swapped words, folded into one and repaired.

Such documents carry a headline several times, each copy with a word replaced everywhere, inside other words too, by
what a dictionary of synonyms gives for it, in lower case. Nothing is repaired without evidence; where nothing decides,
the alternatives are listed. A headline that stands once is never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from tui_reader.analysis.headlines.alignment import tokens
from tui_reader.analysis.headlines.reconstruction import rebuild
from tui_reader.analysis.headlines.scoring import Judge
from tui_reader.analysis.headlines.similarity import are_near_duplicates
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Block, Headline, Variant

NEARBY = 12  # headlines back among which a variant's first copy is looked for: copies stand close together


def fold_headlines(blocks: Sequence[Block], language: str | None) -> tuple[Headline, ...]:
    """The related headlines among `blocks`, in order of first standing."""
    groups = _groups(Variant(block.span, block.text) for block in blocks if block.kind == "related")

    others = Counter(word for group in groups for word in _words(variant.text for variant in group))

    @cache
    def body() -> frozenset[str]:
        return _words(block.text for block in blocks if block.kept)

    def headline(group: list[Variant]) -> Headline:
        if len({variant.text for variant in group}) == 1:
            return Headline(group[0].text, tuple(group))
        own = _words(variant.text for variant in group)
        return rebuild(group, Judge(language, frozenset(word for word in own if others[word] > 1 or word in body())))

    return tuple(headline(group) for group in groups)


def _groups(variants: Iterable[Variant]) -> list[list[Variant]]:
    groups: list[list[Variant]] = []
    for variant in variants:
        nearby = groups[-NEARBY:]
        home = next((group for group in nearby if are_near_duplicates(group[0].text, variant.text)), None)
        if home is None:
            groups.append([variant])
        else:
            home.append(variant)
    return groups


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(span.of(low) for low in map(fold, texts) for span in tokens(low))
