"""Guess the language of a text: by its commonest words, or, of a short one, by all words that the lexicon has."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.analysis.lexicon import every_language, language_of, languages
from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.text.segmentation import WORD, fold

SAMPLE = 20_000  # code points looked at
FEWEST = 3  # common words needed to tell
FEW_WORDS = 60  # a text with more that does not tell its language is in none of ours
MOST_READ = 1000  # code points of it
_PART = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")  # `l'eau` are two


def guess_language(text: str) -> str | None:
    """The BCP 47 code of the language whose common words are met most, None where too few are met."""
    words = _PART.findall(fold(text[:SAMPLE]))
    counts = {language.code: sum(map(language.about.common_words.__contains__, words)) for language in every_language()}
    best = max(counts, key=lambda language: counts[language])
    others = max((count for language, count in counts.items() if language != best), default=0)
    return best if counts[best] >= FEWEST and counts[best] > others else None


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
