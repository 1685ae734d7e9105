"""What a person says of an article as a whole, as it is typed: its title, author, site, date and address."""

from __future__ import annotations

from urllib.parse import urlsplit

from tui_reader.analysis.text.dates import iso_date
from tui_reader.model import CorrectedField


def fact(field: CorrectedField, typed: str, language: str | None = None) -> str | None:
    """What was typed for a field of an article, as it is kept; None where it cannot be one.

    A date becomes ISO 8601: in `language`, 2/3 is one day or another, without it only the year counts. An address is
    one of the web.
    """
    text = " ".join(typed.split())
    if field == "published":
        return iso_date(text, language)
    if field == "url":
        return text if _is_web_address(text) else None
    return text or None


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
