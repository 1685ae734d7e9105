"""What each language knows of numbers: words, patterns made of them, units and currencies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tui_reader.analysis.lexicon import table, word_set
from tui_reader.model import FigureKind, Qualifier

MOST_WORDS = 12  # number words of one numeral: the longest numbers in the press have fewer


class NumberWords:
    """What one language knows of numbers; the patterns read folded text, where a blank is a plain one."""

    def __init__(self, language: str) -> None:
        data = table(language, "figures")
        self.language = language
        self.decimal: str = data["decimal"]
        self.ones, self.ones_count = frozenset(data["ones"]), bool(data["ones_count"])
        self.bare_multiples = frozenset(data["bare_multiples"])
        self.multipliers: dict[str, float] = data["multipliers"]
        self.short_multipliers: dict[str, float] = data["short_multipliers"]
        self.plain_multipliers = frozenset(data["plain_multipliers"])
        self.collectives: dict[str, float] = data["collectives"]
        self.collective_times: dict[str, float] = data["collective_times"]
        self.fractions: dict[str, float] = data["fractions"]
        self.parts: dict[str, float] = data["parts"]
        self.part_counts: dict[str, float] = data["part_counts"]
        self.ranges: dict[str, Any] = data["ranges"]
        self.words: dict[str, list[str]] = {key: _list(words) for key, words in data["words"].items()}
        self.sets = {key: frozenset(words) for key, words in self.words.items()}
        self.of = frozenset(word.rstrip("'") for word in data["words"]["of"])
        self.kinds: dict[str, list[str]] = data["kinds"]
        self.durations = frozenset([*data["kinds"]["duration"], *data["kinds"]["long"]])
        self.years: str = data["kinds"]["duration"][-1]
        self.of_them = tuple(f" {words}" for words in self.words["of_them"])
        self.percent: str = data["kinds"]["percent"][0]
        self.plural = re.compile(rf"s$|^{_any_of(self.words['plurals'])}$")
        self.unit_kinds: list[tuple[FigureKind, frozenset[str]]] = [
            ("count", frozenset(data["kinds"]["count"])),
            ("percent", frozenset(data["kinds"]["percent"])),
            ("multiple", frozenset(data["kinds"]["multiple"])),
            ("duration", self.durations),
        ]
        self.money_by_sign: dict[str, Any] = data["money_by_sign"]
        self.prefix_signs: dict[str, str] = data["prefix_signs"]
        self.units = {word: unit for unit, words in data["units"].items() for word in words}
        self.changes = frozenset([*data["ranges"]["changes"], *data["words"]["up"], *data["words"]["down"]])
        self.qualifiers = _by_length(data["qualifiers"])
        self.qualifier_words = tuple(word for word, _ in self.qualifiers)
        self.qualifiers_after = dict(_by_length(data["qualifiers_after"]))
        self._compile(data)

    def _compile(self, data: dict[str, Any]) -> None:
        """The patterns, each made once."""
        words = word_set(self.language, "figures", "number_words")
        starts, many = _any_of([*words, *(self.ones if self.ones_count else ())]), _any_of([*words, *self.ones])
        joints, articles = _any_of(data["number_joints"]), _any_of(data["articles_of_multiples"])
        self.run = re.compile(
            rf"(?<![\w-])(?:{starts}(?:[ -](?:{joints}[ -])?{many}){{0,{MOST_WORDS}}}(?!\w)"
            rf"|{articles}(?= {_any_of(self.multipliers)}(?!\w))"
            rf"|{_any_of([*self.ones, *data['articles_of_multiples']])}(?= [^\W\d_]+ {_any_of(data['half'])}(?!\w)))"
        )
        self.counts = re.compile(rf"\d.*|{starts}")  # a word that is a number
        collective = (
            rf"{_any_of(data['collective_articles'])} (?:{_any_of(data['collective_adjectives'])} )?"
            rf"(?P<collective>{_any_of(self.collectives)})(?: de (?P<times>{_any_of(self.collective_times)}))?"
        )
        share = rf"(?P<count>{_any_of(self.part_counts)})[ -](?P<part>{_any_of(self.parts)})"
        whole = rf"{collective}|{share}|(?P<fraction>{_any_of(self.fractions)})"
        half_of = _any_of(data["half_of"])
        self.named = re.compile(rf"(?<![\w-])(?:(?P<half_of>{half_of})(?=[ -])|(?:{whole})(?![\w-]))")
        signs = [*words, *self.collectives, *self.parts, *self.fractions, *data["half_of"], *self.multipliers]
        signs += [*data["half"], *(self.ones if self.ones_count else ())]
        self.hint = re.compile(rf"[\d½¼¾⅓⅔]|(?<!\w){_any_of(one for one in signs if len(one) > 1)}(?!\w)")
        self.names = re.compile(rf"(?<![\w-]){_any_of(self.words['names'])}(?![\w-])")
        self._compile_units(data)
        over, each = _any_of(self.words["over"]), _any_of(self.words["over_each"])
        self.over = re.compile(rf" (?P<over>{over})(?: {each})? $")
        self.ratio_head = re.compile(rf"(?<![\w'-]){_any_of(self.words['ratio_heads'])}(?: [^\W\d_]+){{0,2}}$")
        other = "".join(rf"(?<!{re.escape(word)} )" for word in self.words["not_negative"])
        self.negative = re.compile(rf"(?<!\w){other}(?P<sign>{_any_of(self.words['negative'])}) $")
        after = _any_of(self.qualifiers_after)
        self.qualified_after = re.compile(rf" (?:[^\W\d_]+ )??(?P<words>{after})(?!\w)")  # `douze personnes au moins`

    def _compile_units(self, data: dict[str, Any]) -> None:
        """The patterns of what stands right before or after a number."""
        long, short = _any_of(self.multipliers), _any_of(self.short_multipliers)
        self.multiplier = re.compile(rf"[ -]?(?P<long>{long})(?!\w)|(?P<gap> ?)(?P<short>{short})(?![^\W_])")
        marks = [sign for sign in self.prefix_signs if not sign[0].isalpha()]
        codes = [sign for sign in self.prefix_signs if sign[0].isalpha()]
        self.prefix = re.compile(rf"(?P<sign>(?<!\w){_any_of(codes)}|{_any_of(marks)}) ?$")
        self.mark_after = re.compile(rf" ?{_any_of(marks)}")
        links = _any_of(f"{word} " if word[-1].isalpha() else word for word in self.words["unit_links"])
        skip, half = _any_of(self.words["unit_skip"]), _any_of(data["half"])
        self.unit = re.compile(
            rf"(?: (?P<half>{half})(?!\w))?(?P<gap>[ -]?)(?P<link>{links})?(?:{skip} )?"
            rf"(?P<unit>{_any_of(self.units)})(?![^\W\d_]|')(?: (?P<more>{half})(?!\w))?"
        )
        self.half = re.compile(rf" {half}(?!\w)")


def _list(words: list[str] | str) -> list[str]:
    return [words] if isinstance(words, str) else words


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first; of none, one that never matches."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def _by_length(qualifiers: dict[Qualifier, list[str]]) -> list[tuple[str, Qualifier]]:
    pairs = [(word, name) for name, words in qualifiers.items() for word in words]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@cache
def number_words(language: str) -> NumberWords:
    """What `language` knows of numbers."""
    return NumberWords(language)
