"""The steps of the analysis in their order: from a document to an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.address import host_of
from tui_reader.analysis.cleaning.block_rules import doubt
from tui_reader.analysis.cleaning.corrections import correct
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.cleaning.pipeline import clean
from tui_reader.analysis.cleaning.units import split_units
from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.headlines.corrupted_words import mark_doubtful_words
from tui_reader.analysis.headlines.folding import fold_headlines
from tui_reader.analysis.quotes.attribution import name_speakers
from tui_reader.analysis.quotes.quotation_marks import find_quotes, with_clean_words
from tui_reader.analysis.repaired_text import RepairedText
from tui_reader.analysis.text.language import guess_language, language_of_few_words
from tui_reader.model import Article, Block, Correction, Document

OUTLINE = 20_000
"""So many code points of a text are looked at for an outline of it."""


def analyse(document: Document, corrections: Iterable[Correction] = ()) -> Article:
    """The article that `document` holds, with the blocks that the reader put back or took out."""
    raw = document.raw
    language = guess_language(raw)
    cleaned = clean(raw, split_units(raw), language)
    blocks = correct(cleaned.blocks, corrections)
    headlines = fold_headlines(blocks, language)
    repaired = RepairedText(raw, blocks)
    kept = [block for block in repaired.blocks if block.kept]
    quotes = name_speakers(repaired.raw, kept, find_quotes(repaired.raw, kept), language)
    figures = find_figures(repaired.raw, kept, quotes, language or language_of_few_words(raw))
    document = _with_address(document, cleaned.head)
    return Article(
        document=document,
        language=language,
        title=_title(blocks),
        byline=cleaned.head.byline,
        site=_site(document, cleaned.head),
        published=cleaned.head.published,
        blocks=mark_doubtful_words(blocks, headlines, language),
        headlines=headlines,
        figures=repaired.figures_in_raw(figures),
        quotes=with_clean_words(raw, blocks, repaired.quotes_in_raw(quotes)),
    )


def unanalysed(document: Document) -> Article:
    """The article of a text that could not be analysed: all of it is kept, and marked as doubtful."""
    units = split_units(document.raw)
    blocks = (doubt(Block("paragraph", unit.span, unit.text), block_rules.UNANALYSED) for unit in units)
    return Article(document, blocks=tuple(blocks))


def outline(document: Document) -> Article:
    """Title, byline, site, date and first blocks alone, for a list: much faster than the whole analysis."""
    raw = document.raw[:OUTLINE]
    language = guess_language(raw)
    cleaned = clean(raw, split_units(raw), language, cut=len(document.raw) > OUTLINE)
    head = cleaned.head
    document = _with_address(document, head)
    site = _site(document, head)
    return Article(document, language, _title(cleaned.blocks), head.byline, site, head.published, blocks=cleaned.blocks)


def _with_address(document: Document, head: Head) -> Document:
    """The document with the address that its text gives, where its source gave none."""
    source = document.source
    return document if source.url or not head.url else replace(document, source=replace(source, url=head.url))


def _site(document: Document, head: Head) -> str | None:
    """The site that the text names, else the host of the address."""
    return head.site or host_of(document.source.url or "")


def _title(blocks: tuple[Block, ...]) -> str | None:
    return next((block.text for block in blocks if block.kind == "title"), None)
