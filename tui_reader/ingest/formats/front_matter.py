"""The fields above a text in Markdown: YAML between lines of "---", or TOML between lines of "+++".

Of YAML what front matter uses is read: values, lists, and objects one deep.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from json import loads
from typing import Any, NamedTuple

_YAML = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_][\w -]{0,60}):(?:[ \t]+(.*)|[ \t]*)$")
_ITEM = re.compile(r"\s*-[ \t]+(.*)$")
_BLOCK = re.compile(r"[|>][+-]?$")
"""What stands for a value whose lines follow."""
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_LIST_ITEMS = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)\s*(?:,|$)""")


class FrontMatter(NamedTuple):
    """The fields of a text, and where the text begins."""

    fields: dict[str, Any]
    length: int


def front_matter(text: str) -> FrontMatter:
    """The fields above a text whose line ends are "\\n"; none where what stands there are no fields."""
    if yaml := _YAML.match(text):
        fields = _yaml(yaml[1])
        return FrontMatter(fields, yaml.end()) if fields else FrontMatter({}, 0)
    if toml := _TOML.match(text):
        with suppress(tomllib.TOMLDecodeError, RecursionError):
            return FrontMatter(tomllib.loads(toml[1]), toml.end())
    return FrontMatter({}, 0)


def _yaml(text: str) -> dict[str, Any]:
    """The fields of YAML; a line that is none of what front matter uses is passed over."""
    fields: dict[str, Any] = {}
    for name, value, lines in _entries(text):
        items = [item[1] for line in lines if (item := _ITEM.match(line))]
        inner = dict(filter(None, (_pair(line.strip()) for line in lines if line[:1].isspace())))
        if value and not _BLOCK.match(value):
            fields[name] = _value(" ".join([value, *map(str.strip, lines)]))
        elif items and not value:
            fields[name] = [dict([pair]) if (pair := _pair(item)) else _value(item) for item in items]
        elif inner and not value:
            fields[name] = inner
        else:
            fields[name] = " ".join(filter(None, map(str.strip, lines)))
    return fields


def _entries(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Each field: its name, what stands behind it, and the lines below that are its own."""
    name, value = "", ""
    lines: list[str] = []
    for line in text.split("\n"):
        field = _FIELD.match(line)
        if field:
            if name:
                yield name, value, lines
            name, value, lines = field[1].strip(), (field[2] or "").strip(), []
            value = "" if value.startswith("#") else value
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    if name:
        yield name, value, lines


def _pair(text: str) -> tuple[str, Any] | None:
    """The name and the value of a field inside another."""
    field = _FIELD.match(text)
    return (field[1].strip(), _value(field[2] or "")) if field else None


def _value(text: str) -> Any:
    """A value: a list between brackets, words between quotation marks, or words as they stand."""
    text = text.strip()
    if text.startswith("["):
        inner = text[1:].rpartition("]")[0]
        return [_value(item[1]) for item in _LIST_ITEMS.finditer(inner) if item[1].strip()]
    if text.startswith('"') and '"' in text[1:]:
        with suppress(ValueError):
            return str(loads(text[: text.rindex('"') + 1], strict=False))
    if text.startswith("'") and "'" in text[1:]:
        return text[1 : text.rindex("'")].replace("''", "'")
    return _COMMENT.sub("", text).strip()
