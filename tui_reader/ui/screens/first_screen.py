"""The screen that an app starts with: it is soon there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.screen import Screen
from textual.widget import Widget


class FirstScreen(Screen[None]):
    """Its styles are made once before the first paint, and what that does not need is made later."""

    made_later: Sequence[Widget] = ()
    """What `complete` puts on it."""
    _has_been_up = False

    async def complete(self) -> None:
        """Make what the first paint does not need, unless that is done; a key may ask for it before the first paint."""
        missing = [widget for widget in self.made_later if not widget.is_attached]
        if missing and self.is_attached:  # nothing is attached once the app has ended
            await self.mount(*missing)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Textual makes all styles anew when a screen comes up: the first time, it has just made them."""
        event.refresh_styles = event.refresh_styles and self._has_been_up
        self._has_been_up = True
