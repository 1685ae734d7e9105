"""Dates in running text, read by dateutil with each language's words."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any

from tui_reader.analysis.lexicon import languages, table, word_set
from tui_reader.analysis.text.segmentation import WORD, fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]$")
_CLOCK = re.compile(r"(?<!\d)\d{3,4}(?!\d)|\d{1,2}[:h]\d\d")  # "0537 HKT", "17h45": no part of a date
_BEFORE = 25  # code points before a year that may belong to its date
_TIME = re.compile(  # "à 7 h 12", " - 16:00", ", at 3:45 p.m.", "T08:30Z"
    r"[\s,|•à-]{0,4}(?:at\s|t)?(?P<hour>\d{1,2})(?:\s?[h:.]\s?(?P<minute>[0-5]\d)|\s?h\b|(?=\s?[ap]\.?m\b))"
    r"(?::\d\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?\s?(?P<zone>z|gmt|utc)?\b"
)
_TIME_ALONE = re.compile(r"\d{1,2}\s?[h:.]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{3,4})?|\d{1,2}\s?(?:h|[ap]\.?m\.?)")
_ISO = re.compile(r"-\d\d-\d\d(?!\d)")


def iso_date(text: str, language: str | None = None) -> str | None:
    """The first date that `text` gives, in ISO 8601, as exact as it stands there; None where it gives none.

    A date needs a year and a month. `language` is tried first and alone decides whether 2/3 is in March or in
    February; without it such a date is only as exact as its year.
    """
    year = _YEAR.search(text)
    if year is None:
        return None
    iso = _ISO.match(text, year.end())
    if iso:
        return year.group() + iso.group()
    before = _CLOCK.sub(" ", fold(text[max(0, year.start() - 2 * _BEFORE) : year.start()]))  # no hour is cut in two
    piece = before[-_BEFORE:] + year.group()
    words = set(WORD.findall(piece))
    for one in dict.fromkeys((language or "", *languages())):
        if one in languages() and (words & _months(one) or (one == language and _NUMERIC.search(piece[:-4]))):
            return _read(piece, one)
    return year.group() if _NUMERIC.search(piece[:-4]) else None


def iso_moment(text: str, language: str | None = None) -> str | None:
    """The first date that `text` gives, with the time of day and the "Z" of UTC where they stand right after it."""
    date = iso_date(text, language)
    year = _YEAR.search(text)
    if date is None or year is None or len(date) < len("2000-01-01"):
        return date
    iso = _ISO.match(text, year.end())
    time = _TIME.match(fold(text), iso.end() if iso else year.end())
    if time is None:
        return date
    hour = int(time["hour"]) % 12 if time["half"] else int(time["hour"])
    hour += 12 if time["half"] == "p" else 0
    utc = "Z" if time["zone"] in ("z", "gmt", "utc") else ""
    return f"{date}T{hour:02}:{time['minute'] or '00'}{utc}" if hour < 24 else date


def is_time(text: str) -> bool:
    """Whether `text` is a time of day and nothing else."""
    return _TIME_ALONE.fullmatch(fold(text).strip(" •-|")) is not None


@cache
def month_names() -> frozenset[str]:
    """The names of months in every language of the lexicon."""
    return frozenset().union(*(_months(language) for language in languages()))


@cache
def words_of_dates() -> frozenset[str]:
    """The names of months and days and the words of a time of day, in every language of the lexicon."""
    weeks = (table(language, "dates")["weekdays"] for language in languages())
    days = frozenset(name.rstrip(".") for week in weeks for names in week for name in names)
    return month_names().union(days, *(word_set(language, "dates", "clock") for language in languages()))


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(name.rstrip(".") for names in table(language, "dates")["months"] for name in names)


def _read(piece: str, language: str) -> str | None:
    """The ISO form of a date: reading with two defaults tells which parts the text itself gives."""
    from dateutil import parser  # noqa: PLC0415 - imported where a date is met, not at the start of the program

    info = _info(language)
    try:
        one = parser.parse(piece, info, default=datetime(2000, 1, 1), fuzzy=True, ignoretz=True)
        two = parser.parse(piece, info, default=datetime(2001, 2, 2), fuzzy=True, ignoretz=True)
    except (ValueError, OverflowError):
        return None
    if one.month != two.month:
        return f"{one.year:04}"
    if one.day != two.day:
        return f"{one.year:04}-{one.month:02}"
    return one.date().isoformat()


@cache
def _info(language: str) -> Any:
    """What dateutil must know of a language."""
    from dateutil import parser  # noqa: PLC0415

    words = table(language, "dates")
    body = {
        "JUMP": [*parser.parserinfo.JUMP, *words["jump"]],
        "WEEKDAYS": [tuple(names) for names in words["weekdays"]],
        "MONTHS": [tuple({form for name in names for form in (name, name.rstrip("."))}) for names in words["months"]],
    }
    return type("Info", (parser.parserinfo,), body)(dayfirst=words["day_first"])
