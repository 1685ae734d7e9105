"""What the headers of an answer say, however they are written: they are the server's word, and untrusted."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MOST_WAIT_SECONDS = 86_400.0
"""How long a server may ask to wait: a day."""
_MOST_VALIDATOR = 1_000
"""How long a validator may be, in characters; it is kept, and sent with the next request."""


def content_type(value: str) -> tuple[str, str | None]:
    """The media type in small letters and the charset that a `Content-Type` names, None where Python knows none."""
    media_type, *parameters = value.split(";")
    named = (one.partition("=") for one in parameters)
    charsets = (text.strip().strip("\"'") for name, _equals, text in named if name.strip().lower() == "charset")
    return media_type.strip().lower(), next(filter(_is_charset, charsets), None)


def validator(value: str | None) -> str | None:
    """An `ETag` or a `Last-Modified` as it can be sent back; None where it cannot."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= _MOST_VALIDATOR else None


def seconds_to_wait(value: str | None, now: datetime) -> float | None:
    """How long a `Retry-After` asks to wait, whether it gives seconds or a date; None where it says neither."""
    if value is None:
        return None
    if value.strip().isdecimal():
        seconds = float(value.strip()[:9])
    else:
        try:
            until = parsedate_to_datetime(value)
            seconds = (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()
        except (ValueError, OverflowError):  # OverflowError: a year beyond all
            return None
    return min(max(seconds, 0.0), MOST_WAIT_SECONDS)


def declared_length(value: str | None) -> int | None:
    """How many bytes `Content-Length` says will come, None where it says nothing."""
    return int(value) if value and value.isdecimal() and value.isascii() and len(value) < 20 else None


def _is_charset(name: str) -> bool:
    try:
        bytes(4).decode(name)  # four zeros are text in every charset
    except (LookupError, ValueError):  # ValueError: a name with NUL
        return False
    return bool(name)
