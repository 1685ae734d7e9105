"""Which related headlines are variants of one: the same words but for a word or two that were swapped."""

from __future__ import annotations

from collections import Counter
from functools import cache

from tui_reader.analysis.dates import month_names
from tui_reader.analysis.evidence import substitutions
from tui_reader.analysis.lexicon import languages, table, word_set
from tui_reader.analysis.text import fold
from tui_reader.analysis.variants import Layout, layouts, tokens

LEAST_ALIKE = 0.4  # share of tokens that two variants have in common
FEWEST_ALIKE = 3  # and their number
MOST_SWAPS = 3  # words swapped in both variants together
MOST_WORDS = 6  # words that one was swapped for


def are_near_duplicates(one: str, other: str) -> bool:
    """Whether two headlines are the same but for swapped words.

    Never where they differ in a number, a name, a day or a negation: such are different news.
    """
    a, b = _words(one), _words(other)
    if a == b:
        return len(a) > FEWEST_ALIKE or one == other
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return False
    alike = (Counter(a) & Counter(b)).total()
    if alike < FEWEST_ALIKE or 2 * alike < LEAST_ALIKE * (len(a) + len(b)):
        return False
    return any(_are_swaps(layout) for layout in layouts((one, other)))


def _are_swaps(layout: Layout) -> bool:
    swaps = substitutions([(column.texts[0], column.texts[1]) for column in layout])
    return len(swaps) <= MOST_SWAPS and all(_is_swap(*swap) for swap in swaps)


def _words(text: str) -> list[str]:
    return [span.of(text) for span in tokens(fold(text))]


def _is_swap(one: str, other: str) -> bool:
    """Whether one of two wordings may stand for the other by a dictionary of synonyms, which gives lower case."""
    fewer, more = sorted((one, other), key=lambda words: words.count(" "))
    if " " in fewer or more.count(" ") >= MOST_WORDS:
        return False
    a, b = set(_words(one)), set(_words(other))
    names = [
        {word for word in (span.of(words) for span in tokens(words)) if word[0].isupper()} for words in (one, other)
    ]
    if names[0] - names[1] and names[1] - names[0]:
        return False
    both_tell = a & _series() and b & _series()
    negated = bool(a & _negations()) != bool(b & _negations()) and len(a) != len(b)
    return not both_tell and not negated


@cache
def _negations() -> frozenset[str]:
    return frozenset().union(*(word_set(language, "headlines", "negations") for language in languages()))


@cache
def _series() -> frozenset[str]:
    """Words that number things or days: news that differ in one are of one series."""
    days = {day for language in languages() for names in table(language, "dates")["weekdays"] for day in names}
    numbers = [
        word_set(language, file, key)
        for language in languages()
        for file, key in (("figures", "number_words"), ("headlines", "ordinals"))
    ]
    return month_names() | days | frozenset().union(*numbers)
