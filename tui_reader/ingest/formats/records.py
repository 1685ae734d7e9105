"""Records of scrapers and archives, whatever their form: which field is the title, which the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any, NamedTuple

from msgspec.structs import replace

from tui_reader.errors import InputError
from tui_reader.ingest.decode import BEGINNING, BROKEN, note
from tui_reader.ingest.formats.dates import find_date
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.ingest.formats.plain_text import hash_of
from tui_reader.messages import _
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Mark, Source, Span

_DEEPEST = 3
"""How many objects deep a record may stand in what holds it ("_source", "article")."""
_DEEPEST_VALUE = 50
"""How many lists and objects deep the text of a field may stand."""
_VALUES = ("name", "text", "value", "rendered", "#text", "full_text", "content", "main", "original")
"""Under which name an object holds what it is."""
_LONGEST_DATE = 200
"""Code points of a field in which a day is looked for."""
MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|a|em|strong|b|i|span|blockquote|figure|section)\b[^<>]*>", re.IGNORECASE
)
"""A tag by which a text is told that is HTML."""
_REST = re.compile(r"\s*\[\+(\d{1,9}) chars\]\s*$")
"""What News API sets behind the beginning of a text, which is all that it gives."""


class Broken(NamedTuple):
    """A record that cannot be read: the number of its line, from 1."""

    line: int


def documents_of(
    records: Iterable[Mapping[str, Any] | Broken], source: Source, names: FieldNames = USUAL_NAMES
) -> Iterator[Document]:
    """The documents of records whose fields have these names; those without a text are told with the first one.

    Raises InputError where none can be read.
    """
    documents: list[Document] = []
    broken: list[int] = []
    for number, record in enumerate(records):
        document = None if isinstance(record, Broken) else document_of(record, replace(source, record=number), names)
        if document:
            documents.append(document)
        else:
            broken.append(record.line if isinstance(record, Broken) else number + 1)
    if not documents:
        raise InputError(source.path or "-", _("holds no record with a title or a text"))
    if len(documents) == 1:
        documents[0] = replace(documents[0], source=replace(documents[0].source, record=None))
    if broken:
        first = documents[0]
        told = note(BROKEN, _listed(broken))
        documents[0] = replace(first, source=replace(first.source, notes=(*first.source.notes, told)))
    return iter(documents)


def _listed(numbers: list[int], most: int = 10) -> str:
    """Numbers as words, of many the first."""
    return ", ".join(map(str, numbers[:most])) + (" …" if len(numbers) > most else "")


def document_of(record: Mapping[str, Any], source: Source, names: FieldNames = USUAL_NAMES) -> Document | None:
    """The document of one record: its title and its text are `raw`; None where it has neither."""
    fields = _fields(record, names, _DEEPEST)
    title, (text, left_out) = _line(fields.get("title")), _without_count_of_rest(_text(fields.get("text")))
    if left_out:
        source = replace(source, notes=(*source.notes, note(BEGINNING, left_out)))
    raw = "\n\n".join(part for part in (title, text) if part)
    if not raw:
        return None
    marks = [Mark(Span(0, len(title)), "title")] if title else []
    marks += [Mark(Span(len(raw) - len(text), len(raw)), "article")] if text else []
    authors = tuple(filter(None, map(_line, _each(fields.get("authors")))))
    language = _language(_line(fields.get("language")))
    day_first = language is not None and not language.lower().startswith("en")
    published, modified = (_moment(_line(fields.get(name)), day_first) for name in ("published", "modified"))
    declared = Declared(
        title=DeclaredText.line(title, "field"),
        authors=DeclaredNames(authors, "field") if authors else None,
        site=DeclaredText.line(_line(fields.get("site")), "field"),
        published=DeclaredText.line(published, "field"),
        modified=DeclaredText.line(modified, "field"),
        url=DeclaredText.line(_address(_line(fields.get("url"))), "field"),
        language=DeclaredText.line(language, "field"),
    )
    return Document(hash_of(raw), source, raw, declared, tuple(marks))


def _fields(record: Mapping[str, Any], names: FieldNames, depth: int) -> dict[str, Any]:
    """What a record has of the fields with `names`; of one without a text, what the first record inside it has."""
    by_name = {str(name).lower(): value for name, value in record.items()}
    fields: dict[str, Any] = {}
    for field, likely_names in names.items():
        given = next(filter(None, (_value_of(by_name, name) for name in likely_names)), None)
        if given is not None:
            fields[field] = given
    if "text" not in fields and depth > 1:
        inner = (_fields(value, names, depth - 1) for value in record.values() if isinstance(value, Mapping))
        return fields | next((one for one in inner if "text" in one), {})
    return fields


def _value_of(record: Mapping[str, Any], name: str) -> Any:
    """What a record holds under a name, of which points lead into objects inside it; None for nothing."""
    if name in record:
        return record[name]
    outer, point, inner = name.partition(".")
    value = record.get(outer)
    if not point or not isinstance(value, Mapping):
        return None
    return _value_of({str(key).lower(): one for key, one in value.items()}, inner)


def _each(value: Any) -> list[Any]:
    """The values of a list, or of a text that lists names."""
    if isinstance(value, str):
        return re.split("[;|]", value)
    return value if isinstance(value, list) else [value]


def _plain(value: Any, depth: int = _DEEPEST_VALUE) -> str:
    """A value as text: an object is what it holds under one of the usual names, a list its parts as paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or depth == 0:
        return ""
    if isinstance(value, Mapping):
        return next((_plain(value[name], depth - 1) for name in _VALUES if isinstance(value.get(name), str | list)), "")
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_plain(one, depth - 1) for one in value)))
    return str(value)


def _text(value: Any) -> str:
    """The text of a field; markup in it is read as that of a page."""
    text = _plain(value)
    if not MARKUP.search(text):
        return unescape(text)
    from tui_reader.ingest.formats.html.reader import text_of  # noqa: PLC0415 - its parser is loaded for markup alone

    return text_of(text)


def _without_count_of_rest(text: str) -> tuple[str, str | None]:
    """A text without what says how much of it is left out, and how many characters that is."""
    found = _REST.search(text)
    return (text[: found.start()], found[1]) if found else (text, None)


def _line(value: Any) -> str:
    """The text of a field as one line."""
    return " ".join(_text(value).split())


def _moment(text: str, day_first: bool) -> str | None:
    """A date or a moment as ISO 8601, where it is one already or names a day; seconds and milliseconds since 1970."""
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return find_date(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if re.match(r"(?:19|20)\d\d-\d\d-\d\d", text):
        return text.replace(" ", "T", 1) if _is_moment(text) else find_date(text[:10])
    return find_date(text[:_LONGEST_DATE], day_first=day_first)


def _is_moment(text: str) -> bool:
    """Whether a text is a day or a moment as ISO 8601, perhaps with a blank for the "T"."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _address(text: str) -> str | None:
    """An address of the web; what others lead to is not what a reader expects."""
    return text if re.match(r"https?://", text, re.IGNORECASE) else None


def _language(text: str) -> str | None:
    """A language tag; the name of a language is none."""
    return text if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?", text) else None
