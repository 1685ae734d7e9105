"""The lines that an archive puts around an article it exports: labels, codes, and a head without either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple, get_args

from tui_reader.analysis.cleaning.line_features import Line, ends_sentence
from tui_reader.analysis.cleaning.line_rules import drop
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.analysis.lexicon import table
from tui_reader.analysis.text.dates import iso_date
from tui_reader.analysis.text.segmentation import fold, trim
from tui_reader.archives import Form, marks
from tui_reader.model import Block, Span

Role = Literal["title", "byline", "date", "site", "url", "text", "other"]

_CODE = re.compile(r"([A-Z]{2,3})(?=\s|\Z)\s*")
_LABEL = re.compile(r"([A-Za-zÀ-ÿ][\w' -]{2,28}?)\s*(?::\s*|\Z)")
_WRAPPED = 50  # code points: a shorter line was not wrapped


class Fields(NamedTuple):
    """Units, labels apart from what they name, and the role of those that are fields, by place; none: no archive's."""

    units: list[Unit]
    roles: dict[int, Role]


def with_fields(raw: str, units: Sequence[Unit]) -> Fields:
    """The units, and which of them are the archive's or name title, author, date and site."""
    found = list(marks(raw))
    fields = _labelled(raw, units, is_export=bool(found))
    if not fields.roles and not any(_is_sure(raw, form, mark) for form, mark in found):
        return Fields(list(units), {})
    for form, mark in found:
        fields.roles.update(_outside(fields, Span(*mark.span()), ends=form.ends))
    sources = [mark["source"].rstrip("0") for _, mark in found if "source" in mark.groupdict()]
    fields.roles.update(_head(fields, sources))
    return fields


def _is_sure(raw: str, form: Form, mark: re.Match[str]) -> bool:
    """Whether a mark is nothing that an article says: it holds an archive's number, or stands at the very edge."""
    outside = raw[mark.end() :] if form.ends else raw[: mark.start()]
    return form.numbered or not outside.strip()


def _outside(fields: Fields, mark: Span, *, ends: bool) -> Iterator[tuple[int, Role]]:
    """The mark, the lines beyond it unless they read like text, and the rules drawn between articles."""
    for at, unit in enumerate(fields.units):
        is_beyond = unit.span.start >= mark.end if ends else unit.span.end <= mark.start
        is_rule = not any(map(str.isalnum, unit.text))
        if mark.meets(unit.span) or is_rule or (is_beyond and not Line.of(unit.text).is_text):
            yield at, "other"


def by_field(unit: Unit, role: Role) -> Block:
    """The block that a field is."""
    block = Block("paragraph", unit.span, unit.text, edits=unit.edits)
    if role in ("title", "byline", "date"):
        return replace(block, kind=role)
    rules: dict[Role, str] = {"site": "archive.site", "url": "address"}
    return drop(block, "label", rules.get(role, "archive.field"))


class _Label(NamedTuple):
    """A label or code at the head of a unit, the role that it gives, and the length up to what it names."""

    word: str
    role: Role
    length: int


def _labelled(raw: str, units: Sequence[Unit], *, is_export: bool) -> Fields:
    """The fields by their labels or codes, whichever the text has."""
    codes = _labels(units, _CODE, "codes")
    named = {code.word: code.role for code in codes if code}
    if len(named) >= _limit("fewest_codes") and {"title", "text"} <= set(named.values()):
        return _divided(raw, units, codes, is_open=True)
    labels = _labels(units, _LABEL, "labels")
    found = {label.word for label in labels if label}
    is_sure = is_export or not found.isdisjoint(table("mul", "archives")["labels"]["sure"])
    if len(found) >= _limit("fewest_labels") and is_sure:
        return _divided(raw, units, labels, is_open=False)
    return Fields(list(units), {})


def _labels(units: Sequence[Unit], pattern: re.Pattern[str], kind: Literal["codes", "labels"]) -> list[_Label | None]:
    """The label of each unit that has one of this kind."""
    roles = _roles(kind)
    found = [pattern.match(unit.text) for unit in units]
    words = [match and (match[1] if kind == "codes" else fold(match[1])) for match in found]
    return [
        _Label(word, roles[word], match.end()) if match and word in roles else None
        for match, word in zip(found, words, strict=True)
    ]


def _divided(raw: str, units: Sequence[Unit], labels: Sequence[_Label | None], *, is_open: bool) -> Fields:
    """Labels apart from their values; where fields are open, each goes on to the next label."""
    parts: list[Unit] = []
    roles: dict[int, Role] = {}
    role: Role | None = None
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
    return Fields(parts, {at: role for at, role in roles.items() if role != "text"})  # text is cleaned as any other


def _goes_on(raw: str, before: Unit, unit: Unit, role: Role) -> bool:
    """Whether a unit is the rest of a wrapped field."""
    is_next = raw.count("\n", before.span.end, unit.span.start) < 2
    is_wrapped = unit.span.start - before.span.start > _WRAPPED
    return role == "other" and is_next and is_wrapped and not ends_sentence(unit.text)


def _head(fields: Fields, sources: Sequence[str]) -> Mapping[int, Role]:
    """The lines above the text that have no label: site, date, author, length, page, language, the archive's codes."""
    head = list(_head_lines(fields))
    roles: dict[int, Role] = {}
    dates = [at for at, line in head if iso_date(line.folded) is not None and not line.ends]
    texts = {at: fields.units[at].text.strip() for at, _ in head}
    code = next((at for at, _ in head if texts[at] in sources), None)
    for at, line in head:
        if at == code or _is_counted(line) or line.folded.strip() in table("mul", "archives")["lines"]["languages"]:
            roles[at] = "other"
    if dates:
        roles[dates[0]] = "date"
    if "site" not in fields.roles.values():
        below = code if code is not None else dates[0] if dates else None
        before = [(at, line) for at, line in head if below is not None and at < below and at not in roles]
        for at, line in before[-1:]:
            if line.words <= _limit("most_site_words") and not line.ends and (len(head) > 2):
                roles[at] = "site"
    rest = [at for at, _ in head if at not in roles]
    if len(rest) > 1 and _is_name(texts[rest[-1]]) and "byline" not in fields.roles.values():
        roles[rest[-1]] = "byline"
    return roles


def _is_name(text: str) -> bool:
    """Whether a line is two to four capitalised words."""
    words = text.split()
    return 1 < len(words) < 5 and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _head_lines(fields: Fields) -> Iterator[tuple[int, Line]]:
    """The unlabelled units above the text."""
    for at, unit in enumerate(fields.units[: _limit("most_head_lines")]):
        if at not in fields.roles:
            line = Line.of(unit.text)
            if line.is_text:
                return
            yield at, line


def _is_counted(line: Line) -> bool:
    """Whether a line is a number, a time of day, or a number of words."""
    words = line.folded.split()
    counted = table("mul", "archives")["lines"]["counted"]
    digits = "".join(words[:-1] if words[-1] in counted else words)
    return digits.strip(".,:").replace(",", "").replace(":", "").isdigit()


@cache
def _roles(kind: Literal["codes", "labels"]) -> dict[str, Role]:
    """The role of each code or label."""
    words = table("mul", "archives")[kind]
    return {word: role for role in get_args(Role) for word in words[role]}


def _limit(name: str) -> int:
    value: int = table("mul", "archives")[name]
    return value
