"""The feeds that a web page names in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.formats.html.links import base_of
from tui_reader.ingest.formats.html.reader import decode_page, parse

_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"))
_OF_COMMENTS = re.compile("comment", re.IGNORECASE)
"""What the address or the title of a feed holds that is one of readers' comments, in French and in English."""


class FeedLink(NamedTuple):
    """A feed that a page names: its absolute address, and its title where it has one."""

    address: str
    title: str | None


def feed_links(page: bytes, address: str) -> tuple[FeedLink, ...]:
    """The feeds that the page at an `address` names, in its order, those of comments last."""
    tree = parse(decode_page(page).text)
    by_address: dict[str, FeedLink] = {}
    for link in _links(tree, base_of(tree, address) or address):
        by_address.setdefault(link.address, link)
    return tuple(sorted(by_address.values(), key=_is_of_comments))


def _links(tree: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    for node in tree.css('link[rel~="alternate" i], link[rel~="feed" i]'):
        media_type = _attribute(node, "type").partition(";")[0].strip().lower()
        address = absolute(_attribute(node, "href"), base)
        if address and media_type in _TYPES:
            yield FeedLink(address, _attribute(node, "title") or None)


def _attribute(node: LexborNode, name: str) -> str:
    """The value of an attribute as one line."""
    return " ".join((node.attributes.get(name) or "").split())


def _is_of_comments(link: FeedLink) -> bool:
    return _OF_COMMENTS.search(f"{link.address} {link.title or ''}") is not None
