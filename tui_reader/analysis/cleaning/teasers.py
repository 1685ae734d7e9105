"""Find the teasers of other articles on a page: a headline with a sentence below it, many times over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import (
    SMALL_SHARE,
    gives_time,
    have_one_topic,
    is_strange,
    limit,
    phrases,
    topic_counts,
    weight,
)
from tui_reader.analysis.cleaning.line_scores import ScoredLines, is_boilerplate

_SENTENCE_BREAK = re.compile(r"[.!?…]\s+\w")
_JOINT = re.compile(r"(?<=[a-zß-ÿ\d?!)])(?=[A-ZÀ-Þ][\w’'-]*,?\s\S)")


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
        if is_teaser and (not run or _are_neighbours(draft, run[-1], index)):
            run.append(index)
            continue
        if len(run) >= limit("fewest_teasers") or _is_row_of_cards(draft, page, run):
            are_strangers = _are_strangers(draft, page, run)
            teasers.update(run)
            for teaser_index in run:
                page.scores[teaser_index] *= weight("stranger" if are_strangers else "teaser")
        run = [index] if is_teaser else []
    joined = {index for index in range(len(page.lines)) if page.scores[index] > 0 and _is_joined(draft, index)}
    if len(joined) >= limit("fewest_teasers"):
        teasers |= joined
        for index in joined:
            page.scores[index] *= weight("stranger")
    return teasers


def _is_joined(draft: PageDraft, index: int) -> bool:
    """Whether a headline and its sentence stand in one line without a blank between: "Geese Block RoadA flock of …"."""
    text = draft.blocks[index].text
    for joint in _JOINT.finditer(text):
        headline = text[: joint.start()].split()
        capitals = sum(word[0].isupper() or word[0].isdigit() for word in headline)
        if len(headline) >= limit("fewest_list_words") and 3 * capitals > 2 * len(headline):
            return True
    return False


def _are_neighbours(draft: PageDraft, teaser_index: int, index: int) -> bool:
    """Whether a few lines stand between two teasers, and no label of other articles."""
    is_near = index - teaser_index <= limit("teaser_distance")
    return is_near and not any(is_label_of_others(draft, between) for between in range(teaser_index + 1, index))


def _is_row_of_cards(draft: PageDraft, page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether a few teasers of one shape, a single sentence each, stand below a label and are about other things.

    Less than half of them may have a second sentence.
    """
    share = SMALL_SHARE if len(run) > limit("fewest_cards") else 0.0
    return (
        len(run) >= limit("fewest_cards")
        and _have_one_shape(page, run)
        and 2 * sum(_SENTENCE_BREAK.search(page.lines[index].folded) is not None for index in run) < len(run)
        and _is_under_label(draft, _first_of_card(run))
        and not _have_one_topic(page, run)
        and _are_about_others(page, run, share)
    )


def _have_one_shape(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether as many lines stand between all teasers, those that the lexicon knows left aside."""
    between = (range(index + 1, after) for index, after in pairwise(run))
    return len({sum(not page.boilerplate[index] for index in lines) for lines in between}) == 1


def _are_strangers(draft: PageDraft, page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether teasers stand below a label or a menu, or are dated, and have nothing to do with one another."""
    are_dated = _are_dated(draft, run)
    if (
        (are_dated or _are_signed(page, run))
        and _have_headlines(page, run)
        and _are_about_others(page, run, SMALL_SHARE)
    ):
        return True
    return (are_dated or _is_under_label(draft, _first_of_card(run))) and not _have_one_topic(page, run)


def _have_headlines(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether most teasers have a line as long as a headline above them, below the one before."""
    gaps = [range(max(0, _first_of_card(run)), run[0]), *(range(index + 1, after) for index, after in pairwise(run))]
    return 2 * sum(any(_is_headline(page, index) for index in gap) for gap in gaps) > len(run)


def _are_signed(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether most teasers have a line of few words, such as the author's name, between headline and sentence."""
    return 2 * sum(_is_signature(page, index - 1) for index in run) > len(run)


def _is_signature(page: ScoredLines, index: int) -> bool:
    line = page.lines[index]
    return page.scores[index] < 0 and line.word_count <= limit("most_signature_words") and not line.common_count


def _first_of_card(run: Sequence[int]) -> int:
    """The first line of the first of several cards: what stands above its sentence stands between the others, too."""
    return run[0] - (run[1] - run[0] - 1)


def _is_under_label(draft: PageDraft, index: int) -> bool:
    """Whether a label of other articles or a menu stands above the line."""
    blocks, lines = draft.blocks, draft.lines
    above = range(max(0, index - limit("fewest_menu_links")), index)
    menu = [is_boilerplate(blocks[n], lines[n]) and blocks[n].rule != block_rules.SHARE.name for n in above]
    is_below_label = index > 0 and is_label_of_others(draft, index - 1)
    return is_below_label or (len(menu) == limit("fewest_menu_links") and all(menu))


def is_label_of_others(draft: PageDraft, index: int) -> bool:
    """Whether a line is a label of other articles: "Read also", "Most popular"."""
    return draft.blocks[index].rule == block_rules.RELATED_LABEL.name or phrases("below").match(draft.lines[index])


def _have_one_topic(page: ScoredLines, run: Sequence[int]) -> bool:
    """Whether the sentences and the headlines above them share topics, as parts of one article do."""
    return have_one_topic([page.lines[index - 1].topics | page.lines[index].topics for index in run])


def _are_about_others(page: ScoredLines, run: Sequence[int], share: float = 0.0) -> bool:
    """Whether most teasers speak of other things than what is written at length elsewhere, but for a small `share`.

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
    return 2 * sum(is_strange(lines[index], topics, share) for index in run) > len(run)


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
    is_heading = is_heading or gives_time(above) or (_is_signature(page, index - 1) and _is_headline(page, index - 2))
    is_alone = index + 1 == len(lines) or scores[index + 1] <= 0
    is_short = lines[index].word_count <= limit("most_label_words")
    is_dated = index > 1 and (gives_time(above) or gives_time(lines[index - 2]))
    return (is_short or is_dated) and is_heading and is_alone


def _is_headline(page: ScoredLines, index: int) -> bool:
    """Whether a line may be the headline of another article, above its author."""
    line = page.lines[index]
    return page.scores[index] <= 0 and line.may_be_headline and line.word_count >= limit("fewest_headline_words")
