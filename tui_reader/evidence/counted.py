"""What is known of a figure to hold it against those of other articles: what it counts, when, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.lexicon.tables import Words
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.evidence.times import DateRange, TimeExpression, day_of, time_expressions
from tui_reader.model import Article, Figure, Span

_REACH = 90  # code points from a figure within which a word tells what it counts
_PERSON_REACH = 30  # the same for a figure of persons: `la mort de trois ouvriers`
_SHORTEST = 4  # letters of a word that tells something
_PART_REACH = 30  # code points before a figure within which it is said to be a part
_LEAD = 400  # code points of an article that tell what it is about
_SAYING_REACH = 30  # code points before a day within which a verb tells that it is the day of an announcement


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure of an article of a pool, which is `article_index`.

    `things` are the names of things in the lexicon that it may count, `stems` the beginnings of the words for what it
    counts; `aspects` gives of each group of the lexicon the one that is true of it; `days` is when that was, and
    `is_dated` whether the sentence says so; `side_names` are names beside it that the article is not about as a whole;
    `context` are the stems of its sentence.
    """

    article_index: int
    figure: Figure
    things: frozenset[str]
    stems: frozenset[str]
    aspects: Mapping[str, str]
    days: DateRange | None
    is_dated: bool
    is_part: bool
    grows: bool
    side_names: frozenset[str]
    names: frozenset[str]
    context: frozenset[str]


def counted_figures(article: Article, article_index: int) -> list[CountedFigure]:
    """The figures of an article; without a language there are none."""
    if article.language is None:
        return []
    reader = _ArticleReader(article, article.language)
    in_order = sorted(article.figures, key=lambda figure: figure.span)
    return [reader.read(figure, article_index) for figure in in_order]


def stem(word: str) -> str:
    """A word without the endings by which forms of it differ most often."""
    low = fold(word).strip("'")
    return low[:-1] if low.endswith(("s", "x", "e")) and len(low) > _SHORTEST else low


def stems_of(text: str) -> frozenset[str]:
    """The stems of the longer words of a text."""
    words = (word.rpartition("'")[2] for word in WORD.findall(fold(text)))
    return frozenset(stem(word) for word in words if len(word) >= _SHORTEST and not word[0].isdigit())


def names_in(text: str, span: Span | None = None) -> frozenset[str]:
    """The words of a text, or of a stretch of it, that begin with a capital and open no sentence, folded."""
    start, end = span or (0, len(text))
    found = (match for match in _NAME.finditer(text, start, end) if not _OPENS.search(text, 0, match.start()))
    return frozenset(fold(match[0]).strip("'-") for match in found)


_NAME = re.compile(r"(?:(?<!\w)|(?<=[^\W\d_]['’]))[^\W\d_a-zà-ÿ][\w-]+")
_OPENS = re.compile(r"(?:\A|[.!?…:][»”\s]+|[«“\"(]\s?|\n)\s*(?:[^\W\d_]{1,2}['’])?\Z")


class _ArticleReader:
    """Reads the figures of one article."""

    def __init__(self, article: Article, language: str) -> None:
        self._article = article
        self._language = language
        self._published = day_of(article.published)
        self._words = language_of(language).evidence
        self._spans = sorted({mention for figure in article.figures for mention in figure.mentions})
        lead = f"{article.title or ''}\n{article.text[:_LEAD]}"
        self._main_names = frozenset(fold(match[0]).strip("'-") for match in _NAME.finditer(lead))
        self._before: CountedFigure | None = None  # the figure read last

    def read(self, figure: Figure, article_index: int) -> CountedFigure:
        """What is known of a figure."""
        raw = self._article.document.raw
        sentence = figure.sentence.of(raw)
        span = figure.span.shift(-figure.sentence.start)
        others = [other.shift(-figure.sentence.start) for other in self._spans if other != figure.span]
        what = fold(figure.what or "")
        head = what.split(maxsplit=1)[0] if what else ""
        is_generic = not head or head in self._words.generic
        things = self._things(f"{what} {figure.unit or ''}")
        if is_generic and not things:
            things = self._nearest_thing(fold(sentence), span, others, _REACH)
        elif grammar_of(self._language).person_noun(head):
            things |= self._nearest_thing(fold(sentence), span, others, _PERSON_REACH)
        if not what and not things and self._before and self._before.figure.kind == figure.kind:
            things = self._before.things  # `240 salariés. Il en reste 90`
        stems = frozenset() if is_generic else stems_of(what)
        days, is_dated = self._days(figure, sentence, span)
        names = names_in(sentence, _clause(sentence, span)) - names_in(f", {figure.attribution or ''}")
        self._before = CountedFigure(
            article_index=article_index,
            figure=figure,
            things=things,
            stems=stems,
            aspects=self._aspects(fold(sentence), span, others),
            days=days,
            is_dated=is_dated,
            is_part=self._is_part(fold(sentence), span),
            grows=not things.isdisjoint(self._words.growth.things),
            side_names=names - self._main_names,
            names=names,
            context=stems_of(sentence) | stems_of(self._article.title or ""),
        )
        return self._before

    def _things(self, low: str) -> frozenset[str]:
        """The things that folded words name."""
        return frozenset(match.lastgroup or "" for match in _things(self._language).finditer(low))

    def _nearest_thing(self, low: str, span: Span, others: Sequence[Span], reach: int) -> frozenset[str]:
        """The thing whose word stands nearest to a figure, at most so far away, with no other figure between."""
        near = [one for one in _distances(_things(self._language), low, span, others) if one[0] <= reach]
        nearest = min(near, default=None)
        return frozenset(name for distance, name in near if nearest and distance == nearest[0])

    def _aspects(self, low: str, span: Span, others: Sequence[Span]) -> dict[str, str]:
        """Of each group of aspects, the one whose word stands nearest to a figure."""
        aspects = {}
        for group, pattern in _aspects(self._language).items():
            nearest = min(_distances(pattern, low, span, others), default=None)
            if nearest:
                aspects[group] = nearest[1]
        return aspects

    def _is_part(self, low: str, span: Span) -> bool:
        """Whether a figure is said to be a part of another one."""
        before = low[max(0, span.start - _PART_REACH) : span.start]
        return any(phrase in before for phrase in self._words.part)

    def _days(self, figure: Figure, sentence: str, span: Span) -> tuple[DateRange | None, bool]:
        """When what a figure tells of was, and whether its sentence says so."""
        expressions = list(self._event_times(sentence))
        if expressions:
            return min(expressions, key=lambda one: _gap(Span(one.start, one.end), span)).days, True
        block = next((one for one in self._article.blocks if one.span.holds(figure.sentence)), None)
        before = Span(block.span.start, figure.sentence.start).of(self._article.document.raw) if block else ""
        earlier = list(self._event_times(before))
        if earlier:
            return earlier[0].days, True
        return (DateRange(self._published, self._published) if self._published else None), False

    def _event_times(self, text: str) -> Iterator[TimeExpression]:
        """The times in a text, but for those of announcements."""
        saying = _saying(self._language)
        for expression in time_expressions(text, self._language, self._published):
            before = fold(text[max(0, expression.start - _SAYING_REACH) : expression.start])
            if saying.isdisjoint(WORD.findall(before)[-3:]):
                yield expression


def _clause(sentence: str, span: Span) -> Span:
    """The part of a sentence between the commas around a figure."""
    start = max(sentence.rfind(sign, 0, span.start) for sign in (", ", "; ", " ("))
    ends = [end for end in (sentence.find(sign, span.end) for sign in (", ", "; ", ")")) if end >= 0]
    return Span(start + 1, min(ends, default=len(sentence)))


def _distances(pattern: re.Pattern[str], low: str, span: Span, others: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """How far words stand from a figure, where no other figure stands between, and the names of their groups."""
    for match in pattern.finditer(low, max(0, span.start - _REACH), min(len(low), span.end + _REACH)):
        place = Span(*match.span())
        between = Span(min(place.end, span.end), max(place.start, span.start))
        if not any(between.meets(other) for other in others):
            yield _gap(place, span), match.lastgroup or ""


def _gap(one: Span, other: Span) -> int:
    """How many code points lie between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)


@cache
def _things(language: str) -> re.Pattern[str]:
    return _pattern(language_of(language).evidence.things)


@cache
def _aspects(language: str) -> dict[str, re.Pattern[str]]:
    return {group: _pattern(names) for group, names in language_of(language).evidence.aspects.items()}


def _pattern(groups: Mapping[str, Words]) -> re.Pattern[str]:
    """Any word of these groups, each a group of the pattern: `_` is a blank, and what ends in `*` begins a word."""
    named = (
        f"(?P<{name}>{'|'.join(map(_form, sorted(words, reverse=True)))})" for name, words in groups.items() if words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(named) or '(?!)'})(?!\w)")


def _form(word: str) -> str:
    return re.escape(word.rstrip("*")).replace("_", r"\s") + (r"\w*" if word.endswith("*") else "")


@cache
def _saying(language: str) -> frozenset[str]:
    """The forms of verbs of saying."""
    return frozenset(form for form, verb in verb_forms(language).items() if verb.level == "saying")
