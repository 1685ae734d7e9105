"""What the article pane shows: a text, its paragraphs, its marks, and each place in the raw text. No widget here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from tui_reader.export.excerpt import said_parts
from tui_reader.model import Article, Block, Rewording, Span
from tui_reader.ui.view.signs import DROPPED

Look = Literal["title", "heading", "plain", "meta", "post", "dropped", "doubtful"]

_LAST_OF_HEAD = 3  # a title below so many blocks is no head
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Paragraph(NamedTuple):
    """A stretch of a page: how it looks, a note above it, how far it is set in, and whether a blank row precedes."""

    span: Span
    look: Look = "plain"
    note: str = ""
    inset: int = 0
    gap: bool = True


class Page(msgspec.Struct, frozen=True):
    """A text to read. `wording` gives each of its places in the raw text; `marks` are sorted, without overlap."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    wording: Rewording
    quotes: tuple[Span, ...] = ()
    speech: tuple[Span, ...] = ()
    """What was said: the quotes without what the reporter says in between."""
    figures: tuple[Span, ...] = ()
    doubts: tuple[Span, ...] = ()
    title: str = ""
    """The title, where it is no part of the text: it stands above the lead."""
    lead: tuple[str, ...] = ()
    """What is known of the article, and what reading it had to do: lines between its title and its text."""
    lead_before: int = 0
    """The index of the paragraph that the lead stands above."""

    def place(self, raw: Span) -> Span:
        """Where a stretch of the raw text stands on this page."""
        return self.wording.clean_span(raw)


_LOOKS: dict[str, Look] = {
    "title": "title",
    "heading": "heading",
    "byline": "meta",
    "date": "meta",
    "caption": "meta",
    "post": "post",
}
_RAW_LOOKS: dict[str, Look] = {"title": "title", "heading": "heading"}


def cleaned_page(article: Article, lead: Sequence[str] = (), otherwise: str = "") -> Page:
    """The article without what was dropped, and without what the lead says; where nothing is left, `otherwise`."""
    kept = [block for block in article.blocks if block.kept]
    blocks = [block for block in kept if not _is_said_by_lead(block, article)] if lead else kept
    wording = article.wording
    if len(blocks) < len(kept):
        wording = Rewording.build(article.document.raw, ((block.span, block.edits) for block in blocks))
    paragraphs = [
        Paragraph(
            wording.clean_span(block.span),
            "doubtful" if block.doubtful else _LOOKS.get(block.kind, "plain"),
            inset=2 if block.kind == "post" else 0,
        )
        for block in blocks
    ]
    if not paragraphs:  # a page of no words, which are not to be copied
        paragraphs = [Paragraph(Span(0, 0), note=otherwise)]
    page = _marked(article, wording.text, paragraphs, wording, lead)
    if article.has_title_in_text:
        title = next((number for number, block in enumerate(blocks) if block.kind == "title"), 0)
        return replace(page, lead_before=title + 1 if title < _LAST_OF_HEAD else 0)
    return replace(page, title=article.title or "")


def _is_said_by_lead(block: Block, article: Article) -> bool:
    """Whether a line says nothing but who wrote the article, or when, as the lead does; not where the reader knows
    better.
    """
    return block.says_only is not None and block.says_only in (article.byline, article.day)


def raw_page(article: Article, say: Callable[[Block], str], lead: Sequence[str] = ()) -> Page:
    """The raw text as it is; above each run of blocks of which `say` gives the same words, these."""
    raw = article.document.raw
    paragraphs: list[Paragraph] = []
    end = 0
    last_reason = ""
    for block in article.blocks:
        paragraphs += _plain_lines(raw, Span(end, block.span.start))
        look: Look = _RAW_LOOKS.get(block.kind, "plain") if block.kept else "dropped"
        reason = say(block)
        note = f"{DROPPED.sign} {reason}" if reason and reason != last_reason else ""
        before = paragraphs[-1] if paragraphs else None
        if before and look == before.look and not note and raw.count("\n", end, block.span.start) == 0:
            paragraphs[-1] = before._replace(span=Span(before.span.start, block.span.end))  # the same line
        else:
            paragraphs.append(Paragraph(block.span, look, note, gap=False))
        last_reason = reason
        end = block.span.end
    paragraphs += _plain_lines(raw, Span(end, len(raw)))
    return _marked(article, raw, paragraphs, Rewording.verbatim(raw), lead)


def plain_page(text: str) -> Page:
    """A text of which nothing is known yet."""
    return Page(text, tuple(_plain_lines(text, Span(0, len(text)))), Rewording.verbatim(text))


def _plain_lines(text: str, span: Span) -> list[Paragraph]:
    """The lines of a stretch; after the end of a block, the line end itself begins no line of its own."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text, span.start, span.end)]
    if span.start > 0 and lines:
        lines = lines[1:]
    return [Paragraph(Span(line.start, line.end - (text[line.end - 1] == "\n")), gap=False) for line in lines]


def _marked(
    article: Article, text: str, paragraphs: Iterable[Paragraph], wording: Rewording, lead: Sequence[str]
) -> Page:
    def places(spans: Iterable[Span]) -> tuple[Span, ...]:
        found = sorted(wording.clean_span(span) for span in spans)
        return tuple(span for span in found if span.end > span.start)

    return Page(
        text,
        tuple(paragraphs),
        wording,
        places(quote.span for quote in article.quotes if quote.speech),
        places(part for quote in article.quotes if quote.speech for part in said_parts(quote)),
        places(span for figure in article.figures for span in figure.mentions),
        places(doubt.span for block in article.blocks if block.kept for doubt in block.doubtful_words),
        lead=tuple(lead),
    )
