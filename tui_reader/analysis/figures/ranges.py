"""Join numerals into ranges and ratios, and read the words that qualify each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.figures.units import times
from tui_reader.model import Span

_GAP = 8  # code points between the ends of a range, at most
_SCORES = frozenset(range(30))  # what two numbers joined by `to` may be worth if they are the end of a match
_REACH = 30  # code points of a qualifier and the word between it and its number
_MOST_TIMES = 10  # the low end of a range in which a change lies: `fell by 8,200 to 311,000` is none
_RATIO_WORDS = 3  # between the two numbers of a ratio
_MULTIPLES = (1000.0, 100.0)  # of the high end, in which the low end may be meant
_LEAST_SCALED = 1000  # a low end below this is meant in the multiple of the high end: `8 à 10 milliards`


def join_ranges_and_ratios(text: FigureText, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """The numerals of a sentence with each range and each ratio as one, and with what qualifies them."""
    whole = _ratios(text, _ranges(text, numerals, span), span)
    return [numeral if numeral.score else _qualified(text, numeral, span) for numeral in whole]


def _ranges(text: FigureText, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """Join the ends of each range: `60 à 70 %`, `entre 10 et 15`, `trois ou quatre`; `de 75 % à 50 %` stays two."""
    joined: list[Numeral] = []
    for numeral in numerals:
        last = joined[-1] if joined else None
        between = _between(text, last, numeral) if last else None
        if last is None or between is None or last.high is not None or numeral.high is not None:
            joined.append(numeral)
        elif _is_bare_pair(text, last, numeral, between, span):
            joined.pop()
        elif _makes_range(text, last, numeral, between, span):
            joined[-1] = _range(last, numeral)
        else:
            first, factor = _first_listed(text, joined), _shared_factor(text, last, numeral, between)
            unit = numeral.unit if numeral.unit and _is_of_one_unit(text, numeral.unit, between) else None
            joined[first:] = [
                replace(listed, unit=listed.unit or unit, value=times(listed.value, factor))
                for listed in joined[first:]
            ]
            joined.append(numeral)
    return joined


def _first_listed(text: FigureText, numerals: Sequence[Numeral]) -> int:
    """The first of the bare numbers that stand in one list with the last: `5, 10` of `5, 10 et 20 km`."""
    first = len(numerals) - 1
    while first > 0 and _is_listed(text, numerals[first - 1], numerals[first]):
        first -= 1
    return first


def _is_listed(text: FigureText, before: Numeral, numeral: Numeral) -> bool:
    """Whether a comma is all that stands between two bare numbers."""
    is_bare = before.unit is None and before.high is None and not before.fraction
    return is_bare and text.low[before.span.end : numeral.span.start] == ", "


def _is_of_one_unit(text: FigureText, unit: str, between: str) -> bool:
    """Whether the unit of the second number is that of the first: `de 12 à 6 mois`, `5 et 6 kg`, `143 des 289 voix`."""
    numbers, ranges = text.numbers, text.numbers.ranges
    if between == ranges["and"] or between in ranges["joints"]:
        return True
    is_counted = unit in numbers.kinds["count"] or unit in numbers.durations  # `seven of his 12 years`
    return is_counted and between.split(" ", maxsplit=1)[0] in numbers.of


def _shared_factor(text: FigureText, first: Numeral, second: Numeral, between: str) -> float:
    """What the first of two numbers is to be multiplied by: `20 et 30 millions d'euros`, `de 2,1 à 2,4 milliards`."""
    ranges, is_bare = text.numbers.ranges, first.factor == 1 and not first.fraction and not first.score
    of_one_unit = first.unit in (None, second.unit) and between in (ranges["and"], ranges["to"])
    is_near = first.value * second.factor <= _MOST_TIMES * second.value
    return second.factor if is_bare and of_one_unit and is_near and first.value < _LEAST_SCALED else 1.0


def _between(text: FigureText, first: Numeral, second: Numeral) -> str | None:
    """The joint between two numerals; None where they stand too far apart for one."""
    if second.span.start - first.span.end > _GAP:
        return None
    words = text.low[first.span.end : second.span.start].strip()
    return words if words in text.numbers.ranges["joints"] else words.lstrip("- ")


def _is_bare_pair(text: FigureText, first: Numeral, second: Numeral, between: str, span: Span) -> bool:
    """Whether two small numbers joined by `to` are neither range, score nor change: `5 to 2` counts nothing."""
    ranges = text.numbers.ranges
    ahead = text.words_before(span.start, first.span.start, 40)[-6:]
    plain = first.unit is None and second.unit is None and not first.spelled and between == ranges["to"]
    is_change = not text.numbers.changes.isdisjoint(ahead) or {*ranges["from"]} & {*ahead[-1:]}
    return (
        plain
        and not is_change
        and first.value in _SCORES
        and second.value in _SCORES
        and not 0 < first.value < second.value
    )


def _makes_range(text: FigureText, first: Numeral, second: Numeral, between: str, span: Span) -> bool:
    """Whether two numerals are the ends of a range, rather than the ends of a change: `de 75 % à 50 %`."""
    ranges = text.numbers.ranges
    scale = _scale(first, second)
    of_one_unit = first.unit in (None, second.unit) or (second.unit is None and between in ranges["glued"])
    if first.value * scale >= second.value or first.fraction or not of_one_unit:
        return False
    ahead = text.words_before(span.start, first.span.start, 40)
    if between == ranges["and"]:
        return ahead[-1:] == [ranges["between"]]
    if between not in ranges["joints"] or between != ranges["to"]:
        return between in ranges["joints"]
    if ahead[-1:] == [ranges["to"]]:  # `cut its forecast to $4 to $5`
        return True
    is_rate = first.unit is None and text.word_after(second.span.end) in ranges["each"]
    introduced = ahead[-1:] and ahead[-1] in ranges["from"]
    is_rate = is_rate and not (introduced and _moves(text, ahead))
    changes = not text.numbers.changes.isdisjoint(ahead[-6:]) and not is_rate
    if introduced:
        # `de deux à trois` is a change in some languages
        spelled_change = first.spelled and scale == 1 and ranges["spelled_changes"]
        return not changes and not spelled_change
    return not changes or (first.unit is None and second.value < _MOST_TIMES * first.value)


def _moves(text: FigureText, words: Sequence[str]) -> bool:
    """Whether a verb and a word of `from` tell from where to where, not by how much: `passe de 3 à 5 euros par an`."""
    context, (verb, introducing) = text.numbers.context, ("", "", *words)[-2:]
    may_tell_by = introducing in context.by  # `augmente de 3 à 5 euros par an`
    return verb in text.numbers.changes and not (may_tell_by and verb in (*context.up, *context.down))


def _scale(first: Numeral, second: Numeral) -> float:
    """What the low end of a range is to be multiplied by: `8 à 10 milliards`, `cinq à six mille`, `8 à 10 000`."""
    if first.factor != 1 or first.value >= _LEAST_SCALED:
        return 1.0
    if second.factor > 1:
        return second.factor
    shared = next((multiple for multiple in _MULTIPLES if second.value > multiple and not second.value % multiple), 1.0)
    if first.spelled != second.spelled or (shared < _LEAST_SCALED and not first.spelled):
        return 1.0
    return shared if first.value * shared < second.value <= _MOST_TIMES * first.value * shared else 1.0


def _range(first: Numeral, second: Numeral) -> Numeral:
    """The range from one numeral to another."""
    span = Span(first.span.start, second.span.end)
    value = times(first.value, _scale(first, second))
    return replace(
        first,
        span=span,
        value=value,
        high=second.value,
        unit=second.unit or first.unit,
        factor=second.factor,
        rule="range",
    )


def _ratios(text: FigureText, numerals: Sequence[Numeral], span: Span) -> list[Numeral]:
    """Join part and whole of each ratio: `neuf pièces sur dix`, `un Français sur trois`, `one in three`."""
    joined: list[Numeral] = []
    for numeral in numerals:
        may_be_whole = numeral.unit is None and numeral.high is None and numeral.value >= 2 and not numeral.value % 1
        part = _part_before(text, numeral, joined[-1] if joined else None, span) if may_be_whole else None
        if part is None:
            joined.append(numeral)
            continue
        if joined and joined[-1].span.start == part.span.start:
            joined.pop()
        ratio = Span(part.span.start, numeral.span.end)
        joined.append(Numeral(ratio, part.value / numeral.value, fraction=True, rule="ratio"))
    return joined


def _part_before(text: FigureText, whole: Numeral, last: Numeral | None, span: Span) -> Numeral | None:
    """The number that stands before `sur dix`, with at most three words between."""
    start, low, numbers = whole.span.start, text.low, text.numbers
    over = numbers.over.search(low, max(span.start, start - 18), start)
    if over is None:
        return None
    small = whole.value <= 10 or whole.value in (20, 100, 1000)
    if last and last.unit is None and last.high is None and 1 <= last.value < whole.value:
        between = low[last.span.end : over.start()] if over.start() - last.span.end < 40 else ","
        close = over["over"] not in numbers.context.over_close or not between
        if close and "," not in between and len(between.split()) <= _RATIO_WORDS:
            return last if small or (last.value == 1 and not between) else None
    head = numbers.ratio_head.search(low, max(span.start, over.start() - 40), over.start())
    is_plain = small or (head is not None and (" " not in head.group() or _is_one_of_many(text, head.group(), whole)))
    return Numeral(Span(*head.span()), 1.0) if head and is_plain else None


def _is_one_of_many(text: FigureText, head: str, many: Numeral) -> bool:
    """`un habitant sur 45 est touché`: whether one person is told of so many, and no noun follows, as of a list."""
    after = text.word_after(many.span.end)
    is_closed = text.raw[many.span.end : many.span.end + 1] in (".", ";", ":", ")", "")
    is_told = is_closed or after in text.grammar.auxiliaries or text.grammar.is_rather_verb(after)
    noun = head.split()[1]
    return is_told and (text.is_person(noun) or noun in text.grammar.peoples)


def _qualified(text: FigureText, numeral: Numeral, span: Span) -> Numeral:
    """The numeral with its qualifier, before it or after it: `environ 300`, `300 au moins`."""
    numbers, (start, end) = text.numbers, numeral.span
    reach = max(span.start, start - _REACH)
    before = text.low[reach:start].rstrip()
    if numeral.high:
        last = before.rsplit(" ", 1)[-1]
        if last in text.grammar.determiners or last == numbers.ranges["between"]:
            before = before.removesuffix(last).rstrip()
    if before.endswith(numbers.qualifier_words):
        word, name = next(pair for pair in numbers.qualifiers if before.endswith(pair[0]))
        rest = before.removesuffix(word)
        if not rest[-1:].isalnum() and not rest.endswith("-") and not _is_during(text, numeral, word, rest):
            return replace(numeral, qualifier=name, qualified_from=reach + len(rest))
    after = numbers.qualified_after.match(text.low, end, min(end + _REACH, span.end))
    return replace(numeral, qualifier=numbers.qualifiers_after[after["words"]]) if after else numeral


def _is_during(text: FigureText, numeral: Numeral, word: str, before: str) -> bool:
    """Whether a word gives a duration rather than qualifies a number: `300 bicycles over 18 months`."""
    context = text.numbers.context
    lasting = numeral.unit in text.numbers.durations or text.word_after(numeral.span.end) in context.played
    lasts = word in context.during and lasting
    return lasts and context.during_after.isdisjoint(before.split()[-1:])
