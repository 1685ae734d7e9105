"""The clippings of all articles, as a session knows them. No widget here."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, get_args

from msgspec.structs import replace

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.text_quote import find_place, nearest, place_of
from tui_reader.export.excerpt import excerpt_of_figure, excerpt_of_passage, excerpt_of_quote, reference_of
from tui_reader.library.values import ArticleKey, Clipping, ClippingChange, ClippingMark
from tui_reader.model import Article, Document, Excerpt, Figure, Place, Quote, Reference, Span

MARKS: tuple[ClippingMark, ...] = get_args(ClippingMark)


def _tell_nobody(_change: ClippingChange) -> None:
    """What clippings do with a change when there is no library."""


class Clippings:
    """The clippings by their ids; `tell` hears of each that is new, changed or removed."""

    def __init__(self, kept: Iterable[Clipping] = ()) -> None:
        self._by_id = {clipping.id: clipping for clipping in kept}
        headed = [clipping for clipping in self._by_id.values() if clipping.heading]
        self._last_heading = max(headed, key=lambda one: one.made).heading if headed else ""
        self.tell: Callable[[ClippingChange], None] = _tell_nobody
        self.changes = 0
        """How many times something was changed here."""

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, clipping_id: str) -> Clipping | None:
        """The clipping with an id, while it is kept."""
        return self._by_id.get(clipping_id)

    def in_order(self) -> list[Clipping]:
        """All of them, by heading, in the order in which they stand there; those without a heading first."""
        return sorted(
            self._by_id.values(), key=lambda one: (loose(one.heading), one.heading, one.position, one.made, one.id)
        )

    def of_document(self, document: str) -> list[Clipping]:
        """Those of one version of a text, in the order of their places."""
        found = (clipping for clipping in self._by_id.values() if clipping.where.document == document)
        return sorted(found, key=lambda clipping: clipping.span)

    def of_other_versions(self, where: ArticleKey) -> list[Clipping]:
        """Those of other versions of the text of an article, which is found by its source."""
        others = (clipping for clipping in self._by_id.values() if clipping.where.document != where.document)
        return [clipping for clipping in others if where.source and clipping.where.source == where.source]

    def at(self, document: str, span: Span) -> Clipping | None:
        """The clipping of a stretch of a text."""
        return next((clipping for clipping in self.of_document(document) if clipping.span == span), None)

    def headings(self) -> list[str]:
        """The headings that there are, in order."""
        return list(dict.fromkeys(clipping.heading for clipping in self.in_order() if clipping.heading))

    def headings_to_offer(self, clipping: Clipping) -> list[str]:
        """The headings that a clipping does not stand under, the one that was used last first."""
        others = [heading for heading in self.headings() if heading != clipping.heading]
        return sorted(others, key=lambda heading: heading != self._last_heading)

    def add(self, clipping: Clipping) -> Clipping:
        """Keep a new clipping, as the last under its heading; returns it with its position."""
        placed = replace(clipping, position=self.last_position(clipping.heading) + 1)
        self.put(placed)
        return placed

    def put(self, clipping: Clipping) -> None:
        """Keep a clipping, in place of the one with its id."""
        before = self._by_id.get(clipping.id)
        if clipping == before:
            return
        self._by_id[clipping.id] = clipping
        self._changed(ClippingChange(clipping.id, before, clipping))

    def remove(self, clipping_id: str) -> None:
        """Keep a clipping no longer."""
        before = self._by_id.pop(clipping_id, None)
        if before:
            self._changed(ClippingChange(clipping_id, before, None))

    def _changed(self, change: ClippingChange) -> None:
        self.changes += 1
        self.tell(change)

    def take_in(self, stored: Iterable[Clipping], changes: int) -> bool:
        """Be as the library is, where other instances have added, changed and removed clippings.

        It was read when `changes` had been made here, and these written; False if there were others since, which it
        does not have: it is to be read again.
        """
        if changes != self.changes:
            return False
        self._by_id = {clipping.id: clipping for clipping in stored}
        return True

    def last_position(self, heading: str) -> float:
        """The position of the last clipping under a heading; 0 where there is none."""
        return max((one.position for one in self._by_id.values() if one.heading == heading), default=0.0)

    def move(self, clipping: Clipping, by: int) -> bool:
        """Have a clipping change places with the next one under its heading, or the one before; False at the edge."""
        beside = [other for other in self.in_order() if other.heading == clipping.heading]
        index = beside.index(clipping)
        if not 0 <= index + by < len(beside):
            return False
        beside[index], beside[index + by] = beside[index + by], beside[index]
        for position, other in enumerate(beside, 1):
            if other.position != position:
                self.put(replace(other, position=float(position)))
        return True

    def change_heading(self, clipping: Clipping, heading: str) -> None:
        """Put a clipping under another heading, as the last."""
        self._last_heading = heading or self._last_heading
        self.put(replace(clipping, heading=heading, position=self.last_position(heading) + 1))


def new_clipping(excerpt: Excerpt, document: Document, span: Span, where: ArticleKey, now: datetime) -> Clipping:
    """A clipping of a stretch of a document, made now; `now` is in UTC."""
    line = document.raw.count("\n", 0, span.start) + 1
    made = now.replace(microsecond=0).isoformat()
    return Clipping(uuid.uuid4().hex, excerpt, where, span, place_of(document, span).quote, line, made)


def revised(clipping: Clipping, before: Article, after: Article) -> Clipping:
    """A clipping of an article that was corrected: what the corrections changed of its excerpt is changed in it."""
    old, new = _item_at(before, clipping), _item_at(after, clipping)
    if clipping.excerpt.kind != "passage" and (old is None or new is None):
        return clipping
    changed = _differences(_excerpt_of(old, clipping, before), _excerpt_of(new, clipping, after))
    reference = replace(clipping.excerpt.reference, **_differences(reference_of(before), reference_of(after)))
    excerpt = replace(clipping.excerpt, **{**changed, "reference": reference})
    span = new.span if isinstance(new, Quote) else clipping.span
    quote = clipping.quote if span == clipping.span else place_of(after.document, span).quote
    return replace(clipping, excerpt=excerpt, span=span, quote=quote)


def in_version(clipping: Clipping, document: Document, where: ArticleKey) -> Clipping:
    """A clipping of an article at `where`, of which `document` is another version: at its place in that one.

    It stays as it is where its words do not stand there letter for letter.
    """
    span = find_place(Place(clipping.where.document, clipping.span, clipping.quote), document)
    if span is None or span.of(document.raw) != clipping.quote.exact:
        return clipping
    line = document.raw.count("\n", 0, span.start) + 1
    return replace(clipping, where=where, span=span, quote=place_of(document, span).quote, line=line)


def _item_at(article: Article, clipping: Clipping) -> Quote | Figure | None:
    """The quote or the figure of an article that a clipping was taken from."""
    items: list[tuple[Span, Quote | Figure]] = []
    if clipping.excerpt.kind == "quote":
        items += ((quote.span, quote) for quote in article.quotes)
    elif clipping.excerpt.kind == "figure":
        items += ((span, figure) for figure in article.figures for span in figure.mentions)
    return nearest(items, clipping.span)


def _excerpt_of(item: Quote | Figure | None, clipping: Clipping, article: Article) -> Excerpt:
    match item:
        case Quote():
            return excerpt_of_quote(item, article)
        case Figure():
            return excerpt_of_figure(item, article)
    return excerpt_of_passage(clipping.excerpt.words, article)


def _differences(old: Excerpt | Reference, new: Excerpt | Reference) -> dict[str, Any]:
    """The fields in which two values of a kind differ, as the second has them."""
    return {name: getattr(new, name) for name in new.__struct_fields__ if getattr(new, name) != getattr(old, name)}


def next_mark(mark: ClippingMark | None) -> ClippingMark | None:
    """The mark after this one; none after the last."""
    marks: Sequence[ClippingMark | None] = (*MARKS, None)
    return marks[(marks.index(mark) + 1) % len(marks)]


def place_now(clipping: Clipping, document: Document) -> Span | None:
    """Where the words of a clipping stand in a text that may be another version of its own; None where they do not."""
    return find_place(Place(clipping.where.document, clipping.span, clipping.quote), document)
