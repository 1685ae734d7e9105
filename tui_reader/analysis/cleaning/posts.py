"""Merge embedded social-media posts: the words and the line below them that names author, @handle and date."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.text.dates import iso_date
from tui_reader.analysis.text.segmentation import trim
from tui_reader.model import Block, Post, Span

_ATTRIBUTION = re.compile(r"[—–-]\s*(?P<author>[^()]{1,80}?)\s*\((?P<handle>@\w{1,50})\)\s*(?P<date>.{0,60})")

_SIGNED = re.compile(rf"(?P<wording>\S.{{10,600}}?)\s+{_ATTRIBUTION.pattern}", re.DOTALL)


def is_attribution(block: Block) -> bool:
    """Whether a block names the author of a post: "— Anne Roux (@aroux) 3 mars 2022"."""
    return _ATTRIBUTION.fullmatch(block.text.strip()) is not None


def merge_posts(draft: PageDraft) -> None:
    """Make one block of each post's words and the line that names its author.

    Blocks are fewer than lines afterwards.
    """
    merged: list[Block] = []
    for block in draft.blocks:
        wording_block = (
            merged[-1] if merged and merged[-1].kept and merged[-1].kind in ("paragraph", "heading") else None
        )
        post = _post(draft, block, wording_block) if block.kept and wording_block else None
        signed = _signed_post(draft, block) if block.kept and "(@" in block.text else None
        if signed:
            merged.append(replace(block, kind="post", post=signed))
        elif wording_block and post:
            span = Span(wording_block.span.start, block.span.end)
            merged[-1] = Block("post", span, span.of(draft.raw), edits=(*wording_block.edits, *block.edits), post=post)
        else:
            merged.append(block)
    draft.blocks = merged


def _signed_post(draft: PageDraft, block: Block) -> Post | None:
    """The post that one line is, with its author and its day at the end; None for other lines."""
    match = _SIGNED.fullmatch(draft.raw, *trim(draft.raw, block.span))
    post = _post_of(draft, match, Span(*match.span("wording"))) if match else None
    return post if post and post.date else None


def _post(draft: PageDraft, attribution: Block, wording_block: Block) -> Post | None:
    """The post that a line gives the author of, None where it gives none."""
    match = _ATTRIBUTION.fullmatch(draft.raw, *trim(draft.raw, attribution.span)) if "@" in attribution.text else None
    return _post_of(draft, match, wording_block.span) if match else None


def _post_of(draft: PageDraft, match: re.Match[str], wording: Span) -> Post:
    """The post with this wording, by the author, the handle and the day of a match."""
    return Post(wording, Span(*match.span("author")), match["handle"], iso_date(match["date"], draft.language))
