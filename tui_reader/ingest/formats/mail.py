"""Mail, and pages that browsers save in the form of mail (MHTML): the page or the text, with what the head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr

from tui_reader.errors import InputError
from tui_reader.ingest.formats import plain_text
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Source

_NEXT = re.compile(rb"^From \S+ .*\d{4}\r?\n(?=[A-Za-z-]+: )", re.MULTILINE)
"""The line that begins each message of a mailbox (mbox)."""


def read(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of mail, of which a mailbox holds several. Raises InputError where no part is text."""
    marks = list(_NEXT.finditer(data))
    starts = [mark.end() for mark in marks] or [0]
    ends = [*(mark.start() for mark in marks[1:]), len(data)]
    documents: list[Document] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        record = replace(source, record=number if len(starts) > 1 else None)
        documents += _documents(data[start:end], record)
    if not documents:
        raise InputError(source.path or "-", _("holds no part that is text"))
    return iter(documents)


def _documents(data: bytes, source: Source) -> Iterator[Document]:
    message = BytesParser(EmailMessage, policy=default).parsebytes(data)
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    part = part or next((one for one in message.walk() if one.get_content_type() == "text/plain"), None)
    if not isinstance(part, EmailMessage):
        return
    for document in _read_part(part, source):
        is_page = message.get("Snapshot-Content-Location") or message.get_content_type() == "multipart/related"
        yield replace(document, declared=_declared(message, document.declared, is_page=bool(is_page)))


def _read_part(part: EmailMessage, source: Source) -> Iterator[Document]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        return iter(())
    if part.get_content_type() == "text/plain":
        return plain_text.read(_as_utf8(data, part), source)
    from tui_reader.ingest.formats.html.reader import read as read_page  # noqa: PLC0415 - its parser is loaded for pages

    return read_page(_as_utf8(data, part), source)


def _as_utf8(data: bytes, part: EmailMessage) -> bytes:
    """The text of a part as UTF-8, where its head says in which encoding it is."""
    try:
        return data.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeError):
        return data


def _declared(message: EmailMessage, page: Declared, *, is_page: bool) -> Declared:
    """What the head of a message says, beside what its page says: a page that was saved knows better."""
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    address = message.get("Snapshot-Content-Location") or ""
    head = Declared(
        title=_header(message.get("Subject")),
        authors=_sender(message),
        published=_header(moment.isoformat() if moment else None),
        url=_header(address if address.startswith(("http://", "https://")) else None),
    )
    if is_page:
        return replace(page, title=page.title or head.title, url=page.url or head.url)
    return head


def _header(value: object) -> DeclaredText | None:
    line = " ".join(str(value or "").split())
    return DeclaredText(line, "header") if line else None


def _sender(message: EmailMessage) -> DeclaredNames | None:
    """The name of the sender, without the address."""
    name = parseaddr(str(message.get("From") or ""))[0]
    return DeclaredNames((name,), "header") if name else None
