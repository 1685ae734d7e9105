"""The panes themselves: what they show, which one has the keys, how they fit the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui_reader.library.memory import Status
from tui_reader.messages import _, ngettext
from tui_reader.model import Article, Block, Quote, Span
from tui_reader.session.collection import Collection, Entry
from tui_reader.session.loader import LONG_TEXT, Loader
from tui_reader.session.view_state import ViewState
from tui_reader.ui.commands.keys import COMMANDS, bindings, keys_of
from tui_reader.ui.screens.help import key_name
from tui_reader.ui.view.article_header import article_lead
from tui_reader.ui.view.page import Page, cleaned_page, plain_page, raw_page
from tui_reader.ui.view.render import content
from tui_reader.ui.widgets.article_view import ArticleView
from tui_reader.ui.widgets.entries import FigureList, QuoteList
from tui_reader.ui.widgets.find_bar import FindBar
from tui_reader.ui.widgets.headline_list import HeadlineList
from tui_reader.ui.widgets.key_bar import KeyLine

FEW = 20
"""With more articles than this open, related headlines are hidden until asked for."""
SMALLEST = (20, 6)
"""On a terminal of fewer columns or rows, a word is shown in place of the panes."""


class Panes(Screen[None]):
    """The base of the reader screen: its widgets, and what they show."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-one"), (60, "-two"), (100, "-three")]  # noqa: RUF012 - Textual's own attribute
    VERTICAL_BREAKPOINTS = [(0, "-low"), (SMALLEST[1], "-high")]  # noqa: RUF012

    def __init__(self, collection: Collection, loader: Loader, settings: ViewState) -> None:
        # Classes that are given later would have every style made twice.
        super().__init__(classes="-at-list" + (" -side" if settings.side else ""))
        # Bindings are made here, not in the class: the language is known only when the program runs. Of two bindings
        # of a key the first counts: Textual has its own for Tab.
        self._bindings = BindingsMap.merge([BindingsMap(bindings()), self._bindings])
        self.collection = collection
        self.loader = loader
        self.settings = settings
        self.headlines = HeadlineList(collection)
        self.article = ArticleView()
        self.article.column = settings.column
        self.status = Static(id="status")
        self.figures = FigureList()
        self.quotes = QuoteList()
        self.find_bar = FindBar()
        self.shown: int | None = None  # the entry in the article pane

    def compose(self) -> ComposeResult:
        least, widest = self.HORIZONTAL_BREAKPOINTS[-1]
        self.set_class(self.app.size.width >= least, widest)
        yield Static(content(_("The terminal is too small")), id="too-small")
        yield self.status
        with Horizontal(id="panes"):
            yield self.headlines
            yield self.article
            with Vertical(id="side"):
                yield self.figures
                yield self.quotes
        yield KeyLine()
        yield self.find_bar

    def on_resize(self) -> None:
        self.say_status()

    def on_mount(self) -> None:
        self.focus_pane(self.headlines)
        self.show_entry(self.headlines.current)

    def say(self, words: str) -> None:
        """Tell the reader in passing."""
        self.app.notify(content(words).plain, markup=False, timeout=3)

    def warn(self, words: str) -> None:
        """Tell the reader that something went wrong."""
        self.app.notify(content(words).plain, severity="warning", markup=False, timeout=10)

    # Showing an entry

    def show_entry(self, index: int | None) -> None:
        """Bring an entry into the article pane, at the place where it was left."""
        self.shown = index
        if index is None:
            return
        self.want_shown()
        self.fill()

    def want_shown(self) -> None:
        """Have the article of the shown entry analysed, unless it is at hand as it is to be."""
        entry = self.entry
        if self.shown is not None and entry and entry.problem is None and not self.collection.is_current(self.shown):
            self.loader.want(self.shown, entry.corrections)

    @property
    def entry(self) -> Entry | None:
        """The entry in the article pane."""
        return self.collection.entries[self.shown] if self.shown is not None else None

    @property
    def shown_article(self) -> Article | None:
        """The article in the article pane, once it is analysed."""
        return self.collection.article(self.shown) if self.shown is not None else None

    def fill(self) -> None:
        """Show what is known of the entry: its article, its raw text, or why there is none."""
        entry = self.entry
        if entry is None:
            return
        article = self.shown_article
        self.article.show(self.page_of(entry, article), entry.place or 0)
        self.article.border_title = content(entry.shown_title)
        self.fill_figures()
        self.fill_quotes()
        self.fill_related()
        self.say_status()

    def page_of(self, entry: Entry, article: Article | None) -> Page:
        """The page that stands for an entry now."""
        if article:
            lead = article_lead(article, entry.minutes)
            return raw_page(article, _reason, lead) if entry.raw else cleaned_page(article, lead, nothing_kept())
        document = self.collection.document(self.shown) if self.shown is not None else None
        if document and len(document.raw) >= LONG_TEXT:
            return plain_page(document.raw)
        return plain_page(f"{entry.input.path}: {entry.problem}" if entry.problem else "")

    def fill_figures(self) -> None:
        """List the figures of the shown article."""
        article = self.shown_article
        figures = article.figures if article else ()
        empty = _("no figures in this text") if article else self.waiting
        self.figures.show(figures, empty, by_place=self.settings.figures_by_place)
        self.figures.locate(self.figures.items, self.article.page_shown.place)
        self.figures.follow(self.article.in_sight)

    def fill_quotes(self) -> None:
        """List the quotes of the shown article."""
        article = self.shown_article
        quotes = self.quotes_of(article) if article else ()
        self.quotes.show(
            quotes,
            _("no quotes in this text") if article else self.waiting,
            by_speaker=self.settings.quotes_by_speaker,
        )
        self.quotes.locate(self.quotes.items, self.article.page_shown.place)
        self.quotes.follow(self.article.in_sight)

    def quotes_of(self, article: Article) -> tuple[Quote, ...]:
        """The quotes to list: what was said, and other quoted words only where they are asked for."""
        return tuple(quote for quote in article.quotes if quote.speech or self.settings.all_quoted)

    @property
    def waiting(self) -> str:
        """What stands in a list whose article is not there yet."""
        return _("still being read") if self.entry and self.entry.problem is None else ""

    def fill_related(self) -> None:
        """Stand the related headlines of the shown article under its own."""
        article = self.shown_article
        with_related = len(self.collection) <= FEW if self.settings.related is None else self.settings.related
        self.headlines.show_related(article.headlines if article and with_related else ())

    def say_status(self) -> None:
        """The line at the top: what is open, which entries are listed, and which view is shown."""
        count, unread = len(self.collection), self.collection.unread
        articles = ngettext("{count} article", "{count} articles", count).format(count=count)
        unread_words = ngettext("{count} unread", "{count} unread", unread).format(count=unread)
        view = _("Raw") if self.entry and (self.entry.raw or self.shown_article is None) else _("Cleaned")
        wordings = (
            f" tui-reader   {unread_words} · {articles}{self.listed_as()}",
            f" {unread_words} · {articles}",
            f" {unread_words}",
            "",
        )
        room = self.size.width - len(view) - 2  # the view is named on the narrowest screen, too
        left = next((words for words in wordings if len(words) <= room), "")
        self.status.update(content(f"{left:<{max(room, 0)}} {view}"))

    def listed_as(self) -> str:
        """What the line at the top says of the list's arrangement."""
        return ""

    def mark_read(self) -> None:
        """The shown entry counts as read."""
        if self.shown is not None and self.entry and self.entry.unread:
            self.collection.do(self.shown, Status(read=True))
            self.headlines.refresh()
            self.say_status()

    @on(ArticleView.Scrolled)
    def follow_place(self) -> None:
        """Remember where the entry is read, and have border and side panel follow."""
        self.article.border_subtitle = content(self.where_in_article())
        self.figures.follow(self.article.in_sight)
        self.quotes.follow(self.article.in_sight)
        if self.shown is None or self.entry is None:
            return
        if self.collection.document(self.shown) and self.article.place != (self.entry.place or 0):
            self.collection.do(self.shown, Status(place=self.article.place))
        if self.focused is self.article and self.article.at_end:
            self.mark_read()

    def where_in_article(self) -> str:
        """What the border of the article says of the place."""
        return f"{self.article.percent} %"

    # The panes

    def pane(self) -> HeadlineList | ArticleView | FigureList | QuoteList:
        """The pane that the keys act on."""
        pane = self.focused
        return pane if isinstance(pane, HeadlineList | ArticleView | FigureList | QuoteList) else self.headlines

    def panes(self) -> Sequence[Widget]:
        """The panes in order, those of the side panel only while it is on."""
        if self.has_class("-zen"):
            return [self.article]
        return [self.headlines, self.article, *([self.figures, self.quotes] if self.has_class("-side") else [])]

    def focus_pane(self, pane: Widget) -> None:
        """Go to a pane; on a narrow screen it takes the place of the others."""
        if pane is not self.article:
            self.remove_class("-zen")
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

    def action_pane(self, by: int) -> None:
        panes = self.panes()
        self.focus_pane(panes[(panes.index(self.pane()) + by) % len(panes)])

    def action_move(self, by: int) -> None:
        self.pane().move(by)

    def action_page(self, pages: float) -> None:
        self.pane().page(pages)

    def action_edge(self, end: bool) -> None:
        self.pane().edge(end)

    def mark(self, span: Span | None, source: Span | None = None) -> None:
        """Mark a stretch of the raw text on the page as the current one, and who is behind it."""
        place = self.article.page_shown.place
        self.article.mark(span and place(span), source and place(source))


_AT: dict[type, str] = {
    HeadlineList: "-at-list",
    ArticleView: "-at-article",
    FigureList: "-at-side",
    QuoteList: "-at-side",
}


def nothing_kept() -> str:
    """What is said of an article of which nothing is left."""
    keys = next(keys_of(command) for command in COMMANDS if command.action == "removed")
    return _("everything was left out of this text; {key} lists it").format(key=key_name(keys.split(",")[0]))


def _reason(block: Block) -> str:
    """Why a block is dropped, in the user's language."""
    return _(block.reason) if block.reason else ""
