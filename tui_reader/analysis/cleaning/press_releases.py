"""Find what stands around the text of a press release: what it is, and below its end whom to ask and who sends it."""

from __future__ import annotations

import re
from itertools import accumulate

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases

_END = re.compile(r"#{2,}|(?:# ){2,}#|\*{3,}|[-–—]\s?\d{2}\s?[-–—]")  # "###", "-30-"
_CONTACT = re.compile(r"@|https?://|www\.|(?:\+|\b)\d[\d\s().-]{6,}\d\b")


def drop_release_lines(draft: PageDraft) -> None:
    """Drop the labels of a press release above its text and, below its end, the contacts and the sender's portrait.

    Its text ends at a sign for that, or at the label of its contacts, behind most of the text. Notes below are kept.
    """
    if draft.markup.article or draft.roles:
        return
    labels = [n for n in range(min(len(draft.lines), limit("title_window"))) if _is_label(draft, n)]
    if not labels:
        return  # a row of signs may part the text
    end = _end_of_text(draft)
    first = next((index for index, line in enumerate(draft.lines) if line.is_prose), 0)
    for index in (*labels, *(index for index in range(first) if _is_contact(draft, index))):
        draft.drop(index, block_rules.RELEASE)
    is_portrait = False
    for index in range(len(draft.lines) if end is None else end, len(draft.lines)):
        line = draft.lines[index]
        if phrases("notes_below").match(line):
            return
        is_heading = _heads_portrait(draft, index)
        if draft.is_plain(index) and (is_portrait or is_heading or _is_contact(draft, index) or index == end):
            draft.drop(index, block_rules.RELEASE)
        is_portrait = is_heading


def _is_label(draft: PageDraft, index: int) -> bool:
    return draft.is_plain(index) and draft.lines[index].label in phrases("release").whole


def _end_of_text(draft: PageDraft) -> int | None:
    """The line that ends the text of a release, below most of it; None where there is none."""
    above = list(accumulate((len(block.text) for block in draft.blocks), initial=0))
    half = above[-1] / 2
    short = (index for index, line in enumerate(draft.lines) if line.is_short and above[index] > half)
    return next((index for index in short if _ends_text(draft, index)), None)


def _ends_text(draft: PageDraft, index: int) -> bool:
    line = draft.lines[index]
    is_sign = not line.word_count or not draft.blocks[index].text[0].isalnum()
    is_end = (is_sign and _END.fullmatch(draft.blocks[index].text.strip())) or _is_end_label(line)
    return bool(is_end) or _heads_portrait(draft, index)


def _is_end_label(line: Line) -> bool:
    return line.is_short and line.label.strip("-–— ") in phrases("release_end").whole


def _heads_portrait(draft: PageDraft, index: int) -> bool:
    """Whether a line heads what a sender says of itself: "About Brume Brass", not "About the concerts"."""
    line, text = draft.lines[index], draft.blocks[index].text.strip()
    if not (line.is_short and phrases("sender_heading").match(line)):
        return False
    start = next((start for start in phrases("sender_heading").starts if line.folded.strip().startswith(start)), "")
    return text[len(start) : len(start) + 1].isupper()


def _is_contact(draft: PageDraft, index: int) -> bool:
    """Whether a line that is no paragraph holds an address or a telephone number."""
    line = draft.lines[index]
    return draft.is_plain(index) and not line.is_prose and _CONTACT.search(draft.blocks[index].text) is not None
