"""Making a failing text small: whatever it fails without is taken out of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

SECONDS = 60
"""The longest that a text is made smaller for."""

_PARTS = (re.compile(r"[^\n]*\n|[^\n]+"), re.compile(r"\S+\s*|\s+"), re.compile(r"(?s)."))
"""Lines, words, characters."""


def minimised(text: str, fails: Callable[[str], bool]) -> str:
    """A part of `text` that still fails; where there was time, no line, word or character of it can be left out."""
    end = time.monotonic() + SECONDS
    for part in _PARTS:
        pieces = part.findall(text)
        size = max(1, len(pieces) // 2)
        while size:
            at = 0
            while at < len(pieces) and time.monotonic() < end:
                fewer = pieces[:at] + pieces[at + size :]
                if fails("".join(fewer)):
                    pieces = fewer
                else:
                    at += size
            size //= 2
        text = "".join(pieces)
    return text
