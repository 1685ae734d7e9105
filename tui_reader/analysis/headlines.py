"""Related headlines: near-duplicates that differ by swapped words, folded into one and repaired.

Such documents carry a headline several times, each copy with a word replaced everywhere, inside other words too, by
what a dictionary of synonyms gives for it, in lower case. Nothing is repaired without evidence; where nothing decides,
the first wording stays and the alternatives are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from tui_reader.analysis.text import WORD, fold
from tui_reader.model import Block, Headline, HeadlineDoubt, Repair, Span, Variant

LEAST_ALIKE = 0.6  # share of tokens that two variants have in common
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


def are_near_duplicates(one: str, other: str) -> bool:
    """Whether two headlines are the same but for swapped words: never where their numbers differ."""
    a, b = _TOKEN.findall(fold(one)), _TOKEN.findall(fold(other))
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return False
    return len(a) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= LEAST_ALIKE


def fold_headlines(blocks: Sequence[Block]) -> tuple[Headline, ...]:
    """The related headlines among `blocks`, in order of first standing."""
    groups: list[list[Variant]] = []
    for block in blocks:
        if block.kind != "related":
            continue
        variant = Variant(block.span, block.text)
        home = next((group for group in groups if are_near_duplicates(group[0].text, block.text)), None)
        if home is None:
            groups.append([variant])
        else:
            home.append(variant)
    known = _Known.of(blocks)
    return tuple(_repaired(group, known) for group in groups)


class _Known:
    """What the kept text tells: which words it has, and which three letters stand together in them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = set(words)
        self.trigrams = {piece for word in self.words for piece in _trigrams(word)}

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> _Known:
        return cls(word for block in blocks if block.kept for word in WORD.findall(fold(block.text)))

    def strangeness(self, word: str) -> float:
        """The share of the word's letter triples that the article never has."""
        pieces = _trigrams(fold(word))
        return sum(piece not in self.trigrams for piece in pieces) / len(pieces) if pieces else 0.0


def _trigrams(word: str) -> list[str]:
    return [word[at : at + 3] for at in range(len(word) - 2)]


def _repaired(variants: Sequence[Variant], known: _Known) -> Headline:
    """One wording from the variants: the first, with each place where another differs weighed."""
    first = variants[0].text
    text = first
    repairs: list[Repair] = []
    doubts: list[HeadlineDoubt] = []
    for variant in variants[1:]:
        differences = _differences(text, variant.text)
        for at, mine, theirs in reversed(differences):
            choice = _choose(mine, theirs, at.start == 0, known)
            if choice == theirs:
                text = text[: at.start] + theirs + text[at.end :]
                by = len(theirs) - len(mine)
                repairs = [_moved(repair, at.end, by) for repair in repairs]
                doubts = [HeadlineDoubt(_shifted(doubt.at, at.end, by), doubt.alternatives) for doubt in doubts]
                repairs.append(Repair(Span(at.start, at.start + len(theirs)), (mine,)))
            elif choice == mine:
                repairs.append(Repair(at, (theirs,)))
            else:
                doubts.append(HeadlineDoubt(at, (mine, theirs)))
    doubts = [doubt for doubt in doubts if not any(doubt.at.meets(repair.at) for repair in repairs)]
    return Headline(
        text, tuple(variants), tuple(sorted(repairs, key=lambda r: r.at)), tuple(sorted(doubts, key=lambda d: d.at))
    )


def _differences(one: str, other: str) -> list[tuple[Span, str, str]]:
    """Where `one` differs from `other`: the place in `one`, its words there, and the other's."""
    a, b = list(WORD.finditer(one)), list(WORD.finditer(other))
    matcher = SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    found = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag != "replace":
            continue
        pairs = (
            [(i, i + 1, j, j + 1) for i, j in zip(range(a0, a1), range(b0, b1), strict=False)]
            if a1 - a0 == b1 - b0
            else [(a0, a1, b0, b1)]
        )
        for i0, i1, j0, j1 in pairs:
            at = Span(a[i0].start(), a[i1 - 1].end())
            found.append((at, at.of(one), other[b[j0].start() : b[j1 - 1].end()]))
    return found


def _choose(mine: str, theirs: str, at_start: bool, known: _Known) -> str | None:
    """Which of two wordings is the original; None where nothing decides."""
    if at_start and mine[0].isupper() != theirs[0].isupper():
        return mine if mine[0].isupper() else theirs
    met = [word for word in (mine, theirs) if fold(word) in known.words]
    if len(met) == 1:
        return met[0]
    strange, strange_theirs = known.strangeness(mine), known.strangeness(theirs)
    if abs(strange - strange_theirs) >= 0.4:
        return mine if strange < strange_theirs else theirs
    return None


def _moved(repair: Repair, after: int, by: int) -> Repair:
    return Repair(_shifted(repair.at, after, by), repair.instead_of)


def _shifted(span: Span, after: int, by: int) -> Span:
    return span.shift(by) if span.start >= after else span
