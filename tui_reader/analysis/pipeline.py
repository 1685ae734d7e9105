"""The steps of the analysis, in order: from a document to an article.

Each step takes the text and what the steps before it made of it, and makes values of `model`, which are frozen; their
offsets point into the raw text throughout.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.address import host_of
from tui_reader.analysis.cleaning.block_rules import doubt
from tui_reader.analysis.cleaning.corrections import correct
from tui_reader.analysis.cleaning.declared import stated_title, weigh
from tui_reader.analysis.cleaning.markup import article_edges
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.cleaning.pipeline import Cleaned, clean
from tui_reader.analysis.cleaning.said_in_head import mark_what_is_said
from tui_reader.analysis.cleaning.units import cut_units, split_units
from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.headlines.corrupted_words import mark_doubtful_words
from tui_reader.analysis.headlines.folding import fold_headlines
from tui_reader.analysis.lexicon import languages
from tui_reader.analysis.quotes.attribution import name_speakers
from tui_reader.analysis.quotes.quotation_marks import find_quotes, with_clean_wording
from tui_reader.analysis.repaired_text import RepairedText, without_overlap
from tui_reader.analysis.text.characters import character_edits
from tui_reader.analysis.text.language import guess_language, language_of_few_words
from tui_reader.analysis.text.markdown_page import MarkdownPage, read_markdown_page
from tui_reader.model import Article, Block, Correction, Document, Mark, Rewording

OUTLINE_LENGTH = 20_000
"""The number of code points of a text from which its outline is made."""


def analyse(document: Document, corrections: Sequence[Correction] = ()) -> Article:
    """The article in a document, with the reader's `corrections` of its blocks and of its language.

    Of others, see `corrections.apply`.
    """
    raw = document.raw

    # The text with its damaged characters repaired; which of its lines are the article, which are boilerplate, and what
    # its head says of it, which some of the lines say alone.
    characters, page_marks = _as_meant(document, raw)
    stated = [correction.value for correction in corrections if correction.field == "language"]
    language = stated[-1] if stated and stated[-1] in languages() else guess_language(characters.text)
    cleaned = _cleaned(document, characters, page_marks, language)
    blocks = correct(characters.blocks_in_raw(cleaned.blocks), corrections, document)
    article = _article(document, language, cleaned.head, blocks)
    blocks = article.blocks

    # The blocks as they are meant: their characters repaired, their lines joined.
    repaired = RepairedText(raw, (edit for block in blocks for edit in block.edits))
    repaired_blocks = repaired.blocks(blocks)

    # The titles of other articles, with their near-duplicates, and the words that these show to be corrupted.
    headlines = fold_headlines(repaired_blocks, language)
    marked_blocks = mark_doubtful_words(repaired_blocks, headlines, language)

    # What is said and counted in the kept blocks.
    kept = [block for block in repaired_blocks if block.kept]
    read_in = language or _declared_language(document) or language_of_few_words(repaired.text)
    named = name_speakers(repaired.text, kept, find_quotes(repaired.text, kept), read_in)
    quotes = with_clean_wording(repaired.text, named)
    counted = [block for block in repaired_blocks if block.kept or block.kind == "title"]
    figures = find_figures(repaired.text, counted, quotes, read_in)

    return replace(
        article,
        blocks=repaired.with_doubts(blocks, marked_blocks),
        headlines=repaired.headlines_in_raw(headlines),
        figures=repaired.figures_in_raw(figures),
        quotes=repaired.quotes_in_raw(quotes),
    )


def outline(document: Document) -> Article:
    """The article with title, byline, site, date and its first blocks alone: much faster than the whole analysis."""
    raw = document.raw[:OUTLINE_LENGTH]
    characters, page_marks = _as_meant(document, raw)
    language = guess_language(characters.text)
    cleaned = _cleaned(document, characters, page_marks, language, cut=len(document.raw) > OUTLINE_LENGTH)
    return _article(document, language, cleaned.head, characters.blocks_in_raw(cleaned.blocks))


def _as_meant(document: Document, raw: str) -> tuple[RepairedText, tuple[Mark, ...]]:
    """The text of a document, or its beginning, with its damaged characters repaired.

    Of a page that was written down as Markdown its words alone, and the marks of its raw text.
    """
    edits = character_edits(raw)
    page = MarkdownPage() if document.marks else read_markdown_page(raw)
    if page.edits:
        edits = list(without_overlap([*edits, *page.edits]))
    return RepairedText(raw, edits), page.marks


def _cleaned(
    document: Document,
    characters: RepairedText,
    page_marks: Sequence[Mark],
    language: str | None,
    *,
    cut: bool = False,
) -> Cleaned:
    """The text of a document, or as much of it as `characters` holds, cleaned with what its markup and its head say.

    `page_marks` are those of a page in Markdown.
    """
    marks = characters.marks((*document.marks, *page_marks))
    units = split_units(characters.text)
    return clean(
        characters.text,
        cut_units(characters.text, units, article_edges(characters.text, marks)),
        language,
        cut=cut,
        marks=marks,
        is_markdown=bool(page_marks),
        declared_title=stated_title(document.declared),
    )


def _declared_language(document: Document) -> str | None:
    """The language that a source says it is in, where the lexicon knows it: for texts too short to tell."""
    declared = document.declared.language
    code = declared.text[:2].lower() if declared else ""
    return code if code in languages() else None


def unanalysed(document: Document) -> Article:
    """The article of a text that could not be analysed: every block is kept, and marked as doubtful."""
    units = split_units(document.raw)
    blocks = (doubt(Block("paragraph", unit.span, unit.text), block_rules.UNANALYSED) for unit in units)
    return Article(document, blocks=tuple(blocks))


def _article(document: Document, language: str | None, head: Head, blocks: tuple[Block, ...]) -> Article:
    """The article with its metadata: an address or a site that the source does not give comes from the text."""
    source, declared = document.source, document.declared
    if not source.url:
        source = replace(source, url=head.url or (declared.url and declared.url.text))
    verdict = weigh(head, declared, next((_wording(document.raw, b) for b in blocks if b.kind == "title"), None))
    new_notes = tuple(note for note in verdict.notes if note not in source.notes)  # an article's document has them
    if new_notes:
        source = replace(source, notes=source.notes + new_notes)
    return Article(
        document=document if source == document.source else replace(document, source=source),
        language=language,
        title=verdict.title,
        byline=verdict.byline,
        site=verdict.site or host_of(source.url or ""),
        published=verdict.published,
        blocks=mark_what_is_said(document.raw, blocks, verdict.head(source.url), language),
    )


def _wording(raw: str, block: Block) -> str:
    """The words of a block with its edits made."""
    return Rewording.build(raw, [(block.span, block.edits)]).text
