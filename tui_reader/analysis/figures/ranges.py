"""Numerals that belong together, ranges and ratios, and what qualifies them."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.figures.context import Text
from tui_reader.analysis.figures.numerals import Numeral
from tui_reader.model import Span

_GAP = 8  # code points between the ends of a range, at most
_SCORES = range(30)  # what two numbers joined by `to` may be worth if they are the end of a match
_REACH = 30  # code points of a qualifier and the word between it and its number
_MOST_TIMES = 10  # the low end of a range in which a change lies: `fell by 8,200 to 311,000` is none
_RATIO_WORDS = 3  # between the two numbers of a ratio
_LEAST_SCALED = 1000  # a low end below this is meant in the multiple of the high end: `8 à 10 milliards`


def joined(text: Text, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """The numerals of a sentence with ranges and ratios made one, and what qualifies each."""
    return [
        one if one.score else _qualified(text, one, span) for one in _ratios(text, _ranges(text, numerals, span), span)
    ]


def _ranges(text: Text, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """`60 à 70 %`, `entre 10 et 15`, `trois ou quatre`: one numeral; `de 75 % à 50 %` stays two."""
    found: list[Numeral] = []
    for numeral in numerals:
        one = found[-1] if found else None
        between = _between(text, one, numeral) if one else None
        if one is None or between is None or one.high is not None or numeral.high is not None:
            found.append(numeral)
        elif _is_no_range(text, one, numeral, between, span):
            found.pop()
        elif _makes_range(text, one, numeral, between, span):
            found[-1] = _range(one, numeral)
        else:
            if one.unit is None and numeral.unit and _is_of_one_unit(text, numeral.unit, between):
                found[-1] = one._replace(unit=numeral.unit)
            found.append(numeral)
    return found


def _is_of_one_unit(text: Text, unit: str, between: str) -> bool:
    """`de douze à six mois`, `143 des 289 voix`: the unit said of the second holds for the first."""
    numbers = text.numbers
    return between == numbers.ranges["to"] or (
        unit in numbers.kinds["count"] and between.split(" ", maxsplit=1)[0] in numbers.of
    )


def _between(text: Text, one: Numeral, other: Numeral) -> str | None:
    """The joint between two numerals; None where they stand too far apart for one."""
    if other.span.start - one.span.end > _GAP:
        return None
    words = text.low[one.span.end : other.span.start].strip()
    return words if words in text.numbers.ranges["joints"] else words.lstrip("- ")


def _is_no_range(text: Text, one: Numeral, other: Numeral, between: str, span: Span) -> bool:
    """`5 to 2` where no word tells of a score or of a change: no number of anything."""
    ranges = text.numbers.ranges
    ahead = text.words_before(span.start, one.span.start, 40)[-6:]
    plain = one.unit is None and other.unit is None and not one.spelled and between == ranges["to"]
    told = not text.numbers.changes.isdisjoint(ahead) or {*ranges["from"]} & {*ahead[-1:]}
    return plain and not told and one.value in _SCORES and other.value in _SCORES and not 0 < one.value < other.value


def _makes_range(text: Text, one: Numeral, other: Numeral, between: str, span: Span) -> bool:
    ranges = text.numbers.ranges
    if one.value * _scale(one, other) >= other.value or one.fraction or one.unit not in (None, other.unit):
        return False
    ahead = text.words_before(span.start, one.span.start, 40)
    if between == ranges["and"]:
        return ahead[-1:] == [ranges["between"]]
    if between not in ranges["joints"]:
        return False
    if between != ranges["to"]:
        return True
    changes = not text.numbers.changes.isdisjoint(ahead[-6:]) and text.word_after(other.span.end) not in ranges["each"]
    introduced = ahead[-1:] and ahead[-1] in ranges["from"]
    if introduced:
        spelled_change = one.spelled and ranges["spelled_changes"]  # `de deux à trois`: from one to the other
        return one.unit is None and not changes and not spelled_change
    return not changes or (one.unit is None and other.value < _MOST_TIMES * one.value)


def _scale(one: Numeral, other: Numeral) -> float:
    """What the low end of a range is to be multiplied by: `8 à 10 milliards`."""
    shares = one.factor == 1 and other.factor > 1 and one.value < _LEAST_SCALED
    return other.factor if shares else 1.0


def _range(one: Numeral, other: Numeral) -> Numeral:
    span = Span(one.span.start, other.span.end)
    value = one.value * _scale(one, other)
    return one._replace(
        span=span, value=value, high=other.value, unit=other.unit or one.unit, factor=other.factor, rule="range"
    )


def _ratios(text: Text, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """`neuf pièces sur dix`, `un Français sur trois`, `one in three`: one numeral, from the first to the last."""
    found: list[Numeral] = []
    for numeral in numerals:
        whole = numeral.unit is None and numeral.high is None and numeral.value >= 2 and not numeral.value % 1
        part = _part_before(text, numeral, found[-1] if found else None, span) if whole else None
        if part is None:
            found.append(numeral)
            continue
        if found and found[-1].span.start == part.span.start:
            found.pop()
        ratio = Span(part.span.start, numeral.span.end)
        found.append(Numeral(ratio, part.value / numeral.value, fraction=True, rule="ratio"))
    return found


def _part_before(text: Text, whole: Numeral, last: Numeral | None, span: Span) -> Numeral | None:
    """The number that stands before `sur dix`, with at most three words between."""
    start, low, rules = whole.span.start, text.low, text.numbers
    over = rules.over.search(low, max(span.start, start - 18), start)
    if over is None:
        return None
    small = whole.value <= 10 or whole.value in (20, 100, 1000)
    if last and last.unit is None and last.high is None and 1 <= last.value < whole.value:
        between = low[last.span.end : over.start()] if over.start() - last.span.end < 40 else ","
        close = over["over"] not in rules.sets["over_close"] or not between
        if close and "," not in between and len(between.split()) <= _RATIO_WORDS:
            return last if small or (last.value == 1 and not between) else None
    head = rules.ratio_head.search(low, max(span.start, over.start() - 40), over.start())
    return Numeral(Span(*head.span()), 1.0) if head and small else None


def _qualified(text: Text, numeral: Numeral, span: Span) -> Numeral:
    rules, (start, end) = text.numbers, numeral.span
    reach = max(span.start, start - _REACH)
    before = text.low[reach:start].rstrip()
    if numeral.high:
        last = before.rsplit(" ", 1)[-1]
        if last in text.words.determiners or last == rules.ranges["between"]:
            before = before.removesuffix(last).rstrip()
    if before.endswith(rules.qualifier_words):
        word, name = next(pair for pair in rules.qualifiers if before.endswith(pair[0]))
        rest = before.removesuffix(word)
        if not rest[-1:].isalnum() and not _is_during(text, numeral, word, rest):
            return numeral._replace(qualifier=name, qualified_from=reach + len(rest))
    after = rules.qualified_after.match(text.low, end, min(end + _REACH, span.end))
    return numeral._replace(qualifier=rules.qualifiers_after[after["words"]]) if after else numeral


def _is_during(text: Text, numeral: Numeral, word: str, before: str) -> bool:
    """`300 bicycles over 18 months`: the word tells when, and does not qualify."""
    sets = text.numbers.sets
    lasting = numeral.unit in text.numbers.durations or text.word_after(numeral.span.end) in sets["played"]
    lasts = word in sets["during"] and lasting
    return lasts and sets["during_after"].isdisjoint(before.split()[-1:])
