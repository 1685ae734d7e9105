"""Quotations in titles, which repeat words of the text: their source is the one that the text gives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from tui_reader.analysis.reading import Reading, is_alone
from tui_reader.analysis.text import fold
from tui_reader.model import Quote, Span

FEWEST_REPEATED = 3  # words that are enough to know a quotation again


def with_repeated(reading: Reading, titles: Sequence[Span]) -> Iterator[Quote]:
    """The quotations, those in titles having the source of the longer one in the text which repeats their words."""
    at = 0
    in_title = []
    for quote in reading.found:
        while at < len(titles) and titles[at].end <= quote.span.start:
            at += 1
        in_title.append(at < len(titles) and titles[at].holds(quote.span))
    known = [
        one for one, inside in zip(reading.found, in_title, strict=True) if one.speaker and one.speech and not inside
    ]
    texts = "\n".join(fold(quote.text) for quote in known)
    starts = list(accumulate((len(quote.text) + 1 for quote in known), initial=0))
    for quote, inside in zip(reading.found, in_title, strict=True):
        place = _place_of_same(reading, quote, texts) if inside and quote.how in ("none", "role") else -1
        if place < 0:
            yield quote
            continue
        same = known[bisect_right(starts, place) - 1]
        yield replace(quote, speech=True, speaker=same.speaker, role=same.role, candidates=())


def _place_of_same(reading: Reading, quote: Quote, texts: str) -> int:
    """Where the words of a title's quotation stand in `texts`; -1 for nowhere."""
    words = fold(quote.text).strip(" .,!?…")
    reported = quote.speech or is_alone(reading.raw, quote)
    return texts.find(words) if reported and len(words.split()) >= FEWEST_REPEATED else -1
