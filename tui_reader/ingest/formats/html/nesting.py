"""Keep the nesting of a page's elements bounded: the parser's time grows with its square."""

from __future__ import annotations

import re

DEEPEST = 1_000
"""How many elements may be open at once; browsers show no more than 512 (Chromium, Firefox)."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
_ENDED_BY_OTHERS = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "body", "head"),
    )
)
"""Elements that have no end tag, or may lack it (HTML, sections 13.1.2 and 13.1.2.4)."""


def bounded(source: str) -> str:
    """The source of a page without the tags that open elements inside `DEEPEST` others."""
    if source.count("<") <= DEEPEST:
        return source
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _ENDED_BY_OTHERS:
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0]
        depth += 1
        return tag[0] if depth <= DEEPEST else ""

    return _TAG.sub(kept, source)
