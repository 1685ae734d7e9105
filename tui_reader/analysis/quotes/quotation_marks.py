"""Find quotation marks: the span of each quotation, without its marks and the blanks next to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui_reader.analysis.text.segmentation import sentences, trim
from tui_reader.model import Block, Edit, Post, Quote, Rewording, Span

_AFTER_STOP = '»”"’'  # may stand between the full stop of a quotation and the next sentence
_DOUBLE = '”"“'  # marks that are mistaken for one another
_CLOSING = {"«": "»", "“": "”", "„": "“"}
_MARK = re.compile(f"[{''.join({*_DOUBLE, *_CLOSING, *_CLOSING.values()})}]")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """An outermost pair of marks: the span between them, and the `whole` span with the marks that are there."""

    inside: Span
    whole: Span


def find_quotes(raw: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """The quotations of the kept blocks and their embedded posts, in order."""
    quotes: list[Quote] = []
    unclosed: str | None = None  # the closing mark that is missing in an earlier paragraph
    for block in blocks:
        if block.kind == "post" and block.post:
            quotes.append(_quote_of_post(raw, block.post))
            continue
        if block.kind in ("byline", "date"):
            continue
        marked_spans, unclosed = find_marked_spans(raw, block.span, unclosed)
        sentence_spans = quoted_sentences(raw, block.span, [marked.inside for marked in marked_spans])
        index = 0
        for marked in marked_spans:
            while index < len(sentence_spans) and sentence_spans[index].end <= marked.inside.start:
                index += 1
            in_sentence = index < len(sentence_spans) and sentence_spans[index].meets(marked.whole)
            text = marked.inside.of(raw)
            quotes.append(Quote(marked.inside, text, text, sentence_spans[index] if in_sentence else block.span))
    return tuple(quotes)


def with_clean_wording(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with the wording to read: with the edits of their blocks, without interjected cues, on one line."""
    edits = [edit for block in blocks if block.kept for edit in block.edits]
    starts = [edit.span.start for edit in edits]
    reworded: list[Quote] = []
    for quote in quotes:
        inside = edits[bisect_left(starts, quote.span.start) : bisect_left(starts, quote.span.end)]
        inside = [
            edit
            for edit in inside
            if quote.span.holds(edit.span) and not any(edit.span.meets(incise) for incise in quote.incises)
        ]
        left_out = [Edit(incise, "", "incise") for incise in quote.incises]
        wording = Rewording.build(raw, [(quote.span, sorted([*inside, *left_out]))]).text
        reworded.append(replace(quote, clean=" ".join(wording.split("\n"))))
    return tuple(reworded)


def _quote_of_post(raw: str, post: Post) -> Quote:
    """An embedded post as a quotation of its author."""
    text, author = post.words.of(raw), " ".join(post.author.of(raw).split())
    return Quote(
        post.words, text, text, post.words, kind="post", speaker=author, speaker_span=post.author, how="name",
        handle=post.handle, date=post.date,
    )  # fmt: skip


def quoted_sentences(raw: str, span: Span, quotes: Sequence[Span]) -> list[Span]:
    """The sentences of `span`, each quotation within one sentence.

    A quotation that ends with a full stop also ends its sentence, where a new one begins after it.
    """
    return sentences(raw, span, [_unbroken_part(raw, quote, span.end) for quote in quotes])


def _unbroken_part(raw: str, quote: Span, limit: int) -> Span:
    """The part of a quotation in which no sentence ends."""
    if raw[quote.end - 1] != ".":
        return Span(quote.start, min(quote.end + 1, limit))
    offset = quote.end
    while offset < limit and (raw[offset] in _AFTER_STOP or raw[offset].isspace()):
        offset += 1
    ends = offset >= limit or raw[offset].isupper() or raw[offset] in _CLOSING or raw[offset] == '"'
    return Span(quote.start, quote.end - 1 if ends else quote.end)


def find_marked_spans(raw: str, span: Span, unclosed: str | None = None) -> tuple[list[MarkedSpan], str | None]:
    """The outermost quotations of a paragraph, and the closing mark that is missing at its end.

    `unclosed` is the closing mark that is missing in an earlier paragraph: a quotation may continue over paragraphs,
    each of which may repeat the opening mark. A quotation that is never closed ends with its paragraph.
    """
    marked_spans: list[MarkedSpan] = []
    start: int | None = None  # the offset after the opening mark, None outside of quotations
    closing = opening = ""
    depth = 0
    if unclosed and _closes_first(raw, span, unclosed):
        start, closing, opening, depth = span.start, unclosed, _opening_of(unclosed), 1
    has_opening_mark = start is None
    for match in _MARK.finditer(raw, span.start, span.end):
        offset, mark = match.start(), match.group()
        if start is None:
            closing_mark = _closing_for(raw, offset, span)
            if closing_mark:
                start, closing, opening, depth, has_opening_mark = offset + 1, closing_mark, mark, 1, True
        elif _closes(raw, offset, span, closing):
            depth -= 1
            if depth == 0:
                marked_spans += _marked(raw, Span(start, offset), Span(start - has_opening_mark, offset + 1))
                start = None
        elif (mark == opening and opening != closing) or (mark in _DOUBLE and closing in _DOUBLE):
            depth += 1
    if start is not None:
        marked_spans += _marked(raw, Span(start, span.end), Span(start - has_opening_mark, span.end))
        return marked_spans, closing
    has_marks = bool(marked_spans) or any(mark in raw[span.start : span.end] for mark in "«»“”")
    return marked_spans, None if has_marks else unclosed


def _marked(raw: str, inside: Span, whole: Span) -> Iterator[MarkedSpan]:
    """The pair of marks, where there is more than blanks between them."""
    inside = trim(raw, inside)
    if inside.end > inside.start:
        yield MarkedSpan(inside, whole)


def _opening_of(closing: str) -> str:
    return next((opening for opening, mark in _CLOSING.items() if mark == closing), closing)


def _closes_first(raw: str, span: Span, closing: str) -> bool:
    """True if the first mark of the paragraph is the closing one that is missing before."""
    opening = _opening_of(closing)
    closing_offset = raw.find(closing, span.start, span.end)
    opening_offset = raw.find(opening, span.start, span.end)
    return closing != opening and closing_offset >= 0 and (opening_offset < 0 or closing_offset < opening_offset)


def _closing_for(raw: str, offset: int, span: Span) -> str:
    """The closing mark for the mark at `offset` if that one opens a quotation; else an empty string."""
    mark = raw[offset]
    if mark in _CLOSING:
        return _CLOSING[mark]
    if mark != '"':
        return ""
    before = raw[offset - 1] if offset > span.start else " "
    after = raw[offset + 1] if offset + 1 < span.end else " "
    return '"' if not before.isalnum() and not after.isspace() else ""


def _closes(raw: str, offset: int, span: Span, closing: str) -> bool:
    """True if the mark at `offset` is the `closing` one, or a double mark of another kind in its place."""
    mark = raw[offset]
    followed = offset + 1 < span.end and raw[offset + 1].isalnum()
    if mark == closing:
        return mark != '"' or not followed
    if closing not in _DOUBLE or mark not in _DOUBLE:
        return False
    return offset > span.start and not raw[offset - 1].isspace() and not followed
