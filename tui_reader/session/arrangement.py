"""Which entries the list shows, and in which order. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tui_reader.analysis.text.find import loose
from tui_reader.messages import N_, _
from tui_reader.session.entries import Entries, Entry
from tui_reader.session.feeds import FeedRow

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
    "name": lambda entry: loose(entry.input.name),
    "title": lambda entry: loose(entry.shown_title),
    "date": lambda entry: (entry.day is None, _backwards(entry.day or "")),
    "site": lambda entry: (entry.site is None, loose(entry.site or ""), loose(entry.shown_title)),
    "length": lambda entry: (entry.length is None, -(entry.length or 0)),
    "figures": lambda entry: (entry.figures is None, -(entry.figures or 0)),
    "quotes": lambda entry: (entry.quotes is None, -(entry.quotes or 0)),
}


class Arrangement(NamedTuple):
    """A view, an order, the words of a filter, whether near-duplicates stand in the list on their own, and the feed or
    the folder of feeds that is listed alone.

    An entry passes the filter when it has each of the words, wherever.
    """

    view: str = "all"
    sort: str = "opened"
    words: str = ""
    unfolded: bool = False
    feed: FeedRow | None = None

    @property
    def needs_all(self) -> bool:
        """Whether something has to be known of every entry to tell which are shown, and in which order."""
        return bool(self.words.strip()) or self.sort != "opened"

    def described(self) -> str:
        """View, order and filter in words, each behind a point; empty where the list is as at first."""
        parts = [_(VIEWS[self.view])] if self.view != "all" else []
        parts += [_(SORTS[self.sort])] if self.sort != "opened" else []
        parts += [self.feed.name] if self.feed else []
        parts += [f"/{self.words}"] if self.words else []
        return "".join(f" · {part}" for part in parts)


def arranged(entries: Entries, by: Arrangement, sticky: int | None = None) -> Sequence[int]:
    """The indices of the entries that are shown, in order; of those with the same text, or nearly, one, while folded.

    Texts that came without a file are last in every order.
    The entry `sticky` is shown in any case: the one that the reader is at does not vanish under the cursor.
    """
    if by.needs_all:
        return _arranged_by_all(entries, by, sticky)
    is_shown = {index: is_listed(entry, by) for index, entry in entries.kept()}
    if sticky is not None:
        is_shown[sticky] = True
    others_are_shown = by.view != "starred" and by.feed is None  # what nothing is known of is unread, and not starred
    order = entries.as_opened()
    if others_are_shown and all(is_shown.values()):
        return order
    return [index for index in order if is_shown.get(index, others_are_shown)]


def _arranged_by_all(entries: Entries, by: Arrangement, sticky: int | None) -> Sequence[int]:
    """As `arranged`, where something has to be known of every entry."""
    shown = _shown(entries, by)
    if sticky is not None:
        shown.add(sticky)
    key = _KEYS.get(by.sort)
    if key is None:
        return [index for index in entries.as_opened() if index in shown]
    return sorted(sorted(shown), key=lambda index: (entries[index].input.is_without_file, key(entries[index])))


def _shown(entries: Entries, by: Arrangement) -> set[int]:
    """The indices of the entries that are shown; of an input that was not read yet, the name alone is looked at."""
    sought = loose(by.words).split()
    kept = dict(entries.kept())
    shown = {index for index, entry in kept.items() if _is_shown(entry, by, sought)}
    if by.view != "starred" and by.feed is None:
        unread = ((index, one.name) for index, one in enumerate(entries.inputs) if index not in kept)
        shown.update(index for index, name in unread if not sought or _has_all(loose(name), sought))
    return shown


def _has_all(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def is_listed(entry: Entry, by: Arrangement) -> bool:
    """Whether an arrangement lists an entry."""
    return _is_shown(entry, by, loose(by.words).split())


def _is_shown(entry: Entry, by: Arrangement, sought: Sequence[str]) -> bool:
    is_folded = entry.same_as is not None or entry.alike is not None
    if by.feed and entry.input.path not in by.feed.addresses:
        return False
    if entry.removed or (is_folded and not by.unfolded and by.feed is None):  # a feed alone is listed whole
        return False
    if (by.view == "unread" and entry.read) or (by.view == "starred" and not entry.starred):
        return False
    return all(word in entry.sought or any(word in loose(name) for name in entry.names) for word in sought)


def _backwards(day: str) -> list[int]:
    """A sort key that puts later text first."""
    return [-ord(character) for character in day]
