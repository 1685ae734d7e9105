"""Find what a browser prints at the edges of each page: the day and the title above, the address and the page below."""

from __future__ import annotations

import re

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.page_title import site_beside
from tui_reader.analysis.text.segmentation import fold

_MOMENT = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[A-Z]{2}\b)??")  # "3/12/24, 6:02 PM"
_PAGE = re.compile(
    r"(?:[^\W\d_]{1,5}\s)?(?P<page>\d{1,3})(?:\s?/\s?|\s[^\W\d_]{1,5}\s)(?P<pages>\d{1,3})"
)  # "Page 2 of 3"
_HEAD = re.compile(rf"{_MOMENT.pattern}\s+(?P<title>\S.*[^\W\d_].*)")
_FEET = (
    re.compile(rf"(?P<url>https?://\S+)\s+{_PAGE.pattern}"),
    re.compile(rf"{_PAGE.pattern}\s+{_MOMENT.pattern}"),
)
_ADDRESS = "http"
_SHORT, _LONG = 20, 400  # code points
_ALONE = (_MOMENT, _PAGE)


def drop_print_lines(draft: PageDraft) -> None:
    """Drop the lines that a browser printed, where a page is counted, or the title stands behind the day again."""
    kept = ((index, block.text.strip()) for index, block in enumerate(draft.blocks) if block.kept)
    texts = {index: text for index, text in kept if _may_be_printed(text)}
    feet = [index for index, text in texts.items() if _foot(text)]
    heads = {index: title for index, text in texts.items() if (title := title_of_print(text))}
    titles = {line.folded for line in draft.lines}
    shown = [title for head in heads.values() for title in (head, head.partition(" ")[2])]  # behind "PM"
    is_titled = any(fold(title) in titles or site_beside(title, titles) for title in shown)
    if not feet and not is_titled:
        return
    alone = (index for index, text in texts.items() if any(pattern.fullmatch(text) for pattern in _ALONE))
    for index in (*feet, *heads, *alone):
        draft.drop(index, block_rules.PRINT)


def _may_be_printed(text: str) -> bool:
    """Whether a line begins as those do that a browser prints, or is very short: it takes longer to read them."""
    return len(text) <= _SHORT or (len(text) <= _LONG and text.startswith((*"0123456789", _ADDRESS)))


def title_of_print(text: str) -> str | None:
    """What stands behind the day at the upper edge: the title, and maybe the site's name; None for other lines."""
    match = _HEAD.fullmatch(text.strip())
    return match["title"].strip() if match and not _foot(text.strip()) else None


def url_of_print(text: str) -> str | None:
    """The address at the lower edge; None for other lines."""
    match = _foot(text.strip())
    return match.groupdict().get("url") if match else None


def _foot(text: str) -> re.Match[str] | None:
    """The match of a line at the lower edge, which counts the pages."""
    matches = (pattern.fullmatch(text) for pattern in _FEET)
    return next((match for match in matches if match and int(match["page"]) <= int(match["pages"])), None)
