"""Quotations in titles, which repeat words of the text: they are what the text says that they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from tui_reader.analysis.quotes.state import AttributionState, is_alone
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Quote, Span

FEWEST_REPEATED = 3  # words that are enough to know a quotation again
FEWEST_KEPT = 4  # words of one that a title shortens
MOST_IN_TITLES = 20  # quotations in titles that are looked for shortened


def with_repeated(state: AttributionState, titles: Sequence[Span]) -> Iterator[Quote]:
    """The quotations, those in titles having the source of the longer one in the text which repeats their words.

    Where the text has just these words as the name of something, they are no speech in the title either.
    """
    inside = _in_titles(state.found, titles)
    rest = [quote for quote, titled in zip(state.found, inside, strict=True) if not titled]
    known = _Known([quote for quote in rest if quote.speaker and quote.speech])
    names = {fold(quote.text) for quote in rest if not quote.speech}
    tries = MOST_IN_TITLES
    for quote, titled in zip(state.found, inside, strict=True):
        if not titled or quote.how not in ("none", "role"):
            yield quote
            continue
        same = known.having(quote, shortened=tries > 0) if quote.speech or is_alone(state.raw, quote) else None
        tries -= 1
        if same:
            yield replace(
                quote, speech=True, speaker=same.speaker, role=same.role, candidates=(),
                rule="title.repeated", confidence=same.confidence,
            )  # fmt: skip
        else:
            yield replace(quote, speech=False) if not quote.speaker and fold(quote.text) in names else quote


def _in_titles(quotes: Sequence[Quote], titles: Sequence[Span]) -> list[bool]:
    """Which of the quotations stand in titles; both are in order."""
    found = []
    at = 0
    for quote in quotes:
        while at < len(titles) and titles[at].end <= quote.span.start:
            at += 1
        found.append(at < len(titles) and titles[at].holds(quote.span))
    return found


class _Known:
    """The quotations of the text whose source is known."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._folded = [fold(quote.text) for quote in quotes]
        self._texts = "\n".join(self._folded)
        self._starts = list(accumulate((len(quote.text) + 1 for quote in quotes), initial=0))

    def having(self, quote: Quote, *, shortened: bool) -> Quote | None:
        """The one that has the words of a title's quotation, in one piece or, if `shortened`, with others between."""
        words = fold(quote.text).strip(" .,!?…")
        size = len(words.split())
        place = self._texts.find(words) if size >= FEWEST_REPEATED else -1
        if place >= 0:
            return self._quotes[bisect_right(self._starts, place) - 1]
        if not shortened or size < FEWEST_KEPT:
            return None
        wanted = WORD.findall(words)
        both = zip(self._folded, self._quotes, strict=True)
        return next((one for full, one in both if full.startswith(wanted[0]) and _has_in_order(full, wanted)), None)


def _has_in_order(text: str, words: Sequence[str]) -> bool:
    """Whether all the words stand in the text, in their order, whatever stands between them."""
    rest = iter(WORD.findall(text))
    return all(word in rest for word in words)
