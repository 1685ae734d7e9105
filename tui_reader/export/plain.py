"""An article as plain text: what is printed where there is no screen."""

from __future__ import annotations

import textwrap

from tui_reader.display import displayable
from tui_reader.export.wording import figure_in_brief, quoted
from tui_reader.messages import _, spoken
from tui_reader.model import Article, Quote

WIDTH = 78


def as_plain(article: Article) -> str:
    """The head of a page, the cleaned article, its figures, its quotes with who said them: safe to show."""
    parts = [*_lead(article), *(_fill(paragraph) for paragraph in article.text.split("\n\n"))]
    if article.figures:
        parts.append(_("Key figures"))
        parts.append("\n".join(_fill(figure_in_brief(figure, article), "  ") for figure in article.figures))
    quotes = [quote for quote in article.quotes if quote.speech]
    if quotes:
        parts.append(_("Quotes"))
        parts.append("\n".join(_fill(_attributed(quote, article.language), "  ") for quote in quotes))
    return displayable("\n\n".join(parts))


def _lead(article: Article) -> list[str]:
    """Title, byline, site and date of an article whose text does not give them, as that of a page does not."""
    if not article.corrected and (article.has_title_in_text or not article.document.marks):
        return []
    signature = " · ".join(part for part in (article.byline, article.site, article.published) if part)
    return [_fill(part) for part in (article.title, signature) if part]


def _attributed(quote: Quote, language: str | None) -> str:
    """A quote with who said it, in the typography of the article's language."""
    colon = " : " if (language or spoken()) == "fr" else ": "
    return (quote.speaker or _("speaker not named")) + colon + quoted(quote.clean, language)


def _fill(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent * 2, break_on_hyphens=False)
