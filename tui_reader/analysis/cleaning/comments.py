"""Find where readers' comments begin: by what stands at each of them, or by their authors and dates."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.cleaning.line_features import Line, article_goes_on, gives_time, limit, phrases
from tui_reader.analysis.text.dates import is_time

_MOST_HEAD_LINES = 3  # above the words of a reader's comment
_MOST_NAME_WORDS = 4


def first_comment_index(lines: Sequence[Line]) -> int:
    """The first line of readers' comments, where several signs of them are near one another; -1 where there is none.

    A single sign may be a headline: "What she saw, she says".
    """
    signs, most_words = phrases("comment_signs"), limit("most_signature_words")
    indices = [
        index
        for index, line in enumerate(lines)
        if line.word_count <= most_words and "," not in line.folded and signs.match(line)
    ]
    more = limit("fewest_comment_signs") - 1
    window = more * limit("comments_window")
    near = (first for first, last in zip(indices, indices[more:], strict=False) if last - first <= window)
    first_sign = next((first for first in near if not _stands_in_article(lines, first)), -1)
    first_head = _first_of_heads(lines)
    if first_sign < 0 or 0 <= first_head < first_sign:
        return first_head
    return _first_of_comment(lines, first_sign) if first_sign > 0 else first_sign


def _first_of_heads(lines: Sequence[Line]) -> int:
    """The first of several texts, each with its author and its date above it, near one another; -1 where there is none.

    These are comments or teasers: the article below its own author and date is longer.
    """
    heads = [index for index in range(1, len(lines) - 1) if _is_head(lines, index)]
    more = limit("fewest_comment_signs") - 1
    for above, first, second, last in zip([0, *heads], heads, heads[1:], heads[more:], strict=False):
        is_near = last - first <= more * limit("comments_window")
        has_article_above = _word_count(lines[above:first]) >= limit("fewest_text_words")
        is_short = _word_count(lines[first:second]) <= limit("most_comment_words")
        if is_near and has_article_above and is_short and not _stands_in_article(lines, first - 1):
            return first - 1
    return -1


def _word_count(lines: Sequence[Line]) -> int:
    """The number of words in the paragraphs among some lines."""
    return sum(line.word_count for line in lines if line.is_prose)


def _is_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line gives a day below a name of few words, and a sentence follows near below."""
    name = lines[index - 1]
    is_name = 0 < name.word_count < _MOST_NAME_WORDS and not name.ends_sentence and not name.folded[0].isdigit()
    below = lines[index + 1 : index + 1 + _MOST_HEAD_LINES]
    return is_name and gives_time(lines[index]) and any(line.ends_sentence for line in below)


def _first_of_comment(lines: Sequence[Line], sign_index: int) -> int:
    """The first line of the comment above a sign: that of its author, with the time at it; else the sign itself."""
    start = sign_index
    while start > 0 and (lines[start - 1].is_prose or lines[start - 1].ends_sentence):
        start -= 1
    head = range(max(0, start - _MOST_HEAD_LINES), start)
    times = [index for index in head if gives_time(lines[index]) or is_time(lines[index].folded)]
    if not times:
        return sign_index
    first = times[0]
    return first - 1 if first and lines[first - 1].is_short and lines[first - 1].word_count < 4 else first


def _stands_in_article(lines: Sequence[Line], index: int) -> bool:
    """Whether the article goes on right below a line, as below the buttons of an embedded post."""
    window = limit("tail_window")
    below = (after for after in range(index + 1, len(lines)) if not phrases("caption").match(lines[after]))
    return article_goes_on(lines, range(max(0, index - window), index), below)
