"""Look for many phrases in a line at once: those alone are tried of which the line has the beginning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from tui_reader.analysis.text.segmentation import WORD

_WHOLE_WORD = re.compile(rf"^{WORD.pattern}(?=\s)|(?<=[\s(/|.]){WORD.pattern}(?=[\s,.:;)])")


class Beginnings:
    """The phrases with which lines may begin, by their first letters."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_letter = defaultdict(list)
        for phrase in phrases:
            by_letter[phrase[0]].append(phrase)
        self._by_letter = {letter: tuple(own) for letter, own in by_letter.items()}

    def begin(self, folded: str) -> bool:
        """Whether a folded line begins with one of them."""
        return folded.startswith(self._by_letter.get(folded[:1], ()))


class Phrasing:
    """The phrases that lines may hold, by their longest whole words; those without any are always tried.

    A phrase is tried where all of its whole words stand in the line. A word at its edge may go on there, unless it is
    the first and has a blank behind it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word = defaultdict(list)
        self._others = []
        for phrase in phrases:
            words = _whole_words(phrase)
            if words:
                by_word[max(words, key=len)].append((words, phrase))
            else:
                self._others.append(phrase)
        self._by_word = dict(by_word)
        self._longest_words = frozenset(by_word)

    def held_by(self, folded: str, words: frozenset[str]) -> list[str]:
        """Those that a folded line holds, by its words."""
        held = [phrase for phrase in self._others if phrase in folded]
        for word in self._longest_words & words:
            held += [phrase for whole, phrase in self._by_word[word] if whole <= words and phrase in folded]
        return held


def _whole_words(phrase: str) -> frozenset[str]:
    """The words of a phrase that nothing in a line can make longer."""
    return frozenset(_WHOLE_WORD.findall(phrase))
