"""Look for many phrases in a line at once: those alone are tried of which the line has the beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui_reader.analysis.text.segmentation import WORD


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
    """The phrases that lines may hold, by their longest words; those without a whole first word are always tried.

    A phrase is tried where all of its words stand in the line but for the last, which may go on there.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word = defaultdict(list)
        self._others = []
        for phrase in phrases:
            first = WORD.match(phrase)
            if first is not None and phrase[first.end() : first.end() + 1].isspace():
                words = _whole_words(phrase)
                by_word[max(words, key=len)].append((words, phrase))
            else:
                self._others.append(phrase)
        self._by_word = dict(by_word)
        self._longest_words = frozenset(by_word)

    def held_by(self, folded: str, words: frozenset[str]) -> list[str]:
        """Those that a folded line holds, by its words."""
        tried = (
            phrase for word in self._longest_words & words for whole, phrase in self._by_word[word] if whole <= words
        )
        return [phrase for phrase in (*tried, *self._others) if phrase in folded]


def _whole_words(phrase: str) -> frozenset[str]:
    """The words of a phrase, but for the last, that stand between blanks."""
    return frozenset(word for word in phrase.split()[:-1] if WORD.fullmatch(word))
