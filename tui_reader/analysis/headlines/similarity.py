"""Which related headlines are variants of one: the same words but for a word or two that were swapped."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import takewhile

from tui_reader.analysis.headlines.alignment import Layout, layouts, tokens
from tui_reader.analysis.headlines.scoring import substitutions
from tui_reader.analysis.lexicon import every_language, languages
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.text.dates import month_names
from tui_reader.analysis.text.segmentation import fold

LEAST_ALIKE = 0.4  # share of tokens that two variants have in common
FEWEST_ALIKE = 3  # and their number
MOST_SWAPS = 3  # words swapped in both variants together
MOST_WORDS = 6  # words that one was swapped for
SHORTEST_ENDS = 3  # letters that a word spoiled inside keeps


def are_near_duplicates(one: str, other: str) -> bool:
    """Whether two headlines are the same but for swapped words.

    Never where they differ in a number, a name, a day or a negation, or only in a word and its opposite: such are
    different news.
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
    contrary = len(swaps) == 1 and _are_opposites(*swaps[0])
    return len(swaps) <= MOST_SWAPS and not contrary and all(_is_swap(*swap) for swap in swaps)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in tokens(fold(text)))


def _is_swap(one: str, other: str) -> bool:
    """Whether one of two wordings may stand for the other by a dictionary of synonyms, which gives lower case."""
    fewer, more = sorted((one, other), key=lambda words: words.count(" "))
    if " " in fewer or more.count(" ") >= MOST_WORDS:
        return False
    a, b = set(_words(one)), set(_words(other))
    both_tell = a & _series() and b & _series()
    negated = bool(a & _negations()) != bool(b & _negations()) and len(a) != len(b)
    return not both_tell and not negated and not _are_names(one, other)


def _are_opposites(one: str, other: str) -> bool:
    """Whether two wordings say the contrary of each other: `rise` and `fall`."""
    mine, theirs = set(_words(one)), set(_words(other))
    return any((mine & a and theirs & b) or (mine & b and theirs & a) for a, b in _opposites())


def _are_names(one: str, other: str) -> bool:
    """Whether each of two wordings has a capitalised word that the other lacks, neither being a spoiled other."""
    a, b = ({span.of(words) for span in tokens(words)} for words in (one, other))
    mine, theirs = ([word for word in words if word[0].isupper()] for words in (a - b, b - a))
    return any(not _is_spoiled(name, rival) and not _is_spoiled(rival, name) for name in mine for rival in theirs)


def _is_spoiled(word: str, original: str) -> bool:
    """Whether a word that no language has may be one that a language has, spoiled inside."""
    same_ends = _shared(word, original) + _shared(word[:0:-1], original[:0:-1])
    return same_ends >= SHORTEST_ENDS and _is_known(original) and not _is_known(word)


def _shared(one: str, other: str) -> int:
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_known(word: str) -> bool:
    return any(word_list(language).find(word) for language in languages())


@cache
def _negations() -> frozenset[str]:
    return frozenset().union(*(language.headlines.negations for language in every_language()))


@cache
def _opposites() -> list[tuple[frozenset[str], frozenset[str]]]:
    pairs = [pair for language in every_language() for pair in language.headlines.opposites]
    return [(frozenset(one.split()), frozenset(other.split())) for one, other in pairs]


@cache
def _series() -> frozenset[str]:
    """Words that number things or days: news that differ in one are of one series."""
    days = {day for language in every_language() for names in language.dates.weekdays for day in names}
    headlines = [language.headlines.ordinals | language.headlines.days for language in every_language()]
    numbers = [language.figures.number_words for language in every_language()]
    return month_names() | days | frozenset().union(*headlines, *numbers)
