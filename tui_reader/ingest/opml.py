"""Lists of feeds as readers exchange them (OPML).

A feed stands in a folder, which may stand in others: "Presse/Régions" is the folder "Régions" in "Presse". A stroke in
the name of a folder has a backslash before it, and so has a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import name2codepoint
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tui_reader.errors import InputError
from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.decode import decode_named
from tui_reader.messages import _

_DECLARED_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(?:([A-Za-z]\w{1,10});)?")
"""One that stands for itself, as in addresses that were pasted, or the name of a character as HTML has it."""
_FEED_SCHEME = re.compile(r"\Afeed:(?://)?(https?:)?(?://)?", re.IGNORECASE)
_DEEPEST = 30
"""How many folders deep a feed stands: the others are left out."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class OpmlFeed(NamedTuple):
    """A feed of a list: its address, its title ("" where it has none), and its folder ("" where it stands in none)."""

    address: str
    title: str
    folder: str


def read_opml(data: bytes, name: str = "-") -> Sequence[OpmlFeed]:
    """The feeds of a list, in its order; `name` is what a problem is told of. Raises InputError where it is none."""
    root = _root(data, name)
    if _name(root) != "opml":
        raise InputError(name, _("is no list of feeds (OPML)"))
    return tuple(_feeds(root))


def folder_path(names: Iterable[str]) -> str:
    """The names of folders, the outermost first, as one path."""
    return "/".join(re.sub(r"([\\/])", r"\\\1", one) for one in names)


def folder_names(path: str) -> list[str]:
    """The names of the folders of a path, the outermost first."""
    names = re.findall(r"(?:[^\\/]|\\.)+", path, re.DOTALL)
    return [_ESCAPED.sub(r"\1", one) for one in names[:_DEEPEST]]


def _root(data: bytes, name: str) -> Element:
    """The root of a list, whose ampersands may be bare."""
    declared = _DECLARED_ENCODING.match(data)
    text = decode_named(data, [declared[1].decode("ascii")] if declared else []).text.lstrip("\ufeff \t\r\n")
    if not text:
        raise InputError(name, _("is empty"))
    try:
        return _parsed(text)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise InputError(name, _("is XML that cannot be read ({reason})").format(reason=error)) from error


def _parsed(text: str) -> Element:
    try:
        return fromstring(text)
    except ParseError:
        return fromstring(_BARE_AMPERSAND.sub(_reference, text))


def _reference(ampersand: re.Match[str]) -> str:
    """What XML has for a bare ampersand, or for the name of a character that only HTML knows."""
    if ampersand[1] in name2codepoint:
        return f"&#{name2codepoint[ampersand[1]]};"
    return f"&amp;{ampersand[0][1:]}"


def _feeds(root: Element) -> Iterator[OpmlFeed]:
    """The feeds below an element in order, without recursion: lists nest as deeply as they like."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        attributes = {key.lower(): " ".join(value.split()) for key, value in element.attrib.items()}
        title = attributes.get("text") or attributes.get("title") or ""
        stated = attributes.get("xmlurl", "")
        address = absolute(_FEED_SCHEME.sub(lambda found: f"{found[1] or 'http:'}//", stated))
        if address:
            yield OpmlFeed(address, title, folder_path(folders[:_DEEPEST]))
        elif title and "xmlurl" not in attributes:
            folders = (*folders, title)
        waiting += [(child, folders) for child in reversed(element)]


def _name(element: Element) -> str:
    """The name of an element without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].lower()
