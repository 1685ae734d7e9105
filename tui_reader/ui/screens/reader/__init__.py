"""The reader: headline list, article, side panel. Its actions are told by what they serve, a module each."""

from __future__ import annotations

from tui_reader.ui.screens.reader.copying import Copying
from tui_reader.ui.screens.reader.program import Program
from tui_reader.ui.screens.reader.reading import Reading

__all__ = ["ReaderScreen"]


class ReaderScreen(Reading, Copying, Program):
    """The three panes and everything that can be done in them."""
