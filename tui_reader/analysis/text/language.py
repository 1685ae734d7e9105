"""Guess the language of a text: by its commonest words, or, of a short one, by all words that the lexicon has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui_reader.analysis.lexicon import every_language, language_of, languages
from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.text.segmentation import WORD, fold

SAMPLE = 20_000  # code points looked at
FEWEST = 3  # common words needed to tell
LONG_TEXT = 200  # different words
MOST_PER_COMMON = 11  # words of such a text for each common one, from which on it may be in a kindred language
FEWEST_OF_LONG = 12  # common words, each counted once, needed then
FEW_WORDS = 60  # a text with more that does not tell its language is in none of ours
MOST_READ = 1000  # code points of it
_PART = re.compile(r"[a-zß-öø-ÿ]++(?=[ ,.\n'])|[^\W_]++(?:-[^\W_]++)*+")  # the first for speed; `l'eau` are two


def guess_language(text: str) -> str | None:
    """The BCP 47 code of the language whose common words are met most, None where too few of the words are such."""
    sample = _PART.findall(fold(text[:SAMPLE]))
    counts = {
        language.code: sum(map(language.about.common_words.__contains__, sample)) for language in every_language()
    }
    best = max(counts, key=lambda language: counts[language])
    others = max((count for language, count in counts.items() if language != best), default=0)
    is_best = counts[best] >= FEWEST and counts[best] > others
    return best if is_best and not _is_kindred(sample, counts[best], best) else None


def _is_kindred(sample: Sequence[str], common_count: int, language: str) -> bool:
    """Whether words are those of a long text in another language, which has a few of the common ones by chance."""
    if MOST_PER_COMMON * common_count >= len(sample):
        return False
    different = set(filter(str.isalpha, sample))
    few_common = len(different & language_of(language).about.common_words) < FEWEST_OF_LONG
    return len(different) >= LONG_TEXT and few_common


def language_of_few_words(text: str) -> str | None:
    """The language of a text that is too short for `guess_language`; None where nothing tells.

    It will do for reading numbers and quotes, but is not sure enough to be given as the language of the text.
    """
    words = WORD.findall(fold(text[:MOST_READ]))
    if len(words) > FEW_WORDS:
        return None
    counts = sorted(((sum(word in _telling(code) for word in words), code) for code in languages()), reverse=True)
    return counts[0][1] if counts[0][0] > counts[1][0] else None


@cache
def _telling(language: str) -> frozenset[str]:
    """The words that tell the language of a sentence with numbers."""
    numbers, data = number_words(language), language_of(language)
    phrases = [*numbers.units, *numbers.multipliers, *numbers.qualifier_words, *numbers.collectives, *numbers.changes]
    phrases += [*data.figures.words.against, *data.figures.words.told]
    words = frozenset(word for phrase in phrases for word in phrase.split())
    listed = (data.about.common_words, data.figures.number_words, data.speech.determiners, data.speech.stops)
    return words.union(verb_forms(language), *listed)
