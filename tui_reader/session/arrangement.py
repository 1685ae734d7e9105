"""Which entries the list shows, and in which order. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tui_reader.messages import N_
from tui_reader.session.collection import Entry
from tui_reader.session.find import loose

VIEWS = {"all": N_("all"), "unread": N_("unread"), "starred": N_("starred")}
SORTS = {
    "opened": N_("as opened"),
    "name": N_("by name"),
    "title": N_("by title"),
    "date": N_("by date, newest first"),
    "site": N_("by site"),
    "length": N_("by length, longest first"),
    "figures": N_("by number of figures"),
    "quotes": N_("by number of quotes"),
}
COUNTED = ("figures", "quotes")
"""Orders that need every article analysed."""

_KEYS: dict[str, Callable[[Entry], Any]] = {  # an entry of which the key is not known comes last
    "opened": lambda entry: entry.opened,
    "name": lambda entry: loose(entry.input.name),
    "title": lambda entry: loose(entry.shown_title),
    "date": lambda entry: (entry.day is None, _backwards(entry.day or "")),
    "site": lambda entry: (entry.site is None, loose(entry.site or ""), loose(entry.shown_title)),
    "length": lambda entry: (entry.length is None, -(entry.length or 0)),
    "figures": lambda entry: (entry.figures is None, -(entry.figures or 0)),
    "quotes": lambda entry: (entry.quotes is None, -(entry.quotes or 0)),
}


class Arrangement(NamedTuple):
    """A view, an order, the words of a filter, and whether near-duplicates stand in the list on their own."""

    view: str = "all"
    sort: str = "opened"
    words: str = ""
    unfolded: bool = False


def arranged(entries: Sequence[Entry], by: Arrangement, sticky: int | None = None) -> Sequence[int]:
    """The indices of the entries that are shown, in order; of entries with the same text, one is shown.

    The entry `sticky` is shown in any case: the one that the reader is at does not vanish under the cursor.
    """
    words = loose(by.words).strip()
    shown = [index for index, entry in enumerate(entries) if index == sticky or _is_shown(entry, by, words)]
    key = _KEYS[by.sort]
    shown.sort(key=lambda index: key(entries[index]))
    return shown


def is_listed(entry: Entry, by: Arrangement) -> bool:
    """Whether an arrangement lists an entry."""
    return _is_shown(entry, by, loose(by.words).strip())


def _is_shown(entry: Entry, by: Arrangement, sought: str) -> bool:
    if entry.same_as is not None or (entry.alike is not None and not by.unfolded):
        return False
    if (by.view == "unread" and entry.read) or (by.view == "starred" and not entry.starred):
        return False
    return not sought or sought in entry.sought or any(sought in loose(name) for name in entry.names)


def _backwards(day: str) -> list[int]:
    """A sort key that puts later text first."""
    return [-ord(character) for character in day]
