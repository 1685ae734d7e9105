"""When what a figure tells of was, as far as its sentence says, with the day of the article."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Span

_YEARS = range(1000, 3000)
_FUTURE_REACH = 30  # code points before the name of a day within which a verb tells that it is to come
_DAYS_AHEAD = 20  # of a day of the same month that is meant to come
_UNITS = {"days": (1, 0), "weeks": (7, 3), "months": (30, 15), "years": (365, 60)}
"""Of the units in which a text says how long ago something was: their days, and how many the text may be off."""
_YEAR = re.compile(r"(?<![\d.,$€£])((?:1[89]|20)\d{2})(?![\d.,]\d|\d|\s?[%€$])")


class DateRange(NamedTuple):
    """From the first to the last day that something may have been."""

    first: date
    last: date

    @classmethod
    def month(cls, year: int, month: int) -> DateRange:
        """All days of a month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> DateRange:
        """All days of a year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def days_apart(self, other: DateRange) -> int:
        """How many days lie between the two; 0 where they share a day."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


class TimeExpression(NamedTuple):
    """Where a text names a time, and the days that it means."""

    start: int
    end: int
    days: DateRange

    @property
    def span(self) -> Span:
        """Its place in the sentence."""
        return Span(self.start, self.end)

    @property
    def is_day(self) -> bool:
        """Whether it means one day."""
        return self.days.first == self.days.last


def day_of(published: str | None) -> date | None:
    """The day of an article, where it is known to the day; one beyond all years of press is a placeholder."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def time_expressions(sentence: str, language: str, published: date | None) -> list[TimeExpression]:
    """The times that a sentence names, in order; those that are told from the article's day need it."""
    apart: list[TimeExpression] = []
    expressions = _expressions(sentence, fold(sentence), language, published)
    for expression in sorted(expressions, key=lambda each: (each.start, -each.end)):
        if not apart or expression.start >= apart[-1].end:
            apart.append(expression)
    return apart


def _expressions(sentence: str, low: str, language: str, published: date | None) -> Iterator[TimeExpression]:
    has_capital = language_of(language).evidence.capital_months
    for match in _dates(language).finditer(low):
        name_start = max(match.start("month"), match.start("month_first"))
        days = _days(match, language, published)
        if days and (sentence[name_start].isupper() or not has_capital):
            yield TimeExpression(*match.span(), days)
    for match in _YEAR.finditer(low):
        yield TimeExpression(*match.span(), DateRange.year(int(match[1])))
    if published is None:
        return
    for match in _weekdays(language).finditer(low):
        last = _last_weekday(_weekday_number(match[1], language), published)
        is_to_come = _future(language).search(low, max(0, match.start() - _FUTURE_REACH), match.start())
        day = last + timedelta(days=7) if is_to_come else last
        yield TimeExpression(*match.span(), DateRange(day, day))
    for match in _relative(language).finditer(low):
        yield TimeExpression(*match.span(), _relative_days(match.lastgroup or "", published))
    yield from _times_apart(low, language, published)


def _times_apart(low: str, language: str, published: date) -> Iterator[TimeExpression]:
    """The times that are so long before the article's day: `dix jours après le séisme`, `il y a un an`."""
    for match in _apart(language).finditer(low):
        if not (match["ago"] or match["after"]):
            continue
        spelled = match["count"]
        is_written_in_digits = spelled.isascii() and spelled.isdigit()
        count = float(spelled) if is_written_in_digits else number_words(language).value_in_words(spelled)
        length, margin = next(_UNITS[name] for name in _UNITS if match[name])
        if count is not None and count * length + margin < published.toordinal():
            days = published.toordinal() - int(count) * length
            first, last = date.fromordinal(days - margin), date.fromordinal(days + margin)
            yield TimeExpression(*match.span(), DateRange(first, last))


def _relative_days(name: str, published: date) -> DateRange:
    """The days that a phrase of `[times]` means in an article of this day."""
    month_before = (published.replace(day=1) - timedelta(days=1)).replace(day=1)
    monday = published - timedelta(days=published.weekday())
    days_of = {
        "last_year": DateRange.year(published.year - 1),
        "this_year": DateRange.year(published.year),
        "next_year": DateRange.year(published.year + 1),
        "last_week": DateRange(monday - timedelta(days=7), monday - timedelta(days=1)),
        "last_month": DateRange.month(month_before.year, month_before.month),
        "this_month": DateRange.month(published.year, published.month),
        "yesterday": DateRange(*[published - timedelta(days=1)] * 2),
        "today": DateRange(published, published),
        "tomorrow": DateRange(*[published + timedelta(days=1)] * 2),
    }
    return days_of[name]


@cache
def _relative(language: str) -> re.Pattern[str]:
    """The phrases that tell a time from the article's day, each in a group of the name of its key."""
    phrases = vars(language_of(language).evidence.times)
    return re.compile("|".join(rf"(?P<{name}>\b{any_of(group)}\b)" for name, group in phrases.items()))


@cache
def _apart(language: str) -> re.Pattern[str]:
    """A number of days, weeks, months or years, with what makes it a time before, on either side."""
    apart = language_of(language).evidence.apart
    units = "|".join(rf"(?P<{name}>{any_of(getattr(apart, name))})" for name in _UNITS)
    return re.compile(
        rf"\b(?:(?P<ago>{any_of(apart.ago)})\s+)?(?P<count>\d{{1,3}}|[^\W\d_]+(?:-[^\W\d_]+)*)\s+(?:{units})(?!\w)"
        rf"(?:,?\s+(?P<after>{any_of(apart.after)})(?!\w))?"
    )


def _days(match: re.Match[str], language: str, published: date | None) -> DateRange | None:
    """The days of a month's name with the day or the year beside it."""
    month = _month_numbers(language)[match["month"] or match["month_first"]]
    day = match["day"] or match["day_after"]
    year = match["year"] or match["year_after"]
    if year is None:
        if published is None:
            return None
        year = _nearest_year(month, int(day or 1), published)
    try:
        return DateRange(*[date(int(year), month, int(day))] * 2) if day else DateRange.month(int(year), month)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, published: date) -> int:
    """The year of the last such day before the article, or of one that comes soon."""
    months_ahead = (month - published.month) % 12
    if months_ahead == 0:
        return published.year - (day > published.day + _DAYS_AHEAD)
    is_soon = months_ahead == 1
    return published.year + (is_soon and month == 1) - (month > published.month and not is_soon)


def _last_weekday(weekday: int, published: date) -> date:
    """The last day of this name up to the article's own."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


@cache
def _future(language: str) -> re.Pattern[str]:
    """A word or an ending by which a verb tells of what is to come, before words that a day's name may follow."""
    evidence = language_of(language).evidence
    ending = rf"\w{any_of(evidence.future_endings)}"
    return re.compile(rf"(?:\b{any_of(evidence.future)}|{ending})\b[^,;:.]*\Z")


@cache
def _month_numbers(language: str) -> dict[str, int]:
    months = enumerate(language_of(language).dates.months, 1)
    return {fold(name): number for number, names in months for name in names}


@cache
def _dates(language: str) -> re.Pattern[str]:
    """A month's name, with the day before or after it and the year where they stand."""
    month = any_of(_month_numbers(language))
    year = r"(?:1[89]|20)\d\d"
    return re.compile(
        rf"\b(?P<month_first>{month})\s+(?P<day_after>\d{{1,2}})(?!\d)(?:,?\s+(?P<year_after>{year}))?"
        rf"|(?:(?<![\d.,])(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+)?\b(?P<month>{month})(?!\w)(?:\s+(?P<year>{year}))?"
    )


@cache
def _weekdays(language: str) -> re.Pattern[str]:
    names = [fold(name) for names in language_of(language).dates.weekdays for name in names if not name.endswith(".")]
    return re.compile(rf"\b({any_of(names)})\b")


@cache
def _weekday_number(name: str, language: str) -> int:
    weekdays = language_of(language).dates.weekdays
    return next(number for number, names in enumerate(weekdays) if name in map(fold, names))
