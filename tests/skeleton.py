"""A folder of the lexicon with every key and nothing in it: `python -m tests.skeleton FOLDER` begins a new language.

The folder is named after the code of the language: `python -m tests.skeleton tui_reader/analysis/lexicon/es`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from tui_reader.analysis.lexicon.schema import FILES
from tui_reader.analysis.lexicon.tables import Table, fields_of, key_of

NOTHING: dict[Any, Any] = {str: "", bool: False, int: 0, float: 0.0}
DAYS, MONTHS = 7, 12
UNITS = ("seconds", "minutes", "hours", "days", "weeks", "months", "years")
# What cannot be empty: there are as many days and months as there are, and years and shares are asked for.
LEAST: dict[tuple[str, str], Any] = {
    ("dates", "weekdays"): [[f"weekday{number}"] for number in range(1, DAYS + 1)],
    ("dates", "months"): [[f"month{number}"] for number in range(1, MONTHS + 1)],
    ("figures", "kinds.duration"): list(UNITS),
    ("figures", "kinds.percent"): ["%"],
    ("verbs", "conjugations"): [{"ending": "", "finite": "", "past": "", "present": ""}],
}


def write_skeleton(folder: Path, filled: Mapping[tuple[str, str], Any] = LEAST) -> None:
    """Write every file of a language: what `filled` gives for a file and a dotted key, else what the key can be least.

    Raises KeyError where `filled` names a file or a key that the schema has not.
    """
    folder.mkdir(parents=True)
    left = {**LEAST, **filled}
    for name, kind in FILES.items():
        lines = list(_lines(kind, name, "", left))
        (folder / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if left:
        raise KeyError(next(iter(left)))


def _lines(kind: type[Table], name: str, key: str, left: dict[tuple[str, str], Any]) -> list[str]:
    """The lines of a table: its keys, and then the tables in it."""
    lines: list[str] = []
    tables: list[str] = []
    for field, expected in fields_of(kind).items():
        dotted = f"{key}.{key_of(field)}" if key else key_of(field)
        if isinstance(expected, type) and issubclass(expected, Table):
            tables += ["", f"[{dotted}]", *_lines(expected, name, dotted, left)]
        elif (name, dotted) in left or not hasattr(kind, field):
            value = left.pop((name, dotted)) if (name, dotted) in left else _nothing(expected)
            lines.append(f"{json.dumps(key_of(field))} = {_toml(value)}")
    return [*lines, *tables]


def _nothing(expected: Any) -> Any:
    return {} if get_origin(expected) is dict else [] if get_args(expected) else NOTHING[expected]


def _toml(value: Any) -> str:
    """A value as TOML: as JSON, but for tables."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    write_skeleton(Path(sys.argv[1]))
