"""Days as people write them in the language that is spoken, or year first where the user wants that."""

from __future__ import annotations

from datetime import date, datetime

from tui_reader.messages import N_, _

_BY_MONTH = (
    N_("{day} Jan {year}"), N_("{day} Feb {year}"), N_("{day} Mar {year}"), N_("{day} Apr {year}"),
    N_("{day} May {year}"), N_("{day} Jun {year}"), N_("{day} Jul {year}"), N_("{day} Aug {year}"),
    N_("{day} Sep {year}"), N_("{day} Oct {year}"), N_("{day} Nov {year}"), N_("{day} Dec {year}"),
)  # fmt: skip
"""The form of a day of each month; the short names of months are those of the Unicode CLDR."""

_is_year_first = False


def write_year_first(*, is_wanted: bool) -> None:
    """Write days as 2024-02-14 from now on, or as the language does."""
    global _is_year_first  # noqa: PLW0603 - as with the language: one program writes days in one way at a time
    _is_year_first = is_wanted


def local_day(moment: str) -> str:
    """The day of a moment in the time of this place, both as ISO 8601."""
    return datetime.fromisoformat(moment).astimezone().date().isoformat()


def written_day(day: str) -> str:
    """A day given as ISO 8601 as it is to be shown; what is no day stays as it is."""
    if _is_year_first:
        return day
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return day
    return _(_BY_MONTH[known.month - 1]).format(day=known.day, year=known.year)
