"""Turns of talk that stand without quotation marks: the lines of a dialogue, and the answers of an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.analysis.quotes.interjected_cues import Incise, find_incise
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.text.segmentation import fold, trim
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, Span

FEWEST_TURNS = 3  # labelled paragraphs that make an interview
FEWEST_OF_ONE = 2  # of them by persons, or with a label that is nobody's name

_BLANK = "[ \\u00a0\\u202f]"
_LABEL = re.compile(
    r"((?:[A-ZÀ-Þ]\.[ \u00a0\u202f-]?){2,3}"  # initials
    r"|[A-ZÀ-Þ](?:[^:;,.!?()«»“”\"\r\n\d]|\.(?= [A-ZÀ-Þ])){0,48}?)"  # or a name, perhaps after a title
    rf"{_BLANK}*:{_BLANK}+(?=[^\s«“„\"])"
)
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ \u00a0\u202f-]?){2,3}")
_DASH = re.compile(r"[—–-][ \u00a0\u202f]+(?=\S)")
_ENDS = (".", "!", "?", "…", "»", "”", ")")
_LONGEST_SMALL = 3  # letters of a word without a capital in a label: `de`, `des`
_MOST_LABEL_WORDS = 6
_SPOKEN = ("paragraph", "heading")


class _Labelled(NamedTuple):
    """A paragraph that begins with a label and a colon."""

    label: Span
    words: Span


def with_turns(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> tuple[Quote, ...]:
    """The quotes and the turns of the kept blocks, in order; what is quoted inside a turn belongs to it.

    A turn of an interview has its label for `speaker_span`; a line of a dialogue, its incise if it has one.
    """
    turns = [*_interview(raw, blocks, grammar), *_dialogue(raw, blocks, tokens, grammar)]
    if not turns:
        return tuple(quotes)
    found: list[Quote] = []
    for quote in sorted([*turns, *quotes], key=lambda one: (one.span.start, -one.span.end)):
        if not found or quote.span.start >= found[-1].span.end:
            found.append(quote)
    return tuple(found)


def _interview(raw: str, blocks: Sequence[Block], grammar: Grammar) -> Iterator[Quote]:
    """`M. Roux : …`, `M. R. : …`: the paragraphs with a label, where labels come again and one is a person's."""
    labelled = [one for block in blocks if block.kind in _SPOKEN for one in _labelled(raw, block)]
    counts = Counter(one.label.of(raw) for one in labelled)
    persons = sum(number for label, number in counts.items() if _is_person(label, grammar))
    if len(labelled) < FEWEST_TURNS or persons < FEWEST_OF_ONE:
        return
    for one in labelled:
        label = one.label.of(raw)
        if counts[label] >= FEWEST_OF_ONE or _is_person(label, grammar):
            text = one.words.of(raw)
            yield Quote(one.words, text, text, one.words, speaker_span=one.label, how="name")


def _labelled(raw: str, block: Block) -> Iterator[_Labelled]:
    match = _LABEL.match(raw, block.span.start, block.span.end)
    if match is None or not block.text.endswith(_ENDS):
        return
    words = match.group(1).split()
    capitals = all(word[0].isupper() or len(word) <= _LONGEST_SMALL for word in words)
    if capitals and len(words) <= _MOST_LABEL_WORDS:
        yield _Labelled(trim(raw, Span(*match.span(1))), trim(raw, Span(match.end(), block.span.end)))


def _is_person(label: str, grammar: Grammar) -> bool:
    """Whether a label is made of initials, or begins with a first name or a title."""
    first = fold(label.split(maxsplit=1)[0])
    return bool(INITIALS.fullmatch(label)) or grammar.first_name(first) or first.rstrip(".") in grammar.titles


def _dialogue(raw: str, blocks: Sequence[Block], tokens: Tokens, grammar: Grammar) -> Iterator[Quote]:
    """`— Je pars, dit-il.`: lines that begin with a dash, in a row of which one at least tells who speaks."""
    row: list[Quote] = []
    told = False
    for block in blocks:
        match = _DASH.match(raw, block.span.start, block.span.end) if block.kind in _SPOKEN else None
        if match is None:
            yield from row if told else ()
            row, told = [], False
            continue
        words = Span(match.end(), block.span.end)
        quote = Quote(words, words.of(raw), words.of(raw), block.span)
        incise = find_incise(tokens, quote, grammar)
        told = told or incise is not None
        row.append(_without_end(raw, quote, incise))
    yield from row if told else ()


def _without_end(raw: str, quote: Quote, incise: Incise | None) -> Quote:
    """The line without the remark that ends it."""
    if incise is None or raw[incise.span.end : quote.span.end].strip(" .!?…"):
        return quote
    words = trim(raw, Span(quote.span.start, incise.span.start))
    return Quote(words, words.of(raw), words.of(raw), quote.sentence)
