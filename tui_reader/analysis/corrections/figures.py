"""What the reader says of figures: their values, units, things, and who gives them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec.structs import replace

from tui_reader.analysis.corrections.items import (
    CorrectedItems,
    Fields,
    block_around,
    clean_words,
    correct_items,
    sentence_around,
)
from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.lexicon.number_words import is_money, number_words
from tui_reader.analysis.text.text_quote import nearest
from tui_reader.model import BY_READER, Article, Block, Correction, Figure, FigureKind, Qualifier, Span

_LARGEST = 1e15  # beyond it, a number in Python's form is not exact


def corrected_figures(article: Article, corrections: Mapping[Span, Sequence[Correction]]) -> CorrectedItems[Figure]:
    """The figures of an article with the corrections at their spans, by rank; those that the reader found come last."""

    def make(span: Span, fields: Fields) -> Figure | None:
        return figure_at(article, span) or _bare_figure(article, span, fields)

    def change(figure: Figure, fields: Fields) -> Figure | None:
        return _changed(figure, fields, article.language)

    corrected = correct_items(article.figures, corrections, article.document, make=make, change=change)
    ranked = tuple(replace(figure, rank=rank) for rank, figure in enumerate(corrected.items, 1))
    return corrected._replace(items=ranked)


def figure_at(article: Article, span: Span) -> Figure | None:
    """The figure that the words at a span of the raw text give as the rules read them; None where they read none."""
    block = block_around(article, span)
    raw = article.document.raw
    if block is None:
        return None
    found = find_figures(raw, [Block("paragraph", block.span, block.text)], (), article.language)
    figure = nearest(((mention, one) for one in found for mention in one.mentions), span)
    return _placed(figure, article, span) if figure else None


def read_number(typed: str, read_in: Sequence[str | None]) -> tuple[float, float | None] | None:
    """The number, or the ends of the range, that all of what was typed gives in one of these languages.

    `6,5 millions`, `1.200,50`, `-3`, `5 à 6`; None where something is left over that was not read.
    """
    for language in read_in:
        for text in (typed.strip(), f"{typed.strip()} %"):  # a number by itself may be a year, or too small to tell
            found = _figures_in(text, language)
            if len(found) == 1 and not _left_over(text, found[0].span) and abs(found[0].value) < _LARGEST:
                return found[0].value, found[0].high
    value = _number("".join(typed.split()).replace("−", "-").replace(",", "."))
    return None if value is None else (value, None)


def _figures_in(text: str, language: str | None) -> tuple[Figure, ...]:
    """The figures of a text that stands alone."""
    return find_figures(text, [Block("paragraph", Span(0, len(text)), text)], (), language)


def _left_over(text: str, span: Span) -> bool:
    """Whether a letter or a digit of a text was not read as the figure at a span."""
    return any(character.isalnum() for character in text[: span.start] + text[span.end :])


def read_unit(words: str, language: str | None) -> str:
    """The unit that words typed by the reader name: "EUR" for `euros` or `€`; the words where they name none."""
    found = _figures_in(f"1 {words}", language)
    return found[0].unit or words if len(found) == 1 else words


def read_amount(words: str, language: str | None) -> tuple[float, str | None] | None:
    """The value and the unit of the one figure that some words are: `10 %`, `3 millions d'euros`; None for others."""
    found = _figures_in(words, language)
    is_whole = len(found) == 1 and found[0].high is None and found[0].span.of(words) == words.strip()
    return (found[0].value, found[0].unit) if is_whole else None


def _bare_figure(article: Article, span: Span, fields: Fields) -> Figure | None:
    """A figure of which only the reader knows what it says."""
    value = _number(fields.get("value"))
    return None if value is None else _placed(Figure(span, "", "", value, span, rule=BY_READER), article, span)


def _placed(figure: Figure, article: Article, span: Span) -> Figure:
    """A figure at a span, and nowhere else."""
    return replace(
        figure,
        span=span,
        text=span.of(article.document.raw),
        clean=clean_words(article, [span]),
        sentence=sentence_around(article, span),
        mentions=(span,),
    )


def _changed(figure: Figure, fields: Fields, language: str | None) -> Figure | None:
    if "value" in fields:
        value = _number(fields["value"])
        if value is None:
            return None
        figure = replace(figure, value=value, high=None, rule=BY_READER)
    if "high" in fields:
        figure = replace(figure, high=_number(fields["high"]))
    if "unit" in fields:
        figure = replace(figure, unit=fields["unit"], kind=_kind(fields["unit"], language))
    if "qualifier" in fields:
        known: tuple[Qualifier, ...] = get_args(Qualifier)
        figure = replace(figure, qualifier=next((one for one in known if one == fields["qualifier"]), None))
    return replace(
        figure,
        what=fields.get("what", figure.what),
        attribution=fields.get("attribution", figure.attribution),
        corrected=tuple(fields),
    )


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < _LARGEST else None


def _kind(unit: str | None, language: str | None) -> FigureKind:
    """What kind of number has a unit."""
    if unit is None:
        return "count"
    if is_money(unit):
        return "money"
    kinds = number_words(language).unit_kinds if language else []
    return next((kind for kind, units in kinds if unit in units), "measure")
