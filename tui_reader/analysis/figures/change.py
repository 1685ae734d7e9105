"""Tell whether a number is a change rather than a level, and which way it goes."""

from __future__ import annotations

import re

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.lexicon.number_words import is_money
from tui_reader.model import Change, Figure, Span

_NEAR = 40  # code points before a number in which a word tells of a change
_MOST_WORDS = 6  # from that word to the number
_CLAUSE = re.compile(r"[,;:(]")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def change_of(
    text: FigureText,
    numeral: Numeral,
    sentence: Span,
    *,
    what: str | None,
    last: Figure | None,
    following: Numeral | None,
) -> Change | None:
    """Whether a number tells by how much something went up or down: `en hausse de 3 %`, `up 3 points`, `10% lower`.

    `what` is what it counts; `last` is the figure before it in the sentence, and `following` the numeral after it.
    """
    if compared := _compared(text, numeral):
        return compared
    sign = text.raw[numeral.span.start]
    if sign in "+-−":
        is_level = numeral.unit in text.numbers.kinds["temperature"]
        return None if is_level else "up" if sign == "+" else "down"
    start = max(sentence.start, last.span.end if last else 0, numeral.start - _NEAR)
    ahead = text.low[start : numeral.start]
    before = _LETTERS.findall(_CLAUSE.split(ahead)[-1])[-_MOST_WORDS:]
    if last and last.change and set(before) & text.numbers.context.restating and len(before) == 1:
        return last.change  # `down 44 points, or 0.1%`
    is_thing = numeral.unit is None and what and not _is_by(text, before)
    if is_thing or _is_level(text, numeral, following, before) or _lasts(text, numeral, before):
        return None
    if numeral.unit and is_money(numeral.unit) and _is_earned(text, numeral, before):
        return None
    return next((change for index in reversed(range(len(before))) if (change := _direction(text, before, index))), None)


def _direction(text: FigureText, before: list[str], index: int) -> Change | None:
    """The way in which a word tells that something goes; None for another thing: `une avance de 3 000 euros`."""
    context, word = text.numbers.context, before[index]
    if word in context.leads and index > 0 and before[index - 1] in text.grammar.determiners:
        return None
    return "up" if word in context.up else "down" if word in context.down else None


def _compared(text: FigureText, numeral: Numeral) -> Change | None:
    """Whether more or less is said after the number: `3 % de plus`, `10% lower`, not `86 metres above the sea`."""
    start, context = numeral.span.end, text.numbers.context
    blank = text.low[start : start + 1] == " "
    of = "".join(f"{word} " for word in context.of[:1])
    is_measure = numeral.unit is not None  # `two more people` tells of no change
    for word in context.comparatives:
        for form in (word, of + word) if is_measure else (of + word,):
            if not text.low.startswith(form, start + blank):
                continue
            after = text.word_after(start + blank + len(form))
            if after not in text.grammar.determiners and after not in context.no_comparison:
                return "down" if word in context.fewer else "up"
    return None


def _is_level(text: FigureText, numeral: Numeral, following: Numeral | None, before: list[str]) -> bool:
    """Whether a number is where something stands: `at 1,204`, `to a record 45`, `pour atteindre 95`, `de 3 % à 5 %`."""
    numbers = text.numbers
    levels = numbers.context.levels
    if before and before[-1] in levels:
        return True
    if before[-3:-2] and before[-3] in levels and before[-2] in text.grammar.determiners:
        return True
    if following is None or numeral.unit not in (None, following.unit) or not before:
        return False
    between = text.low[numeral.span.end : following.start].strip()
    return between == numbers.ranges["to"] and before[-1] in numbers.ranges["from"]


def _lasts(text: FigureText, numeral: Numeral, before: list[str]) -> bool:
    """Whether a time tells in how long something changed: `a baissé en trois ans`."""
    extent = text.numbers.context.extent
    return numeral.unit in text.numbers.durations and bool(before) and before[-1] in extent


def _is_earned(text: FigureText, numeral: Numeral, before: list[str]) -> bool:
    """Whether a sum is what somebody earns in a time: `Ils gagnaient 12 euros par jour`."""
    link, unit = (*text.low[numeral.span.end :].split(maxsplit=2)[:2], "", "")[:2]
    is_rate = (
        link in text.numbers.ranges["each"] and text.numbers.units.get(unit.rstrip(".,;")) in text.numbers.durations
    )
    return is_rate and not text.numbers.context.earning.isdisjoint(before)


def _is_by(text: FigureText, before: list[str]) -> bool:
    """Whether the word before a number says by how much: `rose by 300`, `une hausse de 300`."""
    return bool(before) and before[-1].split("'")[0] in text.numbers.context.by
