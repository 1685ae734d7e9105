"""Find the line that is the title of an article, on a whole page or above a plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, common_words, limit, topic_counts
from tui_reader.analysis.cleaning.lists import table_of_contents
from tui_reader.analysis.text.segmentation import WORD, fold

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\s")  # "1.1 Construction", in a table of contents
_RESULT = re.compile(r"[^\W\d_].*?(?<!\d)\d{1,3}(?:[-–]|,? [^\W\d_][^\d\n]* )\d{1,3}(?!\d)[^.\n]*")  # "Brume 4-2 Vaux"
_MOST_BELOW = 3  # paragraphs that are looked at below a title that ends as a sentence
_MANY_TIMES = 2  # as many words as such a title has each of them on average
_BULLETS = "•·▪■●►▶›>→#*★☆-–"


def mark_text_title(draft: PageDraft) -> None:
    """Mark the title of a plain text: the first line above the text that is long enough for one.

    A field of an archive may have given the title already.
    """
    if any(block.kind == "title" for block in draft.blocks):
        return
    above = range(min(draft.text_start, len(draft.blocks)))
    candidates = [index for index in above if _may_be_title(draft, index)]
    related = block_rules.RELATED_LABEL.name
    label = next((index for index in above if draft.blocks[index].rule == related), draft.text_start)
    candidates = [n for n in candidates if n < label] or candidates  # below the label stands another article's title
    candidates = _without_labels(draft, candidates)
    long_enough = [index for index in candidates if draft.lines[index].word_count > 3]
    for index in (long_enough or candidates or _sentences_as_titles(draft) or _signed_titles_below(draft))[:1]:
        draft.mark(index, "title")


def _signed_titles_below(draft: PageDraft) -> list[int]:
    """The line near below the first paragraph that an author has signed, where that greets the reader of a letter."""
    near = range(draft.text_start + 1, min(draft.text_start + 1 + limit("near"), len(draft.blocks) - 1))
    below = list(takewhile(lambda index: not draft.lines[index].is_prose, near))
    return [
        index
        for index in below
        if _may_be_title(draft, index)
        and draft.lines[index].word_count > 3
        and draft.blocks[index + 1].kind == "byline"
    ]


def _sentences_as_titles(draft: PageDraft) -> list[int]:
    """The first line, where it is one short sentence above longer paragraphs: some papers end titles in a stop."""
    below = [line.word_count for line in draft.lines[1 : 1 + _MOST_BELOW]]
    if len(below) < 2 or draft.text_start > 1 or not draft.is_plain(0):
        return []
    first = draft.lines[0]
    is_short = 3 < first.word_count <= limit("most_title_words") and not _has_long_sentence(first)
    is_above_longer = sum(below) >= _MANY_TIMES * first.word_count * len(below)
    return [0] if first.ends_sentence and is_short and is_above_longer else []


def mark_page_title(draft: PageDraft) -> None:
    """Mark the line above a page's text, or at its top, that shares most topics with the article.

    The article begins there; where no title is found, at a summary above the text, else at the text.
    """
    start = draft.page_body.start
    if draft.markup.is_letter:
        _mark_title_of_letter(draft)
        return
    title_index = _marked_title(draft)
    if title_index is not None:
        draft.mark(title_index, "title")
        draft.article_start = title_index
        return
    topics = topic_counts(draft.lines[start : draft.page_body.end])
    summary_index = _summary_index(draft, topics)
    title_index = _title_index(draft, topics, summary_index)
    if title_index is None:
        draft.article_start = min(start, summary_index)
    else:
        draft.mark(title_index, "title")
        draft.article_start = title_index


def _marked_title(draft: PageDraft) -> int | None:
    """The heading of the first level that repeats the title which the page declares, else the last above the text."""
    markup, lines = draft.markup, draft.lines
    headings = [n for n in range(draft.page_body.end) if markup.has(n, "title") and lines[n].word_count]
    declared = _words(markup.title or "")
    repeated = [index for index in headings if declared and _is_same_title(declared, _words(lines[index].folded))]
    above = [index for index in headings if index <= draft.page_body.start and lines[index].word_count > 1]
    if markup.is_markdown:  # the name of the site may be one
        topics = topic_counts(lines[draft.page_body.start : draft.page_body.end])
        above = [index for index in above if _likeness(lines[index], topics)]
    return next(iter(repeated), None) if repeated else next(reversed(above), None)


def _mark_title_of_letter(draft: PageDraft) -> None:
    """Mark the line above the text of a letter that says what its subject says: the headline of a story is no title."""
    subject, body = _words(draft.markup.title or ""), draft.page_body
    above = takewhile(lambda index: not draft.lines[index].is_prose, range(body.end))
    title_index = next((index for index in above if _words(draft.lines[index].folded) == subject), None)
    if title_index is not None:
        draft.mark(title_index, "title")
    draft.article_start = body.start if title_index is None else min(title_index, body.start)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _is_same_title(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the one title begins with the other: one may have the name of the site behind it."""
    shared = min(len(one), len(other))
    return shared > 0 and list(one[:shared]) == list(other[:shared])


def _title_index(draft: PageDraft, topics: Counter[str], summary_index: int) -> int | None:
    """The likeliest title of a page; None where none of the candidates has anything for it."""
    lines, start = draft.lines, draft.page_body.start
    likeness = {
        index: _likeness(lines[index], topics) * (2 if _has_signature(draft, index, start) else 1)
        for index in _without_labels(draft, _candidates(draft))
    }
    values = {index: value for index, value in likeness.items() if lines[index].word_count > 2}
    above = {index: value for index, value in values.items() if index < summary_index and value}
    long_enough = [index for index in values if lines[index].word_count > 3]
    signed = [index for index in long_enough if _is_signed_below(draft, index)]
    dated = [index for index in long_enough if _has_signature(draft, max(-1, index - 3), index)]
    title_index = _best_title(above or values, lines, signed, dated)
    if title_index is None:
        title_index = max(signed, default=None)  # for titles that tell nothing
    if title_index is None:
        title_index = _title_below_notice(draft)
    if title_index is None:
        title_index = _short_title(draft, likeness)
    if title_index is not None and _is_summary(lines, title_index, values):
        return title_index - 1
    return title_index


def _candidates(draft: PageDraft) -> list[int]:
    """The lines above a page's text that may be its title: not the site's name, nor where lists and others begin."""
    lines, body = draft.lines, draft.page_body
    paragraphs = (n for n in range(body.start, body.end) if lines[n].is_prose and not lines[n].is_question)
    first_paragraph = next(paragraphs, body.start)
    first = max(0, body.start - limit("title_window"))
    listed = body.listed.union(*table_of_contents(draft, range(first, body.end)))
    notices = "\n".join(line.folded for line in lines if "©" in line.folded)  # which have the site's name
    return [
        index
        for index in range(first, min(first_paragraph, body.start + limit("title_window")))
        if index not in listed | body.ticker
        and index + 1 not in body.teasers
        and not draft.markup.is_link(index)
        and _may_be_title(draft, index)
        and lines[index].folded not in notices
    ]


def _title_below_notice(draft: PageDraft) -> int | None:
    """A signed line below the first paragraph, where that stands alone as a notice of the site above the title does."""
    lines, body = draft.lines, draft.page_body
    paragraphs = [n for n in range(body.start, body.end) if lines[n].is_prose and not lines[n].is_question][:2]
    if len(paragraphs) < 2 or lines[paragraphs[0]].word_count > limit("most_heading_words"):
        return None
    between = range(paragraphs[0] + 1, paragraphs[1])
    signed = (n for n in between if _may_be_title(draft, n) and lines[n].is_telling and _is_signed_below(draft, n))
    return next(signed, None)


def _short_title(draft: PageDraft, likeness: Mapping[int, float]) -> int | None:
    """The title of a page that has none of three words: one that the article speaks of all along, or one signed."""
    signed = [index for index in likeness if _is_signed_below(draft, index)]
    best = max(likeness, key=lambda index: likeness[index], default=None)
    if best is not None and likeness[best] >= limit("short_title_likeness"):
        return best
    return max(signed, default=None)


def _is_summary(lines: Sequence[Line], index: int, values: Mapping[int, float]) -> bool:
    """Whether a line that may be a title is the summary of one right above it, which is shorter and says enough."""
    above = lines[index - 1] if index else lines[index]
    is_title = bool(values.get(index - 1)) and above.is_telling and above.word_count > limit("most_row_words")
    return is_title and above.word_count < lines[index].word_count >= limit("fewest_summary_words")


def _without_labels(draft: PageDraft, candidates: Sequence[int]) -> list[int]:
    """The candidates without those that are labels of one of the next."""
    window = limit("title_window")
    return [
        index
        for rank, index in enumerate(candidates)
        if not any(_is_label_of(draft, index, title) for title in candidates[rank + 1 : rank + 1 + window])
    ]


def _is_label_of(draft: PageDraft, index: int, title_index: int) -> bool:
    """Whether a line is the last of "Home / News / Title begins" or all of it above the title, a bullet or a shout."""
    blocks, lines = draft.blocks, draft.lines
    start, whole = lines[index].folded, lines[title_index].folded
    if whole != start and (whole.startswith(start) or (lines[title_index].is_telling and start.endswith(whole))):
        return True
    is_near = title_index - index <= limit("signature_window") and lines[title_index].word_count > 3
    is_label = _is_label(blocks[index].text, lines[index])
    return is_near and is_label and not _is_label(blocks[title_index].text, lines[title_index])


def _is_label(text: str, line: Line) -> bool:
    """Whether a line begins with a bullet, or is a few words in capitals."""
    return text.lstrip()[0] in _BULLETS or (text.isupper() and line.word_count <= limit("most_signature_words"))


def _best_title(values: Mapping[int, float], lines: Sequence[Line], *likely: Sequence[int]) -> int | None:
    """The likeliest title; an earlier one that is nearly as likely is preferred, for headings stand below a title.

    It has a date or an author right below it, or else right above, or else says more than a word or two.
    """
    telling = [index for index in values if lines[index].is_telling]
    for among in (*likely, telling, values):
        best = max((values[index] for index in among if index in values), default=0.0)
        if best:
            return next(index for index in among if _most_likely(values.get(index, 0.0), lines[index]) >= best)
    return None


def _most_likely(value: float, line: Line) -> float:
    """What is set against the best likeness: an earlier line may have half of it, if it is no label of few words."""
    return value if line.word_count < limit("most_row_words") else 2 * value


def _likeness(line: Line, topics: Counter[str]) -> float:
    """How much of what a line speaks of is what the article speaks of: shared topics squared, by the line's topics."""
    own_topics = line.topics
    shared = sum(min(topics[topic], 3) for topic in own_topics)
    return shared * shared / max(1, len(own_topics))


def _summary_index(draft: PageDraft, topics: Counter[str]) -> int:
    """The first sentence near above the text that shares topics with it; the start of the text where there is none."""
    start = draft.page_body.start
    for index in range(max(0, start - limit("standfirst_window")), start):
        line = draft.lines[index]
        is_sentence = draft.blocks[index].kept and line.is_prose and not line.is_question
        is_teaser = index in draft.page_body.teasers
        if is_sentence and not is_teaser and sum(topic in topics for topic in line.topics) > 1:
            return index
    return start


def _may_be_title(draft: PageDraft, index: int) -> bool:
    """Whether a line has the length and the form of a title."""
    line = draft.lines[index]
    if index in draft.table_rows or not draft.is_plain(index) or not 2 <= line.word_count <= limit("most_title_words"):
        return False
    if _SECTION.match(line.folded) or "@" in line.folded or _is_row_of_results(draft, index):
        return False
    if line.may_be_headline:
        is_one_sentence = line.word_count <= limit("most_heading_words") or not _has_long_sentence(line)
        return is_one_sentence and not line.folded.endswith((":", ";", ","))
    return _is_capitalised(draft.blocks[index].text, line)


def _is_row_of_results(draft: PageDraft, index: int) -> bool:
    """Whether a line gives the result of a match, and so does one beside it: "Brume 4, Vaux 2"."""
    if not _is_result(draft.blocks[index].text):
        return False
    beside = [near for near in (index - 1, index + 1) if 0 <= near < len(draft.blocks) and draft.is_plain(near)]
    return any(_is_result(draft.blocks[near].text) for near in beside)


def _is_result(text: str) -> bool:
    """Whether a line gives the result of a match; it takes long to see that a long one does not."""
    return _RESULT.fullmatch(text.strip()) is not None


def _has_long_sentence(line: Line) -> bool:
    """Whether a sentence ends inside the line; fewer words end none: "Live. ", "Saint-Cyr. "."""
    first, stop, _rest = line.folded.partition(". ")
    return bool(stop) and len(WORD.findall(first)) > 4


def _is_capitalised(text: str, line: Line) -> bool:
    """Whether a line with stops is written as titles of some countries are: "I Saw It. I Miss It."."""
    words = [word for word in WORD.findall(text) if fold(word) not in common_words()]
    is_short = line.word_count <= limit("most_heading_words")
    return is_short and len(words) > 2 and all(not word[0].islower() for word in words)


def _has_signature(draft: PageDraft, index: int, start: int) -> bool:
    """Whether a byline or a date stands between a line and `start`."""
    return any(block.kind in ("byline", "date") for block in draft.blocks[index + 1 : start])


def _is_signed_below(draft: PageDraft, index: int) -> bool:
    """Whether a byline or a date stands near below a line; dropped lines do not count."""
    below = (block for block in draft.blocks[index + 1 : index + limit("title_window")] if block.kept)
    return any(block.kind in ("byline", "date") for block in islice(below, limit("signature_window")))
