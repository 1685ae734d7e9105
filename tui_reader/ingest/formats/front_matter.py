"""The fields above a text in Markdown: YAML between lines of "---", or TOML between lines of "+++"."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import tomli
import yaml

_FORMS = (
    re.compile(r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE),
    re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE),
)
_WITH_COLON = re.compile(r"^([\w-]+): +([^\s\"'\[{|>&*!%@`#].*? ?: .*?)(?= #|$)", re.MULTILINE)
"""A value that holds a colon and would have to stand between quotation marks: `title: Les oies : les voilà`."""
_LONGEST = 65_536
"""Code points of the fields; what is longer is no head of a text."""


class FrontMatter(NamedTuple):
    """The fields of a text, and where the text begins."""

    fields: dict[str, Any]
    length: int


class _Loader(yaml.SafeLoader):
    """YAML without references to other parts of it: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("a reference")
        return super().compose_node(parent, index)


def front_matter(text: str) -> FrontMatter:
    """The fields above a text whose line ends are "\\n"; none where what stands there are no fields."""
    for form in _FORMS:
        found = form.match(text)
        if found and len(found[1]) <= _LONGEST:
            fields = _fields(found[1], _LOADERS[next(iter(found.groupdict()))])
            return FrontMatter(fields, found.end() if fields else 0)
    return FrontMatter({}, 0)


def _quoted(text: str) -> str:
    """YAML in which every value that holds a colon stands between quotation marks."""
    return _WITH_COLON.sub(lambda found: f"{found[1]}: {json.dumps(found[2], ensure_ascii=False)}", text)


def _fields(text: str, load: Callable[[str], Any]) -> dict[str, Any]:
    try:
        fields = load(text)
    except (yaml.YAMLError, tomli.TOMLDecodeError, ValueError, RecursionError):  # ValueError: a day that is none
        return {}
    return {str(name): value for name, value in fields.items()} if isinstance(fields, dict) else {}


_LOADERS: dict[str, Callable[[str], Any]] = {
    "yaml": lambda text: yaml.load(_quoted(text), _Loader),  # noqa: S506 - a loader that makes no objects
    "toml": tomli.loads,
}
