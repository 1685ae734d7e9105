"""The corrections of all articles, as a session knows them, and making new ones. No widget here."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tui_reader.analysis.cleaning.corrections import block_at
from tui_reader.analysis.corrections.corrected import CorrectedArticle, subject_of
from tui_reader.analysis.text.text_quote import place_of, written_place
from tui_reader.library.values import ArticleKey, CorrectionChange, KeptCorrection
from tui_reader.model import (
    FALSE,
    TRUE,
    Article,
    Block,
    CorrectedField,
    Correction,
    Figure,
    Place,
    Quote,
    Span,
    Subject,
)

_FIRST_WORDS = 120
"""So many code points of its text tell an article from another one that has come in its place."""
Values = Mapping[CorrectedField, str | None]
"""What the reader decides: the value of each field."""


def _tell_nobody(_change: CorrectionChange) -> None:
    """What corrections do with a change when there is no library."""


class Corrections:
    """The corrections by their ids; `tell` hears of each that is new, changed or taken back."""

    def __init__(self, kept: Iterable[KeptCorrection] = ()) -> None:
        self._by_id = {one.id: one for one in kept}
        self._by_document: dict[str, set[str]] = {}
        self._by_source: dict[tuple[str, int | None], set[str]] = {}
        for one in self._by_id.values():
            self._learn(one)
        self.tell: Callable[[CorrectionChange], None] = _tell_nobody

    def __bool__(self) -> bool:
        return bool(self._by_id)

    def get(self, correction_id: str) -> KeptCorrection | None:
        """The correction with an id, while it is kept."""
        return self._by_id.get(correction_id)

    def of(self, where: ArticleKey) -> list[KeptCorrection]:
        """Those of an article, found by its text or by its source, in the order in which they were made."""
        ids = self._by_document.get(where.document, set()) if where.document else set()
        if where.source:
            ids = ids | self._by_source.get(where.source, set())
        found = (self._by_id[one] for one in ids if one in self._by_id)
        return sorted(found, key=lambda one: (one.made, one.id))

    def records_of(self, path: str) -> list[int]:
        """The numbers of the records of a file that have corrections."""
        return sorted(record for source, record in self._by_source if source == path and record is not None)

    def apply(self, change: CorrectionChange) -> None:
        """Keep a correction as it is now, or keep it no longer."""
        if change.after is None:
            self._by_id.pop(change.id, None)
        else:
            self._by_id[change.id] = change.after
            self._learn(change.after)
        self.tell(change)

    def _learn(self, kept: KeptCorrection) -> None:
        if kept.where.document:
            self._by_document.setdefault(kept.where.document, set()).add(kept.id)
        if kept.where.source:
            self._by_source.setdefault(kept.where.source, set()).add(kept.id)


def reversed_changes(changes: Sequence[CorrectionChange]) -> list[CorrectionChange]:
    """The changes that take these back."""
    return [CorrectionChange(change.id, change.after, change.before) for change in reversed(changes)]


class Correcting:
    """Making corrections of one article: `found` is what the analysis made of it, `now` it with its corrections.

    `kept` are the corrections of the article at `where`; `moment` is now, in UTC. Each method gives the changes to be
    made.
    """

    def __init__(
        self, found: Article, now: CorrectedArticle, kept: Sequence[KeptCorrection], where: ArticleKey, moment: datetime
    ) -> None:
        self._found = found
        self._now = now
        self._kept = kept
        self._where = where
        self._moment = moment  # of the next change: those that are made together keep their order

    def item(self, item: Quote | Figure, values: Values) -> list[CorrectionChange]:
        """Give a quote or a figure these values."""
        subject, origin = subject_of(item), self._now.origin(item)
        place = place_of(self._found.document, origin)
        items: Sequence[Quote | Figure] = self._found.quotes if subject == "quote" else self._found.figures
        found = next((one for one in items if one.span == origin), None)
        sentence = item.sentence.of(self._found.document.raw)
        changes = (
            self._change(Correction(subject, field, value, place), text_of(getattr(found, field, None)), sentence)
            for field, value in values.items()
        )
        return [change for change in changes if change]

    def no_item(self, item: Quote | Figure) -> list[CorrectionChange]:
        """Say that there is no such quote or figure."""
        return self.item(item, {"present": FALSE})

    def new_span(self, item: Quote | Figure, span: Span) -> list[CorrectionChange]:
        """Say that a quote begins and ends elsewhere."""
        return self.item(item, {"span": written_place(place_of(self._found.document, span))})

    def new_item(self, subject: Subject, span: Span, values: Values) -> list[CorrectionChange]:
        """Say that there is a quote or a figure that the analysis did not find."""
        from tui_reader.analysis.corrections.items import sentence_around  # noqa: PLC0415 - the screen comes first

        place = place_of(self._found.document, span)
        sentence = sentence_around(self._found, span).of(self._found.document.raw)
        fields: Values = {"present": TRUE, **values}
        changes = (
            self._change(Correction(subject, field, one, place), None, sentence) for field, one in fields.items()
        )
        return [change for change in changes if change]

    def block(self, block: Block) -> list[CorrectionChange]:
        """Put a block back into the article, or take it out: what was said of it before is then taken back."""
        document, blocks = self._found.document, self._found.blocks
        earlier = [
            CorrectionChange(one.id, one, None)
            for one in self._kept
            if one.correction.subject == "block"
            and one.correction.place
            and block_at(blocks, one.correction.place, document) == block
        ]
        if earlier:
            return earlier
        correction = Correction("block", "kept", FALSE if block.kept else TRUE, place_of(document, block.span))
        change = self._change(correction, TRUE if block.kept else FALSE, block.text)
        return [change] if change else []

    def article(self, field: CorrectedField, value: str | None) -> list[CorrectionChange]:
        """Say something of the article as a whole."""
        place = article_place(self._found)
        found = self._found.document.source.url if field == "url" else getattr(self._found, field)
        change = self._change(Correction("article", field, value, place), found, place.quote.exact if place else "")
        return [change] if change else []

    def _change(self, correction: Correction, before: str | None, sentence: str) -> CorrectionChange | None:
        """Keep a correction in place of the one of the same field of the same thing.

        Where it says what the analysis found, that one is taken back, and without one there is nothing to do.
        """
        old = next((one for one in self._kept if _speaks_of_same(one.correction, correction)), None)
        if correction.value == before:
            return CorrectionChange(old.id, old, None) if old else None
        made = self._moment.isoformat(timespec="microseconds")
        self._moment += timedelta(microseconds=1)
        if old:
            return CorrectionChange(old.id, old, replace(old, correction=correction, made=made))
        kept = KeptCorrection(uuid.uuid4().hex, self._where, correction, before, sentence, made)
        return CorrectionChange(kept.id, None, kept)


def article_place(article: Article) -> Place | None:
    """The first words of the text of an article, by which it is told from another one."""
    first = next((block for block in article.blocks if block.kept and block.kind == "paragraph"), None)
    if first is None:
        return None
    return place_of(article.document, Span(first.span.start, min(first.span.end, first.span.start + _FIRST_WORDS)))


def of_item(kept: Sequence[KeptCorrection], subject: Subject, origin: Span) -> dict[CorrectedField, KeptCorrection]:
    """The corrections of a quote or a figure by their fields, or of a block."""
    return {
        one.correction.field: one
        for one in kept
        if one.correction.subject == subject and one.correction.place and one.correction.place.span == origin
    }


def text_of(value: object) -> str | None:
    """A value of a quote or a figure as corrections have it."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return value if value is None or isinstance(value, str) else repr(value)


def _speaks_of_same(one: Correction, other: Correction) -> bool:
    return (one.subject, one.field) == (other.subject, other.field) and (
        one.subject == "article" or one.place == other.place
    )
