"""Find the line at the head of a page that gives the title again, with the site's name behind it."""

from __future__ import annotations

import re

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import limit
from tui_reader.analysis.text.segmentation import WORD, fold

_SITE = re.compile(r"(?P<title>\S+\s+\S+\s.+?)\s[-–—|•·]\s+(?P<site>[^\W\d_][^–—|•·]{1,40})")


def drop_title_of_page(draft: PageDraft) -> None:
    """Drop a first line that is another line and a site's name: "The pier reopens - The Ledger"."""
    known = {line.folded for line in draft.lines}
    for index in range(min(limit("near"), len(draft.lines))):
        match = _SITE.fullmatch(draft.blocks[index].text.strip()) if draft.is_plain(index) else None
        if (
            match
            and fold(match["title"]) in known
            and len(WORD.findall(match["site"])) <= limit("most_signature_words")
        ):
            draft.drop(index, block_rules.TITLE_OF_PAGE)


def site_of_title(text: str) -> str | None:
    """The name of the site behind the title."""
    match = _SITE.fullmatch(text.strip())
    return match["site"] if match else None
