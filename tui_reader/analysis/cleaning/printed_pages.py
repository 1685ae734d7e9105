"""Drop what is printed at the edges of pages, which are told by themselves or by the title that the text has again."""

from __future__ import annotations

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.page_title import site_beside
from tui_reader.analysis.cleaning.print_edges import (
    is_moment_or_page,
    is_print_note,
    may_be_printed,
    may_have_edges,
    printed_lines,
    title_of_head,
)
from tui_reader.analysis.text.segmentation import fold


def drop_print_lines(draft: PageDraft) -> None:
    """Drop the lines that are printed at edges, where they show it or the title stands behind the day again."""
    texts = {index: block.text.strip() for index, block in enumerate(draft.blocks) if block.kept}
    edges = {index: text for index, text in texts.items() if may_be_printed(text)}
    printed = printed_lines(texts) if edges or may_have_edges(draft.raw) else set[int]()
    heads = {index: title for index, text in edges.items() if (title := title_of_head(text))}
    shown = [title for head in heads.values() for title in (head, head.partition(" ")[2])]  # behind "PM"
    titles = {line.folded for line in draft.lines} if heads else set()
    if any(fold(title) in titles or site_beside(title, titles) for title in shown):
        printed |= heads.keys() | {index for index, text in edges.items() if is_moment_or_page(text)}
    notes = {index for index in texts if is_print_note(draft.lines[index])}
    for index in sorted(printed | notes):
        draft.drop(index, block_rules.PRINT)
