"""Find the spans of a text whose numbers are no figures: telephone numbers, addresses, names with numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from tui_reader.analysis.lexicon.number_words import NumberWords
from tui_reader.model import Span

_DIGIT_GROUPS = re.compile(r"\d[ .\u00a0–-]\d|\+\d")  # all of `_IN_GROUPS` have one of these
_IN_GROUPS = (
    re.compile(r"\d(?<!\d\d)\d[ .\u00a0](?:\d{2}[ .\u00a0]){3}\d{2}(?!\d)"),  # `02 98 44 12 12`
    re.compile(r"0(?<![\d.,]0)\d{0,4}(?:[ \u00a0-]\d{2,4}){2,4}(?!\d)"),  # `0 800 123 456`, `020 7946 0958`
    re.compile(r"\d(?<!\d\d)\d{2}-(?:\d{3}-)?\d{4}(?:-\d{4})?(?!\d)"),  # `555-0142-2231`
    re.compile(r"\d(?<![\d-]\d)-\d{3}-\d{3}-\d{4}(?!\d)|\(\d{3}\) ?\d{3}-\d{4}(?!\d)"),  # `(212) 555-0123`
    re.compile(r"\+\d[\d ]{8,20}"),  # `+33 2 98 44 12 12`
    re.compile(r"\d(?<![\w-]\d)\d?(?:[-–]\d{1,2}){2,3}(?![\w-])"),  # `4-3-3`, `12-03-24`
)
_FIVE_DIGITS = re.compile(r"\d{5}")
_POSTCODES = (
    re.compile(r"\d{5}(?:(?<=, \d{5})|(?<=\n\d{5}))(?= [^\W\d_a-zß-ÿ])"),  # `, 44000 Nantes`
    re.compile(r"\(\d{5}\)(?<=[^\W\d_] \(\d{5}\))"),  # `Nantes (44000)`
)


def find_masks(raw: str, low: str, numbers: NumberWords, sentences: Mapping[Span, Set[str]]) -> list[Span]:
    """The parts of these sentences, given with their words, that hold no figures, in order; `low` is `raw` folded."""
    return sorted({mask for span, words in sentences.items() for mask in _masks_of(raw, low, numbers, span, words)})


def _masks_of(raw: str, low: str, numbers: NumberWords, sentence: Span, vocabulary: Set[str]) -> Iterator[Span]:
    """The masks of a sentence."""
    printed = [*_IN_GROUPS] if _DIGIT_GROUPS.search(raw, *sentence) else []
    if _FIVE_DIGITS.search(raw, *sentence):
        printed += [*_POSTCODES, numbers.postcodes]
    if not numbers.addresses_by_name.cues.isdisjoint(vocabulary):
        printed.append(numbers.addresses_by_name.pattern)
    spelled = (numbers.names, numbers.addresses_by_street, numbers.identifiers)
    searched = [(pattern, raw) for pattern in printed]
    searched += [(cued.pattern, low) for cued in spelled if not cued.cues.isdisjoint(vocabulary)]
    for pattern, text in searched:
        for match in pattern.finditer(text, *sentence):
            yield Span(*match.span())
