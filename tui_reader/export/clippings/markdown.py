"""Clippings as Markdown: a heading, then each citation with its place in a file, the reader's mark and note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.export.citation import escaped_markdown, markdown
from tui_reader.export.clippings.sections import place_in_file, sections
from tui_reader.export.wording import MARK_NAMES
from tui_reader.library.values import Clipping
from tui_reader.messages import _


def as_markdown(clippings: Sequence[Clipping]) -> str:
    """All clippings under their headings, in the signs of CommonMark."""
    parts = []
    for section in sections(clippings):
        if section.heading:
            parts.append(f"## {escaped_markdown(section.heading)}")
        parts += map(_cited, section.clippings)
    return "\n\n".join(parts) + "\n"


def _cited(clipping: Clipping) -> str:
    place = place_in_file(clipping, with_folder=True)
    mark = _(MARK_NAMES[clipping.mark]) if clipping.mark else None
    details = " · ".join(part for part in (place and _code(place), mark) if part)
    parts = (markdown(clipping.excerpt), details, escaped_markdown(clipping.note))
    return "\n\n".join(part for part in parts if part)


def _code(text: str) -> str:
    """A text between code marks: one more of them than any run inside, set off where it begins or ends with one."""
    marks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    margin = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{margin}{text}{margin}{marks}"
