"""The headline list on the screen: it follows what the reading list says, and news of the loader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.messages import _, ngettext
from tui_reader.session import events
from tui_reader.session.arrangement import SORTS
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.view.lines import Line

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

_OF_TITLES = (events.Analysed, events.Outlined, events.Unreadable, events.Changed, events.Divided, events.Brought)
SETTLE_SECONDS = 0.06
"""How long the list waits, when keys come fast, before it shows an article."""
FIRST_ARTICLE_SECONDS = 0.15
"""How long the first paint may wait for the article."""
REARRANGE_SECONDS = 0.5
"""How long after news of the list its rows may move: not at once, or they would move under the cursor all the time."""


class ListController:
    """What the keys do in the headline list, and what news of the loader do to it."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList) -> None:
        self._screen = screen
        self.list = reading_list
        self.is_waiting_to_rearrange = False

    # News of the loader

    def take(self, news: Sequence[events.Event]) -> None:
        """What the loader found out about entries."""
        screen = self._screen
        shown_has_changed = self.list.apply(news)
        screen.headlines.learn(event.entry_index for event in news if isinstance(event, _OF_TITLES))
        screen.headlines.say_position(self._counting())
        screen.headlines.refresh()
        screen.say_status()
        self._rearrange_soon()
        brought = [event for event in news if isinstance(event, events.Brought)]
        wanted = next((event for event in news if isinstance(event, events.Brought | events.Fetched)), None)
        if brought:
            screen.text_controller.keep_pasted(brought)
        screen.web_controller.show_opened()
        if wanted:
            self.go_to(wanted.entry_index)
        elif shown_has_changed:
            screen.article_controller.fill()
        for event in news:
            if isinstance(event, events.Compared):
                screen.say(describe_changes(event))
            elif isinstance(event, events.Failed):
                screen.warn(str(event.problem))

    def _counting(self) -> str:
        """How far the counting that an order needs has come."""
        counting = self.list.counting
        return _("{done} of {count} counted").format(done=counting[0], count=counting[1]) if counting else ""

    def _rearrange_soon(self) -> None:
        """List what is to be listed in a moment, if that may be something else than what is listed now."""
        if self.list.is_out_of_date and not self.is_waiting_to_rearrange:
            self.is_waiting_to_rearrange = True
            self._screen.set_timer(REARRANGE_SECONDS, self.settle)

    def settle(self) -> None:
        """List what is known by now, the cursor on the same entry."""
        self.is_waiting_to_rearrange = False
        current, extra = self.list.current, self.list.cursor.extra
        if self.list.settle():
            self.show_order()
            if self.list.current == current == self.list.shown:
                self._screen.headlines.extra = extra

    def show_order(self) -> None:
        """Show the entries as they are arranged now, and the one at the cursor."""
        empty = _("no article has these words") if self.list.arrangement.words else _EMPTY[self.list.arrangement.view]()
        self._screen.headlines.empty_text = empty
        self._screen.headlines.show_order()
        self.catch_up()
        self._screen.say_status()

    # Moving in the list

    def follow_cursor(self) -> None:
        """The cursor has moved: show its article once keys have come to rest."""
        self._screen.set_timer(SETTLE_SECONDS, self.catch_up)

    def catch_up(self) -> None:
        """Show the entry at the cursor; at a saved search or a feed, what is shown stays."""
        if self.list.search is not None or self.list.feed is not None:
            return
        if self.list.current == self.list.shown:
            self._screen.article_controller.fill_related()
        else:
            self.show(self.list.current)

    def open_first(self) -> None:
        """Show the entry at the cursor on the first screen, with its article if that is ready in time."""
        current = self.list.current
        if current is not None and not self.list.collection.entries[current].heeded:
            self.list.apply(self._screen.loader.open_begun(current, FIRST_ARTICLE_SECONDS))
        self.show(current)
        self._screen.pane_controller.fit()

    def show(self, index: int | None) -> None:
        """Bring an entry into the article pane, at the place where it was left."""
        self.list.show(index)
        self._screen.article_controller.fill()
        self._rearrange_soon()

    def go_to(self, index: int) -> None:
        """Open an entry, whatever the list shows now."""
        self._screen.jump_controller.leave()
        self.open_at(index)

    def open_at(self, index: int) -> None:
        """Open an entry at the place where it was left."""
        self.list.go_to(index)
        self.show_order()
        self._screen.article_controller.fill()

    def hasten_titles(self) -> None:
        """Other entries came into sight: their titles come before others."""
        in_sight = map(self.list.rows.entry_at, self._screen.headlines.in_sight())
        self._screen.loader.show(index for index in in_sight if index is not None)

    def leave_edge(self, by: int) -> None:
        """At the first or last row, list what came in meanwhile before the cursor moves; say when more is to come."""
        cursor = self.list.cursor
        if not cursor.would_leave(by):
            return
        self.settle()
        known, count = self.list.collection.known, len(self.list.collection)
        if by > 0 and cursor.would_leave(by) and known < count and self.list.arrangement.needs_all:
            self._screen.say(_("the last one so far: {done} of {count} are read").format(done=known, count=count))

    def step(self, by: int) -> None:
        """To the next or the previous article, from whichever pane."""
        self._screen.jump_controller.leave()
        self.leave_edge(by)
        self.list.step(by)
        self._screen.headlines.follow_cursor()
        self.catch_up()
        if self._screen.pane_controller.active is self._screen.article:
            self.mark_read()

    def step_unread(self, by: int) -> None:
        """To the next or the previous unread article, round the end of the list."""
        if self.list.step_unread(by):
            self._screen.headlines.follow_cursor()
            self.catch_up()
        else:
            self._screen.say(_("no other unread article"))

    def open_current(self) -> bool:
        """Open what is at the cursor: the article, in a window a related headline or a saved search, or in the list the
        articles of a feed.

        Returns whether it is the article.
        """
        if self._screen.headlines.chosen_related:
            self._screen.link_controller.show_related()
        elif self.list.search is not None:
            self._screen.search_controller.open(self.list.search)
        elif self.list.feed is not None:
            self.list.list_feed(self.list.feed)
            self.show_order()
        else:
            self.show(self.list.current)
            self.mark_read()
            return True
        return False

    def remove(self) -> None:
        """Remove what the reader has put into the list: a saved search, a feed, or an article that is in no file."""
        if self._screen.pane_controller.in_list and self.list.search is not None:
            self._screen.saved_search_controller.toggle(self.list.search)
        elif self._screen.pane_controller.in_list and self.list.feed is not None:
            self._screen.feed_controller.unfollow(self.list.feed)
        elif self.target is None or not self._screen.web_controller.remove(self.target):
            self._screen.text_controller.remove()

    def show_details(self) -> None:
        """Show what is known of the feed at the cursor, or of what the cursor of the article stands on."""
        if self._screen.pane_controller.in_list and self.list.feed is not None:
            self._screen.feed_controller.show(self.list.feed)
        else:
            self._screen.correction_controller.show()

    # Views and orders

    def filter_by(self, words: str) -> None:
        """List the entries that have all of these words."""
        self.list.arrange_by(words=words)
        self.show_order()
        self._screen.find_controller.begin_anew()

    def leave_feed(self) -> None:
        """List everything again."""
        self.list.leave_feed()
        self.show_order()

    def put_cursor(self, index: int | None) -> None:
        """Put the cursor on an entry, where it is listed."""
        if index is not None:
            self.list.put_cursor(index)
            self._screen.headlines.follow_cursor()
            self.catch_up()

    def change_view(self) -> None:
        """List the next of all, the unread and the starred articles."""
        self.list.change_view()
        self.show_order()

    def choose_sort(self) -> None:
        """Choose the order of the list."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        def chosen(name: object) -> None:
            if isinstance(name, str):
                self.list.change_sort(name)
                self.show_order()

        lines = [Line(_(words), name) for name, words in SORTS.items()]
        self._screen.app.push_screen(Choice(_("Order of the list"), lines, self.list.arrangement.sort), chosen)

    def toggle_folding(self) -> None:
        """Copies and near-duplicates on their own, or folded into the first of them."""
        if not any(entry.folded or entry.names for _index, entry in self.list.collection.entries.kept()):
            self._screen.say(_("no articles that are the same, or nearly"))
            return
        self.list.arrange_by(unfolded=not self.list.arrangement.unfolded)
        self.show_order()

    # Read, starred

    @property
    def target(self) -> int | None:
        """The entry that a key means: the one shown, in the list the one at the cursor."""
        return self.list.current if self._screen.pane_controller.in_list else self.list.shown

    def toggle_star(self) -> None:
        """Star the article, or take the star away."""
        if self.target is not None:
            self.list.toggle_star(self.target)
            self.refresh()

    def toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        if self.target is not None:
            self.list.toggle_read(self.target)
            self.refresh()

    def mark_all_read(self) -> None:
        """Everything in the list as it is arranged counts as read."""
        description = self.list.mark_all_read()
        if description is None:
            self._screen.say(_("no unread article in this list"))
            return
        self.refresh()
        self._screen.say(_("{deed} · u undoes it").format(deed=description))

    def mark_read(self) -> None:
        """The shown article counts as read; of a teaser, the page is fetched."""
        if self.list.mark_shown_read():
            self.refresh()
        self._screen.web_controller.open_teaser(self.list.shown)

    def refresh(self) -> None:
        """Show what was done with entries."""
        self._screen.headlines.refresh()
        self._screen.say_status()
        self._rearrange_soon()

    def undo(self) -> None:
        """Take back what was done last."""
        before = (self.list.arrangement, self.list.rows)
        description = self.list.undo_stack.undo()
        if description is None:
            self._screen.say(_("nothing to undo"))
            return
        if (self.list.arrangement, self.list.rows) != before:
            self.show_order()
        self.refresh()
        self._screen.say(_("undone: {deed}").format(deed=description))


def describe_changes(compared: events.Compared) -> str:
    """What looking again has found, in words."""
    new, changed, gone = compared.new, compared.changed, compared.gone
    parts = [
        new and ngettext("{count} new", "{count} new", new).format(count=new),
        changed and ngettext("{count} changed", "{count} changed", changed).format(count=changed),
        gone and ngettext("{count} gone", "{count} gone", gone).format(count=gone),
    ]
    return ", ".join(part for part in parts if part) or _("nothing has changed")


_EMPTY: dict[str, Callable[[], str]] = {
    "all": lambda: "",
    "unread": lambda: _("no unread article"),
    "starred": lambda: _("no starred article; s stars one"),
}
