"""Whether the text of a feed's entry is only a teaser of the page that the entry leads to.

No words of a language are known here: the shape and the length of the text tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CUT = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(…\))\W*\Z")
"""How a text ends that a program has cut."""
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\W*\Z")
_LONG_TEXT = 2_500
"""Code points of a text that may end with dots of its own."""
_SHORTEST_ARTICLE = 1_000
"""Code points of a text in one or two paragraphs that is no standfirst."""
_SHORTEST_PARAGRAPHS = 400
"""The same, of a text in several paragraphs."""
_FEWEST_PARAGRAPHS = 3
_PARAGRAPH = 60
"""Code points of what is a paragraph rather than a label."""


def is_teaser(paragraphs: Sequence[str], *, leads_to_page: bool, has_summary: bool = False) -> bool:
    """Whether paragraphs are the beginning of a text alone, or what a paper sets above it.

    `leads_to_page`: below them stands a link to the page. `has_summary`: the feed gives a shorter text besides, so that
    this one is more than a summary.
    """
    text = "\n".join(paragraphs)
    if leads_to_page or _CUT.search(text):
        return True
    if _ELLIPSIS.search(text) and len(text) < _LONG_TEXT:
        return True
    if has_summary:
        return False
    long = [one for one in paragraphs if len(one) >= _PARAGRAPH]
    return len(text) < (_SHORTEST_PARAGRAPHS if len(long) >= _FEWEST_PARAGRAPHS else _SHORTEST_ARTICLE)
