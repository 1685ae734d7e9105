"""Searching the index: a line to type a query, and what it finds below."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from tui_reader.library.index.store import Hit
from tui_reader.messages import _
from tui_reader.session.background_indexing import IndexingState
from tui_reader.session.searching import Answer, AnswerTaker, Search
from tui_reader.ui.screens.window import Window
from tui_reader.ui.view import render
from tui_reader.ui.view.lines import wrapped
from tui_reader.ui.view.search_lines import empty_lines, excerpt_of, found_line, head_of, indexing_line, query_line
from tui_reader.ui.widgets.field import Field
from tui_reader.ui.widgets.row_list import RowList

REST_SECONDS = 0.15
"""How long no key comes before it is looked for what is typed."""
_CORNERS = 6  # cells of a border that its words leave free
_INSET = "  "  # before the words of a result


class ResultList(RowList, can_focus=False):
    """The results, two rows each; the keys stay with the query."""

    ITEM_ROWS = 2
    has_keys = True

    def __init__(self, search: Search) -> None:
        super().__init__("results")
        self._search = search

    def show(self) -> None:
        """List what was found, the cursor on the result where it was."""
        self._wrap_empty_text()
        self.border_title = render.content(found_line(self._search))
        self.set_count(len(self._search.hits), self._search.row)

    def _wrap_empty_text(self) -> None:
        lines = wrapped(empty_lines(self._search), max(1, self.scrollable_content_region.width))
        self.empty_text = "\n".join(line.text for line in lines)

    def on_resize(self) -> None:
        self._wrap_empty_text()
        self.resized()

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        hit, chosen = self._search.hits[index], self.is_chosen(index)
        if line == 0:
            title, where = head_of(hit, width)
            return [(title, self.style_of("head", chosen=chosen)), (where, self.style_of("meta", chosen=chosen))]
        style = self.style_of("title", chosen=chosen)
        words, marks = excerpt_of(hit, width - len(_INSET))
        mark = style + Style(bold=True, underline=True)
        return [(_INSET, style), *render.marked(words, width - len(_INSET), marks, base=style, mark=mark)]


class SearchKeeper(Protocol):
    """Keeps searches in the list."""

    def is_kept(self, query: str) -> bool:
        """Whether a search is kept."""

    def toggle(self, query: str) -> None:
        """Keep a search, or keep it no longer."""


class SearchScreen(Window[Hit]):
    """Gives the result that is to be opened, or None. What is typed and found stays in `search`.

    `ask` has a query answered; the answer comes from another thread. `keeper` keeps what is typed, if that is wanted;
    `tell_articles` hears with each answer how many articles the index holds.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "open", show=False, priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1.0)", show=False),
        Binding("pageup", "page(-1.0)", show=False),
        Binding("ctrl+s", "toggle_kept", show=False),
    ]

    class Answered(Message):
        """An answer has come."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    def __init__(
        self,
        search: Search,
        ask: Callable[[str, AnswerTaker], None],
        keeper: SearchKeeper,
        tell_articles: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._search = search
        self._ask = ask
        self._keeper = keeper
        self._tell_articles = tell_articles
        self._indexing = IndexingState()
        self._rest: Timer | None = None
        self._opens_first = False  # Enter was pressed before the answer came
        self.field = Field(value=search.query, id="query")  # selected: typing replaces it
        self.field.border_title = render.content(_("Search"))
        self.results = ResultList(search)

    def compose(self) -> ComposeResult:
        with Vertical(id="search"):
            yield self.field
            yield self.results

    def on_mount(self) -> None:
        self.field.focus()
        self._show()
        self._look()

    def on_resize(self) -> None:
        self._say()

    def _show(self) -> None:
        self.results.show()
        self.results.border_subtitle = render.content(indexing_line(self._indexing, self._search.articles))
        self._say()

    def _say(self) -> None:
        """Say of the query what there is to say."""
        is_kept = self._keeper.is_kept(self._search.query)
        width = self.field.outer_size.width - _CORNERS
        self.field.border_subtitle = render.content(query_line(self._search, width, is_kept=is_kept))

    def has_answer(self) -> bool:
        """Whether what is listed was found by what is typed."""
        return self._search.is_answered

    def show_indexing(self, state: IndexingState) -> None:
        """Say how far indexing is; where nothing was found, and in the end, look again."""
        self._indexing = state
        if self.is_mounted and self.is_attached:
            self.results.border_subtitle = render.content(indexing_line(state, self._search.articles))
            has_found_nothing = self._search.is_answered and not self._search.hits
            if has_found_nothing or not state.is_running:
                self._look()

    # The query

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._read_query()

    def _read_query(self) -> None:
        """Take in what stands in the field; of its last letters the next key may come before they are told of."""
        if self.field.value == self._search.query:
            return
        self._search.query = self.field.value
        self._opens_first = False
        self._say()
        self._stop_resting()
        self._rest = self.set_timer(REST_SECONDS, self._look)

    def _stop_resting(self) -> None:
        if self._rest:
            self._rest.stop()
            self._rest = None

    def _look(self) -> None:
        """Look for what is typed."""
        self._stop_resting()
        self._ask(self._search.query, self._tell)

    def _tell(self, answer: Answer) -> None:
        self.post_message(self.Answered(answer))

    @on(Answered)
    def _take(self, event: Answered) -> None:
        if event.answer.hits is not None:
            self._tell_articles(event.answer.articles)
        if self._search.take(event.answer):
            self._show()
            if self._opens_first:
                self.action_open()

    # The results

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._search.row = self.results.cursor

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open the result at the cursor; of a query that is not answered yet, the first one once it is."""
        self._read_query()
        search = self._search
        if not search.is_answered:
            self._opens_first = True
            self._look()
        elif search.hits:
            search.row = self.results.cursor
            self.dismiss(search.hits[search.row])

    def action_toggle_kept(self) -> None:
        """Keep the query that stands there, or keep it no longer."""
        self._read_query()
        if self._search.query.strip():
            self._keeper.toggle(self._search.query)
            self._say()

    def action_leave(self) -> None:
        self._read_query()
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        self.results.move(by)

    def action_page(self, pages: float) -> None:
        self.results.page(pages)
