"""What the reader says of quotes: their speakers, whether they are speech, where they begin and end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tui_reader.analysis.corrections.items import (
    CorrectedItems,
    Fields,
    clean_words,
    correct_items,
    sentence_around,
)
from tui_reader.analysis.quotes.state import MARKS
from tui_reader.analysis.text.text_quote import read_place
from tui_reader.model import BY_READER, TRUE, Article, Correction, Quote, Span


def corrected_quotes(article: Article, corrections: Mapping[Span, Sequence[Correction]]) -> CorrectedItems[Quote]:
    """The quotes of an article with the corrections at their spans, in the order of the text."""

    def make(span: Span, _fields: Fields) -> Quote:
        return _with_span(Quote(span, "", "", span, rule=BY_READER), span, article)

    def change(quote: Quote, fields: Fields) -> Quote | None:
        return _changed(quote, fields, article)

    corrected = correct_items(article.quotes, corrections, article.document, make=make, change=change)
    return corrected._replace(items=tuple(sorted(corrected.items, key=lambda quote: quote.span)))


def inside_marks(article: Article, span: Span) -> Span:
    """A stretch of the raw text without the quotation marks and blanks at its edges."""
    words = span.of(article.document.raw)
    start = span.start + len(words) - len(words.lstrip(MARKS))
    return Span(start, max(start, span.start + len(words.rstrip(MARKS))))


def _changed(quote: Quote, fields: Fields, article: Article) -> Quote | None:
    if "span" in fields:
        span = read_place(fields["span"], article.document)
        if span is None:
            return None
        quote = _with_span(quote, span, article)
    if "speaker" in fields:
        speaker = fields["speaker"]
        quote = replace(
            quote,
            speaker=speaker,
            candidates=(),
            speaker_span=None,
            how="name" if speaker else "none",
            rule=BY_READER,
            confidence=None,
        )
    speech = fields["speech"] == TRUE if "speech" in fields else quote.speech
    return replace(quote, role=fields.get("role", quote.role), speech=speech, corrected=tuple(fields))


def _with_span(quote: Quote, span: Span, article: Article) -> Quote:
    """A quote that begins and ends elsewhere, with what the reporter says between its words as before."""
    incises = tuple(incise for incise in quote.incises if span.holds(incise))
    edges = [span.start, *(edge for incise in incises for edge in incise), span.end]
    parts = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]
    return replace(
        quote,
        span=span,
        text=span.of(article.document.raw),
        clean=clean_words(article, parts),
        incises=incises,
        sentence=sentence_around(article, span),
    )
