"""Keep the nesting of a page's elements and its menus bounded: the parser's time grows with the square of each."""

from __future__ import annotations

import re

DEEPEST = 1_000
"""How many elements may be open at once; browsers show no more than 512 (Chromium, Firefox)."""
MOST_OPTIONS = 5_000
"""How many entries the menus of a page may have together; those of one menu are what takes the parser so long."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
_ENDED_BY_OTHERS = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "body", "head"),
    )
)
"""Elements that have no end tag, or may lack it (HTML, sections 13.1.2 and 13.1.2.4)."""


def bounded(source: str) -> str:
    """The source of a page without the tags that open elements inside `DEEPEST` others or options past `MOST_OPTIONS`.

    The text of such an option becomes that of the one before it: readers see neither.
    """
    if source.count("<") <= DEEPEST:
        return source
    depth = options = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth, options
        name = tag[2].lower()
        if name == "option" and not tag[1]:
            options += 1
            return tag[0] if options <= MOST_OPTIONS else ""
        if name in _ENDED_BY_OTHERS:
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0]
        depth += 1
        return tag[0] if depth <= DEEPEST else ""

    return _TAG.sub(kept, source)
