"""Whether two figures of articles about one event give the same thing at the same point of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tui_reader.evidence.counted import EXTENT, HARM, STAGE, CountedFigure, have_same_head
from tui_reader.evidence.time_comparison import days_apart, differ_in_time, grow, publishing_days
from tui_reader.evidence.values import (
    LARGE,
    MILLION,
    SHARES,
    TELLING_VALUE,
    Values,
    compare,
    give_same_digits,
    has_known_length,
    is_distinctive,
    is_rounding,
    is_telling,
    is_told_to_fewer_digits,
    seconds_of,
)

_MOST_GROWTH, _MOST_LARGE_GROWTH, _MOST_RATIO = 8.0, 15.0, 5.0
"""Between two counts of one thing that grows, the same where both are large, and of another thing."""
_MOST_SHARE_RATIO = 1.5  # the same of two shares of a vote
_MOST_FIRST_GROWTH = 100.0  # of what only rises, from one day to another: the first toll of a catastrophe
_LEAST_FALL = 0.8  # of a count that only rises, in a later article, for a correction
_SUM_DAYS, _CONTEXT_DAYS = 7, 200  # between two articles that give one sum, and that do so in the same words
ONE_STORY_DAYS = 1_000
"""How many days may lie between articles of one event, the last of which looks back."""
_SEATED_DAYS = 14  # between so many seats and so many votes of those who have them
_ONE_EVENT_DAYS = 90  # between two times at which a value is given of which nothing else is known
_MANY = 1_000  # a count from which on two in articles of one event are hardly the same by chance
_LITTLE = 0.2  # how much it tells that values are equal where words are shared
_TELLING_CONTEXT = 4  # words that are shared by the sentences and titles of these
_MOST_CLOSENESS = 0.3  # that values tell which are nearly equal
_MINUTE = 60  # seconds
_LEAST_ROUNDED: Mapping[str, float] = {
    "count": _MANY,
    "money": MILLION,
    "measure": TELLING_VALUE,
    "percent": TELLING_VALUE,
}
"""The least amount of each kind of figures that one may know again when it is rounded."""
_PAIR, _FEW = 2, 4  # of what any article has, and persons that it may have twice
_FEWEST_WORDS = 2  # that two sentences share where no word tells what is counted
_WORDLESS = frozenset({"money", "percent"})  # kinds of figures whose value tells more than the words around
_OF_YEARS = frozenset({"age", "duration"})  # kinds of figures that one number of years may have
_UNSAID = frozenset({"money", "count", "measure"})  # kinds of figures whose unit may be left unsaid
_DIGITS = re.compile(r"\d+")


def may_be_same(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures may be in one group: those of one article as two sources of one count, or two wordings."""
    values = compare(first.figure, second.figure)
    if first.article_index == second.article_index:
        is_main_count = first.is_main and second.is_main and is_rounding(first.figure, second.figure)
        may_be_of_two_sources = _have_two_sources(first, second) and _is_same_unit(first, second)
        is_of_two_sources = may_be_of_two_sources and _sameness(first, second, values) is not None
        is_of_two_days = (
            first.is_earlier != second.is_earlier and grow(first, second) and bool(first.things & second.things)
        )
        return values is Values.EQUAL or is_main_count or is_of_two_sources or is_of_two_days
    is_one_large = values is Values.EQUAL and abs(first.figure.value) >= _MANY
    if first.is_main and second.is_main and grow(first, second) and not is_one_large:
        differ = differ_in_aspect(first, second, values) or _differ_in_thing(first, second, values)
        return not differ and not _fall(first, second)
    is_rounded_crowd = values is Values.ROUNDED and first.is_crowd and second.is_crowd
    is_told_rougher = is_told_to_fewer_digits(first.figure, second.figure)
    is_one_value = is_told_rougher or (values is not Values.DIFFERENT and not is_rounded_crowd)
    return is_one_value or (_is_same_unit(first, second) and _counts_same(first, second, values) is not None)


def _have_two_sources(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures of one article are those of two sources; of a crowd, one sentence gives both."""
    if first.figure.attribution != second.figure.attribution:
        return True
    return first.is_crowd and second.is_crowd and first.figure.sentence == second.figure.sentence


def are_two_accounts(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether a sentence gives one count of a crowd twice: `18 500 selon la préfecture, 50 000 selon la CGT`."""
    sources = first.figure.attribution, second.figure.attribution
    are_crowds = first.is_crowd and second.is_crowd and first.figure.kind == second.figure.kind
    is_one_sentence = first.figure.sentence == second.figure.sentence
    return are_crowds and is_one_sentence and None not in sources and sources[0] != sources[1]


def likeness(first: CountedFigure, second: CountedFigure, values: Values) -> float | None:
    """How much tells that two figures give the same thing; None where they do not."""
    if not _is_same_unit(first, second):
        return None
    sameness = _sameness(first, second, values)
    if sameness is None:
        return None
    if values is Values.DIFFERENT:
        closeness = _closeness(first, second) if first.grows and second.grows else 0.0
        return sameness + closeness if _is_near_enough(first, second) else None
    return sameness + 1.0


def give_one_value_only(first: CountedFigure, second: CountedFigure, values: Values, *, are_of_one_event: bool) -> bool:
    """Whether two articles give a value once each, and nothing says that it is of two things.

    A count has to be telling: three or ten of something are in any article. Where the articles are surely of one event,
    the second may be years later.
    """
    if values is Values.DIFFERENT or first.is_repeated or second.is_repeated or not _is_same_unit(first, second):
        return False
    if values is Values.ROUNDED and not _is_rounded_amount(first, second):
        return False
    match first.figure.kind, second.figure.kind:
        case "count", "count":
            is_many = abs(first.figure.value) >= _MANY
            is_of_noun = are_of_one_event and have_same_head(first, second) and first.figure.value > _FEW
            is_told = is_telling(first.figure) or is_of_noun
            is_telling_count = is_many or (is_told and not (first.grows or second.grows))
            are_kinds = first.is_kind and second.is_kind and not is_many  # `20 assaillants`, `20 suspects`
            fewest = 0 if is_many else _FEWEST_WORDS
            is_alike = is_telling_count and not are_kinds and len(first.context & second.context) >= fewest
        case "percent", "percent":
            is_alike = not (first.head and second.head) or have_same_head(first, second)
        case ("money", _) | (_, "money"):
            is_told_once = is_distinctive(first.figure) and is_distinctive(second.figure)
            is_alike = bool(first.things) == bool(second.things) or is_told_once
        case "duration", "duration":
            values_told = (first.figure.value, second.figure.value, seconds_of(first.figure) / _MINUTE)
            is_exact = any(value % 1 for value in values_told)  # `1 min 13 s`, `73 secondes`; `un quart d'heure`
            is_one_unit = first.figure.unit == second.figure.unit
            is_telling_number = is_one_unit and abs(first.figure.value) > (_PAIR if are_of_one_event else _FEW)
            is_alike = is_exact or is_telling_number or len(first.context & second.context) >= _FEWEST_WORDS
        case _:
            is_alike = True
    is_other_limit = first.is_limit != second.is_limit
    if not is_alike or is_other_limit or differ_in_aspect(first, second, values):
        return False
    if are_of_one_event and _may_be_told_later(first, second, values):
        return publishing_days(first, second) <= ONE_STORY_DAYS
    return not differ_in_time(first, second, values) and days_apart(first, second) <= _ONE_EVENT_DAYS


def count_known_ones(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether two articles of one event count the same persons: `le procès de sept jeunes`, `les sept prévenus`.

    Two of something are in any article.
    """
    are_counts = first.figure.kind == second.figure.kind == "count"
    if not are_counts or values is not Values.EQUAL:
        return False
    is_told_before = (first.is_known or second.is_known) and first.figure.value > _PAIR
    may_be_one_noun = not (first.head and second.head) or len(first.context & second.context) >= _FEWEST_WORDS
    are_persons = first.is_person and second.is_person and first.figure.value > _FEW and may_be_one_noun
    is_one_noun = bool(first.noun) and first.noun == second.noun
    is_one_thing = first.is_part == second.is_part and (
        not (first.things and second.things) or bool(first.things & second.things)
    )
    is_told_apart = first.is_daily != second.is_daily or first.is_limit != second.is_limit
    return is_told_before and (are_persons or is_one_noun) and is_one_thing and not is_told_apart


def _may_be_told_later(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether one value of what stays as it was may be told again whenever: how long a voyage was."""
    is_of_two_times = (first.is_timed and second.is_timed) or first.is_of_vote
    may_change = first.grows or second.grows or first.is_crowd or second.is_crowd or first.recurs or second.recurs
    is_share = first.figure.kind == "percent"
    is_told = not is_share or abs(first.figure.value) >= TELLING_VALUE
    return values is Values.EQUAL and is_told and not (is_of_two_times or may_change)


def _is_rounded_amount(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one large amount is another one, told to fewer digits: `78 441 spectateurs`, `près de 80 000`.

    That two different nouns are for one thing, only the very same value tells.
    """
    kind = first.figure.kind
    least = _LEAST_ROUNDED.get(kind)
    if second.figure.kind != kind or least is None:
        return False
    are_large = min(abs(first.figure.value), abs(second.figure.value)) >= least
    is_exact = is_distinctive(first.figure) or is_distinctive(second.figure)
    is_one_noun = not (first.head and second.head) or first.noun == second.noun
    is_one_thing = first.things == second.things or not (first.things and second.things)
    return are_large and is_exact and is_one_noun and is_one_thing


def _closeness(first: CountedFigure, second: CountedFigure) -> float:
    """How near two values are to each other, which tells them from others of one thing in an article."""
    least, most = sorted((abs(first.figure.value), abs(second.figure.value)))
    return _MOST_CLOSENESS * (least / most if most else 1.0)


def _sameness(first: CountedFigure, second: CountedFigure, values: Values) -> float | None:
    """How much tells that two figures of one unit give the same thing, however far apart their values are."""
    sameness = _counts_same(first, second, values)
    is_one_number = values is Values.EQUAL and is_distinctive(first.figure)
    is_part_only = _are_whole_and_part(first, second) and not is_one_number
    if sameness is None or is_part_only or _are_of_two_places(first, second, values):
        return None
    return None if values is Values.DIFFERENT and _differ_in_part(first, second) else sameness


def _counts_same(first: CountedFigure, second: CountedFigure, values: Values) -> float | None:
    """How much tells that two figures of one unit count the same thing at one time, be it in whole or in part."""
    is_score = first.figure.kind == "score"
    thing = _score_sameness(first, second) if is_score else _thing_in_common(first, second, values)
    if thing is None or differ_in_aspect(first, second, values):
        return None
    return None if differ_in_time(first, second, values) else thing


# What is counted


def _is_same_unit(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures have one unit, which one of them may leave unsaid: `814 millions`, `329 pour`."""
    kinds = {first.figure.kind, second.figure.kind}
    if first.figure.unit == second.figure.unit and (len(kinds) == 1 or kinds == _OF_YEARS):
        return True
    if kinds == {"duration"}:
        return has_known_length(first.figure) and has_known_length(second.figure)
    if kinds == SHARES:
        return have_same_head(first, second) or bool(first.things & second.things)
    is_first_bare = first.figure.kind == "count" and first.figure.unit is None
    bare_counted = first if is_first_bare else second
    bare, other = bare_counted.figure, (second if is_first_bare else first).figure
    if bare.kind != "count" or bare.unit is not None or other.kind not in _UNSAID:
        return False
    if other.kind == "money":
        is_sum = not bare_counted.is_person and bare.value >= MILLION
        may_be_sum = is_sum and (not bare_counted.head or is_distinctive(bare))
        return may_be_sum and compare(bare, other) is not Values.DIFFERENT
    is_of_persons = other.kind == "measure" and bare_counted.is_person  # `550 m`, `550 abonnés`
    may_be_unsaid = (is_distinctive(bare) and not is_of_persons) or bare.what is None
    values = compare(bare, other)
    is_rounded_count = other.kind == "count" and values is Values.ROUNDED and is_distinctive(bare)  # of votes
    return may_be_unsaid and (values is Values.EQUAL or is_rounded_count)


def _score_sameness(first: CountedFigure, second: CountedFigure) -> float | None:
    """Two scores are those of one match where one of its sides is named beside both, or of one vote."""
    if _DIGITS.findall(first.figure.clean) != _DIGITS.findall(second.figure.clean):
        return None
    is_match = (first.names | first.holder) & (second.names | second.holder)
    return 1.0 if is_match or first.things & second.things else None


def _thing_in_common(first: CountedFigure, second: CountedFigure, values: Values) -> float | None:
    """How much tells that two figures count the same thing; None where that is not told."""
    if _differ_in_thing(first, second, values):
        return None
    is_equal = values is Values.EQUAL
    is_distinctive = give_same_digits(first.figure, second.figure, values)
    if first.things & second.things:
        return 1.0 + (0.5 if have_same_head(first, second) else 0.0) + (0.5 if is_distinctive else 0.0)
    if first.kin & second.kin and _share_aspect(first, second, HARM):
        return 0.5
    shared_context = len(first.context & second.context)
    are_of_heads = bool(first.head and second.head) and not is_equal
    is_share_of_one = first.figure.kind == "percent" and first.holder & second.holder and not are_of_heads
    is_share_of_place = first.figure.kind == "percent" and values is Values.ROUNDED
    is_value_of_place = (
        (is_equal or is_share_of_place) and is_telling(first.figure) and _are_of_one_place(first, second)
    )
    are_alike = _have_same_noun(first, second, values) or is_share_of_one or is_value_of_place
    if are_alike or (is_equal and first.stems & second.stems):
        return 0.5 + (0.5 if shared_context >= _FEWEST_WORDS else 0.0)
    return _LITTLE if _give_one_value(first, second, values, is_distinctive=is_distinctive) else None


def _have_same_noun(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether one noun stands for what both count; where two values are those of persons, it is the same word."""
    if values is Values.DIFFERENT and first.is_person and second.is_person:  # `43 lycéens`, `29 élèves`
        return have_same_head(first, second)
    return bool(first.noun) and first.noun == second.noun


def _give_one_value(first: CountedFigure, second: CountedFigure, values: Values, *, is_distinctive: bool) -> bool:
    """Whether one value and the words around tell that two figures give the same thing, though none names it."""
    shared_context = len(first.context & second.context)
    if shared_context < (1 if is_distinctive else _FEWEST_WORDS):
        return False
    is_equal = values is Values.EQUAL
    if is_equal and first.is_kind and second.is_kind and shared_context >= _TELLING_CONTEXT:
        return True  # `quatre gardiens`, `quatre surveillants`
    is_untold = not (first.things or first.stems) or not (second.things or second.stems)
    is_size = first.figure.kind == "measure" and abs(first.figure.value) >= TELLING_VALUE
    may_be_untold = is_untold or is_size or _may_be_same_persons(first, second)
    may_be_same_value = is_equal and (is_telling(first.figure) or _is_sum_of_day(first, second))
    is_chance = not is_distinctive and not (may_be_untold and may_be_same_value)
    is_of_two_sums = first.figure.kind == "money" and (first.is_repeated or second.is_repeated)
    return not (is_chance or is_of_two_sums)


def _differ_in_thing(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether the words say that two figures count different things."""
    if first.things & second.things:
        is_toll = first.is_main and second.is_main and first.grows
        is_of_kind = (first.is_kind or second.is_kind) and not have_same_head(first, second)
        return values is Values.DIFFERENT and is_of_kind and not is_toll  # policemen among the dead
    if first.is_limit != second.is_limit:
        return True
    is_wordless = first.figure.kind in _WORDLESS and give_same_digits(first.figure, second.figure, values)
    if is_wordless or (have_same_head(first, second) and not (first.things and second.things)):
        is_other_part = first.is_part != second.is_part and first.grows != second.grows
        return is_other_part and first.is_kind and values is Values.DIFFERENT  # hostages that fled, and dead ones
    may_be_same_persons = values is Values.EQUAL and _may_be_same_persons(first, second)
    if first.things and second.things:
        is_one_state = first.is_part and second.is_part and _share_aspect(first, second, HARM)
        is_one_number = may_be_same_persons and is_distinctive(first.figure)  # `228 à bord`, `228 victimes`
        is_one_day = not first.is_of_vote or publishing_days(first, second) <= _SEATED_DAYS
        is_of_kin = bool(first.kin & second.kin) and ((values is Values.EQUAL and is_one_day) or is_one_state)
        return not (is_of_kin or is_one_number)
    if may_be_same_persons:
        return False  # `22 écoliers ont péri`, `22 enfants`
    is_toll = (first.grows and bool(second.head)) or (second.grows and bool(first.head))
    is_of_kind = first.is_kind or second.is_kind
    return is_toll or (is_of_kind and values is Values.DIFFERENT)


def _is_sum_of_day(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two articles of a day or the next give one sum, or where neither tells of what, of a few days."""
    is_of_one = not first.holder.isdisjoint(second.holder)
    is_telling = is_of_one or len(first.context & second.context) >= _TELLING_CONTEXT
    most_days = _CONTEXT_DAYS if is_telling else 1 if first.things or second.things else _SUM_DAYS
    return first.figure.kind == "money" and publishing_days(first, second) <= most_days


def _may_be_same_persons(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one value that is no round one counts persons in both places."""
    figure = first.figure
    return first.is_person and second.is_person and is_telling(figure) and figure.value % 10 != 0


# What makes two counts of a thing different ones


def differ_in_aspect(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether something is true of one figure that is not of the other."""
    if first.is_daily != second.is_daily:
        return True
    is_distinctive = give_same_digits(first.figure, second.figure, values)
    is_one_share = is_distinctive and bool(first.holder & second.holder)
    is_of_vote = first.is_of_vote or second.is_of_vote
    is_of_round = is_of_vote or values is Values.DIFFERENT
    ignored = STAGE if is_one_share or not is_of_round else None  # a share of the first round, told before the second
    if any(second.aspects.get(group, name) != name for group, name in first.aspects.items() if group != ignored):
        return True
    if values is not Values.EQUAL and is_of_vote and first.is_expected != second.is_expected:
        return True  # a poll, and a result
    if _are_of_two_votes(first, second, values):
        return True
    is_share = first.figure.kind == "percent" and bool(first.holder) and bool(second.holder)
    return is_share and not is_distinctive and first.holder.isdisjoint(second.holder)


def _are_of_two_votes(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether two sides stand against two others, or one side against two, in articles of two days."""
    if first.opposed is None or second.opposed is None:
        return False
    if values is Values.EQUAL:
        return first.opposed != second.opposed
    return values is Values.DIFFERENT and publishing_days(first, second) > 0


def _are_of_two_places(first: CountedFigure, second: CountedFigure, values: Values) -> bool:
    """Whether one of two tolls is that of a place that has no name in common with what is told of the other one."""
    is_one_value = values is Values.ROUNDED and min(abs(first.figure.value), abs(second.figure.value)) >= _MANY
    if not (first.rises and second.rises) or is_one_value or give_same_digits(first.figure, second.figure, values):
        return False
    if first.site and second.site and (first.is_one_of_sites or second.is_one_of_sites):
        return first.site.isdisjoint(second.site)
    return any(
        bool(part.local_names and other.near_names) and part.near_names.isdisjoint(other.near_names | other.places)
        for part, other in ((first, second), (second, first))
        if not part.is_main
    )


def _differ_in_part(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two different values are of a whole and a part of it, or of two parts."""
    if _are_of_one_part(first, second):
        return False
    is_one_place = _are_of_one_place(first, second)
    if (
        (first.is_part != second.is_part and not _is_part_of_place(first, second))
        or first.side_names - second.near_names - second.places
        or second.side_names - first.near_names - first.places
    ):
        return True
    if first.is_crowd and second.is_crowd and first.places != second.places:
        return first.places.isdisjoint(second.places)
    if first.figure.kind == "percent" or _is_share(first):
        is_named = not first.holder.isdisjoint(second.holder)
        is_one_thing = first.noun == second.noun or bool(first.whole_things & second.whole_things)
        return not is_named and (bool(first.holder | second.holder) or not is_one_thing)
    if not (first.grows or second.grows):
        is_crowd = first.is_crowd or second.is_crowd
        return first.is_main != second.is_main and not is_crowd and not first.local_names & second.local_names
    return not (first.is_main and second.is_main) and not is_one_place


def _are_of_one_part(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures are of a kind, or of one part: `dont six grièvement`, `trois blessés graves`."""
    are_parts = first.is_part and second.is_part
    if (first.is_kind or are_parts) and first.head == second.head:
        return True
    return (are_parts and _share_aspect(first, second, HARM)) or _share_aspect(first, second, EXTENT)


def _share_aspect(first: CountedFigure, second: CountedFigure, group: str) -> bool:
    """Whether of a group of aspects the same one is true of both figures."""
    return group in first.aspects and first.aspects[group] == second.aspects.get(group)


def _are_whole_and_part(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one of two tolls is a part of all, which has about as many."""
    are_tolls = first.grows and second.grows and not have_same_head(first, second)
    return are_tolls and first.is_part != second.is_part and not _is_part_of_place(first, second)


def _is_part_of_place(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether the part is that of a place whose count the other article gives: `264 morts, dont 151 à Merkès`."""
    part, other = (first, second) if first.is_part else (second, first)
    return bool(part.names & other.near_names & (part.local_names | other.local_names))


def _are_of_one_place(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one name stands beside two figures, or tells their place, that not both titles have."""
    names, other_names = first.near_names | first.places, second.near_names | second.places
    return bool(first.local_names & other_names or names & second.local_names)


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
    return high / low <= (_MOST_LARGE_GROWTH if low >= LARGE else _MOST_GROWTH)


def _fall(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether of two counts of what only rises the one of the later article is too low."""
    if not (_are_of_two_days(first, second) and first.rises and second.rises) or first.states & second.states:
        return False
    earlier, later = sorted((first, second), key=lambda one: one.published or date.min)
    return later.figure.value < _LEAST_FALL * earlier.figure.value


def _are_of_two_days(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether two figures stand in articles of two days."""
    return first.published is not None and second.published is not None and first.published != second.published
