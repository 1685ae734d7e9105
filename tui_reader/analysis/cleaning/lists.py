"""Lists and tables, whose short lines are no links: what a sentence announces, ingredients, results, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, takewhile

from tui_reader.analysis.cleaning.line_features import Line, limit, phrases, weight
from tui_reader.analysis.lexicon import languages, word_set
from tui_reader.analysis.text.dates import is_time, month_names
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Block

_QUANTITY = re.compile(r"\W{0,3}[\d½¼¾⅓⅔⅛][\d½¼¾⅓⅔⅛.,/–\-]{0,9}\s?")  # "- 1 ½", "20", "8–10 ": what a measure follows
_FACT = re.compile(r"^\W{0,3}[^\W\d_][^:]{1,30}:\s[^:]{0,30}\d")
_DASHES = ("- ", "– ", "• ")
_NUMBER = re.compile(r"\d")
_DATE = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")


@dataclass(frozen=True, slots=True)
class Lists:
    """Which lines are items of a list, and the runs of lines that are tables."""

    items: list[bool]
    tables: list[range] = field(default_factory=list)

    @property
    def places(self) -> frozenset[int]:
        """The lines of all lists and tables."""
        return frozenset(at for at, is_item in enumerate(self.items) if is_item).union(*self.tables)


def spare_lists(lines: Sequence[Line], scores: list[float], own: Sequence[bool]) -> Lists:
    """Let no item of a list and no row of a table count against the lists' own article."""
    lists = Lists([False] * len(lines))
    measured = [_is_measured(line) for line in lines]
    left = 0
    for at, line in enumerate(lines):
        if not own[at] and scores[at] > weight("below") and (_announces(line) or _begins_recipe(lines, measured, at)):
            scores[at] = max(scores[at], line.words * weight("word"))
            lists.items[at] = not _announces(line)
            left = limit("most_list_items")
        elif own[at] or scores[at] <= weight("below"):
            left = 0
        elif left:
            lists.items[at] = True
            scores[at] = max(scores[at], line.words * weight("item_word") if line.common else 0.0)
            left -= 1
    _spare_tables(lines, scores, own, lists)
    return lists


def with_lists(lines: Sequence[Line], own: Sequence[bool], lists: Lists, end: int, topics: Counter[str]) -> int:
    """The `end` of the article with the tables, the items of a list and the facts that close it.

    Items go on while one in two has words of the text about it: below the last one stand the page's links. A table
    is the article's where two of its lines name what the text is about.
    """
    end = with_tables(lines, lists, end, topics)
    for at in range(end, len(lines)):
        if not lists.items[at] or at - end > 1:
            break
        if lines[at].common or lines[at].folded[:1].isdigit() or _is_about(lines[at], topics):
            end = at + 1
    return _with_facts(lines, own, end)


def _with_facts(lines: Sequence[Line], own: Sequence[bool], end: int) -> int:
    """The `end` of an article with the facts right below it, as reviews have them: "Length: 94 min"."""
    near = range(end, min(len(lines), end + limit("most_points")))
    below = takewhile(lambda at: not own[at] and (lines[at].is_short or lines[at].links > 1), near)
    told = False
    for at in below:
        told = told or _FACT.search(lines[at].folded) is not None
        if told and _NUMBER.search(lines[at].folded):
            end = at + 1
    return end


def with_tables(lines: Sequence[Line], lists: Lists, end: int, topics: Counter[str]) -> int:
    """The `end` of an article with the tables about the same right below it."""
    for table in lists.tables:
        if 0 <= table.start - end <= limit("row_distance") and sum(_is_about(lines[at], topics) for at in table) > 1:
            end = table.stop
    return end


def first_of_list(lines: Sequence[Line], lists: Lists, start: int) -> int:
    """Where the list begins that the article begins with: for how many it is and how long it takes stands above."""
    if start and lines[start].folded.startswith(_DASHES) and lines[start - 1].is_short:
        return start - 1
    first = start
    if lists.items[start]:
        for at in range(start - 1, max(-1, start - 1 - limit("most_facts")), -1):
            if _is_fact(lines[at]):
                first = at
            elif first - at > 1:
                break
    return first


def points(blocks: Sequence[Block], lines: Sequence[Line], inside: range) -> frozenset[int]:
    """The lines that tell in a few words what the article says, and their headings: "Pros", "L'essentiel"."""
    found: set[int] = set()
    left = 0
    for at in inside:
        if lines[at].is_short and phrases("summary_heading").match(lines[at]):
            left = limit("most_points") + 1
        left = left - 1 if left and lines[at].is_short and blocks[at].kept else 0
        if left:
            found.add(at)
    return frozenset(found)


def contents(blocks: Sequence[Block], lines: Sequence[Line], inside: range) -> tuple[frozenset[int], frozenset[int]]:
    """The entries of a table of contents, and the headings `inside` the article that they name.

    Each stands twice, entries one near the other and in the order of the headings, which are further apart.
    """
    places: dict[str, list[int]] = {}
    for at in range(inside.stop):
        places.setdefault(lines[at].folded, []).append(at)
    heads = [at for at in inside if blocks[at].kept and blocks[at].kind == "paragraph" and not lines[at].is_text]
    found = [(both[0], at) for at in heads if len(both := places[lines[at].folded]) == 2 and both[1] == at]
    near = limit("contents_distance")
    pairs = [
        pair
        for one, other in pairwise(found)
        if 0 < other[0] - one[0] <= near < other[1] - other[0] and other[0] - one[0] < other[1] - one[1]
        for pair in (one, other)
    ]
    return frozenset(entry for entry, _ in pairs), frozenset(heading for _, heading in pairs)


def _is_about(line: Line, topics: Counter[str]) -> bool:
    return any(topic in topics for topic in line.topics)


def _announces(line: Line) -> bool:
    """Whether the line ends in a colon, and has the words of a sentence before it."""
    return line.folded.endswith(":") and line.common > 0 and limit("fewest_list_words") <= line.words


def _begins_recipe(lines: Sequence[Line], measured: Sequence[bool], at: int) -> bool:
    """Whether a line is the heading of a recipe's ingredients or one of them, and more of them follow."""
    more = sum(measured[at + 1 : at + 1 + limit("items_window")]) >= limit("fewest_items")
    return more and lines[at].is_short and (measured[at] or phrases("list_heading").match(lines[at]))


def _is_measured(line: Line) -> bool:
    """Whether a line begins with a quantity and its measure: "250 g", "2 tbsp", "1 gousse"."""
    found = _QUANTITY.match(line.folded)
    word = WORD.match(line.folded, found.end()) if found else None
    return word is not None and word.group().split("'")[0] in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset().union(*(word_set(language, "cleaning", "measures") for language in languages()))


def _is_fact(line: Line) -> bool:
    """Whether a line says how much or how long, as those above a recipe do: "Serves 4", "Cuisson : 40 min"."""
    if not line.is_short or phrases("comments").match(line):
        return False
    has_words = any(word[0].isalpha() for word in WORD.findall(line.folded))
    return phrases("list_heading").match(line) or (has_words and _has_number(line))


def _spare_tables(lines: Sequence[Line], scores: list[float], own: Sequence[bool], lists: Lists) -> None:
    """Find the tables: rows, with no more than a heading or two between them, and the names of columns above."""
    rows: list[int] = []
    bound = 0
    for at in range(len(lines) + 1):
        is_end = at == len(lines) or own[at] or scores[at] > 0 or scores[at] <= weight("below")
        if rows and (is_end or at - rows[-1] > limit("row_distance")):
            if _are_table(lines, rows):
                lists.tables.append(_with_columns(lines, range(rows[0], rows[-1] + 1), bound))
            rows = []
        if is_end:
            bound = at + 1
        elif _is_row(lines[at]):
            rows.append(at)
    for at in (at for table in lists.tables for at in table):
        scores[at] = max(scores[at], weight("row"))


def _are_table(lines: Sequence[Line], rows: Sequence[int]) -> bool:
    """Whether rows are enough and close together; where they are 1, 2, 3, they number the headlines between them."""
    if len(rows) < limit("fewest_rows") or 2 * len(rows) <= rows[-1] - rows[0]:
        return False
    return any(lines[at].folded.strip(".") != str(number) for number, at in enumerate(rows, 1))


def _with_columns(lines: Sequence[Line], rows: range, bound: int) -> range:
    """The rows with the few short lines right above them, none of them above `bound`."""
    start = rows.start
    while start > max(bound, rows.start - limit("most_columns")) and lines[start - 1].words < limit("most_row_words"):
        start -= 1
    return range(start, rows.stop)


def _is_row(line: Line) -> bool:
    """Whether a line has a number that is no headline's: among few words, or at the end of not many."""
    if not _has_number(line):
        return False
    ends = line.folded[-1:].isdigit() and line.words <= limit("most_link_words")
    return ends or not line.common or line.words < limit("most_row_words")


def _has_number(line: Line) -> bool:
    """Whether a line has a number that is neither a time nor part of a date."""
    if _NUMBER.search(line.folded) is None or _DATE.search(line.folded) or is_time(line.folded):
        return False
    return month_names().isdisjoint(WORD.findall(line.folded))
