"""What the reader is told in passing: one notice at a time, and a log of them all. No widget here."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from typing import Literal

import msgspec

Severity = Literal["information", "warning", "error"]

SECONDS = 4.0
"""How long information is shown."""
MOST_LOGGED = 1000


def _now() -> datetime:
    return datetime.now().astimezone()


class Notice(msgspec.Struct, frozen=True, eq=False):
    """Something that is told, at a moment in local time; two notices with the same words are not the same."""

    text: str
    severity: Severity = "information"
    told: datetime = msgspec.field(default_factory=_now)

    @property
    def is_pressing(self) -> bool:
        """Whether it stays until a key is pressed."""
        return self.severity != "information"


class NoticeBoard:
    """Which notice is shown, and which were told so far.

    A later notice takes the place of an earlier one; but information waits until a key was pressed on a warning or an
    error. While the board is covered nothing is shown, and what is told waits.
    """

    def __init__(self) -> None:
        self.log: deque[Notice] = deque(maxlen=MOST_LOGGED)
        self.is_covered = False
        self._pressing: Notice | None = None  # the last one on which no key was pressed yet
        self._pressing_count = 0  # how many there are of these
        self._information: Notice | None = None

    @property
    def shown(self) -> Notice | None:
        """The notice to show now."""
        return None if self.is_covered else self._pressing or self._information

    @property
    def further(self) -> int:
        """How many warnings and errors have lost their place to the one shown before a key was pressed."""
        return max(0, self._pressing_count - 1)

    def tell(self, notice: Notice) -> None:
        """Show a notice, now or when its turn has come."""
        self.log.append(notice)
        if notice.is_pressing:
            self._pressing = notice
            self._pressing_count += 1
            self._information = None
        else:
            self._information = notice

    def end(self, notice: Notice) -> None:
        """The time of a notice is over."""
        if self._information is notice:
            self._information = None

    def press_key(self) -> None:
        """A key was pressed: the warnings and errors that were there to be seen go."""
        if not self.is_covered:
            self._pressing = None
            self._pressing_count = 0

    def open_window(self) -> None:
        """A window opened: information about what was done before goes."""
        self._information = None
