"""Numerals in a text: digits and words, with multiplier, currency and unit; never dates, times, ordinals or names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tui_reader.analysis.dates import month_names
from tui_reader.analysis.lexicon import table, word_set
from tui_reader.model import FigureKind, Qualifier, Span

MOST_DIGITS = 15  # more is no figure that anybody prints in the press
_BLANK = " \u00a0\u202f"
_DIGITS = re.compile(
    rf"(?<![\w.,/°-])\d{{1,3}}(?:[{_BLANK}.,'’]\d{{3}}(?!\d))+(?:[.,]\d{{1,6}})?|(?<![\w.,/°-])\d{{1,{MOST_DIGITS}}}(?:[.,]\d{{1,6}})?"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGN = re.compile(r"(?:^|[\s(])(?P<sign>[-−+])\s?$")
_TIME_AFTER = re.compile(r"\s?(?:h|H|:)\s?\d{2}(?!\d)|\s?[hH](?![\w/])|\s?(?:a\.?m\.?|p\.?m\.?)(?!\w)")
_ORDINAL_AFTER = re.compile(r"\s?(?:er|ère|re|e|è|ème|ième|nd|nde|st|th|rd)(?!\w)")
_PHONE = re.compile(r"(?:\d{2}[ .\u00a0]){4}\d{2}|\+\d[\d ]{8,}")
_UNIT = re.compile(
    rf"(?:[^\W\d_]+(?:[/'²³°-][^\W\d_]*)*|[%€$£°]+[^\W\d_]*)(?:[{_BLANK}-][^\W\d_]+(?:'[^\W\d_]+)?){{0,3}}"
)  # as many words as the longest unit has
_ACHIEVED = re.compile(r"(\d{1,3})(?:\"|''|″)(\d{2})?(?!\w)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its place: value, high end of a range, unit, and what qualifies it."""

    span: Span
    value: float
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    fraction: bool = False


class NumberWords:
    """What one language knows of numbers."""

    def __init__(self, language: str) -> None:
        data = table(language, "figures")
        self.language = language
        self.decimal: str = data["decimal"]
        self.number_words = word_set(language, "figures", "number_words")
        self.number_joints = frozenset(data["number_joints"])
        self.multipliers: dict[str, float] = data["multipliers"]
        self.collectives: dict[str, float] = data["collectives"]
        self.collective_articles = frozenset(data["collective_articles"])
        self.fractions: dict[str, float] = data["fractions"]
        self.half: list[str] = data["half"]
        self.ranges: dict[str, Any] = data["ranges"]
        self.words: dict[str, Any] = data["words"]
        self.kinds: dict[str, Any] = data["kinds"]
        self.unit_kinds: list[tuple[FigureKind, list[str]]] = [
            (kind, data["kinds"][kind]) for kind in ("count", "percent", "multiple", "duration")
        ]
        self.prefix_signs: dict[str, str] = data["kinds"]["prefix_signs"]
        self.units = {word: unit for unit, words in data["units"].items() for word in words}
        self.qualifiers: list[tuple[str, Qualifier]] = sorted(
            ((word, name) for name, words in data["qualifiers"].items() for word in words),
            key=lambda pair: -len(pair[0]),
        )


@cache
def number_words(language: str) -> NumberWords:
    """What `language` knows of numbers."""
    return NumberWords(language)


def find_numerals(low: str, text: str, span: Span, rules: NumberWords) -> list[Numeral]:
    """The numerals of a stretch of `text`, of which `low` is the folded form, in order.

    Ranges are joined, and each numeral has its unit and what qualifies it.
    """
    masks = [Span(*m.span()) for m in _PHONE.finditer(text, span.start, span.end)]
    names = [match for name in rules.words["names"] for match in _all(name, low, span)]
    masks += [Span(*match.span()) for match in names]
    found = [*_in_digits(text, low, span, rules), *_in_words(low, span, rules), *_named(low, span, rules)]
    found = [one for one in found if not any(mask.meets(one.span) for mask in masks)]
    merged: list[Numeral] = []
    for numeral in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not merged or numeral.span.start >= merged[-1].span.end:
            merged.append(numeral)
    with_units = [_with_unit(low, one, span, rules) for one in merged]
    joined = _ranges(low, with_units, rules)
    return [_qualified(low, one, span, rules) for one in joined if not _is_no_figure(text, low, one, span, rules)]


def _in_digits(text: str, low: str, span: Span, rules: NumberWords) -> list[Numeral]:
    found = []
    for match in _ACHIEVED.finditer(text, span.start, span.end):
        seconds = float(f"{match[1]}.{match[2] or 0}")
        found.append(Numeral(Span(*match.span()), seconds, unit=next(iter(rules.kinds["duration"]))))
    for match in _DIGITS.finditer(text, span.start, span.end):
        value = _value(match.group(), rules.decimal)
        if value is None or _TIME_AFTER.match(text, match.end()) or _ORDINAL_AFTER.match(text, match.end()):
            continue
        sign = _SIGN.search(text, max(span.start, match.start() - 3), match.start())
        start = sign.start("sign") if sign else match.start()
        negative = sign is not None and sign["sign"] in "-−"
        numeral = Numeral(Span(start, match.end()), -value if negative else value)
        found.append(_multiplied(low, numeral, span, rules))
    return found


def _value(digits: str, decimal: str) -> float | None:
    """What digits with their marks say; None where the marks make no number."""
    plain = re.sub(rf"[{_BLANK}'’]", "", digits)
    other = "," if decimal == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(other)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", plain):
        plain = plain.replace(other, "")
    elif plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _multiplied(low: str, numeral: Numeral, span: Span, rules: NumberWords) -> Numeral:
    """The numeral with `millions` and the like, also `M€`, after it."""
    match = re.compile(rf"[{_BLANK}]?([^\W\d_]+€?|€)").match(low, numeral.span.end, span.end)
    factor = rules.multipliers.get(match[1]) if match else None
    if match is None or factor is None:
        return numeral
    glued = match.group() == match[1]
    if len(match[1]) <= 2 and not glued and "€" not in match[1]:
        return numeral
    end = match.end() - ("€" in match[1])
    return replace(numeral, span=Span(numeral.span.start, end), value=numeral.value * factor)


def _in_words(low: str, span: Span, rules: NumberWords) -> list[Numeral]:
    """Runs of number words, read by text2num."""
    found = []
    run: list[re.Match[str]] = []
    for match in [*_WORDS.finditer(low, span.start, span.end), None]:
        if match is not None:
            parts = match.group().split("-")
            is_number = all(
                part in rules.number_words or part in rules.number_joints or part in ("un", "one") for part in parts
            )
            is_number = is_number and any(part in rules.number_words for part in parts)
            joins = bool(run) and match.group() in rules.number_joints
            near = not run or low[run[-1].end() : match.start()].strip(_BLANK) == ""
            if (is_number or joins) and near:
                run.append(match)
                continue
        while run and run[-1].group() in rules.number_joints:
            run.pop()
        if run:
            numeral = _spelled(low, run, rules)
            if numeral:
                found.append(_multiplied(low, numeral, span, rules))
        starts = (
            match is not None
            and match.group() not in rules.number_joints
            and all(p in rules.number_words for p in match.group().split("-"))
        )
        run = [match] if match is not None and starts else []
    return found


def _spelled(low: str, run: Sequence[re.Match[str]], rules: NumberWords) -> Numeral | None:
    from text_to_num import text2num  # noqa: PLC0415 - imported where a number word is met

    span = Span(run[0].start(), run[-1].end())
    try:
        return Numeral(span, float(text2num(" ".join(low[span.start : span.end].split()), rules.language)))
    except ValueError:
        return None


def _named(low: str, span: Span, rules: NumberWords) -> list[Numeral]:
    """Collectives and fractions."""
    found = []
    for match in _WORDS.finditer(low, span.start, span.end):
        value = rules.collectives.get(match.group())
        before = re.compile(r"(\w+)[ \u00a0]$").search(low, max(span.start, match.start() - 8), match.start())
        if value is not None and before and before[1] in rules.collective_articles:
            found.append(Numeral(Span(before.start(), match.end()), value, qualifier="about"))
    for words, value in rules.fractions.items():
        found += [Numeral(Span(*match.span()), value, fraction=True) for match in _all(words, low, span)]
    return found


def _all(words: str, low: str, span: Span) -> Iterator[re.Match[str]]:
    """The places in a stretch where `words` stand, not as parts of longer words."""
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])").finditer(low, span.start, span.end)


def _with_unit(low: str, numeral: Numeral, span: Span, rules: NumberWords) -> Numeral:
    """The numeral with the currency before it, or the unit after it."""
    sign = re.compile(r"(us\$|[$€£])\s?$").search(low, max(span.start, numeral.span.start - 4), numeral.span.start)
    if sign:
        return replace(numeral, span=Span(sign.start(1), numeral.span.end), unit=rules.prefix_signs[sign[1]])
    half = next((one for one in rules.half if low.startswith(one, numeral.span.end + 1)), None)
    at = numeral.span.end
    gap = re.compile(rf"[{_BLANK}\-]?(?:d'|de[{_BLANK}])?").match(low, at, span.end)
    start = gap.end() if gap else at
    words = _UNIT.match(low, start, span.end)
    if words is None:
        return numeral
    phrase = words.group()
    while phrase:
        unit = rules.units.get(phrase.replace("\u00a0", " ").replace("\u202f", " "))
        if unit and not numeral.fraction and (len(phrase) > 1 or phrase in "%€$£" or unit in ("m", "g")):
            end = start + len(phrase)
            value = numeral.value
            if half is None:
                half = next((one for one in rules.half if low.startswith(one, end + 1)), None)
                if half:
                    end += 1 + len(half)
                    value += 0.5
            return replace(numeral, span=Span(numeral.span.start, end), unit=unit, value=value)
        cut = max(phrase.rfind(" "), phrase.rfind("-"))
        phrase = phrase[:cut] if cut > 0 else ""
    return numeral


def _ranges(low: str, numerals: Sequence[Numeral], rules: NumberWords) -> list[Numeral]:
    """`60 à 70 %`, `entre 10 et 15`, `trois ou quatre`: one numeral; `de 75 % à 50 %` stays two."""
    joined: list[Numeral] = []
    for numeral in numerals:
        before = joined[-1] if joined else None
        between = low[before.span.end : numeral.span.start].strip(_BLANK) if before else ""
        if before and before.high is None and _makes_range(low, before, numeral, between, rules):
            factor = (
                numeral.value and before.value < 1000 and numeral.value >= 1e6 and low[numeral.span.start].isdigit()
            )
            digits = re.match(r"[\d.,]+", low[numeral.span.start :]) if factor else None
            shown = _value(digits.group().rstrip(".,"), rules.decimal) if digits else None
            low_end = before.value * (numeral.value / shown) if shown else before.value
            joined[-1] = replace(
                before,
                span=Span(before.span.start, numeral.span.end),
                value=low_end,
                high=numeral.value,
                unit=numeral.unit or before.unit,
            )
        else:
            joined.append(numeral)
    return joined


def _makes_range(low: str, one: Numeral, other: Numeral, between: str, rules: NumberWords) -> bool:
    if one.unit is not None and one.unit != other.unit:
        return False
    ordered = one.value < other.value
    introduced = low[: one.span.start].rstrip(_BLANK).endswith(rules.ranges["between"])
    if between == rules.ranges["and"]:
        return introduced and ordered
    changes = low[: one.span.start].rstrip(_BLANK).endswith((" de", " from", "passé de"))
    if between not in rules.ranges["joints"] or not ordered:
        return False
    return one.unit is None and not (changes and between == rules.ranges["joints"][0] and low[one.span.start].isalpha())


def _is_no_figure(text: str, low: str, numeral: Numeral, span: Span, rules: NumberWords) -> bool:
    """Dates, years, numbers of a series or inside a name, list numbers, references."""
    start, end = numeral.span
    word_before = re.compile(rf"([^\W_]+[°.]?|n°)[{_BLANK}]?$").search(low, max(span.start, start - 25), start)
    word_after = re.compile(rf"[{_BLANK}]([^\W\d_]+)").match(low, end, span.end)
    before = word_before[1] if word_before else ""
    after = word_after[1] if word_after else ""
    digits = text[start:end].isdigit()
    if after in month_names() or (digits and before.rstrip(".") in month_names()):
        return True
    if numeral.unit is None and digits and 1500 <= numeral.value <= 2100 and end - start == 4:
        return True
    if before in rules.words["number_names"] and (numeral.unit is None):
        return True
    if text[start - 1 : start] in "[#@" and start > 0:
        return True
    if digits and start == span.start and text[end : end + 1] in ".)":
        return True
    capital_before = (
        word_before is not None and text[word_before.start(1)].isupper() and word_before.start(1) > span.start
    )
    in_sentence = (
        capital_before
        and word_before is not None
        and text[word_before.start(1) - 2 : word_before.start(1) - 1] not in ".!?…"
    )
    return (
        numeral.unit is None
        and digits
        and in_sentence
        and (not after or after in ("est", "a", "et", "and", "is", "ou"))
    )


def _qualified(low: str, numeral: Numeral, span: Span, rules: NumberWords) -> Numeral:
    before = low[max(span.start, numeral.span.start - 30) : numeral.span.start].rstrip(_BLANK)
    before = re.sub(rf"[{_BLANK}](?:{rules.ranges['between']}|les|des|the)$", "", before) if numeral.high else before
    for word, name in rules.qualifiers:
        if before.endswith(word) and not before[: -len(word)][-1:].isalnum():
            return replace(numeral, qualifier=name)
    return numeral
