"""Find numerals in a text, in digits and in words, with multiplier, currency and unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from tui_reader.analysis.figures.context import FigureText
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
_RACE_TIME = re.compile(r"(?<![\w.,])(\d{1,3})(?:\"|''|″)(\d{2})(?!\w)")
_DIVIDED = re.compile(r"(?<![\w/.,])([1-9])/([2-9]|10)(?![\w/])")
_PHONE = re.compile(
    r"\d(?<!\d\d)(?:\d[ .\u00a0](?:\d{2}[ .\u00a0]){3}\d{2}|\d{2}-(?:\d{3}-)?\d{4}(?:-\d{4})?)(?!\d)|\+\d[\d ]{8,20}"
)
_CHAIN = re.compile(r"(?<![\w-])\d{1,2}(?:[-–]\d{1,2}){2,3}(?![\w-])")  # `4-3-3`, `12-03-24`
_WORD = re.compile(r"[^ ]+")


NumeralRule = Literal[
    "digits",  # `1 200 ouvriers`, `2,4 M€`
    "words",  # `trois cents ouvriers`
    "collective",  # `une trentaine d'ouvriers`, `dozens of workers`
    "part",  # `les deux tiers des ouvriers`
    "fraction",  # `la moitié des ouvriers`
    "half",  # `une demi-heure`
    "divided",  # `2/3 des ouvriers`
    "race-time",  # `9"81`
    "score",  # `3-1 contre Lombrac` (scores.py)
    "range",  # `60 à 70 ouvriers` (ranges.py)
    "ratio",  # `un ouvrier sur trois` (ranges.py)
    "ellipsis",  # `385 voix contre 2`: the unit or the thing of an earlier figure (ellipsis.py)
]
"""How a number was read, the last rule that made it what it is; users know it as `Figure.rule`."""


class Numeral(NamedTuple):
    """A number in the text: its value, the high end of a range, its unit, and what qualifies it."""

    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    fraction: bool = False  # a share of something: `two thirds`
    factor: float = 1.0  # of its multiplier: 1e6 for `millions`; already part of `value`
    spelled: bool = False  # in words
    measures: bool = False  # is nothing without the unit or multiple after it: `half a`
    score: bool = False  # of a match or a vote; `high` is the other side's
    qualified_from: int | None = None  # where the words before it that qualify it begin
    rule: NumeralRule = "digits"

    @property
    def start(self) -> int:
        """Where it begins, with what qualifies it."""
        return self.span.start if self.qualified_from is None else self.qualified_from


def find_masks(raw: str, low: str, numbers: NumberWords) -> list[Span]:
    """The spans that hold no figures, in order: telephone numbers, chains of numbers, names with numbers in them."""
    masks = [Span(*match.span()) for pattern in (_PHONE, _CHAIN) for match in pattern.finditer(raw)]
    masks += [Span(*match.span()) for match in numbers.names.finditer(low)]
    return sorted(masks)


def find_numerals(text: FigureText, span: Span, scores: Iterable[Numeral] = ()) -> list[Numeral]:
    """The numerals of a span, in order, without overlap, each with its multiplier and its unit.

    `scores` are numerals that have been found already; where two overlap, the first and longest counts.
    """
    proposed = [*_race_times(text, span), *_named(text, span), *_in_digits(text, span), *_in_words(text, span)]
    proposed += [*_divided(text, span), *scores]
    apart: list[Numeral] = []
    for numeral in sorted(proposed, key=lambda numeral: (numeral.span.start, -numeral.span.end)):
        if (not apart or numeral.span.start >= apart[-1].span.end) and not text.is_masked(numeral.span):
            apart.append(numeral)
    with_units = (numeral if numeral.score else _with_unit(text, numeral, span) for numeral in apart)
    return [numeral for numeral in with_units if not numeral.measures]


def _race_times(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Times of a race: `9"81`."""
    for match in _RACE_TIME.finditer(text.raw, *span):
        yield Numeral(
            Span(*match.span()),
            float(f"{match[1]}.{match[2]}"),
            unit=text.numbers.kinds["duration"][0],
            rule="race-time",
        )


def _in_digits(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Numbers in digits that are no clock times and no ordinals, with sign and multiplier."""
    raw, numbers = text.raw, text.numbers
    for match in _DIGITS.finditer(raw, *span):
        start, end = match.span()
        value = value_of(match.group(), numbers.decimal)
        joined = start > 0 and (raw[start - 1].isalpha() or raw[start - 1] in ": ")
        is_minutes = joined and numbers.hour_before.search(raw, max(0, start - 4), start)
        if value is None or is_minutes or numbers.no_number.match(raw, end):
            continue
        sign = _SIGN.search(raw, max(span.start, start - 3), start)
        if sign:
            start = sign.start("sign")
            value = value if sign["sign"] == "+" else -value
        elif negative := numbers.negative.search(text.low, max(span.start, start - 10), start):
            start, value = negative.start("sign"), -value
        more = raw[end : end + 1] == "+" and not raw[end + 1 : end + 2].isdigit()  # `800+ people`
        numeral = Numeral(Span(start, end + more), value, fraction=bool(match["alone"]))
        yield _multiplied(text, numeral._replace(qualifier="at_least") if more else numeral, span)


def value_of(digits: str, decimal: str) -> float | None:
    """The value of digits with separators: `1 200,5`, `1,200.5`, `2½`; None where the marks make no number.

    `decimal` is the decimal separator of the language.
    """
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


def _multiplied(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with `millions` and the like, also `M€`, after it."""
    numbers = text.numbers
    for _ in range(2):  # `three hundred million`
        match = numbers.multiplier.match(text.low, numeral.span.end, span.end)
        if match is None or (match["short"] and not _is_short_multiplier(text, numeral, match)):
            return numeral
        factor = numbers.multipliers[match["long"]] if match["long"] else numbers.short_multipliers[match["short"]]
        value, whole = numeral.value * factor, Span(numeral.span.start, match.end())
        numeral = numeral._replace(span=whole, value=value, factor=numeral.factor * factor, measures=False)
        if match["short"]:
            break
    return numeral


def _is_short_multiplier(text: FigureText, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether letters after digits are short for a multiple: of money, without doubt or before what is counted."""
    if numeral.spelled or numeral.factor != 1:
        return False
    numbers, start = text.numbers, numeral.span.start
    if numbers.mark_after.match(text.low, match.end()) or numbers.prefix.search(text.low, max(0, start - 5), start):
        return True
    glued = match["gap"] == ""
    return glued and (
        match["short"] in numbers.plain_multipliers or numbers.plural_after.match(text.low, match.end()) is not None
    )


def _divided(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Shares in digits, where a word for "of" follows: `2/3 des ressources`."""
    for match in _DIVIDED.finditer(text.raw, *span):
        part, whole = int(match[1]), int(match[2])
        if part < whole and text.word_after(match.end()).rstrip("'") in text.numbers.of:
            yield Numeral(Span(*match.span()), part / whole, fraction=True, rule="divided")


def _in_words(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Runs of number words, read by text2num."""
    for run in text.numbers.run.finditer(text.low, *span):
        words = list(_WORD.finditer(text.low, *run.span()))
        index = 0
        while index < len(words):  # a run that is no number is several: `one two`
            for end in range(len(words), index, -1):
                place = Span(words[index].start(), words[end - 1].end())
                value = text.numbers.value_in_words(place.of(text.low))
                if value is not None:
                    yield _multiplied(text, Numeral(place, value, spelled=True, rule="words"), span)
                    index = end - 1
                    break
            index += 1


def _named(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Collectives, parts, fractions and halves, which have names of their own."""
    numbers = text.numbers
    for match in numbers.named.finditer(text.low, *span):
        place = Span(*match.span())
        if match["collective"]:
            value = numbers.collectives[match["collective"]] * numbers.collective_times.get(match["times"], 1)
            yield _multiplied(text, Numeral(place, value, qualifier="about", spelled=True, rule="collective"), span)
        elif match["part"]:
            yield Numeral(
                place, numbers.part_counts[match["count"]] / numbers.parts[match["part"]], fraction=True, rule="part"
            )
        elif match["fraction"]:
            value = numbers.fractions[match["fraction"]]
            yield Numeral(place, value, fraction=value < 1, rule="fraction")
        else:
            yield _multiplied(text, Numeral(place, 0.5, measures=True, rule="half"), span)


def _with_unit(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with the currency before it, or the unit after it."""
    low, numbers = text.low, text.numbers
    start, end = numeral.span
    sign = numbers.prefix.search(low, max(span.start, start - 5), start)
    if sign:
        return numeral._replace(span=Span(sign.start("sign"), end), unit=numbers.prefix_signs[sign["sign"]])
    match = numbers.unit.match(low, end, span.end)
    if match is None or not _is_unit(text, numeral, match):
        half = numbers.half.match(low, end, span.end)
        return numeral._replace(span=Span(start, half.end()), value=numeral.value + 0.5) if half else numeral
    unit = numbers.units[match["unit"]]
    money = numbers.money_by_sign.get(unit)
    if money and match["unit"] in money.words and (unit in text.currencies or numeral.factor >= 1e6):
        unit = money.unit
    value = numeral.value + 0.5 * numeral.factor * bool(match["half"] or match["more"])
    return numeral._replace(span=Span(start, match.end()), unit=unit, value=value, fraction=False, measures=False)


def _is_unit(text: FigureText, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether what follows a number is its unit; letters are one only in their own writing."""
    kinds, written = text.numbers.kinds, text.raw[match.start("unit") : match.end("unit")]
    if numeral.fraction:
        return match["link"] is not None and text.numbers.units[match["unit"]] in kinds["duration"]
    if len(written) == 1 and written.isalpha():
        glued = match.start("unit") == numeral.span.end
        return written in kinds["one_letter"] or (glued and written in kinds["glued_letter"])
    return True
