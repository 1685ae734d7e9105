"""Related headlines: near-duplicates that differ by swapped words, folded into one and repaired.

Such documents carry a headline several times, each copy with a word replaced everywhere, inside other words too, by
what a dictionary of synonyms gives for it, in lower case. Nothing is repaired without evidence; where nothing decides,
the first wording stays and the alternatives are listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations, product
from typing import NamedTuple

from tui_reader.analysis.evidence import Place, Reader, substitutions
from tui_reader.analysis.folding import are_near_duplicates
from tui_reader.analysis.text import WORD, fold
from tui_reader.analysis.variants import Layout, layouts
from tui_reader.model import Block, Headline, HeadlineDoubt, Repair, Span, Variant

NEARBY = 40  # headlines back among which a variant is looked for: copies stand close together
SURE = 1.5  # lead of a wording over the best other one, from which no doubt is marked
MOST_WORDINGS = 512


def fold_headlines(blocks: Sequence[Block], language: str | None) -> tuple[Headline, ...]:
    """The related headlines among `blocks`, in order of first standing."""
    groups: list[list[Variant]] = []
    for block in blocks:
        if block.kind != "related":
            continue
        variant = Variant(block.span, block.text)
        nearby = groups[-NEARBY:]
        home = next((group for group in nearby if are_near_duplicates(group[0].text, block.text)), None)
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
    both_hit = len(texts) == 2 and any(_is_one_swap(layout, best.layout) for layout in layouts(texts))
    repairs, doubts = [], []
    for number, place in enumerate(best.places):
        others = tuple(option for option in place.options if option != place.text)
        lead = best.score - max(rival.score for rival in rivals if rival.places[number].text != place.text)
        if lead < SURE or (both_hit and not _starts_with_a_capital(place)):
            doubts.append(HeadlineDoubt(place.at, others))
        else:
            repairs.append(Repair(place.at, others))
    return Headline(best.text, tuple(variants), tuple(repairs), tuple(doubts))


def _wordings(first: str, layout: Layout, reader: Reader) -> Iterator[_Wording]:
    """Every wording that takes each place from one of the variants."""
    variants = list(zip(*(column.texts for column in layout), strict=True))
    for choice in islice(product(*_choices(layout, reader)), MOST_WORDINGS):
        text, places = _composed(first, layout, choice)
        yield _Wording(text, places, layout, reader.score(text, places, variants))


def _choices(layout: Layout, reader: Reader) -> list[list[str]]:
    """What may have stood at each place: what the variants have, and that with the damage of another place undone."""
    swaps = {pair for column in layout for pair in permutations(column.options, 2) if " " not in pair[0]}
    choices = []
    for column in layout:
        undone = [
            text.replace(synonym, original)
            for text in column.options
            for original, synonym in sorted(swaps)
            if synonym in text and synonym != text
        ]
        choices.append(list(dict.fromkeys([*column.options, *filter(reader.knows_all, undone)])))
    return choices


def _is_one_swap(layout: Layout, best: Layout) -> bool:
    """Whether one swap tells two variants apart: mostly each is spoiled, so that both were at the same word."""
    swaps = substitutions([(column.texts[0], column.texts[1]) for column in layout])
    blanks = [words.count(" ") for words in swaps[0]]
    return len(swaps) == 1 and (layout == best or blanks[0] != blanks[1])


def _starts_with_a_capital(place: Place) -> bool:
    """Whether a place begins the headline with a capital that other variants lack."""
    lower = any(option[0].islower() for option in place.options)
    return place.at.start == 0 and place.text[0].isupper() and lower


def _composed(first: str, layout: Layout, choice: Sequence[str]) -> tuple[str, tuple[Place, ...]]:
    text, at = "", 0
    places = []
    for column, words in zip(layout, choice, strict=True):
        text += first[at : column.at.start]
        places.append(Place(Span(len(text), len(text) + len(words)), words, column.options))
        text += words
        at = column.at.end
    return text + first[at:], tuple(places)
