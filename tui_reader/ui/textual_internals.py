"""What this program needs of Textual that has no public name.

A release of Textual may change these without a word, so they stand here alone, and `tests/ui/test_textual_internals.py`
tries each of them, together with the methods of Textual that our classes override or call though they are private.
"""

from __future__ import annotations

from textual._widget_navigation import Direction
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.keys import _character_to_key as character_to_key

__all__ = [
    "Direction",
    "XTermParser",
    "character_to_key",
    "driver_of",
    "is_suspended_by_textual",
    "leave_out_toasts",
    "raise_in",
]


def driver_of(app: App[int]) -> Driver | None:
    """What draws the app on the terminal; None before it runs."""
    return app._driver


def leave_out_toasts(app: App[int]) -> None:
    """Have no screen made with Textual's notices and tooltips: ours has its own line, and nothing that has tooltips."""
    app._disable_notifications = app._disable_tooltips = True


def is_suspended_by_textual(app: App[int]) -> bool:
    """Whether Textual itself gave the terminal back, so that it must be the one to take it again."""
    driver = driver_of(app)
    return driver is not None and getattr(driver, "_must_signal_resume", True)


def raise_in(app: App[int], error: Exception) -> None:
    """Let the app end with an error that was met outside its loop; call it on the loop."""
    app._handle_exception(error)
