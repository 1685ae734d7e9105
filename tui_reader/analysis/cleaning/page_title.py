"""Tell a title from the name of the site beside it, in the title itself or in a line above that gives it again."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import common_words, limit
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

_SIGN = re.compile(r"\s[-–—|•·]\s")
_SITE = re.compile(r"(?P<title>\S+\s+\S+\s.+?)\s(?P<sign>[-–—|•·])\s+(?P<site>[^\W\d_][^–—|•·]{1,40})")
_SITE_FIRST = re.compile(r"(?P<site>[^\W\d_][^–—|•·]{1,40})\s\|\s+(?P<title>\S+\s+\S+\s.+)")
SITE_NAME = "title.site"
"""The rule of the edit that cuts the name of the site from a title."""
_MOST_NAMING = 60  # code points of a line that names the site


def drop_title_of_page(draft: PageDraft) -> None:
    """Drop a first line that is another line and a site's name: "The pier reopens - The Ledger"."""
    known = {line.folded for line in draft.lines}
    for index in range(min(limit("near"), len(draft.lines))):
        site = site_beside(draft.blocks[index].text, known) if draft.is_plain(index) else None
        if site and len(WORD.findall(site)) <= limit("most_signature_words"):
            draft.drop(index, block_rules.TITLE_OF_PAGE)


def site_beside(text: str, titles: Container[str]) -> str | None:
    """The name that stands behind one of these folded titles, or before it and a bar; None where there is none."""
    if not _SIGN.search(text):
        return None
    matches = (pattern.fullmatch(text.strip()) for pattern in (_SITE, _SITE_FIRST))
    return next((match["site"] for match in matches if match and fold(match["title"]) in titles), None)


def cut_site_from_title(draft: PageDraft) -> None:
    """Leave out of the title the name of the site behind a bar, or behind a dash where the text has it elsewhere."""
    index = draft.title_index
    match = _SITE.fullmatch(draft.blocks[index].text) if index is not None else None
    if index is None or match is None or not _may_be_site(match["site"]):
        return
    site = fold(match["site"])
    others = (line.folded for number, line in enumerate(draft.lines) if number != index)
    if match["sign"] == "|" or any(site in line for line in others if len(line) <= _MOST_NAMING):
        draft.cut_end(index, match.end("title"), SITE_NAME)


def _may_be_site(name: str) -> bool:
    """Whether a few words may be the name of a site: all but the commonest have capitals."""
    parts = WORD.findall(name)
    return len(parts) <= limit("most_signature_words") and all(
        part[0].isupper() or fold(part) in common_words() for part in parts
    )


def site_of_title(text: str, blocks: Sequence[Block]) -> str | None:
    """The name of the site beside a title, which may be one of these blocks by itself."""
    match = _SITE.fullmatch(text.strip())
    beside = site_beside(text, {fold(block.text).strip() for block in blocks})
    return beside or (match["site"] if match else None)
