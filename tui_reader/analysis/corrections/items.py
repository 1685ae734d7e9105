"""What corrections of quotes and of figures have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from tui_reader.analysis.corrections.corrected import text_of
from tui_reader.analysis.quotes.quotation_marks import quoted_sentences
from tui_reader.analysis.text.text_quote import nearest
from tui_reader.model import (
    FALSE,
    TRUE,
    Article,
    Block,
    CorrectedField,
    Correction,
    Document,
    Figure,
    Quote,
    Span,
)

Fields = Mapping[CorrectedField, str | None]
"""What the reader says of one quote or figure: the value of each corrected field."""
Item = TypeVar("Item", bound=Quote | Figure)


class CorrectedItems(NamedTuple, Generic[Item]):
    """Quotes or figures with the reader's corrections.

    `origins` gives of each corrected one, by its span now, the span that the corrections speak of; `unfit` are those
    at whose places there is nothing that they could be about.
    """

    items: tuple[Item, ...]
    origins: Mapping[Span, Span]
    unfit: Sequence[Correction]


def correct_items(
    items: Sequence[Item],
    corrections: Mapping[Span, Sequence[Correction]],
    document: Document,
    *,
    make: Callable[[Span, Fields], Item | None],
    change: Callable[[Item, Fields], Item | None],
) -> CorrectedItems[Item]:
    """The items of a document, each as the corrections at its span want it.

    `make` makes an item that the reader found, `change` gives one the corrected fields; None where that is not
    possible.
    """
    kept: dict[int, Item] = dict(enumerate(items))
    added: list[Item] = []
    origins: dict[Span, Span] = {}
    unfit: list[Correction] = []
    for origin, wanted in corrections.items():
        index = nearest(((item.span, at) for at, item in kept.items()), origin)
        fitting = [one for one in wanted if index is None or _fits(one, kept[index], document)]
        unfit += (one for one in wanted if one not in fitting)
        fields: Fields = {one.field: one.value for one in fitting}
        if not fields:
            continue
        if fields.get("present") == FALSE:
            if index is not None:
                del kept[index]
            continue
        is_added = fields.get("present") == TRUE
        item = kept[index] if index is not None else make(origin, fields) if is_added else None
        changed = change(item, fields) if item else None
        if changed is None:
            unfit += fitting
            continue
        origins[changed.span] = origin
        if index is None:
            added.append(changed)
        else:
            kept[index] = changed
    return CorrectedItems((*kept.values(), *added), origins, unfit)


def _fits(correction: Correction, item: Quote | Figure, document: Document) -> bool:
    """Whether a correction made in another version of a text holds in this one: what it corrects is still there.

    Where the analysis gives something else now, the text may say something else now.
    """
    if correction.field in ("present", "span") or (correction.place and correction.place.document == document.id):
        return True
    return text_of(getattr(item, correction.field, None)) in (correction.before, correction.value)


def sentence_around(article: Article, span: Span) -> Span:
    """The sentence of the raw text that a stretch of it begins in, up to where the stretch ends at least."""
    raw = article.document.raw
    block = block_around(article, span)
    if block is None:
        return span
    within = Span(block.span.start, max(block.span.end, span.end))
    return next((one for one in quoted_sentences(raw, within, [span]) if one.end > span.start), span)


def block_around(article: Article, span: Span) -> Block | None:
    """The block that a stretch of the raw text begins in."""
    return next((block for block in article.blocks if block.span.start <= span.start < block.span.end), None)


def clean_words(article: Article, spans: Sequence[Span]) -> str:
    """Stretches of the raw text as the clean text has them, on one line; as they are where it does not have them."""
    parts = [article.wording.clean_span(span).of(article.text) for span in spans]
    if not all(part.strip() for part in parts):
        parts = [span.of(article.document.raw) for span in spans]
    return " ".join(" ".join(parts).split())
