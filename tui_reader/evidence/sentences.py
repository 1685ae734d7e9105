"""What a sentence tells of the figures in it, worked out once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import takewhile
from typing import NamedTuple

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.evidence.times import TimeExpression, day_of, time_expressions
from tui_reader.evidence.words import NamedWords, name_spans, stems_of
from tui_reader.model import Span

_REACH = 90  # code points from a figure within which a word tells what it counts
_PART_REACH = 30  # the same for words that it is a part
_AMONG_REACH = 50  # the same for the whole that it is a part of, as `parmi les victimes`
_DAILY_REACH = 40  # and for words that it is the count of one day
_SAYING_REACH = 30  # code points before a day within which a verb tells that it is the day of an announcement
_OWN_GAP = 4  # between a figure and its own noun
_STATE_GAP = 8  # between a noun and what is said of it, as `ont` and `sont`
_PART_GAP = 12  # between a phrase and the part, as `dont au moins`
_NOUN_REACH = 9  # between a share and what it is of
_PLACE_REACH = 12  # and a preposition
_JOINED = 25  # how much farther a word seems that stands before a conjunction or a comma
_SINCE_REACH = 20  # and a word that something began then
_FULL_NAME = 2  # words of a name
_COMPARED_REACH = 16  # and one that another figure was true then


_DATELINE = re.compile(r"[.,:]?\s*[-–—]\s")  # behind the day of the article, before its first sentence


class SentenceEvidence(msgspec.Struct, frozen=True, dict=True):
    """A sentence, and where in it the figures of its article stand."""

    text: str
    language: str
    published: str | None
    figures: tuple[Span, ...]

    @property
    def _phrases(self) -> _Phrases:
        return _phrases(self.language)

    @cached_property
    def low(self) -> str:
        """The folded sentence, on one line."""
        return fold(self.text).replace("\n", " ")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return stems_of(self.text)

    @cached_property
    def names(self) -> tuple[tuple[Span, str], ...]:
        """The names in it, but for those of days and months."""
        return self._names(frozenset())

    def _names(self, known: frozenset[str]) -> tuple[tuple[Span, str], ...]:
        """The same, with those that open it where they are known."""
        return tuple(one for one in name_spans(self.text, known) if one[1] not in _calendar(self.language))

    @cached_property
    def _places(self) -> tuple[tuple[Span, str], ...]:
        """The names in it that are of places, as a preposition says."""
        nouns = [(Span(*match.span()), match[0]) for match in self._phrases.place_nouns.finditer(self.low)]
        return (*nouns, *((place, name) for place, name in self.names if self._is_place(place)))

    @cached_property
    def things(self) -> tuple[tuple[Span, str], ...]:
        """The words that name a thing of the lexicon, and the things."""
        return _things(self.language).find(self.low)

    @cached_property
    def sides(self) -> tuple[tuple[Span, str], ...]:
        """The words for sides of a vote that have no name, and the sides."""
        return _sides(self.language).find(self.low)

    @cached_property
    def aspects(self) -> Mapping[str, tuple[tuple[Span, str], ...]]:
        """Of each group of aspects, the words that name one, and the aspects."""
        return {group: words.find(self.low) for group, words in _aspects(self.language).items()}

    @cached_property
    def event_times(self) -> tuple[TimeExpression, ...]:
        """The times that it names, but for days to come, those of announcements and those since when something is."""
        expressions = time_expressions(self.text, self.language, day_of(self.published))
        return tuple(expression for expression in expressions if self._is_event_time(expression))

    def _is_event_time(self, expression: TimeExpression) -> bool:
        published = day_of(self.published)
        if published and expression.is_day and expression.days.first > published:
            return False
        if expression.is_day and expression.days.first == published and _DATELINE.match(self.low, expression.end):
            return False
        before = self.low[max(0, expression.start - _SAYING_REACH) : expression.start]
        if self._phrases.since.search(before[-_SINCE_REACH:]):
            return False
        return not expression.is_day or _saying(self.language).isdisjoint(WORD.findall(before)[-3:])

    def nearest_thing(self, span: Span, reach: int = _REACH, *, is_after: bool = False) -> frozenset[str]:
        """The thing whose word stands nearest to a figure, at most so far away, with no other figure between."""
        words = [one for one in self.things if one[0].start >= span.end] if is_after else self.things
        near = [one for one in self._distances(words, span) if one[0] <= reach] or self._behind_parts(words, span)
        nearest = min(near, default=None)
        return frozenset(name for distance, name in near if nearest and distance == nearest[0])

    def thing_right_before(self, span: Span) -> frozenset[str]:
        """The thing whose word governs a figure: `la mort de 41 mineurs`, `tuant au moins 12 mineurs`."""
        governs = self._phrases.right_before
        return frozenset(name for place, name in self.things if governs.fullmatch(self.low, place.end, span.start))

    def later_state(self, span: Span) -> frozenset[str]:
        """What is said of those that a figure counts, right behind their noun: `deux blessés ont succombé`."""
        behind = [one for one in self.things if one[0].start >= span.end and self._is_clear(one[0], span)][:2]
        if len(behind) <= 1:
            return frozenset()
        noun, state = behind[0][0], behind[1][0]
        is_next = noun.start - span.end <= _OWN_GAP and state.start - noun.end <= _STATE_GAP
        is_joined = self._phrases.joins.search(self.low, noun.end, state.start)
        return frozenset({behind[1][1]}) if is_next and not is_joined else frozenset()

    def later_thing(self, span: Span) -> frozenset[str]:
        """The first thing after a figure that is no other figure's own: what two counts of two sources have."""
        ends = {other.end for other in self.figures}
        later = (
            name
            for place, name in self.things
            if place.start >= span.end and ends.isdisjoint(range(place.start - _OWN_GAP, place.start + 1))
        )
        return frozenset({name for name in [next(later, None)] if name})

    def aspects_of(self, span: Span) -> dict[str, str]:
        """Of each group of aspects, the one whose word stands nearest to a figure."""
        nearest = {group: self._nearest_aspect(words, span) for group, words in self.aspects.items()}
        return {group: name for group, name in nearest.items() if name}

    def _nearest_aspect(self, words: Sequence[tuple[Span, str]], span: Span) -> str | None:
        """The aspect whose word stands nearest to a figure in its clause."""
        in_clause = [
            one for one in words if not (self._is_in_next_clause(one[0], span) or self._is_of_compared(one[0], span))
        ]
        nearest = min(self._distances(in_clause, span), default=None)
        return nearest and nearest[1]

    def _is_in_next_clause(self, place: Span, span: Span) -> bool:
        """Whether a word belongs to what is joined behind a figure: `quatre morts, mais on craint pire`."""
        return bool(self._phrases.joins.search(self.low, span.end, place.start))

    def aspect_before(self, group: str, span: Span) -> str | None:
        """What is true of a row of figures: `les conservateurs obtiendraient 316 sièges, les travaillistes 239`."""
        before = [name for place, name in self.aspects[group] if place.end <= span.start]
        return before[-1] if before else None

    def carried_aspect(self, group: str, span: Span) -> str | None:
        """The aspect of a group whose word stands nearest to a figure that is not that of a compared one."""
        near = [one for one in self.aspects[group] if not self._is_compared(one[0], span)]
        nearest = min(near, key=lambda one: _gap(one[0], span), default=None)
        return nearest and nearest[1]

    def time_of(self, span: Span) -> TimeExpression | None:
        """The time nearest to a figure that is not that of another one, with which it is compared."""
        near = [one for one in self.event_times if not self._is_of_another(Span(one.start, one.end), span)]
        return min(near, key=lambda one: self._time_distance(Span(one.start, one.end), span), default=None)

    def _is_of_another(self, place: Span, span: Span) -> bool:
        """Whether a time is that of another figure or of another clause."""
        return self._is_compared(place, span) or self._is_behind_relative(place, span)

    def _time_distance(self, place: Span, span: Span) -> int:
        """How far a time stands from a figure; farther, where the figure is told in a clause of its own."""
        is_apart = self._phrases.relatives.search(self.low, place.end, span.start)
        return _gap(place, span) + (_JOINED if is_apart else 0)

    def _is_behind_relative(self, place: Span, span: Span) -> bool:
        """Whether a word stands behind the clause in commas that tells a figure: `X, qui perd 300 postes, a ...`."""
        opening, end = self.low.rfind(", ", 0, span.start), self.low.find(", ", span.end)
        is_relative = opening >= 0 and self._phrases.relatives.match(self.low, opening + 2)
        return bool(is_relative) and 0 <= end < place.start

    def _is_compared(self, place: Span, span: Span) -> bool:
        """Whether a figure that is held against this one stands between it and a word."""
        if self._is_of_compared(place, span):
            return True
        between = Span(min(place.end, span.end), max(place.start, span.start))
        others = [other for other in self.figures if not other.meets(span)]
        has_figure = any(between.meets(other) for other in others)
        if has_figure and self._phrases.compared.search(self.low, between.start, between.end):
            return True
        return any(self._follows_compared(place, other) for other in others)

    def _is_of_compared(self, place: Span, span: Span) -> bool:
        """Whether a word behind a figure is said of what it is held against: `68 %, plus qu'au premier tour`."""
        start = max(span.end, place.start - _COMPARED_REACH)
        return span.end <= place.start and bool(self._phrases.compared_with.search(self.low, start, place.start))

    def _follows_compared(self, place: Span, figure: Span) -> bool:
        """Whether a word stands right behind a figure that is compared: the time of `contre 1,12 million le 7 mars`."""
        start = max(0, figure.start - _PLACE_REACH)
        is_compared = any(match.end() + 1 == figure.start for match in self._phrases.compared.finditer(self.low, start))
        return is_compared and 0 <= place.start - figure.end <= _OWN_GAP

    def is_part(self, span: Span) -> bool:
        """Whether a figure is said to be a part of another one."""
        before = self._phrases.part.finditer(self.low, max(0, span.start - _PART_REACH), span.start)
        return any(span.start - match.end() <= _PART_GAP for match in before) or self._is_beside(
            self._phrases.among, span, _AMONG_REACH
        )

    def places_of(self, span: Span) -> frozenset[str]:
        """The places of a figure: those behind it, before all figures, or else any but for those of its parts.

        So of `80 000 à Paris et 20 000 à Lyon`, and of `deux millions, dont 300 000 à Paris`.
        """
        later = [other for other in self.figures if other.start >= span.end]
        own = self._places_between(span.end, min((other.start for other in later), default=len(self.low)))
        if own:
            return own
        end_of_parts = min((other.start for other in later if self.is_part(other)), default=len(self.low))
        return self._places_between(0, min(self.figures).start) or self._places_between(0, end_of_parts)

    def _places_between(self, start: int, end: int) -> frozenset[str]:
        return frozenset(name for place, name in self._places if start <= place.start < end)

    def thing_of_whole(self, span: Span) -> frozenset[str]:
        """The thing that a phrase beside a part names: `parmi les victimes figurent 22 enfants`."""
        start, end = max(0, span.start - _AMONG_REACH), min(len(self.low), span.end + _AMONG_REACH)
        phrases = (Span(*match.span()) for match in self._phrases.among.finditer(self.low, start, end))
        clear = [phrase for phrase in phrases if self._is_clear(phrase, span)][:1]
        return frozenset(name for place, name in self.things if any(phrase.holds(place) for phrase in clear))

    def begins_with_part(self, span: Span) -> bool:
        """Whether a sentence begins by saying that its first figure is a part: `Parmi elles, 22 enfants`."""
        return span == min(self.figures) and bool(self._phrases.part.match(self.low))

    def whole_of(self, span: Span) -> Span | None:
        """The figure of which this one is a part: `205 des 289 victimes`, `205 victimes, sur les 289`."""
        later = min((other for other in self.figures if other.start >= span.end), default=None)
        is_whole = later and self._phrases.of_whole.fullmatch(self.low, span.end, later.start)
        return later if is_whole else None

    def is_whole(self, span: Span) -> bool:
        """Whether another figure is a part of this one."""
        return any(self.whole_of(other) == span for other in self.figures if other.end <= span.start)

    def has_own_noun(self, span: Span, noun: str) -> bool:
        """Whether a noun stands right behind a figure: `38 % des bureaux`."""
        return bool(noun) and noun in self.low[span.end : span.end + _NOUN_REACH + len(noun)]

    @property
    def tells_of_before(self) -> bool:
        """Whether it tells how something goes on that was before: `71 blessés restent à l'hôpital`."""
        return bool(self._phrases.still.search(self.low))

    def are_joined(self, first: Span, second: Span) -> bool:
        """Whether two figures share what is told of them: `22 écoliers et six adultes ont péri`."""
        return bool(self._phrases.joined.fullmatch(self.low, first.end, second.start))

    def are_opposed(self, first: Span, second: Span) -> bool:
        """Whether two figures stand against each other: `329 voix contre 233`."""
        return bool(self._phrases.opposed.fullmatch(self.low, first.end, second.start))

    def is_daily(self, span: Span) -> bool:
        """Whether a figure is said to be the count of one day."""
        return self._is_beside(self._phrases.daily, span, _DAILY_REACH)

    def _is_beside(self, pattern: re.Pattern[str], span: Span, reach: int) -> bool:
        """Whether a phrase stands so near to a figure, with no other figure between."""
        start, end = max(0, span.start - reach), min(len(self.low), span.end + reach)
        return any(self._is_clear(Span(*match.span()), span) for match in pattern.finditer(self.low, start, end))

    def names_beside(self, span: Span) -> frozenset[str]:
        """The names between the commas around a figure."""
        start = max(self.text.rfind(sign, 0, span.start) for sign in (", ", "; ", " ("))
        ends = [end for end in (self.text.find(sign, span.end) for sign in (", ", "; ", ")")) if end >= 0]
        end = min(ends, default=len(self.text))
        return frozenset(name for place, name in self.names if place.start > start and place.end <= end)

    def holder(self, span: Span, known: frozenset[str]) -> frozenset[str]:
        """Whose share a figure is: the nearest side or name, but for a place before it; those of the text are known."""
        names = [one for one in self._names(known) if one[0].start >= span.end or not self._is_place(one[0])]
        start = self._start_of_lead(span)
        holders = [one for one in sorted([*names, *self.sides]) if not start <= one[0].start < span.start]
        return self._nearest_name(holders, span)

    def _start_of_lead(self, span: Span) -> int:
        """Where a verb stands that tells whom the one is ahead of whose share a figure is, or else its end."""
        if not self._phrases.having.search(self.low, 0, span.start):
            return span.start
        return max(
            (match.start() for match in self._phrases.ahead.finditer(self.low, 0, span.start)), default=span.start
        )

    def first_name(self, known: frozenset[str]) -> frozenset[str]:
        """The words of its first name that is of no place; those of the text are known."""
        names = [one for one in self._names(known) if not self._is_place(one[0])]
        return self._nearest_name(names[:_FULL_NAME], Span(0, 0))

    def nearest_name(self, span: Span) -> frozenset[str]:
        """The words of the name nearest before a figure, or else after it, with no other figure between."""
        return self._nearest_name(self.names, span)

    def _nearest_name(self, names: Sequence[tuple[Span, str]], span: Span) -> frozenset[str]:
        clear = [one for one in names if self._is_clear(one[0], span)]
        before = [one for one in clear if one[0].end <= span.start]
        nearest: list[tuple[Span, str]] = []
        for place, name in [*reversed(before)] or [one for one in clear if one[0].start >= span.end]:
            if nearest and _gap(place, nearest[-1][0]) > 1:
                break
            nearest.append((place, name))
        return frozenset(name for _place, name in nearest)

    def _is_place(self, place: Span) -> bool:
        return bool(self._phrases.places.search(self.low, max(0, place.start - _PLACE_REACH), place.start))

    def _distances(self, words: Sequence[tuple[Span, str]], span: Span) -> Iterator[tuple[int, str]]:
        """How far words stand from a figure where no other figure stands between, and what they name."""
        for place, name in words:
            distance = _gap(place, span)
            if distance <= _REACH and self._is_clear(place, span) and not self._is_of_other(place, span):
                is_joined = "," in self.low[place.end : span.start] or self._phrases.joins.search(
                    self.low, place.end, span.start
                )
                yield distance + (_JOINED if is_joined else 0), name

    def _behind_parts(self, things: Sequence[tuple[Span, str]], span: Span) -> list[tuple[int, str]]:
        """How far words stand behind a figure and its parts: `254 personnes, dont 43 enfants, ont trouvé la mort`."""
        later = [other for other in self.figures if other.start >= span.end]
        parts = list(takewhile(self.is_part, later))
        end = self.low.find(",", parts[-1].end) if parts else -1
        following = later[len(parts) :]
        is_clear_until = following[0].start if following else len(self.low)
        return [(place.start - end, name) for place, name in things if 0 <= end < place.start < is_clear_until]

    def _is_of_other(self, place: Span, span: Span) -> bool:
        """Whether a word stands right before or behind another figure of which this one is no part: `372 morts`."""
        return not self.is_part(span) and any(
            self._phrases.right_before.fullmatch(self.low, place.end, other.start) or place.start - other.end == 1
            for other in self.figures
            if not other.meets(span)
        )

    def _is_clear(self, place: Span, span: Span) -> bool:
        """Whether no other figure stands between a word and a figure."""
        between = Span(min(place.end, span.end), max(place.start, span.start))
        return not any(between.meets(other) for other in self.figures if not other.meets(span))


def carried_aspects(low: str, language: str) -> dict[str, tuple[tuple[Span, str], ...]]:
    """Where a folded text names the aspects that hold for what follows, by their groups."""
    return {group: _aspects(language)[group].find(low) for group in language_of(language).evidence.carried}


def tells_new_event(title: str, language: str) -> bool:
    """Whether a title says that an event is not the one told before: `Nouveau séisme en Tarvanie`."""
    return bool(_phrases(language).new_event.search(fold(title)))


def things_named(low: str, language: str) -> frozenset[str]:
    """The things of the lexicon that folded words name."""
    return frozenset(name for _span, name in _things(language).find(low))


def _gap(one: Span, other: Span) -> int:
    """How many code points lie between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)


class _Phrases(NamedTuple):
    """Patterns of the phrases of a language that tell something of the figures, words and times beside them.

    `places`, `since`, `compared_with` and `having` are found right before a name, a time or a figure, the others
    anywhere.
    """

    part: re.Pattern[str]
    among: re.Pattern[str]
    of_whole: re.Pattern[str]
    daily: re.Pattern[str]
    compared: re.Pattern[str]
    compared_with: re.Pattern[str]
    joins: re.Pattern[str]
    relatives: re.Pattern[str]
    place_nouns: re.Pattern[str]
    places: re.Pattern[str]
    since: re.Pattern[str]
    right_before: re.Pattern[str]
    joined: re.Pattern[str]
    opposed: re.Pattern[str]
    new_event: re.Pattern[str]
    still: re.Pattern[str]
    ahead: re.Pattern[str]
    having: re.Pattern[str]


@cache
def _phrases(language: str) -> _Phrases:
    evidence, numbers = language_of(language).evidence, number_words(language)

    def anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"\b{any_of(phrases)}\b")

    return _Phrases(
        part=anywhere(evidence.part),
        among=anywhere(evidence.among),
        of_whole=re.compile(rf"(?:\s\w+,)?\s*{any_of(evidence.of_whole)}(?:\s\w+)?\s*"),
        daily=anywhere(evidence.daily),
        compared=re.compile(rf"(?<!d')\b{any_of(evidence.compared)}\b"),
        compared_with=re.compile(rf"\b{any_of(evidence.compared_with)}\s*\Z"),
        joins=anywhere(evidence.joins),
        relatives=anywhere(evidence.relatives),
        place_nouns=anywhere(evidence.place_nouns),
        places=re.compile(rf"\b{any_of(evidence.places)}\s(?:l[ae]s?\s)?\Z"),
        right_before=re.compile(rf"\s(?:{any_of(numbers.of)}['’\s])?(?:{any_of(numbers.qualifier_words)}['’\s]?)?"),
        joined=re.compile(rf"\s(?:\w+\s){{1,2}}{any_of(evidence.joins)}\s"),
        new_event=re.compile(rf"\b{any_of(evidence.another)}\s{any_of(evidence.events)}\b"),
        still=anywhere(evidence.still),
        ahead=anywhere(evidence.ahead),
        having=re.compile(rf"\b{any_of(evidence.having)}\s\Z"),
        opposed=re.compile(rf"\s(?:\w+\s){{0,2}}{any_of(evidence.compared)}\s"),
        since=re.compile(rf"\b{any_of(evidence.since)}\s*\Z"),
    )


@cache
def _things(language: str) -> NamedWords:
    return NamedWords(language_of(language).evidence.things)


@cache
def _aspects(language: str) -> dict[str, NamedWords]:
    return {group: NamedWords(names) for group, names in language_of(language).evidence.aspects.items()}


@cache
def _sides(language: str) -> NamedWords:
    return NamedWords(language_of(language).evidence.sides)


@cache
def _calendar(language: str) -> frozenset[str]:
    """The names of days and months."""
    dates = language_of(language).dates
    return frozenset(fold(name) for names in (*dates.weekdays, *dates.months) for name in names)


@cache
def _saying(language: str) -> frozenset[str]:
    """The forms of verbs of saying."""
    return frozenset(form for form, verb in verb_forms(language).items() if verb.level == "saying")
