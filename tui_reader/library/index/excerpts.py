"""The words that a result is shown with: the sentence of a text that has most of what is sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import sentences
from tui_reader.model import Span

LONGEST_SENTENCE = 240
"""So many code points of a sentence are given at most."""
_MOST_HITS = 60  # of which the sentence with most is sought


class Excerpt(NamedTuple):
    """Words of a text, and where hits stand in them."""

    words: str
    hits: tuple[Span, ...]


def best_sentence(text: str, sought: Sequence[str]) -> Excerpt:
    """The sentence of a text with most of the words that are sought, and where they stand in it; else the first."""
    return _best_of(text, Span(0, len(text)), sought)


def sentence_of_quote(text: str, place: Span, sought: Sequence[str]) -> Excerpt:
    """As `best_sentence`, of the sentences in which a quote stands."""
    first, last = (_sentence_around(text, Span(offset, offset + 1)) for offset in (place.start, place.end - 1))
    return _best_of(text, Span(first.start, last.end), sought)


def sentence_of_figure(text: str, place: Span) -> Excerpt:
    """The sentence in which a figure stands, and the figure in it."""
    return _shortened(text, _sentence_around(text, place), [place])


def _best_of(text: str, part: Span, sought: Sequence[str]) -> Excerpt:
    """As `best_sentence`, of a part of a text."""
    low = loose(part.of(text))
    found = [hit.shift(part.start) for words in sought for hit in _hits_of(low, loose(words))]
    hits_of: dict[Span, list[Span]] = {}
    for hit in sorted(found)[:_MOST_HITS]:
        around = next((one for one in hits_of if one.holds(hit)), None) or _sentence_around(text, hit)
        hits_of.setdefault(around, []).append(hit)
    if not hits_of:
        return _shortened(text, _sentence_around(text, Span(part.start, part.start)), [])
    return _shortened(
        text, *max(hits_of.items(), key=lambda item: (len({loose(hit.of(text)) for hit in item[1]}), -item[0].start))
    )


def _hits_of(low: str, sought: str) -> Iterator[Span]:
    """Where words begin in a loose text, the first places."""
    start = -1
    for _number in range(_MOST_HITS):
        start = low.find(sought, start + 1)
        if start < 0:
            return
        if not low[start - 1 : start].isalnum():
            yield Span(start, start + len(sought))


def _sentence_around(text: str, hit: Span) -> Span:
    start = text.rfind("\n\n", 0, hit.start) + 1
    end = text.find("\n\n", hit.end)
    paragraph = Span(max(0, start), end if end >= 0 else len(text))
    return next((one for one in sentences(text, paragraph) if one.end >= hit.end), paragraph)


def _shortened(text: str, sentence: Span, hits: Sequence[Span]) -> Excerpt:
    """A sentence, of a long one what is around its first hit, with the places of the hits in it."""
    first = hits[0].start if hits else sentence.start
    start = sentence.start if first - sentence.start < LONGEST_SENTENCE // 2 else first - LONGEST_SENTENCE // 4
    end = min(sentence.end, start + LONGEST_SENTENCE)
    before = "…" if start > sentence.start else ""
    inside = tuple(hit.shift(len(before) - start) for hit in hits if start <= hit.start and hit.end <= end)
    return Excerpt(before + text[start:end] + ("…" if end < sentence.end else ""), inside)
