"""Find what stands around the text of a press release: what it is, and below its end whom to ask and who sends it."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.bylines import parts_of
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases
from tui_reader.analysis.text.dates import iso_date
from tui_reader.analysis.text.segmentation import fold

_END = re.compile(r"#{2,}|(?:# ){2,}#|\*{3,}|[-–—]\s?\d{2}\s?[-–—]")  # "###", "-30-"
_CONTACT = re.compile(r"@|https?://|www\.|(?:\+|\b)\d[\d\s().-]{6,}\d\b")


def drop_release_lines(draft: PageDraft) -> None:
    """Drop the labels of a press release above its text and, below its end, the contacts and the sender's portrait.

    Its text ends at a sign for that, or at the label of its contacts, behind most of the text. Notes below are kept.
    """
    if draft.markup.article or draft.roles:
        return
    head = range(min(len(draft.lines), limit("title_window")))
    labels = [index for index in head if _is_label(draft, index)]
    if not labels and not any(_is_dated_label(draft, index) for index in head):
        return  # a row of signs may part the text
    end = _end_of_text(draft)
    first = next((index for index, line in enumerate(draft.lines) if line.is_prose), 0)
    for index in (*labels, *(index for index in range(first) if _is_contact(draft, index))):
        draft.drop(index, block_rules.RELEASE)
    last_contact = max((n for n in range(first, len(draft.lines)) if _may_ask(draft, n)), default=0)
    is_portrait = is_below_heading = False
    for index in range(len(draft.lines) if end is None else end, len(draft.lines)):
        line = draft.lines[index]
        if phrases("notes_below").match(line):
            _drop_sign(draft, range(index, len(draft.lines)))
            return
        is_portrait = is_below_heading or (is_portrait and index < last_contact and _goes_on(line))
        if draft.is_plain(index) and (is_portrait or _ends_text(draft, index) or _is_contact(draft, index)):
            draft.drop(index, block_rules.RELEASE)
        is_below_heading = _heads_portrait(draft, index)


def _drop_sign(draft: PageDraft, notes: range) -> None:
    """Drop the sign that ends a release below its notes."""
    for index in notes:
        if draft.is_plain(index) and _is_sign(draft, index):
            draft.drop(index, block_rules.RELEASE)


def _is_label(draft: PageDraft, index: int) -> bool:
    return draft.is_plain(index) and draft.lines[index].label in phrases("release").whole


def _is_dated_label(draft: PageDraft, index: int) -> bool:
    """Whether a label stands beside place and date in a line, which says when: "Communiqué – Brume, le 3 mars 2022"."""
    if not (draft.is_plain(index) and draft.lines[index].folded.startswith(_labels())):
        return False
    label, *others = parts_of(draft.blocks[index].text)
    is_label = Line.of(label).label in phrases("release").whole
    return is_label and bool(others) and all(iso_date(fold(other)) for other in others)


@cache
def _labels() -> tuple[str, ...]:
    """What a press release is called."""
    return tuple(phrases("release").whole)


def _may_ask(draft: PageDraft, index: int) -> bool:
    """Whether a line says whom to ask: a label for that, or a contact."""
    return _is_end_label(draft.lines[index]) or _is_contact(draft, index)


def _goes_on(line: Line) -> bool:
    """Whether a line may be another sentence of the portrait: it quotes nobody."""
    return line.ends_sentence and not line.has_quotation_marks


def _end_of_text(draft: PageDraft) -> int | None:
    """The line that ends the text of a release, below most of it; None where there is none."""
    above = list(accumulate((len(block.text) for block in draft.blocks), initial=0))
    half = above[-1] / 2
    below = (index for index in range(len(draft.lines)) if above[index] > half)
    return next((index for index in below if _ends_text(draft, index)), None)


def _ends_text(draft: PageDraft, index: int) -> bool:
    line = draft.lines[index]
    is_contact = _is_end_label(line) or _is_labelled_contact(line)
    return is_contact or _is_sign(draft, index) or _heads_portrait(draft, index)


def _is_sign(draft: PageDraft, index: int) -> bool:
    """Whether a line is a sign that the text ends there: "###", "-30-"."""
    text = draft.blocks[index].text.strip()
    return not text[0].isalnum() and _END.fullmatch(text) is not None


def _is_end_label(line: Line) -> bool:
    return line.is_short and line.label.strip("-–— ") in phrases("release_end").whole


def _is_labelled_contact(line: Line) -> bool:
    """Whether a line is whom to ask behind the label of contacts: "Press contact: Ann Roe, 555-0143"."""
    label, _colon, contact = line.folded.partition(":")
    return label.strip("-–—*• ") in phrases("release_end").whole and _CONTACT.search(contact) is not None


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
