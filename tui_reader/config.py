"""The user's settings: one TOML file. A wrong entry is named with its line, and the default used."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui_reader.errors import ConfigError
from tui_reader.messages import LANGUAGES, _

NARROWEST, WIDEST, COLUMN = 40, 120, 72
"""The reading column in cells: at least, at most, and as it is at first."""

TEMPLATE = """\
# The settings of tui-reader. A line that begins with # is only an example: take the # away to use it.

# The language the program speaks: "en" or "fr". Without it, that of the system.
# language = "fr"

# The theme at the start: T in the reader lists them.
# theme = "textual-light"

# The widest the text may be, in cells, from {narrowest} to {widest}.
# width = {column}

# What is opened when no PATH is given, instead of what was last open.
# folders = ["~/press"]

# Other keys for commands. A key is a character or a name such as "ctrl+n", "f5", "space"; several stand in a list.
[keys]
{keys}
"""


@dataclass(slots=True)
class Config:
    """What the file says; None or empty where it says nothing. `keys` gives the keys of commands by their names."""

    language: str | None = None
    theme: str | None = None
    width: int | None = None
    folders: list[str] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)
    problems: list[ConfigError] = field(default_factory=list)


def default_path() -> Path:
    """The file in the platform's folder for a user's settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed when a path is given

    return user_config_path("tui-reader", appauthor=False) / "config.toml"


def load_config() -> tuple[Config, Path]:
    """What the user's own file says, and where it is."""
    path = default_path()
    return (read_config(path) if path.exists() else Config()), path


def template(commands: Mapping[str, str]) -> str:
    """A file with every setting as a comment; `commands` gives the keys of each command as they are at first."""
    keys = "\n".join(f'# {name} = ["{keys}"]'.replace(",", '", "') for name, keys in commands.items())
    return TEMPLATE.format(narrowest=NARROWEST, widest=WIDEST, column=COLUMN, keys=keys)


def read_config(path: Path) -> Config:
    """What the file at `path` says; an absent file says nothing. Never raises: see `Config.problems`."""
    config = Config()
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text)
    except FileNotFoundError:
        return config
    except (OSError, ValueError) as error:  # ValueError: no UTF-8, or no TOML; that names the line itself
        reason = error.strerror if isinstance(error, OSError) else str(error)
        config.problems.append(ConfigError(str(path), None, str(reason)))
        return config
    for name, value in entries.items():
        if name == "keys":
            _read_keys(config, path, text, value)
        elif name not in _RULES:
            config.problems.append(
                ConfigError(str(path), _line_of(text, name), _("{name} is unknown").format(name=name))
            )
        else:
            fits, wanted = _RULES[name]
            if fits(value):
                setattr(config, name, [os.path.expanduser(one) for one in value] if name == "folders" else value)
            else:
                reason = _("{name} must be {wanted}").format(name=name, wanted=wanted())
                config.problems.append(ConfigError(str(path), _line_of(text, name), reason))
    return config


def check_keys(config: Config, path: Path, commands: Mapping[str, str]) -> dict[str, str]:
    """The keys of the commands that the file changes, by name, separated by commas.

    Entries for unknown commands, and for keys that another command has, are added to the problems and left out.
    """
    text = path.read_text(encoding="utf-8") if config.keys else ""
    known = {name: keys.split(",") for name, keys in commands.items()}
    changed: dict[str, str] = {}
    for name, keys in config.keys.items():
        others = {key: other for other, theirs in {**known, **config.keys}.items() if other != name for key in theirs}
        taken = next((key for key in keys if key in others), None)
        if name not in commands:
            reason = _("no command is called {name}").format(name=name)
        elif taken:
            reason = _("{key} is a key of {name}").format(key=taken, name=others[taken])
        else:
            changed[name] = ",".join(keys)
            continue
        config.problems.append(ConfigError(str(path), _line_of(text, name, "keys"), reason))
    return changed


def _read_keys(config: Config, path: Path, text: str, table: Any) -> None:
    if not isinstance(table, dict):
        reason = _("{name} must be {wanted}").format(name="keys", wanted=_("a table"))
        config.problems.append(ConfigError(str(path), _line_of(text, "keys"), reason))
        return
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if _are_words(keys) and keys:
            config.keys[name] = list(keys)
        else:
            reason = _("{name} must be {wanted}").format(name=name, wanted=_("a key or a list of keys"))
            config.problems.append(ConfigError(str(path), _line_of(text, name, "keys"), reason))


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _is_width(value: object) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


_RULES: dict[str, tuple[Callable[[object], bool], Callable[[], str]]] = {
    "language": (lambda value: value in LANGUAGES, lambda: " / ".join(f'"{one}"' for one in LANGUAGES)),
    "theme": (lambda value: isinstance(value, str), lambda: _("a name in quotation marks")),
    "width": (
        _is_width,
        lambda: _("a number from {least} to {most}").format(least=NARROWEST, most=WIDEST),
    ),
    "folders": (_are_words, lambda: _("a list of paths")),
}


def _line_of(text: str, name: str, table: str = "") -> int | None:
    """The number of the line, from 1, that sets `name`; None where it stands in an unusual form."""
    here = ""
    entry = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\[\]]{1,99})\]", line)
        if header:
            here = header[1].strip()
            if here == name and not table:
                return number
        elif here == table and entry.match(line):
            return number
    return None
