"""Lines that are known by their words: small rules, ordered, each with a stable name and a reason a reader understands.

The words are the lexicon's. A line with more than a few words may be a sentence of the article: then it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tui_reader.analysis.cleaning.line_features import Line, limit, phrases
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.messages import N_
from tui_reader.model import Block, BlockKind


class Rule(NamedTuple):
    """A kind of line known by the lexicon's words under `name`."""

    name: str
    kind: BlockKind
    reason: str


RULES = (
    Rule("related_label", "label", N_("label above related headlines")),
    Rule("share", "share", N_("share button")),
    Rule("advert", "label", N_("advert label")),
    Rule("promo", "promo", N_("promotion of a video or another article")),
    Rule("reading_time", "label", N_("reading time")),
    Rule("newsletter", "newsletter", N_("newsletter sign-up")),
    Rule("cookies", "legal", N_("cookie notice")),
    Rule("paywall", "legal", N_("subscribers' notice")),
    Rule("legal", "legal", N_("legal notice")),
    Rule("navigation", "navigation", N_("site navigation")),
)
REASONS = {rule.name: rule.reason for rule in RULES} | {
    "notice": N_("notice of the site to its readers"),
    "related": N_("related headline"),
    "comments": N_("readers' comments"),
    "repeated": N_("stands in the text before"),
    "archive.field": N_("line of the archive"),
    "archive.site": N_("name of the source"),
    "address": N_("web address of the article"),
    "site": N_("web address of the site"),
    "page.above": N_("above the article"),
    "page.below": N_("below the article"),
    "page.between": N_("button or label of the page"),
    "label.unsure": N_("may be a promotion"),
    "heading.unsure": N_("may be a related headline"),
}
"""Why a block is dropped or doubtful, by the name of the rule."""

_CAPTION_BREAK = re.compile(r"(?<=[.!?])\s+(?:\|\s)?")  # above a credit


def drop(block: Block, kind: BlockKind, rule: str) -> Block:
    """The block as one that is not the article, by `rule`."""
    return replace(block, kind=kind, kept=False, doubtful=False, rule=rule, reason=REASONS[rule])


def doubt(block: Block, rule: str, kind: BlockKind = "paragraph") -> Block:
    """The block as one that is kept, but may not be the article, by `rule`."""
    return replace(block, kind=kind, doubtful=True, rule=rule, reason=REASONS[rule])


def by_words(unit: Unit, line: Line) -> Block:
    """The block that a unit is by its own words alone."""
    block = Block("paragraph", unit.span, unit.text, edits=unit.edits)
    if line.words <= limit("most_label_words"):
        for rule in RULES:
            if phrases(rule.name).match(line):
                is_long = rule.name == "promo" and line.ends and line.words > limit("most_promo_words")
                return doubt(block, "label.unsure") if is_long else drop(block, rule.kind, rule.name)
        if (line.links > 1 and not line.ends and not _is_row(line)) or _is_tag(unit.text, line):
            return drop(block, "navigation", "navigation")
    elif _is_notice(line):
        return drop(block, "legal", "notice")
    if _is_caption(unit.text, line):
        return replace(block, kind="caption")
    if line.words <= limit("most_label_words") and any(phrases(rule.name).may_match(line) for rule in RULES):
        return doubt(block, "label.unsure")
    return block


def _is_row(line: Line) -> bool:
    """Whether a line is the row of a table: words, and numbers in most of what bars divide: "Brume | 12 | 3"."""
    cells = line.folded.split(" | ")
    numbers = [any(map(str.isdigit, cell)) for cell in cells]
    return 2 * sum(numbers) > len(cells) > 2 and any(map(str.isalpha, line.folded))


def _is_tag(text: str, line: Line) -> bool:
    """Whether a line is tags or an account and nothing else: "#Brume #tuba", "#Faits divers", "@le_clairon"."""
    if text[0] not in "#@" or not text[1:2].isalpha():
        return False
    words = text.split()
    is_one = text[0] == "#" and len(words) < 4 and not line.common and not line.ends
    return is_one or all(word[0] in "#@" and word[1:2].isalpha() for word in words)


def _is_notice(line: Line) -> bool:
    """Whether a long line says several things that only a site says to its readers."""
    if '"' in line.folded or "“" in line.folded or "«" in line.folded:
        return False
    return sum(phrase in line.folded for phrase in phrases("notice").contains) >= limit("fewest_notice_signs")


def _is_caption(text: str, line: Line) -> bool:
    """A line that ends in a photographer's credit, or is one."""
    if line.words > limit("most_caption_words"):
        return False
    words = phrases("caption")
    if line.folded.endswith(words.ends) or any(map(line.folded.__contains__, words.contains)):
        return True
    if line.ends and not line.folded.startswith(words.starts):
        return False
    *before, credit = _CAPTION_BREAK.split(text.strip())
    if before and line.ends:
        return False
    names = WORD.findall(credit)
    is_named = bool(before) and len(names) > 1 and _is_credit(credit, names)
    return (is_named or fold(credit).startswith(words.starts)) and len(names) <= 10


def _is_credit(text: str, words: Sequence[str]) -> bool:
    """Whether words below a caption are all in capitals, or names that a bar divides, as papers print credits."""
    return text.isupper() or (" | " in text and all(word[0].isupper() for word in words))
