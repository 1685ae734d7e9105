"""What is dropped of a whole page once its article is found: navigation, lists of links, footers, buttons inside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui_reader.analysis.cleaning.body import Stretch, is_own
from tui_reader.analysis.cleaning.line_features import Line, common_words, limit, phrases
from tui_reader.analysis.cleaning.line_rules import doubt, drop
from tui_reader.analysis.cleaning.lists import contents, points
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Block

_LENGTH = re.compile(r"0?[0-5]:[0-5]\d")  # of a video: minutes and seconds


def mark_captions(blocks: list[Block], lines: Sequence[Line], stretch: Stretch) -> None:
    """The lines at the top of the article and inside it that end in a credit."""
    for at in range(max(0, stretch.start - limit("title_window")), stretch.end):
        if _is_plain(blocks[at]) and lines[at].words <= limit("most_caption_words") and _is_credited(blocks[at].text):
            blocks[at] = replace(blocks[at], kind="caption")


def drop_outside(blocks: list[Block], lines: Sequence[Line], title: int, stretch: Stretch) -> None:
    """Drop what stands above the title and below the article, and the page's own lines inside it."""
    start, end, listed, _others = stretch
    if (
        title
        and blocks[title].kind != "title"
        and _is_plain(blocks[title - 1])
        and _may_be_standfirst(lines[title - 1])
    ):
        title -= 1  # it tells too little to be known as the title
    for at in range(title):
        signs = blocks[at].kind in ("byline", "date") and title - limit("signature_window") <= at
        if blocks[at].kept and not signs:
            blocks[at] = drop(blocks[at], "navigation", "page.above")
    _drop_below(blocks, lines, end)
    entries, headings = contents(blocks, lines, range(title, end))
    for at in entries:
        if _is_plain(blocks[at]):
            blocks[at] = drop(blocks[at], "navigation", "page.between")
    spared = listed | headings | points(blocks, lines, range(title, end))
    for at in range(title, start):
        if _is_plain(blocks[at]) and at not in spared and not _may_be_standfirst(lines[at]):
            blocks[at] = drop(blocks[at], "navigation", "page.between")
    _drop_between(blocks, lines, range(start, end), spared)


def drop_author_note(blocks: list[Block], lines: Sequence[Line], stretch: Stretch, names: Container[str]) -> None:
    """Drop what tells about the author at the end of the article: from the name on, if all below speaks of it."""
    last = range(max(stretch.start, stretch.end - limit("author_window")), stretch.end)
    at = next((at for at in last if blocks[at].kind != "byline" and lines[at].folded in names), None)
    if at is None:
        return
    name = set(lines[at].folded.split())
    below = [one for one in range(at + 1, stretch.end) if blocks[one].kept]
    if all(not lines[one].is_text or not name.isdisjoint(WORD.findall(lines[one].folded)) for one in below):
        for one in (at, *below) if blocks[at].kept else below:
            blocks[one] = drop(blocks[one], "navigation", "page.below")


def _drop_below(blocks: list[Block], lines: Sequence[Line], end: int) -> None:
    """Drop what stands below the article: readers' comments from their label on, before it the page's own lines."""
    in_comments = False
    for at in range(end, len(blocks)):
        in_comments = in_comments or (lines[at].words <= 3 and phrases("comments").match(lines[at]))
        if blocks[at].kept and in_comments:
            blocks[at] = drop(blocks[at], "comment", "comments")
        elif blocks[at].kept:
            blocks[at] = drop(blocks[at], "navigation", "page.below")


def _is_credited(text: str) -> bool:
    """Whether a line ends in a name between brackets, behind a sentence: "A goose. (Anne Roux/The Ledger)"."""
    before, _bracket, credit = text.rpartition(". (")
    names = [word for word in credit.rstrip(")").split() if word.casefold() not in common_words()]
    return bool(before) and credit.endswith(")") and 1 < len(names) < 7 and all(name[0].isupper() for name in names)


def _may_be_standfirst(line: Line) -> bool:
    """Whether a line between title and text may be a summary of the article."""
    return (line.ends and line.words > 1) or (line.words > 5 and line.common > 0)


def _drop_between(blocks: list[Block], lines: Sequence[Line], inside: range, spared: Container[int]) -> None:
    """Short lines inside the article that stand elsewhere on the page, too, or among the page's buttons."""
    outside = Counter(line.folded for at, line in enumerate(lines) if at not in inside)
    counts = Counter(lines[at].folded for at in inside if not _is_doubled(lines, at))
    teasers: list[list[int]] = []
    for run in _runs_of_short_lines(blocks, lines, inside):
        own = sum(is_own(blocks[at], lines[at]) for at in run)
        for at in run:
            among_buttons = 2 * own >= len(run) > 3 and at != run[-1]
            is_label = _is_plain(blocks[at]) and not lines[at].ends
            stands_elsewhere = lines[at].folded in outside or (counts[lines[at].folded] > 1 and lines[at].words > 1)
            is_button = phrases("end").match(lines[at])
            not_the_text = stands_elsewhere or among_buttons or is_button or _is_doubled(lines, at)
            if is_label and at not in spared and not_the_text:
                blocks[at] = drop(blocks[at], "navigation", "page.between")
        for at in _clips(blocks, lines, run):
            blocks[at] = drop(blocks[at], "promo", "promo")
        teasers += _teasers(blocks, lines, [at for at in run if at not in spared])
    _drop_teasers(blocks, teasers)
    shouted = [at for at in inside if _is_plain(blocks[at]) and blocks[at].text.isupper() and lines[at].words > 4]
    _drop_teasers(blocks, [[at] for at in shouted if not lines[at].ends])


def _clips(blocks: Sequence[Block], lines: Sequence[Line], run: Sequence[int]) -> list[int]:
    """The headlines of videos, each below its length, where a run has several or a label: "01:24", "A goose sings"."""
    pairs = [
        (one, other)
        for one, other in pairwise(run)
        if _LENGTH.fullmatch(lines[one].folded) and _is_plain(blocks[other]) and not lines[other].ends
    ]
    are_sure = len(pairs) > 1 or any(one and blocks[one - 1].rule == "promo" for one, _ in pairs)
    return [at for pair in pairs for at in pair] if are_sure else []


def _is_doubled(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of more than a word stands right below its twin."""
    return at > 0 and lines[at].words > 1 and lines[at].folded == lines[at - 1].folded


def _teasers(blocks: Sequence[Block], lines: Sequence[Line], run: Sequence[int]) -> list[list[int]]:
    """The headlines with no sentence between them; those with a number at the start are the headings of a list."""
    groups: list[list[int]] = [[]]
    for at in run:
        if _is_plain(blocks[at]) and not lines[at].is_headline:
            groups.append([])
        elif (
            _is_plain(blocks[at])
            and lines[at].is_headline
            and lines[at].words > 5
            and not lines[at].folded[0].isdigit()
        ):
            groups[-1].append(at)
    return [group for group in groups if len(group) > 1]


def _is_plain(block: Block) -> bool:
    return block.kept and block.kind == "paragraph"


def _drop_teasers(blocks: list[Block], groups: Sequence[Sequence[int]]) -> None:
    """Headlines of other articles between paragraphs: sure where the page has them so more than once."""
    for at in (at for group in groups for at in group):
        if len(groups) > 1:
            blocks[at] = drop(blocks[at], "related", "related")
        else:
            blocks[at] = doubt(blocks[at], "heading.unsure")


def _runs_of_short_lines(blocks: Sequence[Block], lines: Sequence[Line], inside: range) -> Iterator[list[int]]:
    """The lines between two paragraphs of the article; below a colon stands a list, which is left alone."""
    run: list[int] = []
    in_list = False
    for at in inside:
        if _is_plain(blocks[at]) and lines[at].is_text and not lines[at].asks:
            yield run
            run, in_list = [], False
        elif lines[at].folded.endswith(":"):
            in_list = True
        elif not in_list:
            run.append(at)
