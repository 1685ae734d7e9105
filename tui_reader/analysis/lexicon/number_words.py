"""Numbers in each language: their words, the patterns made of them, units and currencies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from tui_reader.analysis.lexicon import common_data, language_of
from tui_reader.analysis.lexicon.clock import half_day, hour_marks
from tui_reader.analysis.lexicon.patterns import any_of, cued, cues_of
from tui_reader.model import FigureKind, Qualifier

if TYPE_CHECKING:  # the first paint needs no schema
    from tui_reader.analysis.lexicon.schema import Figures, NumberContext
    from tui_reader.analysis.lexicon.tables import Phrases

UNKNOWN_CURRENCY = "¤"
"""The unit of money whose name does not tell the country: francs."""

_CODE = 3  # letters of an ISO 4217 code
_MILLION = 1e6
MOST_WORDS = 12  # number words of one numeral: the longest numbers in the press have fewer


class NumberWords:
    """Numbers, their units and the words around them in one language.

    The patterns read folded text, in which a blank is a plain one, but `no_number` and `hour_before`, which read the
    text as it stands.
    """

    def __init__(self, code: str) -> None:
        data = language_of(code).figures
        context, kinds = data.words, data.kinds
        self.language = code
        self.decimal = data.decimal
        self.ones, self.ones_count = frozenset(data.ones), data.ones_count
        self.bare_multiples = frozenset(data.bare_multiples)
        self.multipliers = data.multipliers
        self.short_multipliers = data.short_multipliers
        self.plain_multipliers = frozenset(data.plain_multipliers)
        self.collectives = data.collectives
        self.collective_times = data.collective_times
        self.fractions = data.fractions
        self.folds, self.whole_folds = data.folds, data.whole_folds
        self.parts = data.parts
        self.part_counts = data.part_counts
        self.definite_parts = data.definite_parts
        self.ranges: dict[str, Any] = data.ranges.by_key()
        self.context, self.rank = context, data.rank
        self.passives = sorted(context.passive, key=len, reverse=True)
        self.of = frozenset(word.rstrip("'") for word in context.of)
        self.kinds: dict[str, tuple[str, ...]] = kinds.by_key()
        self.durations = frozenset([*kinds.duration, *kinds.long])
        self.years = kinds.duration[-1]
        self.of_them = tuple(f" {phrase}" for phrase in context.of_them)
        self.percent = kinds.percent[0]
        self.unit_kinds: list[tuple[FigureKind, frozenset[str]]] = [
            ("count", frozenset(kinds.count)),
            ("percent", frozenset(kinds.percent)),
            ("multiple", frozenset(kinds.multiple)),
            ("duration", self.durations),
        ]
        self.money_by_sign = data.money_by_sign
        signs = {sign: code for code, signs in common_data().figures.currencies.items() for sign in signs}
        self.prefix_signs = {**signs, **data.prefix_signs}
        named = _by_name(language_of(code).currencies.names) | _by_name(data.units)
        self.codes = common_data().currencies.codes - named.keys()
        self.later_codes = self.codes - signs.keys()  # that stand only behind a number
        self.units = {**{name: name.upper() for name in self.codes}, **signs, **named}
        self.parts_of_units = data.parts_of_units
        self._money = [name for name, unit in self.units.items() if is_money(unit) and name not in self.later_codes]
        self._currency_marks = any_of(sign for sign in self.prefix_signs if not sign[0].isalpha())
        self._unit_links = any_of(f"{word} " if word[-1].isalpha() else word for word in context.unit_links)
        self.changes = frozenset([*data.ranges.changes, *context.up, *context.down])
        self.qualifiers = _by_length(data.qualifiers)
        self.qualifier_words = tuple(word for word, _ in self.qualifiers)
        self.qualifiers_after = dict(_by_length(data.qualifiers_after))
        self._compile(data)
        self._compile_context(context, re.escape(data.ranges.and_))
        self._compile_units(data)
        self._compile_endings(data, language_of(code).speech.plural_endings)
        people = any_of([*language_of(code).speech.people_endings, *language_of(code).speech.plural_endings])
        self.postcodes = re.compile(  # at the head of a sentence: `21000 Dijon`, not `12000 Français`
            rf"\d{{5}}(?<=[.!?] \d{{5}})(?= [^\W\d_a-zß-ÿ])(?! [^\W\d_]*{people}(?!\w))"
        )

    def value_in_words(self, spelled: str) -> float | None:
        """The number that folded words say, None where they say none; text2num reads them, if it has the language."""
        if spelled in self.ones or spelled in self.context.articles_of_multiples:
            return 1.0
        from text_to_num import text2num  # noqa: PLC0415 - imported where a number word is met

        try:
            return float(text2num(spelled, self.language))
        except ValueError:
            return None

    @cached_property
    def money_after(self) -> re.Pattern[str]:
        """A currency behind a number; few texts write multiples so short that it is asked for."""
        return re.compile(rf" ?{self._unit_links}?(?:{any_of(self._money)}(?!\w)|{self._currency_marks})")

    def _compile(self, data: Figures) -> None:
        """The patterns of numbers in words, each made once."""
        plain = data.number_words
        starts, many = any_of([*plain, *(self.ones if self.ones_count else ())]), any_of([*plain, *self.ones])
        joints, articles = any_of(data.number_joints), any_of(data.articles_of_multiples)
        range_joints = any_of(joint for joint in data.ranges.joints if joint.isalpha())
        self.run = cued(
            rf"(?<![\w-])(?:{starts}(?:(?: ?[-–] ?|—| )(?:{joints}[ -])?{many}){{0,{MOST_WORDS}}}(?!\w)"
            rf"|{articles}(?= {any_of(self.multipliers)}(?!\w))"
            rf"|{any_of(self.ones)}(?= {range_joints} (?:\d|{starts}(?!\w)))"
            rf"|{any_of([*self.ones, *data.articles_of_multiples])}(?= [^\W\d_]+ {any_of(data.half)}(?!\w)))",
            [*plain, *self.ones, *self.multipliers, *data.half],
        )
        spelled = rf"{many}(?:[ -]{many})*"
        self.decimals = re.compile(rf" {any_of(data.decimal_words)} (?P<words>{spelled})(?!\w)")
        side = rf"(?:{many}(?:-{many})?|[1-9]\d?)"
        self.spelled_score = cued(
            rf"(?<![\w-])(?P<mine>{side})(?P<joint> {re.escape(data.ranges.to)} )(?P<theirs>{side})(?![\w-])",
            [data.ranges.to],
        )
        self.counts = re.compile(rf"\d.*|{starts}")  # a word that is a number
        joint, times = any_of(data.collective_joints), any_of(self.collective_times)
        collective = (
            rf"{any_of(data.collective_articles)} (?:{any_of(data.collective_adjectives)} )?"
            rf"(?P<collective>{any_of(self.collectives)})(?: {joint} (?P<times>{times}))?"
        )
        share = rf"(?P<count>{any_of(self.part_counts)})[ -](?P<part>{any_of(self.parts)})"
        articles_before = "|".join(rf"(?<={re.escape(article)} )" for article in data.definite_articles) or "(?!)"
        definite = rf"(?:{articles_before})(?P<definite>{any_of(self.definite_parts)})(?= {any_of(data.of_whole)})"
        pair = rf"(?P<pair>{any_of(data.pairs)})(?= {any_of(data.words.of)})"
        whole = rf"{collective}|{share}|{definite}|(?P<fraction>{any_of(self.fractions)})|{pair}"
        half_of = any_of(data.half_of)
        multiples = any_of(word for word, factor in self.multipliers.items() if factor >= _MILLION)
        linked, articles = any_of(data.words.of), any_of(data.words.articles_of_multiples)
        self.of_multiple = re.compile(rf" (?:{linked}) ?(?:{articles} )?(?P<multiple>{multiples})(?!\w)")
        self.named = cued(
            rf"(?<![\w-])(?:(?P<half_of>{half_of})(?=[ -])|(?:{whole})(?![\w-]))",
            [*self.collectives, *self.parts, *self.fractions, *data.pairs, *data.half_of],
        )
        self.fold_links = frozenset(data.fold_links)
        fold_links = any_of(word if word.endswith("'") else f"{word} " for word in data.fold_links)
        alone = any_of(data.whole_folds)
        self.fold = cued(
            rf"(?<![\w-])(?:(?P<fold>{any_of(self.folds)})(?= {fold_links})|(?P<alone>{alone})(?![\w-]))",
            [*self.folds, *data.whole_folds],
        )
        signs = [
            *plain,
            *self.folds,
            *self.whole_folds,
            *self.collectives,
            *self.parts,
            *self.fractions,
            *data.half_of,
            *self.multipliers,
        ]
        signs += [*data.half, *data.pairs, *(self.ones if self.ones_count else ())]
        self.signs = cues_of(sign for sign in signs if len(sign) > 1)  # a word of each number that is not in digits

    def _compile_context(self, context: NumberContext, and_word: str) -> None:
        """The patterns of words that stand around a number."""
        streets, suffixes = any_of(context.streets_after_number), any_of(context.house_suffixes)
        self.addresses_by_street = cued(
            rf"\d(?<![\w.,]\d)\d{{0,3}}(?: ?{suffixes})?,? {streets}(?!\w)", context.streets_after_number
        )
        titled = any_of(street.title() for street in context.streets_after_name)
        self.addresses_by_name = cued(
            rf"\d(?<![\w.,$£€]\d)\d{{0,4}} (?:[A-Z0-9][\w'’.]* ){{1,3}}{titled}(?!\w)", context.streets_after_name
        )
        identifiers = common_data().figures.identifiers
        self.identifiers = cued(
            rf"(?<!\w){any_of(identifiers)}(?!\w)(?: [^\W\d_]+)?[^\w\n]{{0,4}}(?:n°)?[^\w\n]?(?:[a-z]{{2}}(?=\d))?"
            r"\d[\d .\u00a0/-]*",
            identifiers,
        )
        self.estimate = cued(rf"(?<!\w)(?:{any_of(context.estimates)})(?!\w)", context.estimates)
        of = any_of(f"{word} " if word[-1].isalpha() else word for word in context.of)
        self.number_of = re.compile(rf"{any_of(context.number_of)} {of}")
        self.names = cued(rf"(?<![\w-]){any_of(context.names)}(?![\w-])", context.names)
        self.sides_of_vote = re.compile(  # behind the first number of `32 pour, 26 contre`
            rf" {any_of(context.in_favour)}(?:(?:,| ;)(?: {and_word})?| {and_word}) [^\s,;]+"
            rf" {any_of(context.opposed)}(?!\w)"
        )
        over, each = any_of(context.over), any_of(context.over_each)
        self.over = re.compile(rf" (?P<over>{over})(?: {each})? $")
        elided = "".join(rf"|(?<={re.escape(word)})" for word in context.of if word.endswith("'"))
        self.ratio_head = re.compile(rf"(?:(?<![\w'-]){elided}){any_of(context.ratio_heads)}(?: [^\W\d_]+){{0,2}}$")
        other = "".join(rf"(?<!{re.escape(word)} )" for word in context.not_negative)
        self.negative = re.compile(rf"(?<!\w){other}(?P<sign>{any_of(context.negative)}) $")
        after = any_of(self.qualifiers_after)
        self.qualified_after = re.compile(  # `douze personnes au moins`, `20-odd`
            rf"(?: (?:[^\W\d_]+ )??|(?=-))(?P<words>{after})(?!\w)"
        )

    def _compile_endings(self, data: Figures, plural: Sequence[str]) -> None:
        """The patterns of endings, and of what right after digits makes them no number of things."""
        plurals, ends = any_of(data.words.plurals), any_of(plural)
        self.plural = re.compile(rf"{ends}$|^{plurals}$")
        self.plural_after = re.compile(rf" (?:{plurals}|[a-z]{{3,20}}{ends})\b")
        self.participle = re.compile(rf"{any_of(data.participle_endings)}$")
        self.noun_ending = re.compile(rf"{any_of(data.noun_endings)}$")
        hour, ordinal = hour_marks(), any_of(data.ordinal_endings)
        self.no_number = re.compile(  # a clock time, `4 x 100`, an ordinal
            rf":\d{{1,2}}(?!\d)|\s?(?:{hour}\s?\d{{1,2}}(?!\d)|{hour}(?![\w/])|{half_day()}\.?(?!\w)|[x×]\s?\d|{ordinal}(?!\w))"
        )
        self.hour_before = re.compile(rf"(?<!\d)\d{{1,2}}(?::|\s?{hour}\s?)$")

    def _compile_units(self, data: Figures) -> None:
        """The patterns of what stands right before or after a number."""
        long, short = any_of(self.multipliers), any_of(self.short_multipliers)
        links = self._unit_links
        iso = any_of(name for name in self._money if len(name) == _CODE and name.isalpha())
        self.multiplier = re.compile(
            rf"[ -]?(?P<long>{long})(?!\w)|(?P<gap> ?)(?P<short>{short})(?:(?![^\W_])|(?={iso}(?!\w)))"
        )
        marks = self._currency_marks
        codes = any_of(sign for sign in self.prefix_signs if sign[0].isalpha())
        sign = rf"(?P<sign>(?<!\w){codes}|{marks}) ?"
        self.prefix = re.compile(rf"{sign}$")
        self.prefix_of_range = re.compile(rf"{sign}[\d.,]+ ?{any_of(data.ranges.glued)} ?$")
        skip, half = any_of(data.words.unit_skip), any_of(data.half)
        self.unit = re.compile(
            rf"(?P<gap>[ -]?)(?P<link>{links})?(?:{skip} )?"
            rf"(?P<unit>{any_of(self.units)})(?![^\W\d_]|'|(?<=\d)\d)(?: (?P<more>{half})(?!\w))?"
        )
        self.half = re.compile(rf"[ -]{half}(?!\w)")
        self.angles = re.compile(rf"(?<!\w){any_of(data.words.angles)}(?!\w)")
        self.lengths = re.compile(rf"(?<!\w){any_of(data.words.lengths)}(?!\w)")


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: an ISO 4217 code, or one that its name alone does not tell."""
    return unit == UNKNOWN_CURRENCY or (len(unit) == _CODE and unit.isupper())


def _by_name(names_by_unit: Mapping[str, Phrases]) -> dict[str, str]:
    """Each unit by its names."""
    return {name: unit for unit, names in names_by_unit.items() for name in names}


def _by_length(qualifiers: dict[Qualifier, Phrases]) -> list[tuple[str, Qualifier]]:
    pairs = [(word, name) for name, words in qualifiers.items() for word in words]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@cache
def number_words(language: str) -> NumberWords:
    """The numbers of a language that the lexicon knows."""
    return NumberWords(language)
