"""The line at the top: what is open, which entries are listed, and which view of the text is shown. No widget here."""

from __future__ import annotations

from tui_reader.messages import _, ngettext
from tui_reader.session.reading_list import ReadingList


def shows_raw(reading_list: ReadingList) -> bool:
    """Whether the raw text is shown: because one asked for it, or since there is no cleaned one."""
    entry = reading_list.shown_entry
    return entry is not None and (entry.raw or reading_list.shown_article is None)


def status_line(reading_list: ReadingList, width: int) -> str:
    """The line for a terminal of `width` cells; the view is named on the narrowest, too."""
    collection = reading_list.collection
    count, unread = len(collection) - collection.removed, collection.unread
    articles = ngettext("{count} article", "{count} articles", count).format(count=count)
    unread_words = ngettext("{count} unread", "{count} unread", unread).format(count=unread)
    view = _("Raw") if shows_raw(reading_list) else _("Cleaned")
    wordings = (
        f" tui-reader   {unread_words} · {articles}{reading_list.arrangement.described()}",
        f" {unread_words} · {articles}",
        f" {unread_words}",
        "",
    )
    room = width - len(view) - 2
    left = next((words for words in wordings if len(words) <= room), "")
    return f"{left:<{max(room, 0)}} {view}"
