"""Quotations in the kept text: where each stands, without its marks and the blanks next to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_reader.analysis.text.segmentation import sentences, trim
from tui_reader.model import Block, Edit, Quote, Rewording, Span

_AFTER_STOP = '»”"’'  # between the full stop of quoted words and the next sentence
_DOUBLE = '”"“'  # marks that typists take for one another
_CLOSING = {"«": "»", "“": "”", "„": "“"}
_MARK = re.compile(f"[{''.join({*_DOUBLE, *_CLOSING, *_CLOSING.values()})}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """An outermost pair of marks: what stands inside, and the same with the marks that are there."""

    inside: Span
    whole: Span


def find_quotes(raw: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """The quotations of the kept blocks, in order, and their embedded posts."""
    found: list[Quote] = []
    runs_on: str | None = None  # the closing mark that an earlier paragraph still owes
    for block in blocks:
        if block.kind == "post" and block.post:
            found.append(_post(raw, block))
            continue
        if block.kind in ("byline", "date"):
            continue
        marked, runs_on = find_marked(raw, block.span, runs_on)
        parts = quoted_sentences(raw, block.span, [one.inside for one in marked])
        at = 0
        for one in marked:
            while at < len(parts) and parts[at].end <= one.inside.start:
                at += 1
            sentence = parts[at] if at < len(parts) and parts[at].meets(one.whole) else block.span
            text = one.inside.of(raw)
            found.append(Quote(one.inside, text, text, sentence))
    return tuple(found)


def with_clean_words(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with the wording to read: the edits of their blocks made, incises left out, on one line."""
    edits = [edit for block in blocks if block.kept for edit in block.edits]
    starts = [edit.span.start for edit in edits]
    found: list[Quote] = []
    for quote in quotes:
        inside = edits[bisect_left(starts, quote.span.start) : bisect_left(starts, quote.span.end)]
        inside = [
            edit
            for edit in inside
            if quote.span.holds(edit.span) and not any(edit.span.meets(i) for i in quote.incises)
        ]
        left_out = [Edit(incise, "", "incise") for incise in quote.incises]
        words = Rewording.build(raw, [(quote.span, sorted([*inside, *left_out]))]).text
        found.append(replace(quote, clean=" ".join(words.split("\n"))))
    return tuple(found)


def _post(raw: str, block: Block) -> Quote:
    assert block.post is not None  # noqa: S101 - the caller looks first
    post = block.post
    words, author = post.words.of(raw), " ".join(post.author.of(raw).split())
    return Quote(
        post.words, words, words, post.words, kind="post", speaker=author, speaker_span=post.author, how="name",
        handle=post.handle, date=post.date,
    )  # fmt: skip


def quoted_sentences(raw: str, span: Span, quotes: Sequence[Span]) -> list[Span]:
    """The sentences of `span`; one ends inside a quotation only with its last full stop, where another begins after."""
    return sentences(raw, span, [_opaque(raw, quote, span.end) for quote in quotes])


def _opaque(raw: str, quote: Span, limit: int) -> Span:
    """The part of a quotation in which no sentence ends."""
    if raw[quote.end - 1] != ".":
        return Span(quote.start, min(quote.end + 1, limit))
    at = quote.end
    while at < limit and (raw[at] in _AFTER_STOP or raw[at].isspace()):
        at += 1
    ends = at >= limit or raw[at].isupper() or raw[at] in _CLOSING or raw[at] == '"'
    return Span(quote.start, quote.end - 1 if ends else quote.end)


def find_marked(raw: str, span: Span, runs_on: str | None = None) -> tuple[list[Marked], str | None]:
    """The outermost quotations of a paragraph, and the closing mark that it leaves owing to the next ones.

    `runs_on` is what an earlier paragraph owes: a quotation may run over paragraphs, whose openings may repeat the
    opening mark. A mark that is never closed runs to the paragraph's end.
    """
    found: list[Marked] = []
    start: int | None = None
    closing = ""
    depth = 0
    opener = ""
    if runs_on and _closes_first(raw, span, runs_on):
        start, closing, opener, depth = span.start, runs_on, _opener_of(runs_on), 1
    opened = start is None
    for sign in _MARK.finditer(raw, span.start, span.end):
        at, character = sign.start(), sign.group()
        if start is None:
            mark = _opens(raw, at, span)
            if mark:
                start, closing, opener, depth, opened = at + 1, mark, character, 1, True
        elif _closes(raw, at, span, closing):
            depth -= 1
            if depth == 0:
                inside = trim(raw, Span(start, at))
                if inside.end > inside.start:
                    found.append(Marked(inside, Span(start - opened, at + 1)))
                start = None
        elif (character == opener and opener != closing) or (character in _DOUBLE and closing in _DOUBLE):
            depth += 1
    if start is None:
        return found, runs_on if runs_on and not found and not any(
            mark in raw[span.start : span.end] for mark in "«»“”"
        ) else None
    inside = trim(raw, Span(start, span.end))
    if inside.end > inside.start:
        found.append(Marked(inside, Span(start - opened, span.end)))
    return found, closing


def _opener_of(closing: str) -> str:
    return next((opener for opener, closer in _CLOSING.items() if closer == closing), closing)


def _closes_first(raw: str, span: Span, closing: str) -> bool:
    """Whether the first mark of the paragraph is the owed closing one."""
    opener = _opener_of(closing)
    close = raw.find(closing, span.start, span.end)
    opening = raw.find(opener, span.start, span.end)
    return closing != opener and close >= 0 and (opening < 0 or close < opening)


def _opens(raw: str, at: int, span: Span) -> str:
    """The closing mark that belongs to an opening one at `at`; empty where there is none."""
    character = raw[at]
    if character in _CLOSING:
        return _CLOSING[character]
    if character != '"':
        return ""
    before = raw[at - 1] if at > span.start else " "
    after = raw[at + 1] if at + 1 < span.end else " "
    return '"' if not before.isalnum() and not after.isspace() else ""


def _closes(raw: str, at: int, span: Span, closing: str) -> bool:
    """Whether the mark at `at` closes what `closing` is owed for; a double mark of another kind may stand for it."""
    character = raw[at]
    followed = at + 1 < span.end and raw[at + 1].isalnum()
    if character == closing:
        return character != '"' or not followed
    if closing not in _DOUBLE or character not in _DOUBLE:
        return False
    return at > span.start and not raw[at - 1].isspace() and not followed
