"""An article as those see it who look for its speakers: sentences, whom they speak of, and the sources found so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui_reader.analysis.coreference.mentions import Said
from tui_reader.analysis.coreference.resolver import EntityResolver
from tui_reader.analysis.quotes.quotation_marks import quoted_sentences
from tui_reader.analysis.syntax.chunker import Sentence, read_sentence
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, Span

OPENING = 50_000  # code points from an article's beginning that tell what it writes without marks
MARKS = "«»“”\"'‘’„‹›—– \u00a0\u202f\n\r\t"


@dataclass(slots=True)
class AttributionState:
    """An article being read: its sentences, whom they speak of, and the sources found so far."""

    raw: str
    grammar: Grammar
    tokens: Tokens
    sentences: Sequence[Sentence]
    resolver: EntityResolver
    low: str  # the text without its title and its quotations, folded
    found: list[Quote] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def read_article(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> AttributionState:
    """The kept blocks of an article with its quotations, before any source is found."""
    sentences: list[Sentence] = []
    resolver = EntityResolver(_remembered(_sentences(raw, blocks, quotes, tokens, grammar), sentences), grammar)
    return AttributionState(raw, grammar, tokens, sentences, resolver, _unquoted(raw, blocks, quotes))


def is_alone(raw: str, quote: Quote) -> bool:
    """Whether nothing but marks stands beside the quotation in its sentence."""
    before = raw[quote.sentence.start : quote.span.start].strip(MARKS)
    return not before and not raw[quote.span.end : quote.sentence.end].strip(MARKS + ".,;")


def _sentences(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> Iterator[Sentence]:
    """The sentences of the kept blocks, in order, each quotation in them with its number."""
    at = 0
    for block in blocks:
        inside: list[tuple[int, Span]] = []
        while at < len(quotes) and quotes[at].span.start < block.span.end:
            inside.append((at, quotes[at].span))
            at += 1
        if block.kind in ("post", "byline", "date"):
            continue
        first = 0
        for span in quoted_sentences(raw, block.span, [place for _, place in inside]):
            last = first
            while last < len(inside) and inside[last][1].start < span.end:
                last += 1
            opens = span.start == block.span.start
            yield read_sentence(tokens, span, inside[first:last], grammar, opens=opens)
            first = last


def _remembered(sentences: Iterator[Sentence], kept: list[Sentence]) -> Iterator[Sentence]:
    """The sentences one by one; in `kept`, those far from any quotation lose their chunks, which fill the memory."""
    for sentence in sentences:
        yield sentence
        quoting = any(chunk.quote >= 0 for chunk in sentence.chunks)
        if (
            len(kept) > 1
            and not quoting
            and not any(chunk.quote >= 0 for chunk in kept[-2].chunks)
            and not any(chunk.quote >= 0 for chunk in kept[-1].chunks)
        ):
            kept[-1] = Sentence(kept[-1].span, ())
        kept.append(sentence)


def _unquoted(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> str:
    """The text without its title, which takes words from it, and without its quotations, folded."""
    kept, at = [], next((block.span.end for block in blocks if block.kind == "title"), 0)
    for quote in quotes:
        kept.append(raw[at : quote.span.start])
        at = max(at, quote.span.end)
    return fold("".join([*kept, raw[at:]])[:OPENING])
