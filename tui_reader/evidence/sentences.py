"""What a sentence tells of the figures in it, worked out once for all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import islice, takewhile

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.evidence.neighbours import FigureNeighbours, behind, within
from tui_reader.evidence.phrases import EvidencePhrases, gap, phrases_of
from tui_reader.evidence.sentence_names import SentenceNames
from tui_reader.evidence.sentence_times import SentenceTimes
from tui_reader.evidence.times import TimeExpression, day_of
from tui_reader.evidence.words import NamedWords, stems_of
from tui_reader.model import Span

_REACH = 90  # code points from a figure within which a word tells what it counts
_PART_REACH = 30  # the same for words that it is a part
_KNOWN_REACH = 10  # code points before a figure in which its article stands
_AMONG_REACH = 50  # the same for the whole that it is a part of, as `parmi les victimes`
_TOTAL_REACH = 50  # the same for words that it is the count of all
_DAILY_REACH = 40  # and for words that it is the count of one day
_OWN_GAP = 4  # between a figure and its own noun
_STATE_GAP = 8  # between a noun and what is said of it, as `ont` and `sont`
_PART_GAP = 12  # between a phrase and the part, as `dont au moins`
_NOUN_REACH = 9  # between a share and what it is of
_PLACE_REACH = 12  # and a preposition
_JOINED = 25  # how much farther a word seems that stands before a conjunction or a comma
_COMPARED_REACH = 16  # and one that another figure was true then
_RIGHT_BEFORE_REACH = 40  # between a word and the figure that it governs


class SentenceEvidence(msgspec.Struct, frozen=True, dict=True):
    """A sentence, and where in it the figures of its article stand, in order."""

    text: str
    language: str
    published: str | None
    figures: tuple[Span, ...]

    @property
    def _phrases(self) -> EvidencePhrases:
        return phrases_of(self.language)

    @cached_property
    def low(self) -> str:
        """The folded sentence, on one line."""
        return fold(self.text).replace("\n", " ")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return stems_of(self.text)

    @cached_property
    def names(self) -> SentenceNames:
        """Its names."""
        parts = frozenset(filter(self.is_part, self.figures))
        return SentenceNames(self.text, self.low, self.language, self.figures, self._neighbours, parts)

    @cached_property
    def _neighbours(self) -> FigureNeighbours:
        """Its figures, to be looked up."""
        return FigureNeighbours(self.figures)

    @cached_property
    def things(self) -> tuple[tuple[Span, str], ...]:
        """The words that name a thing of the lexicon, and the things."""
        return _things(self.language).find(self.low)

    @cached_property
    def aspects(self) -> Mapping[str, tuple[tuple[Span, str], ...]]:
        """Of each group of aspects, the words that name one, and the aspects."""
        return {group: words.find(self.low) for group, words in _aspects(self.language).items()}

    @cached_property
    def times(self) -> SentenceTimes:
        """Its times."""
        return SentenceTimes(self.text, self.low, self.language, day_of(self.published))

    def nearest_thing(self, span: Span, reach: int = _REACH, *, is_after: bool = False) -> frozenset[str]:
        """The thing whose word stands nearest to a figure, at most so far away, with no other figure between."""
        words = behind(self.things, span.end) if is_after else self.things
        near = [one for one in self._distances(words, span) if one[0] <= reach] or self._behind_parts(words, span)
        nearest = min(near, default=None)
        return frozenset(name for distance, name in near if nearest and distance == nearest[0])

    def thing_right_before(self, span: Span) -> frozenset[str]:
        """The thing whose word governs a figure: `la mort de 41 mineurs`, `tuant au moins 12 mineurs`."""
        governs = self._phrases.right_before
        near = within(self.things, Span(span.start - _RIGHT_BEFORE_REACH, span.start))
        return frozenset(name for place, name in near if governs.fullmatch(self.low, place.end, span.start))

    def later_state(self, span: Span) -> frozenset[str]:
        """What is said of those that a figure counts, right behind their noun: `deux blessés ont succombé`."""
        room_end = self._neighbours.room(span).end
        later = [one for one in islice(behind(self.things, span.end), 2) if one[0].start <= room_end]
        if len(later) <= 1:
            return frozenset()
        noun, state = later[0][0], later[1][0]
        is_next = noun.start - span.end <= _OWN_GAP and state.start - noun.end <= _STATE_GAP
        is_joined = self._phrases.joins.search(self.low, noun.end, state.start)
        return frozenset({later[1][1]}) if is_next and not is_joined else frozenset()

    def later_thing(self, span: Span) -> frozenset[str]:
        """The first thing after a figure that is no other figure's own: what two counts of two sources have."""
        later = (
            name
            for place, name in behind(self.things, span.end)
            if not self._neighbours.end_in(place.start - _OWN_GAP, place.start + 1)
        )
        return frozenset({name for name in [next(later, None)] if name})

    def aspects_of(self, span: Span) -> dict[str, str]:
        """Of each group of aspects, the one whose word stands nearest to a figure."""
        nearest = {group: self._nearest_aspect(words, span) for group, words in self.aspects.items()}
        return {group: name for group, name in nearest.items() if name}

    def _nearest_aspect(self, words: Sequence[tuple[Span, str]], span: Span) -> str | None:
        """The aspect whose word stands nearest to a figure in its clause."""
        near = within(words, Span(span.start - _REACH, span.end + _REACH))
        in_clause = [
            one for one in near if not (self._is_in_next_clause(one[0], span) or self._is_of_compared(one[0], span))
        ]
        nearest = min(self._distances(in_clause, span), default=None)
        return nearest and nearest[1]

    def _is_in_next_clause(self, place: Span, span: Span) -> bool:
        """Whether a word belongs to what is joined behind a figure: `quatre morts, mais on craint pire`."""
        return bool(self._phrases.joins.search(self.low, span.end, place.start))

    def aspect_before(self, group: str, span: Span) -> str | None:
        """What is true of a row of figures: `les conservateurs obtiendraient 316 sièges, les travaillistes 239`."""
        words = self.aspects[group]
        count = bisect_right(words, span.start, key=lambda word: word[0].end)
        return words[count - 1][1] if count else None

    def carried_aspect(self, group: str, span: Span) -> str | None:
        """The aspect of a group whose word stands nearest to a figure that is not that of a compared one."""
        nearest_first = sorted(self.aspects[group], key=lambda one: gap(one[0], span))
        return next((name for place, name in nearest_first if not self._is_compared(place, span)), None)

    def time_of(self, span: Span) -> TimeExpression | None:
        """The time nearest to a figure that is not that of another one, with which it is compared."""
        nearest: tuple[int, TimeExpression] | None = None
        for one in sorted(self.times.of_events, key=lambda one: gap(one.span, span)):
            if nearest and gap(one.span, span) > nearest[0]:
                break
            if not self._is_of_another(one.span, span):
                timed = self._time_distance(one.span, span), one
                nearest = min(nearest or timed, timed)
        return nearest and nearest[1]

    def _is_of_another(self, place: Span, span: Span) -> bool:
        """Whether a time is that of another figure or of another clause."""
        is_apart = self._is_behind_relative(place, span) or self._is_in_passing(place, span)
        return is_apart or self._is_of_relative(place, span) or self._is_compared(place, span)

    def _time_distance(self, place: Span, span: Span) -> int:
        """How far a time stands from a figure; farther, where the figure is told in a clause of its own."""
        is_apart = self._phrases.relatives.search(self.low, place.end, span.start)
        return gap(place, span) + (_JOINED if is_apart else 0)

    def _is_behind_relative(self, place: Span, span: Span) -> bool:
        """Whether a word stands behind the clause in commas that tells a figure: `X, qui perd 300 postes, a ...`."""
        opening, end = self.low.rfind(", ", 0, span.start), self.low.find(", ", span.end)
        is_relative = opening >= 0 and self._phrases.relatives.match(self.low, opening + 2)
        return bool(is_relative) and 0 <= end < place.start

    def _is_of_relative(self, place: Span, span: Span) -> bool:
        """Whether a clause behind a figure tells another one with a time: `celle qui a tué 425 hommes en 2000`."""
        opening = self._phrases.relatives.search(self.low, span.end, place.start) if span.end < place.start else None
        return opening is not None and any(opening.end() <= other.start < place.start for other in self.figures)

    def _is_in_passing(self, place: Span, span: Span) -> bool:
        """Whether a word is said of something in passing: `le bateau, construit en 1955, avait 208 passagers`."""
        opening, end = self.low.rfind(", ", 0, place.start), self.low.find(", ", place.end)
        is_passing = opening >= 0 and self._phrases.passing.match(self.low, opening + len(", "))
        return bool(is_passing) and (span.end <= opening or 0 <= end < span.start)

    def _is_compared(self, place: Span, span: Span) -> bool:
        """Whether a figure that is held against this one stands between it and a word."""
        if self._is_of_compared(place, span):
            return True
        start, end = min(place.end, span.end), max(place.start, span.start)
        if not self._neighbours.is_clear(place, span) and self._phrases.compared.search(self.low, start, end):
            return True
        return any(_follows(place, other) for other in self._held_against if not other.meets(span))

    def _is_of_compared(self, place: Span, span: Span) -> bool:
        """Whether a word behind a figure is said of what it is held against: `68 %, plus qu'au premier tour`."""
        start = max(span.end, place.start - _COMPARED_REACH)
        return span.end <= place.start and bool(self._phrases.compared_with.search(self.low, start, place.start))

    def is_earlier(self, span: Span) -> bool:
        """Whether a figure is what was told before: `2 000, contre 15 000 la veille`, `le bilan précédent`."""
        return self._is_held_against(span) or self._tells_what_was_earlier

    @cached_property
    def _tells_what_was_earlier(self) -> bool:
        """Whether it says that what it counts was told before."""
        return bool(self._phrases.earlier.search(self.low))

    @cached_property
    def _held_against(self) -> tuple[Span, ...]:
        """The figures that others are compared with."""
        return tuple(filter(self._is_held_against, self.figures))

    def _is_held_against(self, figure: Span) -> bool:
        """Whether a word that compares stands right before a figure."""
        start = max(0, figure.start - _PLACE_REACH)
        before = self._phrases.compared.finditer(self.low, start, figure.start)
        return any(match.end() + 1 == figure.start for match in before)

    def is_part(self, span: Span) -> bool:
        """Whether a figure is said to be a part of another one."""
        before = self._phrases.part.finditer(self.low, max(0, span.start - _PART_REACH), span.start)
        return any(span.start - match.end() <= _PART_GAP for match in before) or self._is_beside(
            self._phrases.among, span, _AMONG_REACH
        )

    def thing_of_whole(self, span: Span) -> frozenset[str]:
        """The thing that a phrase beside a part names: `parmi les victimes figurent 22 enfants`."""
        start, end = max(0, span.start - _AMONG_REACH), min(len(self.low), span.end + _AMONG_REACH)
        phrases = (Span(*match.span()) for match in self._phrases.among.finditer(self.low, start, end))
        clear = [phrase for phrase in phrases if self._neighbours.is_clear(phrase, span)][:1]
        return frozenset(name for place, name in self.things if any(phrase.holds(place) for phrase in clear))

    def begins_with_part(self, span: Span) -> bool:
        """Whether a sentence begins by saying that its first figure is a part: `Parmi elles, 22 enfants`."""
        return span == self.figures[0] and bool(self._phrases.part.match(self.low))

    def whole_of(self, span: Span) -> Span | None:
        """The figure of which this one is a part: `205 des 289 victimes`, `205 victimes, sur les 289`."""
        later = self._neighbours.next(span.end)
        is_whole = later and self._phrases.of_whole.fullmatch(self.low, span.end, later.start)
        return later if is_whole else None

    def is_whole(self, span: Span) -> bool:
        """Whether another figure is a part of this one."""
        return span in self._wholes

    @cached_property
    def _wholes(self) -> frozenset[Span | None]:
        """The figures of which others are a part."""
        return frozenset(map(self.whole_of, self.figures))

    def has_own_noun(self, span: Span, noun: str) -> bool:
        """Whether a noun stands right behind a figure: `38 % des bureaux`."""
        return bool(noun) and noun in self.low[span.end : span.end + _NOUN_REACH + len(noun)]

    @cached_property
    def tells_so_far(self) -> bool:
        """Whether it tells how far something has come: `43 pays ont désormais fermé leurs frontières`."""
        return bool(self._phrases.so_far.search(self.low))

    @cached_property
    def tells_of_before(self) -> bool:
        """Whether it tells how something goes on that was before: `71 blessés restent à l'hôpital`."""
        return bool(self._phrases.still.search(self.low))

    def are_joined(self, first: Span, second: Span) -> bool:
        """Whether two figures share what is told of them: `22 écoliers et six adultes ont péri`."""
        return bool(self._phrases.joined.fullmatch(self.low, first.end, second.start))

    def are_opposed(self, first: Span, second: Span) -> bool:
        """Whether two figures stand against each other: `329 voix contre 233`."""
        return bool(self._phrases.opposed.fullmatch(self.low, first.end, second.start))

    def has_pronoun_before(self, span: Span) -> bool:
        """Whether a pronoun is the subject of a figure: the first word, or the first behind a comma."""
        openers = (WORD.match(self.low, start) for start in (0, self.low.rfind(", ", 0, span.start) + 2) if start != 1)
        pronouns = grammar_of(self.language).pronouns
        return any(word is not None and word[0] in pronouns for word in openers)

    def is_known(self, span: Span) -> bool:
        """Whether those that a figure counts were told of before: `les sept prévenus`, not `les trois autres`."""
        is_led = self._phrases.known.search(self.low, max(0, span.start - _KNOWN_REACH), span.start)
        return is_led is not None and self._phrases.others.match(self.low, span.end) is None

    def is_more(self, span: Span) -> bool:
        """Whether a figure is said to be what there is more: `trois nouveaux corps`."""
        return bool(self._phrases.more.match(self.low, span.end))

    def is_joint(self, span: Span) -> bool:
        """Whether a figure counts two things together: `21 000 morts et disparus`."""
        return bool(self._phrases.joint.match(self.low, span.end))

    def is_total(self, span: Span) -> bool:
        """Whether a figure is said to be what there is in all."""
        return bool(self._phrases.totals.search(self.low, max(0, span.start - _TOTAL_REACH), span.start))

    def is_daily(self, span: Span) -> bool:
        """Whether a figure is said to be the count of one day."""
        return self._is_beside(self._phrases.daily, span, _DAILY_REACH)

    def _is_beside(self, pattern: re.Pattern[str], span: Span, reach: int) -> bool:
        """Whether a phrase stands so near to a figure, with no other figure between."""
        start, end = max(0, span.start - reach), min(len(self.low), span.end + reach)
        phrases = (Span(*match.span()) for match in pattern.finditer(self.low, start, end))
        return any(self._neighbours.is_clear(phrase, span) for phrase in phrases)

    def _distances(self, words: Sequence[tuple[Span, str]], span: Span) -> Iterator[tuple[int, str]]:
        """How far words stand from a figure where no other figure stands between, and what they name."""
        for place, name in within(words, Span(span.start - _REACH, span.end + _REACH)):
            distance = gap(place, span)
            if self._neighbours.is_clear(place, span) and not self._is_of_other(place, span):
                is_joined = not {",", ";"}.isdisjoint(self.low[place.end : span.start]) or self._phrases.joins.search(
                    self.low, place.end, span.start
                )
                yield distance + (_JOINED if is_joined else 0), name

    def _behind_parts(self, things: Sequence[tuple[Span, str]], span: Span) -> list[tuple[int, str]]:
        """How far words stand behind a figure and its parts: `254 personnes, dont 43 enfants, ont trouvé la mort`."""
        later = self._neighbours.after(span.end)
        parts = list(takewhile(self.is_part, later))
        end = self.low.find(",", parts[-1].end) if parts else -1
        if end < 0:
            return []
        following = later[len(parts) :]
        is_clear_until = following[0].start if following else len(self.low)
        return [(place.start - end, name) for place, name in things if end < place.start < is_clear_until]

    def _is_of_other(self, place: Span, span: Span) -> bool:
        """Whether a word stands right before or behind another figure of which this one is no part: `372 morts`."""
        return not self.is_part(span) and any(
            self._phrases.right_before.fullmatch(self.low, place.end, other.start) or place.start - other.end == 1
            for other in self._neighbours.near(place.start - 1, place.end + _RIGHT_BEFORE_REACH)
            if not other.meets(span)
        )


def _follows(place: Span, figure: Span) -> bool:
    """Whether a word stands right behind a figure, as the time in `contre 1,12 million le 7 mars`."""
    return 0 <= place.start - figure.end <= _OWN_GAP


def carried_aspects(low: str, language: str) -> dict[str, tuple[tuple[Span, str], ...]]:
    """Where a folded text names the aspects that hold for what follows, by their groups."""
    return {group: _aspects(language)[group].find(low) for group in language_of(language).evidence.carried}


def tells_new_event(title: str, language: str) -> bool:
    """Whether a title says that an event is not the one told before: `Nouveau séisme en Tarvanie`."""
    return bool(phrases_of(language).new_event.search(fold(title)))


def things_named(low: str, language: str) -> frozenset[str]:
    """The things of the lexicon that folded words name."""
    return frozenset(name for _span, name in _things(language).find(low))


@cache
def _things(language: str) -> NamedWords:
    return NamedWords(language_of(language).evidence.things)


@cache
def _aspects(language: str) -> dict[str, NamedWords]:
    return {group: NamedWords(names) for group, names in language_of(language).evidence.aspects.items()}
