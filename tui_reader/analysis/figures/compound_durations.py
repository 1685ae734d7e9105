"""Join the parts of one duration: `64 jours 19 heures et 22 minutes`, `two years and six months`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.model import Span

_SECONDS, _MINUTES, _HOURS, _DAYS, _WEEKS, _MONTHS, _YEARS = range(7)  # places of the units in `kinds.duration`
_PARTS = {
    _MINUTES: (_SECONDS, 60),
    _HOURS: (_MINUTES, 60),
    _DAYS: (_HOURS, 24),
    _WEEKS: (_DAYS, 7),
    _YEARS: (_MONTHS, 12),
}
"""Of each unit, the next smaller one that it has a whole number of, and that number."""
_DIGITS = 6  # decimals of the value
_FEWEST = 2  # parts of a duration


def join_durations(text: FigureText, numerals: Sequence[Numeral]) -> list[Numeral]:
    """The numerals, in order, those that are parts of one duration as one: it is in the unit of its first part."""
    units = text.numbers.kinds["duration"]
    if sum(numeral.unit in units for numeral in numerals) < _FEWEST:
        return list(numerals)
    joined: list[Numeral] = []
    index = 0
    while index < len(numerals):
        end = index + 1
        while end < len(numerals) and _is_part(numerals[end], numerals[end - 1], units):
            end += 1
        may_be_two = _is_clock(text, numerals[index], numerals[end - 1]) or _is_between(text, numerals[index])
        end = index + 1 if may_be_two else _end_of_list(text, numerals, index, end)
        joined.append(_as_one(numerals[index:end], units) if end - index > 1 else numerals[index])
        index = end
    return joined


def _is_part(numeral: Numeral, whole: Numeral, units: Sequence[str]) -> bool:
    """Whether a number of a unit is less than one of the next larger unit, of which a whole number is given."""
    if whole.unit not in units or numeral.unit not in units or whole.value % 1:
        return False
    part, count = _PARTS.get(units.index(whole.unit), (None, 0))
    is_plain = numeral.high is None and whole.high is None and numeral.qualified_from is None
    return is_plain and units.index(numeral.unit) == part and 0 < numeral.value < count


def _is_clock(text: FigureText, first: Numeral, last: Numeral) -> bool:
    """Whether a time of day may come first: `à 15 heures, et 30 minutes plus tard`, not `après 3 heures de vol`."""
    is_led = text.word_before(0, first.span.start) in text.numbers.context.clock_before
    return is_led and text.word_after(last.span.end).rstrip("'") not in text.numbers.of


def _end_of_list(text: FigureText, numerals: Sequence[Numeral], start: int, end: int) -> int:
    """Where the parts end that follow each other at once, or with `and` before the last and commas before that.

    What comes after an `and` and tells when is another one: `trois heures, et vingt minutes plus tard il tomba`.
    """
    and_word = text.numbers.ranges["and"]
    links = [
        text.low[first.span.end : second.span.start]
        for first, second in zip(numerals[start : end - 1], numerals[start + 1 : end], strict=True)
    ]
    and_links = (f" {and_word} ", f", {and_word} ")
    for index, link in enumerate(links):
        is_listed = link == ", " and any(one in and_links for one in links[index + 1 :])
        is_last = link in and_links and not _tells_when(text, numerals[start + index + 1])
        if not (link == " " or is_last or is_listed):
            return start + index + 1
    return end


def _tells_when(text: FigureText, numeral: Numeral) -> bool:
    """Whether what follows a duration says how long after something else it was: `vingt minutes plus tard`."""
    numbers, end = text.numbers, numeral.span.end
    phrases = tuple(phrase for phrase in numbers.context.lasted if " " in phrase.strip())
    return text.word_after(end) in numbers.rank.after or text.low.startswith(phrases, end + 1)


def _is_between(text: FigureText, numeral: Numeral) -> bool:
    """Whether a range begins with a duration: `entre 2 heures et 30 minutes`."""
    between: str = text.numbers.ranges["between"]
    return text.word_before(0, numeral.span.start) == between


def _as_one(parts: Sequence[Numeral], units: Sequence[str]) -> Numeral:
    """The parts of a duration as one, in the unit of the first."""
    value = 0.0
    for numeral in reversed(parts):
        value = numeral.value + value / _PARTS.get(units.index(numeral.unit or ""), (None, 1))[1]
    return replace(parts[0], span=Span(parts[0].span.start, parts[-1].span.end), value=round(value, _DIGITS))
