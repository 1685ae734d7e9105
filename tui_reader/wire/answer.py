"""The values of a request and of what came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[int, int | None], None]
"""Told how many bytes have come, and how many will, None where the server does not say."""

PAGES = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
"""The `Accept` of a request for an article."""


class Validators(NamedTuple):
    """What the server said to tell one state of a page from the next: `ETag` and `Last-Modified`, as it wrote them."""

    etag: str | None = None
    modified: str | None = None


NO_VALIDATORS = Validators()
"""Nothing is known of an earlier state."""


class Answer(NamedTuple):
    """What came over the wire.

    `asked` is the address that was asked for, `address` the one that answered, after redirects; `moved_to` is where
    the redirects led that are for ever, None where there was none. `status` is 200, or 304 where nothing has changed
    since the `Validators` that were sent. `body` is unpacked, and empty for 304. `media_type` is in small letters, ""
    where none is given; `charset` is None where none is given that there is.
    """

    asked: str
    address: str
    status: int
    body: bytes
    media_type: str
    charset: str | None
    validators: Validators
    moved_to: str | None

    @property
    def content_type(self) -> str:
        """The media type and the charset, as a header says them."""
        return f"{self.media_type}; charset={self.charset}" if self.charset else self.media_type
