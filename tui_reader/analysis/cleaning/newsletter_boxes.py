"""Drop the sentences of boxes: of one that invites to a newsletter, around its labels, and of a guide that unfolds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases, topic_counts

_LINES_ABOVE_BUTTON = 2  # of a box with a guide: its label and its title


def drop_newsletter_boxes(draft: PageDraft) -> None:
    """Drop the title and the sentence above the labels of a box or between them, and what it says of the data below."""
    _drop_invitations(draft)
    _drop_guides(draft)
    boxes = list(_labels_of_boxes(draft))
    between = list(_between_labels(draft))
    if not boxes and not between:
        return
    topics = topic_counts(line for line in draft.lines if line.is_prose)
    for labels in boxes:
        above, below = labels.start - 1, labels.stop
        if above > 0 and _invites(draft, above, topics):
            draft.drop(above, block_rules.NEWSLETTER)
            if draft.is_plain(above - 1) and draft.lines[above - 1].is_short:
                draft.drop(above - 1, block_rules.NEWSLETTER)
        if below < len(draft.lines) and draft.is_plain(below) and _is_about_data(draft.lines[below]):
            draft.drop(below, block_rules.NEWSLETTER)
    for index in between:
        if _is_strange(draft, index, topics):
            draft.drop(index, block_rules.NEWSLETTER)


def _drop_invitations(draft: PageDraft) -> None:
    """Drop the sentences right above a label that say what newsletters often say."""
    newsletter = block_rules.NEWSLETTER.name
    for index in range(len(draft.blocks) - 2, -1, -1):
        is_above_label = draft.blocks[index].doubtful and draft.blocks[index + 1].rule == newsletter
        if is_above_label and phrases("newsletter").may_match(draft.lines[index]):
            draft.drop(index, block_rules.NEWSLETTER)


def _drop_guides(draft: PageDraft) -> None:
    """Drop a guide that a button unfolds, from its label and title to the question whether it was helpful."""
    for end, line in enumerate(draft.lines):
        above = range(max(_LINES_ABOVE_BUTTON, end - limit("longest_guide")), end)
        if not above or not phrases("guide_end").match(line):
            continue
        button = next((index for index in above if phrases("guide_button").match(draft.lines[index])), None)
        first = end if button is None else button - _LINES_ABOVE_BUTTON
        if phrases("guide").match(draft.lines[first]):
            for index in range(first, end + 1):
                if draft.blocks[index].kept:
                    draft.drop(index, block_rules.PROMO)


def _labels_of_boxes(draft: PageDraft) -> Iterator[range]:
    """The runs of several lines that the lexicon knows as a newsletter's."""
    newsletter = block_rules.NEWSLETTER.name
    for is_label, group in groupby(range(len(draft.blocks)), key=lambda index: draft.blocks[index].rule == newsletter):
        run = list(group)
        if is_label and len(run) >= limit("fewest_box_labels"):
            yield range(run[0], run[-1] + 1)


def _invites(draft: PageDraft, index: int, topics: Counter[str]) -> bool:
    """Whether a line is one sentence that says so, or is below a short title and about something else than the page."""
    line = draft.lines[index]
    is_below_title = not draft.lines[index - 1].is_prose and not draft.lines[index - 1].ends_sentence
    is_short = line.word_count <= limit("most_title_words") and line.ends_sentence
    is_invitation = is_below_title and _is_strange(draft, index, topics)
    return draft.is_plain(index) and is_short and (is_invitation or phrases("newsletter").may_match(line))


def _between_labels(draft: PageDraft) -> Iterator[int]:
    """The few lines between the title of a newsletter and its button, no more than one of them a sentence."""
    newsletter = block_rules.NEWSLETTER.name
    labels = [index for index, block in enumerate(draft.blocks) if block.rule == newsletter]
    for label, button in pairwise(labels):
        between = range(label + 1, button)
        are_short = all(draft.lines[index].word_count <= limit("most_label_words") for index in between)
        sentences = sum(draft.lines[index].is_prose for index in between)
        is_box = len(between) <= limit("most_box_lines") and are_short and sentences < 2
        yield from (index for index in between if is_box and draft.is_plain(index))


def _is_strange(draft: PageDraft, index: int, topics: Counter[str]) -> bool:
    """Whether a line is about something else than the other paragraphs, whose topics are counted in `topics`."""
    line = draft.lines[index]
    return sum(topics[topic] > line.is_prose for topic in line.topics) < limit("fewest_shared_topics")


def _is_about_data(line: Line) -> bool:
    """Whether a sentence says what becomes of the reader's address."""
    return line.ends_sentence and any(phrases(name).count_in(line) for name in ("consent", "notice"))
