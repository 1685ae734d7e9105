"""A box of lines over the reader: to choose one of, or only to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui_reader.analysis.text.find import loose
from tui_reader.messages import _
from tui_reader.ui.screens.prompt import Prompt
from tui_reader.ui.screens.window import Window
from tui_reader.ui.view import render
from tui_reader.ui.view.lines import Line, wrapped
from tui_reader.ui.widgets.row_list import RowList

WIDEST = 100
_CORNERS = 6  # cells of a border that its words leave free


class ChoiceList(RowList):
    """The lines; the cursor passes over those that cannot be chosen, unless none can."""

    def __init__(self, lines: Sequence[Line], first: object) -> None:
        super().__init__("choice")
        self.source = lines
        self.hints: Sequence[str] = ()  # what the foot says, the longest first
        self.lines: list[Line] = []
        self._first_rows: list[int] = []  # of each row, the first one of its line
        self.wanted = first if first is not None else next((line.value for line in lines if line.value), None)
        self.wrap(WIDEST)

    def wrap(self, width: int) -> None:
        """Wrap the lines to a width, the cursor on the same one, and take the rows they need."""
        wanted = self.chosen or self.wanted
        self.lines, self._first_rows = [], []
        for line in self.source:
            rows = list(wrapped([line], width))
            self._first_rows += [len(self.lines)] * len(rows)
            self.lines += [rows[0], *(row._replace(value=None) for row in rows[1:])]
        self.styles.height = len(self.lines) + 2
        self.set_count(len(self.lines), next((at for at, one in enumerate(self.lines) if one.value == wanted), 0))

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width
        if width:
            self.wrap(width)
            self.show_hint()

    def show_hint(self) -> None:
        """Show at the foot the longest hint that has room."""
        room = self.outer_size.width - _CORNERS
        hint = next((one for one in self.hints if cell_len(one) <= room), self.hints[-1])
        self.border_subtitle = render.content(hint)

    def move(self, by: int) -> None:
        if not any(line.value is not None for line in self.lines):
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True, immediate=True)
            return
        at = max(0, min(self.cursor + by, self.count - 1))
        step = 1 if by > 0 else -1
        onward = range(at, self.count if by > 0 else -1, step)
        back = range(at, self.cursor, -step)
        self.cursor = next((one for one in (*onward, *back) if self.lines[one].value is not None), self.cursor)

    def show_cursor(self) -> None:
        """Bring the line at the cursor into sight; above the first that can be chosen, what stands there, too."""
        super().show_cursor()
        hidden = self._last_row + 1 - self.scroll_offset.y - self.scrollable_content_region.height
        if self.scrollable_content_region.height and hidden > 0:
            y = min(self.cursor, self.scroll_offset.y + hidden)
            self.scroll_to(y=y, animate=False, force=True, immediate=True)
        if self.chosen is not None and not any(line.value is not None for line in self.lines[: self.cursor]):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    @property
    def _last_row(self) -> int:
        """The last row that belongs to the line at the cursor: of its words, and of what is said of it below."""
        below = range(self.cursor + 1, self.count)
        is_other = (at for at in below if self.lines[at].value is not None or not self.lines[at].text.strip())
        return next(is_other, self.count) - 1

    def page(self, pages: float) -> None:
        self.move(round(pages * max(1, self.size.height)) or (1 if pages > 0 else -1))

    def edge(self, end: bool) -> None:
        choosable = [at for at, line in enumerate(self.lines) if line.value is not None]
        if choosable:
            self.cursor = choosable[-1 if end else 0]
        else:
            super().edge(end)

    @property
    def chosen(self) -> object:
        """What the line at the cursor gives."""
        return self.lines[self.cursor].value if self.cursor < len(self.lines) else None

    def is_chosen(self, index: int) -> bool:
        return self.chosen is not None and self._first_rows[index] == self._first_rows[self.cursor]

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:  # noqa: ARG002
        item = self.lines[index]
        style = self.style_of(item.look, chosen=self.is_chosen(index))
        mark = self.style_of("key") if item.look == "help" else style + Style(bold=True, underline=True)
        return render.marked(item.text, width, item.marks, base=style, mark=mark)


class Choice(Window[object]):
    """Gives the value of the line that is chosen, or None. `on_move` hears of each line the cursor comes to.

    `hints` are what the foot may say, the longest first: the first that has room stands there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "leave", show=False),
        Binding("enter,l,right", "choose", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("g,home", "edge(False)", show=False),
        Binding("G,end", "edge(True)", show=False),
        Binding("ctrl+d,space,pagedown", "page(0.5)", show=False),
        Binding("ctrl+u,b,pageup", "page(-0.5)", show=False),
    ]

    def __init__(
        self,
        title: str,
        lines: Sequence[Line],
        chosen: object = None,
        on_move: Callable[[object], None] | None = None,
        hints: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.list = ChoiceList(lines, chosen)
        self.list.border_title = render.content(title)
        self.list.hints = hints or (_("Enter chooses, Esc closes"),)
        self.on_move = on_move

    def compose(self) -> ComposeResult:
        yield self.list

    def relist(self, title: str, lines: Sequence[Line]) -> None:
        """List other lines, the cursor on the one with the same value, else at the same row."""
        row, chosen = self.list.cursor, self.list.chosen
        self.list.source = lines
        self.list.wrap(self.list.scrollable_content_region.width or WIDEST)
        self.list.border_title = render.content(title)
        if chosen is not None and self.list.chosen != chosen:
            self.list.cursor = min(row, max(0, self.list.count - 1))
            self.list.move(0)

    def on_mount(self) -> None:
        self.list.focus()

    @on(RowList.Moved)
    def tell(self) -> None:
        if self.on_move and self.is_active and self.list.chosen is not None:
            self.on_move(self.list.chosen)

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        if self.list.chosen is not None:
            self.dismiss(self.list.chosen)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        self.list.move(by)

    def action_edge(self, end: bool) -> None:
        self.list.edge(end)

    def action_page(self, pages: float) -> None:
        self.list.page(pages)


class FilteredChoice(Choice):
    """A choice that a filter narrows: `/` asks for words, and what closes it drops them first.

    Subclasses say what they list while `words` are sought.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "filter", show=False)]

    words = ""
    """What the filter is to find; empty without one."""

    def show_filtered(self) -> None:
        """List what has the words."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Type the words."""

        def typed(text: str | None) -> None:
            if text is not None:
                self._seek(text)

        self.app.push_screen(Prompt(_("Filter"), self.words), typed)

    def action_leave(self) -> None:
        """Drop the filter first."""
        if self.words:
            self._seek("")
        else:
            super().action_leave()

    def _seek(self, text: str) -> None:
        self.words = text
        self.show_filtered()


class LongChoice(FilteredChoice):
    """A choice among many lines; the filter leaves those that have all of its words, wherever."""

    def __init__(
        self, title: str, lines: Sequence[Line], chosen: object = None, on_move: Callable[[object], None] | None = None
    ) -> None:
        hints = (_("Enter chooses, / filters, Esc closes"), _("Enter chooses, Esc closes"))
        super().__init__(title, lines, chosen, on_move, hints)
        self._title = title
        self._every_line = lines

    def offer(self, title: str, lines: Sequence[Line]) -> None:
        """Offer these lines instead, of which the filter leaves some; the cursor stays on the same one."""
        self._title, self._every_line = title, lines
        self.show_filtered()

    def show_filtered(self) -> None:
        sought = loose(self.words).split()
        fitting = [line for line in self._every_line if all(word in loose(line.text) for word in sought)]
        title = f"{self._title} · /{self.words}" if self.words else self._title
        self.relist(title, fitting or [Line(_("nothing here has these words"), look="meta")])
