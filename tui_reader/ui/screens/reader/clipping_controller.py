"""Keeping excerpts: the key that keeps one, its sign, and the clippings of all articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.library.values import ArticleKey, Clipping
from tui_reader.messages import _
from tui_reader.model import Document, Excerpt, Figure, Quote, Span
from tui_reader.session.clippings import Clippings, new_clipping, place_now
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.view.clipping_lines import shown_words
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import FIRST_WORDS, shorten
from tui_reader.ui.view.target import Target

if TYPE_CHECKING:
    from tui_reader.ui.screens.clippings import ClippingsScreen
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class ClippingController:
    """What `a` and `A` do, and which excerpts of the shown article are kept."""

    class ReadingWanted(Message, namespace="clipping_controller"):
        """The clippings are to be read from the library: another instance may have changed them."""

    def __init__(
        self,
        screen: ReaderScreen,
        reading_list: ReadingList,
        clippings: Clippings,
        *,
        is_stored: bool,
        file: str | None,
    ) -> None:
        """`is_stored`: what is kept is written to a library, which tells when it is. It is added to `file`, too."""
        self._screen = screen
        self._list = reading_list
        self._clippings = clippings
        self._is_stored = is_stored
        self._file = file
        self._wanted: tuple[int, Clipping] | None = None  # the entry and the clipping that are to be shown
        self._window: ClippingsScreen | None = None  # the list of them, while it is open
        self._is_list_wanted = False  # it is to be opened once the library has been read

    def keep(self) -> None:
        """Keep what the cursor stands on, or keep it no longer."""
        target, article, index = self._screen.copying.target(), self._list.shown_article, self._list.shown
        if target is None or article is None or index is None:
            self._screen.say(_("there is nothing to keep"))
            return
        span = self._span_of(target)
        self.toggle(target.excerpt(article), article.document, span, self._list.collection.where(index))

    def toggle(self, excerpt: Excerpt, document: Document, span: Span, where: ArticleKey) -> None:
        """Keep a stretch of a document, or keep it no longer."""
        kept = self._clippings.at(document.id, span)
        if kept:
            self._clippings.remove(kept.id)
            self._list.undo_stack.push(_("clipping removed"), lambda: self._put(kept))
            self._screen.say(_("no longer kept: {words}").format(words=_first_words(kept)))
        else:
            made = self._clippings.add(new_clipping(excerpt, document, span, where, datetime.now(UTC)))
            self._list.undo_stack.push(_("clipping"), lambda: self._remove(made))
            if self._file:
                self._append(made, self._file)
            if not self._is_stored:
                self._screen.say(_("kept until you leave: {words}").format(words=_first_words(made)))
        self.show_signs()

    def is_kept(self, document: Document, span: Span) -> bool:
        """Whether a stretch of a document is kept."""
        return self._clippings.at(document.id, span) is not None

    def _append(self, clipping: Clipping, path: str) -> None:
        """Add a clipping to the user's own Markdown file."""
        from tui_reader.export.clippings import FORMATS  # noqa: PLC0415 - not needed to paint

        try:
            with open(path, "a", encoding="utf-8") as file:
                file.write(FORMATS["markdown"]([clipping]) + "\n")
        except OSError as error:
            self._screen.warn(f"{path}: {error.strerror or error}")

    def _span_of(self, target: Target) -> Span:
        """The stretch of the raw text that is kept."""
        view = self._screen.article
        match target.item:
            case Quote(span=span):
                return span
            case Figure(span=span):
                return view.page_shown.wording.raw_span(view.current) if view.current else span
        place = view.mouse_span or view.cursor or Span(0, 0)
        return view.page_shown.wording.raw_span(place)

    def _put(self, clipping: Clipping) -> None:
        self._clippings.put(clipping)
        self.show_signs()

    def _remove(self, clipping: Clipping) -> None:
        self._clippings.remove(clipping.id)
        self.show_signs()

    def confirm(self, ids: Sequence[str]) -> None:
        """Clippings are in the library."""
        for clipping in filter(None, map(self._clippings.get, ids)):
            self._screen.say(_("kept: {words}").format(words=_first_words(clipping)))

    def show_signs(self) -> None:
        """Mark what is kept of the shown article, in the text and in the side panel."""
        screen, article = self._screen, self._list.shown_article
        spans = [clipping.span for clipping in self._clippings.of_document(article.document.id)] if article else []
        screen.article.show_kept([screen.article.page_shown.place(span) for span in spans])
        screen.figures.show_kept(spans)
        screen.quotes.show_kept(spans)
        self._go_to_wanted()

    # The clippings of all articles

    def list_all(self) -> None:
        """List what is known of them, and what other instances have kept or removed as soon as the library says so."""
        if self._is_stored:
            self._screen.post_message(self.ReadingWanted())
            self._is_list_wanted = not len(self._clippings)
        if not self._is_list_wanted:
            self._open_list()

    def take_in(self, stored: Sequence[Clipping] | None, changes: int) -> None:
        """What the library has, read when so many `changes` had been made here; None if it cannot be read."""
        if stored is not None and not self._clippings.take_in(stored, changes):
            self._screen.post_message(self.ReadingWanted())
            return
        self.show_signs()
        if self._window:
            self._window.show_filtered()
        elif self._is_list_wanted:
            self._open_list()
        self._is_list_wanted = False

    def _open_list(self) -> None:
        """Open the list; the chosen clipping is shown in its article."""
        from tui_reader.ui.screens.clippings import ClippingsScreen  # noqa: PLC0415 - not needed to paint

        if not len(self._clippings):
            self._screen.say(_("nothing is kept yet; a keeps what the cursor stands on"))
            return
        self._window = ClippingsScreen(self._clippings, self._list.undo_stack, self._screen.copying.cited)
        self._screen.app.push_screen(self._window, self._open)

    def _open(self, clipping_id: object) -> None:
        """Show a clipping in its article; where that is not open, or has it no more, its words."""
        self._window = None
        self.show_signs()
        clipping = self._clippings.get(clipping_id) if isinstance(clipping_id, str) else None
        if clipping is None:
            return
        index = self._list.collection.index_of(clipping.where)
        if index is None:
            self._show_words(clipping)
            return
        self._wanted = (index, clipping)
        self._screen.list_controller.go_to(index)
        self._screen.pane_controller.focus(self._screen.article)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Show the place of the clipping that was chosen, once its article is there."""
        article = self._list.shown_article
        if self._wanted is None or article is None or self._wanted[0] != self._list.shown:
            return
        clipping, self._wanted = self._wanted[1], None
        span = place_now(clipping, article.document)
        if span is None:
            self._show_words(clipping)
        else:
            self._screen.article_controller.mark(span)

    def _show_words(self, clipping: Clipping) -> None:
        """Show the kept words, and where they came from."""
        from tui_reader.export.citation import plain  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415

        lines = [Line(line) for line in plain(clipping.excerpt).splitlines()]
        if clipping.where.path:
            lines += [Line(""), Line(f"{clipping.where.path}:{clipping.line}", look="meta")]
        is_open = self._list.collection.index_of(clipping.where) is not None
        title = _("Clipping that its article no longer has") if is_open else _("Clipping whose article is not open")
        self._screen.app.push_screen(Choice(title, lines, hints=(_("Esc closes"),)))


def _first_words(clipping: Clipping) -> str:
    return shorten(shown_words(clipping), FIRST_WORDS)
