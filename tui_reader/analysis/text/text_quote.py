"""Places in a text that are found again after it has changed, by their words and by what stands around them.

They are text quote selectors, as the W3C's Web Annotation Data Model has them (section 4.2.4).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from tui_reader.model import Article, Document, Place, Span, TextQuote

CONTEXT = 32
"""Code points of the raw text that are kept before and after a place."""
MOST_SEARCHED = 1_000_000
"""So many code points of a text are searched for words that have changed."""
_LEAST_ALIKE_AT_FIRST = 65.0  # per cent of a stretch as long as the words, which may have become more
_LEAST_ALIKE = 85.0  # per cent of changed words that are to be the same
_LEAST_AROUND = 60.0  # and of what stands around words too short to be known by themselves
_FEWEST_LETTERS = 6  # of words that are known by themselves
_FEWEST_CHANGED = 12  # code points of words that are known when they have changed
_OPENING = 300  # code points of the paragraph by which an article is told from others
_LEAST_OPENING = 75.0  # per cent of it that another version has
_ANCHOR = 16  # code points at either end of changed words that settle where they begin and end

Item = TypeVar("Item")


def place_of(document: Document, span: Span, opening: str = "") -> Place:
    """A stretch of a document as a place that is found again; of `opening`, see `Place`."""
    raw = document.raw
    around = TextQuote(span.of(raw), raw[max(0, span.start - CONTEXT) : span.start], raw[span.end : span.end + CONTEXT])
    return Place(document.id, span, around, opening=opening)


def find_place(place: Place, document: Document) -> Span | None:
    """Where a place is in a document, which may be another version of its own; None where its words are gone."""
    if place.document == document.id and place.span:
        return place.span
    exact = place.quote.exact
    if not exact or not is_version(document, place):
        return None
    raw, old_start = document.raw, place.span.start if place.span else 0
    whole_words = rf"(?<!\w){re.escape(exact)}(?!\w)"
    places = [Span(*match.span()) for match in re.finditer(whole_words, raw)]
    if not places:
        return _find_changed(exact, raw) if len(exact) >= _FEWEST_CHANGED else None
    is_telling = sum(map(str.isalpha, exact)) >= _FEWEST_LETTERS
    if len(places) == 1 and is_telling:
        return places[0]
    alike, _distance, best = max(
        (_around_alike(place.quote, raw, span), -abs(span.start - old_start), span) for span in places
    )
    return best if alike >= _LEAST_AROUND or is_telling else None


def opening_of(article: Article) -> str:
    """The beginning of the longest paragraph of an article, on one line: it tells the article from others."""
    words = [article.wording.clean_span(block.span).of(article.text) for block in article.blocks if block.kept]
    return " ".join(max(words, key=len, default=article.document.raw)[:_OPENING].split())


def is_version(document: Document, place: Place) -> bool:
    """Whether a document is a version of the one that a place is in: it has its opening, or nearly."""
    return place.document == document.id or not place.opening or _has_opening(place.opening, document.raw)


@lru_cache(maxsize=32)  # many places of one document are looked up one after another
def _has_opening(opening: str, raw: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415

    words = " ".join(raw[:MOST_SEARCHED].split())
    return opening in words or fuzz.partial_ratio(opening, words, score_cutoff=_LEAST_OPENING) > 0


def written_place(place: Place) -> str:
    """A place as the value of a correction."""
    return json.dumps({"document": place.document, "span": place.span, **place.quote._asdict()}, ensure_ascii=False)


def read_place(value: str | None, document: Document) -> Span | None:
    """The place in a document that the value of a correction tells; None where it tells none."""
    try:
        fields = json.loads(value or "")
        span = Span(*fields["span"])
        place = Place(fields["document"], span, TextQuote(*(str(fields[name]) for name in TextQuote._fields)))
    except (ValueError, KeyError, TypeError):
        return None
    if place.document == document.id and not 0 <= span.start < span.end <= len(document.raw):
        return None
    return find_place(place, document)


def nearest(items: Iterable[tuple[Span, Item]], span: Span) -> Item | None:
    """The item that stands at a span, or else the one that shares most with it, more than half of what both take up."""
    best, most = None, 0.5
    for own, item in items:
        shared = min(own.end, span.end) - max(own.start, span.start)
        share = shared / (max(own.end, span.end) - min(own.start, span.start) or 1)
        if share > most or own == span:
            best, most = item, share
    return best


def _around_alike(quote: TextQuote, raw: str, span: Span) -> float:
    """How much of what stood around the words stands around a span, in per cent."""
    before = raw[max(0, span.start - len(quote.prefix)) : span.start]
    after = raw[span.end : span.end + len(quote.suffix)]
    if (before, after) == (quote.prefix, quote.suffix):
        return 100.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for texts that have changed

    return max(fuzz.ratio(before, quote.prefix), fuzz.ratio(after, quote.suffix))


def _find_changed(exact: str, raw: str) -> Span | None:
    """Where words stand that are nearly these, from the beginning of a word to the end of one."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    searched = raw[:MOST_SEARCHED]
    found = fuzz.partial_ratio_alignment(exact, searched, score_cutoff=_LEAST_ALIKE_AT_FIRST)
    if found is None or found.dest_end <= found.dest_start or len(exact) > len(searched):
        return None
    start, end = found.dest_start, found.dest_end
    anchor = min(_ANCHOR, len(exact) // 3)
    first = searched.find(exact[:anchor], max(0, start - anchor), end)
    last = searched.find(exact[-anchor:], max(start, end - 2 * anchor), end + len(exact) // 4 + anchor)
    start = first if first >= 0 else start
    end = last + anchor if last >= 0 else end
    while start > 0 and raw[start - 1].isalnum() and raw[start].isalnum():
        start -= 1
    while end < len(raw) and raw[end - 1].isalnum() and raw[end].isalnum():
        end += 1
    return Span(start, end) if fuzz.ratio(exact, raw[start:end]) >= _LEAST_ALIKE else None
