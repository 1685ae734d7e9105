"""Finding words in a text: case, accents, typographic quotes and blanks aside, across line ends. No widget here."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from tui_reader.model import Span

_SIGNS = {
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("‘’ʼ‹›", "'"),
    **dict.fromkeys("‐\u2011–—", "-"),
    **dict.fromkeys("\u00a0\u202f\t\n\r", " "),
}
_JOINED = {"ae": "æ", "oe": "œ", "ss": "ß"}
_MARKS = "[\u0300-\u036f]*"
"""Accents that stand as characters of their own after their letter."""


@cache
def _bare_letters() -> dict[int, str]:
    """Signs and accented letters of the Latin, Greek and Cyrillic blocks, each as its plain counterpart."""
    table = {ord(sign): plain for sign, plain in _SIGNS.items()}
    for code in (*range(0xC0, 0x530), *range(0x1E00, 0x2000)):
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter)[0].lower()
        if bare != letter and len(bare) == 1:
            table[code] = bare
    return table


def loose(text: str) -> str:
    """`text` without case, accents and kinds of quotes, dashes and blanks; same length."""
    lowered = text.lower()
    if lowered.isascii() and lowered.isprintable():  # nothing to translate, which costs most of the time
        return lowered
    if len(lowered) != len(text):  # a few capitals grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_bare_letters())


def find_all(text: str, words: str) -> list[Span]:
    """Every place where `words` stand in `text`, in order, without overlap."""
    parts = ["".join(_letter(letter) for letter in _letters(part)) for part in loose(words).split()]
    if not any(parts):
        return []
    pattern = re.compile(r"\s+".join(parts))
    return [Span(*match.span()) for match in pattern.finditer(loose(text))]


def find_each(text: str, sought: Iterable[str]) -> list[Span]:
    """Every place where some of the words or phrases `sought` stand in `text`, in order, without overlap."""
    return _apart(place for words in sought for place in find_all(text, words))


def find_beginnings(text: str, sought: Iterable[str]) -> list[Span]:
    """Every place where some of the words or phrases `sought` begin a word of `text`, in order, without overlap."""
    places = (place for words in sought for place in find_all(text, words))
    return _apart(place for place in places if not text[place.start - 1 : place.start].isalnum())


def _apart(places: Iterable[Span]) -> list[Span]:
    """Places in order, without those that overlap one before; of those that begin together, the longest stays."""
    apart: list[Span] = []
    for place in sorted(places, key=lambda span: (span.start, -span.end)):
        if not apart or apart[-1].end <= place.start:
            apart.append(place)
    return apart


def hit_in(text: str, hits: Sequence[Span], sentence: str) -> Span | None:
    """The first of the hits in a text that stands in this sentence of it, else the first of all."""
    places = find_all(text, sentence)
    inside = (hit for hit in hits if any(place.holds(hit) for place in places))
    return next(inside, hits[0] if hits else None)


def next_hit(hits: Sequence[Span], start: int, by: int) -> Span:
    """The first of the hits from `start` on, or, where `by` is negative, the last before it; round the end."""
    index = bisect_left(hits, start, key=lambda hit: hit.start) - (by < 0)
    return hits[index % len(hits)]


def _letters(word: str) -> list[str]:
    """The letters of a loose word without accents of their own; two that may be written as one stay together."""
    bare = "".join(c for c in word if not unicodedata.combining(c))
    return re.findall("|".join(_JOINED) + "|.", bare)


def _letter(letter: str) -> str:
    one = re.escape(letter)
    return (f"(?:{_MARKS.join(letter)}|{_JOINED[letter]})" if letter in _JOINED else one) + _MARKS
