"""What is known of a figure to hold it against those of other articles: what it counts, when, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.word_list import kinds_of
from tui_reader.analysis.text.segmentation import fold
from tui_reader.evidence.main_counts import CountKey, MainCounts
from tui_reader.evidence.sentences import SentenceEvidence, carried_aspects, tells_new_event
from tui_reader.evidence.things import FigureThings, ThingReader, figures_in_order
from tui_reader.evidence.times import DateRange, day_of
from tui_reader.evidence.values import MILLION
from tui_reader.evidence.words import capitalised_in, names_in, stems_of
from tui_reader.model import Article, Figure, Span

_OUTLOOK, _EXPECTED = "outlook", "expected"  # a group of aspects, and the one of what is feared, planned or polled
STAGE = "round"
"""The group of aspects that tells one stage of something, as of a vote, from others."""
HARM, EXTENT = "harm", "extent"
"""The groups of aspects that tell the gravely injured from others, and what is now from what was in all."""
_LEAD = 400  # code points of an article that tell what it is about
_CROWD = 1000  # persons that make a march what an article is about
_RECENT_DAYS = 31  # between an article and what it tells of as news
_NEW_DAYS = 3  # between an article and an event that it tells as one more
_STRETCH_DAYS = 130  # in which something was that is told again
_CROWD_KINDS = frozenset({"count", "percent"})  # kinds of figures that several sources give of a crowd


class CountedFigure(msgspec.Struct, frozen=True):
    """A figure of an article of a pool, which is `article_index`.

    `things` are the names of things in the lexicon that it may count, `whole_things` those of which not several have a
    share, `states` those that end, as being in hospital, and `kin` those that may be told of the same persons; `head`
    and `stems` are the beginnings of the words for what it counts, `noun` stands for `head` and all with its meaning;
    `is_kind` says whether these name persons of a kind, as policemen, and `is_person` any persons; `aspects` gives of
    each group of the lexicon the one that is true of it; `days` is when that was, `is_timed` whether the text says so,
    and `is_dated` whether to the day, or `is_since` since when; `is_main` says that it is its article's count of all.

    `names` stand beside it; `side_names` are those that the article is not about as a whole, `near_names` have the
    nearest one too, and `local_names` are those of them that its title does not have; `places` are named in its
    sentence, `site` right behind it, and `is_one_of_sites` says that others are counted beside it; `opposed` is the
    number of votes against it, and `holder` is the name whose share it is; `context` are the stems of its sentence.

    `is_of_day` says that its article tells of a march, whose counts are of one day, `is_of_new_event` that its title
    tells of one more event after others, and `is_lasting` that its article counts what goes on for long, as an
    epidemic; `may_be_sum` that it may be a sum of money whose currency is left unsaid, `is_limit` that it counts for
    how many there is room, `is_known` that those it counts were told of before, `is_so_far` that it goes on,
    `is_of_vote` that it is one of a vote itself, `recurs` that others have its value, too, `is_earlier` that it was
    told before another one, and `is_repeated` that another figure has its value.
    """

    article_index: int
    published: date | None
    figure: Figure
    things: frozenset[str]
    whole_things: frozenset[str]
    kin: frozenset[str]
    head: str
    noun: str
    stems: frozenset[str]
    is_kind: bool
    is_person: bool
    aspects: Mapping[str, str]
    days: DateRange | None
    is_timed: bool
    is_dated: bool
    is_since: bool
    is_part: bool
    is_daily: bool
    is_main: bool
    grows: bool
    rises: bool
    states: frozenset[str]
    is_crowd: bool
    may_be_sum: bool
    is_limit: bool
    is_known: bool
    is_so_far: bool
    is_of_day: bool
    is_lasting: bool
    is_of_new_event: bool
    is_of_vote: bool
    recurs: bool
    is_earlier: bool
    is_repeated: bool
    side_names: frozenset[str]
    near_names: frozenset[str]
    local_names: frozenset[str]
    places: frozenset[str]
    site: frozenset[str]
    is_one_of_sites: bool
    opposed: float | None
    names: frozenset[str]
    holder: frozenset[str]
    context: frozenset[str]

    @property
    def is_expected(self) -> bool:
        """Whether it is what is feared, planned or polled."""
        return self.aspects.get(_OUTLOOK) == _EXPECTED


def have_same_head(first: CountedFigure, second: CountedFigure) -> bool:
    """Whether one noun stands for what both figures count."""
    return bool(first.head) and first.head == second.head


def counted_figures(article: Article, article_index: int) -> list[CountedFigure]:
    """The figures of an article; without a language there are none."""
    if article.language is None:
        return []
    reader = _ArticleReader(article, article.language, article_index)
    return reader.read()


class _Account(NamedTuple):
    """What an article says of a figure; `is_aside` says that it is no count of all that there was."""

    counted: FigureThings
    aspects: Mapping[str, str]
    days: DateRange | None
    is_timed: bool
    is_dated: bool
    is_part: bool
    is_daily: bool
    is_news: bool
    is_aside: bool
    opposed: float | None

    @property
    def is_joint(self) -> bool:
        """Whether the figure counts two things together."""
        return self.counted.sentence.is_joint(self.counted.span)

    @property
    def keys(self) -> list[CountKey]:
        """Of what it may be the main count."""
        return [(thing, self.counted.figure.kind, self.is_news) for thing in sorted(self.counted.things)]


class _ArticleReader:
    """Reads the figures of one article."""

    def __init__(self, article: Article, language: str, article_index: int) -> None:
        self._index = article_index
        self._language = language
        self._things = ThingReader(article, language)
        self._published = day_of(self._things.published)
        self._lexicon = language_of(language).evidence
        self._kin = [frozenset(group.split()) for group in self._lexicon.kin]
        self._shared = frozenset(self._lexicon.shared)
        self._states = frozenset(self._lexicon.growth.things) - frozenset(self._lexicon.growth.rising)
        self._main_names = capitalised_in(f"{article.title or ''}\n{article.text[:_LEAD]}")
        self._known_names = names_in(article.text)
        attributions = {figure.attribution for figure in article.figures if figure.attribution}
        self._sources = frozenset().union(*(names_in(f", {attribution}") for attribution in attributions))
        self._tells_new_event = tells_new_event(article.title or "", language)
        self._title_names = capitalised_in(article.title or "")
        self._title_stems = stems_of(article.title or "")
        self._contexts: dict[Span, frozenset[str]] = {}
        self._carried = self._carried_aspects(article, language)
        self._counted = [self._things.read(figure) for figure in figures_in_order(article)]
        self._amounts = Counter((one.figure.value, one.figure.unit) for one in self._counted)
        self._has_crowd = any(one.figure.value >= _CROWD and self._is_crowd(one) for one in self._counted)
        self._is_lasting = any(one.things & self._lexicon.growth.lasting for one in self._counted)
        self._tells_of_vote = any(one.things & self._lexicon.votes for one in self._counted)
        self._main_counts = MainCounts(self._lexicon.growth.rising)

    def _carried_aspects(self, article: Article, language: str) -> dict[str, list[tuple[Span, str]]]:
        """Where the text names the aspects that hold for what follows; a title may name what comes."""
        carried = carried_aspects(fold(article.document.raw), language)
        return {
            group: [one for one in places if not self._things.is_title(one[0])] for group, places in carried.items()
        }

    def read(self) -> list[CountedFigure]:
        """What is known of each figure, in the order of the text."""
        accounts = [self._read(index) for index in range(len(self._counted))]
        news = [account for account in accounts if not account.is_aside]
        for account in sorted(news, key=lambda one: one.is_joint):
            figure, times = account.counted.figure, account.counted.sentence.times
            is_title = any(map(self._things.is_title, figure.mentions))
            if not (account.is_joint and self._main_counts.know(account.keys)):
                self._main_counts.note(figure, account.keys, is_title=is_title, is_of_years=times.are_of_years)
        return [self._counted_figure(account) for account in accounts]

    def _is_of_new_event(self, account: _Account) -> bool:
        """Whether a figure is of the event of which the title says that it is one more; it was a few days ago."""
        if not (self._tells_new_event and account.is_dated and account.days and self._published):
            return False
        is_new = (self._published - account.days.first).days <= _NEW_DAYS
        return is_new and not account.counted.sentence.tells_of_before

    def _is_of_vote(self, counted: FigureThings, aspects: Mapping[str, str]) -> bool:
        """Whether a figure gives what the counting of a vote does."""
        is_share = counted.figure.kind == "percent"
        is_of_side = (
            is_share and self._tells_of_vote and not (counted.head or counted.things)
        )  # `le Parti du progrès, 15,2 %`
        return is_of_side or (is_share and STAGE in aspects) or not counted.things.isdisjoint(self._lexicon.votes)

    def _may_be_sum(self, counted: FigureThings) -> bool:
        """Whether a large count has no noun, or only what is told of things: `80 millions promis`."""
        figure = counted.figure
        is_bare = figure.kind == "count" and figure.unit is None and figure.value >= MILLION
        noun = fold(figure.what or "").partition(" ")[0]
        is_told = "p" in kinds_of(noun, self._language)
        return is_bare and not counted.is_person and (not counted.head or is_told)

    def _is_limit(self, counted: FigureThings) -> bool:
        """Whether a figure counts for how many there is room: `d'une capacité de 250 places`."""
        things = counted.things | counted.sentence.thing_right_before(counted.span)
        return not things.isdisjoint(self._lexicon.limits)

    def _rises(self, counted: FigureThings) -> bool:
        """Whether a figure counts what does not become less."""
        return not counted.things.isdisjoint(self._lexicon.growth.rising)

    def _is_repeated(self, figure: Figure) -> bool:
        """Whether another figure of the article has the same value and unit."""
        return self._amounts[figure.value, figure.unit] > 1

    def _is_crowd(self, counted: FigureThings) -> bool:
        """Whether a figure counts what several sources do."""
        return counted.figure.kind in _CROWD_KINDS and not counted.things.isdisjoint(self._lexicon.crowds)

    def _read(self, index: int) -> _Account:
        """What the article says of a figure."""
        counted = self._counted[index]
        before = self._counted[index - 1] if index else None
        days, is_timed, is_dated = self._days(counted)
        aspects = self._aspects(counted.place, counted.sentence, counted.span)
        is_part = self._is_part(counted, before) or (HARM in aspects and self._rises(counted))
        is_daily = counted.sentence.is_daily(counted.span) or (self._rises(counted) and self._is_added(index))
        is_news = self._is_recent(days)
        is_told_again = is_timed and days is not None and (days.last - days.first).days <= _STRETCH_DAYS
        is_aside = is_part or is_daily or aspects.get(_OUTLOOK) == _EXPECTED or not (is_news or is_told_again)
        return _Account(
            counted, aspects, days, is_timed, is_dated, is_part, is_daily, is_news, is_aside, self._opposed(index)
        )

    def _counted_figure(self, account: _Account) -> CountedFigure:
        """What is known of a figure."""
        counted, sentence, span = account.counted, account.counted.sentence, account.counted.span
        sources = names_in(f", {counted.figure.attribution or ''}")
        names = sentence.names.beside(span) - sources
        outer_names = sentence.names.nearest(span) | sentence.names.subject(span, self._known_names)
        return CountedFigure(
            article_index=self._index,
            published=self._published,
            figure=counted.figure,
            things=counted.things,
            whole_things=counted.things - self._shared,
            kin=self._kin_of(counted.things),
            head=counted.head,
            noun=counted.noun,
            stems=counted.stems,
            is_kind=counted.is_kind,
            is_person=counted.is_person,
            aspects=account.aspects,
            days=account.days,
            is_timed=account.is_timed,
            is_dated=account.is_dated,
            is_since=not account.is_timed and sentence.times.has_since,
            is_part=account.is_part,
            is_daily=account.is_daily,
            is_main=not account.is_aside and self._main_counts.has(counted.figure, account.keys),
            grows=not counted.things.isdisjoint(self._lexicon.growth.things),
            rises=HARM not in account.aspects and self._rises(counted),
            states=counted.things & self._states,
            is_earlier=sentence.is_earlier(span),
            is_repeated=self._is_repeated(counted.figure),
            may_be_sum=self._may_be_sum(counted),
            is_limit=self._is_limit(counted),
            is_known=sentence.is_known(span),
            is_so_far=sentence.tells_so_far,
            is_of_day=self._has_crowd and counted.things.isdisjoint(self._lexicon.growth.objects),
            is_lasting=self._is_lasting,
            is_of_new_event=self._is_of_new_event(account),
            recurs=not counted.things.isdisjoint(self._lexicon.recurring),
            is_of_vote=self._is_of_vote(counted, account.aspects),
            is_crowd=self._is_crowd(counted),
            side_names=names - self._main_names,
            names=names,
            near_names=names | (outer_names - sources),
            local_names=(names | (outer_names - sources)) - self._title_names,
            places=sentence.names.places_of(span),
            site=sentence.names.site(span),
            is_one_of_sites=self._is_one_of_sites(counted),
            opposed=account.opposed,
            holder=self._holder(counted),
            context=self._context(counted),
        )

    def _context(self, counted: FigureThings) -> frozenset[str]:
        """The stems of the sentence of a figure and of the title: one set for all figures of the sentence."""
        if counted.place not in self._contexts:
            self._contexts[counted.place] = counted.sentence.stems | self._title_stems
        return self._contexts[counted.place]

    def _kin_of(self, things: frozenset[str]) -> frozenset[str]:
        """The things that may be told of those of whom these are told."""
        return frozenset().union(*(group for group in self._kin if not group.isdisjoint(things)))

    def _holder(self, counted: FigureThings) -> frozenset[str]:
        """Whose share a figure is; a pronoun has it in `Marek Solin est en tête. Il obtient 38 % des voix`."""
        is_shared = not counted.things.isdisjoint(self._shared)
        if not is_shared and not counted.things.isdisjoint(self._lexicon.votes):
            return frozenset()  # the turnout
        holder = counted.sentence.names.holder(counted.span, self._known_names) - self._sources
        return holder or (self._things.subject_before(counted, self._known_names) if is_shared else frozenset())

    def _aspects(self, place: Span, sentence: SentenceEvidence, span: Span) -> dict[str, str]:
        """The aspects in a sentence, and those that sentences before it carry on to it."""
        aspects = sentence.aspects_of(span)
        outlook = sentence.aspect_before(_OUTLOOK, span)
        if _OUTLOOK not in aspects and outlook:
            aspects[_OUTLOOK] = outlook
        for group in self._lexicon.carried:
            if group not in aspects:
                carried = sentence.carried_aspect(group, span) or self._carried_to(place, group)
                aspects.update({group: carried} if carried else {})
        return aspects

    def _carried_to(self, place: Span, group: str) -> str | None:
        """The aspect of a group that the text before a sentence names last."""
        words = self._carried[group]
        count = bisect_right(words, place.start, key=lambda word: word[0].end)
        return words[count - 1][1] if count else None

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
        times = self._things.sentence(block.span).times.of_events if block else ()
        end = place.start - block.span.start if block else 0
        return next((one.days for one in times if one.is_day and one.end <= end), None)

    def _is_recent(self, days: DateRange | None) -> bool:
        """Whether something was so shortly before the article that it is news."""
        if days is None or self._published is None:
            return True
        return days.days_apart(DateRange(self._published, self._published)) <= _RECENT_DAYS

    def _is_part(self, counted: FigureThings, before: FigureThings | None) -> bool:
        """Whether a figure is a part of one that counts the same, unlike the dead of `90 malades, dont 12 morts`."""
        if counted.sentence.whole_of(counted.span):
            return not counted.has_predicate
        own_things = counted.own_things
        is_after_other = before is not None and before.place == counted.place and own_things.isdisjoint(before.things)
        is_toll = is_after_other and not own_things.isdisjoint(self._lexicon.growth.things)
        is_joined = before is not None and self._are_joined(before, counted)
        later = counted.sentence.later_state(counted.span) - counted.things
        if not later.isdisjoint(self._lexicon.growth.rising):
            return True  # `deux blessés ont succombé`
        return is_joined or (counted.sentence.is_part(counted.span) and not is_toll)

    def _are_joined(self, first: FigureThings, second: FigureThings) -> bool:
        """Whether two figures are those of two kinds that the same is told of."""
        are_kinds = bool(first.head and second.head) and not (first.own_things or second.own_things)
        return are_kinds and first.place == second.place and second.sentence.are_joined(first.span, second.span)

    def _is_added(self, index: int) -> bool:
        """Whether these come to those before: `deux nouveaux corps`, `deux corps, ce qui porte le bilan à neuf`."""
        counted, later = self._counted[index], self._counted[index + 1 : index + 2]
        return any(map(self._is_more, counted.figure.mentions)) or any(
            one.place == counted.place
            and one.things & counted.things
            and one.figure.value > counted.figure.value
            and one.sentence.is_total(one.span)
            for one in later
        )

    def _is_more(self, mention: Span) -> bool:
        """Whether one mention of a figure says that there are so many more: `dix nouveaux morts`."""
        block = self._things.block(mention)
        return block is not None and self._things.sentence(block.span).is_more(mention.shift(-block.span.start))

    def _is_one_of_sites(self, counted: FigureThings) -> bool:
        """Whether its sentence counts the same in another place: `71 morts en Louisiane et 161 au Mississippi`."""
        site = counted.sentence.names.site(counted.span)
        beside = (one for one in self._counted if one.place == counted.place and one.things & counted.things)
        return bool(site) and any(
            site.isdisjoint(other) for one in beside if (other := one.sentence.names.site(one.span))
        )

    def _opposed(self, index: int) -> float | None:
        """The number of votes that a figure stands against: `329 voix contre 233`."""
        counted = self._counted[index]
        if counted.figure.kind != "count" or counted.things.isdisjoint(self._shared):
            return None
        for first, second in pairwise(self._counted[max(0, index - 1) : index + 2]):
            if first.place == second.place and second.sentence.are_opposed(first.span, second.span):
                return (first if second is counted else second).figure.value
        return None
