"""Lists of feeds for other readers (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tui_reader.display import displayable
from tui_reader.ingest.opml import OpmlFeed, folder_names

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_INDENT = "  "


class _Folder(msgspec.Struct):
    """What stands in a folder: feeds, and folders by their names."""

    feeds: list[OpmlFeed] = msgspec.field(default_factory=list)
    folders: dict[str, _Folder] = msgspec.field(default_factory=dict)


def as_opml(feeds: Iterable[OpmlFeed]) -> str:
    """The list of feeds: in each folder its feeds in their order, then the folders inside it."""
    root = _Folder()
    for feed in feeds:
        folder = root
        for name in folder_names(feed.folder):
            folder = folder.folders.setdefault(name, _Folder())
        folder.feeds.append(feed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', f"{_INDENT}<head/>", f"{_INDENT}<body>"]
    lines += _outlines(root, 2)
    return "\n".join([*lines, f"{_INDENT}</body>", "</opml>", ""])


def _outlines(folder: _Folder, depth: int) -> Iterator[str]:
    """The lines of what a folder holds."""
    indent = _INDENT * depth
    for feed in folder.feeds:
        title = _attribute(feed.title or feed.address)
        yield f'{indent}<outline type="rss" text={title} title={title} xmlUrl={_attribute(feed.address)}/>'
    for name, inner in folder.folders.items():
        yield f"{indent}<outline text={_attribute(name)}>"
        yield from _outlines(inner, depth + 1)
        yield f"{indent}</outline>"


def _attribute(text: str) -> str:
    """A text as the value of an attribute; what would act on a terminal or hide is named by its number."""
    shown = zip(text, displayable(text), strict=True)
    return f'"{"".join(_ENTITIES.get(sign, sign) if sign == safe else _reference(sign) for sign, safe in shown)}"'


def _reference(sign: str) -> str:
    """A character by its number; one that XML cannot hold is replaced (XML, section 2.2)."""
    code = ord(sign)
    is_held = sign in "\t\n\r" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000
    return f"&#{code};" if is_held else "\N{REPLACEMENT CHARACTER}"
