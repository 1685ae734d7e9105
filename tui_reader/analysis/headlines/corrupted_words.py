"""Mark words of the article that a substitution known from the headlines damaged inside; none is replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui_reader.analysis.headlines.alignment import tokens
from tui_reader.analysis.headlines.scoring import Substitution
from tui_reader.analysis.lexicon.word_list import WordList, word_list
from tui_reader.model import Block, Doubt, Headline

SHORTEST = 2  # letters of a synonym that is looked for inside words


def mark_doubtful_words(
    blocks: Sequence[Block], headlines: Sequence[Headline], language: str | None
) -> tuple[Block, ...]:
    """The kept blocks with a doubt at each word that is in no dictionary until a known substitution is undone."""
    substitutions = _known_substitutions(headlines)
    if not substitutions:
        return tuple(blocks)
    dictionary = word_list(language)
    return tuple(
        replace(block, doubtful_words=tuple(_doubts(block, substitutions, dictionary))) if block.kept else block
        for block in blocks
    )


def _known_substitutions(headlines: Sequence[Headline]) -> list[Substitution]:
    """The substitutions of single words that the sure repairs of headlines show, each once."""
    pairs = {
        (repair.at.of(headline.text), synonym)
        for headline in headlines
        for repair in headline.repairs
        for synonym in repair.instead_of
    }
    return sorted(pair for pair in pairs if " " not in pair[0] and len(pair[1]) >= SHORTEST)


def _doubts(block: Block, substitutions: Sequence[Substitution], dictionary: WordList) -> Iterator[Doubt]:
    """The words of a block that no dictionary has, and what they may have been."""
    near = [(original, synonym) for original, synonym in substitutions if synonym in block.text]
    if not near:
        return
    for span in tokens(block.text):
        word = span.of(block.text)
        inside = [(original, synonym) for original, synonym in near if synonym in word]
        if not inside or dictionary.find(word):
            continue
        restored = dict.fromkeys(word.replace(synonym, original) for original, synonym in inside)
        alternatives = tuple(candidate for candidate in restored if dictionary.find(candidate))
        if alternatives:
            yield Doubt(span.shift(block.span.start), alternatives)
