"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from collections import Counter

from tui_reader.analysis.lexicon import languages, table, word_set
from tui_reader.analysis.text import WORD, fold

SAMPLE = 20_000  # code points looked at
FEWEST = 3  # common words needed to tell


def language_name(language: str) -> str:
    """What the language calls itself."""
    name: str = table(language, "language")["name"]
    return name


def guess_language(text: str) -> str | None:
    """The BCP 47 code of the language whose common words are met most, None where too few are met."""
    words = Counter(
        word.rstrip("'") for match in WORD.finditer(fold(text[:SAMPLE])) for word in match.group().split("'")
    )
    counts = {
        language: sum(words[word] for word in word_set(language, "language", "common_words"))
        for language in languages()
    }
    best = max(counts, key=lambda language: counts[language])
    others = max((count for language, count in counts.items() if language != best), default=0)
    return best if counts[best] >= FEWEST and counts[best] > others else None
