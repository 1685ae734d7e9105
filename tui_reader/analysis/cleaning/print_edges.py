"""Tell the lines at the edges of printed pages: the day and the title above, the address and the page below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import pairwise

from tui_reader.analysis.cleaning.line_features import Line, limit, phrases
from tui_reader.analysis.lexicon import common_data
from tui_reader.analysis.text.segmentation import fold

_MOMENT = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[A-Z]{2}\b)??")  # "3/12/24, 6:02 PM"
_PAGE = re.compile(
    r"(?:[^\W\d_]{1,5}\s)?(?P<page>\d{1,3})(?:\s?/\s?|\s[^\W\d_]{1,5}\s)(?P<pages>\d{1,3})"
)  # "Page 2 of 3"
_HEAD = re.compile(rf"{_MOMENT.pattern},?\s+(?P<title>\S.*[^\W\d_].*)")
_TITLED_ADDRESS = re.compile(r"(?P<title>\S.*\S)(?:\t\s*|\s{2,})(?P<url>https?://\S+)")
_LONE_ADDRESS = re.compile(r"https?://\S+")
_SHORT, _LONG = 20, 400  # code points
_SENTENCE_ENDS = (".", "!", "»", '"', "”")
_BEGINNINGS = (*"0123456789", "http")
_MOST_RUNNING_WORDS = 20
_SITE_OR_NUMBERS = re.compile(r"\b[\w-]+\.[a-z]{2,}\b|\d\D+\d")


def printed_lines(texts: Mapping[int, str]) -> set[int]:
    """Which lines, by their index, were printed at the edges of pages, as they themselves show beyond doubt.

    Pages are counted beside an address or a day, the same head stands above several pages, or the words around the
    number of a page do.
    """
    edges = {index: text for index, text in texts.items() if may_be_printed(text)}
    printed = {index for index, text in edges.items() if _foot(text) or text in common_data().cleaning.no_addresses}
    heads = {index: text for index, text in edges.items() if title_of_head(text)}
    counts = Counter(heads.values())
    if printed or any(count > 1 for count in counts.values()) or _counts_all_pages(edges):
        totals = {foot["pages"] for index in printed if (foot := _foot(edges[index]))}
        printed |= heads.keys() | {index for index, text in edges.items() if is_moment_or_page(text, totals)}
    printed |= {*_titles_below(texts, printed), *_addresses_above(texts, printed), *_titled_addresses(texts, printed)}
    numbered = {index: text for index, text in texts.items() if _numbered_page().search(text)}
    return printed | set(_running_lines(numbered)) | {n for n, text in numbered.items() if _is_page_of_pages(text)}


def may_be_printed(text: str) -> bool:
    """Whether a line begins as those do that a browser prints, or is very short: it takes longer to read them."""
    return len(text) <= _SHORT or (len(text) <= _LONG and text.startswith(_BEGINNINGS))


def may_have_edges(raw: str) -> bool:
    """Whether a text holds anything of what is printed at edges: most hold nothing, and are not looked at further."""
    return _edge().search(raw) is not None or _numbered_page().search(raw) is not None


def title_of_head(text: str) -> str | None:
    """What stands behind the day at the upper edge: the title, and maybe the site's name; None for other lines."""
    match = _HEAD.fullmatch(text.strip())
    is_entry = text.rstrip().endswith(_SENTENCE_ENDS)  # of live coverage
    return match["title"].strip() if match and not is_entry and not _foot(text.strip()) else None


def title_of_print(text: str) -> str | None:
    """The same, or what stands before the address at an edge."""
    match = _TITLED_ADDRESS.fullmatch(text.strip())
    return match["title"] if match and not _foot(text.strip()) else title_of_head(text)


def url_of_print(text: str) -> str | None:
    """The address at an edge; None for other lines."""
    if _LONE_ADDRESS.fullmatch(text.strip()):
        return text.strip()
    match = _foot(text.strip()) or _TITLED_ADDRESS.fullmatch(text.strip())
    return match.groupdict().get("url") if match else None


def is_moment_or_page(text: str, totals: Set[str] = frozenset()) -> bool:
    """Whether a line is a day with its time, or the count of a page, and nothing else.

    Where `totals` of pages are known, the count must have one of them: `3 à 4` may be a score.
    """
    page = _PAGE.fullmatch(text)
    return (page is not None and (not totals or page["pages"] in totals)) or _MOMENT.fullmatch(text) is not None


def is_print_note(line: Line) -> bool:
    """Whether a line says when or from where a page was printed: "Printed from ledger.example"."""
    says_so = line.word_count <= limit("most_title_words") and phrases("print_note").match(line)
    return says_so and not line.ends_sentence and _SITE_OR_NUMBERS.search(line.folded) is not None


def _foot(text: str) -> re.Match[str] | None:
    """The match of a line at the lower edge, which counts the pages."""
    matches = (pattern.fullmatch(text) for pattern in _feet())
    return next((match for match in matches if match and int(match["page"]) <= int(match["pages"])), None)


@cache
def _feet() -> tuple[re.Pattern[str], ...]:
    """The lines at the lower edge: an address, if the page has one, or the day, beside the count of the page."""
    return (
        re.compile(rf"(?:(?P<url>https?://\S+)|{_no_address()})\s+{_PAGE.pattern}"),
        re.compile(rf"{_PAGE.pattern}\s+{_MOMENT.pattern}"),
    )


@cache
def _edge() -> re.Pattern[str]:
    """How lines at edges begin."""
    foot = r"https?://\S+[ \t]+\S.*\d[ \t]*$|\d+(?:/|\s\w+\s)\d+\s+\d"
    return re.compile(rf"^[ \t]*(?:{_MOMENT.pattern}|{foot}|{_no_address()})", re.MULTILINE)


def _no_address() -> str:
    return "|".join(map(re.escape, common_data().cleaning.no_addresses))


def _counts_all_pages(edges: Mapping[int, str]) -> bool:
    """Whether all pages are counted, each on a line of its own, and the same day with its time stands on others."""
    matches = [match for text in edges.values() if (match := _PAGE.fullmatch(text))]
    pages = [(int(match["page"]), int(match["pages"])) for match in matches]
    moments = Counter(text for text in edges.values() if _MOMENT.fullmatch(text))
    is_whole = len(pages) > 1 and pages == [(page, len(pages)) for page in range(1, len(pages) + 1)]
    return is_whole and any(count == len(pages) for count in moments.values())


def _titles_below(texts: Mapping[int, str], printed: set[int]) -> Iterator[int]:
    """The lines right below a day with its time that stand below others, too."""
    below = [index + 1 for index in printed if _MOMENT.fullmatch(texts[index]) and index + 1 in texts]
    counts = Counter(texts[index] for index in below)
    return (index for index in below if counts[texts[index]] > 1)


def _addresses_above(texts: Mapping[int, str], printed: set[int]) -> Iterator[int]:
    """The addresses right above the count of a page."""
    counted = (index for index in printed if _PAGE.fullmatch(texts[index]))
    return (index - 1 for index in counted if _LONE_ADDRESS.fullmatch(texts.get(index - 1, "")))


def _titled_addresses(texts: Mapping[int, str], printed: set[int]) -> Iterator[int]:
    """The lines that give title and address, as often as pages are counted beside a day."""
    feet = sum(_foot(texts[index]) is not None for index in printed)
    titled = {index: text for index, text in texts.items() if _TITLED_ADDRESS.fullmatch(text)} if feet else {}
    counts = Counter(titled.values())
    return (index for index, text in titled.items() if counts[text] == feet)


def _running_lines(numbered: Mapping[int, str]) -> Iterator[int]:
    """The lines whose words stand around the numbers of pages that follow one another, with other lines between."""
    by_words: dict[str, list[tuple[int, int]]] = {}
    for index, text in numbered.items():
        match = _numbered_page().search(text)
        line = Line.of(text)
        if match and line.word_count <= _MOST_RUNNING_WORDS and not line.ends_sentence:
            words = f"{fold(text[: match.start('page')])} {fold(text[match.end('page') :])}"
            by_words.setdefault(words, []).append((int(match["page"]), index))
    for places in by_words.values():
        follow = (after[0] == page + 1 and after[1] > index + 1 for (page, index), after in pairwise(places))
        if len(places) > 1 and all(follow):
            yield from (index for _page, index in places)


def _is_page_of_pages(text: str) -> bool:
    """`Page 1 of 2`: whether a line counts the pages, with a word for them, and nothing else."""
    match = _PAGE.fullmatch(text)
    return match is not None and int(match["page"]) <= int(match["pages"])


@cache
def _numbered_page() -> re.Pattern[str]:
    """A word for a page, and its number."""
    words = "|".join(map(re.escape, sorted(phrases("page_number").whole)))
    return re.compile(rf"(?<!\w)(?:{words})\s?(?P<page>\d{{1,3}})(?!\w)", re.IGNORECASE)
