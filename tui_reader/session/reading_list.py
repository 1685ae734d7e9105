"""The headline list without a screen: what it lists, where its cursor is, and which article is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from tui_reader.library.values import CorrectionChange, Status
from tui_reader.messages import _, ngettext
from tui_reader.model import Article, Correction
from tui_reader.session import events
from tui_reader.session.arrangement import COUNTED, VIEWS, Arrangement, arranged, is_listed
from tui_reader.session.collection import Collection
from tui_reader.session.corrections import reversed_changes
from tui_reader.session.entries import Entry
from tui_reader.session.feeds import FeedCount, FeedRow, Feeds
from tui_reader.session.list_rows import ListRows, rows_of
from tui_reader.session.row_cursor import RowCursor
from tui_reader.session.saved_searches import SavedSearches
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState


class ArticleLoader(Protocol):
    """What the list asks of the loader."""

    def want(self, index: int, corrections: tuple[Correction, ...] = ()) -> None:
        """The reader waits for this article, and for no other."""

    def outline_all(self) -> None:
        """Something is to be known of all inputs, also of those that are not in sight."""

    def count_all(self) -> None:
        """The figures and quotes of all articles are to be counted."""


def _do_nothing(_index: int, _before: Article | None, _after: Article | None) -> None:
    """What follows a correction where there is no screen."""


class ReadingList:
    """The entries of a collection as they are arranged, and the one that is shown in the article pane.

    `rows` holds the listed entries, below the saved searches and the feeds; `cursor` is one of its rows. News of the
    loader, and what the reader does with entries, may change what is to be listed: the list `is_out_of_date` then. It
    is arranged anew when `settle` is called, so that rows do not move under the cursor all the time.
    """

    def __init__(
        self,
        collection: Collection,
        view_state: ViewState,
        loader: ArticleLoader,
        undo_stack: UndoStack,
        *,
        searches: SavedSearches | None = None,
        feeds: Feeds | None = None,
    ) -> None:
        self.collection = collection
        self.searches = searches or SavedSearches()
        self.feeds = feeds or Feeds()
        self.view_state = view_state
        self.undo_stack = undo_stack
        self._loader = loader
        self.arrangement = Arrangement(view_state.view, view_state.sort)
        order = arranged(collection.entries, self.arrangement)
        if not order and self.arrangement.view != "all":  # what was just opened is to be seen
            self.arrangement = self.arrangement._replace(view="all")
            order = arranged(collection.entries, self.arrangement)
        self.rows = self._rows_of(order)
        self._have_known()
        self.cursor = RowCursor()
        readable = (place for place, index in enumerate(order) if collection.entries[index].problem is None)
        self.cursor.reset(self.rows.count, self.rows.first_entry + next(readable, 0))
        self.shown: int | None = None
        self._has_changed = False
        self._guest: int | None = None  # an entry that is only listed because the reader is at it
        self._rows_version = -1
        self.after_correction: Callable[[int, Article | None, Article | None], None] = _do_nothing
        """Called with the index of an entry that was corrected, and its article before and after that."""

    @property
    def order(self) -> Sequence[int]:
        """The indices of the listed entries."""
        return self.rows.order

    @property
    def current(self) -> int | None:
        """The index of the entry at the cursor."""
        return self.rows.entry_at(self.cursor.index)

    @property
    def search(self) -> str | None:
        """The query of the saved search at the cursor."""
        return self.rows.search_at(self.cursor.index)

    @property
    def feed(self) -> FeedRow | None:
        """The feed at the cursor, or the folder of feeds."""
        return self.rows.feed_at(self.cursor.index)

    def count_of(self, row: FeedRow) -> FeedCount:
        """How many articles of a feed are listed, and how many of them are unread."""
        collection = self.collection
        return self.feeds.count_of(row, collection.entries, (collection.unread, collection.rows_version))

    def _rows_of(self, order: Sequence[int]) -> ListRows:
        """The rows with entries in an order, below what is not filtered: in a folder alone, what stands in that."""
        listed, is_filtered = self.arrangement.feed, bool(self.arrangement.words.strip())
        searches = () if is_filtered or listed else self.searches.queries
        feeds = () if is_filtered else self.feeds.listed_with(listed)
        is_as_opened, entries = self.arrangement.sort == "opened", self.collection.entries
        return rows_of(searches, feeds, order, entries, is_as_opened=is_as_opened)

    @property
    def shown_entry(self) -> Entry | None:
        """The entry in the article pane."""
        return None if self.shown is None else self.collection.entries[self.shown]

    @property
    def shown_article(self) -> Article | None:
        """The article in the article pane, once it is analysed."""
        return None if self.shown is None else self.collection.article(self.shown)

    # News

    def apply(self, news: Iterable[events.Event]) -> bool:
        """Take in what the loader reports; whether what is known of the shown article has changed."""
        changed = False
        for event in news:
            self.collection.apply(event)
            match event:
                case events.Changed(index) | events.Replaced(index):
                    if index == self.shown:
                        self.want_shown()
                case events.Analysed(index) | events.TextRead(index) | events.Unreadable(index):
                    if index == self.shown:
                        changed = True
                        self.want_shown()
        self._has_changed = True
        return changed

    @property
    def is_out_of_date(self) -> bool:
        """Whether entries other than those listed may have to be listed."""
        return self._has_changed or self._guest_has_left

    @property
    def _guest_has_left(self) -> bool:
        """Whether the reader is no longer at the entry that was only listed because of that."""
        return self._guest is not None and self._guest != self.current

    def settle(self) -> bool:
        """List what is to be listed by now; whether rows may have moved."""
        if not self.is_out_of_date:
            return False
        self._has_changed = False
        is_same = self.arrangement == Arrangement() and self._rows_version == self.collection.rows_version
        if is_same and not self._guest_has_left:
            return False
        self.rearrange(keep_current=True)
        return True

    # Arranging

    def rearrange(self, *, keep_current: bool = False) -> None:
        """List the entries as they are to be arranged, the cursor on the same row, or where that was.

        With `keep_current`, the entry at the cursor stays in the list in any case.
        """
        before, row, current = self.rows, self.cursor.index, self.current
        self._list(current if keep_current else None)
        head = self.rows.head_like(before, row)
        if head is not None:
            row = head
        elif current in self.order:
            row = self.rows.row_of(current)
        else:
            row += self.rows.first_entry - before.first_entry
        self.cursor.reset(self.rows.count, row)

    def _list(self, guest: int | None) -> None:
        """List the entries as they are to be arranged, and `guest` in any case."""
        entries = self.collection.entries
        self.arrangement = self.arrangement._replace(feed=self.feeds.current(self.arrangement.feed))
        self.rows = self._rows_of(arranged(entries, self.arrangement, guest))
        self._guest = None if guest is None or is_listed(entries[guest], self.arrangement) else guest
        self._rows_version = self.collection.rows_version

    def arrange_by(self, **changes: Any) -> None:
        """Change view, order, filter or folding of the arrangement, and remember what is to be remembered."""
        self.arrangement = self.arrangement._replace(**changes)
        for name in ("view", "sort"):
            self.view_state.change(name, getattr(self.arrangement, name))
        self._have_known()
        self.rearrange()

    def _have_known(self) -> None:
        """Have the loader find out what the arrangement needs to know of all entries."""
        if self.arrangement.needs_all:
            self._loader.outline_all()
        if self.arrangement.sort in COUNTED:
            self._loader.count_all()

    @property
    def counting(self) -> tuple[int, int] | None:
        """How many articles are counted, and of how many, while an order needs counts that are still to come."""
        if self.arrangement.sort not in COUNTED:
            return None
        entries = self.collection.entries
        counted = sum(entry.figures is not None or entry.problem is not None for entry in entries)
        return (counted, len(entries)) if counted < len(entries) else None

    # Moving

    def step_unread(self, by: int) -> bool:
        """To the next or the previous unread entry, round the end of the list; False where there is no other."""
        others = self.rows.others_from(self.cursor.index, by)
        unread = next((index for index in others if self.collection.entries[index].unread), None)
        if unread is not None:
            self.put_cursor(unread)
        return unread is not None

    def step(self, by: int) -> None:
        """To the next or the previous entry; from a saved search or a feed, of the one that is shown."""
        first, row = self.rows.first_entry, self.cursor.index
        if row < first:
            row = self.rows.row_of(self.shown) if self.shown in self.order else first - by
        self.cursor.go_to(max(first, row + by))

    def put_cursor(self, index: int) -> None:
        """Put the cursor on an entry, where it is listed."""
        if index in self.order:
            self.cursor.go_to(self.rows.row_of(index))

    def go_to(self, index: int) -> None:
        """Put the cursor on an entry, whatever the list shows now; of several with the same text, on the first."""
        first = self.collection.entries[index].same_as
        index = index if first is None else first
        self.arrange_by(view="all", words="", feed=None)
        self._list(index)
        self.cursor.reset(self.rows.count, self.rows.row_of(index))
        self.show(index)

    def show(self, index: int | None) -> None:
        """Bring an entry into the article pane."""
        self.shown = index
        self.want_shown()

    def want_shown(self) -> None:
        """Have the article of the shown entry analysed, unless it is at hand as it is to be."""
        entry = self.shown_entry
        if self.shown is not None and entry and entry.problem is None and not self.collection.is_current(self.shown):
            self._loader.want(self.shown, self.collection.entries[self.shown].heeded)

    # What the reader does with entries

    def mark_shown_read(self) -> bool:
        """The shown entry counts as read; whether it did not before."""
        entry = self.shown_entry
        if self.shown is None or entry is None or entry.read or entry.problem is not None:
            return False
        self._do(self.shown, Status(read=True))
        return True

    def toggle_star(self, index: int) -> None:
        """Star an entry, or take the star away."""
        starred = self.collection.entries[index].starred
        self.change_status([index], Status(starred=not starred), _("unstarred") if starred else _("star given"))

    def toggle_read(self, index: int) -> None:
        """Mark an entry as read, or as unread."""
        read = self.collection.entries[index].read
        self.change_status([index], Status(read=not read), _("marked unread") if read else _("marked read"))

    def mark_all_read(self) -> str | None:
        """Everything in the list as it is arranged counts as read; returns what was done, None for nothing."""
        unread = [index for index in self.order if self.collection.entries[index].unread]
        if not unread:
            return None
        words = ngettext("{count} marked read", "{count} marked read", len(unread)).format(count=len(unread))
        self.change_status(unread, Status(read=True), words)
        return words

    def change_status(self, indices: Iterable[int], status: Status, description: str) -> None:
        """Do something with entries that can be undone; parts of `status` that are None stay as they are."""
        before: list[tuple[int, Status]] = []
        for index in indices:
            entry = self.collection.entries[index]
            old = (None if new is None else getattr(entry, name) for name, new in status._asdict().items())
            before.append((index, Status(*old)))
            self._do(index, status)

        def take_back() -> None:
            for index, old_status in before:
                self._do(index, old_status)

        self.undo_stack.push(description, take_back)

    def list_feed(self, row: FeedRow) -> None:
        """List the articles of a feed, or of a folder of feeds, alone, from the first unread one."""
        self.arrange_by(feed=row)
        unread = (place for place, index in enumerate(self.order) if self.collection.entries[index].unread)
        self.cursor.go_to(self.rows.first_entry + next(unread, 0))

    def leave_feed(self) -> None:
        """List the folder around the feed again, or everything, the cursor on that feed."""
        left = self.arrangement.feed
        self.arrange_by(feed=self.feeds.row_of(left.folder) if left else None)
        self.cursor.go_to(self.rows.row_of_feed(left) if left else self.cursor.index)

    def change_view(self) -> None:
        """List the next of all, the unread and the starred entries."""
        views = list(VIEWS)
        before = self.arrangement.view
        self.arrange_by(view=views[(views.index(before) + 1) % len(views)])
        self.undo_stack.push(_("the view before"), lambda: self.arrange_by(view=before))

    def change_sort(self, sort: str) -> None:
        """List the entries in another order, a name in `SORTS`."""
        before = self.arrangement.sort
        self.arrange_by(sort=sort)
        self.undo_stack.push(_("the order before"), lambda: self.arrange_by(sort=before))

    def correct(self, index: int, changes: Sequence[CorrectionChange], description: str) -> None:
        """Make corrections of the article of an entry; it is analysed anew where that is needed."""
        self._correct(index, changes)
        self.undo_stack.push(_told(self, index, description), lambda: self._correct(index, reversed_changes(changes)))

    def _do(self, index: int, status: Status) -> None:
        """Do something with an entry, which may change whether it is to be listed."""
        self.collection.do(index, status)
        self._has_changed = True

    def _correct(self, index: int, changes: Sequence[CorrectionChange]) -> None:
        before = self.collection.article(index)
        self.collection.correct(index, changes)
        self.after_correction(index, before, self.collection.article(index))
        if index == self.shown:
            self.want_shown()


def _told(reading_list: ReadingList, index: int, description: str) -> Callable[[], str]:
    """Tells what was done with the article of an entry; where that is not shown then, with its title."""

    def tell() -> str:
        if index == reading_list.shown:
            return description
        title = " ".join(reading_list.collection.entries[index].shown_title.split())
        return _("{deed}, in “{title}”").format(deed=description, title=title)

    return tell
