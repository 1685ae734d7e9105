"""Find the sentences of a page that line ends cut, where the lines are too uneven to be joined."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.cleaning.body_edges import groups_of_neighbours
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases, weight
from tui_reader.analysis.cleaning.line_scores import ScoredLines


def raise_cut_lines(draft: PageDraft, page: ScoredLines) -> None:
    """Let lines that are parts of cut sentences count as text, where there is as much of them as an article has."""
    groups = groups_of_neighbours([index for index in range(len(page.lines)) if _may_be_cut(draft, page, index)])
    cut = [index for group in groups if _are_cut(draft, page, group) for index in group]
    if sum(page.lines[index].word_count for index in cut) >= limit("fewest_text_words"):
        for index in cut:
            page.raise_to(index, page.lines[index].word_count * weight("word"))


def _may_be_cut(draft: PageDraft, page: ScoredLines, index: int) -> bool:
    """Whether a line may be a part of a sentence, or end one."""
    if page.boilerplate[index] or _is_signature(draft.blocks[index].text, page.lines[index]):
        return False
    return draft.is_in_sentence(index) or page.lines[index].ends_sentence


def _is_signature(text: str, line: Line) -> bool:
    """`by Ann Lee`: whether a few words that are a byline's and names stand in a line, below a headline."""
    _by, *names = text.split()
    is_signed = line.folded.startswith(phrases("byline").starts) and line.word_count <= limit("most_signature_words")
    return is_signed and bool(names) and all(name[0].isupper() for name in names)


def _are_cut(draft: PageDraft, page: ScoredLines, group: Sequence[int]) -> bool:
    """Whether most lines of a group go on from line to line, and have common words, as sentences do."""
    words = sum(page.lines[index].word_count for index in group)
    common = sum(page.lines[index].common_count for index in group)
    inside = sum(draft.is_in_sentence(index) for index in group)
    return len(group) >= limit("fewest_cut_lines") and 2 * inside > len(group) and 4 * common > words
