"""Whether two figures tell of two times: other days, other stages, other news of one thing."""

from __future__ import annotations

from datetime import date

from tui_reader.evidence.counted import STAGE, CountedFigure, have_same_head
from tui_reader.evidence.times import DateRange
from tui_reader.evidence.values import LARGE, SHARES, TELLING_VALUE, Values, are_near, give_same_digits, is_telling

_GROWING_DAYS, _DATED_DAYS, _UNDATED_DAYS = 30, 0, 5
"""How many days may lie between two counts of one thing: of one that grows, where both texts say when, and else."""
_LARGE_GROWING_DAYS = 60  # between two large counts of one thing that grows, as those of an epidemic
_SOON_DAYS, _LASTING_DAYS = 20, 90  # between articles that give one value, a share and another, whatever their times
_EPIDEMIC_DAYS, _NOW_DAYS = 400, 31  # between two counts of an epidemic, and between one and its article
_TOLD_AGAIN_DAYS = 90  # between articles of which one tells a toll again, and not when
_STAGE_DAYS = 45  # between two articles about one stage of something, as a round
_SHARE_DAYS, _VOTE_DAYS = 1, 5  # the same as `_UNDATED_DAYS` for shares that differ, and for those of one vote
_COUNTING_DAYS, _MOST_CORRECTED = 5, 1.5  # between a first and a last result of a vote, and points
_SUM_DAYS = 200  # between articles that give one large sum of one who is named
_DISTINCTIVE_DAYS = 1_000  # between articles that give one value of many digits, at two times: another year's march
_NEWS_DAYS = 10  # between two articles that give different counts of a thing that does not grow
_SAME_NEWS_DAYS = 2  # between articles that give one share of many digits, whatever times they name
_HUGE = 1_000_000  # a count that stays the same for a while, as a population
_STAYING = frozenset({"count", "measure"})  # kinds of figures that may stay the same for years


def differ_in_time(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether two figures are of different times."""
    if _is_after(first, second) or _is_after(second, first):
        return True
    if _is_same_stage(first, second):
        return publishing_days(first, second) > _STAGE_DAYS
    if values is Values.DIFFERENT:
        return not _are_of_one_count(first, second) and _differ_in_news(first, second)
    return _differ_in_event(first, second, is_distinctive=give_same_digits(first.figure, second.figure, values))


def _is_after(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one figure is of one more event, which was after the article of the other one."""
    if not (first.is_of_new_event and first.days and second.published):
        return False
    is_later = second.is_timed and second.days is not None and second.days.last < first.days.first
    return first.days.first > second.published or (is_later and first.days.first == second.published)


def _differ_in_event(first: CountedFigure, second: CountedFigure, *, is_distinctive: bool) -> bool:
    """Whether the same value is told of two times so far apart that it is so by chance."""
    apart, published_apart = days_apart(first, second), publishing_days(first, second)
    if _is_of_one_person(first, second):
        return published_apart > _DISTINCTIVE_DAYS
    if first.figure.kind == "money" and first.figure.value >= _HUGE and first.holder & second.holder:
        return published_apart > _SUM_DAYS
    if first.figure.kind == "percent":
        return _differ_in_share_time(first, second, is_distinctive=is_distinctive)
    if _is_background(first, second):
        return published_apart > _DISTINCTIVE_DAYS
    if is_distinctive:
        return published_apart > _DISTINCTIVE_DAYS and apart > _DISTINCTIVE_DAYS
    is_huge = abs(first.figure.value) >= _HUGE and not (first.is_crowd or second.is_crowd)
    is_lasting = first.figure.unit is not None or is_huge or _is_plan(first, second)
    return not (is_lasting and published_apart <= _LASTING_DAYS) and apart > _most_days_apart(first, second)


def _most_days_apart(first: CountedFigure, second: CountedFigure) -> int:
    """How many days may lie between two times of which one value of a thing is told."""
    if grow(first, second):
        return _GROWING_DAYS if first.is_timed and second.is_timed else _TOLD_AGAIN_DAYS
    is_timed = first.is_timed or second.is_timed
    if not is_timed:
        return _NEWS_DAYS
    is_of_days = first.is_dated and second.is_dated and (first.is_crowd or second.is_crowd)
    return _DATED_DAYS if is_of_days else _UNDATED_DAYS


def _differ_in_share_time(first: CountedFigure, second: CountedFigure, *, is_distinctive: bool) -> bool:
    """The same for shares: of two months, as of two years, they are two, and a target stays for a while."""
    if is_distinctive and publishing_days(first, second) <= _SAME_NEWS_DAYS:
        return False
    if first.is_timed and second.is_timed:
        return days_apart(first, second) > (_UNDATED_DAYS if first.is_dated or second.is_dated else 0)
    is_target = bool(first.whole_things & second.whole_things)
    most = _TOLD_AGAIN_DAYS if is_target else _SOON_DAYS
    return not is_distinctive and publishing_days(first, second) > most


def _is_plan(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value is of one thing that stays true for a while, as the jobs that a firm cuts, unlike a crowd."""
    is_alike = bool(first.things & second.things) or have_same_head(first, second)
    return is_alike and is_telling(first.figure) and not (first.is_crowd or second.is_crowd)


def _is_of_one_person(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one number of years is that of one who is named, as a sentence that a court of appeal looks at again."""
    is_sentence = not (first.is_of_vote or second.is_of_vote) and bool(first.things & second.things)
    return first.figure.kind == "duration" and is_sentence and not first.holder.isdisjoint(second.holder)


def _is_background(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value of one noun is a fact that texts tell whenever: `20 000 tonnes de fioul`, `33 mineurs`."""
    grows = grow(first, second) and not (first.is_kind and second.is_kind)
    may_stay = first.figure.kind in _STAYING and not (first.is_crowd or second.is_crowd or grows)
    are_timed = first.is_timed and second.is_timed
    is_of_march = first.is_of_day and second.is_of_day and days_apart(first, second) > 0
    are_kinds = first.is_kind and second.is_kind  # `42 prévenus`, at the trial and in the verdict
    is_told_late = publishing_days(first, second) > _TOLD_AGAIN_DAYS and not are_kinds
    is_told_of_day = are_timed and (is_of_march or is_told_late)
    is_telling = abs(first.figure.value) >= TELLING_VALUE
    return may_stay and not is_told_of_day and have_same_head(first, second) and is_telling


def _differ_in_news(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two articles tell two values at times so far apart that they are of two things."""
    if grow(first, second):
        return _differ_in_growth(first, second)
    if _goes_on(first, second):
        return publishing_days(first, second) > _LARGE_GROWING_DAYS
    apart, published_apart = days_apart(first, second), publishing_days(first, second)
    if first.is_dated and second.is_dated:
        return apart > _DATED_DAYS
    is_of_day_and_since = (first.is_dated and second.is_since) or (first.is_since and second.is_dated)
    if is_of_day_and_since or published_apart > _NEWS_DAYS:
        return True
    if first.figure.kind in SHARES:
        is_of_day = first.figure.kind == "ratio" or (first.is_crowd and second.is_crowd)  # `un train sur deux`
        return apart > (_DATED_DAYS if is_of_day else _VOTE_DAYS if _are_of_one_vote(first, second) else _SHARE_DAYS)
    is_timed_once = first.is_timed != second.is_timed
    return (published_apart if is_timed_once else apart) > _UNDATED_DAYS


def _differ_in_growth(first: CountedFigure, second: CountedFigure) -> bool:
    """The same of two counts of what goes on; a toll is told again with the day of its event."""
    apart, are_main = days_apart(first, second), first.is_main and second.is_main
    is_late = are_main and are_near(first.figure, second.figure)  # one more has died
    are_large = min(first.figure.value, second.figure.value) >= LARGE
    most = _TOLD_AGAIN_DAYS if is_late else _LARGE_GROWING_DAYS if are_large else _GROWING_DAYS
    if are_main and _is_of_epidemic_now(first) and _is_of_epidemic_now(second):
        most = _EPIDEMIC_DAYS
    is_told_again = first.is_timed and second.is_timed and apart == 0
    return apart > most or (not is_told_again and publishing_days(first, second) > most)


def _is_of_epidemic_now(counted: CountedFigure) -> bool:
    """Whether a figure counts what an epidemic has come to by the day of its article, not what an earlier one had."""
    if not (counted.days and counted.published):
        return counted.is_lasting
    return counted.is_lasting and counted.days.days_apart(DateRange(counted.published, counted.published)) <= _NOW_DAYS


def _goes_on(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether the later of two articles says that what both count by one noun has come to more by now."""
    earlier, later = sorted((first, second), key=lambda one: one.published or date.min)
    is_count = first.figure.kind == second.figure.kind == "count" and not (first.is_of_vote or second.is_of_vote)
    is_one_noun = bool(first.noun) and first.noun == second.noun and not (first.is_crowd or second.is_crowd)
    return is_count and is_one_noun and later.is_so_far and later.figure.value >= earlier.figure.value


def grow(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures are counts of something that go on, not of one day."""
    is_same_day = first.is_timed and second.is_timed and days_apart(first, second) == 0
    is_of_day = first.is_of_day and second.is_of_day and not is_same_day
    return (first.grows or second.grows) and not first.is_daily and not is_of_day


def _are_of_one_vote(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two shares may be what has been counted of one vote: they differ little, and nothing tells its round."""
    is_of_vote = first.is_of_vote and second.is_of_vote and not (STAGE in first.aspects or STAGE in second.aspects)
    return is_of_vote and not (first.is_expected or second.is_expected) and are_near(first.figure, second.figure)


def _are_of_one_count(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two shares are those of one candidate, before and after the last ballots were counted."""
    are_results = first.is_of_vote and second.is_of_vote and not (first.is_expected or second.is_expected)
    is_of_one = first.figure.kind == "percent" and not first.holder.isdisjoint(second.holder)
    is_near = abs(first.figure.value - second.figure.value) <= _MOST_CORRECTED
    return are_results and is_of_one and is_near and publishing_days(first, second) <= _COUNTING_DAYS


def _is_same_stage(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two shares are of one stage of something, as the first round of a vote."""
    stages = first.aspects.get(STAGE), second.aspects.get(STAGE)
    is_poll = first.is_expected or second.is_expected
    return first.figure.kind == "percent" and stages[0] is not None and stages[0] == stages[1] and not is_poll


def days_apart(first: CountedFigure, second: CountedFigure) -> int:
    """How many days lie between the times of which two figures tell."""
    return first.days.days_apart(second.days) if first.days and second.days else 0


def publishing_days(first: CountedFigure, second: CountedFigure) -> int:
    """How many days lie between the articles of two figures."""
    return abs((first.published - second.published).days) if first.published and second.published else 0
