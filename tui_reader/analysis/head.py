"""What the head of an article says of it: title, byline, date and site, each only where it stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.dates import is_time, iso_date, iso_moment, words_of_dates
from tui_reader.analysis.lexicon import languages, word_set
from tui_reader.analysis.lines import Line, common_words, limit, phrases, spoken_of
from tui_reader.analysis.text import WORD, fold
from tui_reader.model import Block

_SURNAME_FIRST = re.compile(r"[^\W\d_][\w'’-]*[a-zß-ÿ], [^\W\d_][\w'’-]*[a-zß-ÿ]")  # "Duarte, Inez": catalogues


class Head(NamedTuple):
    """Byline, date and site as the article gives them."""

    byline: str | None
    published: str | None
    site: str | None


def mark_signatures(blocks: list[Block], lines: Sequence[Line], among: range) -> None:
    """The lines that give a date or an author."""
    for at in among:
        block = blocks[at]
        if not block.kept or block.kind not in ("paragraph", "caption"):
            continue
        if _is_date(lines[at]) or _is_dateline(block.text, lines[at]):
            blocks[at] = replace(block, kind="date")
        elif at and block.kind == "paragraph" and (_is_byline(block.text, lines[at]) or _is_under_by(blocks, at)):
            blocks[at] = replace(block, kind="byline")
    if not any(blocks[at].kind == "byline" for at in among):
        _mark_lone_name(blocks, among)


def _mark_lone_name(blocks: list[Block], among: range) -> None:
    """The name of a person beside a date, where no line says who wrote the article."""
    dates = [at for at in among if blocks[at].kept and blocks[at].kind == "date"]
    beside = (at for date in dates for at in (date - 1, date + 1, date - 2) if at in among)
    for at in beside:
        if blocks[at].kept and blocks[at].kind == "paragraph" and _is_person(blocks[at].text):
            blocks[at] = replace(blocks[at], kind="byline")
            return


def _is_person(text: str) -> bool:
    """Whether `text` is a name of two or three words that begins with a known first name."""
    words = text.split()
    return (
        1 < len(words) < 4
        and all(word[0].isupper() and WORD.fullmatch(word.rstrip(".")) for word in words)
        and fold(words[0]) in _first_names()
        and not any(fold(word) in common_words() for word in words)
    )


@cache
def _first_names() -> frozenset[str]:
    return frozenset().union(*(word_set(one, "names", key) for one in languages() for key in ("male", "female")))


def mark_times(blocks: list[Block], lines: Sequence[Line], among: range) -> None:
    """The lines that give the time of a part of the article, as live coverage has them."""
    for at in among:
        if blocks[at].kept and blocks[at].kind == "paragraph" and lines[at].words < 6 and _is_time(lines[at].folded):
            blocks[at] = replace(blocks[at], kind="date")


def _is_time(folded: str) -> bool:
    start = max((len(start) for start in phrases("date").starts if folded.startswith(start)), default=0)
    return is_time(folded[start:])


def _is_date(line: Line) -> bool:
    words = phrases("date")
    if line.folded.strip(" :•-|") in words.whole:
        return True
    if line.words > 20 or iso_date(line.folded) is None:
        return False
    rest = [word for word in WORD.findall(line.folded) if not word[0].isdigit() and word not in words_of_dates()]
    if (line.ends or line.words > 16) and len(rest) > 4:  # a sentence that begins with a date
        return False
    return line.folded.lstrip("•-| ").startswith(words.starts) or len(rest) <= 1


def _is_dateline(text: str, line: Line) -> bool:
    """A line of its own that gives place and date of agency copy."""
    return line.words <= 8 and not line.ends and text.partition(",")[0].isupper() and iso_date(line.folded) is not None


def _is_byline(text: str, line: Line) -> bool:
    if line.words > 14 or line.ends:
        return False
    name = _after_start(text)
    return name[:1].isupper() if name is not None else phrases("byline").match(line)


def _is_bare_start(text: str) -> bool:
    """Whether a line is the "By" of the name below it."""
    return f"{fold(text).strip()} " in phrases("byline").starts


def _is_under_by(blocks: Sequence[Block], at: int) -> bool:
    words = blocks[at].text.split()
    return _is_bare_start(blocks[at - 1].text) and 1 < len(words) < 5 and all(word[0].isupper() for word in words)


def _after_start(text: str) -> str | None:
    """What follows "By" or its like; None where the text does not begin so."""
    folded = fold(text)
    start = max((len(start) for start in phrases("byline").starts if folded.startswith(start)), default=0)
    return text[start:].strip() if start else None


def mark_title(blocks: list[Block], lines: Sequence[Line], first_text: int) -> None:
    """The title of a text that is no page: the first line above the text that is long enough for one."""
    above = [at for at in range(min(first_text, len(blocks))) if _may_be_title(blocks[at], lines[at], fewest_words=2)]
    label = next((at for at in range(min(first_text, len(blocks))) if blocks[at].rule == "related_label"), first_text)
    above = [at for at in above if at < label] or above  # what stands under such a label is another article's title
    long_enough = [at for at in above if lines[at].words > 3]
    for at in (long_enough or above)[:1]:
        blocks[at] = replace(blocks[at], kind="title")


def mark_page_title(blocks: list[Block], lines: Sequence[Line], stretch: tuple[int, int]) -> int:
    """The line above a page's text, or at its top, that has most words of the article: where the article begins."""
    start, end = stretch
    topics = spoken_of(lines[start:end])
    first_text = next((at for at in range(start, end) if lines[at].is_text and not lines[at].asks), start)
    notices = "\n".join(line.folded for line in lines if "©" in line.folded)  # which have the site's name
    values = {
        at: _likeness(lines[at], topics) * (2 if _has_signature(blocks, at, start) else 1)
        for at in range(max(0, start - limit("title_window")), first_text)
        if _may_be_title(blocks[at], lines[at], fewest_words=3) and lines[at].folded not in notices
    }
    standfirst = _standfirst(blocks, lines, range(max(0, start - limit("standfirst_window")), start), topics)
    above = {at: value for at, value in values.items() if at < standfirst and value}
    long_enough = [at for at in values if lines[at].words > 3]
    signed = [at for at in long_enough if _has_signature(blocks, at, at + 1 + limit("signature_window"))]
    dated = [at for at in long_enough if _has_signature(blocks, max(-1, at - 3), at)]
    found = _best_title(above or values, lines, signed, dated)
    if found is None:
        found = max(signed, default=None)  # for titles that tell nothing
    if found is None:
        return min(start, standfirst)
    blocks[found] = replace(blocks[found], kind="title")
    return found


def _best_title(values: dict[int, float], lines: Sequence[Line], *likely: Sequence[int]) -> int | None:
    """The likeliest title; an earlier one that is nearly as likely is preferred, for headings stand below a title.

    It has a date or an author right below it, or else right above, or else says more than a word or two.
    """
    telling = [at for at in values if len(lines[at].topics) > 2]
    for among in (*likely, telling, values):
        best = max((values[at] for at in among if at in values), default=0.0)
        if best:
            return next(at for at in among if 2 * values.get(at, 0.0) >= best)
    return None


def _likeness(line: Line, topics: Counter[str]) -> float:
    """How much a line speaks of what the article speaks of."""
    words = line.topics
    shared = sum(min(topics[word], 3) for word in words)
    return shared * shared / max(1, len(words))


def _standfirst(blocks: Sequence[Block], lines: Sequence[Line], above: range, topics: Counter[str]) -> int:
    """The first sentence above the text that speaks of the same; the end of `above` where there is none."""
    for at in above:
        is_sentence = blocks[at].kept and lines[at].is_text and not lines[at].asks
        if is_sentence and sum(word in topics for word in lines[at].topics) > 1:
            return at
    return above.stop


def _may_be_title(block: Block, line: Line, *, fewest_words: int) -> bool:
    if not block.kept or block.kind != "paragraph" or not fewest_words <= line.words <= limit("most_title_words"):
        return False
    if line.is_headline:
        return (line.words <= limit("most_heading_words") or not _has_long_sentence(line)) and not line.folded.endswith(
            (":", ";", ",")
        )
    return _is_capitalised(block.text, line)


def _has_long_sentence(line: Line) -> bool:
    """Whether a sentence ends inside the line; fewer words end none: "Live. ", "Saint-Cyr. "."""
    first, stop, _rest = line.folded.partition(". ")
    return bool(stop) and len(WORD.findall(first)) > 4


def _is_capitalised(text: str, line: Line) -> bool:
    """Whether a line with stops is written as titles of some countries are: "I Saw It. I Miss It."."""
    words = [word for word in WORD.findall(text) if fold(word) not in common_words()]
    return line.words <= limit("most_heading_words") and len(words) > 2 and all(not word[0].islower() for word in words)


def _has_signature(blocks: Sequence[Block], at: int, start: int) -> bool:
    """Whether a byline or a date stands between a line and the text."""
    return any(block.kind in ("byline", "date") for block in blocks[at + 1 : start])


def read_head(blocks: Sequence[Block], language: str | None) -> Head:
    """What the byline, the dates and the foot of the article say."""
    bylines = [block.text for block in blocks if block.kind == "byline" and block.kept]
    bylines = [text for text in bylines if not _is_bare_start(text)]
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), 0)
    found = [at for at, block in enumerate(blocks) if block.kind == "date" and block.kept]
    dates = [blocks[at].text for at in sorted(found, key=lambda at: _rank(blocks[at].text, above=at < title))]
    bylines += [name for name in map(_name_in_date, dates) if name]
    moments = (iso_moment(text, language) for text in [*dates, *bylines])
    fields = [block.text for block in blocks if block.rule == "archive.site"]
    sites = [*fields, *map(_site_of_byline, bylines), *map(_site_of_foot, blocks)]
    return Head(
        byline=next((author for author in map(_author, bylines) if author), None),
        published=next((moment for moment in moments if moment), None),
        site=next((site for site in sites if site), None),
    )


def _rank(date: str, *, above: bool) -> int:
    """How late to take a date: first the day that is said to be that of publication, last one `above` the title.

    There papers print the day of today.
    """
    folded = fold(date).lstrip("•-| ")
    if folded.startswith(phrases("published").starts):
        return 0
    if folded.startswith(phrases("updated").starts):
        return 2
    return 3 if above else 1


def _name_in_date(date: str) -> str | None:
    """The author in "Posted on April 17, 2013 by Jane Doe"."""
    for start in phrases("byline").starts:
        at = fold(date).rfind(f" {start}")
        words = date[at + 1 + len(start) :].split() if at > 0 else []
        if 1 < len(words) < 5 and all(word[0].isupper() for word in words):
            return " ".join(words)
    return None


def _author(byline: str) -> str:
    """The names in a byline, without the author's place, post or companions."""
    name = _after_start(byline) or byline
    if _SURNAME_FIRST.fullmatch(name):
        return name
    for end in (",", " (", " |", " •", " ·", " – ", " - "):
        name = name.split(end, maxsplit=1)[0]
    for end in phrases("author_end").contains:
        at = fold(name).find(end)
        if at > 0 and (name[at + len(end)].isupper() or name[at + len(end)].isdigit()):
            name = name[:at]
    name = name.strip()
    return name[:-1] if name.endswith(".") and name[-4:-1].isalpha() else name


def _site_of_byline(byline: str) -> str | None:
    """The site in "Site with agencies"."""
    ends = phrases("byline").ends
    if _after_start(byline) is not None or not fold(byline).endswith(ends):
        return None
    end = next(end for end in ends if fold(byline).endswith(end))
    return byline[: -len(end)].strip() or None


def _site_of_foot(block: Block) -> str | None:
    """The site in "© 2024 Site. All rights reserved."."""
    if block.kept or not block.text.startswith(("©", "Copyright", "(c)")):
        return None
    first = block.text.split(". ", maxsplit=1)[0].split(" | ", maxsplit=1)[0].split(",", maxsplit=1)[0]
    noise = frozenset().union(*(word_set(language, "cleaning", "site_noise") for language in languages()))
    words = [word for word in first.replace("©", " ").split() if not word[0].isdigit() and fold(word) not in noise]
    says_more = any(word in common_words() for word in map(fold, words[1:]))
    return " ".join(words).rstrip(".-–— ") if 0 < len(words) <= 4 and not says_more else None
