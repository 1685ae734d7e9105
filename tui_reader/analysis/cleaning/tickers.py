"""Find tickers: other news in the order of time, each with its time, beside an article or around it.

Live coverage has the same form, but all of its entries are about the article's subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.analysis.cleaning.line_features import Line, have_one_topic, limit, topic_counts
from tui_reader.analysis.text.dates import begins_with_time


def ticker_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of all tickers, by index; none where there is no article beside them."""
    tickers = [entries for entries in _runs_of_entries(lines) if len(entries) >= limit("fewest_ticker_entries")]
    if not tickers:
        return frozenset()
    inside = frozenset(index for entries in tickers for entry in entries for index in entry)
    outside = [line for index, line in enumerate(lines) if index not in inside and line.is_prose]
    topics = topic_counts(outside)
    if sum(line.word_count for line in outside) < limit("fewest_text_words"):
        return frozenset()
    strange = [
        entries
        for entries in tickers
        if _are_brief(lines, entries) and _are_strange([_topics(lines, entry) for entry in entries], frozenset(topics))
    ]
    return frozenset(index for entries in strange for entry in entries for index in entry)


def _are_brief(lines: Sequence[Line], entries: Sequence[range]) -> bool:
    """Whether most entries have one paragraph; those of live coverage often have more."""
    long = sum(sum(lines[index].is_prose for index in entry) > 1 for entry in entries)
    return 2 * long < len(entries)


def _runs_of_entries(lines: Sequence[Line]) -> Iterator[list[range]]:
    """The entries that follow one another, each from a time to the last sentence above the next time."""
    starts = [index for index, line in enumerate(lines) if begins_with_time(line.folded)]
    run: list[range] = []
    for start, following in pairwise([*starts, len(lines)]):
        near = range(start, min(following, start + limit("most_entry_lines")))
        texts = [index for index in near if lines[index].is_prose]
        is_last = following - start > limit("most_entry_lines")
        if texts:
            run.append(range(start, texts[0 if is_last else -1] + 1))
        if not texts or is_last or following == len(lines):
            yield run
            run = []


def _topics(lines: Sequence[Line], entry: range) -> frozenset[str]:
    return frozenset(topic for index in entry for topic in lines[index].topics)


def _are_strange(entries: Sequence[frozenset[str]], topics: frozenset[str]) -> bool:
    """Whether entries have neither one topic nor, most of them, those of the article beside them."""
    strange = sum(len(entry & topics) <= limit("fewest_shared_topics") for entry in entries)
    return 2 * strange > len(entries) and not have_one_topic(entries) and not _have_leading_topic(entries, topics)


def _have_leading_topic(entries: Sequence[frozenset[str]], topics: frozenset[str]) -> bool:
    """Whether many entries name the same topic of the article, as those of live coverage name what they cover."""
    counts = Counter(topic for entry in entries for topic in entry & topics)
    most_named = max(counts.values(), default=0)
    return most_named >= limit("fewest_naming_entries") and 5 * most_named >= 2 * len(entries)
