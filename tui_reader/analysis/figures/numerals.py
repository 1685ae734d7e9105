"""Numerals in a text: digits and words, with multiplier, currency and unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_reader.analysis.figures.context import Text
from tui_reader.analysis.lexicon.number_words import NumberWords
from tui_reader.model import Qualifier, Span

MOST_DIGITS = 15  # more is no figure that anybody prints in the press
_BLANK = " \u00a0\u202f"
_NO_NUMBER_BEFORE = r"(?<![\w.,/°])(?:(?<![^\W\d]-)|(?<=[a-z]-)(?=\d\.\d))"  # `Covid-19`, but `magnitude-5.9`
_DIGITS = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:\d{{1,3}}(?:[{_BLANK}.,'’]\d{{3}}(?!\d)){{1,5}}|\d{{1,{MOST_DIGITS}}})"
    rf"(?P<decimals>[.,]\d{{1,6}})?(?:[{_BLANK}]?(?P<part>[½¼¾⅓⅔]))?|(?<![\w½¼¾])(?P<alone>[½¼¾⅓⅔])"
)
_MARKS = re.compile(rf"[{_BLANK}'’½¼¾⅓⅔]")
_SIGN = re.compile(r"(?:^|[\s(])(?P<sign>[-−+])\s?$")
_ACHIEVED = re.compile(r"(?<![\w.,])(\d{1,3})(?:\"|''|″)(\d{2})(?!\w)")
_DIVIDED = re.compile(r"(?<![\w/.,])([1-9])/([2-9]|10)(?![\w/])")
_PHONE = re.compile(
    r"\d(?<!\d\d)(?:\d[ .\u00a0](?:\d{2}[ .\u00a0]){3}\d{2}|\d{2}-(?:\d{3}-)?\d{4}(?:-\d{4})?)(?!\d)|\+\d[\d ]{8,20}"
)
_CHAIN = re.compile(r"(?<![\w-])\d{1,2}(?:[-–]\d{1,2}){2,3}(?![\w-])")  # `4-3-3`, `12-03-24`
_WORD = re.compile(r"[^ ]+")


class Numeral(NamedTuple):
    """A number with its place: value, high end of a range, unit, and what qualifies it."""

    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    fraction: bool = False  # a share of something
    factor: float = 1.0  # of its multiplier
    spelled: bool = False  # in words
    measures: bool = False  # is nothing without the unit or multiple after it: `half a`
    score: bool = False  # of a match or a vote; `high` is the other side's
    qualified_from: int | None = None  # where the words before it that qualify it begin
    rule: str = "digits"  # how it was read: the name of a rule

    @property
    def start(self) -> int:
        """Where it begins, with what qualifies it."""
        return self.span.start if self.qualified_from is None else self.qualified_from


def masks(raw: str, low: str, rules: NumberWords) -> list[Span]:
    """The telephone numbers of a text, its chains of numbers and the names with numbers in them, in order."""
    found = [Span(*match.span()) for pattern in (_PHONE, _CHAIN) for match in pattern.finditer(raw)]
    found += [Span(*match.span()) for match in rules.names.finditer(low)]
    return sorted(found)


def find_numerals(text: Text, span: Span, scores: Iterable[Numeral] = ()) -> list[Numeral]:
    """The numerals of a stretch, in order, without overlap, each with its multiplier and its unit.

    `scores` are pairs of numbers known to be one.
    """
    found = [*_achieved(text, span), *_named(text, span), *_in_digits(text, span), *_in_words(text, span)]
    found += [*_divided(text, span), *scores]
    apart: list[Numeral] = []
    for numeral in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if (not apart or numeral.span.start >= apart[-1].span.end) and not text.masked(numeral.span):
            apart.append(numeral)
    with_units = (one if one.score else _with_unit(text, one, span) for one in apart)
    return [one for one in with_units if not one.measures]


def _achieved(text: Text, span: Span) -> Iterator[Numeral]:
    """Times of a race: `9"81`."""
    for match in _ACHIEVED.finditer(text.raw, *span):
        yield Numeral(
            Span(*match.span()),
            float(f"{match[1]}.{match[2]}"),
            unit=text.numbers.kinds["duration"][0],
            rule="race-time",
        )


def _in_digits(text: Text, span: Span) -> Iterator[Numeral]:
    raw, rules = text.raw, text.numbers
    for match in _DIGITS.finditer(raw, *span):
        start, end = match.span()
        value = value_of(match.group(), rules.decimal)
        joined = start > 0 and (raw[start - 1].isalpha() or raw[start - 1] in ": ")
        timed = joined and rules.hour_before.search(raw, max(0, start - 4), start)
        if value is None or timed or rules.no_number.match(raw, end):
            continue
        sign = _SIGN.search(raw, max(span.start, start - 3), start)
        if sign:
            start = sign.start("sign")
            value = value if sign["sign"] == "+" else -value
        elif negative := rules.negative.search(text.low, max(span.start, start - 10), start):
            start, value = negative.start("sign"), -value
        more = raw[end : end + 1] == "+" and not raw[end + 1 : end + 2].isdigit()  # `800+ people`
        numeral = Numeral(Span(start, end + more), value, fraction=bool(match["alone"]))
        yield _multiplied(text, numeral._replace(qualifier="at_least") if more else numeral, span)


def value_of(digits: str, decimal: str) -> float | None:
    """What digits with their marks say; None where the marks make no number."""
    if digits.isascii() and digits.isdigit():
        return float(digits)
    part = unicodedata.numeric(digits[-1])
    plain = _MARKS.sub("", digits)
    other = "," if decimal == "." else "."
    groups = plain.split(decimal)[0].split(other)
    if (
        len(groups) > 1
        and plain.rfind(other) < (plain + decimal).find(decimal)
        and all(len(g) == 3 for g in groups[1:])
    ):
        plain = plain.replace(other, "")
    elif plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    plain = plain.replace(",", ".")
    try:
        return float(plain or "0") + (part if part % 1 else 0)
    except ValueError:
        return None


def _multiplied(text: Text, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with `millions` and the like, also `M€`, after it."""
    rules = text.numbers
    for _ in range(2):  # `three hundred million`
        match = rules.multiplier.match(text.low, numeral.span.end, span.end)
        if match is None or (match["short"] and not _is_short_multiplier(text, numeral, match)):
            return numeral
        factor = rules.multipliers[match["long"]] if match["long"] else rules.short_multipliers[match["short"]]
        value, whole = numeral.value * factor, Span(numeral.span.start, match.end())
        numeral = numeral._replace(span=whole, value=value, factor=numeral.factor * factor, measures=False)
        if match["short"]:
            break
    return numeral


def _is_short_multiplier(text: Text, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether letters after digits are short for a multiple: of money, without doubt or before what is counted."""
    if numeral.spelled or numeral.factor != 1:
        return False
    rules, start = text.numbers, numeral.span.start
    if rules.mark_after.match(text.low, match.end()) or rules.prefix.search(text.low, max(0, start - 5), start):
        return True
    glued = match["gap"] == ""
    return glued and (
        match["short"] in rules.plain_multipliers or rules.plural_after.match(text.low, match.end()) is not None
    )


def _divided(text: Text, span: Span) -> Iterator[Numeral]:
    """`2/3 des ressources`: a share in digits, where the words for a share go on."""
    for match in _DIVIDED.finditer(text.raw, *span):
        part, whole = int(match[1]), int(match[2])
        if part < whole and text.word_after(match.end()).rstrip("'") in text.numbers.of:
            yield Numeral(Span(*match.span()), part / whole, fraction=True, rule="divided")


def _in_words(text: Text, span: Span) -> Iterator[Numeral]:
    """Runs of number words, read by text2num."""
    for run in text.numbers.run.finditer(text.low, *span):
        words = list(_WORD.finditer(text.low, *run.span()))
        at = 0
        while at < len(words):  # a run that is no number is several: `one two`
            for end in range(len(words), at, -1):
                value = text.numbers.value_in_words(text.low[words[at].start() : words[end - 1].end()])
                if value is not None:
                    numeral = Numeral(Span(words[at].start(), words[end - 1].end()), value, spelled=True, rule="words")
                    yield _multiplied(text, numeral, span)
                    at = end - 1
                    break
            at += 1


def _named(text: Text, span: Span) -> Iterator[Numeral]:
    """Collectives, shares and halves."""
    rules = text.numbers
    for match in rules.named.finditer(text.low, *span):
        place = Span(*match.span())
        if match["collective"]:
            value = rules.collectives[match["collective"]] * rules.collective_times.get(match["times"], 1)
            yield _multiplied(text, Numeral(place, value, qualifier="about", spelled=True, rule="collective"), span)
        elif match["part"]:
            yield Numeral(
                place, rules.part_counts[match["count"]] / rules.parts[match["part"]], fraction=True, rule="part"
            )
        elif match["fraction"]:
            value = rules.fractions[match["fraction"]]
            yield Numeral(place, value, fraction=value < 1, rule="fraction")
        else:
            yield _multiplied(text, Numeral(place, 0.5, measures=True, rule="half"), span)


def _with_unit(text: Text, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with the currency before it, or the unit after it."""
    low, rules = text.low, text.numbers
    start, end = numeral.span
    sign = rules.prefix.search(low, max(span.start, start - 5), start)
    if sign:
        return numeral._replace(span=Span(sign.start("sign"), end), unit=rules.prefix_signs[sign["sign"]])
    match = rules.unit.match(low, end, span.end)
    if match is None or not _is_unit(text, numeral, match):
        half = rules.half.match(low, end, span.end)
        return numeral._replace(span=Span(start, half.end()), value=numeral.value + 0.5) if half else numeral
    unit = rules.units[match["unit"]]
    money = rules.money_by_sign.get(unit)
    if money and match["unit"] in money.words and (unit in text.money or numeral.factor >= 1e6):
        unit = money.unit
    value = numeral.value + 0.5 * numeral.factor * bool(match["half"] or match["more"])
    return numeral._replace(span=Span(start, match.end()), unit=unit, value=value, fraction=False, measures=False)


def _is_unit(text: Text, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether what follows a number is its unit; letters are one only in their own writing."""
    kinds, written = text.numbers.kinds, text.raw[match.start("unit") : match.end("unit")]
    if numeral.fraction:
        return match["link"] is not None and text.numbers.units[match["unit"]] in kinds["duration"]
    if len(written) == 1 and written.isalpha():
        glued = match.start("unit") == numeral.span.end
        return written in kinds["one_letter"] or (glued and written in kinds["glued_letter"])
    return True
