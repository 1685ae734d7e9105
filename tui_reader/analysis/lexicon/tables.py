"""Read TOML into typed tables: a class of annotations says which keys a table has, and of what type each is."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from tui_reader.errors import LexiconError

Words = frozenset[str]
"""An array of strings, each of which may hold several words, blank-separated."""

Phrases = tuple[str, ...]
"""An array of strings, each taken as it stands: phrases, or beginnings and endings of words."""


class Table:
    """A table of a TOML file: the annotations of a subclass are its keys; one with a value may be left out."""

    def by_key(self) -> dict[str, Any]:
        """Its keys, as they are written in the file, each with its value."""
        return {key_of(field): value for field, value in vars(self).items()}


T = TypeVar("T", bound=Table)


def read_table(kind: type[T], data: object, path: str, key: str = "") -> T:
    """The table that `data` holds, all of whose keys were checked; `path` and `key` say where it stands.

    Raises LexiconError for a missing key, an unknown key and a value of the wrong type.
    """
    if not isinstance(data, dict):
        raise LexiconError(path, key, f"must be a table, not {data!r}")
    fields = {key_of(field): (field, expected) for field, expected in fields_of(kind).items()}
    for name in data:
        if name not in fields:
            raise LexiconError(path, _dotted(key, name), "is not a key of this table")
    table = kind()
    for name, (field, expected) in fields.items():
        if name in data:
            vars(table)[field] = _read(expected, data[name], path, _dotted(key, name))
        elif not hasattr(kind, field):
            raise LexiconError(path, _dotted(key, name), "is missing")
    return table


def fields_of(kind: type[Table]) -> dict[str, Any]:
    """The attributes of a table, each with its type."""
    parts = (vars(part).get("__annotations__", {}) for part in reversed(kind.__mro__))
    return {name: expected for part in parts for name, expected in part.items()}


def key_of(field: str) -> str:
    """The key that an attribute is read from: `from_` is called so because Python keeps `from` for itself."""
    return field.rstrip("_")


def _read(expected: Any, value: object, path: str, key: str) -> Any:
    """`value` as the type that its key asks for."""
    origin, inner = get_origin(expected), get_args(expected)
    if origin is Annotated:
        return _read_counted(inner, value, path, key)
    if origin in (frozenset, tuple):
        return _read_array(expected, value, path, key)
    if origin is dict:
        return _read_dict(inner, value, path, key)
    if isinstance(expected, type) and issubclass(expected, Table):
        return read_table(expected, value, path, key)
    return _read_scalar(expected, value, path, key)


def _read_counted(inner: tuple[Any, ...], value: object, path: str, key: str) -> Any:
    """An array with a number of entries that is known."""
    expected, count = inner
    entries = _read(expected, value, path, key)
    if len(entries) != count:
        raise LexiconError(path, key, f"must have {count} entries, not {len(entries)}")
    return entries


def _read_array(expected: Any, value: object, path: str, key: str) -> Any:
    if expected is Words:
        return frozenset(" ".join(_strings(value, path, key)).split())
    if expected is Phrases:
        return tuple(_strings(value, path, key))
    if not isinstance(value, list):
        raise LexiconError(path, key, f"must be an array, not {value!r}")
    entry_type = get_args(expected)[0]
    return tuple(_read(entry_type, entry, path, f"{key}[{index}]") for index, entry in enumerate(value))


def _read_dict(inner: tuple[Any, ...], value: object, path: str, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise LexiconError(path, key, f"must be a table, not {value!r}")
    names, entries = inner
    if get_origin(names) is Literal:
        unknown = next((name for name in value if name not in get_args(names)), None)
        if unknown is not None:
            raise LexiconError(path, _dotted(key, unknown), f"is none of {', '.join(get_args(names))}")
    return {name: _read(entries, entry, path, _dotted(key, name)) for name, entry in value.items()}


def _read_scalar(expected: Any, value: object, path: str, key: str) -> Any:
    """A string, a truth value or a number; TOML writes some floats as integers."""
    accepted = (float, int) if expected is float else expected
    if not isinstance(value, accepted) or (isinstance(value, bool) and expected is not bool):
        raise LexiconError(path, key, f"must be {_NAMES[expected]}, not {value!r}")
    return value


_NAMES = {str: "a string", bool: "true or false", int: "an integer", float: "a number"}


def _strings(value: object, path: str, key: str) -> list[str]:
    if not isinstance(value, list):
        raise LexiconError(path, key, f"must be an array of strings, not {value!r}")
    if set(map(type, value)) - {str}:
        wrong = next(entry for entry in value if not isinstance(entry, str))
        raise LexiconError(path, key, f"must hold strings only, not {wrong!r}")
    return value


def _dotted(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
