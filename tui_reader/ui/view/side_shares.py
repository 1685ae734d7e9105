"""How figures and quotes share the height of the side panel. No widget here."""

from __future__ import annotations

_LEAST, _OF = 2, 5
"""The figures have so much of the height where both lists would need more than there is."""


def figure_height(height: int, figures: int, quotes: int) -> int:
    """The rows of the list of figures of so many in all; `figures` and `quotes` are what the two lists would need."""
    share = height * _LEAST // _OF
    if figures <= share or quotes <= height - share:
        return max(1, min(figures, max(share, height - quotes)))
    return share
