"""Recognise lists and tables, whose short lines are no links: announced items, ingredients, results, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

import msgspec

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, gives_time, limit, phrases, weight
from tui_reader.analysis.cleaning.line_scores import ScoredLines
from tui_reader.analysis.lexicon import every_language
from tui_reader.analysis.text.dates import is_time, month_names
from tui_reader.analysis.text.segmentation import WORD

_QUANTITY = re.compile(r"\W{0,3}[\d½¼¾⅓⅔⅛][\d½¼¾⅓⅔⅛.,/–\-]{0,9}\s?")  # "- 1 ½", "20", "8–10 ": what a measure follows
_FACT = re.compile(r"^\W{0,3}[^\W\d_][^:]{1,30}:\s[^:]{0,30}\d")
_DASHES = ("- ", "– ", "• ")
_NUMBER = re.compile(r"\d")
_DATE = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")


class Lists(msgspec.Struct, frozen=True):
    """Which lines are items of a list, by index, and the runs of lines that are tables."""

    items: list[bool]
    tables: list[range] = msgspec.field(default_factory=list)

    @property
    def indices(self) -> frozenset[int]:
        """The lines of all lists and tables."""
        return frozenset(index for index, is_item in enumerate(self.items) if is_item).union(*self.tables)


def spare_lists(page: ScoredLines) -> Lists:
    """Find lists and tables, and let no item and no row count against the article they stand in."""
    lines = page.lines
    lists = Lists([False] * len(lines))
    measured = [_is_measured(line) for line in lines]
    items_left = 0
    for index, line in enumerate(lines):
        is_other = page.boilerplate[index] or page.ends_article(index) or gives_time(line)
        if not is_other and (_announces(line) or _begins_recipe(lines, measured, index)):
            page.raise_to(index, line.word_count * weight("word"))
            lists.items[index] = not _announces(line)
            items_left = limit("most_list_items")
        elif is_other:
            items_left = 0
        elif items_left:
            lists.items[index] = True
            page.raise_to(index, line.word_count * weight("item_word") if line.common_count else 0.0)
            items_left -= 1
    _spare_tables(page, lists)
    return lists


def with_lists(page: ScoredLines, lists: Lists, end: int, topics: Counter[str]) -> int:
    """The `end` of the article with the tables, the items of a list and the facts that close it.

    Items go on while one in two has words of the text about it: below the last one stand the page's links. A table
    is the article's where two of its lines name what the text is about.
    """
    lines = page.lines
    end = with_tables(page, lists, end, topics)
    for index in range(end, len(lines)):
        if not lists.items[index] or index - end > 1:
            break
        line = lines[index]
        if line.common_count or line.folded[:1].isdigit() or _is_about(line, topics):
            end = index + 1
    return _with_facts(page, end)


def _with_facts(page: ScoredLines, end: int) -> int:
    """The `end` of an article with the facts right below it, as reviews have them: "Length: 94 min"."""
    lines = page.lines
    near = range(end, min(len(lines), end + limit("most_points")))
    below = takewhile(
        lambda index: (
            not (page.boilerplate[index] or _is_rule(lines[index]))
            and (lines[index].is_short or lines[index].separators > 1)
        ),
        near,
    )
    has_facts = False
    for index in below:
        has_facts = has_facts or _FACT.search(lines[index].folded) is not None
        if has_facts and _NUMBER.search(lines[index].folded):
            end = index + 1
    return end


def _is_rule(line: Line) -> bool:
    """Whether a line has neither letters nor digits: "------"."""
    return not any(map(str.isalnum, line.folded))


def with_tables(page: ScoredLines, lists: Lists, end: int, topics: Counter[str]) -> int:
    """The `end` of an article with the tables about the same right below it, unless a rule parts them."""
    for table in lists.tables:
        is_near = 0 <= table.start - end <= limit("row_distance")
        is_parted = any(_is_rule(page.lines[index]) for index in range(end, table.start))
        if is_near and not is_parted and sum(_is_about(page.lines[index], topics) for index in table) > 1:
            end = table.stop
    return end


def first_of_list(lines: Sequence[Line], lists: Lists, start: int) -> int:
    """Where the list begins that the article begins with: for how many it is and how long it takes stands above."""
    if start and lines[start].folded.startswith(_DASHES) and lines[start - 1].is_short:
        return start - 1
    first = start
    if lists.items[start]:
        for index in range(start - 1, max(-1, start - 1 - limit("most_facts")), -1):
            if _is_fact(lines[index]):
                first = index
            elif first - index > 1:
                break
    return first


def summary_points(draft: PageDraft, inside: range) -> frozenset[int]:
    """The lines that sum the article up in a few words, and their headings: "Pros", "L'essentiel"."""
    points: set[int] = set()
    points_left = 0
    for index in inside:
        line = draft.lines[index]
        if line.is_short and phrases("summary_heading").match(line):
            points_left = limit("most_points") + 1
        points_left = points_left - 1 if points_left and line.is_short and draft.blocks[index].kept else 0
        if points_left:
            points.add(index)
    return frozenset(points)


def table_of_contents(draft: PageDraft, inside: range) -> tuple[frozenset[int], frozenset[int]]:
    """The entries of a table of contents, and the headings `inside` the article that they name.

    Each stands twice, entries one near the other and in the order of the headings, which are further apart.
    """
    lines = draft.lines
    indices_of: dict[str, list[int]] = {}
    for index in range(inside.stop):
        indices_of.setdefault(lines[index].folded, []).append(index)
    headings = [index for index in inside if draft.is_plain(index) and not lines[index].is_prose]
    listed = [
        (both[0], index) for index in headings if len(both := indices_of[lines[index].folded]) == 2 and both[1] == index
    ]
    near = limit("contents_distance")
    pairs = [
        pair
        for first, second in pairwise(listed)
        if 0 < second[0] - first[0] <= near < second[1] - second[0] and second[0] - first[0] < second[1] - first[1]
        for pair in (first, second)
    ]
    return frozenset(entry for entry, _ in pairs), frozenset(heading for _, heading in pairs)


def _is_about(line: Line, topics: Counter[str]) -> bool:
    return any(topic in topics for topic in line.topics)


def _announces(line: Line) -> bool:
    """Whether the line ends in a colon, and has the words of a sentence before it."""
    is_long_enough = limit("fewest_list_words") <= line.word_count
    return line.folded.endswith(":") and line.common_count > 0 and is_long_enough


def _begins_recipe(lines: Sequence[Line], measured: Sequence[bool], index: int) -> bool:
    """Whether a line is the heading of a recipe's ingredients or one of them, and more of them follow."""
    more = sum(measured[index + 1 : index + 1 + limit("items_window")]) >= limit("fewest_items")
    return more and lines[index].is_short and (measured[index] or phrases("list_heading").match(lines[index]))


def _is_measured(line: Line) -> bool:
    """Whether a line begins with a quantity and its measure: "250 g", "2 tbsp", "1 gousse"."""
    quantity = _QUANTITY.match(line.folded)
    word = WORD.match(line.folded, quantity.end()) if quantity else None
    return word is not None and word.group().split("'")[0] in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset().union(*(language.cleaning.measures for language in every_language()))


def _is_fact(line: Line) -> bool:
    """Whether a line says how much or how long, as those above a recipe do: "Serves 4", "Cuisson : 40 min"."""
    if not line.is_short or phrases("comments").match(line):
        return False
    has_words = any(word[0].isalpha() for word in WORD.findall(line.folded))
    return phrases("list_heading").match(line) or (has_words and _has_number(line))


def _spare_tables(page: ScoredLines, lists: Lists) -> None:
    """Find the tables: rows, with no more than a heading or two between them, and the names of columns above."""
    lines = page.lines
    rows: list[int] = []
    bound = 0
    for index in range(len(lines) + 1):
        is_end = index == len(lines) or page.boilerplate[index] or page.scores[index] > 0 or page.ends_article(index)
        if rows and (is_end or index - rows[-1] > limit("row_distance")):
            if _are_table(lines, rows):
                lists.tables.append(_with_columns(lines, range(rows[0], rows[-1] + 1), bound))
            rows = []
        if is_end:
            bound = index + 1
        elif _is_row(lines[index]):
            rows.append(index)
    for index in (index for table in lists.tables for index in table):
        page.raise_to(index, weight("row"))


def _are_table(lines: Sequence[Line], rows: Sequence[int]) -> bool:
    """Whether rows are enough and close together; where they are 1, 2, 3, they number the headlines between them."""
    if len(rows) < limit("fewest_rows") or 2 * len(rows) <= rows[-1] - rows[0]:
        return False
    return any(lines[index].folded.strip(".") != str(number) for number, index in enumerate(rows, 1))


def _with_columns(lines: Sequence[Line], rows: range, bound: int) -> range:
    """The rows with the few short lines right above them, none of them above `bound`."""
    start = rows.start
    first = max(bound, rows.start - limit("most_columns"))
    while start > first and lines[start - 1].word_count < limit("most_row_words"):
        start -= 1
    return range(start, rows.stop)


def _is_row(line: Line) -> bool:
    """Whether a line has a number that is no headline's: among few words, or at the end of not many."""
    if not _has_number(line):
        return False
    ends_in_number = line.folded[-1:].isdigit() and line.word_count <= limit("most_link_words")
    return ends_in_number or not line.common_count or line.word_count < limit("most_row_words")


def _has_number(line: Line) -> bool:
    """Whether a line has a number that is neither a time nor part of a date."""
    if _NUMBER.search(line.folded) is None or _DATE.search(line.folded) or is_time(line.folded):
        return False
    return month_names().isdisjoint(WORD.findall(line.folded))
