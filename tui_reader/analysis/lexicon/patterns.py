"""Patterns made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"\w+")


class CuedPattern(NamedTuple):
    """A pattern with the words of which it never matches without one: where none stands, it need not be tried."""

    pattern: re.Pattern[str]
    cues: frozenset[str]


def cued(pattern: str, phrases: Iterable[str]) -> CuedPattern:
    """A pattern that matches nothing without one of these phrases."""
    return CuedPattern(re.compile(pattern), cues_of(phrases))


def cues_of(phrases: Iterable[str]) -> frozenset[str]:
    """A word of each of these phrases: where none of them stands, none of the phrases does."""
    return frozenset(max(words, key=len) for phrase in phrases if (words := words_of(phrase)))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, as the cues of a pattern are compared with them."""
    return _WORD.findall(text)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of any of these words or phrases, the longest first; of none, one that never matches.

    What several of them begin with is written once, so that only few branches are tried at each place of a text.
    """
    distinct = set(phrases)
    return f"(?:{_branches(distinct)})" if distinct else r"(?!)"


def _branches(phrases: Iterable[str]) -> str:
    """These phrases as branches of a pattern, a branch for each first letter; the empty one comes last."""
    rests_by_first: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        rests_by_first.setdefault(phrase[:1], []).append(phrase[1:])
    is_whole = rests_by_first.pop("", None) is not None
    branches = [f"{re.escape(first)}{_branch(rests)}" for first, rests in rests_by_first.items()]
    return "|".join(branches + [""] * is_whole)


def _branch(rests: list[str]) -> str:
    """What follows the letter that some phrases begin with."""
    return re.escape(rests[0]) if len(rests) == 1 else f"(?:{_branches(rests)})"
