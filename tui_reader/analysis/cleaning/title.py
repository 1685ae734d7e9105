"""Which line is the title of an article, of a whole page or of a text that is little more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tui_reader.analysis.cleaning.body import Stretch
from tui_reader.analysis.cleaning.line_features import Line, common_words, limit, spoken_of
from tui_reader.analysis.cleaning.lists import contents
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\s")  # "1.1 Construction", in a table of contents
_BULLETS = "•·▪■●►▶›>→#*★☆-–"


def mark_title(blocks: list[Block], lines: Sequence[Line], first_text: int) -> None:
    """The title of a text that is no page: the first line above the text that is long enough for one."""
    above = [at for at in range(min(first_text, len(blocks))) if _may_be_title(blocks[at], lines[at], fewest_words=2)]
    label = next((at for at in range(min(first_text, len(blocks))) if blocks[at].rule == "related_label"), first_text)
    above = [at for at in above if at < label] or above  # what stands under such a label is another article's title
    above = _without_labels(blocks, lines, above)
    long_enough = [at for at in above if lines[at].words > 3]
    for at in (long_enough or above)[:1]:
        blocks[at] = replace(blocks[at], kind="title")


def mark_page_title(blocks: list[Block], lines: Sequence[Line], stretch: Stretch) -> int:
    """The line above a page's text, or at its top, that has most words of the article: where the article begins."""
    start = stretch.start
    topics = spoken_of(lines[start : stretch.end])
    likeness = {
        at: _likeness(lines[at], topics) * (2 if _has_signature(blocks, at, start) else 1)
        for at in _without_labels(blocks, lines, _candidates(blocks, lines, stretch))
    }
    values = {at: value for at, value in likeness.items() if lines[at].words > 2}
    near = range(max(0, start - limit("standfirst_window")), start)
    standfirst = _standfirst(blocks, lines, [at for at in near if at not in stretch.others], topics, start)
    above = {at: value for at, value in values.items() if at < standfirst and value}
    long_enough = [at for at in values if lines[at].words > 3]
    signed = [at for at in long_enough if _is_signed_below(blocks, at)]
    dated = [at for at in long_enough if _has_signature(blocks, max(-1, at - 3), at)]
    found = _best_title(above or values, lines, signed, dated)
    if found is None:
        found = max(signed, default=None)  # for titles that tell nothing
    if found is None:
        found = _short_title(blocks, likeness)
    if found is None:
        return min(start, standfirst)
    if _is_summary(lines, found, values):
        found -= 1
    blocks[found] = replace(blocks[found], kind="title")
    return found


def _candidates(blocks: Sequence[Block], lines: Sequence[Line], stretch: Stretch) -> list[int]:
    """The lines above a page's text that may be its title: not the site's name, nor where lists and others begin."""
    start, end = stretch.start, stretch.end
    first_text = next((at for at in range(start, end) if lines[at].is_text and not lines[at].asks), start)
    first = max(0, start - limit("title_window"))
    listed = stretch.listed.union(*contents(blocks, lines, range(first, end)))
    notices = "\n".join(line.folded for line in lines if "©" in line.folded)  # which have the site's name
    return [
        at
        for at in range(first, min(first_text, start + limit("title_window")))
        if at not in listed
        and at + 1 not in stretch.others
        and _may_be_title(blocks[at], lines[at], fewest_words=2)
        and lines[at].folded not in notices
    ]


def _short_title(blocks: Sequence[Block], likeness: dict[int, float]) -> int | None:
    """The title of a page that has none of three words: one that the article speaks of all along, or one signed."""
    signed = [at for at in likeness if _is_signed_below(blocks, at)]
    best = max(likeness, key=lambda at: likeness[at], default=None)
    if best is not None and likeness[best] >= limit("short_title_likeness"):
        return best
    return max(signed, default=None)


def _is_summary(lines: Sequence[Line], at: int, values: dict[int, float]) -> bool:
    """Whether a line that may be a title is the summary of one right above it, which is shorter and says enough."""
    above = lines[at - 1] if at else lines[at]
    is_title = bool(values.get(at - 1)) and above.is_telling and above.words > limit("most_row_words")
    return is_title and above.words < lines[at].words >= limit("fewest_summary_words")


def _without_labels(blocks: Sequence[Block], lines: Sequence[Line], candidates: Sequence[int]) -> list[int]:
    """The candidates without those that are labels of one of the next."""
    window = limit("title_window")
    return [
        at
        for number, at in enumerate(candidates)
        if not any(_is_label_of(blocks, lines, at, one) for one in candidates[number + 1 : number + 1 + window])
    ]


def _is_label_of(blocks: Sequence[Block], lines: Sequence[Line], at: int, title: int) -> bool:
    """Whether a line is the last of "Home / News / Title begins" above the title, or a bullet or a shout near it."""
    start, whole = lines[at].folded, lines[title].folded
    if whole != start and whole.startswith(start):
        return True
    near = title - at <= limit("signature_window") and lines[title].words > 3
    return near and _is_label(blocks[at].text, lines[at]) and not _is_label(blocks[title].text, lines[title])


def _is_label(text: str, line: Line) -> bool:
    """Whether a line begins with a bullet, or is a few words in capitals."""
    return text.lstrip()[0] in _BULLETS or (text.isupper() and line.words <= limit("most_signature_words"))


def _best_title(values: dict[int, float], lines: Sequence[Line], *likely: Sequence[int]) -> int | None:
    """The likeliest title; an earlier one that is nearly as likely is preferred, for headings stand below a title.

    It has a date or an author right below it, or else right above, or else says more than a word or two.
    """
    telling = [at for at in values if lines[at].is_telling]
    for among in (*likely, telling, values):
        best = max((values[at] for at in among if at in values), default=0.0)
        if best:
            return next(at for at in among if 2 * values.get(at, 0.0) >= best)
    return None


def _likeness(line: Line, topics: Counter[str]) -> float:
    """How much a line speaks of what the article speaks of."""
    words = line.topics
    shared = sum(min(topics[word], 3) for word in words)
    return shared * shared / max(1, len(words))


def _standfirst(
    blocks: Sequence[Block], lines: Sequence[Line], above: Sequence[int], topics: Counter[str], start: int
) -> int:
    """The first sentence above the text that speaks of the same; the `start` of the text where there is none."""
    for at in above:
        is_sentence = blocks[at].kept and lines[at].is_text and not lines[at].asks
        if is_sentence and sum(word in topics for word in lines[at].topics) > 1:
            return at
    return start


def _may_be_title(block: Block, line: Line, *, fewest_words: int) -> bool:
    if not block.kept or block.kind != "paragraph" or not fewest_words <= line.words <= limit("most_title_words"):
        return False
    if _SECTION.match(line.folded):
        return False
    if line.is_headline:
        return (line.words <= limit("most_heading_words") or not _has_long_sentence(line)) and not line.folded.endswith(
            (":", ";", ",")
        )
    return _is_capitalised(block.text, line)


def _has_long_sentence(line: Line) -> bool:
    """Whether a sentence ends inside the line; fewer words end none: "Live. ", "Saint-Cyr. "."""
    first, stop, _rest = line.folded.partition(". ")
    return bool(stop) and len(WORD.findall(first)) > 4


def _is_capitalised(text: str, line: Line) -> bool:
    """Whether a line with stops is written as titles of some countries are: "I Saw It. I Miss It."."""
    words = [word for word in WORD.findall(text) if fold(word) not in common_words()]
    return line.words <= limit("most_heading_words") and len(words) > 2 and all(not word[0].islower() for word in words)


def _has_signature(blocks: Sequence[Block], at: int, start: int) -> bool:
    """Whether a byline or a date stands between a line and the text."""
    return any(block.kind in ("byline", "date") for block in blocks[at + 1 : start])


def _is_signed_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether a byline or a date stands near below a line; what is known as the page's own is looked over."""
    below = (block for block in blocks[at + 1 : at + limit("title_window")] if block.kept)
    return any(block.kind in ("byline", "date") for block in islice(below, limit("signature_window")))
