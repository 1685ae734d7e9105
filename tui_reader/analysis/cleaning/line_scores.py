"""What each line of a page counts for or against being part of the article's text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.line_features import Line, is_menu_word, limit, phrases, weight
from tui_reader.model import Block


class ScoredLines(msgspec.Struct):
    """The lines of a page, which of them are boilerplate, which are of boxes inside articles, and the score of each.

    A score above 0 counts for the article. The search for the body lowers and raises scores as it learns more.
    """

    lines: Sequence[Line]
    boilerplate: Sequence[bool]
    boxed: Sequence[bool]
    scores: list[float]

    def ends_article(self, index: int) -> bool:
        """Whether a line is one under which an article seldom goes on: "Most read", "Comments"."""
        return self.scores[index] <= weight("below")

    def raise_to(self, index: int, least: float) -> None:
        """Let a line count for no less than `least`."""
        self.scores[index] = max(self.scores[index], least)


_NOT_OF_SITE = frozenset(rule.name for rule in (block_rules.RELATED, block_rules.PRINT))
_RULES_OF_BOXES = frozenset(rule.name for rule in (block_rules.NEWSLETTER, block_rules.ADVERT, block_rules.COOKIES))


def score_lines(blocks: Sequence[Block], lines: Sequence[Line], *, is_foreign: bool) -> ScoredLines:
    """The lines, each with its score by itself; `is_foreign` says that the text is in no language of the lexicon."""
    boilerplate = [is_boilerplate(block, line) for block, line in zip(blocks, lines, strict=True)]
    scores = [_score(block, line, is_foreign=is_foreign) for block, line in zip(blocks, lines, strict=True)]
    boxed = [block.rule in _RULES_OF_BOXES for block in blocks]
    return ScoredLines(lines, boilerplate, boxed, scores)


def is_boilerplate(block: Block, line: Line) -> bool:
    """Whether the lexicon knows the line as one of the site's own rather than an article's."""
    return (not block.kept and block.rule not in _NOT_OF_SITE) or is_menu_word(line)


def _score(block: Block, line: Line, *, is_foreign: bool) -> float:
    if line.word_count <= limit("most_label_words") and phrases("below").match(line):
        return weight("below")
    if block.rule == block_rules.PRINT.name:
        return 0.0
    if not block.kept:
        return weight("known")
    if block.kind == "caption":
        return weight("caption")
    is_list_of_links = line.separators > 2 and 5 * line.common_count < line.word_count
    return weight("headline") if is_list_of_links else _score_by_words(line, is_foreign=is_foreign)


def _score_by_words(line: Line, *, is_foreign: bool) -> float:
    """The score of a line that no rule knows: sentences count by their words, what is no sentence counts against."""
    is_no_prose = line.word_count <= limit("most_cry_words") or not (line.common_count or is_foreign)
    if line.ends_sentence and (line.is_question or is_no_prose):
        return weight("question")
    if line.is_cut and line.word_count <= limit("most_label_words"):
        return weight("question")
    if line.ends_sentence:
        return min(line.word_count * weight("word"), weight("most_words"))
    if line.word_count > limit("most_heading_words") and 4 * line.common_count > line.word_count:
        return min(line.word_count * weight("long_word"), weight("most_words"))
    return weight("link" if line.is_short else "headline")
