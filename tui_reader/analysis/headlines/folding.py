"""Fold related headlines that differ by a replaced word or two into one, and repair it.

Such documents carry a headline several times, each copy with a word replaced everywhere, inside other words too, by
what a dictionary of synonyms gives for it, in lower case. Nothing is repaired without evidence; where nothing decides,
the alternatives are listed. A headline that stands once is never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from tui_reader.analysis.headlines.alignment import words_of
from tui_reader.analysis.headlines.reconstruction import reconstruct
from tui_reader.analysis.headlines.scoring import Scorer
from tui_reader.analysis.headlines.similarity import are_near_duplicates
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Headline, Variant

FEWEST_WORDS = 4
"""A related line of fewer words, numbers aside, is no headline."""
NEARBY = 12  # groups back among which a variant's own is looked for: copies stand close together


def fold_headlines(blocks: Sequence[Block], language: str | None) -> tuple[Headline, ...]:
    """The related headlines among `blocks`, in the order in which each first stands there."""
    groups = _groups(
        Variant(block.span, block.text) for block in blocks if block.kind == "related" and _says_something(block.text)
    )
    if not groups:
        return ()

    @cache
    def groups_with() -> Counter[str]:
        return Counter(word for group in groups for word in _words(variant.text for variant in group))

    @cache
    def body() -> frozenset[str]:
        return _words(block.text for block in blocks if block.kept)

    def headline(group: list[Variant]) -> Headline:
        if len({variant.text for variant in group}) == 1:
            return Headline(group[0].text, tuple(group))
        words = _words(variant.text for variant in group)
        known = frozenset(word for word in words if groups_with()[word] > 1 or word in body())
        return reconstruct(group, Scorer(language, known))

    return tuple(headline(group) for group in groups)


def _says_something(text: str) -> bool:
    """Whether a line has as many words as a headline: a section's name, a number or a count of readers has fewer."""
    return sum(not word[0].isdigit() for word in WORD.findall(text)) >= FEWEST_WORDS


def _groups(variants: Iterable[Variant]) -> list[list[Variant]]:
    """The variants, each in the first group nearby whose first variant it is a near-duplicate of."""
    groups: list[list[Variant]] = []
    for variant in variants:
        nearby = groups[-NEARBY:]
        own_group = next((group for group in nearby if are_near_duplicates(group[0].text, variant.text)), None)
        if own_group is None:
            groups.append([variant])
        else:
            own_group.append(variant)
    return groups


def _words(texts: Iterable[str]) -> frozenset[str]:
    """The folded tokens of all `texts`."""
    return frozenset(word for text in texts for word in words_of(fold(text)))
