"""The articles of the web that the library keeps, as inputs. No widget here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec

from tui_reader.ingest.input_list import Input
from tui_reader.library.web_values import RemoveWebArticle, RestoreWebArticle, WebArticle, WebChange
from tui_reader.messages import N_
from tui_reader.messages.days import written_day

HEADING = N_("From the web")
"""The words above these articles in the list."""


def moment_of(time: datetime) -> str:
    """A moment as the library keeps it."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def written_moment(moment: str, now: datetime) -> str:
    """A moment of the library in words, in the time of this place: the time alone where it is today."""
    try:
        time, today = datetime.fromisoformat(moment).astimezone(), now.astimezone().date()
    except ValueError:  # what another library brought with it
        return moment
    clock = f"{time:%H:%M}"
    return clock if time.date() == today else f"{written_day(time.date().isoformat())}, {clock}"


def _tell_nobody(_change: WebChange) -> None:
    """What happens with changes when there is no library."""


class WebNews(msgspec.Struct, frozen=True):
    """What is new since the library was read before: inputs that came or have another text, and ids of texts that are
    listed no more, or again.
    """

    inputs: tuple[Input, ...]
    gone: tuple[str, ...]
    back: tuple[str, ...]


class WebArticles:
    """The articles by their addresses; `tell` hears of changes that the reader makes.

    Until a change is in the library (`confirm`), what was read from there meanwhile does not count for its article.
    """

    def __init__(self, articles: Iterable[WebArticle] = ()) -> None:
        self._by_address = {article.address: article for article in articles}
        self._gone: dict[str, WebArticle] = {}
        self._unconfirmed: Counter[str] = Counter()  # by their addresses, how many changes are still to be written
        self.tell: Callable[[WebChange], None] = _tell_nobody

    def get(self, address: str) -> WebArticle | None:
        """The article at an address, while it is listed."""
        return self._by_address.get(address)

    def inputs(self) -> list[Input]:
        """What there is to read of them, the newest first."""
        return [input_of(article) for article in self._by_address.values()]

    def take(self, articles: Iterable[WebArticle]) -> WebNews:
        """The articles are these by now; what is new of them."""
        kept_here = {one: self._by_address[one] for one in self._unconfirmed if one in self._by_address}
        read = {article.address: article for article in articles if article.address not in self._unconfirmed}
        now = read | kept_here
        gone = {address: article for address, article in self._by_address.items() if address not in now}
        back = [article for address, article in self._gone.items() if now.get(address) == article]
        new = [
            article
            for address, article in now.items()
            if article not in (self._by_address.get(address), self._gone.get(address))
        ]
        self._by_address = now
        self._gone = {address: article for address, article in {**self._gone, **gone}.items() if address not in now}
        return WebNews(
            tuple(map(input_of, new)),
            tuple(article.document for article in gone.values()),
            tuple(article.document for article in back),
        )

    def remove(self, address: str, now: datetime) -> None:
        """List an article no longer; no feed brings it again."""
        article = self._by_address.pop(address, None)
        if article:
            self._gone[address] = article
            self._unconfirmed[address] += 1
            self.tell(RemoveWebArticle(address, moment_of(now)))

    def restore(self, address: str) -> None:
        """List an article again that was removed."""
        article = self._gone.pop(address, None)
        if article:
            self._by_address[address] = article
            self._unconfirmed[address] += 1
            self.tell(RestoreWebArticle(address))

    def confirm(self, changes: Iterable[WebChange]) -> None:
        """Changes are in the library."""
        for change in changes:
            if isinstance(change, RemoveWebArticle | RestoreWebArticle):
                self._unconfirmed -= Counter([change.address])


def input_of(article: WebArticle) -> Input:
    """An article as an input."""
    return Input(article.address, article.title, None, article.document, article.moment)
