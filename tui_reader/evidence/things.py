"""What the figures of an article count: by their own words, the words around them, and the figures before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.lexicon.word_list import is_no_noun
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import fold, sentences
from tui_reader.evidence.sentences import SentenceEvidence, things_named
from tui_reader.evidence.times import time_expressions
from tui_reader.evidence.words import stem, stems_of
from tui_reader.model import Article, Block, Figure, Span

_PERSON_REACH = 30  # code points within which a word tells what befell persons: `la mort de trois ouvriers`
_PREDICATE_REACH = 40  # and what was done to others: `trois mineurs seraient encore bloqués`
_NO_PERSONS = frozenset({"money", "age", "duration"})  # kinds of figures that count no persons
_NO_MONEY = frozenset({"measure", "age", "duration", "score"})  # that give no sums
_NEEDS_THING = frozenset({"money", "percent"})  # kinds of figures whose own words say little


class FigureThings(msgspec.Struct, frozen=True):
    """What a figure counts, and where that is told: at `span` of a sentence whose `place` is in the raw text.

    `things` are the names of things in the lexicon that it may count, `own_things` those that its own words name, or
    where it is a part without a noun, what is said of it (`has_predicate`); `head` and `stems` are the beginnings of
    its own words, `noun` stands for `head` and all with its meaning; `is_kind` says whether they name persons of a
    kind, as policemen, `is_person` any persons, and `is_animal` animals.
    """

    figure: Figure
    place: Span
    sentence: SentenceEvidence
    span: Span
    things: frozenset[str]
    own_things: frozenset[str]
    has_predicate: bool
    head: str
    noun: str
    stems: frozenset[str]
    is_kind: bool
    is_person: bool
    is_animal: bool


class _Noun(NamedTuple):
    """The own words for what a figure counts, the first of them, and what they say."""

    what: str
    head: str
    is_generic: bool
    is_person: bool
    things: frozenset[str]


def things_of_figures(article: Article) -> list[tuple[Figure, frozenset[str]]]:
    """The figures of an article, each with the things that it may count; without a language there are none."""
    if article.language is None:
        return []
    reader = ThingReader(article, article.language)
    return [(figure, reader.read(figure).things) for figure in figures_in_order(article)]


def figures_in_order(article: Article) -> list[Figure]:
    """The figures of an article in the order of the text."""
    return sorted(article.figures, key=lambda figure: figure.span)


class ThingReader:
    """Reads what the figures of one article count, each after those before it."""

    def __init__(self, article: Article, language: str) -> None:
        self.published = article.published or _day_in_title(article, language)
        self._article = article
        self._language = language
        self._lexicon = language_of(language).evidence
        growth = self._lexicon.growth
        self._of_persons = growth.things - growth.sums - growth.objects
        self._spans = sorted({mention for figure in article.figures for mention in figure.mentions})
        self._sentences: dict[Span, SentenceEvidence] = {}
        self._before: FigureThings | None = None  # the figure read last
        self._whole: FigureThings | None = None  # the last one of whose things it is known what befell them

    def read(self, figure: Figure) -> FigureThings:
        """What a figure counts."""
        mention, place = self._told(figure)
        sentence, span = self.sentence(place), mention.shift(-place.start)
        noun = self._noun(figure)
        predicate = self._predicate(figure, noun, sentence, span)
        is_whole = not noun.things and sentence.is_whole(span)
        is_own = is_whole and not predicate and sentence.has_own_noun(span, noun.head)
        if not is_own and (predicate or is_whole or self._has_noun_of_other(figure, noun, sentence, span, place)):
            what = noun.what if predicate else ""
            noun = _Noun(what, "", is_generic=True, is_person=bool(predicate), things=predicate)
        things = noun.things if predicate or is_whole else self._things_around(figure, noun, sentence, span)
        stems = frozenset() if noun.is_generic else stems_of(noun.what)
        if noun.is_generic and self._before and not is_whole and self._continues(figure):
            stems = self._before.stems
            things = things or self._before.things  # `240 salariés. Il en reste 90`
        if not things and sentence.is_part(span):
            things = self._things_of_whole(sentence, span, place)
        if self._before and self._before.place == place and self._before.is_animal and sentence.is_part(span):
            things -= self._of_persons  # `11 000 dindes, dont 400 mortes`
        if noun.is_generic and not things and figure.kind == "count":
            things = self._presumed(noun) or self._far_thing(sentence, span, place)
        if figure.kind == "money":
            things -= self._lexicon.votes  # `82 millions de dollars chaque siège`
        if figure.kind == "count":
            things -= (
                self._lexicon.votes - self._lexicon.shared
            )  # who voted is no turnout in `145 élus ont voté contre`
        self._before = FigureThings(
            figure=figure,
            place=place,
            sentence=sentence,
            span=span,
            things=things,
            own_things=noun.things,
            has_predicate=bool(predicate),
            head="" if noun.is_generic else stem(noun.head),
            noun="" if noun.is_generic else self._common_noun(noun.head),
            stems=stems,
            is_kind=noun.is_person and bool(noun.head) and not things_named(noun.head, self._language),
            is_person=bool(noun.what) and (noun.is_generic or noun.is_person or self._are_of_persons(noun.things)),
            is_animal=noun.head in self._lexicon.animals,
        )
        if self._are_of_persons(things):
            self._whole = self._before
        return self._before

    def _noun(self, figure: Figure) -> _Noun:
        """The own words for what a figure counts."""
        what = fold(figure.what or "")
        head = what.split(maxsplit=1)[0] if what else ""
        if is_no_noun(head, self._language):  # `80 millions promis`
            what = head = ""
        is_generic = not head or head in self._lexicon.generic
        is_person = not is_generic and (grammar_of(self._language).person_noun(head) or self._is_people(figure, head))
        things = things_named(f"{what} {figure.unit or ''}", self._language)
        is_object = not things.isdisjoint(self._lexicon.growth.objects)  # `300 maisons évacuées`
        if is_object or figure.kind in _NO_PERSONS or head in self._lexicon.animals:
            things -= self._of_persons
        return _Noun(what, head, is_generic, is_person, things)

    def _is_people(self, figure: Figure, head: str) -> bool:
        """Whether a noun with a capital names those of a town or land: `sept Alsaciens`."""
        grammar, is_name = grammar_of(self._language), (figure.what or "")[:1].isupper()
        singular = head.removesuffix("s")
        return is_name and (singular in grammar.peoples or singular.endswith(grammar.people_endings))

    def _common_noun(self, noun: str) -> str:
        """The beginning of a noun, or of the one that stands for all with its meaning: `lycéennes`, `élèves`."""
        return _common_nouns(self._language).get(noun, stem(noun))

    def _has_noun_of_other(
        self, figure: Figure, noun: _Noun, sentence: SentenceEvidence, span: Span, place: Span
    ) -> bool:
        """Whether a noun is none of a part's: the states in `318 tués dans sept États, dont 228 en Alabanie`."""
        is_of_persons = self._whole is not None and self._whole.place == place
        if figure.kind != "count" or noun.is_generic or noun.things or not is_of_persons:
            return False
        return sentence.is_part(span) and not sentence.has_own_noun(span, noun.head)

    def _predicate(self, figure: Figure, noun: _Noun, sentence: SentenceEvidence, span: Span) -> frozenset[str]:
        """What befell a part without a noun of its own: `153 des 172 passagers ont péri`, `dont 12 sont morts`."""
        whole = sentence.whole_of(span)
        if figure.kind == "percent" and whole:  # `66 % des 4,7 millions d'inscrits se sont déplacés`
            return sentence.nearest_thing(whole, is_after=True) & self._lexicon.votes
        if figure.kind != "count":
            return frozenset()
        if whole:
            return frozenset() if self._are_of_persons(noun.things) else sentence.nearest_thing(whole, is_after=True)
        if sentence.is_part(span) and not sentence.has_own_noun(span, noun.head):
            return sentence.nearest_thing(span, _PREDICATE_REACH, is_after=True)
        return frozenset()

    def _things_around(self, figure: Figure, noun: _Noun, sentence: SentenceEvidence, span: Span) -> frozenset[str]:
        """The things that a figure's own words name, or those around it, where its own words say little."""
        if noun.is_person and figure.kind not in _NO_PERSONS and (noun.things or figure.kind not in _NEEDS_THING):
            return noun.things | sentence.nearest_thing(span, _PERSON_REACH)
        if figure.kind == "percent" and not noun.is_generic and sentence.has_own_noun(span, noun.head):
            after = sentence.nearest_thing(span, _PREDICATE_REACH, is_after=True)
            return noun.things | (after & self._lexicon.votes)  # `82 % des électeurs ont voté`
        if noun.things or noun.head in self._lexicon.animals:
            return noun.things
        if noun.is_generic or figure.kind in _NEEDS_THING:
            nearest = sentence.nearest_thing(span) - self._things_of_source(figure)
            if figure.kind in _NO_MONEY:
                nearest -= self._lexicon.of_money  # `sous deux degrés`, in a sentence about the aid that was promised
            return nearest - self._of_persons if figure.kind in _NO_PERSONS else nearest
        if figure.kind != "count":
            return noun.things or sentence.thing_right_before(span)  # `produira 116 millions de tonnes d'acier`
        befallen = sentence.thing_right_before(span) & self._of_persons  # `les corps de 36 mineurs`
        return befallen or sentence.nearest_thing(span, _PREDICATE_REACH, is_after=True)

    def _things_of_source(self, figure: Figure) -> frozenset[str]:
        """The things that name who gives a figure, where these are persons: `d'après les survivants, 130 personnes`."""
        words = fold(figure.attribution or "")
        is_person = any(map(grammar_of(self._language).person_noun, words.split()))
        return things_named(words, self._language) if is_person else frozenset()

    def _things_of_whole(self, sentence: SentenceEvidence, span: Span, place: Span) -> frozenset[str]:
        """What the whole of a part counts: `28 morts, dont 22 enfants`, `28 morts. Parmi les victimes, 22 enfants`."""
        named = sentence.thing_of_whole(span)
        before = self._whole if self._whole and self._whole.place == place else self._before
        is_near = before is not None and (place == before.place or sentence.begins_with_part(span))
        return named or (before.things if before and is_near else frozenset())

    def _presumed(self, noun: _Noun) -> frozenset[str]:
        """What a word counts of which nothing else is told: `351 passagers`."""
        return frozenset(thing for thing, words in self._lexicon.presumed.items() if noun.head in words)

    def _are_of_persons(self, things: frozenset[str]) -> bool:
        """Whether some things are what befalls persons in an event, whose counts go on."""
        return not things.isdisjoint(self._of_persons)

    def sentence(self, place: Span) -> SentenceEvidence:
        """What a sentence tells, or a paragraph as a whole."""
        if place not in self._sentences:
            first, last = bisect_left(self._spans, Span(place.start, 0)), bisect_left(self._spans, Span(place.end, 0))
            figures = tuple(span.shift(-place.start) for span in self._spans[first:last] if place.holds(span))
            text = place.of(self._article.document.raw)
            self._sentences[place] = SentenceEvidence(text, self._language, self.published, figures)
        return self._sentences[place]

    def block(self, span: Span) -> Block | None:
        """The block that a stretch of the text lies in."""
        return next((block for block in self._article.blocks if block.span.holds(span)), None)

    def subject_before(self, counted: FigureThings, known: frozenset[str]) -> frozenset[str]:
        """The first name of the sentence before one whose subject is a pronoun, for its first figure."""
        sentence, place = counted.sentence, counted.place
        block = self.block(place)
        is_pronoun = sentence.has_pronoun_before(counted.span)
        if block is None or not is_pronoun or counted.span != min(sentence.figures):
            return frozenset()
        before = [one for one in sentences(self._article.document.raw, block.span) if one.end <= place.start]
        return self.sentence(before[-1]).names.first(known) if before else frozenset()

    def is_title(self, span: Span) -> bool:
        """Whether a stretch of the text lies in the title."""
        block = self.block(span)
        return block is not None and block.kind == "title"

    def _told(self, figure: Figure) -> tuple[Span, Span]:
        """The place of a figure and its sentence: outside of the title, where the text repeats it."""
        if self.is_title(figure.span):
            for mention in figure.mentions:
                block = self.block(mention)
                if block and block.kind == "paragraph":
                    parts = sentences(self._article.document.raw, block.span)
                    return mention, next((part for part in parts if part.holds(mention)), block.span)
        return figure.span, figure.sentence

    def _continues(self, figure: Figure) -> bool:
        """Whether a figure may leave unsaid what the one before it counts, as that of another source."""
        before = self._before.figure if self._before else None
        if before is None or before.kind != figure.kind:
            return False
        is_same_sentence = before.sentence == figure.sentence
        if figure.what:
            return is_same_sentence and (before.attribution != figure.attribution or before.what == figure.what)
        return is_same_sentence or figure.kind == "count"

    def _far_thing(self, sentence: SentenceEvidence, span: Span, place: Span) -> frozenset[str]:
        """The thing that a sentence names after a figure, or that its paragraph names last before: a crowd."""
        block = self.block(place)
        earlier: list[str] = []
        if block:
            named = self.sentence(block.span).things
            count = bisect_right(named, place.start - block.span.start, key=lambda one: one[0].end)
            earlier = [name for _place, name in named[:count][-1:]]
        things = sentence.later_thing(span) or frozenset(earlier)
        return things & self._lexicon.crowds


@cache
def _common_nouns(language: str) -> Mapping[str, str]:
    """The nouns that have others with their meaning, with the beginning of the one that stands for all of them."""
    groups = (group.split() for group in language_of(language).evidence.same_nouns)
    return {fold(noun): stem(fold(group[0])) for group in groups for noun in group}


def _day_in_title(article: Article, language: str) -> str | None:
    """The day that a title names with its year, as those of chronicles do."""
    expressions = time_expressions(article.title or "", language, None)
    return next((one.days.first.isoformat() for one in expressions if one.is_day), None)
