"""Where the article stands in the text of a whole page, among navigation, lists of links and footers.

Each line counts for or against the article; the stretch of lines with the largest sum is the article, so that a short
line between paragraphs stays and a paragraph between links goes. A text that does not look like a page is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.analysis.lines import Line, common_words, limit, phrases, spoken_of, weight
from tui_reader.analysis.rules import doubt, drop
from tui_reader.model import Block


def find_stretch(blocks: Sequence[Block], lines: Sequence[Line]) -> tuple[int, int] | None:
    """The first line of the article's text on a page and the line after its last; None where the text is no page."""
    if not _is_page(blocks, lines):
        return None
    scores = [_score(block, line) for block, line in zip(blocks, lines, strict=True)]
    last = _hard_end(lines, scores)
    stretch = _best_stretch(scores[:last])
    return stretch and (stretch[0], _with_tail(lines, scores, stretch, last))


def _with_tail(lines: Sequence[Line], scores: Sequence[float], stretch: tuple[int, int], last: int) -> int:
    """The end of the article with the last sentences that stand below a few of the page's lines."""
    start, end = stretch
    topics = spoken_of(lines[start:end])
    for at in range(end, min(end + limit("tail_window"), last)):
        if scores[at] <= weight("below"):
            break
        if scores[at] >= limit("fewest_tail_words") and sum(topic in topics for topic in lines[at].topics) > 2:
            end = at + 1
    return end


def drop_outside(blocks: list[Block], lines: Sequence[Line], title: int, stretch: tuple[int, int]) -> None:
    """Drop what stands above the title and below the article, and the page's own lines inside it."""
    start, end = stretch
    for at in range(title):
        signs = blocks[at].kind in ("byline", "date") and title - limit("signature_window") <= at
        if blocks[at].kept and not signs:
            blocks[at] = drop(blocks[at], "navigation", "page.above")
    _drop_below(blocks, lines, end)
    for at in range(title, end):
        if _is_plain(blocks[at]) and lines[at].words <= limit("most_caption_words") and _is_credited(blocks[at].text):
            blocks[at] = replace(blocks[at], kind="caption")
    for at in range(title, start):
        if _is_plain(blocks[at]) and not _may_be_standfirst(lines[at]):
            blocks[at] = drop(blocks[at], "navigation", "page.between")
    _drop_between(blocks, lines, range(start, end))


def _drop_below(blocks: list[Block], lines: Sequence[Line], end: int) -> None:
    """Drop what stands below the article: readers' comments from their label on, before it the page's own lines."""
    in_comments = False
    for at in range(end, len(blocks)):
        in_comments = in_comments or (lines[at].words <= 3 and phrases("comments").match(lines[at]))
        if blocks[at].kept and in_comments:
            blocks[at] = drop(blocks[at], "comment", "comments")
        elif blocks[at].kept:
            blocks[at] = drop(blocks[at], "navigation", "page.below")


def _is_page(blocks: Sequence[Block], lines: Sequence[Line]) -> bool:
    """Many short lines, of which the lexicon knows some: fewer where they are very many."""
    short = sum(line.is_short for line in lines)
    known = sum(_is_known(block) for block in blocks)
    if short >= limit("many_page_links") and 2 * short >= len(lines):
        return known > 1
    return short >= limit("fewest_page_links") and 3 * short >= len(lines) and known >= limit("fewest_page_labels")


def _is_known(block: Block) -> bool:
    return not block.kept and block.rule != "related"


def _score(block: Block, line: Line) -> float:
    """What the line counts for (above 0) or against the article."""
    if line.words <= limit("most_label_words") and phrases("below").match(line):
        return weight("below")
    if not block.kept:
        return weight("known")
    if block.kind == "caption":
        return weight("caption")
    is_list = line.links > 2 and 5 * line.common < line.words
    if line.ends and line.words > 3 and line.common and not is_list:
        return weight("question") if line.asks else min(line.words * weight("word"), weight("most_words"))
    if line.words > limit("most_heading_words") and 4 * line.common > line.words and not is_list:
        return min(line.words * weight("long_word"), weight("most_words"))
    return weight("link" if line.is_short else "headline")


def _hard_end(lines: Sequence[Line], scores: Sequence[float]) -> int:
    """The first line that ends an article, where enough of one stands before it and not much more after it."""
    ends = phrases("end")
    before = 0.0
    total = sum(score for score in scores if score > 0)
    for at, line in enumerate(lines):
        if line.words <= limit("most_label_words") and ends.match(line):
            if before >= limit("fewest_text_words") and 2 * before > total - before:
                return at
        elif scores[at] > 0:
            before += scores[at]
    return len(lines)


def _best_stretch(scores: Sequence[float]) -> tuple[int, int] | None:
    """The stretch of scores with the largest sum, first of its equals; None where nothing is above 0."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, at
        total += score
        if total > best[0]:
            best = (total, start, at + 1)
    return best[1:] if best[0] > 0 else None


def _is_credited(text: str) -> bool:
    """Whether a line ends in a name between brackets, behind a sentence: "A goose. (Anne Roux/The Ledger)"."""
    before, _bracket, credit = text.rpartition(". (")
    names = [word for word in credit.rstrip(")").split() if word.casefold() not in common_words()]
    return bool(before) and credit.endswith(")") and 1 < len(names) < 7 and all(name[0].isupper() for name in names)


def _may_be_standfirst(line: Line) -> bool:
    """Whether a line between title and text may be a summary of the article."""
    return (line.ends and line.words > 1) or (line.words > 5 and line.common > 0)


def _drop_between(blocks: list[Block], lines: Sequence[Line], inside: range) -> None:
    """Short lines inside the article that stand elsewhere on the page, too, or among the page's buttons."""
    counts = Counter(line.folded for line in lines)
    teasers = []
    for run in _runs_of_short_lines(blocks, lines, inside):
        known = sum(_is_known(blocks[at]) for at in run)
        for at in run:
            among_buttons = 2 * known >= len(run) > 3 and at != run[-1]
            is_label = _is_plain(blocks[at]) and not lines[at].ends
            if is_label and (counts[lines[at].folded] > 1 or among_buttons):
                blocks[at] = drop(blocks[at], "navigation", "page.between")
        teasers.append([at for at in run if _is_plain(blocks[at]) and lines[at].is_headline and lines[at].words > 5])
    _drop_teasers(blocks, [group for group in teasers if len(group) > 1])
    shouted = [at for at in inside if _is_plain(blocks[at]) and blocks[at].text.isupper() and lines[at].words > 4]
    _drop_teasers(blocks, [[at] for at in shouted if not lines[at].ends])


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
