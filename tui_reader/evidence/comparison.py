"""Whether two figures of articles about one event give the same thing at the same point of it."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from tui_reader.evidence.counted import EXPECTED, OUTLOOK, STAGE, CountedFigure
from tui_reader.evidence.values import are_near, is_rounded_decimal, is_rounded_to_whole, is_rounding, rounding
from tui_reader.model import Figure

GROWING_DAYS, DATED_DAYS, UNDATED_DAYS = 30, 0, 5
"""How many days may lie between two counts of one thing: of one that grows, where both texts say when, and else."""
_SOON_DAYS, _LASTING_DAYS = 20, 90  # between articles that give one value, a share and another, whatever their times
_TOLD_AGAIN_DAYS = 90  # between articles of which one tells a toll again, and not when
_STAGE_DAYS = 45  # between two articles about one stage of something, as a round
_SHARE_DAYS = 1  # the same as `UNDATED_DAYS` for shares that differ
_DISTINCTIVE_DAYS = 1_000  # between articles that give one value of many digits, at two times: another year's march
_NEWS_DAYS = 10  # between two articles that give different counts of a thing that does not grow
_MOST_GROWTH, _MOST_LARGE_GROWTH, _MOST_RATIO = 8.0, 15.0, 5.0
"""Between two counts of one thing that grows, the same where both are large, and of another thing."""
_MOST_SHARE_RATIO = 1.5  # the same of two shares of a vote
_MOST_FIRST_GROWTH = 100.0  # of what only rises, from one day to another: the first toll of a catastrophe
_LARGE = 50  # a count that may grow more
_LEAST_FALL = 0.8  # of a count that only rises, in a later article, for a correction
_TELLING_VALUE = 13  # a value that is hardly the same by chance
_DISTINCTIVE_VALUE = 100  # with two digits that are not 0, one that is the same only for the same thing
_MILLION = 1_000_000
_FEWEST_WORDS = 2  # that two sentences share where no word tells what is counted
_SHARES = frozenset({"percent", "ratio"})  # kinds of figures that give a share
_WORDLESS = frozenset({"money", "percent"})  # kinds of figures whose value tells more than the words around
_UNSAID = frozenset({"money", "count", "measure"})  # kinds of figures whose unit may be left unsaid
_STAYING = frozenset({"count", "measure"})  # kinds of figures that may stay the same for years
_DIGITS = re.compile(r"\d+")


class _Values(Enum):
    """How two values stand to each other."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    DIFFERENT = "different"


def may_be_same(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures may be in one group: those of one article as two sources of one count, or two wordings."""
    values = _values(first.figure, second.figure)
    if first.article_index == second.article_index:
        is_main_count = first.is_main and second.is_main and is_rounding(first.figure, second.figure)
        is_of_two_sources = _have_two_sources(first, second) and _sameness(first, second) is not None
        return values is _Values.EQUAL or is_main_count or is_of_two_sources
    if first.is_main and second.is_main and _grow(first, second):
        differ = _differ_in_aspect(first, second, values) or _differ_in_thing(first, second, values)
        return not differ and not _fall(first, second)
    is_rounded_crowd = values is _Values.ROUNDED and first.is_crowd and second.is_crowd
    is_one_value = values is not _Values.DIFFERENT and not is_rounded_crowd
    return is_one_value or _counts_same(first, second, values) is not None


def _have_two_sources(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures of one article are those of two sources; of a crowd, one sentence gives both."""
    if first.figure.attribution != second.figure.attribution:
        return True
    return first.is_crowd and second.is_crowd and first.figure.sentence == second.figure.sentence


def likeness(first: CountedFigure, second: CountedFigure) -> float | None:
    """How much tells that two figures give the same thing; None where they do not."""
    sameness = _sameness(first, second)
    if sameness is None:
        return None
    if _values(first.figure, second.figure) is _Values.DIFFERENT:
        return sameness if _is_near_enough(first, second) else None
    return sameness + 1.0


def _sameness(first: CountedFigure, second: CountedFigure) -> float | None:
    """How much tells that two figures give the same thing, however far apart their values are."""
    values = _values(first.figure, second.figure)
    if values is _Values.DIFFERENT and _differ_in_part(first, second):
        return None
    return _counts_same(first, second, values)


def _counts_same(first: CountedFigure, second: CountedFigure, values: _Values) -> float | None:
    """How much tells that two figures count the same thing at one time, be it in whole or in part."""
    if not _is_same_unit(first, second) or _differ_in_aspect(first, second, values):
        return None
    is_score = first.figure.kind == "score"
    thing = _score_sameness(first, second) if is_score else _thing_in_common(first, second, values)
    return None if _differ_in_time(first, second, values) else thing


# What is counted


def _is_same_unit(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures have one unit, which one of them may leave unsaid: `814 millions`, `329 pour`."""
    if first.figure.kind == second.figure.kind and first.figure.unit == second.figure.unit:
        return True
    is_first_bare = first.figure.kind == "count" and first.figure.unit is None
    bare_counted = first if is_first_bare else second
    bare, other = bare_counted.figure, (second if is_first_bare else first).figure
    if bare.kind != "count" or bare.unit is not None or other.kind not in _UNSAID:
        return False
    values = _values(bare, other)
    if other.kind == "money":
        is_sum = not bare_counted.is_person and bare.value >= _MILLION
        return is_sum and values is not _Values.DIFFERENT and (not bare_counted.head or _is_distinctive(bare))
    return values is _Values.EQUAL and (_is_distinctive(bare) or bare.what is None)


def _score_sameness(first: CountedFigure, second: CountedFigure) -> float | None:
    """Two scores are those of one match where one of its sides is named beside both, or of one vote."""
    if _DIGITS.findall(first.figure.clean) != _DIGITS.findall(second.figure.clean):
        return None
    is_match = (first.names | first.holder) & (second.names | second.holder)
    return 1.0 if is_match or first.things & second.things else None


def _thing_in_common(first: CountedFigure, second: CountedFigure, values: _Values) -> float | None:
    """How much tells that two figures count the same thing; None where that is not told."""
    is_equal = values is _Values.EQUAL
    is_distinctive = _give_same_digits(first, second)
    shared_context = len(first.context & second.context)
    if _differ_in_thing(first, second, values):
        return None
    if first.things & second.things:
        return 1.0 + (0.5 if _have_same_head(first, second) else 0.0) + (0.5 if is_distinctive else 0.0)
    are_of_heads = bool(first.head and second.head) and not is_equal
    is_share_of_one = first.figure.kind == "percent" and first.holder & second.holder and not are_of_heads
    if _have_same_head(first, second) or is_share_of_one or (is_equal and first.stems & second.stems):
        return 0.5 + (0.5 if shared_context >= _FEWEST_WORDS else 0.0)
    if shared_context < (1 if is_distinctive else _FEWEST_WORDS):
        return None
    is_untold = not (first.things or first.stems) or not (second.things or second.stems)
    may_be_untold = is_untold or _may_be_same_persons(first, second)
    is_telling = _is_telling(first.figure) or _is_sum_of_day(first, second)
    is_chance = not is_distinctive and not (may_be_untold and is_equal and is_telling)
    if first.figure.kind == "money" and (first.is_repeated or second.is_repeated):
        return None
    return None if is_chance else 0.2


def _differ_in_thing(first: CountedFigure, second: CountedFigure, values: _Values) -> bool:
    """Whether the words say that two figures count different things."""
    if first.things & second.things:
        is_toll = first.is_main and second.is_main and first.grows
        is_of_kind = (first.is_kind or second.is_kind) and not _have_same_head(first, second)
        return values is _Values.DIFFERENT and is_of_kind and not is_toll  # policemen among the dead
    if _have_same_head(first, second) and not (first.things and second.things):
        return False
    is_distinctive = _give_same_digits(first, second)
    if is_distinctive and first.figure.kind in _WORDLESS:
        return False
    if first.things and second.things:
        return not (values is _Values.EQUAL and first.kin & second.kin)
    if values is _Values.EQUAL and _may_be_same_persons(first, second):
        return False  # `22 écoliers ont péri`, `22 enfants`
    is_toll = (first.grows and bool(second.head)) or (second.grows and bool(first.head))
    is_of_kind = first.is_kind or second.is_kind
    return is_toll or (is_of_kind and values is _Values.DIFFERENT)


def _is_sum_of_day(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two articles of one day or the next give one sum."""
    return first.figure.kind == "money" and _publishing_days(first, second) <= 1


def _may_be_same_persons(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value that is no round one counts persons in both places."""
    figure = first.figure
    return first.is_person and second.is_person and _is_telling(figure) and figure.value % 10 != 0


def _have_same_head(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one noun stands for what both figures count."""
    return bool(first.head) and first.head == second.head


# What makes two counts of a thing different ones


def _differ_in_aspect(first: CountedFigure, second: CountedFigure, values: _Values) -> bool:
    """Whether something is true of one figure that is not of the other."""
    if first.is_daily != second.is_daily:
        return True
    is_distinctive = _give_same_digits(first, second)
    is_one_share = is_distinctive and bool(first.holder & second.holder)
    is_of_vote = first.is_of_vote or second.is_of_vote
    ignored = STAGE if is_one_share or not is_of_vote else None  # a share of the first round, told before the second
    if any(second.aspects.get(group, name) != name for group, name in first.aspects.items() if group != ignored):
        return True
    if values is _Values.DIFFERENT and is_of_vote and _is_expected(first) != _is_expected(second):
        return True  # a poll, and a result
    if None not in (first.opposed, second.opposed) and first.opposed != second.opposed and values is _Values.EQUAL:
        return True  # another vote
    is_share = first.figure.kind == "percent" and bool(first.holder) and bool(second.holder)
    return is_share and not is_distinctive and first.holder.isdisjoint(second.holder)


def _differ_in_time(first: CountedFigure, second: CountedFigure, values: _Values) -> bool:
    """Whether two figures are of different times."""
    if _is_same_stage(first, second):
        return _publishing_days(first, second) > _STAGE_DAYS
    if values is _Values.DIFFERENT:
        return _differ_in_news(first, second)
    return _differ_in_event(first, second, is_distinctive=_give_same_digits(first, second))


def _differ_in_event(first: CountedFigure, second: CountedFigure, *, is_distinctive: bool) -> bool:
    """Whether the same value is told of two times so far apart that it is so by chance."""
    apart, published_apart = _days_apart(first, second), _publishing_days(first, second)
    if first.figure.kind == "percent":
        return _differ_in_share_time(first, second, is_distinctive=is_distinctive)
    if _is_background(first, second):
        return published_apart > _DISTINCTIVE_DAYS
    if is_distinctive:
        return published_apart > _DISTINCTIVE_DAYS and apart > _DISTINCTIVE_DAYS
    is_lasting = first.figure.unit is not None or _is_plan(first, second)
    return not (is_lasting and published_apart <= _LASTING_DAYS) and apart > _most_days_apart(first, second)


def _most_days_apart(first: CountedFigure, second: CountedFigure) -> int:
    """How many days may lie between two times of which one value of a thing is told."""
    if _grow(first, second):
        return GROWING_DAYS if first.is_timed and second.is_timed else _TOLD_AGAIN_DAYS
    is_timed = first.is_timed or second.is_timed
    if not is_timed:
        return _NEWS_DAYS
    is_of_days = first.is_dated and second.is_dated and (first.is_crowd or second.is_crowd)
    return DATED_DAYS if is_of_days else UNDATED_DAYS


def _differ_in_share_time(first: CountedFigure, second: CountedFigure, *, is_distinctive: bool) -> bool:
    """The same for shares: of two months, as of two years, they are two, and a target stays for a while."""
    if first.is_timed and second.is_timed:
        return _days_apart(first, second) > (UNDATED_DAYS if first.is_dated or second.is_dated else 0)
    is_target = bool(first.whole_things & second.whole_things)
    most = _TOLD_AGAIN_DAYS if is_target else _SOON_DAYS
    return not is_distinctive and _publishing_days(first, second) > most


def _is_plan(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value is of one thing that stays true for a while, as the jobs that a firm cuts, unlike a crowd."""
    is_alike = bool(first.things & second.things) or _have_same_head(first, second)
    return is_alike and _is_telling(first.figure) and not (first.is_crowd or second.is_crowd)


def _is_background(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value of one noun is a fact that texts tell whenever: `20 000 tonnes de fioul`, `33 mineurs`."""
    grows = _grow(first, second) and not (first.is_kind and second.is_kind)
    may_stay = first.figure.kind in _STAYING and not (first.is_crowd or second.is_crowd or grows)
    is_told_of_day = first.is_timed and second.is_timed and _publishing_days(first, second) > _TOLD_AGAIN_DAYS
    is_telling = abs(first.figure.value) >= _TELLING_VALUE
    return may_stay and not is_told_of_day and _have_same_head(first, second) and is_telling


def _differ_in_news(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two articles tell two values at times so far apart that they are of two things."""
    apart, grows = _days_apart(first, second), _grow(first, second)
    if first.is_dated and second.is_dated and not grows:
        return apart > DATED_DAYS
    is_told_again = grows and first.is_timed and second.is_timed and apart == 0
    is_late = first.is_main and second.is_main and are_near(first.figure, second.figure)  # one more has died
    growing_days = _TOLD_AGAIN_DAYS if is_late else GROWING_DAYS
    if not is_told_again and _publishing_days(first, second) > (growing_days if grows else _NEWS_DAYS):
        return True
    if grows:
        return apart > growing_days
    if first.figure.kind in _SHARES:
        is_of_day = first.figure.kind == "ratio" or (first.is_crowd and second.is_crowd)  # `un train sur deux`
        return apart > (DATED_DAYS if is_of_day else _SHARE_DAYS)
    is_timed_once = first.is_timed != second.is_timed
    return (_publishing_days(first, second) if is_timed_once else apart) > UNDATED_DAYS


def _grow(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures are counts of something that go on, not of one day."""
    is_same_day = first.is_timed and second.is_timed and _days_apart(first, second) == 0
    is_of_day = first.is_of_day and second.is_of_day and not is_same_day
    return (first.grows or second.grows) and not first.is_daily and not is_of_day


def _is_same_stage(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two shares are of one stage of something, as the first round of a vote."""
    stages = first.aspects.get(STAGE), second.aspects.get(STAGE)
    is_poll = _is_expected(first) or _is_expected(second)
    return first.figure.kind == "percent" and stages[0] is not None and stages[0] == stages[1] and not is_poll


def _is_expected(counted: CountedFigure) -> bool:
    """Whether a figure is what is feared, planned or polled."""
    return counted.aspects.get(OUTLOOK) == EXPECTED


def _days_apart(first: CountedFigure, second: CountedFigure) -> int:
    return first.days.days_apart(second.days) if first.days and second.days else 0


def _publishing_days(first: CountedFigure, second: CountedFigure) -> int:
    """How many days lie between the articles of two figures."""
    return abs((first.published - second.published).days) if first.published and second.published else 0


def _differ_in_part(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two different values are of a whole and a part of it, or of two parts."""
    is_part_of_kind = first.is_kind or (first.is_part and second.is_part)
    if is_part_of_kind and first.head == second.head:
        return False
    is_one_place = _are_of_one_place(first, second)
    if (
        (first.is_part != second.is_part and not _is_part_of_place(first, second))
        or first.side_names - second.names
        or second.side_names - first.names
    ):
        return True
    if first.is_crowd and second.is_crowd and first.places != second.places:
        return first.places.isdisjoint(second.places)
    if first.figure.kind == "percent" or _is_share(first):
        is_named = not first.holder.isdisjoint(second.holder)
        is_one_thing = first.head == second.head or bool(first.whole_things & second.whole_things)
        return not is_named and (bool(first.holder | second.holder) or not is_one_thing)
    if not (first.grows or second.grows):
        is_crowd = first.is_crowd or second.is_crowd
        return first.is_main != second.is_main and not is_crowd and not first.local_names & second.local_names
    return not (first.is_main and second.is_main) and not is_one_place


def _is_part_of_place(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether the part is that of a place whose count the other article gives: `264 morts, dont 151 à Merkès`."""
    part, other = (first, second) if first.is_part else (second, first)
    return bool(part.names & part.local_names & other.near_names)


def _are_of_one_place(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one name stands beside two figures, which tells something of one of them that its title does not."""
    return bool(first.local_names & second.near_names or first.near_names & second.local_names)


def _is_share(counted: CountedFigure) -> bool:
    """Whether a figure counts what several have a share of."""
    return counted.things != counted.whole_things


def _is_near_enough(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether a count can have gone from one value to another one."""
    low, high = sorted((abs(first.figure.value), abs(second.figure.value)))
    if low == 0:
        return False
    if not (first.grows or second.grows):
        is_of_vote = _is_share(first) and _is_share(second)
        return high / low <= (_MOST_SHARE_RATIO if is_of_vote else _MOST_RATIO)
    if _fall(first, second):
        return False
    if _are_of_two_days(first, second) and first.rises and second.rises and first.is_main and second.is_main:
        return high / low <= _MOST_FIRST_GROWTH
    return high / low <= (_MOST_LARGE_GROWTH if low >= _LARGE else _MOST_GROWTH)


def _fall(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether of two counts of what only rises the one of the later article is too low."""
    if not (_are_of_two_days(first, second) and first.rises and second.rises):
        return False
    earlier, later = sorted((first, second), key=lambda one: one.published or date.min)
    return later.figure.value < _LEAST_FALL * earlier.figure.value


def _are_of_two_days(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures stand in articles of two days."""
    return first.published is not None and second.published is not None and first.published != second.published


# Values


def _values(first: Figure, second: Figure) -> _Values:
    """How two values stand to each other."""
    if (first.high is None) != (second.high is None):
        return _Values.DIFFERENT
    if first.value == second.value:
        return _Values.EQUAL if first.high == second.high else _Values.DIFFERENT
    if first.kind == "percent" and is_rounded_decimal(first.value, second.value):
        return _Values.EQUAL
    if first.kind != "percent" and is_rounded_to_whole(first.value, second.value):
        return _Values.EQUAL
    is_rounded = first.kind != "percent" and min(abs(first.value), abs(second.value)) > _TELLING_VALUE
    margin = max(rounding(first), rounding(second))
    return _Values.ROUNDED if is_rounded and abs(first.value - second.value) <= margin else _Values.DIFFERENT


def _is_telling(figure: Figure) -> bool:
    """Whether a value is hardly the same by chance."""
    if figure.kind == "money":
        return _is_distinctive(figure)
    return figure.unit is not None or abs(figure.value) >= _TELLING_VALUE


def _give_same_digits(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures give one value, in so many digits that it is the same only for the same thing."""
    one, other = first.figure, second.figure
    return (one.value, one.high) == (other.value, other.high) and _is_distinctive(one)


def _is_distinctive(figure: Figure) -> bool:
    """Whether a value has so many digits that it is the same only for the same thing."""
    digits = len(f"{abs(figure.value):.10g}".replace(".", "").strip("0"))
    return digits > 2 or (digits == 2 and (abs(figure.value) >= _DISTINCTIVE_VALUE or figure.value % 1 != 0))
