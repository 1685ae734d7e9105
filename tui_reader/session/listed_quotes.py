"""Which quotes of an article are listed. No widget here."""

from __future__ import annotations

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Article, Quote, Span

_HEAD = ("title", "heading")


def listed_quotes(article: Article, *, all_quoted: bool) -> tuple[Quote, ...]:
    """What was said, and other quoted words where they are asked for; what the head only takes from the text is not."""
    quotes = [quote for quote in article.quotes if quote.speech or all_quoted]
    words_of = {quote.span: f" {' '.join(WORD.findall(loose(quote.clean)))} " for quote in quotes}
    head = _spans_of_head(article)
    return tuple(
        quote
        for number, quote in enumerate(quotes)
        if not any(span.holds(quote.span) for span in head)
        or not any(words_of[quote.span] in words_of[later.span] for later in quotes[number + 1 :])
    )


def _spans_of_head(article: Article) -> list[Span]:
    """Title and headings, and the paragraph right below the title where another follows: the standfirst."""
    kept = [block for block in article.blocks if block.kept]
    paragraphs = [block for block in kept if block.kind == "paragraph"]
    return [block.span for block in kept if block.kind in _HEAD or block in paragraphs[:1]]
