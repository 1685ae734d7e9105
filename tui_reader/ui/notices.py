"""What is told in passing."""

from __future__ import annotations

from textual.notifications import Notification

LEAST = 0.01  # seconds


class Notice(Notification):
    """A notice with some time left for as long as anybody asks.

    A window that opens in the moment in which a notice expires shows it once more; Textual would start a timer of less
    than no time, which never ends and lets nothing else run.
    """

    @property
    def time_left(self) -> float:
        return max(LEAST, super().time_left)

    @property
    def has_expired(self) -> bool:
        return super().time_left <= 0
