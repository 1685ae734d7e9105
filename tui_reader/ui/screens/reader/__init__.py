"""The reader: headline list, article, side panel. The screen is composed of controllers, a module each."""

from __future__ import annotations

from tui_reader.ui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
