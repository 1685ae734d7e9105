"""What each unit of the text is, and whether it belongs to the article.

First each line by its own words, then by its place on the page and by its neighbours; when unsure, a unit is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.analysis.cleaning.archive_fields import by_field, with_fields
from tui_reader.analysis.cleaning.body import Stretch, find_stretch
from tui_reader.analysis.cleaning.context_rules import (
    drop_comments,
    drop_related,
    drop_repeated,
    mark_headings,
    with_posts,
)
from tui_reader.analysis.cleaning.line_features import Line, limit
from tui_reader.analysis.cleaning.line_rules import by_words
from tui_reader.analysis.cleaning.metadata import (
    Head,
    authors,
    mark_signatures,
    mark_times,
    mark_whole_signatures,
    read_head,
)
from tui_reader.analysis.cleaning.own_address import mark_addresses
from tui_reader.analysis.cleaning.repairs import is_misread, with_repairs, words_of
from tui_reader.analysis.cleaning.surroundings import drop_author_note, drop_outside, mark_captions
from tui_reader.analysis.cleaning.title import mark_page_title, mark_title
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.model import Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The blocks of a text, in order, and what its head says."""

    blocks: tuple[Block, ...]
    head: Head


def clean(raw: str, units: Sequence[Unit], language: str | None, *, cut: bool = False) -> Cleaned:
    """The blocks that the units are; kept and dropped together they cover all of them.

    `cut`: the text goes on, so that its last lines are not the article's foot.
    """
    units, roles = with_fields(raw, units)
    lines = [Line.of(unit.text) for unit in units]
    blocks = [by_field(unit, roles[at]) if at in roles else by_words(unit, lines[at]) for at, unit in enumerate(units)]
    if not any(block.rule == "address" for block in blocks):
        mark_addresses(blocks, lines, cut=cut)
    stretch = None if roles else find_stretch(blocks, lines)
    first_text = _clean_page(blocks, lines, stretch) if stretch else _clean_text(blocks, lines)
    drop_repeated(blocks, lines)
    mark_headings(blocks, lines, first_text)
    words = words_of(raw, units, language)
    misread = is_misread(raw)
    blocks = [with_repairs(raw, block, words, misread=misread) for block in blocks]
    blocks = with_posts(raw, blocks, language)
    return Cleaned(tuple(blocks), read_head(blocks, language))


def _clean_page(blocks: list[Block], lines: Sequence[Line], stretch: Stretch) -> int:
    """Find the article on a whole page; where its text begins."""
    start = stretch.start
    mark_signatures(blocks, lines, range(max(0, start - limit("title_window")), _head_end(lines, stretch)))
    mark_times(blocks, lines, range(start, stretch.end))
    mark_captions(blocks, lines, stretch)
    title = mark_page_title(blocks, lines, stretch)
    drop_related(blocks, lines)
    drop_outside(blocks, lines, title, stretch)
    drop_author_note(blocks, lines, stretch, authors(blocks))
    return start


def _head_end(lines: Sequence[Line], stretch: Stretch) -> int:
    """The line that a page's head ends above: its summary may count among the first paragraphs of the article."""
    near = range(stretch.start, min(stretch.end, stretch.start + limit("title_window")))
    paragraphs = [at for at in near if lines[at].is_text and not lines[at].asks]
    return max(paragraphs[2] if len(paragraphs) > 2 else near.start, min(near.start + 4, near.stop))


def _clean_text(blocks: list[Block], lines: Sequence[Line]) -> int:
    """Find what is not the article in a text that is little more; where its first paragraph stands."""
    first_text = next((at for at, block in enumerate(blocks) if _is_paragraph(block, lines[at])), len(blocks))
    mark_signatures(blocks, lines, range(min(first_text + 1, len(blocks))))
    below_summary = range(first_text + 1, min(first_text + 1 + limit("signature_window"), len(blocks)))
    mark_whole_signatures(blocks, lines, below_summary)
    if not any(block.kind == "title" for block in blocks):
        mark_title(blocks, lines, first_text)
    drop_comments(blocks, lines)
    drop_related(blocks, lines)
    return first_text


def _is_paragraph(block: Block, line: Line) -> bool:
    return block.kept and block.kind == "paragraph" and line.is_text
