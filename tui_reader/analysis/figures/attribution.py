"""Find the source that a sentence names for its numbers: `selon X`, `according to X`."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.model import Span

_MOST_SOURCE_LENGTH = 90  # code points; more is a clause


def attribution_of(text: FigureText, sentence: Span) -> str | None:
    """The source that a sentence names for its numbers, as it is written: `selon X`; None where it names none."""
    cue = _according(text.grammar.language).search(text.low, *sentence)
    if cue is None:
        return None
    tokens = text.after(Span(cue.end(), sentence.end))
    start = 0
    while start < len(tokens) and tokens[start].key in text.grammar.determiners:
        start += 1
    end = start
    while end < len(tokens) and tokens[end].word:
        end += 1
    if end == start:
        return None
    source = text.raw[tokens[start].span.start : tokens[end - 1].span.end]
    return source if len(source) <= _MOST_SOURCE_LENGTH else None


@cache
def _according(language: str) -> re.Pattern[str]:
    """The cues in front of a source: `selon`, `according to`."""
    cues, links = any_of(grammar_of(language).according), any_of(number_words(language).context.according_links)
    return re.compile(rf"(?<![\w-]){cues}(?:\s{links})?(?![\w-])\s?")
