"""An input whose words are safe to show, however they came into it."""

from __future__ import annotations

from textual.widgets import Input

from tui_reader.display import display_line


class Field(Input):
    """The only door from keys and pastes to an input, as `present` is for all other text."""

    def validate_value(self, value: str) -> str:
        """One code point for each: the cursor stays where it is."""
        return display_line(value)
