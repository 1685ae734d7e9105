"""Dates as archives write them, in any language of their interfaces: "29 décembre 2011", "December 31, 2018 Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import tomli

MONTHS_FILE = Path(__file__).with_name("months.toml")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:[-/.]|\s?[年년]\s?)(\d{1,2})(?:[-/.]|\s?[月월]\s?)(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")
_MOST_MONTHS = 12


def find_date(text: str, *, day_first: bool = False) -> str | None:
    """The first day that a text names, as ISO 8601; None where it names none.

    In 03/02/2021 the day is first with `day_first` alone; without, that is no date, as it may be one of two.
    """
    days = [(place, day) for place, day in _days(text, day_first=day_first) if day]
    return min(days)[1] if days else None


def _days(text: str, *, day_first: bool) -> Iterator[tuple[int, str | None]]:
    for day in _DAY_FIRST.finditer(text):
        yield day.start(), _iso(day[3], months().get(day[2].lower()), day[1])
    for day in _MONTH_FIRST.finditer(text):
        yield day.start(), _iso(day[3], months().get(day[1].lower()), day[2])
    for day in _YEAR_FIRST.finditer(text):
        yield day.start(), _iso(day[1], int(day[2]), day[3])
    for day in _NUMBERS.finditer(text):
        first, second = int(day[1]), int(day[3])
        if day[2] == "." or day_first or first > _MOST_MONTHS or first == second:
            yield day.start(), _iso(day[4], second, day[1])
        elif second > _MOST_MONTHS:
            yield day.start(), _iso(day[4], first, day[3])


def _iso(year: str, month: int | None, day: str) -> str | None:
    """A day as ISO 8601, if there is such a day."""
    try:
        return date(int(year), month or 0, int(day)).isoformat()
    except ValueError:
        return None


@cache
def months() -> dict[str, int]:
    """The number of the month by each of its names, in all languages; no two languages differ on one."""
    languages = tomli.loads(MONTHS_FILE.read_text(encoding="utf-8"))
    return {name: int(number) for named in languages.values() for number, names in named.items() for name in names}
