"""Read what stands beside a numeral: a half, its multiple, its currency or its unit, and a smaller unit's number."""

from __future__ import annotations

import re
from collections.abc import Set

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.model import Span

LONGEST_PREFIX = 6  # code points of a currency before a number
INITIALS = re.compile(r"\.[^\W\d_]")  # what follows a letter that is no unit
_LONGEST_RANGE = 14  # code points of a currency and the low end before the high end: `£5-`
_LONGEST_FACTOR = 24  # code points of `multipliées par` and what may stand before it
_EXACT = 3  # decimals of a product
_DEGREES = "°"  # of an angle
_ANGLE_REACH = 60  # code points before a number in which a word tells that it is one
_MINUTES = 60  # in an hour
_DIGITS = 6  # decimals of hours with their minutes
_WORDS_OF_PRICE = 3  # before a number: `a fine of 300 pounds`
_CODE = 3  # letters of an ISO 4217 code
_MINOR = re.compile(r" ?(?P<minor>\d{2,3})(?![\w%]|[.,: ]\d)")


def multiplied(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with `and a half` and with `millions` and the like, also `M€`, after it."""
    numbers = text.numbers
    numeral = _with_half(text, numeral, span)
    for _ in range(2):  # `three hundred million`
        match = numbers.multiplier.match(text.low, numeral.span.end, span.end)
        if match is None or (match["short"] and not _is_short_multiplier(text, numeral, match, span)):
            return numeral
        factor = numbers.multipliers[match["long"]] if match["long"] else numbers.short_multipliers[match["short"]]
        value, whole = times(numeral.value, factor), Span(numeral.span.start, match.end())
        numeral = replace(numeral, span=whole, value=value, factor=numeral.factor * factor, measures=False)
        numeral = _with_half(text, numeral, span)
        if match["short"]:
            break
    return numeral


def times(value: float, factor: float) -> float:
    """The product as it is meant: 4.1 billion is 4100000000, not 4099999999.9999995."""
    return value if factor == 1 else round(value * factor, _EXACT)


def _with_half(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with half of its multiple: `two and a half`, `deux millions et demi`."""
    half = text.numbers.half.match(text.low, numeral.span.end, span.end)
    if half is None:
        return numeral
    return replace(numeral, span=Span(numeral.span.start, half.end()), value=numeral.value + 0.5 * numeral.factor)


def _is_short_multiplier(text: FigureText, numeral: Numeral, match: re.Match[str], span: Span) -> bool:
    """Whether letters after digits are short for a multiple: of money, without doubt or before what is counted."""
    if numeral.spelled or numeral.factor != 1:
        return False
    numbers, low, short = text.numbers, text.low, match["short"]
    code = text.raw[match.end() : match.end() + _CODE]
    if code[:1].isalnum() and not code.isupper():
        return False  # `12 mars`
    start, glued = numeral.span.start, match["gap"] == ""
    is_money = (
        numbers.money_after.match(low, match.end(), span.end)
        or numbers.prefix.search(low, max(0, start - LONGEST_PREFIX), start)
        or numbers.prefix_of_range.search(low, max(0, start - _LONGEST_RANGE), start)
    )
    if is_money:
        return True
    if short in numbers.plain_multipliers:
        return glued or len(short) > 1
    if not glued or numbers.plural_after.match(low, match.end()):
        return glued
    return numeral.value % 1 != 0 and short in numbers.units and not numbers.lengths.search(low, *span)


def with_unit(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with the currency before it, or the unit after it."""
    low, numbers = text.low, text.numbers
    start, end = numeral.span
    sign = numbers.prefix.search(low, max(span.start, start - LONGEST_PREFIX), start)
    if sign and _is_written_so(text.raw, sign):
        return replace(numeral, span=Span(sign.start("sign"), end), unit=numbers.prefix_signs[sign["sign"]])
    match = numbers.unit.match(low, end, span.end)
    if match is None or not _is_unit(text, numeral, match, span):
        return replace(numeral, unit=numbers.kinds["multiple"][0]) if _is_factor(text, start, span) else numeral
    unit = numbers.units[match["unit"]]
    if unit in numbers.kinds["temperature"] and numbers.angles.search(
        low, max(span.start, start - _ANGLE_REACH), start
    ):
        unit = _DEGREES
    money = numbers.money_by_sign.get(unit)
    if money and match["unit"] in money.words:
        is_price = _is_price(text, money.after, Span(start, match.end()), span)
        unit = money.unit if is_price or unit in text.currencies or numeral.is_in_millions else unit
    value = numeral.value + 0.5 * numeral.factor * bool(match["more"])
    numeral = replace(numeral, span=Span(start, match.end()), unit=unit, value=value, fraction=False, measures=False)
    return _with_minor_unit(text, numeral, span)


def _is_price(text: FigureText, price_words: Set[str], place: Span, sentence: Span) -> bool:
    """`cost 300 pounds`, `a fine of 300 pounds`, not `paid for 300 pounds of beef` or `a 300 pounds boxer`."""
    before = text.words_before(sentence.start, place.start)[-_WORDS_OF_PRICE:]
    articles = text.numbers.context.told_articles
    is_weight = text.word_after(place.end) in text.numbers.of or not articles.isdisjoint(before[-1:])
    return not price_words.isdisjoint(before) and not is_weight


def _is_factor(text: FigureText, start: int, sentence: Span) -> bool:
    """Whether something is multiplied or divided by a number: `multiplier par dix le nombre d’élèves`."""
    return (
        text.low[max(sentence.start, start - _LONGEST_FACTOR) : start].rstrip().endswith(text.numbers.context.factors)
    )


def _is_written_so(raw: str, sign: re.Match[str]) -> bool:
    """Whether a currency before a number is no common word: its code is in capitals."""
    written = raw[sign.start("sign") : sign.end("sign")]
    return len(written) != _CODE or not written.isalpha() or written.isupper()


def _is_unit(text: FigureText, numeral: Numeral, match: re.Match[str], sentence: Span) -> bool:
    """Whether what follows a number is its unit; letters are one only in their own writing, codes in capitals."""
    kinds, written = text.numbers.kinds, text.raw[match.start("unit") : match.end("unit")]
    if numeral.fraction:
        return match["link"] is not None and text.numbers.units[match["unit"]] in kinds["duration"]
    if _is_place_of(text, match):
        return False
    if match["unit"] in text.numbers.codes:
        return written.isupper() and not text.is_shouted(sentence)
    if len(written) == 1 and written.isalpha():
        if INITIALS.match(text.raw, match.end()):  # `4-2 t.a.b.`
            return False
        glued = match.start("unit") == numeral.span.end
        return written in kinds["one_letter"] or (glued and written in kinds["glued_letter"])
    return True


def _is_place_of(text: FigureText, match: re.Match[str]) -> bool:
    """Whether a unit is rather a noun with what it is for: `14 points de vente`, not `14 points de pourcentage`."""
    if match["unit"] not in text.numbers.context.units_or_nouns:
        return False
    of, purpose = ("", "", *text.low[match.end() :].split(maxsplit=2)[:2])[-2:]
    purpose = purpose.rstrip(",.;:!?)")
    is_for = of in text.numbers.of and purpose.isalpha() and purpose not in text.grammar.determiners
    return is_for and purpose not in text.numbers.context.of_points


def _with_minor_unit(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with the number of a smaller unit, which is not named: `3 kilos 200`, `2m10`, `2 heures 30`."""
    parts = text.numbers.parts_of_units.get(numeral.unit or "")
    match = _MINOR.match(text.low, numeral.span.end, span.end) if parts else None
    if parts is None or numeral.value % 1 or numeral.factor != 1:
        return numeral
    if match is None:
        return _with_spelled_minutes(text, numeral) if numeral.spelled else numeral
    minor = match["minor"]
    if len(minor) != len(str(parts - 1)) or int(minor) >= parts or text.numbers.unit.match(text.low, match.end()):
        return numeral
    return replace(numeral, span=Span(numeral.span.start, match.end()), value=numeral.value + int(minor) / parts)


def _with_spelled_minutes(text: FigureText, numeral: Numeral) -> Numeral:
    """The hours with the minutes in words behind them: `trois heures dix`, but not `trois heures dix autres`."""
    run = text.numbers.run.pattern.match(text.low, numeral.span.end + 1)
    if run is None or numeral.unit != text.numbers.kinds["duration"][2] or text.low[numeral.span.end] != " ":
        return numeral
    minutes, after = text.numbers.value_in_words(run.group()), text.word_after(run.end())
    counts = after != "" and after not in text.grammar.stops and after not in text.grammar.leading
    if minutes is None or minutes >= _MINUTES or counts:
        return numeral
    return replace(
        numeral, span=Span(numeral.span.start, run.end()), value=round(numeral.value + minutes / _MINUTES, _DIGITS)
    )
