"""An article as plain text: what is printed where there is no screen."""

from __future__ import annotations

import textwrap

from tui_reader.display import displayable
from tui_reader.messages import _
from tui_reader.model import Article

WIDTH = 78


def as_plain(article: Article) -> str:
    """The cleaned article, then its figures and its quotes with who said them; safe to show on a terminal."""
    parts = [_fill(paragraph) for paragraph in article.text.split("\n\n")]
    if article.figures:
        parts.append(_("Key figures"))
        parts.append("\n".join(_fill(f"{f.text}  {f.what or ''}".rstrip(), "  ") for f in article.figures))
    quotes = [quote for quote in article.quotes if quote.speech]
    if quotes:
        parts.append(_("Quotes"))
        nobody = _("speaker not named")
        parts.append("\n".join(_fill(f"{q.speaker or nobody} : « {q.clean} »", "  ") for q in quotes))
    return displayable("\n\n".join(parts))


def _fill(text: str, indent: str = "") -> str:
    words = " ".join(text.split(" "))
    return textwrap.fill(words, WIDTH, initial_indent=indent, subsequent_indent=indent * 2, break_on_hyphens=False)
