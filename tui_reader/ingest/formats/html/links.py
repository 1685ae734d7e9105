"""The links of a page: their words, and the addresses that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.formats.html.visible_text import VisibleText
from tui_reader.model import Link

_MOST_LINKS = 5_000
"""Links of a page that are looked at: front pages have some hundred."""
_LONGEST_ADDRESS = 2_000
"""Code points of an address that is kept; pages name their articles by some hundred."""
_HOST = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?=/|\Z)")
_PLAIN = re.compile(r"(https?://[a-z0-9.-]+(?::\d+)?)?/(?:[\w%~+=-][\w/.%~+,=&:-]*(?:\?[\w/.%~+,=?&;:-]+)?)?", re.ASCII)
"""An address, or a path, that is the same when it is resolved, unless it holds a segment that begins with a dot."""


def links_of(page: VisibleText, base: str | None) -> Iterator[Link]:
    """The links of a page that lead to an address of the web; relative ones only where their `base` is known."""
    host = _HOST.match(base or "")
    for span, target in page.links[:_MOST_LINKS]:
        if target and len(target) <= _LONGEST_ADDRESS and not span.of(page.raw).isspace():
            address = _resolved(target, base, host[0] if host else None)
            if address:
                yield Link(span, address)


def base_of(tree: LexborHTMLParser, address: str | None) -> str | None:
    """Where the relative addresses of a page begin that stands at an `address`."""
    node = tree.css_first("base[href]")
    return (absolute(node.attributes["href"], address) if node else None) or address


def _resolved(target: str, base: str | None, host: str | None) -> str | None:
    """The address that a link leads to; usual ones need no parsing, which takes long for all links of a page."""
    plain = _PLAIN.fullmatch(target) if "/." not in target else None
    if plain and (plain[1] or host):
        return target if plain[1] else f"{host}{target}"
    return absolute(target, base)
