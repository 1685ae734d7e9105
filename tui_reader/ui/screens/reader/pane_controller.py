"""The panes: which one has the keys, which are on the screen, and moving in the one that has the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui_reader.messages import _
from tui_reader.session.view_state import NARROWEST_LIST, WIDEST_LIST
from tui_reader.ui.widgets.article_view import ArticleView
from tui_reader.ui.widgets.figure_list import FigureList
from tui_reader.ui.widgets.headline_list import HeadlineList
from tui_reader.ui.widgets.quote_list import QuoteList

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

Pane = HeadlineList | ArticleView | FigureList | QuoteList

_LEAST_ARTICLE = 40  # cells that the list leaves to the article
_SIDE_SHARE, _WIDEST_SIDE = 0.28, 48  # of the side panel where three panes stand beside one another, as in app.tcss
STEP = 4  # cells by which the list grows or shrinks
_CLASS_AT: dict[type, str] = {
    HeadlineList: "-at-list",
    ArticleView: "-at-article",
    FigureList: "-at-side",
    QuoteList: "-at-side",
}
"""The class that the screen has while a pane has the keys: on a narrow terminal it is the only one to be seen."""


class PaneController:
    """Which pane acts on keys. On a narrow terminal it takes the place of the others."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen

    @property
    def active(self) -> Pane:
        """The pane that the keys act on."""
        focused = self._screen.focused
        return focused if isinstance(focused, Pane) else self._screen.headlines

    @property
    def in_list(self) -> bool:
        """Whether the keys act on the headline list."""
        return self.active is self._screen.headlines

    def on_screen(self) -> Sequence[Widget]:
        """The panes in order, those of the side panel only while it is on."""
        screen = self._screen
        if screen.has_class("-zen"):
            return [screen.article]
        side: list[Widget] = [screen.figures, screen.quotes] if screen.has_class("-side") else []
        return [screen.headlines, screen.article, *side]

    def focus(self, pane: Widget) -> None:
        """Give a pane the keys."""
        screen = self._screen
        if pane is not screen.article:
            screen.remove_class("-zen")
        for name in dict.fromkeys(_CLASS_AT.values()):
            screen.set_class(_CLASS_AT[type(pane)] == name, name)
        screen.set_focus(pane, scroll_visible=False)

    def follow_focus(self, widget: Widget) -> None:
        """A pane got the keys by a click or by Textual's own doing."""
        screen = self._screen
        if widget is screen.focused and widget in self.on_screen() and not screen.has_class(_CLASS_AT[type(widget)]):
            self.focus(widget)

    def focus_next(self, by: int) -> None:
        """Give the keys to the next pane, or the previous one."""
        panes, active = self.on_screen(), self.active
        index = panes.index(active) if active in panes else -1  # a pane that is hidden may have the keys: zen, find
        self.focus(panes[(index + by) % len(panes)])

    def move(self, by: int) -> None:
        """Move by rows in the active pane; at the edge of the list, what has come in since is listed first."""
        if self.in_list:
            self._screen.list_controller.leave_edge(by)
        self.active.move(by)
        self.show_selected()

    def page(self, pages: float) -> None:
        """Move by pages in the active pane."""
        self.active.page(pages)
        self.show_selected()

    def go_to_edge(self, *, end: bool) -> None:
        """Go to the end or the beginning of the active pane."""
        if self.active is self._screen.article:
            self._screen.jump_controller.leave()
        self.active.edge(end)
        self.show_selected()

    def show_selected(self) -> None:
        """Show the figure or quote at the cursor of the side panel in the article: the next key may act on it."""
        if self.active is self._screen.figures:
            self._screen.article_controller.follow_figure()
        elif self.active is self._screen.quotes:
            self._screen.article_controller.follow_quote()

    # How much room they have

    def change_list_width(self, by: int) -> None:
        """Make the headline list narrower or wider."""
        screen = self._screen
        before = screen.headlines.outer_size.width
        width = self._fitting(min(WIDEST_LIST, before + by * STEP))
        screen.view_state.change("list_width", width)
        self.fit()
        words = _("list of {count} cells") if width != before else _("list of {count} cells: the limit")
        screen.say(words.format(count=width))

    def fit(self) -> None:
        """Give the list the width that the reader wants, where it stands beside other panes."""
        screen, width = self._screen, self._screen.view_state.list_width
        is_alone = screen.has_class("-one")
        styles = screen.headlines.styles
        if width is None or is_alone:
            styles.clear_rule("width")
            styles.clear_rule("max_width")
        else:
            styles.width = styles.max_width = self._fitting(width)

    def _fitting(self, width: int) -> int:
        """A width of the list that leaves room for the article, beside the side panel where three panes stand."""
        columns = self._screen.app.size.width
        are_three = self._screen.has_class("-three") and self._screen.has_class("-side")
        side = min(_WIDEST_SIDE, round(_SIDE_SHARE * columns)) if are_three else 0
        return max(NARROWEST_LIST, min(width, columns - side - _LEAST_ARTICLE))

    # What is on the screen

    def toggle_zen(self) -> None:
        """The article alone, or all panes."""
        self.focus(self._screen.article)
        self._screen.toggle_class("-zen")

    def toggle_side(self) -> None:
        """The side panel on or off."""
        screen = self._screen
        if screen.has_class("-side") and self.active in (screen.figures, screen.quotes):
            self.focus(screen.article)
        screen.toggle_class("-side")
        self.fit()
        screen.view_state.change("side", screen.has_class("-side"))

    def focus_side(self, pane: FigureList | QuoteList) -> None:
        """Give the keys to a pane of the side panel, which is then there."""
        self._screen.add_class("-side")
        self.fit()
        self._screen.view_state.change("side", True)
        self.focus(pane)
