"""Cut from the end of a page's body what is about something else: teasers, notes, forms, promotions.

The run of lines with the largest score reaches over short lines to the next sentences, and these may be another text's:
then they stand alone among short lines, and do not speak of what the article speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from tui_reader.analysis.cleaning.line_features import (
    SMALL_SHARE,
    Line,
    gives_time,
    is_strange,
    limit,
    phrases,
    topic_counts,
)
from tui_reader.analysis.cleaning.line_scores import ScoredLines
from tui_reader.analysis.text.dates import is_time

_SENTENCE_END = re.compile(r"[.!?…]\s+")


def end_of_article(page: ScoredLines, listed: frozenset[int], labels: Sequence[int], body: range) -> int:
    """The end of the `body` without the loose paragraphs at its end.

    `listed` are its lines in lists, `labels` those above other articles.
    """
    paragraphs = [index for index in body if page.scores[index] > 0 and index not in listed]
    body = range(body.start, _above_label(page, labels, paragraphs, body.stop))
    paragraphs = [index for index in paragraphs if index < body.stop]
    parts = _parts(page, listed, paragraphs)
    longest = max(parts, key=lambda part: _word_count(page, part), default=[])
    topics = topic_counts(page.lines[index] for index in longest)
    stems = frozenset(stem for index in longest for stem in page.lines[index].stems)
    kept = _without_loose_parts(page, parts, parts.index(longest) if parts else 0, topics)
    while kept > 1 and parts[kept - 1] is not longest and _is_far(page, listed, parts[kept - 2 : kept], stems):
        kept -= 1
    end = body.stop
    if kept < len(parts):
        end = max(index for index in (*parts[kept - 1], *listed) if index < parts[kept][0]) + 1
    return _above_teasers(page, listed, [index for index in paragraphs if index < end], end)


def end_above_site_talk(
    page: ScoredLines,
    talk: frozenset[int],
    doubtful: Container[int],
    listed: frozenset[int],
    body: range,
    *,
    news: Container[int] = (),
) -> int:
    """The end of the `body` above its last paragraphs, where half are the site's `talk` and none about the article.

    Only paragraphs apart from the others are looked at: those that follow one another belong together, but for those
    that are `doubtful` by their words. The first ones of a group stay where they are told as `news`.
    """
    paragraphs = [index for index in body if page.scores[index] > 0 and index not in listed]
    groups = groups_of_neighbours(_without_doubtful(page, doubtful, paragraphs))
    for _ in range(limit("most_labels")):
        if len(groups) < 2 or not _is_talk(page, talk, groups):
            break
        told = list(takewhile(lambda index: index in news and index not in talk, groups.pop()))
        if told:  # `She said no deadline would move.` above an invitation
            groups.append(told)
            break
    kept = [index for group in groups for index in group]
    if len(kept) == len(paragraphs) or _word_count(page, kept) < limit("fewest_text_words"):
        return body.stop
    first_cut = paragraphs[len(kept)]
    long = [index for index in range(kept[-1], first_cut) if page.lines[index].word_count > limit("most_link_words")]
    spared = (index for index in (*long, *listed) if index < first_cut and not page.boilerplate[index])
    return max((kept[-1], *spared)) + 1


def _without_doubtful(page: ScoredLines, doubtful: Container[int], paragraphs: Sequence[int]) -> Sequence[int]:
    """The paragraphs without the last ones that may be labels and are not about the article."""
    last, least = len(paragraphs), max(1, len(paragraphs) - limit("most_labels"))
    while last > least and paragraphs[last - 1] in doubtful:
        topics = topic_counts(page.lines[index] for index in paragraphs[: last - 1])
        if not is_strange(page.lines[paragraphs[last - 1]], topics, SMALL_SHARE):
            break
        last -= 1
    return paragraphs[:last]


def groups_of_neighbours(paragraphs: Sequence[int]) -> list[list[int]]:
    """The paragraphs, those that follow one another together."""
    groups: list[list[int]] = []
    for index in paragraphs:
        if groups and index - groups[-1][-1] == 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _is_talk(page: ScoredLines, talk: frozenset[int], groups: Sequence[Sequence[int]]) -> bool:
    """Whether half of the last group of paragraphs is the site's talk, and none of it about the article.

    An entry of live coverage may speak to the readers, too.
    """
    *above, last = groups
    topics = topic_counts(page.lines[index] for group in above for index in group)
    are_strange = all(is_strange(page.lines[index], topics, SMALL_SHARE) for index in last)
    is_entry = any(is_time(page.lines[index].folded) for index in range(max(0, last[0] - limit("near")), last[0]))
    return are_strange and not is_entry and 2 * len(talk.intersection(last)) >= len(last)


def _above_label(page: ScoredLines, labels: Sequence[int], paragraphs: Sequence[int], end: int) -> int:
    """The `end` of the article above the last labels below which most paragraphs stand alone and are strange to it."""
    for label in reversed(labels[-limit("most_labels") :]):
        above, below = ([n for n in paragraphs if n < label], [n for n in paragraphs if label < n < end])
        has_article = _word_count(page, above) >= limit("fewest_text_words")
        if below and not (has_article and _are_of_others(page, label, above, below)):
            break
        end = label if below else end
    return end


def _are_of_others(page: ScoredLines, label: int, above: Sequence[int], below: Sequence[int]) -> bool:
    """Whether most paragraphs below a label stand alone below headlines and are about something else than the article.

    Few of them must have next to nothing in common with it, and a single one must stand below a single headline.
    """
    no_headlines = [index for index in below if not page.lines[index].folded.endswith("?")]
    if any(after - index == 1 for index, after in pairwise(no_headlines)):
        return False
    if len(below) < limit("fewest_loose"):
        if below[0] - label == 2 and _announces_article(page.lines[below[0]]):
            return True
        stems = frozenset(stem for index in above for stem in page.lines[index].stems)
        is_card = page.ends_article(label) and below[0] - label == 2
        return is_card and len(page.lines[below[0]].stems & stems) < limit("fewest_shared_topics")
    topics = topic_counts(page.lines[index] for index in above)
    share = SMALL_SHARE if len(below) >= limit("many_loose") else 0.0
    strange = sum(_is_card(page, index) and is_strange(page.lines[index], topics, share) for index in below)
    return 3 * strange > 2 * len(below)


def _announces_article(line: Line) -> bool:
    """Whether a paragraph of more than a sentence ends by saying what it leads to: `Reportage.`, `Enquête sur …`."""
    *above, last = _SENTENCE_END.split(line.folded.rstrip(" .!?…"))
    return bool(above) and line.word_count <= limit("most_label_words") and phrases("article_kind").match(Line.of(last))


def _is_card(page: ScoredLines, index: int) -> bool:
    """Whether a line of the page that the lexicon does not know stands right above a paragraph, as headlines do."""
    return page.scores[index - 1] <= 0 and not page.boilerplate[index - 1]


def _above_teasers(page: ScoredLines, listed: frozenset[int], paragraphs: Sequence[int], end: int) -> int:
    """The `end` of the article above the last paragraphs, where many of them stand alone below headlines of others."""
    first = len(paragraphs)
    while first > 1 and _is_below_headline(page, paragraphs, first - 1):
        first -= 1
    article, teasers = paragraphs[:first], paragraphs[first:]
    if len(teasers) < limit("fewest_teasers") or _word_count(page, article) < limit("fewest_text_words"):
        return end
    if not listed.isdisjoint(range(teasers[0], end)):
        return end
    topics = topic_counts(page.lines[index] for index in article)
    strange = sum(_is_teaser(page, index, topics) for index in teasers)
    return paragraphs[first - 1] + 1 if 2 * strange > len(teasers) else end


def _is_teaser(page: ScoredLines, index: int, topics: Counter[str]) -> bool:
    """Whether a paragraph speaks of other things than the article, and is short or stands below a day."""
    is_dated = gives_time(page.lines[index - 1]) and is_strange(page.lines[index], topics, SMALL_SHARE)
    return is_dated or _may_be_teaser(page.lines[index], topics, SMALL_SHARE)


def _is_below_headline(page: ScoredLines, paragraphs: Sequence[int], number: int) -> bool:
    """Whether a paragraph stands alone right below a line as long as a headline."""
    index = paragraphs[number]
    above = page.lines[index - 1]
    is_headline = above.may_be_headline and above.word_count >= limit("fewest_headline_words")
    return index - paragraphs[number - 1] > 1 and (is_headline or gives_time(above))


def _without_loose_parts(page: ScoredLines, parts: Sequence[Sequence[int]], longest: int, topics: Counter[str]) -> int:
    """The number of parts without the loose ones at the end, of which there are several: one may be the last word.

    Where there are many, each may speak of the article's topics for a small part.
    """
    for share, fewest in ((SMALL_SHARE, limit("many_loose")), (0.0, limit("fewest_loose"))):
        kept = len(parts)
        while kept - 1 > longest and _is_loose(page, parts[kept - 1], topics, share):
            kept -= 1
        if sum(map(len, parts[kept:])) >= fewest:
            return kept
    return len(parts)


def _parts(page: ScoredLines, listed: Container[int], paragraphs: Sequence[int]) -> list[list[int]]:
    """The paragraphs, divided where several lines of the page stand between two."""
    parts: list[list[int]] = []
    for index in paragraphs:
        if parts and _own_lines(page, listed, parts[-1][-1], index) < limit("most_own_lines"):
            parts[-1].append(index)
        else:
            parts.append([index])
    return parts


def _own_lines(page: ScoredLines, listed: Container[int], above: int, below: int) -> int:
    """The number of lines of the page between two paragraphs; those that the lexicon knows count twice.

    A box of several lines, such as a newsletter's, stands in articles: it counts as one.
    """
    between = [index for index in range(above + 1, below) if index not in listed and page.scores[index] < 0]
    own = sum(2 if page.boilerplate[index] else 1 for index in between if not page.boxed[index])
    return own + sum(page.boxed[index] and not page.boxed[index - 1] for index in between)


def _word_count(page: ScoredLines, part: Sequence[int]) -> float:
    return sum(page.scores[index] for index in part)


def _is_loose(page: ScoredLines, part: Sequence[int], topics: Counter[str], share: float) -> bool:
    """Whether the paragraphs of a part stand alone among other lines, most short and about nothing of the article.

    An answer below its question does not stand alone.
    """
    if any(after - index == 1 for index, after in pairwise(part)) or any(page.lines[n - 1].is_question for n in part):
        return False
    return 2 * sum(_may_be_teaser(page.lines[index], topics, share) for index in part) > len(part)


def _is_far(
    page: ScoredLines, listed: Container[int], last_parts: Sequence[Sequence[int]], stems: frozenset[str]
) -> bool:
    """Whether the last of two parts is about something else and stands far below the other."""
    above, part = last_parts
    strange = [index for index in part if len(page.lines[index].stems & stems) < limit("fewest_shared_topics")]
    distance = _own_lines(page, listed, above[-1], part[0])
    return distance >= limit("far_below") and 4 * _word_count(page, strange) > 3 * _word_count(page, part)


def _may_be_teaser(line: Line, topics: Counter[str], share: float) -> bool:
    """Whether a paragraph is short, and speaks of other things than the article."""
    return line.word_count <= limit("most_label_words") and is_strange(line, topics, share)
