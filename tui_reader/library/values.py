"""What is kept of articles, as values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from tui_reader.ingest.input_list import is_address
from tui_reader.library.web_values import (
    ChangeSubscription,
    RemoveWebArticle,
    RestoreWebArticle,
    Subscribe,
    Unsubscribe,
    WebChange,
)
from tui_reader.model import Correction, Document, Excerpt, Span, TextQuote


def stored_path(path: str) -> str:
    """A path as the library keeps it: absolute, bytes that are no UTF-8 written as `\\xff`; an address of the web as
    that of its article.
    """
    if is_address(path):
        from tui_reader.wire.address import article_address  # noqa: PLC0415 - few paths are addresses

        return article_address(path)
    return os.path.abspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class ArticleKey(NamedTuple):
    """How an article is found again: by the `document`'s id, else by its source.

    `path` is absolute; `record` is the number of the record in a file of many. Unknown parts are None.
    """

    document: str | None = None
    path: str | None = None
    record: int | None = None
    url: str | None = None

    @property
    def source(self) -> tuple[str, int | None] | None:
        """Path or address, and record: the second way to find it."""
        name = self.path or self.url
        return (name, self.record) if name else None


class Status(NamedTuple):
    """What the reader did with an article; `place` is the raw offset at the top of the pane.

    In a `StatusChange`, None stands for what did not change.
    """

    read: bool | None = None
    starred: bool | None = None
    place: int | None = None
    raw: bool | None = None

    def then(self, later: Status) -> Status:
        """This status with the changes of a later one."""
        return Status._make(old if new is None else new for old, new in zip(self, later, strict=True))


ClippingMark = Literal["checked", "doubtful", "wrong"]


class Clipping(msgspec.Struct, frozen=True):
    """Words that the reader keeps, with the source as it was known then.

    `id` is a random UUID in hex; `where` is the article, whose document's id tells the version of the text; `span` and
    `quote` are the place in its raw text, `line` the number of its line there, from 1; `made` is a moment in UTC, as
    ISO 8601 to the second. `heading`, `note` and `mark` are the reader's own; empty or None for none. Clippings under
    a heading stand in the order of `position`.
    """

    id: str
    excerpt: Excerpt
    where: ArticleKey
    span: Span
    quote: TextQuote
    line: int
    made: str
    heading: str = ""
    position: float = 0.0
    note: str = ""
    mark: ClippingMark | None = None


class ClippingChange(NamedTuple):
    """A clipping as it was `before`, None for a new one, and as it is now, None for one that is kept no longer."""

    id: str
    before: Clipping | None
    after: Clipping | None


class KeptCorrection(msgspec.Struct, frozen=True):
    """A correction of an article, as it is kept.

    `id` is a random UUID in hex; `where` is the article, whose document's id tells the version of the text; `sentence`
    is the one that the correction speaks of; `made` is a moment in UTC, as ISO 8601.
    """

    id: str
    where: ArticleKey
    correction: Correction
    sentence: str
    made: str


class CorrectionChange(NamedTuple):
    """A correction as it was `before`, None for a new one, and as it is now, None for one that is taken back."""

    id: str
    before: KeptCorrection | None
    after: KeptCorrection | None


Way = Literal["pasted", "piped", "web"]
"""How a text came without a file; of those from the web more is known (`web_values`)."""


class KeptText(msgspec.Struct, frozen=True):
    """What is known of a text that came without a file and is kept, besides the text itself.

    `document` is its id; `came` is a moment in UTC, as ISO 8601, the same for texts that came together; `record` is
    its number among these, from 0, None where it came alone.
    """

    document: str
    way: Way
    came: str
    record: int | None = None


class KeepText(msgspec.Struct, frozen=True):
    """A text is to be kept, unless it is already."""

    text: KeptText
    document: Document

    @property
    def id(self) -> str:
        """The id of the text."""
        return self.document.id


class RemoveText(msgspec.Struct, frozen=True):
    """The text with this id is to be kept no longer."""

    document: str


class RestoreText(msgspec.Struct, frozen=True):
    """The text with this id, which was removed since the library was opened, is to be kept again."""

    document: str


TextChange = KeepText | RemoveText | RestoreText


class SavedSearch(msgspec.Struct, frozen=True):
    """A query that the reader keeps; `saved` is the moment since which, in UTC, as ISO 8601."""

    query: str
    saved: str


class SaveSearch(msgspec.Struct, frozen=True):
    """A query is to be kept, unless it is already."""

    search: SavedSearch

    @property
    def id(self) -> str:
        """What tells it from others: the query itself."""
        return self.search.query


class RemoveSearch(msgspec.Struct, frozen=True):
    """A query is to be kept no longer."""

    query: str


SearchChange = SaveSearch | RemoveSearch

Change = ClippingChange | CorrectionChange | TextChange | SearchChange | WebChange
"""A change of something that has a row of its own in the library."""


class StatusChange(NamedTuple):
    """Something the reader did with an article."""

    where: ArticleKey
    status: Status


Written = Change | StatusChange
"""What is written to the library besides settings."""


def ids_of_new(changes: Sequence[Written]) -> list[str]:
    """The ids of what was not there before."""
    ids: list[str] = []
    for change in changes:
        match change:
            case RemoveText() | RestoreText() | RemoveSearch() | StatusChange():
                pass
            case Subscribe() | Unsubscribe() | ChangeSubscription() | RemoveWebArticle() | RestoreWebArticle():
                pass
            case KeepText() | SaveSearch() | ClippingChange(before=None) | CorrectionChange(before=None):
                ids.append(change.id)
    return ids
