"""Find the teasers of other articles on a page: a headline with a sentence below it, many times over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import gives_time, have_one_topic, limit, phrases, topic_counts, weight
from tui_reader.analysis.cleaning.line_scores import ScoredLines, is_boilerplate

_SENTENCE_BREAK = re.compile(r"[.!?…]\s+\w")


def weaken_teasers(draft: PageDraft, page: ScoredLines) -> set[int]:
    """Let teasers count less: short sentences that stand alone below a headline, many times over. Return them all.

    They count nothing where a menu or a label stands above the first and they have nothing to do with one another.
    """
    teasers: set[int] = set()
    run: list[int] = []
    for index in range(1, len(page.lines) + 1):
        if index < len(page.lines) and page.scores[index] <= 0:
            continue
        is_teaser = index < len(page.lines) and _may_be_teaser(page, index)
        if is_teaser and (not run or index - run[-1] <= limit("teaser_distance")):
            run.append(index)
            continue
        if len(run) >= limit("fewest_teasers") or _is_row_of_cards(draft, page, run):
            are_strangers = _are_strangers(draft, page, run)
            teasers.update(run)
            for teaser_index in run:
                page.scores[teaser_index] *= weight("stranger" if are_strangers else "teaser")
        run = [index] if is_teaser else []
    return teasers


def _is_row_of_cards(draft: PageDraft, page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether a few teasers of one shape, a single sentence each, stand below a label and are about other things."""
    return (
        len(run) >= limit("fewest_cards")
        and len({after - index for index, after in pairwise(run)}) == 1
        and not any(_SENTENCE_BREAK.search(page.lines[index].folded) for index in run)
        and _is_under_label(draft, _first_of_card(run))
        and not _have_one_topic(page, run)
        and _are_about_others(page, run)
    )


def _are_strangers(draft: PageDraft, page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether teasers stand below a label or a menu, or are dated, and have nothing to do with one another."""
    are_cards = _is_under_label(draft, _first_of_card(run)) or _are_dated(draft, run)
    return are_cards and not _have_one_topic(page, run)


def _first_of_card(run: Sequence[int]) -> int:
    """The first line of the first of several cards: what stands above its sentence stands between the others, too."""
    return run[0] - (run[1] - run[0] - 1)


def _is_under_label(draft: PageDraft, index: int) -> bool:
    """Whether a label of other articles or a menu stands above the line."""
    blocks, lines = draft.blocks, draft.lines
    above = range(max(0, index - limit("fewest_menu_links")), index)
    menu = [is_boilerplate(blocks[n], lines[n]) and blocks[n].rule != block_rules.SHARE.name for n in above]
    is_below_label = index > 0 and (
        blocks[index - 1].rule == block_rules.RELATED_LABEL.name or phrases("below").match(lines[index - 1])
    )
    return is_below_label or (len(menu) == limit("fewest_menu_links") and all(menu))


def _have_one_topic(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether the sentences and the headlines above them share topics, as parts of one article do."""
    return have_one_topic([page.lines[index - 1].topics | page.lines[index].topics for index in run])


def _are_about_others(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether most teasers speak of other things than what is written at length elsewhere.

    These are paragraphs that follow one another, and those that are much longer than the teasers.
    """
    scores, lines = page.scores, page.lines
    longest = max(lines[index].word_count for index in run)
    article = [
        line
        for line, score, before in zip(lines[1:], scores[1:], scores, strict=False)
        if score > 0 and (before > 0 or line.word_count > 2 * longest)
    ]
    if sum(line.word_count for line in article) < limit("fewest_brief_words"):
        return False
    topics = topic_counts(article)
    strange = sum(sum(topic in topics for topic in lines[n].topics) < limit("fewest_shared_topics") for n in run)
    return 2 * strange > len(run)


def _are_dated(draft: PageDraft, run: Sequence[int]) -> bool:
    """Whether most teasers have a line with a date or an age right above or below, as cards have."""
    dated = sum(
        any(gives_time(draft.lines[n]) for n in (index - 2, index - 1, index + 1) if 0 <= n < len(draft.lines))
        for index in run
    )
    return 2 * dated > len(run)


def _may_be_teaser(page: ScoredLines, index: int) -> bool:
    """Whether a text is short and has a headline above it, and no text right above that or below the line itself."""
    lines, scores = page.lines, page.scores
    above = lines[index - 1]
    is_heading = scores[index - 1] < 0 and above.word_count > 2 and not above.folded[0].isdigit()
    is_heading = is_heading or gives_time(above)
    is_alone = index + 1 == len(lines) or scores[index + 1] <= 0
    is_short = lines[index].word_count <= limit("most_label_words")
    is_dated = index > 1 and (gives_time(above) or gives_time(lines[index - 2]))
    return (is_short or is_dated) and is_heading and is_alone
