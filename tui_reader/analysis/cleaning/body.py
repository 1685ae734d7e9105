"""Where the article's text stands on a whole page.

Each line counts for or against the article; the stretch of lines with the largest sum is the article, so that a short
line between paragraphs stays and a paragraph between links goes. A text that does not look like a page is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.analysis.cleaning.line_features import (
    Line,
    first_comment,
    is_menu_word,
    limit,
    phrases,
    spoken_of,
    text_goes_on,
    weight,
)
from tui_reader.analysis.cleaning.lists import first_of_list, spare_lists, with_lists, with_tables
from tui_reader.analysis.text.dates import is_time
from tui_reader.model import Block


class Stretch(NamedTuple):
    """The first line of the article's text on a page and the line after its last.

    `listed` are its lines in lists and tables, `others` sentences of other articles that stand alone below headlines.
    """

    start: int
    end: int
    listed: frozenset[int]
    others: frozenset[int]


def find_stretch(blocks: Sequence[Block], lines: Sequence[Line]) -> Stretch | None:
    """Where the article stands; None where the text is no page."""
    own = [is_own(block, line) for block, line in zip(blocks, lines, strict=True)]
    if not _is_page(lines, sum(own)):
        return None
    scores = [_score(block, line) for block, line in zip(blocks, lines, strict=True)]
    _spare_buttons(lines, scores, own)
    last = _hard_end(lines, scores, own)
    lists = spare_lists(lines, scores, own)
    teasers = _weaken_teasers(blocks, lines, scores)
    _cap_gaps(scores, own)
    best = _best_stretch(scores[:last])
    if best is None:
        return None
    start, end = _without_teaser(scores, teasers, best)
    topics = spoken_of(lines[start:end])
    start, end = _widened(lines, scores, own, (start, with_tables(lines, lists, end, topics)), last)
    end = min(with_lists(lines, own, lists, end, topics), last)
    start = _below_time(lines, own, first_of_list(lines, lists, start))
    listed = frozenset(at for at in lists.places if start <= at < end)
    return Stretch(start, end, listed, frozenset(teasers))


def _below_time(lines: Sequence[Line], own: Sequence[bool], start: int) -> int:
    """The first line below a time near above the text: there the heading of a part of live coverage stands."""
    for at in range(start - 1, max(-1, start - limit("near")), -1):
        if is_time(lines[at].folded):
            return at + 1
        if own[at] or not lines[at].is_short:
            break
    return start


def is_own(block: Block, line: Line) -> bool:
    """Whether the line is known as one of the page's own, by the lexicon's words."""
    return (not block.kept and block.rule != "related") or is_menu_word(line)


def _is_page(lines: Sequence[Line], known: int) -> bool:
    """Many short lines, of which the lexicon knows some: fewer where they are very many."""
    short = sum(line.is_short for line in lines)
    if short >= limit("many_page_links") and 2 * short >= len(lines):
        return known > 1
    return short >= limit("fewest_page_links") and 3 * short >= len(lines) and known >= limit("fewest_page_labels")


def _score(block: Block, line: Line) -> float:
    """What the line counts for (above 0) or against the article."""
    if line.words <= limit("most_label_words") and phrases("below").match(line):
        return weight("below")
    if not block.kept:
        return weight("known")
    if block.kind == "caption":
        return weight("caption")
    is_list = line.links > 2 and 5 * line.common < line.words
    return weight("headline") if is_list else _score_of_words(line)


def _score_of_words(line: Line) -> float:
    """What a line counts for that no rule knows: sentences by their words, what is no sentence against the article."""
    if line.ends and (line.asks or line.words <= limit("most_cry_words") or not line.common):
        return weight("question")
    if line.ends:
        return min(line.words * weight("word"), weight("most_words"))
    if line.words > limit("most_heading_words") and 4 * line.common > line.words:
        return min(line.words * weight("long_word"), weight("most_words"))
    return weight("link" if line.is_short else "headline")


def _weaken_teasers(blocks: Sequence[Block], lines: Sequence[Line], scores: list[float]) -> set[int]:
    """Let short sentences count less where each stands alone below a headline, many times over: other articles'.

    They count nothing where a menu or a label stands above the first and they have nothing to do with one another.
    """
    teasers: set[int] = set()
    run: list[int] = []
    for at in range(1, len(lines) + 1):
        if at < len(lines) and scores[at] <= 0:
            continue
        teases = at < len(lines) and _is_teaser(lines, scores, at)
        if teases and (not run or at - run[-1] <= limit("teaser_distance")):
            run.append(at)
            continue
        if len(run) >= limit("fewest_teasers"):
            teasers.update(run)
            are_strangers = _is_under_label(blocks, lines, run[0] - 1) and not _have_one_topic(lines, run)
            for one in run:
                scores[one] *= weight("stranger" if are_strangers else "teaser")
        run = [at] if teases else []
    return teasers


def _is_under_label(blocks: Sequence[Block], lines: Sequence[Line], at: int) -> bool:
    """Whether a label of other articles or a menu stands above the line."""
    above = range(max(0, at - limit("fewest_menu_links")), at)
    menu = [is_own(blocks[one], lines[one]) and blocks[one].rule != "share" for one in above]
    label = at > 0 and (blocks[at - 1].rule == "related_label" or phrases("below").match(lines[at - 1]))
    return label or (len(menu) == limit("fewest_menu_links") and all(menu))


def _have_one_topic(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether one in three of the texts and the headlines above them says what others say, as parts of one do."""
    said = [lines[at - 1].topics | lines[at].topics for at in run]
    counts = Counter(topic for topics in said for topic in topics)
    shared = {topic for topic, count in counts.items() if count > 1 and 6 * count >= len(said)}
    return 3 * sum(len(topics & shared) > 1 for topics in said) >= len(said)


def _is_teaser(lines: Sequence[Line], scores: Sequence[float], at: int) -> bool:
    """Whether a text is short and has a headline above it, and no text right above that or below the line itself."""
    above = lines[at - 1]
    is_heading = scores[at - 1] < 0 and above.words > 2 and not above.folded[0].isdigit()
    alone = at + 1 == len(lines) or scores[at + 1] <= 0
    return lines[at].words <= limit("most_label_words") and is_heading and alone


def _without_teaser(scores: Sequence[float], teasers: set[int], stretch: tuple[int, int]) -> tuple[int, int]:
    """The stretch without the last of the other articles above it."""
    start, end = stretch
    following = next((at for at in range(start + 1, end) if scores[at] > 0), start)
    return (following, end) if start in teasers and following not in teasers else stretch


def _cap_gaps(scores: list[float], own: Sequence[bool]) -> None:
    """Let no run of short lines cost more than a table in an article, unless it holds lines of the page's own."""
    most = weight("most_gap")
    cost = 0.0
    for at, score in enumerate(scores):
        if score >= 0 or own[at] or score <= weight("below"):
            cost = 0.0
        else:
            scores[at] = max(score, most - cost)
            cost += scores[at]


def _hard_end(lines: Sequence[Line], scores: Sequence[float], own: Sequence[bool]) -> int:
    """The first line that ends an article, where enough of one stands before it and not much more after it.

    What follows may be much more where it is readers' comments, known by their label or by what stands at each.
    """
    ends = phrases("end")
    before = 0.0
    total = sum(score for score in scores if score > 0)
    comments = first_comment(lines)
    for at, line in enumerate(lines):
        if line.words <= limit("most_label_words") and ends.match(line):
            above_comments = 0 < comments - at <= limit("comments_window")
            is_late = 2 * before > total - before and not _is_button(lines, own, at)
            if before >= limit("fewest_text_words") and (above_comments or is_late):
                return at
        elif scores[at] > 0:
            if at >= comments >= 0 and before >= limit("fewest_text_words"):
                return at
            before += scores[at]
    return len(lines)


def _spare_buttons(lines: Sequence[Line], scores: list[float], own: Sequence[bool]) -> None:
    """Let no label weigh more than a button where the article goes on right below it."""
    for at, score in enumerate(scores):
        if score <= weight("below") and _is_button(lines, own, at):
            scores[at] = weight("known")


def _is_button(lines: Sequence[Line], own: Sequence[bool], at: int) -> bool:
    """Whether the words of an end stand between paragraphs of the article, as a button does."""
    window = limit("tail_window")
    below = (other for other in range(at + 1, min(len(lines), at + window)) if not own[other])
    return text_goes_on(lines, range(max(0, at - window), at), below)


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


def _widened(
    lines: Sequence[Line], scores: Sequence[float], own: Sequence[bool], stretch: tuple[int, int], last: int
) -> tuple[int, int]:
    """The stretch with the first and the last sentences of the article that stand beyond a few lines of other kinds."""
    topics = spoken_of(lines[stretch[0] : stretch[1]])
    start, end = stretch
    distance = 0
    for at in range(start - 1, -1, -1):
        distance += limit("below_distance") if scores[at] <= weight("below") else 2 if own[at] else 1
        if distance > limit("tail_window"):
            break
        if _goes_on(lines[at], scores[at], topics, distance):
            start, distance = at, 0
    distance = 0
    for at in range(end, last):
        distance += limit("below_distance") if scores[at] <= weight("below") else 2 if own[at] else 1
        if distance > limit("tail_window"):
            break
        is_next = distance == 1 and scores[at] >= 0 and lines[at].ends and not lines[at].asks
        if is_next or _goes_on(lines[at], scores[at], topics, distance):
            end, distance = at + 1, 0
    return start, end


def _goes_on(line: Line, score: float, topics: Counter[str], distance: int) -> bool:
    """Whether a line is a sentence that speaks of the same: the further off, the more it must."""
    shared = sum(topic in topics for topic in line.topics)
    return score >= limit("fewest_tail_words") and shared > (1 if distance <= limit("near") else 2)
