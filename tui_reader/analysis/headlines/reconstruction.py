"""One headline from its variants: every wording they allow is judged, and the likeliest is taken, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations, product
from typing import NamedTuple

from tui_reader.analysis.headlines.alignment import Layout, layouts
from tui_reader.analysis.headlines.scoring import Judge, Place, substitutions
from tui_reader.model import Headline, HeadlineDoubt, Repair, Span, Variant

SURE = 1.2  # lead of a wording over the best one with other words at a place, from which no doubt is marked there
MOST_WORDINGS = 512
MOST_CHOICES = 6  # at one place


class Wording(NamedTuple):
    """A supposed original: its text, its places where variants differ, and how likely it is."""

    text: str
    places: tuple[Place, ...]
    layout: Layout
    score: float


def rebuild(variants: Sequence[Variant], judge: Judge) -> Headline:
    """The likeliest wording of variants that differ, what they have instead, and where it is in doubt."""
    texts = [variant.text for variant in variants]
    ways = list(layouts(texts))
    wordings = [wording for layout in ways for wording in _wordings(texts[0], layout, judge)]
    best = max(wordings, key=lambda wording: wording.score)
    rivals = [wording for wording in wordings if wording.layout == best.layout]
    both_hit = any(_is_one_swap(layout, best.layout) for layout in ways)
    repairs, doubts = [], []
    for number, place in enumerate(best.places):
        lead = best.score - max(rival.score for rival in rivals if rival.places[number].text != place.text)
        if lead < SURE or (both_hit and not _starts_with_a_capital(place)):
            doubts.append(HeadlineDoubt(place.at, place.options))
        else:
            others = tuple(option for option in place.options if option != place.text)
            repairs.append(Repair(place.at, others))
    return Headline(best.text, tuple(variants), tuple(repairs), tuple(doubts))


def _wordings(first: str, layout: Layout, judge: Judge) -> Iterator[Wording]:
    """Every wording that the choices at the places give."""
    variants = list(zip(*(column.texts for column in layout), strict=True))
    for choice in islice(product(*_choices(layout, judge)), MOST_WORDINGS):
        text, places = _composed(first, layout, choice)
        yield Wording(text, places, layout, judge.score(text, places, variants))


def _choices(layout: Layout, judge: Judge) -> list[list[str]]:
    """What may have stood at each place: what the variants have, and that with the swap of another place undone.

    Where one variant lost a word to a synonym and the other has it damaged inside, the original stands in neither;
    nor does an article that both lost.
    """
    swaps = sorted({pair for column in layout for pair in permutations(column.options, 2) if " " not in pair[0]})
    one_swap = _is_one_swap(layout, layout)
    choices = []
    for column in layout:
        undone = [
            text.replace(synonym, original)
            for text in column.options
            for original, synonym in swaps
            if synonym in text and synonym != text
        ]
        lost = judge.articles(column.options) if one_swap else ()
        distinct = dict.fromkeys([*column.options, *lost, *filter(judge.knows_all, undone)])
        choices.append(list(distinct)[:MOST_CHOICES])
    return choices


def _composed(first: str, layout: Layout, choice: Sequence[str]) -> tuple[str, tuple[Place, ...]]:
    """The first variant's text with the chosen words at the places, and where these are in it."""
    text, at = "", 0
    places = []
    for column, words in zip(layout, choice, strict=True):
        text += first[at : column.at.start]
        places.append(Place(Span(len(text), len(text) + len(words)), words, column.options))
        text += words
        at = column.at.end
    return text + first[at:], tuple(places)


def _is_one_swap(layout: Layout, best: Layout) -> bool:
    """Whether there are two variants, and one swap tells them apart.

    Mostly each variant is spoiled: both are then at the same word, and its original may stand in neither. A stretch
    of as many words in both may hold two swaps side by side, unless the best layout takes it whole, too.
    """
    if any(len(column.texts) != 2 for column in layout):
        return False
    swaps = substitutions([(column.texts[0], column.texts[1]) for column in layout])
    return len(swaps) == 1 and (layout == best or swaps[0][0].count(" ") != swaps[0][1].count(" "))


def _starts_with_a_capital(place: Place) -> bool:
    """Whether a place begins the headline with a capital that other variants lack."""
    return place.at.start == 0 and place.text[0].isupper() and any(option[0].islower() for option in place.options)
