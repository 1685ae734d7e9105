"""What the head of an article says of it: byline, date, site and address, each only where it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple

from tui_reader.analysis.cleaning.address import address_of, host_of_line
from tui_reader.analysis.cleaning.line_features import Line, common_words, limit, phrases
from tui_reader.analysis.lexicon import languages, table, word_set
from tui_reader.analysis.text.dates import is_time, iso_date, iso_moment, month_names, words_of_dates
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

_SEPARATOR = re.compile(r"\s?[|•·]\s?|\s[/–—-]\s")  # between the parts of a signature
_DATELINE = re.compile(r"[^\n–—]{6,70}?(?:[.,)]|\d)\s?[–—-]\s")  # up to the dash behind it
_SURNAME_FIRST = re.compile(r"[^\W\d_][\w'’-]*[a-zß-ÿ], [^\W\d_][\w'’-]*[a-zß-ÿ]")  # "Duarte, Inez": catalogues


class Head(NamedTuple):
    """Byline, date, site and web address as the article gives them."""

    byline: str | None
    published: str | None
    site: str | None
    url: str | None


def mark_signatures(blocks: list[Block], lines: Sequence[Line], among: range) -> None:
    """The lines that give a date or an author."""
    mark_whole_signatures(blocks, lines, among)
    for at in among:
        block = blocks[at]
        if not block.kept or block.kind not in ("paragraph", "caption"):
            continue
        if _is_date(lines[at]) or _is_dateline(block.text, lines[at]) or _is_dated(block.text, lines[at]):
            blocks[at] = replace(block, kind="date")
        elif at and block.kind == "paragraph" and (_is_byline(block.text, lines[at]) or _is_under_by(blocks, at)):
            blocks[at] = replace(block, kind="byline")
    if not any(blocks[at].kind == "byline" for at in among):
        _mark_lone_name(blocks, among)


def mark_whole_signatures(blocks: list[Block], lines: Sequence[Line], among: range) -> None:
    """The lines that give both and more, and look like lists of links: "Anne Roux / 2 mars 2022 / 4 min"."""
    for at in among:
        block = blocks[at]
        may_sign = block.kind == "paragraph" or block.rule in ("navigation", "reading_time")
        if may_sign and (kind := _kind_of_signature(block.text, lines[at])):
            blocks[at] = Block(kind, block.span, block.text, edits=block.edits)


def _kind_of_signature(text: str, line: Line) -> Literal["byline", "date"] | None:
    """What a line is that gives a date and an author, a section or how long reading takes, and nothing else."""
    if line.ends or line.words > limit("most_signed_words") or not any(map(str.isdigit, text)):
        return None
    parts = _parts_of(text)
    if len(parts) < 2:
        return None
    of_parts = [Line.of(part) for part in parts]
    dated = [_is_date(part) for part in of_parts]
    named = [not date and _is_signed(part) for date, part in zip(dated, parts, strict=True)]
    known = ("reading_time", "comments", "legal")
    others = [
        part.words == 1 or _is_name(text) or any(phrases(name).match(part) for name in known)
        for text, part in zip(parts, of_parts, strict=True)
    ]
    is_whole = all(map(any, zip(dated, named, others, strict=True)))
    return ("byline" if any(named) else "date") if is_whole and any(dated) else None


def _parts_of(text: str) -> list[str]:
    """The parts of a signature: what signs stand between, or a comma before "published"."""
    parts = _SEPARATOR.split(text.strip())
    author, _comma, date = text.strip().partition(", ")
    return [author, date] if len(parts) == 1 and fold(date).startswith(phrases("published").starts) else parts


def _is_signed(part: str) -> bool:
    return _is_byline(part, Line.of(part)) or _is_person(part)


def _mark_lone_name(blocks: list[Block], among: range) -> None:
    """The name of a person beside a date, where no line says who wrote the article."""
    dates = [at for at in among if blocks[at].kept and blocks[at].kind == "date"]
    beside = (at for date in dates for at in (date - 1, date + 1, date - 2) if at in among)
    for at in beside:
        if blocks[at].kept and blocks[at].kind == "paragraph" and _is_person(blocks[at].text):
            blocks[at] = replace(blocks[at], kind="byline")
            return


def _is_person(text: str) -> bool:
    """Whether `text` is a name that begins with a known first name."""
    return _is_name(text) and fold(text.split(maxsplit=1)[0]) in _first_names()


def _is_name(text: str) -> bool:
    """Whether `text` may be a name: two or three words with capitals."""
    words = text.split()
    return (
        1 < len(words) < 4
        and all(word[0].isupper() and WORD.fullmatch(word.rstrip(".")) for word in words)
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
    if line.words > 20 or (iso_date(line.folded) is None and not _says_published(line)):
        return False
    rest = [word for word in WORD.findall(line.folded) if not word[0].isdigit() and word not in words_of_dates()]
    said = line.folded.lstrip("•-|( ")
    is_long = line.words > 16 and not said.startswith(phrases("published").starts)
    if (line.ends or is_long) and len(rest) > 4:  # a sentence that begins with a date
        return False
    return said.startswith(words.starts) or len(rest) <= 1


def _says_published(line: Line) -> bool:
    """Whether a line says when the article was published, in a form that is not read: "Publié le 6 juil. 22"."""
    words = WORD.findall(line.folded)
    return line.folded.startswith(phrases("published").starts) and not month_names().isdisjoint(words) and not line.ends


def _is_dateline(text: str, line: Line) -> bool:
    """A line of its own that gives place and date of agency copy."""
    return line.words <= 8 and not line.ends and text.partition(",")[0].isupper() and iso_date(line.folded) is not None


def _is_dated(text: str, line: Line) -> bool:
    """A line that begins with a date and names an author: "3 mars 2022 par Anne Roux, 14 commentaires"."""
    first = WORD.search(line.folded)
    begins = first is not None and (first.group()[0].isdigit() or first.group() in words_of_dates())
    return begins and line.words <= 14 and not line.ends and _name_in_date(text) is not None and bool(iso_date(text))


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


def read_head(blocks: Sequence[Block], language: str | None) -> Head:
    """What the byline, the dates and the foot of the article say."""
    bylines = [block.text for block in blocks if block.kind == "byline" and block.kept]
    bylines = [text for text in bylines if not _is_bare_start(text)]
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), 0)
    found = [at for at, block in enumerate(blocks) if block.kind == "date" and block.kept]
    dates = [blocks[at].text for at in sorted(found, key=lambda at: _rank(blocks[at].text, above=at < title))]
    moments = [iso_moment(_published_part(text), language) for text in [*dates, *bylines]]
    bylines = [*map(_signed_part, bylines), *(name for name in map(_name_in_date, dates) if name)]
    fields = [block.text for block in blocks if block.rule == "archive.site"]
    hosts = [host_of_line(block.text) for block in blocks if block.rule == "site"]
    sites = [*fields, *map(_site_of_byline, bylines), *map(_site_of_foot, blocks), *hosts]
    addresses = [address_of(block.text) for block in blocks if block.rule == "address"]
    moments += [_opening_date(block.text, language) for block in _first_paragraphs(blocks)]
    return Head(
        byline=next((author for author in map(_author, bylines) if author), None),
        published=next((moment for moment in moments if moment), None),
        site=next((site for site in sites if site), None),
        url=next((address.url for address in addresses if address), None),
    )


def _first_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks[: limit("title_window")] if block.kept and block.kind == "paragraph"][:2]


def _opening_date(text: str, language: str | None) -> str | None:
    """The day in the dateline that opens a paragraph: "LIMA, 3 mars 2022 (AFP) – Le …"; None where there is none."""
    dateline = _DATELINE.match(text)
    if dateline is None:
        return None
    words = [word for word in WORD.findall(dateline.group()) if not word[0].isdigit()]
    places = [word for word in words if fold(word) not in words_of_dates()]
    if any(fold(word) in common_words() or not word[0].isupper() for word in places):
        return None
    date = iso_date(dateline.group(), language)
    return date if date and len(date) == len("2000-01-01") else None


def authors(blocks: Iterable[Block]) -> frozenset[str]:
    """The names in the bylines, folded."""
    bylines = (block.text for block in blocks if block.kind == "byline" and block.kept)
    return frozenset(fold(_author(_signed_part(text))) for text in bylines)


def _rank(date: str, *, above: bool) -> int:
    """How late to take a date: first the day that is said to be that of publication, last one `above` the title.

    There papers print the day of today.
    """
    folded = fold(date).lstrip("•-|( ")
    if folded.startswith(phrases("published").starts):
        return 0
    if folded.startswith(phrases("updated").starts):
        return 2
    return 3 if above else 1


def _name_in_date(date: str) -> str | None:
    """The author in "Posted on April 17, 2013 by Jane Doe in Tubas"."""
    for start in phrases("byline").starts:
        at = fold(date).rfind(f" {start}")
        words = date[at + 1 + len(start) :].split() if at > 0 else []
        name = list(takewhile(lambda word: word[0].isupper(), words))
        if 1 < len(name) < 5:
            return " ".join(name).rstrip(",")
    return None


def _signed_part(byline: str) -> str:
    """The part of a signature that names the author."""
    parts = _parts_of(byline)
    return next((part for part in parts if _is_signed(part)), byline) if len(parts) > 1 else byline


def _published_part(date: str) -> str:
    """The part of a line with several dates that is said to be that of publication; else all of it."""
    starts = phrases("published").starts
    return next((part for part in _parts_of(date) if fold(part).startswith(starts)), date)


def _author(byline: str) -> str:
    """The names in a byline, without the author's place, post, address or companions."""
    name = _after_start(byline) or byline
    if _SURNAME_FIRST.fullmatch(name):
        return name
    for note in phrases("author_note").contains:
        at = fold(name).find(note)
        name = name[:at] + name[at + len(note) :] if at >= 0 else name
    for end in (",", " (", " |", " •", " ·", " – ", " - "):
        name = name.split(end, maxsplit=1)[0]
    name = " ".join(takewhile(lambda word: "@" not in word, name.split(" ")))
    for end in phrases("author_end").contains:
        at = fold(name).find(end)
        if at > 0 and (name[at + len(end)].isupper() or name[at + len(end)].isdigit()):
            name = name[:at]
    name = name.strip()
    return name[:-1] if name.endswith(".") and name[-4:-1].isalpha() else name


def _site_of_byline(byline: str) -> str | None:
    """The site in "Site with agencies"; initials are an author's."""
    ends = phrases("byline").ends
    if _after_start(byline) is not None or not fold(byline).endswith(ends):
        return None
    end = next(end for end in ends if fold(byline).endswith(end))
    site = byline[: -len(end)].split(" (", maxsplit=1)[0].strip()
    start = next((start for start in phrases("newsroom").starts if fold(site).startswith(start)), "")
    return site[len(start) :] if any(len(word) > 3 for word in WORD.findall(site)) else None


def _site_of_foot(block: Block) -> str | None:
    """The site in "© 2024 Site. All rights reserved."."""
    if block.kept or not block.text.startswith(tuple(table("mul", "cleaning")["copyright_starts"])):
        return None
    first = block.text.split(". ", maxsplit=1)[0].split(" | ", maxsplit=1)[0].split(",", maxsplit=1)[0]
    noise = frozenset().union(*(word_set(language, "cleaning", "site_noise") for language in languages()))
    words = [word for word in first.replace("©", " ").split() if not word[0].isdigit() and fold(word) not in noise]
    says_more = any(word in common_words() for word in map(fold, words[1:]))
    return " ".join(words).rstrip(".-–— ") if 0 < len(words) <= 4 and not says_more else None
