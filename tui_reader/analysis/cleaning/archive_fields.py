"""Find the lines that an archive puts around an article it exports: labels, codes, and a head without either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple, get_args

from msgspec.structs import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import drop
from tui_reader.analysis.cleaning.draft import FieldRole, PageDraft
from tui_reader.analysis.cleaning.line_features import Line, ends_sentence
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.analysis.lexicon import common_data
from tui_reader.analysis.text.dates import iso_date
from tui_reader.analysis.text.segmentation import fold, trim
from tui_reader.ingest.formats.archives import Form, marks
from tui_reader.model import Block, Span

_CODE = re.compile(r"([A-Z]{2,3})(?=\s|\Z)\s*")
_LABEL = re.compile(r"([A-Za-zÀ-ÿ][\w' -]{2,28}?)\s*(?::\s*|\Z)")
_MOST_EDITION_WORDS = 5
_WRAPPED = 50  # code points: a shorter line was not wrapped


class Fields(NamedTuple):
    """Units, with labels apart from what they name, and the roles of those that are fields, by index.

    No roles: the text is no export.
    """

    units: list[Unit]
    roles: dict[int, FieldRole]


def mark_fields(draft: PageDraft) -> None:
    """Divide the units into fields, where the text is an archive's export, and decide on each by its role.

    Where markup says which lines are the article, nothing is left to find.
    """
    if draft.markup.article:
        return
    fields = _fields_of(draft.raw, draft.units)
    if not fields.roles:
        return
    draft.divide(fields.units)
    draft.roles = fields.roles
    for index, role in fields.roles.items():
        draft.blocks[index] = _field_block(draft.blocks[index], role)


def _field_block(block: Block, role: FieldRole) -> Block:
    """The block that a field is: title, author and date are kept, all else is the archive's."""
    if role in ("title", "byline", "date"):
        return replace(block, kind=role)
    rules = {"site": block_rules.ARCHIVE_SITE, "url": block_rules.ADDRESS}
    return drop(block, rules.get(role, block_rules.ARCHIVE_FIELD))


def _fields_of(raw: str, units: Sequence[Unit]) -> Fields:
    """The units, and which of them are the archive's or name title, author, date and site."""
    archive_marks = list(marks(raw))
    fields = _labelled(raw, units, is_export=bool(archive_marks))
    if not fields.roles and not any(_is_sure(raw, form, mark) for form, mark in archive_marks):
        return Fields(list(units), {})
    for form, mark in archive_marks:
        fields.roles.update(_outside(fields, Span(*mark.span()), ends=form.ends))
    sources = [mark["source"].rstrip("0") for _, mark in archive_marks if "source" in mark.groupdict()]
    fields.roles.update(_head(fields, sources))
    return fields


def _is_sure(raw: str, form: Form, mark: re.Match[str]) -> bool:
    """Whether a mark is nothing that an article says: it holds an archive's number, or stands at the very edge."""
    outside = raw[mark.end() :] if form.ends else raw[: mark.start()]
    return form.numbered or not outside.strip()


def _outside(fields: Fields, mark: Span, *, ends: bool) -> Iterator[tuple[int, FieldRole]]:
    """The mark, the lines beyond it unless they read like text, and the rules drawn between articles."""
    for index, unit in enumerate(fields.units):
        is_beyond = unit.span.start >= mark.end if ends else unit.span.end <= mark.start
        is_ruled_line = not any(map(str.isalnum, unit.text))
        if mark.meets(unit.span) or is_ruled_line or (is_beyond and not Line.of(unit.text).is_prose):
            yield index, "other"


class _Label(NamedTuple):
    """A label or code at the head of a unit, the role that it gives, and the length up to what it names."""

    word: str
    role: FieldRole
    length: int


def _labelled(raw: str, units: Sequence[Unit], *, is_export: bool) -> Fields:
    """The fields by their labels or codes, whichever the text has."""
    codes = _labels(units, _CODE, "codes")
    named = {code.word: code.role for code in codes if code}
    if len(named) >= common_data().archives.fewest_codes and {"title", "text"} <= set(named.values()):
        return _divided(raw, units, codes, is_open=True)
    labels = _labels(units, _LABEL, "labels")
    distinct = {label.word for label in labels if label}
    is_sure = is_export or not distinct.isdisjoint(common_data().archives.labels.sure)
    if len(distinct) >= common_data().archives.fewest_labels and is_sure:
        return _divided(raw, units, labels, is_open=False)
    if _is_header(labels):
        return _divided(raw, units, _only_first(labels), is_open=False)
    return Fields(list(units), {})


def _is_header(labels: Sequence[_Label | None]) -> bool:
    """Whether a text begins with some labelled lines, one of which gives the title."""
    header = list(takewhile(bool, labels))
    return len(header) >= common_data().archives.fewest_labels and "title" in {label.role for label in header if label}


def _only_first(labels: Sequence[_Label | None]) -> list[_Label | None]:
    """The labels of the first lines alone: those further below are the text's."""
    header = list(takewhile(bool, labels))
    return [*header, *[None] * (len(labels) - len(header))]


def _labels(units: Sequence[Unit], pattern: re.Pattern[str], kind: Literal["codes", "labels"]) -> list[_Label | None]:
    """The label of each unit that has one of this kind."""
    roles = _roles(kind)
    matches = [pattern.match(unit.text) for unit in units]
    words = [match and (match[1] if kind == "codes" else fold(match[1])) for match in matches]
    return [
        _Label(word, roles[word], match.end()) if match and word in roles else None
        for match, word in zip(matches, words, strict=True)
    ]


def _divided(raw: str, units: Sequence[Unit], labels: Sequence[_Label | None], *, is_open: bool) -> Fields:
    """Labels apart from their values; where fields are open (`is_open`), each goes on to the next label."""
    parts: list[Unit] = []
    roles: dict[int, FieldRole] = {}
    role: FieldRole | None = None
    waits = False  # whether the label stands alone: the next unit is its value
    for unit, label in zip(units, labels, strict=True):
        if label:
            role = label.role
            cut = unit.span.start + label.length
            place = trim(raw, Span(unit.span.start, cut))
            roles[len(parts)] = "other"
            parts.append(Unit(place, place.of(raw)))
            waits = cut == unit.span.end
            if waits:
                continue
            rest = Span(cut, unit.span.end)
            value = Unit(rest, rest.of(raw), tuple(edit for edit in unit.edits if edit.span.start >= cut))
        else:
            value = unit
            if not (role and (is_open or waits or _goes_on(raw, parts[-1], unit, role))):
                role = None
        if role:
            roles[len(parts)] = role
        waits = False
        parts.append(value)
    roles = {index: role for index, role in roles.items() if role != "text"}  # text is cleaned as any other
    return Fields(parts, roles)


def _goes_on(raw: str, before: Unit, unit: Unit, role: FieldRole) -> bool:
    """Whether a unit is the rest of a wrapped field."""
    is_next = raw.count("\n", before.span.end, unit.span.start) < 2
    is_wrapped = unit.span.start - before.span.start > _WRAPPED
    return role == "other" and is_next and is_wrapped and not ends_sentence(unit.text)


def _head(fields: Fields, sources: Sequence[str]) -> Mapping[int, FieldRole]:
    """The lines above the text that have no label: site, date, author, length, page, language, the archive's codes."""
    head = list(_head_lines(fields))
    roles: dict[int, FieldRole] = {}
    dates = [index for index, line in head if iso_date(line.folded) is not None and not line.ends_sentence]
    texts = {index: fields.units[index].text.strip() for index, _ in head}
    code_index = next((index for index, _ in head if texts[index] in sources), None)
    languages = common_data().archives.lines.languages
    named = {fold(fields.units[index].text).strip() for index, role in fields.roles.items() if role == "site"}
    for index, line in head:
        is_known = line.folded in languages or line.folded in named
        if index == code_index or _is_counted(line) or is_known or _is_edition(line):
            roles[index] = "other"
    if dates:
        roles[dates[0]] = "date"
    if "site" not in fields.roles.values():
        bound = code_index if code_index is not None else dates[0] if dates else None
        above = [(index, line) for index, line in head if bound is not None and index < bound and index not in roles]
        for index, line in above[-1:]:
            if line.word_count <= common_data().archives.most_site_words and not line.ends_sentence and len(head) > 2:
                roles[index] = "site"
    rest = [index for index, _ in head if index not in roles]
    if len(rest) > 1 and _is_name(texts[rest[-1]]) and "byline" not in fields.roles.values():
        roles[rest[-1]] = "byline"
    return roles


def _is_edition(line: Line) -> bool:
    """Whether a line says in which edition a text was printed: "Edition 1; National Edition"."""
    words = common_data().archives.lines.editions
    is_row = ";" in line.folded or any(map(str.isdigit, line.folded))  # not "The last edition"
    is_short = line.word_count <= _MOST_EDITION_WORDS and not line.ends_sentence
    return is_row and is_short and not line.words.isdisjoint(words)


def _is_name(text: str) -> bool:
    """Whether a line is two to four capitalised words."""
    words = text.split()
    return 1 < len(words) < 5 and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _head_lines(fields: Fields) -> Iterator[tuple[int, Line]]:
    """The unlabelled units above the text."""
    for index, unit in enumerate(fields.units[: common_data().archives.most_head_lines]):
        if index not in fields.roles:
            line = Line.of(unit.text)
            if line.is_prose:
                return
            yield index, line


def _is_counted(line: Line) -> bool:
    """Whether a line is a number, a time of day, or a number of words."""
    words = line.folded.split()
    counted = common_data().archives.lines.counted
    digits = "".join(words[:-1] if words[-1] in counted else words)
    return digits.strip(".,:").replace(",", "").replace(":", "").isdigit()


@cache
def _roles(kind: Literal["codes", "labels"]) -> dict[str, FieldRole]:
    """The role of each code or label."""
    words = getattr(common_data().archives, kind).by_key()
    return {word: role for role in get_args(FieldRole) for word in words[role]}
