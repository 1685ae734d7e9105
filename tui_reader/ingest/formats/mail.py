"""Mail, and pages that browsers save in the form of mail (MHTML): the page or the text, with what the head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from itertools import islice
from typing import Any

from tui_reader.errors import InputError
from tui_reader.ingest.decode import as_utf8
from tui_reader.ingest.formats import plain_text
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Source

_NEXT = re.compile(rb"^From \S+ .*\d{4}\r?\n(?=[A-Za-z-]+: )", re.MULTILINE)
"""The line that begins each message of a mailbox (mbox)."""

_QUOTED_NEXT = re.compile(rb"^>(?=>*From )", re.MULTILINE)
"""What mailboxes put before a line of a message that looks like the beginning of one."""
_LONGEST_HEADER = 2_000
"""Code points of a header that are read: the time of its parser grows with their square."""
_MOST_PARTS = 1_000
"""Parts of a message that are looked at."""


class _Bounded(EmailPolicy):
    """The usual rules of headers; one that their parser fails at is what it says."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value[:_LONGEST_HEADER])
        except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
            return " ".join(value[:_LONGEST_HEADER].split())


_BOUNDED = _Bounded()


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of mail, of which a mailbox holds several. Raises InputError where no part is text."""
    marks = list(_NEXT.finditer(data))
    starts = [mark.end() for mark in marks] or [0]
    ends = [*(mark.start() for mark in marks[1:]), len(data)]
    documents: list[Document] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        record = replace(source, record=number if len(starts) > 1 else None)
        message = _QUOTED_NEXT.sub(b"", data[start:end]) if marks else data
        documents += _documents(message, record)
    if not documents:
        raise InputError(source.path or "-", _("holds no part that is text"))
    return iter(documents)


def _documents(data: bytes, source: Source) -> Iterator[Document]:
    try:
        message = BytesParser(EmailMessage, policy=_BOUNDED).parsebytes(data)
    except RecursionError:  # parts inside parts without end
        yield from plain_text.read(data, replace(source, media_type="text/plain"))
        return
    part = _part_to_read(message)
    if not isinstance(part, EmailMessage) or not isinstance(message, EmailMessage):
        return
    for document in _read_part(part, source):
        is_page = message.get("Snapshot-Content-Location") or message.get_content_type() == "multipart/related"
        yield replace(document, declared=_declared(message, document.declared, is_page=bool(is_page)))


def _part_to_read(message: Message) -> Message | None:
    """The page of a message, else its text; one that is attached only where there is no other."""
    parts: dict[tuple[bool, str], Message] = {}
    for one in islice(message.walk(), _MOST_PARTS):
        parts.setdefault((one.get_content_disposition() == "attachment", one.get_content_type()), one)
    kinds = ((attached, kind) for attached in (False, True) for kind in ("text/html", "text/plain"))
    return next((parts[kind] for kind in kinds if kind in parts), None)


def _read_part(part: EmailMessage, source: Source) -> Iterator[Document]:
    payload = part.get_payload(decode=True)
    data = as_utf8(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "utf-8")
    if not data.strip():
        return iter(())
    if part.get_content_type() == "text/plain":
        return plain_text.read(data, source)
    from tui_reader.ingest.formats.html.reader import read as read_page  # noqa: PLC0415 - its parser is loaded for pages

    return read_page(data, source)


def _declared(message: EmailMessage, page: Declared, *, is_page: bool) -> Declared:
    """What the head of a message says, beside what its page says: a page that was saved knows better."""
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    address = message.get("Snapshot-Content-Location") or ""
    head = Declared(
        title=DeclaredText.line(message.get("Subject"), "header"),
        authors=_sender(message),
        published=DeclaredText.line(moment.isoformat() if moment else None, "header"),
        url=DeclaredText.line(address if address.startswith(("http://", "https://")) else None, "header"),
    )
    if is_page:
        return replace(page, title=page.title or head.title, url=page.url or head.url)
    return head


def _sender(message: EmailMessage) -> DeclaredNames | None:
    """The name of the sender, without the address."""
    try:
        name = parseaddr(str(message.get("From") or ""))[0]
    except RecursionError:  # comments in comments without end
        return None
    return DeclaredNames((name,), "header") if name else None
