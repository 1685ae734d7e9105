"""What comes over the wire, on the screen: addresses, articles that are asked for again, teasers, feeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.errors import LibraryError
from tui_reader.library.web_store import library_stamp, versions_of, web_contents
from tui_reader.library.web_values import WebArticle, WebContents
from tui_reader.messages import _, ngettext
from tui_reader.session.agenda import Bring, TakeIn
from tui_reader.session.evidence import Versions
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.session import Session
from tui_reader.session.task_thread import TaskThread
from tui_reader.session.web_articles import written_moment
from tui_reader.session.web_jobs import (
    AskPage,
    Ended,
    FeedAsked,
    FeedFound,
    FeedsFound,
    PageCame,
    Received,
    Refresh,
    Refreshed,
    Refused,
    Report,
    Task,
)
from tui_reader.session.web_tasks import WebTasks
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.view.render import FIRST_WORDS, shorten

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

_MOST_NAMED = 3
"""So many titles of changed articles are named; more stand in the list."""
WATCH_SECONDS = 30.0
"""How often it is looked whether another program, such as `tui-reader refresh`, has brought something."""
READ_SECONDS = 1.0
"""How often at most the list takes in what feeds bring."""


class WebController:
    """Asks the network, and takes in what came."""

    class Reported(Message, namespace="web_controller"):
        """A task has something to report; it comes from another thread."""

        def __init__(self, task: Task, report: Report) -> None:
            super().__init__()
            self.task = task
            self.report = report

    class ContentsRead(Message, namespace="web_controller"):
        """What the library keeps of the web by now, or why it cannot be read; it comes from another thread."""

        def __init__(self, contents: WebContents | None, problem: str = "") -> None:
            super().__init__()
            self.contents = contents
            self.problem = problem

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, session: Session) -> None:
        self._screen = screen
        self._list = reading_list
        self._articles = session.web_articles
        self._library = session.library
        path = session.library.path if session.library else None
        self.tasks = WebTasks(session.network, path, session.names, self._tell)
        self._reader: TaskThread | None = None  # reads the library, once something came
        self._opening: str | None = None  # the address of the article that is shown as soon as it is there
        self._asked_again: set[str] = set()  # the links of articles that the reader asked for again
        self._tried: set[str] = set()  # the links of pages that were asked for in this session
        self._new = 0
        self._changed: list[str] = []  # the titles of articles of which another text came
        self._failed: list[str] = []
        self._is_waiting_to_read = False
        self._stamp: object = None  # of the library when it was looked last

    def close(self) -> None:
        """The reader leaves."""
        self.tasks.stop()
        if self._reader:
            self._reader.close()

    def stop(self) -> None:
        """Ask for nothing more of what is being asked for."""
        self.tasks.stop()
        self._opening = None
        self._screen.headlines.say_position("")
        self._screen.say(_("nothing more is asked for"))

    def _tell(self, task: Task, report: Report) -> None:
        self._screen.post_message(self.Reported(task, report))

    # What the reader asks for

    def open_address(self) -> None:
        """Ask for an address, and open what stands there."""
        from tui_reader.ui.screens.prompt import Prompt  # noqa: PLC0415 - not needed to paint

        def typed(text: str | None) -> None:
            address = _address_module().web_address(text or "")
            if address:
                self.open(address)

        hint = _("Enter opens an article or follows a feed, Esc closes")
        self._screen.app.push_screen(Prompt(_("Address"), refuse=_refuse_address, hint=hint), typed)

    def open(self, link: str) -> None:
        """Open what stands at an address: as it is kept, else it is asked for."""
        known = self._articles.get(_address_module().article_address(link))
        if known and not known.is_teaser:
            self._show(known.address)
            key = key_name(self._screen.keymap.first_key("reload"))
            self._screen.say(_("as it was kept; {key} in the article asks for it anew").format(key=key))
        elif self.start(AskPage(link), _("asking {host}…").format(host=_address_module().host_of(link))):
            self._opening = _address_module().article_address(link)

    def offer_pasted(self, text: str) -> bool:
        """Ask whether a pasted text that is one address is to be opened as such; whether it is one."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint
        from tui_reader.ui.view.lines import Line  # noqa: PLC0415

        address = _address_module().web_address(text)
        if address is None or not text.strip().startswith(("http://", "https://", "www.")):
            return False

        def chosen(is_wanted: object) -> None:
            if is_wanted == "open":
                self.open(address)
            elif is_wanted == "text":
                self._screen.program.bring_text(text)

        lines = [Line(_("open {address}").format(address=address), "open"), Line(_("keep it as a text"), "text")]
        self._screen.app.push_screen(Choice(_("An address was pasted"), lines), chosen)
        return True

    def open_teaser(self, index: int | None) -> None:
        """Ask for the page of an entry that is only a teaser, once in a session."""
        article = self._article_at(index)
        if article and article.is_teaser and article.link not in self._tried and not self.tasks.is_offline:
            host = _address_module().host_of(article.link)
            self.start(AskPage(article.link), _("fetching the whole article from {host}…").format(host=host))

    def ask_again(self) -> bool:
        """Ask again for the article that is shown, to see what has changed; whether it is one of the web."""
        article = self._article_at(self._list.shown)
        if article is None:
            return False
        host = _address_module().host_of(article.link)
        if self.start(AskPage(article.link), _("asking {host} again…").format(host=host)):
            self._asked_again.add(article.link)
        return True

    def refresh(self, addresses: tuple[str, ...] = ()) -> bool:
        """Ask for feeds, by default all that are followed; whether there are any."""
        if self._library is None or not (addresses or self._list.feeds):
            return False
        if self.start(Refresh(addresses), _("asking the feeds…")):
            self._new, self._changed, self._failed = 0, [], []
        return True

    def start(self, task: Task, announcement: str) -> bool:
        """Do a task, and say so; whether it is one that was not being done already."""
        if self.tasks.is_offline:
            self._screen.say(_("the network is switched off"))
            return False
        if not self.tasks.start(task):
            self._screen.say(_("it is being asked for already"))
            return False
        if isinstance(task, AskPage):
            self._tried.add(task.link)
        self._screen.say(announcement)
        self._screen.headlines.say_position(announcement)
        return True

    def _article_at(self, index: int | None) -> WebArticle | None:
        """The article of the web that an entry is; None for another one."""
        return None if index is None else self._articles.get(self._list.collection.entries[index].input.path)

    def earlier_texts(self) -> list[tuple[str, Versions]]:
        """The whole texts that the shown article had before the one that is shown, by the moments when they came."""
        article = self._article_at(self._list.shown)
        if article is None or self._library is None:
            return []
        try:
            texts = versions_of(self._library.path, article.address)
        except LibraryError as error:
            self._screen.warn(str(error))
            return []
        path, now = self._library.path, datetime.now(UTC)
        others = {one.document: one.came for one in texts if not one.is_teaser and one.document != article.document}
        return [(written_moment(came, now), Versions(path, one, article.document)) for one, came in others.items()]

    def remove(self, index: int) -> bool:
        """List an article of the web no longer; whether the entry is one."""
        article = self._article_at(index)
        if article is None:
            return False
        description = _("article removed")
        ListChanges(self._list).remove_article(index, self._articles, description)
        self._screen.list_controller.show_order()
        self._screen.say(_("{deed} · u undoes it").format(deed=description))
        return True

    # What came

    def take(self, message: Reported) -> None:
        """Take in a report."""
        match message.report:
            case Received(link, size, _whole) if _address_module().article_address(link) == self._opening:
                self._screen.headlines.say_position(_("{size} kB").format(size=size // 1000))
            case PageCame() as came:
                self._take_page(came)
            case FeedFound(link, title, _count):
                self._opening = None
                self._screen.feed_controller.offer(link, title)
            case FeedsFound(link, feeds):
                self._screen.feed_controller.choose_of(link, feeds)
            case Refused(link, reason):
                self._take_refusal(link, reason)
            case FeedAsked(subscription, new, changed, problem):
                self._new, self._changed = self._new + new, [*self._changed, *changed]
                self._failed += [f"{subscription.shown_name}: {problem}"] if problem else []
                if new or changed or problem:
                    self._read_soon()
            case Refreshed() as progress:
                self._screen.headlines.say_position(
                    _("{done} of {count} feeds").format(done=progress.done, count=progress.feeds)
                )
            case Ended(problem):
                self._end(message.task, problem)

    def _take_page(self, came: PageCame) -> None:
        """A page is there."""
        is_asked_again = came.link in self._asked_again
        self._asked_again.discard(came.link)
        if came.change == "same":
            if is_asked_again:
                self._screen.say(_("nothing has changed in the article"))
            self.read_contents()
            return
        if came.remark:
            self._screen.warn(came.remark)
        if came.document:
            self._screen.loader.run(Bring(came.articles[0].title, (came.document,)))
        else:
            self.read_contents()
        if is_asked_again and came.before and self._library:
            before, now = came.before, came.articles[0].document
            self._screen.evidence_controller.compare_versions(self._library.path, before, now)

    def _take_refusal(self, link: str, reason: str) -> None:
        self._opening = None
        self._asked_again.discard(link)
        self._screen.warn(f"{shorten(link, FIRST_WORDS)}: {reason}")

    def _end(self, task: Task, problem: str) -> None:
        self._screen.headlines.say_position("")
        if problem:
            self._screen.warn(problem)
        elif isinstance(task, Refresh):
            self.read_contents()
            self._screen.say(refreshed_words(self._new, self._changed, self._failed))

    def watch(self) -> None:
        """Look now and then whether something came that this reader did not ask for."""
        if self._library and self._stamp is None:
            self._stamp = library_stamp(self._library.path)
            self._screen.set_interval(WATCH_SECONDS, self.look)

    def look(self) -> None:
        """Read what is kept, where something was written since it was looked last."""
        stamp = library_stamp(self._library.path) if self._library else None
        if stamp != self._stamp:
            self._stamp = stamp
            self.read_contents()

    def _read_soon(self) -> None:
        """Have read what is kept in a moment: many feeds may come at once."""
        if not self._is_waiting_to_read:
            self._is_waiting_to_read = True
            self._screen.set_timer(READ_SECONDS, self.read_contents)

    def read_contents(self) -> None:
        """Have read what the library keeps of the web by now."""
        self._is_waiting_to_read = False
        if self._library:
            self._reader = self._reader or TaskThread("web", _do_nothing)
            self._reader.do(partial(self._read, self._library.path))

    def _read(self, path: Path) -> None:
        try:
            self._screen.post_message(self.ContentsRead(web_contents(path)))
        except LibraryError as error:
            self._screen.post_message(self.ContentsRead(None, str(error)))

    def take_contents(self, message: ContentsRead) -> None:
        """List what is kept by now."""
        if message.contents is None:
            self._screen.warn(message.problem)
            return
        self._list.feeds.take(message.contents.feeds)
        news = self._articles.take(message.contents.articles)
        for documents, are_gone in ((news.gone, True), (news.back, False)):
            for document in documents:
                self._list.collection.set_removed(document, are_gone)
        if news.inputs:
            self._screen.loader.run(TakeIn(news.inputs))
        self._list.rearrange(keep_current=True)
        self._screen.list_controller.show_order()
        self.show_opened()

    def show_opened(self) -> None:
        """Show the article that was asked for, once it is there."""
        if self._opening in self._list.collection.entries.from_web:
            self._show(self._opening)

    def _show(self, address: str) -> None:
        """Bring an article into the article pane."""
        self._opening = None
        self._screen.list_controller.go_to(self._list.collection.entries.from_web[address])
        self._screen.pane_controller.focus(self._screen.article)
        self._screen.list_controller.mark_read()


def _address_module() -> ModuleType:
    """The module that knows addresses; its parsers are not needed to paint."""
    from tui_reader.wire import address  # noqa: PLC0415

    return address


def _do_nothing() -> None:
    """What the reading thread does at its end."""


def _refuse_address(typed: str) -> str | None:
    return None if _address_module().web_address(typed) else _("is no address of the web")


def refreshed_words(new: int, changed: Sequence[str], failed: Sequence[str]) -> str:
    """What asking the feeds has brought, in words: how much is new, what has changed, and what failed."""
    parts = [ngettext("{count} new article", "{count} new articles", new).format(count=new)] if new else []
    if changed:
        titles = ", ".join(_("“{name}”").format(name=title) for title in changed[:_MOST_NAMED])
        words = ngettext("{count} changed: {titles}", "{count} changed: {titles}", len(changed))
        parts.append(words.format(count=len(changed), titles=titles))
    if len(failed) > 1:
        parts.append(_("{count} feeds failed: i on one says why").format(count=len(failed)))
    else:
        parts += failed
    return " · ".join(parts) or _("nothing new in the feeds")
