"""A text as words and marks, each with its place, and what the lexicon says of each word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple, Protocol

from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.conjugation import Verb
from tui_reader.analysis.text.segmentation import abbreviations, fold
from tui_reader.model import Span

MentionKind = Literal["person", "name", "body", "document", "thing"]
"""What a noun phrase stands for; `name` is one bare capital word, a person's or a place's."""

_QUOTATION_MARKS = frozenset('«»“”"„‹›')
_BEGINNING = frozenset('.!?…«“"—')  # after these a capital may only be a sentence's


class Lexical(Protocol):
    """What is known of a word wherever it stands."""

    @property
    def text(self) -> str:
        """As it is written."""

    @property
    def low(self) -> str:
        """As the lexicon writes it."""

    @property
    def key(self) -> str:
        """`low` without the mark of an elision or of a short form."""

    @property
    def capital(self) -> bool:
        """Upper case at its start, and not only because a sentence begins there."""

    @property
    def word(self) -> bool:
        """Rather than a mark."""


class Token(NamedTuple):
    """A word or a mark with its place; the other fields are those of `Lexical`."""

    span: Span
    text: str
    low: str
    capital: bool
    word: bool
    key: str


class Word(NamedTuple):
    """A word or a mark without a place: one object for all the places of a text where it stands.

    `text` to `key` are those of `Lexical`; the others say which closed words of the language it is one of, and what it
    can be: `verb` before its neighbours are looked at, `noun` what it stands for as a noun, `first` a first name.
    `opens` when a noun phrase may begin with it.
    """

    text: str
    low: str
    capital: bool
    word: bool
    key: str
    verb: Verb | None
    noun: MentionKind | None
    person: bool
    first: bool
    pronoun: bool
    nobody: bool
    determiner: bool
    plural: bool
    title: bool
    stop: bool
    joint: bool
    hyphened: bool
    opens: bool


class Lexicon(Protocol):
    """Whatever knows the words of a language."""

    def word(self, text: str, *, capital: bool) -> Word:
        """What it knows of a word as it is written; `capital` as in `Lexical`."""

    def is_name_before(self, text: str, after: Sequence[str]) -> bool:
        """Whether the word that opens a sentence must be a name, by the two words after it."""


class Stretch(NamedTuple):
    """Words in their order, and the offset at which each begins."""

    words: Sequence[Word]
    starts: Sequence[int]

    def cut(self, start: int, end: int) -> Stretch:
        """Its words from number `start` up to `end`."""
        return Stretch(tuple(self.words[start:end]), tuple(self.starts[start:end]))

    def end(self, at: int) -> int:
        """The offset at which its word number `at` ends."""
        return self.starts[at] + len(self.words[at].text)


class Tokens:
    """All the words of some stretches of a text, which are in order: read once, then looked up by place.

    Quotation marks are left out: whoever reads quotations knows where they stand.
    """

    def __init__(self, text: str, spans: Iterable[Span], lexicon: Lexicon) -> None:
        written, starts, proper, openers = _split(text, spans)
        for at in openers:
            if written[at] not in proper and lexicon.is_name_before(written[at], written[at + 1 : at + 3]):
                proper.add(written[at])
        known = {one: lexicon.word(one, capital=one in proper) for one in set(written)}
        self._words = [known[one] for one in written]
        self._starts = starts

    def within(self, span: Span) -> Stretch:
        """The words that begin in `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return Stretch(self._words[first:last], self._starts[first:last])


def _split(text: str, spans: Iterable[Span]) -> tuple[list[str], list[int], set[str], list[int]]:
    """The words as they are written, their offsets, which are proper, and which open a sentence with a capital.

    Proper ones are written with a capital where no sentence begins, or before another capital.
    """
    written: list[str] = []
    starts: list[int] = []
    proper: set[str] = set()
    openers: list[int] = []
    for span in spans:
        begins = True
        before = ""
        last: str | None = None  # a capital word at a sentence's beginning
        for match in token_pattern().finditer(text, span.start, span.end):
            word = match.group()
            if word not in _QUOTATION_MARKS:
                written.append(word)
                starts.append(match.start())
            if word[0].isupper() or ("-" in word and is_capital(word)):
                if begins:
                    last = word
                    openers.append(len(written) - 1)
                else:
                    proper.add(word)
                    if last:
                        proper.add(last)
                        last = None
                begins = False
            else:
                last = None
                if word in _BEGINNING:
                    begins = word != "." or fold(before) not in abbreviations()
                elif begins and word[0].isalnum():
                    begins = False
            before = word
    return written, starts, proper, openers


@cache
def token_pattern() -> re.Pattern[str]:
    """What one token is: an elided word, initials, a word, or a mark by itself.

    Elided words are those of all languages, for names and quoted words bring theirs along.
    """
    elisions = {word for language in every_language() for word in language.about.elisions}
    letters = "".join(sorted(word + word.upper() for word in elisions if len(word) == 1))
    longer = sorted(form for word in elisions if len(word) > 1 for form in (word, word.capitalize()))
    starts = "|".join([*([f"[{letters}]"] if letters else []), *longer]) or "(?!)"
    whole = sorted({word for language in every_language() for word in language.about.not_elided})
    kept = "".join(
        rf"(?!(?<={_either_case(start)}[’']){rest}\b)" for start, _, rest in (w.partition("'") for w in whole)
    )
    return re.compile(
        rf"(?:{starts})[’'](?=[\w«“]){kept}"
        rf"|(?:[A-ZÀ-Þ]\.-?){{1,3}}(?![a-z])|[^\W_]+(?:[’'\-\u2011][^\W_]+)*|[^\w\s]"
    )


def _either_case(word: str) -> str:
    """A pattern of a word, with or without a capital."""
    return f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}"


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or an article and one: `al-Obaïdi`."""
    if word[0].isupper():
        return True
    article, _hyphen, name = word.partition("-")
    return name[:1].isupper() and article in common_data().names.articles


def key_of(low: str) -> str:
    """A word in lower case without the mark of an elision or of a short form."""
    return low.rstrip("'.") if low[-1] in "'." else low
