"""Articles with all that is said of them, wherever they come from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui_reader.library.values import ArticleKey
from tui_reader.model import Article, Correction, Document
from tui_reader.session.corrections import Corrections
from tui_reader.session.entries import key_of
from tui_reader.session.stated import Stated, corrections_of


class Said(msgspec.Struct, frozen=True):
    """What is said of articles: their corrections, and what the user says beforehand of all those of a path."""

    corrections: Corrections
    stated: Stated

    def article(self, document: Document, analysed: Article | None = None) -> Article:
        """The article of a document with all that is said of it; `analysed` is what the analysis alone made of it."""
        path = document.source.path or ""
        return corrected_article(
            document, corrections_of(self.key(document), path, self.corrections, self.stated), analysed
        )

    @staticmethod
    def key(document: Document) -> ArticleKey:
        """How the article of a document is found again."""
        return key_of(document.id, document.source.path or "", document.source.record)


def corrected_article(document: Document, said: Sequence[Correction], analysed: Article | None = None) -> Article:
    """The article of a document with what is said of it; `analysed` is what the analysis alone made of it."""
    from tui_reader.analysis.corrections.apply import apply_corrections  # noqa: PLC0415 - the screen comes first
    from tui_reader.analysis.corrections.corrected import concerns_analysis  # noqa: PLC0415
    from tui_reader.analysis.pipeline import analyse  # noqa: PLC0415

    heeded = [correction for correction in said if concerns_analysis(correction)]
    article = analyse(document, heeded) if analysed is None or heeded else analysed
    return apply_corrections(article, said).article if said else article
