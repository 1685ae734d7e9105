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


def find_masks(
    raw: str, low: str, numbers: NumberWords, sentences: Mapping[Span, Set[str]], with_digits: Set[Span]
) -> list[Span]:
    """The parts of these sentences, given with their words, that hold no figures, in order; `low` is `raw` folded."""
    masks: set[Span] = set()
    for sentence, words in sentences.items():
        if sentence in with_digits:
            masks.update(_printed_masks(raw, numbers, sentence))
        masks.update(_masks_with_names(raw, low, numbers, sentence, words))
    return sorted(masks)


def _printed_masks(raw: str, numbers: NumberWords, sentence: Span) -> Iterator[Span]:
    """Telephone numbers and postcodes in a sentence with digits."""
    patterns = [*_IN_GROUPS] if _DIGIT_GROUPS.search(raw, *sentence) else []
    if _FIVE_DIGITS.search(raw, *sentence):
        patterns += [*_POSTCODES, numbers.postcodes]
    for pattern in patterns:
        for match in pattern.finditer(raw, *sentence):
            yield Span(*match.span())


def _masks_with_names(raw: str, low: str, numbers: NumberWords, sentence: Span, vocabulary: Set[str]) -> Iterator[Span]:
    """Addresses, identifiers and names in a sentence, which words of these tell."""
    for cued in (numbers.addresses_by_name, numbers.names, numbers.addresses_by_street, numbers.identifiers):
        if not cued.cues.isdisjoint(vocabulary):
            text = raw if cued is numbers.addresses_by_name else low
            for match in cued.pattern.finditer(text, *sentence):
                yield Span(*match.span())
