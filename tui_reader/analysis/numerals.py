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
    rf"(?<![\w.,/°])(?<![^\W\d]-)\d{{1,3}}(?:[{_BLANK}.,'’]\d{{3}}(?!\d))+(?:[.,]\d{{1,6}})?|(?<![\w.,/°])(?<![^\W\d]-)\d{{1,{MOST_DIGITS}}}(?:[.,]\d{{1,6}})?"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGN = re.compile(r"(?:^|[\s(])(?P<sign>[-−+])\s?$")
_TIME_AFTER = re.compile(r"\s?(?:h|H|:)\s?\d{1,2}(?!\d)|\s?[hH](?![\w/])|\s?(?:a\.?m\.?|p\.?m\.?)(?!\w)")
_WORD_BEFORE = re.compile(rf"([^\W_]+[°.]?|n°)[{_BLANK}]?$")
_WORD_AFTER = re.compile(rf"[{_BLANK}]([^\W\d_]+)")
_TIMES_AFTER = re.compile(r"\s?[x×]\s?\d")
_TIME_BEFORE = re.compile(r"\d\s?[hH:]\s?$")
_YEARS = range(1500, 2101)  # whole numbers of four digits in this range, without a unit, are years
_ORDINAL_AFTER = re.compile(r"\s?(?:er|ère|re|e|è|ème|ième|nd|nde|st|th|rd)(?!\w)")
_PHONE = re.compile(r"(?:\d{2}[ .\u00a0]){4}\d{2}|\+\d[\d ]{8,}")
_UNIT = re.compile(
    rf"(?:[^\W\d_]+(?:[/'²³°-][^\W\d_]*)*|[%€$£°]+[^\W\d_]*)(?:[{_BLANK}-][^\W\d_]+(?:'[^\W\d_]+)?){{0,3}}"
)  # as many words as the longest unit has
_ARTICLE = re.compile(r"(\w+)[ \u00a0]$")
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
        self.money_by_sign: dict[str, Any] = data["money_by_sign"]
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
    apart: list[Numeral] = []
    for numeral in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not apart or numeral.span.start >= apart[-1].span.end:
            apart.append(numeral)
    with_units = [_with_unit(low, one, span, rules) for one in apart]
    counted = [one for one in with_units if not _is_no_figure(text, low, one, span, rules)]
    joined = _ratios(low, _ranges(low, counted, rules), span, rules)
    return [_qualified(low, one, span, rules) for one in joined]


def _in_digits(text: str, low: str, span: Span, rules: NumberWords) -> list[Numeral]:
    found = []
    for match in _ACHIEVED.finditer(text, span.start, span.end):
        seconds = float(f"{match[1]}.{match[2] or 0}")
        found.append(Numeral(Span(*match.span()), seconds, unit=next(iter(rules.kinds["duration"]))))
    for match in _DIGITS.finditer(text, span.start, span.end):
        value = _value(match.group(), rules.decimal)
        timed = _TIME_AFTER.match(text, match.end()) or _TIME_BEFORE.search(text, match.start() - 4, match.start())
        if value is None or timed or _ORDINAL_AFTER.match(text, match.end()) or _TIMES_AFTER.match(text, match.end()):
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
            if not is_number and "-" in match.group() and (head := _number_head(match, rules)):
                found.append(head)
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


def _number_head(match: re.Match[str], rules: NumberWords) -> Numeral | None:
    """The number of `three-inch`, where a unit follows it in one word."""
    parts = match.group().split("-")
    at = next((i for i, part in enumerate(parts) if part not in rules.number_words), 0)
    if at == 0 or at != len(parts) - 1 or parts[at] not in rules.units:
        return None
    from text_to_num import text2num  # noqa: PLC0415 - imported where a number word is met

    words = "-".join(parts[:at])
    return Numeral(Span(match.start(), match.start() + len(words)), float(text2num(words, rules.language)))


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
    for words, value in rules.collectives.items():
        for match in _all(words, low, span):
            before = _ARTICLE.search(low, max(span.start, match.start() - 8), match.start())
            if before and before[1] in rules.collective_articles:
                found.append(Numeral(Span(before.start(), match.end()), value, qualifier="about"))
    for words, value in rules.fractions.items():
        found += [Numeral(Span(*match.span()), value, fraction=True) for match in _all(words, low, span)]
    return found


def _all(words: str, low: str, span: Span) -> Iterator[re.Match[str]]:
    """The places in a stretch where `words` stand, not as parts of longer words."""
    if low.find(words, span.start, span.end) < 0:  # a search for plain letters is much the fastest
        return iter(())
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
    skipped = next((word for word in rules.words["skip"] if low.startswith(f"{word} ", start)), None)
    start += len(skipped) + 1 if skipped else 0  # `les deux dernières années`
    words = _UNIT.match(low, start, span.end)
    if words is None:
        return numeral
    phrase = words.group()
    while phrase:
        unit = rules.units.get(phrase.replace("\u00a0", " ").replace("\u202f", " "))
        if unit and not numeral.fraction and (len(phrase) > 1 or phrase in "%€$£" or unit in ("m", "g")):
            end = start + len(phrase)
            value = numeral.value
            money = rules.money_by_sign.get(unit)
            if money and phrase in money["words"] and money["sign"] in low:
                unit = money["unit"]
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
            if before and before.unit is None and between == rules.ranges["joints"][0] and numeral.unit:
                joined[-1] = replace(before, unit=numeral.unit)  # `de douze à six mois`
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


def _ratios(low: str, numerals: Sequence[Numeral], span: Span, rules: NumberWords) -> list[Numeral]:
    """`neuf pièces sur dix`, `un Français sur trois`, `one in three`: one numeral, from the first to the last."""
    found: list[Numeral] = []
    for numeral in numerals:
        part = _part_before(low, numeral, found, span, rules) if _is_whole(numeral) else None
        if part is None:
            found.append(numeral)
            continue
        if found and found[-1].span.start == part.span.start:
            found.pop()
        ratio = Span(part.span.start, numeral.span.end)
        found.append(Numeral(ratio, part.value / numeral.value, qualifier=part.qualifier, fraction=True))
    return found


def _is_whole(numeral: Numeral) -> bool:
    """Whether shares are given of such a number."""
    return (
        numeral.unit is None and numeral.high is None and (2 <= numeral.value <= 10 or numeral.value in (20, 100, 1000))
    )


def _part_before(low: str, whole: Numeral, before: Sequence[Numeral], span: Span, rules: NumberWords) -> Numeral | None:
    """The number that stands before `sur dix`, with at most three words between."""
    words = "|".join(map(re.escape, rules.words["over"]))
    over = re.compile(rf"[{_BLANK}](?:{words})[{_BLANK}]$").search(
        low, max(span.start, whole.span.start - 12), whole.span.start
    )
    if over is None:
        return None
    last = before[-1] if before else None
    if last and last.unit is None and last.value < whole.value and len(low[last.span.end : over.start()].split()) <= 3:
        return last if "," not in low[last.span.end : over.start()] else None
    heads = "|".join(rules.words["ratio_heads"])
    pattern = re.compile(rf"(?<![\w'-])(?:{heads})(?:[{_BLANK}][^\W\d]+){{0,2}}$")
    head = pattern.search(low, max(span.start, over.start() - 40), over.start())
    return Numeral(Span(*head.span()), 1.0) if head else None


def _is_no_figure(text: str, low: str, numeral: Numeral, span: Span, rules: NumberWords) -> bool:
    """Dates, years, clock times, numbers of a series or inside a name, list numbers, references."""
    start, end = numeral.span
    word_before = _WORD_BEFORE.search(low, max(span.start, start - 25), start)
    before = word_before[1] if word_before else ""
    if _is_clock(low, numeral, before, rules) or text[max(0, start - 1) : start] in ("[", "#", "@"):
        return True
    after = _WORD_AFTER.match(low, end, span.end)
    if after and after[1] in month_names():
        return True
    digits = text[start:end].isdigit()
    heads_list = digits and start == span.start and text[end : end + 1] in ".)" and bool(text[end : end + 1])
    if heads_list or (digits and before.rstrip(".") in month_names()):
        return True
    if numeral.unit is not None:
        return False
    if digits and end - start == 4 and int(numeral.value) in _YEARS:
        return True
    name_start = word_before.start(1) if word_before else start
    in_name = (
        text[name_start].isupper() and name_start > span.start and text[name_start - 2 : name_start - 1] not in ".!?…"
    )
    counts = after is not None and after[1] not in rules.words["after_names"]
    return before in rules.words["number_names"] or (digits and in_name and not counts)


def _is_clock(low: str, numeral: Numeral, before: str, rules: NumberWords) -> bool:
    """`à 15 heures`, `quatre heures du matin`: the hour, not how long."""
    if numeral.unit != rules.kinds["duration"][2] or numeral.value > 24:
        return False
    rest = low[numeral.span.end + 1 : numeral.span.end + 20]
    return before in rules.words["clock_before"] or rest.startswith(tuple(rules.words["clock_after"]))


def _qualified(low: str, numeral: Numeral, span: Span, rules: NumberWords) -> Numeral:
    before = low[max(span.start, numeral.span.start - 30) : numeral.span.start].rstrip(_BLANK)
    before = re.sub(rf"[{_BLANK}](?:{rules.ranges['between']}|les|des|the)$", "", before) if numeral.high else before
    for word, name in rules.qualifiers:
        if before.endswith(word) and not before[: -len(word)][-1:].isalnum():
            return replace(numeral, qualifier=name)
    return numeral
