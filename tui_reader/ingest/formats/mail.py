"""Mail, and pages that browsers save in the form of mail (MHTML): the page or the text, with what the head says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from itertools import islice
from typing import Any

from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.decode import as_utf8
from tui_reader.ingest.formats import plain_text
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Mark, Source, Span, in_order

_NEXT = re.compile(rb"^From \S+ .*\d{4}\r?\n(?=[A-Za-z-]+: )", re.MULTILINE)
"""The line that begins each message of a mailbox (mbox)."""

_QUOTED_NEXT = re.compile(rb"^>(?=>*From )", re.MULTILINE)
"""What mailboxes put before a line of a message that looks like the beginning of one."""
_LONGEST_HEADER = 2_000
"""Code points of a header that are read: the time of its parser grows with their square."""
_MOST_PARTS = 1_000
"""Parts of a message that are looked at."""


_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
"""What stands above a signature (RFC 3676, section 4.3)."""
_LONGEST_SIGNATURE = 1_000
_FORWARDED = re.compile(
    r"^(?:[-_ ]{0,40}(?:Forwarded message|Begin forwarded message|Original Message|Message transféré|Message d'origine"
    r"|Début du message (?:transféré|réexpédié))[-_: ]{0,40}\r?\n\s*)?"
    r"(?:(?:De|From|Date|Sent|Envoyé|Objet|Subject|To|À|Cc|Répondre à|Reply-To)[ \u00a0]?:[^\n]*(?:\r?\n|\Z)\s*){3,}",
    re.MULTILINE | re.IGNORECASE,
)
"""The head of a forwarded message, perhaps below a line that says so."""
_LISTS = ("List-Unsubscribe", "List-Id", "List-Post")
"""Headers of what is sent to many, whose sender is a site."""
_AUTHOR_AND_SITE = re.compile(r"(.+?)\s+(?:from|via|de chez|at)\s+(.+)")


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
    is_page = _is_saved_page(message)
    address = _address_of(message) if is_page else None
    for document in _read_part(part, source, is_page=is_page, address=address):
        marks = document.marks if is_page else _without_frame(document.raw, document.marks)
        yield replace(document, declared=_declared(message, document.declared, is_page=is_page), marks=marks)


def _is_saved_page(message: EmailMessage) -> bool:
    """Whether a message is a page that a browser saved; mail that holds its pictures has the same form."""
    is_sent = any(message.get(header) for header in ("To", "Message-ID", "Received"))
    is_page = message.get_content_type() == "multipart/related" and not is_sent
    return is_page or bool(message.get("Snapshot-Content-Location"))


def _part_to_read(message: Message) -> Message | None:
    """The page of a message, else its text; one that is attached only where there is no other."""
    parts: dict[tuple[bool, str], Message] = {}
    for one in islice(message.walk(), _MOST_PARTS):
        parts.setdefault((one.get_content_disposition() == "attachment", one.get_content_type()), one)
    kinds = ((attached, kind) for attached in (False, True) for kind in ("text/html", "text/plain"))
    return next((parts[kind] for kind in kinds if kind in parts), None)


def _read_part(part: EmailMessage, source: Source, *, is_page: bool, address: str | None) -> Iterator[Document]:
    payload = part.get_payload(decode=True)
    data = as_utf8(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "utf-8")
    if not data.strip():
        return iter(())
    if part.get_content_type() == "text/plain":
        return _letters(list(plain_text.read(data, source)))
    from tui_reader.ingest.formats.html.reader import read as read_page  # noqa: PLC0415 - its parser is loaded for pages

    return read_page(data, source, is_letter=not is_page, address=address)


def _letters(documents: Sequence[Document]) -> Iterator[Document]:
    """The text of a mail, marked as a letter; where it is an archive's export, its articles are none."""
    for document in documents:
        whole = Span(0, len(document.raw))
        is_export = len(documents) > 1
        yield document if is_export else replace(document, marks=(Mark(whole, "article"), Mark(whole, "letter")))


def _without_frame(raw: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of a letter, with those of its text cut where lines of the mail stand, which are marked themselves."""
    frame = list(_frame(raw))
    starts_of_frame, ends_of_frame = [span.start for span in frame], [span.end for span in frame]
    parts: list[Mark] = []
    for mark in marks:
        is_text = mark.kind in ("article", "letter")
        first, last = bisect_right(ends_of_frame, mark.span.start), bisect_left(starts_of_frame, mark.span.end)
        inner = frame[first:last] if is_text else []
        starts = [mark.span.start, *(span.end for span in inner)]
        ends = [*(span.start for span in inner), mark.span.end]
        parts += (Mark(Span(*ends), mark.kind) for ends in zip(starts, ends, strict=True) if ends[0] < ends[1])
    return in_order([*parts, *(Mark(span, "mail") for span in frame)])


def _frame(raw: str) -> Iterator[Span]:
    """The heads of what is forwarded, and the signature at the end, in order."""
    signature = next(iter(reversed(list(_SIGNATURE.finditer(raw)))), None)
    is_signature = signature and raw[: signature.start()].strip() and len(raw) - signature.end() <= _LONGEST_SIGNATURE
    for head in _FORWARDED.finditer(raw, 0, signature.start() if signature and is_signature else len(raw)):
        yield Span(*head.span())
    if signature and is_signature:
        yield Span(signature.start(), len(raw))


def _declared(message: EmailMessage, page: Declared, *, is_page: bool) -> Declared:
    """What the head of a message says, beside what its page says: a page that was saved knows better."""
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    author, site = _sender(message)
    head = Declared(
        title=DeclaredText.line(message.get("Subject"), "header"),
        authors=DeclaredNames((author,), "header") if author else None,
        site=DeclaredText.line(site, "header"),
        published=DeclaredText.line(moment.isoformat() if moment else None, "header"),
        url=DeclaredText.line(_address_of(message), "header"),
    )
    if is_page:
        return replace(page, title=page.title or head.title, url=page.url or head.url)
    return head


def _address_of(message: EmailMessage) -> str | None:
    """Where the browser found the page that it saved."""
    return absolute(str(message.get("Snapshot-Content-Location") or ""))


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    """The name of the sender, as an author and as a site: of what goes to many it is that of the site."""
    try:
        name = parseaddr(str(message.get("From") or ""))[0]
    except RecursionError:  # comments in comments without end
        return None, None
    if not any(message.get(header) for header in _LISTS):
        return name, None
    both = _AUTHOR_AND_SITE.fullmatch(name)
    return (both[1], both[2]) if both else (None, name)
