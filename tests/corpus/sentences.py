"""News sentences with their figures: how well they are read; `python -m tests.corpus.sentences en` shows where not.

The data files `sentences.LANGUAGE.txt` say how they are written.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from tests.corpus import FOLDER
from tui_reader.analysis.figures.extraction import find_figures
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Block, Figure, Span

_MARKED = re.compile(r"\[(?P<optional>\??)(?P<span>[^\[\]|]+)\|(?P<rest>[^\[\]]+)\]")
_ENDING = re.compile(r"(?:es|s|x|e)$")
NEAR = 1e-6  # relative: how exactly a fraction is written


class Wanted(NamedTuple):
    """A figure that a sentence has."""

    span: Span
    value: float
    high: float | None
    unit: str | None
    what: str | None
    qualifier: str | None
    optional: bool


class Sentence(NamedTuple):
    """A sentence without its marks, and the figures marked in it."""

    text: str
    wanted: tuple[Wanted, ...]


class Score(msgspec.Struct, frozen=True):
    """F1 of values, F1 of values with unit or thing, share of qualifiers that are right; what went wrong."""

    value: float
    full: float
    qualifier: float
    disagreements: tuple[str, ...]


def read_sentences(name: str) -> list[Sentence]:
    """The sentences of a data file: `en` or `fr`."""
    lines = (FOLDER / f"sentences.{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_parsed(line) for line in lines if line and not line.startswith("#")]


def _parsed(line: str) -> Sentence:
    text, wanted, at = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        value, unit, what, qualifier = [*mark["rest"].split("|"), "", "", ""][:4]
        low, _, high = value.partition("..")
        span = Span(len(text), len(text) + len(mark["span"]))
        figure = (span, float(low), float(high) if high else None, unit or None, what or None, qualifier or None)
        wanted.append(Wanted(*figure, bool(mark["optional"])))
        text += mark["span"]
        at = mark.end()
    return Sentence(text + line[at:], tuple(wanted))


def score(sentences: list[Sentence], language: str) -> Score:
    """How the figures found in each sentence, read by itself, agree with those wanted."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for sentence in sentences:
        block = Block("paragraph", Span(0, len(sentence.text)), sentence.text)
        found = find_figures(sentence.text, [block], (), language)
        mentions = sorted(((span, one) for one in found for span in one.mentions), key=lambda pair: pair[0])
        counts["wanted"] += sum(not one.optional for one in sentence.wanted)
        wrong += [f"{words}\n    {sentence.text}" for words in _compared(sentence, mentions, counts)]
    return Score(
        _f1(counts["right"], counts["said"], counts["wanted"]),
        _f1(counts["full"], counts["said"], counts["wanted"]),
        counts["qualifier"] / counts["qualified"] if counts["qualified"] else 1.0,
        tuple(wrong),
    )


def _compared(sentence: Sentence, mentions: list[tuple[Span, Figure]], counts: Counter[str]) -> Iterator[str]:
    """Counts the figures of one sentence, and tells each disagreement."""
    free = list(sentence.wanted)
    for span, figure in mentions:
        overlapping = [one for one in free if one.span.meets(span)]
        one = next((one for one in overlapping if _same_value(figure, one)), overlapping[0] if overlapping else None)
        if one is not None and one.optional:
            free.remove(one)
            continue
        counts["said"] += 1
        if one is None:
            yield f"no figure: {span.of(sentence.text)!r} = {figure.value:g} {figure.unit} {figure.what!r}"
            continue
        if not _same_value(figure, one):
            yield f"value: {span.of(sentence.text)!r} = {figure.value:g} {figure.high}, wanted {one.value:g} {one.high}"
            continue
        free.remove(one)
        counts["right"] += 1
        counts["full"] += _same_thing(figure, one)
        if not _same_thing(figure, one):
            yield f"thing: {span.of(sentence.text)!r} {figure.unit} {figure.what!r}, wanted {one.unit} {one.what}"
        if figure.qualifier or one.qualifier:
            counts["qualified"] += 1
            counts["qualifier"] += figure.qualifier == one.qualifier
            if figure.qualifier != one.qualifier:
                yield f"qualifier: {span.of(sentence.text)!r} {figure.qualifier}, wanted {one.qualifier}"
    yield from (f"missed: {one.span.of(sentence.text)!r}" for one in free if not one.optional)


def _same_value(figure: Figure, wanted: Wanted) -> bool:
    return _near(figure.value, wanted.value) and (wanted.high is None or _near(figure.high, wanted.high))


def _near(one: float | None, other: float) -> bool:
    return one is not None and abs(one - other) <= NEAR * max(1.0, abs(other))


def _same_thing(figure: Figure, wanted: Wanted) -> bool:
    """Whether the unit is the same, or the head noun is in what was found to be counted."""
    if wanted.unit:
        return figure.unit == wanted.unit
    head = _stems(wanted.what or "")[:1]
    return not head or head[0] in _stems(f"{figure.what} {figure.unit}")


def _stems(words: str) -> list[str]:
    return [_ENDING.sub("", word) or word for word in re.findall(r"\w+", fold(words))]


def _f1(right: int, said: int, wanted: int) -> float:
    return 2 * right / (said + wanted) if said + wanted else 1.0


def main() -> None:
    for name in sys.argv[1:] or ["en", "fr"]:
        sentences = read_sentences(name)
        result = score(sentences, name[:2])
        print(*result.disagreements, sep="\n")
        print(f"{name}: {len(sentences)} sentences, {sum(len(one.wanted) for one in sentences)} figures")
        print(f"value F1 {result.value:.3f}  with unit or thing {result.full:.3f}  qualifier {result.qualifier:.3f}")


if __name__ == "__main__":
    main()
