"""Which values a figure leaves possible, by its qualifier and by how round it is, and how two of them compare."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache

from msgspec.structs import replace

from tui_reader.analysis.lexicon import languages
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.model import Figure

_ABOUT = 0.05  # of a value that is said to be about so much
_LIMITS = frozenset({"less_than", "at_most", "up_to"})  # qualifiers of the highest that a value may be
_NO_LIMITS = frozenset({None, "about"})
_MOST_APPROXIMATE = 1.1  # times a value, the most that one of some other qualifier may mean
_MOST_APART = 1.2  # times a value, the most that another source gives, or that it comes to when told to fewer digits
TELLING_VALUE = 13  # a value that is hardly the same by chance
_DISTINCTIVE_VALUE = 100  # with two digits that are not 0, one that is the same only for the same thing
_MANY_DIGITS, _CUT = 4, 2  # digits of a value that may be cut off instead of rounded: by how much more it is off then
_HALF = 0.5000001  # of the last decimal, which may be rounded up or down
_MOST_ROUNDING, _MOST_POINTS = 0.2, 1.01  # more than any rule allows: of the larger value, and apart
_CLOSE = 1.0  # points between two shares of which one is `more than` so much
MILLION = 1_000_000
SHARES = frozenset({"percent", "ratio"})  # kinds of figures that give a share
LARGE = 50  # a value whose decimals tell little, and a count that may grow more
_SECONDS = (1, 60, 3600, 86_400, 604_800)  # of a second, minute, hour, day and week
_PERCENT, _NO_TENTH = 100, 1e-6
_MOST_ROUNDED = 1.5  # times a value, the most that `more than` it may mean


class Values(Enum):
    """How two values stand to each other."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    DIFFERENT = "different"


def may_be_of_one_unit(first: Figure, second: Figure) -> bool:
    """Whether two figures may have one unit, by their kinds: a bare count may leave it unsaid; most pairs have none."""
    if first.unit == second.unit:
        return True
    if first.kind == second.kind:
        return first.kind == "duration" or first.unit is None or second.unit is None
    return SHARES.issuperset((first.kind, second.kind)) or any(
        figure.kind == "count" and figure.unit is None for figure in (first, second)
    )


def in_one_unit(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures; ratios in percent where shares of both kinds are among them, durations of two units in seconds.

    `sept sur dix` and `70 %`, `deux minutes` and `122 secondes`.
    """
    kinds = {figure.kind for figure in figures}
    if kinds == {"duration"} and len({figure.unit for figure in figures}) > 1:
        return [_in_seconds(figure) for figure in figures]
    if not kinds >= SHARES:
        return figures
    return [_in_percent(figure) if figure.kind == "ratio" else figure for figure in figures]


def has_known_length(duration: Figure) -> bool:
    """Whether a duration is in a unit that always has as many seconds, as a month has not."""
    return duration.unit in _seconds_of_units()


@cache
def _seconds_of_units() -> Mapping[str, int]:
    """The seconds of each unit of time, up to the week, by the names that the languages have for it."""
    units = (number_words(code).kinds["duration"] for code in languages())
    return {unit: seconds for names in units for unit, seconds in zip(names, _SECONDS, strict=False)}


def seconds_of(duration: Figure) -> float:
    """The value of a duration in seconds; that of one in a unit without a known length as it is."""
    return duration.value * _seconds_of_units().get(duration.unit or "", 1)


def _in_seconds(duration: Figure) -> Figure:
    """A duration in seconds; a whole number of a larger unit is told by and large."""
    seconds = _seconds_of_units().get(duration.unit or "", 1)
    high = None if duration.high is None else duration.high * seconds
    is_rough = seconds > 1 and duration.value % 1 == 0
    qualifier = duration.qualifier or ("about" if is_rough else None)
    return replace(duration, value=round(duration.value * seconds), high=high, unit=None, qualifier=qualifier)


def _in_percent(ratio: Figure) -> Figure:
    """A ratio as a share in percent; one that is no whole number of tenths is told by and large: `deux tiers`."""
    value = ratio.value * _PERCENT
    is_exact = abs(value - round(value, -1)) < _NO_TENTH
    return replace(
        ratio,
        value=round(value, -1) if is_exact else value,
        kind="percent",
        qualifier=ratio.qualifier or (None if is_exact else "about"),
    )


def possible_range(figure: Figure) -> tuple[float, float]:
    """From where to where the value may be that a figure gives."""
    low, high = sorted((figure.value, figure.value if figure.high is None else figure.high))  # of a score, either way
    match figure.qualifier:
        case "more_than" | "at_least":
            return low, math.inf
        case "less_than" | "at_most" | "up_to":
            return -math.inf, high
    margin = rounding(figure)
    return low - margin, high + margin


def is_rounding(first: Figure, second: Figure) -> bool:
    """Whether one of two figures may be the other one, rounded: `plus de 400`, and 430."""
    if first.value == second.value:
        return True
    qualifiers = {first.qualifier, second.qualifier} - {None}
    least, most = sorted((abs(first.value), abs(second.value)))
    if qualifiers and most <= _MOST_APPROXIMATE * least:
        return True
    (low, high), (other_low, other_high) = possible_range(first), possible_range(second)
    is_possible = max(low, other_low) <= min(high, other_high) and qualifiers.isdisjoint(_LIMITS)
    return is_possible and most <= _MOST_ROUNDED * least


def is_rounded_to_whole(first: float, second: float) -> bool:
    """Whether one of two large values is the other one without its decimals: 135 and 135.09."""
    return _is_without_decimals(first, second) and abs(first if first == int(first) else second) >= LARGE


def is_rounded_decimal(first: float, second: float) -> bool:
    """Whether one of two values is the other one with fewer decimals, one at least: 16.28 and 16.3."""
    decimals = min(len(f"{value:.10g}".partition(".")[2]) for value in (first, second))
    return decimals > 0 and abs(first - second) <= _HALF * 10.0**-decimals


def _is_without_decimals(first: float, second: float) -> bool:
    """Whether one of two values is the other one without its decimals, rounded: 56 and 56.1."""
    return (first == int(first)) != (second == int(second)) and abs(first - second) <= _HALF


def are_near(first: Figure, second: Figure) -> bool:
    """Whether two figures may be what two sources give of one count."""
    least, most = sorted((abs(first.value), abs(second.value)))
    return most <= _MOST_APART * least


def rounding(figure: Figure) -> float:
    """How far the value may be from the one that a figure gives, as a round or an approximate one."""
    return _ABOUT * abs(figure.value) if figure.qualifier == "about" else _last_digit(figure.value) / 2


@lru_cache(maxsize=4096)
def _last_digit(value: float) -> float:
    """The place of the last digit of a value that is not 0, where it is a round one: 1,200 is so to hundreds."""
    if value == 0 or value != int(value):
        return 0.0
    digits = str(int(abs(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    if len(digits) - zeros == 1:
        zeros -= 1  # 300 is so to tens
    return 10.0**zeros if zeros > 0 else 0.0


def compare(first: Figure, second: Figure) -> Values:
    """How two values stand to each other."""
    if first.kind != second.kind or first.unit != second.unit:
        if first.kind == second.kind == "duration" and _are_far_apart(seconds_of(first), seconds_of(second)):
            return Values.DIFFERENT  # as most are: no figures in one unit need be made
        first, second = in_one_unit((first, second))
    if (first.high is None) != (second.high is None):
        return Values.ROUNDED if _is_within(first, second) or _is_within(second, first) else Values.DIFFERENT
    if _are_far_apart(first.value, second.value):
        return Values.DIFFERENT
    if first.value == second.value:
        return Values.EQUAL if first.high == second.high else Values.DIFFERENT
    return _compare_near(first, second)


def _compare_near(first: Figure, second: Figure) -> Values:
    """The same of two values that are not the very same, but near."""
    may_be_rounded = _NO_LIMITS.issuperset((first.qualifier, second.qualifier))  # `moins de 9,6 %` is not 9.64 %
    if first.kind == "percent":
        if may_be_rounded and is_rounded_decimal(first.value, second.value):
            return Values.EQUAL
        is_qualified = first.qualifier is not None or second.qualifier is not None
        is_near = _are_close(first, second) if is_qualified else _is_without_decimals(first.value, second.value)
        return Values.ROUNDED if is_near else Values.DIFFERENT
    if may_be_rounded and is_rounded_to_whole(first.value, second.value):
        return Values.EQUAL
    return Values.ROUNDED if _is_rounded(first, second) else Values.DIFFERENT


def is_told_to_fewer_digits(first: Figure, second: Figure) -> bool:
    """Whether one of two measures is the other one, told to fewer digits: `6,7 g`, `près de 7 g`; 622 m, `plus de 600`.

    Other kinds of figures with such values are seldom the same.
    """
    are_measures = first.kind == second.kind == "measure" and first.unit == second.unit
    are_single = first.high is None and second.high is None and first.value * second.value > 0
    return are_measures and are_single and (_is_rougher(first, second) or _is_rougher(second, first))


def _is_rougher(rough: Figure, exact: Figure) -> bool:
    """Whether a value may be what another one comes to in as many digits as it has, as its qualifier says."""
    value, other = abs(rough.value), abs(exact.value)
    step = _step(value)
    if value == other or max(value, other) > _MOST_APART * min(value, other):
        return False
    match rough.qualifier:
        case "about":
            return abs(value - other) <= max(_ABOUT * value, step / 2)
        case "more_than" | "at_least":
            return value < other < value + step
        case "less_than" | "at_most" | "up_to":
            return value - step < other < value
    return abs(value - other) <= _HALF * step and _digits(value) < _digits(other)


def _step(value: float) -> float:
    """The place of the last digit of a value that is not 0."""
    digits = f"{value:.10g}"
    whole, _point, decimals = digits.partition(".")
    return 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _is_within(one: Figure, span: Figure) -> bool:
    """Whether a value is within a narrow range that another figure gives: 6,486, and `6 400 à 6 500`."""
    is_range = one.high is None and span.high is not None and span.kind != "score"
    is_narrow = is_range and abs((span.high or 0) - span.value) <= _MOST_ROUNDING * abs(span.value)
    return is_narrow and span.value <= one.value <= (span.high or 0)


def _are_far_apart(first: float, second: float) -> bool:
    """Whether no rule takes one of two values for the other one; most pairs are told so."""
    return abs(first - second) > max(_MOST_POINTS, _MOST_ROUNDING * max(abs(first), abs(second)))


def _is_rounded(first: Figure, second: Figure) -> bool:
    """Whether one of two values that are no shares is the other one, told to fewer digits."""
    apart, margin = abs(first.value - second.value), max(rounding(first), rounding(second))
    if apart > _CUT * margin or min(abs(first.value), abs(second.value)) <= TELLING_VALUE:
        return False
    return apart <= margin or fewest_digits(first, second) >= _MANY_DIGITS


def _are_close(first: Figure, second: Figure) -> bool:
    """Whether one of two shares may be what `more than` the other one means."""
    return is_rounding(first, second) and abs(first.value - second.value) <= _CLOSE


def is_telling(figure: Figure) -> bool:
    """Whether a value is hardly the same by chance."""
    if figure.kind == "money":
        return is_distinctive(figure)
    return figure.unit is not None or abs(figure.value) >= TELLING_VALUE


def fewest_digits(first: Figure, second: Figure) -> int:
    """How many digits of two values are no zeros at their edges, of the one with fewer of them."""
    return min(_digits(first.value), _digits(second.value))


def give_same_digits(first: Figure, second: Figure, values: Values) -> bool:
    """Whether two figures give one value, in so many digits that it is the same only for the same thing."""
    if values is Values.ROUNDED:
        return fewest_digits(first, second) >= _MANY_DIGITS
    return (first.value, first.high) == (second.value, second.high) and is_distinctive(first)


def is_distinctive(figure: Figure) -> bool:
    """Whether a value has so many digits that it is the same only for the same thing."""
    return has_distinctive_digits(figure.value)


def has_distinctive_digits(value: float) -> bool:
    """Whether a value is the same only for the same thing, whatever it counts or measures."""
    digits = _digits(value)
    return digits > 2 or (digits == 2 and (abs(value) >= _DISTINCTIVE_VALUE or value % 1 != 0))


@lru_cache(maxsize=4096)
def _digits(value: float) -> int:
    """How many digits of a value are no zeros at its edges."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))
