"""Direct speech without quotation marks: the lines of a dialogue, and the turns of an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.analysis.quotes.interjected_cues import InterjectedCue, find_interjected_cue
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.text.segmentation import fold, trim
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, Span

FEWEST_TURNS = 3
"""The number of labelled paragraphs that make an interview."""
FEWEST_OF_ONE = 2
"""The number of them that persons must have, and that a label which names no person must have to be a speaker's."""

_BLANK = "[ \\u00a0\\u202f]"
_LABEL = re.compile(
    r"((?:[A-ZÀ-Þ]\.[ \u00a0\u202f-]?){2,3}"  # initials
    r"|[A-ZÀ-Þ](?:[^:;,.!?()«»“”\"\r\n\d]|\.(?= [A-ZÀ-Þ])){0,48}?)"  # or a name, perhaps after a title
    rf"{_BLANK}*:{_BLANK}+(?=[^\s«“„\"])"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ \u00a0\u202f-]?){2,3}")
_DIALOGUE_DASH = re.compile(r"[—–-][ \u00a0\u202f]+(?=\S)")
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", ")")
_LONGEST_PARTICLE = 3  # letters of a word without a capital in a label: `de`, `des`
_MOST_LABEL_WORDS = 6
_SPOKEN = ("paragraph", "heading")


class _LabelledParagraph(NamedTuple):
    """A paragraph that begins with a label and a colon: the offsets of the label and of what follows."""

    label: Span
    turn: Span


def with_dialogue_turns(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> tuple[Quote, ...]:
    """The quotes and the turns of the kept blocks, in order; a quotation inside a turn is part of it.

    The turn of an interview has the span of its label as its `speaker_span`. The line of a dialogue is cut before a cue
    that ends it.
    """
    turns = [*_interview_turns(raw, blocks, grammar), *_dialogue_lines(raw, blocks, tokens, grammar)]
    if not turns:
        return tuple(quotes)
    outermost: list[Quote] = []
    for quote in sorted([*turns, *quotes], key=lambda quote: (quote.span.start, -quote.span.end)):
        if not outermost or quote.span.start >= outermost[-1].span.end:
            outermost.append(quote)
    return tuple(outermost)


def _interview_turns(raw: str, blocks: Sequence[Block], grammar: Grammar) -> Iterator[Quote]:
    """`M. Roux : …`, `M. R. : …`: the paragraphs with a label, where labels recur and one is a person's."""
    paragraphs = [paragraph for block in blocks if (paragraph := _labelled_paragraph(raw, block))]
    counts = Counter(paragraph.label.of(raw) for paragraph in paragraphs)
    turns_of_persons = sum(count for label, count in counts.items() if _is_person(label, grammar))
    if len(paragraphs) < FEWEST_TURNS or turns_of_persons < FEWEST_OF_ONE:
        return
    for label_span, turn in paragraphs:
        label = label_span.of(raw)
        if counts[label] >= FEWEST_OF_ONE or _is_person(label, grammar):
            text = turn.of(raw)
            yield Quote(turn, text, text, turn, speaker_span=label_span, how="name")


def _labelled_paragraph(raw: str, block: Block) -> _LabelledParagraph | None:
    """The parts of a block that is prose and begins with what may be the label of a speaker; else None."""
    may_have_label = block.kind in _SPOKEN and ":" in block.text
    match = _LABEL.match(raw, block.span.start, block.span.end) if may_have_label else None
    if match is None or not block.text.endswith(_SENTENCE_ENDS):
        return None
    words = match.group(1).split()
    capitals = all(word[0].isupper() or len(word) <= _LONGEST_PARTICLE for word in words)
    if not capitals or len(words) > _MOST_LABEL_WORDS:
        return None
    return _LabelledParagraph(trim(raw, Span(*match.span(1))), trim(raw, Span(match.end(), block.span.end)))


def _is_person(label: str, grammar: Grammar) -> bool:
    """True if a label is made of initials, or begins with a first name or a title."""
    first = fold(label.split(maxsplit=1)[0])
    return bool(_INITIALS.fullmatch(label)) or grammar.first_name(first) or first.rstrip(".") in grammar.titles


def _dialogue_lines(raw: str, blocks: Sequence[Block], tokens: Tokens, grammar: Grammar) -> Iterator[Quote]:
    """`— Je pars, dit-il.`: lines in a row that begin with a dash, of which at least one has a cue."""
    row: list[Quote] = []
    has_cue = False
    for block in blocks:
        match = _DIALOGUE_DASH.match(raw, block.span.start, block.span.end) if block.kind in _SPOKEN else None
        if match is None:
            yield from row if has_cue else ()
            row, has_cue = [], False
            continue
        line = _without_closing_mark(raw, Span(match.end(), block.span.end))
        quote = Quote(line, line.of(raw), line.of(raw), block.span)
        cue = find_interjected_cue(tokens, quote, grammar)
        has_cue = has_cue or cue is not None
        row.append(_without_final_cue(raw, quote, cue))
    yield from row if has_cue else ()


def _without_closing_mark(raw: str, line: Span) -> Span:
    """The line without the mark that closes a dialogue which a line before it opens: `« A ?`, `— B », dit X`."""
    text = line.of(raw)
    ends = text.endswith("»") and "«" not in text
    return trim(raw, Span(line.start, line.end - 1)) if ends else line


def _without_final_cue(raw: str, quote: Quote, cue: InterjectedCue | None) -> Quote:
    """The line without the cue that ends it; the line itself where the cue stands elsewhere."""
    if cue is None or raw[cue.span.end : quote.span.end].strip(" .!?…"):
        return quote
    speech = trim(raw, Span(quote.span.start, cue.span.start))
    return Quote(speech, speech.of(raw), speech.of(raw), quote.sentence)
