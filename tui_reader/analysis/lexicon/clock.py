"""How the languages together write times of day, as pieces of patterns; `17h45`, `at 3:45 p.m.`."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.patterns import any_of


@cache
def hour_marks() -> str:
    """What stands between hours and minutes, by itself or before a minute, in either case: `h`."""
    marks = {mark for language in every_language() for mark in language.dates.hour_marks}
    return any_of({form for mark in marks for form in (mark, mark.upper())})


@cache
def half_days() -> dict[str, int]:
    """What stands behind the hours of a half of the day, and the hours before that half."""
    return {name: hours for language in every_language() for name, hours in language.dates.half_days.items()}


@cache
def half_day() -> str:
    """The names of `half_days`, as they are written without the stop at their end: `pm`, `p.m`."""
    return f"(?:{'|'.join(r'[.]?'.join(map(re.escape, name)) for name in sorted(half_days())) or '(?!)'})"


@cache
def before_clock() -> str:
    """What stands between a date and a time of day: `at`."""
    return any_of(word for language in every_language() for word in language.dates.before_clock)


@cache
def utc() -> str:
    """The names of UTC."""
    return any_of(common_data().dates.utc)
