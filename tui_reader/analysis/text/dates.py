"""Find dates and times of day in running text; dateutil reads the dates, with the words of each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from tui_reader.analysis.lexicon import every_language, language_of, languages
from tui_reader.analysis.lexicon.clock import before_clock, half_day, half_days, hour_marks, utc
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.segmentation import WORD, fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d(?!\d?:[0-5]\d))")  # a time may stand right behind: "20244:02 PM"
_NUMERIC = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]$")
_CENTURIES = ("20", "19")
_TURN = "70"  # the first year of two digits that is of the century before
_BEFORE = 25  # code points before a year that may belong to its date
_ISO = re.compile(r"-\d\d-\d\d(?!\d)")


def iso_date(text: str, language: str | None = None) -> str | None:
    """The first date that `text` gives, in ISO 8601, as exact as it stands there; None where it gives none.

    A date needs a year and a month. `language` is tried first and alone decides whether 2/3 is in March or in
    February; without it such a date is only as exact as its year.
    """
    text = _with_full_years(text)
    year = _YEAR.search(text)
    if year is None:
        return None
    iso = _ISO.match(text, year.end())
    if iso:
        return year.group() + iso.group()
    before = _clock().sub(" ", fold(text[max(0, year.start() - 2 * _BEFORE) : year.start()]))  # no hour is cut in two
    piece = before[-_BEFORE:] + year.group()
    whole = _day_before_year().search(piece)  # `N° 12 – 6 février 2025`, whose other numbers are none of it
    piece = whole.group() if whole else piece
    words = set(WORD.findall(piece))
    for code in dict.fromkeys((language or "", *languages())):
        if code in languages() and (words & _months(code) or (code == language and _NUMERIC.search(piece[:-4]))):
            return _read(piece, code)
    return year.group() if _NUMERIC.search(piece[:-4]) else None


def iso_moment(text: str, language: str | None = None) -> str | None:
    """The first date that `text` gives, with the time of day and the "Z" of UTC where they stand right beside it."""
    text = _with_full_years(text)
    date = iso_date(text, language)
    year = _YEAR.search(text)
    if date is None or year is None or len(date) < len("2000-01-01"):
        return date
    iso = _ISO.match(text, year.end())
    folded = fold(text)
    time = _time_after_date().match(folded, iso.end() if iso else year.end())
    time = time or _half_day_before_date().search(folded[: year.start()])
    if time is None:
        return date
    hour = int(time["hour"]) % 12 if time["half"] else int(time["hour"])
    hour += half_days()[time["half"].replace(".", "")] if time["half"] else 0
    zone = "Z" if time["zone"] else ""
    return f"{date}T{hour:02}:{time['minute'] or '00'}{zone}" if hour < 24 else date


def is_time(text: str) -> bool:
    """Whether `text` is a time of day and nothing else."""
    return _time_alone().fullmatch(fold(text).strip(" •-|")) is not None


def is_relative_time(text: str) -> bool:
    """Whether `text` says how long ago something was, and nothing else: "il y a 5 jours", "2 hours ago"."""
    folded = fold(text)
    words = (match.group() for match in WORD.finditer(folded))
    is_only_time = all(word in relative_words() or word[0].isdigit() or word in words_of_dates() for word in words)
    return is_only_time and _ago().search(folded) is not None


@cache
def _ago() -> re.Pattern[str]:
    """What makes a span of time one before now: "ago", "il y a"."""
    return re.compile(rf"\b{any_of(phrase for language in every_language() for phrase in language.dates.ago)}\b")


def _with_full_years(text: str) -> str:
    """`text` with a year of two digits written out, where it stands in a date: "12/03/23", "6 juil. 22 à 11:20"."""
    return _short_year().sub(lambda date: f"{date[1]}{_CENTURIES[date['year'] >= _TURN]}{date['year']}", text)


@cache
def _short_year() -> re.Pattern[str]:
    """A date in numbers, or one in words that ends or is followed by a time, up to its year of two digits."""
    return re.compile(
        rf"(?<![\d/.:-])(\d{{1,2}}(?P<sign>[/.])\d{{1,2}}(?P=sign)(?=\d\d(?!\d|[/.:-]\d))"
        rf"|\d{{1,2}}\s{any_of(month_names())}\.?\s(?=\d\d\s*(?:\Z|[,;|•()]|{before_clock()}\s)))(?P<year>\d\d)",
        re.IGNORECASE,
    )


@cache
def _day_before_year() -> re.Pattern[str]:
    """A day and a month in words right before the year at the end: "6 février 2025", "march 2nd, 2022"."""
    month, ending = any_of(month_names()), r"(?:[^\W\d_]{1,2})?"
    day = rf"\d{{1,2}}{ending}"
    return re.compile(rf"(?<!\d)(?:{day}\s(?:[^\W\d_]{{2}}\s)?{month}\.?,?\s|{month}\.?\s{day},?\s)\d{{4}}$")


def begins_with_time(text: str) -> bool:
    """Whether `text` is a time of day, or begins with one as the entries of live coverage do: "18h42 - The ..."."""
    parts = text.lstrip(" •-|").split(maxsplit=3)
    return (
        bool(parts)
        and parts[0][0].isdigit()
        and any(is_time(" ".join(parts[:count]).rstrip(":–—")) for count in (1, 2, 3))
    )


@cache
def _clock() -> re.Pattern[str]:
    """A time of day that is no part of a date: "0537" of "0537 HKT", "17h45"."""
    return re.compile(rf"(?<!\d)\d{{3,4}}(?!\d)|\d{{1,2}}(?::|{hour_marks()})\d\d")


@cache
def _time_after_date() -> re.Pattern[str]:
    """A time of day right after a date: "à 7 h 12", " - 16:00", ", at 3:45 p.m.", "T08:30Z"."""
    return re.compile(
        rf"(?:[\s,|•/-]|{before_clock()}\s?){{0,5}}t?(?P<hour>\d{{1,2}})"
        rf"(?:\s?(?:[:.]|{hour_marks()})\s?(?P<minute>[0-5]\d)|\s?{hour_marks()}\b|(?=\s?{half_day()}\b))"
        rf"(?::\d\d)?(?:\s?(?P<half>{half_day()})\b\.?)?\s?(?P<zone>z|{utc()})?\b"
    )


@cache
def _half_day_before_date() -> re.Pattern[str]:
    """A time of a half of the day right before a date, up to its year: "6:30 AM, Jan 8, ", "5 pm EST, March 4, "."""
    month = any_of(month_names())
    day = rf"(?:{month}\.?\s\d{{1,2}},?\s|\d{{1,2}}\s{month}\.?,?\s|\d{{1,2}}([/.])\d{{1,2}}\1)"
    return re.compile(
        rf"(?<![\d:/.-])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>{half_day()})\b\.?"
        rf"\s?(?P<zone>{utc()})?(?:[\s,|•-]|{any_of(words_of_dates())}\b)*\s{day}$"
    )


@cache
def _time_alone() -> re.Pattern[str]:
    """A time of day with nothing about it but the name of a zone: "7 h 12", "3:45 p.m.", "16.00 cet"."""
    return re.compile(
        rf"\d{{1,2}}\s?(?:[:.]|{hour_marks()})\s?[0-5]\d(?:\s?{half_day()}\.?)?(?:\s[a-z]{{3,4}})?"
        rf"|\d{{1,2}}\s?(?:{hour_marks()}|{half_day()}\.?)"
    )


@cache
def month_names() -> frozenset[str]:
    """The names of months in every language of the lexicon."""
    return frozenset().union(*map(_months, languages()))


@cache
def relative_words() -> frozenset[str]:
    """The words that say how long ago something was, in every language of the lexicon."""
    return frozenset().union(*(language.dates.relative for language in every_language()))


@cache
def words_of_dates() -> frozenset[str]:
    """The names of months and days and the words of a time of day, in every language of the lexicon."""
    named = (names_of_days(language.code) for language in every_language())
    return frozenset[str]().union(*named, *(language.dates.clock for language in every_language()))


@cache
def names_of_days(language: str) -> frozenset[str]:
    """The names of months and days in a language."""
    return _months(language) | {name.rstrip(".") for names in language_of(language).dates.weekdays for name in names}


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(name.rstrip(".") for names in language_of(language).dates.months for name in names)


@lru_cache(maxsize=64)  # several steps read the few lines of a text that give dates
def _read(piece: str, language: str) -> str | None:
    """The ISO form of a date. It is read with one default, or with two: where both show, it has no month or no day."""
    from dateutil import parser  # noqa: PLC0415 - imported where a date is met, not at the start of the program

    info = _info(language)
    try:
        date = parser.parse(piece, info, default=datetime(2000, 1, 1), fuzzy=True, ignoretz=True)
        if date.month > 1 and date.day > 1:
            return date.date().isoformat()
        other = parser.parse(piece, info, default=datetime(2001, 2, 2), fuzzy=True, ignoretz=True)
    except (ValueError, OverflowError):
        return None
    if date.month != other.month:
        return f"{date.year:04}"
    if date.day != other.day:
        return f"{date.year:04}-{date.month:02}"
    return date.date().isoformat()


@cache
def _info(language: str) -> Any:
    """What dateutil must know of a language."""
    from dateutil import parser  # noqa: PLC0415

    dates = language_of(language).dates

    class Info(parser.parserinfo):
        def __init__(self) -> None:
            self.JUMP = [*self.JUMP, *dates.jump]
            self.WEEKDAYS = [*map(_spellings, dates.weekdays)]
            self.MONTHS = [*map(_spellings, dates.months)]
            super().__init__(dayfirst=dates.day_first)

    return Info()


def _spellings(names: Iterable[str]) -> Any:
    """The names of a day or a month, short ones also without their stop, as the stubs of dateutil forbid them."""
    return tuple(form for name in names for form in dict.fromkeys((name, name.rstrip("."))))
