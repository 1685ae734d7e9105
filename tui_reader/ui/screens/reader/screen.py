"""The reader screen: its widgets, its controllers, and which command each key runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.messages import _
from tui_reader.session.events import Event
from tui_reader.session.loader import Loader
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.session import Session
from tui_reader.session.undo import UndoStack
from tui_reader.ui.commands.keys import SELECTING, Keymap
from tui_reader.ui.screens.first_screen import FirstScreen
from tui_reader.ui.screens.reader.article_controller import ArticleController
from tui_reader.ui.screens.reader.clipping_controller import ClippingController
from tui_reader.ui.screens.reader.copying import Copying
from tui_reader.ui.screens.reader.correction_controller import CorrectionController
from tui_reader.ui.screens.reader.cursor_controller import CursorController
from tui_reader.ui.screens.reader.evidence_controller import EvidenceController
from tui_reader.ui.screens.reader.feed_controller import FeedController
from tui_reader.ui.screens.reader.find_controller import FindController
from tui_reader.ui.screens.reader.indexing_controller import IndexingController
from tui_reader.ui.screens.reader.jump_controller import JumpController
from tui_reader.ui.screens.reader.link_controller import LinkController
from tui_reader.ui.screens.reader.list_controller import ListController
from tui_reader.ui.screens.reader.pane_controller import PaneController
from tui_reader.ui.screens.reader.program import Program
from tui_reader.ui.screens.reader.saved_search_controller import SavedSearchController
from tui_reader.ui.screens.reader.search_controller import SearchController
from tui_reader.ui.screens.reader.text_controller import TextController
from tui_reader.ui.screens.reader.web_controller import WebController
from tui_reader.ui.view.render import content
from tui_reader.ui.view.status_line import shows_raw, status_line
from tui_reader.ui.widgets.article_view import ArticleView
from tui_reader.ui.widgets.figure_list import FigureList
from tui_reader.ui.widgets.find_bar import FindBar
from tui_reader.ui.widgets.headline_list import HeadlineList
from tui_reader.ui.widgets.key_bar import KeyLine
from tui_reader.ui.widgets.quote_list import QuoteList
from tui_reader.ui.widgets.row_list import RowList
from tui_reader.ui.widgets.side_panel import SidePanel

SMALLEST = (20, 6)
"""On a terminal of fewer columns or rows, a word is shown in place of the panes."""


COLUMN_CLASSES = [(0, "-tiny"), (SMALLEST[0], "-one"), (81, "-two"), (100, "-three")]
ROW_CLASSES = [(0, "-low"), (SMALLEST[1], "-high")]
"""From which size on the screen has which class."""


def size_classes(size: Size) -> Iterator[str]:
    """The classes that the screen has at a size."""
    for classes, cells in ((COLUMN_CLASSES, size.width), (ROW_CLASSES, size.height)):
        yield next(name for least, name in reversed(classes) if cells >= least)


class ReaderScreen(FirstScreen):
    """The three panes. What happens in them is done by the controllers."""

    HORIZONTAL_BREAKPOINTS = COLUMN_CLASSES
    VERTICAL_BREAKPOINTS = ROW_CLASSES

    def __init__(self, session: Session, loader: Loader) -> None:
        # Classes that are given later would have every style made twice.
        super().__init__(classes="-at-list" + (" -side" if session.view_state.side else ""))
        self.keymap = Keymap(session.keys)
        # Bindings are made here, not in the class: the language is known only when the program runs. They stand before
        # Textual's own, which has Tab.
        self._bindings = BindingsMap.merge([BindingsMap(self.keymap.bindings()), self._bindings])
        self.loader = loader
        self.view_state = session.view_state
        self.reading_list = ReadingList(
            session.collection, session.view_state, loader, UndoStack(), searches=session.searches, feeds=session.feeds
        )
        if session.first is not None:
            self.reading_list.put_cursor(session.first)
        self.headlines = HeadlineList(self.reading_list)
        self.article = ArticleView(self.keymap.bindings(SELECTING))
        self.article.column = session.view_state.column
        self.status = Static(id="status")
        self.ascii_only = session.ascii
        self.figures = FigureList(ascii_only=session.ascii)
        self.quotes = QuoteList()
        self.side = SidePanel(self.figures, self.quotes)
        self.find_bar = FindBar()
        self.made_later = [self.find_bar]
        self.key_line = KeyLine()
        self.pane_controller = PaneController(self)
        self.list_controller = ListController(self, self.reading_list)
        self.find_controller = FindController(self)
        self.article_controller = ArticleController(self, self.reading_list)
        self.link_controller = LinkController(self, self.reading_list)
        self.cursor_controller = CursorController(self)
        is_stored = session.library is not None
        self.clipping_controller = ClippingController(
            self, self.reading_list, session.clippings, is_stored=is_stored, file=session.clippings_file
        )
        self.correction_controller = CorrectionController(
            self, self.reading_list, session.clippings, is_stored=is_stored
        )
        self.text_controller = TextController(self, self.reading_list, session.texts)
        self.search_controller = SearchController(self, self.reading_list, session.index, session.library)
        self.evidence_controller = EvidenceController(self, self.reading_list, session.index)
        self.saved_search_controller = SavedSearchController(self, self.reading_list, is_stored=is_stored)
        self.indexing_controller = IndexingController(self, self.reading_list, session)
        self.jump_controller = JumpController(self, self.reading_list)
        self.web_controller = WebController(self, self.reading_list, session)
        self.feed_controller = FeedController(self, self.reading_list, session)
        self.copying = Copying(self, self.reading_list, session.citation_template)
        self.program = Program(self, self.reading_list, session.paths)
        self.commands = self._commands()

    def _commands(self) -> dict[str, Callable[[], None]]:
        """What each command of the table of keys does, by its id."""
        panes, headlines, find = self.pane_controller, self.list_controller, self.find_controller
        article, copying, program = self.article_controller, self.copying, self.program
        cursor = self.cursor_controller
        return {
            "down": partial(panes.move, 1),
            "up": partial(panes.move, -1),
            "top": partial(panes.go_to_edge, end=False),
            "bottom": partial(panes.go_to_edge, end=True),
            "half-page-down": partial(panes.page, 0.5),
            "half-page-up": partial(panes.page, -0.5),
            "page-down": article.page_onward,
            "page-up": partial(panes.page, -1.0),
            "open": self.open,
            "back": self.go_back,
            "next-pane": partial(panes.focus_next, 1),
            "previous-pane": partial(panes.focus_next, -1),
            "find": find.open,
            "search": self.search_controller.open,
            "jump-back": self.jump_controller.back,
            "jump-forward": self.jump_controller.forward,
            "next-match": partial(find.next_match, 1),
            "previous-match": partial(find.next_match, -1),
            "star": headlines.toggle_star,
            "read": headlines.toggle_read,
            "all-read": headlines.mark_all_read,
            "view": headlines.change_view,
            "sort": headlines.choose_sort,
            "related": article.toggle_related,
            "alike": headlines.toggle_folding,
            "remove-text": headlines.remove,
            "flip": article.flip,
            "removed": article.list_removed,
            "details": headlines.show_details,
            "links": self.link_controller.list_all,
            "article-details": self.correction_controller.show_article,
            "evidence": self.evidence_controller.open,
            "next-article": partial(headlines.step, 1),
            "previous-article": partial(headlines.step, -1),
            "figures": article.go_to_figures,
            "quotes": article.go_to_quotes,
            "next-quote": partial(cursor.step_quote, 1),
            "previous-quote": partial(cursor.step_quote, -1),
            "next-figure": partial(cursor.step_figure, 1),
            "previous-figure": partial(cursor.step_figure, -1),
            "order": article.toggle_order,
            "all-quoted": article.toggle_all_quoted,
            "side": panes.toggle_side,
            "next-paragraph": partial(cursor.step_paragraph, 1),
            "previous-paragraph": partial(cursor.step_paragraph, -1),
            "select": cursor.start_selecting,
            "sentence-forward": partial(cursor.extend_selection, "sentence", 1),
            "sentence-back": partial(cursor.extend_selection, "sentence", -1),
            "word-forward": partial(cursor.extend_selection, "word", 1),
            "word-back": partial(cursor.extend_selection, "word", -1),
            "paragraph-forward": partial(cursor.extend_selection, "paragraph", 1),
            "paragraph-back": partial(cursor.extend_selection, "paragraph", -1),
            "other-end": cursor.change_end,
            "stop-selecting": cursor.stop_selecting,
            "keep": self.clipping_controller.keep,
            "clippings": self.clipping_controller.list_all,
            "citation-style": copying.choose_style,
            "copy": copying.copy,
            "cite": copying.cite,
            "undo": headlines.undo,
            "zen": panes.toggle_zen,
            "narrower": partial(program.change_width, -1),
            "wider": partial(program.change_width, 1),
            "theme": program.choose_theme,
            "reload": program.reload,
            "address": self.web_controller.open_address,
            "follow": self.feed_controller.follow,
            "edit": program.edit,
            "link": program.open_link,
            "help": program.show_help,
            "palette": program.open_palette,
            "suspend": program.suspend,
            "quit": program.quit,
            "leave": program.quit,
        }

    def action_command(self, command_id: str) -> None:
        """Do what a command of the table of keys says."""
        self.commands[command_id]()

    def compose(self) -> ComposeResult:
        self.add_class(*size_classes(self.app.size))  # Textual does so later, and has every style made twice
        yield Static(content(_("The terminal is too small")), id="too-small")
        yield self.status
        with Horizontal(id="panes"):
            yield self.headlines
            yield self.article
            yield self.side
        yield self.key_line

    def on_mount(self) -> None:
        self.pane_controller.focus(self.headlines)
        self.list_controller.open_first()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        self.key_line.refresh()  # it names the keys again

    def on_resize(self) -> None:
        self.say_status()
        self.pane_controller.fit()

    # What is told

    def say(self, words: str) -> None:
        """Tell the reader in passing."""
        self.app.notify(words)

    def warn(self, words: str) -> None:
        """Tell the reader that something went wrong."""
        self.app.notify(words, severity="warning")

    def say_status(self) -> None:
        """Say at the top what is open, which entries are listed, and which view is shown; in the foot, the other."""
        self.status.update(content(status_line(self.reading_list, self.size.width)), layout=False)
        self.key_line.rename("command('flip')", _("Clean") if shows_raw(self.reading_list) else None)

    def take(self, news: Sequence[Event]) -> None:
        """What the loader found out."""
        self.list_controller.take(news)

    @on(IndexingController.LoaderRests)
    def _loader_rests(self) -> None:
        self.indexing_controller.begin()
        self.saved_search_controller.begin()
        self.web_controller.watch()

    @on(IndexingController.Progressed)
    def _indexing_progressed(self, message: IndexingController.Progressed) -> None:
        self.indexing_controller.take(message.state)
        self.saved_search_controller.count_on_progress(message.state)

    @on(SavedSearchController.Counted)
    @on(WebController.Reported)
    @on(WebController.ContentsRead)
    @on(EvidenceController.Arrived)
    def _take_from_thread(self, message: Message) -> None:
        """What another thread found out."""
        match message:
            case SavedSearchController.Counted():
                self.saved_search_controller.take(message)
            case WebController.Reported():
                self.web_controller.take(message)
            case WebController.ContentsRead():
                self.web_controller.take_contents(message)
            case EvidenceController.Arrived():
                self.evidence_controller.take(message.finding)

    # Commands that depend on the pane

    def open(self) -> None:
        """Open what is selected, and go to its place."""
        pane = self.pane_controller.active
        if pane is self.headlines:
            if not self.list_controller.open_current():
                return
        elif pane is self.figures and self.figures.next_mention():
            self.article_controller.follow_figure()
            return
        self.pane_controller.focus(self.article)

    def go_back(self) -> None:
        """Back to the pane before; what was found or filtered is dropped first."""
        pane = self.pane_controller.active
        if pane is self.article and self.find_controller.has_found:
            self.find_controller.clear()
        elif self.has_class("-zen"):
            self.remove_class("-zen")
        elif pane is self.headlines and pane.extra:
            pane.extra = 0
        elif pane is self.headlines:
            if self.reading_list.arrangement.words:
                self.list_controller.filter_by("")
            elif self.reading_list.arrangement.feed:
                self.list_controller.leave_feed()
        else:
            self.pane_controller.focus(self.headlines if pane is self.article else self.article)

    # Messages of the widgets, which Textual hands to the screen

    @on(HeadlineList.Moved, "#headlines")
    def _headline_moved(self) -> None:
        self.list_controller.follow_cursor()

    @on(HeadlineList.Scrolled)
    def _headlines_scrolled(self) -> None:
        self.list_controller.hasten_titles()

    @on(HeadlineList.Chosen, "#headlines")
    def _headline_chosen(self) -> None:
        self.list_controller.open_current()

    @on(ArticleView.Scrolled)
    def _article_scrolled(self) -> None:
        self.article_controller.follow_place()

    @on(ArticleView.CursorMoved)
    def _cursor_moved(self) -> None:
        self.cursor_controller.tell()

    @on(RowList.Chosen, "#figures")
    def _figure_chosen(self) -> None:
        self.article_controller.choose_figure()

    @on(RowList.Chosen, "#quotes")
    def _quote_chosen(self) -> None:
        self.article_controller.follow_quote()

    @on(Input.Changed)
    def _find_typed(self) -> None:
        """What was typed before the bar was put away has been looked for then."""
        if self.find_bar.display:
            self.find_controller.find_typed()

    def action_keep_find(self) -> None:
        """Enter was pressed in the find bar."""
        self.find_controller.keep()

    def action_drop_find(self) -> None:
        """Escape was pressed in the find bar."""
        self.find_controller.drop()

    def on_paste(self, event: events.Paste) -> None:
        self.program.open_pasted(event.text)

    @on(events.DescendantFocus)
    def _pane_focused(self, event: events.DescendantFocus) -> None:
        if self.find_bar.display and event.widget is self.focused is not self.find_bar.field:
            self.find_controller.leave()
        self.pane_controller.follow_focus(event.widget)
