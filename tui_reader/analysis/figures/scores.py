"""Find the scores of matches and of votes: `3-2`, `52-48`, `s'impose 2 à 1`, `Brec 3, Montarin 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.figures.units import INITIALS
from tui_reader.analysis.text.dates import words_of_dates
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Span

_PAIR = re.compile(
    r"(?P<mine>\d(?<![\w.,/:$€£+–-]\d)(?:(?<!0)\d{1,2})?)(?P<joint>[-–]| [^\W\d_]{1,3} )(?P<theirs>0|[1-9]\d{0,2})"
    r"(?![\w/:%°$€£–-]|[.,]\d)"
)
_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]+(?: [^\W\d_a-zß-ÿ][\w.'’-]+){0,3}"
_RESULT = re.compile(  # `Brec 3, Montarin 1`
    rf" ?(?P<result>(?P<home>{_NAME}) (?P<mine>\d{{1,3}}),? (?:[-–] )?(?P<guests>{_NAME}) (?P<theirs>\d{{1,3}}))\.?"
)
_PART = re.compile(r"[^;]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_GAMES = 6  # that win a set
_DASHES = "-–"
_SMALL = 30  # a falling pair of smaller numbers joined by a dash is a score, whatever stands before it
_REACH = 60  # code points before a pair in which a word tells that it is a score


def find_scores(text: FigureText, span: Span) -> Iterator[Numeral]:
    """The scores of a sentence: one's own as the value, the other side's as the high end."""
    if span in text.with_digits:
        yield from _results(text, span)
        yield from _pairs(text, span)
    for match in text.matches(text.numbers.spelled_score, span):
        mine, theirs = (_value(text, match[side]) for side in ("mine", "theirs"))
        if mine is not None and theirs is not None and mine > theirs and _is_told(text, match, span):
            yield Numeral(Span(*match.span()), mine, theirs, spelled=True, score=True, rule="score")


def _pairs(text: FigureText, span: Span) -> Iterator[Numeral]:
    """The scores in digits: `3-2`, `s'impose 2 à 1`."""
    end = span.start
    pairs = list(_PAIR.finditer(text.low, *span))
    for match, following in zip_longest(pairs, pairs[1:]):
        listed = end > span.start and text.low[end : match.start()].strip() in (",", text.numbers.ranges["and"])
        if _is_score(text, match, span, listed=listed or _is_set_before(text, match, following)):
            end = match.end()
            yield Numeral(Span(*match.span()), float(match["mine"]), float(match["theirs"]), score=True, rule="score")


def _is_set_before(text: FigureText, match: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether a pair is a set before another one, as the first of `4-6, 7-5, 6-2`."""
    if following is None or text.low[match.end() : following.start()] != ", ":
        return False
    return all(
        pair["joint"] in _DASHES and is_set(int(pair["mine"]), int(pair["theirs"])) for pair in (match, following)
    )


def is_set(mine: float, theirs: float) -> bool:
    """Whether a set of tennis may end so."""
    most, least = max(mine, theirs), min(mine, theirs)
    return (most == _GAMES and least <= _GAMES - 2) or (most == _GAMES + 1 and least in (_GAMES - 1, _GAMES))


def _results(text: FigureText, span: Span) -> Iterator[Numeral]:
    """The results of matches in a sentence of nothing else, each with both names: `Brec 3, Montarin 1`."""
    for part in _PART.finditer(text.raw, *span):
        match = _RESULT.fullmatch(text.raw, *part.span())
        if match and not any(_may_be_numbered(text, match[side]) for side in ("home", "guests")):
            result = Span(*match.span("result"))
            yield Numeral(result, float(match["mine"]), float(match["theirs"]), score=True, rule="score")


def _may_be_numbered(text: FigureText, name: str) -> bool:
    """Whether a number behind a name may say which one it is: `Chapter 3`, `May 3`."""
    words = fold(name).split()
    return any(word in text.numbers.context.number_names or word in words_of_dates() for word in words)


def _value(text: FigureText, side: str) -> float | None:
    """The value of one side of a score, in digits or in words."""
    return float(side) if side.isdecimal() else text.numbers.value_in_words(side)


def _is_told(text: FigureText, match: re.Match[str], span: Span) -> bool:
    """Whether a falling pair in words stands behind a word of scores, and counts nothing."""
    ahead = text.low[max(span.start, match.start() - _REACH) : match.start()]
    words = _LETTERS.findall(ahead)
    introduced = words[-1:] and words[-1] in text.numbers.ranges["from"]
    is_announced = not text.numbers.context.score_words.isdisjoint(words)
    return is_announced and not introduced and not _is_range(text, ahead, match.end())


def _is_score(text: FigureText, match: re.Match[str], span: Span, *, listed: bool) -> bool:
    """Whether two numbers are a score: by their size, else by a word before them or a score that they go on."""
    numbers, dashed = text.numbers, match["joint"] in _DASHES
    if not dashed and match["joint"].strip() != numbers.ranges["to"]:
        return False
    unit = numbers.unit.match(text.low, match.end(), span.end)
    is_unit = unit is not None and not INITIALS.match(text.raw, unit.end())  # unlike `4-2 t.a.b.`
    if is_unit or numbers.multiplier.match(text.low, match.end(), span.end):
        return False
    mine, theirs = int(match["mine"]), int(match["theirs"])
    if dashed and _SMALL > mine >= theirs:
        return True
    ahead = text.low[max(span.start, match.start() - _REACH) : match.start()]
    words, cues = _LETTERS.findall(ahead), numbers.context.score_words
    if words[-1:] and words[-1] in numbers.ranges["from"] and cues.isdisjoint(words[-2:-1]):
        return False
    is_announced = listed or not cues.isdisjoint(words) or (dashed and _is_row(text, match, span))
    return is_announced and ((dashed and mine >= theirs) or not _is_range(text, ahead, match.end()))


def _is_row(text: FigureText, match: re.Match[str], span: Span) -> bool:
    """Whether a pair is the result at the end of a row of a table: `Metz - Nice 0-3`."""
    if match.end() != span.end:
        return False
    names = _LETTERS.findall(text.raw[span.start : match.start()])
    return len(names) > 1 and all(name[0].isupper() for name in names)


def _is_range(text: FigureText, ahead: str, end: int) -> bool:
    """Whether a pair counts something or is qualified: `won 40-50 seats`."""
    after, grammar = text.word_after(end), text.grammar
    counts = after.endswith(grammar.plural_endings) and after not in grammar.stops and after not in grammar.prepositions
    return counts or ahead.rstrip().endswith((*text.numbers.qualifier_words, *text.numbers.context.aged))
