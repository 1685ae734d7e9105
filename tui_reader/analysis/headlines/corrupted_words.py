"""Words of the article that a substitution known from the headlines spoiled inside: marked, never replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.analysis.headlines.alignment import tokens
from tui_reader.analysis.lexicon.word_list import WordList, word_list
from tui_reader.model import Block, Doubt, Headline

SHORTEST = 2  # letters of a synonym that is looked for inside words

Swap = tuple[str, str]  # an original and what was put in its stead


def mark_doubtful_words(
    blocks: Sequence[Block], headlines: Sequence[Headline], language: str | None
) -> tuple[Block, ...]:
    """The blocks, with each word that the language lacks and that undoing a known swap makes one it has."""
    swaps = _swaps(headlines)
    if not swaps:
        return tuple(blocks)
    words = word_list(language)
    return tuple(
        replace(block, doubtful_words=tuple(_doubts(block, swaps, words))) if block.kept else block for block in blocks
    )


def _swaps(headlines: Sequence[Headline]) -> list[Swap]:
    """The substitutions that the sure repairs of headlines show, each once."""
    found = {
        (repair.at.of(headline.text), synonym)
        for headline in headlines
        for repair in headline.repairs
        for synonym in repair.instead_of
    }
    return sorted(swap for swap in found if " " not in swap[0] and len(swap[1]) >= SHORTEST)


def _doubts(block: Block, swaps: Sequence[Swap], words: WordList) -> Iterator[Doubt]:
    near = [(original, synonym) for original, synonym in swaps if synonym in block.text]
    if not near:
        return
    for span in tokens(block.text):
        word = span.of(block.text)
        spoiled = [(original, synonym) for original, synonym in near if synonym in word]
        if not spoiled or words.find(word):
            continue
        restored = dict.fromkeys(word.replace(synonym, original) for original, synonym in spoiled)
        alternatives = tuple(one for one in restored if words.find(one))
        if alternatives:
            yield Doubt(span.shift(block.span.start), alternatives)
