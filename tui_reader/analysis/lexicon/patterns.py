"""Patterns made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

_WORD = re.compile(r"\w+")


class CuedPattern(msgspec.Struct, frozen=True):
    """A pattern with the words of which it never matches without one: where none stands, it need not be tried."""

    pattern: re.Pattern[str]
    cues: frozenset[str]


def cued(pattern: str, phrases: Iterable[str]) -> CuedPattern:
    """A pattern that matches nothing without one of these phrases."""
    return CuedPattern(re.compile(pattern), cues_of(phrases))


def cues_of(phrases: Iterable[str]) -> frozenset[str]:
    """A word of each of these phrases: where none of them stands, none of the phrases does."""
    return frozenset(cue for phrase in phrases if (cue := _cue_of(phrase)))


def _cue_of(phrase: str) -> str:
    """The longest word of a phrase, of several the last, which tells more: `4k` of `en 4k`; "" for none.

    Most phrases are one word.
    """
    return phrase if phrase.isalnum() else max(reversed(words_of(phrase)), key=len, default="")


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
    by_first_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        by_first_letter.setdefault(phrase[:1], []).append(phrase)
    is_whole = by_first_letter.pop("", None) is not None
    return "|".join([*map(_branch, by_first_letter.values()), *[""] * is_whole])


def _branch(phrases: Sequence[str]) -> str:
    """Phrases in order, with the same first letter: what all of them begin with, and the branches of their rests."""
    beginning = _common_beginning(phrases[0], phrases[-1])
    rests = [phrase[len(beginning) :] for phrase in phrases]
    return re.escape(beginning) + (f"(?:{_branches(rests)})" if len(rests) > 1 else "")


def _common_beginning(first: str, last: str) -> str:
    """What two phrases begin with; of phrases in order, those between these two begin with it as well."""
    shorter = min(len(first), len(last))
    return first[: next((length for length in range(shorter) if first[length] != last[length]), shorter)]
