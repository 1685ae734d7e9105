"""Classify lines by the lines around them: comments, runs of related headlines, repeated paragraphs, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, takewhile

from msgspec.structs import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.bylines import is_paragraph
from tui_reader.analysis.cleaning.comments import first_comment_index
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import (
    Line,
    article_goes_on,
    gives_time,
    limit,
    phrases,
    topic_counts,
)
from tui_reader.analysis.cleaning.posts import is_attribution
from tui_reader.analysis.cleaning.site_talk import speaks_of_site
from tui_reader.analysis.headlines.similarity import are_near_duplicates

_SENTENCE_END = re.compile(r"[.!?…]\s+")
_MOST_HEADS = 2  # lines above the text of a story: its kicker and its title
_FEWEST_COPIED, _COPIED = 3, 0.95  # paragraphs that are given again in one line, and their share of it
_OPENING = '«“"'
_PULL_QUOTE = re.compile(rf"[{_OPENING}]\s*([^«»“”\"]+?)[.!?…]\s*[»”\"]")
_QUOTED_LINE = re.compile(rf"(?P<words>[{_OPENING}][^«»“”\"]+?)[\s,]*[»”\"]")
_QUOTE_END = re.compile(r"[\s,.!?…]*[»”\"]")


def find_first_paragraph(draft: PageDraft) -> None:
    """Find where the text of a plain text begins: at the first kept line that reads like a paragraph."""
    indices = range(len(draft.lines))
    plain = [index for index in indices if draft.is_plain(index) and index not in draft.table_rows]
    prose = (index for index in plain if is_paragraph(draft.lines[index]))
    sentences = (index for index in plain[1:] if _is_short_sentence(draft.lines[index]))
    draft.text_start = next(prose, next(sentences, len(draft.lines)))


def _is_short_sentence(line: Line) -> bool:
    """Whether a line is a sentence with fewer words than paragraphs have."""
    return line.ends_sentence and not line.is_question and line.word_count > limit("most_cry_words")


def drop_comments(draft: PageDraft) -> None:
    """Drop readers' comments: their label, where most of the article or a comment stands at it, and all below."""
    blocks, lines = draft.blocks, draft.lines
    labels = [index for index, block in enumerate(blocks) if block.kept and _is_label_of_comments(lines[index])]
    comments_index = first_comment_index(lines) if labels else -1
    *lengths_above, total_length = accumulate((len(block.text) for block in blocks), initial=0)
    for index in labels:
        is_near_comments = 0 < comments_index - index <= limit("comments_window")
        is_above_comments = is_near_comments and lengths_above[index] >= limit("fewest_text_words")
        above = range(max(0, index - limit("tail_window")), index)
        below = (later for later in range(index + 1, len(blocks)) if blocks[later].kept)
        is_below_most = 2 * lengths_above[index] > total_length
        if is_above_comments or (is_below_most and not article_goes_on(lines, above, below)):
            _drop_comments_from(draft, index)
            return
        if lines[index].folded[:1].isdigit():
            draft.drop(index, block_rules.COMMENTS)


def _is_label_of_comments(line: Line) -> bool:
    return line.word_count <= 3 and phrases("comments").match(line)


def _drop_comments_from(draft: PageDraft, start: int) -> None:
    for index in range(start, len(draft.blocks)):
        if draft.blocks[index].kept:
            draft.drop(index, block_rules.COMMENTS)


def keep_notices_of_article(draft: PageDraft) -> None:
    """Keep what was taken for a notice of the site inside an article that is about such things, as doubtful.

    It does not speak of the site itself, and has several words in common with the rest.
    """
    kept = [index for index, block in enumerate(draft.blocks) if block.kept]
    noted = [index for index, block in enumerate(draft.blocks) if block.rule == block_rules.NOTICE.name]
    between = [index for index in noted if kept and kept[0] < index < kept[-1] and not _is_in_box(draft, index)]
    inside = [index for index in between if not speaks_of_site(draft.lines[index])]
    topics = topic_counts(draft.lines[index] for index in kept) if inside else Counter[str]()
    for index in inside:
        if sum(topic in topics for topic in draft.lines[index].topics) > limit("fewest_shared_topics"):
            draft.blocks[index] = replace(draft.blocks[index], kept=True, kind="paragraph")
            draft.doubt(index, block_rules.PRIVACY_UNSURE)


def _is_in_box(draft: PageDraft, index: int) -> bool:
    """Whether a label of a newsletter or a dialog stands right above or below a line."""
    rules = (block_rules.NEWSLETTER.name, block_rules.COOKIES.name)
    return any(block.rule in rules for block in draft.blocks[max(0, index - 1) : index + 2])


def drop_related(draft: PageDraft) -> None:
    """Drop the run of headlines under each label of related headlines.

    A last headline that has no twin in its run while a paragraph follows may be the heading of that paragraph, and one
    or two below a button that ends a story the head of the next story: they are kept, as doubtful.
    """
    blocks, lines = draft.blocks, draft.lines
    for label_index, block in enumerate(blocks):
        if block.rule != block_rules.RELATED_LABEL.name:
            continue
        below = range(label_index + 1, min(len(blocks), label_index + 1 + limit("most_related")))
        run = list(takewhile(lambda index: _may_be_related(draft, index) or _is_asked(draft, index), below))
        after = run[-1] + 1 if run else label_index + 1
        is_followed = after < len(blocks) and blocks[after].kept and _is_text_below(lines, after)
        if is_followed and not run and phrases("may_head").match(lines[label_index]):
            blocks[label_index] = replace(block, kept=True, kind="heading")
            draft.doubt(label_index, block_rules.LABEL_UNSURE)
        if is_followed and 0 < len(run) <= _MOST_HEADS and _ends_story(draft, label_index):
            for index in run:
                draft.mark(index, "heading")
                draft.doubt(index, block_rules.HEADING_UNSURE)
            continue
        may_end_in_heading = len(run) > 1 and not _is_shouted_card(draft, run)
        if is_followed and may_end_in_heading and _may_be_heading(draft, run[-1], run[:-1]):
            heading_index = run.pop()
            draft.mark(heading_index, "heading")
            draft.doubt(heading_index, block_rules.HEADING_UNSURE)
        for index in run:
            draft.drop(index, block_rules.RELATED)


def _ends_story(draft: PageDraft, label_index: int) -> bool:
    """Whether a label is a button that shows the rest of the story above it, as newsletters have them."""
    is_button = draft.lines[label_index].label in phrases("story_button").whole
    above = label_index - 1
    return is_button and above >= 0 and draft.is_plain(above) and draft.lines[above].ends_sentence


def _is_text_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a paragraph, a short answer below its question, or a sentence below a word that may head it."""
    line = lines[index]
    is_short_sentence = index > 0 and line.ends_sentence and not line.is_question
    above = lines[max(0, index - 1)]
    return line.is_prose or (is_short_sentence and (above.is_question or phrases("may_head").match(above)))


def _may_be_related(draft: PageDraft, index: int) -> bool:
    line = draft.lines[index]
    return (
        draft.is_plain(index)
        and index not in draft.table_rows
        and line.may_be_headline
        and not line.folded.endswith(":")
    )


def _is_asked(draft: PageDraft, index: int) -> bool:
    """Whether a line is a sentence and a question, as some headlines are: "My Horn Came. Can I Send It Back?"."""
    line = draft.lines[index]
    is_short = line.word_count <= limit("most_heading_words")
    return draft.is_plain(index) and line.folded.endswith("?") and is_short


def _may_be_heading(draft: PageDraft, index: int, others: Sequence[int]) -> bool:
    """Whether the last line of a run may head the text below: no day, no twin of the others, no headline by its form.

    Headings are shorter than headlines and not divided by a colon, unless they quote somebody.
    """
    line = draft.lines[index]
    is_long = line.word_count > limit("most_link_words") or ": " in line.folded
    is_headline = gives_time(line) or (is_long and not line.has_quotation_marks)
    is_counted = all(draft.lines[number].folded[0].isdigit() for number in (index, *others[-1:]))  # `3. Geese`
    return not (is_headline or is_counted) and not _has_twin(draft, index, others)


def _is_shouted_card(draft: PageDraft, run: Sequence[int]) -> bool:
    """Whether the last of several headlines stands below a kicker in capitals, as one before it does."""
    shouted = [draft.blocks[index].text.isupper() for index in run]
    return not shouted[-1] and shouted[-2] and any(shouted[:-2])


def _has_twin(draft: PageDraft, index: int, others: Sequence[int]) -> bool:
    text = draft.blocks[index].text
    return any(are_near_duplicates(text, draft.blocks[other].text) for other in others)


def drop_repeated(draft: PageDraft) -> None:
    """Drop each paragraph that stands in the article before, and what is quoted from it in a line of its own."""
    for index in (*_pull_quotes(draft), *_quoted_lines(draft), *_hidden_copies(draft)):
        draft.drop(index, block_rules.REPEATED)
    seen: set[str] = set()
    for index, line in enumerate(draft.lines):
        block = draft.blocks[index]
        if not block.kept or block.kind not in ("title", "paragraph", "caption") or line.word_count <= 6:
            continue
        if line.folded in seen and block.kind != "title":
            draft.drop(index, block_rules.REPEATED)
        seen.add(line.folded)


def _hidden_copies(draft: PageDraft) -> list[int]:
    """The paragraphs that give those above them again in one line and nothing else, as data of a page does."""
    copies: list[int] = []
    above: list[str] = []
    for index, line in enumerate(draft.lines):
        if not draft.blocks[index].kept or not line.is_prose:
            continue
        if line.word_count >= limit("fewest_text_words") and len(above) >= _FEWEST_COPIED:
            copied = {folded for folded in above if folded in line.folded}
            if len(copied) >= _FEWEST_COPIED and sum(map(len, copied)) >= _COPIED * len(line.folded):
                copies.append(index)
                continue
        above.append(line.folded)
    return copies


def _pull_quotes(draft: PageDraft) -> list[int]:
    """The lines that are a sentence between quotation marks and nothing else, with the same words in a paragraph."""
    quoted: dict[int, str] = {}
    for index, line in enumerate(draft.lines):
        if line.folded[:1] in _OPENING and line.word_count >= limit("fewest_pulled_words") and draft.is_plain(index):
            quote = _PULL_QUOTE.fullmatch(line.folded)
            quoted |= {index: quote[1]} if quote else {}
    if not 0 < len(quoted) <= limit("most_pull_quotes"):  # more are a dialogue
        return []
    others = [line.folded for index, line in enumerate(draft.lines) if index not in quoted and draft.blocks[index].kept]
    return [index for index, words in quoted.items() if any(_says(folded, words) for folded in others)]


def _quoted_lines(draft: PageDraft) -> list[int]:
    """The lines of many words between quotation marks that a longer paragraph beside them has with its marks.

    A heading may quote a few words, or more of them out of a longer quotation.
    """
    blocks, lines = draft.blocks, draft.lines
    quoted = [
        index
        for index, line in enumerate(lines)
        if line.folded[:1] in _OPENING and line.word_count >= limit("fewest_quoted_words") and draft.is_plain(index)
    ]
    return [
        index
        for index in quoted
        if (quote := _QUOTED_LINE.fullmatch(lines[index].folded))
        and any(
            blocks[near].kept
            and lines[near].word_count > lines[index].word_count
            and _quotes(lines[near].folded, quote["words"])
            for near in (index - 1, index + 1)
            if 0 <= near < len(lines)
        )
    ]


def _quotes(folded: str, opened: str) -> bool:
    """Whether a paragraph has these words behind their opening mark, and a closing one behind them."""
    start = folded.find(opened)
    return start >= 0 and _QUOTE_END.match(folded, start + len(opened)) is not None


def _says(folded: str, words: str) -> bool:
    """Whether a paragraph has these words, or each sentence of theirs: who says them may stand between."""
    parts = [part for part in _SENTENCE_END.split(words) if part]
    return words in folded or (len(parts) > 1 and all(part in folded for part in parts))


def mark_headings(draft: PageDraft) -> None:
    """Mark as headings the short lines that end no sentence, above kept text and not at a post's attribution."""
    last_kept = max((index for index, block in enumerate(draft.blocks) if block.kept), default=0)
    for index in range(draft.text_start, last_kept):
        block = draft.blocks[index]
        is_heading = (
            _may_be_related(draft, index)
            and not block.doubtful
            and draft.lines[index].word_count <= limit("most_heading_words")
            and not block.text.endswith((":", "…", ",", ";"))
            and not is_attribution(block)
            and not is_attribution(draft.blocks[index + 1])
        )
        if is_heading:
            draft.mark(index, "heading")
