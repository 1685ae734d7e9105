"""The words that a result is shown with: the sentence of a text that has most of what is sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import sentences
from tui_reader.model import Span

LONGEST_SENTENCE = 240
"""So many code points of a sentence are given at most."""
_BEGINNING = 60  # code points of a quote by which it is known
_LONGEST_WORD = 30  # code points
_MOST_HITS = 60  # of which the sentence with most is sought


class Excerpt(NamedTuple):
    """Words of a text, where hits stand in them, and what of them must be in sight."""

    words: str
    hits: tuple[Span, ...]
    focus: Span


def best_sentence(text: str, sought: Sequence[str]) -> Excerpt:
    """The sentence of a text with most of the words that are sought, and where they stand in it; else the first."""
    whole = Span(0, len(text))
    hits = _hits_in(text, whole, sought)
    return _best_of(text, hits) if hits else _shortened(text, _sentence_around(text, Span(0, 0)), [], Span(0, 0))


def sentence_of_quote(text: str, place: Span, sought: Sequence[str]) -> Excerpt:
    """As `best_sentence`, of the sentences in which a quote stands; what it begins with where it has nothing sought."""
    first, last = (_sentence_around(text, Span(offset, offset + 1)) for offset in (place.start, place.end - 1))
    around = Span(first.start, last.end)
    hits = _hits_in(text, around, sought)
    if any(place.holds(hit) for hit in hits):
        return _best_of(text, hits)
    beginning = Span(place.start, min(place.end, place.start + _BEGINNING))
    return _shortened(text, around, hits, beginning)


def sentence_of_figure(text: str, place: Span) -> Excerpt:
    """The sentence in which a figure stands, and the figure in it."""
    return _shortened(text, _sentence_around(text, place), [place], place)


def _best_of(text: str, hits: Sequence[Span]) -> Excerpt:
    """The sentence of a text with most of some hits, which are in order."""
    hits_of: dict[Span, list[Span]] = {}
    paragraph = _paragraph_around(text, hits[0])
    in_paragraph = sentences(text, paragraph)
    for hit in hits:
        if not paragraph.holds(hit):
            paragraph = _paragraph_around(text, hit)
            in_paragraph = sentences(text, paragraph)
        hits_of.setdefault(_first_to(hit, in_paragraph, paragraph), []).append(hit)
    sentence, inside = max(
        hits_of.items(), key=lambda item: (len({loose(hit.of(text)) for hit in item[1]}), -item[0].start)
    )
    return _shortened(text, sentence, inside, inside[0])


def _hits_in(text: str, part: Span, sought: Sequence[str]) -> list[Span]:
    """Where words begin in a part of a text, in order, the first places."""
    low = loose(part.of(text))
    return sorted(hit.shift(part.start) for words in sought for hit in _hits_of(low, loose(words)))[:_MOST_HITS]


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
    paragraph = _paragraph_around(text, hit)
    return _first_to(hit, sentences(text, paragraph), paragraph)


def _paragraph_around(text: str, hit: Span) -> Span:
    start = text.rfind("\n\n", 0, hit.start) + 1
    end = text.find("\n\n", hit.end)
    return Span(start, end if end >= 0 else len(text))


def _first_to(hit: Span, in_paragraph: Sequence[Span], paragraph: Span) -> Span:
    """The first sentence of a paragraph that goes on to the end of a hit; all of the paragraph where none does."""
    return next((one for one in in_paragraph if one.end >= hit.end), paragraph)


def _word_start(text: str, at: int) -> int:
    """Where the word at a place begins; the place itself where there is no blank near before it."""
    blank = text.rfind(" ", max(0, at - _LONGEST_WORD), at)
    return blank + 1 if blank >= 0 else at


def _shortened(text: str, sentence: Span, hits: Sequence[Span], focus: Span) -> Excerpt:
    """A sentence, of a long one what is around its `focus`, with the places of the hits in it."""
    is_near = focus.start - sentence.start < LONGEST_SENTENCE // 2
    start = sentence.start if is_near else _word_start(text, focus.start - LONGEST_SENTENCE // 4)
    end = min(sentence.end, start + LONGEST_SENTENCE)
    before = "…" if start > sentence.start else ""
    shift = len(before) - start
    inside = tuple(hit.shift(shift) for hit in hits if start <= hit.start and hit.end <= end)
    return Excerpt(before + text[start:end] + ("…" if end < sentence.end else ""), inside, focus.shift(shift))
