"""Patterns of the phrases of a language that tell something of the figures, words and times beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.model import Span


class EvidencePhrases(NamedTuple):
    """Patterns of the phrases of a language that tell something of the figures, words and times beside them.

    `places`, `since`, `compared_with` and `having` are found right before a name, a time or a figure, the others
    anywhere.
    """

    part: re.Pattern[str]
    among: re.Pattern[str]
    of_whole: re.Pattern[str]
    more: re.Pattern[str]
    known: re.Pattern[str]
    others: re.Pattern[str]
    so_far: re.Pattern[str]
    joint: re.Pattern[str]
    totals: re.Pattern[str]
    daily: re.Pattern[str]
    compared: re.Pattern[str]
    earlier: re.Pattern[str]
    compared_with: re.Pattern[str]
    joins: re.Pattern[str]
    relatives: re.Pattern[str]
    passing: re.Pattern[str]
    place_nouns: re.Pattern[str]
    places: re.Pattern[str]
    since: re.Pattern[str]
    right_before: re.Pattern[str]
    joined: re.Pattern[str]
    opposed: re.Pattern[str]
    new_event: re.Pattern[str]
    still: re.Pattern[str]
    ahead: re.Pattern[str]
    having: re.Pattern[str]


@cache
def phrases_of(language: str) -> EvidencePhrases:
    """The patterns of a language."""
    evidence, numbers = language_of(language).evidence, number_words(language)

    def anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"\b{any_of(phrases)}\b")

    return EvidencePhrases(
        part=anywhere(evidence.part),
        among=anywhere(evidence.among),
        of_whole=re.compile(rf"(?:\s\w+,)?\s*{any_of(evidence.of_whole)}(?:\s\w+)?\s*"),
        known=re.compile(rf"\b{any_of(evidence.known)}\s*$"),
        others=re.compile(rf"\s{any_of(evidence.another)}\b"),
        so_far=re.compile(rf"\b{any_of(evidence.so_far)}(?!\w)"),
        more=re.compile(rf"\s{any_of(evidence.more)}\b"),
        joint=re.compile(rf"\s{any_of(evidence.joint)}\b"),
        totals=re.compile(rf"\b{any_of(evidence.totals)}(?:\s\w+){{0,6}}\s?\Z"),
        daily=anywhere(evidence.daily),
        compared=re.compile(rf"(?<!d')\b{any_of(evidence.compared)}\b"),
        earlier=anywhere(evidence.earlier),
        compared_with=re.compile(rf"\b{any_of(evidence.compared_with)}\s*\Z"),
        joins=anywhere(evidence.joins),
        relatives=anywhere(evidence.relatives),
        passing=anywhere(evidence.passing),
        place_nouns=anywhere(evidence.place_nouns),
        places=re.compile(rf"\b{any_of(evidence.places)}\s(?:l[ae]s?\s)?\Z"),
        right_before=re.compile(
            rf"\s(?:{any_of(evidence.in_all)}\s)?(?:{any_of(numbers.of)}['’\s])?(?:{any_of(numbers.qualifier_words)}['’\s]?)?"
        ),
        joined=re.compile(rf"\s(?:\w+\s){{1,2}}{any_of(evidence.joins)}\s"),
        new_event=re.compile(rf"\b{any_of(evidence.another)}\s{any_of(evidence.events)}\b"),
        still=anywhere(evidence.still),
        ahead=anywhere(evidence.ahead),
        having=re.compile(rf"\b{any_of(evidence.having)}\s\Z"),
        opposed=re.compile(rf"\s(?:\w+\s){{0,2}}{any_of(evidence.compared)}\s"),
        since=re.compile(rf"\b{any_of(evidence.since)}\s*\Z"),
    )


def gap(one: Span, other: Span) -> int:
    """How many code points lie between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)
