"""What differs between two articles that are nearly the same: their clean texts, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, Opcode

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD, sentences
from tui_reader.model import Article, Span

_LEAST_ALIKE = 0.5
"""The share of the words of two sentences that is the same where one is another wording of the other."""
_REACH = 30  # sentences that are looked through for another wording
_PARAGRAPHS = "\n\n"

FigureKey = tuple[float, float | None, str | None]
PlacedFigures = list[tuple[Span, FigureKey]]
"""The value, the highest value and the unit of each figure of an article, with a place of it in the clean text."""


class Side(NamedTuple):
    """A sentence of one of two articles: where it stands in the clean text, and the words that the other has not."""

    span: Span
    marks: tuple[Span, ...] = ()


class Difference(NamedTuple):
    """A sentence that differs, or that one article alone has; `has_figures`: a figure in it stands there alone."""

    first: Side | None
    second: Side | None
    has_figures: bool


def differences(first: Article, second: Article) -> list[Difference]:
    """What differs between two articles, in order; another kind of mark, capitals and blanks are no difference."""
    texts, clean = (first.text, second.text), (_sentences(first.text), _sentences(second.text))
    keys = [[_key(span.of(text)) for span in spans] for text, spans in zip(texts, clean, strict=True)]
    figures = _placed_figures(first), _placed_figures(second)
    differing: list[Difference] = []
    for here, there in _unequal(*keys):
        pairs = _paired(clean[0][here.start : here.stop], clean[1][there.start : there.stop], *texts)
        differing += [_difference(one, other, texts, figures) for one, other in pairs]
    return differing


def _sentences(text: str) -> list[Span]:
    """The sentences of a clean text, paragraph by paragraph."""
    spans: list[Span] = []
    start = 0
    for paragraph in text.split(_PARAGRAPHS):
        whole = Span(start, start + len(paragraph))
        spans += [span for span in sentences(text, whole) or [whole] if span.of(text).strip()]
        start = whole.end + len(_PARAGRAPHS)
    return spans


def _unequal(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[range, range]]:
    """The stretches in which two lists differ, those of one place together, in order."""
    start = other_start = 0
    for part in (*Indel.opcodes(first, second), Opcode("equal", len(first), len(first), len(second), len(second))):
        if part.tag == "equal":
            here, there = range(start, part.src_start), range(other_start, part.dest_start)
            if here or there:
                yield here, there
            start, other_start = part.src_end, part.dest_end


def _key(sentence: str) -> str:
    """What two sentences have in common that read the same."""
    return " ".join(loose(sentence).split())


def _paired(
    first: Sequence[Span], second: Sequence[Span], text: str, other_text: str
) -> Iterator[tuple[Span | None, Span | None]]:
    """The sentences of two stretches, those beside each other that are two wordings of one; in order."""
    first_words = [WORD.findall(loose(span.of(text))) for span in first]
    other_words = [WORD.findall(loose(span.of(other_text))) for span in second]
    done = 0
    for number, span in enumerate(first):
        near = other_words[done : done + _REACH]
        alike = [Indel.normalized_similarity(first_words[number], other) for other in near]
        best = max(range(len(alike)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < _LEAST_ALIKE:
            yield span, None
            continue
        yield from ((None, other) for other in second[done : done + best])
        yield span, second[done + best]
        done += best + 1
    yield from ((None, other) for other in second[done:])


def _difference(
    sentence: Span | None,
    other_sentence: Span | None,
    texts: tuple[str, str],
    figures: tuple[PlacedFigures, PlacedFigures],
) -> Difference:
    """What a pair of sentences, or one that stands alone, tells."""
    if sentence is None or other_sentence is None:
        alone = sentence or other_sentence or Span(0, 0)
        here, there = figures if sentence else reversed(figures)
        side, has_figures = Side(alone), not _figures_in(alone, here) <= _all_of(there)
        return Difference(side, None, has_figures) if sentence else Difference(None, side, has_figures)
    sides = _marked(sentence, other_sentence, *texts)
    first, second = _figures_in(sentence, figures[0]), _figures_in(other_sentence, figures[1])
    are_elsewhere = first <= _all_of(figures[1]) and second <= _all_of(figures[0])
    is_another_value = len(first) == len(second) or not are_elsewhere  # a figure more may be told in another sentence
    return Difference(*sides, first != second and is_another_value)


def _marked(sentence: Span, other_sentence: Span, text: str, other_text: str) -> tuple[Side, Side]:
    """Two sentences with the words of each that the other has not."""
    tokens = [list(WORD.finditer(text, *sentence)), list(WORD.finditer(other_text, *other_sentence))]
    keys = [[loose(word.group()) for word in side] for side in tokens]
    marks: tuple[list[Span], list[Span]] = ([], [])
    for stretches in _unequal(*keys):
        for side, stretch in enumerate(stretches):
            if stretch:
                marks[side].append(Span(tokens[side][stretch.start].start(), tokens[side][stretch.stop - 1].end()))
    return Side(sentence, tuple(marks[0])), Side(other_sentence, tuple(marks[1]))


def _placed_figures(article: Article) -> PlacedFigures:
    return [
        (article.wording.clean_span(mention), (figure.value, figure.high, figure.unit))
        for figure in article.figures
        for mention in figure.mentions or (figure.span,)
    ]


def _all_of(figures: PlacedFigures) -> set[FigureKey]:
    return {key for _place, key in figures}


def _figures_in(sentence: Span, figures: PlacedFigures) -> set[FigureKey]:
    """The figures that stand in a sentence of the clean text."""
    return {key for place, key in figures if sentence.holds(place)}
