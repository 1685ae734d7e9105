"""What lines are because of the lines about them: comments, runs of related headlines, headings, embedded posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from tui_reader.analysis.cleaning.line_features import Line, first_comment, limit, phrases, text_goes_on
from tui_reader.analysis.cleaning.line_rules import doubt, drop
from tui_reader.analysis.headlines.similarity import are_near_duplicates
from tui_reader.analysis.repaired_text import INSIDE_WORDS
from tui_reader.analysis.text.dates import iso_date
from tui_reader.analysis.text.segmentation import trim
from tui_reader.model import Block, Post, Rewording, Span

_ATTRIBUTION = re.compile(r"[—–-]\s*(?P<author>[^()]{1,80}?)\s*\((?P<handle>@\w{1,50})\)\s*(?P<date>.{0,60})")


def drop_comments(blocks: list[Block], lines: Sequence[Line]) -> None:
    """Readers' comments: a label after most of the article or right above a comment, and all below it."""
    total = sum(len(block.text) for block in blocks)
    before = 0
    comments = first_comment(lines)
    for at, block in enumerate(blocks):
        if block.kept and lines[at].words <= 3 and phrases("comments").match(lines[at]):
            above_comments = 0 < comments - at <= limit("comments_window") and before >= limit("fewest_text_words")
            below = (later for later in range(at + 1, len(blocks)) if blocks[later].kept)
            if above_comments or (
                2 * before > total and not text_goes_on(lines, range(max(0, at - limit("tail_window")), at), below)
            ):
                for later in range(at, len(blocks)):
                    if blocks[later].kept:
                        blocks[later] = drop(blocks[later], "comment", "comments")
                return
        before += len(block.text)


def drop_related(blocks: list[Block], lines: Sequence[Line]) -> None:
    """The run of headlines under a related-headlines label.

    A last headline that has no twin in its run while a paragraph follows may be the heading of that paragraph: kept.
    """
    for at, block in enumerate(blocks):
        if block.rule != "related_label":
            continue
        below = range(at + 1, min(len(blocks), at + 1 + limit("most_related")))
        run = list(takewhile(lambda index: _may_be_related(blocks[index], lines[index]), below))
        after = run[-1] + 1 if run else at + 1
        followed = after < len(blocks) and blocks[after].kept and _is_text_below(lines, after)
        if followed and not run and phrases("may_head").match(lines[at]):
            blocks[at] = doubt(replace(block, kept=True), "label.unsure", "heading")
        if followed and len(run) > 1 and not _has_twin(blocks, run[-1], run[:-1]):
            unsure = run.pop()
            blocks[unsure] = doubt(blocks[unsure], "heading.unsure", "heading")
        for index in run:
            blocks[index] = drop(blocks[index], "related", "related")


def _is_text_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a paragraph, or the short answer to a question right above it."""
    return lines[at].is_text or (at > 0 and lines[at - 1].asks and lines[at].ends and not lines[at].asks)


def _may_be_related(block: Block, line: Line) -> bool:
    return block.kept and block.kind == "paragraph" and line.is_headline and not line.folded.endswith(":")


def _has_twin(blocks: Sequence[Block], one: int, others: Sequence[int]) -> bool:
    return any(are_near_duplicates(blocks[one].text, blocks[other].text) for other in others)


def drop_repeated(blocks: list[Block], lines: Sequence[Line]) -> None:
    """A paragraph that stands in the article twice: the second one."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if not blocks[at].kept or blocks[at].kind not in ("title", "paragraph", "caption") or line.words <= 6:
            continue
        if line.folded in seen and blocks[at].kind != "title":
            blocks[at] = drop(blocks[at], blocks[at].kind, "repeated")
        seen.add(line.folded)


def mark_headings(blocks: list[Block], lines: Sequence[Line], first_text: int) -> None:
    """Short lines that end no sentence, above kept text and not above a post's attribution."""
    last_kept = max((at for at, block in enumerate(blocks) if block.kept), default=0)
    for at in range(first_text, last_kept):
        block, line = blocks[at], lines[at]
        heads = (
            _may_be_related(block, line)
            and not block.doubtful
            and line.words <= limit("most_heading_words")
            and not block.text.endswith((":", "…", ",", ";"))
            and not _is_attribution(block)
            and not _is_attribution(blocks[at + 1])
        )
        if heads:
            blocks[at] = replace(block, kind="heading")


def _is_attribution(block: Block) -> bool:
    return _ATTRIBUTION.fullmatch(block.text.strip()) is not None


def with_posts(raw: str, blocks: Sequence[Block], language: str | None) -> list[Block]:
    """The repaired blocks with each embedded post, its words and the line that names its author, as one."""
    merged: list[Block] = []
    for block in blocks:
        words = merged[-1] if merged and merged[-1].kept and merged[-1].kind in ("paragraph", "heading") else None
        post = _post(raw, block, words, language) if block.kept and words else None
        if words and post:
            span = Span(words.span.start, block.span.end)
            merged[-1] = Block("post", span, span.of(raw), edits=(*words.edits, *block.edits), post=post)
        else:
            merged.append(block)
    return merged


def _post(raw: str, attribution: Block, words: Block, language: str | None) -> Post | None:
    """The post that a line gives the author of, None where it gives none; damage inside its words hides nothing."""
    if "@" not in attribution.text:
        return None
    edits = [edit for edit in attribution.edits if edit.rule in INSIDE_WORDS]
    wording = Rewording.build(raw, [(attribution.span, edits)])
    found = _ATTRIBUTION.fullmatch(wording.text, *trim(wording.text, Span(0, len(wording.text))))
    if found is None:
        return None
    author = wording.raw_span(Span(*found.span("author")))
    return Post(words.span, author, found["handle"], iso_date(found["date"], language))
