"""Divide a text into words and marks, and look each word up once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, compress
from typing import Literal, Protocol

import msgspec

from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.conjugation import Verb
from tui_reader.analysis.text.segmentation import abbreviations, fold_word
from tui_reader.model import Span

MentionKind = Literal["person", "name", "body", "document", "thing"]
"""What a noun phrase stands for; `name` is one bare capital word, a person's or a place's."""

_QUOTATION_MARKS = frozenset('«»“”"„‹›')
_FEWEST_CAPITALS = 12  # letters of a text in capitals: a name or a label has fewer
_MOST_OF = 19  # capitals to a small letter
_BEGINNING_PART = 8  # of a text
_THOUSANDS = r"(?=\d)(?<![\w.,])\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?![\w.,]?\d)"
_PLAIN_WORD = r"[A-ZÀ-ÖØ-öø-ÿa-z][a-zß-öø-ÿ]++(?=[ ,.])"  # most are such; found in half the time of any word
_BEGINNING = frozenset('.!?…«“"—‘`<')  # after these a capital may only be a sentence's


class Lexical(Protocol):
    """A word or a mark of a text, as far as its letters tell."""

    @property
    def text(self) -> str:
        """As it is written."""

    @property
    def low(self) -> str:
        """As the lexicon writes it."""

    @property
    def key(self) -> str:
        """`low` without the apostrophe of an elision or the stop of an abbreviation."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital for another reason than that a sentence begins there."""

    @property
    def word(self) -> bool:
        """Whether it is a word rather than a mark."""


class Token(msgspec.Struct, frozen=True):
    """A word or a mark from offset `start` up to `end`; the other fields are those of `Lexical`."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    word: bool
    key: str


class Word(msgspec.Struct, frozen=True):
    """A word or a mark without its place: one object stands for all its occurrences.

    `text` to `key` are those of `Lexical`; the others are what the lexicon tells: `verb` is the verb that it may be,
    whatever its neighbours; `noun` is what it stands for as a noun, `person` says that this is a person, and `persons`
    that these are several; `first` is a first name, `number` is one in digits, `plural` a determiner of plurals,
    `nobody` a pronoun for nobody whom the text names; `pronominal` says that it stands for somebody or something,
    whatever follows; `stop` is a word that no noun phrase holds, `joint` one that may stand inside it, and with `opens`
    one may begin; `governs` is one that may govern what follows it, `according` one as in `selon`. `possessive` and
    `adverb` have the ending of such, `acronym` is in capitals, and `medium` names a newspaper, an agency or the like.
    """

    text: str
    low: str
    capital: bool
    word: bool
    key: str
    verb: Verb | None
    noun: MentionKind | None
    person: bool
    persons: bool
    first: bool
    number: bool
    pronoun: bool
    nobody: bool
    pronominal: bool
    determiner: bool
    plural: bool
    title: bool
    stop: bool
    joint: bool
    hyphened: bool
    opens: bool
    governs: bool
    according: bool
    possessive: bool
    adverb: bool
    acronym: bool
    medium: bool


class Lexicon(Protocol):
    """The knowledge of a language's words that `Tokens` needs."""

    @property
    def words(self) -> Mapping[str, Word]:
        """The word for its letters as they are written."""

    @property
    def proper_words(self) -> Mapping[str, Word]:
        """The same of a word that is `capital` as in `Lexical`."""

    def is_name_before(self, text: str, after: Sequence[str]) -> bool:
        """Whether the word that opens a sentence must be a name, by the two words after it."""


class Stretch(msgspec.Struct, frozen=True):
    """Successive words of a text, and the offset at which each begins."""

    words: Sequence[Word]
    starts: Sequence[int]

    def cut(self, start: int, end: int) -> Stretch:
        """Its words from number `start` up to `end`."""
        return Stretch(tuple(self.words[start:end]), tuple(self.starts[start:end]))


class Tokens:
    """The words of those parts of a text that are read, for looking up by span; the parts are in order.

    Quotation marks are left out: whoever reads quotations knows where they stand. The text is divided when it is first
    asked for: one without quotations is not.
    """

    def __init__(self, text: str, spans: Iterable[Span], lexicon: Lexicon) -> None:
        self.text = text
        self._spans = tuple(spans)
        self._lexicon = lexicon

    def within(self, span: Span) -> Stretch:
        """The words that begin in `span`."""
        words, starts = self._whole.words, self._whole.starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return Stretch(words[first:last], starts[first:last])

    @cached_property
    def _whole(self) -> Stretch:
        """The words of all parts."""
        lexicon = self._lexicon
        written, starts, proper, openers = _split(self.text, self._spans, lexicon)
        for offset in openers:
            index = bisect_left(starts, offset)
            if written[index] not in proper and lexicon.is_name_before(written[index], written[index + 1 : index + 3]):
                proper.add(written[index])
        words, proper_words = lexicon.words, lexicon.proper_words
        return Stretch([proper_words[word] if word in proper else words[word] for word in written], starts)


def _split(text: str, spans: Iterable[Span], lexicon: Lexicon) -> tuple[list[str], list[int], set[str], list[int]]:
    """The words as they are written, their offsets, the proper ones, and the offsets of capitals that open a sentence.

    A word is proper that has a capital where no sentence begins, or before another capital; in a part that is written
    in capitals, a first name and what follows it.
    """
    written: list[str] = []
    starts: list[int] = []
    proper: set[str] = set()
    openers: list[int] = []
    for span in spans:
        if is_in_capitals(span.of(text)):
            for word, start, in_name in _split_capitals(text, span, lexicon):
                written.append(word)
                starts.append(start)
                proper.update([word] if in_name else [])
            continue
        parts, offsets = _divided(text, span)
        if _QUOTATION_MARKS.isdisjoint(parts):
            written += parts
            starts += offsets
        else:
            is_kept = [part not in _QUOTATION_MARKS for part in parts]
            written += compress(parts, is_kept)
            starts += compress(offsets, is_kept)
        capitals = [index for index, part in enumerate(parts) if not part.islower() and is_capital(part)]
        opener = -1  # the index of the last capital that opens a sentence
        for index in capitals:
            if _opens_sentence(parts, index):
                opener = index
                openers.append(offsets[index])
                continue
            proper.add(parts[index])
            if opener >= 0 and opener == index - 1:
                proper.add(parts[opener])
    return written, starts, proper, openers


def _divided(text: str, span: Span) -> tuple[list[str], list[int]]:
    """The words and marks of a part of a text, quotation marks included, and their offsets."""
    stretches = _dividing_pattern().split(span.of(text))  # by turns what stands between two tokens, and a token
    offsets = list(accumulate(map(len, stretches), initial=span.start))
    return stretches[1::2], offsets[1:-1:2]


@cache
def _dividing_pattern() -> re.Pattern[str]:
    return re.compile(rf"({_PLAIN_WORD}|{_THOUSANDS}|{token_pattern().pattern})")


def _opens_sentence(parts: Sequence[str], index: int) -> bool:
    """Whether only marks stand between a word and the end of the sentence before it; `parts` are words and marks."""
    for before in range(index - 1, -1, -1):
        if parts[before] in _BEGINNING:
            is_stop = parts[before] == "." and before > 0
            return not is_stop or fold_word(parts[before - 1]) not in abbreviations()
        if parts[before][0].isalnum():
            return False
    return True


def _split_capitals(text: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[str, int, bool]]:
    """The words of a part that is written in capitals, their offsets, and whether each belongs to a name."""
    in_name = False
    for match in token_pattern().finditer(text, span.start, span.end):
        word = match.group()
        if word not in _QUOTATION_MARKS:
            known = lexicon.words[word]
            is_plain = known.verb or known.stop or known.determiner or known.pronoun or known.noun
            in_name = known.first or (in_name and not is_plain and word[0].isupper())
            yield word, match.start(), in_name


def is_in_capitals(text: str) -> bool:
    """Whether nearly all letters of a text of some length are capitals."""
    if _MOST_OF * sum(map(str.islower, text[: len(text) // _BEGINNING_PART])) >= len(text):
        return False  # as the beginning of most texts tells
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper >= _FEWEST_CAPITALS and upper > _MOST_OF * lower


@cache
def token_pattern() -> re.Pattern[str]:
    """What one token is: an elided word, initials, a word, or a mark by itself.

    Elided words are those of all languages, for names and quoted words bring theirs along.
    """
    elisions = {word for language in every_language() for word in language.about.elisions}
    letters = "".join(sorted(word + word.upper() for word in elisions if len(word) == 1))
    longer = sorted(form for word in elisions if len(word) > 1 for form in (word, word.capitalize()))
    starts = "|".join([*([f"[{letters}]"] if letters else []), *longer]) or "(?!)"
    initial = r"[A-ZÀ-Þ]\.-?"
    whole = sorted({word for language in every_language() for word in language.about.not_elided})
    kept = "".join(
        rf"(?!(?<={_either_case(start)}[’']){rest}\b)" for start, _, rest in (w.partition("'") for w in whole)
    )
    return re.compile(
        rf"(?:{_PLAIN_WORD}|(?:{starts})[’'](?=[\w«“]){kept}"
        rf"|{initial}(?:{initial}){{0,2}}(?![a-z])|[^\W_]++(?:[’'\-\u2011][^\W_]++)*+|[^\w\s])"
    )


def _either_case(word: str) -> str:
    """A pattern of a word, with or without a capital."""
    return f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}"


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or an article and one: `al-Obaïdi`."""
    return word[0].isupper() or ("-" in word and _is_behind_article(word))


def _is_behind_article(word: str) -> bool:
    article, _hyphen, name = word.partition("-")
    return name[:1].isupper() and article in common_data().names.articles


def is_number(word: str) -> bool:
    """Whether a word is a number in digits, thousands set apart or not: `60,000`."""
    return word[0].isdigit() and (word.isdigit() or re.fullmatch(_THOUSANDS, word) is not None)


def key_of(low: str) -> str:
    """A lower-case word without the apostrophe of an elision or the stop of an abbreviation."""
    return low.rstrip("'.") if low[-1] in "'." else low
