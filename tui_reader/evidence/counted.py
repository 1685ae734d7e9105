"""What is known of a figure to hold it against those of other articles: what it counts, when, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.evidence.sentences import SentenceEvidence, carried_aspects
from tui_reader.evidence.things import FigureThings, ThingReader, figures_in_order
from tui_reader.evidence.times import DateRange, day_of
from tui_reader.evidence.words import capitalised_in, names_in, stems_of
from tui_reader.model import Article, Figure, Span

OUTLOOK, EXPECTED = "outlook", "expected"
"""A group of aspects of the lexicon, and the one of what is feared, planned or polled."""
_LEAD = 400  # code points of an article that tell what it is about
_CROWD = 1000  # persons that make a march what an article is about
_RECENT_DAYS = 31  # between an article and what it tells of as news


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure of an article of a pool, which is `article_index`.

    `things` are the names of things in the lexicon that it may count, `head` and `stems` the beginnings of the words
    for what it counts, `is_kind` whether these name persons of a kind, as policemen; `aspects` gives of each group of
    the lexicon the one that is true of it; `days` is when that was, `is_timed` whether the text says so, and
    `is_dated` whether to the day; `is_main` says that no other figure before it in its article counts the same.

    `names` stand beside it; `side_names` are those that the article is not about as a whole, `local_names` those that
    its title does not have; `places` are named in its sentence, and `holder` is the name whose share it is; `context`
    are the stems of its sentence. `is_of_day` says that its article tells of a march, whose counts are of one day.
    """

    article_index: int
    published: date | None
    figure: Figure
    things: frozenset[str]
    head: str
    stems: frozenset[str]
    is_kind: bool
    aspects: Mapping[str, str]
    days: DateRange | None
    is_timed: bool
    is_dated: bool
    is_part: bool
    is_daily: bool
    is_main: bool
    grows: bool
    rises: bool
    is_crowd: bool
    is_of_day: bool
    side_names: frozenset[str]
    local_names: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    holder: frozenset[str]
    context: frozenset[str]


def counted_figures(article: Article, article_index: int) -> list[CountedFigure]:
    """The figures of an article; without a language there are none."""
    if article.language is None:
        return []
    reader = _ArticleReader(article, article.language, article_index)
    return reader.read()


class _ArticleReader:
    """Reads the figures of one article."""

    def __init__(self, article: Article, language: str, article_index: int) -> None:
        self._index = article_index
        self._things = ThingReader(article, language)
        self._published = day_of(self._things.published)
        self._lexicon = language_of(language).evidence
        self._main_names = capitalised_in(f"{article.title or ''}\n{article.text[:_LEAD]}")
        self._title_names = capitalised_in(article.title or "")
        self._title_stems = stems_of(article.title or "")
        self._carried = carried_aspects(fold(article.document.raw), language)
        self._counted = [self._things.read(figure) for figure in figures_in_order(article)]
        self._has_crowd = any(one.figure.value >= _CROWD and self._is_crowd(one) for one in self._counted)
        self._first: dict[str, Figure] = {}  # by a thing, the first figure that counts it

    def read(self) -> list[CountedFigure]:
        """What is known of each figure, in the order of the text."""
        return [self._read(counted) for counted in self._counted]

    def _is_crowd(self, counted: FigureThings) -> bool:
        """Whether a figure counts what several sources do."""
        return not counted.things.isdisjoint(self._lexicon.crowds)

    def _read(self, counted: FigureThings) -> CountedFigure:
        figure, sentence, span, place = counted.figure, counted.sentence, counted.span, counted.place
        days, is_timed, is_dated = self._days(counted)
        sources = names_in(f", {figure.attribution or ''}")
        names = sentence.names_beside(span) - sources
        is_part, is_daily = sentence.is_part(span), sentence.is_daily(span)
        aspects = self._aspects(place, sentence, span)
        is_aside = is_part or is_daily or aspects.get(OUTLOOK) == EXPECTED or not self._is_recent(days)
        return CountedFigure(
            article_index=self._index,
            published=self._published,
            figure=figure,
            things=counted.things,
            head=counted.head,
            stems=counted.stems,
            is_kind=counted.is_kind,
            aspects=aspects,
            days=days,
            is_timed=is_timed,
            is_dated=is_dated,
            is_part=is_part,
            is_daily=is_daily,
            is_main=not is_aside and (self._things.is_title(place) or self._is_first(figure, counted.things)),
            grows=not counted.things.isdisjoint(self._lexicon.growth.things),
            rises=not counted.things.isdisjoint(self._lexicon.growth.rising),
            is_of_day=self._has_crowd,
            is_crowd=self._is_crowd(counted),
            side_names=names - self._main_names,
            names=names,
            local_names=(names | sentence.nearest_name(span)) - sources - self._title_names,
            places=sentence.places,
            holder=sentence.holder(span),
            context=sentence.stems | self._title_stems,
        )

    def _aspects(self, place: Span, sentence: SentenceEvidence, span: Span) -> dict[str, str]:
        """The aspects in a sentence, and those that sentences before it carry on to it."""
        aspects = sentence.aspects_of(span)
        for group in self._lexicon.carried:
            if group not in aspects:
                earlier = [name for found, name in self._carried[group] if found.end <= place.start]
                carried = sentence.carried_aspect(group, span) or next(reversed(earlier), None)
                aspects.update({group: carried} if carried else {})
        return aspects

    def _days(self, counted: FigureThings) -> tuple[DateRange | None, bool, bool]:
        """When what a figure tells of was, whether its sentence, or one before it, says so, and whether to the day."""
        own = counted.sentence.time_of(counted.span)
        if own:
            return own.days, True, own.is_day
        earlier = self._day_before(counted.place) if counted.figure.kind == "count" else None
        if earlier:
            return earlier, True, True
        return (DateRange(self._published, self._published) if self._published else None), False, False

    def _day_before(self, place: Span) -> DateRange | None:
        """The day that the paragraph of a sentence names first, before it."""
        block = self._things.block(place)
        times = self._things.sentence(block.span).event_times if block else ()
        end = place.start - block.span.start if block else 0
        return next((one.days for one in times if one.is_day and one.end <= end), None)

    def _is_recent(self, days: DateRange | None) -> bool:
        """Whether something was so shortly before the article that it is news."""
        if days is None or self._published is None:
            return True
        return days.days_apart(DateRange(self._published, self._published)) <= _RECENT_DAYS

    def _is_first(self, figure: Figure, things: frozenset[str]) -> bool:
        """Whether no other value was given for one of these things before; two sources may give two of them."""
        firsts = [self._first.setdefault(thing, figure) for thing in things]
        return any(
            first.value == figure.value
            or (first.sentence == figure.sentence and first.attribution != figure.attribution)
            for first in firsts
        )
