"""The user's settings: one TOML file. A wrong entry is named with its line, and the default used."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tui_reader.errors import ConfigError
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames, with_own_names
from tui_reader.messages import LANGUAGES, N_, spoken
from tui_reader.model import CorrectedField
from tui_reader.wire.rules import NetworkRules

if TYPE_CHECKING:
    from tui_reader.library.web_values import Subscription

DATES = ("words", "iso")
"""How days are written on the screen."""
KEEP_DAYS = 90
"""After how many days entries of feeds are dropped at first."""
_MOST_DAYS = 36_500
NARROWEST, WIDEST, COLUMN = 40, 120, 72
"""The reading column in cells: at least, at most, and as it is at first."""

TEMPLATE = """\
# The settings of tui-reader. A line such as "# name = value" is only an example: take the # away to use it.
# As they stand here, the examples say what holds anyway.

# The language the program speaks: {choices}. Without it, that of the system.
# language = {language}

# Days as the language writes them ("words"), or year first ("iso").
# dates = "words"

# The theme at the start: T in the reader lists them.
# theme = {theme}

# The widest the text may be, in cells, from {narrowest} to {widest}.
# width = {column}

# What is opened when no PATH is given, instead of what was last open: paths such as "~/press".
# folders = []

# The style of citations: {styles}. A template of your own may name, each with a $ before it:
{citation_fields}
[citation]
# style = "plain"
# template = "$quoted\\n\\n— $speaker, $title, $site, $date, $url"

# A Markdown file to which each clipping is added as soon as it is kept, such as "~/notes/press.md".
[clippings]
# file = ""

# What you say of all articles in a folder or a file, by its path; site, author, date and url may be given.
[sources]
# "~/press/le-clairon" = {{ site = "Le Clairon" }}

# Under which names your files of records (JSON, CSV) hold a field, before the usual names. A point leads into objects.
[fields]
{fields}

# The feeds that you follow, by their addresses: a name, or a table of name, folder ("a/b" is b in a) and pages, which
# says whether the pages of its teasers are fetched at once. Others are followed by F in the reader.
[feeds]
# "https://clairon.example/rss" = {{ name = "Le Clairon", folder = "presse", pages = false }}

# Whether the network is never asked; the hosts that may be at a private address, "host" or "host:port"; after how many
# days articles of feeds are dropped, 0 for never, unless they have a star, clippings or corrections.
[network]
# offline = false
# hosts = []
# days = {keep_days}

# The keys of commands. A key is a character or a name such as "space", "f5", "ctrl+n", "shift+tab", or a list of them.
[keys]
{keys}
"""


class Config(msgspec.Struct):
    """What the file says; None or empty where it says nothing. `keys` gives the keys of commands by their names, as
    they are written, and `key_lines` the lines where they stand; `field_names` are the names of the fields of records;
    `sources` gives what is said of the articles at or below a path; `feeds` are those that are followed; `rules` are
    those of the network; `keep_days` after so many days entries of feeds are dropped, 0 for never.
    """

    language: str | None = None
    dates: str | None = None
    theme: str | None = None
    width: int | None = None
    folders: list[str] = msgspec.field(default_factory=list)
    keys: dict[str, list[str]] = msgspec.field(default_factory=dict)
    key_lines: dict[str, int | None] = msgspec.field(default_factory=dict)
    citation: str | None = None
    citation_template: str | None = None
    clippings_file: str | None = None
    field_names: FieldNames = msgspec.field(default_factory=lambda: USUAL_NAMES)
    sources: dict[str, dict[CorrectedField, str]] = msgspec.field(default_factory=dict)
    feeds: list[Subscription] = msgspec.field(default_factory=list)
    rules: NetworkRules = msgspec.field(default_factory=NetworkRules)
    keep_days: int = KEEP_DAYS
    problems: list[ConfigError] = msgspec.field(default_factory=list)


def default_path() -> Path:
    """The file in the platform's folder for a user's settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed when a path is given

    return user_config_path("tui-reader", appauthor=False) / "config.toml"


def load_config() -> tuple[Config, Path]:
    """What the user's own file says, and where it is."""
    path = default_path()
    config = read_config(path) if path.exists() else Config()
    config.rules = config.rules._replace(lock_file=_default_lock_file())
    return config, path


def _default_lock_file() -> Path:
    """The file by which processes of one user take turns with a host."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed when a path is given

    return user_cache_path("tui-reader", appauthor=False) / "network.lock"


def template(commands: Mapping[str, Sequence[str]], theme: str) -> str:
    """A file with every setting as a comment, as it is at first; `commands` gives the keys of each command."""
    from tui_reader.export import citation  # noqa: PLC0415 - to write a file alone

    keys = "\n".join(f"# {name} = {_quoted(list(keys))}" for name, keys in commands.items())
    return TEMPLATE.format(
        choices=" / ".join(map(_quoted, LANGUAGES)),
        language=_quoted(spoken()),
        theme=_quoted(theme),
        narrowest=NARROWEST,
        widest=WIDEST,
        column=COLUMN,
        keep_days=KEEP_DAYS,
        keys=keys,
        styles=" / ".join(map(_quoted, (*citation.STYLES, citation.TEMPLATE))),
        citation_fields="\n".join(f"#   {name:9} {meaning}" for name, meaning in citation.field_meanings().items()),
        fields="\n".join(f"# {name} = {_quoted(list(names))}" for name, names in USUAL_NAMES.items()),
    )


def _quoted(value: str | list[str]) -> str:
    """A text or a list of texts as TOML writes it."""
    import json  # noqa: PLC0415 - the reader writes none

    return json.dumps(value, ensure_ascii=False)


def read_config(path: Path) -> Config:
    """What the file at `path` says; an absent file says nothing. Never raises: see `Config.problems`."""
    config = Config()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return config
    except OSError as error:
        return _unread(ConfigError(str(path), None, refusal(error)))
    except UnicodeDecodeError:
        return _unread(ConfigError(str(path), None, N_("is not UTF-8")))
    import tomli  # noqa: PLC0415 - not everybody has settings

    try:
        entries = tomli.loads(text)
    except (ValueError, RecursionError) as error:  # also of a number of thousands of digits
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        return _unread(ConfigError(str(path), line, N_("is not valid TOML ({detail})"), detail=str(error)))
    for name, value in entries.items():
        if name in _TABLES:
            _TABLES[name](config, path, text, value)
            continue
        problem = _problem_of(name, value)
        if problem:
            message, fields = problem
            config.problems.append(ConfigError(str(path), _line_of(text, name), message, name=name, **fields))
        else:
            setattr(config, name, [os.path.expanduser(one) for one in value] if name == "folders" else value)
    return config


def _unread(problem: ConfigError) -> Config:
    """What holds where a file cannot be read: it may say that the network is not to be asked."""
    return Config(rules=NetworkRules(is_offline=True), problems=[problem])


def refusal(error: OSError) -> str:
    """The message that says why the system refuses."""
    usual = {
        errno.EACCES: N_("permission denied"),
        errno.EEXIST: N_("exists already"),
        errno.EISDIR: N_("is a folder"),
        errno.ENOSPC: N_("no space is left"),
        errno.ENOTDIR: N_("lies below something that is no folder"),
        errno.EROFS: N_("lies where nothing can be written"),
    }
    return usual.get(error.errno or 0, error.strerror or str(error))


def check_keys(  # noqa: PLR0917 - the table of keys, in its parts
    config: Config,
    path: Path,
    commands: Mapping[str, str],
    normalised: Callable[[str], str | None],
    fixed: Mapping[str, str],
    modes: Mapping[str, str],
) -> dict[str, str]:
    """The keys of the commands that the file changes, by name, normalised, separated by commas.

    `normalised` gives the one name of a key however it is written, and None for what is no key; `fixed` gives the key
    that a command never loses, `modes` the mode of the commands that have their keys in this mode alone. Entries for
    unknown commands, with what is no key, or with keys that another command has, are added to the problems and left
    out.
    """
    changed: dict[str, list[str]] = {}

    def refuse(entry: str, message: str, **fields: str) -> None:
        config.problems.append(ConfigError(str(path), config.key_lines.get(entry), message, **fields))

    for name, keys in config.keys.items():
        usable_keys = {key: normalised(key) for key in keys}
        unknown = [key for key, named in usable_keys.items() if named is None]
        if name not in commands:
            refuse(name, N_("no command is called {name}"), name=name)
        elif unknown:
            refuse(name, N_("{key} is no key"), key=_quoted(unknown[0]))
        else:
            changed[name] = list(dict.fromkeys(key for key in usable_keys.values() if key))
    at_first = {name: keys.split(",") for name, keys in commands.items()}
    while taken := _first_taken(at_first | changed, list(changed), fixed, modes):
        name, key, other = taken
        written = next((one for one in config.keys[name] if normalised(one) == key), key)
        refuse(name, N_("{key} is a key of {name}"), key=written, name=other)
        del changed[name]
    config.problems.sort(key=lambda problem: problem.line or 0)
    return {name: ",".join(keys) for name, keys in changed.items()}


def _first_taken(
    keys: Mapping[str, Sequence[str]], changed: Sequence[str], fixed: Mapping[str, str], modes: Mapping[str, str]
) -> tuple[str, str, str] | None:
    """A changed command, one of its keys, and the other command that has this key, too; the last entry gives way."""
    for name in reversed(changed):
        for other, theirs in keys.items():
            shared = next((key for key in keys[name] if key in theirs or key == fixed.get(other)), None)
            if shared and other != name and modes.get(other) == modes.get(name):
                return name, shared, other
    return None


def _values(
    config: Config, path: Path, text: str, table_name: str, table: Any
) -> Iterator[tuple[str, Any, int | None]]:
    """Each name and value of a table, with the line where it stands."""
    if not isinstance(table, dict):
        config.problems.append(
            ConfigError(str(path), _line_of(text, table_name), N_("{name} must be a table"), name=table_name)
        )
        return
    for name, value in table.items():
        line = _line_of(text, name, table_name) or _line_of(text, table_name)
        yield name, value, line


def _items(config: Config, path: Path, text: str, table_name: str, table: Any) -> Iterator[tuple[str, Any, int | None]]:
    """Each name and value of a table, a single text as a list, with the line where it stands."""
    for name, value, line in _values(config, path, text, table_name, table):
        yield name, [value] if isinstance(value, str) else value, line


def _read_citation(config: Config, path: Path, text: str, table: Any) -> None:
    from tui_reader.export.citation import FIELDS, STYLES, TEMPLATE, unknown_fields  # noqa: PLC0415 - seldom set

    styles = (*STYLES, TEMPLATE)
    for name, values, line in _items(config, path, text, "citation", table):
        value = values[0] if isinstance(values, list) and len(values) == 1 else None
        unknown = unknown_fields(value) if name == "template" and isinstance(value, str) else []
        if name not in ("style", "template"):
            config.problems.append(ConfigError(str(path), line, N_("{name} is unknown"), name=name))
        elif not isinstance(value, str) or (name == "style" and value not in styles):
            wanted = (
                N_("{name} must be {choices}") if name == "style" else N_("{name} must be a text in quotation marks")
            )
            choices = " / ".join(map(_quoted, styles))
            config.problems.append(ConfigError(str(path), line, wanted, name=name, choices=choices))
        elif unknown:
            message = N_("a citation has no field {name}; there are: {choices}")
            choices = ", ".join(FIELDS)
            config.problems.append(ConfigError(str(path), line, message, name=unknown[0], choices=choices))
        elif name == "style":
            config.citation = value
        else:
            config.citation_template = value
    if config.citation == TEMPLATE and config.citation_template is None:
        config.citation = None
        if isinstance(table, dict) and "template" in table:
            return  # what is wrong with it was said
        message = N_("the style of citations needs a template")
        config.problems.append(ConfigError(str(path), _line_of(text, "style", "citation"), message))


def _read_clippings(config: Config, path: Path, text: str, table: Any) -> None:
    for name, values, line in _items(config, path, text, "clippings", table):
        if name != "file":
            config.problems.append(ConfigError(str(path), line, N_("{name} is unknown"), name=name))
        elif isinstance(values, list) and len(values) == 1 and isinstance(values[0], str):
            config.clippings_file = os.path.expanduser(values[0]) or None
        else:
            message = N_("{name} must be a text in quotation marks")
            config.problems.append(ConfigError(str(path), line, message, name=name))


def _read_fields(config: Config, path: Path, text: str, table: Any) -> None:
    own: dict[str, list[str]] = {}
    for name, names, line in _items(config, path, text, "fields", table):
        if name not in USUAL_NAMES:
            message = N_("no field is called {name}; there are: {choices}")
            config.problems.append(ConfigError(str(path), line, message, name=name, choices=", ".join(USUAL_NAMES)))
        elif _are_words(names):
            own[name] = names
        else:
            message = N_("{name} must be a name or a list of names")
            config.problems.append(ConfigError(str(path), line, message, name=name))
    config.field_names = with_own_names(own)


def _read_sources(config: Config, path: Path, text: str, table: Any) -> None:
    from tui_reader.analysis.corrections.facts import fact  # noqa: PLC0415 - seldom set

    fields: dict[str, CorrectedField] = {"site": "site", "author": "byline", "date": "published", "url": "url"}
    for folder, facts, line in _items(config, path, text, "sources", table):
        for name, typed in facts.items() if isinstance(facts, dict) else [("", None)]:
            value = fact(fields[name], typed) if name in fields and isinstance(typed, str) else None
            if value:
                config.sources.setdefault(os.path.expanduser(folder), {})[fields[name]] = value
            else:
                message = N_("{name} must be a table of {choices}, a date year first, an address of the web")
                choices = ", ".join(fields)
                config.problems.append(ConfigError(str(path), line, message, name=_quoted(folder), choices=choices))


def _read_feeds(config: Config, path: Path, text: str, table: Any) -> None:
    from tui_reader.library.web_values import Subscription  # noqa: PLC0415 - seldom set
    from tui_reader.wire.address import web_address  # noqa: PLC0415

    kinds = {"name": str, "folder": str, "pages": bool}
    for typed, value, line in _values(config, path, text, "feeds", table):
        said = {"name": value} if isinstance(value, str) else value
        address = web_address(typed)
        if address and isinstance(said, dict) and all(type(one) is kinds.get(name) for name, one in said.items()):
            name, folder, pages = said.get("name") or None, said.get("folder", ""), said.get("pages", False)
            config.feeds.append(Subscription(address, name, folder, pages, in_settings=True))
        else:
            message = N_("{name} must be the address of a feed with a name, or with a table of {choices}")
            choices = ", ".join(kinds)
            config.problems.append(ConfigError(str(path), line, message, name=_quoted(typed), choices=choices))


def _host(typed: str) -> str:
    """A host, with its port where one is given, as addresses name it; "" for what is none."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - seldom set

    from tui_reader.wire.address import host_of, web_address  # noqa: PLC0415

    is_number = typed.count(":") > 1 and not typed.startswith("[")
    written = f"http://[{typed}]/" if is_number else f"http://{typed}/"
    address = web_address(written)
    if address is None or urlsplit(address).path != "/":
        return ""
    port = urlsplit(written).port
    return f"{host_of(address)}:{port}" if port else host_of(address)


def _read_network(config: Config, path: Path, text: str, table: Any) -> None:
    for name, value, line in _values(config, path, text, "network", table):
        if name == "offline" and isinstance(value, bool):
            config.rules = config.rules._replace(is_offline=value)
        elif name == "hosts" and _are_words(value) and all(map(_host, value)):
            config.rules = config.rules._replace(allowed_hosts=frozenset(map(_host, value)))
        elif name == "days" and type(value) is int and 0 <= value <= _MOST_DAYS:
            config.keep_days = value
        else:
            wanted = {
                "offline": N_("{name} must be true or false"),
                "hosts": N_("{name} must be a list of hosts"),
                "days": N_("{name} must be a number of days, 0 for no end"),
            }
            message = wanted.get(name, N_("{name} is unknown"))
            config.rules = config.rules._replace(is_offline=config.rules.is_offline or name == "offline")
            config.problems.append(ConfigError(str(path), line, message, name=name))


def _read_keys(config: Config, path: Path, text: str, table: Any) -> None:
    for name, keys, line in _items(config, path, text, "keys", table):
        if _are_words(keys) and keys:
            config.keys[name] = list(keys)
            config.key_lines[name] = line
        else:
            message = N_("{name} must be a key or a list of keys")
            config.problems.append(ConfigError(str(path), line, message, name=name))


_TABLES = {
    "citation": _read_citation,
    "clippings": _read_clippings,
    "feeds": _read_feeds,
    "fields": _read_fields,
    "keys": _read_keys,
    "network": _read_network,
    "sources": _read_sources,
}
"""What reads each table of the file."""


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _is_width(value: object) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


def _problem_of(name: str, value: object) -> tuple[str, dict[str, str | int]] | None:
    """What is wrong with an entry: a message, and its fields besides the name."""
    match name:
        case "language":
            message = N_("{name} must be {choices}")
            return None if value in LANGUAGES else (message, {"choices": " / ".join(map(_quoted, LANGUAGES))})
        case "dates":
            message = N_("{name} must be {choices}")
            return None if value in DATES else (message, {"choices": " / ".join(map(_quoted, DATES))})
        case "theme":
            return None if isinstance(value, str) else (N_("{name} must be a name in quotation marks"), {})
        case "width":
            message = N_("{name} must be a number from {least} to {most}")
            return None if _is_width(value) else (message, {"least": NARROWEST, "most": WIDEST})
        case "folders":
            return None if _are_words(value) else (N_("{name} must be a list of paths"), {})
        case _:
            return N_("{name} is unknown"), {}


def _line_of(text: str, name: str, table: str = "") -> int | None:
    """The number of the line, from 1, that sets `name`; None where it stands in an unusual form."""
    here = ""
    quoted_name = rf"""["']?{re.escape(name)}["']?"""
    entry = re.compile(rf"""\s*{quoted_name}\s*[=.]""")
    dotted = re.compile(rf"""\s*{re.escape(table)}\s*\.\s*{quoted_name}\s*=""")
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[([^\[\]]{1,99})\]", line)
        if header:
            here = header[1].strip()
            if here == name and not table:
                return number
        elif (here == table and entry.match(line)) or (table and not here and dotted.match(line)):
            return number
    return None
