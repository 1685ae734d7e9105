"""Fold a text as the lexicon writes words, and divide it into sentences."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui_reader.analysis.lexicon import every_language
from tui_reader.model import Span

_PLAIN_WORD = r"[a-zß-öø-ÿ]++(?=[ ,.\n])"  # most are such; found in two thirds of the time of any word
WORD = re.compile(rf"(?:{_PLAIN_WORD}|[^\W_]++(?:[’'\-\u2011][^\W_]++)*+[’']?+)")
_NUMBER = re.compile(r"\s*(?:[A-Z]\.?\s?)?\d")  # also that of an article of a code: `art. L. 123`
_INITIALS = re.compile(r"(?:[A-Z][.-]+)+[A-Z]")
_STOP = re.compile(  # with the marks and blanks that close its sentence, and those that open the next
    r"(?P<stop>[.!?…][.!?…]*+)(?P<closers>(?:[»”'’›)\]\u00a0\u202f ]|\"(?![^\W_]))*+)[«“\"'‘‹(\[—–\s-]*+"
)
_LONGEST_REMEMBERED = 100_000  # code points of a text of which the sentences are remembered, and so the text
_JOINTS = ",;"
_OPENERS = ("“", "«", "‘", '"')
_LETTER_REACH = 20  # code points in which a single letter and the word before it stand


def fold(text: str) -> str:
    """`text` as the lexicon writes words: lower case, straight apostrophes, plain blanks; same length."""
    lowered = text.lower()
    if text.isascii():
        return lowered.replace("\t", " ")
    if len(lowered) != len(text):  # a few capitals grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.replace("’", "'").replace("ʼ", "'").replace("\u2011", "-")  # a tenth of the time of a translation
    return lowered.replace("\u00a0", " ").replace("\u202f", " ").replace("\t", " ")


fold_word = lru_cache(maxsize=20_000)(fold)
"""The same of a word or a name, most of which a text has many times."""


def trim(text: str, span: Span) -> Span:
    """`span` without the blanks at its edges."""
    return _trimmed(text, *span)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentences(text: str, span: Span, opaque: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The sentences of `span`, in order and without blanks at their edges; none ends inside an `opaque` stretch.

    The stretches are in order, without overlap. A stop ends a sentence when blanks and then an upper-case letter, a
    digit or an opening mark follow, unless it closes an initial or a known abbreviation.
    """
    is_short = len(text) <= _LONGEST_REMEMBERED
    return _remembered_sentences(text, span, opaque) if is_short else _find_sentences(text, span, opaque)


def _find_sentences(text: str, span: Span, opaque: tuple[Span, ...]) -> tuple[Span, ...]:
    parts: list[Span] = []
    start = span.start
    opaque_index = 0
    for stop in _STOP.finditer(text, span.start, span.end):
        while opaque_index < len(opaque) and opaque[opaque_index].end <= stop.start():
            opaque_index += 1
        if opaque_index < len(opaque) and opaque[opaque_index].start <= stop.start():
            continue
        end = _sentence_end(text, stop, span.end)
        if end is not None and end > start:
            parts.append(_trimmed(text, start, end))
            start = end
    if start < span.end:
        parts.append(_trimmed(text, start, span.end))
    return tuple(part for part in parts if part.end > part.start)


_remembered_sentences = lru_cache(maxsize=256)(_find_sentences)
"""Those of the paragraphs of an article: quotes, speakers and figures are looked for in the same ones."""


def _sentence_end(text: str, stop: re.Match[str], limit: int) -> int | None:
    """Where the sentence that `stop` may close ends, its closing marks included; None where it goes on.

    A straight quote right before a word opens, and so closes nothing.
    """
    end, after = stop.end("closers"), stop.end()
    if end == limit:
        return limit
    if end == stop.end("stop"):
        return end if text[end] == "\n" else None
    goes_on = after < limit and (text[after].islower() or text[after] in _JOINTS)
    if goes_on or (stop["stop"] == "." and _is_abbreviation(text, stop.start())):
        opens_quote = any(mark in text[end:after] for mark in _OPENERS)
        return end if opens_quote and not goes_on and _is_plain_letter(text, stop.start()) else None
    return end


def _is_plain_letter(text: str, stop: int) -> bool:
    """`a post on X.`: whether a single letter behind a small word, and so no initial, stands before a full stop."""
    words = text[max(0, stop - _LETTER_REACH) : stop].split()[-2:]
    return len(words) > 1 and len(words[1]) == 1 and words[0].islower()


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the word before a full stop is an initial, initials, or a known abbreviation."""
    start = stop
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] in ".-"):
        start -= 1
    word = text[start:stop]
    is_initial, folded = len(word) == 1 and word.isupper(), fold_word(word)
    if folded in _number_abbreviations():
        return _NUMBER.match(text, stop + 1) is not None
    return is_initial or folded in abbreviations() or _INITIALS.fullmatch(word) is not None


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of all languages whose full stop ends no sentence."""
    return frozenset().union(*(language.about.abbreviations for language in every_language()))


@cache
def _number_abbreviations() -> frozenset[str]:
    """Those of all languages that are words too, unless a number follows: `no. 5`, `sept. 2024`."""
    return frozenset().union(*(language.about.number_abbreviations for language in every_language()))
