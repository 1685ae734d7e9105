"""The corrections of all articles, as a session knows them, and making new ones. No widget here."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from tui_reader.analysis.corrections.corrected import CorrectedArticle, subject_of, text_of
from tui_reader.analysis.text.text_quote import nearest, opening_of, place_of, read_place, written_place
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

    def copy(self) -> Corrections:
        """They as they are now, for another thread."""
        return Corrections(self._by_id.values())

    def of(self, where: ArticleKey) -> list[KeptCorrection]:
        """Those of an article, found by its text or by its source, in the order in which they were made."""
        ids = self._by_document.get(where.document, set()) if where.document else set()
        if where.source:
            ids = ids | self._by_source.get(where.source, set())
        return sorted((self._by_id[one] for one in ids if one in self._by_id), key=lambda one: (one.made, one.id))

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
    """Making corrections of one article: `analysed` is what the analysis made of it, `now` it with its corrections.

    `kept` are the corrections of the article at `where`, `stated` what is said of it beforehand; `moment` is now, in
    UTC. Each method gives the changes to be made.
    """

    def __init__(
        self,
        analysed: Article,
        now: CorrectedArticle,
        kept: Sequence[KeptCorrection],
        where: ArticleKey,
        moment: datetime,
        *,
        stated: Values | None = None,
    ) -> None:
        self._analysed = analysed
        self._now = now
        self._kept = kept
        self._where = where
        self._moment = moment  # of the next change: those that are made together keep their order
        self._stated = stated or {}
        self._opening = opening_of(analysed)

    def item(self, item: Quote | Figure, values: Values) -> list[CorrectionChange]:
        """Give a quote or a figure these values."""
        subject, origin = subject_of(item), self._now.origin(item)
        place = self._place(origin)
        items: Sequence[Quote | Figure] = self._analysed.quotes if subject == "quote" else self._analysed.figures
        found = nearest(((each.span, each) for each in items), origin)
        sentence = item.sentence.of(self._analysed.document.raw)
        changes: list[CorrectionChange] = []
        for field, value in values.items():
            before = found.text if found and field == "span" else text_of(getattr(found, field, None))
            changes += self._changes(Correction(subject, field, value, place, before), sentence)
        return changes

    def no_item(self, item: Quote | Figure) -> list[CorrectionChange]:
        """Say that there is no such quote or figure."""
        return self.item(item, {"present": FALSE})

    def new_span(self, item: Quote | Figure, span: Span) -> list[CorrectionChange]:
        """Say that a quote begins and ends elsewhere."""
        return self.item(item, {"span": written_place(self._place(span))})

    def new_item(self, subject: Subject, span: Span, values: Values) -> list[CorrectionChange]:
        """Say that there is a quote or a figure that the analysis did not find."""
        from tui_reader.analysis.corrections.items import sentence_around  # noqa: PLC0415 - the screen comes first

        place = self._place(span)
        sentence = sentence_around(self._analysed, span).of(self._analysed.document.raw)
        fields: Values = {"present": TRUE, **values}
        changes: list[CorrectionChange] = []
        for field, value in fields.items():
            changes += self._changes(Correction(subject, field, value, place), sentence)
        return changes

    def block(self, block: Block) -> list[CorrectionChange]:
        """Put a block back into the article, or take it out: what was said of it before is then taken back."""
        located = self._now.located
        earlier = [
            CorrectionChange(one.id, one, None)
            for one in self._kept
            if one.correction.subject == "block" and located.get(one.correction) == block.span
        ]
        value, before = (FALSE, TRUE) if block.kept else (TRUE, FALSE)
        correction = Correction("block", "kept", value, self._place(block.span), before)
        return earlier or self._changes(correction, block.text)

    def article(self, field: CorrectedField, value: str | None) -> list[CorrectionChange]:
        """Say something of the article as a whole."""
        place = self._place(first_words(self._analysed))
        found = self._analysed.document.source.url if field == "url" else getattr(self._analysed, field)
        correction = Correction("article", field, value, place, self._stated.get(field, found))
        return self._changes(correction, place.quote.exact)

    def _place(self, span: Span) -> Place:
        return place_of(self._analysed.document, span, self._opening)

    def _changes(self, correction: Correction, sentence: str) -> list[CorrectionChange]:
        """Keep a correction in place of those of the same field of the same thing.

        Where it says what holds without it, they are taken back, and without one there is nothing to do.
        """
        earlier = [one for one in self._kept if self._speaks_of_same(one.correction, correction)]
        if correction.value == correction.before:
            return [CorrectionChange(one.id, one, None) for one in earlier]
        changes = [CorrectionChange(one.id, one, None) for one in earlier[:-1]]
        made = self._moment.isoformat(timespec="microseconds")
        self._moment += timedelta(microseconds=1)
        old = earlier[-1] if earlier else None
        kept_id = old.id if old else uuid.uuid4().hex
        return [
            *changes,
            CorrectionChange(kept_id, old, KeptCorrection(kept_id, self._where, correction, sentence, made)),
        ]

    def _speaks_of_same(self, one: Correction, other: Correction) -> bool:
        """Whether two corrections are of the same field of the same thing, in this version of the text."""
        if (one.subject, one.field) != (other.subject, other.field):
            return False
        return one.subject == "article" or self._now.located.get(one) == (other.place and other.place.span)


def first_words(article: Article) -> Span:
    """The first words of the text of an article, which corrections of the article as a whole speak of."""
    spans = [block.span for block in article.blocks if block.kept and block.kind == "paragraph"]
    span = next(iter(spans), Span(0, len(article.document.raw)))
    return Span(span.start, min(span.end, span.start + _FIRST_WORDS))


def of_item(
    kept: Sequence[KeptCorrection], located: Mapping[Correction, Span], subject: Subject, origin: Span
) -> dict[CorrectedField, KeptCorrection]:
    """The corrections of a quote or a figure by their fields."""
    return {
        one.correction.field: one
        for one in kept
        if one.correction.subject == subject and located.get(one.correction) == origin
    }


def followed(kept: Sequence[KeptCorrection], corrected: CorrectedArticle, where: ArticleKey) -> list[CorrectionChange]:
    """The changes by which corrections that fit another version of their text speak of that one from now on."""
    document, opening = corrected.article.document, opening_of(corrected.article)
    changes: list[CorrectionChange] = []
    for earlier in kept:
        span = corrected.located.get(earlier.correction)
        if span is None or earlier.where.document == document.id or earlier.correction in corrected.unfit:
            continue
        correction = replace(earlier.correction, place=place_of(document, span, opening))
        if correction.field == "span":
            now = read_place(correction.value, document)
            correction = replace(correction, value=now and written_place(place_of(document, now, opening)))
        changes.append(CorrectionChange(earlier.id, earlier, replace(earlier, where=where, correction=correction)))
    return changes
