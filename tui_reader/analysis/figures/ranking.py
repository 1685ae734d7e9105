"""Rank figures by how telling they are: which a press note would give first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.model import Block, Figure, RankReason, Span

WEIGHTS: dict[str, float] = {
    "in-title": 2.0,  # stands in the title, which is also part of the lead
    "in-lead": 1.0,  # stands in the title or the paragraphs after it
    "repeated": 0.7,  # for each further mention in the article
    "attributed": 0.8,  # `Selon la préfecture, 300 …`: somebody gives it
    "qualified": 0.5,  # `plus de 300`
    "kind.money": 1.0,  # `2 millions d'euros`
    "kind.count": 1.0,  # `300 ouvriers`
    "kind.percent": 0.8,  # `12 %`
    "digits": 0.15,  # for each digit of its whole part
}
"""What a figure's rank is made of, by `Figure.reasons`; set by hand on the annotated corpus."""

_LEAD_BLOCKS = 3  # the title and the paragraphs after it


def ranked(figures: Sequence[Figure], blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """The figures with their ranks and the reasons for them, the most telling first; equals in order of the text."""
    lead = [block.span for block in blocks if block.kept][:_LEAD_BLOCKS]
    weighed = [replace(figure, reasons=tuple(_reasons(figure, lead))) for figure in figures]
    ordered = sorted(weighed, key=lambda figure: (-sum(reason.weight for reason in figure.reasons), figure.span))
    return tuple(replace(figure, rank=rank) for rank, figure in enumerate(ordered, 1))


def _reasons(figure: Figure, lead: Sequence[Span]) -> Iterator[RankReason]:
    """What makes a figure telling, and how much; the first span of `lead` is the title's."""
    if any(part.holds(figure.span) for part in lead[:1]):
        yield _reason("in-title")
    if any(part.holds(figure.span) for part in lead):
        yield _reason("in-lead")
    if len(figure.mentions) > 1:
        yield _reason("repeated", len(figure.mentions) - 1)
    if figure.attribution is not None:
        yield _reason("attributed")
    if figure.qualifier is not None:
        yield _reason("qualified")
    if f"kind.{figure.kind}" in WEIGHTS:
        yield _reason(f"kind.{figure.kind}")
    yield _reason("digits", len(str(int(abs(figure.value)))))


def _reason(rule: str, times: int = 1) -> RankReason:
    return RankReason(rule, WEIGHTS[rule] * times)
