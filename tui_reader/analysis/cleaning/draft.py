"""The draft of an article: what is known of a text while the steps of cleaning decide, line by line, what to keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.cleaning.block_rules import (
    ARCHIVE_FIELD,
    BY_NEIGHBOURS,
    PAGE_BETWEEN,
    PLACES,
    RELATED,
    Rule,
    doubt,
    drop,
)
from tui_reader.analysis.cleaning.line_features import Line
from tui_reader.analysis.cleaning.markup import Markup
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.model import Block, BlockKind, Edit, Span

FieldRole = Literal["title", "byline", "date", "site", "url", "text", "other"]
"""What a field of an archive's export gives; "other" is the archive's own, such as a label or a code."""


class Body(NamedTuple):
    """Where the article's text stands on a whole page: indices of lines, from `start` up to, not including, `end`.

    `listed` are its lines in lists and tables; `teasers` are sentences that stand alone below the headlines of other
    articles, anywhere on the page; `ticker` are the lines of other news in the order of time;
    `doubtful` are lines about privacy, of which the page has more than of other text; `rival` are those of a longer
    text that is less like news, or is legal text.
    """

    start: int
    end: int
    listed: frozenset[int]
    teasers: frozenset[int]
    ticker: frozenset[int]
    doubtful: frozenset[int]
    rival: frozenset[int] = frozenset()


class PageDraft(msgspec.Struct):
    """A text whose lines are being sorted into article and boilerplate.

    `units`, `lines` and `blocks` run parallel: one index is the same line of the text in each, until the last step
    merges blocks. Steps change `blocks`; nothing else changes after the step that sets it.
    """

    raw: str
    """The text as it was decoded."""
    units: Sequence[Unit]
    """Its paragraphs and lines, in order; the archive's fields are divided by the step that finds them."""
    language: str | None
    """The language of the text, BCP 47, or None."""
    is_cut: bool
    """Whether the text goes on: then its last lines are not the foot of the article."""
    markup: Markup
    """What the markup of the page says of the units; nothing for plain text."""
    lines: Sequence[Line]
    """What can be seen of each unit without its neighbours."""
    blocks: list[Block]
    """What each unit is by what the steps have decided so far; at first all are kept paragraphs."""
    roles: dict[int, FieldRole] = msgspec.field(default_factory=dict)
    """The units that are fields of an archive's export, by index; empty where the text is none."""
    table_rows: frozenset[int] = frozenset()
    """The lines that are rows of tables written with bars, by index."""
    body: Body | None = None
    """Where the article's text stands; None until it is found, and where the text is no whole page."""
    text_start: int = 0
    """The index of the first line of the article's text: the start of the body, or the first paragraph of plain text.
    The number of lines where there is no paragraph."""
    article_start: int = 0
    """On a whole page, the index of the article's first line: its title, else its summary, else its text."""

    @classmethod
    def of(
        cls,
        raw: str,
        units: Sequence[Unit],
        language: str | None,
        *,
        is_cut: bool = False,
        markup: Markup | None = None,
    ) -> PageDraft:
        """The draft before the first step."""
        return cls(raw, units, language, is_cut, markup or Markup(), *_lines_and_blocks(units))

    def divide(self, units: Sequence[Unit]) -> None:
        """Replace the units by finer ones; all that was decided about lines is forgotten."""
        self.units = units
        self.lines, self.blocks = _lines_and_blocks(units)

    @property
    def title_index(self) -> int | None:
        """The index of the title that is kept; None where there is none."""
        return next((index for index, block in enumerate(self.blocks) if block.kind == "title" and block.kept), None)

    def cut_end(self, index: int, start: int, rule: str) -> None:
        """Leave out of a block what stands behind so many of its code points."""
        block = self.blocks[index]
        cut = Edit(Span(start, len(block.text)).shift(block.span.start), "", rule)
        edits = (*(edit for edit in block.edits if edit.span.end <= cut.span.start), cut)
        self.blocks[index] = replace(block, edits=edits)

    @property
    def is_page(self) -> bool:
        """Whether the text is a whole page, with the site's own lines around the article."""
        return self.body is not None

    @property
    def page_body(self) -> Body:
        """The body, for the steps that concern whole pages; LookupError on plain text."""
        if self.body is None:
            raise LookupError("plain text has no body")
        return self.body

    def is_plain(self, index: int) -> bool:
        """Whether a line is kept and not known as anything but a paragraph."""
        return self.blocks[index].kept and self.blocks[index].kind == "paragraph"

    def is_in_sentence(self, index: int) -> bool:
        """Whether a line may be part of a sentence that a line end cut, as the small letters of the next tell."""
        goes_on = not self.lines[index].ends_sentence
        return self.blocks[index].text[0].islower() or (
            goes_on and any(block.text[0].islower() for block in self.blocks[index + 1 : index + 2])
        )

    def mark(self, index: int, kind: BlockKind) -> None:
        """Make a block one of `kind`, kept or dropped as it is."""
        self.blocks[index] = replace(self.blocks[index], kind=kind)

    def drop(self, index: int, rule: Rule) -> None:
        """Drop a block from the article by `rule`; a paragraph by its markup is not judged by its neighbours.

        Nor is a line of a letter, whose stories have nothing to do with one another.
        """
        if rule in BY_NEIGHBOURS and self.markup.has(index, "letter"):
            return
        if rule in BY_NEIGHBOURS and self.lines[index].is_prose and self.markup.is_text(index):
            return
        if rule in PLACES and self.markup.has(index, "field"):
            rule = ARCHIVE_FIELD
        if rule == RELATED and self.markup.is_unlinked(index):  # the headline of another article is a link
            rule = PAGE_BETWEEN
        self.blocks[index] = drop(self.blocks[index], rule)

    def doubt(self, index: int, rule: Rule) -> None:
        """Keep a block, marked as doubtful by `rule`."""
        self.blocks[index] = doubt(self.blocks[index], rule)


def _lines_and_blocks(units: Sequence[Unit]) -> tuple[list[Line], list[Block]]:
    blocks = [Block("paragraph", unit.span, unit.text, edits=unit.edits) for unit in units]
    return [Line.of(unit.text) for unit in units], blocks
