"""The word list of a language: which words it has, how common each is, and what it can be in a sentence."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from tui_reader.analysis.lexicon import language_of, languages

GZIP = 16 + zlib.MAX_WBITS  # tells zlib to expect gzip's header
_PLAIN = str.maketrans({"œ": "oe", "æ": "ae"})


def spelling(word: str) -> str:
    """`word` as the lists write it: lower case, without ligatures."""
    return word.lower().translate(_PLAIN)


NOMINAL = frozenset("nap")
"""The classes of words that have gender and number: nouns, adjectives, participles."""


class Entry(NamedTuple):
    """The entry of a word.

    `frequency` is how common it is, in tenths of the Zipf scale (log10 of its count in a billion words); `classes` are
    what it can be, where the list tells: n noun, a adjective and p participle, each with gender and number ("nms"; "-"
    for either), v finite verb, i infinitive, b adverb.
    """

    frequency: int
    classes: tuple[str, ...]


class WordList(msgspec.Struct, frozen=True):
    """The lines "word, tab, frequency, classes" of a list, sorted by their bytes, for binary search."""

    lines: bytes

    def find(self, word: str) -> Entry | None:
        """The entry of `word`, None where the list does not have it."""
        sought = spelling(word).encode("utf-8", "replace")
        low, high = 0, len(self.lines) - 1
        while low < high:
            start = self.lines.rfind(b"\n", 0, (low + high) // 2 + 1)
            end = self.lines.index(b"\n", start + 1)
            candidate, _tab, rest = self.lines[start + 1 : end].partition(b"\t")
            if candidate == sought:
                frequency, *classes = rest.decode().split()
                return Entry(int(frequency), tuple(classes))
            if candidate < sought:
                low = end
            else:
                high = start
        return None


@cache
def word_list(language: str | None) -> WordList:
    """The word list of `language`, an empty one where it has none."""
    path = language_of(language).word_list if language in languages() else None
    if path is None or not path.is_file():
        return WordList(b"\n")
    return WordList(zlib.decompress(path.read_bytes(), wbits=GZIP))


@lru_cache(maxsize=4096)
def classes_of(word: str, language: str) -> tuple[str, ...]:
    """What a word can be, as in `Entry.classes`; nothing for one that the list does not have, or does not tell of."""
    entry = word_list(language).find(word)
    return entry.classes if entry else ()


def kinds_of(word: str, language: str) -> frozenset[str]:
    """The first letters of its classes: `n` for a noun, `p` for a participle."""
    return frozenset(word_class[0] for word_class in classes_of(word, language))


def is_only_infinitive(word: str, language: str) -> bool:
    """Whether the list tells that a word is an infinitive and nothing else: `gouverner`, not `dîner`."""
    return kinds_of(word, language) == {"i"}


def is_no_noun(word: str, language: str) -> bool:
    """Whether the list tells what a word can be, and that is no noun."""
    kinds = kinds_of(word, language)
    return bool(kinds) and "n" not in kinds
