"""Feeds made for tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)
ADDRESS = "https://clairon.example/flux/une.xml"
PARAGRAPH = "Quarante oies ont traversé la route lundi, à la surprise de tous, a dit Anne Roux devant la mairie. "


def rss(*items: str, head: str = "", declaration: str = "") -> str:
    """RSS 2.0 with items whose elements are given."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'{declaration}<rss version="2.0" {SPACES}><channel><title>Le Clairon</title>'
        f"<link>https://clairon.example/</link>{head}{inner}</channel></rss>"
    )


def atom(*entries: str, head: str = "", attributes: str = "") -> str:
    """Atom 1.0 with entries whose elements are given."""
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Le Clairon</title>'
        f'<link href="https://clairon.example/"/>{head}{inner}</feed>'
    )


def rdf(*items: str) -> str:
    """RSS 1.0 with items whose elements are given."""
    inner = "".join(
        f'<item rdf:about="https://clairon.example/{index}">{item}</item>' for index, item in enumerate(items)
    )
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'{SPACES}><channel rdf:about="https://clairon.example/"><title>Le Clairon</title>'
        f"<link>https://clairon.example/</link></channel>{inner}</rdf:RDF>"
    )


def json_feed(*items: dict[str, Any], **head: Any) -> str:
    """JSON Feed 1.1 with these items."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Le Clairon", **head, "items": items}
    return json.dumps(feed, ensure_ascii=False)


def item(title: str, html: str, *, link: str = "https://clairon.example/oies", rest: str = "") -> str:
    """The elements of an item of RSS, with its text as escaped HTML."""
    return (
        f"<title>{escape(title)}</title><link>{link}</link><description>{escape(html)}</description>"
        f"<pubDate>Mon, 03 Mar 2025 10:00:00 +0100</pubDate>{rest}"
    )


def long_feed(entries: int, paragraphs: int = 12) -> str:
    """RSS with so many entries of whole articles."""
    html = "".join(f"<p>{PARAGRAPH * 3}</p>" for _ in range(paragraphs))
    return rss(*(item(f"Récit {number}", html, link=f"https://clairon.example/{number}") for number in range(entries)))


def titles(entries: Sequence[Any]) -> list[str]:
    return [entry.title for entry in entries]
