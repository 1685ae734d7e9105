"""Related headlines: near-duplicates that differ by swapped words, folded into one and repaired.

Such documents carry a headline several times, each copy with a word replaced everywhere, inside other words too, by
what a dictionary of synonyms gives for it, in lower case. Nothing is repaired without evidence; where nothing decides,
the first wording stays and the alternatives are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, product
from typing import NamedTuple

from tui_reader.analysis.evidence import Place, Reader
from tui_reader.analysis.text import WORD, fold
from tui_reader.analysis.variants import Layout, layouts
from tui_reader.model import Block, Headline, HeadlineDoubt, Repair, Span, Variant

LEAST_ALIKE = 0.6  # share of tokens that two variants have in common
SURE = 1.5  # lead of a wording over the best other one, from which no doubt is marked
MOST_WORDINGS = 512
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


def are_near_duplicates(one: str, other: str) -> bool:
    """Whether two headlines are the same but for swapped words: never where their numbers differ."""
    a, b = _TOKEN.findall(fold(one)), _TOKEN.findall(fold(other))
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return False
    return len(a) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= LEAST_ALIKE


def fold_headlines(blocks: Sequence[Block], language: str | None) -> tuple[Headline, ...]:
    """The related headlines among `blocks`, in order of first standing."""
    groups: list[list[Variant]] = []
    for block in blocks:
        if block.kind != "related":
            continue
        variant = Variant(block.span, block.text)
        home = next((group for group in groups if are_near_duplicates(group[0].text, block.text)), None)
        if home is None:
            groups.append([variant])
        else:
            home.append(variant)
    body = [block.text for block in blocks if block.kept]
    return tuple(_rebuilt(group, _reader(group, groups, body, language)) for group in groups)


def _reader(group: list[Variant], groups: list[list[Variant]], body: list[str], language: str | None) -> Reader:
    """A reader that knows the words of the document but for the group's own."""
    others = [variant.text for other in groups if other is not group for variant in other]
    return Reader(language, frozenset(word for text in body + others for word in WORD.findall(fold(text))))


class _Wording(NamedTuple):
    """A supposed original: its text, its places where variants differ, and how likely it is."""

    text: str
    places: tuple[Place, ...]
    layout: Layout
    score: float


def _rebuilt(variants: Sequence[Variant], reader: Reader) -> Headline:
    """One wording from the variants: the likeliest, with what they have instead and where it is in doubt."""
    texts = [variant.text for variant in variants]
    if len(set(texts)) == 1:
        return Headline(texts[0], tuple(variants))
    wordings = [wording for layout in layouts(texts) for wording in _wordings(texts[0], layout, reader)]
    best = max(wordings, key=lambda wording: wording.score)
    rivals = [wording for wording in wordings if wording.layout == best.layout]
    repairs, doubts = [], []
    for number, place in enumerate(best.places):
        others = tuple(option for option in place.options if option != place.text)
        lead = best.score - max(rival.score for rival in rivals if rival.places[number].text != place.text)
        if lead < SURE:
            doubts.append(HeadlineDoubt(place.at, others))
        else:
            repairs.append(Repair(place.at, others))
    return Headline(best.text, tuple(variants), tuple(repairs), tuple(doubts))


def _wordings(first: str, layout: Layout, reader: Reader) -> Iterator[_Wording]:
    """Every wording that takes each place from one of the variants."""
    variants = list(zip(*(column.texts for column in layout), strict=True))
    for choice in islice(product(*(column.options for column in layout)), MOST_WORDINGS):
        text, places = _composed(first, layout, choice)
        yield _Wording(text, places, layout, reader.score(text, places, variants))


def _composed(first: str, layout: Layout, choice: Sequence[str]) -> tuple[str, tuple[Place, ...]]:
    text, at = "", 0
    places = []
    for column, words in zip(layout, choice, strict=True):
        text += first[at : column.at.start]
        places.append(Place(Span(len(text), len(text) + len(words)), words, column.options))
        text += words
        at = column.at.end
    return text + first[at:], tuple(places)
