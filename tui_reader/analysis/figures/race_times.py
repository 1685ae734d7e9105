"""Find times written with the symbols of hours, minutes and seconds, as in sport: `9 s 63`, `2 h 04 min 12 s`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.lexicon import common_data
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.model import Span

_BLANK = "[ \u00a0\u202f]?"
_MINUTE, _SECOND = "['’′]", "''|’’|″|\""
_MINUTES, _SECONDS = 60, 3600  # in an hour
_SECOND_DIGITS = 2  # of whole seconds behind minutes
_LONGEST_EVENT = 12  # hours: `un combat de 14 h 30` begins then
_DIGITS = 6  # of the value, behind the point


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first number of a time with its symbol, which few sentences have; a time, whose parts may be left out."""
    symbols = common_data().figures.time_symbols
    hour, minute, second = (
        rf"{any_of(names)}(?![^\W\d])" for names in (symbols.hours, symbols.minutes, symbols.seconds)
    )
    first = rf"\d{_BLANK}(?:{hour}|{minute}|{second}|{_MINUTE}|\")"
    return re.compile(first), re.compile(
        r"(?<![\w.,:'’])(?=\d)"
        rf"(?:(?P<hours>\d{{1,3}}){_BLANK}{hour}{_BLANK}(?=\d))?"
        rf"(?:(?P<minutes>\d{{1,3}}){_BLANK}(?:(?P<named>{minute})|{_MINUTE}(?!{_MINUTE})){_BLANK})?"
        rf"(?:(?P<seconds>\d{{1,3}}(?:[.,]\d{{1,3}})?)(?:{_BLANK}(?P<mark>{second}|{_SECOND})(?:{_BLANK}(?P<part>\d{{1,3}}))?)?)?"
        rf"(?!\w)"
    )


def find_race_times(text: FigureText, span: Span) -> Iterator[Numeral]:
    """The times of a span, each in the largest unit that it names."""
    seconds, minutes, hours = text.numbers.kinds["duration"][:3]
    first, whole = _patterns()
    if first.search(text.raw, *span) is None:
        return
    for match in whole.finditer(text.raw, *span):
        if _is_bare(match) and _tells_how_long(text, match, span):
            value = float(match["hours"]) + float(match["seconds"]) / _MINUTES
            yield Numeral(Span(*match.span()), round(value, _DIGITS), unit=hours, rule="race-time")
        if not _is_time(match):
            continue
        in_hours = float(match["hours"] or 0) + float(match["minutes"] or 0) / _MINUTES + _seconds(match) / _SECONDS
        if match["hours"]:
            value, unit = in_hours, hours
        elif match["minutes"]:
            value, unit = in_hours * _MINUTES, minutes
        else:
            value, unit = _seconds(match), seconds
        end = match.start() + len(match.group().rstrip())
        yield Numeral(Span(match.start(), end), round(value, _DIGITS), unit=unit, rule="race-time")


def _is_time(match: re.Match[str]) -> bool:
    """Whether a match is more than one number, and no time of day: `2 h 04` may be one, `2 h 04 min` is none."""
    if match["part"] and not match["seconds"].isdigit():
        return False  # `0,735 s 2 fois`: the seconds have their decimals
    if match["minutes"] and not match["named"] and len((match["seconds"] or "").partition(".")[0]) > _SECOND_DIGITS:
        return False  # thousands set apart by an apostrophe: `3'500 signatures`
    if not match["minutes"]:
        return match["part"] is not None and not match["hours"]
    if match["hours"]:
        return match["named"] is not None or match["seconds"] is not None
    return match["seconds"] is not None and (match["mark"] is not None or match["named"] is None)


def _is_bare(match: re.Match[str]) -> bool:
    """`1 h 45`: whether a match is hours and a number without a symbol, which are minutes."""
    is_whole = match["hours"] is not None and match["minutes"] is None and match["mark"] is None
    return is_whole and match["seconds"] is not None and match["seconds"].isdigit() and int(match["seconds"]) < _MINUTES


def _tells_how_long(text: FigureText, match: re.Match[str], span: Span) -> bool:
    """Whether the words beside hours and minutes make them no time of day.

    `a duré 1 h 45`, `un combat de 2 h 47`, `d'une durée de 2 h 18`, `1 h 45 de débats`, `après 3 h 38 de jeu`.
    """
    context, numbers = text.numbers.context, text.numbers
    words = ("", "", "", "", *text.words_before(span.start, match.start()))[-4:]
    before = words[-1]
    if before in context.lasting:
        return True
    if before in numbers.of and _is_length_of(text, words, float(match["hours"])):
        until: str = numbers.ranges["to"]
        return text.word_after(match.end()) != until  # `la durée de 8 h 30 à 17 h 30`
    rest = text.low[match.end() :].lstrip()
    if before in context.clock_before:
        return before in numbers.rank.since and _tells_of_activity(text, rest)
    return rest.startswith(context.lasted)


def _tells_of_activity(text: FigureText, rest: str) -> bool:
    """Whether what follows a time says on what it was spent: `de jeu`, `d'attente`."""
    of, activity = ("", "", *rest.replace("'", "' ", 1).split(maxsplit=2)[:2])[-2:]
    return of.rstrip("'") in text.numbers.of and activity.rstrip(",.;:!?)") in text.numbers.context.activities


def _is_length_of(text: FigureText, words: Sequence[str], hours: float) -> bool:
    """Whether the words before a time end in a noun whose length it is: `temps de trajet de`, `d'un combat de`."""
    context = text.numbers.context
    _, determiner, noun, _before = words
    if not context.lengths_of_time.isdisjoint(words):
        return True
    is_one = determiner.rpartition("'")[2] in context.own_determiners
    return is_one and noun in context.activities and hours <= _LONGEST_EVENT


def _seconds(match: re.Match[str]) -> float:
    """The seconds of a time with their decimals: 45.2 of `1'45''2`."""
    whole = (match["seconds"] or "0").replace(",", ".")
    return float(f"{whole}.{match['part']}" if match["part"] else whole)
