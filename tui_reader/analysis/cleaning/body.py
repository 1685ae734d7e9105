"""Find where the article's text stands on a whole page.

Each line counts for or against the article; the run of lines with the largest sum is the article's body, so that a
short line between paragraphs stays and a paragraph between links goes. A text that does not look like a whole page is
left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

import msgspec

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.body_edges import end_above_site_talk, end_of_article, groups_of_neighbours
from tui_reader.analysis.cleaning.comments import first_comment_index
from tui_reader.analysis.cleaning.cut_lines import raise_cut_lines
from tui_reader.analysis.cleaning.draft import Body, PageDraft
from tui_reader.analysis.cleaning.line_features import (
    Line,
    article_goes_on,
    limit,
    phrases,
    topic_counts,
    weight,
)
from tui_reader.analysis.cleaning.line_scores import ScoredLines, is_boilerplate, score_lines
from tui_reader.analysis.cleaning.lists import Lists, first_of_list, spare_lists, with_lists, with_tables
from tui_reader.analysis.cleaning.marked_lines import drop_links, marked_body
from tui_reader.analysis.cleaning.news_prose import are_terms, is_legal, news_signs, reports_speech
from tui_reader.analysis.cleaning.site_talk import site_talk
from tui_reader.analysis.cleaning.teasers import is_label_of_others, weaken_teasers
from tui_reader.analysis.cleaning.tickers import ticker_lines
from tui_reader.analysis.text.dates import is_relative_time, is_time


class _Page(msgspec.Struct, frozen=True):
    """What is known of a page before its article is looked for.

    `lines` are its lines with their scores, `ticker`, `doubtful` and `teasers` are as in `Body`; `limit` is the first
    line that cannot be the article's, `lists` are its lists and tables.
    """

    lines: ScoredLines
    ticker: frozenset[int]
    doubtful: frozenset[int]
    limit: int
    lists: Lists
    teasers: frozenset[int]


def find_body(draft: PageDraft) -> None:
    """Find the body of the article, where the text is a whole page; exports of archives are none."""
    if draft.roles:
        return
    if draft.markup.is_list_of_links:
        drop_links(draft)
        return
    draft.body = marked_body(draft) or _body_of(draft)
    if draft.body:
        draft.text_start = draft.body.start


def _body_of(draft: PageDraft) -> Body | None:
    """Where the article stands; None where the text is no whole page."""
    lines = draft.lines
    ticker = ticker_lines(lines)
    boilerplate_count = sum(map(is_boilerplate, draft.blocks, lines))
    is_foreign = draft.language is None
    has_menu = sum(map(draft.markup.is_link, range(len(lines)))) >= limit("fewest_page_labels")
    unprinted = [line for line, block in zip(lines, draft.blocks, strict=True) if block.rule != block_rules.PRINT.name]
    if not ticker and not has_menu and not _is_page(unprinted, boilerplate_count, is_foreign=is_foreign):
        return None
    page = score_lines(draft.blocks, lines, is_foreign=is_foreign)
    _weaken_links(draft, page)
    _silence(page, ticker)
    raise_cut_lines(draft, page)
    dialog, is_sure = _legal_text(draft, page)
    _silence(page, dialog)
    _spare_buttons(page)
    limit_index = _end_at_most(page)
    lists = spare_lists(page)
    teasers = frozenset(weaken_teasers(draft, page))
    _cap_gaps(page)
    known = _Page(page, ticker, frozenset(() if is_sure else dialog), limit_index, lists, teasers)
    body = _likeliest_body(draft, known)
    return body and (_rival_body(draft, known, body) or body)


def _likeliest_body(draft: PageDraft, known: _Page) -> Body | None:
    """The run of lines with the largest sum, with its edges where the article's are; None where there is no text."""
    page, lists, teasers, lines = known.lines, known.lists, known.teasers, draft.lines
    best = _best_run(page.scores[: known.limit])
    if best is None:
        return None
    start, end = _without_teaser(page.scores, teasers, best)
    topics = topic_counts(lines[start:end])
    start, end = _widened(page, (start, with_tables(page, lists, end, topics)), known.limit)
    end = min(with_lists(page, lists, end, topics), known.limit)
    labels = [index for index in range(start, end) if is_label_of_others(draft, index)]
    end = end_of_article(page, lists.indices, labels, range(start, end))
    doubtful = frozenset(index for index in range(start, end) if draft.blocks[index].doubtful)
    news = frozenset(index for index in range(start, end) if reports_speech(draft, index))
    end = end_above_site_talk(page, site_talk(draft), doubtful, lists.indices, range(start, end), news=news)
    start = _below_time(page, first_of_list(lines, lists, start))
    end = _below_rows(draft, end, known.limit)
    listed = frozenset(index for index in lists.indices | draft.table_rows if start <= index < end)
    return Body(start, end, listed, teasers, known.ticker, known.doubtful)


def _below_rows(draft: PageDraft, end: int, limit_index: int) -> int:
    """The `end` of an article with the rows of a table written with bars right below it."""
    return next((index for index in range(end, limit_index) if index not in draft.table_rows), max(end, limit_index))


def _rival_body(draft: PageDraft, known: _Page, body: Body) -> Body | None:
    """The text outside the `body` that is more like news, or is not legal text as the body is; None where none is.

    What is in the body stays, as doubtful.
    """
    lines, page = draft.lines, known.lines
    inside = [index for index in range(body.start, body.end) if page.scores[index] > 0]
    others = (index for index in range(known.limit) if not body.start <= index < body.end)
    outside = [index for index in others if index not in known.teasers and page.scores[index] > 0]
    if sum(lines[index].word_count for index in outside) < limit("fewest_text_words"):
        return None
    legal = sum(lines[index].word_count for index in inside if is_legal(lines[index]))
    is_legal_text = 2 * legal > sum(lines[index].word_count for index in inside)
    least = 0.0 if is_legal_text else news_signs(draft, inside)
    if news_signs(draft, outside) <= least:
        return None
    _silence(page, range(body.start, body.end))
    rival = _likeliest_body(draft, known)
    text = [index for index in range(rival.start, rival.end) if page.scores[index] > 0] if rival else []
    if rival is None or news_signs(draft, text) <= least or not _stand_together(text):
        return None
    return rival._replace(rival=frozenset((*inside, *outside)))


def _stand_together(text: Sequence[int]) -> bool:
    """Whether most lines of a text follow one another, as paragraphs do and teasers do not."""
    return 2 * sum(after - index == 1 for index, after in pairwise(text)) >= len(text) - 1 > 0


def _legal_text(draft: PageDraft, page: ScoredLines) -> tuple[list[int], bool]:
    """The lines of a dialog about privacy and of a site's terms, and whether they are that for sure.

    Where they are most of the prose they are doubtful; where they are nearly all, the article is about such things.
    """
    prose = [index for index, score in enumerate(page.scores) if score > 0]
    consent = [index for index in prose if _is_about_consent(page.lines[index])]
    terms = [index for group in groups_of_neighbours(prose) if are_terms(draft, group) for index in group]
    legal = sorted({*terms, *(consent if len(consent) > 1 else ())})
    words = sum(page.lines[index].word_count for index in legal)
    others = sum(page.lines[index].word_count for index in prose) - words
    if not legal or others < limit("fewest_text_words"):  # an article on privacy
        return [], True
    return legal, words < others


def _weaken_links(draft: PageDraft, page: ScoredLines) -> None:
    """Let no line that is a link count for the article: a sentence may be the headline of another one."""
    for index, line in enumerate(page.lines):
        if draft.markup.is_link(index):
            page.scores[index] = min(page.scores[index], weight("link" if line.is_short else "headline"))


def _silence(page: ScoredLines, indices: Iterable[int]) -> None:
    """Let lines count as those that the lexicon knows as a page's own."""
    for index in indices:
        page.scores[index] = weight("known")


def _is_about_consent(line: Line) -> bool:
    """Whether a line holds several words of dialogs about privacy, and nothing between quotation marks."""
    signs = phrases("consent").count_in(line)
    return signs >= limit("fewest_consent_signs") and not line.quotes_words


def _is_page(lines: Sequence[Line], boilerplate_count: int, *, is_foreign: bool) -> bool:
    """Whether a text is a whole page: many short lines, and some boilerplate; less of it where they are very many.

    Of a page in another language than those of the lexicon, the short lines and some text beside them must do.
    """
    short = sum(line.is_short for line in lines)
    if is_foreign and short >= limit("fewest_page_links") and 2 * short >= len(lines):
        text = sum(
            line.word_count for line in lines if line.ends_sentence and line.word_count > limit("most_link_words")
        )
        return text >= limit("fewest_text_words")
    if short >= limit("many_page_links") and 2 * short >= len(lines):
        return boilerplate_count > 1
    is_short_of_text = short >= limit("fewest_page_links") and 3 * short >= len(lines)
    return is_short_of_text and boilerplate_count >= limit("fewest_page_labels")


def _below_time(page: ScoredLines, start: int) -> int:
    """The first line below a time near above the text: there the heading of a part of live coverage stands."""
    for index in range(start - 1, max(-1, start - limit("near")), -1):
        if is_time(page.lines[index].folded):
            return index + 1
        if page.boilerplate[index] or not page.lines[index].is_short:
            break
    return start


def _without_teaser(scores: Sequence[float], teasers: Container[int], run: tuple[int, int]) -> tuple[int, int]:
    """The run without the last teaser of another article, where it begins with one."""
    start, end = run
    following = next((index for index in range(start + 1, end) if scores[index] > 0), start)
    return (following, end) if start in teasers and following not in teasers else run


def _cap_gaps(page: ScoredLines) -> None:
    """Let no run of short lines cost more than a table in an article, unless it holds boilerplate."""
    most = weight("most_gap")
    cost = 0.0
    for index, score in enumerate(page.scores):
        if score >= 0 or page.boilerplate[index] or page.ends_article(index):
            cost = 0.0
        else:
            page.raise_to(index, most - cost)
            cost += page.scores[index]


def _end_at_most(page: ScoredLines) -> int:
    """The first line that ends an article, where enough of one stands before it and not much more after it.

    What follows may be much more where it is readers' comments, known by their label or by what stands at each. The
    number of lines where nothing ends the article.
    """
    lines, scores = page.lines, page.scores
    ends = phrases("end")
    score_above = 0.0
    total = sum(score for score in scores if score > 0)
    comments_index = first_comment_index(lines)
    for index, line in enumerate(lines):
        has_article_above = score_above >= limit("fewest_text_words")
        if line.word_count <= limit("most_label_words") and ends.match(line):
            text_between = sum(score for score in scores[index + 1 : max(0, comments_index)] if score > 0)
            is_near = 0 < comments_index - index <= limit("comments_window") and text_between < limit(
                "fewest_text_words"
            )
            is_above_comments = is_near or _are_comments_below(lines, index)
            is_late = 2 * score_above > total - score_above and not _is_button(page, index)
            if has_article_above and (is_above_comments or is_late):
                return index
        elif scores[index] > 0:
            if index >= comments_index >= 0 and has_article_above:
                return index
            score_above += scores[index]
    return len(lines)


def _are_comments_below(lines: Sequence[Line], index: int) -> bool:
    """Whether below a label of readers' comments several lines say how long ago each was written."""
    below = lines[index + 1 : index + 1 + limit("tail_window")]
    times = sum(is_relative_time(line.folded) for line in below)
    return times >= limit("fewest_comment_signs") and phrases("comments").match(lines[index])


def _spare_buttons(page: ScoredLines) -> None:
    """Let no label weigh more than a button where the article goes on right below it, or a sentence that it heads."""
    for index in range(len(page.scores)):
        if page.ends_article(index) and (_is_button(page, index) or _heads_sentence(page.lines, index)):
            page.scores[index] = weight("known")


def _is_button(page: ScoredLines, index: int) -> bool:
    """Whether a label that may end the article stands between its paragraphs, as a button does."""
    window = limit("tail_window")
    below = (n for n in range(index + 1, min(len(page.lines), index + window)) if not page.boilerplate[n])
    return article_goes_on(page.lines, range(max(0, index - window), index), below)


def _heads_sentence(lines: Sequence[Line], index: int) -> bool:
    """`UP NEXT` above `Baxter: At Dunmore on Thursday.`: whether a label may be the heading of what follows it.

    These are two sentences, as headlines seldom are.
    """
    below = lines[index + 1 : index + 3]
    are_sentences = len(below) > 1 and all(line.ends_sentence and not line.is_question for line in below)
    return are_sentences and phrases("may_head").match(lines[index])


def _best_run(scores: Sequence[float]) -> tuple[int, int] | None:
    """The run of lines with the largest sum of scores, the first of its equals; None where no score is above 0.

    This is the maximum subarray, by Kadane's algorithm.
    """
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best[0]:
            best = (total, start, index + 1)
    return best[1:] if best[0] > 0 else None


def _widened(page: ScoredLines, run: tuple[int, int], limit_index: int) -> tuple[int, int]:
    """The run with the first and the last sentences of the article that stand beyond a few lines of other kinds."""
    lines = page.lines
    topics = topic_counts(lines[run[0] : run[1]])
    start, end = run
    distance = 0
    for index in range(start - 1, -1, -1):
        distance += _distance_over(page, index)
        if distance > limit("tail_window"):
            break
        if _goes_on(page, index, topics, distance):
            start, distance = index, 0
    distance = 0
    for index in range(end, limit_index):
        distance += _distance_over(page, index)
        if distance > limit("tail_window"):
            break
        is_next = (
            distance == 1 and page.scores[index] >= 0 and lines[index].ends_sentence and not lines[index].is_question
        )
        if is_next or _goes_on(page, index, topics, distance):
            end, distance = index + 1, 0
    return start, end


def _distance_over(page: ScoredLines, index: int) -> int:
    """How far apart a line keeps what stands above and below it, in plain lines."""
    if page.ends_article(index):
        return limit("below_distance")
    return 2 if page.boilerplate[index] else 1


def _goes_on(page: ScoredLines, index: int, topics: Counter[str], distance: int) -> bool:
    """Whether a line is a sentence about the same: the further off, the more topics it must share."""
    shared = sum(topic in topics for topic in page.lines[index].topics)
    return page.scores[index] >= limit("fewest_tail_words") and shared > (1 if distance <= limit("near") else 2)
