"""Resolve ellipsis: a number that takes its unit or its noun from an earlier one; bare numbers that stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui_reader.analysis.figures.context import CLAUSE_MARKS, FigureText
from tui_reader.analysis.figures.numeral import MILLION, Numeral
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Figure, Span

OLDEST = 122  # years: Jeanne Calment
_WHOLE = 100  # percent
_FAR_MORE = 100  # times a value, more than another of the same unit would be
_OWN_NOUN = 3  # words before a number with its own noun: `d'un stock de`
_WORDS_OF_PART = 8  # between a part and its whole: `156 coureurs restent en course sur 180`
_LEAST_ALONE = 100  # a bare number from here on is no number of a series
_BEFORE_NEXT = 6  # code points in which such a mark or word stands
_NEXT_TO = 14  # code points between a number and the one it continues: `dix-huit mois dont six`
_FAR_FROM_TIME = 60  # and between a time and a number that gives none: `Deux semaines après, le bilan atteint 40`


def resolve_ellipsis(
    text: FigureText, numeral: Numeral, what: str | None, before: Sequence[Figure], sentence: Span
) -> tuple[Numeral, str | None]:
    """A number with the unit, and the thing, that it shares with one of the figures `before` it in the sentence.

    `385 voix contre 2`, `32 pour, 26 contre`, `24,8 %, puis 26,3`, `elle en a perdu 40`, `18 weeks from 11`; `X, 46,`
    gives years.
    """
    own_unit = _own_unit(text, numeral, before, sentence)
    if own_unit:
        return replace(numeral, unit=own_unit), None
    if what in text.numbers.context.terms:
        what = None
    if before and what is None and numeral.unit is None and is_of_them(text, numeral):
        return _as_part_of_them(text, numeral, _continued(text, before))
    if before and numeral.unit is None and what is not None and _is_of_another(text, before[-1], numeral):
        return replace(numeral, unit=before[-1].unit), what
    if what is not None and numeral.unit is None and text.numbers.context.sums.intersection(fold(what).split()):
        return replace(numeral, unit=currency_of_sum(text, numeral, reversed(before), sentence)), what
    if not before or what is not None or numeral.unit is not None or numeral.fraction:
        return numeral, what
    persons = _persons_of_other_count(text, before[-1], numeral)
    shared = None if persons else _shared(text, numeral, before, sentence)
    return (replace(numeral, unit=shared.unit), _shared_thing(text, shared, numeral)) if shared else (numeral, persons)


def _own_unit(text: FigureText, numeral: Numeral, before: Sequence[Figure], sentence: Span) -> str | None:
    """The unit of a bare number that is an age, or one of the two sides of a vote: `32 pour, 26 contre`."""
    if numeral.unit is not None:
        return None
    if _is_side_of_vote(text, numeral, sentence):
        return text.numbers.kinds["count"][0]
    return text.numbers.years if is_bare_age(text, numeral, before, sentence) else None


def _is_side_of_vote(text: FigureText, numeral: Numeral, sentence: Span) -> bool:
    """`32 pour, 26 contre`, in a sentence about a vote: goals have such sides, too."""
    is_side = text.numbers.sides_of_vote.match(text.low, numeral.span.end, sentence.end) is not None
    return is_side and text.has_any(text.numbers.context.of_votes, sentence)


def _as_part_of_them(text: FigureText, numeral: Numeral, last: Figure) -> tuple[Numeral, str | None]:
    """A number of those who were counted last; not of a time: `Après trois mois, les deux tiers d'entre eux`."""
    if last.unit in text.numbers.durations:
        return numeral, None
    return numeral if numeral.fraction else replace(numeral, unit=last.unit), last.what


def _persons_of_other_count(text: FigureText, last: Figure, numeral: Numeral) -> str | None:
    """The persons whose number is told next: `le nombre des morts est de 8 649 et celui des disparus de 12 877`."""
    words = text.words_before(last.span.end, numeral.start, _FAR_FROM_TIME)
    starts = (index for index, word in enumerate(words) if word in text.numbers.context.same_noun)
    start = next(starts, len(words))
    of_whom = [word for word in words[start + 1 :] if word not in text.grammar.determiners - text.numbers.of]
    if len(of_whom) <= 1 or of_whom[0] not in text.numbers.of:
        return None
    noun = of_whom[1]
    place = text.low.rfind(noun, last.span.end, numeral.start)
    return text.raw[place : place + len(noun)] if text.is_person(noun) and place >= 0 else None


def _shared_thing(text: FigureText, shared: Figure, numeral: Numeral) -> str | None:
    """What both numbers are of; None where that is a name, for the second may be somebody else's.

    `La CFDT a gagné 900 voix, la CGT en a perdu 21.`
    """
    between = text.words_before(shared.span.end, numeral.start)
    is_of_name = shared.what is not None and shared.what[0].isupper() and shared.unit is not None
    is_of_other = shared.unit == text.numbers.percent or not text.grammar.auxiliaries.isdisjoint(between)
    return None if is_of_name and is_of_other else shared.what


def currency_of_sum(text: FigureText, numeral: Numeral, before: Iterable[Figure], sentence: Span) -> str | None:
    """The currency of millions of nothing, where the last millions were a sum: `La région apportera 60 millions.`

    So does a smaller sum of the same sentence: `310 000 euros, pour un budget de 3,4 millions`. The figures `before` it
    are given the last first.
    """
    is_labelled = text.word_before(sentence.start, numeral.start).endswith(":")  # `Rentals: 11.2 million`
    if not numeral.is_in_millions or numeral.fraction or is_labelled:
        return None
    last = next((figure for figure in before if abs(figure.value) >= MILLION or _is_sum_of(figure, sentence)), None)
    return last.unit if last and last.kind == "money" else None


def _is_sum_of(figure: Figure, sentence: Span) -> bool:
    return figure.kind == "money" and figure.sentence == sentence


def _shared(text: FigureText, numeral: Numeral, before: Sequence[Figure], sentence: Span) -> Figure | None:
    """The figure before a number without unit and thing that gives it both."""
    numbers = text.numbers
    shares = [figure for figure in before if figure.unit == numbers.percent]
    if shares and numeral.value % 1 and numeral.value <= _WHOLE:
        return shares[-1]
    is_of_another_name = _is_of_another_name(text, numeral, sentence)
    if before[-1].unit in (None, numbers.percent) and is_of_another_name:
        return before[-1]
    continued = _continued(text, before)
    if continued.unit is None and _is_listed(text, numeral):  # of `45 morts dans trois villes : 12 à Lille`
        larger = [figure for figure in before if figure.unit is None and figure.value >= numeral.value]
        return larger[-1] if larger else continued
    is_multiple = continued.unit in numbers.kinds["multiple"]
    if is_multiple and text.word_before(sentence.start, numeral.start) == numbers.ranges["and"]:
        return None  # `trois fois plus qu'en mai, et 72 en sont morts`
    return _linked(text, numeral, continued, sentence)


def _linked(text: FigureText, numeral: Numeral, last: Figure, sentence: Span) -> Figure | None:
    """The last figure, if the words between or behind say that a number shares its unit and thing."""
    numbers = text.numbers
    rest = text.low[numeral.span.end : numeral.span.end + 12].split()[:2]
    if len(rest) > 1 and rest[0] in numbers.of and rest[1] in numbers.context.comparatives:
        return None if _is_no_share(text, last, numeral) else last  # `41 points, trois de plus que Lens`
    is_of_votes = last.unit in numbers.kinds["count"]  # `19 voix pour, 11 contre`
    is_side = is_of_votes and text.word_after(numeral.span.end) in numbers.context.against
    if is_side or _is_whole_of(text, last, numeral) or (last.kind == "money" and _is_price_for_others(text, numeral)):
        return last
    ahead = text.words_before(last.span.end, numeral.start)
    link = ahead[-3:-2] if ahead[-2:-1] and ahead[-2] in text.grammar.determiners else ahead[-1:]
    linked = link and link[0] in numbers.context.against and not _is_change(text, last, link[0], sentence)
    if last.unit in numbers.durations and numeral.start - last.span.end > _FAR_FROM_TIME:
        return None
    is_far_more = abs(numeral.value) > _FAR_MORE * abs(last.value)
    is_of_own_noun = len(ahead) > _OWN_NOUN and ahead[-_OWN_NOUN].rpartition("'")[2] in numbers.context.own_determiners
    if link and (_is_of_another_kind(text, last, link[0], ahead) or (is_far_more and is_of_own_noun)):
        return None  # `un rayon de 50 km, … d'un stock de 300 000`
    if linked or _is_taken_of(text, last, ahead[-4:]):
        return None if _is_no_share(text, last, numeral) else last
    return last if last.unit is None and _has_verb_after(text, numeral) else None


def _is_price_for_others(text: FigureText, numeral: Numeral) -> bool:
    """`Le billet coûte 8 euros, 5 pour les enfants`: whether a number is the price for somebody else."""
    is_for = text.word_after(numeral.span.end) in text.numbers.context.serving
    return is_for and _is_next(text, numeral) and not numeral.is_in_millions


def _is_next(text: FigureText, numeral: Numeral) -> bool:
    """Whether a comma or an "and" joins a number to what stands before it."""
    ahead = text.low[max(0, numeral.start - _BEFORE_NEXT) : numeral.start].rstrip()
    return ahead.endswith((",", f" {text.numbers.ranges['and']}"))


def _is_taken_of(text: FigureText, last: Figure, ahead: Sequence[str]) -> bool:
    """Whether the words before a number say that it is one of those before: `dont`, `elle en perd`.

    A preposition written so leads to other times and places, which may have as many: `en mars 40`; not to a time, as in
    `en deux`.
    """
    grammar, partitive = text.grammar, text.numbers.context.partitive
    led = [(word, after) for word, after in pairwise([*ahead, ""]) if word in partitive]
    are_pronouns = (
        word not in grammar.prepositions or after in grammar.auxiliaries or grammar.verb_form(after) is not None
        for word, after in led
    )
    return any(are_pronouns) or (bool(led) and last.unit not in text.numbers.durations)


def _is_whole_of(text: FigureText, part: Figure, numeral: Numeral) -> bool:
    """Whether a number is the whole of which the last one is a part: `16 sièges sur 63`, `40 postes, sur 900 ici`."""
    over = text.numbers.over.search(text.low, part.span.end, numeral.span.start)
    if over is None or over["over"] in text.numbers.context.over_close or part.unit or part.kind != "count":
        return False
    between = text.low[part.span.end : over.start()].split()
    if not 1 <= len(between) <= _WORDS_OF_PART or part.value >= numeral.value:
        return False
    word = between[-1].rstrip(",")
    is_verb = text.grammar.is_rather_verb(word) or text.grammar.verb_form(word) is not None
    return not is_verb or word.endswith(text.grammar.plural_endings)  # `ont tiré sur 45`


def _is_no_share(text: FigureText, last: Figure, numeral: Numeral) -> bool:
    """Whether a number is too great to be a share as the last one is."""
    return last.unit == text.numbers.percent and last.value <= _WHOLE < numeral.value


def _is_listed(text: FigureText, numeral: Numeral) -> bool:
    """Whether a number is one of a list by place: `20 died in the north, eight in the south and six in town`."""
    ahead = text.low[max(0, numeral.span.start - 6) : numeral.span.start].rstrip()
    listed = ahead.endswith((",", ":", f" {text.numbers.ranges['and']}"))
    after = text.word_after(numeral.span.end)
    placed = after in text.grammar.prepositions or after in text.grammar.according
    return listed and placed and after not in text.numbers.of


def _is_of_another_name(text: FigureText, numeral: Numeral, sentence: Span) -> bool:
    """Whether a number ends a clause that leaves out verb and thing: `Spain won five medals and Italy three.`"""
    start, end = numeral.span
    ahead = text.raw[max(sentence.start, start - 30) : start].split()
    if len(ahead) > 1 and fold(ahead[-2]) in text.grammar.definite:  # `, the Greens 12`
        ahead.pop(-2)
    goes_on = text.word_after(end) == text.numbers.ranges["and"]
    closed = text.raw[end : end + 1] in (".", ",", ";", "") or end == sentence.end or goes_on
    joined = len(ahead) > 1 and (fold(ahead[-2]) == text.numbers.ranges["and"] or ahead[-2].endswith(","))
    return closed and joined and ahead[-1].istitle() and ahead[-1].isalpha()


def _is_of_another(text: FigureText, last: Figure, numeral: Numeral) -> bool:
    """Whether a number gives as much of another thing: `23 tonnes of barley and 18 of maize`.

    But `38 millions d'euros, et 6 millions de maillots` counts: it is the million that `de` belongs to.
    """
    is_collective = numeral.spelled and " " in numeral.span.of(text.low)  # `40 kilos de bœuf et une douzaine d'œufs`
    if is_collective or (last.kind == "money" and numeral.is_in_millions):
        return False
    return _is_next(text, numeral) and text.word_after(numeral.span.end) in text.numbers.of


def _continued(text: FigureText, before: Sequence[Figure]) -> Figure:
    """The figure before that a number continues: a time, or in how many games, only where there is no other."""
    numbers = text.numbers
    return next(
        (
            figure
            for figure in reversed(before)
            if figure.unit not in numbers.durations
            and not _is_base_of(text, figure, before)
            and text.word_before(figure.sentence.start, figure.span.start) not in numbers.context.extent
        ),
        before[-1],
    )


def _is_base_of(text: FigureText, base: Figure, before: Sequence[Figure]) -> bool:
    """Whether a figure says for how much a price is: `480 euros les 1 000 litres`."""
    closed = text.grammar.determiners | frozenset(text.numbers.ranges["each"])
    price = next((figure for figure in before if 0 <= base.span.start - figure.span.end <= _NEXT_TO), None)
    between = text.low[price.span.end : base.span.start].split() if price and price.kind == "money" else []
    return bool(between) and all(word in closed for word in between)


def _is_of_another_kind(text: FigureText, last: Figure, link: str, ahead: Sequence[str]) -> bool:
    """Whether a number is no more of the last thing: `six dead, bringing the toll to 48`, `a two-year high of 9`."""
    is_of = link in text.numbers.of
    lasted = last.unit in text.numbers.durations and is_of
    led_by, noun = ahead[-3:-1] if len(ahead) > 2 else ("", "")
    articles = text.grammar.determiners - text.grammar.prepositions
    if is_of and led_by in articles and noun not in text.numbers.context.number_nouns:
        return True  # `312 at the close, a lead of 87`
    tolls = text.numbers.context.number_nouns & text.numbers.rank.casualties
    return lasted or not tolls.union(text.numbers.context.number_of).isdisjoint(ahead)


def is_of_them(text: FigureText, numeral: Numeral) -> bool:
    """Whether a number is a part of what was counted before: `nine of them`, `deux tiers d'entre eux`."""
    return text.low.startswith(text.numbers.of_them, numeral.span.end)


def _is_change(text: FigureText, last: Figure, link: str, sentence: Span) -> bool:
    """Whether a number is the level that a change led to, and so shares no unit with it: `fell 4% to 318`."""
    ranges = text.numbers.ranges
    is_level = text.word_before(sentence.start, last.span.start) == ranges["to"]
    return last.change is not None and link != ranges["and"] and not is_level


def _has_verb_after(text: FigureText, numeral: Numeral) -> bool:
    """Whether a number is the subject of a verb, its noun left out: `eight were hurt`, `huit viennent`."""
    after = text.word_after(numeral.span.end)
    if after in text.numbers.context.skip or after in text.numbers.context.partitive:
        after = text.word_after(numeral.span.end + 1 + len(after))  # `six autres ont été blessés`, `six en sont morts`
    acts = after in text.numbers.context.reflexive or after.endswith(text.numbers.context.plural_verb_endings)
    return after in text.grammar.auxiliaries or (numeral.value > 1 and (acts or _begins_clause(text, numeral, after)))


def _begins_clause(text: FigureText, numeral: Numeral, after: str) -> bool:
    """Whether a number and the verb behind it begin a clause: `Of those, 35 remain in hospital but 12 crossed over`."""
    grammar, start = text.grammar, numeral.span.start
    verb = grammar.verbs.get(after)
    is_verb = verb is not None and "finite" in verb.forms and grammar.is_rather_verb(after)
    if grammar.head_first or not (is_verb or after in text.numbers.context.happening):
        return False
    before = text.low[max(0, start - _NEXT_TO) : start].rstrip()
    last = before.rpartition(" ")[2]
    opens = numeral.spelled and (not last or last.endswith((".", "!", "?")))
    return opens or before.endswith(CLAUSE_MARKS) or last in grammar.conjunctions or last in grammar.joining


def is_bare_age(text: FigureText, numeral: Numeral, before: Sequence[Figure], sentence: Span) -> bool:
    """Whether a number is an age: `Anne Roux, 46, …`, `aged 19 and 26`."""
    raw, (start, end) = text.raw, numeral.span
    if not 1 <= numeral.value <= OLDEST or numeral.value % 1 or numeral.factor != 1 or numeral.fraction:
        return False
    ahead = text.words_before(sentence.start, start)
    aged = text.numbers.context.aged
    closed = raw[end : end + 1] in (",", ".", "", ";", ")") or end == sentence.end
    if any(" ".join(ahead[-size:]) in aged for size in (1, 2)):
        return closed or text.word_after(end) in text.grammar.stops
    if before and before[-1].kind == "age" and ahead[-1:] == [text.numbers.ranges["and"]]:
        joint = text.low[before[-1].span.end : start]
        return len(joint) <= _NEXT_TO and "," not in joint
    name = raw[max(0, start - 25) : start - 2].split()
    goes_on = text.word_after(end) == text.numbers.ranges["and"]  # `the mayor, 61 and a baker,`
    between = raw[start - 2 : start] == ", " and (raw[end : end + 1] in (",", ".") or goes_on)
    if not between or not name or not name[-1].isalpha():
        return False
    return name[-1][0].isupper() or text.grammar.person_noun(name[-1])


def _is_of_a_pair(text: FigureText, numeral: Numeral, before: Sequence[str]) -> bool:
    """Whether a number belongs to a count and its price: `took five for 32`, `241 for eight`."""
    counts, tries = text.numbers.counts, text.numbers.context.tries
    after = text.low[numeral.span.end : numeral.span.end + _NEXT_TO].split()[:2]
    behind = len(before) > 1 and before[-1] in tries and counts.fullmatch(before[-2]) is not None
    ahead = len(after) > 1 and after[0] in tries and counts.match(after[1]) is not None
    return behind or ahead


def stands_alone(text: FigureText, numeral: Numeral, sentence: Span) -> bool:
    """Whether a number says something without unit and noun: `Ils étaient 96`, `au moins douze`, a share."""
    if numeral.qualifier or numeral.fraction or numeral.high is not None or numeral.factor > 1:
        return True
    if numeral.value % 1 or abs(numeral.value) >= _LEAST_ALONE:
        return True
    context = text.numbers.context
    before = text.words_before(sentence.start, numeral.span.start)
    while len(before) > 1 and (before[-1] in context.told_articles or before[-1] in context.restricting):
        before.pop()  # `shot a 66`, `ils ne sont plus que 12`
    last = before[-1] if before else ""
    if last in context.ranked and not text.numbers.of.isdisjoint(before[-4:]):  # `won four of their last six`
        return True
    is_told = last in context.linking or last.rpartition("-")[2] in context.told  # `a four-under 67`
    if is_told or last.endswith(":") or _is_of_a_pair(text, numeral, before):
        return True
    return _has_verb_after(text, numeral) or text.word_after(numeral.span.end) in text.numbers.of
