"""Classify each line by its own words: boilerplate that the lexicon knows, notices of the site, captions.

The rules are tried in order. A line with more than a few words may be a sentence of the article: then it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import doubt, drop
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

LEXICON_RULES = (
    block_rules.RELATED_LABEL,
    block_rules.SHARE,
    block_rules.ADVERT,
    block_rules.PROMO,
    block_rules.READING_TIME,
    block_rules.NEWSLETTER,
    block_rules.COOKIES,
    block_rules.PAYWALL,
    block_rules.LEGAL,
    block_rules.NAVIGATION,
)
"""The rules whose lines are known by the phrases of the lexicon under the same name, in the order they are tried."""

_CAPTION_BREAK = re.compile(r"(?<=[.!?])\s+(?:\|\s)?")  # above a credit


def classify_by_words(draft: PageDraft) -> None:
    """Drop or doubt the lines that the lexicon knows, and mark captions; fields of an archive are known already."""
    for index, line in enumerate(draft.lines):
        if index not in draft.roles:
            draft.blocks[index] = _classified(draft.blocks[index], line)


def _classified(block: Block, line: Line) -> Block:
    """The block that a line is by its own words alone."""
    if line.word_count <= limit("most_label_words"):
        for rule in LEXICON_RULES:
            if phrases(rule.name).match(line):
                is_long = line.ends_sentence and line.word_count > limit("most_promo_words")
                is_unsure = rule is block_rules.PROMO and is_long
                return doubt(block, block_rules.LABEL_UNSURE) if is_unsure else drop(block, rule)
        is_trail = line.separators > 1 and not line.ends_sentence and not _is_table_row(line)
        if is_trail or _is_tag(block.text, line):
            return drop(block, block_rules.NAVIGATION)
    elif _is_notice(line):
        return drop(block, block_rules.NOTICE)
    if _is_caption(block.text, line):
        return replace(block, kind="caption")
    if line.word_count <= limit("most_label_words") and any(
        phrases(rule.name).may_match(line) for rule in LEXICON_RULES
    ):
        return doubt(block, block_rules.LABEL_UNSURE)
    return block


def _is_table_row(line: Line) -> bool:
    """Whether a line is the row of a table: words, and numbers in most cells between bars: "Brume | 12 | 3"."""
    cells = line.folded.split(" | ")
    numbers = [any(map(str.isdigit, cell)) for cell in cells]
    return 2 * sum(numbers) > len(cells) > 2 and any(map(str.isalpha, line.folded))


def _is_tag(text: str, line: Line) -> bool:
    """Whether a line is tags or an account and nothing else: "#Brume #tuba", "#Faits divers", "@le_clairon"."""
    if text[0] not in "#@" or not text[1:2].isalpha():
        return False
    parts = text.split()
    is_single_tag = text[0] == "#" and len(parts) < 4 and not line.common_count and not line.ends_sentence
    return is_single_tag or all(part[0] in "#@" and part[1:2].isalpha() for part in parts)


def _is_notice(line: Line) -> bool:
    """Whether a long line holds several phrases that only a site addresses to its readers."""
    if '"' in line.folded or "“" in line.folded or "«" in line.folded:
        return False
    return sum(phrase in line.folded for phrase in phrases("notice").contains) >= limit("fewest_notice_signs")


def _is_caption(text: str, line: Line) -> bool:
    """Whether a line ends in a photographer's credit, or is one."""
    if line.word_count > limit("most_caption_words"):
        return False
    known = phrases("caption")
    if line.folded.endswith(known.ends) or any(map(line.folded.__contains__, known.contains)):
        return True
    if line.ends_sentence and not line.folded.startswith(known.starts):
        return False
    *before, credit = _CAPTION_BREAK.split(text.strip())
    if before and line.ends_sentence:
        return False
    names = WORD.findall(credit)
    is_named = bool(before) and len(names) > 1 and _is_credit(credit, names)
    return (is_named or fold(credit).startswith(known.starts)) and len(names) <= 10


def _is_credit(text: str, names: Sequence[str]) -> bool:
    """Whether words below a caption are all in capitals, or names that a bar divides, as papers print known."""
    return text.isupper() or (" | " in text and all(name[0].isupper() for name in names))
