"""The reader: headline list, article, side panel. It wires the panes; the work is in functions without a widget."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from tui_reader.errors import InputError
from tui_reader.export.citation import cite
from tui_reader.messages import _, ngettext
from tui_reader.model import Article, Block, Document, Span
from tui_reader.ui.find import find_all
from tui_reader.ui.keys import bindings
from tui_reader.ui.lead import article_lead
from tui_reader.ui.loading import LONG_TEXT, Found, Loader, News
from tui_reader.ui.pages import Page, cleaned_page, plain_page, raw_page
from tui_reader.ui.passages import Passage, marked_passage
from tui_reader.ui.present import content
from tui_reader.ui.shelf import Shelf
from tui_reader.ui.widgets.article import ArticleView
from tui_reader.ui.widgets.entries import FigureList, QuoteList
from tui_reader.ui.widgets.find_bar import FindBar
from tui_reader.ui.widgets.headlines import HeadlineList
from tui_reader.ui.widgets.rows import RowList

FEW = 20
"""With more articles than this open, related headlines are hidden until asked for."""
SETTLE = 0.06  # seconds the list waits, when keys come fast, before it shows an article


class ReaderScreen(Screen[None]):
    """The three panes and what joins them."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (60, "-two"), (100, "-three")]  # noqa: RUF012 - Textual's own attribute

    def __init__(self, shelf: Shelf, loader: Loader) -> None:
        super().__init__(classes="-side -at-list")  # given later, they would have every style made twice
        # Bindings are made here, not in the class: the language is known only when the program runs.
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings())])
        self.shelf = shelf
        self.loader = loader
        self.headlines = HeadlineList(shelf)
        self.article = ArticleView()
        self.figures = FigureList()
        self.quotes = QuoteList()
        self.shown: int | None = None  # the entry in the article pane
        self.with_related = len(shelf) <= FEW
        self.sought = ""  # what was last looked for in the article

    def compose(self) -> ComposeResult:
        least, widest = self.HORIZONTAL_BREAKPOINTS[-1]
        self.set_class(self.app.size.width >= least, widest)
        yield Static(id="status")
        with Horizontal(id="panes"):
            yield self.headlines
            yield self.article
            with Vertical(id="side"):
                yield self.figures
                yield self.quotes
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.focus_pane(self.headlines)
        self.show_entry(self.headlines.current)

    # News from the loader

    def take(self, found: Sequence[Found]) -> None:
        """What the loader found out about entries."""
        for one in found:
            self.shelve(one.index, one.news)
        self.headlines.say_position()
        self.headlines.refresh()
        self.say_status()
        if any(one.index == self.shown and not isinstance(one.news, str) for one in found):
            self.fill()

    def shelve(self, index: int, news: News) -> None:
        """Put what is known of an entry on the shelf."""
        if isinstance(news, Document):
            self.shelf.put_document(index, news)
        elif isinstance(news, Article):
            self.shelf.put_article(index, news)
        elif isinstance(news, InputError):
            self.shelf.put_problem(index, news)
        else:
            self.shelf.put_title(index, news)

    # Showing an entry

    def show_entry(self, index: int | None) -> None:
        """Bring an entry into the article pane, at the place where it was left."""
        self.keep_place()
        self.shown = index
        if index is None:
            return
        if self.shelf.article(index) is None and self.shelf.entries[index].problem is None:
            self.loader.want(index)
        self.fill()

    @property
    def hits(self) -> Sequence[Span]:
        """The places on the shown page that have what was looked for."""
        return self.article.hits

    @property
    def shown_article(self) -> Article | None:
        """The article in the article pane, once it is analysed."""
        return self.shelf.article(self.shown) if self.shown is not None else None

    def keep_place(self) -> None:
        """Remember where the shown entry is read."""
        if self.shown is not None and self.shelf.document(self.shown):
            self.shelf.entries[self.shown].place = self.article.place

    def fill(self) -> None:
        """Show what is known of the entry: its article, its raw text, or why there is none."""
        if self.shown is None:
            return
        entry = self.shelf.entries[self.shown]
        article = self.shelf.article(self.shown)
        waiting = _("still being read") if entry.problem is None else ""
        self.article.show(self.page_of(article), entry.place or 0)
        self.article.border_title = content(entry.shown_title)
        self.figures.show(article.figures if article else (), _("no figures in this text") if article else waiting)
        quotes = tuple(quote for quote in article.quotes if quote.speech) if article else ()
        self.quotes.show(quotes, _("no quotes in this text") if article else waiting)
        self.headlines.show_related(article.headlines if article and self.with_related else ())
        self.say_status()

    def page_of(self, article: Article | None) -> Page:
        """The page that stands for the shown entry now."""
        assert self.shown is not None  # noqa: S101 - callers look first
        entry = self.shelf.entries[self.shown]
        if article:
            lead = article_lead(article, entry.minutes)
            return raw_page(article, _reason, lead) if entry.raw else cleaned_page(article, lead)
        document = self.shelf.document(self.shown)
        if document and len(document.raw) >= LONG_TEXT:
            return plain_page(document.raw)
        return plain_page(f"{entry.input.path}: {entry.problem}" if entry.problem else "")

    def say_status(self) -> None:
        """The line at the top: what is open, and which view is shown."""
        count, unread = len(self.shelf), self.shelf.unread
        articles = ngettext("{count} article", "{count} articles", count).format(count=count)
        unread_words = ngettext("{count} unread", "{count} unread", unread).format(count=unread)
        entry = self.shelf.entries[self.shown] if self.shown is not None else None
        view = _("Raw") if entry and (entry.raw or self.shown_article is None) else _("Cleaned")
        wordings = (
            f" tui-reader   {unread_words} · {articles}",
            f" {unread_words} · {articles}",
            f" {unread_words}",
            "",
        )
        room = self.size.width - len(view) - 2  # the view is named on the narrowest screen, too
        left = next((words for words in wordings if len(words) <= room), "")
        self.query_one("#status", Static).update(content(f"{left:<{max(room, 0)}} {view}"))

    @on(ArticleView.Scrolled)
    def say_percent(self) -> None:
        self.article.border_subtitle = content(f"{self.article.percent} %")
        if self.focused is self.article and self.article.at_end and self.shown is not None:
            self.mark_read()

    def mark_read(self) -> None:
        """The shown entry counts as read."""
        if self.shown is None:
            return
        entry = self.shelf.entries[self.shown]
        if entry.problem is None and not entry.read:
            self.shelf.mark_read(self.shown)
            self.headlines.refresh()
            self.say_status()

    # The panes

    def panes(self) -> list[Widget]:
        """The panes in order, those of the side panel only while it is on."""
        return [self.headlines, self.article, *([self.figures, self.quotes] if self.has_class("-side") else [])]

    def focus_pane(self, pane: Widget) -> None:
        """Go to a pane; on a narrow screen it takes the place of the others."""
        for name, there in (("-at-list", self.headlines), ("-at-article", self.article)):
            self.set_class(pane is there, name)
        self.set_class(isinstance(pane, FigureList | QuoteList), "-at-side")
        self.set_focus(pane, scroll_visible=False)

    @on(events.DescendantFocus)
    def follow_focus(self, event: events.DescendantFocus) -> None:
        if (
            event.widget is self.focused
            and event.widget in self.panes()
            and not self.has_class(_AT[type(event.widget)])
        ):
            self.focus_pane(event.widget)

    @on(HeadlineList.Moved, "#headlines")
    def follow_headline(self) -> None:
        self.set_timer(SETTLE, self.catch_up)

    @on(HeadlineList.Scrolled)
    def hasten_titles(self) -> None:
        self.loader.show(self.headlines.order[at] for at in self.headlines.in_sight())

    def catch_up(self) -> None:
        """Show the headline at the cursor, once keys have come to rest."""
        if self.headlines.current != self.shown:
            self.show_entry(self.headlines.current)

    @on(HeadlineList.Chosen, "#headlines")
    def open_headline(self) -> None:
        self.show_entry(self.headlines.current)
        self.mark_read()

    @on(RowList.Moved, "#figures")
    @on(RowList.Chosen, "#figures")
    def follow_figure(self) -> None:
        if self.figures.items:
            self.article.mark(self.article.page_shown.place(self.figures.items[self.figures.cursor].span))

    @on(RowList.Moved, "#quotes")
    @on(RowList.Chosen, "#quotes")
    def follow_quote(self) -> None:
        if self.quotes.items:
            quote = self.quotes.items[self.quotes.cursor]
            place = self.article.page_shown.place
            self.article.mark(place(quote.span), place(quote.speaker_span) if quote.speaker_span else None)

    # Actions

    def pane(self) -> HeadlineList | ArticleView | FigureList | QuoteList:
        """The pane that the keys act on."""
        pane = self.focused
        return pane if isinstance(pane, HeadlineList | ArticleView | FigureList | QuoteList) else self.headlines

    def action_move(self, by: int) -> None:
        self.pane().move(by)

    def action_page(self, pages: float) -> None:
        self.pane().page(pages)

    def action_edge(self, end: bool) -> None:
        self.pane().edge(end)

    def action_onward(self) -> None:
        """A page down; at the end of the article stop once, then go to the next unread one."""
        if self.focused is self.article and self.article.at_end:
            self.mark_read()
            self.next_unread(1)
        else:
            self.pane().page(1.0)

    def action_open(self) -> None:
        if self.pane() is self.headlines:
            self.show_entry(self.headlines.current)
            self.mark_read()
        self.focus_pane(self.article)

    def action_back(self) -> None:
        pane = self.pane()
        if pane is self.article and self.hits:
            self.clear_find()
        elif pane is self.headlines:
            self.headlines.list_entries(range(len(self.shelf)), self.headlines.current)
            self.catch_up()
        else:
            self.focus_pane(self.headlines if pane is self.article else self.article)

    def action_pane(self, by: int) -> None:
        panes = self.panes()
        self.focus_pane(panes[(panes.index(self.pane()) + by) % len(panes)])

    def action_article(self, by: int) -> None:
        self.headlines.move(by)
        self.catch_up()
        if self.pane() is self.article:
            self.mark_read()

    def next_unread(self, by: int) -> None:
        """To the next or the previous unread entry of the list, round its end."""
        order, at = self.headlines.order, self.headlines.cursor
        for step in range(1, len(order)):
            index = (at + by * step) % len(order)
            entry = self.shelf.entries[order[index]]
            if not entry.read and entry.problem is None:
                self.headlines.cursor = index
                self.catch_up()
                return
        self.app.notify(_("no other unread article"), markup=False)

    def action_flip(self) -> None:
        article = self.shown_article
        if self.shown is None or article is None:
            return
        entry = self.shelf.entries[self.shown]
        view = self.article
        marked = [span and view.page_shown.wording.raw_span(span) for span in (view.current, view.source)]
        found = bool(view.hits)
        entry.raw = not entry.raw
        view.show(self.page_of(article), view.place)
        if found:
            view.show_hits(find_all(view.page_shown.text, self.sought))
        view.mark(*(span and view.page_shown.place(span) for span in marked), reveal=False)
        self.say_status()

    def action_figures(self) -> None:
        self.focus_pane(self.figures)
        self.follow_figure()

    def action_quotes(self) -> None:
        self.focus_pane(self.quotes)
        self.follow_quote()

    def action_quote(self, by: int) -> None:
        self.step(self.quotes, by)
        self.follow_quote()

    def action_figure(self, by: int) -> None:
        self.step(self.figures, by)
        self.follow_figure()

    def step(self, rows: FigureList | QuoteList, by: int) -> None:
        """To the next item of a list, or to its first while none is marked in the article."""
        if self.article.current is not None or by < 0:
            rows.move(by)

    def action_related(self) -> None:
        self.with_related = not self.with_related
        article = self.shown_article
        self.headlines.show_related(article.headlines if article and self.with_related else ())

    def action_side(self) -> None:
        if self.has_class("-side") and self.pane() in (self.figures, self.quotes):
            self.focus_pane(self.article)
        self.toggle_class("-side")

    def action_help(self) -> None:
        from tui_reader.ui.screens.help import HelpScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        self.app.exit()

    # Find

    def action_find(self) -> None:
        if not self.query(FindBar):
            bar = FindBar(in_list=self.pane() is self.headlines)
            self.mount(bar, before=self.query_one(Footer))
            bar.focus()

    @on(FindBar.Changed)
    def find_as_typed(self, event: FindBar.Changed) -> None:
        bar = self.query_one(FindBar)
        if bar.in_list:
            self.headlines.empty_text = _("no headline has these words")
            self.headlines.list_entries(self.shelf.matching(event.value), self.headlines.current)
            self.catch_up()
            bar.say_count(self.headlines.count)
            return
        view = self.article
        self.sought = event.value
        view.show_hits(find_all(view.page_shown.text, self.sought))
        place = view.page_shown.wording.to_clean(view.place)
        view.mark(next((hit for hit in self.hits if hit.start >= place), self.hits[0] if self.hits else None))
        bar.say_count(len(self.hits))

    @on(FindBar.Submitted)
    async def close_find(self) -> None:
        """Put the bar away and go back to the pane it serves."""
        bar = self.query_one(FindBar)
        await bar.remove()  # first: when it goes, Textual gives its focus to a neighbour
        self.focus_pane(self.headlines if bar.in_list else self.article)

    @on(FindBar.Dropped)
    async def drop_find(self) -> None:
        """Put the bar away as if nothing had been typed."""
        if self.query_one(FindBar).in_list:
            self.headlines.list_entries(range(len(self.shelf)), self.headlines.current)
        else:
            self.clear_find()
        await self.close_find()

    def clear_find(self) -> None:
        """Forget what was found."""
        self.sought = ""
        self.article.show_hits([])
        self.article.mark(None)

    def action_match(self, by: int) -> None:
        if self.pane() is self.headlines:
            self.next_unread(by)
        elif self.hits:
            current = self.article.current
            at = self.hits.index(current) if current in self.hits else -1 if by > 0 else 0
            at = (at + by) % len(self.hits)
            self.article.mark(self.hits[at])
            self.article.border_subtitle = content(f"{at + 1}/{len(self.hits)}")

    # Copying

    def action_copy(self) -> None:
        passage = self.passage()
        if passage:
            self.app.copy_to_clipboard(passage.words)

    def action_cite(self) -> None:
        passage = self.passage()
        article = self.shown_article
        if passage and article:
            self.app.copy_to_clipboard(cite(passage.words, article, passage.speaker))

    def passage(self) -> Passage | None:
        """What to copy: what the mouse selected, else the marked quote or figure, else the top paragraph."""
        view, article = self.article, self.shown_article
        if view.text_selection:
            return Passage(view.selected_text(view.text_selection))
        marked = marked_passage(article, view.page_shown, view.current) if article and view.current else None
        top = view.top_paragraph()
        return marked or (Passage(top.of(view.page_shown.text)) if top else None)


_AT: dict[type, str] = {
    HeadlineList: "-at-list",
    ArticleView: "-at-article",
    FigureList: "-at-side",
    QuoteList: "-at-side",
}


def _reason(block: Block) -> str:
    """Why a block is dropped, in the user's language."""
    return _(block.reason) if block.reason else ""
