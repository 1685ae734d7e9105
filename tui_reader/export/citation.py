"""Quoted words with where they come from; parts that are not known are left out."""

from __future__ import annotations

from tui_reader.export.wording import quoted
from tui_reader.model import Article, Figure


def cite(quoted_text: str, article: Article, speaker: str | None = None) -> str:
    """`« words »`, and on a line of its own `— speaker, title, site, date, URL`."""
    source = article.document.source
    parts = [speaker, article.title, article.site, article.day, source.url]
    known = ", ".join(part for part in parts if part)
    cited = quoted(quoted_text, article.language)
    return f"{cited}\n\n— {known}" if known else cited


def figure_words(figure: Figure, article: Article) -> str:
    """The figure in the article's own words: its sentence."""
    return article.wording.clean_span(figure.sentence).of(article.text)
