"""The feeds that the reader follows, on the screen: the keys that follow one, say more of it, or drop it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.library.web_values import (
    ChangeSubscription,
    FeedContents,
    Subscribe,
    Subscription,
    Unsubscribe,
    WebChange,
)
from tui_reader.messages import _
from tui_reader.session.feeds import FeedRow
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.session import Session
from tui_reader.session.web_articles import moment_of, written_moment
from tui_reader.session.web_jobs import FeedLink, FindFeeds
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import FIRST_WORDS, shorten

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class FeedController:
    """Follows feeds, or follows them no longer."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, session: Session) -> None:
        self._screen = screen
        self._list = reading_list
        self._articles = session.web_articles
        self._is_stored = session.library is not None

    # Following

    def follow(self) -> None:
        """Follow the feed at an address, or one that the page there names."""
        from tui_reader.ui.screens.prompt import Prompt  # noqa: PLC0415 - not needed to paint
        from tui_reader.wire.address import host_of, site_of, web_address  # noqa: PLC0415

        if not self._is_stored:
            self._screen.say(_("feeds are kept in the library, and there is none"))
            return

        def refuse(typed: str) -> str | None:
            return None if web_address(typed) else _("is no address of the web")

        def typed(text: str | None) -> None:
            address = web_address(text or "")
            if address:
                self._screen.web_controller.start(FindFeeds(address), _("asking {host}…").format(host=host_of(address)))

        article = self._list.shown_article
        prompt = Prompt(
            _("Follow a feed"),
            site_of(article.document.source.url or "") if article else "",
            refuse,
            _("a feed, or a page that names it; Esc closes"),
            is_proposal=True,
        )
        self._screen.app.push_screen(prompt, typed)

    def offer(self, link: str, title: str | None) -> None:
        """Ask whether a feed that stands at an address is to be followed."""
        self.choose_of(link, [FeedLink(link, title or link)])

    def choose_of(self, link: str, feeds: Sequence[FeedLink]) -> None:
        """Have one of these feeds chosen to be followed."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        if not feeds:
            self._screen.warn(_("{address} is no feed, and names none").format(address=shorten(link, FIRST_WORDS)))
            return

        def chosen(address: object) -> None:
            if isinstance(address, str):
                self._subscribe(address)

        lines = [Line(_("follow “{name}”").format(name=one.title or one.address), one.address) for one in feeds]
        self._screen.app.push_screen(Choice(_("Follow a feed"), lines), chosen)

    def _subscribe(self, address: str) -> None:
        if not self._is_stored:
            self._screen.say(_("feeds are kept in the library, and there is none"))
        elif self._list.feeds.get(address):
            self._screen.say(_("this feed is followed already"))
        else:
            self._tell(Subscribe(Subscription(address)))

    def _tell(self, change: WebChange) -> None:
        self._articles.tell(change)

    def confirm(self, changes: Sequence[WebChange]) -> None:
        """Changes are in the library."""
        self._articles.confirm(changes)
        followed = [change.subscription.address for change in changes if isinstance(change, Subscribe)]
        if any(not isinstance(change, Subscribe) or change.moment for change in changes):
            self._screen.web_controller.read_contents()
        if followed:
            self._screen.web_controller.refresh(tuple(followed))

    # Dropping

    def unfollow(self, row: FeedRow) -> None:
        """Follow a feed no longer; its articles go with it, but for those that the reader kept."""
        feed = self._list.feeds.get(row.address or "")
        if feed is None:
            self._screen.say(_("only feeds can be dropped, not their folders"))
            return
        subscription, moment = feed.subscription, moment_of(datetime.now(UTC))
        if subscription.in_settings:
            self._screen.say(_("this feed is named in your settings: take it out there"))
            return
        description = _("feed dropped")
        self._tell(Unsubscribe(subscription.address, moment))
        self._list.undo_stack.push(description, lambda: self._tell(Subscribe(subscription, moment)))
        self._screen.say(_("{deed} · u undoes it").format(deed=description))

    # What is known of one

    def show(self, row: FeedRow) -> None:
        """Show what is known of a feed, to be changed."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        feed = self._list.feeds.get(row.address or "")
        if feed is None:
            return
        subscription = feed.subscription

        def chosen(field: object) -> None:
            if field == "pages":
                self._change(subscription._replace(fetches_pages=not subscription.fetches_pages))
            elif isinstance(field, str):
                self._type(subscription, field)

        self._screen.app.push_screen(Choice(_("Feed"), feed_lines(feed, datetime.now(UTC))), chosen)

    def _type(self, subscription: Subscription, field: str) -> None:
        from tui_reader.ui.screens.prompt import Prompt  # noqa: PLC0415 - not needed to paint

        def typed(text: str | None) -> None:
            if text is not None:
                words = text.strip()
                named = subscription._replace(name=words or None) if field == "name" else None
                self._change(named or subscription._replace(folder=words))

        title = {"name": _("How you call it"), "folder": _("The folder it stands in; “a/b” is b in a")}[field]
        value = subscription.name or "" if field == "name" else subscription.folder
        self._screen.app.push_screen(Prompt(title, value), typed)

    def _change(self, subscription: Subscription) -> None:
        if subscription.in_settings:
            self._screen.say(_("this feed is named in your settings: change it there"))
        else:
            self._tell(ChangeSubscription(subscription))


def feed_lines(feed: FeedContents, now: datetime) -> list[Line]:
    """What is known of a feed; what can be changed of it first."""
    subscription, state = feed.subscription, feed.state
    pages = _("at once") if subscription.fetches_pages else _("when they are opened")
    facts = [
        Line(_("{label}: {text}").format(label=_("Name"), text=subscription.shown_name), "name"),
        Line(_("{label}: {text}").format(label=_("Folder"), text=subscription.folder or _("none")), "folder"),
        Line(_("{label}: {text}").format(label=_("Pages of teasers are fetched"), text=pages), "pages"),
        Line(""),
        Line(_("{label}: {text}").format(label=_("Address"), text=subscription.address), look="meta"),
    ]
    more = {
        _("Last read"): state.refreshed and written_moment(state.refreshed, now),
        _("What is wrong"): state.problem,
        _("Not asked before"): state.not_before and written_moment(state.not_before, now),
    }
    said = (_("{label}: {text}").format(label=label, text=text) for label, text in more.items() if text)
    return [*facts, *(Line(words, look="meta") for words in said)]
