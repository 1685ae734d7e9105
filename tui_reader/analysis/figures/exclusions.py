"""Leave out numbers that count and measure nothing: dates, clock times, numbers of a series, of a list, in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.text.dates import month_names, words_of_dates
from tui_reader.model import Span

_YEARS = frozenset(range(1500, 2101))  # whole numbers of four digits in this range, without a unit, are years
_EARLY_YEARS = frozenset(range(1000, 1500))  # these are years behind a word that leads to one
_LONGEST_CODE = 3  # capitals between a word of series and its number: `vol AF 447`
_YEAR_DIGITS = 4
_DAYS = frozenset(range(1, 32))
_MINUTES = 60
_HUNDRED = 100
_REACH = 25  # code points before a number in which a word stands
_OPENERS = '«“"‘(['
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+(?:'[^\W\d_]+)?)")
_OF_LIST = re.compile(r"\d{1,2}(?: ?[-–—/]|°) ?[«“\"]? ?[^\W\d_]")  # `1- Se laver les mains`
_GAP = 5  # code points between the days of a date: `les 5 et 6 juin`


def without_non_figures(text: FigureText, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """The numerals of a sentence that may be figures: no dates, and none that `_is_non_figure`."""
    contexts = [_NumeralInContext(text, numeral, span) for numeral in numerals if not numeral.score]
    dates = {context.numeral.span for context in contexts if _is_date(context)}
    if dates:
        dates |= _days_beside(contexts[::-1], dates)
        dates |= _days_beside([context for context in contexts if not context.counts], dates)
    non_figures = {
        context.numeral.span for context in contexts if context.numeral.span not in dates and _is_non_figure(context)
    }
    non_figures |= _series_beside(contexts)
    left_out = dates | non_figures
    return [numeral for numeral in numerals if numeral.score or numeral.span not in left_out]


def _days_beside(contexts: Sequence[_NumeralInContext], dates: Set[Span]) -> set[Span]:
    """The days that stand beside a date, in the order of `contexts`: `les 5 et 6 juin`, `June 5 to 12`."""
    days: set[Span] = set()
    for context, other in pairwise(contexts):
        first, second = sorted((context.numeral.span, other.numeral.span))
        beside = second.start - first.end <= _GAP and other.is_day
        if beside and (context.numeral.span in dates or context.numeral.span in days):
            days.add(other.numeral.span)
    return days


def _series_beside(contexts: Sequence[_NumeralInContext]) -> set[Span]:
    """The numbers of a series that stand beside one, in the order of `contexts`: `7` of `les lignes 4 et 7`."""
    series: set[Span] = set()
    for context, other in pairwise(contexts):
        text, spans = context.text, (context.numeral.span, other.numeral.span)
        joined = text.low[spans[0].end : spans[1].start].strip() in (",", "-", text.numbers.ranges["and"])
        begun = spans[0] in series or (context.numeral.unit is None and _is_of_series(context))
        if joined and begun and other.numeral.unit is None and other.digits and not _counts_plural(other):
            series.add(spans[1])
    return series


class _NumeralInContext:
    """A numeral in its sentence, with the words beside it as the lexicon writes them, "" for none.

    `word_before` is the span of `before` and of the blank behind it; `ahead` are the code points before the number.
    """

    def __init__(self, text: FigureText, numeral: Numeral, sentence: Span) -> None:
        self.text, self.numeral, self.sentence = text, numeral, sentence
        start, end = numeral.span
        stretch = text.low[max(sentence.start, start - _REACH) : start]
        near = stretch.rstrip(" ")
        self.ahead = stretch.rstrip()
        word = near.rsplit(" ", 1)[-1].rpartition("'")[2].lstrip(_OPENERS)
        self.before = word if word[-1:].isalnum() or word[-1:] in (".", "°") else ""
        after = _WORD_AFTER.match(text.low, end, sentence.end)
        self.word_before = Span(start - len(stretch) + len(near) - len(self.before), start)
        self.after = after[1] if after else ""
        self.digits = text.raw[start:end].isdigit()

    @property
    def is_shouted(self) -> bool:
        """Whether its sentence is in capitals."""
        return self.text.is_shouted(self.sentence)

    @property
    def is_round(self) -> bool:
        """Whether it is a whole number of hundreds."""
        return self.numeral.high is None and self.numeral.value % _HUNDRED == 0

    @property
    def is_day(self) -> bool:
        """Whether it may be the day of a month."""
        return self.numeral.unit is None and self.digits and self.numeral.value in _DAYS

    @property
    def counts(self) -> bool:
        """Whether a word follows that may be what is counted."""
        grammar = self.text.grammar
        return self.after != "" and not (
            self.after in self.text.numbers.context.after_names
            or self.after in grammar.stops
            or self.after in grammar.leading
        )


def _is_date(context: _NumeralInContext) -> bool:
    """Whether a number belongs to a date: `24 février`, `May 3`, `dimanche 24`, `le 12`, `in 1998`."""
    numeral, before = context.numeral, context.before.rstrip(".")
    if context.digits and _ends_a_season(context):
        return True
    if context.after in month_names() and abs(numeral.value) in _DAYS:
        return True
    if numeral.unit is not None or not context.digits:
        return context.digits and before in month_names()
    if context.is_day and before in words_of_dates() and len(before) > 2:
        return True
    if before in context.text.numbers.context.date_before and not context.counts:
        return True
    return _is_year(context)


def _is_year(context: _NumeralInContext) -> bool:
    """Whether a number is a year; one of the Middle Ages only behind a word that leads to one: `en 1215`."""
    numeral, number_context = context.numeral, context.text.numbers.context
    if any(f" {context.ahead}".endswith(f" {name}") for name in number_context.named_years):
        return True
    if numeral.span.end - numeral.span.start != _YEAR_DIGITS:
        return False
    is_led = context.before in number_context.year_before and not context.counts
    return (is_led and numeral.value in _EARLY_YEARS) or (
        numeral.value in _YEARS and not _is_count_like_a_year(context)
    )


def _ends_a_season(context: _NumeralInContext) -> bool:
    """Whether a number ends a season: `21` of `2020-21`."""
    raw, (start, end) = context.text.raw, context.numeral.span
    year = raw[max(0, start - 5) : start - 1]
    return end - start == 2 and raw[start - 1 : start] in ("-", "–") and year.isdecimal() and int(year) in _YEARS


def _is_count_like_a_year(context: _NumeralInContext) -> bool:
    """Whether what looks like a year is a count: `some 1500 people`, with a plural and no word that years follow."""
    text, (start, end) = context.text, context.numeral.span
    if not (context.after.endswith(text.grammar.plural_endings) and text.raw[end + 1].islower() and context.counts):
        return False
    small = context.before in text.grammar.leading or context.before in text.grammar.stops
    qualified = text.low[max(context.sentence.start, start - 12) : start].rstrip()
    return not small or qualified.endswith(text.numbers.qualifier_words)


def _is_non_figure(context: _NumeralInContext) -> bool:
    """Whether a number counts nothing: of a clock, a list, a reference, a series, a name, an article or an idiom."""
    raw, low, numbers, numeral = context.text.raw, context.text.low, context.text.numbers, context.numeral
    end = numeral.span.end
    if (
        _is_reference(context)
        or _is_race(context)
        or context.after in numbers.context.number_after
        or _is_clock(context)
    ):
        return True
    if (numeral.spelled and _is_idiom(context)) or (numeral.fraction and _is_no_share(context)):
        return True
    if numeral.unit is not None:
        return False
    determined = numeral.spelled and context.before in context.text.grammar.determiners
    called = determined and (raw[numeral.span.start].isupper() or not context.counts)
    glued = low[end : end + 1].isalpha() and not low[end : end + 4].isalpha()  # `90s`, `3D`
    hyphenated = raw[end : end + 1] == "-"
    of_tries = context.after in numbers.context.tries  # `3-for-5`
    joined = hyphenated and (of_tries or (numeral.spelled and context.after not in numbers.context.joined))
    indexed = hyphenated and context.after in numbers.context.indexed
    same = context.digits and context.before in numbers.context.same and not numbers.plural.search(context.after)
    if called or glued or same or indexed or joined:  # `les Vingt-Sept`, `the two`, `deux-roues`
        return True
    capital = context.after != "" and raw[end + 1].isupper()
    in_name = context.digits and _is_in_name(context) and not context.is_shouted
    is_named = capital or not context.counts or context.after in numbers.context.indexed  # `the FT 100 index`
    return _is_of_series(context) or (in_name and is_named)


def _is_of_series(context: _NumeralInContext) -> bool:
    """Whether a number tells which one of a series: `article 5`, `Terminal 2`, `flight BA 447`."""
    start, names = context.word_before.start, context.text.numbers.context.number_names
    code = context.word_before.of(context.text.raw)
    if code.isupper() and len(code) <= _LONGEST_CODE:
        ahead = context.text.words_before(context.sentence.start, start)
        if ahead and ahead[-1] in names:
            return True
    named = context.text.raw[start : start + 1].isupper() and not context.is_shouted
    in_series = context.before.rstrip(".") in names
    return in_series and (named or not _counts_plural(context))


def _counts_plural(context: _NumeralInContext) -> bool:
    """Whether a plural follows a number."""
    return context.counts and context.text.numbers.plural.search(context.after) is not None


def _is_reference(context: _NumeralInContext) -> bool:
    """Whether a number is a reference, or heads an entry of a list: `[3]`, `#3`, `@3`, `3. Sing`."""
    raw, (start, end) = context.text.raw, context.numeral.span
    if start > 0 and raw[start - 1] in "[#@":
        return True
    if raw[end - 1] in "°)" and _OF_LIST.match(raw, start) and start == context.sentence.start:
        return True  # `1° Le vaccin est gratuit`
    if not context.digits:
        return False
    if raw[end : end + 1] == ")":  # `1) le froid, 2) le vent`, not `(sur 18)`
        before = raw[context.sentence.start : start]
        return before.count("(") <= before.count(")")
    return start == context.sentence.start and (raw[end : end + 1] == "." or _OF_LIST.match(raw, start) is not None)


def _is_race(context: _NumeralInContext) -> bool:
    """Whether a number names a race by its length: `le 100 m`, `the 1,500 metres`."""
    words = context.text.numbers.context
    return context.before in words.races_after and context.numeral.unit in words.race_units and context.is_round


def _is_in_name(context: _NumeralInContext) -> bool:
    """Whether a number ends a name: `Toy Story 3`, with a capital in the word before that begins no sentence."""
    raw, start, grammar = context.text.raw, context.word_before.start, context.text.grammar
    capital = any(letter.isupper() for letter in context.word_before.of(raw))
    if context.before in grammar.leading or context.before in grammar.stops:
        return False  # `Toll Rises To 88`
    return capital and start > context.sentence.start and raw[start - 2 : start - 1] not in (".", "!", "?", "…")


def _ends_hour(context: _NumeralInContext) -> bool:
    """Whether a number tells the minutes past one o'clock, which is no number itself: `à une heure dix`."""
    return context.ahead.endswith(context.text.numbers.context.one_o_clock)


def _is_clock(context: _NumeralInContext) -> bool:
    """Whether a number is the hour of the day, not how long: `à 15 heures`, `quatre heures du matin`."""
    numbers, numeral = context.text.numbers, context.numeral
    if numeral.unit is None and numeral.spelled and numeral.value < _MINUTES and _ends_hour(context):
        return True
    if numeral.value > 24:
        return False
    rest = context.text.low[numeral.span.end + 1 : numeral.span.end + 20]
    if rest.startswith(numbers.context.clock_after):
        return numeral.unit in (None, numbers.kinds["duration"][2])
    is_rate = context.after in numbers.ranges["each"]  # `porté à neuf heures par semaine`
    is_rate = is_rate or (numeral.unit is not None and context.after in numbers.of)  # `après deux heures de débats`
    is_led = context.before in numbers.context.clock_before or context.ahead.endswith(numbers.context.clock_phrases)
    is_led = is_led or _begins_opening_hours(context)
    return numeral.unit == numbers.context.clock_unit and is_led and not is_rate


def _begins_opening_hours(context: _NumeralInContext) -> bool:
    """`ouvert de 9 heures à 19 heures`, `de 20 h à 8 h, on attend`, not `une attente de 5 heures à 8 heures`."""
    text = context.text
    ranges, ahead = text.numbers.ranges, text.words_before(context.sentence.start, context.word_before.start)
    is_first = context.before in ranges["from"] and context.after == ranges["to"]
    return is_first and (not ahead or not text.numbers.context.opening.isdisjoint(ahead))


def _is_idiom(context: _NumeralInContext) -> bool:
    """Whether number words are an idiom that counts nothing: `no one`, `one of them`, `several hundred`."""
    numbers, numeral, grammar = context.text.numbers, context.numeral, context.text.grammar
    first, *rest = numeral.span.of(context.text.low).split()
    if first in numbers.bare_multiples:
        return True
    if first not in numbers.ones or numeral.factor > 1 or numeral.value != 1 or _begins_range(context):
        return False
    if context.before in numbers.context.ones_before or not numbers.context.ones_after.isdisjoint(
        (context.after, *rest)
    ):
        return True
    if _is_of_speaker(context):
        return True
    verb = grammar.verbs.get(context.after)
    acts = context.after in grammar.modals or (verb is not None and "past" in verb.forms)
    nothing = not context.after or context.after in grammar.stops or context.after in grammar.leading
    return numeral.unit is None and (nothing or acts)


def _is_of_speaker(context: _NumeralInContext) -> bool:
    """`One senior envoy said`, `said one keeper`: whether a word for one is the article of who says something."""
    text, grammar = context.text, context.text.grammar
    if grammar.head_first or context.numeral.unit is not None:
        return False
    before, tokens = (
        grammar.verbs.get(context.before),
        text.after(Span(context.numeral.span.end, context.sentence.end), most=4),
    )
    noun = next((index for index, token in enumerate(tokens[:3]) if grammar.noun_kind(token.low) == "person"), None)
    if noun is None:
        return False
    says_before = before is not None and before.level == "saying" and "finite" in before.forms
    cue = grammar.verbs.get(tokens[noun + 1].low) if noun + 1 < len(tokens) else None
    return says_before or (cue is not None and cue.level == "saying" and "finite" in cue.forms)


def _begins_range(context: _NumeralInContext) -> bool:
    """Whether a joint and a higher number follow: `une à deux semaines`."""
    numbers, end = context.text.numbers, context.numeral.span.end
    joint, following = (*context.text.low[end : end + _REACH].split(" ", 3)[1:3], "", "")[:2]
    return joint in numbers.ranges["joints"] and numbers.counts.match(following) is not None


def _is_side_of_place(context: _NumeralInContext) -> bool:
    """`la moitié nord du pays`, not `la moitié est partie`."""
    *_, side, of = ("", "", *context.text.low[context.numeral.span.end :][:_REACH].split()[:2])
    sides = context.text.numbers.context.sides_of_place
    return side.partition("-")[0] in sides and of.partition("'")[0] in context.text.numbers.of


def _is_no_share(context: _NumeralInContext) -> bool:
    """Whether what reads like a share is an ordinal or a part of a match or a land: `a third man`, `la moitié nord`."""
    numbers, (first, *rest) = context.text.numbers, context.numeral.span.of(context.text.low).split()
    number_context = numbers.context
    if numbers.part_counts.get(first.partition("-")[0], 0) > 1:  # `the two-thirds majority`
        return False
    if context.before in number_context.not_shares or _is_side_of_place(context):
        return True
    if context.before in number_context.shares_before or context.after in numbers.of:
        return False
    if rest and first in number_context.share_articles and rest[-1] in number_context.ordinal_parts:
        is_apart = context.before == "" and context.text.raw.startswith(",", context.numeral.span.end)
        return is_apart or context.after not in ("", *number_context.comparatives)  # `; un huitième, indemne, a`
    is_followed = context.after in context.text.grammar.determiners or context.after in numbers.fold_links
    return first in number_context.bare_shares and not is_followed
