"""Correcting the article that is shown: what may be said of it, and what follows. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from tui_reader.analysis.corrections.corrected import CorrectedArticle
from tui_reader.library.values import CorrectionChange, KeptCorrection
from tui_reader.messages import _
from tui_reader.model import Article, CorrectedField, Figure, Quote, Span, Subject
from tui_reader.session.clippings import Clippings, in_version, revised
from tui_reader.session.corrections import Correcting, Values, followed, of_item
from tui_reader.session.reading_list import ReadingList


class ShownCorrections:
    """The corrections of the shown article. Each change goes to the undo stack.

    `say` tells the reader of it: once it `is_stored`, where that is awaited. `follow` is called with the index of an
    entry whose corrections have changed, also by undoing.
    """

    def __init__(
        self,
        reading_list: ReadingList,
        clippings: Clippings,
        *,
        say: Callable[[str], None],
        follow: Callable[[int], None],
        is_stored: bool,
    ) -> None:
        self._list = reading_list
        self._is_stored = is_stored
        self._unsaid: list[tuple[CorrectionChange, str]] = []  # what is said once the library has it
        self._clippings = clippings
        self._say = say
        self._follow = follow
        reading_list.after_correction = self._after

    @property
    def article(self) -> Article | None:
        """The shown article, with its corrections."""
        return self._list.shown_article

    @property
    def corrected(self) -> CorrectedArticle | None:
        """The same, with what became of the corrections."""
        return None if self._list.shown is None else self._list.collection.articles.corrected(self._list.shown)

    def kept(self) -> list[KeptCorrection]:
        """All its corrections, in the order in which they were made."""
        collection, index = self._list.collection, self._list.shown
        return [] if index is None else collection.corrections.of(collection.where(index))

    def unfit(self) -> list[KeptCorrection]:
        """Those that do not fit its text."""
        unfit = self.corrected.unfit if self.corrected else ()
        return [one for one in self.kept() if one.correction in unfit]

    def item(self, subject: Subject, origin: Span) -> Quote | Figure | None:
        """The quote or figure that corrections at a span speak of."""
        corrected = self.corrected
        if corrected is None:
            return None
        items: Sequence[Quote | Figure]
        items = corrected.article.quotes if subject == "quote" else corrected.article.figures
        return next((item for item in items if corrected.origin(item) == origin), None)

    def of_item(self, subject: Subject, origin: Span) -> dict[CorrectedField, KeptCorrection]:
        """The corrections of a quote or a figure, by their fields."""
        return of_item(self.kept(), self.corrected.located if self.corrected else {}, subject, origin)

    def correct(self, make: Callable[[Correcting], Sequence[CorrectionChange]], description: str) -> None:
        """Make corrections, which `description` names in the user's language."""
        collection, index = self._list.collection, self._list.shown
        found = None if index is None else collection.articles.found(index)
        if index is None or found is None or self.corrected is None:
            return
        where, moment, stated = collection.where(index), datetime.now(UTC), collection.entries[index].stated
        changes = make(Correcting(found, self.corrected, self.kept(), where, moment, stated=stated))
        if changes:
            self._list.correct(index, changes, description)
            if self._is_stored:
                self._unsaid.append((changes[-1], _("{deed} · u undoes it").format(deed=description)))
            else:
                self._say(_("{deed} · until you leave · u undoes it").format(deed=description))

    def confirm(self, changes: Sequence[CorrectionChange]) -> None:
        """Changes are in the library: the reader is told of them."""
        for change, said in self._unsaid:
            if change in changes:
                self._say(said)
        self._unsaid = [(change, said) for change, said in self._unsaid if change not in changes]

    def give(self, subject: Subject, origin: Span, values: Values, description: str) -> None:
        """Give values to the quote or figure that corrections at a span speak of."""
        item = self.item(subject, origin)
        if item:
            self.correct(lambda correcting: correcting.item(item, values), description)

    def drop(self, *kept: KeptCorrection) -> None:
        """Take corrections back."""
        if kept:
            self.correct(
                lambda _correcting: [CorrectionChange(one.id, one, None) for one in kept], _("correction taken back")
            )

    def follow_version(self) -> None:
        """What was kept of an earlier version of the shown text speaks of this one from now on, where it fits."""
        collection, index, article = self._list.collection, self._list.shown, self.article
        if index is None or article is None:
            return
        where, corrected = collection.where(index), collection.articles.corrected(index)
        changes = followed(collection.corrections.of(where), corrected, where) if corrected else []
        if changes:
            collection.correct(index, changes)
        for clipping in self._clippings.of_other_versions(where):
            self._clippings.put(in_version(clipping, article.document, where))

    def _after(self, index: int, before: Article | None, after: Article | None) -> None:
        """Corrections were made or taken back: clippings say what they say."""
        if before and after:
            for clipping in self._clippings.of_document(after.document.id):
                self._clippings.put(revised(clipping, before, after))
        self._follow(index)
