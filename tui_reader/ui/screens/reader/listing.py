"""The headline list: what is in it and in which order, what is read and starred, and taking that back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual import on

from tui_reader.library.memory import Status
from tui_reader.messages import _, ngettext
from tui_reader.session import events
from tui_reader.session.arrangement import COUNTED, SORTS, VIEWS, Arrangement, arranged
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.loader import Loader
from tui_reader.session.view_state import ViewState
from tui_reader.ui.screens.reader.panes import Panes
from tui_reader.ui.view.lines import Line
from tui_reader.ui.widgets.headline_list import HeadlineList

SETTLE = 0.06  # seconds the list waits, when keys come fast, before it shows an article
REARRANGE = 0.5  # seconds after which news of the list may move its rows


class Listing(Panes):
    """What the keys do in the headline list."""

    def __init__(self, collection: Collection, loader: Loader, settings: ViewState) -> None:
        super().__init__(collection, loader, settings)
        self.by = Arrangement(settings.view, settings.sort)
        self.undos: list[tuple[str, Callable[[], None]]] = []
        self.moving_soon = False
        if self.by != Arrangement():
            self.headlines.order = arranged(collection.entries, self.by)
        if self.by.sort in COUNTED:
            loader.count_all()

    # News from the loader

    def take(self, news: Sequence[Event]) -> None:
        """What the loader found out about entries."""
        for event in news:
            self.collection.apply(event)
        self.headlines.say_position(self.counted())
        self.headlines.refresh()
        self.say_status()
        self.rearrange_soon()
        brought = [event.index for event in news if isinstance(event, events.Brought)]
        if brought:
            self.go_to_entry(brought[0])
        for event in news:
            match event:
                case events.Compared():
                    self.say(changes(event))
                case events.Failed():
                    self.warn(str(event.problem))
                case events.Analysed(index) | events.TextRead(index) | events.Unreadable(index) if index == self.shown:
                    self.fill()
                    self.want_shown()
                case events.Changed(index) if index == self.shown:
                    self.want_shown()

    def go_to_entry(self, index: int) -> None:
        """Open an entry, whatever the list shows now; of several with the same text, the first."""
        first = self.collection.entries[index].same_as
        index = index if first is None else first
        self.list_by(view="all", words="")
        order = self.headlines.order
        if index in order:
            self.headlines.cursor = order.index(index)
        self.show_entry(index)

    def counted(self) -> str:
        """How far the counting that an order needs has come."""
        if self.by.sort not in COUNTED:
            return ""
        done = sum(entry.figures is not None or entry.problem is not None for entry in self.collection.entries)
        count = len(self.collection)
        return _("{done} of {count} counted").format(done=done, count=count) if done < count else ""

    def rearrange_soon(self) -> None:
        """Have the list show what is known by then: not at once, or rows would move under the cursor all the time."""
        if not self.moving_soon:
            self.moving_soon = True
            self.set_timer(REARRANGE, self.rearrange_after_news)

    def rearrange_after_news(self) -> None:
        self.moving_soon = False
        if self.by.sort in COUNTED or self.by != Arrangement() or len(self.headlines.order) != self.distinct():
            self.rearrange(keep=True)

    def settle(self) -> None:
        """List what came in by now, without waiting: a key is about to leave the rows there are."""
        if self.moving_soon:
            self.rearrange_after_news()

    def distinct(self) -> int:
        """How many entries a list without view and filter has."""
        return sum(entry.same_as is None and entry.alike is None for entry in self.collection.entries)

    def rearrange(self, *, keep: bool = False) -> None:
        """List the entries as they are to be arranged, the cursor on the same one; `keep` it listed in any case."""
        current = self.headlines.current
        extra, related = self.headlines.extra, self.headlines.related
        self.headlines.empty_text = _EMPTY[self.by.view]() if not self.by.words else _("no article has these words")
        sticky = current if keep else None
        self.headlines.list_entries(arranged(self.collection.entries, self.by, sticky), current)
        if self.headlines.current == current == self.shown:
            self.headlines.show_related(related)
            self.headlines.extra = extra
        else:
            self.catch_up()
        self.say_status()

    def list_by(self, **changes: Any) -> None:
        """Change view, order or filter, and keep what is to be kept."""
        self.by = self.by._replace(**changes)
        for name in ("view", "sort"):
            self.settings.change(name, getattr(self.by, name))
        if self.by.sort in COUNTED:
            self.loader.count_all()
        self.rearrange()

    def listed_as(self) -> str:
        parts = [_(VIEWS[self.by.view])] if self.by.view != "all" else []
        parts += [_(SORTS[self.by.sort])] if self.by.sort != "opened" else []
        parts += [f"/{self.by.words}"] if self.by.words else []
        return "".join(f" · {part}" for part in parts)

    # Moving in the list

    @on(HeadlineList.Moved, "#headlines")
    def follow_headline(self) -> None:
        self.set_timer(SETTLE, self.catch_up)

    @on(HeadlineList.Scrolled)
    def hasten_titles(self) -> None:
        self.loader.show(self.headlines.order[at] for at in self.headlines.in_sight())

    def catch_up(self) -> None:
        """Show the headline at the cursor, once keys have come to rest."""
        if self.headlines.current != self.shown:
            self.show_entry(self.headlines.current)

    @on(HeadlineList.Chosen, "#headlines")
    def open_headline(self) -> None:
        if self.headlines.chosen_related:
            self.show_variants()
            return
        self.show_entry(self.headlines.current)
        self.mark_read()

    def show_variants(self) -> None:
        """The variants of the related headline at the cursor."""

    def action_move(self, by: int) -> None:
        if self.pane() is self.headlines:
            self.leave_edge(by)
        super().action_move(by)

    def leave_edge(self, by: int) -> None:
        """At the first or last row, list what came in meanwhile before the cursor moves; say when more is to come."""
        headlines = self.headlines
        if 0 <= headlines.cursor + by < headlines.count:
            return
        self.settle()
        if by > 0 and headlines.cursor + by >= headlines.count and self.collection.known < len(self.collection):
            words = _("the last one so far: {done} of {count} are read")
            self.say(words.format(done=self.collection.known, count=len(self.collection)))

    def action_article(self, by: int) -> None:
        self.leave_edge(by)
        self.headlines.step(by)
        self.catch_up()
        if self.pane() is self.article:
            self.mark_read()

    def action_onward(self) -> None:
        """A page down; at the end of the article stop once, then go to the next unread one."""
        if self.focused is self.article and self.article.at_end:
            self.mark_read()
            self.next_unread(1)
        else:
            self.pane().page(1.0)

    def next_unread(self, by: int) -> None:
        """To the next or the previous unread entry of the list, round its end."""
        order, at = self.headlines.order, self.headlines.cursor
        for step in range(1, len(order)):
            index = (at + by * step) % len(order)
            if self.collection.entries[order[index]].unread:
                self.headlines.cursor = index
                self.catch_up()
                return
        self.say(_("no other unread article"))

    def action_related(self) -> None:
        self.settings.change("related", not self.headlines.related)
        self.fill_related()
        article = self.shown_article
        if article and not article.headlines:
            self.say(_("this text has no related headlines"))

    # Views and orders

    def action_view(self) -> None:
        """The next view: all, unread, starred."""
        views = list(VIEWS)
        before = self.by.view
        self.list_by(view=views[(views.index(before) + 1) % len(views)])
        self.undos.append((_("the view before"), lambda: self.list_by(view=before)))

    def action_sort(self) -> None:
        """Choose the order of the list."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        lines = [Line(_(words), name) for name, words in SORTS.items()]

        def chosen(name: object) -> None:
            if name:
                before = self.by.sort
                self.list_by(sort=name)
                self.undos.append((_("the order before"), lambda: self.list_by(sort=before)))

        self.app.push_screen(Choice(_("Order of the list"), lines, self.by.sort), chosen)

    def action_unfold(self) -> None:
        """Near-duplicates on their own, or folded into the first of them."""
        if not any(entry.folded for entry in self.collection.entries):
            self.say(_("no articles that are nearly the same"))
            return
        self.list_by(unfolded=not self.by.unfolded)

    # Read, starred

    @property
    def target(self) -> int | None:
        """The entry that a key means: the one shown, in the list the one at the cursor."""
        return self.headlines.current if self.pane() is self.headlines else self.shown

    def action_star(self) -> None:
        if self.target is not None:
            starred = self.collection.entries[self.target].starred
            self.do([self.target], Status(starred=not starred), _("unstarred") if starred else _("star given"))

    def action_read(self) -> None:
        if self.target is not None:
            read = self.collection.entries[self.target].read
            self.do([self.target], Status(read=not read), _("marked unread") if read else _("marked read"))

    def action_all_read(self) -> None:
        """Everything in the list as it is arranged counts as read."""
        unread = [index for index in self.headlines.order if self.collection.entries[index].unread]
        if unread:
            words = ngettext("{count} marked read", "{count} marked read", len(unread)).format(count=len(unread))
            self.do(unread, Status(read=True), words)
            self.say(_("{deed} · u undoes it").format(deed=words))
        else:
            self.say(_("no unread article in this list"))

    def do(self, indices: Iterable[int], status: Status, words: str) -> None:
        """Do something with entries that `u` can undo."""
        befores = []
        for index in indices:
            entry = self.collection.entries[index]
            before = Status(*(None if new is None else getattr(entry, name) for name, new in status._asdict().items()))
            befores.append((index, before))
            self.collection.do(index, status)

        def undo() -> None:
            for index, before in befores:
                self.collection.do(index, before)
            self.refresh_list()

        self.undos.append((words, undo))
        self.refresh_list()

    def refresh_list(self) -> None:
        """Show what was done with entries."""
        self.headlines.refresh()
        self.say_status()

    def action_undo(self) -> None:
        if not self.undos:
            self.say(_("nothing to undo"))
            return
        words, undo = self.undos.pop()
        undo()
        self.say(_("undone: {deed}").format(deed=words))


def changes(compared: events.Compared) -> str:
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
