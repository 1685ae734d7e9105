"""What an answer is: told by its bytes, and by what the server says where these do not tell."""

from __future__ import annotations

import re
from typing import Literal

from tui_reader.errors import WireError
from tui_reader.ingest.decode import looks_binary
from tui_reader.ingest.formats.feed_start import looks_like_feed
from tui_reader.ingest.formats.registry import CSV, JSON, TEXT, format_of
from tui_reader.messages import N_, _
from tui_reader.wire.answer import Answer

Kind = Literal["page", "feed", "text", "document"]
"""What an answer is read as; a document is whatever else `ingest.formats.registry` has a reader for."""

_SNIFFED = 8_192
"""How many bytes at the start of an answer are looked at."""
_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_XML = re.compile(r"(?:text|application)/(?:xml|[\w.-]+\+xml)")
_NAMED_DOCUMENTS = (JSON, CSV, "text/markdown")
"""Documents whose bytes do not tell what they are."""
_DOCX_PART = b"word/document.xml"
"""The name in a packed file that makes it a document of a word processor."""
_MARKS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+")
"""Byte order marks."""

_PICTURE = N_("is a picture, not an article")
_RECORDING = N_("is a film or a recording, not an article")
_ARCHIVE = N_("is an archive of files, not an article")
_PROGRAM = N_("is a program, not an article")
_REFUSED_STARTS = (
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0|II\*\0|MM\0\*|\0\0\x01\0|RIFF.{4}WEBP", re.DOTALL),
        _PICTURE,
    ),
    (re.compile(rb"\0\0\0.ftyp(?:avif|avis|heic|heix|mif1)", re.DOTALL), _PICTURE),
    (re.compile(rb"\0\0\0.ftyp|\x1aE\xdf\xa3|RIFF.{4}(?:AVI |WAVE)", re.DOTALL), _RECORDING),
    (re.compile(rb"OggS\0|fLaC\0|ID3[\x02-\x04]|\xff[\xf2\xf3\xfb]"), _RECORDING),
    (re.compile(rb"7z\xbc\xaf|Rar!\x1a|BZh\d1AY|\xfd7zXZ|\x28\xb5\x2f\xfd|\x1f\x8b|MSCF\0"), _ARCHIVE),
    (
        re.compile(rb"\x7fELF|MZ.[\0\x01]|\xfe\xed\xfa|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|\0asm", re.DOTALL),
        _PROGRAM,
    ),
)
"""How files begin that are not read (WHATWG MIME Sniffing, section 6, and file's "magic")."""
_REFUSED_TYPES = {"image": _PICTURE, "audio": _RECORDING, "video": _RECORDING}


def kind_of(answer: Answer) -> Kind:
    """What an answer is; raises WireError where it is nothing that is read."""
    reason = _refused(answer)
    if reason:
        raise WireError(answer.asked, _(reason), status=answer.status)
    if looks_like_feed(answer.body):
        return "feed"
    start = _MARKS.sub(b"", answer.body[:_SNIFFED].replace(b"\0", b""), count=1)
    media_type = format_of(start, "").media_type
    if media_type == TEXT.media_type:
        return _declared_kind(answer, start)
    return "page" if media_type in _PAGES else "document"


def _refused(answer: Answer) -> str | None:
    """Why an answer is not read, whatever else it is; None where it may be."""
    body = answer.body
    if not body.strip():
        return N_("is empty")
    for pattern, reason in _REFUSED_STARTS:
        if pattern.match(body):
            return reason
    if body.startswith(b"PK\x03\x04"):
        return None if _DOCX_PART in body else _ARCHIVE
    family = answer.media_type.partition("/")[0]
    if family in _REFUSED_TYPES:
        return _REFUSED_TYPES[family]
    is_wide = (answer.charset or "").lower().startswith(("utf-16", "utf-32"))
    if format_of(body, "").is_text and looks_binary(body) and not is_wide:
        return N_("is binary data, not text")
    return None


def _declared_kind(answer: Answer, start: bytes) -> Kind:
    """What a text is whose start does not tell, by what the server says."""
    media_type = answer.media_type
    if media_type in _PAGES:
        return "page"
    if media_type in _FEEDS:
        return "feed"
    if media_type in _NAMED_DOCUMENTS:
        return "document"
    if _XML.fullmatch(media_type) and start.lstrip().startswith(b"<"):
        raise WireError(answer.asked, _("is XML of a kind that is not read"), status=answer.status)
    return "text"
