"""Clippings under their headings, with texts that are safe to show: what the formats for people are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from tui_reader.display import display_line, display_lines
from tui_reader.library.values import ArticleKey, Clipping

_BETWEEN_PARAGRAPHS = re.compile(r"\n\n+")


class Section(NamedTuple):
    """The clippings of one heading, which is empty where they have none."""

    heading: str
    clippings: tuple[Clipping, ...]


def sections(clippings: Sequence[Clipping]) -> list[Section]:
    """The clippings in their order, safe to show, those of one heading together."""
    groups: dict[str, list[Clipping]] = {}
    for clipping in map(_safe, clippings):
        groups.setdefault(clipping.heading, []).append(clipping)
    return [Section(heading, tuple(group)) for heading, group in groups.items()]


def paragraphs(text: str) -> list[str]:
    """What blank lines separate in the words or the note of a clipping that is safe to show."""
    return _BETWEEN_PARAGRAPHS.split(text)


def place_in_file(clipping: Clipping, *, with_folder: bool) -> str | None:
    """`file:line`, or `file#number` of a record (from 1), whose lines are no lines of the file; None without a file."""
    where = clipping.where
    if not where.path:
        return None
    name = where.path if with_folder else PurePath(where.path).name
    return f"{name}:{clipping.line}" if where.record is None else f"{name}#{where.record + 1}"


def _safe(clipping: Clipping) -> Clipping:
    """A clipping whose words and note are in lines without blanks around them, every other text in one line."""
    shown: Clipping = _in_one_line(clipping)
    excerpt = replace(shown.excerpt, words=_in_lines(clipping.excerpt.words))
    where = ArticleKey._make(map(_in_one_line, clipping.where))
    return replace(shown, excerpt=excerpt, where=where, note=_in_lines(clipping.note))


def _in_one_line(value: Any) -> Any:
    """A text in one line; a struct with all texts in it so; anything else as it is."""
    if isinstance(value, str):
        return display_line(value).strip()
    if isinstance(value, msgspec.Struct):
        return replace(value, **{name: _in_one_line(getattr(value, name)) for name in value.__struct_fields__})
    return value


def _in_lines(text: str) -> str:
    return "\n".join(line.strip() for line in display_lines(text).split("\n")).strip()
