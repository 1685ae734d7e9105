"""Extract the figures of an article: what each number counts, who gives it, and its other mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.figures.attribution import find_sources, has_own_source, source_of
from tui_reader.analysis.figures.change import change_of
from tui_reader.analysis.figures.compound_durations import join_durations
from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.figures.counted_noun import find_counted_noun, tells_of
from tui_reader.analysis.figures.ellipsis import (
    currency_of_sum,
    is_bare_age,
    is_of_them,
    resolve_ellipsis,
    stands_alone,
)
from tui_reader.analysis.figures.exclusions import without_non_figures
from tui_reader.analysis.figures.masks import find_masks
from tui_reader.analysis.figures.measured_noun import find_share_holder, find_subject, names_number
from tui_reader.analysis.figures.numeral import Numeral
from tui_reader.analysis.figures.numerals import find_numerals
from tui_reader.analysis.figures.ranges import join_ranges_and_ratios
from tui_reader.analysis.figures.ranking import ranked
from tui_reader.analysis.figures.scores import find_scores
from tui_reader.analysis.lexicon.number_words import UNKNOWN_CURRENCY, NumberWords, is_money, number_words
from tui_reader.analysis.lexicon.patterns import words_of
from tui_reader.analysis.lexicon.word_list import is_only_infinitive
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import fold, sentences
from tui_reader.model import Block, Figure, FigureKind, Qualifier, Quote, Span

_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_SHARING = 8  # figures before a number that it may share something with
_OF = 24  # code points between the numbers of `312 of the 320`
_LEAST_TOLD_APART = 13  # smaller counts of nothing that is named are not taken for one another
_EXACT_DIGITS = 3
_MOST_THINGS = 40  # that one value is looked for among: no article has more
_PERSON_WORDS = 3  # of a person and what describes him, before his age
_AROUND_WORDS = ' «»"“”—–-\n\xa0\u202f'  # around the first word of a sentence
_MOST_READ = 60  # words of a sentence
_OF_WORDS = 3  # and words: `of their last`


def find_figures(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Figure, ...]:
    """The figures of the kept blocks, equal ones as one with all its mentions, the most telling first.

    Of dropped blocks only the title counts: it tells what the figures are about. `quotes` gives the speaker of the
    figures inside them. Without a language there are no figures.
    """
    if language is None:
        return ()
    text = _quoted_text(raw, [block for block in blocks if block.kept], quotes, language)
    figures: list[Figure] = []
    for sentence in text.words:
        figures += _figures_of(text, sentence, figures[-_SHARING:])
    title = next((block.span for block in blocks if block.kept and block.kind == "title"), None)
    figures = _with_named_currencies(figures, raw)
    return ranked(_with_mentions(figures, text, title), blocks, text, [quote.span for quote in quotes])


class _QuotedText(FigureText, frozen=True):
    """The text that figures are read from, with the quotes in it."""

    quotes: Sequence[Quote]

    def speaker_at(self, span: Span) -> str | None:
        """The speaker of the quotation that holds a span; None outside of speech."""
        index = bisect_right(self.quotes, span.start, key=lambda quote: quote.span.start) - 1
        quote = self.quotes[index] if index >= 0 else None
        return quote.speaker if quote and quote.speech and quote.span.holds(span) else None


def _quoted_text(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str) -> _QuotedText:
    numbers, low = number_words(language), fold(raw)
    words, with_digits = _counting_sentences(raw, low, blocks, numbers)
    masks = find_masks(raw, low, numbers, words, with_digits)
    currencies = {unit: entry.unit for unit, entry in numbers.money_by_sign.items() if entry.sign in low}
    return _QuotedText(raw, low, numbers, grammar_of(language), currencies, masks, words, with_digits, quotes)


def _counting_sentences(
    raw: str, low: str, blocks: Sequence[Block], numbers: NumberWords
) -> tuple[dict[Span, frozenset[str]], set[Span]]:
    """The sentences that may have figures, in order, each with its folded words; and those of them with a digit."""
    counting: dict[Span, frozenset[str]] = {}
    with_digits: set[Span] = set()
    for block in blocks:
        span = block.post.words if block.post else block.span
        if block.kind in ("byline", "date", "caption"):
            continue
        first_digit = _DIGIT.search(low, *span)
        if first_digit is None and numbers.signs.isdisjoint(words_of(span.of(low))):
            continue
        for sentence in sentences(raw, span):
            words = frozenset(words_of(sentence.of(low)))
            if first_digit and first_digit.start() < sentence.end and _DIGIT.search(low, *sentence):
                with_digits.add(sentence)
            if sentence in with_digits or not numbers.signs.isdisjoint(words):
                counting[sentence] = words
    return counting, with_digits


def _figures_of(text: _QuotedText, sentence: Span, before: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence, in order; `before` are some of the sentences before it."""
    raw = text.raw
    numerals = join_durations(text, find_numerals(text, sentence, find_scores(text, sentence)))
    numerals = list(join_ranges_and_ratios(text, without_non_figures(text, numerals, sentence), sentence))
    if not numerals:
        return []
    sources = find_sources(text, sentence, numerals)
    figures: list[Figure] = []
    counted: str | None = None
    for index, found in enumerate(numerals):
        following = numerals[index + 1] if index + 1 < len(numerals) else None
        printed = _with_unit_of_whole(text, found, following)
        if figures:
            printed = _with_millions_of_whole(text, printed, numerals[index - 1], figures)
        numerals[index] = printed
        if printed.score:
            figures.append(_score(text, printed, sentence, source_of(text, sources, printed, following)))
            continue
        noun = _noun_of(text, printed, following, sentence, counted)
        noun = _with_those_before(text, printed, noun, before, sentence) if noun and not counted else noun
        numeral, what = resolve_ellipsis(
            text, printed, noun, _sharing(figures) or _counted_before(text, printed, before, sentence), sentence
        )
        if what is None and numeral.unit != printed.unit:
            what = find_share_holder(text, numeral, sentence)
        if what is None and numeral.unit is None:
            noun = what = counted if has_own_source(sources, printed) else find_subject(text, printed, sentence)
            earlier = chain(reversed(figures), reversed(before))
            if what is None or text.numbers.context.sums.intersection(fold(what).split()):
                numeral = replace(numeral, unit=currency_of_sum(text, numeral, earlier, sentence))
            if not (numeral.unit or stands_alone(text, numeral, sentence) or (what and names_number(text, what))):
                continue
        if what is None and figures and _ends_change(text, figures[-1], numeral):
            what = figures[-1].what
        counted = what or counted
        if numeral.unit == UNKNOWN_CURRENCY and what is None:
            last_word = numeral.span.of(raw).split()[-1]  # `francs`; `40` of `de 40 à 100 francs`
            what = last_word if last_word.isalpha() else None
        thing = _named_thing(text, what)
        last = figures[-1] if figures else None
        figures.append(
            Figure(
                span=numeral.span,
                text=numeral.span.of(raw),
                clean=numeral.span.of(raw),
                value=numeral.value,
                sentence=sentence,
                high=numeral.high,
                kind=_kind(text, numeral, sentence, printed, figures),
                change=change_of(text, printed, sentence, what=what, last=last, following=following),
                unit=None if numeral.unit == UNKNOWN_CURRENCY else numeral.unit,
                what=thing,
                qualifier=numeral.qualifier,
                attribution=text.speaker_at(numeral.span) or source_of(text, sources, printed, following),
                mentions=(numeral.span,),
                rule=numeral.rule if what == noun and numeral.unit == printed.unit else "ellipsis",
            )
        )
    return figures


def _with_named_currencies(figures: Sequence[Figure], raw: str) -> list[Figure]:
    """The figures, sums in a currency that many countries have in the one that another sum of the article names.

    `100 000 francs` behind `35 millions de francs suisses`; not where a sentence names a place or a person, who may
    have another one: `À Genève, il coûte 50 francs`.
    """
    sums = [figure for figure in figures if figure.kind == "money"]
    unnamed = {
        figure.span: fold(figure.text).split()[-1]
        for figure in sums
        if figure.unit is None and not _names_another(figure, raw)
    }
    named = {
        word: {figure.unit for figure in sums if figure.unit and word in fold(figure.text).split()}
        for word in set(unnamed.values())
    }
    units = {span: unit for span, word in unnamed.items() if len(named[word]) == 1 for unit in named[word]}
    return [_in_currency(figure, units.get(figure.span), unnamed.get(figure.span)) for figure in figures]


def _names_another(figure: Figure, raw: str) -> bool:
    """Whether a word with a capital stands inside the sentence of a figure, or behind its first word."""
    _first, *others = figure.sentence.of(raw).split()[:_MOST_READ]
    return any(word[:1].isupper() for word in others)


def _in_currency(figure: Figure, unit: str | None, word: str | None) -> Figure:
    """A sum in the currency that its last word means, which is then no thing any more."""
    if unit is None:
        return figure
    return replace(figure, unit=unit, what=None if fold(figure.what or "") == word else figure.what)


def _score(text: _QuotedText, numeral: Numeral, sentence: Span, source: str | None) -> Figure:
    """A score as a figure: it counts no thing, and tells of no change."""
    return Figure(
        span=numeral.span,
        text=numeral.span.of(text.raw),
        clean=numeral.span.of(text.raw),
        value=numeral.value,
        sentence=sentence,
        high=numeral.high,
        kind="score",
        attribution=text.speaker_at(numeral.span) or source,
        mentions=(numeral.span,),
        rule=numeral.rule,
    )


def _sharing(figures: Sequence[Figure]) -> list[Figure]:
    """The figures before a number that it may share something with."""
    return [figure for figure in figures[-_SHARING:] if figure.kind != "score"]


def _counted_before(text: FigureText, numeral: Numeral, before: Sequence[Figure], sentence: Span) -> Sequence[Figure]:
    """`On attend 40 fêtes. Il y en a eu dix.`: the last figure of a sentence before, of which a number is more."""
    ahead = text.words_before(sentence.start, numeral.start)
    partitive = text.numbers.context.partitive
    before_participle = ahead[:-1]  # `en a accueilli`
    is_more = any(
        word in partitive and after in text.grammar.auxiliaries for word, after in pairwise(before_participle)
    )
    is_more = is_more or is_of_them(text, numeral)
    counts = [figure for figure in before if figure.unit is None and figure.kind == "count"]
    is_of_count = bool(before) and before[-1].unit is None  # not `six ans. Le parquet en réclamait huit`
    is_more = is_more or (is_of_count and _is_taken_of_them(text, numeral, ahead))
    subjects = [figure for figure in counts if figure.sentence.start == figure.span.start]
    is_first = subjects and subjects[-1].sentence == counts[-1].sentence  # `Vingt hommes de deux villes`
    return (subjects if is_first else counts)[-1:] if is_more else ()


def _with_those_before(text: FigureText, numeral: Numeral, noun: str, before: Sequence[Figure], sentence: Span) -> str:
    """A noun that is only a participle, with what was counted before, where the number begins its sentence.

    `Cent douze supprimés dès juin`, behind `343 emplois`.
    """
    begins = text.grammar.definite.issuperset(text.words_before(sentence.start, numeral.start))
    if not begins or numeral.is_in_millions:
        return noun
    after = text.after(Span(numeral.span.end, sentence.end))
    skipped = 1 if after and after[0].key in text.numbers.context.skip else 0  # `neuf autres endommagées`
    if len(after) <= skipped or fold(noun).split()[0] != after[skipped].low:
        return noun
    counts = [figure for figure in before if figure.unit is None and figure.kind == "count" and figure.what]
    heads = [(figure.what or "").split()[0] for figure in counts if skipped or figure.value >= numeral.value]
    return f"{heads[-1]} {noun}" if heads and tells_of(text, after[skipped:], heads[-1]) else noun


def _is_taken_of_them(text: FigureText, numeral: Numeral, ahead: Sequence[str]) -> bool:
    """`Elle en supprimera douze.`: whether a verb takes so many of those told before, and nothing else is counted.

    Millions may be a sum, and `une échelle qui en compte quatre` tells of its own.
    """
    *_, before, relative, pronoun, verb = ("", "", "", "", *ahead)
    is_own = relative in text.grammar.enclosed and not before.endswith(",")
    is_of_them = pronoun in text.numbers.context.partitive and text.grammar.is_rather_verb(verb)
    is_price = verb in text.numbers.context.measuring or verb in text.numbers.context.asking  # `il en coûtera douze`
    return is_of_them and not (is_own or is_price) and text.is_closed(numeral.span.end) and not numeral.is_in_millions


def _noun_of(
    text: FigureText, numeral: Numeral, following: Numeral | None, sentence: Span, counted: str | None
) -> str | None:
    """The noun that a number counts, up to the next; `312 of the 320 precincts` count what the next does."""
    if following is None:
        return find_counted_noun(text, numeral, sentence, counted)
    if _leads_to(text, numeral, following):
        return find_counted_noun(text, following, sentence, counted)
    if not _is_part_of(text, numeral, following):
        return find_counted_noun(text, numeral, Span(sentence.start, following.span.start), counted)
    return find_counted_noun(text, following if numeral.unit is None else numeral, sentence, counted)


def _named_thing(text: FigureText, noun: str | None) -> str | None:
    """What is counted, but for an infinitive and an adverb: `se contenter de 24,6 %`, `16 milliards désormais`."""
    first = fold(noun).split()[0] if noun else ""
    is_adverb = first in text.numbers.context.adverbs
    return None if is_adverb or is_only_infinitive(first, text.grammar.language) else noun


def _with_unit_of_whole(text: FigureText, part: Numeral, whole: Numeral | None) -> Numeral:
    """A part with the unit, and the millions, of its whole: `620 des 800 tonnes`, `neuf des 20 millions d'euros`."""
    if part.unit or part.fraction or whole is None or not whole.unit or not _is_part_of(text, part, whole):
        return part
    factor = whole.factor if part.factor == 1 and whole.is_in_millions else 1
    return replace(part, unit=whole.unit, value=part.value * factor, factor=part.factor * factor)


def _with_millions_of_whole(text: FigureText, part: Numeral, before: Numeral, figures: Sequence[Figure]) -> Numeral:
    """A part with the millions that it leaves out because its whole, or the part before it, has them.

    `12 millions d'euros, dont 7 financés par la région et 5 à la charge de l'État`; not `dont sept maires`. `figures`
    are those of the sentence so far.
    """
    is_less = before.is_in_millions and part.value < max(abs(figure.value) for figure in figures) / before.factor
    if not is_less or part.factor != 1 or part.unit or part.fraction or part.high is not None:
        return part
    ahead = text.words_before(before.span.end, part.start)[-1:]
    after = text.word_after(part.span.end)
    is_closed = after in text.grammar.prepositions or text.grammar.verb_form(after) is not None
    is_part = bool(ahead) and (ahead[0] in text.numbers.rank.parts or ahead[0] == text.numbers.ranges["and"])
    if not (is_part and is_closed):
        return part
    return replace(part, value=part.value * before.factor, factor=before.factor, unit=figures[-1].unit)


def _ends_change(text: FigureText, outset: Figure, numeral: Numeral) -> bool:
    """`de 12,40 à 13,10 euros`: whether a number is where a change leads that begins with the figure before it."""
    is_led = text.word_before(outset.sentence.start, outset.span.start) in text.numbers.ranges["from"]
    return is_led and _is_to(text, outset.span.end, numeral.start) and outset.unit == numeral.unit


def _is_to(text: FigureText, start: int, end: int) -> bool:
    """Whether nothing but the word between the ends of a change stands between two numbers: `à`."""
    until: str = text.numbers.ranges["to"]
    return text.low[start:end].strip() == until


def _leads_to(text: FigureText, first: Numeral, second: Numeral) -> bool:
    """`de 45 à 90 salariés`: whether two bare numbers are the ends of a change of one thing."""
    is_bare = first.unit is None and second.unit is None and first.high is None and second.high is None
    is_change = _is_to(text, first.span.end, second.span.start)
    return is_bare and is_change and not (first.fraction or second.fraction)


def _is_part_of(text: FigureText, part: Numeral, whole: Numeral) -> bool:
    """Whether a number is a part of the next: `312 of the 320 precincts`."""
    end, next_start = part.span.end, whole.span.start
    between = text.low[end:next_start] if next_start - end < _OF else ""
    first, *rest = between.split() or [""]
    small = (text.grammar.determiners, text.grammar.stops, text.numbers.context.ranked)
    owners = text.grammar.possessive_endings  # `76 of the chamber's 150 seats`
    is_whole = first in text.numbers.of and len(rest) < _OF_WORDS
    return is_whole and all(word.endswith(owners) or any(word in words for words in small) for word in rest)


def _kind(text: FigureText, numeral: Numeral, sentence: Span, printed: Numeral, before: Sequence[Figure]) -> FigureKind:
    """What kind of number it is; `printed` is the numeral before ellipsis gave it a unit."""
    unit, numbers = numeral.unit, text.numbers
    if unit == numbers.years and printed.unit is None:
        if is_bare_age(text, printed, before, sentence):  # `Anne Roux, 46,`
            return "age"
        return next((figure.kind for figure in reversed(before) if figure.unit == unit), "age")  # `cinq ans, dont deux`
    if numeral.fraction:
        return "ratio"
    for kind, units in numbers.unit_kinds:
        if unit in units:
            is_age = kind == "duration" and (_is_age(text, numeral, sentence) or _is_next_age(text, numeral, before))
            return "age" if is_age else kind
    if unit is None:
        return "count"
    return "money" if is_money(unit) else "measure"


def _is_age(text: FigureText, numeral: Numeral, sentence: Span) -> bool:
    """Whether a duration is the age of somebody: `âgé de 34 ans`, `un homme de 34 ans`, `À 34 ans, elle`."""
    numbers, (start, end) = text.numbers, numeral.span
    if text.low.startswith(numbers.context.age_after, end):
        return True
    before = text.low[max(sentence.start, start - 30) : start].rstrip()
    if numeral.unit == numbers.years:
        is_apposition = (
            before.endswith(",") and text.word_after(end).partition("'")[0] not in numbers.of
        )  # `Anne Roux, 46 ans`
        if before.endswith(numbers.context.ages_of):  # `les moins de 21 ans`
            return True
        opens = text.low[sentence.start : start].strip(_AROUND_WORDS) in numbers.context.aged_at
        if is_apposition or before.endswith(numbers.context.age_before) or (opens and text.low[end : end + 1] == ","):
            return True
    *ahead, last = text.words_before(sentence.start, numeral.start) or [""]
    is_of = last in numbers.of or (last.partition("'")[0] in numbers.of and numeral.qualifier is not None)
    return is_of and _ends_with_person(text, ahead[-_PERSON_WORDS:])


def _is_next_age(text: FigureText, numeral: Numeral, before: Sequence[Figure]) -> bool:
    """Whether a number of years is the second of two ages: `âgés de 23 et 31 ans`."""
    if not before or before[-1].kind != "age":
        return False
    joint: str = text.numbers.ranges["and"]
    return text.low[before[-1].span.end : numeral.span.start].strip() == joint


def _ends_with_person(text: FigureText, ahead: Sequence[str]) -> bool:
    """Whether words end with a noun of persons and perhaps what describes it: `milieu breton`, `père de famille`."""
    grammar, of = text.grammar, text.numbers.of
    persons = [grammar.person_noun(word.rpartition("'")[2]) for word in ahead]
    if not grammar.head_first:
        return persons[-1:] == [True]
    is_described = persons[-2:-1] == [True] and ahead[-1].isalpha() and ahead[-1] not in grammar.stops | grammar.leading
    return persons[-1:] == [True] or is_described or (persons[-3:-2] == [True] and ahead[-2] in of)


class _Mentions(msgspec.Struct):
    """Figures of one value that give the same, the thing each counts by its head noun, and their qualifiers."""

    figures: list[Figure] = msgspec.field(default_factory=list)
    heads: set[str] = msgspec.field(default_factory=set)
    are_persons: set[bool] = msgspec.field(default_factory=set)
    qualifiers: set[Qualifier | None] = msgspec.field(default_factory=set)
    title_qualifiers: set[Qualifier | None] = msgspec.field(default_factory=set)

    def add(self, figure: Figure, head: str, *, in_title: bool, is_person: bool) -> None:
        """Take in a figure that gives the same."""
        self.figures.append(figure)
        self.heads.add(head)
        if head:
            self.are_persons.add(is_person)
        (self.title_qualifiers if in_title else self.qualifiers).add(figure.qualifier)

    def gives_same(self, figure: Figure, head: str, *, in_title: bool, is_person: bool) -> bool:
        """Whether a figure gives the same: `212 morts` in the title, `au moins 212 morts` below.

        Fifteen persons in the title are no fifteen rifles.
        """
        qualifiers = self.qualifiers if in_title else {*self.qualifiers, figure.qualifier}
        title_qualifiers = {*self.title_qualifiers, figure.qualifier} if in_title else self.title_qualifiers
        if len(qualifiers) > 1 or not title_qualifiers <= {None, *qualifiers}:
            return False
        is_same_head = self.heads == {head}
        is_large = figure.unit is not None or abs(figure.value) >= _LEAST_TOLD_APART
        is_unnamed = len(self.heads) <= 2 and len({*self.heads, head} - {""}) == 1
        may_be_alike = not head or self.are_persons <= {is_person}
        is_repeated = bool(title_qualifiers) and bool(qualifiers) and may_be_alike
        return is_same_head or ((is_unnamed or is_repeated) and is_large) or _is_exact(figure)


def _with_mentions(figures: Sequence[Figure], text: FigureText, title: Span | None) -> list[Figure]:
    """The figures, those that give the same value for the same thing as one with its mentions."""
    groups: dict[tuple[object, ...], list[_Mentions]] = {}
    for figure in figures:
        head = _head(figure, text.numbers)
        in_title = title is not None and title.holds(figure.span)
        is_person = bool(head) and _counts_persons(figure, text)
        same_value = groups.setdefault((figure.value, figure.high, figure.unit), [])
        fitting = (
            group
            for group in same_value[-_MOST_THINGS:]
            if group.gives_same(figure, head, in_title=in_title, is_person=is_person)
        )
        group = next(fitting, None)
        if group is None:
            group = _Mentions()
            same_value.append(group)
        group.add(figure, head, in_title=in_title, is_person=is_person)
    as_one = (_as_one(group.figures) for same_value in groups.values() for group in same_value)
    return sorted(as_one, key=lambda figure: figure.span)


def _is_exact(figure: Figure) -> bool:
    """Whether a value has so many digits that it is hardly met twice by chance: 156, 46.2."""
    digits = str(abs(figure.value)).replace(".", "").strip("0")
    return figure.kind != "ratio" and len(digits) >= _EXACT_DIGITS


def _as_one(mentions: Sequence[Figure]) -> Figure:
    """The first of the figures that give the same, with what the others add."""
    if len(mentions) == 1:
        return mentions[0]
    return replace(
        mentions[0],
        what=max((figure.what or "" for figure in mentions), key=len) or None,
        qualifier=next((figure.qualifier for figure in mentions if figure.qualifier), None),
        mentions=tuple(figure.span for figure in mentions),
        attribution=next((figure.attribution for figure in mentions if figure.attribution), None),
    )


def _counts_persons(figure: Figure, text: FigureText) -> bool:
    """Whether what a figure counts is persons."""
    return figure.unit is None and any(map(text.is_person, fold(figure.what or "").split()))


def _head(figure: Figure, numbers: NumberWords) -> str:
    """The head noun of the thing that a figure counts, without its plural; "" for none."""
    words = fold(figure.what or "").split(maxsplit=1)
    return numbers.noun_ending.sub("", words[0]) if words else ""
