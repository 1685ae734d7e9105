"""What the markup of a page says of its lines: which are the article's, and which boxes stand between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tui_reader.analysis.cleaning.block_rules import (
    MARKUP_ASIDE,
    MARKUP_CAPTION,
    MARKUP_FOOTER,
    MARKUP_LINKS,
    MARKUP_MAIL,
    MARKUP_NAVIGATION,
    Rule,
)
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.model import Mark, MarkKind, Span

_RULES: dict[MarkKind, Rule] = {
    "navigation": MARKUP_NAVIGATION,
    "aside": MARKUP_ASIDE,
    "footer": MARKUP_FOOTER,
    "caption": MARKUP_CAPTION,
    "mail": MARKUP_MAIL,
}


MOST_LINKED = 0.6
"""The share of a line from which on it is a link."""


class Markup(msgspec.Struct, frozen=True):
    """What the markup says of each line, by index, and the title that the page declares; all empty for plain text."""

    kinds: Sequence[frozenset[MarkKind]] = ()
    linked: Sequence[float] = ()
    """The share of each line that is links."""
    title: str | None = None
    article: Sequence[int] = ()
    """The lines that stand in the article."""
    has_links: bool = False
    """Whether any line has a link: texts of records have none."""
    is_markdown: bool = False
    """Whether the marks are those of a page that was written down as Markdown: they say nothing of an article."""

    @classmethod
    def of(
        cls, units: Sequence[Unit], marks: Iterable[Mark], title: str | None, *, is_markdown: bool = False
    ) -> Markup:
        """What the marks say of the units: those of the stretch in which a unit begins."""
        marks = list(marks)
        by_start: dict[int, _Stretch] = {}
        for mark in marks:
            if mark.kind != "link":
                by_start.setdefault(mark.span.start, _Stretch(mark.span.end, set())).kinds.add(mark.kind)
        starts = sorted(by_start)
        if not starts and not is_markdown:
            return cls()
        kinds = [_kinds_at(unit.span.start, starts, by_start) for unit in units]
        linked = _linked(units, [mark.span for mark in marks if mark.kind == "link"])
        article = [index for index, found in enumerate(kinds) if "article" in found]
        return cls(kinds, linked, title, article, any(linked), is_markdown)

    def has(self, index: int, kind: MarkKind) -> bool:
        """Whether a line is marked as such."""
        return bool(self.kinds) and kind in self.kinds[index]

    def is_apart(self, index: int) -> bool:
        """Whether a line stands in a box that is none of the article."""
        return bool(self.kinds) and not self.kinds[index].isdisjoint(_RULES)

    @property
    def is_list_of_links(self) -> bool:
        """Whether a page holds no article, such as a front page."""
        return not self.article and self.has_links and not self.is_markdown

    @property
    def is_letter(self) -> bool:
        """Whether the text is that of a mail: then all its lines are of equal standing."""
        return any("letter" in kinds for kinds in self.kinds)

    @property
    def rows(self) -> frozenset[int]:
        """The lines that are rows of tables."""
        return frozenset(index for index, kinds in enumerate(self.kinds) if "row" in kinds)

    def is_text(self, index: int) -> bool:
        """Whether a line is text of the article without a link."""
        return self.has(index, "article") and not self.linked[index]

    def is_unlinked(self, index: int) -> bool:
        """Whether a line of a page with links has none."""
        return self.has_links and not self.linked[index]

    def is_link(self, index: int) -> bool:
        """Whether a line of a page in Markdown is a link, but for a word or two before it."""
        return self.is_markdown and self.linked[index] > MOST_LINKED

    def rule(self, index: int) -> Rule:
        """The rule by which a line is dropped that the markup keeps out of the article."""
        return next((rule for kind, rule in _RULES.items() if kind in self.kinds[index]), MARKUP_LINKS)


def article_edges(raw: str, marks: Iterable[Mark]) -> list[int]:
    """Where what is marked as the article begins and ends; stretches with nothing but blanks between are one."""
    edges: list[int] = []
    for mark in marks:
        if mark.kind != "article":
            continue
        if edges and not raw[edges[-1] : mark.span.start].strip():
            edges[-1] = max(edges[-1], mark.span.end)
        else:
            edges += mark.span
    return edges


class _Stretch(NamedTuple):
    """Where a marked stretch ends, and what it is."""

    end: int
    kinds: set[MarkKind]


def _kinds_at(offset: int, starts: Sequence[int], by_start: Mapping[int, _Stretch]) -> frozenset[MarkKind]:
    place = bisect_right(starts, offset) - 1
    if place < 0:
        return frozenset()
    stretch = by_start[starts[place]]
    return frozenset(stretch.kinds) if offset < stretch.end else frozenset()


def _linked(units: Sequence[Unit], links: Sequence[Span]) -> list[float]:
    """The share of each unit that links cover; both are in order."""
    shares: list[float] = []
    place = 0
    for unit in units:
        while place < len(links) and links[place].end <= unit.span.start:
            place += 1
        covered, inner = 0, place
        while inner < len(links) and links[inner].start < unit.span.end:
            covered += min(links[inner].end, unit.span.end) - max(links[inner].start, unit.span.start)
            inner += 1
        shares.append(covered / (unit.span.end - unit.span.start))
    return shares
