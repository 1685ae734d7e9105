"""Quotations in titles, which repeat or shorten quotations of the text and have the same source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from tui_reader.analysis.quotes.state import is_alone
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Quote, Span

FEWEST_REPEATED = 3
"""The number of words that are enough to recognise a quotation."""
FEWEST_SHORTENED = 4
"""The number of words of a quotation in a title that is looked for with words left out."""
MOST_SHORTENED = 20
"""The number of quotations in titles, from the first, that are looked for with words left out, which is slow."""


def with_sources_in_titles(raw: str, quotes: Sequence[Quote], titles: Sequence[Span]) -> Iterator[Quote]:
    """The quotations, those in `titles` with the source of the quotation in the text that repeats their words.

    Where the text has just these words as the name of something, they are not speech in the title either.
    """
    in_title = _are_in_titles(quotes, titles)
    if not any(in_title):
        yield from quotes
        return
    quotes = _with_names_from_titles(quotes, in_title)
    text_quotes = [quote for quote, titled in zip(quotes, in_title, strict=True) if not titled]
    attributed = _AttributedQuotes([quote for quote in text_quotes if quote.speaker and quote.speech])
    names = {fold(quote.text) for quote in text_quotes if not quote.speech}
    tries_left = MOST_SHORTENED
    for quote, titled in zip(quotes, in_title, strict=True):
        if not titled or quote.how not in ("none", "role"):
            yield quote
            continue
        repeated = None
        if quote.speech or is_alone(raw, quote):
            repeated = attributed.that_repeats(quote, shortened=tries_left > 0)
        tries_left -= 1
        if repeated:
            yield replace(
                quote, speech=True, speaker=repeated.speaker, role=repeated.role, candidates=(),
                rule="title.repeated", confidence=repeated.confidence,
            )  # fmt: skip
        else:
            yield replace(quote, speech=False) if not quote.speaker and fold(quote.text) in names else quote


def _with_names_from_titles(quotes: Sequence[Quote], in_title: Sequence[bool]) -> list[Quote]:
    """The quotations, those of a role alone with the name that a title gives to the source of the same words.

    `Pour Roux, c'est « une chance »` names the minister of `Le ministre a dit que c'était « une chance »`.
    """
    names: dict[str, str] = {}  # a role without a name -> the name
    for titled in (quote for quote, flag in zip(quotes, in_title, strict=True) if flag and quote.how == "name"):
        words = fold(titled.text).strip(" .,!?…")
        for quote in quotes:
            repeats = quote.how == "role" and words in fold(quote.text) and len(words.split()) > 1
            if repeats and quote.speaker and quote.speaker == quote.role and titled.speaker:
                names.setdefault(quote.speaker, titled.speaker)
    return [replace(quote, speaker=names[quote.speaker]) if quote.speaker in names else quote for quote in quotes]


def _are_in_titles(quotes: Sequence[Quote], titles: Sequence[Span]) -> list[bool]:
    """For each quotation, whether it stands in a title; both are in order."""
    flags = []
    title_index = 0
    for quote in quotes:
        while title_index < len(titles) and titles[title_index].end <= quote.span.start:
            title_index += 1
        flags.append(title_index < len(titles) and titles[title_index].holds(quote.span))
    return flags


class _AttributedQuotes:
    """The quotations of the text that have a source, to be searched for words."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._folded = [fold(quote.text) for quote in quotes]
        self._joined = "\n".join(self._folded)
        self._starts = list(accumulate((len(quote.text) + 1 for quote in quotes), initial=0))

    def that_repeats(self, quote: Quote, *, shortened: bool) -> Quote | None:
        """The first that has the words of `quote` in one piece or, if `shortened`, with others between them."""
        text = fold(quote.text).strip(" .,!?…")
        word_count = len(text.split())
        offset = self._joined.find(text) if word_count >= FEWEST_REPEATED else -1
        if offset >= 0:
            return self._quotes[bisect_right(self._starts, offset) - 1]
        if not shortened or word_count < FEWEST_SHORTENED:
            return None
        words = WORD.findall(text)
        for folded, candidate in zip(self._folded, self._quotes, strict=True):
            if folded.startswith(words[0]) and _has_in_order(folded, words):
                return candidate
        return None


def _has_in_order(text: str, words: Sequence[str]) -> bool:
    """True if all the words stand in the text, in their order, whatever stands between them."""
    remaining = iter(WORD.findall(text))
    return all(word in remaining for word in words)
