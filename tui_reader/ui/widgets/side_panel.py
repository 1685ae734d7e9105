"""The panel beside the article."""

from __future__ import annotations

from textual.containers import Vertical

from tui_reader.ui.view.side_shares import figure_height
from tui_reader.ui.widgets.figure_list import FigureList
from tui_reader.ui.widgets.quote_list import QuoteList

_OTHER_ROWS = 2  # of the terminal: the line above the panes, and the one below


class SidePanel(Vertical):
    """The figures above, the quotes below: each list has as much room as it needs, as far as there is any."""

    def __init__(self, figures: FigureList, quotes: QuoteList) -> None:
        super().__init__(figures, quotes, id="side")
        self._figures, self._quotes = figures, quotes

    def on_resize(self) -> None:
        self.share()

    def share(self) -> None:
        """Share the height by what the lists need now; before the first layout, the one that it will probably be."""
        height = self.size.height or self.app.size.height - _OTHER_ROWS
        if height > 0:
            self._figures.styles.height = figure_height(height, self._figures.wanted_height, self._quotes.wanted_height)
