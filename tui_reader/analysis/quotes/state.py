"""The state of attribution over one article: its sentences, whom they mention, and the sources named so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tui_reader.analysis.coreference.resolver import EntityResolver
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.quotes.quotation_marks import quoted_sentences
from tui_reader.analysis.syntax.chunker import Sentence, read_sentence
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Block, Quote, Span

SOURCE_MEMORY = 20
"""The number of the latest sources that a pronoun or a role can refer to."""
OPENING_LENGTH = 50_000
"""The number of code points from the start of an article that are searched for quoted words without marks."""
MARKS = "«»“”\"'‘’„‹›<>`—– \u00a0\u202f\n\r\t"


class AttributionState(msgspec.Struct):
    """What is known of an article while its quotations are attributed, in order.

    `attributed` are the quotations that are done, `sources` those of them that have a source. `unquoted_text` is the
    opening of the article without its title and its quotations, folded.
    """

    raw: str
    grammar: Grammar
    tokens: Tokens
    sentences: Sequence[Sentence]
    resolver: EntityResolver
    unquoted_text: str
    attributed: list[Quote] = msgspec.field(default_factory=list)
    sources: list[NamedSource] = msgspec.field(default_factory=list)

    @property
    def recent_sources(self) -> Sequence[NamedSource]:
        """The latest sources, which a pronoun or a role can refer to, in order."""
        return self.sources[-SOURCE_MEMORY:]


def read_article(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> AttributionState:
    """The state before any quotation is attributed; `blocks` are the kept ones."""
    sentences: list[Sentence] = []
    resolver = EntityResolver(_kept_small(_sentences(raw, blocks, quotes, tokens, grammar), sentences), grammar)
    return AttributionState(raw, grammar, tokens, sentences, resolver, _unquoted_text(raw, blocks, quotes))


def is_alone(raw: str, quote: Quote) -> bool:
    """True if nothing but marks stands beside the quotation in its sentence."""
    before = raw[quote.sentence.start : quote.span.start].strip(MARKS)
    return not before and not raw[quote.span.end : quote.sentence.end].strip(MARKS + ".,;")


def _sentences(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, grammar: Grammar
) -> Iterator[Sentence]:
    """The sentences of the blocks that are prose, in order, each with the indices of the quotations in it."""
    quote_index = 0
    for block in blocks:
        inside: list[tuple[int, Span]] = []
        while quote_index < len(quotes) and quotes[quote_index].span.start < block.span.end:
            inside.append((quote_index, quotes[quote_index].span))
            quote_index += 1
        if block.kind in ("post", "byline", "date"):
            continue
        first = 0
        for span in quoted_sentences(raw, block.span, [quote_span for _, quote_span in inside]):
            last = first
            while last < len(inside) and inside[last][1].start < span.end:
                last += 1
            opens = span.start == block.span.start
            yield read_sentence(tokens, span, inside[first:last], grammar, opens=opens)
            first = last


def _kept_small(sentences: Iterator[Sentence], kept: list[Sentence]) -> Iterator[Sentence]:
    """The sentences, one by one, which are also added to `kept`.

    Those in `kept` that are not next to a quotation lose their chunks: chunks take most of the memory.
    """
    for sentence in sentences:
        yield sentence
        if len(kept) > 1 and not (sentence.has_quotes or kept[-1].has_quotes or kept[-2].has_quotes):
            kept[-1] = Sentence(kept[-1].span, ())
        kept.append(sentence)


def _unquoted_text(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> str:
    """The opening without the title, which takes words from the text, and without the quotations, folded."""
    parts, end = [], next((block.span.end for block in blocks if block.kind == "title"), 0)
    for quote in quotes:
        parts.append(raw[end : quote.span.start])
        end = max(end, quote.span.end)
    return fold("".join([*parts, raw[end:]])[:OPENING_LENGTH])
