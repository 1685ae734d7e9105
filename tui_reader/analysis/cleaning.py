"""What each unit of the text is, and whether it belongs to the article.

Rules are small and ordered, each with a stable name and a reason a reader understands; the words they look for are the
lexicon's, of all its languages together, for a French page may well say "Share". When unsure, a unit is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from tui_reader.analysis.blocks import Unit
from tui_reader.analysis.dates import iso_date, month_names
from tui_reader.analysis.folding import are_near_duplicates
from tui_reader.analysis.lexicon import languages, table
from tui_reader.analysis.text import WORD, fold
from tui_reader.messages import N_
from tui_reader.model import Block, BlockKind, Post, Span

MOST_TITLE_WORDS = 40
MOST_HEADING_WORDS = 18
MOST_LABEL_WORDS = 30  # a boilerplate line with more words than this may well be a sentence of the article


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The blocks of a text, in order, and what its byline and date lines say."""

    blocks: tuple[Block, ...]
    byline: str | None
    published: str | None


class Rule(NamedTuple):
    """A kind of line known by the lexicon's words under `name`."""

    name: str
    kind: BlockKind
    reason: str | None  # None: such lines are kept


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
)
REASONS = {rule.name: rule.reason for rule in RULES if rule.reason} | {
    "navigation": N_("site navigation"),
    "related": N_("related headline"),
    "comments": N_("readers' comments"),
    "heading.unsure": N_("may be a related headline"),
}
"""Why a block is dropped or doubtful, by the name of the rule."""

_TRAIL = re.compile(r"\S.*\s[›>|»/]\s.*\s[›>|»/]\s.*\S")
_ATTRIBUTION = re.compile(r"[—–-]\s*(?P<author>[^()]{1,80}?)\s*\((?P<handle>@\w{1,50})\)\s*(?P<date>.{0,60})")


def clean(raw: str, units: Sequence[Unit], language: str | None) -> Cleaned:
    """The blocks that the units are; kept and dropped together they cover all of them."""
    blocks = [_by_words(unit) for unit in units]
    first_text = next((at for at, block in enumerate(blocks) if _is_text(block)), len(blocks))
    _mark_head(blocks, first_text)
    _mark_comments(blocks)
    _mark_related(blocks)
    _mark_headings(blocks, first_text)
    byline = next((block.text for block in blocks if block.kind == "byline"), None)
    date = next((block.text for block in blocks if block.kind == "date"), "")
    return Cleaned(
        tuple(_with_posts(raw, blocks, language)), _author(byline) if byline else None, iso_date(date, language)
    )


def _by_words(unit: Unit) -> Block:
    block = Block("paragraph", unit.span, unit.text, edits=unit.edits)
    line = fold(unit.text).strip()
    if len(WORD.findall(line)) > MOST_LABEL_WORDS:
        return block
    for rule in RULES:
        if _says(line, rule.name):
            return replace(block, kind=rule.kind, kept=False, rule=rule.name, reason=rule.reason)
    if _TRAIL.fullmatch(line) and not _ends_sentence(line):
        return replace(block, kind="navigation", kept=False, rule="navigation", reason=REASONS["navigation"])
    if _is_caption(unit.text):
        return replace(block, kind="caption")
    return block


def _says(line: str, rule: str) -> bool:
    """Whether the folded line is one that the lexicon's words for `rule` describe."""
    words = _words(rule)
    return (
        line.rstrip(" :.…") in words.whole
        or line.startswith(words.starts)
        or any(phrase in line for phrase in words.contains)
    )


class _Words(NamedTuple):
    whole: frozenset[str]
    starts: tuple[str, ...]
    contains: tuple[str, ...]


@cache
def _words(rule: str) -> _Words:
    tables = [table(language, "cleaning").get(rule, {}) for language in languages()]

    def all_of(key: str) -> list[str]:
        return [phrase for one in tables for phrase in one.get(key, [])]

    return _Words(frozenset(all_of("whole")), tuple(all_of("starts")), tuple(all_of("contains")))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(" »”\"'’)\u00a0\u202f").endswith((".", "!", "?", "…", ";"))


def _is_text(block: Block) -> bool:
    """Whether a block reads like a paragraph: a sentence that ends, or more words than a headline has."""
    if block.kind != "paragraph":
        return False
    words = len(WORD.findall(block.text))
    return words > MOST_TITLE_WORDS or (words > 6 and _ends_sentence(block.text))


def _is_headline_like(block: Block) -> bool:
    return (
        block.kind == "paragraph" and len(WORD.findall(block.text)) <= MOST_TITLE_WORDS and not block.text.endswith(".")
    )


def _is_caption(text: str) -> bool:
    """A line that ends in a photographer's credit, or begins with one."""
    last = re.split(r"(?<=[.!?])\s+", text.strip())[-1]
    starts = _words("caption").starts
    return fold(last).startswith(starts) and len(WORD.findall(last)) <= 10


def _is_date(line: str) -> bool:
    if len(WORD.findall(line)) > 16 or iso_date(line) is None:
        return False
    if line.startswith(_words("date").starts):
        return True
    rest = [word for word in WORD.findall(line) if not word[0].isdigit() and word not in month_names()]
    return len(rest) <= 1


def _mark_head(blocks: list[Block], first_text: int) -> None:
    """Title, byline and date: what stands above the first paragraph."""
    title_found = False
    for at in range(min(first_text + 1, len(blocks))):
        block = blocks[at]
        if block.kind != "paragraph":
            continue
        line = fold(block.text).strip()
        words = len(WORD.findall(line))
        if _is_date(line):
            blocks[at] = replace(block, kind="date")
        elif at == first_text:
            break
        elif title_found and words <= 14 and line.startswith(_words("byline").starts):
            blocks[at] = replace(block, kind="byline")
        elif not title_found and 2 <= words <= MOST_TITLE_WORDS:
            blocks[at] = replace(block, kind="title")
            title_found = True


def _author(byline: str) -> str:
    line = fold(byline)
    start = max((len(phrase) for phrase in _words("byline").starts if line.startswith(phrase)), default=0)
    return byline[start:].split(",", maxsplit=1)[0].strip()


def _mark_comments(blocks: list[Block]) -> None:
    """Readers' comments: a label after most of the article, and all that follows it."""
    for at, block in enumerate(blocks):
        if block.kind != "paragraph" or len(WORD.findall(block.text)) > 3 or not _says(fold(block.text), "comments"):
            continue
        before = sum(len(one.text) for one in blocks[:at] if one.kept)
        after = sum(len(one.text) for one in blocks[at:])
        if before > after:
            for later in range(at, len(blocks)):
                if blocks[later].kept:
                    blocks[later] = replace(
                        blocks[later], kind="comment", kept=False, rule="comments", reason=REASONS["comments"]
                    )
            return


def _mark_related(blocks: list[Block]) -> None:
    """The run of headlines under a related-headlines label.

    A last headline that has no twin in its run while a paragraph follows may be the heading of that paragraph: kept.
    """
    for at, block in enumerate(blocks):
        if block.rule != "related_label":
            continue
        run = list(takewhile(lambda index: _is_headline_like(blocks[index]), range(at + 1, len(blocks))))
        after = run[-1] + 1 if run else at + 1
        followed = after < len(blocks) and _is_text(blocks[after])
        if followed and len(run) > 1 and not _has_twin(blocks, run[-1], run[:-1]):
            unsure = blocks[run[-1]]
            blocks[run.pop()] = replace(
                unsure, kind="heading", doubtful=True, rule="heading.unsure", reason=REASONS["heading.unsure"]
            )
        for index in run:
            blocks[index] = replace(
                blocks[index], kind="related", kept=False, rule="related", reason=REASONS["related"]
            )


def _has_twin(blocks: Sequence[Block], one: int, others: Sequence[int]) -> bool:
    return any(are_near_duplicates(blocks[one].text, blocks[other].text) for other in others)


def _mark_headings(blocks: list[Block], first_text: int) -> None:
    """Short lines that end no sentence, above kept text and not above a post's attribution."""
    for at in range(first_text, len(blocks) - 1):
        block = blocks[at]
        heads = (
            _is_headline_like(block)
            and len(WORD.findall(block.text)) <= MOST_HEADING_WORDS
            and not block.text.endswith((":", "…", ",", ";"))
            and not _is_attribution(block)
            and not _is_attribution(blocks[at + 1])
        )
        if heads and any(later.kept for later in blocks[at + 1 :]):
            blocks[at] = replace(block, kind="heading")


def _is_attribution(block: Block) -> bool:
    return _ATTRIBUTION.fullmatch(block.text.strip()) is not None


def _with_posts(raw: str, blocks: Sequence[Block], language: str | None) -> list[Block]:
    """The blocks with each embedded post, its words and the line that names its author, as one."""
    merged: list[Block] = []
    for block in blocks:
        found = _ATTRIBUTION.fullmatch(block.text.strip()) if block.kept else None
        if found and merged and merged[-1].kept and merged[-1].kind in ("paragraph", "heading"):
            words = merged.pop()
            span = Span(words.span.start, block.span.end)
            post = Post(words.span, found["author"], found["handle"], iso_date(found["date"], language))
            merged.append(Block("post", span, span.of(raw), edits=words.edits, post=post))
        else:
            merged.append(block)
    return merged
