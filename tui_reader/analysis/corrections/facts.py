"""What a person says of an article as a whole, as it is typed: its title, author, site, date and address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from tui_reader.analysis.lexicon import languages
from tui_reader.analysis.text.dates import iso_date
from tui_reader.model import CorrectedField


def fact(field: CorrectedField, typed: str, language: str | None = None) -> str | None:
    """What was typed for a field of an article, as it is kept; None where it cannot be one.

    A date becomes ISO 8601; without a `language`, which tells whether 2/3 is in March, such a one is none. An address
    is one of the web.
    """
    text = " ".join(typed.split())
    if field == "published":
        return _date(text, [language] if language else languages())
    if field == "url":
        return text if _is_web_address(text) else None
    return text or None


def _date(text: str, languages_of_text: Sequence[str]) -> str | None:
    """A day that all these languages read the same, or a month or a year in numbers."""
    if _YEAR_FIRST.fullmatch(text):
        try:
            date.fromisoformat((text + "-01-01")[: len("2000-01-01")])
        except ValueError:
            return None
        return text
    days = {iso_date(text, language) for language in languages_of_text}
    whole = {day for day in days if day and len(day) == len("2000-01-01")}
    return whole.pop() if len(whole) == 1 else None


_YEAR_FIRST = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
