"""Bytes to text, without losing what can be known, and saying what could not.

UTF-8 and UTF-16 by their byte order mark, else UTF-8; a line that is no UTF-8 is read as Windows-1252, which is what
such lines mostly are, while the others stay UTF-8. (latin-1 would turn the byte 0x9B into a live control character.)
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from tui_reader.messages import N_, _
from tui_reader.model import Note

MOST_BYTES = 5_000_000
"""How much of an input is read; what lies beyond is cut at a code point, and that is said."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"<\0\0\0", codecs.BOM_UTF32_LE),
    (b"\0\0\0<", codecs.BOM_UTF32_BE),
    (b"<\0", codecs.BOM_UTF16_LE),
    (b"\0<", codecs.BOM_UTF16_BE),
)
"""How markup begins that lacks its byte order mark (XML, appendix F)."""
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
"""Encodings that pages and feeds name and do not mean (WHATWG Encoding, section 4.2: labels)."""
_PROBE = rb"<p>\x41\u0041 +AD4-"
"""What every encoding of pages leaves as it is (WHATWG Encoding, section 4.2), and UTF-7 and escapes do not."""
_LINES = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAMPLE = 8192  # bytes looked at to tell text from binary data
_BINARY_SHARE = 0.02  # of control bytes: clean text has none, a scraped one a few
_CONTROLS = bytes(set(range(0x20)).difference(b"\t\n\v\f\r\x1b"))  # that text does not have

PAGE = "source.html"
PAYWALLED = "source.paywall"
"""The rule of the note that a text is what is visible of a page."""
BROKEN = "records.broken"
"""The rule of the note that tells which records could not be read."""
DAMAGED = "records.damaged"
"""The rule of the note that tells how many records could not be read."""
PACKED = "packed.damaged"
"""The rule of the note that a packed file is damaged, and read as far as that goes."""
NO_ARTICLE = "source.no-article"
"""The rule of the note that a page holds no article."""
BEGINNING = "records.beginning"
"""The rule of the note that a source gives the beginning of a text alone."""
CUT = "decode.cut"
"""The rule of the note that a text was cut."""
NOTES_OF_GAPS = frozenset({CUT, BROKEN, BEGINNING, PACKED, PAYWALLED})
"""The rules of the notes that tell of text which is not there."""
NOTES = {
    CUT: N_("only the first {count} bytes are read"),
    "decode.cp1252": N_("lines read as Windows-1252: {count}"),
    "decode.replaced": N_("undecodable bytes replaced: {count}"),
    BROKEN: N_("records that cannot be read, by line: {count}"),
    BEGINNING: N_("only the beginning of this text; the source leaves out so many characters: {count}"),
    PACKED: N_("this packed file is damaged ({count}): what could be read of it"),
    DAMAGED: N_("damaged records: {count}"),
    NO_ARTICLE: N_("this page holds no article; its headlines are listed"),
    PAGE: N_("the visible text of a web page"),
    PAYWALLED: N_("only the beginning: the rest is for subscribers"),
    "declared.published": N_("the page says that it was published on {count}, which its text contradicts"),
}
"""The words of each note; `{count}` is what it counts."""


class Decoded(NamedTuple):
    """A text, the name of the encoding that gave it, and what decoding had to do."""

    text: str
    encoding: str
    notes: tuple[Note, ...]


def note(rule: str, count: int | str | None = None) -> Note:
    """The note for `rule`, in English: the screen translates it by its rule."""
    return Note(rule, NOTES[rule].format(count=count))


def translated(one: Note) -> str:
    """The note in the user's language, by its rule."""
    before, field, after = NOTES[one.rule].partition("{count}")
    return _(NOTES[one.rule]).format(count=one.text.removeprefix(before).removesuffix(after) if field else None)


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text: control bytes other than blanks and line ends in number."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _BINARY_SHARE * len(sample)


def as_utf8(data: bytes, encoding: str) -> bytes:
    """The bytes of a text as UTF-8, where they are in the `encoding` that their source names; else as they are."""
    try:
        return data.decode(encoding).encode()
    except (LookupError, ValueError):  # ValueError: a name with NUL, too
        return data


def decode_named(data: bytes, names: Iterable[str], most: int | None = None) -> Decoded:
    """The text of markup: by its byte order mark, or as UTF-8 where it is such, else in the first of the encodings that
    its source `names` which is one; else as `decode` reads it.
    """
    mark = next((mark for start, mark in _UNMARKED if data.startswith(start)), b"")
    decoded = decode(mark + data, most)
    if decoded.encoding != "windows-1252":
        return decoded
    encoding = next(filter(None, map(_encoding_of_web, names)), None)
    if encoding is None:
        return decoded
    notes = tuple(one for one in decoded.notes if one.rule != "decode.cp1252")
    return Decoded(data[:most].decode(encoding, errors="replace"), encoding, notes)


def _encoding_of_web(name: str) -> str | None:
    """The encoding that a page or a feed means by a name; None where it is none, or UTF-8, which it was tried as."""
    try:
        encoding = codecs.lookup(name).name
        encoding = _WIDER.get(encoding, encoding)
        is_web = _PROBE.decode(encoding, errors="replace") == _PROBE.decode("ascii")
    except (LookupError, ValueError):  # no encoding of text ("base64"), or one that cannot replace what is wrong
        return None
    return encoding if is_web and encoding != "utf-8" else None


def decode(data: bytes, most: int | None = None) -> Decoded:
    """The text of `data`, of which only the first `most` bytes are read, or `MOST_BYTES`."""
    most = MOST_BYTES if most is None else most
    notes = []
    cut = len(data) > most
    if cut:
        notes.append(note(CUT, most))
        data = data[:most]
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, cut, notes)
    if cut:
        data = data[: _whole_code_points(data)]
    try:
        return Decoded(data.decode("utf-8"), "utf-8", tuple(notes))
    except UnicodeDecodeError:
        return _decode_by_line(data, notes)


def _decode_marked(data: bytes, encoding: str, cut: bool, notes: list[Note]) -> Decoded:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(data, final=not cut)
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
    except UnicodeDecodeError:
        notes.append(note("decode.replaced", text.count("\N{REPLACEMENT CHARACTER}")))
    return Decoded(text, encoding, tuple(notes))


def _decode_by_line(data: bytes, notes: list[Note]) -> Decoded:
    lines: list[str] = []
    foreign = replaced = utf8 = 0
    for line in _LINES.findall(data):
        try:
            text = line.decode("utf-8")
            utf8 += not line.isascii()
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
            foreign += 1
            replaced += text.count("\N{REPLACEMENT CHARACTER}")
        lines.append(text)
    notes.append(note("decode.cp1252", foreign))
    if replaced:
        notes.append(note("decode.replaced", replaced))
    return Decoded("".join(lines), "utf-8" if utf8 else "windows-1252", tuple(notes))


def _whole_code_points(data: bytes) -> int:
    """How many bytes at the start of cut UTF-8 end with a whole code point."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if needed > back else len(data)
        if byte < 0x80:
            break
    return len(data)
