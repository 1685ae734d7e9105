"""What holds for the analysis of any text at all; a broken promise is an AssertionError."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator, Sequence

from tui_reader.analysis.pipeline import OUTLINE_LENGTH, analyse, outline, unanalysed
from tui_reader.analysis.text.characters import character_edits
from tui_reader.analysis.text.markdown_page import read_markdown_page
from tui_reader.export.contract import as_line
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Block, Correction, Document, Place, Span, TextQuote

SECONDS, CHARACTERS = 2.0, 20_000
"""The longest that the analysis of so long a text may take."""


def check_text(text: str) -> None:
    """Analyse `text`, also with every block put back or taken out, and look at all that is promised of it."""
    timed_analysis(text)
    check_document(document_from_text(text))


def check_document(document: Document) -> None:
    """Analyse a document as `check_text` does a text; its marks and links are to be places of its text, too."""
    assert all(0 <= mark.span.start < mark.span.end <= len(document.raw) for mark in document.marks)
    assert all(0 <= link.span.start < link.span.end <= len(document.raw) for link in document.links)
    assert all(link.address.lower().startswith(("http://", "https://")) for link in document.links)
    assert list(document.links) == sorted(document.links, key=lambda link: link.span.start)
    article = analyse(document)
    check_article(article)
    flipped = analyse(document, list(_flipped(article.document, article.blocks)))
    check_article(flipped)
    check_blocks(outline(document), of=document.raw[:OUTLINE_LENGTH])
    check_blocks(unanalysed(document), of=document.raw)


def timed_analysis(text: str) -> Article:
    """The article of `text`, in reasonable time of the processor."""
    document = document_from_text(text)
    start = time.process_time()
    article = analyse(document)
    seconds = time.process_time() - start
    most = SECONDS * max(1.0, len(text) / CHARACTERS)
    assert seconds < most, f"analysing {len(text)} code points took {seconds:.1f} s"
    return article


def check_article(article: Article) -> None:
    """Whether places are true, blocks cover the text, and the line of JSON can be read."""
    check_blocks(article, of=article.document.raw)
    check_places(article)
    line = as_line(article)
    json.loads(line.encode("utf-8"))
    assert "\n" not in line


def check_blocks(article: Article, *, of: str) -> None:
    """Whether the blocks cover all `of` a text that is not blank as it is meant, and stand and are edited in order."""
    seen = bytearray(len(of))
    for block in article.blocks:
        assert block.span.of(of) == block.text, f"a block's words are not at its place: {block}"
        assert not any(seen[block.span.start : block.span.end]), f"a block overlaps another: {block}"
        seen[block.span.start : block.span.end] = b"\1" * len(block.text)
        assert block.kept or (block.rule and block.reason), f"a block is dropped without a reason: {block}"
        at = block.span.start
        for edit in block.edits:
            assert at <= edit.span.start <= edit.span.end <= block.span.end, f"an edit is out of place: {edit}"
            at = edit.span.end
    for edit in (*character_edits(of), *read_markdown_page(of).edits):
        if not edit.to.strip():
            seen[edit.span.start : edit.span.end] = b"\1" * (edit.span.end - edit.span.start)
    lost = [at for at, character in enumerate(of) if not seen[at] and not character.isspace()]
    assert not lost, f"words are in no block: {of[lost[0] : lost[0] + 40]!r}"


def check_places(article: Article) -> None:
    """Whether figures, quotes and headlines stand where they are said to stand."""
    raw = article.document.raw
    variants = (variant for headline in article.headlines for variant in headline.variants)
    for place, words in (
        (item.span, item.text) for items in (article.figures, article.quotes, variants) for item in items
    ):
        assert place.of(raw) == words, f"words are not at their place: {words!r}"
    for span in _spans(article):
        assert 0 <= span.start <= span.end <= len(raw), f"{span} is no place of the text"
    for figure in article.figures:
        assert figure.mentions, f"a figure is mentioned nowhere: {figure}"
        assert figure.mentions[0] == figure.span, f"a figure's first mention is not its own: {figure}"
        assert math.isfinite(figure.value), f"a figure has no value: {figure}"
        assert figure.high is None or math.isfinite(figure.high), f"a figure has no high end: {figure}"
    assert sorted(figure.rank for figure in article.figures) == list(range(1, len(article.figures) + 1))
    at = 0
    for quote in article.quotes:
        assert quote.span.start >= at, f"a quote is out of order or overlaps another: {quote}"
        at = quote.span.end
        assert all(quote.span.holds(incise) for incise in quote.incises), f"an incise is outside its quote: {quote}"
        assert quote.speaker is None or quote.speaker.strip(), f"a speaker has no name: {quote}"


def _spans(article: Article) -> Iterator[Span]:
    for figure in article.figures:
        yield from (figure.sentence, *figure.mentions)
    for quote in article.quotes:
        yield from (span for span in (quote.sentence, quote.speaker_span, quote.cue_span) if span)
    for block in article.blocks:
        yield from (doubt.span for doubt in block.doubtful_words)


def _flipped(document: Document, blocks: Sequence[Block]) -> Iterator[Correction]:
    """Each block put back where it was dropped, taken out where it was kept."""
    for block in blocks:
        place = Place(document.id, block.span, TextQuote(block.text, "", ""))
        yield Correction("block", "kept", "false" if block.kept else "true", place)
