"""Tell which related headlines are variants of one: the same words but for one or two that were replaced."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import takewhile

from tui_reader.analysis.headlines.alignment import Alignment, alignments, tokens
from tui_reader.analysis.headlines.scoring import substitutions
from tui_reader.analysis.lexicon import every_language, languages
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.text.dates import month_names
from tui_reader.analysis.text.segmentation import fold

LEAST_ALIKE = 0.4  # share of tokens that two variants have in common, at least
FEWEST_ALIKE = 3  # and their number, at least
MOST_SUBSTITUTIONS = 3  # in both variants together
MOST_WORDS = 6  # words that replace one, at most
SHORTEST_ENDS = 3  # letters at both ends together that a word damaged inside keeps


def are_near_duplicates(first: str, second: str) -> bool:
    """Whether two headlines are the same but for replaced words.

    Never where they differ in a number, a name, a day or a negation, or only in a word and its opposite: such are
    different news.
    """
    a, b = _words(first), _words(second)
    if a == b:
        return len(a) > FEWEST_ALIKE or first == second
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return False
    alike = (Counter(a) & Counter(b)).total()
    if alike < FEWEST_ALIKE or 2 * alike < LEAST_ALIKE * (len(a) + len(b)):
        return False
    return any(_are_substitutions(alignment) for alignment in alignments((first, second)))


def _are_substitutions(alignment: Alignment) -> bool:
    """Whether all the differences of two texts may come from a few words that were replaced."""
    pairs = substitutions([(difference.texts[0], difference.texts[1]) for difference in alignment])
    are_opposites = len(pairs) == 1 and _are_opposites(*pairs[0])
    return len(pairs) <= MOST_SUBSTITUTIONS and not are_opposites and all(_may_replace(*pair) for pair in pairs)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in tokens(fold(text)))


def _may_replace(first: str, second: str) -> bool:
    """Whether one of two wordings may stand for the other by a dictionary of synonyms, which gives lower case."""
    fewer, more = sorted((first, second), key=lambda words: words.count(" "))
    if " " in fewer or more.count(" ") >= MOST_WORDS:
        return False
    a, b = set(_words(first)), set(_words(second))
    are_in_series = a & _series() and b & _series()
    is_negated = bool(a & _negations()) != bool(b & _negations()) and len(a) != len(b)
    return not are_in_series and not is_negated and not _are_names(first, second)


def _are_opposites(first: str, second: str) -> bool:
    """Whether two wordings say the contrary of each other: `rise` and `fall`."""
    mine, theirs = set(_words(first)), set(_words(second))
    return any((mine & a and theirs & b) or (mine & b and theirs & a) for a, b in _opposites())


def _are_names(first: str, second: str) -> bool:
    """Whether each of two wordings has a capitalised word that the other lacks, none being the other's, damaged."""
    a, b = ({span.of(words) for span in tokens(words)} for words in (first, second))
    mine, theirs = ([word for word in words if word[0].isupper()] for words in (a - b, b - a))
    return any(not _is_damaged(name, rival) and not _is_damaged(rival, name) for name in mine for rival in theirs)


def _is_damaged(word: str, original: str) -> bool:
    """Whether a word that no language has may be one that a language has, damaged inside."""
    same_ends = _common_prefix(word, original) + _common_prefix(word[:0:-1], original[:0:-1])
    return same_ends >= SHORTEST_ENDS and _is_known(original) and not _is_known(word)


def _common_prefix(first: str, second: str) -> int:
    """How many letters two words have in common at their start."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


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
    """Ordinals, numbers and names of days and months: news that differ in one of these are parts of a series."""
    days = {day for language in every_language() for names in language.dates.weekdays for day in names}
    headlines = [language.headlines.ordinals | language.headlines.days for language in every_language()]
    numbers = [language.figures.number_words for language in every_language()]
    return month_names() | days | frozenset().union(*headlines, *numbers)
