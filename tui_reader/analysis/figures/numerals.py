"""Find numerals in a text, in digits and in words, with multiplier, currency and unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.figures.race_times import find_race_times
from tui_reader.analysis.figures.units import LONGEST_PREFIX, multiplied, with_unit
from tui_reader.model import Span

_THOUSAND = 1e3
MOST_DIGITS = 15  # more is no figure that anybody prints in the press
_BLANK = " \u00a0\u202f"
_BEGINS = (  # what stands before the first digit: `Covid-19`, but `magnitude-5.9`; `A320`, but `EUR3.5bn`
    r"(?:(?<![\w.,/°]\d)(?:(?<![^\W\d]-\d)|(?<=[a-z]-\d)(?=\.\d))|(?<=\b[A-Z]{3}\d))"
)
_DIGITS = re.compile(
    rf"[\d½¼¾⅓⅔](?:(?<=\d){_BEGINS}(?:\d{{0,2}}(?:[{_BLANK}.,'’]\d{{3}}(?!\d)){{1,5}}|\d{{0,{MOST_DIGITS - 1}}})"
    rf"(?P<decimals>[.,]\d{{1,6}})?"
    rf"(?:[{_BLANK}]?(?P<part>[½¼¾⅓⅔])|[{_BLANK}-](?P<over>\d{{1,2}})/(?P<under>[2-9]|10|16|32|64)(?![\w/]))?"
    r"|(?<=[½¼¾⅓⅔])(?<!\w.)(?P<alone>))"
)
_MINUTE_DIGITS = 2
_MARKS = re.compile(rf"[{_BLANK}'’½¼¾⅓⅔]")
_CODE = re.compile(rf"0[\d{_BLANK}'’]")  # a telephone number, a postcode, the number of a product: `0 800`, `007`
_BELOW_ONE = re.compile(r"0[.,]\d*[½¼¾⅓⅔]?")  # `0.5`, `0,125`
_SIGN = re.compile(r"(?:^|[\s(])(?P<sign>[-−+])\s?$")
_DIVIDED = re.compile(r"([1-9])(?<![\w/.,]\d)/([2-9]|10)(?![\w/])")
_WORD = re.compile(r"[^ ]+")
_HYPHEN = re.compile(r" ?[-–—] ?")


def find_numerals(text: FigureText, span: Span, scores: Iterable[Numeral] = ()) -> list[Numeral]:
    """The numerals of a span, in order, without overlap, each with its multiplier and its unit.

    `scores` are numerals that have been found already; where two overlap, the first and longest counts.
    """
    proposed = [*find_race_times(text, span)] if span in text.with_digits else []
    proposed += [*_folds(text, span), *_named(text, span)]
    proposed += _in_digits(text, span) if span in text.with_digits else ()
    proposed += _in_words(text, span)
    proposed += _divided(text, span) if "/" in span.of(text.raw) else ()
    proposed += scores
    apart: list[Numeral] = []
    for numeral in sorted(proposed, key=lambda numeral: (numeral.span.start, -numeral.span.end)):
        if (apart and numeral.span.start < apart[-1].span.end) or text.is_masked(numeral.span):
            continue
        whole = _with_thousands(apart.pop(), numeral) if apart and _goes_on(text, apart[-1], numeral) else numeral
        apart.append(whole if whole.score else with_unit(text, whole, span))
    return [numeral for numeral in apart if not numeral.measures]


def _goes_on(text: FigureText, millions: Numeral, rest: Numeral) -> bool:
    """Whether two numerals are one: `2 millions 300 000`, `un million deux cent mille`."""
    beside = text.low[millions.span.end : rest.span.start] == " "
    whole = millions.unit is None and not millions.fraction and not rest.fraction and not rest.score
    return beside and whole and millions.is_in_millions and _THOUSAND <= rest.value < millions.factor


def _with_thousands(millions: Numeral, rest: Numeral) -> Numeral:
    return replace(millions, span=Span(millions.span.start, rest.span.end), value=millions.value + rest.value)


def _folds(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Multiples with a word of their own: `twice its price`, `le double de la moyenne`."""
    for match in text.matches(text.numbers.fold, span):
        unit = text.numbers.kinds["multiple"][0]
        value = text.numbers.folds[match["fold"]] if match["fold"] else text.numbers.whole_folds[match["alone"]]
        yield Numeral(Span(*match.span()), value, unit=unit, spelled=True, rule="fold")


def _in_digits(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Numbers in digits that are no clock times and no ordinals, with sign and multiplier."""
    raw, numbers = text.raw, text.numbers
    for match in _DIGITS.finditer(raw, *span):
        start, end = match.span()
        value = value_of(match.group(), numbers.decimal)
        joined = start > 0 and (raw[start - 1].isalpha() or raw[start - 1] in ": ")
        may_be_minutes = joined and end - start == _MINUTE_DIGITS  # `14 : 30`, not `en 2014 : 851`
        is_minutes = may_be_minutes and numbers.hour_before.search(raw, max(0, start - 5), start)
        is_code = _CODE.match(match.group()) is not None or _is_in_code(text, start)
        if value is None or is_minutes or is_code or numbers.no_number.match(raw, end):
            continue
        sign = _SIGN.search(raw, max(span.start, start - 3), start)
        if sign:
            start = sign.start("sign")
            value = value if sign["sign"] == "+" else -value
        elif negative := numbers.negative.search(text.low, max(span.start, start - 10), start):
            start, value = negative.start("sign"), -value
        more = raw[end : end + 1] == "+" and not raw[end + 1 : end + 2].isdigit()  # `800+ people`
        numeral = Numeral(Span(start, end + more), value, fraction=match["alone"] is not None)
        yield multiplied(text, replace(numeral, qualifier="at_least") if more else numeral, span)


def _is_in_code(text: FigureText, start: int) -> bool:
    """Whether letters that are no currency stand right before a number: `BMW320`, but `EUR320`."""
    letters = text.raw[start - 1 : start].isalpha()
    return letters and text.numbers.prefix.search(text.low, max(0, start - LONGEST_PREFIX), start) is None


def value_of(digits: str, decimal: str) -> float | None:
    """The value of digits with separators: `1 200,5`, `1,200.5`, `2½`; None where the marks make no number.

    `decimal` is the decimal separator of the language.
    """
    if digits.isascii() and digits.isdigit():
        return float(digits)
    if "/" in digits:
        return _mixed_number(digits, decimal)
    if _BELOW_ONE.fullmatch(digits):
        return float(digits.replace(",", ".").rstrip("½¼¾⅓⅔"))
    if digits[:2] in ("0.", "0,"):  # the number of a version: `0.215.0`
        return None
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


def _mixed_number(digits: str, decimal: str) -> float | None:
    """The value of `2-1/4` and `12 1/2`; None where the part is no fraction."""
    part, under = digits.split("/")
    whole, over = re.split(rf"[{_BLANK}-]", part)[-2:]
    printed = part[: -len(over) - 1]
    value = value_of(printed, decimal)
    if value is None or int(over) >= int(under) or whole == "":
        return None
    smallest = 0.1 ** len(printed.partition(decimal)[2])  # `$3.62-1/4` is a quarter of a cent more
    return value + smallest * int(over) / int(under)


def _divided(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Fractions in digits, where "of", a unit or a word of change tells: `2/3 des élus`, `3/8 point`, `off 3/8`."""
    context = text.numbers.context
    for match in _DIVIDED.finditer(text.raw, *span):
        part, whole = int(match[1]), int(match[2])
        is_share = text.word_after(match.end()).rstrip("'") in text.numbers.of
        is_measured = text.numbers.unit.match(text.low, match.end(), span.end) is not None
        before = text.word_before(span.start, match.start())
        is_move = before in context.up or before in context.down or before in context.fewer
        if part < whole and (is_share or is_measured or is_move):
            yield Numeral(Span(*match.span()), part / whole, fraction=is_share, rule="divided")


def _in_words(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Runs of number words, read by text2num."""
    for run in text.matches(text.numbers.run, span):
        before = text.word_before(span.start, run.start())
        words = list(_WORD.finditer(text.low, *run.span()))
        index = 1 if before in text.numbers.context.all_before else 0  # `tous deux` are persons named before
        while index < len(words):  # a run that is no number is several: `one two`
            for end in range(len(words), index, -1):
                place = Span(words[index].start(), words[end - 1].end())
                value = text.numbers.value_in_words(_HYPHEN.sub("-", place.of(text.low)))
                if value is not None:
                    numeral = _with_decimals(text, Numeral(place, value, spelled=True, rule="words"), span)
                    yield multiplied(text, numeral, span)
                    index = end - 1
                    break
            index += 1


def _with_decimals(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with its decimals in words, where a multiple or a unit follows: `deux virgule cinq millions`."""
    numbers = text.numbers
    match = numbers.decimals.match(text.low, numeral.span.end, span.end)
    if match is None or not any(
        pattern.match(text.low, match.end(), span.end) for pattern in (numbers.multiplier, numbers.unit)
    ):
        return numeral
    values = [numbers.value_in_words(word) for word in match["words"].split()]
    digits = "".join(f"{value:.0f}" for value in values if value is not None)
    value = float(f"{numeral.value:.0f}.{digits}")
    return replace(numeral, span=Span(numeral.span.start, match.end()), value=value)


def _share(text: FigureText, share: Numeral, span: Span) -> Numeral:
    """A share, or the number that it is where a multiple follows: `a quarter of a million`."""
    match = text.numbers.of_multiple.match(text.low, share.span.end, span.end)
    if match is None:
        return share
    factor = text.numbers.multipliers[match["multiple"]]
    whole = Span(share.span.start, match.end())
    return replace(share, span=whole, value=share.value * factor, factor=factor, fraction=False)


def _named(text: FigureText, span: Span) -> Iterator[Numeral]:
    """Collectives, parts, pairs, fractions and halves, which have names of their own."""
    numbers = text.numbers
    for match in text.matches(numbers.named, span):
        place = Span(*match.span())
        if match["collective"]:
            value = numbers.collectives[match["collective"]] * numbers.collective_times.get(match["times"], 1)
            yield multiplied(text, Numeral(place, value, qualifier="about", spelled=True, rule="collective"), span)
        elif match["part"]:
            count = numbers.part_counts[match["count"]]
            value = count / numbers.parts[match["part"]]
            if value >= 1:  # `a loss in four quarters`
                yield Numeral(Span(*match.span("count")), float(count), spelled=True, rule="words")
                continue
            yield _share(text, Numeral(place, value, fraction=True, rule="part"), span)
        elif match["definite"]:
            value = 1 / numbers.definite_parts[match["definite"]]
            yield _share(text, Numeral(place, value, fraction=True, rule="part"), span)
        elif match["pair"]:
            yield Numeral(place, 2.0, spelled=True, rule="words")
        elif match["fraction"]:
            value = numbers.fractions[match["fraction"]]
            yield Numeral(place, value, fraction=value < 1, rule="fraction")
        else:
            yield multiplied(text, Numeral(place, 0.5, measures=True, rule="half"), span)
