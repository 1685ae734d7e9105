"""Texts made of the words that the analysis knows: cues, roles, names, numbers, labels, marks that are never closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

from tests.fuzz.damage import LARGE, SMALL, damaged, with_invisible, with_line_end, with_misread_part
from tui_reader.analysis.cleaning.line_features import phrases
from tui_reader.analysis.lexicon import common_data, language_of, languages
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.schema import LineWords
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.dates import month_names, words_of_dates

Pools = Mapping[str, tuple[str, ...]]

FRAMES = (
    "{open}{words}{close}, {cue} {name}.",
    "{open}{words}{close}, {pronoun} {cue}.",
    "{open}{words}, {cue} {source}, {words}{close}.",
    "{open}{words}? {words}, {cue} {words}, {open}{words}",
    "{source} {cue} : {open}{words}{close}",
    "{source}, {age}, {role} {prepositions} {bodies}, {cue} {open}{words}{close} {words}.",
    "{according} {source}, {open}{words}{close}.",
    "{possessives} {views} : {open}{words}",
    "{possessives} {views} {prepositions} {determiners} {documents} : {open}{words}{close}",
    "{joining} {narrating} {cue} : {open}{words}{close}",
    "{recalling}, {open}{words}{close}",
    "{determiners} {media} {cue} {relatives} {source} {cue} {open}{words}{close}.",
    "{titles} {name} {cue} {clitics} {open}{words}{close}",
    "— {words}, {cue}-{pronoun}, {words}",
    "— {words}, {reflexives} {cue}-{pronoun}.",
    "{name} : {words}. {words}.",
    "{initials} : {words}?",
    "{open}{words}{close} – {name}",
    "{open}{words} {open}{words}{close} {words}{close}, {cue} {name}, {words}.",
    "{words} {number} {unit} {words}.",
    "{source} {cue} {qualifier} {number} {unit} {words}, {against} {number} {words}.",
    "{number} {to} {number} {unit}, {words} {number_words} {number_words} {unit}",
    "{words} {number_words}-{number_words} {words}, {over} {number_words}.",
    "{changes} {of} {number} {percent} {prepositions} {number}",
    "{number} {words} {according} {source}, {number} {according} {bodies}.",
    "{number} {unit} {number} {prepositions} {number}{unit}{number}.",
    "{determiners} {role} {prepositions} {bodies}, {name}, {cue} : {open}{words} {open}{words}{close}",
    "{number} {unit} {number_words} {unit}, {cue} {bodies}.",
    "{words}. {words}! {words}",
    "{words}",
)
LINES = (
    "— {name} ({handle}) {date}",
    "{words}\n— {damaged_name} ({handle}) {date}",
    "{label}",
    "{label} {words}",
    "{words} {label}",
    "{number} {label}",
    "{byline}{name}",
    "{byline}{name} {prepositions} {bodies} {date}",
    "{date}",
    "{places}, {date} – {words}.",
    "{address}",
    "{address_label} {address}",
    "{name} | {date} | {number} {label}",
    "{words} ({name}/{bodies})",
    "{label} | {label} | {label}",
    "• {words}",
    "{number}. {words}",
)
_ARCHIVE_FRAMES = (
    "{archive_label}: {words}",
    "{archive_label}:",
    "{archive_label}\n{name}",
    "{archive_code} {words}",
    "{archive_mark}",
    "{date}",
    "{number} {counted}",
)
_SLOT = re.compile(r"\{(\w+)\}")
_OPENING = ("«\u00a0", "« ", "«", "“", "„", '"', "‘", "", "»", "‹", "<<", "''", "‚", '" ', "'")
_CLOSING = ("\u00a0»", " »", "»", "”", "“", '"', "’", "", "«", "›", ">>", "''", "‘", ' "', "'")
_NUMBERS = (
    "12", "900 000", "3,5", "3.5", "1,234.5", "1.234.567", "½", "2²", "20h30", "20:30", "1990-1995", "49.3", "n°3",
    "$3.5m", "10-12", "-4", "1er", "2nd", "1/3", "385-2", "٣", "９", "06 12 34 56 78", "0", "1e9", "9" * 40,
    "€5", "3 %", "7%", "12?000", "1|000", "2m10", "2€50", "C$14", "₺12", "10.5p", "2-1/4", "$1.2-1.5bn", "EUR 1000",
    "12&nbsp;000", "12\u200b000", "4 mds",
)  # fmt: skip
_ARCHIVE_MARKS = (
    "Document LEMOND0020220302ei320002t", "news·20220302·LM·1234567", "End of Document", "Fin du document",
    "3 of 12 DOCUMENTS", "Document 3 de 12",
)  # fmt: skip
_ADDRESSES = (
    "https://www.example.org/a-b/12345.html", "www.example.org/a", "example.org", "http://", "https://t.co/aBc",
    "pic.twitter.com/aBc", "https://ex.org/?q=«é»",
)  # fmt: skip


def lexical_text(random: Random) -> str:
    """A text in one language or in both, damaged or not: a few lines, a whole page, or an archive's article."""
    known = random.choice([*([one] for one in languages()), list(languages())])
    form = random.choice(("lines", "lines", "lines", "page", "archive"))
    lines = [_line(random, pools(random.choice(known))) for _ in range(random.randint(1, 9))]
    if form == "page":
        lines = [*_short_lines(random, known, 20), *lines, *_short_lines(random, known, 30)]
    elif form == "archive":
        frames = [random.choice(_ARCHIVE_FRAMES) for _ in range(random.randint(2, 7))]
        lines = [*(_filled(random, frame, pools(random.choice(known))) for frame in frames), *lines]
    text = random.choice(("\n", "\n\n", "\r\n")).join(lines)
    text = damaged(text, random, SMALL, 4)
    return damaged(text, random, LARGE, 1) if random.random() < 0.2 else text


def _short_lines(random: Random, known: Sequence[str], most: int) -> list[str]:
    """What stands about the article of a page: labels, menus, headlines, dates."""
    frames = [random.choice(LINES) for _ in range(random.randint(0, most))]
    return [_filled(random, frame, pools(random.choice(known))) for frame in frames]


def _line(random: Random, known: Pools) -> str:
    """A label, a signature or the like, or a paragraph of some sentences."""
    if random.random() < 0.3:
        return _filled(random, random.choice(LINES), known)
    sentences = [_filled(random, random.choice(FRAMES), known) for _ in range(random.randint(1, 3))]
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)


def _filled(random: Random, frame: str, known: Pools) -> str:
    return _SLOT.sub(lambda slot: _word(random, slot.group(1), known), frame)


def _word(random: Random, slot: str, known: Pools) -> str:
    """What stands in a slot: one of several words of the lexicon, or something made of them."""
    if slot in _MADE:
        return _MADE[slot](random, known)
    return random.choice(known.get(slot, ("",)))  # a language may have none of a kind


def _any_words(random: Random, known: Pools) -> str:
    kinds = list(known)
    words = (random.choice(known[random.choice(kinds)]) for _ in range(random.randint(0, 6)))
    return " ".join(_cased(random, word) for word in words)


def _name(random: Random, known: Pools) -> str:
    return " ".join(random.choice(known["first_names"]).title() for _ in range(random.randint(1, 2)))


def _damaged_name(random: Random, known: Pools) -> str:
    return damaged(_name(random, known), random, (with_invisible, with_misread_part, with_line_end), 2)


def _source(random: Random, known: Pools) -> str:
    return _word(random, random.choice(("name", "pronoun", "role", "bodies", "titles", "nobody", "peoples")), known)


def _role(random: Random, known: Pools) -> str:
    persons = random.choice(("persons_m", "persons_f"))
    return f"{random.choice(known['determiners'])} {random.choice(known[persons])}"


def _date(random: Random, known: Pools) -> str:
    return f"{random.randint(0, 32)} {random.choice(known['months'])} {random.choice((2022, 22, 20222))}"


_MADE: Mapping[str, Callable[[Random, Pools], str]] = {
    "words": _any_words, "name": _name, "damaged_name": _damaged_name, "source": _source, "role": _role, "date": _date,
}  # fmt: skip


def _cased(random: Random, word: str) -> str:
    kind = random.randint(0, 9)
    return word.title() if kind == 0 else word.upper() if kind == 1 else word


@cache
def pools(language: str) -> Pools:
    """The words that the analysis knows of a language, by what they are; every set of its grammar and its numbers."""
    closed, numbers = grammar_of(language), number_words(language)
    found = {key: _words(value) for values in (vars(numbers), vars(closed)) for key, value in values.items()}
    found |= {key: _words(value) for key, value in numbers.context.by_key().items()}
    found |= {
        "cue": _words(word for word, verb in closed.verbs.items() if verb.cue),
        "pronoun": _words(closed.pronouns),
        "qualifier": _words(numbers.qualifier_words),
        "unit": _words(numbers.units),
        "to": _words(numbers.ranges["to"]),
        "changes": _words(numbers.ranges["changes"]),
        "percent": _words(numbers.kinds["percent"]),
        "number_words": _words(language_of(language).figures.number_words),
        "months": _words(month_names()),
        "days": _words(words_of_dates()),
        "label": _labels(language),
        "byline": _words(phrases("byline").starts),
        "archive_label": _words(word for words in _archive("labels") for word in words),
        "archive_code": _words(word for words in _archive("codes") for word in words),
        "counted": _words(common_data().archives.lines.counted),
        "archive_mark": _ARCHIVE_MARKS,
        "address_label": _words(f"{word} :" for word in phrases("address").whole),
        "open": _OPENING,
        "close": _CLOSING,
        "number": _NUMBERS,
        "address": _ADDRESSES,
        "handle": ("@anne", "@a_b1", "@"),
        "initials": ("A. R.", "J.-P. M.", "Q."),
        "age": ("71 ans", "71", "aged 71"),
    }
    return {key: words for key, words in found.items() if words}


def _words(value: Any) -> tuple[str, ...]:
    """The strings of a collection, always in one order; none of what is no collection of strings."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable):
        return ()
    return tuple(sorted({word for word in value if isinstance(word, str) and word}))


def _labels(language: str) -> tuple[str, ...]:
    """All the words by which the lines of a page are known."""
    kinds = [kind for kind in vars(language_of(language).cleaning).values() if isinstance(kind, LineWords)]
    return _words(phrase for kind in kinds for phrases_of_kind in vars(kind).values() for phrase in phrases_of_kind)


def _archive(kind: str) -> list[tuple[str, ...]]:
    return list(getattr(common_data().archives, kind).by_key().values())
