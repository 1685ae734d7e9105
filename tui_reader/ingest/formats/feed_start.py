"""How feeds begin: RSS, RDF, Atom, JSON Feed."""

from __future__ import annotations

import re

_SNIFFED = 8_192
"""How many bytes at the start of an input are looked at."""
_PROLOGUE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+", re.DOTALL | re.IGNORECASE)
"""What may stand before the first element of XML."""
_ROOT = re.compile(
    rb"<(?:[\w.-]{1,20}:)?(?:rss[\s>]|feed[\s>]|RDF\s[^>]{0,4000}(?:purl\.org/(?:rss|net/rss)|my\.netscape\.com/rdf))",
    re.IGNORECASE,
)
_JSON_FEED = re.compile(rb"\s*\{.{0,8192}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version", re.DOTALL)
_BYTE_ORDER_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+")


def looks_like_feed(data: bytes) -> bool:
    """Whether an input begins as a feed does, also behind comments and blank lines, and in UTF-16."""
    start = _BYTE_ORDER_MARKS.sub(b"", data[:_SNIFFED].replace(b"\0", b""))
    prologue = _PROLOGUE.match(start)
    return bool(prologue and _ROOT.match(start, prologue.end())) or _JSON_FEED.match(start) is not None
