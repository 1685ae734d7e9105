"""Words and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui_reader.analysis.lexicon import every_language
from tui_reader.model import Span

WORD = re.compile(r"[^\W_]+(?:[’'\-\u2011][^\W_]+)*[’']?")
_STOP = re.compile(r"[.!?…]+")
_CLOSERS = "»”\"'’)]\u00a0\u202f "
_OPENERS = "«“\"'‘([—–-\u00a0\u202f "


def fold(text: str) -> str:
    """`text` as the lexicon writes words: lower case, straight apostrophes, plain blanks; same length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lowered.isascii():
        return lowered.replace("\t", " ")
    for sign, plain in _PLAIN:  # six replacements take a tenth of the time of one translation
        lowered = lowered.replace(sign, plain)
    return lowered


_PLAIN = (("’", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("\t", " "))


def trim(text: str, span: Span) -> Span:
    """`span` without the blanks at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentences(text: str, span: Span, opaque: Sequence[Span] = ()) -> list[Span]:
    """The sentences of `span`, in order and without blanks at their edges; none ends inside an `opaque` stretch.

    The stretches are in order, without overlap. A stop ends a sentence when blanks and then an upper-case letter, a
    digit or an opening mark follow, unless it closes an initial or a known short form.
    """
    found: list[Span] = []
    start = span.start
    mask = 0
    for stop in _STOP.finditer(text, span.start, span.end):
        while mask < len(opaque) and opaque[mask].end <= stop.start():
            mask += 1
        if mask < len(opaque) and opaque[mask].start <= stop.start():
            continue
        end = _sentence_end(text, stop, span.end)
        if end is not None and end > start:
            found.append(trim(text, Span(start, end)))
            start = end
    rest = trim(text, Span(start, span.end))
    return [one for one in [*found, rest] if one.end > one.start]


def _sentence_end(text: str, stop: re.Match[str], limit: int) -> int | None:
    """Where the sentence that `stop` may close ends, its closing marks included; None where it goes on."""
    at = stop.end()
    while at < limit and text[at] in _CLOSERS and not (text[at] == '"' and at + 1 < limit and text[at + 1].isalnum()):
        at += 1
    if at >= limit:
        return limit
    if at == stop.end():
        return at if text[at] == "\n" else None
    after = at
    while after < limit and (text[after] in _OPENERS or text[after].isspace()):
        after += 1
    goes_on = after < limit and text[after].islower()
    if goes_on or (stop.group() == "." and _is_short_form(text, stop.start())):
        return None
    return at


def _is_short_form(text: str, stop: int) -> bool:
    start = stop
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] in ".-"):
        start -= 1
    word = text[start:stop]
    return (
        (len(word) == 1 and word.isupper())
        or fold(word) in abbreviations()
        or bool(re.fullmatch(r"([A-Z]\.)+[A-Z]", word))
    )


@cache
def abbreviations() -> frozenset[str]:
    """The short forms of all languages whose full stop ends no sentence."""
    return frozenset().union(*(language.about.abbreviations for language in every_language()))
