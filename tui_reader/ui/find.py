"""Finding words in a page: case, typographic quotes and blanks aside, across line ends. No widget here."""

from __future__ import annotations

import re

from tui_reader.analysis.text import fold
from tui_reader.model import Span


def find_all(text: str, words: str) -> list[Span]:
    """Every place where `words` stand in `text`, in order, without overlap."""
    parts = [re.escape(part) for part in fold(words).split()]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts))
    return [Span(*match.span()) for match in pattern.finditer(fold(text))]
