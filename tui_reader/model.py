"""The values that travel through the program, all frozen.

Offsets are code points into a document's raw text, half open. Whatever carries `text` and `span` holds to
`raw[span.start:span.end] == text`; wording that was cleaned stands beside it, never instead of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

BlockKind = Literal[
    "title", "heading", "paragraph", "list", "post", "caption", "byline", "date",
    "related", "share", "promo", "label", "newsletter", "navigation", "legal", "comment",
]  # fmt: skip
FigureKind = Literal["count", "money", "percent", "measure", "duration", "age", "ratio", "multiple", "score"]
Change = Literal["up", "down"]
MarkKind = Literal[
    "article",
    "title",
    "heading",
    "item",
    "quotation",
    "caption",
    "row",
    "navigation",
    "aside",
    "footer",
    "link",
    "field",
    "letter",
    "mail",
]
DeclaredIn = Literal["json-ld", "og", "meta", "time", "field", "header"]
Qualifier = Literal["about", "more_than", "less_than", "at_least", "at_most", "up_to"]
ExcerptKind = Literal["quote", "figure", "passage"]
SourceForm = Literal["name", "role", "org", "pronoun", "none"]
Subject = Literal["article", "block", "quote", "figure"]
CorrectedField = Literal[
    "title", "byline", "site", "published", "url", "language",
    "kept",
    "present", "span", "speaker", "role", "speech",
    "value", "high", "unit", "what", "qualifier", "attribution",
]  # fmt: skip

BY_READER = "reader"
"""The rule of what the reader decided."""
TRUE, FALSE = "true", "false"
"""How the value of a correction says yes and no."""
CITED_ELLIPSIS = "[…]"
"""Stands in cited words for what was left out of them."""


class Span(NamedTuple):
    """A stretch of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Edit(NamedTuple):
    """One repair: the raw wording at `span` becomes `to`; `rule` is a stable name."""

    span: Span
    to: str
    rule: str


class Note(NamedTuple):
    """Something that reading the input had to do or leave out: a stable rule name, and the words for it."""

    rule: str
    text: str


class Source(msgspec.Struct, frozen=True):
    """Where a document came from.

    `path` is as the user gave it ("-" for standard input), or None; `record` is the number of the record in a
    file of many, from 0, or None; `encoding` is the name of the encoding that was used. `fetched` is when it came over
    the wire, in UTC, as ISO 8601.
    """

    path: str | None = None
    url: str | None = None
    record: int | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    notes: tuple[Note, ...] = ()
    fetched: str | None = None


class Mark(NamedTuple):
    """What the markup of a source says of a stretch of its `raw` text.

    `article` is the verdict of the format's reader: the part of the page that the article stands in. `title` is a
    heading of the first level, `item` an entry of a list, `row` one of a table, `aside` a box that is no part of the
    text around it, `field` a line that an archive puts around an article, `letter` text of a letter, which may tell
    several stories, `mail` lines of the mail around it: a signature, the head of what is forwarded.
    """

    span: Span
    kind: MarkKind


class Link(NamedTuple):
    """Words of a text that lead to an address of the web, which is absolute."""

    span: Span
    address: str


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks by their start, longer ones first."""
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))


class DeclaredText(NamedTuple):
    """What a source says of itself outside its text, and where it says so."""

    text: str
    origin: DeclaredIn

    @classmethod
    def line(cls, text: str | None, origin: DeclaredIn) -> DeclaredText | None:
        """A text as one line; None where there is none."""
        words = " ".join((text or "").split())
        return cls(words, origin) if words else None


class DeclaredNames(NamedTuple):
    """The authors that a source names outside its text, and where it does so."""

    names: tuple[str, ...]
    origin: DeclaredIn


class Declared(msgspec.Struct, frozen=True):
    """What a source says of itself outside its text: a page in its head, a record in its fields; else None.

    `published` and `modified` are ISO 8601, as exact as the source; `language` is BCP 47.
    """

    title: DeclaredText | None = None
    authors: DeclaredNames | None = None
    site: DeclaredText | None = None
    published: DeclaredText | None = None
    modified: DeclaredText | None = None
    url: DeclaredText | None = None
    language: DeclaredText | None = None


class Document(msgspec.Struct, frozen=True):
    """A text as its source has it: a text file decoded, the visible text of a page.

    `id` is the SHA-256 of the input's bytes as read, in hex; `marks` are in the order of their
    starts, longer ones first; `links` are in the order of the text.
    """

    id: str
    source: Source
    raw: str
    declared: Declared = Declared()
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()


class Piece(NamedTuple):
    """A stretch of raw text and the stretch of clean text that stands for it; `copied` when they are equal."""

    raw: Span
    clean: Span
    copied: bool


class Rewording:
    """A clean wording made from pieces of a raw text, and each place of the one in the other.

    Both directions are monotonic, and exact inside copied pieces: `raw[to_raw(i)] == text[i]` and
    `to_clean(to_raw(i)) == i`. A place that has no counterpart answers with the nearest one after it.
    """

    def __init__(self, text: str, pieces: Iterable[Piece]) -> None:
        self.text = text
        self.pieces = tuple(pieces)
        self._raw_starts = [piece.raw.start for piece in self.pieces]
        self._clean_starts = [piece.clean.start for piece in self.pieces]

    @classmethod
    def verbatim(cls, raw: str) -> Rewording:
        """The raw text as its own wording."""
        return cls(raw, [Piece(Span(0, len(raw)), Span(0, len(raw)), True)] if raw else [])

    @classmethod
    def build(cls, raw: str, parts: Iterable[tuple[Span, Iterable[Edit]]], joiner: str = "\n\n") -> Rewording:
        """The wording of the `parts` of `raw`, each with its edits applied, joined by `joiner`."""
        wording: list[str] = []
        pieces: list[Piece] = []
        length = raw_end = 0

        def add(raw_span: Span, to: str, copied: bool) -> None:
            nonlocal length
            if to or raw_span.end > raw_span.start:
                pieces.append(Piece(raw_span, Span(length, length + len(to)), copied))
                wording.append(to)
                length += len(to)

        for number, (span, edits) in enumerate(parts):
            if number:
                add(Span(raw_end, span.start), joiner, False)
            offset = span.start
            for edit in edits:
                add(Span(offset, edit.span.start), raw[offset : edit.span.start], True)
                add(edit.span, edit.to, False)
                offset = edit.span.end
            add(Span(offset, span.end), raw[offset : span.end], True)
            raw_end = span.end
        return cls("".join(wording), pieces)

    def to_raw(self, offset: int) -> int:
        """The raw place of the code point at `offset` of the clean text."""
        index = bisect_right(self._clean_starts, offset) - 1
        if index < 0:
            return self.pieces[0].raw.start if self.pieces else 0
        piece = self.pieces[index]
        if offset >= piece.clean.end:
            return piece.raw.end
        return piece.raw.start + (offset - piece.clean.start if piece.copied else 0)

    def to_clean(self, offset: int) -> int:
        """The clean place of the code point at `offset` of the raw text, or of the first one after it."""
        index = bisect_right(self._raw_starts, offset) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        if not piece.copied:
            return piece.clean.start if offset == piece.raw.start else piece.clean.end
        return piece.clean.start + min(offset - piece.raw.start, piece.raw.end - piece.raw.start)

    def raw_span(self, clean: Span) -> Span:
        """The raw stretch behind a stretch of clean text."""
        if clean.end <= clean.start:
            at = self.to_raw(clean.start)
            return Span(at, at)
        last = bisect_right(self._clean_starts, clean.end - 1) - 1
        piece = self.pieces[last]
        end = piece.raw.start + clean.end - piece.clean.start if piece.copied else piece.raw.end
        return Span(self.to_raw(clean.start), end)

    def clean_span(self, raw: Span) -> Span:
        """The clean stretch that stands for a stretch of raw text; empty where all of it was left out."""
        start = self.to_clean(raw.start)
        return Span(start, max(start, self.to_clean(raw.end)))


class Doubt(msgspec.Struct, frozen=True):
    """A word of the article that looks corrupted, with the likely originals; it is never replaced."""

    span: Span
    alternatives: tuple[str, ...]


class Post(msgspec.Struct, frozen=True):
    """What an embedded social-media post says of itself: the spans of its words and its author, @handle and date.

    `date` is ISO 8601, as exact as it stands there, or None.
    """

    words: Span
    author: Span
    handle: str
    date: str | None


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph-like unit of the raw text, kept in the article or dropped from it.

    `rule` and `reason` say why a block is dropped or doubtful: a stable name, and English words for a reader;
    `corrected` are the fields that the reader decided. `says_only` is the byline or the day, as ISO 8601, that a
    line of the article's head gives where it says nothing else.
    """

    kind: BlockKind
    span: Span
    text: str
    kept: bool = True
    doubtful: bool = False
    rule: str | None = None
    reason: str | None = None
    edits: tuple[Edit, ...] = ()
    doubtful_words: tuple[Doubt, ...] = ()
    post: Post | None = None
    corrected: tuple[CorrectedField, ...] = ()
    says_only: str | None = None


class TextQuote(NamedTuple):
    """Words by which a place is found again after a text has changed: the raw text there, and what stands around it.

    A text quote selector, as the W3C's Web Annotation Data Model has it (section 4.2.4).
    """

    exact: str
    prefix: str
    suffix: str


class Place(NamedTuple):
    """A stretch of a document's raw text, and the words by which it is found again in another version of it.

    `span` is true of the document with this id alone. Where none is known, the place is that of a block, and `ordinal`
    tells which of the blocks with the same words it is, from 0. `opening` is the beginning of a paragraph that another
    version of the document has, too, and another document has not.
    """

    document: str | None
    span: Span | None
    quote: TextQuote
    ordinal: int = 0
    opening: str = ""


class Correction(msgspec.Struct, frozen=True):
    """What the reader says of one field of an article, or of a block, a quote or a figure in it.

    `field` is a name of the contract, or "span", or "present": whether there is such a quote or figure at all. `value`
    is text: a number in Python's form, "true" or "false", a place as JSON (`span`), a date in ISO 8601; None says that
    the article does not tell. `place` is where the block, quote or figure stands as the analysis has it, of an article
    its first words; without a place the correction holds for whatever the text is. `before` is what the analysis gave.
    """

    subject: Subject
    field: CorrectedField
    value: str | None
    place: Place | None = None
    before: str | None = None


class Variant(msgspec.Struct, frozen=True):
    """One standing of a related headline in the raw text."""

    span: Span
    text: str


class Repair(msgspec.Struct, frozen=True):
    """Words of a repaired headline (`at`: offsets in its own text), and what variants had instead of them."""

    at: Span
    instead_of: tuple[str, ...]


class HeadlineDoubt(msgspec.Struct, frozen=True):
    """Words of a headline (`at`: offsets in its own text) on which its variants disagree and nothing decides."""

    at: Span
    alternatives: tuple[str, ...]


class Headline(msgspec.Struct, frozen=True, omit_defaults=True):
    """A related headline found in the document, near-duplicates folded into one repaired wording."""

    text: str
    variants: tuple[Variant, ...]
    repairs: tuple[Repair, ...] = ()
    doubtful: tuple[HeadlineDoubt, ...] = ()


class SourceProposal(NamedTuple):
    """A source that a rule proposed for a quotation: the spans of it and of its cue; `weight` goes from 0 to 1."""

    rule: str
    weight: float
    source_span: Span
    cue_span: Span


class RankReason(NamedTuple):
    """Something that makes a figure more telling, and what it adds to its rank."""

    rule: str
    weight: float


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number of things counted or measured.

    `clean` is the wording to read; `value` is the low and `high` the high end of a range; `unit` is an ISO 4217 code,
    "%", the symbol of a physical unit or a plural noun, None where things are just counted; `what` is the thing, head
    noun first; `rank` 1 is the article's most telling figure; `mentions` holds every place that gives the same figure;
    `rule` names how the number was read; `reasons` are what its rank was made of; `corrected` are the fields that the
    reader decided.
    """

    span: Span
    text: str
    clean: str
    value: float
    sentence: Span
    high: float | None = None
    kind: FigureKind = "count"
    change: Change | None = None
    unit: str | None = None
    what: str | None = None
    qualifier: Qualifier | None = None
    attribution: str | None = None
    rank: int = 0
    mentions: tuple[Span, ...] = ()
    rule: str = "digits"
    reasons: tuple[RankReason, ...] = ()
    corrected: tuple[CorrectedField, ...] = ()


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words between quotation marks, or an embedded post.

    `span` lies inside the marks; `clean` is the wording to read and copy; `speaker` is the fullest name that the
    article gives, None where it names nobody or where several `candidates` are close; `speaker_span` and
    `cue_span` are where source and cue stand at the quote; `speech` is False for scare quotes and titles; `rule` names
    what found the source, and `confidence` is its weight, from 0 to 1; `proposals` are all that were weighed;
    `corrected` are the fields that the reader decided.
    """

    span: Span
    text: str
    clean: str
    sentence: Span
    incises: tuple[Span, ...] = ()
    kind: Literal["direct", "post"] = "direct"
    speech: bool = True
    speaker: str | None = None
    candidates: tuple[str, ...] = ()
    speaker_span: Span | None = None
    how: SourceForm = "none"
    role: str | None = None
    handle: str | None = None
    date: str | None = None
    cue: str | None = None
    cue_span: Span | None = None
    rule: str | None = None
    confidence: float | None = None
    proposals: tuple[SourceProposal, ...] = ()
    corrected: tuple[CorrectedField, ...] = ()


class Reference(msgspec.Struct, frozen=True):
    """The article that words were taken from, as it is cited; what is not known is None.

    `date` is ISO 8601, `language` BCP 47. `accessed` is the day on which it was fetched, as ISO 8601.
    """

    author: str | None = None
    title: str | None = None
    site: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    accessed: str | None = None


class Excerpt(msgspec.Struct, frozen=True):
    """A quote, a figure or a passage of an article.

    `words` are those of the clean text: of a quote what was said, with `CITED_ELLIPSIS` for what the reporter says
    between; of a figure the number with its unit. `is_inferred`: the speaker was found by a pronoun, from a quote
    before, or with little confidence; `is_corrected`: the reader decided something of it. `what` is the thing of a
    figure, `given_by` who gives it.
    """

    kind: ExcerptKind
    words: str
    reference: Reference = Reference()
    speaker: str | None = None
    role: str | None = None
    is_inferred: bool = False
    what: str | None = None
    qualifier: Qualifier | None = None
    given_by: str | None = None
    is_corrected: bool = False


class Article(msgspec.Struct, frozen=True, dict=True):
    """A document as the analysis understands it: blocks in order, related headlines, figures by rank, quotes in order.

    `language` is BCP 47 or None; `published` is ISO 8601 or None. Nothing is given that the text does not give, but for
    the fields of its head in `corrected`, which the reader decided.
    """

    document: Document
    language: str | None = None
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    blocks: tuple[Block, ...] = ()
    headlines: tuple[Headline, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    corrected: tuple[CorrectedField, ...] = ()

    @property
    def has_title_in_text(self) -> bool:
        """Whether the title is a part of the text, which that of a page is not."""
        return any(block.kept and block.kind == "title" for block in self.blocks)

    @cached_property
    def wording(self) -> Rewording:
        """The cleaned article: the kept blocks' wording joined by a blank line, with each place in the raw text."""
        return Rewording.build(self.document.raw, ((b.span, b.edits) for b in self.blocks if b.kept))

    @property
    def day(self) -> str | None:
        """`published` without the time of day."""
        return self.published and self.published.partition("T")[0]

    @property
    def text(self) -> str:
        """The cleaned article as one text."""
        return self.wording.text
