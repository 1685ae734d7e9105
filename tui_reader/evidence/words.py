"""Words and names by which texts about one event are held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.lexicon.tables import Words
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Span

_SHORTEST = 4  # letters of a word that tells something
_NAME = re.compile(r"(?:(?<!\w)|(?<=[^\W\d_]['’]))[^\W\d_a-zà-ÿ][\w-]+")
_OPENS = re.compile(r"(?:\A|(?<!\b[^\W\d_])[.!?…:][»”\s]+|[«“\"(]\s?|\n)\s*(?:[-–—]\s+)?\Z")
_OPENING_REACH = 16  # code points before a name within which its sentence is seen to begin


class NamedWords:
    """Words of the lexicon, by names: `_` in them is a blank, and what ends in `*` begins a word."""

    def __init__(self, groups: Mapping[str, Words]) -> None:
        names = {word.replace("_", " "): name for name, words in reversed(list(groups.items())) for word in words}
        self._names = {word: name for word, name in names.items() if not word.endswith("*")}
        self._beginnings = {word[:-1]: name for word, name in names.items() if word.endswith("*")}
        self._pattern = re.compile(rf"\b(?:{any_of(self._names)}(?!\w)|(?P<beginning>{any_of(self._beginnings)})\w*)")

    def find(self, low: str) -> tuple[tuple[Span, str], ...]:
        """Where such words stand in a folded text, and their names."""
        return tuple((Span(*match.span()), self._name(match)) for match in self._pattern.finditer(low))

    def _name(self, match: re.Match[str]) -> str:
        """The name of a word that was found."""
        beginning: str | None = match["beginning"]
        return self._names[match[0]] if beginning is None else self._beginnings[beginning]


def stem(word: str) -> str:
    """A folded word without the endings by which forms of it differ most often."""
    low = word.strip("'")
    return low[:-1] if low.endswith(("s", "x", "e")) and len(low) > _SHORTEST else low


def stems_of(text: str) -> frozenset[str]:
    """The stems of the longer words of a text."""
    words = (word.rpartition("'")[2] for word in WORD.findall(fold(text)))
    return frozenset(stem(word) for word in words if len(word) >= _SHORTEST and not word[0].isdigit())


def capital_spans(text: str) -> Iterator[tuple[Span, str, bool]]:
    """The words of a text that begin with a capital: where they stand, the words, folded, and whether they open it."""
    for match in _NAME.finditer(text):
        start = match.start()
        before = text[max(0, start - _OPENING_REACH) : start]
        is_inside = start > _OPENING_REACH and before.isalpha()
        yield Span(*match.span()), _folded(match), not is_inside and bool(_OPENS.search(before))


def name_spans(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text that begin with a capital and open no sentence: where they stand, and the words, folded."""
    return ((span, name) for span, name, opens in capital_spans(text) if not opens)


def names_in(text: str) -> frozenset[str]:
    """The words of a text that begin with a capital and open no sentence, folded."""
    return frozenset(name for _span, name in name_spans(text))


def names_and_parts(names: Iterable[str]) -> frozenset[str]:
    """Names, and what a hyphen joins in them: those of two firms that merge, or of a town and its river."""
    names = frozenset(names)
    return names | {part for name in names for part in name.split("-") if len(part) >= _SHORTEST}


def capitalised_in(text: str) -> frozenset[str]:
    """All words of a text that begin with a capital, folded."""
    return frozenset(map(_folded, _NAME.finditer(text)))


def _folded(match: re.Match[str]) -> str:
    return fold(match[0]).strip("'-")
