"""Find quotation marks: the span of each quotation, without its marks and the blanks next to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.quotes.marks import (
    CLOSING,
    DOUBLE,
    SINGLE,
    Mark,
    closes_other_sort,
    closing_sign,
    end_of_single,
    marks_in,
)
from tui_reader.analysis.text.segmentation import sentences, trim
from tui_reader.model import Block, Edit, Post, Quote, Rewording, Span

_FINAL_MARKS = ".!?…"
_COLON_REACH = 8  # code points before a quotation, within which its mark and a colon stand
_INNER_MARKS = " \u00a0\u202f»”\"’'"  # may stand behind the full stop of a quotation inside another
_TURN = re.compile(r"[—–-]\s")
_AFTER_STOP = "»”\"'’›>"  # may stand between the full stop of a quotation and the next sentence


class MarkedSpan(msgspec.Struct, frozen=True):
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
        if not marked_spans:
            continue
        sentence_spans = quoted_sentences(raw, block.span, [marked.inside for marked in marked_spans])
        index = 0
        for marked in marked_spans:
            while index < len(sentence_spans) and sentence_spans[index].end <= marked.inside.start:
                index += 1
            in_sentence = index < len(sentence_spans) and sentence_spans[index].meets(marked.whole)
            text = marked.inside.of(raw)
            quotes.append(Quote(marked.inside, text, text, sentence_spans[index] if in_sentence else block.span))
    return tuple(quotes)


def with_clean_wording(raw: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with the wording to read: without interjected cues, on one line."""
    return tuple(_with_clean_wording(raw, quote) for quote in quotes)


def _with_clean_wording(raw: str, quote: Quote) -> Quote:
    if not quote.incises and "\n" not in quote.text:
        return quote
    left_out = [Edit(incise, "", "incise") for incise in quote.incises]
    return replace(quote, clean=Rewording.build(raw, [(quote.span, left_out)]).text.replace("\n", " "))


def _quote_of_post(raw: str, post: Post) -> Quote:
    """An embedded post as a quotation of its author."""
    text, author = post.words.of(raw), " ".join(post.author.of(raw).split())
    return Quote(
        post.words, text, text, post.words, kind="post", speaker=author, speaker_span=post.author, how="name",
        handle=post.handle, date=post.date,
    )  # fmt: skip


def quoted_sentences(raw: str, span: Span, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of `span`, each quotation within one sentence.

    A quotation that ends with a full stop also ends its sentence, where a new one begins after it. So does one with
    another final mark if a colon leads to it.
    """
    return sentences(raw, span, tuple(_unbroken_part(raw, quote, span.end) for quote in quotes))


def _unbroken_part(raw: str, quote: Span, limit: int) -> Span:
    """The part of a quotation in which no sentence ends."""
    stop = quote.start + len(raw[quote.start : quote.end].rstrip(_INNER_MARKS))
    stop = stop - 1 if raw[stop - 1] == "." else quote.end
    if _follows_colon(raw, quote.start):
        stop = quote.start + len(raw[quote.start : quote.end].rstrip(_FINAL_MARKS))
    if stop == quote.end:
        return Span(quote.start, min(quote.end + 1, limit))
    offset = quote.end
    while offset < limit and (raw[offset] in _AFTER_STOP or raw[offset].isspace()):
        offset += 1
    ends = offset >= limit or raw[offset].isupper() or raw[offset] in CLOSING or raw[offset] == '"'
    return Span(quote.start, stop if ends else quote.end)


def _follows_colon(raw: str, offset: int) -> bool:
    """True if a colon and an opening mark stand before an offset."""
    before = raw[max(0, offset - _COLON_REACH) : offset].rstrip()
    return before[:-1].rstrip().endswith(":")


def find_marked_spans(raw: str, span: Span, unclosed: str | None = None) -> tuple[list[MarkedSpan], str | None]:
    """The outermost quotations of a paragraph, and the closing mark that is missing at its end.

    `unclosed` is the closing mark that is missing in an earlier paragraph: a quotation may continue over paragraphs,
    each of which may repeat the opening mark, or begin with the closing one. A quotation that is never closed ends
    with its paragraph.
    """
    marks = marks_in(raw, span)
    marked_spans: list[MarkedSpan] = []
    open_quote: _OpenQuote | None = None
    if unclosed and marks and _closes_first(raw, span, unclosed):
        heads = marks[0].start == span.start and raw[marks[0].end : span.end].lstrip()[:1].isupper()
        start = marks[0].end if heads else span.start
        open_quote = _OpenQuote(span.start, start, _opening_of(unclosed), unclosed)
        marks = marks[heads:]
    index = 0
    while index < len(marks):
        mark = marks[index]
        if open_quote is None and mark.sign in SINGLE:
            index, marked = _single_quote(raw, marks, index, span)
            marked_spans += marked
            continue
        if open_quote is None:
            closing = closing_sign(marks, index)
            open_quote = _OpenQuote(mark.start, mark.end, mark.sign, closing) if closing else None
        elif open_quote.closes_at(marks, index):
            marked_spans += _marked(raw, Span(open_quote.inside_start, mark.start), Span(open_quote.start, mark.end))
            open_quote = None
        index += 1
    if open_quote is not None:
        marked_spans += _marked(raw, Span(open_quote.inside_start, span.end), Span(open_quote.start, span.end))
        return marked_spans, open_quote.closing
    if unclosed is None or marked_spans or any(mark in raw[span.start : span.end] for mark in "«»“”"):
        return marked_spans, None
    return marked_spans, unclosed


class _OpenQuote(msgspec.Struct):
    """A quotation whose end is sought: the offset of its opening mark, that after it, and the marks at both ends.

    `depth` counts the quotations of the same sort that are open, `inner` is the mark that opened one of another sort.
    """

    start: int
    inside_start: int
    opening: str
    closing: str
    depth: int = 1
    inner: str = ""

    def closes_at(self, marks: Sequence[Mark], index: int) -> bool:
        """True if the mark at `index` closes the quotation; otherwise that mark is noted as one inside it."""
        mark = marks[index]
        if self.inner:
            if mark.closes and mark.sign == CLOSING.get(self.inner, self.inner):
                self.inner = ""
                return False
        elif closes_other_sort(marks, index, self.opening, self.closing):
            return True
        if self._is_own_closing(mark):
            self.depth -= 1
            return self.depth == 0
        if self._is_of_own_sort(mark):
            self.depth += 1
        elif mark.opens and mark.sign not in SINGLE:
            self.inner = mark.sign
        return False

    def _is_own_closing(self, mark: Mark) -> bool:
        """True for the closing mark, or a double mark of another kind in its place."""
        if mark.sign == self.closing:
            return mark.closes or mark.sign not in ('"', "''")
        is_apart = mark.sign == '"' and mark.opens
        return mark.sign in DOUBLE and self.closing in DOUBLE and mark.closes and not is_apart

    def _is_of_own_sort(self, mark: Mark) -> bool:
        if mark.sign == self.opening:
            return self.opening != self.closing or self.opening in DOUBLE
        return mark.sign in DOUBLE and self.closing in DOUBLE


def _single_quote(raw: str, marks: Sequence[Mark], index: int, span: Span) -> tuple[int, list[MarkedSpan]]:
    """The quotation that the single mark at `index` opens, if any, and the index of the mark after it.

    A paragraph that begins with a curly mark and never closes it is a quotation up to its end.
    """
    mark = marks[index]
    end_index = end_of_single(marks, index) if mark.opens else None
    if end_index is not None:
        end = marks[end_index]
        return end_index + 1, list(_marked(raw, Span(mark.end, end.start), Span(mark.start, end.end)))
    if mark.sign in CLOSING and mark.start == span.start and len(marks) == index + 1:
        return index + 1, list(_marked(raw, Span(mark.end, span.end), Span(mark.start, span.end)))
    return index + 1, []


def _marked(raw: str, inside: Span, whole: Span) -> Iterator[MarkedSpan]:
    """The pair of marks, where there is more than blanks between them.

    The dash of a turn of dialogue, which a quotation may begin with that an earlier paragraph opens, is none of it.
    """
    inside = trim(raw, inside)
    if inside.start == whole.start and _TURN.match(raw, inside.start):
        inside = trim(raw, Span(inside.start + 1, inside.end))
    if inside.end > inside.start:
        yield MarkedSpan(inside, whole)


def _opening_of(closing: str) -> str:
    return next((opening for opening, mark in CLOSING.items() if mark == closing), closing)


def _closes_first(raw: str, span: Span, closing: str) -> bool:
    """True if the first mark of the paragraph is the closing one that is missing before."""
    opening = _opening_of(closing)
    closing_offset = raw.find(closing, span.start, span.end)
    opening_offset = raw.find(opening, span.start, span.end)
    return closing != opening and closing_offset >= 0 and (opening_offset < 0 or closing_offset < opening_offset)
