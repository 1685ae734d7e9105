"""Lay corrections over an article. Those of blocks, and of the language, are for the analysis itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tui_reader.analysis.cleaning.corrections import block_at
from tui_reader.analysis.corrections.corrected import CorrectedArticle
from tui_reader.analysis.corrections.figures import corrected_figures
from tui_reader.analysis.corrections.items import Fields
from tui_reader.analysis.corrections.quotes import corrected_quotes
from tui_reader.analysis.text.text_quote import find_place
from tui_reader.model import Article, CorrectedField, Correction, Span, Subject


def apply_corrections(article: Article, corrections: Sequence[Correction]) -> CorrectedArticle:
    """The article as the reader says it is; `corrections` are in the order in which they were made.

    Those that concern the analysis have been heeded by it; here it is only seen whether they fit.
    """
    if not corrections:
        return CorrectedArticle(article)
    facts: dict[CorrectedField, str | None] = {}
    of_items: dict[Subject, dict[Span, list[Correction]]] = {"quote": {}, "figure": {}}
    located: dict[Correction, Span] = {}
    unfit: list[Correction] = []
    for correction in corrections:
        span = _locate(correction, article)
        if span:
            located[correction] = span
        if correction.place and span is None:
            unfit.append(correction)
        elif correction.subject == "article":
            facts[correction.field] = correction.value
        elif span and correction.subject in of_items:
            of_items[correction.subject].setdefault(span, []).append(correction)
    corrected = _with_facts(article, facts)
    quotes = corrected_quotes(corrected, of_items["quote"])
    figures = corrected_figures(corrected, of_items["figure"])
    return CorrectedArticle(
        replace(corrected, quotes=quotes.items, figures=figures.items),
        {**_keyed("quote", quotes.origins), **_keyed("figure", figures.origins)},
        located,
        (*unfit, *quotes.unfit, *figures.unfit),
    )


def _locate(correction: Correction, article: Article) -> Span | None:
    """Where the words of a correction stand in an article; of a block, the block that has them."""
    if correction.place is None:
        return None
    if correction.subject == "block":
        block = block_at(article.blocks, correction.place, article.document)
        return block.span if block else None
    return find_place(correction.place, article.document)


def _keyed(subject: Subject, origins: Mapping[Span, Span]) -> dict[tuple[Subject, Span], Span]:
    return {(subject, span): origin for span, origin in origins.items()}


def _with_facts(article: Article, facts: Fields) -> Article:
    """The article with what the reader says of its head."""
    if not facts:
        return article
    document, source = article.document, article.document.source
    return replace(
        article,
        document=replace(document, source=replace(source, url=facts.get("url", source.url))),
        language=facts.get("language", article.language),
        title=facts.get("title", article.title),
        byline=facts.get("byline", article.byline),
        site=facts.get("site", article.site),
        published=facts.get("published", article.published),
        corrected=tuple(facts),
    )
