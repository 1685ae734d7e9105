"""Numbers that count and measure nothing: dates, years, clock times, numbers of a series, of a list or in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.analysis.figures.context import Text
from tui_reader.analysis.figures.numerals import Numeral
from tui_reader.analysis.text.dates import month_names, words_of_dates
from tui_reader.model import Span

_YEARS = range(1500, 2101)  # whole numbers of four digits in this range, without a unit, are years
_DAYS = range(1, 32)
_REACH = 25  # code points before a number in which a word stands
_OPENERS = '«“"‘(['
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+(?:'[^\W\d_]+)?)")
_GAP = 5  # code points between the days of a date: `les 5 et 6 juin`


def figures_only(text: Text, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """The numerals of a sentence that may be figures."""
    kept: list[Numeral] = []
    dated: Numeral | None = None  # the last one to the right that belongs to a date
    for numeral in reversed(numerals):
        if numeral.score:
            kept.append(numeral)
            continue
        place = _Place(text, numeral, span)
        beside = dated is not None and dated.span.start - numeral.span.end <= _GAP and place.is_day
        if beside or _is_date(place):
            dated = numeral
        elif not _is_none(place):
            kept.append(numeral)
    return kept[::-1]


class _Place:
    """A numeral in its sentence, with the words beside it as the lexicon writes them, "" for none."""

    def __init__(self, text: Text, numeral: Numeral, sentence: Span) -> None:
        self.text, self.numeral, self.sentence = text, numeral, sentence
        start, end = numeral.span
        stretch = text.low[max(sentence.start, start - _REACH) : start]
        near = stretch.rstrip(" ")
        word = near.rsplit(" ", 1)[-1].rpartition("'")[2].lstrip(_OPENERS)
        self.before = word if word[-1:].isalnum() or word[-1:] in (".", "°") else ""
        after = _WORD_AFTER.match(text.low, end, sentence.end)
        self.word_before = Span(start - len(stretch) + len(near) - len(self.before), start)
        self.after = after[1] if after else ""
        self.digits = text.raw[start:end].isdigit()

    @property
    def is_day(self) -> bool:
        """Whether it may be the day of a month."""
        return self.numeral.unit is None and self.digits and self.numeral.value in _DAYS

    @property
    def counts(self) -> bool:
        """Whether a word follows that may be what is counted."""
        words = self.text.words
        return self.after != "" and not (
            self.after in self.text.numbers.sets["after_names"]
            or self.after in words.stops
            or self.after in words.leading
        )


def _is_date(place: _Place) -> bool:
    """`24 février`, `May 3`, `dimanche 24`, `le 12`, `in 1998`."""
    numeral, before = place.numeral, place.before.rstrip(".")
    if place.digits and _ends_a_season(place):
        return True
    if place.after in month_names() and abs(numeral.value) in _DAYS:
        return True
    if numeral.unit is not None or not place.digits:
        return place.digits and before in month_names()
    if place.is_day and before in words_of_dates() and len(before) > 2:
        return True
    if before in place.text.numbers.sets["date_before"] and not place.counts:
        return True
    year = numeral.span.end - numeral.span.start == 4 and numeral.value in _YEARS
    return year and not _is_count_like_a_year(place)


def _ends_a_season(place: _Place) -> bool:
    """`21` of `2020-21`."""
    raw, (start, end) = place.text.raw, place.numeral.span
    year = raw[max(0, start - 5) : start - 1]
    return end - start == 2 and raw[start - 1 : start] in ("-", "–") and year.isdecimal() and int(year) in _YEARS


def _is_count_like_a_year(place: _Place) -> bool:
    """`some 1500 people`: a plural right after it, and no word before it that stands before years."""
    text, (start, end) = place.text, place.numeral.span
    plural = place.after.endswith(text.words.plural_endings) and text.raw[end + 1].islower() and place.counts
    small = place.before in text.words.leading or place.before in text.words.stops
    qualified = text.low[max(place.sentence.start, start - 12) : start].rstrip()
    return plural and (not small or qualified.endswith(text.numbers.qualifier_words))


def _is_none(place: _Place) -> bool:
    """Clock times, list numbers, references, numbers of a series or inside a name, articles and idioms."""
    raw, low, rules, numeral = place.text.raw, place.text.low, place.text.numbers, place.numeral
    end = numeral.span.end
    if _is_reference(place) or place.after in rules.sets["number_after"] or _is_clock(place):
        return True
    if (numeral.spelled and _is_idiom(place)) or (numeral.fraction and _is_no_share(place)):
        return True
    if numeral.unit is not None:
        return False
    determined = numeral.spelled and place.before in place.text.words.determiners
    called = determined and (raw[numeral.span.start].isupper() or not place.counts)
    glued = low[end : end + 1].isalpha() and not low[end : end + 4].isalpha()  # `90s`, `3D`
    joined = raw[end : end + 1] == "-" and place.after not in rules.sets["joined"]
    same = place.digits and place.before in rules.sets["same"] and not rules.plural.search(place.after)
    if called or glued or same or (numeral.spelled and joined):  # `les Vingt-Sept`, `the two`, `deux-roues`
        return True
    series = place.before.rstrip(".") in rules.sets["number_names"]
    capital = place.after != "" and raw[end + 1].isupper()
    return series or (place.digits and _is_in_name(place) and (capital or not place.counts))


def _is_reference(place: _Place) -> bool:
    """`[3]`, `#3`, `@3`, and the number that heads an entry of a list."""
    raw, (start, end) = place.text.raw, place.numeral.span
    if start > 0 and raw[start - 1] in "[#@":
        return True
    return place.digits and start == place.sentence.start and raw[end : end + 1] in (".", ")")


def _is_in_name(place: _Place) -> bool:
    """`Toy Story 3`: a capital in the word before, which does not begin the sentence."""
    raw, start, words = place.text.raw, place.word_before.start, place.text.words
    capital = any(letter.isupper() for letter in place.word_before.of(raw))
    if place.before in words.leading or place.before in words.stops:
        return False  # `Toll Rises To 88`
    return capital and start > place.sentence.start and raw[start - 2 : start - 1] not in (".", "!", "?", "…")


def _is_clock(place: _Place) -> bool:
    """`à 15 heures`, `quatre heures du matin`: the hour, not how long."""
    rules, numeral = place.text.numbers, place.numeral
    if numeral.value > 24:
        return False
    rest = place.text.low[numeral.span.end + 1 : numeral.span.end + 20]
    if rest.startswith(tuple(rules.words["clock_after"])):
        return numeral.unit in (None, rules.kinds["duration"][2])
    return [numeral.unit] == rules.words["clock_unit"] and place.before in rules.sets["clock_before"]


def _is_idiom(place: _Place) -> bool:
    """`no one`, `one of them`, `several hundred`: words of numbers that count nothing."""
    rules, numeral, grammar = place.text.numbers, place.numeral, place.text.words
    first, *rest = numeral.span.of(place.text.low).split()
    if first in rules.bare_multiples:
        return True
    if first not in rules.ones or numeral.factor > 1 or numeral.value != 1:
        return False
    if place.before in rules.sets["ones_before"] or not rules.sets["ones_after"].isdisjoint((place.after, *rest)):
        return True
    verb = grammar.verbs.get(place.after)
    acts = place.after in grammar.modals or (verb is not None and "past" in verb.forms)
    nothing = not place.after or place.after in grammar.stops or place.after in grammar.leading
    return numeral.unit is None and (nothing or acts)


def _is_no_share(place: _Place) -> bool:
    """`a third man`, `the second half`: an ordinal, a part of a match."""
    rules, (first, *rest) = place.text.numbers, place.numeral.span.of(place.text.low).split()
    sets = rules.sets
    if place.before in sets["not_shares"]:
        return True
    if place.before in sets["shares_before"] or place.after in rules.of:
        return False
    if rest and first in sets["share_articles"] and rest[-1] in sets["ordinal_parts"]:
        return place.after != "" and place.after not in sets["comparatives"]
    return first in sets["bare_shares"] and place.after not in place.text.words.determiners
