"""An article with the reader's corrections, as a value."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from tui_reader.model import FALSE, TRUE, Article, Correction, Figure, Quote, Span, Subject


class CorrectedArticle(msgspec.Struct, frozen=True):
    """An article with the reader's corrections.

    `origins` gives of each corrected quote and figure, by its kind and its span now, the span that corrections of it
    speak of; `located` where the words of each correction stand in this version of the text; `unfit` are corrections
    whose words the text has no more, or which speak of what is not there, or of what was something else.
    """

    article: Article
    origins: Mapping[tuple[Subject, Span], Span] = msgspec.field(default_factory=dict)
    located: Mapping[Correction, Span] = msgspec.field(default_factory=dict)
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


def text_of(value: object) -> str | None:
    """A value of a quote or a figure as corrections have it."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return value if value is None or isinstance(value, str) else repr(value)
