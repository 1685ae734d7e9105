"""The article and its figures and quotes: what is shown of them, going from one to the next, what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ingest.input_list import STDIN
from tui_reader.library.values import Status
from tui_reader.messages import _
from tui_reader.model import Block, Span
from tui_reader.session.analysis_process import LONG_TEXT
from tui_reader.session.entries import Entry
from tui_reader.session.listed_quotes import listed_quotes
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.view.article_header import article_lead
from tui_reader.ui.view.page import Page, cleaned_page, plain_page, raw_page
from tui_reader.ui.widgets.figure_list import FigureList
from tui_reader.ui.widgets.quote_list import QuoteList

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

_SHOWN_ABOVE = ("title", "byline", "date")  # kinds of blocks that are no part of the text of a page
FEW = 20
"""With more articles than this open, related headlines are hidden until asked for."""


class ArticleController:
    """What the article pane and the side panel show, and what the keys do in them."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList) -> None:
        self._screen = screen
        self._list = reading_list

    # What is shown

    def fill(self) -> None:
        """Show what is known of the entry: its article, its raw text, or why there is none; without one, nothing."""
        self._screen.correction_controller.follow_version()
        entry, view = self._list.shown_entry, self._screen.article
        view.show(self._page_of(entry) if entry else plain_page(""), entry.place or 0 if entry else 0)
        view.label(entry.outlet if entry else "")
        self._screen.find_controller.begin_anew()
        self.fill_figures()
        self.fill_quotes()
        self._screen.pane_controller.show_selected()
        self.fill_related()
        self._screen.clipping_controller.show_signs()
        self._screen.search_controller.show_wanted()
        self._screen.evidence_controller.show_wanted()
        self._screen.correction_controller.tell_unfit()
        self._screen.say_status()

    def fill_again(self) -> None:
        """Show the article anew, which was corrected: places, marks and the lists' cursors stay."""
        entry, screen = self._list.shown_entry, self._screen
        if entry:
            self._show_again(entry)
            screen.article.label(entry.outlet)
        self.fill_figures(stay=True)
        self.fill_quotes(stay=True)
        screen.clipping_controller.show_signs()
        screen.say_status()

    def _show_again(self, entry: Entry) -> None:
        """Show the page of an entry as it is now, at the same place, with the same marks and hits."""
        view = self._screen.article
        marked = [span and view.page_shown.wording.raw_span(span) for span in (view.current, view.source)]
        before, selected, cursor = view.page_shown.wording, view.selected, view.cursor
        cursor_place = before.to_raw(cursor.start) if cursor else view.place
        view.show(self._page_of(entry), view.place)
        self._screen.find_controller.find_again()
        wording = view.page_shown.wording
        if marked[0]:
            view.mark(*(span and view.page_shown.place(span) for span in marked), reveal=False)
        else:
            view.put_cursor(view.units.sentence_at(wording.to_clean(cursor_place)))
        view.select(selected and selected.on_page(before, wording))

    def _page_of(self, entry: Entry) -> Page:
        """The page that stands for an entry now."""
        article = self._list.shown_article
        if article:
            lead = article_lead(article, entry.minutes)
            return raw_page(article, _reason, lead) if entry.raw else cleaned_page(article, lead, self._nothing_kept())
        document = self._list.collection.document(self._list.shown) if self._list.shown is not None else None
        if document and len(document.raw) >= LONG_TEXT:
            return plain_page(document.raw)
        named = entry.input.name if entry.input.path == STDIN else entry.input.path
        return plain_page(f"{named}: {entry.problem}" if entry.problem else "")

    def _nothing_kept(self) -> str:
        """What is said of an article of which nothing is left."""
        key = key_name(self._screen.keymap.first_key("removed"))
        return _("everything was left out of this text; {key} lists it").format(key=key)

    def fill_figures(self, *, stay: bool = False) -> None:
        """List the figures of the shown article, the cursor on the first, or on the same one."""
        article, rows = self._list.shown_article, self._screen.figures
        empty = _("no figures in this text") if article else self._waiting()
        by_place = self._screen.view_state.figures_by_place
        rows.show(article.figures if article else (), empty, by_place=by_place, stay=stay)
        self._locate(rows)

    def fill_quotes(self, *, stay: bool = False) -> None:
        """List the quotes of the shown article, the cursor on the first, or on the same one."""
        article, rows = self._list.shown_article, self._screen.quotes
        empty = _("no quotes in this text") if article else self._waiting()
        by_speaker = self._screen.view_state.quotes_by_speaker
        language = article.language if article else None
        quotes = listed_quotes(article, all_quoted=self._screen.view_state.all_quoted) if article else ()
        rows.show(quotes, empty, language=language, by_speaker=by_speaker, stay=stay)
        self._locate(rows)
        if article or not self._waiting():  # while an article is to come, nothing moves
            self._screen.side.share()

    def _waiting(self) -> str:
        """What stands in a list whose article is not there yet."""
        entry = self._list.shown_entry
        return _("still being read") if entry and entry.problem is None else ""

    def _locate(self, rows: FigureList | QuoteList) -> None:
        """Tell a list of the side panel where its items stand on the page."""
        rows.locate(self._screen.article.page_shown.place)
        rows.follow(self._screen.article.in_sight)

    def fill_related(self) -> None:
        """Stand the related headlines of the shown article under its own."""
        article, wanted = self._list.shown_article, self._screen.view_state.related
        with_related = len(self._list.collection) <= FEW if wanted is None else wanted
        self._screen.headlines.show_related(article.headlines if article and with_related else ())

    def toggle_related(self) -> None:
        """Go to the related headlines, which are shown then; from there, hide them."""
        article, headlines = self._list.shown_article, self._screen.headlines
        if article and not article.headlines:
            self._screen.say(_("this text has no related headlines"))
            return
        goes_there = not headlines.extra
        headlines.extra = 0
        self._screen.view_state.change("related", goes_there)
        self.fill_related()
        if goes_there and headlines.selectable_rows():
            self._screen.pane_controller.focus(headlines)
            headlines.extra = 1

    # The place in the article

    def follow_place(self) -> None:
        """Remember where the entry is read, and have border and side panel follow."""
        screen, view, entry = self._screen, self._screen.article, self._list.shown_entry
        self.say_place()
        screen.figures.follow(view.in_sight)
        screen.quotes.follow(view.in_sight)
        if self._list.shown is None or entry is None:
            return
        if self._list.collection.document(self._list.shown) and view.place != (entry.place or 0):
            self._list.collection.do(self._list.shown, Status(place=view.place))
        if screen.focused is view and view.at_end:
            screen.list_controller.mark_read()

    def say_place(self) -> None:
        """Say on the border how much was shown, and which hit is the current one."""
        view = self._screen.article
        percent = f"{view.percent} %"
        is_hit = view.current is not None and view.current in view.hits
        hit = f"{view.hits.index(view.current) + 1}/{len(view.hits)} · " if is_hit and view.current else ""
        view.label(below=hit + percent)

    def page_onward(self) -> None:
        """A page down; at the end of the article stop once, then go to the next unread one."""
        screen = self._screen
        if screen.focused is screen.article and screen.article.at_end:
            screen.list_controller.mark_read()
            screen.list_controller.step_unread(1)
        else:
            screen.pane_controller.page(1.0)

    def mark(self, span: Span | None, source: Span | None = None) -> None:
        """Mark a stretch of the raw text on the page as the current one, and who is behind it."""
        place = self._screen.article.page_shown.place
        self._screen.article.mark(span and place(span), source and place(source))

    def flip(self) -> None:
        """Raw text or cleaned text, at the same place."""
        entry = self._list.shown_entry
        self.show_raw(raw=not entry.raw if entry else False)

    def show_raw(self, *, raw: bool) -> None:
        """Show the raw or the cleaned text, at the same place, with the same marks."""
        entry, index = self._list.shown_entry, self._list.shown
        if index is None or entry is None or self._list.shown_article is None or entry.raw == raw:
            return
        self._list.collection.do(index, Status(raw=raw))
        self._show_again(entry)
        self._locate(self._screen.figures)
        self._locate(self._screen.quotes)
        self._screen.clipping_controller.show_signs()
        self._screen.say_status()

    # Figures and quotes

    def follow_figure(self) -> None:
        """Show the figure at the cursor of the side panel in the article."""
        if self._screen.figures.place:
            self.mark(self._screen.figures.place)

    def choose_figure(self) -> None:
        """A figure was clicked: show it, or its next place where it is shown already."""
        figures, view = self._screen.figures, self._screen.article
        if figures.place and view.current == view.page_shown.place(figures.place):
            figures.next_mention()
        self.follow_figure()

    def follow_quote(self) -> None:
        """Show the quote at the cursor of the side panel in the article."""
        quote = self._screen.quotes.current
        if quote:
            self.mark(quote.span, quote.speaker_span)

    def go_to_figures(self) -> None:
        """Go to the key figures."""
        self._screen.pane_controller.focus_side(self._screen.figures)
        self.follow_figure()

    def go_to_quotes(self) -> None:
        """Go to the quotes."""
        self._screen.pane_controller.focus_side(self._screen.quotes)
        self.follow_quote()

    def toggle_order(self) -> None:
        """Figures by rank or by place; with the keys in the quotes, those in order or by speaker."""
        of_quotes = self._screen.pane_controller.active is self._screen.quotes
        name = "quotes_by_speaker" if of_quotes else "figures_by_place"
        turned = not getattr(self._screen.view_state, name)
        self._screen.view_state.change(name, turned)
        if of_quotes:
            self.fill_quotes()
            self._screen.say(_("quotes by speaker") if turned else _("quotes in the order of the text"))
        else:
            self.fill_figures()
            self._screen.say(_("figures in the order of the text") if turned else _("figures by rank"))

    def toggle_all_quoted(self) -> None:
        """Also the quoted words that nobody said, or only what was said."""
        view_state = self._screen.view_state
        view_state.change("all_quoted", not view_state.all_quoted)
        self.fill_quotes()
        self._screen.say(_("all quoted words") if view_state.all_quoted else _("only what was said"))

    # What was removed

    def list_removed(self) -> None:
        """List what was left out of the article, by reason; the chosen block is shown in the raw text."""
        from tui_reader.ui.screens.removed_blocks import Removed  # noqa: PLC0415 - not needed to paint

        article = self._list.shown_article
        blocks = [block for block in article.blocks if not block.kept or block.doubtful] if article else []
        if article is None or not blocks:
            self._screen.say(_("nothing was left out of this text"))
            return
        document = article.document.id

        def show(block: object) -> None:
            if isinstance(block, Block) and self._still_has(document):
                self.show_raw_span(block.span)

        turn, undo = self._screen.correction_controller.turn_block, self._screen.list_controller.undo
        self._screen.app.push_screen(Removed(blocks, turn, undo), show)

    def _still_has(self, document: str) -> bool:
        """Whether the same text is shown; other news may have come while a window showed a part of it."""
        article = self._list.shown_article
        has_it = article is not None and article.document.id == document
        if not has_it:
            self._screen.say(_("the text has changed meanwhile"))
        return has_it

    def show_raw_span(self, span: Span) -> None:
        """Show a stretch of the raw text, and mark it."""
        self.show_raw(raw=True)
        self._screen.pane_controller.focus(self._screen.article)
        self.mark(span)


def _reason(block: Block) -> str:
    """Why a block is dropped, or that the reader put it back; empty where there is nothing to say."""
    if block.kept:
        return _("put back by you") if block.corrected else ""
    reason = _(block.reason or block.kind)
    return reason if block.kind in _SHOWN_ABOVE else _("left out: {reason}").format(reason=reason)
