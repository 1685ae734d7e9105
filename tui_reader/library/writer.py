"""Writing to the library off the loop: what the reader did is in the file within a second."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from tui_reader.errors import LibraryError
from tui_reader.library.status import Library
from tui_reader.library.values import (
    ArticleKey,
    Change,
    Clipping,
    Status,
    StatusChange,
    Written,
)

ClippingsReader = Callable[[Sequence[Clipping] | None], None]

GATHER_SECONDS = 0.4
"""Deeds of this long are written together: scrolling changes the place many times a second."""
MOST_CLOSING_SECONDS = 6.0
"""How long leaving may wait for the last write: a little longer than for another instance's."""


def _tell_nobody(_written: Sequence[Written]) -> None:
    """What a writer does when changes are written and nobody waits for it."""


class LibraryWriter:
    """A thread that writes what the reader does; `report` is called from it when that cannot be written.

    Changes of clippings, corrections, texts and searches are written at once. `tell_written` is called from the thread
    with the deeds and changes that were written. What could not be written is tried again with the next deed, and when
    the writer is closed. It also reads the clippings, once all that it was told before is written.
    """

    def __init__(
        self,
        library: Library,
        report: Callable[[LibraryError], None],
        tell_written: Callable[[Sequence[Written]], None] = _tell_nobody,
    ) -> None:
        self._library = library
        self._report = report
        self._tell_written = tell_written
        self._changes: list[Change] = []
        self._deeds: dict[ArticleKey, Status] = {}
        self._settings: dict[str, Any] = {}
        self._readers: list[ClippingsReader] = []
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    def keep(self, deed: StatusChange) -> None:
        """Have a deed written."""
        with self._changed:
            self._deeds[deed.where] = self._deeds.get(deed.where, Status()).then(deed.status)
            self._changed.notify()

    def keep_change(self, change: Change) -> None:
        """Have a change of something that has a row of its own written."""
        self.keep_changes([change])

    def keep_changes(self, changes: Sequence[Change]) -> None:
        """Have changes written together."""
        with self._changed:
            self._changes += changes
            self._changed.notify()

    def read_clippings(self, tell: ClippingsReader) -> None:
        """Have all clippings read, and `tell` called from the thread with them; with None if they cannot be."""
        with self._changed:
            self._readers.append(tell)
            self._changed.notify()

    def set(self, name: str, value: Any) -> None:
        """Have a setting written."""
        with self._changed:
            self._settings[name] = value
            self._changed.notify()

    def close(self) -> None:
        """Write what is left, and close the library."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(MOST_CLOSING_SECONDS)

    def _run(self) -> None:
        closing = False
        while not closing:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._is_asked or self._deeds or self._settings)
                self._changed.wait_for(lambda: self._closing or self._is_asked, GATHER_SECONDS)
                closing = self._closing
                readers, self._readers = self._readers, []
                deeds, self._deeds = self._deeds, {}
                settings, self._settings = self._settings, {}
                changes, self._changes = self._changes, []
            status_changes = [StatusChange(*deed) for deed in deeds.items()]
            try:
                if deeds or settings or changes:
                    self._library.keep(status_changes, settings, changes)
                if deeds or changes:
                    self._tell_written([*status_changes, *changes])
            except LibraryError as error:
                self._report(error)
                self._answer(readers, is_written=False)
                self._take_back(deeds, settings, changes, closing=closing)
            except Exception as defect:
                self._report(LibraryError(str(self._library.path), f"{type(defect).__name__}: {defect}"))
                self._answer(readers, is_written=False)
            else:
                self._answer(readers, is_written=True)
        self._library.close()

    @property
    def _is_asked(self) -> bool:
        """Whether somebody waits for what is done at once."""
        return bool(self._changes or self._readers)

    def _answer(self, readers: Sequence[ClippingsReader], *, is_written: bool) -> None:
        """Read the clippings for those who wait for them, unless what was done here is not in the library."""
        stored = None
        try:
            stored = self._library.clippings() if readers and is_written else None
        except LibraryError as error:
            self._report(error)
        for tell in readers:
            tell(stored)

    def _take_back(
        self,
        deeds: dict[ArticleKey, Status],
        settings: dict[str, Any],
        changes: list[Change],
        *,
        closing: bool,
    ) -> None:
        """Hold what could not be written until the reader does something more."""
        with self._changed:
            for where, status in deeds.items():
                self._deeds[where] = status.then(self._deeds.get(where, Status()))
            self._settings = {**settings, **self._settings}
            self._changes = [*changes, *self._changes]
            if not closing:
                seen = (dict(self._deeds), dict(self._settings), list(self._changes))
                self._changed.wait_for(
                    lambda: self._closing or self._readers or (self._deeds, self._settings, self._changes) != seen
                )
