"""An article with the reader's corrections, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.model import Article, Correction, Figure, Quote, Span, Subject


@dataclass(frozen=True)
class CorrectedArticle:
    """An article with the reader's corrections.

    `origins` gives of each corrected quote and figure, by its kind and its span now, the span that corrections of it
    speak of; `unfit` are corrections whose words the text has no more, or which speak of nothing that is there.
    """

    article: Article
    origins: Mapping[tuple[Subject, Span], Span]
    unfit: tuple[Correction, ...] = ()

    def origin(self, item: Quote | Figure) -> Span:
        """The span by which corrections speak of a quote or a figure of the article."""
        return self.origins.get((subject_of(item), item.span), item.span)


def subject_of(item: Quote | Figure) -> Subject:
    """What corrections call a quote or a figure."""
    return "quote" if isinstance(item, Quote) else "figure"


def concerns_analysis(correction: Correction) -> bool:
    """Whether a correction changes what the analysis reads: its blocks, or its language."""
    return correction.subject == "block" or correction.field == "language"
